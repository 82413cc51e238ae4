/**
 * Rules and fitted models propose who says what, and boosted trees choose. A rule's ends and its words for the speaker are kept where a model
 * proposes about the same, because they are more exact.
 */

import { bit, logit, probabilityOf } from "../../../logistic.ts";
import type { Span } from "../../../model/quote.ts";
import { overlap, type Range, spanOf } from "../../../text/span.ts";
import type { LocatedStatement, TextAnalysis } from "../../analysis.ts";
import { type Forest, forestOdds } from "../../gates/forest.ts";
import type { Token } from "../../tokens.ts";
import { appositionAfter, type Phrase, phraseBefore } from "../phrases/noun-phrases.ts";
import { attributedStatement, withoutSelf } from "../statements.ts";
import { type CodedText, codedText, NAME, PRONOUN } from "./coded-text.ts";
import type { Window } from "./features.ts";
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

interface Content extends Range {
  first: number;
  last: number;
  p: number;
  mass: number;
  rule: LocatedStatement | null;
}
interface Speaker {
  own: Span;
  first: number;
  mass: number;
  by: LocatedStatement | null;
}

/** The proposals for one cue of a sentence. `mine`: what rules say by it; `others`: what they say by other cues. */
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

  /** What the cue says: by its rules, and by the model. */
  private contents(mine: readonly LocatedStatement[]): Content[] {
    const { window } = this;
    const found = spansOf(window);
    const p = found.spans.length ? spanProbabilities(window, found, this.models.content) : [];
    const likely = [...p.keys()].filter((k) => (p[k] as number) >= MIN_SPAN).sort(descending(p));
    const spans = likely.slice(0, LIKELIEST).map((k) => {
      const [i, j] = found.spans[k] as [number, number, number];
      const [first, last] = [found.starts[i] as number, found.ends[j] as number];
      return { first, last, start: this.startOf(first), end: this.endOf(last), p: p[k] as number };
    });
    const massOf = (range: Range) => spans.reduce((sum, one) => sum + (jaccard(one, range) >= HALF ? one.p : 0), 0);
    const out = mine.map((rule): Content => {
      const { start, end } = rule.content;
      const inside: number[] = [];
      for (let i = window.from; i < window.to; i++) if (this.tokens[i] && this.startOf(i) < end && this.endOf(i) > start) inside.push(i);
      const same = spans.find((one) => jaccard(one, rule.content) > NEARLY);
      return { start, end, first: inside[0] ?? -1, last: inside.at(-1) ?? -1, p: same?.p ?? 0, mass: massOf(rule.content), rule };
    });
    const proposed = spans.map((span): Content => ({ ...span, mass: massOf(span), rule: null })).sort((a, b) => b.mass - a.mass);
    for (const one of proposed)
      if (out.length < mine.length + MAX_SPANS && !out.some((other) => jaccard(other, one) >= SAME)) out.push(one);
    return out;
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
  private speakers({ first, last }: Content, mine: readonly LocatedStatement[]): Speaker[] {
    const { window, analysis } = this;
    const heads = headsOf(window, first, last);
    const p = heads.length ? headProbabilities(window, heads, first, last, this.models.speaker) : [];
    const massOf = ({ start, end }: Range) =>
      heads.reduce((sum, i, k) => sum + (this.startOf(i) >= start && this.endOf(i) <= end + 2 ? (p[k] as number) : 0), 0);
    const out: Speaker[] = [];
    for (const by of mine)
      if (by.speaker && !out.some(({ own }) => own.start === by.speaker?.start)) {
        const { text, start, end } = by.speaker;
        out.push({
          own: { text, start, end },
          first: heads.find((i) => this.endOf(i) > start) ?? window.cue,
          mass: massOf(by.speaker),
          by,
        });
      }
    const most = out.length + MAX_HEADS;
    for (const k of [...p.keys()].sort(descending(p)).slice(0, 2 * MAX_HEADS)) {
      if (out.length >= most) break;
      const { from, to } = this.phraseOf(heads[k] as number);
      const own = spanOf(analysis.text, this.startOf(from), this.endOf(to - 1));
      if (!out.some((other) => overlap(other.own, own))) out.push({ own, first: from, mass: massOf(own), by: null });
    }
    return out;
  }

  /** All proposals. */
  read(group: number, sentence: number, mine: readonly LocatedStatement[], others: readonly LocatedStatement[]): Candidate[] {
    const { window, analysis } = this;
    const { text, cue, ownFrom, ownTo, cues } = window;
    const { start, end, lower } = this.tokens[cue] as Token;
    const form = text.verb[cue];
    const contents = this.contents(mine);
    let around = 0;
    for (let i = Math.max(ownFrom, cue - 3); i <= cue + 3; i++) if (i !== cue) around = Math.max(around, cues[i] ?? 0);
    const inside = bit(others.some(({ content }) => content.start <= start && end <= content.end));
    const said = { group, sentence, cue: spanOf(analysis.text, start, end), lemma: form?.lemma ?? lower };
    const ofCue = [
      logit(cues[cue] ?? 0, LEAST),
      logit(around, LEAST),
      inside,
      form ? { past: 1, s: 2, ing: 3, base: 4 }[form.form] : 0,
      mine.length,
      ownTo - ownFrom,
    ];
    return contents.flatMap((content, rank) => {
      const { first, last, mass, rule } = content;
      const share = (all: readonly LocatedStatement[]) => all.reduce((most, one) => Math.max(most, jaccard(one.content, content)), 0);
      const ofContent = [
        logit(mass, LEAST),
        logit(content.p, LEAST),
        rank,
        share(mine),
        share(others),
        first < 0 ? 3 : first > cue ? 0 : last < cue ? 1 : 2,
        first < 0 ? 99 : first - cue,
        content.end - content.start,
        first < 0 ? 0 : (text.quotes[last + 1] as number) - (text.quotes[first] as number),
      ];
      return this.speakers(content, mine).map((speaker): Candidate => {
        const kind = text.kind[speaker.first];
        const ofSpeaker = [logit(speaker.mass, LEAST), bit(speaker.by), kind === NAME ? 1 : kind === PRONOUN ? 2 : 0, speaker.first - cue];
        return {
          ...said,
          start: content.start,
          end: content.end,
          speaker: speaker.own,
          by: speaker.by,
          isRule: rule !== null && speaker.by === rule,
          x: [...ofCue, ...ofContent, ...ofSpeaker],
        };
      });
    });
  }
}
/** A rule's statement by no token of a cue that the models see. */
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
    for (const said of analysis.statementsIn(index)) {
      let best = -1;
      for (let i = from; i < to; i++)
        if (overlap(said.cue, text.tokens[i] as Range) && (best < 0 || (cues[i] as number) > (cues[best] as number))) best = i;
      if (best >= 0) byToken.set(best, [...(byToken.get(best) ?? []), said]);
    }
    // What is said by other cues is near.
    const near = [index - 2, index - 1, index, index + 1].flatMap((other) => analysis.statementsIn(other));
    for (let i = from; i < to && group < MAX_CUES; i++) {
      const mine = byToken.get(i) ?? [];
      if (!mine.length && ((cues[i] as number) < MIN_CUE || !mayBeCue(text, i))) continue;
      for (const said of mine) unread.delete(said);
      const others = near.filter((said) => !mine.includes(said));
      for (const one of new CueReader(analysis, models, windowOf(text, at, i, cues)).read(group, index, mine, others)) out.push(one);
      group++;
    }
  }
  return [...out, ...[...unread].map((said, i) => unseen(group + i, said))];
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
