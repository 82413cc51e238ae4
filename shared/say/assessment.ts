import type { Timeline, TimelineEvent } from "../timeline.ts";
import { whoOf } from "./event.ts";
import { listed, named, plural } from "./name.ts";

/** Of those whom the sentence rests on, so many are named on each side. */
const NAMED = 2;
const DENIALS = new Set(["denial", "correction", "retraction"]);

function denies(event: TimelineEvent): boolean {
  return event.response ? DENIALS.has(event.response.type) : event.stance === "deny";
}

function sourceOf(event: TimelineEvent): string {
  const affiliation = event.response?.actor.affiliation?.trim();
  const of = affiliation ? ` of ${named(affiliation, 60)}` : "";
  return `${named(whoOf(event))}${of}${event.response?.standing === "subject" ? ", whom it concerns" : ""}`;
}

/** "Denied by A and B, as told by others"; "" for no events. */
function by(what: string, events: TimelineEvent[]): string {
  const sources = [...new Map(events.map((event) => [whoOf(event), event])).values()];
  if (sources.length === 0) return "";
  const names = sources.slice(0, NAMED).map(sourceOf);
  if (sources.length > NAMED) names.push(plural(sources.length - NAMED, "other"));
  const told = events.every((event) => (event.response?.seen ?? event.seen) === "reported") ? ", as told by others" : "";
  return `${what} by ${listed(names)}${told}`;
}

/** One sourced sentence under the status word: who said what about the claim, and who has not. Never whether it is true. */
export function assessmentInWords(timeline: Timeline): string {
  const { word, eventIds } = timeline.assessment;
  const ids = new Set(eventIds);
  const events = timeline.events.filter((event) => ids.has(event.id));
  if (events.length === 0) {
    if (eventIds.length > 0) return `This rests on ${plural(eventIds.length, "event")} not shown here.`;
    if (timeline.counts.responses === 0) return "No response found so far.";
    return "The party it concerns has neither confirmed nor denied it, as far as we have seen.";
  }
  const [against, rest] = [events.filter(denies), events.filter((event) => !denies(event))];
  switch (word) {
    case "unverified":
      if (rest.length) return `${by("Confirmed", rest)}${against.length ? `; ${by("denied", against)}` : ""}.`;
      return `${by("Denied", against)}; not independently confirmed.`;
    case "denied":
      return `${by("Denied", events)}; not independently confirmed.`;
    case "disputed":
      if (against.length === 0) return `${by("Supported", rest)}; others deny it.`;
      return rest.length === 0 ? `${by("Denied", against)}; others assert it.` : `${by("Denied", against)}; ${by("supported", rest)}.`;
    case "partly confirmed":
      return `${by("Confirmed in part", events)}.`;
    case "confirmed":
    case "corrected":
    case "retracted":
      return `${by(word.charAt(0).toUpperCase() + word.slice(1), events)}.`;
  }
}
