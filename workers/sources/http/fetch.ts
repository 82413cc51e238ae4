/** The only fetch of Whence. It gives a source's answer, or a named outcome if there was none. */
import { MAX_HTML } from "../../../shared/model/document.ts";
import { MAX_PDF, pageOfPdf } from "../../../shared/pdf/index.ts";
import type { Answer, SourceRequest } from "../adapter.ts";
import { blockPage } from "./blockpage.ts";
import { bytesUpTo } from "./body.ts";
import { decodeText } from "./charset.ts";
import { ACCEPT, PDF, typeOf, wrongContent, wrongEncoding, wrongType } from "./content.ts";
import type { Outcome } from "./outcome.ts";
import { type AddressRules, badAddress } from "./policy.ts";
import { PRODUCT } from "./robots.ts";
import { outcomeOfStatus } from "./status.ts";

export interface FetchOptions {
  /** The result of `userAgent`: without a contact nothing is fetched. */
  userAgent: string;
  /** Validators of the stored copy, from an earlier outcome; they make the request conditional. */
  etag?: string | null;
  lastModified?: string | null;
  /** Deadline in ms for everything together: connections, redirects, headers and the body. */
  deadline?: number;
  /** Maximum size of the decompressed body, in bytes. */
  maxBytes?: number;
  /** A longer body is cut there instead of being `too_large`. */
  cut?: boolean;
  addresses?: AddressRules;
  /**
   * Called before every request, redirects included: null, or why the request must not be made (robots.txt, politeness). `fetchSource` throws
   * whatever it throws.
   */
  mayVisit?(url: string): Promise<string | null>;
  /** The clock, ms. */
  now?(): number;
}
type Ended = Outcome extends infer O ? (O extends unknown ? Omit<O, "ms"> : never) : never;

const DEADLINE = 10_000;
const MAX_BYTES = 2_000_000;
const MAX_REDIRECTS = 5;
/** Maximum size of the answer to a refused request, in bytes: a longer one is not read as JSON. */
const MAX_SAID = 8_000;

/**
 * The User-Agent of a crawler that can be reached: `Whence/0.1 (+mailto:desk@paper.example)`. The contact (the variable CONTACT) is a mail
 * address, with or without `mailto:`, or the https URL of a page about the crawler; null if it is neither: then nothing may be crawled.
 */
export function userAgent(contact: string | undefined): string | null {
  const given = contact?.trim() ?? "";
  if (!/^[\x21-\x7e]{3,200}$/.test(given) || /[()\\<>"]/.test(given)) return null;
  if (/^https?:\/\/[^/]+\.[^/]+/i.test(given)) return `${PRODUCT}/0.1 (+${given})`;
  const mail = given.replace(/^mailto:/i, "");
  return /^[^@:/]+@[^@:/]+\.[^@:/.]+$/.test(mail) ? `${PRODUCT}/0.1 (+mailto:${mail})` : null;
}

/**
 * Makes one request, follows up to five redirects itself, and gives the outcome. It never throws because of the other side: whatever that
 * sends, however slowly and however much, only decides the outcome. Cookies are neither stored nor sent; an adapter's own headers are sent
 * only to the origin that they are for.
 */
export async function fetchSource(request: SourceRequest, options: FetchOptions): Promise<Outcome> {
  const now = options.now ?? Date.now;
  const started = now();
  const stop = new AbortController();
  const { promise: late, resolve } = Promise.withResolvers<Ended>();
  const timer = setTimeout(() => {
    // The outcome is set first, so that errors caused by the abort are not taken for the other side's.
    resolve({ kind: "timed_out" });
    stop.abort();
  }, options.deadline ?? DEADLINE);
  try {
    const ended = await Promise.race([visit(request, options, stop.signal, now), late]);
    return { ...ended, ms: Math.max(0, now() - started) };
  } finally {
    clearTimeout(timer);
  }
}

interface Hop {
  url: string;
  method: "GET" | "POST";
  /** False after a redirect to another origin, which must not get the adapter's headers and body. */
  home: boolean;
}

async function visit(request: SourceRequest, options: FetchOptions, signal: AbortSignal, now: () => number): Promise<Ended> {
  if (!/ \(\+(?:mailto|https?):[^()]+\)$/.test(options.userAgent)) return { kind: "failed", status: null, why: "no contact is configured" };
  let hop: Hop = { url: request.url, method: request.body ? "POST" : "GET", home: true };
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const bad = badAddress(hop.url, options.addresses);
    if (bad !== null) return { kind: "bad_address", why: redirects === 0 ? bad : `a redirect to ${hop.url.slice(0, 200)}: ${bad}` };
    const url = withoutFragment(hop.url);
    const forbidden = (await options.mayVisit?.(url)) ?? null;
    if (forbidden !== null) return { kind: "robots", why: forbidden };
    let response: Response;
    try {
      response = await fetch(url, init(request, options, hop, signal));
    } catch {
      // workerd has many messages for this, also for D1's errors, some with internal references: they are neither shown nor parsed.
      return { kind: "failed", status: null, why: "no connection, or no answer that is HTTP" };
    }
    try {
      const next = redirected(response, hop, url);
      if (next === null) return await answered(response, url, request, options, now);
      if ("kind" in next) return next;
      hop = next;
    } finally {
      // The unread body is dropped, so that its connection closes before the next hop opens one: a Worker has only six.
      response.body?.cancel().catch(() => {});
    }
  }
  return { kind: "failed", status: null, why: `more than ${MAX_REDIRECTS} redirects` };
}

function withoutFragment(raw: string): string {
  const url = new URL(raw);
  url.hash = "";
  return url.href;
}

/** Headers that only this file may set. */
const OURS = new Set(["user-agent", "cookie", "host", "via", "x-forwarded-for", "if-none-match", "if-modified-since", "content-length"]);

function init(request: SourceRequest, options: FetchOptions, { method, home }: Hop, signal: AbortSignal): RequestInit {
  const headers = new Headers({ accept: ACCEPT[request.expects], "accept-encoding": "gzip, br" });
  for (const [name, value] of Object.entries((home && request.headers) || {})) if (!OURS.has(name.toLowerCase())) headers.set(name, value);
  headers.set("user-agent", options.userAgent);
  if (options.etag) headers.set("if-none-match", options.etag);
  if (options.lastModified) headers.set("if-modified-since", options.lastModified);
  if (method === "POST" && request.body) headers.set("content-type", request.body.type);
  return { method, headers, redirect: "manual", signal, ...(method === "POST" && request.body && { body: request.body.text }) };
}

/** The target of a redirect; null if the answer is none. */
function redirected({ status, headers }: Response, { method, home }: Hop, url: string): Hop | Ended | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const to = headers.get("location");
  if (!to || !URL.canParse(to, url)) return { kind: "failed", status, why: "a redirect to nowhere" };
  const next = new URL(to, url);
  const same = next.origin === new URL(url).origin;
  const keeps = method === "POST" && (status === 307 || status === 308);
  if (keeps && !same) return { kind: "failed", status, why: "a redirect of what was sent to another origin" };
  return { url: next.href, method: keeps ? "POST" : "GET", home: home && same };
}

async function answered(response: Response, url: string, request: SourceRequest, options: FetchOptions, now: () => number): Promise<Ended> {
  const { status, headers } = response;
  const ended = outcomeOfStatus(status, headers, now(), Boolean(options.etag || options.lastModified));
  if (ended) return "why" in ended && request.expects === "json" ? { ...ended, why: ended.why + (await saidBy(response)) } : ended;
  const contentType = headers.get("content-type");
  const encoding = headers.get("content-encoding");
  const wrong = wrongType(contentType, request.expects) ?? wrongEncoding(headers);
  if (wrong !== null) return { kind: "bad_content", why: wrong };
  const isOfPdf = request.expects === "html" && typeOf(contentType) === PDF;
  const limit = isOfPdf
    ? MAX_PDF
    : Math.min(options.maxBytes ?? MAX_BYTES, request.expects === "html" ? MAX_HTML : Number.POSITIVE_INFINITY);
  // A decompressed body is at least as long as its compressed form.
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (length > limit && !options.cut) return { kind: "too_large" };
  const body = await read(response, limit, options.cut ?? false);
  if (!("bytes" in body)) return body;
  // workerd notices this itself; a proxy on the way, or the fetch of another runtime, may not.
  if (!encoding && body.whole && body.bytes.length < length) return ENDS_EARLY;
  const page = isOfPdf ? pageOfPdf(body.bytes) : { html: decodeText(body.bytes, contentType) };
  if ("why" in page) return { kind: "bad_content", why: `the PDF ${page.why}` };
  const text = page.html;
  if (request.expects === "html" && longerThan(text, MAX_HTML)) return { kind: "too_large" };
  const isMarkup = /^\s*</.test(text) && (typeOf(contentType)?.includes("html") ?? true);
  const wall = isMarkup ? blockPage(text) : null;
  if (wall !== null) return { kind: "refused", status, why: wall };
  const unfit = wrongContent(text, contentType, request.expects);
  if (unfit !== null) return { kind: "bad_content", why: unfit };
  const { "set-cookie": _, ...kept } = Object.fromEntries(headers);
  const answer: Answer = { request, url, contentType, headers: kept, text, at: now() };
  return { kind: "ok", answer, etag: headers.get("etag"), lastModified: headers.get("last-modified") };
}

/** What an API says against a request, to follow the reason: ": Validation failed"; "" if it says nothing in JSON. */
async function saidBy({ body }: Response): Promise<string> {
  try {
    const { bytes } = await bytesUpTo(body, MAX_SAID);
    const { message, error } = JSON.parse(new TextDecoder().decode(bytes));
    const said = [message, error?.message, error].find((one) => typeof one === "string");
    return said ? `: ${said.slice(0, 200)}` : "";
  } catch {
    return "";
  }
}

const ENDS_EARLY: Ended = { kind: "bad_content", why: "the body ends early, or cannot be unpacked" };

/** Reads the body up to the limit; a longer one is an outcome, unless it may be cut. */
async function read({ body }: Response, limit: number, cut: boolean): Promise<{ bytes: Uint8Array; whole: boolean } | Ended> {
  try {
    const taken = await bytesUpTo(body, limit);
    return taken.whole || cut ? taken : { kind: "too_large" };
  } catch {
    return ENDS_EARLY;
  } finally {
    body?.cancel().catch(() => {});
  }
}

/** Whether a text is longer than the limit in UTF-8 bytes: pages in other charsets grow when they are decoded. */
function longerThan(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}
