/** Features of how an answer contradicts the posts above it, beyond its denial cues: the place of a "not", and the word that it negates. */
import { NEGATION, STOP } from "./cues.ts";
import type { Features } from "./features.ts";
import { stem } from "./words.ts";

const words = (text: string) => new Set(text.split(" "));
/** "No, …", "False. …": as the first word. */
const OPENERS = words("no nope nah false wrong incorrect untrue lies lie bullshit bs fake not never");
/** "Not (yet) confirmed", "isn't true". */
const TRUE = words("true real confirmed verified correct accurate right fact factual proven proof clear possible believable");
const UNTRUE = words("unconfirmed untrue inaccurate incorrect unverified");
const THIS = words("this that it these those that's it's thats its");
const BE = words("is was are were");
const NOT = words("not no isn't wasn't aren't weren't never");
const NO = new Set(NEGATION);
/** Prefixes of words about how certain or how widely reported something is. */
const REPORTING = /^(?:facts?$|evidence|proof|misl|misinf|specul|rumou?r|propag|irrespons|clickb|linkb|journali|exagg|sensat)/;
const NUMBERS = new Map("zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, n) => [word, n]));

const numbersIn = (tokens: string[]) => tokens.flatMap((w) => (NUMBERS.has(w) || /^\d{1,5}$/.test(w) ? [NUMBERS.get(w) ?? Number(w)] : []));

/** Features of an answer's own words against the words of the posts above it. */
export function denialFeatures(own: string[], above: string[][]): Features {
  const out: Features = new Map();
  const theirs = new Set(
    above
      .flat()
      .filter((w) => w.length > 1 && !STOP.has(w))
      .map(stem),
  );
  const isNot = (i: number) => NOT.has(own[i] ?? "");
  own.forEach((word, i) => {
    const next = own[i + 1] ?? "";
    if (UNTRUE.has(word) || (NO.has(word) && (TRUE.has(next) || TRUE.has(own[i + 2] ?? "")))) out.set("x:not true", 1);
    if (NO.has(word) && own.slice(i + 1, i + 6).some((w) => w.length > 1 && !STOP.has(w) && theirs.has(stem(w))))
      out.set("x:not shared", 1);
    if (THIS.has(word) && (isNot(i + 1) || isNot(i + 2) || (BE.has(next) && isNot(i + 3)))) out.set("x:this not", 1);
    if (REPORTING.test(word)) out.set("x:reporting", 1);
  });
  if (OPENERS.has(own[0] ?? "")) out.set("x:opens", 1);
  const mine = numbersIn(own);
  const held = numbersIn(above.flat());
  if (mine.length > 0 && held.length > 0 && !mine.some((n) => held.includes(n))) out.set("x:other number", 1);
  return out;
}
