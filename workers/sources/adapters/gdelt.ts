/** World news by GDELT's index (DOC 2.0): which pages mention something, and by when they were seen. The pages get visits of their own. */
import * as z from "zod";
import { LETTER_PAIRS } from "../../../shared/countries.ts";
import { MINUTE } from "../../../shared/durations.ts";
import { isObject } from "../../../shared/json-object.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { type Answer, adapter, type Found } from "../adapter.ts";
import { nothing, skip, take } from "../wire/document.ts";
import { hrefOf, titleOfHtml } from "../wire/html.ts";
import { at, readJson, str } from "../wire/json.ts";
import { withQuery } from "../wire/query.ts";

const Config = z.strictObject({
  query: z.string().min(3).max(300).describe('Words, "phrases" and operators of GDELT, such as sourcelang:german'),
});

/** Overlap (minutes) of two searches, because the index is late; known documents cost nothing. */
const OVERLAP = 60;
/** How far back the index reaches, in minutes. */
const MAX_TIMESPAN = 90 * 24 * 60;
/** How far back the first search reaches, in minutes. */
const FIRST_TIMESPAN = 7 * 24 * 60;

/** `20260201T101500Z`, the time at which the index saw the page: the page existed by then. */
function seenBy(raw: string | null): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(raw ?? "");
  return match ? `../${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z` : null;
}

function parse(answer: Answer): Found {
  const into = nothing();
  const read = readJson(answer.text);
  const articles = at(read?.value, "articles");
  if (!read || (!Array.isArray(articles) && !(isObject(read.value) && Object.keys(read.value).length === 0))) {
    // GDELT refuses in sentences: "Your query was too short", "Please limit requests to one every 5 seconds".
    const says = answer.text.trim();
    if (!says) return skip(into, answer.url, "is empty");
    return skip(into, answer.url, says.startsWith("<") ? "is no answer of the index" : `the index says: ${says.slice(0, 200)}`);
  }
  if (read.cut) skip(into, "the last article", "the answer ends inside it");
  const links = new Set<string>();
  // GDELT names languages in English. For one that is named otherwise here, the language is detected.
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const codes = new Map(LETTER_PAIRS.map((pair) => [names.of(pair), new Intl.Locale(pair).language]));
  for (const article of Array.isArray(articles) ? articles : []) {
    const url = hrefOf(str(at(article, "url")) ?? undefined, null);
    const title = titleOfHtml(str(at(article, "title")) ?? "") || null;
    if (!url) {
      skip(into, title ?? JSON.stringify(article) ?? "an article", "has no address");
      continue;
    }
    links.add(canonicalUrl(url) ?? url);
    if (title)
      take(into, title, {
        kind: "article",
        url,
        title,
        lang: codes.get(str(at(article, "language")) ?? ""),
        publishedAt: seenBy(str(at(article, "seendate"))),
        basis: "feed",
        partial: true,
      });
  }
  into.links = [...links];
  return into;
}

export const gdelt = adapter({
  kind: "gdelt",
  label: "News search (GDELT)",
  config: Config,
  requests({ query }, { since, now }) {
    const minutes = since === null ? FIRST_TIMESPAN : Math.ceil((now - since) / MINUTE) + OVERLAP;
    const timespan = `${Math.min(MAX_TIMESPAN, Math.max(15, minutes))}min`;
    const asked = { query, mode: "artlist", format: "json", maxrecords: "250", sort: "datedesc", timespan };
    return [{ url: withQuery("https://api.gdeltproject.org/api/v2/doc/doc", asked), expects: "json" }];
  },
  parse,
  /** GDELT refuses words of one or two letters. It requires all of several words. */
  searches(words) {
    const query = words
      .filter((word) => word.length > 2)
      .join(" ")
      .slice(0, 300);
    return query ? { query } : null;
  },
});
