/** The propositions of a sentence, by the cues of its language: rumours, allegations, hearsay, reports of carriers, denied content. */

import {
  type CueGrammar,
  cueGrammarOf,
  english,
  NOTHING,
  patternsIn,
  type ReadingPack,
  readingPackOf,
  wholeWords,
} from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { oncePer } from "../../text/once-per.ts";
import { wordCount, words as wordsOf } from "../../text/segment.ts";
import { holds, overlap, spanOf } from "../../text/span.ts";
import { type LocatedStatement, saidAt, type TextAnalysis } from "../analysis.ts";
import { blockAt } from "../attribution/block-quotes.ts";
import { isRatedFalse, labelsOf } from "../attribution/paragraph-labels.ts";
import { clauseEndAt } from "../attribution/phrases/clauses.ts";
import { WORDS } from "../attribution/phrases/word-classes.ts";
import { placesIn } from "../mentions/publication-places.ts";
import { postAuthorOf } from "../parties/source-attribution.ts";
import type { TokenSentence } from "../tokens.ts";
import { answeredBy } from "./answered.ts";
import type { AnswersInText, Draft } from "./claims.ts";
import { datelineIn, endOfClause } from "./clause-bounds.ts";
import { hasFiniteVerb, verbPlace } from "./finite-verb.ts";

const patternsOf = oncePer(({ claims, cueGrammar, mentions, unspaced }: ReadingPack) => {
  const words = (source = NOTHING, flags = "iu") => wholeWords(source, flags, unspaced);
  /** Begins at a word, and may end within one: a space, a colon. */
  const lead = (source = NOTHING) => new RegExp(unspaced ? source : `(?<![\\p{Alpha}\\p{N}])(?:${source})\\s*`, "giu");
  const whole = (source = NOTHING, before = "", after = "") => new RegExp(`${before}(?:${source})${after}`, "iu");
  const cue = cueGrammar;
  const untrue = cue && `(?:${cue.untrue})(?:,? (?:${cue.that})|(?<=${cue.that}))\\s*`;
  let cut = claims.cut ? new RegExp(claims.cut, "u") : null;
  if (cue) cut = new RegExp(`[;:]\\s|[.!?]$|,\\s(?=(?:${cue.cut})\\b)|\\s(?=(?:${cue.spreading}))`, "u");
  return {
    isUnspaced: Boolean(unspaced),
    introductions: [...claims.introductions, ...(untrue ? [["untrue", untrue] as const] : [])].map(
      ([rule, source]) => [rule, lead(source)] as const,
    ),
    cut,
    labelled: whole(claims.labelled, "^"),
    refuted: whole(claims.refuted, "", "$"),
    nextVerdict: claims.nextVerdict ? whole(claims.nextVerdict, "^") : words(cue?.untrue),
    accused: lead(claims.accused),
    hedge: words(claims.hedge, "giu"),
    spreading: new RegExp(claims.spreading ?? NOTHING, "giu"),
    origin: new RegExp(claims.origin ?? NOTHING, "giu"),
    tellers: words(claims.tellers ?? mentions.carriers),
    lemmas: claims.claiming
      ? {
          claiming: new RegExp(`^(?:${claims.claiming})$`),
          alleging: new RegExp(`^(?:${claims.alleging})$`),
          publishing: new RegExp(`^(?:${claims.publishing})$`),
        }
      : null,
    hearsay: words(cue?.hearsay),
    alleging: whole(cue && `(?:(?:${cue.auxiliary}) )?(?:${cue.alleging})`, "^"),
    that: whole(cue?.that, "", "\\s*$"),
    according: whole(cue?.according, "^", "$"),
    source: whole(cue && `(?:${cue.according})\\s[^,]{2,90},`, "^", "\\s"),
  };
});
const QUOTED = /["“„«][^"”“»]*["”“»]/gu;
const { claiming } = english.grammar;
const CLAIMING = patternsIn(claiming);
const CLAUSE_START = new RegExp(`[,;:—]\\s+|\\b(?:${claiming.opensClause})\\s+`, "g");
const ADDED = new RegExp(claiming.added, "g");
const THAT = new RegExp(`^(?:${claiming.that})\\b`, "i");
/** Minimum number of words of a proposition, of one without a carrier, and of a denied one; minimum number of letters in a script without spaces. */
const MIN_WORDS = 3;
const MIN_TOLD_WORDS = 4;
const MIN_DENIED_WORDS = 2;
const MIN_LETTERS = 6;
/** Longest sentence that is read, and how far into the next one a verdict on it may stand, in UTF-16 units. */
const MAX_SENTENCE = 3000;
const MAX_VERDICT = 60;
const endOf = (match: RegExpMatchArray) => (match.index ?? 0) + match[0].length;

/** Whether a text has words that introduce a claim. */
export const introducesClaim = (text: string, lang: string): boolean =>
  patternsOf(readingPackOf(lang)).introductions.some(([, pattern]) => text.search(pattern) >= 0);

/** The drafts of one sentence. */
export function claimsOfSentence(analysis: TextAnalysis, sentence: TokenSentence, index: number, answers: AnswersInText): Draft[] {
  const reader = new ClaimReader(analysis, sentence, index, answers);
  reader.introduced();
  reader.accusations();
  reader.hedged();
  reader.statements();
  reader.hearsay();
  return reader.out;
}

/** The speaker of the block quote that a sentence is in. */
function quotedAuthor(analysis: TextAnalysis, index: number): Party | null {
  const intro = blockAt(analysis, index)?.intro ?? -1;
  const sentence = analysis.sentences[intro];
  const author = sentence && postAuthorOf(analysis, sentence, intro);
  return author && author.kind !== "unknown" ? author : null;
}

class ClaimReader {
  readonly out: Draft[] = [];
  private readonly analysis: TextAnalysis;
  private readonly sentence: TokenSentence;
  private readonly index: number;
  private readonly answers: AnswersInText;
  private readonly grammar: CueGrammar | null;
  private readonly words: ReturnType<typeof patternsOf>;
  private readonly raw: string;
  /** "Circula un mensaje que asegura que … . Es falso.": the next sentence rejects the claim in the writer's own voice. */
  private readonly wrong: boolean;

  constructor(analysis: TextAnalysis, sentence: TokenSentence, index: number, answers: AnswersInText) {
    this.analysis = analysis;
    this.sentence = sentence;
    this.index = index;
    this.answers = answers;
    this.grammar = cueGrammarOf(analysis.lang);
    this.words = patternsOf(readingPackOf(analysis.lang));
    this.raw = sentence.text.slice(0, MAX_SENTENCE);
    const next = analysis.sentences[index + 1];
    this.wrong =
      next?.paragraph === sentence.paragraph &&
      this.words.nextVerdict.test(next.text.replace(QUOTED, "").slice(0, MAX_VERDICT)) &&
      !analysis.statementsIn(index + 1).some((said) => said.speaker && said.cue.start < next.start + MAX_VERDICT);
  }

  /** The end of the clause that starts at an offset of the text. `limit` is its end by the sentence's grammar. */
  private clauseEnd(start: number, limit?: number): number {
    const { analysis, index } = this;
    return endOfClause(analysis.text, start, this.grammaticalEnd(start, limit), analysis.statementsIn(index), analysis.lang);
  }
  private grammaticalEnd(start: number, limit?: number): number {
    const { analysis, sentence, words } = this;
    const { text } = analysis;
    if (words.cut) {
      const whole = text.slice(start, limit ?? sentence.end);
      const quoted = /[“「]/u.test(text[start - 1] ?? "") ? whole.search(/[”」]/u) : -1;
      const part = (quoted < 0 ? whole : whole.slice(0, quoted)).split(words.cut)[0] ?? "";
      return start + part.replace(/(?<![\s,，])[\s,，]+$/u, "").length;
    }
    let end = limit ?? clauseEndAt(sentence, start);
    // "Claims that the photo was shared by Acme are false": the claim must have a verb of its own before.
    const isClause = ({ index }: RegExpExecArray) => hasFiniteVerb(text.slice(start, start + index));
    const spread = [...text.slice(start, end).matchAll(words.spreading)].find(isClause);
    if (spread) end = start + spread.index;
    // "The rumour that the singer has died was started by a site", but "that the fire was started by a site".
    const origin = [...text.slice(start, end).matchAll(words.origin)].find(isClause);
    return origin ? start + origin.index : end;
  }

  private add(start: number, end: number, cue: Span, rule: string, more: Partial<Draft> = {}): void {
    if (this.out.some((draft) => overlap(draft, { start, end }))) return;
    const words = this.analysis.text.slice(start, end);
    let minWords = more.attributedTo || this.grammar ? MIN_TOLD_WORDS : MIN_WORDS;
    if (rule === "denied") minWords = MIN_DENIED_WORDS;
    if (hasHan(words) ? (words.match(/\p{Alpha}/gu)?.length ?? 0) < MIN_LETTERS : wordCount(words) < minWords) return;
    this.out.push({ start, end, sentence: this.index, text: null, attributedTo: null, refuted: this.wrong, cue, rule, ...more });
  }

  private spanAt({ index = 0, 0: words }: RegExpMatchArray): Span {
    const start = this.sentence.start + index;
    return spanOf(this.analysis.text, start, start + words.trimEnd().length);
  }

  /** The speaker of the words at an offset. */
  private speakerAt(at: number): Party | null {
    const said = this.analysis.statementsIn(this.index).find(({ content }) => content.start <= at && at <= content.end);
    return said?.speaker?.party ?? null;
  }

  /** "Claim: …", "rumours that …", "a video that appears to show …". */
  introduced(): void {
    const { analysis, sentence, index, words, raw } = this;
    for (const [rule, pattern] of words.introductions) {
      for (const match of raw.matchAll(pattern)) {
        const at = sentence.start + match.index;
        let start = at + match[0].length;
        if (words.isUnspaced) while (start < sentence.end && /[，：:,\s“「]/u.test(analysis.text[start] ?? "")) start++;
        // A sentence of a thousand "rumours that" has one claim: the end of each is not looked for.
        if (this.out.some((draft) => holds(draft, start))) continue;
        const isOwn = rule === "untrue" && !saidAt(analysis, at).length;
        const refuted = isOwn || this.wrong || words.refuted.test(raw.slice(Math.max(0, match.index - 40), match.index));
        const author = rule === "hearsay" ? quotedAuthor(analysis, index) : null;
        const attributedTo = words.isUnspaced ? this.speakerAt(start) : author;
        this.add(start, this.introducedEnd(start, match.index, rule), this.spanAt(match), rule, { refuted, attributedTo });
      }
    }
    const label = labelsOf(analysis.lang).claim.exec(raw);
    if (label) {
      const shown = words.labelled.exec(raw.slice(label[0].length))?.[0].length ?? 0;
      const start = sentence.start + label[0].length + shown;
      this.add(start, this.clauseEnd(start), this.spanAt(label), "label", { refuted: isRatedFalse(analysis) });
    }
  }

  /**
   * The end of the words introduced at an offset of the sentence: the end of the clause. In English a phrase ends
   * earlier, and so does a clause before the main one.
   */
  private introducedEnd(start: number, introduction: number, rule: string): number {
    const { analysis, raw } = this;
    const end = this.clauseEnd(start);
    if (this.grammar) return end;
    const words = analysis.text.slice(start, end);
    const lead = raw.slice(datelineIn(raw), introduction);
    // "Reports of leaks in the dam were denied": the phrase has no verb, so it ends before the verb.
    const before = rule === "topic" ? phraseEnd(words, lead) : mainClauseIn(words, lead);
    return before === null ? end : start + words.slice(0, before).replace(/(?<![\s,])[\s,]+$/, "").length;
  }

  /** "Roe accused Acme of hiding a leak", "Acme was accused of …": the accusation as reported, with its verb. */
  accusations(): void {
    const { sentence, words, raw } = this;
    for (const match of raw.matchAll(words.accused)) {
      const start = sentence.start + this.clauseStart(match.index);
      if (start < sentence.start + match.index) this.add(start, this.clauseEnd(start), this.spanAt(match), "accused");
    }
  }

  /** The beginning of the clause whose verb or adverb is at an offset of the sentence. */
  private clauseStart(at: number): number {
    const first = datelineIn(this.raw);
    const before = this.raw.slice(first, at);
    const breaks = [...before.matchAll(CLAUSE_START)];
    // "Acme and Birch allegedly closed": one subject, no new clause.
    const isBreak = (one: RegExpExecArray, i: number) => {
      const previous = breaks[i - 1];
      return !CLAIMING.adds.test(one[0]) || hasFiniteVerb(before.slice(previous ? endOf(previous) : 0, one.index));
    };
    const last = breaks.findLast(isBreak);
    return first + (last ? endOf(last) : 0);
  }

  /** "Acme allegedly closed": with the hedge, which is part of the statement. */
  hedged(): void {
    const { sentence, words, raw } = this;
    for (const match of raw.matchAll(words.hedge)) {
      const begin = this.clauseStart(match.index);
      const lead = raw.slice(begin, match.index);
      if (wordCount(lead) === 0 || words.tellers.test(lead)) continue;
      // "Sued for allegedly hiding a leak": no clause of its own.
      if (WORDS.prepositions.has(wordsOf(lead).at(-1) ?? "")) continue;
      const start = sentence.start + begin;
      this.add(start, this.clauseEnd(start), this.spanAt(match), "hedge");
    }
  }

  /** Denied or admitted content, and claimed content: of carriers or users, about others, or at a place of publication. */
  statements(): void {
    const { analysis, words } = this;
    for (const draft of answeredBy(analysis, this.index, (start, end) => this.clauseEnd(start, end)))
      this.add(draft.start, draft.end, draft.cue, draft.rule, draft);
    for (const said of analysis.statementsIn(this.index)) {
      const { speaker, content, cue } = said;
      if (said.type !== null || said.kind === "direct" || !speaker || content.start < this.sentence.start) continue;
      const { party } = speaker;
      const isUser = party.kind === "anonymous" || party.kind === "account";
      const isCarrier = words.tellers.test(speaker.text);
      if (!(this.grammar ? this.isClaimedByCue(said, party, isUser, isCarrier) : this.isClaimedByVerb(said, party, isUser, isCarrier)))
        continue;
      const start = content.start + (CLAIMING.leads.exec(content.text)?.[0].length ?? datelineIn(content.text));
      const attributedTo = isCarrier && party.kind === "unknown" ? null : party;
      this.add(start, this.clauseEnd(start, content.end), cue, said.rule, { attributedTo });
    }
  }

  /** Whether content is a claim because of the lemma of its verb. */
  private isClaimedByVerb(said: LocatedStatement, party: Party, isUser: boolean, isCarrier: boolean): boolean {
    const { lemmas } = this.words;
    const { rule, content, kind } = said;
    if (!lemmas?.claiming.test(rule) || (rule === "tell" && !isUser)) return false;
    if (isUser || isCarrier) return true;
    if (lemmas.alleging.test(rule)) return true;
    const isPublic = party.kind === "person" || party.kind === "outlet";
    return lemmas.publishing.test(rule) && isPublic && kind === "indirect" && THAT.test(content.text) && this.answers.refuting();
  }

  /**
   * Whether content is a claim because of its cue words. An accusation is a claim whoever makes it. Published content is a claim if the text
   * reports a response to it.
   */
  private isClaimedByCue({ cue, content }: LocatedStatement, party: Party, isUser: boolean, isCarrier: boolean): boolean {
    const { analysis, words, grammar, answers, raw } = this;
    if (isUser || (isCarrier && words.according.test(cue.text))) return true;
    const isOutlet = party.kind === "outlet";
    const isReport = isOutlet && cue.start > content.start;
    const isGermanClause = grammar?.capitalNouns && /,\s*$/.test(analysis.text.slice(0, content.start));
    if (!words.that.test(analysis.text.slice(0, content.start)) && !isReport && !isGermanClause) return false;
    // "afirmó el viernes en Facebook que": stated at a place of publication.
    const before = raw.slice(0, Math.max(0, content.start - this.sentence.start));
    const isPublished = placesIn(before, analysis.lang).some(({ platform }) => platform !== null);
    return words.alleging.test(cue.text) || (isOutlet && answers.refuting()) || (isPublished && answers.any());
  }

  /** "Er soll 40.000 Euro überwiesen haben": only in a sentence without another claim. */
  hearsay(): void {
    const { analysis, sentence, words, raw } = this;
    const hearsay = words.hearsay.exec(raw);
    const said = analysis.statementsIn(this.index);
    if (this.out.length || !hearsay || said.some((one) => one.type !== null)) return;
    const start = sentence.start + (words.source.exec(raw)?.[0].length ?? 0);
    this.add(start, this.clauseEnd(start), this.spanAt(hearsay), "hearsay", { attributedTo: said[0]?.speaker?.party ?? null });
  }
}

/**
 * Where a phrase ends before a verb. After another verb it ends before the subject of the next one: "It rests on rumours
 * of leaks and Acme denied them".
 */
function phraseEnd(words: string, lead: string): number | null {
  const verb = verbPlace(words);
  if (verb === null || !hasFiniteVerb(lead)) return verb;
  return [...words.slice(0, verb).matchAll(ADDED)].at(-1)?.index ?? verb;
}
/**
 * Where the main clause begins after introduced words at the start of their sentence: "Despite claims that the dam leaks, the city says …". Null
 * if these words are the main clause.
 */
function mainClauseIn(words: string, before: string): number | null {
  const [first = ""] = wordsOf(before);
  if (!WORDS.subordinators.has(first) && !WORDS.prepositions.has(first)) return null;
  if (hasFiniteVerb(before)) return null;
  const comma = [...words.matchAll(/,\s+/g)].find((at) => hasFiniteVerb(words.slice(0, at.index)) && hasFiniteVerb(words.slice(endOf(at))));
  return comma?.index ?? null;
}
