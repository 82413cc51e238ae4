/** What a document points to: pages that it links to, accounts and outlets that it names, documents that it reports, and the posts that have words which it quotes. */
import { sourceNamed } from "../../../shared/edges/attribution.ts";
import { mentionsIn } from "../../../shared/edges/evidence/account-mentions.ts";
import type { Named } from "../../../shared/edges/evidence/named-account.ts";
import type { Neighbour } from "../../../shared/edges/kind.ts";
import { isPost } from "../../../shared/model/document.ts";
import { idOf } from "../../../shared/model/id.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import { nameOf } from "../../../shared/model/party.ts";
import type { Link, Reading, ReadReported } from "../../../shared/model/reading.ts";
import { type Fingerprint, fingerprint } from "../../../shared/text/fingerprint.ts";
import { fold } from "../../../shared/text/segment.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import type { Row } from "../../store/d1.ts";
import type { MentionedAccount } from "../../store/documents/account-posts.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import { NO_TIME } from "../../store/documents/texts.ts";
import { bucketKey, outletKey } from "../../store/relations/dependencies.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Work } from "../read.ts";

/** What relating sees of a document. */
export function neighbour(d: Omit<Neighbour, "authorId"> & { accountId: string | null }): Neighbour {
  const { id, seen, url, platform, accountId: authorId, family, wireCredit, lang, published } = d;
  return { id, seen, url, platform, authorId, family, wireCredit, lang, published };
}

/** A page that a document links to, under the id by which it is known. */
export interface LinkedPage {
  link: Link;
  id: string;
  url: string;
}
/** An account that a post names, with what it published before. */
export type AccountMention = Named & { row: MentionedAccount };

/** Links followed of one document: a post has a few, an article's body rarely more. */
const MAX_LINKS = 20;

/** The pages that a document links to. A site's front page is no document. */
export function linksOf({ document, reading }: Work): LinkedPage[] {
  const out = new Map<string, LinkedPage>();
  // A page of another site that this one names as its original counts as a link.
  const original = reading?.document.original;
  const elsewhere = original ? [{ url: original, text: "", start: null }] : [];
  for (const link of [...elsewhere, ...(reading?.document.links ?? [])]) {
    const url = canonicalUrl(link.url);
    const id = url && idOfUrl(url);
    if (!url || !id || id === document.id || url === document.url || new URL(url).pathname === "/" || out.has(id)) continue;
    out.set(id, { link, id, url });
    if (out.size === MAX_LINKS) break;
  }
  return [...out.values()];
}

/** The accounts that a post names as its source or answers; none for what is no post, or has no time to look before. */
export function mentionsOf({ document, reading }: Work): AccountMention[] {
  const { platform, published } = document;
  const at = published.latest;
  if (!reading || !isPost(document) || platform === null || at === null) return [];
  return mentionsIn(reading.document.text).map((mention) => ({
    mention,
    candidates: [],
    row: { platform, handle: mention.handle, at, childId: document.id },
  }));
}

/** Mentions with those of these posts that their accounts published, each once: shortly before, or with nearly the same text, however old. */
export function withCandidates(mentions: AccountMention[], posts: Row[]): AccountMention[] {
  const isOf = ({ row }: AccountMention, post: Row) =>
    post.child_id === undefined
      ? post.platform === row.platform && post.handle === row.handle
      : post.child_id === row.childId && post.named === row.handle;
  return mentions.map((one) => {
    const own = posts.filter((post) => isOf(one, post));
    const found = new Map(own.map((post) => [String(post.id), { document: neighbour(documentOf(post)), text: String(post.body ?? "") }]));
    return { ...one, candidates: [...found.values()] };
  });
}

/** A look through the pages of a claim for one, and the key that it depends on. */
export interface OutletSearch {
  documentId: string;
  claimId: string;
  before: number;
  key: string;
}
/** Claims of a text that are looked at. */
const MAX_CLAIMS = 2;
/** The letter with which an outlet's site begins by its name, and a site by its address; "the" may be left out of either. */
const letterOf = (name: string) =>
  /[a-z0-9]/.exec(
    fold(name)
      .normalize("NFD")
      .replace(/^(?:the|el|la|le|der|die|das) /, ""),
  )?.[0] ?? "";

/** The searches for a document with these claims. */
export function searchesFor({ document, reading }: Work, claimIds: Iterable<string>): OutletSearch[] {
  const { family, url } = document;
  // Whom a feed names as the publisher, else whom the text does.
  const name = family && family !== hostOf(url) ? family : reading && sourceNamed(reading.document.text, reading)?.name;
  const before = document.published.earliest ?? NO_TIME;
  const letter = letterOf(name ?? "");
  if (!letter) return [];
  return [...new Set(claimIds)]
    .sort()
    .slice(0, MAX_CLAIMS)
    .map((claimId) => ({ documentId: document.id, claimId, before, key: outletKey(claimId, letter) }));
}

/** The page that a sighting is of, as relating knows it; none for a post or for what is only reported. */
export const pageOf = (s: SightingRow): Neighbour[] =>
  s.platform === null && s.seen === "observed" && s.role !== "respond" ? [neighbour({ ...s, id: s.documentId })] : [];

/** The keys of searches whose pages change with these sightings. */
export function outletReportKeys(add: SightingRow[], close: SightingRow[]): string[] {
  const stateOf = ({ id, at, listed }: SightingRow) => `${id} ${listed} ${at}`;
  const [had, has] = [new Set(close.map(stateOf)), new Set(add.map(stateOf))];
  const changed = [...add.filter((s) => !had.has(stateOf(s))), ...close.filter((s) => !has.has(stateOf(s)))];
  const letters = ({ url }: SightingRow) =>
    (hostOf(url)?.split(".") ?? []).flatMap((label) => [label, label.replace(/^(?:the|el|la|le|der|die|das)/, "")]).map(letterOf);
  return [
    ...new Set(
      changed.flatMap((s) =>
        s.listed && pageOf(s).length ? letters(s).flatMap((letter) => (letter ? outletKey(s.claimId, letter) : [])) : [],
      ),
    ),
  ];
}

/** From this length on two texts share a sentence by copying, not by chance; a Han character says about as much as three letters. */
const MIN_COPIED_LENGTH = 40;
const lengthOf = (text: string) => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * The ids of the reported documents of a reading, in its order: by the URL where one is given; else by what is reported of them, the claim
 * and the sentence, so that a copy of a text reports the same documents and not others; by the reporting document where the sentence is short.
 */
export function reportedIdsOf(reportingId: string, reading: Reading | null): string[] {
  const counts = new Map<string, number>();
  return (reading?.reported ?? []).map((reported) => {
    const byUrl = reported.url ? idOfUrl(reported.url) : null;
    if (byUrl) return byUrl;
    const sentence = fold(reported.passage.text);
    const source =
      lengthOf(sentence) < MIN_COPIED_LENGTH ? reportingId : `${sentence}\n${fold(reading?.claims[reported.claim]?.text ?? "")}`;
    const { platform, place, actor } = reported;
    const key = [platform ?? "", fold(place ?? ""), fold(actor.name ?? ""), fold(actor.description ?? "")];
    const count = (counts.get(key.join("\n")) ?? 0) + 1;
    counts.set(key.join("\n"), count);
    return idOf("d", "told", source, ...key, count);
  });
}

/** A row for a document that is known only because another one reports it. */
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

/** Passages of one text that are looked for. */
const MAX_PASSAGES = 3;
/** A post up to this many times as long as the passage has it as its own words; a longer one may discuss somebody else's. */
const MAX_LENGTH_RATIO = 3;
/** The day that a text gives may be that of another time zone. */
const DAY = 86_400_000;

/** The words of a reported document. */
export interface Quoted {
  /** The id of the reported document. */
  id: string;
  reported: ReadReported;
  words: string;
  print: Fingerprint;
}

/** The words of what a document reports, where it gives them untranslated and no address: at least 8 words, fewer are anybody's. */
export function quotedIn({ document, reading }: Work): Quoted[] {
  const ids = reportedIdsOf(document.id, reading);
  const all = (reading?.reported ?? []).flatMap((reported, i): Quoted[] => {
    const words = reported.quote && !reported.translated && !reported.url ? fold(reported.quote.text) : "";
    const print = fingerprint(words);
    return print ? [{ id: ids[i] ?? "", reported, words, print }] : [];
  });
  return all.slice(0, MAX_PASSAGES);
}

/** The keys of the buckets in which texts with the quoted words come. */
export const bandKeys = ({ print }: Quoted): string[] => print.bands.map(bucketKey);

/** Of the rows of `selectTextsWithFirst` the posts that have the words, earliest first: of the reported platform, and not later than reported. */
export function holdersOf({ words, reported }: Quoted, reporting: StoredDocument, rows: Row[]): StoredDocument[] {
  const until = Math.min(
    reporting.published.latest ?? Number.POSITIVE_INFINITY,
    (reported.publishedAt.latest ?? Number.POSITIVE_INFINITY) + DAY,
  );
  const at = (d: StoredDocument) => d.published.earliest ?? Number.POSITIVE_INFINITY;
  return rows
    .filter((row) => {
      const body = fold(String(row.body ?? ""));
      return body.includes(words) && body.length <= MAX_LENGTH_RATIO * words.length;
    })
    .map(documentOf)
    .filter((d) => d.seen === "observed" && d.id !== reporting.id && d.platform === reported.platform && at(d) < until)
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}
