/** Finds the actor of a response: the party that performs the act of a cue. */

import { type CueGrammar, chinese, cueGrammarOf, english, patternsIn, wholeWords } from "../../lang/index.ts";
import { saysNothing } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { holds, overlap } from "../../text/span.ts";
import { type LocatedStatement, type PartyAt, partyOfSpan, saidAt, type TextAnalysis } from "../analysis.ts";
import { chineseSubject } from "../attribution/chinese.ts";
import { issuerOf, SELF, WE } from "../attribution/issuer.ts";
import { subjectBefore as englishSubject, partyOfPhrase, phraseAfter } from "../attribution/phrases/noun-phrases.ts";
import { openingParty, partyBefore, pronounBehind, speakerAfter, subjectBefore } from "../attribution/phrases/speakers.ts";
import { ofSentence } from "../attribution/phrases/subjects.ts";
import { WORDS } from "../attribution/phrases/word-classes.ts";
import { subjectNear } from "../responses/acting-party.ts";
import type { ResponseCue } from "../responses/response-cues.ts";
import { isQuoted, type Token, type TokenSentence } from "../tokens.ts";
import { NOBODY } from "./party.ts";

/** Cues that judge rather than act occur in reported speech. The speaker is then the actor. */
const JUDGING = new RegExp(`^(?:${english.grammar.judging}|${chinese.chinese.judging})`, "iu");
const CONTENT_KINDS = new Set(["denial", "confirmation", "apology", "explanation", "clarification", "partial_confirmation"]);
const ACTING = patternsIn(english.grammar.acting);
/** The owner of a noun: a name or possessor directly before it. */
const OWNER = new RegExp(
  `(?<![\\p{Alpha}\\p{N}])((?:${english.grammar.acting.owner})?(?:\\p{Upper}[\\p{Alpha}.&-]*(?: \\p{Upper}[\\p{Alpha}.&-]*){0,4}(?:['’]s)?|\\p{Lower}[\\p{Lower}-]+['’]s)) (?:\\p{Lower}+ )?$`,
  "u",
);

/** A cue in its sentence, with the statements of named speakers that contain it, and those of its sentence. */
interface PlacedCue {
  analysis: TextAnalysis;
  sentence: TokenSentence;
  index: number;
  cue: ResponseCue;
  /** UTF-16 offsets of the cue in the text. */
  start: number;
  end: number;
  inside: LocatedStatement[];
  here: LocatedStatement[];
}

/** The party that performs the act of a cue, with the words that name it; null if the text names none. */
export function actorOf(analysis: TextAnalysis, sentence: TokenSentence, index: number, cue: ResponseCue): PartyAt | null {
  const [start, end] = [sentence.start + cue.start, sentence.start + cue.end];
  const here = analysis.statementsIn(index).filter((said) => said.speaker);
  const placed = { analysis, sentence, index, cue, start, end, inside: saidAt(analysis, start), here };
  const grammar = cueGrammarOf(analysis.lang);
  if (grammar) return cueGrammarActor(placed, grammar);
  return analysis.lang.startsWith("zh") ? chineseActor(placed) : englishActor(placed);
}

const speaker = (said: LocatedStatement | undefined): PartyAt | null =>
  said?.speaker && said.speaker.party !== NOBODY ? { party: said.speaker.party, at: said.speaker.start } : null;

function chineseActor({ analysis, sentence, index, cue, start, end, inside, here }: PlacedCue): PartyAt | null {
  const own = here.find((said) => overlap(said.cue, { start, end }));
  if (!own && isQuoted(sentence, start)) return speaker(inside.at(-1));
  if (own || (JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type))) return speaker(own) ?? speaker(inside.at(-1)) ?? speaker(here[0]);
  const subject = chineseSubject(analysis.text, sentence.start, start);
  if (subject) return partyOfSpan(analysis, subject);
  // A clause without a subject has that of the one before.
  return speaker(inside.at(-1)) ?? subjectNear(analysis, sentence, index, start);
}

function englishActor({ analysis, sentence, cue, start, end, inside, here }: PlacedCue): PartyAt | null {
  const { text } = analysis;
  if (JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type)) return speaker(inside.at(-1));
  // "The Ledger has contacted Acme for comment": the party that was asked gave no comment.
  const asked = ACTING.asked.exec(cue.text)?.groups?.["who"];
  if (asked) return { party: analysis.partyAt(asked, "", start + 1), at: start };
  const own = here.find((said) => holds(said.cue, start));
  if (own) return speaker(own);
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.end > start && token.kind !== "quote");
  if (at < 0 || (tokens[at] as Token).start > end) return speaker(inside.at(-1));
  const before = text.slice(sentence.start, start);
  if (ACTING.nouns.test(cue.text) && !ACTING.verbalNoun.test(cue.text)) {
    // "The DHS denial", "the ministry's apology"
    const owner = OWNER.exec(before);
    // "The denial by Acme": an article owns nothing.
    if (owner?.[1] && !WORDS.determiners.has(owner[1].toLowerCase()))
      return { party: analysis.partyAt(owner[1].replace(/['’]s$/, ""), "", start), at: sentence.start + owner.index };
    // "Roe provided an explanation": the verb before the noun's determiner has the subject.
    let verb = at - 1;
    while (verb > 0 && at - verb < 6 && !ACTING.verbsOfNoun.test(tokens[verb]?.lower ?? "")) verb--;
    at = verb;
  }
  const passive = isPassive(cue.text, before, text.slice(start + cue.text.length));
  const agent = passive ? agentBehind(analysis, tokens, at) : null;
  if (agent) return agent;
  const subject = ofSentence(tokens, at, englishSubject(tokens, at));
  if (subject) {
    if (passive && (cue.type === "takedown" || cue.type === "label")) return { party: NOBODY, at: sentence.start };
    // "We apologise to Roe": the actor is the speaker or the newspaper, whatever the text named before.
    if (SELF.test(tokens[subject.from]?.text ?? "") && (inside.length || !issuerOf(analysis))) return speaker(inside.at(-1));
    return partyOfPhrase(analysis, tokens, subject.antecedent ?? subject);
  }
  return (
    speaker(inside.at(-1)) ??
    speaker(here.findLast((said) => said.cue.start < start)) ??
    (cue.type === "right_of_reply" ? speaker(here[0]) : null)
  );
}

/** The agent after "by" near a token. */
function agentBehind(analysis: TextAnalysis, tokens: Token[], from: number): PartyAt | null {
  for (let i = from; i < Math.min(tokens.length - 1, from + 10); i++) {
    const phrase = ACTING.by.test(tokens[i]?.lower ?? "") ? phraseAfter(tokens, i + 1) : null;
    if (phrase) return partyOfPhrase(analysis, tokens, phrase);
  }
  return null;
}

/** Whether an English cue is a passive: "was denied", "a claim denied by the agency". */
const isPassive = (cue: string, before: string, after: string): boolean =>
  !ACTING.active.test(cue) &&
  (ACTING.passiveCue.test(cue) ||
    (ACTING.participle.test(cue) && ACTING.passiveBefore.test(before)) ||
    (ACTING.participle.exec(cue)?.[0] === cue && ACTING.byBehind.test(after)));

/** Whether a cue judges a claim ("it is false") rather than reports an act. Outside of reported speech it is the text's own judgement. */
export function judges({ text, type }: ResponseCue, lang: string): boolean {
  const grammar = cueGrammarOf(lang);
  return grammar ? patternsOf(grammar).judges.test(text) : JUDGING.test(text) && CONTENT_KINDS.has(type);
}

const NEVER = "(?!)";
const patternsOf = oncePer((grammar: CueGrammar) => ({
  by: wholeWords(grammar.by, "iu"),
  /** "par le": the article begins the agent. */
  ownArticle: new RegExp(`(?<=[\\s])(?:${grammar.article})$`, "iu"),
  passive: wholeWords(grammar.passive, "iu"),
  /** "una noticia desmentida por el club": a participle without a verb. */
  participle: new RegExp(grammar.capitalNouns ? NEVER : `^\\p{Lower}+(?:${grammar.participleForm ?? NEVER})`, "u"),
  active: new RegExp(`(?<!\\p{Alpha})(?:${grammar.auxiliary})(?: (?:${grammar.adverbs}))? ?$`, "iu"),
  /** "a été supprimée", "fue retirado" */
  passiveWithin: grammar.capitalNouns
    ? /(?!)/
    : new RegExp(
        `^(?:\\p{Lower}{1,7} )?(?:${grammar.passive}) \\p{Lower}+(?:${(grammar.participleForm ?? NEVER).replace("$", "")})$`,
        "iu",
      ),
  passiveBehind: new RegExp(`(?<!\\p{Alpha})(?:${grammar.passive})(?: (?:${grammar.adverbs}))? $`, "iu"),
  /** "Handelte es sich": an impersonal verb. */
  isNobody: new RegExp(`^\\s(?:${grammar.nobody})(?!\\p{Alpha})`, "iu"),
  isShe: new RegExp(`^(?:${grammar.she ?? NEVER})$`, "iu"),
  /** "wurde am Dienstag vom Ministerium dementiert": the agent stands before its participle. */
  agentWithin: new RegExp(`(?<!\\p{Alpha})(?:${grammar.passive})(?: [^.;:]{1,40}?)? (?:${grammar.by})(?!\\p{Alpha})`, "iu"),
  /** A cue that judges: no party performs it. */
  judges: wholeWords(`^(?:${grammar.untrue})`, "iu"),
}));

/** «Nortia niega el acuerdo», escribió Ana Ruiz: the actor named within the quoted words. Null if they name none. */
function ownSubject({ analysis, start }: PlacedCue, said: LocatedStatement, grammar: CueGrammar): PartyAt | null {
  const { kind, content } = said;
  if (start < content.start || start >= content.end) return null;
  // "La présidente a démenti, comme l'a rapporté Le Réveil": the text itself reports the act.
  const find = kind !== "indirect" ? partyBefore : said.cue.start >= content.end ? subjectBefore : () => null;
  const subject = find(analysis.text, content.start, start, grammar);
  return subject && partyOfSpan(analysis, subject);
}

/** The agent of a passive: "démenti par le club", "vom Ministerium dementiert". Undefined if the cue is no such passive. */
function passiveAgent({ analysis, sentence, cue, start, end }: PlacedCue, grammar: CueGrammar): PartyAt | null | undefined {
  const { text } = analysis;
  const { by, ownArticle, passive, passiveBehind, passiveWithin, participle, active, agentWithin } = patternsOf(grammar);
  const partyFrom = (from: number, to: number) => {
    const span = speakerAfter(text, from, to, grammar, false);
    return span && partyOfSpan(analysis, span);
  };
  const agent = by.exec(text.slice(end, Math.min(sentence.end, end + 40)));
  const isDone = participle.test(cue.text) && !active.test(text.slice(sentence.start, start));
  if (agent && agent.index < 3 && (isDone || passive.test(text.slice(Math.max(sentence.start, start - 20), end))))
    return partyFrom(end + agent.index + agent[0].replace(ownArticle, "").length, sentence.end);
  const within = grammar.capitalNouns ? agentWithin.exec(text.slice(sentence.start, start)) : null;
  if (within) return partyFrom(sentence.start + within.index + within[0].length, start);
  // "Ana Ruiz si è scusata" looks like a passive but is none.
  if (cue.type === "apology") return undefined;
  // "The report was denied.": nobody is named.
  const isPassive = isDone ? passiveBehind.test(text.slice(sentence.start, start)) : passiveWithin.test(cue.text);
  return isPassive ? { party: NOBODY, at: sentence.start } : undefined;
}

/**
 * The party at the beginning of a sentence, if too much separates it from the verb to be found as subject: "Die Firma
 * hat den Vorwurf, …, zurückgewiesen".
 */
function opening({ analysis, sentence, start }: PlacedCue, grammar: CueGrammar): PartyAt | null {
  const { text } = analysis;
  const subject = openingParty(text, sentence.start, start, grammar);
  return subject && partyOfSpan(analysis, subject);
}

/** The party that performs the act of a cue: the agent of a passive, else the speaker, else the subject before it. */
function cueGrammarActor(placed: PlacedCue, grammar: CueGrammar): PartyAt | null {
  const { analysis, sentence, cue, start, end, inside, here } = placed;
  const { text } = analysis;
  const { judges, isShe, isNobody } = patternsOf(grammar);
  const ofCue = here.find((said) => overlap(said.cue, { start, end }));
  const said = ofCue ?? inside[0];
  // "Nous a dit ne pas commenter": the party said so itself.
  const isSaid = said && start >= said.content.start && start - said.content.start < 3 && said.content.start >= said.cue.end;
  const isSpeaker = ofCue?.speaker && ofCue.speaker.start < start;
  const before = saysNothing(cue.type) && !isSpeaker && !isSaid && subjectBefore(text, sentence.start, start, grammar);
  const isJudged = judges.test(cue.text);
  const agent = isJudged ? undefined : passiveAgent(placed, grammar);
  if (said && !before) {
    const subject = isJudged || agent !== undefined ? agent : ownSubject(placed, said, grammar);
    // "Die Firma hat den Bericht, …, dementiert, schreibt das Echo": the actor is the party at the beginning of the reported sentence.
    const isTold = said.kind === "indirect" && said.cue.start >= said.content.end && said !== ofCue && !isJudged;
    return subject ?? (isTold ? opening(placed, grammar) : null) ?? speaker(said);
  }
  // "Es falso." outside of reported speech is the text's own judgement, not a response. In a press release it is the sender's.
  const own = isJudged || WE.test(text.slice(Math.max(sentence.start, start - 20), end));
  const issuer = own && !said ? issuerOf(analysis) : null;
  if (issuer?.name) return { party: issuer, at: sentence.start };
  if (!said && isJudged) return null;
  if (agent !== undefined) return agent;
  // The subject may follow a German verb ("Am Montag entschuldigte sich der Verlag"), and any verb after a quotation.
  const isTurned = grammar.capitalNouns || /["”»’],?\s*$/.test(text.slice(sentence.start, start));
  const follows = () => (isTurned ? speakerAfter(text, end, sentence.end, grammar, true) : null);
  // "Wollte er sich nicht äußern": in German it is between the parts of the verb.
  const behind = grammar.capitalNouns ? start + (/^\p{Alpha}+(?=\s)/u.exec(cue.text)?.[0].length ?? cue.text.length) : end;
  const pronoun = pronounBehind(text, behind, end, grammar);
  // "Sie" may also be the denied thing.
  const he = pronoun && !isNobody.test(` ${pronoun.text}`) && !isShe.test(pronoun.text) ? pronoun : null;
  const isImpersonal = isNobody.test(text.slice(behind, end));
  const within = () =>
    isImpersonal ? null : (pronoun ?? speakerAfter(text, behind, Math.max(behind, start + cue.text.lastIndexOf(" ")), grammar, true));
  const subject = he ?? subjectBefore(text, sentence.start, start, grammar) ?? follows() ?? within();
  return (subject && partyOfSpan(analysis, subject)) ?? speaker(here[0]) ?? (isImpersonal ? null : opening(placed, grammar));
}
