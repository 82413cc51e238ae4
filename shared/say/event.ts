import { edgeKinds } from "../edges/index.ts";
import type { Basis, TimeBasis } from "../model.ts";
import { responseTypes } from "../responses/index.ts";
import type { ParentView, Timeline, TimelineEvent } from "../timeline.ts";
import { capital, kindName, named, onPlatform, partyName, placeName, placePreposition, plain } from "./name.ts";
import type { SayOptions } from "./time.ts";

/** How we know a time. */
const TIME_BASES: Record<TimeBasis, string> = {
  id: "from the post’s id",
  archive: "from an archived copy",
  platform: "as the platform says",
  jsonld: "as the page says",
  meta: "as the page says",
  time: "as the page says",
  url: "from the address",
  feed: "as the feed says",
  text: "as told in the text",
  human: "as entered by a person",
  unknown: "",
};
/** Methods that are no matcher: people, what an importer states, and rules over what a platform states. */
const MADE_BY = new Set(["person", "human", "import", "rule"]);
/** How we know where it came from. */
const BASES: Record<Basis, string> = {
  platform: "the platform says so",
  link: "it links there",
  stated: "as told in the text",
  similarity: "text match",
  time: "by time",
  human: "set by a person",
};

/** Where the edge's own label says how it is known: "links to … (it links there)" would say it twice. */
const SELF_EVIDENT: Partial<Record<string, Basis>> = { citation: "link", attribution: "stated", repost: "platform", reply: "platform" };

export function timeBasisInWords(basis: TimeBasis): string {
  return TIME_BASES[basis] ?? "";
}

/** Whether a basis is only inferred: then the words say "likely" and the line is drawn dashed. */
export function isInferred(basis: Basis): boolean {
  return basis === "similarity" || basis === "time";
}

/** Whether a link of sighting to claim was made by a machine: neither a person nor a rule over what a platform states. */
export function isMachineMade(method: string): boolean {
  return !MADE_BY.has(method);
}

/** Who published it or responded, as far as known. Plain text of the source's own words, without hidden direction marks. */
export function whoOf(event: TimelineEvent): string {
  const party = event.response ? partyName(event.response.actor) : null;
  if (party) return party;
  if (event.author?.trim()) return plain(event.author, 80);
  if (event.seen === "reported" && event.attributedTo) {
    const name = partyName(event.attributedTo);
    if (name) return name;
  }
  const host = event.url && !onPlatform(event) ? placeName(event) : null;
  return host ?? "Unnamed author";
}

function howSure(parent: ParentView): string {
  const basis = BASES[parent.basis] ?? "";
  const sure = isInferred(parent.basis) ? (parent.confidence >= 0.5 ? "likely" : "possibly") : parent.confidence < 0.5 ? "unsure" : "";
  return [sure, basis].filter(Boolean).join(", ");
}

/** "translation of Anonymous (likely, text match)"; "unknown" parents are said as such; "" without a parent. */
export function parentInWords(parent: ParentView | null): string {
  if (!parent) return "";
  const label = (Object.hasOwn(edgeKinds, parent.type) && edgeKinds[parent.type]?.label) || "from";
  const from = parent.label ? named(parent.label) : "an unknown source";
  const how = SELF_EVIDENT[parent.type] === parent.basis && parent.confidence >= 0.5 ? "" : howSure(parent);
  return `${label} ${from}${how ? ` (${how})` : ""}`;
}

/** "known only from neowin.net" for what we did not see ourselves, else "". */
export function tellerInWords(event: TimelineEvent): string {
  if ((event.response?.seen ?? event.seen) !== "reported") return "";
  const teller = event.response ? event.response.toldBy : event.toldBy;
  return `known only from ${teller ? named(teller.label, 60) : "what others say"}`;
}

function uncertaintyOf(event: TimelineEvent): string {
  const machine = isMachineMade(event.method) && event.state !== "confirmed" ? "linked by machine" : "";
  return [tellerInWords(event), machine].filter(Boolean).join(" · ");
}

export interface EventWords {
  who: string;
  verb: string;
  kind: string;
  place: string;
  uncertainty: string;
  from: string;
}

/** One event in English, part by part; parts that are not known are "". `who`, `place` and `from` hold words of the source, made plain. */
export function eventInWords(event: TimelineEvent, _timeline: Timeline, _options: SayOptions): EventWords {
  const type = event.response?.type;
  const responseVerb = type && Object.hasOwn(responseTypes, type) ? responseTypes[type]?.verb : undefined;
  const place = placeName(event) ?? "";
  const who = whoOf(event);
  return {
    who,
    verb: plain(responseVerb ?? event.verb, 60),
    kind: kindName(event.kind),
    // A site that speaks for itself is named once.
    place: place.toLowerCase() === who.toLowerCase() ? "" : place,
    uncertainty: uncertaintyOf(event),
    from: parentInWords(event.parent),
  };
}

/** "“reportedly”, “rumours”": the first hedges of an event, or "" when it has none. */
export function hedgesInWords(event: TimelineEvent): string {
  const shown = event.hedges.slice(0, 3).map((hedge) => `“${named(hedge, 30)}”`);
  return shown.join(", ");
}

/** "Anonymous post on a Chinese website": an event as a noun phrase. */
export function eventAsNoun(event: TimelineEvent): string {
  const where = placeName(event);
  const kind = kindName(event.kind);
  const on = where && !event.response ? ` ${placePreposition(event, where)} ${where}` : "";
  const who = whoOf(event);
  const nameless = event.author
    ? /^(an? )?anonymous( (post|user|author|message|comment|account))?$/i.test(event.author.trim())
    : event.attributedTo?.kind === "anonymous";
  if (event.seen === "reported" && nameless) return `Anonymous ${kind}${on}`;
  if (who === "Unnamed author") return `${capital(kind)}${on} by an unnamed author`;
  if (who === where) return `${capital(kind)}${on}`;
  return `${capital(kind)}${on} by ${named(who)}`;
}
