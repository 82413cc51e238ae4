/** The owner of a host: its registrable domain by the public suffix list (publicsuffix.org); at hosts of blogs one more label. */
import { getDomain } from "tldts";

/**
 * Hosts under which each name is a publisher of its own, but which are not in the list, because that is made for browsers and these sites share
 * cookies or an operator. (blogspot.com, github.io, notion.site and many others are in its private section.)
 */
const HOSTS_OF_PUBLISHERS = new Set([
  // Blogs and newsletters
  "beehiiv.com",
  "blogs.com",
  "canalblog.com",
  "cocolog-nifty.com",
  "dreamwidth.org",
  "eklablog.com",
  "exblog.jp",
  "fc2.com",
  "ghost.io",
  "hashnode.dev",
  "home.blog",
  "livedoor.blog",
  "livejournal.com",
  "mataroa.blog",
  "medium.com",
  "micro.blog",
  "news.blog",
  "over-blog.com",
  "overblog.com",
  "pixnet.net",
  "posthaven.com",
  "seesaa.net",
  "skyrock.com",
  "substack.com",
  "svbtle.com",
  "tistory.com",
  "tumblr.com",
  "typepad.com",
  "wordpress.com",
  "write.as",
  // Sites made by their owners
  "co.vu",
  "glitch.me",
  "jimdo.com",
  "jimdofree.com",
  "narod.ru",
  "neocities.org",
  "squarespace.com",
  "strikingly.com",
  "ucoz.com",
  "webnode.page",
  "weebly.com",
  // Forums and wikis
  "fandom.com",
  "forumieren.com",
  "wikidot.com",
]);
/** Blogger answers under the domains of many countries (blogspot.de, blogspot.com.br), of which the list has only blogspot.com. */
const BLOGSPOT = /^blogspot\.(?:com?\.)?[a-z]{2,3}$/;

/**
 * The registrable domain of a host name, in lower case: `news.bbc.co.uk` gives `bbc.co.uk`. An address, a single label or a public suffix is given
 * back as it is.
 */
export function registrableDomain(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, "");
  const domain = getDomain(name, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  if (domain === null) return name;
  if (domain === name || !(HOSTS_OF_PUBLISHERS.has(domain) || BLOGSPOT.test(domain))) return domain;
  const publisher = name
    .slice(0, -domain.length - 1)
    .split(".")
    .at(-1);
  return publisher === "www" ? domain : `${publisher}.${domain}`;
}

/** Whether two absolute URLs belong to one registrable domain. */
export function sameSite(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  return registrableDomain(new URL(a).hostname) === registrableDomain(new URL(b).hostname);
}
