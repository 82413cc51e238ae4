/** Finds the party of an act if the words directly before the cue name nobody: the outlet itself, or the topic of this sentence or the one before. */

import { type CueGrammar, chinese, cueGrammarOf, NOTHING, patternOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { oncePer } from "../../text/once-per.ts";
import { spanOf } from "../../text/span.ts";
import { type PartyAt, partyOfSpan, type TextAnalysis } from "../analysis.ts";
import { clauseSubjects } from "../attribution/chinese.ts";
import { carriesClaim, functionWords } from "../attribution/cue-patterns.ts";
import { SELF } from "../attribution/issuer.ts";
import { openingParty } from "../attribution/phrases/speakers.ts";
import { allNamesIn } from "../gates/names.ts";
import type { TokenSentence } from "../tokens.ts";

/** "We apologise", "this article has been corrected": a newspaper speaks of its own publication. */
const OWN_VOICE = patternOf(({ page }) => page?.ownVoice);
const OWN_ACTS: ReadonlySet<ResponseType> = new Set(["correction", "retraction", "apology", "takedown"]);

/** Whether an act of a type is the outlet's own, in a sentence that is nobody else's speech. */
export const isOwnAct = (type: ResponseType, words: string) => OWN_ACTS.has(type) && OWN_VOICE.test(words);

const NO_SUBJECT = new RegExp(chinese.chinese.noSubject, "u");

/** Function words: a phrase that begins or ends with one is a fragment of another phrase. */
const smallWords = oncePer((grammar: CueGrammar) => {
  const { that, nobody, article, he, of, by, subordinators } = grammar;
  return new RegExp(`^(?:${[functionWords(grammar), that, nobody, article, he, of, by, subordinators].join("|")})$`, "iu");
});

/** Whether a span that was found as subject names a party: it has no preposition, conjunction, pronoun, or noun for a carrier of claims. */
export function namesParty({ name, description, kind }: Party, lang: string): boolean {
  const words = name ?? description ?? "";
  if (hasHan(words)) return !NO_SUBJECT.test(words);
  if (SELF.test(words)) return false;
  if (/[«»“”„"]/.test(words)) return false;
  const grammar = cueGrammarOf(lang);
  if (!grammar || kind === "person") return true;
  const isSmall = (word: string) => smallWords(grammar).test(word);
  const [first = "", ...rest] = words.split(/\s+/);
  // "Ils démentent": a plural pronoun.
  if (rest.length === 0 && new RegExp(`^(?:${grammar.subject})$`, "iu").test(first)) return false;
  if (isSmall(first) && rest.every((word) => /^\p{Lower}/u.test(word))) return false;
  return !isSmall(rest.at(-1) ?? "") && !carriesClaim([first, ...rest.slice(0, 1)].join(" "), grammar);
}

/** The party that a sentence is about before `at`, or the last speaker before it; null if there is none. */
export function subjectNear(analysis: TextAnalysis, sentence: TokenSentence, index: number, at: number): PartyAt | null {
  const { text, lang } = analysis;
  const fits = (party: Party) => namesParty(party, lang);
  const here = analysis.statementsIn(index).findLast(({ speaker }) => speaker && speaker.start < at && fits(speaker.party));
  if (here?.speaker) return { party: here.speaker.party, at: here.speaker.start };
  const passage = text.slice(sentence.start, at);
  if (lang.startsWith("zh")) {
    const subjects = clauseSubjects(text, sentence.start, at).map((subject) => partyOfSpan(analysis, subject));
    const last = subjects.findLast(({ party }) => namesParty(party, lang));
    if (last) return last;
  } else {
    const grammar = cueGrammarOf(lang);
    const opens = grammar && !grammar.capitalNouns ? openingParty(text, sentence.start, at, grammar) : null;
    const opening = opens && partyOfSpan(analysis, opens);
    if (opening && opening.at < at && fits(opening.party)) return opening;
    // "Desde Miami negó", "bei der Molkerei entschuldigt": a name behind a preposition is no subject.
    const noSubject = new RegExp(
      grammar ? `(?<!\\p{Alpha})(?:${grammar.prepositions}|${grammar.of})\\P{Alpha}{1,3}(?:(?:${grammar.article})\\s)?$` : NOTHING,
      "iu",
    );
    // A single word at the start of a sentence always has a capital, name or not.
    const isSubject = ({ name, start }: { name: string; start: number }) => {
      const before = passage.slice(0, start);
      return (start > 0 || name.includes(" ")) && !/["“«„]\s?$/.test(before) && !noSubject.test(before);
    };
    const name = allNamesIn(passage).find(isSubject);
    if (name) return partyOfSpan(analysis, spanOf(text, sentence.start + name.start, sentence.start + name.end));
  }
  for (const back of [1, 2]) {
    const before = analysis.statementsIn(index - back).findLast(({ speaker }) => speaker && fits(speaker.party))?.speaker;
    if (before) return { party: before.party, at: sentence.start };
    const told = lang.startsWith("zh") ? analysis.sentences[index - back] : undefined;
    const subject =
      told && clauseSubjects(text, told.start, told.end).findLast((one) => namesParty(partyOfSpan(analysis, one).party, lang));
    if (subject) return partyOfSpan(analysis, subject);
  }
  return null;
}
