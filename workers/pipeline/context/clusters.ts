/**
 * Documents that state the same propose one claim together: pages that tell of the same thing, and posts that say the same in nearly the same words or in
 * others. What each proposes follows from the texts that it has in sight, so all of them propose the same, in whatever order they come.
 */
import { candidatesOf } from "../../../shared/cluster/candidates.ts";
import { clusterOf, follows, type Member } from "../../../shared/cluster/cluster.ts";
import { likeness, profileOf, topicBuckets } from "../../../shared/cluster/profile.ts";
import { areAboutTwoParties, stated, statementBuckets, statesTheSame } from "../../../shared/cluster/same-statement.ts";
import { ownersOf, type Wording, wordingsOf } from "../../../shared/cluster/wording.ts";
import { COPY_SIMILARITY } from "../../../shared/edges/evidence/near-texts.ts";
import { statementOf } from "../../../shared/match/statement.ts";
import { isPost } from "../../../shared/model/document.ts";
import { claimIdOf } from "../../../shared/model/id.ts";
import type { Quote } from "../../../shared/model/quote.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { quoteOf } from "../../../shared/text/quote-selector.ts";
import { byTime } from "../../../shared/timeline/order.ts";
import type { Db, Row } from "../../store/d1.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { type BucketTable, certainAt, nearestTexts, overflowingBuckets, textIdsIn } from "../../store/documents/texts.ts";
import type { Work } from "../read.ts";
import { firstDocumentOf, type NearText, type TextLookup } from "./text-lookup.ts";

/** A text with its first document. */
interface Held extends Member {
  documentId: string;
}
/** The cluster of a page. */
export interface Cluster {
  /** The claim that its texts state, in the words of one of them; null where they agree on none. */
  wording: Wording | null;
  /** Texts in sight that are of it. */
  size: number;
  /** Which words of the page itself state it best. */
  quote: Quote | null;
  /** The first documents of texts whose cluster this page may have changed. */
  neighbours: string[];
}

/** Of a page's text so much is read for its topic. */
const MAX_BODY = 5000;
/** Texts that a page is compared with, itself among them. With 9 a rumour of train came out as 1.2 proposals, with 17 as 1.06. */
const MAX_IN_SIGHT = 17;

function heldOf(document: StoredDocument, id: string, at: number, title: string | null, text: string): Held | null {
  if (isPost(document)) return null;
  const body = text.slice(0, MAX_BODY);
  const lang = document.lang ?? languageOf(body);
  return { id, at, title, body, lang, documentId: document.id, profile: profileOf(title, body, lang) };
}
function heldInHand({ document, reading, textId }: Work): Held | null {
  const text = reading?.document.text;
  return textId && text
    ? heldOf(document, textId, certainAt(document.published), document.title ?? reading.document.title ?? null, text)
    : null;
}
function heldInStore(row: Row): Held | null {
  const document = firstDocumentOf(row);
  return heldOf(document, String(row.text_id), Number(row.first_at), document.title, String(row.body));
}

/** The texts that pages have in sight. */
export class Sights {
  readonly #lookup: TextLookup;
  /** The pages in hand. */
  readonly own: Held[];
  readonly #known: Map<string, Held | null>;
  readonly #buckets = new Map<string, number[]>();
  readonly #seen = new Map<string, string[]>();

  constructor(work: Work[], lookup: TextLookup) {
    this.#lookup = lookup;
    this.own = work.flatMap((w) => heldInHand(w) ?? []);
    this.#known = new Map(this.own.map((member) => [member.id, member]));
    for (const member of this.own) lookup.add("statement_bucket", { id: member.id, at: member.at, buckets: this.bucketsOf(member) });
  }

  bucketsOf({ id, body }: Held): number[] {
    const buckets = this.#buckets.get(id) ?? topicBuckets(body);
    this.#buckets.set(id, buckets);
    return buckets;
  }
  rowsOf(member: Held): Row[] {
    return this.#lookup.buckets("statement_bucket", this.bucketsOf(member));
  }
  /** The ids of what a text has in sight, whose buckets were read. */
  seenBy(member: Held): string[] {
    const seen = this.#seen.get(member.id) ?? nearestTexts(this.rowsOf(member), member.id, Number.POSITIVE_INFINITY, MAX_IN_SIGHT).near;
    this.#seen.set(member.id, seen);
    return seen;
  }
  /** Reads what these have in sight: two calls, whatever their number. */
  async look(db: Db, members: Held[]): Promise<void> {
    await this.#lookup.read(db, { statement_bucket: members.flatMap((member) => this.bucketsOf(member)) });
    await this.#lookup.read(db, { texts: this.unknownTo(members) });
  }
  unknownTo(members: Held[]): string[] {
    return members.flatMap((member) => this.seenBy(member)).filter((id) => !this.#known.has(id));
  }
  of(member: Held): Held[] {
    return [...new Set([member.id, ...this.seenBy(member)])].flatMap((id) => (id === member.id ? member : (this.#held(id) ?? [])));
  }
  #held(id: string): Held | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const [row] = this.#lookup.texts([id]);
    const held = row ? heldInStore(row) : null;
    if (row) this.#known.set(id, held);
    return held;
  }
}

/** The clusters of the pages in hand, by document, and the buckets that their texts belong in. */
export async function loadClusters(
  db: Db,
  sights: Sights,
): Promise<{ clusters: Map<string, Cluster>; placements: Map<string, Placement> }> {
  const { own } = sights;
  await sights.look(db, own);
  const leaders = new Map(own.map((member) => [member.documentId, clusterOf(member.id, sights.of(member))[0] as Held]));
  await sights.look(db, [...leaders.values()]);
  const clusters = new Map<string, Cluster>();
  const placements = new Map<string, Placement>();
  const owners = [...leaders.values()].flatMap((leader) => {
    const cluster = clusterOf(leader.id, sights.of(leader)) as Held[];
    const likeliest = new Set(ownersOf(wordingsOf(cluster)));
    return cluster.filter(({ id }) => likeliest.has(id));
  });
  await sights.look(db, owners);
  for (const member of own) {
    clusters.set(member.documentId, clusterFor(member, leaders.get(member.documentId) ?? member, sights));
    const places = sights.bucketsOf(member);
    if (places.length)
      placements.set(member.documentId, {
        ...placementOf("statement_bucket", member.documentId, member.id, places, sights.rowsOf(member)),
        crowded: [],
      });
  }
  return { clusters, placements };
}

function clusterFor(member: Held, leader: Held, sights: Sights): Cluster {
  const cluster = clusterOf(leader.id, sights.of(leader)) as Held[];
  const wording = wordingIn(leader, cluster, sights);
  const beside = clusterOf(member.id, sights.of(member)) as Held[];
  const members = cluster.some(({ id }) => id === member.id) ? cluster : [...cluster, member];
  return { wording, size: members.length, quote: wording && quoteIn(member, wording), neighbours: neighboursOf(member, members, beside) };
}

/** The likeliest wording by a text that belongs to the cluster in its own sight, too: else no document of the claim would have its words. */
function wordingIn(leader: Held, cluster: Held[], sights: Sights): Wording | null {
  const wordings = wordingsOf(cluster);
  const likeliest = new Set([leader.id, ...ownersOf(wordings)]);
  const owners = cluster.filter((one) => likeliest.has(one.id) && follows(one.id, leader.id, sights.of(one)));
  return wordings.find(({ memberId }) => owners.some(({ id }) => id === memberId)) ?? null;
}

/** The documents whose cluster is another because of a text: none where the others would state the same without it. */
function neighboursOf(member: Held, members: Held[], beside: Held[]): string[] {
  const others = members.filter(({ id }) => id !== member.id).sort(byTime);
  const [now, before] = [wordingsOf(members.sort(byTime))[0], wordingsOf(others)[0]];
  const changed = others.length < 2 || now?.text !== before?.text;
  return changed ? [...new Set([...others, ...beside].map(({ documentId }) => documentId))].filter((id) => id !== member.documentId) : [];
}

/** Of a page's own words those that are likest to a wording. */
function quoteIn(member: Held, wording: Wording): Quote | null {
  const own = candidatesOf(member).map((one) => ({ one, alike: likeness(one.profile, wording.profile) }));
  const best = own.reduce((a, b) => (b.alike > a.alike ? b : a), own[0] ?? { one: null, alike: 0 }).one;
  if (!best) return null;
  const at = best.place === 0 ? -1 : member.body.indexOf(best.quote);
  return at < 0 ? { exact: best.quote, prefix: "", suffix: "" } : quoteOf(member.body, at, at + best.quote.length);
}

/** A claim that several posts propose together. */
export interface Group {
  /** The claim's id and words: those of the earliest document of the group. */
  id: string;
  text: string;
  why: string;
  /** The first documents of the other texts: one that stood alone until now proposes the claim too. */
  others: string[];
  /** The first documents of later texts that say it in other words: what they propose may be another claim now. */
  later: string[];
}
/** A document of another account with the very same text. */
export interface ExactCopy {
  id: string;
  account: string | null;
}
type OtherText = Pick<NearText, "textId" | "firstAt" | "body" | "document">;

/** The buckets that a text belongs in, by its words or by the rare words of what it states. */
export interface Placement {
  table: BucketTable;
  documentId: string;
  textId: string;
  /** Bucket numbers. */
  places: number[];
  /** The ids of all texts that were in sight: any other one that is there when this is written came meanwhile. */
  seen: string[];
  /** Buckets that hold more texts than are looked at, with this one among the earliest. */
  crowded: number[];
}

/** From the rows of these buckets, the text itself among them. */
export const placementOf = (table: BucketTable, documentId: string, textId: string, places: number[], rows: Row[]): Placement => ({
  table,
  documentId,
  textId,
  places,
  seen: textIdsIn(rows),
  crowded: overflowingBuckets(rows, textId),
});

/** The buckets of a post's statement. */
export const statementBucketsOf = ({ textId, document, reading }: Work): number[] =>
  textId && isPost(document) ? statementBuckets(reading?.document.text ?? "") : [];

/** Which texts share a bucket with the statements of posts (`others`); posts of one step see each other although none is stored in its buckets yet. */
export async function loadPlacements(
  db: Db,
  lookup: TextLookup,
  work: Work[],
  near: ReadonlyMap<string, NearText[]>,
): Promise<Map<string, Placement & { others: OtherText[] }>> {
  const own = work.flatMap((w) => {
    const places = statementBucketsOf(w);
    return places.length ? [{ id: w.document.id, places, text: ownText(w, near.get(w.document.id) ?? []) }] : [];
  });
  for (const { text, places } of own) lookup.add("statement_bucket", { id: text.textId, at: text.firstAt, buckets: places });
  const stepTexts = new Map(own.map(({ text }) => [text.textId, text]));
  const found = own.map((one) => {
    const rows = lookup.buckets("statement_bucket", one.places);
    return { ...one, rows, nearest: nearestTexts(rows, one.text.textId).near.filter((id) => id !== one.text.textId) };
  });
  await lookup.read(db, { texts: found.flatMap(({ nearest }) => nearest.filter((id) => !stepTexts.has(id))) });
  return new Map(
    found.map(({ id, places, text, rows, nearest }) => [
      id,
      {
        ...placementOf("statement_bucket", id, text.textId, places, rows),
        others: nearest.flatMap((other) => stepTexts.get(other) ?? lookup.texts([other]).map(otherOf)),
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
const otherOf = (row: Row): OtherText => ({
  textId: String(row.text_id),
  firstAt: Number(row.first_at),
  body: String(row.body),
  document: firstDocumentOf(row),
});

/** The group of a post, or null: with accounts that have the same text, with near copies of it, and with texts in its buckets that state the same. */
export function groupOf({ document, reading }: Work, near: NearText[], copies: ExactCopy[], beside: OtherText[]): Group | null {
  if (!reading || !isPost(document)) return null;
  const own = { id: document.id, at: certainAt(document.published), text: reading.document.text };
  const isLater = (other: OtherText) => byTime(own, { id: other.document.id, at: other.firstAt }) < 0;
  const statement = (body: string, { lang }: { lang: string | null }) => stated(body, lang ?? languageOf(body));
  const mine = near.length + beside.length ? statement(own.text, document) : null;
  const copied: NearText[] = [];
  const reworded: OtherText[] = [];
  for (const one of near)
    if (one.similarity >= COPY_SIMILARITY && isPost(one.document) && mine && !areAboutTwoParties(mine, statement(one.body, one.document)))
      copied.push(one);
  for (const one of beside) {
    if (!mine || !isPost(one.document) || near.some((n) => n.textId === one.textId && n.similarity >= COPY_SIMILARITY)) continue;
    const theirs = statement(one.body, one.document);
    if (isLater(one) ? statesTheSame(theirs, mine) : statesTheSame(mine, theirs)) reworded.push(one);
  }
  const alike = [...copied, ...reworded];
  const holders = [...copies, ...alike.map(({ document: { id, accountId } }) => ({ id, account: accountId }))];
  const account = document.accountId ?? document.id;
  if (!holders.some((other) => (other.account ?? other.id) !== account)) return null;
  const first = alike.map((n) => ({ id: n.document.id, at: n.firstAt, text: n.body })).reduce((a, b) => (byTime(b, a) < 0 ? b : a), own);
  const text = statementOf(first.text);
  if (!text) return null;
  const why = `others say it in ${copies.length + copied.length ? "nearly the same" : "other"} words`;
  return {
    id: claimIdOf(text),
    text,
    why,
    others: alike.map((n) => n.document.id),
    later: reworded.filter(isLater).map((n) => n.document.id),
  };
}
