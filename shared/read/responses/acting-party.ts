/**
 * Finds the party of an act if the words right before the cue name nobody: the outlet itself, or the topic of this sentence or the one
 * before.
 */
import { type CueGrammar, chinese, cueGrammarOf, sourcesOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import type { TextAnalysis } from "../analysis.ts";
import { chineseSubject } from "../attribution/chinese.ts";
import { carriesClaim } from "../attribution/cue-grammar-phrases.ts";
import { namesIn } from "../gates/names.ts";
import type { TokenSentence } from "../tokens.ts";

const own = sourcesOf(({ page }) => page?.ownVoice);
/** "We apologise", "this article has been corrected": a paper speaks of what it published itself. */
const OWN_VOICE = new RegExp(`(?<!\\p{L})(?:${own.spaced})(?!\\p{L})|${own.unspaced}`, "iu");
const OWN_ACTS: ReadonlySet<ResponseType> = new Set(["correction", "retraction", "apology", "takedown"]);

/** Whether an act of a type is the outlet's own, in a sentence that is nobody else's speech. */
export const isOwnAct = (type: ResponseType, words: string) => OWN_ACTS.has(type) && OWN_VOICE.test(words);

const NO_SUBJECT = new RegExp(chinese.chinese.noSubject, "u");

/** Function words: a phrase that begins or ends with one is a fragment of another phrase. */
const smallWords = oncePer(
  ({ adjunct, that, nobody, article, he, of, by, conjunctions }: CueGrammar) =>
    new RegExp(`^(?:${[adjunct, that, nobody, article, he, of, by, conjunctions].join("|")})$`, "iu"),
);

/** Whether the span found as subject names a party: it has no preposition, conjunction or pronoun, and no word that carries a claim. */
export function namesParty({ name, description, kind }: Party, lang: string): boolean {
  const words = name ?? description ?? "";
  if (/\p{Script=Han}/u.test(words)) return !NO_SUBJECT.test(words);
  if (/[«»“”„"]/.test(words)) return false;
  const grammar = cueGrammarOf(lang);
  if (!grammar || kind === "person") return true;
  const isSmall = (word: string) => smallWords(grammar).test(word);
  const [first = "", ...rest] = words.split(/\s+/);
  if (isSmall(first) && rest.every((word) => /^\p{Ll}/u.test(word))) return false;
  return !isSmall(rest.at(-1) ?? "") && !carriesClaim([first, ...rest.slice(0, 1)].join(" "), grammar);
}

/** Matches nothing: no word is left out of a name. */
const NONE = /(?!)/;

/** The party that a sentence is about before `at`, or the last speaker before it; null for nobody. */
export function subjectNear(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  index: number,
  at: number,
): { party: Party; at: number } | null {
  const { text, lang } = analysis;
  const here = analysis.statementsIn(index).findLast(({ speaker }) => speaker && speaker.start < at && namesParty(speaker.party, lang));
  if (here?.speaker) return { party: here.speaker.party, at: here.speaker.start };
  const passage = text.slice(sentence.start, at);
  const clauses = lang.startsWith("zh") ? [...passage.matchAll(/[^，。：、；“「]{2,24}/gu)] : [];
  for (const clause of clauses.reverse()) {
    const start = sentence.start + clause.index;
    const subject = chineseSubject(text, start, start + clause[0].length);
    const party = subject && analysis.partyAt(subject.text, "", subject.start + 1);
    if (subject && party && namesParty(party, lang)) return { party, at: subject.start };
  }
  // A single word at the start of a sentence always has a capital, name or not.
  const name = clauses.length ? undefined : namesIn(passage, NONE, null).find((one) => one.start > 0 || one.name.includes(" "));
  if (name) return { party: analysis.partyAt(name.name, "", sentence.start + name.start + 1), at: sentence.start + name.start };
  for (const back of [1, 2]) {
    const before = analysis.statementsIn(index - back).findLast(({ speaker }) => speaker && namesParty(speaker.party, lang))?.speaker;
    if (before) return { party: before.party, at: sentence.start };
  }
  return null;
}
