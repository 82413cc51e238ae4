/** What a document points to: links, accounts and outlets that it names, documents that it reports, and posts with words that it quotes. */
import { DAY } from "../../../shared/durations.ts";
import { sourceNamed } from "../../../shared/edges/attribution.ts";
import type { Named } from "../../../shared/edges/evidence/named-account.ts";
import type { Quoted } from "../../../shared/edges/evidence/reported.ts";
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
import { isPage, letterOf } from "../../store/relations/outlet-reports.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Work } from "../read.ts";

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
