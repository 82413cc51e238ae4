/** One event as an item of the list. */
import {
  dateInWords,
  type EventWords,
  eventInWords,
  hedgesInWords,
  isInferred,
  kindAtPlace,
  type LocaleOptions,
  type Messages,
  messagesOf,
  noticedInWords,
  textChangesInWords,
} from "../../../shared/i18n/index.ts";
import type { Timeline, TimelineEvent } from "../../../shared/timeline/views.ts";
import { around, html, type Markup, nothing, outLink, pathPart, quoted, safeUrl, source, timeTag } from "../ui/html.ts";
import { isGone, isUncertain, lanes, timeOf } from "./strip.ts";

export interface EventOptions extends LocaleOptions {
  baseUrl: string;
  /** Whether days are said with their year: only when the events span more than one. */
  year: boolean;
  /** Longest quote in UTF-16 units. */
  quote: number;
  /** Links to our own captured text of each document. */
  copies: boolean;
  /** The list's number of each event's document, for links between events. */
  numbers: Map<string, number>;
}

/** The words that show the claim: quote, else start of text, else title. Null when we hold none. */
export function wordsOf(event: TimelineEvent): { text: string; quoted: boolean } | null {
  const quote = event.response?.quotes[0] ?? event.quote?.exact;
  if (quote?.trim()) return { text: quote, quoted: true };
  const text = event.excerpt?.trim() || event.title?.trim();
  return text ? { text, quoted: false } : null;
}

function quoteLine(event: TimelineEvent, max: number, m: Messages): Markup {
  const words = wordsOf(event);
  if (!words) return nothing;
  // The quote of a translation is a rendering: it is not in the document's language.
  const text = quoted(words.text, max, event.translated || event.response ? null : event.lang, m);
  const second = event.response?.quotes[1];
  const more = second ? html` · ${quoted(second, max, null, m)}` : nothing;
  return html`<p class=s>${text}${more}${event.translated ? html` <i>${m.translated}</i>` : nothing}`;
}

/** Separates what is there with a middle dot. */
export function dotted(parts: (Markup | string | false | null)[]): Markup {
  const there = parts.filter((part) => part !== "" && part !== null && part !== false && String(part) !== "");
  return html`${there.map((part, i) => (i === 0 ? html`${part}` : html` · ${part}`))}`;
}

/** "post on X", linked to the source where its address is known; beside it our own captured text, where asked for or all there is. */
export function sourceLink(event: TimelineEvent, words: EventWords, options: { baseUrl: string; copies: boolean; lang: string }): Markup {
  const m = messagesOf(options.lang);
  const url = event.response?.url ?? event.url;
  const { place } = words;
  const what = outLink(
    url,
    place ? around((hole) => kindAtPlace(words.kind, event, place, m, hole), source(place, 80, null, m)) : words.kind,
  );
  const copy = event.seen === "observed" && (options.copies || !safeUrl(url));
  const id = event.response?.documentId ?? event.documentId;
  return copy ? html`${what} · <a href="${options.baseUrl}/d/${pathPart(id)}" target=_blank rel=noopener>${m.captured}</a>` : what;
}

/** Where it came from, linked to that event; an inferred link is underlined with dots, a stated one with a line. */
function fromLine({ parent }: TimelineEvent, words: string, { numbers }: EventOptions): Markup | string {
  if (!parent || !words) return words;
  const number = parent.documentId ? numbers.get(parent.documentId) : undefined;
  const inferred = isInferred(parent.basis) && html` class=i`;
  if (number !== undefined) return html`<a${inferred} href="#e${number}">${words}</a>`;
  return inferred ? html`<span${inferred}>${words}</span>` : words;
}

/** An event as `<li id=e1>`: lane, time and doubt; who did what, where; the words; where it came from. Ends of paragraphs and items go without saying. */
export function eventItem(event: TimelineEvent, number: number, timeline: Timeline, options: EventOptions): Markup {
  const lane = lanes.find((l) => l.lane === event.lane) ?? lanes[1];
  const m = messagesOf(options.lang);
  const words = eventInWords(event, options);
  const changes = event.parent?.textChanges;
  // A hedge that came in on the way is told as such, once.
  const hedges = changes?.[0]?.kind === "hedge_added" ? "" : hedgesInWords(event, options);
  const archived = event.availability?.archived;
  const unaware = timeline.unawareRepeats.includes(event.id);
  const tail = dotted([
    fromLine(event, words.from, options),
    textChangesInWords(changes, m),
    hedges && m.hedged(hedges),
    unaware && m.laterWithout,
    noticedInWords(event.availability, options),
    archived ? outLink(archived.url, m.archived(dateInWords(archived.at, "day", options))) : "",
  ]);
  const unsure = isUncertain(timeOf(event));
  return html`<li id=e${number} class="e ${lane?.css}${unsure ? " u" : ""}${isGone(event) ? " x" : ""}"><p class=k><b>${m.lanes[event.lane]}</b> · ${timeTag(timeOf(event), options)}${
    words.uncertainty && ` · ${words.uncertainty}`
  }<p><strong>${source(words.who, 280, null, m)}</strong> <small>${dotted([words.verb, sourceLink(event, words, options)])}</small>${quoteLine(
    event,
    options.quote,
    m,
  )}${String(tail) && html`<p class=f>${tail}`}`;
}
