/**
 * Which addresses may be asked (against SSRF). Pure: it judges the URL, on every hop; what a name resolves to is the network's matter.
 * On Cloudflare a Worker's `fetch` reaches the public internet only: no private network answers unless one is bound. A workerd of one's own
 * needs `network = (allow = ["public"])`, which refuses private addresses at connect time, also those that a public name resolves to.
 */

export interface AddressRules {
  /** Our own hosts, as `host` or `host:port`: asking ourselves would be a loop. */
  own?: readonly string[];
  /** Exact `host:port` that may be asked although it is not public: an origin of tests and development. Empty in production. */
  allow?: readonly string[];
}

/** The rules of an instance: its own host, null where it is not known, and what CRAWL_ALLOW names (for development). */
export function addressRules(own: string | null, allowed: string | undefined): AddressRules {
  return { own: own === null ? [] : [own], allow: (allowed ?? "").split(/[\s,]+/).filter(Boolean) };
}

/** As browsers and proxies commonly bear; a longer one is an attack or a mistake. */
const MAX_URL = 2048;

/** Never on the public internet: RFC 6761, 6762, 7686, 8375, 9476; ICANN's `internal`; what home routers and offices made up. */
const RESERVED =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|private|corp|home|lan|test|example|invalid|onion|alt|i2p|arpa|workgroup)$/;

/** Public names whose only use is to resolve to an address of the asker's choice, private ones too. No one publishes there. */
const ANY_ADDRESS = /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|1u\.ms|rbndr\.us|r3dir\.me)$/;

/** Two labels or more, and a last one that is no number; IDNA is done by then. */
const PUBLIC_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Why a URL may not be asked; null when it may. It must be http(s) on its default port, without credentials, with a public name of two labels
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
