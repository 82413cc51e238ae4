/** What a document points to by address or name: the pages that it links to, the accounts that it names. */
import { mentionsIn } from "../../../shared/edges/evidence/account-mentions.ts";
import type { Candidate, Named } from "../../../shared/edges/evidence/named-account.ts";
import { isPost } from "../../../shared/model/document.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import type { Link } from "../../../shared/model/reading.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import type { Row } from "../../store/d1.ts";
import type { MentionedAccount } from "../../store/documents/account-posts.ts";
import { documentOf } from "../../store/documents/documents.ts";
import { neighbour } from "../accept/parents.ts";
import type { Work } from "../read.ts";
import type { Needs } from "./needs.ts";

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
