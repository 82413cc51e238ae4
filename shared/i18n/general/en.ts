/** The messages of Whence in English. Their type is the contract of all languages: a language that lacks a message does not compile. */

import type { Kind } from "../../model/document.ts";
import type { Basis, EdgeType } from "../../model/edge.ts";
import { type ResponseType, responseTypes } from "../../model/response.ts";
import type { TextChangeKind } from "../../model/text-change.ts";
import type { TimeBasis } from "../../model/time.ts";
import { counter } from "../plural.ts";

const of = counter("en");

/** Punctuation of languages that set a space after it. */
export const punctuation = {
  comma: ", ",
  /** Between the items of a list without "and". */
  item: ", ",
  semicolon: "; ",
  colon: ": ",
  stop: ".",
  brackets: (x: string) => ` (${x})`,
  /** A kind of link before the name of the source: "copy of Ann". */
  edgeTo: (edge: string, name: string) => `${edge} ${name}`,
};

export const en = {
  /** For `lang` attributes, and for `Intl`. */
  tag: "en",
  locale: "en-GB",
  openQuote: "“",
  closeQuote: "”",
  /** Of a quotation inside a quotation. */
  innerQuotes: ["‘", "’"] as readonly [string, string],
  ...punctuation,

  /** One and many. */
  kinds: {
    post: ["post", "posts"],
    comment: ["comment", "comments"],
    article: ["article", "news"],
    press_release: ["press release", "press releases"],
    fact_check: ["fact check", "fact checks"],
    transcript: ["transcript", "transcripts"],
    other: ["document", "documents"],
  } satisfies Record<Kind, readonly [string, string]>,
  /** What stands before a parent's name. */
  edges: {
    repost: "reposted from",
    quote: "quotes",
    reply: "replies to",
    translation: "translated from",
    copy: "copy of",
    syndication: "carried from",
    paraphrase: "retells",
    citation: "links to",
    attribution: "says it got it from",
    screenshot: "shows a screenshot of",
  } satisfies Record<EdgeType, string>,
  /** What a party does, third person. */
  responses: Object.fromEntries(Object.entries(responseTypes).map(([type, { verb }]) => [type, verb])) as Record<ResponseType, string>,
  textChanges: {
    hedge_dropped: "hedge dropped",
    hedge_added: "hedge added",
    number_changed: "number changed",
    unit_changed: "unit changed",
    name_changed: "name changed",
    attribution_lost: "attribution lost",
    negation_flipped: "negation flipped",
    detail_lost: "detail lost",
    translated: "translated",
  } satisfies Record<TextChangeKind, string>,
  verbs: {
    asserts: "asserts",
    repeats: "repeats",
    reports: "reports",
    mentions: "mentions",
    replies: "replies",
    mentioned: "is mentioned",
    mentionedUnchecked: "is mentioned",
    named: "named as a source",
    comments: "comments",
    queries: "asks about it",
    disputes: "disputes it",
    mayDispute: "disputes it or reports a denial",
    responds: "responds",
    evidence: "gives evidence",
    evidenceFor: "gives evidence for it",
    evidenceAgainst: "gives evidence against it",
  },
  withDoubt: (verb: string) => `${verb}, hedged`,
  timeBases: {
    id: "from the post’s id",
    archive: "from an archived copy",
    platform: "as the platform says",
    jsonld: "as the page says",
    meta: "as the page says",
    time: "as the page says",
    url: "from the address",
    feed: "as the feed says",
    text: "as the text says",
    human: "as entered by a person",
    unknown: "",
  } satisfies Record<TimeBasis, string>,
  bases: {
    platform: "the platform says so",
    link: "it links there",
    stated: "as the text says",
    similarity: "text match",
    time: "by time",
    human: "set by a person",
  } satisfies Record<Basis, string>,
  likely: "likely",
  possibly: "possibly",
  unsure: "unsure",

  /** What a date has for the first day of a month. */
  firstDay: "1",
  timeUnknown: "time unknown",
  about: (t: string) => `around ${t}`,
  aboutClock: (t: string) => `about ${t}`,
  after: (t: string) => `after ${t}`,
  before: (t: string) => `before ${t}`,
  by: (t: string) => `by ${t}`,
  orLater: (t: string) => `${t} or later`,
  dayNumber: (n: number) => String(n),
  at: (day: string, clock: string) => `${day}, ${clock}`,
  /** `from` leaves out what `to` says again, and `toShort` what `fromFull` does. */
  between: (from: string, to: string, _fromFull: string, _toShort: string) => `between ${from} and ${to}`,
  betweenHours: (day: string, from: string, to: string) => `${day}, between ${from} and ${to}`,

  underMinute: "less than a minute",

  unnamedAuthor: "Unnamed author",
  /** Who answered, of whom the text gives no name and no description. */
  unnamedParty: "Somebody not named",
  /** A source that texts name and that is not held; without its name, while nobody has checked it. */
  namedSource: "source",
  uncheckedSource: "Source not yet checked",
  anUncheckedSource: "A source not yet checked",
  anonymous: "Anonymous",
  /** `described`: a place in the words of a source, not a name. */
  kindAt: (kind: string, place: string, on: boolean, _described: boolean) => `${kind} ${on ? "on" : "at"} ${place}`,
  anonymousKind: (kind: string) => `Anonymous ${kind}`,
  unnamedKind: (kind: string) => `${kind} by an unnamed author`,
  kindBy: (kind: string, who: string) => `${kind} by ${who}`,
  does: (who: string, verb: string) => `${who} ${verb}`,
  unknownSource: "an unknown source",
  from: "from",
  knownFrom: (who: string) => `known from ${who}`,
  others: "what others say",
  hedged: (words: string) => `hedged: ${words}`,
  noticed: { gone: "no longer at its address", corrected: "carries a correction", changed: "text changed since" },
  archived: (when: string) => `archived ${when}`,
  hiddenMarks: "contains hidden direction marks",

  more: (n: number) => `${n} more`,

  /** Why several documents are one origin. */
  reasons: {
    /** `origin`: "from Example News", as story rows say it. */
    parent: (origin: string, type: string, basis: string) => `${origin} (${type}, ${basis})`,
    oneDocument: "one document",
    account: "the same account",
    publisher: (name: string) => `one publisher (${name})`,
    agency: (name: string) => `the agency that others credit (${name})`,
    credit: (name: string) => `credit one agency${name && ` (${name})`}`,
    text: "the same text",
    shortText: "the same short text",
  },
  /** What could not be seen. */
  gaps: {
    timeless: (n: number) => `No time is known for ${of(n, "document", "documents")}.`,
    parentless: (n: number) => `For ${of(n, "document", "documents")} the source is not known.`,
    unwatched: "No source is watched for this claim: its timeline has only what people entered.",
    before: (day: string) =>
      `What was posted before we watched (since ${day || "an unknown day"}), or elsewhere, is shown only if something else led to it.`,
    older: "The earliest known appearance is older than that: there may be still earlier ones to which nothing has led us.",
    late: (n: number) => `${of(n, "of the watched sources was", "of the watched sources were")} not yet watched when it appeared.`,
  },

  page: {
    title: (claim: string) => `${claim}: timeline`,
    since: (name: string, day: string) => `${name} since ${day}`,
  },
  evidence: {
    machine: "linked by machine",
    rule: "linked by rule",
    person: "linked by a person",
    confirmed: "confirmed",
    unchecked: "not yet checked",
  },
  claim: {
    revision: (n: number) => `revision ${n}`,
  },
  web: "the web",
  revisions: {
    title: "What changed, by revision",
    older: "Older revisions",
    wording: "another wording: ",
    statuses: { proposed: "proposed", open: "open", settled: "settled", archived: "archived" },
  },
  shell: {
    skip: "Skip to content",
    signOut: "Sign out",
    /** On every page, where readers see what nobody has checked (`PUBLISH=all`). */
    research: "For research: read by a machine, not all of it checked by people.",
  },
};

export type Messages = typeof en;

/** Labels that come from a registry: whoever adds an entry need not know all languages. */
type FromRegistry = "edges" | "responses" | "textChanges";
/** The messages of another language: all of them, except that labels from a registry may be missing if nobody has translated them. */
export type Translation = Omit<Messages, FromRegistry> & { [group in FromRegistry]: Partial<Messages[group]> };
