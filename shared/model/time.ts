/** Uncertain times: an EDTF value, its precision, the basis of the evidence, and the range of possible instants in ms. */

import * as z from "zod";
import { DAY } from "../durations.ts";
import { isoDate, isoTime } from "../iso.ts";
import { platformNamed } from "../platforms/index.ts";
import { text } from "./fields.ts";

const TimePrecision = z.enum(["millisecond", "second", "minute", "hour", "day", "month", "year", "range", "unknown"]);
/** Kinds of evidence for a time, strongest first: "earliest known" ranks by this order. */
export const timeBases = ["id", "archive", "platform", "jsonld", "meta", "time", "url", "feed", "text", "human", "unknown"] as const;
export const TimeBasis = z.enum(timeBases);
/** The time at which something was published, as exactly as it is known. `value` is EDTF; `earliest` and `latest` are ms since 1970, null = open. */
export const PublishedTime = z.object({
  value: z.string(),
  precision: TimePrecision,
  basis: TimeBasis,
  earliest: z.int().nullable(),
  latest: z.int().nullable(),
});
const Instant = z.string().meta({ format: "date-time" });
/** A time in the API: the ends of the range are RFC 3339 in UTC. */
export const StatedTime = PublishedTime.extend({
  value: z.string().describe("EDTF, as exact as it is known; empty for an unknown time"),
  earliest: Instant.nullable().describe("It was not before; null: open"),
  latest: Instant.nullable().describe("It was not after; null: open"),
}).meta({ id: "Time" });
export type StatedTime = z.infer<typeof StatedTime>;
export type TimeBasis = z.infer<typeof TimeBasis>;
export type PublishedTime = z.infer<typeof PublishedTime>;

/** Accepts `2025-04-08`, `2025-04-07T17:49:31Z` and other EDTF values that `parseTime` reads. */
export const TimeInput = text(64).refine((value) => parseTime(value, "human") !== null, {
  error: "must be an RFC 3339 date-time with zone, a date (2025-04-08, 2025-04, 2025) or an EDTF interval, and not in the far future",
});

/** In ms. No platform has older posts with a clock in their ids. */
const EARLIEST_POST = Date.UTC(2006, 0, 1);
/** In ms. Later times are not accepted. */
const FUTURE = Date.UTC(2100, 0, 1);

export const UNKNOWN_TIME: PublishedTime = { value: "", precision: "unknown", basis: "unknown", earliest: null, latest: null };

/** Converts a time to the form of the API. */
export const stated = (time: PublishedTime): StatedTime => {
  const iso = (ms: number | null) => (ms === null ? null : isoTime(ms));
  const earliest = iso(time.earliest);
  return { ...time, earliest, latest: time.latest === time.earliest ? earliest : iso(time.latest) };
};
/** Converts a time from the form of the API. */
export const unstated = (time: StatedTime): PublishedTime => {
  const ms = (text: string | null) => (text === null ? null : Date.parse(text));
  return { ...time, earliest: ms(time.earliest), latest: ms(time.latest) };
};

/** How long a time of each precision lasts, without its first millisecond. */
const WIDTHS = { millisecond: 0, second: 999, minute: 59_999 };
function exact(value: string, ms: number, precision: keyof typeof WIDTHS, basis: TimeBasis): PublishedTime {
  return { value, precision, basis, earliest: ms, latest: ms + WIDTHS[precision] };
}

/** An instant known to the millisecond. */
export function instant(ms: number, basis: TimeBasis): PublishedTime {
  return exact(isoTime(ms), ms, "millisecond", basis);
}

/** A calendar day, month or year in UTC, without the uncertain hours that time zones add. */
function calendar(value: string, basis: TimeBasis): PublishedTime | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2] ?? 1);
  const day = Number(match[3] ?? 1);
  const start = Date.UTC(year, month - 1, day);
  const back = new Date(start);
  if (year < 1000 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  if (match[3]) return { value, precision: "day", basis, earliest: start, latest: start + DAY - 1 };
  if (match[2]) return { value, precision: "month", basis, earliest: start, latest: Date.UTC(year, month, 1) - 1 };
  return { value, precision: "year", basis, earliest: start, latest: Date.UTC(year + 1, 0, 1) - 1 };
}

/**
 * Reads RFC 3339 date-times with zone, EDTF dates (`2025-04-08`, `2025-04`, `2025`, with `~` `?` `%`), and intervals `a/b`, `../b`, `a/..`.
 * Null for anything else, for days that no calendar has, and for times past 2100. A date-time without zone is refused: it names no instant.
 */
export function parseTime(raw: string, basis: TimeBasis): PublishedTime | null {
  const value = raw.trim();
  if (value.indexOf("/") > 0) return interval(value, basis);
  const [, date = ""] = /^(\d{4}(?:-\d{2}){0,2})[~?%]?$/.exec(value) ?? [];
  const day = calendar(date, basis);
  if (!day) return dateTime(value, basis);
  return (day.earliest ?? 0) > FUTURE ? null : { ...day, value };
}
/** Two times with a slash between them, of which one may be open. */
function interval(value: string, basis: TimeBasis): PublishedTime | null {
  const slash = value.indexOf("/");
  const from = value.slice(0, slash);
  const to = value.slice(slash + 1);
  const low = from === ".." ? null : parseTime(from, basis);
  const high = to === ".." ? null : parseTime(to, basis);
  if ((from !== ".." && !low) || (to !== ".." && !high) || (!low && !high)) return null;
  if (low && high && (low.earliest ?? 0) > (high.latest ?? 0)) return null;
  return { value, precision: "range", basis, earliest: low?.earliest ?? null, latest: high?.latest ?? null };
}
/** The length of an ISO date-time without its zone. */
const LENGTHS = { minute: 16, second: 19, millisecond: 23 };
/** A date-time with its zone. */
function dateTime(value: string, basis: TimeBasis): PublishedTime | null {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:Z|([+-]\d{2}):?(\d{2}))$/i.exec(value);
  if (!found) return null;
  const [, date = "", hour, minute, second, fraction, zoneHours, zoneMinutes] = found;
  if (!calendar(date, basis) || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  // A leap second is told as the one before it.
  const seconds = second === "60" ? "59" : (second ?? "00");
  const zone = zoneHours ? `${zoneHours}:${zoneMinutes}` : "Z";
  const ms = Date.parse(`${date}T${hour}:${minute}:${seconds}${(fraction ?? "").slice(0, 4)}${zone}`);
  if (Number.isNaN(ms) || ms > FUTURE) return null;
  const whole = second ? "second" : "minute";
  const precision = fraction ? "millisecond" : whole;
  return exact(`${isoTime(ms).slice(0, LENGTHS[precision])}Z`, ms, precision, basis);
}

/**
 * Whether a time is later than an instant by more than zones and clocks explain. Nothing is published after it was seen; only an id's clock is
 * trusted.
 */
export const isAfter = ({ basis, earliest }: PublishedTime, at: number): boolean =>
  basis !== "id" && earliest !== null && earliest > at + DAY;

/** Reads a time in a query, in which the "+" of an offset has become a space if the caller did not encode it. */
export const timeAsked = (value: string) => parseTime(value.replace(/ (?=\d\d:?\d\d$)/, "+"), "human");
/** The instant (ms) that `?asOf=` names: the last instant of a time or of a day in UTC. Null if it names none. */
export function instantAsked(value: string): number | null {
  return timeAsked(value)?.latest ?? null;
}
/** How far a reader's clock may be ahead of ours, in ms. */
const SKEW = 1000;
/** After this time, in ms, nothing more is recorded for an instant, because every request of that instant has ended. */
const SETTLED = 60_000;
/** The state of the answer for an instant (null = now): in the future, able to change, or fixed. */
export function tense(asOf: number | null, now: number): "future" | "open" | "fixed" {
  if (asOf !== null && asOf > now + SKEW) return "future";
  return asOf !== null && asOf <= now - SETTLED ? "fixed" : "open";
}

/** A range in ms as an EDTF interval of days; null bounds are open. */
export function range(earliest: number | null, latest: number | null, basis: TimeBasis): PublishedTime {
  if (earliest === null && latest === null) return { ...UNKNOWN_TIME, basis };
  const day = (ms: number | null) => (ms === null ? ".." : isoDate(ms));
  return { value: `${day(earliest)}/${day(latest)}`, precision: "range", basis, earliest, latest };
}

/** The time that a platform's own id carries (`shared/platforms` has each clock); null if the id carries none. */
export function timeOfId(platform: string, nativeId: string): PublishedTime | null {
  const carried = platformNamed(platform)?.timeOf(nativeId);
  if (!carried || carried.ms <= EARLIEST_POST || carried.ms >= FUTURE) return null;
  const { ms, precision } = carried;
  if (precision === "millisecond") return instant(ms, "id");
  return exact(isoTime(ms).replace(/\.\d+Z$/, "Z"), ms, precision, "id");
}

/** The rank of the evidence for a time: 0 is the strongest. */
export const rankOf = ({ basis }: Pick<PublishedTime, "basis">): number => timeBases.indexOf(basis);
