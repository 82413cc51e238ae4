import type { Timeline, TimelineEvent } from "../timeline/views.ts";
import { whoOf } from "./event.ts";
import { type Messages, messagesOf } from "./messages.ts";
import { capital, listed, named } from "./name.ts";
import type { LocaleOptions } from "./time.ts";

/** Parties that the sentence names on each side. */
const MAX_NAMED = 2;
const DENIALS = new Set(["denial", "correction", "retraction"]);

function denies(event: TimelineEvent): boolean {
  return event.response ? DENIALS.has(event.response.type) : event.stance === "deny";
}

function sourceOf(event: TimelineEvent, m: Messages): string {
  const affiliation = event.response?.actor.affiliation?.trim();
  return m.party(named(whoOf(event, m)), affiliation ? named(affiliation, 60) : "", event.response?.standing === "subject");
}

/** "Denied by A and B, as told by others"; "" without events. */
function by(act: keyof Messages["acts"], events: TimelineEvent[], m: Messages): string {
  const sources = [...new Map(events.map((event) => [whoOf(event, m), event])).values()];
  if (sources.length === 0) return "";
  const names = sources.slice(0, MAX_NAMED).map((event) => sourceOf(event, m));
  if (sources.length > MAX_NAMED) names.push(m.othersCount(sources.length - MAX_NAMED));
  const said = m.acts[act](listed(names, m));
  return events.every((event) => (event.response?.seen ?? event.seen) === "reported") ? m.asReported(said) : said;
}

/** One sourced sentence under the status word: who said what about the claim, and who has not. Never whether it is true. */
export function assessmentInWords(timeline: Timeline, options: LocaleOptions): string {
  const m = messagesOf(options.lang);
  const { word, eventIds } = timeline.assessment;
  const ids = new Set(eventIds);
  const events = timeline.events.filter((event) => ids.has(event.id));
  if (events.length === 0) {
    if (eventIds.length > 0) return m.restsElsewhere(eventIds.length);
    return timeline.counts.responses === 0 ? m.noResponse : m.neither;
  }
  const sentence = (...clauses: string[]) => `${capital(clauses.filter(Boolean).join(m.semicolon))}${m.stop}`;
  const [against, rest] = [events.filter(denies), events.filter((event) => !denies(event))];
  switch (word) {
    case "unverified":
      return rest.length
        ? sentence(by("confirmed", rest, m), by("denied", against, m))
        : sentence(by("denied", against, m), m.notConfirmed);
    case "denied":
      return sentence(by("denied", events, m), m.notConfirmed);
    case "disputed":
      if (against.length === 0) return sentence(by("supported", rest, m), m.othersDeny);
      return sentence(by("denied", against, m), rest.length === 0 ? m.othersAssert : by("supported", rest, m));
    case "partly confirmed":
      return sentence(by("partly", events, m));
    case "confirmed":
    case "corrected":
    case "retracted":
      return sentence(by(word, events, m));
  }
}
