/** All documents of a long story, by day: counts of each day, and the documents of one day or of what a reader chose. */

import {
  capital,
  dateInWords,
  documentName,
  isExact,
  kindOf,
  LIKELY,
  type LocaleOptions,
  messagesOf,
  named,
  placeName,
  repliesInWords,
  sourceOf,
  spansYears,
  storyMessages,
  timeInWords,
  turnInWords,
  wallClock,
  zoneName,
} from "../../../shared/i18n/index.ts";
import { mayOnlyTell } from "../../../shared/i18n/verb.ts";
import { isoTime, twoDigits } from "../../../shared/iso.ts";
import { isStatedPlainly } from "../../../shared/model/edge.ts";
import { printed } from "../../../shared/text/quote-selector.ts";
import { isRemoved } from "../../../shared/timeline/availability.ts";
import { byText } from "../../../shared/timeline/order.ts";
import { chosen, groupOf, narrows } from "../../../shared/timeline/story/choose.ts";
import { isClose } from "../../../shared/timeline/story/extent.ts";
import { isNews, mixOf, type Story, type StoryDocument, sourceLabel } from "../../../shared/timeline/story/story.ts";
import { anchorOf } from "../picture/anchor.ts";
import { glyphOf } from "../picture/marks.ts";
import { actRow, documentRow, rowList } from "../picture/rows.ts";
import { html, isolate, langTag, type Markup, nothing, outLink, pathPart, source } from "../ui/html.ts";
import { choiceQuery, filterForm } from "./filter.ts";
import { isLong, linkTo, type Section, titleOf } from "./page.ts";

/** Maximum number of documents on a page. */
const MAX_ROWS = 50;
/** Maximum number of names in the line of a day, and of reposts that are named. */
const MAX_NAMES = 3;
const MAX_REPOSTS = 6;
const MAX_WORDS = 160;
/** Longest quotation of a full row. */
const MAX_QUOTE = 400;

const UNDATED = "none";
/** The day of an instant in a zone, "2026-03-05". */
export function dayOfInstant(ms: number, { tz }: LocaleOptions): string {
  const { year, month, day } = wallClock(ms, tz);
  return `${String(year).padStart(4, "0")}-${twoDigits(month + 1)}-${twoDigits(day)}`;
}
/** The day of a document in the shown zone, such as "2026-03-05": the last day of its range, or "none" without a date. */
function dayOf({ time }: StoryDocument, options: LocaleOptions): string {
  const ms = time.precision === "day" ? time.earliest : (time.latest ?? time.earliest);
  if (ms === null) return UNDATED;
  return dayOfInstant(ms, time.precision === "day" ? { ...options, tz: "UTC" } : options);
}

/** "5 Mar", with the year if the story spans more than one. */
function dayName(day: string, documents: readonly StoryDocument[], { options, story }: Section): string {
  const time = documents[0]?.time;
  const ms = time && (time.precision === "day" ? time.earliest : (time.latest ?? time.earliest));
  if (!time || day === UNDATED || ms === undefined || ms === null) return storyMessages(options.lang).list.undatedDay;
  return dateInWords(
    ms,
    spansYears(story.spread.extent, options) ? "day" : "dayOfYear",
    time.precision === "day" ? { ...options, tz: "UTC" } : options,
  );
}

function tagOf(document: StoryDocument, { story, words, options }: Section): Markup {
  const a = words.all;
  const carriesTag = `${capital(storyMessages(options.lang).list.verbs.carries(turnInWords(story, options)))}${messagesOf(options.lang).stop}`;
  if (document === story.first) return html`<b class=first>${a.firstTag}</b> `;
  if (document.doing === "asks") return html`<b class=spread>${document.event.stanceUnsure ? a.mentionsTag : a.asksTag}</b> `;
  if (document.doing === "disputes") return html`<b class=response>${mayOnlyTell(document.event) ? a.mayDisputeTag : a.disputesTag}</b> `;
  if (document.doing === "carries") {
    const reportTag = document.carriesDenial ? carriesTag : a.answersTag;
    return html`<b class=response>${document.event.role === "respond" ? a.isAnswerTag : reportTag}</b> `;
  }
  return nothing;
}

function fromWords(document: StoryDocument, { words, story, options }: Section): Markup {
  const { event, parent } = document;
  const label = sourceLabel(document);
  if (!event.parent || !label) return nothing;
  const name = sourceOf(label, document, story, options);
  if (isStatedPlainly(event.parent) || parent?.sure) return html`${words.who.from(name)}`;
  return html`${event.parent.confidence < LIKELY ? words.who.possiblyFrom(name) : words.who.likelyFrom(name)}`;
}

/** Where a document was published: a platform, "News", or the kind of document, with an icon. */
function placeWords({ event }: StoryDocument, { words, options }: Section): Markup {
  if (isNews(event)) return html`${words.places.news}`;
  const place = event.platform ? placeName(event) : event.place;
  return place ? isolate(named(place, 40)) : html`${capital(kindOf(event, messagesOf(options.lang)))}`;
}

/** One row: time, place, author, what it says, and its source. */
function line(document: StoryDocument, section: Section): Markup {
  const { options, glyphs, baseUrl, words } = section;
  const m = messagesOf(options.lang);
  const { event, time } = document;
  const refersTo = event.quote?.refersTo;
  const text = isRemoved(event)
    ? storyMessages(options.lang).answers.removed
    : (event.response?.quotes[0] ?? (event.quote && printed(event.quote)) ?? event.excerpt ?? event.title);
  const clock = isExact(time) && time.earliest !== null ? wallClock(time.earliest, options.tz) : null;
  const article = event.kind === "article" || event.kind === "fact_check";
  const said = article && event.title?.trim() ? event.title : text;
  const lang = event.translated ? undefined : langTag(event.lang);
  // The row is listed under the last possible day of the document.
  const isWide = !isClose(time) && (time.earliest ?? time.latest) !== null;
  const when = isWide && html` ${capital(timeInWords(time, { ...options, zone: false }))}`;
  return html`<li id=${anchorOf(event)}><span class=tm>${
    clock && time.earliest !== null
      ? html`<a href="${baseUrl}/d/${pathPart(document.id)}"><time datetime="${isoTime(time.earliest).slice(0, 16)}Z">${twoDigits(
          clock.hour,
        )}:${twoDigits(clock.minute)}</time></a>`
      : nothing
  }</span><span class=q>${glyphs.use(glyphOf(event))}${placeWords(document, section)}</span><b>${outLink(
    event.url,
    isolate(documentName(event, options)),
  )}</b><p${lang && html` lang="${lang}"`}>${tagOf(document, section)}${said?.trim() && source(said, MAX_WORDS, null, m)}</p>${
    refersTo && html`<p class=q>${words.all.refersTo} <q${lang && html` lang="${lang}"`}>${source(refersTo, MAX_WORDS, null, m)}</q></p>`
  }<span class=q>${fromWords(document, section)}${when}</span>${threadRow(document, section)}</li>`;
}

/** The replies below a document: their number, and those that are shown. */
function threadRow(document: StoryDocument, section: Section): Markup {
  if (!document.thread) return nothing;
  const { shown } = document.thread;
  const words = repliesInWords(document, section.options);
  return shown.length > 0
    ? html`<details class=mo><summary>${words}</summary><ol role=list>${shown.slice(0, MAX_ROWS).map((one) => line(one, section))}</ol></details>`
    : html`<p class=q>${words}</p>`;
}

function repostsRow(reposts: readonly StoryDocument[], section: Section): Markup {
  const { options } = section;
  const m = messagesOf(options.lang);
  const named = reposts.slice(0, MAX_REPOSTS).map((d) => outLink(d.event.url, isolate(documentName(d.event, options))));
  const more = reposts.length - named.length;
  return html`<li class=rp><span class=tm></span><span class=q>${storyMessages(options.lang).picture.reposts(reposts.length)}</span><p class=q>${named.map(
    (name, i) => html`${i > 0 && m.item}${name}`,
  )}${more > 0 && `${m.item}${m.more(more)}`}</p></li>`;
}

/** "51: 43 say it, 6 ask, 2 respond or dispute". */
function dayCounts(documents: readonly StoryDocument[], section: Section): string {
  const { words, options } = section;
  const m = messagesOf(options.lang);
  const count = (group: string) => documents.filter((d) => groupOf(d) === group).length;
  const parts = [
    [count("says"), words.all.says],
    [count("asks"), words.all.asks],
    [count("answers"), words.all.answers],
  ] as const;
  const said = parts.flatMap(([n, say]) => (n > 0 ? [say(n)] : []));
  return `${documents.length}${m.colon}${said.join(m.comma)}`;
}
/** The authors named in the line of a day: newsrooms and responses first, then documents that others come from. */
function dayNames(documents: readonly StoryDocument[], heads: ReadonlySet<string>, section: Section): string {
  const { options } = section;
  const worth = documents.filter((d) => isNotable(d, heads));
  const names = [...new Set(worth.map((d) => documentName(d.event, options)))].slice(0, MAX_NAMES);
  return names.map((name) => named(name, 40)).join(messagesOf(options.lang).item);
}

const isNotable = (d: StoryDocument, heads: ReadonlySet<string>) =>
  heads.has(d.id) || d.event.role === "respond" || d.doing === "carries" || d.doing === "disputes" || d.event.kind !== "post";

/** The open day: important documents as rows, the others in a fold, reposts in one row. */
function dayRows(documents: readonly StoryDocument[], heads: ReadonlySet<string>, section: Section): Markup {
  const { words, asked } = section;
  const own = documents.filter((d) => !d.parent?.repost);
  const reposts = documents.filter((d) => d.parent?.repost);
  const shown = own.slice(asked.from, asked.from + MAX_ROWS);
  const notable = shown.filter((d) => isNotable(d, heads));
  const [rows, folded] = notable.length > 0 && shown.length > 12 ? [notable, shown.filter((d) => !notable.includes(d))] : [shown, []];
  const item = (d: StoryDocument) => line(d, section);
  const left = own.length - asked.from - shown.length;
  return html`<ol role=list>${rows.map(item)}${reposts.length > 0 && asked.from === 0 && repostsRow(reposts, section)}</ol>${
    folded.length > 0 &&
    html`<details class=mo><summary>${words.all.moreOfDay(folded.length)}</summary><ol role=list>${folded.map(item)}</ol></details>`
  }${left > 0 && html`<p class=next><a href="${linkTo(section, `day=${asked.day}&from=${asked.from + MAX_ROWS}`)}#all">${words.all.more(Math.min(left, MAX_ROWS))}</a></p>`}`;
}

/** Every day with its counts. One day is open; links open the others. */
function byDay(section: Section): Markup {
  const { story, asked, options } = section;
  const lastUndated = (a: string, b: string) => Number(a === UNDATED) - Number(b === UNDATED) || byText(a, b);
  const days = [...Map.groupBy(story.documents, (d) => dayOf(d, options))].sort(([a], [b]) => lastUndated(a, b));
  const heads = new Set(section.forest.rows.flatMap(({ head }) => head?.id ?? []));
  const answered = story.answer?.own ?? story.documents.find((d) => d.doing === "carries")?.event ?? null;
  const answeredBy = answered && story.documents.find((d) => d.id === answered.documentId);
  const wanted = asked.day || (answeredBy ? dayOf(answeredBy, options) : (days[0]?.[0] ?? ""));
  const open = days.some(([day]) => day === wanted) ? wanted : (days[0]?.[0] ?? "");
  const whole = story.documents.length <= MAX_ROWS;
  return html`<div class=evd>${days.map(([day, documents]) => {
    const name = html`<b>${dayName(day, documents, section)}</b> <span>${dayCounts(documents, section)}</span> <small>${dayNames(documents, heads, section)}</small>`;
    const own = { ...section, asked: { ...asked, day, from: day === open ? asked.from : 0 } };
    if (day === open || whole)
      return html`<details${day === open && " open"} id="day-${day}"><summary>${name}</summary>${dayRows(documents, heads, own)}</details>`;
    return html`<p class=dy id="day-${day}"><a href="${linkTo(section, `day=${day}`)}#day-${day}">${name}</a></p>`;
  })}</div>`;
}

/** One page of the documents that match the filters, in the order of time. */
function found(section: Section): Markup {
  const { story, asked, options, words } = section;
  const all = chosen(story.documents, asked);
  const shown = all.slice(asked.from, asked.from + MAX_ROWS);
  const left = all.length - asked.from - shown.length;
  const days = Map.groupBy(shown, (d) => dayOf(d, options));
  return html`<div class=evd>${[...days].map(
    ([day, documents]) => html`<h3>${dayName(day, documents, section)}</h3><ol role=list>${documents.map((d) => line(d, section))}</ol>`,
  )}${left > 0 && html`<p class=next><a href="${linkTo(section, `${choiceQuery(asked)}&from=${asked.from + MAX_ROWS}`)}#all">${words.all.more(Math.min(left, MAX_ROWS))}</a></p>`}${
    asked.from > 0 && html`<p class=next><a href="${linkTo(section, choiceQuery(asked))}#all">${words.all.earlier}</a></p>`
  }</div>`;
}

/** The rows of a short story: its acts, and the documents that are not an act's own document. */
function rowsOf({ acts, unchecked, documents }: Story) {
  const all = [...acts, ...unchecked];
  const ownDocuments = new Set(all.flatMap((act) => (act.own ? [act.own.documentId] : [])));
  return { acts: all, documents: documents.filter((d) => !ownDocuments.has(d.id)) };
}
/** The number of rows in the list of a short story, or of documents in a long one. */
export function lengthOf(section: Section): number {
  const { story } = section;
  if (isLong(section)) return story.documents.length;
  const { acts, documents } = rowsOf(story);
  return acts.length + documents.length;
}

/** A short story as full rows: documents and responses in the order of time. A document that is only named precedes the one that names it. */
function rows(section: Section): Markup {
  const { story, words, glyphs, options } = section;
  const zone = zoneName(story.spread.extent?.from ?? 0, options);
  const captured = (id: string) => `${section.baseUrl}/d/${pathPart(id)}`;
  const say = { ...options, glyphs, quote: MAX_QUOTE, captured };
  const { acts, documents } = rowsOf(story);
  const at = (time: StoryDocument["time"]) => time.earliest ?? time.latest ?? Number.POSITIVE_INFINITY;
  // Evidence may be older than the claim.
  const isOlder = ({ event, time }: StoryDocument) =>
    event.role === "evidence" && time.latest !== null && time.latest < (story.first?.time.earliest ?? Number.NEGATIVE_INFINITY);
  const top = documents.some(isOlder) ? story.first?.event.at : Number.NEGATIVE_INFINITY;
  const listed = [
    ...documents.map((d) => ({ at: (d === story.first ? top : undefined) ?? d.event.at, markup: documentRow(d, story, say) })),
    ...acts.map((act) => ({ at: at(act.published), markup: actRow(act, story, say) })),
  ];
  const sorted = listed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  return html`<section id=all>${titleOf(
    section,
    "all",
    words.all.titleQuotes(lengthOf(section)),
  )}<p class=sub>${words.all.sub(zone)}</p>${rowList(sorted.map((r) => r.markup))}</section>`;
}

/** The list of all documents; of a long story by day, with filters. */
export function listSection(section: Section): Markup {
  const { story, asked, words, left } = section;
  if (story.documents.length === 0) return nothing;
  if (!isLong(section)) return rows(section);
  const isNarrow = narrows(asked);
  return html`<section id=all>${titleOf(
    section,
    "all",
    words.all.title(storyMessages(section.options.lang).answers.documents(story.documents.length, mixOf(story.documents))),
  )}${filterForm(section)}${
    isNarrow ? found(section) : byDay(section)
  }${left > 0 && html`<p class=sub>${words.all.unread(left)}</p>`}</section>`;
}
