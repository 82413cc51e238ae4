/** The part of a host that one owner registers, by a small table of suffixes with more than one label. */

const SECOND_LEVEL = new Set(
  "ac co com edu gov go gob gouv govt mil mod ne net nhs nom org or gr ltd plc sch police asn id info web".split(" "),
);
/** Hosts that give each customer a subdomain of their own. */
const SHARED = new Set(
  (
    "blogspot.com wordpress.com tumblr.com substack.com medium.com github.io gitlab.io herokuapp.com netlify.app vercel.app pages.dev workers.dev " +
    "web.app firebaseapp.com livejournal.com typepad.com wixsite.com weebly.com squarespace.com azurewebsites.net cloudfront.net amazonaws.com " +
    "hatenablog.com over-blog.com canalblog.com ghost.io neocities.org forumieren.com wikidot.com fandom.com co.vu eu.org"
  ).split(" "),
);

/** The registrable domain of a host: `news.bbc.co.uk` gives `bbc.co.uk`. An address or a single label is given back as it is. */
export function registrableDomain(host: string): string {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  if (labels.length < 3 || /^[\d.]+$/.test(host) || host.includes(":")) return labels.join(".");
  const last = labels.at(-1) ?? "";
  const second = labels.at(-2) ?? "";
  const two = `${second}.${last}`;
  // Country codes have two letters; only under those is "co" or "com" a suffix of its own.
  const takes = SHARED.has(two) || (last.length === 2 && SECOND_LEVEL.has(second)) ? 3 : 2;
  return labels.slice(-takes).join(".");
}

/** Whether two absolute URLs belong to one registrable domain. */
export function sameSite(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  return registrableDomain(new URL(a).hostname) === registrableDomain(new URL(b).hostname);
}
