import { countOne, sumOf } from "../collections.ts";
import { isNamedSource } from "../model/id.ts";
import { ownProperty } from "../own-property.ts";
import { primaryTag } from "../text/language-tag.ts";
import { oncePer } from "../text/once-per.ts";
import type { Act } from "../timeline/acts.ts";
import { reportingUnread } from "../timeline/story/story.ts";
import type { Timeline, TimelineEvent } from "../timeline/views.ts";
import { eventAsNoun, whoOf } from "./event.ts";
import { messagesOf } from "./general/messages.ts";
import { lagInWords } from "./lag.ts";
import { kindName, named, onPlatform, partyName, partyTitle, placeName } from "./name.ts";
import { ENGLISH, instantInWords, type LocaleOptions, timeInWords, wallClock } from "./time.ts";
import { verbInWords } from "./verb.ts";

const EN = messagesOf("en");
const count = (n: number) => `${n} ${n === 1 ? "document" : "documents"}`;

/** Kinds that are called news; others are called by their platform or place. */
const NEWS = new Set(["article", "press_release", "fact_check"]);
/** Places that the answer of the spread lane names; the rest is a number. */
const MAX_PLACES = 4;

function firstKnownAnswer(timeline: Timeline): string {
  const { firstKnown } = timeline;
  if (!firstKnown) return "not found so far";
  const event = timeline.events.find((e) => e.id === firstKnown.eventId);
  if (!event) return "earlier than the events shown here";
  const { earliest, latest } = event.published;
  // Where its own time is unknown, that of the reporting document is given.
  const reporting =
    earliest === null && latest === null ? timeline.events.find((e) => e.documentId === event.toldBy?.documentId) : undefined;
  const when = reporting ? ` (${timeInWords(reporting.published, ENGLISH)})` : "";
  const rivals = firstKnown.rivals.length;
  return [
    `${eventAsNoun(event, EN)}, ${timeInWords(event.published, ENGLISH)}`,
    event.toldBy ? `${EN.knownFrom(named(event.toldBy.label, 60))}${when}` : "",
    rivals > 0 ? `${rivals} ${rivals === 1 ? "other" : "others"} could be as early` : "",
  ]
    .filter(Boolean)
    .join("; ");
}

function placeOf(event: TimelineEvent): string {
  const many = kindName(event.kind, EN, true);
  return NEWS.has(event.kind) && !onPlatform(event) ? many : (placeName(event) ?? many);
}

function spreadAnswer(timeline: Timeline): string {
  const appearances = timeline.events.filter((event) => event.lane === "spread" && event.thread === undefined);
  const spread = appearances.filter((event) => !isNamedSource(event.documentId));
  const sources = appearances.length - spread.length;
  const named = sources > 0 ? `; ${sources} more named as ${sources === 1 ? "a source" : "sources"}` : "";
  const all = timeline.counts.sightings;
  // A page of a long timeline has a part of the events, and the counts of all do not know lanes: so the part is named as one.
  const whole = timeline.events.length >= all;
  const replies = sumOf(timeline.threads, (thread) => thread.replies);
  const nothingElse = replies > 0 ? `nothing else known but ${replies === 1 ? "1 reply" : `${replies} replies`}` : "nothing else known";
  if (spread.length === 0) return `${whole ? nothingElse : `${count(all)} in all`}${named}`;
  const seen = new Map<string, number>();
  for (const event of spread) {
    const place = placeOf(event);
    countOne(seen, place);
  }
  const places = [...seen].sort((a, b) => b[1] - a[1]).map(([place]) => place);
  // In the order of appearance, as a path; a long list is cut to the most frequent.
  const shown = places.length > MAX_PLACES ? [...places.slice(0, MAX_PLACES), `${places.length - MAX_PLACES} more`] : [...seen.keys()];
  return `${count(spread.length)}${whole ? "" : ` of ${all} in all`}: ${shown.join(", ")}${named}`;
}

function sameYear(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && wallClock(a, "UTC").year === wallClock(b, "UTC").year;
}

/** "Ahmad Al-Dahle (VP of generative AI, Meta) denied it": by the event, or by the act where a page does not have its event. */
function responseInWords(event: TimelineEvent | undefined, act: Act | undefined): string {
  const actor = event?.response?.actor ?? act?.actor;
  const title = actor ? partyTitle(actor) : "";
  const who = event ? whoOf(event, EN) : ((actor && partyName(actor, EN)) ?? EN.unnamedParty);
  const did = event
    ? verbInWords(event, ENGLISH)
    : (ownProperty(EN.responses as Record<string, string>, act?.type ?? "") ?? EN.verbs.responds);
  return `${named(who)}${title && ` (${named(title, 120)})`} ${did}`;
}

function responsesAnswer(timeline: Timeline): string {
  const { firstResponse, acts, counts, changedAt } = timeline;
  // However many documents report an act, it is one response. A page of a long timeline may have a part of the reports.
  const isWhole = sumOf(acts, ({ reports }) => reports.length) >= counts.responses;
  const reporting = new Set(reportingUnread(timeline.events, false).map(({ documentId }) => documentId)).size;
  if (!firstResponse && reporting > 0) return `${count(reporting)} may report one; no editor has checked that yet`;
  if (!firstResponse) return `none found and checked so far (as of ${instantInWords(changedAt, ENGLISH)})`;
  const event = timeline.events.find((e) => e.id === firstResponse.eventId);
  const act = acts.find(({ reports }) => reports.some(({ responseId }) => responseId === firstResponse.eventId));
  const first = timeline.events.find((e) => e.id === timeline.firstKnown?.eventId);
  const published = event?.response?.published ?? event?.published ?? act?.published;
  if (!published) return counts.responses === 1 ? "1 response" : `${counts.responses} responses`;
  // The same year is given once, in the lane above.
  const year = !sameYear(published.earliest ?? published.latest, first ? (first.published.latest ?? first.published.earliest) : null);
  const time = timeInWords(published, { ...ENGLISH, year });
  const sentence = [responseInWords(event, act), time, lagInWords(firstResponse.lag)].filter(Boolean).join(", ");
  return acts.length > 1 ? `${sentence}; ${isWhole ? "" : "at least "}${acts.length - 1} more` : sentence;
}

/** One line of English for each lane: the first known appearance, the spread, who responded and how long after. Plain text. */
export const laneAnswers = (timeline: Timeline) => ({
  firstKnown: firstKnownAnswer(timeline),
  spread: spreadAnswer(timeline),
  responses: responsesAnswer(timeline),
});

const namesIn = oncePer((locale: string) => {
  const names = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
  return oncePer((tag: string) => names.of(tag) ?? tag);
});
/** A language's name, "Chinese" for zh-CN; null for a tag without one. */
export function languageName(tag: string, options: LocaleOptions): string | null {
  const primary = primaryTag(tag);
  return primary === "und" ? null : namesIn(messagesOf(options.lang).locale)(primary);
}
