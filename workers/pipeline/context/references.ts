/** What a document points to: links, accounts and outlets that it names, posts with words that it quotes, and documents that it reports, some of which we hold. */
import { DAY } from "../../../shared/durations.ts";
import { sourceNamed } from "../../../shared/edges/attribution.ts";
import type { Named } from "../../../shared/edges/evidence/named-account.ts";
import { copySource, retoldSource } from "../../../shared/edges/evidence/near-texts.ts";
import { type Quoted, reportedIn } from "../../../shared/edges/evidence/reported.ts";
import { isOfOutlet } from "../../../shared/edges/evidence/source-credit.ts";
import type { Neighbour } from "../../../shared/edges/kind.ts";
import { isPost } from "../../../shared/model/document.ts";
import { nameOf } from "../../../shared/model/party.ts";
import type { ReadReported } from "../../../shared/model/reading.ts";
import { fold } from "../../../shared/text/fold.ts";
import { mentionsIn } from "../../../shared/text/posts/account-mentions.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import type { Row } from "../../store/d1.ts";
import type { MentionedAccount } from "../../store/documents/account-posts.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import { type HeldText, NO_TIME } from "../../store/documents/texts.ts";
import { bucketKey, outletKey } from "../../store/relations/dependencies.ts";
import { isStated } from "../../store/relations/edges.ts";
import { isPage, letterOf } from "../../store/relations/outlet-reports.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Work } from "../read.ts";
import type { Findings } from "../relate/sightings.ts";
import type { Context } from "./context.ts";

/** The facts about a document that relating uses. */
export function neighbour(d: Omit<Neighbour, "authorId"> & { accountId: string | null }): Neighbour {
  const { id, seen, url, platform, accountId: authorId, author, family, wireCredit, lang, published } = d;
  return { id, seen, url, platform, authorId, author, family, wireCredit, lang, published };
}

/** An account that a post names; `posts`: the ids of the account's earlier posts. */
export type AccountMention = Named & { row: MentionedAccount; posts: string[] };

/** The accounts that a post names as its source, or answers. None for a page, or for a post without a known time. */
export function mentionsOf({ document, reading }: Work): AccountMention[] {
  const { platform, published } = document;
  const at = published.latest;
  if (!reading || !isPost(document) || platform === null || at === null) return [];
  return mentionsIn(reading.document.text).map((mention) => ({
    mention,
    candidates: [],
    posts: [],
    row: { platform, handle: mention.handle, at, childId: document.id },
  }));
}

/** Adds to each mention the posts of its account, each once: those published shortly before, and those with nearly the same text, however old. */
export function withCandidates(mentions: AccountMention[], before: Row[], alike: HeldText[]): AccountMention[] {
  return mentions.map((one) => {
    const { childId, platform, handle } = one.row;
    const earlier = before
      .filter((row) => row.child_id === childId && row.named === handle)
      .map((row) => ({ document: documentOf(row), body: String(row.body ?? "") }));
    const found = [...earlier, ...alike.filter(({ document }) => document.platform === platform && document.handle === handle)];
    const byId = new Map(found.map(({ document, body }) => [document.id, { document: neighbour(document), text: body }]));
    return { ...one, candidates: [...byId.values()], posts: earlier.map(({ document }) => document.id) };
  });
}

/** A search among the pages of a claim for one outlet's report, and the key on which its result depends. */
export interface OutletSearch {
  documentId: string;
  claimId: string;
  before: number;
  key: string;
}
/** Maximum number of claims of a document for which the outlet's report is searched. */
const MAX_CLAIMS = 2;
/** The searches for a document with these claims; none if it names no outlet. */
export function searchesFor({ document, reading }: Work, claimIds: Iterable<string>): OutletSearch[] {
  const { family, url } = document;
  const claims = [...new Set(claimIds)].sort().slice(0, MAX_CLAIMS);
  if (!claims.length) return [];
  // The publisher that a feed names, else the one that the text names.
  const name = family && family !== hostOf(url) ? family : reading && sourceNamed(reading.document.text, reading)?.name;
  // If only the day is known, a report of the same day may be the one.
  const before = document.published.latest ?? NO_TIME;
  const letter = letterOf(name ?? "");
  if (!letter) return [];
  return claims.map((claimId) => ({ documentId: document.id, claimId, before, key: outletKey(claimId, letter) }));
}

/** The page of a sighting in the form that relating uses; none for a post or a document that is only reported. */
export const pageOf = (s: SightingRow): Neighbour[] => (isPage(s) ? [neighbour({ ...s, id: s.documentId })] : []);

/** A row for a document that is known only because another document reports it. */
export function reportedDocument(reported: ReadReported, id: string, reportingId: string): StoredDocument {
  const url = reported.url && canonicalUrl(reported.url);
  return {
    ...placeholder(id, url || null),
    kind: "post",
    platform: reported.platform ?? nativeId(url || null)?.platform ?? null,
    author: nameOf(reported.actor),
    lang: reported.lang,
    published: reported.publishedAt,
    family: reported.platform ? null : hostOf(url || null),
    told: {
      by: reportingId,
      sentence: reported.passage.text.slice(0, 500),
      place: reported.place,
      actorKind: reported.actor.kind,
      description: reported.actor.description,
      translated: reported.translated,
    },
  };
}

/** A longer post does not count: at more than this many times the length of the quoted passage it may be discussing somebody else's words. */
const MAX_LENGTH_RATIO = 3;
/** How much later than the reported date a post may be (ms): the date may be in another time zone. */
const MAX_LATER = DAY;

/** The keys of the buckets into which texts with the quoted words come. */
export const bucketKeysOf = ({ print }: Quoted): string[] => print.buckets.map(bucketKey);

/** Among the first documents of texts, the posts on the reported platform that have the quoted words, earliest first, none later than reported. */
export function holdersOf({ words, reported }: Quoted, reporting: StoredDocument, texts: HeldText[]): StoredDocument[] {
  const until = Math.min(
    reporting.published.latest ?? Number.POSITIVE_INFINITY,
    (reported.publishedAt.latest ?? Number.POSITIVE_INFINITY) + MAX_LATER,
  );
  const at = (d: StoredDocument) => d.published.earliest ?? Number.POSITIVE_INFINITY;
  return texts
    .filter((text) => {
      const body = fold(text.body);
      return body.includes(words) && body.length <= MAX_LENGTH_RATIO * words.length;
    })
    .map(({ document }) => document)
    .filter((d) => d.seen === "observed" && d.id !== reporting.id && d.platform === reported.platform && at(d) < until)
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}

/** The documents that a document copies, paraphrases or quotes verbatim: their claims count if its own words make none. */
export function resemblances(
  { document }: Work,
  { candidates, near, mentions }: Pick<Context, "candidates" | "near" | "mentions">,
): string[] {
  if ((candidates.get(document.id) ?? []).flat().some((c) => c.decision === "linked")) return [];
  const alike = (near.get(document.id) ?? []).map((n) => ({ ...n, document: neighbour(n.document) }));
  return [
    ...[copySource, retoldSource].flatMap((sourceOf) => sourceOf(alike, neighbour(document))?.document.id ?? []),
    ...(mentions.get(document.id) ?? []).flatMap(({ mention, candidates: posts }) =>
      mention.how === "words" ? posts.map((post) => post.document.id) : [],
    ),
  ];
}

/** The post that a document answers, as its platform or a person states; null if none. */
export function repliedTo({ document }: Work, { edges, documents: known }: Pick<Context, "edges" | "documents">): string | null {
  const edge = edges.find((e) => e.childId === document.id && e.type === "reply" && isStated(e) && e.state !== "rejected");
  return edge?.parentId ? (known.get(edge.parentId)?.resolvedId ?? edge.parentId) : null;
}

/** A reported document that turned out to be one that we hold; `byWords`: its quoted words, or the outlet's name, show it. */
export interface Resolved {
  id: string;
  resolvedId: string;
  byWords: boolean;
}

/**
 * The ids of the documents that a document reports, after resolution. `foreign`: those on which its report does not count, because we hold the
 * document or another reporting document is chosen: by id, whatever the order of arrival. `unfiled`: reported only for claims that are not filed.
 */
export function resolveReported({ document, reading }: Work, findings: Findings, context: Context, listed: SightingRow[]) {
  const resolved: Resolved[] = [];
  const all = reportedIn(document.id, reading).map(({ id, reported }) => {
    const { url } = reported;
    const known = context.documents.get(id);
    const byWords =
      known && isDecided(known, context)
        ? null
        : (foundByWords(id, context, listed) ?? foundByOutlet(id, reported, document, context, listed));
    // An address may be another name of a document that we hold.
    const linked = url && context.linked.get(document.id)?.find(({ link }) => link.url === url)?.id;
    const to = byWords ?? known?.resolvedId ?? (linked || id);
    if (to !== id && known) resolved.push({ id, resolvedId: to, byWords: byWords !== null });
    return { id, to, reported };
  });
  const hasSay = (known: StoredDocument | undefined) => known?.seen !== "observed" && (!known?.told || known.told.by >= document.id);
  const foreign = all.flatMap(({ id, to }) => {
    if (to !== id) return [id, to];
    return hasSay(context.documents.get(id)) && !context.erased.has(id) ? [] : [id];
  });
  // A report made only for a claim that is not filed does not belong to this claim's story. If it gives an address, it counts as a link all the same.
  const filed = new Set(all.flatMap(({ id, to, reported }) => (findings.unfiled.includes(id) && to === id && !reported.url ? [] : to)));
  const unfiled = new Set(all.flatMap(({ to }) => (filed.has(to) ? [] : to)));
  return { reported: all, ids: all.map(({ to }) => to), foreign: new Set(foreign.filter((id) => id !== document.id)), resolved, unfiled };
}

/** Whether the address or a person settled what a reported document is, or a person decided on it: then its words decide no more. */
function isDecided(known: StoredDocument, { sightings, edges }: Context): boolean {
  // `byWords` 0: a person undid a resolution by words.
  if (known.resolvedId !== null || known.told?.byWords === 0) return !known.told?.byWords;
  return (
    sightings.some((s) => s.documentId === known.id && s.method === "person") || edges.some((e) => e.childId === known.id && isStated(e))
  );
}

/** The earliest post that has the words of a reported document and is seen with the claim for which that is reported. */
function foundByWords(id: string, context: Context, listed: SightingRow[]): string | null {
  const claimId = listed.find((s) => s.documentId === id)?.claimId;
  return context.quotationHolders.get(id)?.find((post) => listed.some((s) => s.documentId === post && s.claimId === claimId)) ?? null;
}
/** The page of the outlet that a text names as reporting ("the Gazette reported that …"), if only one is seen with the reported claim. */
function foundByOutlet(
  id: string,
  reported: ReadReported,
  { id: reportingId }: StoredDocument,
  context: Context,
  listed: SightingRow[],
): string | null {
  const isOutlet = reported.actor.kind === "outlet" && reported.platform === null && reported.url === null;
  const name = isOutlet ? (reported.actor.name ?? reported.place) : null;
  const claimId = listed.find((s) => s.documentId === id)?.claimId;
  if (!name) return null;
  const pages = context.outletReports.flatMap(({ search, found }) =>
    search.documentId === reportingId && search.claimId === claimId
      ? found.flatMap(pageOf).filter((page) => page.id !== reportingId && isOfOutlet(name, page))
      : [],
  );
  const [only, ...more] = new Set(pages.map((page) => page.id));
  return only && !more.length ? only : null;
}
