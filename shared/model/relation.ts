/** How an incoming document names the one that it reposts, quotes or answers. */

import { canonicalUrl } from "../url.ts";
import type { DocumentInput } from "./document.ts";
import { isId } from "./id.ts";
import { idOfUrl } from "./identity.ts";

const relationTypes = ["repost", "quote", "reply"] as const;
type RelationType = (typeof relationTypes)[number];
const FIELDS = { repost: "repostOf", quote: "quoteOf", reply: "replyTo" } as const;

/** A parent as named: by URL (which gives an id), by our id, or by the caller's ref. */
type Named = { by: "url"; id: string; url: string } | { by: "id"; id: string } | { by: "ref"; ref: string };
export interface Relation {
  type: RelationType;
  pointer: string;
  named: Named;
}

/** The relations of a document, or the pointer of one that cannot name a document. */
export function relationsOf(input: DocumentInput): Relation[] | { pointer: string; detail: string } {
  const out: Relation[] = [];
  for (const type of relationTypes) {
    const value = input[FIELDS[type]];
    if (value === undefined) continue;
    const pointer = `/${FIELDS[type]}`;
    const url = canonicalUrl(value);
    const id = url && idOfUrl(url);
    if (url && id) out.push({ type, pointer, named: { by: "url", id, url } });
    else if (isId("d", value)) out.push({ type, pointer, named: { by: "id", id: value } });
    else if (/^(https?|javascript|data|vbscript|file|blob|about):/i.test(value))
      return { pointer, detail: "must be a ref, an id or a full http or https address" };
    else if (value.length > 200) return { pointer, detail: "is too long for a ref (200 characters)" };
    else out.push({ type, pointer, named: { by: "ref", ref: value } });
  }
  return out;
}

/** The relation that places a document in a share tree: a repost, else a quote. A reply is no share. */
export function shareOf<T extends { type: string }>(relations: readonly T[]): T | null {
  return relations.find((r) => r.type === "repost") ?? relations.find((r) => r.type === "quote") ?? null;
}
