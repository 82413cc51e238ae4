/** Why a claim is proposed, in words for people. */
import type { Change } from "./compare/changed.ts";
import { type Compared, FEATURES } from "./features.ts";
import type { Prepared } from "./prepare.ts";

/** Minimum scaled idf of a shared word that is listed as rare: about one claim in 200 has it. */
const MIN_RARE_IDF = 0.5;
const MAX_LISTED = 4;
const COVERAGE = FEATURES.indexOf("claimCoverage");

const listed = (items: string[]) => items.slice(0, MAX_LISTED).join(", ");

/** The reasons for a claim that a text may make. `same`: the text has the very words of the claim. */
export function reasonsOf(
  text: Prepared,
  { shared, values, fields }: Compared,
  same: boolean,
  changed: Change[],
  idf: (term: string) => number,
): string[] {
  const out: string[] = [];
  if (same) out.push("says the same words");
  const shown = new Map<string, string>();
  for (const token of text.tokens) if (!shown.has(token.term)) shown.set(token.term, token.shown.replace(/'s$/, ""));
  const numbers = shared.filter((term) => text.numbers.has(term)).map((term) => shown.get(term) ?? term);
  const plainWords = shared.filter((term) => !text.numbers.has(term));
  const rare = plainWords.filter((term) => idf(term) >= MIN_RARE_IDF).map((term) => (shown.get(term) ?? term).toLowerCase());
  if (rare.length) out.push(`rare word${rare.length > 1 ? "s" : ""}: ${listed(rare)}`);
  else if (plainWords.length) out.push(`common words only: ${listed(plainWords.map((term) => (shown.get(term) ?? term).toLowerCase()))}`);
  if (numbers.length) out.push(`the number${numbers.length > 1 ? "s" : ""} ${listed(numbers)}`);
  const run = Math.max(
    0,
    ...fields.map((field) =>
      longestRun(
        field.map((token) => token.term),
        text,
      ),
    ),
  );
  if (!same && run >= 4) out.push(`${run} words in the same order`);
  if (!same && (values[COVERAGE] ?? 0) >= 0.8) out.push("nearly the whole claim");
  for (const change of changed) out.push(`differs: ${change.text} against ${change.claim}`);
  return out;
}

function longestRun(terms: string[], text: Prepared): number {
  let best = 0;
  let run = 0;
  for (let i = 0; i + 1 < terms.length; i++) {
    run = text.pairs.has(`${terms[i]} ${terms[i + 1]}`) ? run + 1 : 0;
    if (run) best = Math.max(best, run + 1);
  }
  return best;
}
