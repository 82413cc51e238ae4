/** The Wayback Machine: its requests and answers. Another archive with the same interface may be used instead. */

import { isObject } from "../../../shared/json-object.ts";
import type { Answer, SourceRequest } from "../adapter.ts";
import { readJson } from "./json.ts";

/** Maximum number of captures that are read, each with other content than the one before. */
const MAX_CAPTURES = 5;
/** A capture not older than a day serves as well as a new one. */
const FRESH = "1d";

/** Its index of a page's captures, earliest first. */
export function capturesRequest(archive: string, url: string): SourceRequest {
  const parameters = { url, output: "json", fl: "timestamp", filter: "statuscode:200", collapse: "digest", limit: String(MAX_CAPTURES) };
  return { url: `${archive}/cdx/search/cdx?${new URLSearchParams(parameters)}`, expects: "json" };
}
/** The captures that the index mentions, as it writes their times; null if it cannot be read. */
export function capturesOf(answer: Answer): string[] | null {
  const rows = readJson(answer.text)?.value;
  return Array.isArray(rows) ? rows.flatMap((row) => (Array.isArray(row) && /^\d{14}$/.test(row[0]) ? [row[0]] : [])) : null;
}

/** Requests the first of these captures as it was captured, without the archive's own bar; the others come back with the answer. */
export function captureRequest(archive: string, [first, ...others]: string[], url: string): SourceRequest {
  return { url: `${archive}/web/${first}id_/${url}`, expects: "html", step: others.join(" ") };
}
/** When the answer was captured (ms), and where people see it; null for no capture of the past. An archive redirects to its nearest capture. */
export function capturedAt({ url, at }: Answer): { at: number; url: string } | null {
  // The first time in the address is the archive's: the page's own address may contain one, too.
  const [, before, y, mo, d, h, mi, s, after] = /^(.*?\/web\/)(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:id_)?(\/.+)$/.exec(url) ?? [];
  const captured = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s), 999);
  return captured <= at ? { at: captured, url: `${before}${y}${mo}${d}${h}${mi}${s}${after}` } : null;
}

/** Requests a capture of a page now. `login`: "key:secret" of an account. */
export function saveRequest(archive: string, url: string, login: string): SourceRequest {
  return {
    url: `${archive}/save/`,
    expects: "json",
    headers: { accept: "application/json", authorization: `LOW ${login}` },
    body: { type: "application/x-www-form-urlencoded", text: String(new URLSearchParams({ url, if_not_archived_within: FRESH })) },
  };
}
/** Why the archive will not capture the page; null if it will. A refusal may have status 200. */
export function saveRefusal(answer: Answer): string | null {
  const said = readJson(answer.text)?.value;
  if (!isObject(said)) return "its answer cannot be read";
  return said["job_id"] ? null : String(said["message"] ?? said["status_ext"] ?? "it named no job");
}
