/** What a kind of edge is, and what its detector works on. */
import type { Basis, EdgeType } from "../model/edge.ts";
import type { Quote } from "../model/quote.ts";
import type { Link, Reading } from "../model/reading.ts";
import type { PublishedTime } from "../model/time.ts";
import type { Named } from "./evidence/named-account.ts";
import type { Near } from "./evidence/near-texts.ts";

/** What relating knows of a document other than the one in hand; a placeholder has only its id and what names it. */
export interface Neighbour {
  id: string;
  seen: "observed" | "reported";
  url: string | null;
  platform: string | null;
  authorId: string | null;
  /** The site or the publisher of whom it is; null on platforms, where it says nothing. */
  family: string | null;
  wireCredit: string | null;
  lang: string | null;
  published: PublishedTime;
}
/** The document in hand, with its text, and all that relating may look at. Nothing here depends on the order of arrival. */
export interface RelateInput {
  document: Neighbour & { kind: string; text: string; handle: string | null };
  reading: Reading | null;
  /** The documents that the platform or the importer says it reposts, quotes or answers. */
  repostOf: Neighbour | null;
  quoteOf: Neighbour | null;
  replyTo: Neighbour | null;
  /** Documents that its links name. */
  linked: { link: Link; document: Neighbour }[];
  /** Earlier documents with the same or nearly the same text, earliest first. */
  near: Near[];
  /** The start of the texts of those, by document, as far as they were looked at. */
  texts: ReadonlyMap<string, string>;
  /** The accounts that it names as its source or answers, with what they published shortly before. */
  named: Named[];
  /** Pages seen with a claim of its own, published before it: the report of an outlet that it names is among them, if we hold it. */
  reports: Neighbour[];
  /** The ids that its reported documents got, in the order of reading.reported. */
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
  /** The words that show it, and why in plain words. */
  evidence: { quote: Quote | null; why: string };
}
export interface EdgeKind {
  /** Name in code, SQL and API; the file's name too. */
  type: string;
  /** For people, before the parent's name: "reposted from". */
  label: string;
  detect(input: RelateInput): EdgeFinding[];
}
