/** Paragraphs that begin with a label: who speaks ("HOLT: …", "Q: …"), or what a fact check calls them ("Claim: …", "Verdict: …"). */

import { english, packOf } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { oncePer } from "../../text/once-per.ts";

/** What a speaker says until the next one does. */
export interface Turn {
  label: Span;
  /** Whether it only asks. */
  asks: boolean;
  /** Whether the label is "A", "Answer": whoever the text presents. */
  answers: boolean;
  start: number;
  end: number;
}
const LABEL =
  /^[\s–—-]{0,4}(\p{Lu}[\p{L}.'’-]{0,30}(?: [\p{L}.'’-]{1,30}){0,4}|\p{Script=Han}{1,8})(?: ?[(（][^)）]{1,40}[)）])? ?([:：]|[.](?=\s))\s*/u;
/** Paragraphs that are looked at. */
const MAX_TURNS = 400;

const ofTag = oncePer((tag: string) => {
  const { question, answer, claim, rating, untrue } = packOf(tag)?.labels ?? english.labels;
  return {
    asks: new RegExp(`^(?:${question})$`, "iu"),
    answers: new RegExp(`^(?:${answer})$`, "iu"),
    claim: new RegExp(`^\\P{L}{0,4}(?:${claim}) ?[:：]\\s*`, "iu"),
    fact: new RegExp(`^\\P{L}{0,4}(?:${rating}) ?[:：]\\s*`, "iu"),
    untrue: new RegExp(`^\\P{L}{0,4}(?:${untrue})`, "iu"),
  };
});
/** The labels of a language. */
export const labelsOf = (lang: string) => ofTag(lang.slice(0, 2));

const rated = new WeakMap<object, boolean>();
/** Whether a fact check rates its claim as untrue: "Verdict: False". */
export function isRatedFalse(analysis: { text: string; lang: string }): boolean {
  let found = rated.get(analysis);
  if (found === undefined) {
    const { fact, untrue } = labelsOf(analysis.lang);
    found = analysis.text.split("\n", MAX_TURNS).some((line) => untrue.test(line.slice(fact.exec(line)?.[0].length ?? line.length)));
    rated.set(analysis, found);
  }
  return found;
}

/** The turns of a text: two labels or more, one of which returns or asks. */
export function turnsOf(text: string, lang: string): Turn[] {
  const { asks, answers, claim, fact } = labelsOf(lang);
  const found: Turn[] = [];
  const times = new Map<string, number>();
  let from = 0;
  for (const line of text.split("\n", MAX_TURNS)) {
    const match = LABEL.exec(line.slice(0, 200));
    const words = match?.[1] ?? "";
    const kinds = { asks: asks.test(words), answers: answers.test(words) };
    if (match && !claim.test(line) && !fact.test(line) && (match[2] !== "." || kinds.asks || kinds.answers)) {
      const at = from + match[0].indexOf(words);
      const label = { text: words, start: at, end: at + words.length };
      found.push({ label, ...kinds, start: from + match[0].length, end: from + line.length });
      times.set(words, (times.get(words) ?? 0) + 1);
    } else if (line.trim() && found.length) (found.at(-1) as Turn).end = from + line.length;
    from += line.length + 1;
  }
  // The last turn is a paragraph: what follows may be anybody's.
  const last = found.at(-1);
  if (last) last.end = last.start + (text.slice(last.start, last.end).split("\n")[0] ?? "").length;
  const spoken = [...times].some(([words, count]) => count > 1 || asks.test(words));
  if (!spoken || times.size < 2) return [];
  // "Transcript: …" is a heading.
  return found.filter(({ label, asks: one }, i) => i > 0 || one || label.start > 0 || (times.get(label.text) ?? 0) > 1);
}
