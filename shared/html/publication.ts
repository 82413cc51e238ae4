/** Finds when a page was published and changed, by evidence in this order: Open Graph, JSON-LD, other metas, `<time>`, URL, visible text. */

import { DAY, MINUTE } from "../durations.ts";
import { isoTime } from "../iso.ts";
import type { JsonObject } from "../json-object.ts";
import { sourcesOf } from "../lang/index.ts";
import { type PublishedTime, parseTime, type TimeBasis } from "../model/time.ts";
import { isoDay, machineDate, writtenDates } from "../read/dates/calendar.ts";
import { articlesIn, hasType, textOf } from "./jsonld.ts";
import type { DateMark, PageSignals } from "./page-signals.ts";

const HALF_HOUR = 30 * MINUTE;

interface PageTimes {
  published: PublishedTime | null;
  modified: PublishedTime | null;
}

/** A time as the page writes it. The page's own offset stays in `value`, so that the day is the one that the page shows. */
export function timeOf(raw: string | null, basis: TimeBasis, monthFirst = false): PublishedTime | null {
  const value = raw && machineDate(raw, monthFirst);
  if (!value) return null;
  // Publishing systems write a day as midnight.
  const known = /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(value) ? value.slice(0, 10) : value;
  const time = parseTime(known, basis);
  return time && (/[+-]\d\d:\d\d$/.test(known) ? { ...time, value: known } : time);
}

/**
 * Converts a UTC time to the page's own zone: if the page has the same time elsewhere without a zone, the difference is the offset. If it shows
 * only a day, and the UTC time is midnight of that day in some zone, the result is that day.
 */
function inOwnZone(time: PublishedTime, signals: PageSignals, shown: () => PublishedTime | null): PublishedTime {
  const utc = time.earliest ?? 0;
  if (!/Z$|[+-]00:00$/.test(time.value)) return time;
  for (const raw of [...signals.metas.values(), signals.dates.map((mark) => mark.datetime ?? ""), signals.times].flat()) {
    // The same moment, written elsewhere on the page with an offset.
    if (/T[\d:.]{5,20}[+-](?!00:?00)\d\d:?\d\d$/.test(raw) && Math.abs(Date.parse(raw) - utc) < MINUTE)
      return { ...time, value: timeOf(raw, time.basis)?.value ?? time.value };
    const ahead = (Date.parse(`${raw}Z`) - utc) / HALF_HOUR;
    if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d$/.test(raw) || !ahead || ahead % 1 || Math.abs(ahead) > 28) continue;
    const zone = isoTime(Math.abs(ahead) * HALF_HOUR).slice(11, 16);
    return { ...time, value: `${raw.replace(" ", "T")}${ahead < 0 ? "-" : "+"}${zone}` };
  }
  const day = utc % (2 * HALF_HOUR) ? null : shown();
  return day?.precision === "day" && (day.earliest ?? 0) - utc > 0 && (day.earliest ?? 0) - utc < DAY / 2
    ? { ...day, basis: time.basis }
    : time;
}

/** The day in a URL, if a stated time is on a neighbouring day, because URLs are made in the page's own zone. */
const besideUrl = (time: PublishedTime | null, byUrl: PublishedTime | null) => {
  const apart =
    byUrl?.precision === "day" && time && time.precision !== "day" ? Math.abs((time.earliest ?? 0) - (byUrl.earliest ?? 0)) : Infinity;
  return byUrl && time && apart < 2 * DAY && time.value.slice(0, 10) !== byUrl.value ? { ...byUrl, basis: time.basis } : null;
};

const PUBLISHED_META =
  /^(?:(?:article|og|rnews|cxenseparse:recs|bt|sailthru|parsely-|dc|dcterms|dc\.date|article_date|eprints|citation)?[.:_-]?(?:published_?time|date_?published|pub_?date|publish-?_?(?:date|time|ed)|publication_?date|date_original|original_?publication_?date|issued|created|date|online_date|releasedate|cdate|displaydate|timestamp|firstpublished|published_?at))$/;
const MODIFIED_META =
  /^(?:(?:article|og|dc|dcterms|dc\.date)?[.:_-]?(?:modified_?time|updated_?time|date_?modified|modified|last-?_?modified|lastmod|revised|updated))$/;

function metaTime(signals: PageSignals, names: RegExp, monthFirst: boolean): PublishedTime | null {
  for (const [name, contents] of signals.metas) {
    if (!names.test(name)) continue;
    for (const content of contents) {
      const time = timeOf(content, "meta", monthFirst);
      if (time) return time;
    }
  }
  return null;
}

function jsonLdTime(nodes: JsonObject[], keys: string[]): PublishedTime | null {
  for (const node of [...articlesIn(nodes), ...nodes.filter((node) => hasType(node, /WebPage$|^QAPage$|^Question$/))]) {
    for (const key of keys) {
      const time = timeOf(textOf(node[key]), "jsonld");
      if (time) return time;
    }
  }
  return null;
}

const SCRIPT_KEY =
  /"(?:date_?published|published_?at|publish(?:ed)?_?date|publication_?(?:date|time)|first_?published(?:_?at)?|created_?at)"\s*:\s*"(\d{4}-\d\d-\d\d[^"]{0,30})"/i;
/** The first time under a key for publication, in scripts that are invalid JSON-LD or hold a page's state. */
function scriptTime(scripts: readonly string[], basis: TimeBasis): PublishedTime | null {
  for (const script of scripts) {
    const time = timeOf(SCRIPT_KEY.exec(script)?.[1] ?? null, basis);
    if (time) return time;
  }
  return null;
}

/** The day or month in a URL's path: `/2025/04/08/`, `/2025-04-08-`, `/20250408/`, `/2025/04/`. */
export function timeOfUrl(url: string | null): PublishedTime | null {
  if (!url || !URL.canParse(url)) return null;
  const { pathname, search } = new URL(url);
  const path = `${pathname.replace(/^\/web\/\d{14}/, "")}${search}`.slice(0, 2048);
  for (const match of path.matchAll(/(?<!\d)((?:19|20)\d{2})([-/._]?)([01]?\d)\2([0-3]?\d)(?!\d)(-?)/g)) {
    // "/2025/10/3-questions" has three questions, not a day.
    if ((!match[2] || match[5]) && (match[3]?.length !== 2 || match[4]?.length !== 2)) continue;
    const day = isoDay(Number(match[1]), Number(match[3]), Number(match[4]));
    if (day && Number(match[1]) >= 1995) return parseTime(day, "url");
  }
  const dayFirst = /(?<!\d)([0-3]?\d)([-.])([01]?\d)\2((?:19|20)\d{2})(?!\d)/.exec(path);
  const day = dayFirst && isoDay(Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1]));
  if (day) return parseTime(day, "url");
  const month = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])\//.exec(path);
  return month ? parseTime(`${month[1]}-${month[2]}`, "url") : null;
}

const PUBLISHED_HINT = /publi|datepublished|posted|created|entry-date|pubdate|dateline|release/;
const MODIFIED_HINT = /modif|updat/;
/** Words that mark a date as that of a change. */
const label = (key: "published" | "updated" | "joined", letters: number) => {
  const { spaced, unspaced } = sourcesOf(({ page }) => page?.[key]);
  return new RegExp(`(?:${spaced}|${unspaced})[^\\p{Alpha}]{0,6}(?:\\p{Alpha}{1,${letters}}[^\\p{Alpha}]{1,3}){0,2}$`, "iu");
};
const MODIFIED_WORDS = label("updated", 6);
const JOINED_WORDS = label("joined", 6);
const PUBLISHED_WORDS = label("published", 9);

function markTime(mark: DateMark, monthFirst: boolean): PublishedTime | null {
  return timeOf(mark.datetime, "time", monthFirst) ?? timeOf(mark.text, "time", monthFirst);
}

/** The times of the best date marks: those labelled as published and outside of teasers come first. */
function markedTime(signals: PageSignals, monthFirst: boolean): PageTimes & { aside: PublishedTime | null } {
  let best: PublishedTime | null = null;
  let bestRank = 0;
  let modified: PublishedTime | null = null;
  for (const mark of signals.dates) {
    const changed =
      MODIFIED_HINT.test(mark.hint) ||
      /^(?:last )?(?:updated|modified)/i.test(mark.text) ||
      (mark.isTime && MODIFIED_WORDS.test(mark.before));
    const rank =
      (mark.aside ? 0 : 4) + (PUBLISHED_HINT.test(mark.hint) && !changed ? 2 : 0) + (mark.isTime ? 1 : 0) + (changed ? -1 : 0) + 1;
    if (rank <= bestRank && !(changed && !modified)) continue;
    const time = markTime(mark, monthFirst);
    if (!time) continue;
    if (changed) modified ??= time;
    if (rank > bestRank) {
      best = time;
      bestRank = rank;
    }
  }
  return bestRank > 3 ? { published: best, modified, aside: null } : { published: null, modified, aside: best };
}

/** Maximum distance of a date above its headline, in UTF-16 units. */
const ABOVE_HEADLINE = 150;

/** Whether a date has a line of its own, rather than being part of a sentence or caption. */
const standsAlone = (text: string, { start, end }: { start: number; end: number }) =>
  /(?:^|\n)[^\p{Alpha}\n]*$/u.test(text.slice(Math.max(0, start - 20), start)) &&
  /^[^\p{Alpha}\n]*(?:\n|$)/u.test(text.slice(end, end + 20));

/** The day in the visible text: one after a word for publication, else the first near the headline, else the first of all. */
export function timeInText(text: string, heading: string | null, monthFirst: boolean): PublishedTime | null {
  const top = text.slice(0, 60_000);
  const headline = heading ? top.indexOf(heading.slice(0, 60)) : -1;
  let first: string | null = null;
  let near: string | null = null;
  let alone: string | null = null;
  let nearest = Infinity;
  const dates = writtenDates(top, monthFirst);
  for (const [i, date] of dates.entries()) {
    // Two days, "28.01.2022 – 29.01.2022", are those of an event.
    if ((dates[i + 1]?.start ?? Infinity) - date.end <= 3 || date.start - (dates[i - 1]?.end ?? -Infinity) <= 3) continue;
    const day = isoDay(date.year, date.month, date.day);
    const before = text.slice(Math.max(0, date.start - 40), date.start);
    if (!day || MODIFIED_WORDS.test(before) || JOINED_WORDS.test(before)) continue;
    // Comments below an article have dates too.
    if (date.start - nearest > ABOVE_HEADLINE) break;
    if (PUBLISHED_WORDS.test(before)) return parseTime(day, "text");
    first ??= day;
    if (headline < 0 || date.start < headline - ABOVE_HEADLINE) continue;
    if (near === null && date.start - headline < 2 * ABOVE_HEADLINE) nearest = date.start;
    near ??= day;
    if (standsAlone(text, date)) alone ??= day;
  }
  const best = alone ?? near ?? first;
  return best ? parseTime(best, "text") : null;
}

interface DatedPage {
  signals: PageSignals;
  /** The page's JSON-LD. */
  nodes: JsonObject[];
  url: string | null;
  html: string;
  /** Gives the page's text. It is called, and `html` searched, only if nothing better is found. */
  visible: () => string;
  /** Whether 4/5 is the fifth of April. */
  monthFirst: boolean;
}
/** When a page was published and modified. Measured by test/eval/articles.ts. */
export function publicationOf({ signals, nodes, url, html, visible, monthFirst }: DatedPage): PageTimes {
  const marked = markedTime(signals, monthFirst);
  const byUrl = timeOfUrl(url);
  const shown = () => marked.published ?? timeInText(visible(), signals.headings[0] ?? null, monthFirst);
  const stated =
    // If it differs from JSON-LD, it is the day that the page shows.
    metaTime(signals, /^article:published_time$/, monthFirst) ??
    jsonLdTime(nodes, ["datePublished", "dateCreated"]) ??
    metaTime(signals, PUBLISHED_META, monthFirst) ??
    scriptTime(signals.jsonLd, "jsonld");
  const since = (time: PublishedTime | null) => (stated?.earliest ?? 0) - (time?.latest ?? Infinity);
  const published =
    // The day in a URL's path is that of the first publication, whatever date the page shows later.
    (since(byUrl) > 31 * DAY && /\/\d{4}\/\d\d?\/\d\d?\//.test(url ?? "") ? byUrl : null) ??
    // If the stated day is that of print, the shown date of the day before is when the article went online.
    (stated?.precision === "day" && since(marked.published) >= 0 && since(marked.published) < DAY ? marked.published : null) ??
    besideUrl(stated, byUrl) ??
    (stated && inOwnZone(stated, signals, shown)) ??
    besideUrl(marked.published, byUrl) ??
    marked.published ??
    jsonLdTime(nodes, ["uploadDate"]) ??
    (byUrl?.precision === "day" ? byUrl : null) ??
    shown() ??
    marked.aside ??
    scriptTime([html], "meta") ??
    byUrl;
  const modified = jsonLdTime(nodes, ["dateModified"]) ?? metaTime(signals, MODIFIED_META, monthFirst) ?? marked.modified;
  return { published, modified };
}
