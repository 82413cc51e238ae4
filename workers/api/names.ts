/** The one place that finds claims and documents by any of their names: an id, the caller's ref, or an address. */
import * as z from "zod";
import { ClaimName, DocumentName, Id } from "../../shared/model/fields.ts";
import { aliasKey, idOfUrl } from "../../shared/model/identity.ts";
import { canonicalUrl } from "../../shared/url.ts";
import type { Db } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectAliased, selectDocument } from "../store/documents/documents.ts";
import { Problem } from "./problem.ts";

export const ClaimParams = z.strictObject({ id: ClaimName });
export const DocumentParams = z.strictObject({ id: DocumentName });

/** The id of the claim that a `ClaimName` names, whether the claim exists or not. Throws a 404 for a ref that no claim has. */
export async function claimIdNamed(db: Db, name: string): Promise<string> {
  if (Id.safeParse(name).success && name.startsWith("c")) return name;
  const row = await db.first(selectAliased(db, [aliasKey("ref", name)]));
  const target = String(row?.target ?? "");
  if (target.startsWith("c")) return target;
  throw new Problem("not-found", "No claim has this id or ref.");
}

/** The document that a `DocumentName` names. Throws a 404 if there is none. */
export async function documentNamed(db: Db, name: string): Promise<StoredDocument> {
  const url = canonicalUrl(name);
  const isId = Id.safeParse(name).success;
  // A lookup by id reads only one row.
  const keys = isId ? [] : [aliasKey("ref", name), ...(url ? [aliasKey("url", url)] : [])];
  const row = await db.first(selectDocument(db, isId ? name : (url && idOfUrl(url)) || "", keys));
  if (!row) throw new Problem("not-found", "No document has this id, ref or URL.");
  return documentOf(row);
}

/** The id of the claim or document with a name. Other ids (of suggestions) are returned unchanged. Throws a 404 if nothing has the name. */
export async function idNamed(db: Db, name: string): Promise<string> {
  if (/^(e:|[a-z][0-9a-z]{26}$)/.test(name)) return name;
  const orNull = (error: unknown) => {
    if (error instanceof Problem) return null;
    throw error;
  };
  const id = (await claimIdNamed(db, name).catch(orNull)) ?? (await documentNamed(db, name).catch(orNull))?.id;
  if (id === undefined) throw new Problem("not-found", "No claim or document has this id, ref or URL.");
  return id;
}
