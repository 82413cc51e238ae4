/** The one place that finds things by whatever names them: an id, the caller's ref, or an address. */
import * as z from "zod";
import { Id } from "../../shared/model/fields.ts";
import { aliasKey, idOfUrl } from "../../shared/model/identity.ts";
import { canonicalUrl } from "../../shared/url.ts";
import type { Db } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectAliased, selectDocument } from "../store/documents/documents.ts";
import { Problem } from "./problem.ts";

export const ClaimParams = z.strictObject({
  id: z.string().min(1).max(2048).describe("id, ref or page address of a claim, percent-encoded"),
});
export const DocumentParams = z.strictObject({
  id: z.string().min(1).max(2048).describe("id, ref or URL of a document, percent-encoded"),
});

/** The id in the address of a page of this instance: /c/ID of a claim, /d/ID of a document. */
const PAGE = /^https?:\/\/[^/?#]+\/(?:c|d|embed)\/([cd][0-9a-z]{26})(?:[./?#]|$)/;

/** The id of the claim that an id, a ref or the address of its page names, whether the claim exists or not. Throws a 404 for a ref that no claim has. */
export async function claimIdNamed(db: Db, name: string): Promise<string> {
  const id = PAGE.exec(name)?.[1] ?? name;
  if (Id.safeParse(id).success && id.startsWith("c")) return id;
  const [rows = []] = await db.batch([selectAliased(db, [aliasKey("ref", name)])]);
  const target = String(rows[0]?.target ?? "");
  if (target.startsWith("c")) return target;
  throw new Problem("not-found", "No claim has this id or ref.");
}

/** The document that an id, a ref, its URL or the address of its page names. Throws a 404 if there is none. */
export async function documentNamed(db: Db, name: string): Promise<StoredDocument> {
  const id = PAGE.exec(name)?.[1] ?? name;
  const url = canonicalUrl(name);
  const isId = Id.safeParse(id).success;
  // An id is looked up by itself, which reads one row.
  const keys = isId ? [] : [aliasKey("ref", name), ...(url ? [aliasKey("url", url)] : [])];
  const [rows = []] = await db.batch([selectDocument(db, isId ? id : (url && idOfUrl(url)) || "", keys)]);
  const row = rows[0];
  if (!row) throw new Problem("not-found", "No document has this id, ref or URL.");
  return documentOf(row);
}
