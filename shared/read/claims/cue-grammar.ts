/** What Spanish, German, French and Portuguese sentences tell as rumour, which appearances they tell of, and who answers in them. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { saysNothing } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { spanOf } from "../../text/span.ts";
import { WITNESS } from "../../text/stem-overlap.ts";
import type { LocatedStatement, TextAnalysis } from "../analysis.ts";
import { phraseEndingAt, phraseStartingAt, wholeWords } from "../attribution/cue-grammar-phrases.ts";
import { issuerOf, WE } from "../attribution/issuer.ts";
import { isRatedFalse, labelsOf } from "../attribution/paragraph-labels.ts";
import { placesIn } from "../mentions/publication-places.ts";
import { type ResponseCue, responseCuesIn, responseTypeOf } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import type { AnswersInText, Draft } from "./claims.ts";

const wordsOf = oncePer((grammar: CueGrammar) => ({
  rumour: new RegExp(`(?<![\\p{L}\\p{N}])(?:${grammar.rumour})\\s*`, "giu"),
  hearsay: wholeWords(grammar.hearsay, "iu"),
  began: wholeWords(grammar.began, "iu"),
  by: wholeWords(grammar.by, "iu"),
  passive: wholeWords(grammar.passive, "iu"),
  // "wurde am Dienstag vom Ministerium dementiert": the agent stands before its participle.
  /** "según", alone. */
  as: wholeWords(`^(?:${grammar.as})$`, "iu"),
  agentWithin: new RegExp(`(?<!\\p{L})(?:${grammar.passive})(?: [^.;:]{1,40}?)? (?:${grammar.by})(?!\\p{L})`, "iu"),
  article: new RegExp(`^(?:${grammar.article})(?:\\s+|(?<=['’]))`, "iu"),
  untrue: wholeWords(grammar.untrue, "iu"),
  /** A cue that judges: nobody does what it says. */
  judges: wholeWords(`^(?:${grammar.untrue})`, "iu"),
  untrueThat: wholeWords(`(?:${grammar.untrue})(?:,? (?:${grammar.that})|(?<=que))\\s*`),
  alleging: new RegExp(`^(?:(?:${grammar.auxiliary}) )?(?:${grammar.alleging})`, "iu"),
  that: new RegExp(`(?:${grammar.that})\\s*$`, "iu"),
  according: wholeWords(`^(?:${grammar.according})$`, "iu"),
  carriers: wholeWords(grammar.carriers, "iu"),
  pronoun: wholeWords(`^(?:${grammar.he}|${grammar.subject})`, "iu"),
  when: new RegExp(`^(?:${grammar.when}) `, "iu"),
  /** "negó ante el juez haber": what stands before the denied thing. */
  beforeMood: grammar.infinitive
    ? new RegExp(`^(?!(?:${grammar.that})(?!\\p{L}))[^,.;]{1,50}? (?=(?:${grammar.infinitive}) \\p{L})`, "u")
    : null,
  /** Where a proposition ends: a new clause, or the verb that tells how it spread ("… a été publiée", "… circula en"). */
  cut: new RegExp(`[;:]\\s|[.!?]$|,\\s(?=(?:${grammar.cut})\\b)|\\s(?=(?:${grammar.spreading}))`, "u"),
  source: new RegExp(`^(?:(?:${grammar.according})\\s[^,]{2,90},|${grammar.accordingly ?? "(?!)"})\\s`, "iu"),
}));
/** Whether a passage speaks of what carries a claim: "the message", "the rumour". */
export const carriesClaim = (passage: string, grammar: CueGrammar) => wordsOf(grammar).carriers.test(passage);
const QUOTED = /["“„«][^"”“»]*["”“»]/gu;
/** Fewest words of a proposition and of a denied one; most of a sentence that only tells where something began. */
const MIN_WORDS = 4;
const MIN_DENIED_WORDS = 2;
const MAX_ORIGIN_WORDS = 20;
/** Longest sentence that is read, and how far into the next one its verdict stands, in UTF-16 units. */
const MAX_SENTENCE = 1500;
const MAX_VERDICT = 60;
const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Where a clause from `start` ends, without the marks before. */
const clauseEnd = (text: string, start: number, end: number, grammar: CueGrammar) =>
  start + (text.slice(start, end).split(wordsOf(grammar).cut)[0] ?? "").replace(/(?<![\s,])[\s,]+$/u, "").length;

/** The drafts that one sentence gives: the clause after "rumores de que", what an anonymous user says, a clause marked as hearsay. */
export function cueGrammarClaims(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  index: number,
  grammar: CueGrammar,
  answers: AnswersInText,
): Draft[] {
  const reader = new ClaimReader(analysis, sentence, index, grammar);
  reader.sources();
  reader.introduced();
  reader.statements(answers);
  reader.unnamedUsers();
  reader.hearsay();
  return reader.out;
}

class ClaimReader {
  readonly out: Draft[] = [];
  private readonly analysis: TextAnalysis;
  private readonly sentence: TokenSentence;
  private readonly index: number;
  private readonly grammar: CueGrammar;
  private readonly words: ReturnType<typeof wordsOf>;
  private readonly limit: number;
  private readonly raw: string;
  /** "Circula un mensaje que asegura que … . Es falso.": the writer's own word, not what somebody says. */
  private readonly refuted: boolean;

  constructor(analysis: TextAnalysis, sentence: TokenSentence, index: number, grammar: CueGrammar) {
    this.analysis = analysis;
    this.sentence = sentence;
    this.index = index;
    this.grammar = grammar;
    this.words = wordsOf(grammar);
    this.limit = Math.min(sentence.end, sentence.start + MAX_SENTENCE);
    this.raw = analysis.text.slice(sentence.start, this.limit);
    const next = analysis.sentences[index + 1];
    const after = next?.paragraph === sentence.paragraph ? analysis.text.slice(next.start, Math.min(next.end, next.start + 200)) : "";
    this.refuted =
      this.words.untrue.test(after.replace(QUOTED, "").slice(0, MAX_VERDICT)) &&
      !analysis.statementsIn(index + 1).some((said) => said.speaker && said.cue.start < (next?.start ?? 0) + MAX_VERDICT);
  }

  private add(start: number, limit: number, attributedTo: Party | null, cue: Span, rule: string, more: Partial<Draft> = {}): void {
    const { text } = this.analysis;
    const end = clauseEnd(text, start, limit, this.grammar);
    if (wordCount(text.slice(start, end)) < (rule === "denied" ? MIN_DENIED_WORDS : MIN_WORDS)) return;
    if (this.out.some((draft) => start < draft.end && draft.start < end)) return;
    this.out.push({ start, end, sentence: this.index, text: null, attributedTo, refuted: this.refuted, cue, rule, ...more });
  }

  private spanAt({ index = 0, 0: words }: RegExpMatchArray): Span {
    const start = this.sentence.start + index;
    return spanOf(this.analysis.text, start, start + words.trimEnd().length);
  }

  /** "Según un mensaje en X, …", "nach Angaben eines Nutzers …": what carries a claim, or somebody without a name, tells it. */
  sources(): void {
    const { analysis, sentence, words } = this;
    for (const { speaker, cue, content } of analysis.statementsIn(this.index)) {
      if (!speaker || !words.according.test(cue.text) || content.start < sentence.start || content.end > sentence.end) continue;
      const isCarrier = words.carriers.test(speaker.text);
      if (isCarrier || speaker.party.kind === "anonymous")
        this.add(content.start, content.end, isCarrier ? null : speaker.party, cue, "according");
    }
  }

  /** "Behauptung: …", "rumores de que …", "es falso que …" */
  introduced(): void {
    const { analysis, sentence, words, raw, limit } = this;
    const label = labelsOf(analysis.lang).claim.exec(raw);
    if (label) this.add(sentence.start + label[0].length, limit, null, this.spanAt(label), "label", { refuted: isRatedFalse(analysis) });
    for (const match of raw.matchAll(words.rumour)) {
      // "desmintió el rumor: «no hubo»": what follows is the denial.
      const isDenied = responseCuesIn(raw.slice(0, match.index), analysis.lang).some((cue) => cue.type === "denial");
      if (/:\s*$/.test(match[0]) && isDenied) continue;
      const start = sentence.start + match.index + match[0].length;
      this.add(start, limit, null, this.spanAt(match), "rumour");
    }
    for (const match of raw.matchAll(words.untrueThat)) {
      const start = sentence.start + match.index;
      const own = !analysis.statements.some((said) => said.speaker && said.content.start <= start && start < said.content.end);
      this.add(start + match[0].length, limit, null, this.spanAt(match), "untrue", own ? { refuted: true } : {});
    }
  }

  /** What somebody denies, and what somebody alleges. */
  statements(answers: AnswersInText): void {
    const { analysis, words } = this;
    for (const said of analysis.statementsIn(this.index)) {
      const { speaker, cue, content } = said;
      if (!speaker || said.kind === "direct") continue;
      const isThat = words.that.test(analysis.text.slice(0, content.start));
      if (said.type === "denial" && responseTypeOf(cue.text, "", analysis.lang) === "denial") this.addDenied(said, speaker.text, isThat);
      else if (said.type === null && this.isAllegation(said, speaker.party, isThat, answers)) {
        const nobody = speaker.party.kind === "unknown" && words.carriers.test(speaker.text);
        this.add(content.start, content.end, nobody ? null : speaker.party, cue, "alleged");
      }
    }
  }

  /** "negó que haya ocultado X", "nie avoir caché X", "bestreitet, X verschwiegen zu haben": what is denied, said of whoever denies it. */
  private addDenied({ cue, content }: LocatedStatement, speaker: string, isThat: boolean): void {
    const { analysis, words, grammar } = this;
    const time = words.when.exec(content.text)?.[0].length ?? 0;
    const skip = time + (words.beforeMood?.exec(content.text.slice(time))?.[0].length ?? 0);
    const clause = content.text.slice(skip);
    const pronoun = isThat ? words.pronoun.exec(clause)?.[0] : undefined;
    const mood = pronoun ? undefined : grammar.moods.find(([bare]) => bare.test(clause));
    if (!mood && !pronoun && !isThat) return;
    const start = content.start + skip;
    const plain = analysis.text.slice(start, clauseEnd(analysis.text, start, content.end, grammar));
    const finite = mood ? plain.replace(mood[0], mood[1]) : plain.slice(pronoun?.length ?? 0).trim();
    const text = mood || pronoun ? `${speaker.split(",")[0]} ${finite}` : null;
    this.add(start, content.end, null, cue, "denied", { text, refuted: false });
  }

  /** An accusation is a claim whoever makes it; what is published is one where the text tells that it was answered. */
  private isAllegation({ cue, content }: LocatedStatement, speaker: Party, isThat: boolean, answers: AnswersInText): boolean {
    const { analysis, words, grammar } = this;
    const isOutlet = speaker.kind === "outlet";
    const isReport = isOutlet && cue.start > content.start && !words.hearsay.test(content.text);
    const isGermanClause =
      grammar.capitalNouns &&
      /,\s*$/.test(analysis.text.slice(0, content.start)) &&
      !/^d(?:ie|er|as) (?:\p{Ll}|auf|in)/u.test(content.text);
    if (!isThat && !isReport && !isGermanClause) return false;
    return words.alleging.test(cue.text) || (isOutlet && answers.refuting()) || (this.isPublished(content) && answers.any());
  }

  /** "afirmó el viernes en Facebook que": said where it can be found. */
  private isPublished(content: Span): boolean {
    const before = this.raw.slice(0, Math.max(0, content.start - this.sentence.start));
    return placesIn(before, this.analysis.lang).some(({ platform }) => platform !== null);
  }

  /** What anonymous users and accounts say. */
  unnamedUsers(): void {
    for (const { speaker, type, kind, content, cue, rule } of this.analysis.statementsIn(this.index))
      if (
        type === null &&
        speaker &&
        (speaker.party.kind === "anonymous" || speaker.party.kind === "account") &&
        kind !== "direct" &&
        !WITNESS.test(speaker.text)
      )
        this.add(content.start, content.end, speaker.party, cue, rule);
  }

  /** "Er soll 40.000 Euro überwiesen haben": a sentence without any other claim. */
  hearsay(): void {
    const { analysis, sentence, words, raw } = this;
    const hearsay = words.hearsay.exec(raw);
    const said = analysis.statementsIn(this.index);
    if (this.out.length || !hearsay || said.some((one) => one.type !== null)) return;
    // "Tout serait parti d'un forum": where it began, not what is said.
    if (words.began.test(raw) && placesIn(raw, analysis.lang).length > 0 && wordCount(raw) < MAX_ORIGIN_WORDS) return;
    const source = words.source.exec(raw)?.[0].length ?? 0;
    this.add(sentence.start + source, this.limit, said[0]?.speaker?.party ?? null, this.spanAt(hearsay), "hearsay");
  }
}

/** The party that does what a cue names: who says it, else the subject before it, else the agent of a passive. */
export function cueGrammarActor(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  index: number,
  cue: ResponseCue,
  grammar: CueGrammar,
): { party: Party; at: number } | null {
  const start = sentence.start + cue.start;
  const end = sentence.start + cue.end;
  const here = analysis.statementsIn(index).filter((s) => s.speaker);
  const ofCue = here.find((s) => s.cue.start < end && start < s.cue.end);
  const said = ofCue ?? analysis.statements.find((s) => s.speaker && s.content.start <= start && start < s.content.end);
  // "nous a dit ne pas commenter": said so.
  const isSaid = said && start >= said.content.start && start - said.content.start < 3 && said.content.start >= said.cue.end;
  const isSpeaker = ofCue?.speaker && ofCue.speaker.start < start;
  const before = saysNothing(cue.type) && !isSpeaker && !isSaid && phraseEndingAt(analysis.text, sentence.start, start, grammar);
  if (said?.speaker && !before) return { party: said.speaker.party, at: said.speaker.start };
  // "Es falso." in nobody's mouth is the text's own word, no answer of anybody; of a press release it is its sender's.
  const own = wordsOf(grammar).judges.test(cue.text) || WE.test(analysis.text.slice(Math.max(sentence.start, start - 20), end));
  const issuer = own && !said ? issuerOf(analysis) : null;
  if (issuer?.name) return { party: issuer, at: sentence.start };
  if (!said && wordsOf(grammar).judges.test(cue.text)) return null;
  const of = (span: Span | null) => span && { party: analysis.partyAt(span.text, "", span.start + 1), at: span.start };
  const agent = wordsOf(grammar).by.exec(analysis.text.slice(end, Math.min(sentence.end, end + 40)));
  if (agent && agent.index < 3 && wordsOf(grammar).passive.test(analysis.text.slice(Math.max(sentence.start, start - 20), end)))
    return of(phraseStartingAt(analysis.text, end + agent.index + agent[0].length, sentence.end, grammar));
  const within = grammar.capitalNouns ? wordsOf(grammar).agentWithin.exec(analysis.text.slice(sentence.start, start)) : null;
  if (within) return of(phraseStartingAt(analysis.text, sentence.start + within.index + within[0].length, start, grammar));
  const leading = phraseEndingAt(analysis.text, sentence.start, start, grammar);
  // "según confirmó la compañía": the subject follows.
  const follows = leading !== null && wordsOf(grammar).as.test(leading.text);
  const subject = follows ? phraseStartingAt(analysis.text, end, sentence.end, grammar) : leading;
  return of(subject) ?? (here[0]?.speaker ? { party: here[0].speaker.party, at: here[0].speaker.start } : null);
}
