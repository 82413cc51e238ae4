import { responseTypes } from "../responses/index.ts";
import type { Timeline, TimelineEvent } from "../timeline.ts";
import { eventAsNoun, whoOf } from "./event.ts";
import { lagInWords } from "./lag.ts";
import { kindName, named, onPlatform, partyTitle, placeName, plural } from "./name.ts";
import { instantInWords, type SayOptions, timeInWords, wallClock } from "./time.ts";

export interface LaneAnswers {
  firstKnown: string;
  spread: string;
  responses: string;
}

/** Kinds that readers know as news; the rest is told by its platform or place. */
const NEWS = new Set(["article", "press_release", "fact_check"]);
/** So many places are named in the answer of the spread lane; the rest is a number. */
const NAMED_PLACES = 4;

function firstKnownAnswer(timeline: Timeline, options: SayOptions): string {
  const { firstKnown } = timeline;
  if (!firstKnown) return "no appearance known yet";
  const event = timeline.events.find((e) => e.id === firstKnown.eventId);
  if (!event) return "earlier than the events shown here";
  const { earliest, latest } = event.published;
  // Its own time unknown, the teller's at least says when it was told of.
  const teller = earliest === null && latest === null ? timeline.events.find((e) => e.documentId === event.toldBy?.documentId) : undefined;
  const when = teller ? ` (${timeInWords(teller.published, options)})` : "";
  const told = event.toldBy ? `; known only from ${named(event.toldBy.label, 60)}${when}` : "";
  const rivals = firstKnown.rivals.length > 0 ? `; ${plural(firstKnown.rivals.length, "other")} could be as early` : "";
  return `${eventAsNoun(event)}, ${timeInWords(event.published, options)}${told}${rivals}`;
}

function placeOf(event: TimelineEvent): string {
  if (NEWS.has(event.kind) && !onPlatform(event)) return event.kind === "article" ? "news" : `${kindName(event.kind)}s`;
  return placeName(event) ?? `${kindName(event.kind)}s`;
}

function spreadAnswer(timeline: Timeline): string {
  const spread = timeline.events.filter((event) => event.lane === "spread");
  // A page of a long timeline holds a part; the counts hold all but cannot tell lanes apart, so a part is said to be one.
  const whole = timeline.events.length >= timeline.counts.sightings;
  if (spread.length === 0) return whole ? "no other source known" : `${plural(timeline.counts.sightings, "source")} in all`;
  const seen = new Map<string, number>();
  for (const event of spread) {
    const place = placeOf(event);
    seen.set(place, (seen.get(place) ?? 0) + 1);
  }
  const places = [...seen].sort((a, b) => b[1] - a[1]).map(([place]) => place);
  // Order of appearance reads as a path; only a long list is cut to the most frequent.
  const shown =
    places.length > NAMED_PLACES ? [...places.slice(0, NAMED_PLACES), `${places.length - NAMED_PLACES} more`] : [...seen.keys()];
  const total = whole ? "" : ` of ${timeline.counts.sightings} in all`;
  return `${plural(spread.length, "source")}${total}: ${shown.join(", ")}`;
}

function sameYear(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && wallClock(a, "UTC").year === wallClock(b, "UTC").year;
}

/** "Ahmad Al-Dahle (VP of generative AI, Meta) denies it". */
export function responseInWords(event: TimelineEvent): string {
  const { response } = event;
  const title = response ? partyTitle(response.actor) : "";
  const verb = response && Object.hasOwn(responseTypes, response.type) ? responseTypes[response.type]?.verb : undefined;
  const who = named(whoOf(event));
  return `${who}${title ? ` (${named(title, 120)})` : ""} ${verb ?? event.verb}`;
}

function responsesAnswer(timeline: Timeline, options: SayOptions): string {
  const { firstResponse, counts, changedAt } = timeline;
  if (!firstResponse) return `none found so far (checked ${instantInWords(changedAt, options)})`;
  const event = timeline.events.find((e) => e.id === firstResponse.eventId);
  if (!event) return plural(counts.responses, "response");
  const first = timeline.events.find((e) => e.id === timeline.firstKnown?.eventId);
  const published = event.response?.published ?? event.published;
  // The year stands once, in the lane above, when it is the same.
  const year = !sameYear(published.earliest ?? published.latest, first ? (first.published.latest ?? first.published.earliest) : null);
  const time = timeInWords(published, { ...options, year });
  const lag = lagInWords(firstResponse.lag);
  const rest = counts.responses > 1 ? `; ${counts.responses - 1} more` : "";
  return `${[responseInWords(event), time, lag].filter(Boolean).join(", ")}${rest}`;
}

/** One line for each lane: what is known first, how it spread, who responded and how long after. Plain text. */
export function laneAnswers(timeline: Timeline, options: SayOptions): LaneAnswers {
  return {
    firstKnown: firstKnownAnswer(timeline, options),
    spread: spreadAnswer(timeline),
    responses: responsesAnswer(timeline, options),
  };
}

/** "1 independent source", "1 to 3 independent sources among the 50 shown of 1,200": how many could have started it without each other. */
export function independenceInWords(timeline: Timeline): string {
  const { min, max, of } = timeline.independence;
  if (max <= 0) return "";
  const said = min === max ? `${plural(max, "independent source")}` : `${min} to ${max} independent sources`;
  const part = timeline.events.length < timeline.counts.sightings;
  return part ? `${said} among the ${of} shown here of ${timeline.counts.sightings} in all` : said;
}

/** "5 of 19 later ones carry the response": what became of it; "" where nothing denies the claim or nothing is later. */
export function uptakeInWords({ uptake }: Timeline): string {
  if (!uptake || uptake.later === 0) return "";
  return `${uptake.aware} of ${plural(uptake.later, "later one", "later ones")} ${uptake.aware === 1 ? "carries" : "carry"} the response`;
}

const languages = new Map<string, string>();
/** A language's English name, "Chinese" for zh-CN; null for what has none. */
function languageName(tag: string): string | null {
  const primary = tag.split("-")[0]?.toLowerCase() ?? "";
  if (!/^[a-z]{2,3}$/.test(primary) || primary === "und") return null;
  const known = languages.get(primary);
  if (known) return known;
  const name = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(primary) ?? primary;
  languages.set(primary, name);
  return name;
}

/** "Chinese, English": the languages of the events in order of appearance; "" when there are not two. */
export function languagesInWords(timeline: Timeline): string {
  const names = new Set(timeline.events.flatMap((event) => (event.lang && languageName(event.lang)) || []));
  if (names.size < 2) return "";
  const shown = [...names].slice(0, NAMED_PLACES);
  return shown.concat(names.size > shown.length ? [`${names.size - shown.length} more`] : []).join(", ");
}

/** What the spread lane adds to its answer, part by part: languages, independence, hedging, and repeats without the response. */
export function spreadAsides(timeline: Timeline): string[] {
  const { independence, unawareRepeats, events } = timeline;
  const { min, max } = independence;
  const hedged = events.filter(
    (event) => event.lane !== "responses" && (event.hedges.length > 0 || event.certainty === "uncertain"),
  ).length;
  const repeats = unawareRepeats.length;
  return [
    languagesInWords(timeline),
    max > 0 ? `${min === max ? max : `${min}–${max}`} independent` : "",
    hedged > 0 ? `${hedged} hedged` : "",
    timeline.uptake && timeline.uptake.aware > 0
      ? uptakeInWords(timeline)
      : repeats > 0
        ? `${plural(repeats, "later one", "later ones")} without the response`
        : "",
  ].filter(Boolean);
}
