/** A proposition in words that stand alone. */
import { english } from "../../lang/index.ts";
import type { TextAnalysis } from "../analysis.ts";
import { firstSubject } from "../attribution/first-subject.ts";
import { roleOf } from "../parties/party.ts";

const PRONOUN = /^(?:it|its|they|their|he|she|his|her)$/i;
const LEADING = new RegExp(`^(?:it|its|they|their|he|she|his|her|the (?:${english.grammar.companyWords})(?! (?:of|in|for)\\b))\\b`, "i");
/** "One of its planes". */
const OWNED = /^(?:[\p{L}\p{N}]+\s+){1,3}(its|their|his|her)\b/u;
/** What is published speaks, but nothing is its: "a post claimed that its pipes are made of lead". */
const CARRIER = new RegExp(`\\b(?:${english.grammar.rumourNouns}|users?|accounts?|articles?|images?|letters?|documents?)\\b`, "i");

/** Without the stops at its end, and without a quotation mark at an end whose other one is at the other end, or nowhere. */
function unquoted(words: string): string {
  const bare = words.replace(/(?<![,;.])[,;.]+$/, "");
  const opens = /^[“"'‘]/.test(bare) && !/[”"'’]/.test(bare.slice(1, -1));
  const closes = /[”"'’]$/.test(bare) && !/[“"'‘]/.test(bare.slice(1, -1));
  return bare.slice(opens ? 1 : 0, closes ? -1 : undefined).replace(/(?<![,;.])[,;.]+$/, "");
}

/** Whom a pronoun of what a sentence says stands for: who says it, else whom the sentence is about. Null where neither may be meant. */
function ownerIn(analysis: TextAnalysis, draft: { start: number; sentence: number }, pronoun: string): string | null {
  const sentence = analysis.sentences[draft.sentence];
  if (!sentence || !analysis.lang.startsWith("en")) return null;
  const fits = (words: string): string | null => {
    const text = words.trim();
    // "Shares in Veltrix fell": nothing is theirs.
    if (/^(?:shares|stocks?|prices|sales|bookings|trading)$/i.test(text)) return null;
    const { kind, name, role, description } = analysis.partyAt(text, "", draft.start);
    if (CARRIER.test(text) || PRONOUN.test(text) || kind === "anonymous" || kind === "account" || /^(?:who|which|that)$/i.test(text))
      return null;
    // Two capitalised words are taken for a person; who is called "it" is none.
    const person = kind === "person" && (role !== null || roleOf(text) !== null);
    if (/^it/i.test(pronoun) ? person : /^(?:he|she|his|her)$/i.test(pronoun) && kind !== "person") return null;
    return name ?? (/^the\s/i.test(text) ? text.replace(/^The/, "the") : (description ?? null));
  };
  const said = analysis
    .statementsIn(draft.sentence)
    .filter(({ speaker, content }) => speaker && content.start <= draft.start && draft.start < content.end && speaker.start < content.start)
    .sort((a, b) => b.content.start - a.content.start);
  for (const { speaker } of said) {
    const who = speaker && fits(speaker.text);
    if (who) return who;
  }
  const before = sentence.tokens.findIndex((token) => token.start >= draft.start);
  const subject = before > 0 ? firstSubject(sentence.tokens, before) : null;
  const [first, last] = subject ? [sentence.tokens[subject.from], sentence.tokens[subject.to - 1]] : [];
  return first && last ? fits(analysis.text.slice(first.start, last.end)) : null;
}

/** A proposition that stands alone: its leading pronoun replaced by the name that it stands for. */
export function selfContained(
  analysis: TextAnalysis,
  draft: { start: number; end: number; sentence: number; text: string | null },
): string {
  const words = unquoted((draft.text ?? analysis.text.slice(draft.start, draft.end)).replace(/\s+/g, " ").trim());
  const pronoun = LEADING.exec(words)?.[0] ?? OWNED.exec(words)?.[1];
  if (!pronoun) return words;
  const owner = (PRONOUN.test(pronoun) && ownerIn(analysis, draft, pronoun)) || analysis.partyAt(pronoun, "", draft.start).name;
  if (!owner) return words;
  const at = words.indexOf(pronoun);
  return `${words.slice(0, at)}${owner}${/^(?:its|their|his|her)$/i.test(pronoun) ? "’s" : ""}${words.slice(at + pronoun.length)}`;
}
