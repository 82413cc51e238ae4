/** Reads a page, a saved text or a post as a document: its text and metadata. */

import { isPost } from "../model/document.ts";
import type { Reading } from "../model/reading.ts";
import { type PublishedTime, parseTime } from "../model/time.ts";
import { sameSite } from "../registrable-domain.ts";
import { languageOf } from "../text/language.ts";
import { namedTag, primaryTag } from "../text/language-tag.ts";
import { canonicalUrl, nativeId, shownHost } from "../url.ts";
import { articleOf } from "./article.ts";
import { weight, withoutBoilerplate } from "./boilerplate.ts";
import { reviewsIn } from "./claim-review.ts";
import { asSeen, type DomNode, spacedOnce, stripTags, treeOf } from "./dom.ts";
import { ARTICLE_TYPES, hasType, jsonLdNodes, textOf } from "./jsonld.ts";
import {
  addressOf,
  authorOf,
  declaredLanguage,
  originalOf,
  partsOfTitle,
  resolve,
  siteOf,
  titleOf,
  uncutTitle,
  wireCreditOf,
} from "./metadata.ts";
import { metaOf, type PageSignals, pageSignals } from "./page-signals.ts";
import { publicationOf, timeOf } from "./publication.ts";
import { isScripted } from "./unreadable.ts";
import { type Body, type BodyLink, textUnder } from "./visible-text.ts";

export interface PageInput {
  kind: string;
  url: string | null;
  title: string | null;
  text: string | null;
  html: string | null;
  lang: string | null;
  publishedAt: PublishedTime | null;
  author: string | null;
  site?: string | null;
}
type Page = Reading["document"];

/** Kinds of documents that are saved from web pages, and therefore may contain boilerplate. */
const SAVED_PAGES = new Set(["article", "press_release", "fact_check"]);
/** A body shorter than this (UTF-16 units) is a teaser or a consent notice; a longer text elsewhere on the page is used instead. */
const MIN_BODY = 200;
const MAX_LINKS = 500;

/** Plain text with a blank line between paragraphs. */
const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .flatMap((line) => spacedOnce(line).trim() || [])
    .join("\n\n");

/**
 * Reads a page as a document. Given fields win over found ones. From HTML the body of the article is taken, posts stay unchanged, and
 * boilerplate is removed from the saved text of articles. Never throws.
 */
export function pageOf(input: PageInput): Page {
  if (input.html?.trim()) return fromHtml(input, input.html);
  return fromText(input, input.text ?? "");
}

/** The language that the sender states, else that of the text. */
function languageFor({ lang }: PageInput, text: string, declared?: string | null): string {
  const stated = primaryTag(lang);
  return stated === "und" ? languageOf(text, declared) : stated;
}

/** Non-breaking spaces, and spaces of other widths. */
const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;

function fromText(input: PageInput, sent: string): Page {
  // The text of a post stays as it is.
  const raw = isPost(input) ? sent : sent.normalize("NFC").replace(WIDE_SPACE, " ");
  const cut = SAVED_PAGES.has(input.kind) ? withoutBoilerplate(raw, input.title) : { text: raw, title: null, byline: null, date: null };
  const author = input.author ?? cut.byline;
  return {
    title: input.title ?? cut.title,
    author,
    site: input.site ?? shownHost(input.url),
    canonicalUrl: input.url && canonicalUrl(input.url),
    original: null,
    lang: languageFor(input, cut.text || (input.title ?? "")),
    text: cut.text,
    publishedAt: input.publishedAt ?? timeOf(cut.date, "text"),
    modifiedAt: null,
    wireCredit: SAVED_PAGES.has(input.kind) ? wireCreditOf(cut.text, author) : null,
    links: linksIn(cut.text),
  };
}

function fromHtml(input: PageInput, html: string): Page {
  const tree = treeOf(html);
  if (!tree?.documentElement) return fromText({ ...input, kind: "other" }, input.text ?? paragraphs(stripTags(html)));
  // A post's HTML is formatted text (Mastodon, feeds) without boilerplate, unless a whole page was sent.
  if (isPost(input) && !/<(?:html|head|body)[\s>]/i.test(html)) {
    const { text, links } = textUnder(tree.documentElement);
    const isMarked = (at: number | null) =>
      links.some(({ start, text }) => at !== null && start !== null && at >= start && at < start + text.length);
    const plain = linksIn(text).filter(({ start }) => !isMarked(start));
    return { ...fromText(input, text), links: [...absolute(links, null, input.url), ...plain].slice(0, MAX_LINKS) };
  }
  const signals = pageSignals(tree);
  const nodes = jsonLdNodes(signals.jsonLd);
  const root = tree.documentElement;
  const declared = declaredLanguage(signals, nodes);
  const tag = namedTag(input.lang);
  // The language stated before may lack the region.
  const dates = tag && primaryTag(tag) !== primaryTag(declared) ? tag : declared;
  const monthFirst = !dates || /^en(?:[-_]us)?$/i.test(dates) || /^en[-_](?:ph|ca)/i.test(dates);
  const times = publicationOf({ signals, nodes, url: input.url, html, visible: () => textUnder(root).text, monthFirst });
  const found = articleOf(tree, {
    isOwn: ownLinks(signals.base, input.url),
    authors: (input.author ?? authorOf(signals, nodes, null))?.split(", ") ?? [],
  });
  const stated = nodes.filter((node) => hasType(node, ARTICLE_TYPES)).map((node) => textOf(node["articleBody"]) ?? "");
  const spare: Body = { text: paragraphs(stripTags(stated.find(Boolean) ?? "")), links: [] };
  const own = isPost(input) && nativeId(input.url && canonicalUrl(input.url)) ? wordsOfPost(signals, root) : null;
  const body = own ?? bodyOf({ found, stated: spare, sent: input.text, scripted: isScripted(html) }, signals, root);
  const live = isLive(body.text);
  const { published } = times;
  const shown = published && live ? dayOf(published) : published;
  const given = input.publishedAt;
  const author = input.author ?? authorOf(signals, nodes, found?.byline ?? null);
  const whole = asSeen(uncutTitle(found?.title ?? null, signals) ?? titleOf(signals, nodes) ?? "");
  const titled = whole ? partsOfTitle(whole, signals, nodes, input.url) : { title: null, site: null };
  const reviews = reviewsIn(nodes, input.url);
  const siteName = siteOf(signals, nodes, { readability: found?.site ?? null, titled: titled.site, url: input.url });
  return {
    ...(reviews.length && { reviews }),
    title: input.title ?? titled.title,
    author,
    site: input.site ?? siteName,
    siteName,
    canonicalUrl: addressOf(signals, input.url),
    original: originalOf(signals, input.url),
    lang: languageFor(input, body.text, declared),
    // The clock of an entry stands in a line of its own: else "10.10 Police" would be read as who speaks.
    text: live ? body.text.replace(ENTRY, (clock) => clock.replace(" ", "\n")) : body.text,
    publishedAt: given && !(published && holds(given, published)) ? given : shown,
    modifiedAt: times.modified,
    wireCredit: wireCreditOf(body.text, author),
    links: absolute(body.links, signals.base, input.url),
  };
}

/** A line that begins with a clock, as the entries of a live blog do. */
const ENTRY = /^(?:[01]?\d|2[0-3])[.:h][0-5]\d(?: |(?![\d.:]))/gm;
/** Whether a text is a live blog. Its page has the time at which it was begun, not that of its entries. */
const isLive = (text: string): boolean => (text.match(ENTRY)?.length ?? 0) > 2;
/** Whether a page's time is one that was given for it, or more exact: then the page is evidence of what somebody else only states. */
const holds = (given: PublishedTime, { earliest, latest }: PublishedTime): boolean =>
  (earliest ?? Number.NEGATIVE_INFINITY) >= (given.earliest ?? Number.NEGATIVE_INFINITY) &&
  (latest ?? Number.POSITIVE_INFINITY) <= (given.latest ?? Number.POSITIVE_INFINITY);
/** The day of a time. */
const dayOf = (time: PublishedTime): PublishedTime => parseTime(time.value.slice(0, 10), time.basis) ?? time;

/**
 * The words of a post on the page that its platform shows it on: those that the page states of it, or quotes in its title (X, Instagram), if it also
 * shows them. Everything else there, such as replies, is by others. Null if the page does not state them.
 */
function wordsOfPost(signals: PageSignals, root: DomNode): Body | null {
  const shown = letters(textUnder(root).text);
  const [, ...quoted] = signals.title?.split(/: ["“„«]/) ?? [];
  const text = [metaOf(signals, "og:description", "description"), quoted.join(': "').replace(/["”“»][^"”“»]{0,20}$/, "")]
    .map((stated) => paragraphs(stated ?? ""))
    .find((stated) => {
      const beginning = letters(stated).slice(0, MAX_BEGINNING);
      return beginning && shown.includes(beginning);
    });
  return text ? { text, links: linksIn(text).map(({ url, ...link }) => ({ ...link, href: url })) } : null;
}
/** How many letters of a post have to be shown on its page. */
const MAX_BEGINNING = 60;

/** The texts that a page may have. */
interface Bodies {
  found: Body | null;
  stated: Body;
  sent: string | null;
  /** Whether a script makes the visible text. */
  scripted: boolean;
}
/**
 * The text of the article: the one that the page shows, or the one that it states as data if that differs. If both are short, the
 * text that was sent with it, its description, or all visible text. If a script makes the page's text, only the stated text is read,
 * because the visible part is a menu.
 */
function bodyOf({ found, stated, sent, scripted }: Bodies, signals: PageSignals, root: DomNode): Body {
  const shown = scripted ? null : found;
  if (weight(stated.text) >= MIN_BODY && isElsewhere(stated.text, shown?.text ?? "")) return stated;
  if (shown && shown.text.length >= MIN_BODY) return shown;
  if (stated.text.length > (shown?.text.length ?? 0)) return stated;
  if (shown?.text) return shown;
  if (sent) return { text: sent, links: [] };
  const description = paragraphs(metaOf(signals, "description", "og:description") ?? "");
  const all = scripted ? null : textUnder(root);
  return description.length >= MIN_BODY || !all?.text ? { text: description, links: [] } : all;
}

/** Maximum number of parts of a text that are searched for in another one. */
const MAX_PROBES = 12;
/** Length of such a part, in letters. */
const PROBE_LENGTH = 24;
/** The letters and digits of a text, or of its beginning if it is very long, in lower case. */
const letters = (text: string) =>
  text
    .slice(0, 50_000)
    .replace(/[^\p{Alpha}\p{N}]+/gu, "")
    .toLowerCase();
/** Whether hardly any part of a text is in another one. */
function isElsewhere(text: string, shown: string): boolean {
  const own = letters(text);
  const there = letters(shown);
  const step = Math.max(PROBE_LENGTH, Math.floor((own.length - PROBE_LENGTH) / MAX_PROBES));
  let found = 0;
  let tried = 0;
  for (let at = 0; at + PROBE_LENGTH <= own.length && tried < MAX_PROBES; at += step, tried++)
    if (there.includes(own.slice(at, at + PROBE_LENGTH))) found++;
  return tried > 0 && found * 6 <= tried;
}

/** Returns a test whether a link leads to the page's own site; true for all links if the page's address is not known. */
function ownLinks(base: string | null, from: string | null): (href: string) => boolean {
  const known = new Map<string, boolean>();
  return (href) => {
    const held = known.get(href);
    if (held !== undefined) return held;
    const to = from && resolve(href, base, from);
    const own = !from || !to || sameSite(to, from);
    known.set(href, own);
    return own;
  };
}

/** Links of a body in canonical form, without links within the page and other schemes. */
function absolute(links: BodyLink[], base: string | null, from: string | null): Page["links"] {
  return links.slice(0, MAX_LINKS).flatMap(({ href, text, start }) => {
    const url = /^\s*#/.test(href) ? null : resolve(href.trim(), base, from);
    return url ? [{ url, text, start }] : [];
  });
}

/** URLs written out in plain text. */
export function linksIn(text: string): Page["links"] {
  const out: Page["links"] = [];
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'，。、）】」』]{4,2048}/giu)) {
    const raw = match[0].replace(/[.,;:!?)\]}…]{1,20}$/u, "");
    const url = canonicalUrl(raw);
    if (url) out.push({ url, text: raw, start: match.index });
    if (out.length >= MAX_LINKS) break;
  }
  return out;
}
