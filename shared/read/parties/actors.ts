/** Finds the actor of a response: the party that performs the act of a cue. */

import { type CueGrammar, chinese, cueGrammarOf, english, patternsIn, wholeWords } from "../../lang/index.ts";
import { NOBODY } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { oncePer } from "../../text/once-per.ts";
import { holds, overlap } from "../../text/span.ts";
import { type LocatedStatement, type PartyAt, partyOfSpan, saidAt, type TextAnalysis } from "../analysis.ts";
import { chineseSubject } from "../attribution/chinese.ts";
import { issuerOf, SELF, WE } from "../attribution/issuer.ts";
import { subjectBefore as englishSubject, partyOfPhrase, phraseAfter } from "../attribution/phrases/noun-phrases.ts";
import { openingParty, pronounBehind, speakerAfter, subjectAfter, subjectBefore } from "../attribution/phrases/speakers.ts";
import { ofSentence } from "../attribution/phrases/subjects.ts";
import { WORDS } from "../attribution/phrases/word-classes.ts";
import { subjectNear } from "../responses/acting-party.ts";
import type { ResponseCue } from "../responses/response-cues.ts";
import { isQuoted, type Token, type TokenSentence } from "../tokens.ts";

/** Cues that judge rather than act occur in reported speech. The speaker is then the actor. */
const JUDGING = new RegExp(`^(?:${english.grammar.judging}|${chinese.chinese.judging})`, "iu");
const CONTENT_KINDS = new Set(["denial", "confirmation", "apology", "explanation", "clarification", "partial_confirmation"]);
const ACTING = patternsIn(english.grammar.acting);
/** The owner of a noun: a name or possessor directly before it. */
const OWNER = new RegExp(
  `(?<![\\p{Alpha}\\p{N}])((?:${english.grammar.acting.owner})?(?:\\p{Upper}[\\p{Alpha}.&-]*(?: \\p{Upper}[\\p{Alpha}.&-]*){0,4}(?:['’]s)?|\\p{Lower}[\\p{Lower}-]+['’]s)) (?:\\p{Lower}+ )?$`,
  "u",
);

/** The party that a span names, if there is one. */
const named = (analysis: TextAnalysis, span: Span | null): PartyAt | null => span && partyOfSpan(analysis, span);

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
  const start = sentence.start + cue.start;
  const end = sentence.start + cue.end;
  const here = analysis.statementsIn(index).filter((statement) => statement.speaker);
  const placed = { analysis, sentence, index, cue, start, end, inside: saidAt(analysis, start), here };
  const grammar = cueGrammarOf(analysis.lang);
  if (grammar) return cueGrammarActor(placed, grammar);
  return analysis.lang.startsWith("zh") ? chineseActor(placed) : englishActor(placed);
}

const speaker = (statement: LocatedStatement | undefined): PartyAt | null =>
  statement?.speaker && statement.speaker.party !== NOBODY ? { party: statement.speaker.party, at: statement.speaker.start } : null;

/** Whoever issues the text, at the beginning of a sentence in which it speaks itself. */
function issuedBy(analysis: TextAnalysis, { start }: TokenSentence): PartyAt | null {
  const party = issuerOf(analysis);
  return party && { party, at: start };
}

function chineseActor({ analysis, sentence, index, cue, start, end, inside, here }: PlacedCue): PartyAt | null {
  const own = here.find((statement) => overlap(statement.cue, { start, end }));
  if (!own && isQuoted(sentence, start)) return speaker(inside.at(-1));
  if (own || (JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type)))
    return speaker(own) ?? speaker(inside.at(-1)) ?? speaker(here[0]) ?? issuedBy(analysis, sentence);
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
  const own = here.find((statement) => holds(statement.cue, start));
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
    if (SELF.test(tokens[subject.from]?.text ?? "")) return speaker(inside.at(-1)) ?? issuedBy(analysis, sentence);
    return partyOfPhrase(analysis, tokens, subject.antecedent ?? subject);
  }
  return (
    speaker(inside.at(-1)) ??
    speaker(here.findLast((statement) => statement.cue.start < start)) ??
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

const patternsOf = oncePer((grammar: CueGrammar) => ({
  /** The agent of a passive behind its verb: "démenti par le club". */
  byBehind: new RegExp(`^[^\\p{Alpha}]{0,2}(?:${grammar.by})(?!\\p{Alpha})`, "iu"),
  /** "wurde am Dienstag vom Ministerium dementiert": the agent stands before its participle. */
  byBefore: new RegExp(`(?<!\\p{Alpha})(?:${grammar.passive})(?: [^.;:]{1,40}?)? (?:${grammar.by})(?!\\p{Alpha})`, "iu"),
  /** "par le": the article begins the agent. */
  article: new RegExp(`(?<=\\s)(?:${grammar.article})$`, "iu"),
  /** A cue that judges: no party performs it. */
  judges: wholeWords(`^(?:${grammar.untrue})`, "iu"),
}));

/** The agent of a passive: "démenti par le club", "vom Ministerium dementiert". */
function agentBeside({ analysis, sentence, start, end }: PlacedCue, grammar: CueGrammar): PartyAt | null {
  const { text } = analysis;
  const { byBehind, byBefore, article } = patternsOf(grammar);
  const behind = byBehind.exec(text.slice(end, sentence.end));
  const within = grammar.capitalNouns ? byBefore.exec(text.slice(sentence.start, start)) : null;
  if (behind) return named(analysis, speakerAfter(text, end + behind[0].replace(article, "").length, sentence.end, grammar));
  if (!within) return null;
  return named(analysis, speakerAfter(text, sentence.start + within.index + within[0].length, start, grammar));
}

/** The party that performs the act of a cue: the agent of a passive, else the subject of the words in which it stands, else the speaker. */
function cueGrammarActor(placed: PlacedCue, grammar: CueGrammar): PartyAt | null {
  const { analysis, sentence, cue, start, end, inside, here } = placed;
  const { text } = analysis;
  const ofCue = here.find((one) => overlap(one.cue, { start, end }));
  const statement = ofCue ?? inside[0];
  // "Es falso." outside of reported speech is the text's own judgement, in a press release its sender's.
  if (patternsOf(grammar).judges.test(cue.text)) {
    return (statement ? null : issuedBy(analysis, sentence)) ?? speaker(statement);
  }
  const own = !statement && WE.test(text.slice(Math.max(sentence.start, start - 20), end)) ? issuedBy(analysis, sentence) : null;
  if (own) return own;
  const agent = agentBeside(placed, grammar);
  if (agent) return agent;
  if (statement) {
    // "La présidente a démenti, comme l'a rapporté Le Réveil": the actor is named within the words.
    const { content, kind } = statement;
    const isTold = kind === "indirect" && statement.cue.start >= content.end && statement !== ofCue;
    const reported = () => subjectBefore(text, content.start, start, grammar) ?? openingParty(text, sentence.start, start, grammar);
    const own = isTold && holds(content, start) ? reported() : null;
    return named(analysis, own) ?? speaker(statement);
  }
  // "Wollte sich die Firma nicht äußern": in German the subject may stand between the parts of the verb. After a quotation it follows any verb.
  const isTurned = grammar.capitalNouns || /["”»’],?\s*$/.test(text.slice(sentence.start, start));
  const from = grammar.capitalNouns ? start + (/^\p{Alpha}+(?=\s)/u.exec(cue.text)?.[0].length ?? cue.text.length) : end;
  const behind = () => (isTurned ? subjectAfter(text, from, sentence.end, grammar) : null);
  const subject = pronounBehind(text, from, end, grammar) ?? subjectBefore(text, sentence.start, start, grammar) ?? behind();
  return named(analysis, subject ?? openingParty(text, sentence.start, start, grammar)) ?? speaker(here[0]);
}
