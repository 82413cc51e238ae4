/** Building blocks of times told in a text: days, weeks, months around the day of writing, and the list of what is found. */
import type { PublishedTime, Span } from "../model.ts";
import { parseTime } from "../time.ts";
import { isoDay } from "./calendar.ts";
import { BOUNDS, FUTURE } from "./dates-cues.ts";

export const DAY = 86_400_000;
export type Found = { span: Span; time: PublishedTime };
/** Findings of one rule in one text: a page of one repeated word must not cost more than a long article. */
const MOST = 1_000;

/** The day of writing, as ms of its midnight: the text's own day where `value` tells it. Null unless known to the day. */
export function dayOf(reference: PublishedTime | null): number | null {
  if (!reference || !["millisecond", "second", "minute", "hour", "day"].includes(reference.precision)) return null;
  const own = /^\d{4}-\d{2}-\d{2}/.exec(reference.value)?.[0];
  if (own) return Date.parse(`${own}T00:00:00Z`);
  return reference.earliest === null ? null : Math.floor(reference.earliest / DAY) * DAY;
}

export const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** 0 = Monday. */
export const weekdayOf = (ms: number): number => (new Date(ms).getUTCDay() + 6) % 7;
export const told = (value: string | null): PublishedTime | null => (value === null ? null : parseTime(value, "text"));
export const between = (from: number, to: number): PublishedTime | null => told(from === to ? iso(from) : `${iso(from)}/${iso(to)}`);

/** The nearest such weekday: on or before the day of writing, or after it where the sentence speaks of what is to come. */
export function weekday(reference: number, day: number, future: boolean): number {
  const back = (weekdayOf(reference) - day + 7) % 7;
  return future ? reference + (7 - back) * DAY : reference - back * DAY;
}

/** A number of units back, as wide as people mean it: "two weeks ago" is give or take half a week. */
export function back(reference: number, count: number, unit: string): PublishedTime | null {
  const at = new Date(reference);
  if (count > 999) return null;
  if (unit === "hour") return between(reference - Math.ceil(count / 24) * DAY, reference);
  if (unit === "day") return told(iso(reference - count * DAY));
  if (unit === "week") return between(reference - (7 * count + 3) * DAY, reference - (7 * count - 3) * DAY);
  if (unit === "month") {
    const middle = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - count, Math.min(at.getUTCDate(), 28));
    return between(middle - 15 * DAY, middle + 15 * DAY);
  }
  const year = at.getUTCFullYear() - count;
  return told(`${String(year - 1).padStart(4, "0")}/${String(year).padStart(4, "0")}`);
}

/** The calendar week, month or year that lies `shift` from the one of writing. */
export function period(reference: number, unit: string, shift: number): PublishedTime | null {
  const at = new Date(reference);
  if (unit === "week") {
    const monday = reference - weekdayOf(reference) * DAY + shift * 7 * DAY;
    return between(monday, monday + 6 * DAY);
  }
  if (unit === "month") return told(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + shift, 1)).toISOString().slice(0, 7));
  return told(String(at.getUTCFullYear() + shift));
}

/** A day of the year without its year: the one nearest to the day of writing. */
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
 * A month without its year: the latest that has begun by the day of writing (`way` -1), the next (1), or by itself (0) the latest, unless it is
 * the coming one: "in May", written in April, is ahead.
 */
export function monthNear(reference: number, month: number, way: -1 | 0 | 1): string {
  const at = new Date(reference);
  const now = at.getUTCMonth() + 1;
  const ahead = (month - now + 12) % 12;
  const future = way > 0 || (way === 0 && ahead <= 1);
  const year = at.getUTCFullYear() + (future ? (month < now ? 1 : 0) : month > now ? -1 : 0);
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** Collects what the rules find; the earlier and longer of two that overlap stays. */
export class Findings {
  readonly text: string;
  readonly found: Found[] = [];
  constructor(text: string) {
    this.text = text;
  }
  each(pattern: RegExp, read: (match: RegExpExecArray) => PublishedTime | null): void {
    let left = MOST;
    for (const match of this.text.matchAll(pattern)) {
      if (left-- <= 0) return;
      this.add(match.index, match.index + match[0].length, read(match));
    }
  }
  add(start: number, end: number, time: PublishedTime | null): void {
    if (time) this.found.push({ span: { text: this.text.slice(start, end), start, end }, time });
  }
  /** Whether the sentence up to here looks ahead. */
  ahead(at: number): boolean {
    const before = this.text.slice(Math.max(0, at - 80), at);
    return FUTURE.test(before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n")) + 1));
  }
  before(at: number): string {
    return this.text.slice(Math.max(0, at - 14), at);
  }
  list(): Found[] {
    this.found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    const kept: Found[] = [];
    for (const one of this.found) if (one.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(this.bounded(one));
    return kept;
  }
  /** "by Monday" is any time up to it, "since March" any time from it on. */
  private bounded(one: Found): Found {
    // "vor drei Tagen" is no bound: there the word says "ago".
    const word = /^vor\s(?!dem\s|\d{1,2}\.)/iu.test(one.span.text) ? "" : (/^(\p{L}+)\s/u.exec(one.span.text)?.[1]?.toLowerCase() ?? "");
    const prior = /(?<!\p{L})(\p{L}+)\s(?:the\s|dem\s|le\s|el\s)?$/u.exec(this.before(one.span.start))?.[1]?.toLowerCase() ?? "";
    const inside = BOUNDS[word];
    const bound = inside ?? BOUNDS[prior];
    // Only a single day, month or year can be a bound of an interval.
    if (!bound || one.time.value.includes("/")) return one;
    const time = told(bound === "before" ? `../${one.time.value}` : `${one.time.value}/..`);
    if (!time) return one;
    if (inside) return { ...one, time };
    const start = one.span.start - (/(?<!\p{L})(\p{L}+)\s(?:the\s|dem\s|le\s|el\s)?$/u.exec(this.before(one.span.start))?.[0].length ?? 0);
    return { span: { text: this.text.slice(start, one.span.end), start, end: one.span.end }, time };
  }
}
