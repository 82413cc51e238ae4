/** How one document came from another: one detector a file. To add one: write the file, add it here. */

import type { Basis, PublishedTime, Quote } from "../model/model.ts";
import type { Link, Reading } from "../model/reading.ts";
import { attribution } from "./attribution.ts";
import { citation } from "./citation.ts";
import { copy } from "./copy.ts";
import type { Named } from "./evidence/named-account.ts";
import type { Near } from "./evidence/near-texts.ts";
import { paraphrase } from "./paraphrase.ts";
import { quote } from "./quote.ts";
import { reply } from "./reply.ts";
import { repost } from "./repost.ts";
import { screenshot } from "./screenshot.ts";
import { syndication } from "./syndication.ts";
import { translation } from "./translation.ts";

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

/** In the order of choice between candidate parents of equal confidence. */
export const edgeKinds = {
  repost,
  quote,
  reply,
  translation,
  copy,
  syndication,
  paraphrase,
  citation,
  attribution,
  screenshot,
} satisfies Record<string, EdgeKind>;
export type EdgeType = keyof typeof edgeKinds;
export const edgeTypes = Object.keys(edgeKinds) as [EdgeType, ...EdgeType[]];
