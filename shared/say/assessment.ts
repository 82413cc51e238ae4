import type { Timeline, TimelineEvent } from "../timeline.ts";
import { whoOf } from "./event.ts";
import { listed, named, plural } from "./name.ts";

/** Of those whom the sentence rests on, so many are named. */
const NAMED = 2;

const BY: Record<Timeline["assessment"]["word"], string> = {
  unverified: "",
  disputed: "disputed by",
  denied: "denied by",
  "partly confirmed": "confirmed in part by",
  confirmed: "confirmed by",
  corrected: "corrected by",
  retracted: "retracted by",
};

function sourceOf(event: TimelineEvent): string {
  const affiliation = event.response?.actor.affiliation?.trim();
  const of = affiliation ? ` of ${named(affiliation, 60)}` : "";
  return `${named(whoOf(event))}${of}${event.response?.standing === "subject" ? ", whom it concerns" : ""}`;
}

/** One sourced sentence under the status word: who said what about the claim, and who has not. Never whether it is true. */
export function assessmentInWords(timeline: Timeline): string {
  const { word, eventIds } = timeline.assessment;
  const events = eventIds.flatMap((id) => timeline.events.find((event) => event.id === id) ?? []);
  const open = word === "disputed" || word === "denied";
  if (word === "unverified" || events.length === 0) {
    if (word !== "unverified") return `This rests on ${plural(Math.max(1, eventIds.length), "event")} not shown here.`;
    return timeline.counts.responses > 0
      ? "There are responses, but nobody confirms or denies it."
      : "Nobody confirms or denies it, as far as we have seen.";
  }
  const seen = new Map(events.map((event) => [whoOf(event), event]));
  const names = [...seen.values()].slice(0, NAMED).map(sourceOf);
  if (seen.size > NAMED) names.push(plural(seen.size - NAMED, "other"));
  const told = events.every((event) => (event.response?.seen ?? event.seen) === "reported");
  const sentence = `${BY[word]} ${listed(names)}`;
  const tail = told ? ", as told by others" : "";
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${tail}${open ? "; not independently confirmed" : ""}.`;
}
