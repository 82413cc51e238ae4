/**
 * Detects pages with status 200 that only block: a challenge for browsers, a consent wall, a login. If such a page were taken for the article,
 * it would look like a changed text, and hide that nothing was seen. The detector is conservative: the page must be short and have no sign
 * of an article.
 */
import { packs } from "../../../shared/lang/index.ts";
import type { WallKind } from "../../../shared/lang/pack/pages.ts";

/** Scripts and marks of the services that put a challenge before a page. */
const MARKS =
  /\/cdn-cgi\/challenge-platform\/|window\._cf_chl_opt|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|challenge\.js\?.{0,40}awswaf|\.awswaf\.com\/|ddos-guard\/js-challenge|sucuri_cloudproxy_js|id="challenge-error-text"|geo\.captcha|arkoselabs\.com\/fc\/|hcaptcha\.com\/1\/api\.js|recaptcha\/api\.js|challenges\.cloudflare\.com\/turnstile/i;

const WHY: Record<WallKind, string> = {
  challenge: "a challenge for browsers",
  script: "JavaScript is asked for",
  consent: "consent is asked for first",
  refused: "the server refuses us",
  login: "a login is asked for",
};
/** Phrases of such pages in several languages, by the kind of block. */
const WORDS = (Object.keys(WHY) as WallKind[]).map((kind): [why: string, words: RegExp] => [
  WHY[kind],
  new RegExp(packs.flatMap((pack) => pack.wall?.[kind] ?? []).join("|"), "is"),
]);

/** Maximum length (characters) of the visible text of a wall. */
const WALL = 1500;
/** Consent walls explain what they ask for: they are longer, and mention cookies often. */
const CONSENT = { longest: 12_000, least: 3, apart: 500 };
/** A longer page (UTF-16 units) is not examined: walls are small, apart from their scripts. */
const LOOKED_AT = 300_000;

/** Why a page with status 200 is only a wall; null if it is none, or if that is not certain. Linear in the page's length. */
export function blockPage(html: string): string | null {
  if (html.length > LOOKED_AT) return null;
  // Signs that a wall lacks: an article, or the metadata that news sites give to everybody.
  if (/<article\b|property=["']?og:title|"@type"\s*:\s*"(?:\w*Article|\w*Posting)"/i.test(html)) return null;
  const seen = visible(html, CONSENT.longest + 1);
  if (seen.length > CONSENT.longest) return null;
  const cookies = seen.match(/cookies?\b/gi)?.length ?? 0;
  if (cookies >= CONSENT.least && cookies * CONSENT.apart >= seen.length) return WHY.consent;
  if (seen.length > WALL) return null;
  const why = WORDS.find(([, words]) => words.test(seen))?.[0];
  if (why) return why;
  // A mark of a script alone may belong to a captcha in a form at the end of a page.
  return seen.length < WALL / 5 && MARKS.test(html) ? "a challenge for browsers" : null;
}

/** Elements whose text nobody sees. `noscript` is not among them: such pages put their words there. */
const UNSEEN = /^<(script|style|template|svg|select)\b/i;

/** Approximately the text that a reader sees, with collapsed white space, up to `limit` characters. */
function visible(html: string, limit: number): string {
  let seen = "";
  let at = 0;
  while (at < html.length && seen.length < limit) {
    const open = html.indexOf("<", at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (text)
      seen = `${seen} ${text
        .slice(0, 10 * limit)
        .replace(/&nbsp;|\s+/g, " ")
        .trim()}`.trim();
    if (open < 0) break;
    const isComment = html.startsWith("<!--", open);
    const tag = isComment ? null : UNSEEN.exec(html.slice(open, open + 12))?.[1];
    const tagEnd = tag ? `</${tag}` : ">";
    const close = isComment ? "-->" : tagEnd;
    const end = indexOfFolded(html, close, open + 1);
    if (end < 0) break;
    at = end + close.length;
    if (tag) at = html.indexOf(">", at) + 1 || html.length;
  }
  return seen.slice(0, limit);
}
/** The next place of a lower- or upper-case tag. */
function indexOfFolded(html: string, what: string, from: number): number {
  if (!what.startsWith("</")) return html.indexOf(what, from);
  const pattern = new RegExp(what, "gi");
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}
