/**
 * robots.txt by RFC 9309. Our own matcher: robots-parser 3.0.1 forbids /robots.txt itself under `Disallow: /` against §2.2.2 (measured). It also
 * lacks the meaning of each status, the size limits, and rules in a form that can be stored as JSON.
 */
import type { SourceRequest } from "../adapter.ts";
import type { Outcome } from "./outcome.ts";

/** The name by which a robots.txt addresses us, and with which our User-Agent begins. */
export const PRODUCT = "Whence";

/** How many bytes of a robots.txt must be read (RFC 9309 §2.5); the rest may be ignored. In the form of an option of `fetchSource`. */
export const ROBOTS_LIMIT = { maxBytes: 512_000, cut: true };

/** How long a robots.txt may be used before it is fetched again, ms (§2.4). */
export const ROBOTS_AGE = 24 * 3600 * 1000;

/** Longest line, as in Google's parser: eight times 2,083 (the longest URL of Internet Explorer), less one for the end of a C string. */
const MAX_LINE = 16_663;

interface Rule {
  allow: boolean;
  /** Normalised: percent-encoded except for unreserved characters; `*` and a last `$` are special. */
  pattern: string;
}
/** The rules of one agent, merged from all its groups. */
interface Group {
  /** The agent in lower case; `*` for all agents without a group of their own. */
  agent: string;
  rules: Rule[];
  /** Crawl-delay in seconds; not in the RFC, but widely used. */
  delay: number | null;
}
export interface Robots {
  /** A verdict for all addresses; null if the groups decide. */
  all: "allow" | "forbid" | null;
  /** The reason for `all`: what was found instead of rules. */
  why: string;
  groups: Group[];
}

/** The request for the robots.txt of a URL's host, scheme and port. */
export function robotsRequest(url: string): SourceRequest {
  return { url: URL.canParse("/robots.txt", url) ? new URL("/robots.txt", url).href : url, expects: "text" };
}

/**
 * What an answer to `robotsAsk` means (§2.3.1): 2xx is read; 4xx and too many redirects allow everything; a server error, no connection, 429,
 * or an answer that is no robots.txt forbid everything until it can be read. Null for 304: the stored rules are still valid.
 */
export function robotsOf(outcome: Outcome): Robots | null {
  switch (outcome.kind) {
    case "ok":
      return readRobots(outcome.answer.text);
    case "not_modified":
      return null;
    case "gone":
      return without("allow", `robots.txt answers ${outcome.status}`);
    case "refused":
      // A page that only blocks also has status 200: no robots.txt was read, and the host does not want us.
      return outcome.status >= 400 ? without("allow", `robots.txt answers ${outcome.status}`) : without("forbid", outcome.why);
    case "failed":
      return outcome.status !== null && outcome.status >= 300 && outcome.status < 500
        ? without("allow", `robots.txt answers ${outcome.status}`)
        : without("forbid", `robots.txt cannot be read: ${outcome.why}`);
    case "throttled":
      return without("forbid", `robots.txt answers ${outcome.status}`);
    case "bad_content":
    case "bad_address":
    case "robots":
      return without("forbid", `robots.txt cannot be read: ${outcome.why}`);
    case "timed_out":
    case "too_large":
      return without("forbid", `robots.txt cannot be read: ${outcome.kind === "timed_out" ? "no answer in time" : "too large"}`);
  }
}
function without(all: "allow" | "forbid", why: string): Robots {
  return { all, why, groups: [] };
}

/** Directives, with the misspellings that Google's parser accepts for them. */
const AGENT = /^user[ -]?agent$/;
const ALLOW = /^allow$/;
const DISALLOW = /^(?:dis+al+ow|diasllow|disallaw)$/;
const DELAY = /^crawl-?delay$/;

/** The groups of a robots.txt. Lines that are not rules are ignored and do not end a group (§2.2.4). Never throws. */
export function readRobots(text: string): Robots {
  const groups = new Map<string, Group>();
  /** The groups to which the next rule belongs. */
  let current: Group[] = [];
  let ruled = false;
  // A BOM, or what a broken one decodes to.
  const body = text.slice(0, ROBOTS_LIMIT.maxBytes).replace(/^\ufeff?\ufffd?/, "");
  for (const line of body.split(/\r\n|\n|\r/)) {
    const record = recordOf(line.slice(0, MAX_LINE));
    if (!record) continue;
    const { name, value } = record;
    if (AGENT.test(name)) {
      if (ruled) current = [];
      ruled = false;
      const agent = /^\*(?:\s|$)/.test(value) ? "*" : (/^[a-z_-]+/i.exec(value)?.[0].toLowerCase() ?? "");
      const group = groups.get(agent) ?? { agent, rules: [], delay: null };
      if (agent) groups.set(agent, group);
      current.push(group);
    } else if (ALLOW.test(name) || DISALLOW.test(name)) {
      ruled = true;
      // An empty value is no rule at all.
      if (value) for (const group of current) group.rules.push({ allow: ALLOW.test(name), pattern: normalPattern(value) });
    } else if (DELAY.test(name) && /^\d{1,9}(?:\.\d{0,9})?$/.test(value)) {
      for (const group of current) group.delay = Math.max(group.delay ?? 0, Number(value));
    }
  }
  return { all: null, why: "", groups: [...groups.values()] };
}

/** Name and value of a line. A missing colon is taken as meant when the line has just two words, as Google's parser does. */
function recordOf(line: string): { name: string; value: string } | null {
  // Only the file may begin with a BOM, and `trim` would remove one as white space.
  if (line.startsWith("\ufeff")) return null;
  const hash = line.indexOf("#");
  const text = (hash < 0 ? line : line.slice(0, hash)).trim();
  const colon = text.indexOf(":");
  if (colon > 0) return { name: text.slice(0, colon).trim().toLowerCase(), value: text.slice(colon + 1).trim() };
  const words = colon < 0 ? text.split(/\s+/, 3) : [];
  return words.length === 2 ? { name: (words[0] ?? "").toLowerCase(), value: words[1] ?? "" } : null;
}

function groupOf(robots: Robots, agent: string): Group | undefined {
  const token = agent.toLowerCase();
  return robots.groups.find((group) => group.agent === token) ?? robots.groups.find((group) => group.agent === "*");
}

/**
 * Why `agent` (a product token) may not fetch a URL; null if it may. The longest pattern that matches decides, `Allow` among equals
 * (§2.2.2); /robots.txt itself is always allowed.
 */
export function robotsRefusal(robots: Robots, agent: string, url: string): string | null {
  const path = pathOf(url);
  if (path === "/robots.txt" || robots.all === "allow") return null;
  if (robots.all === "forbid") return robots.why;
  let best: Rule | null = null;
  for (const rule of groupOf(robots, agent)?.rules ?? []) {
    const longer = rule.pattern.length - (best?.pattern.length ?? -1);
    if ((longer > 0 || (longer === 0 && rule.allow)) && matches(rule.pattern, path)) best = rule;
  }
  return best === null || best.allow ? null : `robots.txt says Disallow: ${best.pattern.slice(0, 200)}`;
}

/** The Crawl-delay that a host asks of `agent`, in seconds; null if it asks for none. */
export function crawlDelay(robots: Robots, agent: string): number | null {
  return groupOf(robots, agent)?.delay ?? null;
}

/** Path and query of a URL, normalised like the patterns; "/" for an invalid URL. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return "/";
  const { pathname, search } = new URL(url);
  return normal(pathname + search)
    .replaceAll("*", "%2A")
    .replaceAll("$", "%24");
}
function normalPattern(raw: string): string {
  const anchored = raw.endsWith("$");
  return normal(anchored ? raw.slice(0, -1) : raw).replaceAll("$", "%24") + (anchored ? "$" : "");
}
/** One spelling of a path: characters beyond ASCII percent-encoded as UTF-8, unreserved characters decoded (§2.2.2, RFC 3986 §6.2.2). */
function normal(path: string): string {
  return path.replace(/%([0-9a-f]{2})|[^\w\-.~!$&'()*+,;=:@/?%[\]]+/gi, (all: string, hex: string | undefined) => {
    if (hex === undefined) return encodeURIComponent(all.toWellFormed());
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w\-.~]/.test(character) ? character : all.toUpperCase();
  });
}

/** Whether a pattern matches from the start of the path. Pieces between `*` match at their first place, without backtracking: linear. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const first = pieces[0] ?? "";
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !anchored || path.length === first.length;
  const last = anchored ? (pieces.pop() ?? "") : "";
  let at = first.length;
  for (const piece of pieces.slice(1)) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !anchored || (path.length - last.length >= at && path.endsWith(last));
}
