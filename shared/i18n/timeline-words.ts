import { primaryTag } from "../text/language-tag.ts";
import type { Timeline, TimelineEvent } from "../timeline/views.ts";
import { eventAsNoun, whoOf } from "./event.ts";
import { type Messages, messagesOf } from "./general/messages.ts";
import { lagInWords } from "./lag.ts";
import { kindName, named, onPlatform, partyTitle, placeName } from "./name.ts";
import { instantInWords, type LocaleOptions, timeInWords, wallClock } from "./time.ts";
import { verbInWords } from "./verb.ts";

interface LaneAnswers {
  firstKnown: string;
  spread: string;
  responses: string;
}

/** Kinds that are called news; others are called by their platform or place. */
const NEWS = new Set(["article", "press_release", "fact_check"]);
/** Places that the answer of the spread lane names; the rest is a number. */
const MAX_PLACES = 4;

function firstKnownAnswer(timeline: Timeline, options: LocaleOptions): string {
  const { firstKnown } = timeline;
  const m = messagesOf(options.lang);
  if (!firstKnown) return m.nothingKnown;
  const event = timeline.events.find((e) => e.id === firstKnown.eventId);
  if (!event) return m.earlierThanShown;
  const { earliest, latest } = event.published;
  // Where its own time is unknown, that of the reporting document is given.
  const reporting =
    earliest === null && latest === null ? timeline.events.find((e) => e.documentId === event.toldBy?.documentId) : undefined;
  const when = reporting ? m.brackets(timeInWords(reporting.published, options)) : "";
  const rivals = firstKnown.rivals.length;
  return [
    `${eventAsNoun(event, m)}${m.comma}${timeInWords(event.published, options)}`,
    event.toldBy ? `${m.onlyFrom(named(event.toldBy.label, 60))}${when}` : "",
    rivals > 0 ? m.rivals(rivals) : "",
  ]
    .filter(Boolean)
    .join(m.semicolon);
}

function placeOf(event: TimelineEvent, m: Messages): string {
  const many = kindName(event.kind, m, true);
  return NEWS.has(event.kind) && !onPlatform(event) ? many : (placeName(event) ?? many);
}

function spreadAnswer(timeline: Timeline, m: Messages): string {
  const spread = timeline.events.filter((event) => event.lane === "spread" && event.thread === undefined);
  const all = timeline.counts.sightings;
  // A page of a long timeline has a part of the events, and the counts of all do not know lanes: so the part is named as one.
  const whole = timeline.events.length >= all;
  if (spread.length === 0) return whole ? m.noOtherSource : m.sourcesInAll(all);
  const seen = new Map<string, number>();
  for (const event of spread) {
    const place = placeOf(event, m);
    seen.set(place, (seen.get(place) ?? 0) + 1);
  }
  const places = [...seen].sort((a, b) => b[1] - a[1]).map(([place]) => place);
  // In the order of appearance, as a path; a long list is cut to the most frequent.
  const shown = places.length > MAX_PLACES ? [...places.slice(0, MAX_PLACES), m.more(places.length - MAX_PLACES)] : [...seen.keys()];
  return `${whole ? m.sources(spread.length) : m.sourcesOf(spread.length, all)}${m.colon}${shown.join(m.item)}`;
}

function sameYear(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && wallClock(a, "UTC").year === wallClock(b, "UTC").year;
}

/** "Ahmad Al-Dahle (VP of generative AI, Meta) denied it". */
function responseInWords(event: TimelineEvent, options: LocaleOptions): string {
  const m = messagesOf(options.lang);
  const title = event.response ? partyTitle(event.response.actor) : "";
  return m.does(`${named(whoOf(event, m))}${title && m.brackets(named(title, 120))}`, verbInWords(event, options));
}

function responsesAnswer(timeline: Timeline, options: LocaleOptions): string {
  const { firstResponse, counts, changedAt } = timeline;
  const m = messagesOf(options.lang);
  if (!firstResponse) return m.noneFound(instantInWords(changedAt, options));
  const event = timeline.events.find((e) => e.id === firstResponse.eventId);
  if (!event) return m.responseCount(counts.responses);
  const first = timeline.events.find((e) => e.id === timeline.firstKnown?.eventId);
  const published = event.response?.published ?? event.published;
  // The same year is given once, in the lane above.
  const year = !sameYear(published.earliest ?? published.latest, first ? (first.published.latest ?? first.published.earliest) : null);
  const time = timeInWords(published, { ...options, year });
  const said = [responseInWords(event, options), time, lagInWords(firstResponse.lag, options)].filter(Boolean).join(m.comma);
  return counts.responses > 1 ? `${said}${m.semicolon}${m.more(counts.responses - 1)}` : said;
}

/** One line for each lane: the first known appearance, the spread, who responded and how long after. Plain text. */
export function laneAnswers(timeline: Timeline, options: LocaleOptions): LaneAnswers {
  return {
    firstKnown: firstKnownAnswer(timeline, options),
    spread: spreadAnswer(timeline, messagesOf(options.lang)),
    responses: responsesAnswer(timeline, options),
  };
}

const names = new Map<string, string>();
/** A language's name, "Chinese" for zh-CN; null for a tag without one. */
export function languageName(tag: string, options: LocaleOptions): string | null {
  const { locale } = messagesOf(options.lang);
  const primary = primaryTag(tag);
  if (primary === "und") return null;
  const key = `${locale} ${primary}`;
  const known = names.get(key);
  if (known) return known;
  const name = new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(primary) ?? primary;
  names.set(key, name);
  return name;
}
