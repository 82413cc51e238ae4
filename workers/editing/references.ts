/** Finds the documents that people name by id, ref or URL. */
import { isId } from "../../shared/model/id.ts";
import { aliasKey, idOfUrl } from "../../shared/model/identity.ts";
import { canonicalUrl } from "../../shared/url.ts";
import type { Db } from "../store/d1.ts";
import { documentOf, type StoredDocument, selectAliased, selectDocuments, targetsOf } from "../store/documents/documents.ts";

/** The alias keys of an id, ref or URL: refs first, then URLs. */
export function keysOf(name: string): string[] {
  const url = canonicalUrl(name);
  return [aliasKey("ref", name), ...(url ? [aliasKey("url", url)] : [])];
}

/** The id that each name means, whether the document is stored or not; null if it names no document. One call. */
async function idsOf(db: Db, names: string[]): Promise<Map<string, string | null>> {
  const open = names.filter((name) => !isId("d", name));
  const [aliased = []] = open.length ? await db.batch([selectAliased(db, open.flatMap(keysOf))]) : [];
  const alias = targetsOf(aliased);
  return new Map(
    names.map((name) => {
      if (isId("d", name)) return [name, name];
      const target = keysOf(name).flatMap((key) => alias.get(key) ?? [])[0];
      if (target) return [name, target.startsWith("d") ? target : null];
      const url = canonicalUrl(name);
      return [name, url ? idOfUrl(url) : null];
    }),
  );
}
/** The documents that names mean, by name, and the ids of those that are not stored. A resolved placeholder stands for its document. */
export async function findDocuments(
  db: Db,
  names: string[],
): Promise<{ documents: Map<string, StoredDocument>; ids: Map<string, string | null> }> {
  const ids = await idsOf(db, [...new Set(names)]);
  const read = async (wanted: string[]) =>
    wanted.length ? ((await db.batch([selectDocuments(db, wanted)]))[0] ?? []).map(documentOf) : [];
  const found = await read([...ids.values()].flatMap((id) => id ?? []));
  const resolved = await read(found.flatMap((d) => d.resolvedId ?? []));
  const byId = new Map([...found, ...resolved].map((d) => [d.id, d]));
  const documents = new Map<string, StoredDocument>();
  for (const [name, id] of ids) {
    const document = id ? byId.get(id) : undefined;
    const best = document?.resolvedId ? (byId.get(document.resolvedId) ?? document) : document;
    if (best) documents.set(name, best);
  }
  return { documents, ids };
}
