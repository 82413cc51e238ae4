/**
 * A timeline as a story for readers: its documents, each once, with what it does with the claim; the acts that answer the claim; what came
 * before and after the first denial; how wide it spread. Pure: what the pages, the cards and the sentences of every language are made from.
 */
import { isPost } from "../../model/document.ts";
import { isStatedPlainly } from "../../model/edge.ts";
import { responseTypes, saysNothing } from "../../model/response.ts";
import type { Stance } from "../../model/sighting.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { hostOf } from "../../url.ts";
import { isRemoved } from "../availability.ts";
import { byTime, orderOf } from "../order.ts";
import { awareness, denialCarriers, deniedBy, responseUptake } from "../repeats.ts";
import type { AfterDenial, Thread, Timeline, TimelineEvent } from "../views.ts";
import { type StoryAct, storyActs } from "./acts.ts";
import { daysIn, type Extent, extentOf } from "./extent.ts";

/**
 * What a document does with the claim: states or reports it; asks, comments or mentions it, or nobody knows what yet; carries a response to it;
 * disputes it itself.
 */
type Doing = "says" | "asks" | "carries" | "disputes";
export interface StoryDocument {
  /** The document's id. */
  id: string;
  /** Its own event on the timeline. */
  event: TimelineEvent;
  doing: Doing;
  /** False for a document that we know only from others. */
  observed: boolean;
  time: PublishedTime;
  /** It denies the claim as a response, or carries such a response. */
  carriesDenial: boolean;
  /** Certainly later than the first denial, by both ranges of time. */
  after: boolean;
  /** It may be as early as First known, or earlier. */
  isRival: boolean;
  /** The document among these that it comes from; `sure`: a platform, a link, its text or a person says so; `repost`: it has no words of its own. */
  parent: { id: string; sure: boolean; repost: boolean } | null;
  /** The replies below it, which are no documents of the story; `shown`: those that surely deny, ask or confirm. Null for none. */
  thread: (Thread & { shown: StoryDocument[] }) | null;
}
/** What came after the first denial. The four of `AfterDenial` add up to `later`. */
export interface StoryAfter extends AfterDenial {
  /** News articles among the later documents, and those of them that carry the denial or dispute the claim. */
  articles: number;
  articlesCarrying: number;
  /** Those that repeat the claim without it, in the order of time. */
  repeating: StoryDocument[];
}
export interface Story {
  timeline: Timeline;
  /** In the order of time; undated ones where the timeline has them. */
  documents: StoryDocument[];
  first: StoryDocument | null;
  /** Documents that give an earlier time than First known, by their own word only. In the order of time. */
  earlier: StoryDocument[];
  /** Acts that a person or a rule confirmed, and ratings by others, in the order of time: what head and picture may show. */
  acts: StoryAct[];
  /** Acts that wait for a person. */
  unchecked: StoryAct[];
  /** Documents and replies in which a machine read an act that is shown only once a person has checked it. */
  reportsUnread: number;
  /** Those of them of which no act is shown, each by an event. */
  mayReport: { event: TimelineEvent }[];
  /** The act that the answer names: the first that is more than "no comment". */
  answer: StoryAct | null;
  /** The first confirmed denial at a known time. */
  denial: StoryAct | null;
  /** Null if no confirmed response denies the claim at a known time. */
  after: StoryAfter | null;
  spread: StorySpread;
}
interface StorySpread {
  /** Documents that we have, those of responses included. */
  documents: number;
  /** Documents that we know only from others. */
  unseen: number;
  undated: number;
  /** From the first to the last document that we have, days begun; 0 when none is dated. */
  days: number;
  extent: Extent | null;
  /**
   * Platforms and "news", in the order of arrival, each with its first document. A response stands for a place only if nothing else arrived
   * there.
   */
  places: { platform: string; first: StoryDocument }[];
  /** News sites by publisher or host. */
  outlets: number;
  /** Only posts, only articles, or both. */
  mix: "posts" | "articles" | "both";
}

/** Kinds that are news. */
const NEWS = new Set(["article", "fact_check"]);
/** The name of the place of news that is on no platform. */
export const NEWS_PLACE = "news";

/** Whether an event is an article or a fact-check outside of the platforms. */
export const isNews = (event: TimelineEvent): boolean => NEWS.has(event.kind) && !onPlatform(event);
const onPlatform = ({ platform }: TimelineEvent): boolean => platform !== null && platform !== "" && platform !== "web";

/**
 * Each document's own event: what it says itself rather than a response that it reports; statements known only from reports are acts, not
 * documents.
 */
function ownEvents(events: readonly TimelineEvent[]): Map<string, TimelineEvent> {
  const own = new Map<string, TimelineEvent>();
  for (const event of events) {
    if (event.state === "rejected" || (event.role === "respond" && event.seen === "reported")) continue;
    const known = own.get(event.documentId);
    if (!known || (known.role === "respond" && event.role !== "respond")) own.set(event.documentId, event);
  }
  return own;
}

/** Whether a reply is shown by itself, and not only in the count of its thread. */
export const isShownReply = (event: Pick<TimelineEvent, "thread" | "state" | "stance" | "stanceUnsure">): boolean =>
  event.thread !== undefined &&
  event.state !== "rejected" &&
  !event.stanceUnsure &&
  (event.stance === "deny" || event.stance === "query" || event.stance === "support");

/** Whether a document is known only from others, and nobody has confirmed what it says. */
const isOnlyNamed = ({ seen, state, role }: TimelineEvent): boolean => seen === "reported" && state === "suggested" && role !== "respond";

/** Whether a document that is only mentioned, without a name, is likely one that is held: a post on the same platform from before, and of its time. */
function mayBeHeld(event: TimelineEvent, own: ReadonlyMap<string, TimelineEvent>): boolean {
  if (event.author !== null || event.attributedTo !== null || !isOnlyNamed(event) || !onPlatform(event)) return false;
  const by = own.get(event.toldBy?.documentId ?? "")?.published.latest ?? 0;
  return [...own.values()].some(
    ({ seen, platform, role, stance, published }) =>
      seen === "observed" &&
      platform === event.platform &&
      role !== "respond" &&
      stance !== "deny" &&
      (published.latest ?? by) < by &&
      !["before", "after"].includes(orderOf(published, event.published)),
  );
}

function doingOf(event: TimelineEvent, carries: boolean): Doing {
  if (event.role === "respond") return "carries";
  // Its words show that it carries an answer. That it disputes the claim itself is a machine's reading until a person confirms it.
  if (carries && event.state === "suggested") return "carries";
  if (event.stance === "deny" && !event.stanceUnsure) return "disputes";
  if (carries) return "carries";
  // Of a post whose stance nobody has checked, readers see only that it mentions the claim.
  if (event.stance === "deny" || (isPost(event) && event.stanceUnsure)) return "asks";
  return event.stance === "query" || event.stance === "comment" ? "asks" : "says";
}

/** The parent under which a document is drawn. Null if that would close a circle, or if the parent is certainly later. */
function parentOf(event: TimelineEvent, own: ReadonlyMap<string, TimelineEvent>): StoryDocument["parent"] {
  const { parent } = event;
  const above = parent?.documentId ? own.get(parent.documentId) : undefined;
  if (!parent || !above || above === event) return null;
  const walked = new Set([event.documentId]);
  for (let at: TimelineEvent | undefined = above; at; at = own.get(at.parent?.documentId ?? "")) {
    if (walked.has(at.documentId)) return null;
    walked.add(at.documentId);
  }
  const start = above.published.earliest;
  const end = event.published.latest;
  if (start !== null && end !== null && start > end) return null;
  return { id: above.documentId, sure: isStatedPlainly(parent), repost: parent.type === "repost" };
}

/** The name of a document's source. A post that it quotes or answers is none unless it is on the timeline too: it may say the opposite. */
export function sourceLabel({ event, parent }: Pick<StoryDocument, "event" | "parent">): string | null {
  const { type = "", basis, label = null } = event.parent ?? {};
  return parent === null && basis === "platform" && (type === "quote" || type === "reply") ? null : label;
}

/** The documents that report an act, without its own. */
export function reportsOf(act: StoryAct, { timeline, documents }: Pick<Story, "timeline" | "documents">): StoryDocument[] {
  const eventIds = new Set(act.eventIds);
  const ids = new Set(timeline.events.flatMap((e) => (eventIds.has(e.id) ? [e.toldBy?.documentId ?? e.documentId] : [])));
  return documents.filter((d) => ids.has(d.id) && d.id !== act.own?.documentId);
}

/** Whether documents are only posts, only articles, or both. */
export function mixOf(documents: readonly Pick<StoryDocument, "event">[]): StorySpread["mix"] {
  const news = documents.filter((d) => isNews(d.event)).length;
  if (news === 0) return "posts";
  return news === documents.length ? "articles" : "both";
}

function spreadOf(documents: readonly StoryDocument[]): StorySpread {
  const observed = documents.filter((d) => d.observed);
  const extent = extentOf(documents.map((d) => d.time));
  const places = new Map<string, StoryDocument>();
  for (const document of observed) {
    const site = isNews(document.event) ? NEWS_PLACE : null;
    const platform = onPlatform(document.event) ? document.event.platform : site;
    const known = platform && places.get(platform);
    if (platform && (!known || (known.event.role === "respond" && document.event.role !== "respond"))) places.set(platform, document);
  }
  const news = observed.filter((d) => isNews(d.event));
  return {
    documents: observed.length,
    unseen: documents.filter((d) => !d.observed && !isRemoved(d.event)).length,
    undated: documents.filter((d) => d.time.earliest === null && d.time.latest === null).length,
    days: daysIn(extentOf(observed.map((d) => d.time))),
    extent,
    places: [...places].map(([platform, first]) => ({ platform, first })),
    outlets: new Set(news.map((d) => d.event.family ?? hostOf(d.event.url) ?? d.event.author ?? d.id)).size,
    mix: mixOf(observed),
  };
}

/** When a document was published. If it is only reported, it existed before its report and before everything that was taken from it. */
function timeOf(event: TimelineEvent, own: ReadonlyMap<string, TimelineEvent>, taken: ReadonlyMap<string, number>): PublishedTime {
  const time = event.response?.published ?? event.published;
  // The time is that of the act. An article that only reports the act was published then or later.
  const isTold = event.role === "respond" && event.response?.seen === "reported" && event.kind !== "press_release";
  if (isTold && event.seen === "observed" && time.earliest !== null) return range(time.earliest, null, time.basis);
  if (time.earliest !== null || event.seen === "observed") return time;
  const reporting = time.latest === null ? own.get(event.toldBy?.documentId ?? "") : undefined;
  const knownBy = reporting?.seen === "observed" ? reporting.published.latest : time.latest;
  const latest = Math.min(knownBy ?? Number.POSITIVE_INFINITY, taken.get(event.documentId) ?? Number.POSITIVE_INFINITY);
  return latest === Number.POSITIVE_INFINITY || latest === time.latest ? time : range(null, latest, "text");
}
/** The time (ms) by which another document had taken something from each document, as that one says itself. */
function takenFrom(own: ReadonlyMap<string, TimelineEvent>): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { parent, published, seen } of own.values()) {
    if (!parent?.documentId || seen !== "observed" || published.latest === null) continue;
    if (parent.basis === "similarity" || parent.basis === "time") continue;
    taken.set(parent.documentId, Math.min(published.latest, taken.get(parent.documentId) ?? Number.POSITIVE_INFINITY));
  }
  return taken;
}

/** What came after the first denial among the responses given; null if `responseUptake` is. */
function afterOf(events: TimelineEvent[], documents: readonly StoryDocument[], said: TimelineEvent["response"][]): StoryAfter | null {
  const taken = responseUptake(
    events,
    said.filter((r) => r !== null),
  );
  if (!taken) return null;
  const later = documents.filter((d) => d.after && d.event.role !== "respond");
  const articles = later.filter((d) => isNews(d.event));
  const repeating = new Set(taken.unawareRepeats);
  return {
    ...taken.afterDenial,
    articles: articles.length,
    articlesCarrying: articles.filter((d) => d.carriesDenial || d.doing === "disputes").length,
    repeating: later.filter((d) => repeating.has(d.event.id)),
  };
}

/** Documents with a date before First known that cannot be checked. If evidence showed their times, one of them would be first. */
function earlierThan(first: StoryDocument | null, documents: readonly StoryDocument[]): StoryDocument[] {
  const from = first?.time.earliest ?? null;
  if (!first?.observed || from === null) return [];
  return documents.filter(
    (d) => d !== first && d.observed && d.doing === "says" && d.event.role !== "evidence" && d.time.latest !== null && d.time.latest < from,
  );
}

/**
 * The events that may report a response that nobody has checked. Where no act is known, news that a machine takes to deny the claim may tell of one,
 * and a post that does may be one.
 */
export const reportingUnread = (events: readonly TimelineEvent[], isAnswered: boolean): TimelineEvent[] =>
  events.filter(
    (e) =>
      e.tellsResponse ||
      (!isAnswered &&
        e.stance === "deny" &&
        (e.stanceUnsure || e.state === "suggested") &&
        (isNews(e) || (e.wordsDenial && e.thread === undefined))),
  );

/** The story of a timeline. Statements are about the events that it holds. Near-linear; independent of the order of the events. */
export function storyOf(timeline: Timeline): Story {
  const events = timeline.events.filter(({ thread }) => thread === undefined).sort(byTime);
  const threads = new Map(timeline.threads.map((one) => [one.documentId, one]));
  const replies = Map.groupBy(timeline.events.filter(isShownReply).sort(byTime), ({ thread }) => thread ?? "");
  const own = ownEvents(events);
  const taken = takenFrom(own);
  const all = storyActs(timeline);
  const acts = all.filter((a) => a.checked);
  const unchecked = all.filter((a) => !a.checked);
  const shown = new Set(acts.flatMap((a) => a.eventIds));
  const responses = events.flatMap((e) => (e.response && shown.has(e.id) ? [e.response] : []));
  const standing = events.filter((e) => e.state !== "rejected");
  const carries = awareness(standing, responses);
  const carriesDenial = denialCarriers(standing, responses);
  const from = deniedBy(standing, responses);
  const rivals = new Set(timeline.firstKnown?.rivals);
  const documentOf = (event: TimelineEvent): StoryDocument => {
    const time = timeOf(event, own, taken);
    const thread = threads.get(event.documentId);
    return {
      id: event.documentId,
      event,
      doing: doingOf(event, carries(event.documentId) && !isOnlyNamed(event)),
      observed: event.seen === "observed",
      time,
      carriesDenial: from !== null && carriesDenial(event.documentId),
      after: from !== null && time.earliest !== null && time.earliest > from,
      isRival: rivals.has(event.id),
      parent: parentOf(event, own),
      thread: thread ? { ...thread, shown: (replies.get(event.documentId) ?? []).map(documentOf) } : null,
    };
  };
  const listed = [...own.values()].filter((event) => event.id === timeline.firstKnown?.eventId || !mayBeHeld(event, own));
  const documents = listed.sort(byTime).map(documentOf);
  const first = documents.find((d) => d.event.id === timeline.firstKnown?.eventId) ?? null;
  const denials = acts.filter((a) => denies(a.type) && a.at !== null);
  const reporting = new Map(reportingUnread(timeline.events, acts.length > 0).map((event) => [event.documentId, { event }]));
  const answering = new Set(
    events.flatMap((e) => (shown.has(e.id) || unchecked.some((a) => a.eventIds.includes(e.id)) ? [e.documentId] : [])),
  );
  return {
    timeline,
    documents,
    first,
    earlier: earlierThan(first, documents),
    acts,
    unchecked,
    reportsUnread: reporting.size,
    mayReport: [...reporting].flatMap(([id, one]) => (answering.has(id) ? [] : [one])),
    answer: acts.find(({ type }) => takesSide(type)) ?? acts.find(({ type }) => !saysNothing(type)) ?? acts[0] ?? null,
    denial: denials[0] ?? null,
    after: denials.length ? afterOf(events, documents, responses) : null,
    spread: spreadOf(documents),
  };
}

/** The stance of an act of this type towards the claim; null for a rating, which has its publisher's own words. */
export const stanceOf = (type: StoryAct["type"]): Stance | null => (type === "rating" ? null : responseTypes[type].stance);
/** Whether an act of this type says that the claim is right or wrong, or rates it. */
const takesSide = (type: StoryAct["type"]): boolean => type === "rating" || stanceOf(type) === "deny" || stanceOf(type) === "support";
/** Whether an act of this type says that the claim is wrong. */
export const denies = (type: StoryAct["type"]): boolean => stanceOf(type) === "deny";

/** What the mark of the denials says: "denials" of several parties; "correction" if the one party took back its own words; else "denial". */
export function turnOf({ acts, denial }: Story): "denial" | "denials" | "correction" {
  const isDenial = (type: StoryAct["type"]) => type === "denial";
  const denials = acts.filter((a) => denies(a.type) && a.at !== null);
  const parties = new Set(denials.map(({ type, party }) => `${isDenial(type)} ${party.name ?? party.description ?? ""}`));
  if (parties.size > 1) return "denials";
  return denial && !isDenial(denial.type) ? "correction" : "denial";
}

/** Stories with fewer documents are drawn as a tree in time, others as bricks; none where one document is all. */
export const MIN_BRICKS = 20;
/** Which picture a story has. */
export function pictureKind({ documents }: Story): "none" | "tree" | "bricks" {
  const drawn = documents.filter((d) => d.time.earliest !== null || d.time.latest !== null);
  if (drawn.length < 2) return "none";
  return documents.length < MIN_BRICKS ? "tree" : "bricks";
}
