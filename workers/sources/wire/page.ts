/** What the markup of a page says, found by a search for four kinds of tags, in a fraction of the time that a tree takes. */
import { decodeHTMLStrict } from "entities";
import { sameSite } from "../../../shared/registrable-domain.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { hrefOf } from "./html.ts";

interface PageMarks {
  canonical: string | null;
  base: string | null;
  /** The texts of its JSON-LD scripts. */
  jsonLd: string[];
  /** Whether it is a page at all: it has a tag that pages have. */
  isPage: boolean;
}

/** Comments and scripts are skipped as a whole, because tags inside them do not count. */
const TAGS = /<!--|<(link|meta|base|script)(?=[\s/>])((?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}'){0,3000})>/gi;
const ATTRIBUTE = /([a-z][\w:-]{0,40})\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

function attributesOf(raw: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const [, name = "", double, single, bare] of raw.matchAll(ATTRIBUTE))
    if (!out.has(name.toLowerCase())) out.set(name.toLowerCase(), decodeHTMLStrict(double ?? single ?? bare ?? "").trim());
  return out;
}

/** Reads the marks of a page. Never throws; linear. */
export function marksOf(html: string): PageMarks {
  const out: PageMarks = { canonical: null, base: null, jsonLd: [], isPage: /<(?:html|head|body|p|div|article|main|h1)[\s>]/i.test(html) };
  const missing = new Set<string>();
  const pattern = new RegExp(TAGS);
  for (let match = pattern.exec(html); match; match = pattern.exec(html)) {
    const name = match[1]?.toLowerCase() ?? "";
    const attributes = attributesOf(match[2] ?? "");
    if (name === "link" && attributes.get("rel")?.toLowerCase().split(/\s+/).includes("canonical"))
      out.canonical ??= attributes.get("href") ?? null;
    else if (name === "meta" && attributes.get("property")?.toLowerCase() === "og:url") out.canonical ??= attributes.get("content") ?? null;
    else if (name === "base") out.base ??= attributes.get("href") ?? null;
    else if ((name === "script" || !name) && !missing.has(name)) {
      const closing = name ? /<\/script/gi : /-->/g;
      closing.lastIndex = pattern.lastIndex;
      const end = closing.exec(html);
      // Searched only once: a page with many unclosed scripts must not be searched to its end for each.
      if (!end) missing.add(name);
      else {
        if (name && /ld\+json/i.test(attributes.get("type") ?? "")) out.jsonLd.push(html.slice(pattern.lastIndex, end.index));
        pattern.lastIndex = closing.lastIndex;
      }
    }
  }
  return out;
}

/** The address of a page: its canonical one if that is on the same registrable domain and no home page; else that from which it was fetched. */
export function addressOf(marks: PageMarks, url: string): string {
  const base = hrefOf(marks.base ?? undefined, url) ?? url;
  const stated = hrefOf(marks.canonical ?? undefined, base);
  if (!stated || !sameSite(stated, url)) return url;
  const isHome = new URL(stated).pathname === "/" && new URL(url).pathname !== "/";
  return isHome || !canonicalUrl(stated) ? url : stated;
}

/** The words of a page's title; "" without one. */
export const titleIn = (html: string): string => decodeHTMLStrict(/<title[^>]{0,200}>([^<]{1,600})/iu.exec(html)?.[1] ?? "");
