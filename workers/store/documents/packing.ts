/** Pages as they came in, compressed. They are only read again; what is searched and compared is the text that was read from them. */
import type { TextRow } from "./texts.ts";

/** Shorter pages are stored as they are (UTF-16 units). */
const MIN_PACKED = 2_000;
/** Bytes of one call to String.fromCharCode. */
const CHUNK = 8_192;

const through = async (bytes: BodyInit, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> =>
  new Uint8Array(await new Response(new Response(bytes).body?.pipeThrough(stream)).arrayBuffer());

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}

/** A text as it is stored. */
export async function packed(text: TextRow): Promise<TextRow> {
  if (!text.isPage || text.body.length < MIN_PACKED) return text;
  const bytes = await through(text.body, new CompressionStream("gzip"));
  return { ...text, body: base64(bytes), packed: text.body.length };
}

/** The body of a row with `body` and `packed`. */
export async function bodyOf(row: { body?: unknown; packed?: unknown }): Promise<string> {
  const body = String(row.body);
  if (typeof row.packed !== "number") return body;
  const bytes = await through(
    Uint8Array.from(atob(body), (char) => char.charCodeAt(0)),
    new DecompressionStream("gzip"),
  );
  return new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes);
}
