/** Title, author, site, canonical address and language as a page states them. */

import { isObject, type JsonObject } from "../json-object.ts";
import { packs, sourcesOf } from "../lang/index.ts";
import { writtenDates } from "../read/dates/calendar.ts";
import { sameSite } from "../registrable-domain.ts";
import { namedTag } from "../text/language-tag.ts";
import { canonicalUrl, hostOf, shownHost } from "../url.ts";
import { weight } from "./boilerplate.ts";
import { decoded, oneLine } from "./dom.ts";
import { ARTICLE_TYPES, articlesIn, hasType, textOf } from "./jsonld.ts";
import { metaOf, type PageSignals } from "./page-signals.ts";

const article = (nodes: JsonObject[]): JsonObject | null => articlesIn(nodes)[0] ?? null;

/** The title if Readability finds none. */
export function titleOf(signals: PageSignals, nodes: JsonObject[]): string | null {
  const node = article(nodes);
  const found =
    metaOf(signals, "og:title", "twitter:title", "dc.title") ?? (node && textOf(node["headline"])) ?? signals.headings[0] ?? signals.title;
  return found ? oneLine(found) || null : null;
}

/**
 * The title before Readability shortened it. It is restored if the page's title begins or ends with a heading that the short title has only in
 * part, or begins with one over twice as long.
 */
export function uncutTitle(cut: string | null, { title, headings }: PageSignals): string | null {
  const at = cut && title && title.length > cut.length ? title.indexOf(cut) : -1;
  if (!cut || !title || at < 0) return cut;
  const isCut = (heading: string) =>
    !cut.includes(heading) &&
    ((title.startsWith(heading) && (heading.length > at || weight(heading) > 2 * weight(cut))) ||
      (title.endsWith(heading) && title.length - heading.length < at + cut.length));
  return headings.some((heading) => weight(plain(heading)) >= 15 && isCut(heading)) ? title : cut;
}

const plain = (text: string) => text.toLowerCase().replace(/[^\p{Alpha}\p{N}]+/gu, "");
/** Splits a title from the site's name, if the headline (from JSON-LD or the page) stands before or after a separator in it. */
export function partsOfTitle(
  title: string,
  signals: PageSignals,
  nodes: JsonObject[],
  url: string | null,
): { title: string; site: string | null } {
  const site = plain(metaOf(signals, "og:site_name") ?? "");
  const host = plain(hostOf(url) ?? "");
  const stated = nodes
    .flatMap((node) => (hasType(node, ARTICLE_TYPES) ? [textOf(node["headline"]) ?? ""] : []))
    .filter((core) => core.length >= 10);
  // The site's name is mostly shorter, so longer headings come first.
  for (const headline of [...stated, ...signals.headings.toSorted((a, b) => weight(b) - weight(a))]) {
    const core = oneLine(headline);
    const words = plain(core);
    // A page's first heading may be the name of its site.
    if (words.length < 4 || core.length >= title.length || words === site || (host.includes(words) && !stated.includes(headline))) continue;
    let rest = "";
    if (title.startsWith(core)) rest = title.slice(core.length);
    else if (title.endsWith(core)) rest = title.slice(0, -core.length);
    // If the page states its title elsewhere, only the known site name is cut off.
    if (!stated.includes(headline) && signals.metas.has("og:title") && plain(rest) !== site) continue;
    if (/^\s{0,3}(?:[|｜_]|\s(?:[–—»·•:/-]|::)\s)|(?:[|｜_]|\s[–—»·•/-]|::|:)\s{1,3}$/u.test(rest))
      return { title: core, site: rest.replace(/^[^\p{Alpha}\p{N}]+|[^\p{Alpha}\p{N})]+$/gu, "") || null };
  }
  // Without any heading, a few words after a dash are the site's name (Readability treats a hyphen so).
  const dash =
    !signals.metas.has("og:title") && !signals.headings.length && !stated.length
      ? /^(\S+(?: \S+){3,}) [–—] (\S+(?: \S+){0,3})$/u.exec(title)
      : null;
  if (dash?.[1] && dash[2]) return { title: dash[1], site: dash[2] };
  const double = / :: /.exec(title)?.index ?? -1;
  return double > 3 ? { title: title.slice(0, double), site: title.slice(double + 4) } : { title, site: null };
}

const by = sourcesOf(({ page }) => page?.by);
const BY = new RegExp(`^(?:${by.spaced}|${by.unspaced})\\s{0,3}[:：|/]?\\s{1,3}(?=\\S)|^(?:${by.unspaced})\\s{0,3}[:：|/]\\s{0,3}`, "iu");
const NO_AUTHOR = new RegExp(
  `^/|^https?:|^www\\.|^(?:${sourcesOf(({ page }) => page?.editor).unspaced})|@[^\\s@.]+\\.\\S|^(?:admin|administrator|editor|staff|author|unknown|publisher|posted|null|undefined)$`,
  "iu",
);

/** A sentence ends in a line about an author, or in a comment. */
const SENTENCE = /\p{Lower}{4}[.!?](?:\s|$)/u;
const desk = sourcesOf(({ page }) => page?.desk);
const DESK = new RegExp(`^(?:${desk.spaced}|${desk.unspaced})$`, "iu");
/** An author as a page is signed; null for a byline that only says that a newsroom wrote it: "Redaktion". */
export const signedAs = (author: string): string | null => (DESK.test(author.trim()) ? null : author);

/** Words without the marks and short words at their end: "Ann Roe, on". */
function withoutTail(words: string): string {
  const parts = words.trim().split(/\s+/);
  while (/^(?:[,|•·»–—-]+|\p{Lower}{1,3})$/u.test(parts.at(-1) ?? "")) parts.pop();
  return parts.join(" ").replace(/[,|•·»–—-]{1,9}$/u, "");
}

/** A name without the words that surround it in bylines; null if nothing is left. */
function cleanName(written: string): string | null {
  // Some pages write "O&#039;Neil" in JSON-LD.
  const raw = decoded(written).replace(/<[^<>]{0,300}>/g, "");
  const [date] = writtenDates(raw);
  let named = raw;
  if (date) {
    const behind = raw.slice(date.end).trim();
    named = BY.test(behind) ? behind : withoutTail(raw.slice(0, date.start));
  }
  const name = oneLine(named)
    .replace(BY, "")
    .replace(/\s{1,3}(?:\||•|·|—|–)\s.{0,200}$/u, "")
    .replace(/\s(?:- )?(?:https?:|www\.).{0,200}$/u, "")
    .replace(/\s[–—-]$/u, "")
    .trim();
  // "By" alone, in an element of its own, is no name.
  const isBy = `${name} x`.replace(BY, "") === "x";
  if (!name || isBy || name.length > 120 || SENTENCE.test(name) || NO_AUTHOR.test(name) || DESK.test(name) || /[:：,]$/.test(name))
    return null;
  return /\p{Alpha}/u.test(name) ? name : null;
}

/** The authors' names, separated by commas; null for none. */
export function authorOf(signals: PageSignals, nodes: JsonObject[], byline: string | null): string | null {
  const node = article(nodes);
  const listed = node
    ? [node["author"] ?? node["creator"]].flat().flatMap((entry) => [isObject(entry) ? (entry["name"] ?? entry) : entry].flat().map(textOf))
    : [];
  const named = listed.flatMap((name) => (name ? (cleanName(name) ?? []) : []));
  if (named.length) return [...new Set(named)].slice(0, 10).join(", ");
  const metas = [
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "article:author",
  ];
  for (const name of metas) {
    const found = (signals.metas.get(name) ?? []).flatMap((content) => cleanName(content) ?? []);
    if (found.length) return [...new Set(found)].slice(0, 10).join(", ");
  }
  const writers = signals.writers.flatMap((name) => cleanName(name) ?? []);
  if (writers.length > 1) return writers.join(", ");
  // Readability's byline has no spaces between elements, and may be a reader's.
  const isByline = (own: string) => byline !== null && plain(own) === plain(byline);
  const line = signals.bylines.find(isByline) ?? (signals.commenters.some(isByline) ? null : byline);
  const [writer = ""] = writers;
  // A second name after "and" has no element of its own.
  const behind = line?.split(writer)[1] ?? "";
  const isOne = writer && line?.includes(writer) && !/^\s(?:&|\p{Lower}{1,3})\s\p{Upper}/u.test(behind);
  for (const raw of [isOne ? writer : line, ...signals.bylines, writer]) {
    const name = raw && cleanName(raw);
    if (name) return name;
  }
  return null;
}

/** The name of the site: the stated one, else that in the article's data, the one that Readability found, that in the title, its host. */
export function siteOf(
  signals: PageSignals,
  nodes: JsonObject[],
  { readability, titled, url }: Record<"readability" | "titled" | "url", string | null>,
): string | null {
  const node = article(nodes);
  const publisher = node && isObject(node["publisher"]) ? textOf(node["publisher"]) : null;
  const found = metaOf(signals, "og:site_name", "application-name") ?? publisher ?? readability ?? titled;
  return (found && oneLine(found)) || shownHost(url);
}

/** The canonical URL that the page states, if it is on the registrable domain of `url`; else `url` in canonical form. */
export function addressOf(signals: PageSignals, url: string | null): string | null {
  const own = url && canonicalUrl(url);
  for (const raw of [signals.canonical, metaOf(signals, "og:url")]) {
    const absolute = raw && resolve(raw.trim(), signals.base, url);
    if (!absolute) continue;
    // A canonical link from a deeper page to the home page is a mistake of the template.
    if (own && (!sameSite(absolute, own) || (new URL(absolute).pathname === "/" && new URL(own).pathname !== "/"))) continue;
    return absolute;
  }
  return own || null;
}

/** The page of another site that a page states as its canonical URL: it republishes that page. */
export function originalOf(signals: PageSignals, url: string | null): string | null {
  const stated = signals.canonical && url ? resolve(signals.canonical.trim(), signals.base, url) : null;
  return stated && url && !sameSite(stated, url) && new URL(stated).pathname !== "/" ? stated : null;
}

/** A link of a page as a canonical URL; null for other schemes and malformed links. */
export function resolve(href: string, base: string | null, url: string | null): string | null {
  const from = url && URL.canParse(url) ? url : undefined;
  const root = base && URL.canParse(base, from) ? new URL(base, from).href : from;
  return URL.canParse(href, root) ? canonicalUrl(new URL(href, root).href) : null;
}

/** The language that a page declares: `<html lang>`, metadata, JSON-LD. */
export function declaredLanguage(signals: PageSignals, nodes: JsonObject[]): string | null {
  const node = article(nodes);
  const stated = [
    signals.lang,
    metaOf(signals, "og:locale", "content-language", "language", "dc.language"),
    node && textOf(node["inLanguage"]),
  ];
  return stated.find((tag) => namedTag(tag)) ?? null;
}

/** The names of each agency. It is known by the first. */
const AGENCIES = [
  "AP|Associated Press",
  "Reuters|REUTERS",
  "AFP|Agence France-Presse",
  "dpa",
  "PA Media|Press Association",
  "UPI",
  "Xinhua",
  "TASS",
  "Interfax",
  "EFE",
  "ANSA",
  "Kyodo|KYODO",
  "Yonhap|YONHAP",
  "PTI",
  "ANI",
  "IANS",
  "APA",
  "Bloomberg",
].map((names): [string, RegExp] => [names.split("|")[0] ?? "", new RegExp(`\\b(?:${names})\\b`, "u")]);

/** The same agencies in other scripts. */
const AGENCIES_IN_OWN_SCRIPT = packs.flatMap(({ page }) =>
  Object.entries(page?.agencies ?? {}).map(([name, source]): [string, RegExp] => [name, new RegExp(source, "u")]),
);

/** Other agencies, by the end of their name; in Romance languages by the beginning. */
const AGENCY = new RegExp(
  `(?:\\p{Upper}[\\p{Alpha}&.’'-]{0,30}\\s){1,3}(?:[Nn]ewswire|Wire(?: Service)?|(?:News|Press) (?:Agency|Service))(?=\\s*(?:$|[,;/|]|and ))|(?:${sourcesOf(({ page }) => page?.agency).spaced})(?: (?:de |d['’])?\\p{Upper}[\\p{Alpha}’'-]{1,30}){1,3}`,
  "u",
);
/** Names of media in a dateline, which may also contain a place or a day. */
const PRESS =
  /^(?=[\p{Alpha} .&’'-]+$)(?:.* )?(?:Ag\p{Alpha}n(?:[ct]|zia)\p{Lower}*|Pressedienst|News|Press|Presse|Prensa|Post|Wire|Media|Nachrichten|Noticias)(?: .*)?$/u;

const DATELINE = new RegExp(`^[（(【]?(${sourcesOf(({ page }) => page?.dateline).unspaced})`, "mu");

/** The agency that an article credits: `LONDON (Reuters) -`, `(AP)`, or its byline. Null for none. */
export function wireCreditOf(text: string, author: string | null): string | null {
  const head = text.slice(0, 400);
  const dateline = /^[^\n(]{0,60}\(([^()\n]{2,40})\)\s{0,3}[-–—:]/mu.exec(head)?.[1] ?? DATELINE.exec(head)?.[1];
  const tail = /\(([^()\n]{2,40})\)\s{0,3}$/u.exec(text.slice(-60))?.[1];
  const slash = /^[^\n/]{0,60}\/([A-Z]{2,6})\//mu.exec(head)?.[1];
  for (const place of [dateline, slash, author, tail]) {
    if (!place) continue;
    for (const [name, pattern] of [...AGENCIES, ...AGENCIES_IN_OWN_SCRIPT]) if (pattern.test(place)) return name;
  }
  if (dateline && PRESS.test(dateline)) return dateline.trim();
  return (author && AGENCY.exec(author)?.[0]) ?? null;
}
