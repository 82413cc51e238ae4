/**
 * Rules and fitted models propose who says what, and boosted trees choose. A rule's ends and its words for the speaker are kept where a model
 * proposes about the same, because they are more exact.
 */

import { append, sumOf } from "../../../collections.ts";
import { bit, logit, probabilityOf } from "../../../logistic.ts";
import type { Span } from "../../../model/quote.ts";
import { overlap, type Range, spanOf } from "../../../text/span.ts";
import type { LocatedStatement, TextAnalysis } from "../../analysis.ts";
import { type Forest, forestOdds } from "../../gates/forest.ts";
import type { Token } from "../../tokens.ts";
import { appositionAfter, type Phrase, phraseBefore } from "../phrases/noun-phrases.ts";
import { attributedStatement, withoutSelf } from "../statements.ts";
import { type CodedText, codedText, NAME, PRONOUN } from "./coded-text.ts";
import { sideOfContent, type Window } from "./features.ts";
import { cueProbabilities, headProbabilities, headsOf, type Models, mayBeCue, spanProbabilities, spansOf, windowOf } from "./search.ts";

/** The models that propose, and the trees that choose. */
export interface AttributionModels extends Models {
  choice: Forest;
}
/** The models as their file has them: a byte for each weight, in base64, as whole multiples of a step. */
export type AttributionFile = Record<keyof Models, { step: number; weights: string }> & { choice: Forest };
/** The models of a file. */
export function attributionModelsOf({ cue, content, speaker, choice }: AttributionFile): AttributionModels {
  const weightsOf = ({ step, weights }: AttributionFile["cue"]) =>
    Float32Array.from(atob(weights), (letter) => ((letter.charCodeAt(0) << 24) >> 24) * step);
  return { cue: weightsOf(cue), content: weightsOf(content), speaker: weightsOf(speaker), choice };
}
/** A token that is less likely than this to be a cue is none, unless a rule says so. */
const MIN_CUE = 0.15;
/** How much two proposals share of the characters of both if they count as the same. */
const SAME = 0.6;
const HALF = 0.5;
const NEARLY = 0.9;
/** Probabilities are taken to be no nearer to 0 or 1. */
const LEAST = 1e-3;
/** How many spans and heads a cue has, and the likeliest spans of which its spans are taken. */
const MAX_SPANS = 2;
const MAX_HEADS = 2;
const LIKELIEST = 30;
const MIN_SPAN = 0.005;
/** Limit against hostile text: cues of a text. PolNeAR stays under 300. */
const MAX_CUES = 400;
/** Two attributions of nearly the same words whose cues are nearer than this are one. */
const NEAR = 30;
/** The least probability of an attribution that is kept. */
export const MIN_PROBABILITY = 0.4;

/** Who may say what by one cue. `isRule`: a rule says just that. */
export interface Candidate extends Range {
  group: number;
  sentence: number;
  cue: Span;
  lemma: string;
  speaker: Span | null;
  /** The statement of a rule that has this speaker. */
  by: LocatedStatement | null;
  isRule: boolean;
  /** The features of the choice. */
  x: number[];
}

/** The characters that two ranges share, of all characters in either. */
function jaccard(a: Range, b: Range): number {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + b.end - b.start - both || 1);
}
const descending = (p: readonly number[]) => (a: number, b: number) => (p[b] as number) - (p[a] as number);

/** What a cue may say. */
interface Content extends Range {
  /** Its first and last token; -1 if the window has none of it. */
  first: number;
  last: number;
  /** Its probability, and the sum of those of all spans that are much the same. */
  p: number;
  mass: number;
  rule: LocatedStatement | null;
}
/** Who may say it. */
interface Speaker {
  words: Span;
  /** Its first token. */
  first: number;
  /** The sum of the probabilities of the heads in it. */
  mass: number;
  by: LocatedStatement | null;
}
/** What rules say by a cue, and by other cues near it. */
interface RulesNear {
  ofCue: readonly LocatedStatement[];
  ofOthers: readonly LocatedStatement[];
}
/** The largest share of a content that one of these statements has. */
const largestShare = (statements: readonly LocatedStatement[], content: Range): number =>
  Math.max(0, ...statements.map((statement) => jaccard(statement.content, content)));
const FORM_CODES = { past: 1, s: 2, ing: 3, base: 4 };
const SIDE_CODES = { behind: 0, before: 1, around: 2, unknown: 3 };
/** The distance of a content that has no token. */
const FAR = 99;

/** The proposals for one cue of a sentence. */
class CueReader {
  private readonly analysis: TextAnalysis;
  private readonly models: Models;
  private readonly window: Window;
  private readonly tokens: CodedText["tokens"];
  constructor(analysis: TextAnalysis, models: Models, window: Window) {
    this.analysis = analysis;
    this.models = models;
    this.window = window;
    this.tokens = window.text.tokens;
  }

  private startOf = (i: number) => this.tokens[i]?.start ?? 0;
  private endOf = (i: number) => this.tokens[i]?.end ?? 0;

  /** The likeliest spans that the model finds. */
  private likelySpans(): Omit<Content, "mass">[] {
    const { window } = this;
    const found = spansOf(window);
    const p = found.spans.length ? spanProbabilities(window, found, this.models.content) : [];
    const likely = [...p.keys()].filter((k) => (p[k] as number) >= MIN_SPAN).sort(descending(p));
    return likely.slice(0, LIKELIEST).map((k) => {
      const [start, end] = found.spans[k] as [number, number, number];
      const first = found.starts[start] as number;
      const last = found.ends[end] as number;
      return { first, last, start: this.startOf(first), end: this.endOf(last), p: p[k] as number, rule: null };
    });
  }
  /** The tokens of the window that a range touches. */
  private tokensIn({ start, end }: Range): number[] {
    const { from, to } = this.window;
    const inside: number[] = [];
    for (let i = from; i < to; i++) if (this.tokens[i] && this.startOf(i) < end && this.endOf(i) > start) inside.push(i);
    return inside;
  }

  /** What the cue says: by its rules, and by the model. */
  private contents(rules: readonly LocatedStatement[]): Content[] {
    const spans = this.likelySpans();
    const massOf = (range: Range) => sumOf(spans, (span) => (jaccard(span, range) >= HALF ? span.p : 0));
    const contents = rules.map((rule): Content => {
      const { start, end } = rule.content;
      const tokens = this.tokensIn(rule.content);
      const same = spans.find((span) => jaccard(span, rule.content) > NEARLY);
      return { start, end, first: tokens[0] ?? -1, last: tokens.at(-1) ?? -1, p: same?.p ?? 0, mass: massOf(rule.content), rule };
    });
    const proposed = spans.map((span): Content => ({ ...span, mass: massOf(span) })).sort((a, b) => b.mass - a.mass);
    for (const content of proposed)
      if (contents.length < rules.length + MAX_SPANS && !contents.some((other) => jaccard(other, content) >= SAME)) contents.push(content);
    return contents;
  }

  /** The noun phrase whose head is a token. */
  private phraseOf(head: number): Phrase {
    const { text, cue, ownFrom, ownTo } = this.window;
    let to = head + 1;
    if (text.kind[head] === NAME) while (to < ownTo && text.kind[to] === NAME) to++;
    const phrase = phraseBefore(this.tokens.slice(ownFrom, ownTo) as Token[], to - ownFrom);
    const from = phrase ? Math.min(head, ownFrom + phrase.from) : head;
    // "“Great,” enthused Jane Roe": the cue is no part of who speaks.
    return head > cue ? { from: Math.max(from, cue + 1), to } : { from, to: Math.min(to, cue) };
  }

  /** Who may say a content. */
  private speakers({ first, last }: Content, rules: readonly LocatedStatement[]): Speaker[] {
    const { window, analysis } = this;
    const heads = headsOf(window, first, last);
    const p = heads.length ? headProbabilities(window, heads, first, last, this.models.speaker) : [];
    const massOf = ({ start, end }: Range) =>
      sumOf(heads, (i, k) => (this.startOf(i) >= start && this.endOf(i) <= end + 2 ? (p[k] as number) : 0));
    const speakers: Speaker[] = [];
    for (const by of rules) {
      if (!by.speaker || speakers.some(({ words }) => words.start === by.speaker?.start)) continue;
      const { text, start, end } = by.speaker;
      const head = heads.find((i) => this.endOf(i) > start) ?? window.cue;
      speakers.push({ words: { text, start, end }, first: head, mass: massOf(by.speaker), by });
    }
    const most = speakers.length + MAX_HEADS;
    for (const k of [...p.keys()].sort(descending(p)).slice(0, 2 * MAX_HEADS)) {
      if (speakers.length >= most) break;
      const { from, to } = this.phraseOf(heads[k] as number);
      const words = spanOf(analysis.text, this.startOf(from), this.endOf(to - 1));
      if (!speakers.some((other) => overlap(other.words, words))) speakers.push({ words, first: from, mass: massOf(words), by: null });
    }
    return speakers;
  }

  private cueFeatures({ ofCue, ofOthers }: RulesNear): number[] {
    const { text, cue, ownFrom, ownTo, cues } = this.window;
    const { start, end } = this.tokens[cue] as Token;
    const form = text.verb[cue];
    let around = 0;
    for (let i = Math.max(ownFrom, cue - 3); i <= cue + 3; i++) if (i !== cue) around = Math.max(around, cues[i] ?? 0);
    const isInside = ofOthers.some(({ content }) => content.start <= start && end <= content.end);
    return [
      logit(cues[cue] ?? 0, LEAST),
      logit(around, LEAST),
      bit(isInside),
      form ? FORM_CODES[form.form] : 0,
      ofCue.length,
      ownTo - ownFrom,
    ];
  }
  private contentFeatures(content: Content, rank: number, { ofCue, ofOthers }: RulesNear): number[] {
    const { text, cue } = this.window;
    const { first, last } = content;
    return [
      logit(content.mass, LEAST),
      logit(content.p, LEAST),
      rank,
      largestShare(ofCue, content),
      largestShare(ofOthers, content),
      SIDE_CODES[sideOfContent(cue, first, last)],
      first < 0 ? FAR : first - cue,
      content.end - content.start,
      first < 0 ? 0 : (text.quotes[last + 1] as number) - (text.quotes[first] as number),
    ];
  }
  private speakerFeatures({ mass, by, first }: Speaker): number[] {
    const kind = this.window.text.kind[first];
    return [logit(mass, LEAST), bit(by), bit(kind === NAME) + 2 * bit(kind === PRONOUN), first - this.window.cue];
  }

  /** All proposals. `group`: the number of the cue among those of the text. */
  read(group: number, sentence: number, rules: RulesNear): Candidate[] {
    const { text, cue } = this.window;
    const { start, end, lower } = this.tokens[cue] as Token;
    const lemma = text.verb[cue]?.lemma ?? lower;
    const ofCue = this.cueFeatures(rules);
    return this.contents(rules.ofCue).flatMap((content, rank) => {
      const ofContent = this.contentFeatures(content, rank, rules);
      return this.speakers(content, rules.ofCue).map(
        (speaker): Candidate => ({
          group,
          sentence,
          cue: spanOf(this.analysis.text, start, end),
          lemma,
          start: content.start,
          end: content.end,
          speaker: speaker.words,
          by: speaker.by,
          isRule: content.rule !== null && speaker.by === content.rule,
          x: [...ofCue, ...ofContent, ...this.speakerFeatures(speaker)],
        }),
      );
    });
  }
}
/** A rule's statement by no token of a cue that the models see: its features say that they give it no probability. */
function unseen(group: number, by: LocatedStatement): Candidate {
  const { sentence, cue, content, speaker, rule } = by;
  const x = [-7, -7, 0, 0, 1, 0, -7, -7, 9, 1, 0, 3, 99, content.end - content.start, 1, -7, 1, 0, 0];
  return { group, sentence, cue, lemma: rule, start: content.start, end: content.end, speaker, by, isRule: true, x };
}

/** All proposals of the rules and the models for a text. */
export function candidatesIn(analysis: TextAnalysis, models: Models): Candidate[] {
  const text = codedText(analysis.sentences);
  const cues = cueProbabilities(text, models.cue);
  const out: Candidate[] = [];
  let group = 0;
  const unread = new Set(analysis.statements);
  for (const [at, { index, from, to }] of text.sentences.entries()) {
    // Of the tokens of a rule's cue, the likeliest stands for it.
    const byToken = new Map<number, LocatedStatement[]>();
    for (const statement of analysis.statementsIn(index)) {
      let best = -1;
      for (let i = from; i < to; i++)
        if (overlap(statement.cue, text.tokens[i] as Range) && (best < 0 || (cues[i] as number) > (cues[best] as number))) best = i;
      if (best >= 0) append(byToken, best, statement);
    }
    // What is said by other cues is near.
    const near = [index - 2, index - 1, index, index + 1].flatMap((other) => analysis.statementsIn(other));
    for (let i = from; i < to && group < MAX_CUES; i++) {
      const ofCue = byToken.get(i) ?? [];
      if (!ofCue.length && ((cues[i] as number) < MIN_CUE || !mayBeCue(text, i))) continue;
      for (const statement of ofCue) unread.delete(statement);
      const ofOthers = near.filter((statement) => !ofCue.includes(statement));
      out.push(...new CueReader(analysis, models, windowOf(text, at, i, cues)).read(group, index, { ofCue, ofOthers }));
      group++;
    }
  }
  return [...out, ...[...unread].map((statement, i) => unseen(group + i, statement))];
}

/** The likeliest candidates that do not contradict each other, in the order of the text. */
export function selected(candidates: readonly { candidate: Candidate; p: number }[], least = MIN_PROBABILITY): Candidate[] {
  const kept: Candidate[] = [];
  for (const { candidate: one } of candidates.filter(({ p }) => p >= least).sort((a, b) => b.p - a.p)) {
    const clashes = (other: Candidate) => {
      // Two rules of one cue tell two parts of a quotation.
      if (other.group === one.group) return !(other.isRule && one.isRule) || jaccard(one, other) > 0;
      const isNear = Math.abs(one.cue.start - other.cue.start) < NEAR || one.speaker?.text === other.speaker?.text;
      return isNear && jaccard(one, other) > SAME;
    };
    if (!kept.some(clashes)) kept.push(one);
  }
  return kept.sort((a, b) => a.sentence - b.sentence || a.cue.start - b.cue.start || a.start - b.start);
}

/** A candidate as a statement: the rule's own, or with the party that the words for the speaker name. */
function statementOf(analysis: TextAnalysis, candidate: Candidate): LocatedStatement {
  const { by, isRule, speaker } = candidate;
  if (by && isRule) return by;
  const party =
    by?.speaker?.party ?? (speaker && analysis.partyAt(speaker.text, appositionAfter(analysis.text, speaker.end), speaker.start + 1));
  return attributedStatement(analysis, candidate, speaker && party && { ...speaker, party });
}
/** Who says what in an English text, chosen from what its rules say and what the models propose. */
export function chosenStatements(analysis: TextAnalysis, models: AttributionModels): LocatedStatement[] {
  const judged = candidatesIn(analysis, models).map((candidate) => ({
    candidate,
    p: probabilityOf(forestOdds(models.choice, candidate.x)),
  }));
  return withoutSelf(
    analysis.text,
    selected(judged).map((one) => statementOf(analysis, one)),
  );
}
