/** Whether a text has another number than a claim, by value and unit: "three hundred" is 300, "90k" is 90,000, gallons are no litres. */

import { plainOf } from "../../changes/compare/comparable-text.ts";
import { comparable, converts, equal, sameKind } from "../../changes/compare/same-numbers.ts";
import { monthNamed } from "../../text/calendar-names.ts";
import { fold } from "../../text/fold.ts";
import { isNumberWord, type NumberFound, numbersIn } from "../../text/numbers.ts";
import { LastEntries } from "../../text/once-per.ts";
import { wordsOf } from "../../text/words.ts";
import type { Change } from "./changed.ts";

export interface Figure extends NumberFound {
  shown: string;
  /** The next word, folded: mostly what the number counts. */
  counted: string;
}
/** The figures of the last texts, because most claims are compared with several passages of a page. */
const recent = new LastEntries<string, readonly Figure[]>(500);
const MAX_KEPT = 2_000;
/** The numbers of a text with their words, without the slack of rounded ones. */
export function figuresIn(raw: string, lang: string): readonly Figure[] {
  return raw.length > MAX_KEPT ? readFigures(raw, lang) : recent.of(`${lang} ${raw}`, () => readFigures(raw, lang));
}
function readFigures(raw: string, lang: string): Figure[] {
  const { text, span } = plainOf(raw);
  return numbersIn(text, wordsOf(text, lang).words, lang).map((found) => ({
    ...found,
    slack: 0,
    shown: span(found.start, found.end).text,
    counted: fold(COUNTED.exec(text.slice(found.end, found.end + MAX_COUNTED))?.[0].trim() ?? ""),
  }));
}
/** The next word; in a script without spaces the next character. */
const COUNTED = /^\s{0,2}(?:\p{Script=Han}|[\p{L}\p{M}]{1,30})/u;
const MAX_COUNTED = 32;
/** Whether two figures count one thing without a unit: "nine residents" and "two residents". */
const countSame = (a: Figure, b: Figure) => a.unit === null && b.unit === null && a.counted !== "" && a.counted === b.counted;

/** Whether a text has none of the claim's figures, but another figure for what the claim counts: 12,000 litres instead of 3.4 million. */
export function hasOtherFigure(text: string, claim: string, lang: string): boolean {
  const mine = figuresIn(text, lang);
  const theirs = figuresIn(claim, lang);
  if (mine.some((one) => theirs.some((other) => equal(one, other)))) return false;
  return mine.some((one) => theirs.some((other) => comparable(one, other) || countSame(one, other)));
}

/**
 * The changes found by words. A change of a number stays only if the text has a number that the claim and its phrasings lack, and the other way
 * round. If the words showed no change of a number, or one in number words, the number with another value, unit or day is the change.
 */
export function withFigures(changes: Change[], text: readonly Figure[], claim: readonly Figure[], phrasings: readonly Figure[]): Change[] {
  const left = claim.filter((one) => !text.some((other) => equal(one, other)));
  const mine = text.filter((one) => ![...claim, ...phrasings].some((other) => equal(one, other)));
  // The "70" of "I-70" is no figure, so the change that the words show stays.
  const names = changes.filter(({ kind, text: shown }) => kind === "name" || !text.some((figure) => figure.shown.includes(shown)));
  const was = left[0];
  const now = mine[0];
  if (!was || !now) return names;
  if (left.length > 1 || mine.length > 1) return changes;
  if (converts(was, now)) return names;
  const found = changes.find(({ kind }) => kind === "number");
  const spelled = !found || ![found.text, found.claim].every((shown) => /^\p{N}/u.test(shown));
  if (!spelled || !((found ? sameKind : comparable)(was, now) || countSame(was, now))) return changes;
  return [...names, { kind: "number", text: now.shown, claim: was.shown }];
}

/** Whether a change is one of a number, rather than "10x" for "ten". A month may be part of a name, so `otherIdentity` compares its dates. */
export function isOtherNumber({ kind, text, claim }: Change, lang: string): boolean {
  if (kind !== "number" || (monthNamed(claim, lang) !== null && !isNumberWord(claim, lang))) return false;
  const [mine, theirs] = [text, claim].map((shown) => figuresIn(shown, lang)[0]);
  return !mine || !theirs || !equal(mine, theirs);
}
