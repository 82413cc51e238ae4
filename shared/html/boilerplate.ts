/** Removes boilerplate (menus, teasers, comments, footers) from a page that was saved as text. */

import { sumOf } from "../collections.ts";
import { anyLanguage, sourcesOf } from "../lang/index.ts";
import { machineDate, writtenDates } from "../read/dates/calendar.ts";
import { CJK } from "../text/chinese/characters.ts";
import { simplified } from "../text/chinese/scripts.ts";
import { CUES, type Cue, MENU_WORDS } from "./boilerplate-lines.ts";

interface Cleaned {
  text: string;
  title: string | null;
  byline: string | null;
  /** RFC 3339 day or time of a date line above the body. */
  date: string | null;
}

interface Line {
  text: string;
  cue: Cue | null;
  /** Whether the line consists of little more than a date. */
  dated: boolean;
  /** Whether the line belongs to the article's text: it is long and ends like a sentence. */
  prose: boolean;
  closed: boolean;
}

const CLOSED = /[.!?。！？…:：;；]["'”’»」』)\]）]{0,3}$/u;
const CJK_CHARACTER = new RegExp(`[${CJK}]`, "gu");
/** Maximum length of a line of boilerplate. */
const MAX_BOILERPLATE_LINE = 400;

/** Length of a text in letters, in which an East Asian character counts as three. */
export const weight = (text: string): number => text.length + 2 * (text.slice(0, 2_000).match(CJK_CHARACTER)?.length ?? 0);
const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{Alpha}\p{N}]/u.test(word)).length + Math.floor((text.match(CJK_CHARACTER)?.length ?? 0) / 2);

const DATE_WORDS = new RegExp(`${anyLanguage(({ page }) => page?.dateLine)}|\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?`, "giu");

const byline = sourcesOf(({ page }) => page?.bylineStart);
const BYLINE_START = new RegExp(`^(?:${byline.spaced}|${byline.unspaced})\\s?`, "iu");

/** Whether a line is only a date. */
export function isDateLine(text: string): boolean {
  if (text.length > 120 || !/\d/.test(text)) return false;
  const dates = writtenDates(text);
  if (!dates.length) return false;
  let rest = text;
  for (const date of dates.toReversed()) rest = rest.slice(0, date.start) + rest.slice(date.end);
  return (rest.replace(DATE_WORDS, "").match(/\p{Alpha}/gu)?.length ?? 0) <= 2;
}

function classify(text: string): Line {
  const closed = CLOSED.test(text.slice(-6));
  const cue = text.length > MAX_BOILERPLATE_LINE ? null : (CUES.find((cue) => text.length <= cue.max && cue.pattern.test(text)) ?? null);
  const heavy = weight(text);
  return { text, cue, dated: !cue && isDateLine(text), closed, prose: !cue && (heavy >= 250 || (heavy >= 80 && closed)) };
}

/** Whether a line is a menu or breadcrumbs: at least half of its words name sections. */
function isMenu(text: string): boolean {
  const parts = text
    .toLowerCase()
    .split(/[\s|>›»·•,/&-]+/)
    .filter(Boolean);
  return parts.length > 0 && parts.filter((part) => MENU_WORDS.has(simplified(part))).length * 2 >= parts.length;
}

/** Whether a text is a saved page: it has one line that only sites have, or two that articles rarely have, or a headline over a byline. */
function isSavedPage(lines: Line[]): boolean {
  const head = lines.slice(
    0,
    lines.findIndex((line) => line.prose),
  );
  const named = head.slice(1).filter((line) => line.cue?.kind === "byline" || line.dated);
  if (named.length && named.length === head.length - 1 && isLoose(head[0])) return true;
  let weak = 0;
  for (const { cue, dated, text } of lines) {
    if (cue?.strength === "strong") return true;
    if (cue || dated || (text.length < 80 && wordCount(text) > 2 && isMenu(text))) weak++;
  }
  return weak >= 2;
}

const proseOf = (lines: Line[]): number => sumOf(lines, (line) => (line.prose ? line.text.length : 0));

/** The index after the last line of the article, where the site's boilerplate begins. */
function endOf(lines: Line[]): number {
  for (let i = 0; i < lines.length; i++) {
    const ends = lines[i]?.cue?.ends;
    if (!ends) continue;
    const before = proseOf(lines.slice(0, i));
    if (before === 0) continue;
    const comments = lines.findIndex((line, j) => j > i && line.cue?.ends === "always");
    const rest = lines.slice(i, ends === "mostly" && comments > 0 ? comments : lines.length);
    const after = proseOf(rest);
    // Readers' comments may be longer than the article. Teasers never are: much prose after them is the rest of the article.
    if (ends === "always" ? before < 400 && after > before : after > before * 0.15 || rest.filter((line) => line.prose).length >= 3)
      continue;
    let end = i;
    while (end > 0 && isLoose(lines[end - 1])) end--;
    return end;
  }
  return lines.length;
}

/** Whether a line is a caption, heading or headline: short, and without a stop at its end. */
const isLoose = (line: Line | undefined): boolean => line !== undefined && !line.prose && !line.closed && line.text.length <= 120;

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]+/gu, " ")
    .trim();

/**
 * The index of the headline among the lines above the body: the first line of four or more words that is no menu, or its
 * shorter repetition; -1 for none.
 */
function headlineIn(head: Line[]): number {
  const fits = (line: Line, least: number) =>
    !line.cue && !line.dated && line.text.length <= 200 && wordCount(line.text) >= least && !isMenu(line.text) && !/\.$/.test(line.text);
  for (const least of [4, 2]) {
    const first = head.findIndex((line) => fits(line, least));
    if (first < 0) continue;
    const whole = plain((head[first] as Line).text);
    const repetition = head.findIndex((line, i) => i > first && fits(line, least) && whole.startsWith(`${plain(line.text)} `));
    return repetition < 0 ? first : repetition;
  }
  return -1;
}

/**
 * A saved page without boilerplate, with the headline, byline and date from above the body.
 * A text without recognised boilerplate is returned unchanged. Linear in the text.
 */
export function withoutBoilerplate(raw: string, givenTitle: string | null): Cleaned {
  const lines = raw
    .split("\n")
    .flatMap((part) => part.replace(/[\s\0]+/gu, " ").trim() || [])
    .map(classify);
  const whole: Cleaned = { text: raw, title: null, byline: null, date: null };
  const bodyAt = lines.findIndex((line) => line.prose);
  if (bodyAt < 0 || !isSavedPage(lines)) {
    const first = lines[0];
    if (bodyAt === 1 && first && !first.closed && !first.cue && !first.dated && wordCount(first.text) >= 3) whole.title = first.text;
    return whole;
  }
  const end = endOf(lines);
  const head = lines.slice(0, bodyAt);
  const titleAt = givenTitle === null ? headlineIn(head) : head.findIndex((line) => plain(line.text) === plain(givenTitle));
  const kept: string[] = [];
  let skipping = 0;
  for (const [i, line] of lines.slice(0, end).entries()) {
    if (line.cue || line.dated) {
      skipping = line.cue?.teaser ? 8 : 0;
      continue;
    }
    // After "Related articles" come headlines, until the article continues.
    if (skipping > 0 && isLoose(line)) {
      skipping--;
      continue;
    }
    skipping = 0;
    if (i === titleAt) continue;
    const next = lines[i + 1];
    if (isLoose(line) && next?.cue?.kind === "credit" && wordCount(line.text) <= 12) continue;
    if (i < bodyAt && !line.closed && (i < titleAt || wordCount(line.text) < 4 || isMenu(line.text))) continue;
    kept.push(line.text);
  }
  if (!kept.length) return whole;
  const byline = lines.slice(0, end).find((line) => line.cue?.kind === "byline" && BYLINE_START.test(line.text));
  const dated = head.find((line) => line.dated || (line.cue?.kind === "byline" && writtenDates(line.text).length > 0));
  return {
    text: kept.join("\n\n"),
    title: titleAt >= 0 ? (lines[titleAt]?.text ?? null) : null,
    byline: byline ? nameIn(byline.text) : null,
    date: dated ? dateIn(dated.text) : null,
  };
}

function nameIn(line: string): string | null {
  const name = line
    .replace(BYLINE_START, "")
    .replace(/\s?(?:[|·•,–—@(（]|\s-\s|\bon\b|\d).{0,120}$/u, "")
    .trim();
  return name && name.length <= 80 ? name : null;
}

function dateIn(line: string): string | null {
  const first = writtenDates(line, true)[0];
  return first ? machineDate(line.slice(first.start), true) : null;
}
