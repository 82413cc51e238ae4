/** The acts of a story: responses, each once with the number of its reports, and the ratings that others published. */

import { type Party, partyWith } from "../../model/party.ts";
import type { ResponseType, Standing } from "../../model/response.ts";
import type { PublishedTime } from "../../model/time.ts";
import { partyWords } from "../../read/parties/same-party.ts";
import { type Act, speaksForOther } from "../acts.ts";
import { lag } from "../lag.ts";
import { byText } from "../order.ts";
import { isNamedIn, namesAnother, nameWords, samePhrase } from "../party-names.ts";
import type { Lag, Timeline, TimelineEvent, VerdictView } from "../views.ts";

export interface StoryAct {
  /** The id of the event, or of the rating. */
  id: string;
  /** Timeline events that report it, or are it. */
  eventIds: string[];
  type: ResponseType | "rating";
  party: Party;
  /** The claim names this person, or only a person to whom they belong: they speak for nobody else. */
  forSelf: boolean;
  standing: Standing;
  /** A rating in the publisher's own words; null for a response. */
  rating: string | null;
  published: PublishedTime;
  /** The time (ms) by which it certainly existed; null if no time is known. */
  at: number | null;
  /** From the first known appearance. */
  lag: Lag | null;
  /** The fullest first. */
  quotes: string[];
  checked: boolean;
  /** A person confirmed it. False if a rule did, as for a party's own post. */
  byPerson: boolean;
  /** Documents that report it, without its own. */
  reports: number;
  /** Its own document, if we have it: the statement, post or fact check. */
  own: TimelineEvent | null;
  url: string | null;
  /** Who reported it, if we do not hold its own document. */
  toldBy: string | null;
}

/** "Roe's partner" about a claim that names Jane Roe: unlike a lawyer, who belongs to a person does not speak for them. */
const isBesidePerson = (party: Party, claim: string): boolean => {
  const last = party.affiliation ?? "";
  const at = /\s/u.test(last) || party.name === null || speaksForOther(party) ? -1 : claim.indexOf(last);
  return last !== "" && at > 0 && /\p{Upper}\p{Lower}+ $/u.test(claim.slice(Math.max(0, at - 40), at));
};

const certainAt = ({ earliest, latest }: PublishedTime): number | null => latest ?? earliest;

function actOf(act: Act & { lag: Lag | null }, byId: ReadonlyMap<string, TimelineEvent>, claim: string): StoryAct {
  const own = act.reports.find((r) => r.own);
  const ownEvent = own ? (byId.get(own.responseId) ?? null) : null;
  const reportIds = new Set(act.reports.flatMap((r) => (r === own ? [] : [r.toldBy?.documentId ?? r.documentId])));
  if (own) reportIds.delete(own.documentId);
  const reporting = act.reports.find((r) => r.toldBy) ?? act.reports.find((r) => r !== own);
  return {
    id: own?.responseId ?? act.id,
    eventIds: act.reports.map((r) => r.responseId),
    type: act.type,
    party: act.actor,
    forSelf:
      act.actor.kind === "person" &&
      (isBesidePerson(act.actor, claim) ||
        (!namesAnother(claim, act.actor.name ?? "") &&
          [act.actor.name ?? "", nameWords(act.actor.name ?? "").at(-1) ?? ""].some((name) => isNamedIn(name, claim)))),
    standing: act.standing,
    rating: null,
    published: act.published,
    at: certainAt(act.published),
    lag: act.lag,
    quotes: act.quotes,
    checked: act.checked,
    byPerson: act.reports.some((r) => r.state === "confirmed" && byId.get(r.responseId)?.method !== "rule"),
    reports: reportIds.size,
    own: ownEvent,
    url: ownEvent ? (ownEvent.response?.url ?? ownEvent.url) : null,
    toldBy: own ? null : (reporting?.toldBy?.label ?? byId.get(reporting?.responseId ?? "")?.author ?? null),
  };
}

function ratingOf(verdict: VerdictView, timeline: Timeline): StoryAct {
  const own = timeline.events.find((e) => e.url === verdict.url) ?? null;
  const first = timeline.events.find((e) => e.id === timeline.firstKnown?.eventId);
  const published = verdict.published.earliest === null && verdict.published.latest === null && own ? own.published : verdict.published;
  return {
    id: own?.id ?? verdict.id,
    eventIds: own ? [own.id] : [],
    type: "rating",
    party: partyWith("organisation", verdict.publisher),
    forSelf: false,
    standing: "fact_checker",
    rating: verdict.label,
    published,
    at: certainAt(published),
    lag: first ? lag(first.published, published) : null,
    quotes: verdict.explanation ? [verdict.explanation] : [],
    checked: true,
    byPerson: false,
    reports: 0,
    own,
    url: verdict.url,
    toldBy: null,
  };
}

/** The acts of a timeline in the order of time, undated ones last. A response by the publisher of a rating is that rating. */
export function storyActs(timeline: Timeline): StoryAct[] {
  const byId = new Map(timeline.events.map((e) => [e.id, e]));
  const ratings = timeline.verdicts.map((v) => ratingOf(v, timeline));
  const publishers = ratings.map((r) => partyWords(r.party));
  const acts = timeline.acts.map((act) => actOf(act, byId, timeline.claim.text));
  const isRating = (act: StoryAct) => publishers.some((words) => samePhrase(words, partyWords(act.party)));
  for (const act of acts) {
    const rating = isRating(act) ? ratings.find((r) => samePhrase(partyWords(r.party), partyWords(act.party))) : undefined;
    if (!rating) continue;
    rating.quotes = rating.quotes.length ? rating.quotes : act.quotes;
    rating.eventIds = [...new Set([...rating.eventIds, ...act.eventIds])];
    rating.own ??= act.own;
  }
  const order = (a: StoryAct) => a.at ?? Number.POSITIVE_INFINITY;
  return [...acts.filter((a) => !isRating(a)), ...ratings].sort((a, b) =>
    order(a) === order(b) ? byText(a.id, b.id) : order(a) - order(b),
  );
}
