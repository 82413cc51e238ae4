/**
 * The day on which a response was given, by the sentence that reports it. The sentence may also have the day of other things: of what the
 * response is about, of the report that it answers, of a party's founding. So a fitted model gives the probability that a day is that of
 * the act (answered-weights.json, fitted by test/eval/times/fit-answered-times.ts). If no day is likely enough, only an upper bound is
 * known: when the sentence was written.
 */
import { DAY } from "../../durations.ts";
import { cueGrammarOf, english } from "../../lang/index.ts";
import { bit, logistic } from "../../logistic.ts";
import type { ResponseType } from "../../model/response.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { oncePer } from "../../text/once-per.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { holds, type Range } from "../../text/span.ts";
import type { TextAnalysis } from "../analysis.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { Token } from "../tokens.ts";
import weights from "./answered-weights.json" with { type: "json" };
import { dayOf } from "./date-building.ts";
import { timesIn } from "./dates.ts";

/** Maximum range of a time: a week, and the day that time zones may add. A month or a year is mostly that of something else. */
const MAX_ACT = 8 * DAY;
/** Limits, in words, for a day near to and far from the verb of the act. */
const NEAR = 5;
const FAR = 10;
/** Maximum number of words before the day that are only the object, "denied the claim on Sunday". More words are a clause that has its own day. */
const OBJECT = 2;
const MAX_SENTENCE = 2000;
const CORRECTING: ReadonlySet<ResponseType> = new Set(["correction", "retraction", "apology", "label"]);

const classOf = (words: string) => new RegExp(`^(?:${words})$`, "iu");
/** The words of a language that begin a clause, and those before a noun. */
const wordsOf = oncePer((lang: string) => {
  const { words } = english.grammar;
  const { that, relatives, subordinators, article } = cueGrammarOf(lang) ?? {
    that: words.relatives,
    relatives: words.questionWords,
    subordinators: words.subordinators,
    article: words.determiners,
  };
  return { clause: classOf([that, relatives, subordinators].join("|")), article: classOf(article) };
});

/** A day in a sentence. */
interface AnsweredTime {
  time: PublishedTime;
  /** Its offset in the text. */
  at: number;
  /** Its features for the fitted model. */
  signs: Record<string, boolean>;
}
const isWord = ({ kind }: Token) => kind !== "mark";
const isDay = ({ earliest, latest }: PublishedTime) => earliest !== null && latest !== null && latest - earliest < DAY;
const isShort = ({ earliest, latest }: PublishedTime) => earliest !== null && latest !== null && latest - earliest <= MAX_ACT;

/** The days in a sentence outside of quotations. For each, the features that show whether an act of the given type was done on it. */
export function answeredTimes(analysis: TextAnalysis, index: number, type: ResponseType): AnsweredTime[] {
  const { lang, statements } = analysis;
  const sentence = analysis.sentences[index];
  if (!sentence) return [];
  const { start, tokens } = sentence;
  const text = withoutQuotations(sentence.text.slice(0, MAX_SENTENCE));
  const written = analysis.writtenAt(start);
  const found = timesIn(text, written, lang).filter(({ time }) => isShort(time));
  if (found.length === 0) return [];
  const { clause, article } = wordsOf(lang);
  const cues: Range[] = [
    ...analysis.statementsIn(index).map(({ cue }) => cue),
    ...responseCuesIn(sentence.text, lang).map((cue) => ({ start: start + cue.start, end: start + cue.end })),
  ];
  const day = dayOf(written);
  const isWritten = (time: PublishedTime, back: number) => {
    const own = dayOf(time);
    return isDay(time) && day !== null && own === day - back * DAY;
  };
  return found.map(({ span, time }) => {
    const at = start + span.start;
    const end = start + span.end;
    const before = tokens.filter((token) => token.end <= at);
    const previous = before.at(-1);
    const next = tokens.find((token) => token.start >= end);
    const parts = (cue: Range) => {
      const [from, to] = cue.end <= at ? [cue.end, at] : [end, cue.start];
      return tokens.filter((token) => token.start >= from && token.end <= to);
    };
    const isParting = (token: Token) => !isWord(token) || clause.test(token.lower);
    const apart = (list: readonly Token[]) => list.filter(isWord).length + 3 * list.filter(isParting).length;
    const ways = cues.map((cue) => ({ list: parts(cue), isBehind: cue.start >= end })).sort((a, b) => apart(a.list) - apart(b.list));
    const [way] = ways;
    const words = way ? way.list.filter(isWord).length : Number.POSITIVE_INFINITY;
    const signs = {
      "day of writing": isWritten(time, 0),
      "day before": isWritten(time, 1),
      "several days": !isDay(time),
      "opens the sentence": !before.some(isWord),
      "a mark follows": next?.kind !== "word",
      "a mark precedes": previous?.kind === "mark",
      "right beside the verb": way !== undefined && words < NEAR && !way.list.some(isParting),
      "near the verb": words > 2 && words <= NEAR,
      "far from the verb": words > FAR,
      "a mark between": way?.list.some(({ kind }) => kind !== "word") ?? false,
      "the verb follows": way?.isBehind ?? false,
      "a clause before": before.some(({ lower }) => clause.test(lower)),
      "inside what is said": statements.some(
        ({ content, kind }) =>
          kind !== "direct" && holds(content, at) && before.filter((token) => token.start >= content.start).length > OBJECT,
      ),
      "behind an article": previous !== undefined && article.test(previous.lower),
      "in the genitive": /^['’]s?(?!\p{Alpha})/u.test(text.slice(span.end)),
      "with a number": /\d/.test(span.text),
      corrects: CORRECTING.has(type),
      explains: type === "explanation" || type === "clarification",
      "does not comment": type === "no_comment",
      investigates: type === "investigation",
    };
    return { time, at, signs };
  });
}

/** Minimum probability for a day to be taken as that of the act. */
export const TOLD = 0.85;
/** When an act that a sentence reports was done: on a day in the sentence if one is likely enough, else before the sentence was written. */
export function answeredTime(analysis: TextAnalysis, index: number, type: ResponseType): PublishedTime {
  const written = analysis.writtenAt(analysis.sentences[index]?.start ?? 0);
  const until = written?.latest ?? null;
  const judged = answeredTimes(analysis, index, type).map(({ time, signs }) => {
    const names = Object.keys(signs);
    return {
      time,
      p: logistic(
        weights,
        names,
        names.map((name) => bit(signs[name])),
      ),
    };
  });
  const best = judged.filter(({ time, p }) => p >= TOLD && (until === null || (time.earliest ?? 0) <= until)).sort((a, b) => b.p - a.p)[0];
  return best?.time ?? range(null, until, "text");
}

/**
 * The time of a response, as far as it is reported. A press release gives its responses at its own time. A response that first appears in a later
 * capture existed when that was taken, whatever date the page has, and its "on Monday" may count from any day since the page's. `before` is the
 * time first recorded for the response.
 */
export function respondedAt(
  publishedAt: PublishedTime,
  document: { kind: string; published: PublishedTime },
  capture: { beforeId: string | null; seenAt: number } | null,
  before: PublishedTime | undefined,
): PublishedTime {
  const ofPage = document.published.latest ?? Number.POSITIVE_INFINITY;
  const isOfPage = ({ latest }: PublishedTime) => latest === null || latest <= ofPage;
  // A teaser published before the page is not an earlier version of the page's text.
  if (capture?.beforeId && isOfPage(publishedAt)) {
    if (before === undefined) return range(publishedAt.earliest, capture.seenAt, "text");
    if (publishedAt.earliest === null || !isOfPage(before)) return before;
  }
  if (publishedAt.earliest !== null) return publishedAt;
  return document.kind === "press_release" ? document.published : publishedAt;
}
