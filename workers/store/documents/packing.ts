/**
 * Stores pages as they came in, compressed, and in an R2 bucket if one is bound. Pages are only needed to read them again; searches and
 * comparisons use the text that was read from them.
 */

import { Buffer } from "node:buffer";
import type { R2Bucket } from "@cloudflare/workers-types";
import { bytesOfBase64 } from "../../../shared/base64.ts";
import { type Db, insertSql, type Row } from "../d1.ts";
import type { TextRow } from "./texts.ts";

/** Shorter pages are stored as they are (UTF-16 units). */
const MIN_PACKED = 2_000;
/** Number of bytes per call of String.fromCharCode. */
const CHUNK = 8_192;
/** Maximum size of a compressed page that is stored as bytes: its hexadecimal digits go to and from D1 as one value. */
const MAX_BYTES = 900_000;
/** SQL of the stored bytes of a text named t, as `bodyOf` needs them. */
export const PAGE = "hex(t.page) AS page";

let bucket: R2Bucket | null = null;
/** Takes the binding, which is the same in all invocations. */
export function configurePages({ PAGES }: { PAGES?: R2Bucket }): void {
  bucket = PAGES ?? null;
}

const through = async (bytes: BodyInit, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Response(bytes).body?.pipeThrough(stream)).arrayBuffer());

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

/** A text as base64 of gzip. */
export const zip = async (text: string): Promise<string> => base64(await through(text, new CompressionStream("gzip")));

const textOf = async (zipped: Uint8Array<ArrayBuffer>): Promise<string> =>
  new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(await through(zipped, new DecompressionStream("gzip")));

/** The text that `zip` packed. */
export const unzip = (zipped: string): Promise<string> => textOf(bytesOfBase64(zipped));

/** A compressed page as its row has it: as bytes, which are given in hexadecimal; a very large one as base64. */
export const bytesInRow = (bytes: Uint8Array): { body: string; page: string | null } =>
  bytes.length > MAX_BYTES ? { body: base64(bytes), page: null } : { body: "", page: Buffer.from(bytes).toString("hex") };

/**
 * A text in its stored form, and a function that puts its page into the bucket. Every put has a key of its own, so deleting one page never deletes
 * another.
 */
export async function packed(text: TextRow): Promise<{ row: TextRow; put: (() => Promise<unknown>) | null }> {
  if (!text.isPage || text.body.length < MIN_PACKED) return { row: text, put: null };
  const bytes = await through(text.body, new CompressionStream("gzip"));
  const row = { ...text, packed: text.body.length };
  const into = bucket;
  if (!into) return { row: { ...row, ...bytesInRow(bytes) }, put: null };
  const object = `${text.id}/${crypto.randomUUID()}`;
  return { row: { ...row, body: "", object }, put: () => into.put(object, bytes) };
}

/** The compressed body of a row, from the row or the bucket. Throws if the bucket does not have it. */
async function zippedBody({ body, page, object }: Row): Promise<Uint8Array<ArrayBuffer>> {
  if (page) return Uint8Array.from(Buffer.from(String(page), "hex"));
  if (typeof object !== "string") return bytesOfBase64(String(body));
  const found = await bucket?.get(object);
  if (!found) throw new Error(`the bucket of pages does not have ${object}`);
  return new Uint8Array(await found.arrayBuffer());
}
/** The compressed body of a row as base64, wherever it is. */
export const packedBody = async (row: Row): Promise<string> => base64(await zippedBody(row));
/** The body of a row with `body`, `packed`, `page` and `object`. */
export async function bodyOf(row: Row): Promise<string> {
  return typeof row.packed === "number" ? textOf(await zippedBody(row)) : String(row.body);
}

/** Records objects before they are put, so that they are deleted if no text comes to name them. */
export function insertUnnamed(db: Db, objects: string[], dueAt: number) {
  return db.statement(
    insertSql("unnamed_page", ["object", "due_at"], "DO NOTHING"),
    objects.map((object) => [object, dueAt]),
  );
}
/** Keeps the objects that these texts name. Must come after the texts. */
export function keepNamed(db: Db, textIds: string[]) {
  return db.statement(
    "DELETE FROM unnamed_page WHERE object IN (SELECT t.object FROM json_each(?1) j JOIN text t ON t.id = j.value)",
    textIds,
  );
}
/** Records the objects of texts that will be deleted. Must come before the deletion. */
export function unnamePages(db: Db, textIds: string[], now: number) {
  return db.statement(
    `INSERT INTO unnamed_page (object, due_at) SELECT t.object, ?2 FROM json_each(?1) j JOIN text t ON t.id = j.value
     WHERE t.object IS NOT NULL ON CONFLICT DO NOTHING`,
    textIds,
    now,
  );
}
/** Forgets objects that are deleted from the bucket. */
export function deleteUnnamed(db: Db, objects: string[]) {
  return db.statement("DELETE FROM unnamed_page WHERE object IN (SELECT value FROM json_each(?1))", objects);
}
/** Maximum number of objects per call to the bucket. */
const MAX_OBJECTS = 500;
/** The objects that no text names and that are due to be deleted: (object). */
export function selectUnnamed(db: Db, now: number) {
  return db.statement(`SELECT object FROM unnamed_page WHERE due_at <= ?1 LIMIT ${MAX_OBJECTS}`, now);
}
/** Deletes objects from the bucket. False if none is bound. */
export async function deletePages(objects: string[]): Promise<boolean> {
  if (!bucket) return false;
  await bucket.delete(objects);
  return true;
}
