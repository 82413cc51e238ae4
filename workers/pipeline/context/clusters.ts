/**
 * Documents that state the same propose one claim together. Clusters hold pages on one thing, and long posts; groups hold posts that say the same in
 * similar or other words. The proposal follows from the texts compared, so all members propose the same, in any order of arrival.
 */
import { clusterOf } from "../../../shared/cluster/cluster.ts";
import { type Cluster, clusterFor, leaderOf, likeliestOwners, type PageText, pageText } from "../../../shared/cluster/page-cluster.ts";
import { topicBuckets } from "../../../shared/cluster/profile.ts";
import { statementBuckets } from "../../../shared/cluster/same-statement.ts";
import { isPost } from "../../../shared/model/document.ts";
import { LastEntries } from "../../../shared/text/once-per.ts";
import { words } from "../../../shared/text/segment.ts";
import type { Db, Row } from "../../store/d1.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { certainAt, type HeldText, nearestTexts, type Placement, placementOf, type TextBuckets } from "../../store/documents/texts.ts";
import type { Work } from "../read.ts";
import { MAX_NEIGHBOURS, type NearText, type TextLookup } from "./text-lookup.ts";

/** Minimum number of words of a post that is compared with pages. With 30, a near copy of a viral tweet would read 656 rows instead of 155. */
const MIN_POST_WORDS = 60;
/** The pages that were compared last: the next page on the same thing has the same neighbours. About 5 MB. */
const compared = new LastEntries<string, PageText | null>(128);
function held({ id, kind, lang }: StoredDocument, textId: string, firstAt: number, title: string | null, text: string): PageText | null {
  if (isPost({ kind }) && words(text).length < MIN_POST_WORDS) return null;
  return compared.of(JSON.stringify([textId, id, firstAt, kind, lang, title]), () =>
    pageText({ id, kind, lang }, textId, firstAt, title, text),
  );
}
function heldInHand({ document, reading, textId }: Work): PageText | null {
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
  readonly news: ReadonlySet<string>;
  readonly #known: Map<string, PageText | null>;
  readonly #seen = new Map<string, string[]>();
  readonly #wide = new Map<string, PageText[]>();

  constructor(work: Work[], lookup: TextLookup) {
    this.#lookup = lookup;
    this.own = work.flatMap((w) => heldInHand(w) ?? []);
    this.news = new Set(work.flatMap((w) => (w.reason === "new" && w.textId ? w.textId : [])));
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
    const cluster = clusterFor(member, leaders.get(member.documentId) ?? member, neighboursOf, neighbours.news);
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
  const own = work.flatMap((w) => {
    const places = statementBucketsOf(w);
    return places.length ? [{ id: w.document.id, work: w, places, text: ownText(w, near.get(w.document.id) ?? []) }] : [];
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
