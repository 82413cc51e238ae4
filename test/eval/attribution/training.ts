/** Fits the three linear models of attribution on annotated texts. */
import { probabilityOf, softmax } from "../../../shared/logistic.ts";
import type { TextAnalysis } from "../../../shared/read/analysis.ts";
import { type CodedText, codedText } from "../../../shared/read/attribution/fitted/coded-text.ts";
import {
  cueFeatures,
  endFeatures,
  type Features,
  headFeatures,
  pairFeatures,
  startFeatures,
  type Window,
} from "../../../shared/read/attribution/fitted/features.ts";
import {
  cueProbabilities,
  headsOf,
  type Models,
  mayBeCue,
  type Spans,
  spansOf,
  windowOf,
} from "../../../shared/read/attribution/fitted/search.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { overlap, type Range } from "../../../shared/text/span.ts";
import { Linear, random, shuffle } from "./linear.ts";
import { type Article, type Gold, overlapOf } from "./polnear.ts";

const EPOCHS = 5;
/** Gradients below these change nothing that matters. */
const [SMALL, TINY] = [0.01, 1e-4];
/** How much better a span is that is nearer to the annotated one. */
const SHARPNESS = 4;

/** A text as it is read, with what is annotated. */
export interface Text {
  analysis: TextAnalysis;
  coded: CodedText;
  gold: Gold[];
  /** The features of each token as a cue. */
  cueFeatures: (Int32Array | null)[];
}
const taken = ({ list }: Features): Int32Array => list.slice();

/** Reads an article by rules alone. */
export function textOf({ text: raw, gold }: Article): Text {
  const { document } = readDocument({
    kind: "article",
    url: null,
    title: null,
    text: raw,
    html: null,
    lang: null,
    publishedAt: null,
    author: null,
  });
  const analysis = analysisOf(document);
  const coded = codedText(analysis.sentences);
  const features: (Int32Array | null)[] = Array(coded.kind.length).fill(null);
  for (const { from, to } of coded.sentences)
    for (let i = from; i < to; i++) if (mayBeCue(coded, i)) features[i] = taken(cueFeatures(coded, from, to, i));
  return { analysis, coded, gold, cueFeatures: features };
}

/** The tokens of an annotated cue, all in the sentence where it begins. */
function cueTokens({ coded }: Text, { cue: [first, ...rest] }: Gold): { sentence: number; tokens: number[] } | null {
  if (!first) return null;
  for (const [sentence, { from, to }] of coded.sentences.entries()) {
    const [start, end] = [coded.tokens[from]?.start ?? 0, coded.tokens[to - 1]?.end ?? 0];
    if (first.start < start || first.start >= end) continue;
    const tokens: number[] = [];
    for (let i = from; i < to; i++)
      if (mayBeCue(coded, i) && [first, ...rest].some((range) => overlap(range, coded.tokens[i] as Range))) tokens.push(i);
    return tokens.length ? { sentence, tokens } : null;
  }
  return null;
}

/** A choice of one of many, of which some are good. */
interface Choice {
  options: Int32Array[];
  good: number[];
}
interface SpanChoice extends Spans {
  first: Int32Array[];
  last: Int32Array[];
  both: Int32Array[];
  good: number[];
}

function spanChoice(window: Window, gold: Gold): SpanChoice {
  const found = spansOf(window);
  const { tokens } = window.text;
  const good = found.spans.map(([i, j]) => {
    const range = { start: tokens[found.starts[i] as number]?.start ?? 0, end: tokens[found.ends[j] as number]?.end ?? 0 };
    const share = overlapOf(range, gold.content);
    return share >= 0.5 ? share ** SHARPNESS : 0;
  });
  return {
    ...found,
    first: found.starts.map((i) => taken(startFeatures(window, i))),
    last: found.ends.map((j) => taken(endFeatures(window, j))),
    both: found.keys.map((key) => taken(pairFeatures(window, key))),
    good,
  };
}
function learnSpan(model: Linear, { spans, first, last, both, good }: SpanChoice): void {
  const [f, l, b] = [first, last, both].map((one) => one.map((features) => model.score(features))) as [number[], number[], number[]];
  const p = softmax(spans.map(([i, j, key]) => (f[i] as number) + (l[j] as number) + (b[key] as number)));
  const right = p.reduce((sum, value, k) => sum + value * (good[k] as number), 0);
  if (right < 1e-12) return;
  const [df, dl, db] = [new Float64Array(f.length), new Float64Array(l.length), new Float64Array(b.length)];
  spans.forEach(([i, j, key], k) => {
    const d = ((p[k] as number) * (good[k] as number)) / right - (p[k] as number);
    df[i] = (df[i] as number) + d;
    dl[j] = (dl[j] as number) + d;
    db[key] = (db[key] as number) + d;
  });
  for (const [features, gradients] of [
    [first, df],
    [last, dl],
    [both, db],
  ] as [Int32Array[], Float64Array][])
    gradients.forEach((d, k) => {
      if (Math.abs(d) > TINY) model.learn(features[k] as Int32Array, d);
    });
}
function learnHead(model: Linear, { options, good }: Choice): void {
  const p = softmax(options.map((features) => model.score(features)));
  const right = p.reduce((sum, value, k) => sum + value * (good[k] as number), 0);
  if (right < 1e-12) return;
  options.forEach((features, k) => {
    const d = ((p[k] as number) * (good[k] as number)) / right - (p[k] as number);
    if (Math.abs(d) > TINY) model.learn(features, d);
  });
}

/** The weights of a model, whole numbers times a step. */
export type Rounded = ReturnType<Linear["rounded"]>;
export const weightsOf = ({ step, bytes }: Rounded): Float32Array => Float32Array.from(bytes, (weight) => weight * step);
export const modelsOf = (rounded: Record<keyof Models, Rounded>): Models => ({
  cue: weightsOf(rounded.cue),
  content: weightsOf(rounded.content),
  speaker: weightsOf(rounded.speaker),
});

/** Which tokens are cues. Of the tokens of an annotated cue the one that the model finds likeliest stands for it. */
function fitCues(texts: readonly Text[], next: () => number) {
  const model = new Linear();
  const annotated = texts.map((text) =>
    text.gold
      .flatMap((gold) => ({ gold, ...(cueTokens(text, gold) ?? { sentence: 0, tokens: [] }) }))
      .filter(({ tokens }) => tokens.length),
  );
  const places = texts.flatMap(({ coded }, text) => coded.sentences.map(({ from, to }) => ({ text, from, to })));
  const epoch = (cues: Set<number>[]) => {
    for (const { text, from, to } of shuffle(places, next))
      for (let i = from; i < to; i++) {
        const features = (texts[text] as Text).cueFeatures[i];
        if (!features) continue;
        const d = Number(cues[text]?.has(i)) - probabilityOf(model.score(features));
        if (Math.abs(d) > SMALL) model.learn(features, d);
      }
  };
  const any = annotated.map((all) => new Set(all.flatMap(({ tokens }) => tokens)));
  epoch(any);
  epoch(any);
  const scoreOf = (text: number, i: number) => model.score((texts[text] as Text).cueFeatures[i] as Int32Array);
  const heads = annotated.map((all, text) =>
    all.map(({ gold, sentence, tokens }) => ({
      gold,
      sentence,
      cue: tokens.reduce((a, b) => (scoreOf(text, b) > scoreOf(text, a) ? b : a)),
    })),
  );
  model.forget();
  for (let e = 0; e < EPOCHS; e++) epoch(heads.map((all) => new Set(all.map(({ cue }) => cue))));
  return { cue: model.rounded(), heads };
}

/** Fits the three models. */
export function fitModels(texts: readonly Text[]): Record<keyof Models, Rounded> {
  const next = random(7);
  const { cue, heads } = fitCues(texts, next);
  const cueWeights = weightsOf(cue);
  const spans: SpanChoice[] = [];
  const speakers: Choice[] = [];
  texts.forEach(({ coded }, t) => {
    const cues = cueProbabilities(coded, cueWeights);
    for (const { gold, sentence, cue: at } of heads[t] ?? []) {
      const window = windowOf(coded, sentence, at, cues);
      const choice = spanChoice(window, gold);
      const best = choice.good.reduce((top, value, k) => (value > (choice.good[top] as number) ? k : top), 0);
      const isFound = (choice.good[best] ?? 0) > 0;
      if (isFound) spans.push(choice);
      const [i = 0, j = 0] = choice.spans[best] ?? [];
      const [first, last] = isFound ? [choice.starts[i] as number, choice.ends[j] as number] : [-1, -1];
      const options = headsOf(window, first, last);
      const good = options.map((head) => Number(gold.source.some((range) => overlap(range, coded.tokens[head] as Range))));
      if (good.includes(1)) speakers.push({ options: options.map((head) => taken(headFeatures(window, first, last, head))), good });
    }
  });
  const [content, speaker] = [new Linear(), new Linear()];
  for (let e = 0; e < EPOCHS; e++) {
    for (const choice of shuffle(spans, next)) learnSpan(content, choice);
    for (const choice of shuffle(speakers, next)) learnHead(speaker, choice);
  }
  return { cue, content: content.rounded(), speaker: speaker.rounded() };
}
