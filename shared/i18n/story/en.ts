/** The words of a claim's story in English: whole sentences, so that each language has its own order of words. */
import type { Kind } from "../../model/document.ts";
import type { ResponseType } from "../../model/response.ts";
import { counter, documentCounter, type Mix } from "../plural.ts";

const of = counter("en");
const named = (kind: string) => ({ post: "a post", comment: "a comment", other: "a document" })[kind] ?? kind;
/** A number of posts, of articles or of both: "2 posts". */
export const documents = documentCounter("en", {
  posts: ["post", "posts"],
  articles: ["article", "articles"],
  both: ["post or article", "posts and articles"],
});
/** The turning point of a story, in the three forms in which a sentence may need it. */
export interface Turn {
  after: string;
  without: string;
  it: string;
}
/** At least: an article may tell of the denial in words that were not understood. */
function carriers(n: number, all: number, { it }: Turn): string {
  if (n !== all)
    return `At least ${n} of the ${of(all, "news article", "news articles")} since then ${n === 1 ? "carries" : "carry"} ${it}`;
  return all === 1 ? `The one news article since then carries ${it}` : `All ${all} news articles since then carry ${it}`;
}

export const en = {
  kicker: "Where a claim came from",
  title: (claim: string) => `${claim}: where it came from`,
  /** Platforms and the news as one list: "on X, Reddit and in the news". */
  places: (list: string, onPlatforms: boolean) => (onPlatforms ? `on ${list}` : list),
  inTheNews: "in the news",
  theClaim: (claim: string) => `The claim ${claim}`,
  lanes: { first: "First known", spread: "Spread", response: "Response", responses: "Responses" },
  /** A kind of document as it stands after "in". */
  aKind: {
    post: named("post"),
    comment: named("comment"),
    article: "an article",
    press_release: "a press release",
    fact_check: "a fact check",
    transcript: "a transcript",
    other: named("other"),
  } satisfies Record<Kind, string> as Record<Kind, string>,
  aNamedSource: "a source that others name",
  anAnonymous: { post: "an anonymous post", comment: "an anonymous comment", other: "an anonymous document" } as Partial<
    Record<string, string>
  >,

  turns: {
    denial: { after: "after the denial", without: "without the denial", it: "the denial" },
    correction: { after: "after the correction", without: "without the correction", it: "the correction" },
    /** Of several parties: what carries one of them may not carry the first. */
    denials: { after: "after the denial", without: "without the denial", it: "a denial" },
  } as Record<"denial" | "denials" | "correction", Turn>,
  /** Spans of time. */
  range: (from: string, to: string) => `${from} to ${to}`,
  upTo: (span: string) => `up to ${span}`,
  atLeast: (span: string) => `at least ${span}`,
  onDay: (day: string) => `on ${day}`,
  around: (day: string) => `around ${day}`,
  inMonth: (month: string) => `in ${month}`,
  /** Night, morning, afternoon, evening, and a day whose hour is not known; after "since". */
  partsOfDay: [
    (day: string) => `the early hours of ${day}`,
    (day: string) => `the morning of ${day}`,
    (day: string) => `the afternoon of ${day}`,
    (day: string) => `the evening of ${day}`,
    (day: string) => day,
  ],

  sentence: {
    unknown: "Where it was said first is not known so far.",
    first: (what: string, when: string) => `First known in ${what}${when && ` ${when}`}.`,
    /** Where several documents may have been the first; the first half only if a time is known. */
    told: (when: string) => `First known ${when}`,
    whichFirst: (n: number) => `which of ${n} documents was first is not known`,
    /** `where` is of `places`. */
    firstThen: (what: string, when: string, where: string, span: string) =>
      `First known in ${what}${when && ` ${when}`}, it was ${where} ${span} later.`,
    since: (since: string, where: string, span: string) => `Known since ${since}, it was ${where} within ${span}.`,
    acted: {
      denial: (party: string, when: string) => `${party} denied it ${when}.`,
      confirmation: (party: string, when: string) => `${party} confirmed it ${when}.`,
      partial_confirmation: (party: string, when: string) => `${party} confirmed a part of it ${when}.`,
      explanation: (party: string, when: string) => `${party} explained it ${when}.`,
      clarification: (party: string, when: string) => `${party} clarified it ${when}.`,
      correction: (party: string, when: string) => `${party} published a correction ${when}.`,
      retraction: (party: string, when: string) => `${party} took it back ${when}.`,
      apology: (party: string, when: string) => `${party} apologised ${when}.`,
      no_comment: (party: string, when: string) => `${party} gave no comment ${when}.`,
      label: (party: string, when: string) => `${party} labelled it ${when}.`,
      takedown: (party: string, when: string) => `${party} took it down ${when}.`,
      investigation: (party: string, when: string) => `${party} began to investigate it ${when}.`,
      not_reached: (party: string, when: string) => `${party} could not be reached ${when}.`,
      right_of_reply: (party: string, when: string) => `${party} replied to it ${when}.`,
    } satisfies Record<ResponseType, (party: string, when: string) => string> as Record<
      ResponseType,
      (party: string, when: string) => string
    >,
    rated: (party: string, rating: string, when: string) => `${party} rated it ${rating} ${when}.`,
    carried: (n: number, all: number, turn: Turn) => `${carriers(n, all, turn)}.`,
    carriedAndRepeated: (n: number, all: number, repeats: number, turn: Turn) =>
      `${carriers(n, all, turn)}; ${documents(repeats)} ${repeats === 1 ? "repeats" : "repeat"} the claim without it.`,
    repeated: (repeats: number, turn: Turn) =>
      `${documents(repeats)} since then ${repeats === 1 ? "repeats" : "repeat"} the claim ${turn.without}.`,
    notConfirmed: "No independent confirmation has been found and checked so far.",
    notAnswered: "No response to it has been found and checked so far.",
    answersUnchecked: "Whether anybody has responded to it is not yet checked.",
  },

  answers: {
    notFound: "Not found so far",
    earlierThanShown: "Earlier than what is shown here",
    hourUnknown: (day: string) => `${day}, hour not known`,
    removed: "Its words were removed here.",
    unseen: (who: string) => `We have not seen it ourselves; ${who} tells of it.`,
    earlier: (n: number, time: string, place: string) =>
      `${of(n, "other gives an earlier time", "others give earlier times")}, ${n === 1 ? "" : "from "}${time}${place && ` on ${place}`}, which cannot be checked.`,
    theEarliest: (day: string) => `the earliest ${day}`,
    /** `day`: in brackets, the day of the one, or of the earliest of them. */
    rivals: (n: number, day = "") => `${of(n, "other", "others")} could be as early${day}.`,
    nobody: "Nobody else found so far",
    nothing: "Nothing yet",
    documents,
    inSpan: (what: string, span: string) => `${what} in ${span}`,
    platforms: (n: number) => of(n, "platform", "platforms"),
    inOutlets: (n: number) => `in ${of(n, "news outlet", "news outlets")}`,
    withAnswers: (n: number) => (n === 1 ? "Counting the response itself." : `Counting the ${n} responses themselves.`),
    unseenMore: (n: number) => `${of(n, "more is", "more are")} known only from others.`,
    noneFound: "None found and checked so far",
    notChecked: "Not yet checked",
    /** `what` is of `documents`. */
    mayReport: (what: string, _n: number) => `${what} may report a response; no editor has checked that yet.`,
    asOf: (when: string) => `As of ${when}.`,
    by: (speaker: string) => `by ${speaker}`,
    rates: (party: string, rating: string) => `${party} rated it ${rating}`,
    next: (acts: string) => `Also: ${acts}.`,
    leaveOut: (n: number, { it }: Turn) => `${of(n, "later post or article leaves", "later posts and articles leave")} ${it} out.`,
    nothingLater: "Nothing later is known.",
    timeUnknown: "time not known",
    perhaps: (n: number) => `${of(n, "more may be a response", "more may be responses")}: not yet checked by an editor.`,
  },

  picture: {
    label: "Who got it from whom, as a picture",
    lines: "Each line leads to where it was taken from.",
    likely: "Dashed: likely.",
    dotted: "Dotted: when it may have been.",
    shaded: {
      denial: "Shaded: after the denial.",
      correction: "Shaded: after the correction.",
      answer: "Shaded: after the response.",
      rating: "Shaded: after the rating.",
    },
    zone: (zone: string) => `Times in ${zone}.`,
    undated: (n: number) => `${n} without a date.`,
    reposts: (n: number) => `+${of(n, "repost", "reposts")}`,
    unnamed: (n: number) => (n === 1 ? "Unnamed post" : `${n} unnamed posts`),
    noSourceFound: "no source found",
    hourUnknown: "hour not known",
    factCheck: (rating: string) => `Fact check: ${rating}`,
    moreAnswers: (n: number) => `+${of(n, "more response", "more responses")}`,
    peak: (n: number, span: string) => `${n} in ${span}`,
    quiet: (days: number) => of(days, "quiet day", "quiet days"),
    after: {
      title: (n: number, { after }: Turn) => `${after.charAt(0).toUpperCase()}${after.slice(1)}: ${n} more`,
      repeat: (n: number, { without }: Turn) => `${of(n, "repeats it", "repeat it")} ${without}`,
      carry: (n: number, { it }: Turn) => `${of(n, "carries", "carry")} ${it}`,
      dispute: (n: number) => `${of(n, "disputes the claim or reports a denial", "dispute the claim or report a denial")}`,
      ask: (n: number) => `${of(n, "asks or mentions it", "ask or mention it")}`,
      shortTitle: (n: number) => `${n} more after it`,
      shortRepeat: (n: number) => `${n} without it`,
      shortCarry: (n: number) => `${of(n, "carries it or disputes", "carry it or dispute")}`,
    },
    /** The key to the bricks, each after a small square; `says` begins the sentence. */
    brick: "Each brick is a post or article:",
    says: "says it",
    asks: "asks or mentions it",
    below: "and below the line",
    carries: "carries a response or disputes it",
    steps: (span: string, zone: string) => `Steps of ${span}, ${zone}.`,
  },

  list: {
    answerTitle: "The claim and the response",
    answersTitle: "The responses, and what came after",
    openTitle: "What is known",
    factCheck: "Fact check",
    perhaps: "Perhaps a response",
    verbs: {
      says: "says it",
      asks: "asks about it",
      doubts: "passes it on, hedged",
      passes: "passes it on",
      translates: "translates it",
      translatesDoubt: "translates it, hedged",
      reports: "reports it",
      both: ({ it }: Turn) => `reports the claim and ${it}`,
      carries: ({ it }: Turn) => `carries ${it}`,
      without: ({ without }: Turn) => `repeats it ${without}`,
      reposts: "reposts it",
      mentions: "mentions it",
      comments: "comments on it",
    },
    lagAfter: {
      first: (span: string) => `${span} after it was first known`,
      turn: (span: string, { after }: Turn) => `${span} ${after}`,
    },
    checked: "✓ Checked by an editor",
    /** Replies below a document: "14 replies: 9 deny it, 2 ask about it". */
    replies: {
      all: (n: number, parts: string) => `${of(n, "reply", "replies")}${parts && `: ${parts}`}`,
      deny: (n: number) => of(n, "denies it", "deny it"),
      ask: (n: number) => of(n, "asks about it", "ask about it"),
      support: (n: number) => of(n, "supports it", "support it"),
      mayDeny: (n: number) => `${n} may deny it, not yet checked by an editor`,
    },
    toldIn: (n: number, mix: Mix) => `reported in ${documents(n, mix)}`,
    standings: {
      subject: "the party concerned",
      originator: "who made the claim",
      amplifier: "who spread the claim",
      publisher: "who published it",
      third_party: "a third party",
      fact_checker: "a fact checker",
      regulator: "an authority",
      platform: "the platform",
    },
    ownRating: "its own rating, not ours",
    repeatMany: documents,
    repeatWithout: ({ without }: Turn) => `repeat it ${without}`,
    last: "The last so far:",
    moreAnswers: (n: number) => `${of(n, "more response", "more responses")}`,
    notCounted: "Not yet checked by an editor. Not counted above.",
    deleted: "a deleted post",
    removed: "Removed document",
    fold: (n: number, from: string, to: string): readonly [string, string] => [`${n} more,`, `from ${from} to ${to}`],
    foldOne: (who: string): readonly [string, string] => ["1 more,", who],
    began: (n: number) => `How it began and grew: ${of(n, "moment", "moments")}`,
    byDay: (n: number) => `All ${n}, day by day`,
    ofDay: (n: number) => `of ${n}`,
    undatedDay: "Without a date",
    drops: (words: string) => `drops ${words}`,
    hidden: (n: number) => `${n} not shown here by the editors’ choice.`,
  },

  footer: {
    full: "Full story and all sources",
    how: "How to read this",
    disclaimer: "Whence shows where a claim came from. It does not say whether it is true.",
    machine: "Matched by machine unless marked ✓.",
    updated: (day: string) => `Updated ${day}.`,
    asKnown: (when: string) => `As known on ${when}.`,
    live: "As known now",
    partly: (shown: number, all: number) => `Based on the first ${shown} of ${all} documents.`,
  },
};

export type StoryMessages = typeof en;
