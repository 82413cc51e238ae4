/** Labels of paragraphs in fact checks: "Claim: …", "Verdict: …". */

import { english, packOf } from "../../lang/index.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";

/** How many paragraphs are searched for a label. */
const MAX_PARAGRAPHS = 400;

const ofTag = oncePer((tag: string) => {
  const { claim, rating, untrue } = packOf(tag)?.labels ?? english.labels;
  return {
    claim: new RegExp(`^\\P{Alpha}{0,4}(?:${claim}) ?[:：]\\s*`, "iu"),
    fact: new RegExp(`^\\P{Alpha}{0,4}(?:${rating}) ?[:：]\\s*`, "iu"),
    untrue: new RegExp(`^\\P{Alpha}{0,4}(?:${untrue})`, "iu"),
  };
});
/** The labels of a language. */
export const labelsOf = (lang: string) => ofTag(lang.slice(0, 2));
/** Length, in UTF-16 units, of a paragraph's label at the start of a passage; 0 without one. */
export const labelLength = (passage: string, lang: string): number =>
  (labelsOf(lang).claim.exec(passage) ?? labelsOf(lang).fact.exec(passage) ?? [""])[0].length;

/** Whether a fact check rates its claim as untrue: "Verdict: False". */
export const isRatedFalse = oncePerObject(({ text, lang }: { text: string; lang: string }): boolean => {
  const { fact, untrue } = labelsOf(lang);
  return text.split("\n", MAX_PARAGRAPHS).some((line) => untrue.test(line.slice(fact.exec(line)?.[0].length ?? line.length)));
});
