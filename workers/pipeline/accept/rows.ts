/** Rows for the store from what came in. */

import { bucketsOf } from "../../../shared/cluster/buckets.ts";
import type { DocumentInput } from "../../../shared/model/document.ts";
import type { Identity } from "../../../shared/model/identity.ts";
import { type PublishedTime, timeBases } from "../../../shared/model/time.ts";
import { fingerprint } from "../../../shared/text/fingerprint.ts";
import { namedTag } from "../../../shared/text/language-tag.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { EarlierFirst, TextRow } from "../../store/documents/texts.ts";

export { placeholder } from "../../store/documents/placeholder.ts";

/** How strong the evidence for a time is: 0 is the strongest. */
export function rankOf(time: PublishedTime): number {
  return timeBases.indexOf(time.basis);
}

export function newDocument(
  input: DocumentInput,
  identity: Identity,
  id: string,
  place: { parentId: string; rootId: string; depth: number; type: string } | null,
  now: number,
): StoredDocument {
  return {
    id,
    seen: "observed",
    kind: input.kind,
    platform: identity.platform,
    nativeId: identity.nativeId,
    url: identity.url,
    accountId: identity.accountId,
    handle: identity.platform ? (identity.handle?.toLowerCase() ?? null) : null,
    author: input.author?.name ?? (identity.handle ? `@${identity.handle}` : null),
    title: input.title ?? null,
    lang: namedTag(input.lang),
    published: identity.published,
    seenAt: now,
    parentId: place?.parentId ?? null,
    parentType: place?.type ?? null,
    rootId: place?.rootId ?? null,
    depth: place?.depth ?? 0,
    family: identity.family,
    wireCredit: input.wireCredit ?? null,
    categories: input.categories ?? null,
    told: null,
    resolvedId: null,
    availability: null,
    corrections: null,
  };
}

/** Gathers texts to be stored once each, with the earliest document of this batch that has them. */
export function textRows(known: ReadonlyMap<string, { firstId: string; firstAt: number; isPacked: boolean }>) {
  const rows = new Map<string, TextRow>();
  const earlier = new Map<string, EarlierFirst>();
  const before = (at: number, id: string, thanAt: number, thanId: string) => at < thanAt || (at === thanAt && id < thanId);
  return {
    /** `compared`: the text is what people wrote, so its near copies are looked for; `isPage`: it is HTML. */
    add(text: { id: string; hash: string; body: string; compared: boolean; isPage: boolean }, document: { id: string; at: number }) {
      const stored = known.get(text.id);
      if (stored && (text.isPage || !stored.isPacked)) {
        const best = earlier.get(text.id);
        if (before(document.at, document.id, best?.at ?? stored.firstAt, best?.documentId ?? stored.firstId))
          earlier.set(text.id, {
            textId: text.id,
            documentId: document.id,
            at: document.at,
            buckets: { text: fingerprint(text.body)?.bands ?? [], statement: bucketsOf(text.body) },
          });
        return;
      }
      const row = rows.get(text.id);
      if (row) {
        if (before(document.at, document.id, row.firstAt, row.firstDocumentId))
          Object.assign(row, { firstDocumentId: document.id, firstAt: document.at });
        return;
      }
      const print = text.compared ? fingerprint(text.body) : null;
      rows.set(text.id, {
        id: text.id,
        hash: text.hash,
        body: text.body,
        isPage: text.isPage,
        packed: null,
        signature: print?.signature ?? null,
        bands: print?.bands ?? [],
        firstDocumentId: document.id,
        firstAt: document.at,
      });
    },
    get rows() {
      return [...rows.values()];
    },
    get earlier() {
      return [...earlier.values()];
    },
  };
}
