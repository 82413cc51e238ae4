/** Checks whether an answer has the expected kind of content. */
import type { SourceRequest } from "../adapter.ts";

const XML = /^(?:application|text)\/(?:[\w.-]+\+)?xml$/;
const JSON_TYPE = /^(?:application|text)\/(?:[\w.-]+\+)?json$/;

/** Accepted media types, by the expected kind. Servers often label feeds and JSON as text or HTML; `wrongContent` then checks the text itself. */
const TYPES: Record<SourceRequest["expects"], (type: string) => boolean> = {
  html: (type) => type === "text/html" || type === "application/xhtml+xml" || type === PDF,
  feed: (type) => XML.test(type) || JSON_TYPE.test(type) || type === "text/html" || type === "text/plain" || type === UNKNOWN,
  json: (type) => JSON_TYPE.test(type) || type === "text/plain" || type === "application/javascript" || type === "text/javascript",
  text: (type) => type.startsWith("text/") || JSON_TYPE.test(type) || XML.test(type) || type === UNKNOWN || TABLES.has(type),
};
export const PDF = "application/pdf";
const UNKNOWN = "application/octet-stream";
const TABLES = new Set(["application/csv", "application/x-ndjson", "application/ndjson", "application/jsonl"]);

/** For the Accept header. */
export const ACCEPT: Record<SourceRequest["expects"], string> = {
  html: "text/html, application/xhtml+xml;q=0.9, application/pdf;q=0.8",
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1",
  json: "application/json, */*;q=0.1",
  text: "text/plain, */*;q=0.1",
};

/** The type of a Content-Type header, lower case, without parameters; null if there is none. Of several the last counts (WHATWG Fetch). */
export function typeOf(contentType: string | null): string | null {
  const last = (contentType ?? "").slice(0, 500).split(",").at(-1) ?? "";
  return last.split(";")[0]?.trim().toLowerCase() || null;
}

/** Why an answer of this type is not read; null if it is. An answer without a type is read. */
export function wrongType(contentType: string | null, expects: SourceRequest["expects"]): string | null {
  const type = typeOf(contentType);
  return type === null || TYPES[expects](type) ? null : `${type.slice(0, 60)} instead of ${expects}`;
}

/** Encodings that the platform decompresses; a body with another one would be noise. */
const ENCODINGS = /^(?:identity|gzip|x-gzip|br)?$/;

const TRANSFERS = /^(?:identity|chunked)?$/;

/** Why the body's encoding cannot be read; null if it can. workerd passes on a body with an unknown Transfer-Encoding unchanged. */
export function wrongEncoding(headers: Headers): string | null {
  const content = (headers.get("content-encoding") ?? "").trim().toLowerCase();
  const transfer = (headers.get("transfer-encoding") ?? "").trim().toLowerCase();
  if (ENCODINGS.test(content) && TRANSFERS.test(transfer)) return null;
  return `encoded as ${(TRANSFERS.test(transfer) ? content : transfer).slice(0, 60)}`;
}

/** Length of the resource header of WHATWG MIME Sniffing, in which the kind of a text is looked for. */
const RESOURCE_HEADER = 1445;

/** Why a decoded text is not of the expected kind; null if it may be. */
export function wrongContent(text: string, contentType: string | null, expects: SourceRequest["expects"]): string | null {
  const head = text.slice(0, RESOURCE_HEADER);
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(head) && /\0|^(?:%PDF|PK\x03\x04|GIF8|\ufffd?PNG|\x1f)/.test(head)) return "no text";
  if (expects === "text") return null;
  const start = head.trimStart();
  if (start === "") return "nothing in it";
  const page = /^(?:<!--(?:(?!-->)[\s\S]){0,500}-->\s*)*<(?:!doctype html|html)\b/i.test(start);
  const type = typeOf(contentType);
  if (expects === "feed" && page && (type === null || !XML.test(type) || !/<rss|<feed|<rdf/i.test(head))) return "a page instead of a feed";
  if (expects === "json" && start.startsWith("<")) return "a page instead of JSON";
  return null;
}
