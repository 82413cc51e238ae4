/** The rows that a timeline is built from, and the timeline that pages and the API show. Types only. */

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

/** The document that another one came from; a null id is an unknown parent. */
export interface ParentView {
  documentId: string | null;
  /** The name of the parent for people: its author, host or description. */
  label: string | null;
  type: EdgeType;
  basis: Basis;
  confidence: number;
  /** The first three changes of wording on the way; absent when there are none or none are known. */
  textChanges?: TextChange[];
  /** Whether somebody accepted the edge on a page that showed its words. */
  read?: true;
}
/**
 * A name that may be the source of a document's story. Which names count depends on the claim's other documents
 * (shared/cluster/named-sources.ts).
 */
export interface SourceName {
  name: string;
  /** The probability that it is the source, judged by this document alone: 0..1. */
  confidence: number;
  /** Whether the sentences of the document credit it explicitly: "first reported by the Daily Globe". */
  credited: boolean;
  /** The words that name it. */
  quote: string;
  /** Whether a line of credit names it and says nothing else: "Via: Daily Globe". */
  creditLine?: true;
  /** Whether the text is so short that the names in it alone do not decide. */
  short?: true;
  /**
   * Set for the document's own outlet, which is not the source of the story. `confidence` is then the probability, by its words alone, that the
   * document has a source of its own. `quote` is the sentence that says that somebody told it something, if there is one.
   */
  own?: true;
  /** Whether the words show that it is a person's name. */
  person?: true;
  /** Whether the words show that it is no person's name. */
  body?: true;
}
/** What the reporting document says about a reported one. */
export interface ReportedDetails {
  by: string;
  sentence: string;
  place: string | null;
  actorKind: string;
  description: string | null;
  translated: boolean;
  /** 1: it was resolved by its quoted words, which a person may undo. 0: a person said that it is none of the observed documents. */
  byWords?: 0 | 1;
}
/** A sighting as stored for a timeline row. */
export interface SightingView {
  id: string;
  documentId: string;
  /** Sort key in ms: the earliest known time; for a reported document, just before the reporting one, in the order of that text. Never shown. */
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
  /** How the link was made: "person", "rule", or a matcher's name and version; `score` is its probability. */
  method: string;
  score: number | null;
  seen: "observed" | "reported";
  seenAt: number | null;
  published: PublishedTime;
  kind: string;
  platform: string | null;
  /** The place in words if no platform is known: "a Chinese website". */
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
  /** The whole report, for the graph. It is stored here for timelines of the past, because the document drops it once it is observed. */
  told?: ReportedDetails | null;
  parent: ParentView | null;
  /** Properties by which documents count as one origin: the author's account, the publisher's family or site, and the text's id. */
  accountId: string | null;
  family: string | null;
  textId: string | null;
  /** The agency that the document credits. */
  wireCredit: string | null;
  /** Whether its document changed, was corrected, is gone or is in a web archive; null or absent while it is unchanged. */
  availability?: Availability | null;
  /** Whether its text reports a response that waits for review and is not shown. Then it does not repeat the claim as if nobody had answered. */
  tellsResponse?: boolean;
  /** Whether its text may carry a denial that nobody has read (`mayCarryDenial`), or as a post negates words of the claim (`negatesTerm`). */
  wordsDenial?: boolean;
  /** A few other documents that it may come from, besides its primary parent. */
  otherParents: ParentView[];
  /** Names that may be the source of the document's story, likeliest first; absent if only rules read the document. */
  sources?: SourceName[];
  /** Last names that its words use alone, of persons whom its text names in full elsewhere. */
  lastNames?: string[];
  /** Marks of words that may name a person and were on the screen when somebody accepted the line (shared/review/readers.ts). */
  read?: string[];
}
/** A response as stored. It has the id of its sighting (role respond). */
export interface ResponseView extends Pick<SightingView, "id" | "at" | "seen" | "state" | "published" | "documentId" | "toldBy" | "url"> {
  type: ResponseType;
  actor: Party;
  standing: Standing;
  quotes: string[];
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
/** Time between two events as a range in ms, because either time may be uncertain; null = open. */
export interface Lag {
  low: number | null;
  high: number | null;
}
/**
 * The replies below a document: how many deny the claim, ask about it or confirm it. Only stances that a person or a rule confirmed count; all
 * other replies are only in the total.
 */
export interface Thread {
  /** The document that started the thread; it may be missing from the timeline. */
  documentId: string;
  replies: number;
  deny: number;
  query: number;
  support: number;
  /** Replies that a machine takes for denials and nobody has reviewed. */
  mayDeny: number;
}
export interface TimelineEvent extends SightingView {
  lane: Lane;
  /** For a reply, the document that started its thread; else absent. */
  thread?: string;
  /** For a document known only from others: whether another document comes from it. False if an editor rejected it as their source. */
  isSource?: boolean;
  /** For the responses lane. */
  response: (ResponseView & { lag: Lag | null }) | null;
}
/** What was said about a claim, never whether it is true. */
export const ASSESSMENTS = ["unverified", "disputed", "denied", "partly_confirmed", "confirmed", "corrected", "retracted"] as const;
export interface Assessment {
  word: (typeof ASSESSMENTS)[number];
  /** Ids of the events that the word rests on; empty for unverified. */
  eventIds: string[];
}
export interface Independence {
  min: number;
  max: number;
  /** How many sightings were counted: for a long timeline, those of the page. */
  of: number;
  /**
   * Groups of documents that are one origin: a few of them, how many more there are, and why. `derived`: to how many documents the reason
   * applies, which are all but the one that they come from.
   */
  reasons: { documentIds: string[]; more: number; cause: Cause; derived: number }[];
}
/**
 * Why several documents are one origin. For a parent, `sure` means that it is stated plainly; `name` is null if it has none, or none
 * that readers may see.
 */
export type Cause =
  | { kind: "parent"; name: string | null; type: EdgeType; basis: Basis; sure: boolean }
  | { kind: "reportingDocument" | "publisher" | "agency"; name: string }
  | { kind: "credit"; name: string | null }
  | { kind: "account" | "text" | "shortText" };
/** Something that could not be seen. `since` in ms. */
export type Gap =
  | { kind: "firstUnseen"; reportedBy: string | null }
  | { kind: "timeless" | "parentless" | "late"; count: number }
  | { kind: "before"; since: number }
  | { kind: "unwatched" | "older" };
/** What the documents do that are certainly later than the first denial. Each is counted once: the four counts add up to `later`. */
export interface AfterDenial {
  later: number;
  /** Assert or report the claim and carry no response, neither in their own text nor in a document that they come from. */
  repeats: number;
  /** Carry the denial, or come from a document that does. */
  carries: number;
  /** Dispute the claim themselves. */
  disputes: number;
  /** Only ask or comment, or carry another response. */
  asks: number;
}
/**
 * Sightings certainly later than the first denial: all, those that carry a response or a link to one, and those that repeat the claim without a
 * response.
 */
interface Uptake {
  later: number;
  aware: number;
  unaware: number;
}
export interface Timeline {
  claim: ClaimView;
  revision: number;
  /** The timeline shows what was known at this instant (ms); null = now. */
  asOf: number | null;
  changedAt: number;
  assessment: Assessment;
  verdicts: VerdictView[];
  /** The earliest known appearance; `rivals` could be as early, by their range of time. */
  firstKnown: { eventId: string; basis: string; rivals: string[] } | null;
  /** The first response that answers the claim; if there is none, the first that declines to comment. */
  firstResponse: { eventId: string; lag: Lag | null } | null;
  counts: { sightings: number; responses: number; platforms: Record<string, number> };
  independence: Independence;
  /** Later sightings that repeat the claim and carry no response to it: event ids. */
  unawareRepeats: string[];
  /** Null if nothing denies it, or no time is known by which it was denied. */
  uptake: Uptake | null;
  /** Null if nothing denies it, or no time is known by which it was denied. */
  afterDenial: AfterDenial | null;
  /** Responses as acts: one for each party, type and time, with the documents that report it. In the order of time. */
  acts: (Act & { lag: Lag | null })[];
  coverage: { watched: { name: string; since: number }[]; unseen: Gap[] };
  /** Threads below documents; those with the most replies first. */
  threads: Thread[];
  /** Events in the order of `at`; an event of unknown time is where the reporting document puts it. */
  events: TimelineEvent[];
}
export interface TimelineInput extends Pick<Timeline, "claim" | "revision" | "asOf" | "changedAt" | "counts" | "verdicts"> {
  /** On a page after the first: the id of the sighting that is the first known according to the first page. */
  firstId?: string | null;
  sightings: SightingView[];
  responses: ResponseView[];
  watched: { name: string; since: number }[];
}
