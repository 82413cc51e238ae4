/** The list of an embed: the responses, which are always visible, the important events, and the rest in folds that say what they contain. */
import { countOne } from "../../../shared/collections.ts";
import {
  dateInWords,
  documentName,
  messagesOf,
  type StoryOptions,
  spansYears,
  storyMessages,
  wallClock,
} from "../../../shared/i18n/index.ts";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { daysIn, orderTime } from "../../../shared/timeline/story/extent.ts";
import { isNews, pictureKind, type Story, type StoryDocument } from "../../../shared/timeline/story/story.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import { actRow, afterRow, documentRow, moreActsRow, type RowOptions, rowList } from "../picture/rows.ts";
import { html, type Markup, nothing, outLink } from "../ui/html.ts";

/** Maximum number of acts with rows of their own, and of acts that wait for review. */
const MAX_ACTS = 3;
const MAX_UNCHECKED = 2;
/** Maximum number of documents in the fold of a small story; a big story has one row per day. */
const MAX_ROWS = 24;
/** How many names a day of a big story shows, and up to how many days the rows are days. */
const NAMES_A_DAY = 3;
const MAX_DAYS = 31;
/** With more days than this, years are rows instead of months. */
const MAX_DAYS_IN_MONTHS = 1_000;

type Picks = Pick<EmbedSettings, "pins" | "hide" | "lead" | "order">;
interface Row {
  event: TimelineEvent | undefined;
  at: number;
  markup: Markup;
}
const byAt = (a: Row, b: Row): number => (a.at === b.at ? 0 : a.at - b.at);

/** The rows in the order that the newsroom chose, by default oldest first. */
function ordered(rows: Row[], { order, pins = [] }: Picks): Markup[] {
  rows.sort(byAt);
  if (order === "newest") rows.reverse();
  const place = ({ event }: Row) => (event && pins.includes(event.id) ? pins.indexOf(event.id) : pins.length);
  if (order === "pins") rows.sort((a, b) => place(a) - place(b));
  return rows.map((row) => row.markup);
}

/** How many documents go back to each document, over any number of steps. */
function descendants(story: Story): Map<StoryDocument, number> {
  const byId = new Map(story.documents.map((d) => [d.id, d]));
  const counts = new Map<StoryDocument, number>();
  for (const d of story.documents) for (let at = byId.get(d.parent?.id ?? ""); at; at = byId.get(at.parent?.id ?? "")) countOne(counts, at);
  return counts;
}

/** Three moments in the growth of a big story: First known, the document that most others go back to, the first news outlet. */
function moments(story: Story): StoryDocument[] {
  const below = descendants(story);
  const head = [...below].sort((a, b) => b[1] - a[1]).find(([d, n]) => d !== story.first && n >= 3)?.[0];
  const news = story.documents.find((d) => d.observed && isNews(d.event));
  const found = [story.first, head, news].filter((d) => d != null);
  return [...new Set(found)].sort((a, b) => orderTime(a.time) - orderTime(b.time));
}

/** The rows of a big story: days, or months or years if there are many days. */
function shapeOf({ spread }: Story, options: StoryOptions): "day" | "dayOfYear" | "shortMonth" | "year" {
  const days = daysIn(spread.extent);
  if (days <= MAX_DAYS) return spansYears(spread.extent, options) ? "day" : "dayOfYear";
  return days <= MAX_DAYS_IN_MONTHS ? "shortMonth" : "year";
}

/** The id of the day, month or year row of a document. */
export function dayOf(document: StoryDocument, story: Story, options: StoryOptions): string {
  const at = orderTime(document.time);
  if (!Number.isFinite(at)) return "undated";
  const { year, month, day } = wallClock(at, options.tz);
  return `d${[year, month, day].slice(0, { year: 1, shortMonth: 2, dayOfYear: 3, day: 3 }[shapeOf(story, options)]).join("-")}`;
}

/** Documents by day: their number, and the names of a few. */
function byDay(story: Story, documents: readonly StoryDocument[], options: RowOptions): Markup {
  const s = storyMessages(options.lang).list;
  const days = new Map<string, StoryDocument[]>();
  for (const document of [...documents].sort((a, b) => orderTime(a.time) - orderTime(b.time))) {
    const id = dayOf(document, story, options);
    const day = days.get(id);
    day ? day.push(document) : days.set(id, [document]);
  }
  const { item } = messagesOf(options.lang);
  return html`<ul class=days>${[...days].map(([id, ofDay]) => {
    const at = ofDay[0] ? orderTime(ofDay[0].time) : Number.NaN;
    const day = Number.isFinite(at) ? dateInWords(at, shapeOf(story, options), options) : s.undatedDay;
    const named = ofDay.filter((d) => d.observed && d.event.availability?.gone === undefined).slice(0, NAMES_A_DAY);
    return html`<li id=${id}><b>${day}</b> ${named.map(
      (d, i) => html`${i > 0 && item}${outLink(d.event.url, html`<bdi>${documentName(d.event, options)}</bdi>`)}`,
    )} <span class=quiet>${s.ofDay(ofDay.length)}</span></li>`;
  })}</ul>`;
}

function fold(summary: Markup, content: Markup): Markup {
  return html`<details><summary>${summary}</summary>${content}</details>`;
}

/** The documents that are shown outside of folds: those that the newsroom chose, else by the shape of the story. */
function openDocuments(story: Story, { pins = [], lead }: Picks, shown: readonly StoryDocument[]): Set<StoryDocument> {
  const small = pictureKind(story) !== "bricks";
  const open = new Set(shown.filter((d) => pins.includes(d.event.id)));
  const rest = shown.filter((d) => d.event.role !== "respond");
  if (lead !== undefined) for (const d of rest.slice(0, lead)) open.add(d);
  else if (small && story.first && shown.includes(story.first)) open.add(story.first);
  // Without a response there is room for the next documents.
  if (lead === undefined && small && story.acts.length === 0) for (const d of rest.slice(0, 4)) open.add(d);
  return open;
}

/** The title, the open rows, and the folds. */
export function embedEvents(story: Story, picks: Picks, options: RowOptions): Markup {
  const s = storyMessages(options.lang).list;
  const hidden = new Set(picks.hide ?? []);
  const acts = new Set([...story.acts, ...story.unchecked].flatMap((act) => (act.own ? [act.own.documentId] : [])));
  const all = story.documents.filter((d) => !acts.has(d.id));
  const shown = all.filter((d) => !hidden.has(d.event.id));
  const open = openDocuments(story, picks, shown);
  const after = (story.after?.repeating ?? []).filter((d) => !hidden.has(d.event.id));
  const afterDenial = after.length === 1 ? after[0] : undefined;
  const rows: Row[] = [
    ...[...open]
      .filter((d) => d !== afterDenial)
      .map((document) => ({
        event: document.event,
        at: document === story.first ? Number.NEGATIVE_INFINITY : orderTime(document.time),
        markup: documentRow(document, story, options),
      })),
    ...[...story.acts.slice(0, MAX_ACTS), ...story.unchecked.slice(0, MAX_UNCHECKED)].map((act) => ({
      event: act.own ?? undefined,
      at: act.at ?? Number.MAX_VALUE,
      markup: actRow(act, story, options),
    })),
    ...(after[0]
      ? [{ event: afterDenial?.event, at: orderTime((after.at(-1) ?? after[0]).time), markup: afterRow(story, after, options) }]
      : []),
  ];
  const more = story.acts.length - MAX_ACTS;
  const listed = [...ordered(rows, picks), ...(more > 0 ? [moreActsRow(more, options)] : [])];
  const actsTitle = pictureKind(story) === "bricks" ? s.answersTitle : s.answerTitle;
  const title = story.acts.length === 0 ? s.openTitle : actsTitle;
  const folded = shown.filter((d) => !open.has(d) && d !== afterDenial);
  const left = all.length - shown.length;
  return html`${listed.length > 0 && html`<h2>${title}</h2>${rowList(listed)}`}${folds(
    story,
    folded,
    story.documents.filter((d) => !hidden.has(d.event.id)),
    options,
  )}${left > 0 && html`<p class=quiet>${s.hidden(left)}</p>`}`;
}

function folds(story: Story, folded: readonly StoryDocument[], all: readonly StoryDocument[], options: RowOptions): Markup {
  const s = storyMessages(options.lang).list;
  if (folded.length === 0) return nothing;
  if (folded.length <= MAX_ROWS && pictureKind(story) !== "bricks") {
    const first = folded[0];
    const last = folded.at(-1);
    const name = (d: StoryDocument | undefined) => (d ? documentName(d.event, options) : "");
    const [count, names] = folded.length === 1 ? s.foldOne(name(first)) : s.fold(folded.length, name(first), name(last));
    return fold(html`${count} <span>${names}</span>`, rowList(folded.map((d) => documentRow(d, story, options))));
  }
  const key = moments(story).filter((d) => folded.includes(d));
  const began = key.length > 0 ? fold(html`${s.began(key.length)}`, rowList(key.map((d) => documentRow(d, story, options)))) : nothing;
  return html`${began}${fold(html`${s.byDay(all.length)}`, byDay(story, all, options))}`;
}
