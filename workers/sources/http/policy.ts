/**
 * Which addresses may be requested (protection against SSRF). Pure: it checks the URL of every hop, but not the address that a name resolves
 * to. On Cloudflare a Worker's `fetch` reaches only the public internet, unless a private network is bound. Your own workerd needs
 * `network = (allow = ["public"])`, which refuses private addresses when it connects, even if a public name resolves to them.
 */

export interface AddressRules {
  /** The instance's own hosts, as `host` or `host:port`: a request to itself would be a loop. */
  own?: readonly string[];
  /** Exact `host:port` values that may be requested although they are not public, for tests and development. Empty in production. */
  allow?: readonly string[];
}

/** The rules of an instance, from its own host (null if it is not known) and the hosts in CRAWL_ALLOW (for development). */
export function addressRules(own: string | null, allowed: string | undefined): AddressRules {
  return { own: own === null ? [] : [own], allow: (allowed ?? "").split(/[\s,]+/).filter(Boolean) };
}

/** Longest URL, as browsers and proxies commonly support it; a longer one is an attack or a mistake. */
const MAX_URL = 2048;

/**
 * Top-level domains that are never on the public internet: RFC 6761, 6762, 7686, 8375, 9476; ICANN's `internal`; inventions of home routers and
 * offices.
 */
const RESERVED =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|test|example|invalid|onion|alt|i2p|arpa|workgroup)$/;

/** Public names that resolve to any address that the name spells, even private ones. No one publishes there. */
const ANY_ADDRESS = /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|1u\.ms|rbndr\.us|r3dir\.me)$/;

/** A host of two labels or more, the last of them not a number; IDNA was applied before. */
const PUBLIC_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Why a URL must not be requested; null if it may be. It must be http(s) on its default port, without credentials, with a public name of two labels
 * or more. IP addresses are refused in every spelling, public ones too: no one publishes under one, and a table of ranges can have holes.
 * WHATWG parsing comes first, so that what is judged is what is fetched: `http://0x7f.1/`, `http://2130706433/` and `http://①②⑦.⓪.⓪.①/`
 * are all 127.0.0.1 here.
 */
export function badAddress(raw: string, rules: AddressRules = {}): string | null {
  if (raw.length > MAX_URL) return `longer than ${MAX_URL} characters`;
  if (!URL.canParse(raw)) return "not a URL";
  const url = new URL(raw);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "neither http nor https";
  if (url.username !== "" || url.password !== "") return "credentials in the address";
  const host = url.hostname;
  const place = `${host}:${url.port || (url.protocol === "https:" ? 443 : 80)}`;
  if (rules.own?.some((own) => own.toLowerCase() === host || own.toLowerCase() === place)) return "our own address";
  if (rules.allow?.includes(place)) return null;
  if (url.port !== "" && url.port !== "80" && url.port !== "443") return "a port that is neither 80 nor 443";
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return "an IP address instead of a name";
  if (host.length > 253 || RESERVED.test(host) || ANY_ADDRESS.test(host) || !PUBLIC_NAME.test(host)) return "not a public host name";
  return null;
}
