/** What a document points to: the pages that it links to, the accounts and the outlets that it names. */

import { sourceNamed } from "../../../shared/edges/attribution.ts";
import { mentionsIn } from "../../../shared/edges/evidence/account-mentions.ts";
import type { Candidate, Named } from "../../../shared/edges/evidence/named-account.ts";
import type { Neighbour } from "../../../shared/edges/kind.ts";
import { isPost } from "../../../shared/model/document.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import type { Link } from "../../../shared/model/reading.ts";
import { fold } from "../../../shared/text/segment.ts";
import { canonicalUrl, hostOf } from "../../../shared/url.ts";
import type { Row } from "../../store/d1.ts";
import type { MentionedAccount } from "../../store/documents/account-posts.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import { NO_TIME } from "../../store/documents/texts.ts";
import { outletKey } from "../../store/relations/dependencies.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Work } from "../read.ts";
import type { Needs } from "./needs.ts";

/** What relating sees of a stored document. */
export function neighbour(d: StoredDocument): Neighbour {
  return {
    family: d.family,
    wireCredit: d.wireCredit,
    id: d.id,
    seen: d.seen,
    url: d.url,
    platform: d.platform,
    authorId: d.accountId,
    lang: d.lang,
    published: d.published,
  };
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

/** Gives each mention what its account published shortly before (`published`), and what of it has nearly the same text, however old (`similar`, by document). */
export function addCandidates(needs: Needs[], published: Row[], similar: Row[][]): void {
  needs.forEach(({ work, mentions }, i) => {
    for (const one of mentions) {
      const found = new Map<string, Candidate>();
      const add = (row: Row) => found.set(String(row.id), { document: neighbour(documentOf(row)), text: String(row.body ?? "") });
      for (const row of published) if (row.child_id === work.document.id && row.named === one.row.handle) add(row);
      for (const row of similar[i] ?? []) if (row.platform === one.row.platform && row.handle === one.row.handle) add(row);
      one.candidates = [...found.values()];
    }
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
export function pageOf(s: SightingRow): Neighbour[] {
  const { documentId: id, seen, url, platform, accountId: authorId, family, wireCredit, lang, published, role } = s;
  return platform === null && seen === "observed" && role !== "respond"
    ? [{ id, seen, url, platform, authorId, family, wireCredit, lang, published }]
    : [];
}

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
