/** Finds the actor of a response: the party that does what a cue names. */

import { type CueGrammar, chinese, cueGrammarOf, english, wholeWords } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { saysNothing } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { overlap } from "../../text/span.ts";
import { type LocatedStatement, type PartyAt, partyOfSpan, saidAt, type TextAnalysis } from "../analysis.ts";
import { partyOfPhrase } from "../attribution/attribution.ts";
import { chineseSubject } from "../attribution/chinese.ts";
import { issuerOf, WE } from "../attribution/issuer.ts";
import { subjectBefore as englishSubject, phraseAfter } from "../attribution/noun-phrases.ts";
import { speakerAfter, subjectBefore } from "../attribution/speaker-search.ts";
import { subjectNear } from "../responses/acting-party.ts";
import type { ResponseCue } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { NOBODY } from "./party.ts";

/** Cues that judge rather than act stand inside reported speech; the speaker is the actor. */
const JUDGING = new RegExp(`^(?:${english.grammar.judging}|${chinese.chinese.judging})`, "iu");
const CONTENT_KINDS = new Set(["denial", "confirmation", "apology", "explanation", "clarification", "partial_confirmation"]);
const { acting: WORDS } = english.grammar;
const NOMINAL = new RegExp(`^(?:${WORDS.nouns})`, "i");
const VERBAL = new RegExp(`^(?:${WORDS.verbalNoun})`, "i");
const ASKED = new RegExp(`^${WORDS.asked}`, "i");
const BY = new RegExp(`^(?:${WORDS.by})$`);
const VERB_OF_NOUN = new RegExp(`${WORDS.verbsOfNoun}$`);
const PASSIVE_CUE = new RegExp(`^${WORDS.passiveCue}`, "i");
const PARTICIPLE = new RegExp(`^${WORDS.participle}\\b`, "i");
const LONE_PARTICIPLE = new RegExp(`^${WORDS.participle}$`, "i");
const PASSIVE_BEFORE = new RegExp(`\\b${WORDS.passiveBefore}$`, "i");
const BY_BEHIND = new RegExp(`^${WORDS.byBehind}`);
const ACTIVE = new RegExp(WORDS.active, "i");
/** Whose noun it is: a name or a possessor right before it. */
const OWNER = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:${WORDS.owner})?(?:\\p{Lu}[\\p{L}.&-]*(?: \\p{Lu}[\\p{L}.&-]*){0,4}(?:['’]s)?|\\p{Ll}[\\p{Ll}-]+['’]s)) (?:\\p{Ll}+ )?$`,
  "u",
);

/** The party that does what the cue names, with the words that name it; null where the text names none. */
export function actorOf(analysis: TextAnalysis, sentence: TokenSentence, index: number, cue: ResponseCue): PartyAt | null {
  const { text, lang } = analysis;
  const grammar = cueGrammarOf(lang);
  if (grammar) return cueGrammarActor(analysis, sentence, index, cue, grammar);
  const start = sentence.start + cue.start;
  const inside = saidAt(analysis, start);
  const here = analysis.statementsIn(index).filter((s) => s.speaker);
  if (lang.startsWith("zh")) {
    const own = here.find((s) => s.cue.start < start + cue.text.length && start < s.cue.end);
    if (own || (JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type))) return speaker(own) ?? speaker(inside.at(-1)) ?? speaker(here[0]);
    const subject = chineseSubject(text, sentence.start, start);
    if (subject) return partyOfSpan(analysis, subject);
    // A clause without a subject has that of the one before. Who gave no answer may be whom that one asked.
    return speaker(inside.at(-1)) ?? (saysNothing(cue.type) ? speaker(here[0]) : subjectNear(analysis, sentence, index, start));
  }
  if (JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type)) return speaker(inside.at(-1));
  // "The Ledger has contacted Acme for comment": who was asked gave none.
  const asked = ASKED.exec(cue.text)?.groups?.["who"];
  if (asked) return { party: analysis.partyAt(asked, "", start + 1), at: start };
  const own = here.find((s) => s.cue.start <= start && start < s.cue.end);
  if (own) return speaker(own);
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.end > start && token.kind !== "quote");
  if (at < 0 || (tokens[at] as { start: number }).start > sentence.start + cue.end) return speaker(inside.at(-1));
  const by = (from: number) => {
    for (let i = from; i < Math.min(tokens.length - 1, from + 10); i++) {
      if (!BY.test(tokens[i]?.lower ?? "")) continue;
      const phrase = phraseAfter(tokens, i + 1);
      if (phrase) return partyOfPhrase(analysis, tokens, phrase);
    }
    return null;
  };
  if (NOMINAL.test(cue.text) && !VERBAL.test(cue.text)) {
    // "The DHS denial", "the ministry's apology"
    const owner = OWNER.exec(text.slice(sentence.start, start));
    if (owner?.[1]) return { party: analysis.partyAt(owner[1].replace(/['’]s$/, ""), "", start), at: sentence.start + owner.index };
    const agent = by(at + 1);
    if (agent && agent.party.kind !== "unknown") return agent;
    // "Roe provided an explanation": the verb before the noun's determiner has the subject.
    let verb = at - 1;
    while (verb > 0 && at - verb < 6 && !VERB_OF_NOUN.test(tokens[verb]?.lower ?? "")) verb--;
    at = verb;
  }
  const before = text.slice(sentence.start, start);
  const passive =
    (PASSIVE_CUE.test(cue.text) ||
      (PARTICIPLE.test(cue.text) && PASSIVE_BEFORE.test(before)) ||
      // "A claim denied by the agency"
      (LONE_PARTICIPLE.test(cue.text) && BY_BEHIND.test(text.slice(start + cue.text.length)))) &&
    !ACTIVE.test(cue.text);
  const agent = passive ? by(at) : null;
  if (agent) return agent;
  const subject = englishSubject(tokens, at);
  if (subject) {
    if (passive && (cue.type === "takedown" || cue.type === "label")) return { party: NOBODY, at: sentence.start };
    return partyOfPhrase(analysis, tokens, subject.antecedent ?? subject);
  }
  return (
    speaker(inside.at(-1)) ??
    speaker(here.findLast((s) => s.cue.start < start)) ??
    (cue.type === "right_of_reply" ? speaker(here[0]) : null)
  );
}

const speaker = (said: LocatedStatement | undefined): PartyAt | null =>
  said?.speaker ? { party: said.speaker.party, at: said.speaker.start } : null;

const patternsOf = oncePer((grammar: CueGrammar) => ({
  by: wholeWords(grammar.by, "iu"),
  passive: wholeWords(grammar.passive, "iu"),
  /** "wurde am Dienstag vom Ministerium dementiert": the agent stands before its participle. */
  agentWithin: new RegExp(`(?<!\\p{L})(?:${grammar.passive})(?: [^.;:]{1,40}?)? (?:${grammar.by})(?!\\p{L})`, "iu"),
  /** A cue that judges: nobody does what it says. */
  judges: wholeWords(`^(?:${grammar.untrue})`, "iu"),
}));

/** The party that does what a cue names: who says it, else the subject before it, else the agent of a passive. */
function cueGrammarActor(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  index: number,
  cue: ResponseCue,
  grammar: CueGrammar,
): PartyAt | null {
  const start = sentence.start + cue.start;
  const end = sentence.start + cue.end;
  const here = analysis.statementsIn(index).filter((s) => s.speaker);
  const ofCue = here.find((s) => overlap(s.cue, { start, end }));
  const said = ofCue ?? saidAt(analysis, start)[0];
  // "nous a dit ne pas commenter": said so.
  const isSaid = said && start >= said.content.start && start - said.content.start < 3 && said.content.start >= said.cue.end;
  const isSpeaker = ofCue?.speaker && ofCue.speaker.start < start;
  const before = saysNothing(cue.type) && !isSpeaker && !isSaid && subjectBefore(analysis.text, sentence.start, start, grammar);
  if (said && !before) return speaker(said);
  // "Es falso." outside reported speech is the text's own word and nobody's answer; in a press release it is the sender's.
  const own = patternsOf(grammar).judges.test(cue.text) || WE.test(analysis.text.slice(Math.max(sentence.start, start - 20), end));
  const issuer = own && !said ? issuerOf(analysis) : null;
  if (issuer?.name) return { party: issuer, at: sentence.start };
  if (!said && patternsOf(grammar).judges.test(cue.text)) return null;
  const of = (span: Span | null) => span && partyOfSpan(analysis, span);
  const agent = patternsOf(grammar).by.exec(analysis.text.slice(end, Math.min(sentence.end, end + 40)));
  if (agent && agent.index < 3 && patternsOf(grammar).passive.test(analysis.text.slice(Math.max(sentence.start, start - 20), end)))
    return of(speakerAfter(analysis.text, end + agent.index + agent[0].length, sentence.end, grammar, false));
  const within = grammar.capitalNouns ? patternsOf(grammar).agentWithin.exec(analysis.text.slice(sentence.start, start)) : null;
  if (within) return of(speakerAfter(analysis.text, sentence.start + within.index + within[0].length, start, grammar, false));
  // Its subject may follow a German verb: "Am Montag entschuldigte sich der Verlag".
  const follows = () => (grammar.capitalNouns ? speakerAfter(analysis.text, end, sentence.end, grammar, true) : null);
  const subject = subjectBefore(analysis.text, sentence.start, start, grammar) ?? follows();
  return of(subject) ?? speaker(here[0]);
}
