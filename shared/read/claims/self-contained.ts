/** Makes a proposition self-contained. */
import { english } from "../../lang/index.ts";
import type { TextAnalysis } from "../analysis.ts";
import { WORDS } from "../attribution/word-classes.ts";

const LEADING = new RegExp(
  `^(?:${english.grammar.claiming.standsForOther}|${english.grammar.naming.the} (?:${english.grammar.companyWords})(?! (?:${english.grammar.naming.notOf})\\b))\\b`,
  "i",
);
/** "One of its planes". */
const OWNED = new RegExp(`^(?:[\\p{L}\\p{N}]+\\s+){1,2}(?:${english.grammar.claiming.of})\\s+(${english.grammar.words.owners})\\b`, "u");
/** The text without stops at its end and without a quotation mark at either end, unless the mark's pair is inside the text. */
function unquoted(words: string): string {
  const bare = words.replace(/(?<![,;.])[,;.]+$/, "");
  const opens = /^[“"'‘]/.test(bare) && !/[”"'’]/.test(bare.slice(1, -1));
  const closes = /[”"'’]$/.test(bare) && !/[“"'‘]/.test(bare.slice(1, -1));
  return bare.slice(opens ? 1 : 0, closes ? -1 : undefined).replace(/(?<![,;.])[,;.]+$/, "");
}

/** A self-contained proposition: its leading pronoun is replaced by the name of its antecedent. */
export function selfContained(analysis: TextAnalysis, draft: { start: number; end: number; text: string | null }): string {
  const words = unquoted((draft.text ?? analysis.text.slice(draft.start, draft.end)).replace(/\s+/g, " ").trim());
  const pronoun = LEADING.exec(words)?.[0] ?? OWNED.exec(words)?.[1];
  if (!pronoun) return words;
  const owner = analysis.partyAt(pronoun, "", draft.start).name;
  if (!owner) return words;
  const at = words.indexOf(pronoun);
  return `${words.slice(0, at)}${owner}${WORDS.owners.has(pronoun.toLowerCase()) ? "’s" : ""}${words.slice(at + pronoun.length)}`;
}
