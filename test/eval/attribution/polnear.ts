/** PolNeAR: news text with who says what, and how well attributions agree with it. The same scoring as the evaluation folder's quotes.mjs. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Range } from "../../../shared/text/span.ts";
import { evaluation } from "../../support/evaluation.ts";

interface Marked {
  spans: [number, number][];
  text: string;
}
/** An annotated attribution that has a content and a source. */
export interface Gold {
  cue: Range[];
  content: Range[];
  source: Range[];
  who: Set<string>;
  direct: boolean;
}
export interface Article {
  text: string;
  gold: Gold[];
}
const SMALL = new Set(["the", "a", "an", "of", "and", "mr", "ms", "mrs"]);
const words = (text: string) => new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word)));
const rangesOf = (marked: Marked[]) => marked.flatMap(({ spans }) => spans.map(([start, end]) => ({ start, end })));

/** The articles of a split. */
export function articlesOf(split: string, limit = Number.POSITIVE_INFINITY): Article[] {
  return gunzipSync(readFileSync(evaluation(`data/quotes/polnear/${split}.jsonl.gz`)))
    .toString()
    .split("\n")
    .filter(Boolean)
    .slice(0, limit)
    .map((line) => {
      const { text, annotations } = JSON.parse(line) as {
        text: string;
        annotations: { attributions: Record<"source" | "cue" | "content", Marked[]>[] }[];
      };
      const gold = (annotations[0]?.attributions ?? []).filter(({ source, content }) => source.length && content.length);
      return {
        text,
        gold: gold.map(({ source, cue, content }) => ({
          cue: rangesOf(cue),
          content: rangesOf(content),
          source: rangesOf(source),
          who: words(source.map((one) => one.text).join(" ")),
          direct: /[“"”]/.test(content.map((one) => one.text).join(" ")),
        })),
      };
    });
}

/** Jaccard index on characters of a span and a set of spans that do not overlap. */
export function overlapOf({ start, end }: Range, spans: readonly Range[]): number {
  let [both, all] = [0, end - start];
  for (const one of spans) {
    const shared = Math.max(0, Math.min(end, one.end) - Math.max(start, one.start));
    both += shared;
    all += one.end - one.start - shared;
  }
  return both / (all || 1);
}
/** Whether a speaker's words share one with those of the annotated source. */
export const isNamed = (speaker: string, { who }: Gold): boolean => [...words(speaker)].some((word) => who.has(word));

/** Somebody's statement, as far as it is scored. */
export interface Said {
  content: Range;
  speaker: string;
}
/** Counts what is found and right of texts. */
export class Score {
  readonly sum = { gold: 0, found: 0, named: 0, predicted: 0, right: 0, direct: 0, directFound: 0, directNamed: 0 };
  add(said: readonly Said[], annotated: readonly Gold[]): void {
    const { sum } = this;
    const hit = new Set<Said>();
    for (const gold of annotated) {
      const matches = said.filter(({ content }) => overlapOf(content, gold.content) >= 0.5);
      const named = matches.filter(({ speaker }) => isNamed(speaker, gold));
      for (const one of named) hit.add(one);
      sum.gold++;
      sum.found += Number(matches.length > 0);
      sum.named += Number(named.length > 0);
      sum.direct += Number(gold.direct);
      sum.directFound += Number(gold.direct && matches.length > 0);
      sum.directNamed += Number(gold.direct && named.length > 0);
    }
    sum.predicted += said.length;
    sum.right += hit.size;
  }
  figures() {
    const { sum } = this;
    const precision = sum.right / (sum.predicted || 1);
    const recall = sum.named / (sum.gold || 1);
    const round = (value: number) => Number(value.toFixed(4));
    return {
      gold: sum.gold,
      predicted: sum.predicted,
      contentRecall: round(sum.found / sum.gold),
      speakerRecall: round(recall),
      precision: round(precision),
      F1: round((2 * precision * recall) / (precision + recall || 1)),
      directContentRecall: round(sum.directFound / sum.direct),
      directSpeakerRecall: round(sum.directNamed / sum.direct),
    };
  }
}
