/**
 * Documents that state the same propose one claim together. Clusters hold pages on one thing; groups hold posts that say the same in similar or other
 * words. The proposal follows from the texts compared, so all members propose the same, in any order of arrival.
 */
import { closeness, clusterOf, isAlike } from "../../../shared/cluster/cluster.ts";
import { type Cluster, clusterFor, leaderOf, likeliestOwners, type PageText, pageText } from "../../../shared/cluster/page-cluster.ts";
import { pageBuckets, topicBuckets, waitingBucket } from "../../../shared/cluster/profile.ts";
import { statementBuckets } from "../../../shared/cluster/same-statement.ts";
import { isPost } from "../../../shared/model/document.ts";
import { LastEntries } from "../../../shared/text/once-per.ts";
import { words } from "../../../shared/text/segment.ts";
import { byText } from "../../../shared/timeline/order.ts";
import type { Db, Row } from "../../store/d1.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { LateText } from "../../store/documents/late-texts.ts";
import { MAX_NEIGHBOURS, type NearText, type TextLookup } from "../../store/documents/text-lookup.ts";
import {
  certainAt,
  earliestIn,
  type HeldText,
  nearestTexts,
  type Placement,
  placementOf,
  type TextBuckets,
  waitingFor,
} from "../../store/documents/texts.ts";
import type { Work } from "../read.ts";

/** The pages that were compared last: the next page on the same thing has the same neighbours. About 5 MB. */
const compared = new LastEntries<string, PageText | null>(128);
function held({ id, kind, lang }: StoredDocument, textId: string, firstAt: number, title: string | null, text: string): PageText | null {
  if (isPost({ kind })) return null;
  return compared.of(JSON.stringify([textId, id, firstAt, lang, title]), () => pageText({ id, lang }, textId, firstAt, title, text));
}
/** The page of a document that is being read, to compare with others; null for a post, or without a text. */
export function heldInHand({ document, reading, textId }: Work): PageText | null {
  const text = reading?.document.text;
  return textId && text ? held(document, textId, certainAt(document.published), document.title ?? reading.document.title, text) : null;
}
const heldInStore = ({ document, textId, firstAt, body }: HeldText) => held(document, textId, firstAt, document.title, body);

/** The buckets by which the neighbours of a page are found. */
export const topicBucketsOf = ({ id, body }: PageText): TextBuckets => ({ id, buckets: topicBuckets(body) });

/** The texts that pages are compared with. */
export class Neighbours {
  readonly #lookup: TextLookup;
  /** The pages of this step. */
  readonly own: PageText[];
  /** The ids of the texts of new documents in this step. */
  readonly newIds: ReadonlySet<string>;
  readonly #known: Map<string, PageText | null>;
  readonly #seen = new Map<string, string[]>();
  readonly #wide = new Map<string, PageText[]>();

  constructor(work: Work[], lookup: TextLookup) {
    this.#lookup = lookup;
    this.own = work.flatMap((w) => heldInHand(w) ?? []);
    this.newIds = new Set(work.flatMap((w) => (w.reason === "new" && w.textId ? w.textId : [])));
    this.#known = new Map(this.own.map((member) => [member.id, member]));
    for (const member of this.own) lookup.add("statement_bucket", { id: member.id, at: member.at, buckets: topicBuckets(member.body) });
  }

  rowsOf(member: PageText): Row[] {
    return this.#lookup.buckets("statement_bucket", topicBuckets(member.body));
  }
  /** The ids of the neighbours of a text whose buckets were read. */
  seenBy(member: PageText): string[] {
    const seen = this.#seen.get(member.id) ?? nearestTexts(this.rowsOf(member), member.id, Number.POSITIVE_INFINITY, MAX_NEIGHBOURS).near;
    this.#seen.set(member.id, seen);
    return seen;
  }
  /** Reads the neighbours of these, and those of their partners: at most two calls, whatever their number. */
  async load(db: Db, members: PageText[]): Promise<void> {
    await this.#read(db, members);
    await this.#read(
      db,
      members.flatMap((member) => this.#partnerOf(member) ?? []),
    );
  }
  async #read(db: Db, members: PageText[]): Promise<void> {
    await this.#lookup.read(db, { neighboursOf: members.map(topicBucketsOf) });
    // Texts of this step can change which stored texts are the nearest: those that were not read above are read now.
    await this.#lookup.read(db, { texts: this.unknownTo(members) });
  }
  unknownTo(members: PageText[]): string[] {
    return members.flatMap((member) => this.seenBy(member)).filter((id) => !this.#known.has(id));
  }
  /**
   * The texts with which a text is compared: its own neighbours, and those of the earliest other text of its cluster. Texts on one thing do not all
   * share a bucket: with own neighbours alone the 85 rumours of train and dev gave 98 proposals instead of 89.
   */
  of(member: PageText): PageText[] {
    const known = this.#wide.get(member.id);
    if (known) return known;
    const partner = this.#partnerOf(member);
    const wide = [...new Set([...this.#near(member), ...(partner ? this.#near(partner) : [])])];
    this.#wide.set(member.id, wide);
    return wide;
  }
  #partnerOf(member: PageText): PageText | null {
    return clusterOf(member.id, this.#near(member)).find(({ id }) => id !== member.id) ?? null;
  }
  #near(member: PageText): PageText[] {
    return [...new Set([member.id, ...this.seenBy(member)])].flatMap((id) => (id === member.id ? member : (this.#held(id) ?? [])));
  }
  #held(id: string): PageText | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const [text] = this.#lookup.texts([id]);
    const held = text ? heldInStore(text) : null;
    if (text) this.#known.set(id, held);
    return held;
  }
}

/** The clusters of the pages of a step, by document, and the buckets of their texts. */
export async function loadClusters(
  db: Db,
  neighbours: Neighbours,
): Promise<{ clusters: Map<string, Cluster>; placements: Map<string, Placement> }> {
  const { own } = neighbours;
  const neighboursOf = (member: PageText) => neighbours.of(member);
  await neighbours.load(db, own);
  const leaders = new Map(own.map((member) => [member.documentId, leaderOf(member, neighboursOf)]));
  await neighbours.load(db, [...leaders.values()]);
  // A leader may follow another one that is no neighbour of its follower.
  for (const [id, leader] of leaders) leaders.set(id, leaderOf(leader, neighboursOf));
  await neighbours.load(db, [...leaders.values()]);
  const clusters = new Map<string, Cluster>();
  const placements = new Map<string, Placement>();
  await neighbours.load(
    db,
    [...leaders.values()].flatMap((leader) => likeliestOwners(leader, neighboursOf)),
  );
  for (const member of own) {
    const cluster = clusterFor(member, leaders.get(member.documentId) ?? member, neighboursOf, neighbours.newIds);
    clusters.set(member.documentId, cluster);
    const places = topicBuckets(member.body);
    if (!places.length) continue;
    const placement = placementOf("statement_bucket", member.documentId, member.id, places, neighbours.rowsOf(member));
    // A page without a cluster does not concern texts beyond those it was compared with.
    placements.set(member.documentId, cluster.size > 1 ? placement : { ...placement, overflowing: [] });
  }
  return { clusters, placements };
}

type OtherText = Pick<HeldText, "textId" | "firstAt" | "body" | "document">;

/** The buckets of a post's statement. */
export const statementBucketsOf = ({ textId, document, reading }: Work): readonly number[] =>
  textId && isPost(document) ? statementBuckets(reading?.document.text ?? "") : [];

/** The texts that share the most buckets with a post's statement, without its own text. */
export function statementsNear(work: Work, lookup: TextLookup): string[] {
  const rows = lookup.buckets("statement_bucket", statementBucketsOf(work));
  return nearestTexts(rows, work.textId ?? "").near.filter((id) => id !== work.textId);
}

/** The buckets of posts' statements, with the texts that share one (`others`). Posts of a step see each other though none is stored yet. */
export async function loadPlacements(
  db: Db,
  lookup: TextLookup,
  work: Work[],
  near: ReadonlyMap<string, NearText[]>,
): Promise<Map<string, Placement & { others: OtherText[] }>> {
  const own = work.flatMap((work) => {
    const places = statementBucketsOf(work);
    return places.length ? [{ id: work.document.id, work: work, places, text: ownText(work, near.get(work.document.id) ?? []) }] : [];
  });
  for (const { text, places } of own) lookup.add("statement_bucket", { id: text.textId, at: text.firstAt, buckets: places });
  const stepTexts = new Map(own.map(({ text }) => [text.textId, text]));
  const found = own.map((one) => ({
    ...one,
    rows: lookup.buckets("statement_bucket", one.places),
    nearest: statementsNear(one.work, lookup),
  }));
  await lookup.read(db, {
    texts: found.flatMap(({ nearest }) => nearest.filter((id) => !stepTexts.has(id))),
  });
  return new Map(
    found.map(({ id, places, text, rows, nearest }) => [
      id,
      {
        ...placementOf("statement_bucket", id, text.textId, places, rows),
        others: nearest.flatMap((other) => stepTexts.get(other) ?? lookup.texts([other])),
      },
    ]),
  );
}
/** A post's text with the first document that has it. */
function ownText({ textId, document, reading }: Work, near: NearText[]): OtherText {
  const stored = near.find((n) => n.textId === textId);
  if (stored) return stored;
  return { textId: textId ?? "", firstAt: certainAt(document.published), body: reading?.document.text ?? "", document };
}

/*
 * Posts join what pages on the same thing propose. A post looks for pages in their buckets, and waits in buckets of its own for pages that come, or
 * propose, after it: no page's cluster depends on a post. One that copies an earlier text has what that has, and does not look itself.
 */
/** Least words of a post that joins. */
const MIN_JOINING_WORDS = 30;
/** How many of the pages that it is like are asked for what they propose, the closest. */
const MAX_JOINED = 3;

/** Which posts join which pages. */
export interface Joins {
  /** By post: the pages that it is like, closest first. */
  pages: Map<string, string[]>;
  /** By page: the posts that are like it and may join what it proposes from now on. */
  posts: Map<string, string[]>;
  /** Beyond those the posts that a look-up does not show. */
  late: LateText[];
  placements: Placement[];
}

/**
 * What the posts of a step may join that stand `alone`, and which posts wait for `pages`, whose buckets were read and whose proposals are new or may
 * end.
 */
export async function loadJoins(db: Db, lookup: TextLookup, alone: Work[], pages: PageText[]): Promise<Joins> {
  const posts = alone.flatMap((work) => postText(work) ?? []);
  await lookup.read(db, { neighboursOf: posts.map(({ id, body }) => ({ id, buckets: pageBuckets(body) })) });
  const idsIn = (rows: Row[], own: string, limit: number) =>
    nearestTexts(rows, own, Number.POSITIVE_INFINITY, limit).near.filter((id) => id !== own);
  const joining = posts.map((post) => {
    const rows = lookup.buckets("statement_bucket", pageBuckets(post.body));
    return { post, rows, ids: idsIn(rows, post.id, MAX_NEIGHBOURS) };
  });
  const proposing = pages.map((page) => {
    const rows = lookup.buckets("statement_bucket", topicBuckets(page.body)).map(waitingFor);
    return { page, rows, ids: idsIn(rows, page.id, Number.POSITIVE_INFINITY) };
  });
  await lookup.read(db, { texts: [...joining, ...proposing].flatMap(({ ids }) => ids) });
  return {
    pages: new Map(joining.map(({ post, ids }) => [post.documentId, pagesLike(post, lookup.texts(ids))])),
    posts: new Map(proposing.map(({ page, ids }) => [page.documentId, postsLike(page, lookup.texts(ids))])),
    late: proposing.flatMap(({ page, rows }) => rows.flatMap((row) => beyond(page, row) ?? [])),
    placements: joining.map(({ post, rows }) => {
      const places = pageBuckets(post.body);
      return { ...placementOf("statement_bucket", post.documentId, post.id, places, rows), puts: places.map(waitingBucket) };
    }),
  };
}

const pagesLike = (post: PageText, texts: HeldText[]): string[] =>
  texts
    .flatMap((text) => heldInStore(text) ?? [])
    .filter((page) => isAlike(post, page))
    .sort((a, b) => closeness(post, b) - closeness(post, a) || byText(a.documentId, b.documentId))
    .slice(0, MAX_JOINED)
    .map(({ documentId }) => documentId);
const postsLike = (page: PageText, texts: HeldText[]): string[] =>
  texts.flatMap(({ textId, firstAt, body, document }) =>
    isPost(document) && isAlike(pageText(document, textId, firstAt, document.title, body), page) ? document.id : [],
  );

function postText({ document, reading, textId }: Work): PageText | null {
  const text = reading?.document.text;
  if (!text || !textId || !isPost(document) || words(text).length < MIN_JOINING_WORDS) return null;
  return pageText(document, textId, certainAt(document.published), document.title, text);
}

/** The posts of a bucket after those that are examined, for the night. */
function beyond({ documentId }: PageText, row: Row): LateText | null {
  const { first, last, isFull } = earliestIn(row);
  return isFull && first && last
    ? { table: "statement_bucket", buckets: [Number(row.bucket)], textId: first[0], documentId, at: last[1], after: last[0] }
    : null;
}
