/** Rows as the timeline takes them, and the timeline as pages and the API show it. Types only. */

import type { Basis, EdgeType } from "../model/edge.ts";
import type { Party } from "../model/party.ts";
import type { Quote } from "../model/quote.ts";
import type { ResponseType, Standing } from "../model/response.ts";
import type { Certainty, Lane, Role, Stance } from "../model/sighting.ts";
import type { State } from "../model/state.ts";
import type { TextChange } from "../model/text-change.ts";
import type { PublishedTime } from "../model/time.ts";
import type { Act } from "./acts.ts";
import type { Availability } from "./availability.ts";

/** Where a document came from, as far as known; a null id is an unknown parent. */
export interface ParentView {
  documentId: string | null;
  /** How people would name it: author, or host, or description. */
  label: string | null;
  type: EdgeType;
  basis: Basis;
  confidence: number;
  /** The first three changes of wording on the way; absent when there are none or none are known. */
  textChanges?: TextChange[];
  /** Somebody accepted it where its words stood on the screen. */
  read?: true;
}
/** A name that may be whom a document has its story from. What the other documents of a claim name decides (shared/cluster/named-sources.ts). */
export interface SourceName {
  name: string;
  /** That it is the source, by this document alone. */
  confidence: number;
  /** Whether the document credits it in so many words. */
  credited: boolean;
  /** The words that name it. */
  quote: string;
  /** The document's own outlet: the words tell that somebody told it something. Nobody whom it has its story from. */
  own?: true;
  /** A person's name, as far as the words show. */
  person?: true;
}
/** What the reporting document says of a reported one. */
export interface ReportedDetails {
  by: string;
  sentence: string;
  place: string | null;
  actorKind: string;
  description: string | null;
  translated: boolean;
  /** 1: it was resolved by its quoted words, which a person may undo. 0: a person said that it is none that we hold. */
  byWords?: 0 | 1;
}
/** A sighting as the store keeps it for a timeline row. */
export interface SightingView {
  id: string;
  documentId: string;
  /** Sort key in ms: the earliest time known; for what is only reported, just before the document that reports it, in that one's order. Never shown. */
  at: number;
  role: Role;
  stance: Stance;
  /** A machine guessed the stance and is not sure of it. */
  stanceUnsure?: boolean;
  certainty: Certainty;
  hedges: string[];
  quote: Quote | null;
  attributedTo: Party | null;
  state: State;
  /** How the link was made: "person", "rule", or a matcher's name with version; score is its probability. */
  method: string;
  score: number | null;
  seen: "observed" | "reported";
  seenAt: number | null;
  published: PublishedTime;
  kind: string;
  platform: string | null;
  /** Where, in words, when no platform is known: "a Chinese website". */
  place: string | null;
  url: string | null;
  title: string | null;
  /** Start of the text, for people. */
  excerpt: string | null;
  author: string | null;
  lang: string | null;
  /** Whether the quote is a translation. */
  translated: boolean;
  /** For a reported document: the reporting one. */
  toldBy: { documentId: string; label: string } | null;
  /** In full, for the graph: kept here for the past, as the document drops it once it is observed. */
  told?: ReportedDetails | null;
  parent: ParentView | null;
  /** What makes origins one: the author's account, the publisher's family or site, and the text's id. */
  accountId: string | null;
  family: string | null;
  textId: string | null;
  /** The agency that it credits. */
  wireCredit: string | null;
  /** That its document changed, was corrected, is gone or is in a web archive; null or absent while it is unchanged. */
  availability?: Availability | null;
  /** Its text tells of a response to the claim that waits for review, and is not shown: it does not repeat the claim as if nobody had answered. */
  tellsResponse?: boolean;
  /** A few other documents that it may come from, besides the primary one. */
  otherParents: ParentView[];
  /** Names that its document may have its story from, likeliest first; absent where only rules read them. */
  sources?: SourceName[];
  /** Marks of words that stood on the screen when somebody accepted the line, and that may name a person (shared/review/readers.ts). */
  read?: string[];
}
/** A response as the store keeps it. Its id is that of its sighting (role respond). */
export interface ResponseView {
  id: string;
  at: number;
  type: ResponseType;
  actor: Party;
  standing: Standing;
  quotes: string[];
  seen: "observed" | "reported";
  state: State;
  published: PublishedTime;
  documentId: string;
  toldBy: { documentId: string; label: string } | null;
  url: string | null;
}
export interface VerdictView {
  id: string;
  publisher: string;
  label: string;
  url: string;
  published: PublishedTime;
  explanation: string | null;
}
export interface ClaimView {
  id: string;
  ref: string | null;
  text: string;
  lang: string | null;
  phrasings: string[];
  status: string;
  visibility: string;
  subject: string | null;
  createdAt: number;
}
/** Time between two events as a range in ms, because either may be uncertain; null = open. */
export interface Lag {
  low: number | null;
  high: number | null;
}
/** The replies below a document: how many deny the claim, ask about it and confirm it, as far as somebody looked or a rule is sure; all others are only counted. */
export interface Thread {
  /** The document that started it, as far as it is on the timeline. */
  documentId: string;
  replies: number;
  deny: number;
  query: number;
  support: number;
  /** Replies that a machine takes for denials, and nobody looked at. */
  mayDeny: number;
}
export interface TimelineEvent extends SightingView {
  lane: Lane;
  /** Of a reply the document that started its thread; else absent. */
  thread?: string;
  /** For the responses lane. */
  response: (ResponseView & { lag: Lag | null }) | null;
}
/** What was said about a claim, never whether it is true. */
export const ASSESSMENTS = ["unverified", "disputed", "denied", "partly_confirmed", "confirmed", "corrected", "retracted"] as const;
export interface Assessment {
  word: (typeof ASSESSMENTS)[number];
  /** Events that it rests on; empty for unverified. */
  eventIds: string[];
}
export interface Independence {
  min: number;
  max: number;
  /** How many sightings were counted: of a long timeline those of the page. */
  of: number;
  /** A few documents of each group that is one origin, how many more there are, and why; `derived`: of how many the cause is told, which are all but the one they come from. */
  reasons: { documentIds: string[]; more: number; cause: Cause; derived: number }[];
}
/** Why several documents are one origin. A parent: `sure` when a platform or a person states it; its name null when it has none. */
export type Cause =
  | { kind: "parent"; name: string | null; type: EdgeType; basis: Basis; sure: boolean }
  | { kind: "reportingDocument" | "publisher" | "agency" | "credit"; name: string }
  | { kind: "account" | "text" | "shortText" };
/** Something that could not be seen. `since` in ms. */
export type Gap =
  | { kind: "firstUnseen"; reportedBy: string | null }
  | { kind: "reported" | "timeless" | "parentless" | "late"; count: number }
  | { kind: "before"; since: number }
  | { kind: "unwatched" | "older" };
/** What documents certainly later than the first denial do. Each is counted once: the four add up to `later`. */
export interface AfterDenial {
  later: number;
  /** Assert or report the claim and carry no response, by their own text or by what they come from. */
  repeats: number;
  /** Carry the response, or come from a document that does. */
  carries: number;
  /** Dispute the claim themselves. */
  disputes: number;
  /** Only ask or comment. */
  asks: number;
}
/** Sightings certainly later than the first denial: all, those that carry a response or a link to one, and those that repeat the claim without. */
interface Uptake {
  later: number;
  aware: number;
  unaware: number;
}
export interface Timeline {
  claim: ClaimView;
  revision: number;
  /** What was known at this instant (ms); null = now. */
  asOf: number | null;
  changedAt: number;
  assessment: Assessment;
  verdicts: VerdictView[];
  /** The earliest known appearance; `rivals` could be as early, by their range of time. */
  firstKnown: { eventId: string; basis: string; rivals: string[] } | null;
  /** The first that answers; where nobody did, the first that would not comment. */
  firstResponse: { eventId: string; lag: Lag | null } | null;
  counts: { sightings: number; responses: number; platforms: Record<string, number> };
  independence: Independence;
  /** Later sightings that repeat the claim and carry no response to it: event ids. */
  unawareRepeats: string[];
  /** Null when nothing denies it, or no time is known by which it was denied. */
  uptake: Uptake | null;
  /** Null when nothing denies it, or no time is known by which it was denied. */
  afterDenial: AfterDenial | null;
  /** Responses as acts: one for each party, type and time, with the documents that report it. In the order of time. */
  acts: (Act & { lag: Lag | null })[];
  coverage: { watched: { name: string; since: number }[]; unseen: Gap[] };
  /** Threads below documents, by the number of their replies, most first. */
  threads: Thread[];
  /** In the order of `at`; unknown times stand where the reporting document puts them. */
  events: TimelineEvent[];
}
export interface TimelineInput {
  claim: ClaimView;
  revision: number;
  asOf: number | null;
  changedAt: number;
  counts: { sightings: number; responses: number; platforms: Record<string, number> };
  /** On a page after the first: the sighting that the first page found to be the first known. */
  firstId?: string | null;
  sightings: SightingView[];
  responses: ResponseView[];
  verdicts: VerdictView[];
  watched: { name: string; since: number }[];
}
