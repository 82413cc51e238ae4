/** Finds numbers of two texts that are about the same thing and differ. */

import { type Passage, sharedPart } from "../../text/align.ts";
import { type NumberFound, sameUnit, sameValue } from "../../text/numbers.ts";
import { overlapping } from "../../text/words.ts";
import { type Place, placeOf, samePlace } from "./fact-place.ts";
import type { Side } from "./pair.ts";

export interface NumberPair {
  was: NumberFound;
  now: NumberFound;
}
/** Units of days, months and times, whose numbers change only into each other. */
const CALENDAR = new Set(["date", "clock", "month of year", "weekday"]);
const kindOf = ({ unit }: NumberFound) => (unit !== null && CALENDAR.has(unit) ? unit : "amount");
/** Whether two numbers are equal and of one kind of thing. */
export const equal = (a: NumberFound, b: NumberFound) => kindOf(a) === kindOf(b) && sameValue(a, b) && sameUnit(a, b);
export const sameKind = (a: NumberFound, b: NumberFound) => kindOf(a) === kindOf(b);
/** Whether one number can replace the other: a day for a day, the same number in another unit, or another number of the same unit. */
export const comparable = (a: NumberFound, b: NumberFound) =>
  sameKind(a, b) && (kindOf(a) !== "amount" || sameValue(a, b) || (a.unit !== null && a.unit === b.unit));
/** Unit, other unit, and how many of the other make one. */
const CONVERSIONS: [string, string, number][] = [
  ["mile", "km", 1.609],
  ["foot", "m", 0.3048],
  ["inch", "cm", 2.54],
  ["pound", "kg", 0.4536],
  ["acre", "hectare", 0.4047],
  ["gallon", "litre", 3.785],
];
const CONVERSION_TOLERANCE = 0.06;
/** The fraction of a sentence that must be equal for its only number to count as changed although the word before it differs too. */
const MIN_SAME_REST = 0.75;

/** Whether one number is the other in another unit: 10 miles and 16 km. */
export function converts(a: NumberFound, b: NumberFound): boolean {
  return CONVERSIONS.some(([from, to, factor]) => {
    const [x, y] = a.unit === from && b.unit === to ? [a, b] : a.unit === to && b.unit === from ? [b, a] : [];
    return x !== undefined && y !== undefined && Math.abs(x.value * factor - y.value) <= CONVERSION_TOLERANCE * y.value;
  });
}

/** Pairs of different numbers in one place, by the words around them. `passages` is null for texts of two languages. */
export function changedNumbers(parent: Side, child: Side, passages: readonly Passage[] | null): NumberPair[] {
  const found = passages ? passages.flatMap((passage) => inPassage(parent, child, passage)) : acrossLanguages(parent, child);
  return found.filter(({ was, now }) => !converts(was, now));
}

function inPassage(parent: Side, child: Side, passage: Passage): NumberPair[] {
  const placed = (side: Side, which: "a" | "b") =>
    overlapping(side.numbers, passage[which]).map((number) => ({ number, place: placeOf(passage, which, number.start, number.end) }));
  let a = placed(parent, "a");
  let b = placed(child, "b");
  const out: NumberPair[] = [];
  type Placed = { number: NumberFound; place: Place };
  /** Removes and returns the pairs that pass a test: for each number of the parent, the first one of the child. */
  const take = (test: (x: Placed, y: Placed) => boolean): [Placed, Placed][] => {
    const taken: [Placed, Placed][] = [];
    const used = new Set<Placed>();
    a = a.filter((x) => {
      const y = b.find((one) => !used.has(one) && test(x, one));
      if (y) {
        used.add(y);
        taken.push([x, y]);
      }
      return !y;
    });
    b = b.filter((y) => !used.has(y));
    return taken;
  };
  const changed = (x: Placed, y: Placed, least: number) => kindOf(x.number) === kindOf(y.number) && samePlace(x.place, y.place) >= least;
  take((x, y) => equal(x.number, y.number) && samePlace(x.place, y.place) > 0);
  const strong = take((x, y) => changed(x, y, 2));
  take((x, y) => equal(x.number, y.number));
  const weak = take((x, y) => changed(x, y, 1)).filter(
    ([x, y]) => !child.numbers.some((n) => equal(n, x.number)) && !parent.numbers.some((n) => equal(n, y.number)),
  );
  // The only numbers left, before the same word, in sentences that differ only by them and the word before: "shut 35" for "close 48".
  const [lastA, lastB] = [a[0], b[0]];
  if (
    a.length === 1 &&
    b.length === 1 &&
    lastA &&
    lastB &&
    sharedPart(passage) >= MIN_SAME_REST &&
    kindOf(lastA.number) === kindOf(lastB.number)
  ) {
    const [left, right] = [lastA.place.right, lastB.place.right];
    if (left && right && left.pair >= 0 && left.pair === right.pair) weak.push([lastA, lastB]);
  }
  for (const [x, y] of [...strong, ...weak]) out.push({ was: x.number, now: y.number });
  return out;
}

/** Maximum distance of two numbers in texts of two languages, as a fraction of the texts' lengths. */
const MAX_DRIFT = 0.3;
const CURRENCIES = new Set(["USD", "EUR", "GBP", "CNY", "JPY", "INR", "RUB", "HKD", "¥"]);
/** Across languages units are compared by what they measure; a number without a unit is a count. */
const measure = ({ unit }: NumberFound) => (unit === null ? "count" : CURRENCIES.has(unit) ? "money" : unit);

function acrossLanguages(parent: Side, child: Side): NumberPair[] {
  const left = (own: Side, other: Side) => {
    const rest = [...other.numbers];
    return own.numbers.filter((number) => {
      const at = rest.findIndex((one) => sameValue(number, one) && (sameUnit(number, one) || measure(number) !== measure(one)));
      if (at >= 0) rest.splice(at, 1);
      return at < 0 && kindOf(number) === "amount" && !/^(?:month of year|day of month)$/.test(number.unit ?? "");
    });
  };
  const [a, b] = [left(parent, child), left(child, parent)];
  const length = (side: Side) => Math.max(1, side.plain.text.length);
  const out: NumberPair[] = [];
  for (const kind of new Set(a.map(measure))) {
    const [x, y] = [a.filter((n) => measure(n) === kind), b.filter((n) => measure(n) === kind)];
    // Only if both sides have equally many; otherwise nothing shows which number became which.
    if (x.length !== y.length || x.length > 3) continue;
    x.forEach((was, i) => {
      const now = y[i];
      if (now && Math.abs(was.start / length(parent) - now.start / length(child)) <= MAX_DRIFT) out.push({ was, now });
    });
  }
  return out;
}
