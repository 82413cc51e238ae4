/** The head of a story: one sentence and three answers. Plain text; confirmed responses only. */

import { DAY, HOUR, MINUTE } from "../../durations.ts";
import type { Stance } from "../../model/sighting.ts";
import { type PublishedTime, range, UNKNOWN_TIME } from "../../model/time.ts";
import { isRemoved } from "../../timeline/availability.ts";
import { lag } from "../../timeline/lag.ts";
import type { StoryAct } from "../../timeline/story/acts.ts";
import { areSourcesSure } from "../../timeline/story/branches.ts";
import { isClose } from "../../timeline/story/extent.ts";
import { isNews, mixOf, NEWS_PLACE, pictureKind, type Story, type StoryDocument, stanceOf } from "../../timeline/story/story.ts";
import { claimWords } from "../claim-page/messages.ts";
import { eventAsNoun } from "../event.ts";
import { messagesOf } from "../general/messages.ts";
import { capital, isNameAlone, listed, named, placeName } from "../name.ts";
import { quote } from "../quote.ts";
import { dateInWords, instantInWords } from "../time.ts";
import { storyMessages, turnInWords } from "./messages.ts";
import { actInWords, documentInSentence, partyShown, placesCounted, placesInWords, type StoryOptions } from "./names.ts";
import {
  countInWords,
  dayInSentence,
  durationInWords,
  isExact,
  lagToldInWords,
  momentInWords,
  needsYear,
  sinceInSentence,
  spanInWords,
  storyDay,
  storyMoment,
} from "./time.ts";

/** Days that are counted; longer spans are told in larger units. */
const MAX_DAYS = 99;
/** How soon after the first document a place must be reached to be told in the sentence. */
const SOON = 24 * HOUR;
/** Places that are named; more are counted. */
const MAX_PLACES = 3;
/** Documents after the denial from which on they are counted in the sentence. */
const MIN_COUNTED = 10;
/** Further acts that the answer names. */
const MAX_ACTS = 2;

/** What was first, inside a sentence. Of a source that others name nobody has seen what it is: it may be a person. */
function firstInSentence({ event }: StoryDocument, options: StoryOptions): string {
  const what = documentInSentence(event, options);
  if (!isNameAlone(event) || !event.author?.trim()) return what;
  return `${storyMessages(options.lang).aNamedSource}${messagesOf(options.lang).brackets(what)}`;
}

/**
 * When the claim was there by: at the time of what is shown first, or before that of another that may have been first and is known to be older. If
 * that of the first is exact, and the older one's cannot be checked, no day is told.
 */
function toldBy(first: StoryDocument, { documents }: Story): PublishedTime {
  const oldest = documents
    .filter((d) => d.isRival && d.time.latest !== null)
    .reduce<PublishedTime | null>(
      (least, { time }) => ((time.latest ?? 0) < (least?.latest ?? Number.POSITIVE_INFINITY) ? time : least),
      null,
    );
  const by = oldest?.latest ?? null;
  if (!oldest || by === null || by >= (first.time.latest ?? Number.POSITIVE_INFINITY)) return first.time;
  if (isClose(first.time)) return by < (first.time.earliest ?? 0) ? UNKNOWN_TIME : first.time;
  return range(null, isExact(oldest) ? by + 1 : by, oldest.basis);
}

/** How many others may be as early as First known. */
const rivalsIn = ({ documents }: Story): number => documents.filter(({ isRival }) => isRival).length;

/** The first part: where it was first told, and how soon it was elsewhere. */
function firstSentence(story: Story, options: StoryOptions): string {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang).sentence;
  const { first } = story;
  if (!first) return s.unknown;
  const rivals = story.earlier.length > 0 ? 0 : rivalsIn(story);
  const when = dayInSentence(rivals > 0 ? toldBy(first, story) : first.time, options);
  if (rivals > 0) {
    const which = s.whichFirst(rivals + 1);
    return `${when ? `${s.told(when)}${m.semicolon}${which}` : capital(which)}${m.stop}`;
  }
  const own = isNews(first.event) ? NEWS_PLACE : first.event.platform;
  const elsewhere = story.spread.places.filter(
    (p) => p.platform !== own && p.first !== first && !p.first.isRival && p.first.event.role !== "respond" && isClose(p.first.time),
  );
  const start = elsewhere[0]?.first.time.earliest ?? null;
  const soon = elsewhere.filter((p) => start !== null && (p.first.time.earliest ?? 0) - start <= SOON);
  const last = soon.at(-1);
  const spanOf = (place: (typeof soon)[number]) => spanInWords(lag(first.time, place.first.time), options);
  const span = last ? spanOf(last) : "";
  const what = firstInSentence(first, options);
  if (!last || !span) return s.first(what, when);
  if (soon.length > MAX_PLACES && isClose(first.time)) {
    const platforms = new Set(soon.map((p) => p.platform).concat(own && own !== "web" ? [own] : []));
    const news = platforms.delete(NEWS_PLACE);
    const within = durationInWords(Math.max(MINUTE, (last.first.time.latest ?? 0) - (first.time.earliest ?? 0)), options, "up");
    const where = placesCounted(platforms.size, news ? storyMessages(options.lang).inTheNews : "", options);
    return s.since(sinceInSentence(first.time, options), where, within);
  }
  // "Up to a day" is true of all that came before; any other span only of the places that it is the span of.
  const isUpTo = (lag(first.time, last.first.time)?.low ?? 0) < MINUTE;
  const next = isUpTo ? last : (soon.find((place) => spanOf(place) !== "") ?? last);
  const told = soon.filter((place) => isUpTo || spanOf(place) === spanOf(next));
  const places = told.slice(0, MAX_PLACES).map((p) => p.platform);
  return s.firstThen(what, when, placesInWords(places, options), spanOf(next));
}

function actSentence(act: StoryAct, story: Story, options: StoryOptions): string {
  const s = storyMessages(options.lang).sentence;
  const { name } = partyShown(act, options);
  const when = dayInSentence(act.published, options, needsYear(act.published, story, options));
  const said =
    act.type === "rating"
      ? s.rated(name, quote(named(act.rating ?? "", 60), messagesOf(options.lang)), when)
      : s.acted[act.type](name, when);
  // Without a time its gap is closed.
  return capital(said.replace(/ {2,}/gu, " ").replace(/ ([.。])$/u, "$1"));
}

/** The act by which the party of the answer last took a side, if it is another one than in the answer: it denied the claim, then confirmed it. */
function turnedFrom(answer: StoryAct, { acts }: Story, options: StoryOptions): StoryAct | null {
  const { name } = partyShown(answer, options);
  const last = acts.findLast((a) => /^(?:deny|support)$/.test(stanceOf(a.type) ?? "") && partyShown(a, options).name === name);
  return last && stanceOf(last.type) !== stanceOf(answer.type) ? last : null;
}

const OTHER_SIDE: ReadonlyMap<Stance | null, Stance> = new Map([
  ["deny", "support"],
  ["support", "deny"],
]);
/**
 * The act on the other side than the answer: of the party concerned, so that its denial is shown beside the authority that confirms the claim; else the
 * last one, before a correction, which may be of a detail.
 */
function opposedTo(answer: StoryAct, { acts }: Story): StoryAct | null {
  const side = OTHER_SIDE.get(stanceOf(answer.type));
  const opposed = side ? acts.filter(({ type }) => stanceOf(type) === side) : [];
  const rank = ({ standing, type }: StoryAct) => {
    if (standing === "subject") return 2;
    return type === "correction" ? 0 : 1;
  };
  return opposed.reduce<StoryAct | null>((best, act) => (best && rank(best) > rank(act) ? best : act), null);
}

/** Whether anybody else confirms the claim, or may: in a rating (in its publisher's own words), or in a response that waits for an editor. */
const mayBeConfirmed = ({ acts, unchecked, reportsUnread }: Story): boolean =>
  [...acts, ...unchecked].some(({ type }) => type === "rating" || stanceOf(type) === "support") || reportsUnread > 0;

/** The last part: what happened to the answer, or that there is none. */
function restSentence(story: Story, options: StoryOptions): string {
  const s = storyMessages(options.lang).sentence;
  const { after, answer } = story;
  const turn = turnInWords(story, options);
  if (!answer && story.unchecked.length > 0) return "";
  if (!answer) return story.mayReport.length > 0 ? s.answersUnchecked : s.notAnswered;
  if (after && after.later >= MIN_COUNTED) {
    if (after.articlesCarrying > 0)
      return after.repeats > 0
        ? s.carriedAndRepeated(after.articlesCarrying, after.articles, after.repeats, turn)
        : s.carried(after.articlesCarrying, after.articles, turn);
    if (after.repeats > 0) return s.repeated(after.repeats, turn);
  }
  const { word } = story.timeline.assessment;
  return (word === "unverified" || word === "denied") && !mayBeConfirmed(story) ? s.notConfirmed : "";
}

/**
 * The sentences under the headline: where it came from, who answered, who then took the other side, and what became of the answer. That there is no
 * answer is left out where the three answers follow, which say it.
 */
export function storySentence(story: Story, options: StoryOptions, isFollowed = false): string {
  const { answer } = story;
  const acts = answer ? [answer, turnedFrom(answer, story, options) ?? opposedTo(answer, story)] : [];
  const said = acts.map((act) => (act ? actSentence(act, story, options) : ""));
  return joined([firstSentence(story, options), ...said, isFollowed && !answer ? "" : restSentence(story, options)], options);
}

/** One of the three answers. `mark` tells how its sign is drawn: filled, hollow (not certain) or dashed (its time is a range). */
export interface StoryAnswer {
  lane: "first" | "spread" | "response";
  word: string;
  mark: "full" | "hollow" | "range";
  answer: string;
  note: string;
}

/** Those that may have been first and have a time before that of the first, which only the one who entered them states. Oldest first. */
const enteredBefore = (first: StoryDocument, { documents }: Story): StoryDocument[] =>
  documents.filter(
    ({ isRival, observed, time: { basis, latest } }) =>
      isRival && observed && basis === "human" && latest !== null && latest < (first.time.earliest ?? 0),
  );

function firstAnswer(story: Story, options: StoryOptions): StoryAnswer {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  const { first, earlier, timeline } = story;
  const base = { lane: "first" as const, word: s.lanes.first };
  if (!first) {
    const answer = timeline.firstKnown ? s.answers.earlierThanShown : s.answers.notFound;
    return { ...base, mark: "hollow", answer, note: s.answers.asOf(asOfWords(story, options)) };
  }
  const notes = [`${capital(momentInWords(first.time, options))}${m.stop}`];
  if (isRemoved(first.event)) notes.push(s.answers.removed);
  else if (!first.observed) notes.push(s.answers.unseen(first.event.toldBy ? named(first.event.toldBy.label, 60) : m.others));
  const entered = earlier.length > 0 ? earlier : enteredBefore(first, story);
  const [one] = entered;
  if (one) {
    const sameDay = dateInWords(one.time.earliest ?? 0, "day", options) === dateInWords(first.time.earliest ?? 0, "day", options);
    const time = storyMoment(one.time, story, options);
    const clock = sameDay && /\d\d:\d\d$/.exec(time)?.[0];
    notes.push(s.answers.earlier(entered.length, clock || time, named(placeName(one.event) ?? "", 40)));
  }
  const rivals = rivalsIn(story) - entered.length;
  if (!earlier.length && rivals > 0) {
    // The lead's day, if it is not that of the first.
    const by = toldBy(first, story);
    const day = by.latest && by !== first.time ? momentInWords(by, options) : "";
    notes.push(s.answers.rivals(rivals, day && m.brackets(rivals > 1 ? s.answers.theEarliest(day) : day)));
  }
  const exact = first.observed ? "full" : "hollow";
  return {
    ...base,
    mark: isClose(first.time) && first.time.precision !== "day" ? exact : "range",
    answer: eventAsNoun({ ...first.event, response: null }, m),
    note: joined(notes, options),
  };
}

const joined = (sentences: string[], { lang }: StoryOptions): string =>
  sentences
    .filter(Boolean)
    // A month that is cut short ends with a full stop of its own.
    .map((said) => said.replace(/\.\.$/, "."))
    .join(messagesOf(lang).stop === "。" ? "" : " ");
const asOfWords = ({ timeline }: Story, options: StoryOptions): string =>
  instantInWords(timeline.asOf ?? timeline.changedAt, { ...options, zone: false });

/** Documents that are responses, of a story that is drawn as a tree. They go back to no source of the claim. */
const answersIn = (story: Story): number =>
  pictureKind(story) === "tree" ? story.documents.filter((d) => d.observed && d.event.role === "respond").length : 0;

/** "11 articles in 2 days, apparently from 1 to 2 sources": documents in words, and the sources that they go back to. */
export function sourcesInWords(what: string, story: Story, { lang }: StoryOptions): string {
  const { sources } = claimWords(lang);
  const { min, max } = story.timeline.independence;
  // More than one source for every two documents says nothing.
  const isOpen = max > (story.spread.documents - answersIn(story)) / 2 && min !== max && max > 3;
  return isOpen || max === 0 ? sources.unknown(what) : sources.title(what, min, max, min < max || !areSourcesSure(story));
}

function spreadAnswer(story: Story, options: StoryOptions): StoryAnswer {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  const { spread, timeline } = story;
  const base = { lane: "spread" as const, word: s.lanes.spread };
  const partly = timeline.events.length < timeline.counts.sightings;
  if (spread.documents + spread.unseen === 0) return { ...base, mark: "hollow", answer: s.answers.nothing, note: "" };
  if (story.documents.length === 1) return { ...base, mark: "hollow", answer: s.answers.nobody, note: "" };
  const what = s.answers.documents(spread.documents, spread.mix);
  const platforms = spread.places.map((p) => p.platform);
  const onPlatforms = platforms.filter((p) => p !== NEWS_PLACE);
  const many = onPlatforms.length > MAX_PLACES;
  const outlets = spread.outlets > 0 ? s.answers.inOutlets(spread.outlets) : "";
  const where = many ? placesCounted(onPlatforms.length, outlets, options) : placesInWords(platforms, options);
  const answers = answersIn(story);
  const counted = answers > 0 ? s.answers.withAnswers(answers) : "";
  const unseen = spread.unseen > 0 ? s.answers.unseenMore(spread.unseen) : "";
  const all =
    spread.days > 0 && !partly
      ? s.answers.inSpan(what, daysInWords(spread.days, options))
      : s.answers.documents(partly ? timeline.counts.sightings : spread.documents, spread.mix);
  return {
    ...base,
    mark: "full",
    answer: spread.documents - answers > 1 ? sourcesInWords(all, story, options) : all,
    note: joined([counted, where && `${capital(where)}${m.stop}`, unseen], options),
  };
}

/** Whether an act is the only one, and all else that is held of the claim was certainly there before it. */
function isLast(act: StoryAct, { acts, unchecked, documents, timeline }: Story): boolean {
  const { at, eventIds } = act;
  if (at === null || acts.length + unchecked.length > 1 || timeline.events.length < timeline.counts.sightings) return false;
  const isBefore = ({ latest }: PublishedTime) => latest !== null && latest < at;
  if (!timeline.events.every(({ thread, published }) => thread === undefined || isBefore(published))) return false;
  return documents.every(({ event, time }) => eventIds.includes(event.id) || isBefore(time));
}
function responseAnswer(story: Story, options: StoryOptions): StoryAnswer {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  const { answer: act, acts, unchecked, mayReport, after } = story;
  const word = new Set(acts.map((a) => partyShown(a, options).name)).size > 1 ? s.lanes.responses : s.lanes.response;
  const base = { lane: "response" as const, word };
  const n = mayReport.length;
  let waiting = "";
  if (unchecked.length > 0) waiting = s.answers.perhaps(unchecked.length);
  else if (n > 0) waiting = s.answers.mayReport(s.answers.documents(n, mixOf(mayReport)), n);
  if (!act)
    return {
      ...base,
      mark: "hollow",
      answer: waiting ? s.answers.notChecked : s.answers.noneFound,
      note: joined([s.answers.asOf(asOfWords(story, options)), waiting], options),
    };
  const { name, speaker } = partyShown(act, options);
  const span = lagToldInWords(act.lag, options);
  const when = [storyMoment(act.published, story, options), span && s.list.lagAfter.first(span), speaker && s.answers.by(speaker)].filter(
    Boolean,
  );
  // What the same party said besides is in the list, unless it took another side.
  const turned = turnedFrom(act, story, options);
  const others = acts.filter((a) => a === turned || (a !== act && partyShown(a, options).name !== name));
  const shown = others.filter((a) => a !== turned).slice(0, turned ? MAX_ACTS - 1 : MAX_ACTS);
  const told = others.filter((a) => a === turned || shown.includes(a));
  const then = told.map((a) => {
    return `${actInWords(a, options)}${m.brackets(storyDay(a.published, story, options))}`;
  });
  if (others.length > told.length) then.push(m.more(others.length - told.length));
  const left =
    after && after.later < MIN_COUNTED && after.repeats > 0 ? s.answers.leaveOut(after.repeats, turnInWords(story, options)) : "";
  const last = isLast(act, story) ? s.answers.nothingLater : "";
  return {
    ...base,
    mark: isClose(act.published) && act.published.precision !== "day" ? "full" : "range",
    answer: capital(actInWords(act, options)),
    note: joined(
      [`${capital(when.join(m.comma))}${m.stop}`, then.length ? s.answers.next(listed(then, m)) : "", left, last, waiting],
      options,
    ),
  };
}

/** "15 days"; of a long story months or years. */
function daysInWords(days: number, options: StoryOptions): string {
  if (days <= MAX_DAYS) return countInWords(days, "day", options);
  return days < 730 ? countInWords(Math.round(days / 30.44), "month", options) : durationInWords(days * DAY, options);
}

/** The three answers: First known, Spread, Response. */
export function storyAnswers(story: Story, options: StoryOptions): StoryAnswer[] {
  return [firstAnswer(story, options), spreadAnswer(story, options), responseAnswer(story, options)];
}
