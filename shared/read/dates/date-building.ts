/** Building blocks for times in text: days, weeks and months around the day of writing, and the list of findings. */

import { DAY } from "../../durations.ts";
import { isoDate, twoDigits } from "../../iso.ts";
import { chinese } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { type PublishedTime, parseTime } from "../../model/time.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { inBothScripts, simplified } from "../../text/chinese/scripts.ts";
import { byPlace } from "../../text/span.ts";
import { isoDay } from "./calendar.ts";
import { BOUNDS, FUTURE, sourceOf } from "./time-words.ts";

/** A time, with the words that state it. */
export type Found = { span: Span; time: PublishedTime };
/** Maximum number of findings of one rule in one text: a page of one repeated word must not cost more than a long article. */
const MAX_FINDINGS = 1_000;
const isSpaced = (word: string) => !hasHan(word);
const LONG_BOUNDS = Object.keys(BOUNDS).filter((word) => word.includes(" "));
/** Words before a time that bound it, with short words between: "no later than", "before the". */
const BOUND_BEFORE = new RegExp(
  `(?:(?<!\\p{Alpha})(${LONG_BOUNDS.join("|")}|\\p{Alpha}{2,10})(?:${sourceOf("boundJoin")})?\\s(?:(?:${sourceOf("boundArticles")})\\s){0,2}|(${Object.keys(
    BOUNDS,
  )
    .filter((word) => !isSpaced(word))
    .map(inBothScripts)
    .join("|")}))$`,
  "iu",
);
/** Words after a time that bound it: 周一前, 三月以来. Not 周一前往, 5日前后. */
const ENDS_AT = new RegExp(`^(?:${chinese.time.eastAsian.boundBefore})`, "u");
const BEGINS_AT = new RegExp(`^(?:${chinese.time.eastAsian.boundAfter})`, "u");
/** A time whose first word looks like a bound but is none: "vor drei Tagen". */
const NO_BOUND = new RegExp(`^(?:${sourceOf("noBound")})`, "iu");

/** The day of writing, as ms of its midnight: the text's own day if `value` has it. Null unless known to the day. */
export function dayOf(reference: PublishedTime | null): number | null {
  if (!reference || !["millisecond", "second", "minute", "hour", "day"].includes(reference.precision)) return null;
  const own = /^\d{4}-\d{2}-\d{2}/.exec(reference.value)?.[0];
  if (own) return Date.parse(`${own}T00:00:00Z`);
  return reference.earliest === null ? null : Math.floor(reference.earliest / DAY) * DAY;
}

/** The day of the week of an instant (ms) in UTC: 0 is Monday. */
export const weekdayOf = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;
/** An EDTF value as a time from a text; null for none. */
export const textTime = (value: string | null): PublishedTime | null => (value === null ? null : parseTime(value, "text"));
/** The range of days from one instant (ms) to another, or the one day of both. */
export const between = (from: number, to: number): PublishedTime | null =>
  textTime(from === to ? isoDate(from) : `${isoDate(from)}/${isoDate(to)}`);

/** The nearest such weekday (0 is Monday), as ms of its midnight: on or before the day of writing, or after it if the sentence looks ahead. */
export function weekday(reference: number, day: number, future: boolean): number {
  const back = (weekdayOf(reference) - day + 7) % 7;
  return future ? reference + (7 - back) * DAY : reference - back * DAY;
}

/** A time some units ago, as vague as people mean it: "two weeks ago" may be off by half a week. */
export function back(reference: number, count: number, unit: string): PublishedTime | null {
  const at = new Date(reference);
  if (count > 999) return null;
  if (unit === "hour") return between(reference - Math.ceil(count / 24) * DAY, reference);
  if (unit === "day") return textTime(isoDate(reference - count * DAY));
  if (unit === "week") return between(reference - (7 * count + 3) * DAY, reference - (7 * count - 3) * DAY);
  if (unit === "month") {
    const middle = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - count, Math.min(at.getUTCDate(), 28));
    return between(middle - 15 * DAY, middle + 15 * DAY);
  }
  const year = at.getUTCFullYear() - count;
  return textTime(`${String(year - 1).padStart(4, "0")}/${String(year).padStart(4, "0")}`);
}

/** The calendar week, month or year that lies `shift` units from the day of writing. */
export function period(reference: number, unit: string, shift: number): PublishedTime | null {
  const at = new Date(reference);
  if (unit === "week") {
    const monday = reference - weekdayOf(reference) * DAY + shift * 7 * DAY;
    return between(monday, monday + 6 * DAY);
  }
  if (unit === "month") return textTime(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + shift, 1)).toISOString().slice(0, 7));
  return textTime(String(at.getUTCFullYear() + shift));
}

/** A day and month without a year: the one nearest to the day of writing. */
export function nearest(reference: number, month: number, day: number): string | null {
  const year = new Date(reference).getUTCFullYear();
  let best: string | null = null;
  for (const candidate of [year - 1, year, year + 1]) {
    const value = isoDay(candidate, month, day);
    const away = (of: string) => Math.abs(Date.parse(of) - reference);
    if (value && (best === null || away(value) < away(best))) best = value;
  }
  return best;
}

/**
 * A month without a year. `way` -1 gives the latest one that has begun by the day of writing, 1 gives the current or the next one. 0
 * gives the latest, except for the calendar month after the month of writing: "in May", written in April, is ahead.
 */
export function monthNear(reference: number, month: number, way: -1 | 0 | 1): string {
  const at = new Date(reference);
  const now = at.getUTCMonth() + 1;
  const ahead = (month - now + 12) % 12;
  const future = way > 0 || (way === 0 && ahead <= 1);
  const shift = future ? Number(month < now) : -Number(month > now);
  const year = at.getUTCFullYear() + shift;
  return `${year}-${twoDigits(month)}`;
}

/** Collects the findings of the rules. Of two that overlap, the earlier and longer one stays. */
export class Findings {
  readonly text: string;
  readonly found: Found[] = [];
  constructor(text: string) {
    this.text = text;
  }
  each(pattern: RegExp, read: (match: RegExpExecArray) => PublishedTime | null): void {
    let left = MAX_FINDINGS;
    for (const match of this.text.matchAll(pattern)) {
      if (left-- <= 0) return;
      this.add(match.index, match.index + match[0].length, read(match));
    }
  }
  add(start: number, end: number, time: PublishedTime | null): void {
    if (time) this.found.push({ span: { text: this.text.slice(start, end), start, end }, time });
  }
  /** Whether the sentence up to this point looks ahead. */
  ahead(at: number): boolean {
    const before = this.text.slice(Math.max(0, at - 80), at);
    return FUTURE.test(before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1));
  }
  before(at: number): string {
    return this.text.slice(Math.max(0, at - 28), at);
  }
  list(): Found[] {
    this.found.sort((a, b) => byPlace(a.span, b.span));
    const kept: Found[] = [];
    for (const one of this.found) if (one.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(this.bounded(one));
    return kept;
  }
  /** "by Monday" is any time up to Monday, "since March" any time from March on. */
  private bounded(one: Found): Found {
    const { start, end, text } = one.span;
    const inside = NO_BOUND.test(text) ? "" : (/^(\p{Alpha}+)\s/u.exec(text)?.[1]?.toLowerCase() ?? "");
    const [whole = "", word, chinese] = BOUND_BEFORE.exec(this.before(start)) ?? [];
    const prior = BOUNDS[word?.toLowerCase() ?? simplified(chinese ?? "")];
    const after = this.text.slice(end, end + 4);
    const endsAt = ENDS_AT.exec(after)?.[0];
    const beginsAt = BEGINS_AT.exec(after)?.[0];
    const behind = beginsAt ? "after" : undefined;
    const bound = BOUNDS[inside] ?? prior ?? (endsAt ? "before" : behind);
    const ends = one.time.value.split("/");
    const time = bound && textTime(bound === "before" ? `../${ends.at(-1)}` : `${ends[0]}/..`);
    if (!time) return one;
    const from = inside in BOUNDS || !prior ? start : start - whole.length;
    const to = end + (endsAt ?? beginsAt ?? "").length;
    return { span: { text: this.text.slice(from, to), start: from, end: to }, time };
  }
}
