/** Finds how a post corrects or retracts what its own account posted before. */
import { NOTHING, packOf, wholeWords } from "../../lang/index.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { oncePer } from "../../text/once-per.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import type { Range } from "../../text/span.ts";

/** What an account says of its own post, with the words that say so. */
interface OwnCorrection extends Range {
  type: "correction" | "retraction";
}

const MAX_POST = 3_000;
const patterns = oncePer((tag: string) => {
  const { ownCorrections: words, unspaced, negation } = packOf(tag) ?? {};
  if (!words) return null;
  const whole = (source: string) => wholeWords(source, "iu", unspaced);
  return {
    retraction: whole(words.retraction),
    correction: whole(words.correction),
    label: new RegExp(`(?<=^|\\n)[^\\p{Alpha}\\p{N}\\n]{0,6}(?:${words.label})[*_]{0,2} ?[:：]`, "iu"),
    unless: whole(words.unless),
    negated: new RegExp(`${unspaced ? "" : "(?<![\\p{Alpha}\\p{N}])"}(?:${negation?.ofResponse ?? NOTHING})$`, "iu"),
  };
});

/** The correction or retraction of the account's own words in a post. Null if there is none, or only one in quoted words of others. */
export function ownCorrectionIn(post: string, lang: string): OwnCorrection | null {
  const found = patterns(primaryTag(lang));
  if (!found) return null;
  const text = withoutQuotations(post.slice(0, MAX_POST));
  for (const type of ["retraction", "correction"] as const) {
    const match = found[type].exec(text);
    if (!match) continue;
    const before =
      text
        .slice(0, match.index)
        .split(/[.!?…\n:;。！？；]/u)
        .at(-1) ?? "";
    if (!found.unless.test(before) && !found.negated.test(before)) return { type, start: match.index, end: match.index + match[0].length };
  }
  const label = found.label.exec(text);
  return label && { type: "correction", start: label.index, end: label.index + label[0].length };
}
