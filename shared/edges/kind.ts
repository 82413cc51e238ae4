/** The contract of a kind of edge, and the input of its detector. */
import type { Basis, EdgeType } from "../model/edge.ts";
import type { Quote } from "../model/quote.ts";
import type { Link, Reading } from "../model/reading.ts";
import type { SightingView } from "../timeline/views.ts";
import type { Named } from "./evidence/named-account.ts";
import type { Near } from "./evidence/near-texts.ts";

/** The facts about another document that detectors may use; a placeholder has only its id and a name. */
export interface Neighbour extends Pick<SightingView, "id" | "seen" | "url" | "platform" | "family" | "wireCredit" | "lang" | "published"> {
  authorId: string | null;
  /** The name that it is signed with. */
  author?: string | null;
}
/** The document to relate, and everything else that detectors may use. Nothing here depends on the order of arrival. */
export interface RelateInput {
  document: Neighbour & { kind: string; text: string; handle: string | null };
  reading: Reading | null;
  /** The documents that it reposts, quotes or answers, as the platform or the importer states. */
  repostOf: Neighbour | null;
  quoteOf: Neighbour | null;
  replyTo: Neighbour | null;
  /** The documents that it links to. */
  linked: { link: Link; document: Neighbour }[];
  /** Earlier documents with the same or nearly the same text, earliest first. */
  near: Near[];
  /** The start of the texts of those documents that were loaded, by document id. */
  texts: ReadonlyMap<string, string>;
  /** The accounts that it credits or answers, with what they published shortly before. */
  named: Named[];
  /** Earlier pages with a sighting of one of its claims. If the report of an outlet that it names was observed, it is among them. */
  reports: Neighbour[];
  /** The ids of its reported documents, in the order of `reading.reported`. */
  reportedIds: string[];
}
/** One proposed edge; a null parent is an unknown one. */
export interface EdgeFinding {
  childId: string;
  parentId: string | null;
  type: EdgeType;
  basis: Basis;
  /** 0..1; 1 if a platform states the edge. */
  confidence: number;
  /** The words that show the edge, and the reason in plain words. `name`: what the document calls its source, if the source itself is not known. */
  evidence: { quote: Quote | null; why: string; name?: string };
}
export interface EdgeKind {
  /** The name in code, SQL and API, and of the file. */
  type: string;
  detect(input: RelateInput): EdgeFinding[];
}
