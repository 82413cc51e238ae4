/** What a kind of edge is, and what its detector works on. */
import type { Basis, EdgeType } from "../model/edge.ts";
import type { Quote } from "../model/quote.ts";
import type { Link, Reading } from "../model/reading.ts";
import type { PublishedTime } from "../model/time.ts";
import type { Named } from "./evidence/named-account.ts";
import type { Near } from "./evidence/near-texts.ts";

/** What relating knows of another document; a placeholder has only its id and the name that it goes by. */
export interface Neighbour {
  id: string;
  seen: "observed" | "reported";
  url: string | null;
  platform: string | null;
  authorId: string | null;
  /** Its site or publisher; null on platforms, where the site says nothing. */
  family: string | null;
  wireCredit: string | null;
  lang: string | null;
  published: PublishedTime;
}
/** The document to relate, and all that detectors may look at. Nothing here depends on the order of arrival. */
export interface RelateInput {
  document: Neighbour & { kind: string; text: string; handle: string | null };
  reading: Reading | null;
  /** The documents that the platform or the importer says it reposts, quotes or answers. */
  repostOf: Neighbour | null;
  quoteOf: Neighbour | null;
  replyTo: Neighbour | null;
  /** Documents that it links to. */
  linked: { link: Link; document: Neighbour }[];
  /** Earlier documents with the same or nearly the same text, earliest first. */
  near: Near[];
  /** The start of their texts, by document id, as far as they were loaded. */
  texts: ReadonlyMap<string, string>;
  /** The accounts that it credits or answers, with what they published shortly before. */
  named: Named[];
  /** Earlier pages on one of its claims: the report of an outlet that it names is among them, if we hold it. */
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
  /** 0..1. What a platform states is 1. */
  confidence: number;
  /** The words that show it, and why in plain words. `name`: what the document calls its source, where the source itself is not known. */
  evidence: { quote: Quote | null; why: string; name?: string };
}
export interface EdgeKind {
  /** Name in code, SQL and API; the file's name too. */
  type: string;
  /** For people, before the parent's name: "reposted from". */
  label: string;
  detect(input: RelateInput): EdgeFinding[];
}
