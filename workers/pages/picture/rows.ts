/** Rows of a story's list: a document, or an act with its words, its place and the number of its reports. */

import { countOne } from "../../../shared/collections.ts";
import {
  actInWords,
  dateInWords,
  daysInWords,
  deedInWords,
  documentName,
  kindAtPlace,
  kindName,
  kindOf,
  lagToldInWords,
  messagesOf,
  needsYear,
  originInWords,
  partyShown,
  placeName,
  relationInWords,
  repliesInWords,
  type StoryOptions,
  spanInWords,
  storyMessages,
  storyMoment,
} from "../../../shared/i18n/index.ts";
import { capital, named } from "../../../shared/i18n/name.ts";
import { printed } from "../../../shared/text/quote-selector.ts";
import { isRemoved } from "../../../shared/timeline/availability.ts";
import type { StoryAct } from "../../../shared/timeline/story/acts.ts";
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { isNews, mixOf, reportsOf, type Story, type StoryDocument, turnOf } from "../../../shared/timeline/story/story.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import { around, html, type Markup, nothing, outLink, quoted, source, timeTag } from "../ui/html.ts";
import { anchorOf } from "./anchor.ts";
import { type GlyphSheet, glyphOf, type LaneName, type MarkState, mark } from "./marks.ts";

export interface RowOptions extends StoryOptions {
  glyphs: GlyphSheet;
  /** Longest quotation in UTF-16 units. */
  quote: number;
  thumbs?: EmbedSettings["thumbs"] | undefined;
  /** The address of the page with the captured document, to which its time links. */
  captured?: (documentId: string) => string;
}
interface RowParts {
  id: string | null;
  lane: LaneName;
  state: MarkState;
  time: Markup;
  relation: string;
  /** "First known.", "Response." and the like; "" for most documents. */
  word: string;
  who: Markup;
  quotation: Markup;
  meta: Markup;
  thumb?: Markup;
}

/** One row: time on the left (above where it is narrow), mark on the rail, words on the right. */
function row({ id, lane, state, time, relation, word, who, quotation, meta, thumb = nothing }: RowParts): Markup {
  return html`<li${id !== null && html` id="${id}"`}>${mark(lane, state)}<p class=t><b>${time}</b>${relation && html` <span>${relation}</span>`}</p><div>${thumb}<p class=w>${
    word && html`<b class=${lane}>${word}</b> `
  }${who}</p>${quotation}${String(meta) && html`<p class=quiet>${meta}</p>`}</div></li>`;
}

/** Joins the given parts to one secondary line; each part ends with a full stop. */
function sentences(parts: (Markup | string | false)[], stop: string): Markup {
  const there = parts.filter((part) => part !== false && String(part) !== "");
  return html`${there.map((part, i) => html`${i > 0 && stop === "." && " "}${typeof part === "string" ? capital(part) : part}${stop}`)}`;
}

/** "Post on X" as a link to the source, with its icon. */
function sourceLine(event: TimelineEvent, url: string | null, { glyphs, lang }: RowOptions): Markup {
  const m = messagesOf(lang);
  const place = placeName(event) ?? "";
  const kind = capital(kindOf(event, m));
  const label = place ? around((hole) => kindAtPlace(kind, event, place, m, hole), source(place, 60, null, m)) : html`${kind}`;
  return html`${glyphs.use(glyphOf(event))}${outLink(url, label)}`;
}

/** A link to the page of a rating that is no stored document. */
function ratingLine({ url }: StoryAct, { glyphs, lang }: RowOptions): Markup {
  return html`${glyphs.use("check")}${outLink(url, capital(kindName("fact_check", messagesOf(lang))))}`;
}

/** The words that show the claim, in quotation marks, in their own language. */
function quotation(text: string | undefined, lang: string | null, options: RowOptions): Markup {
  if (!text?.trim()) return nothing;
  return html`<blockquote>${quoted(text, options.quote, lang, messagesOf(options.lang))}</blockquote>`;
}

/** A time as a link to the captured document, if the page offers that. */
function capturedTime(time: Markup, documentId: string | null, { captured }: RowOptions): Markup {
  return documentId !== null && captured ? html`<a href="${captured(documentId)}">${time}</a>` : time;
}
function thumbOf(event: TimelineEvent, { thumbs }: RowOptions): Markup {
  const found = thumbs?.find((thumb) => thumb.event === event.id);
  return found ? html`<img class=th src="${found.image}" alt="${found.alt}" width=84 height=63>` : nothing;
}

/** A document as a row. */
export function documentRow(document: StoryDocument, story: Story, options: RowOptions, word = ""): Markup {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang).list;
  const { event } = document;
  const gone = event.availability?.gone !== undefined;
  // An erased document keeps only its place.
  const isMute = gone || isRemoved(event);
  const first = document === story.first;
  const archived = event.availability?.archived;
  const name = documentName(event, options, 80);
  // The words that match the claim do not show that an article disputes it, but its headline mostly does.
  const headline = isNews(event) && document.observed && document.doing === "disputes" ? event.title?.trim() : undefined;
  const text = headline || ((event.quote && printed(event.quote)) ?? (event.excerpt?.trim() || event.title?.trim() || undefined));
  const origin = originInWords(document, story, options);
  const isRange = document.time.precision === "day" || document.time.precision === "range";
  const seen: MarkState = isRange ? "range" : "full";
  const lead = word || (first ? storyMessages(options.lang).lanes.first : "");
  return row({
    id: anchorOf(event),
    lane: first ? "first" : "spread",
    state: gone || !document.observed ? "hollow" : seen,
    time: capturedTime(
      timeTag(document.time, { ...options, year: needsYear(document.time, story, options), zone: false }),
      document.observed ? document.id : null,
      options,
    ),
    relation: relationInWords(document, story, options),
    word: lead && `${lead}${m.stop}`,
    who: html`<b><bdi>${gone ? capital(s.deleted) : name}</bdi></b> ${isMute ? nothing : deedInWords(document, story, options)}`,
    quotation: isMute ? nothing : quotation(text, event.translated ? null : event.lang, options),
    thumb: thumbOf(event, options),
    meta: sentences(
      [
        document.observed && sourceLine(event, gone ? null : event.url, options),
        isRemoved(event) && storyMessages(options.lang).answers.removed.replace(/[.。]$/, ""),
        event.translated && m.textChanges.translated,
        // While the document itself is unchecked, it need not be said that its source is.
        (event.state === "confirmed" || origin !== m.uncheckedSource) && origin,
        event.availability?.corrected !== undefined && m.noticed.corrected,
        event.availability?.corrected === undefined && event.availability?.changed !== undefined && m.noticed.changed,
        archived ? outLink(archived.url, m.archived(dateInWords(archived.at, "day", options))) : "",
        repliesInWords(document, options),
        // A platform's own statement needs no check.
        event.state !== "confirmed" ? m.evidence.unchecked : event.method !== "rule" && s.checked,
      ],
      m.stop,
    ),
  });
}

/** An act as a row; one that waits for review is "perhaps a response". */
export function actRow(act: StoryAct, story: Story, options: RowOptions): Markup {
  const m = messagesOf(options.lang);
  const p = storyMessages(options.lang);
  const s = p.list;
  const { name, speaker } = partyShown(act, options);
  const span = lagToldInWords(act.lag, options);
  const verb = act.type === "rating" ? actInWords(act, options).slice(name.length) : m.responses[act.type];
  const standing = /^(?:third_party|fact_checker)$/.test(act.standing) ? "" : s.standings[act.standing];
  const rating = act.type === "rating" && ratingLine(act, options);
  const kind = act.own ? sourceLine(act.own, act.url, options) : rating;
  const checked = act.type === "rating" ? s.factCheck : p.lanes.response;
  const word = act.checked ? checked : s.perhaps;
  return row({
    id: anchorOf(act),
    lane: "response",
    state: act.checked ? "full" : "hollow",
    time: capturedTime(
      timeTag(act.published, { ...options, year: needsYear(act.published, story, options), zone: false }),
      act.own?.documentId ?? null,
      options,
    ),
    relation: span ? s.lagAfter.first(span) : "",
    word: `${word}${m.stop}`,
    who: html`<b><bdi>${name}</bdi></b> ${act.type === "rating" ? html`${verb}` : verb}`,
    quotation: quotation(act.quotes[0], null, options),
    meta: sentences(
      [
        kind,
        [speaker, standing].filter(Boolean).join(m.comma),
        act.toldBy !== null && act.own === null && act.reports < 2 && m.knownFrom(named(act.toldBy, 60)),
        act.reports > (act.own ? 0 : 1) && s.toldIn(act.reports, mixOf(reportsOf(act, story))),
        act.type === "rating" && s.ownRating,
        !act.checked ? s.notCounted.replace(/[.。]$/, "") : act.byPerson && s.checked,
      ],
      m.stop,
    ),
  });
}

/** The repeats that leave out the denial and are shown, as one row: a single post itself, or else their number, places and the last one. */
export function afterRow(story: Story, repeating: readonly StoryDocument[], options: RowOptions): Markup {
  const { denial } = story;
  const { list: s, turns } = storyMessages(options.lang);
  const turn = turns[turnOf(story)];
  const word = capital(turn.after);
  const m = messagesOf(options.lang);
  const [one] = repeating;
  const last = repeating.at(-1);
  if (!denial || !one || !last) return nothing;
  if (repeating.length === 1) return documentRow(one, story, options, word);
  const places = new Map<string, number>();
  for (const { event } of repeating) {
    const place = placeName(event) ?? kindOf(event, m);
    countOne(places, place);
  }
  const ranked = [...places].sort((a, b) => b[1] - a[1]);
  const shown = ranked.slice(0, 3).map(([place, n]) => `${named(place, 40)} ${n}`);
  const rest = ranked.length - shown.length;
  const list = [...shown, ...(rest > 0 ? [m.more(rest)] : [])].join(m.item);
  const span = spanInWords(
    { low: null, high: Math.max(0, (last.time.latest ?? 0) - (denial.published.earliest ?? denial.at ?? 0)) },
    options,
  );
  const moment = storyMoment(last.time, story, options);
  return row({
    id: null,
    lane: "spread",
    state: "full",
    time: html`${daysInWords(one.time.earliest ?? 0, last.time.earliest ?? 0, { ...options, year: needsYear(last.time, story, options) })}`,
    relation: span ? s.lagAfter.turn(span, turn) : "",
    word: `${word}${m.stop}`,
    who: html`<b>${s.repeatMany(repeating.length)}</b> ${s.repeatWithout(turn)}`,
    quotation: nothing,
    meta: sentences(
      [html`${list}`, html`${s.last} <a href="#${anchorOf(last.event)}">${documentName(last.event, options)}</a>${m.comma}${moment}`],
      m.stop,
    ),
  });
}

/** A row with the number of further acts. */
export function moreActsRow(n: number, options: RowOptions): Markup {
  const s = storyMessages(options.lang).list;
  return row({
    id: null,
    lane: "response",
    state: "full",
    time: nothing,
    relation: "",
    word: "",
    who: html`<b>${s.moreAnswers(n)}</b>`,
    quotation: nothing,
    meta: nothing,
  });
}

/** A list of rows. */
export const rowList = (rows: readonly Markup[]): Markup => html`<ol class=ev role=list>${rows}</ol>`;
