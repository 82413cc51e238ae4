/** Finds numbers of two texts that are about the same thing and differ. */

import { type Passage, sharedPart } from "../../text/align.ts";
import { isMoney, type NumberFound, sameUnit, sameValue } from "../../text/numbers.ts";
import { overlapping } from "../../text/words.ts";
import { type Place, placeOf, samePlace } from "./fact-place.ts";
import type { Side } from "./pair.ts";

export interface NumberPair {
  was: NumberFound;
  now: NumberFound;
}
/** Units of days, months and times, whose numbers change only into each other. */
const CALENDAR = new Set(["date", "clock", "month of year", "weekday"]);
const DATE_PARTS = new Set(["month of year", "day of month"]);
const kindOf = ({ unit }: NumberFound) => (unit !== null && CALENDAR.has(unit) ? unit : "amount");
/** Whether two numbers are equal and of one kind of thing. */
export const equal = (a: NumberFound, b: NumberFound) => kindOf(a) === kindOf(b) && sameValue(a, b) && sameUnit(a, b);
/** Whether one number may change into the other: both are amounts, or both are days, months or times. */
export const sameKind = (a: NumberFound, b: NumberFound) => kindOf(a) === kindOf(b);
/** Whether one number in the other's place is a change: "20%" may be "one in five". */
const mayChange = (a: NumberFound, b: NumberFound) => sameKind(a, b) && (a.unit === b.unit || (a.unit ?? "%") !== (b.unit ?? "%"));
/** Whether one number can replace the other: a day for a day, the same number in another unit, or another number of the same unit. */
export const comparable = (a: NumberFound, b: NumberFound) =>
  sameKind(a, b) && (kindOf(a) !== "amount" || sameValue(a, b) || (a.unit !== null && a.unit === b.unit));
/** Unit, other unit, and how many of the other unit make one. */
const CONVERSIONS: [string, string, number][] = [
  ["mile", "km", 1.609],
  ["foot", "m", 0.3048],
  ["inch", "cm", 2.54],
  ["pound", "kg", 0.4536],
  ["acre", "hectare", 0.4047],
  ["gallon", "litre", 3.785],
  ["km", "m", 1000],
  ["m", "cm", 100],
  ["t", "kg", 1000],
  ["kg", "g", 1000],
  ["decade", "year", 10],
  ["year", "month", 12],
  ["week", "day", 7],
  ["day", "hour", 24],
  ["hour", "minute", 60],
  ["minute", "second", 60],
];
const CONVERSION_TOLERANCE = 0.06;
/** Share of a sentence that must be equal for its only number to count as changed although the word before it differs too. */
const MIN_SAME_REST = 0.75;

/** Whether one number may be the other in another unit: 10 miles and 16 km, 100 °F and 38 °C, two amounts of two currencies. */
export function converts(a: NumberFound, b: NumberFound): boolean {
  if (a.unit !== null && b.unit !== null && isMoney(a.unit) && isMoney(b.unit)) return !sameUnit(a, b) && !sameValue(a, b);
  const [celsius, fahrenheit] = a.unit === "C" ? [a, b] : [b, a];
  if (celsius.unit === "C" && fahrenheit.unit === "F") return Math.abs(celsius.value * 1.8 + 32 - fahrenheit.value) <= 1;
  return CONVERSIONS.some(([from, to, factor]) => {
    const isSame = (x: NumberFound, y: NumberFound) =>
      x.unit === from && y.unit === to && Math.abs(x.value * factor - y.value) <= CONVERSION_TOLERANCE * y.value;
    return isSame(a, b) || isSame(b, a);
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
  const changed = (x: Placed, y: Placed, least: number) => mayChange(x.number, y.number) && samePlace(x.place, y.place) >= least;
  take((x, y) => equal(x.number, y.number) && samePlace(x.place, y.place) > 0);
  const strong = take((x, y) => changed(x, y, 2));
  take((x, y) => equal(x.number, y.number));
  const weak = take((x, y) => changed(x, y, 1)).filter(
    ([x, y]) => !child.numbers.some((n) => equal(n, x.number)) && !parent.numbers.some((n) => equal(n, y.number)),
  );
  // The only numbers left: before the same word, in sentences that differ only in them and the word before ("shut 35" for "close 48").
  const lastA = a[0];
  const lastB = b[0];
  if (a.length === 1 && b.length === 1 && lastA && lastB && sharedPart(passage) >= MIN_SAME_REST && mayChange(lastA.number, lastB.number)) {
    const left = lastA.place.right;
    const right = lastB.place.right;
    if (left && right && left.pair >= 0 && left.pair === right.pair) weak.push([lastA, lastB]);
  }
  for (const [x, y] of [...strong, ...weak]) out.push({ was: x.number, now: y.number });
  return out;
}

/** Maximum distance of two numbers in texts of two languages, as a fraction of the texts' lengths. */
const MAX_DRIFT = 0.3;
/** Between languages, units are compared by what they measure; a number without a unit is a count. */
function measure({ unit }: NumberFound): string {
  if (unit === null) return "count";
  return isMoney(unit) ? "money" : unit;
}

function acrossLanguages(parent: Side, child: Side): NumberPair[] {
  const left = (own: Side, other: Side) => {
    const rest = [...other.numbers];
    return own.numbers.filter((number) => {
      const at = rest.findIndex((one) => sameValue(number, one) && (sameUnit(number, one) || measure(number) !== measure(one)));
      if (at >= 0) rest.splice(at, 1);
      return at < 0 && kindOf(number) === "amount" && !DATE_PARTS.has(number.unit ?? "");
    });
  };
  const a = left(parent, child);
  const b = left(child, parent);
  const length = (side: Side) => Math.max(1, side.plain.text.length);
  const out: NumberPair[] = [];
  for (const kind of new Set(a.map(measure))) {
    const x = a.filter((n) => measure(n) === kind);
    const y = b.filter((n) => measure(n) === kind);
    // Only if both sides have equally many: otherwise nothing shows which number became which.
    if (x.length !== y.length || x.length > 3) continue;
    x.forEach((was, i) => {
      const now = y[i];
      if (now && Math.abs(was.start / length(parent) - now.start / length(child)) <= MAX_DRIFT) out.push({ was, now });
    });
  }
  return out;
}
