/** Propositions that a sentence reveals by reporting that somebody denies or admits them. */

import { type CueGrammar, cueGrammarOf, english, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import type { LocatedStatement, TextAnalysis } from "../analysis.ts";
import { responseTypeOf } from "../responses/response-cues.ts";
import type { Draft } from "./claims.ts";
import { withoutReportingTail } from "./clause-bounds.ts";

const { answered: WORDS, words: CLASSES } = english.grammar;
const THAT = `(?:${english.grammar.claiming.that})\\s+`;
const CLAUSE = new RegExp(`^(?:${THAT}|(?!${WORDS.noClause}))(?=(?:${WORDS.subjects}|\\p{Upper}[\\p{Alpha}’'-]*)\\s)`, "u");
/** A short subject with its verb. */
const FINITE = new RegExp(`^(?:${THAT})?(?:\\S+\\s+){1,8}?(?:${CLASSES.finite})\\s`, "i");
const GERUND = new RegExp(`^(?:(?:${WORDS.beforeGerund})\\s+)*(?!(?:${WORDS.noGerund})\\b)(?:${CLASSES.gerundForms})\\s`, "u");
const DEFINITE = new RegExp(`^(?:${english.pronouns.definite})\\s+\\p{Alpha}`, "iu");
const ANSWERING = new RegExp(`^(?:${WORDS.verbs})$`);
/** The subject of a gerund: "Acme", "the airline". */
function subjectIn(said: LocatedStatement): string | null {
  const { speaker } = said;
  if (!speaker) return null;
  if (speaker.party.name) return speaker.party.name;
  return DEFINITE.test(speaker.text) ? speaker.text.replace(/^\p{Upper}(?=\p{Lower})/u, (c) => c.toLowerCase()) : null;
}

/** The drafts from the denials and admissions in a sentence. `clauseEnd` gives the end of a clause between two offsets. */
export function answeredBy(analysis: TextAnalysis, index: number, clauseEnd: (start: number, limit: number) => number): Draft[] {
  const grammar = cueGrammarOf(analysis.lang);
  const sentence = analysis.sentences[index];
  return analysis.statementsIn(index).flatMap((said): Draft[] => {
    const { content, kind, speaker } = said;
    if (kind === "direct" || !sentence || content.start < sentence.start || content.end > sentence.end) return [];
    if (!grammar) return answeredInEnglish(said, index);
    const isDenial = speaker !== null && said.type === "denial" && responseTypeOf(said.cue.text, "", analysis.lang) === "denial";
    return isDenial ? deniedIn(analysis.text, said, speaker.text, grammar, clauseEnd) : [];
  });
}

function answeredInEnglish(said: LocatedStatement, index: number): Draft[] {
  const { content, cue, rule } = said;
  // "The president will sign it, his spokesman confirmed": news, not a response.
  if (!ANSWERING.test(rule) || (rule === "confirm" && content.start < cue.start)) return [];
  const end = content.start + withoutReportingTail(content.text).length;
  const draft = (skip: number, text: string | null): Draft => ({
    ...{ start: content.start + skip, end, sentence: index, text, attributedTo: null, refuted: false, cue },
    rule: rule === "deny" ? "denied" : "owned",
  });
  if (GERUND.test(content.text)) {
    const owner = subjectIn(said);
    return [draft(0, owner && `${owner} ${content.text}`)];
  }
  const clause = CLAUSE.exec(content.text);
  return clause && FINITE.test(content.text) ? [draft(clause[0].length, null)] : [];
}

const patternsOf = oncePer((grammar: CueGrammar) => ({
  that: new RegExp(`(?:${grammar.that})\\s*$`, "iu"),
  pronoun: wholeWords(`^(?:${grammar.he}|${grammar.subject})`, "iu"),
  when: new RegExp(`^(?:${grammar.when}) `, "iu"),
  /** "negó ante el juez haber": the words before the denied content. */
  beforeMood: grammar.infinitive
    ? new RegExp(`^(?!(?:${grammar.that})(?!\\p{Alpha}))[^,.;]{1,50}? (?=(?:${grammar.infinitive}) \\p{Alpha})`, "u")
    : /(?!)/u,
}));
/**
 * "negó que haya ocultado X", "nie avoir caché X", "bestreitet, X verschwiegen zu haben": the denied content, with the denier as its
 * subject.
 */
function deniedIn(
  whole: string,
  { cue, content, sentence }: LocatedStatement,
  speaker: string,
  grammar: CueGrammar,
  clauseEnd: (start: number, limit: number) => number,
): Draft[] {
  const words = patternsOf(grammar);
  const isThat = words.that.test(whole.slice(0, content.start));
  const time = words.when.exec(content.text)?.[0].length ?? 0;
  const skip = time + (words.beforeMood.exec(content.text.slice(time))?.[0].length ?? 0);
  const clause = content.text.slice(skip);
  const pronoun = isThat ? words.pronoun.exec(clause)?.[0] : undefined;
  const mood = pronoun ? undefined : grammar.moods.find(([bare]) => bare.test(clause));
  if (!mood && !pronoun && !isThat) return [];
  const start = content.start + skip;
  const end = clauseEnd(start, content.end);
  const plain = whole.slice(start, end);
  const finite = mood ? plain.replace(mood[0], mood[1]) : plain.slice(pronoun?.length ?? 0).trim();
  const text = mood || pronoun ? `${speaker.split(",")[0]} ${finite}` : null;
  return [{ start, end, sentence, text, attributedTo: null, refuted: false, cue, rule: "denied" }];
}
