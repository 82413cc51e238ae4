/** One event as an item of the list. */
import { type EventWords, eventInWords, hedgesInWords, noticedInWords, placePreposition, type SayOptions } from "../../shared/say.ts";
import type { Timeline, TimelineEvent } from "../../shared/timeline.ts";
import { html, type Markup, nothing, outLink, pathPart, quoted, safeUrl, source, timeTag } from "./html.ts";
import { isUncertain, lanes, timeOf } from "./strip.ts";

export interface EventOptions extends SayOptions {
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

function quoteLine(event: TimelineEvent, max: number): Markup {
  const words = wordsOf(event);
  if (!words) return nothing;
  // The quote of a translation is a rendering: it is not in the document's language.
  const text = quoted(words.text, max, event.translated || event.response ? null : event.lang);
  const second = event.response?.quotes[1];
  const more = second ? html` · ${quoted(second, max)}` : nothing;
  return html`<p class=s>${text}${more}${event.translated ? html` <i>(translated)</i>` : nothing}</p>`;
}

/** Separates what is there with a middle dot. */
export function dotted(parts: (Markup | string | false | null)[]): Markup {
  const there = parts.filter((part) => part !== "" && part !== null && part !== false && String(part) !== "");
  return html`${there.map((part, i) => (i === 0 ? html`${part}` : html` · ${part}`))}`;
}

/** "post on X", linked to the source where its address is known; beside it our own captured text, where asked for or all there is. */
export function sourceLink(event: TimelineEvent, words: EventWords, options: { baseUrl: string; copies: boolean }): Markup {
  const url = event.response?.url ?? event.url;
  const place = words.place && html` ${placePreposition(event, words.place)} ${source(words.place, 80)}`;
  const what = outLink(url, html`${words.kind}${place}`);
  const copy = event.seen === "observed" && (options.copies || !safeUrl(url));
  const id = event.response?.documentId ?? event.documentId;
  return copy ? html`${what} · <a href="${options.baseUrl}/d/${pathPart(id)}" target=_blank rel=noopener>captured text</a>` : what;
}

/** An event as `<li id=e1>`: lane, time and doubt; who did what, where; the words; where it came from. */
export function eventItem(event: TimelineEvent, number: number, timeline: Timeline, options: EventOptions): Markup {
  const lane = lanes.find((l) => l.lane === event.lane) ?? lanes[1];
  const words = eventInWords(event, timeline, options);
  const hedges = hedgesInWords(event);
  const parent = event.parent?.documentId ? options.numbers.get(event.parent.documentId) : undefined;
  const from = parent ? html`<a href="#e${parent}">${words.from}</a>` : words.from;
  const unaware = timeline.unawareRepeats.includes(event.id);
  const tail = dotted([
    from,
    hedges ? `hedged: ${hedges}` : "",
    unaware ? "later, without the response" : "",
    noticedInWords(event.availability),
  ]);
  const unsure = isUncertain(timeOf(event));
  return html`<li class="e ${lane?.css}${unsure ? " u" : ""}" id=e${number}><p class=k><b>${lane?.name}</b> · ${timeTag(timeOf(event), options)}${
    words.uncertainty && ` · ${words.uncertainty}`
  }</p><p><strong>${source(words.who)}</strong> <span class=soft>${dotted([words.verb, sourceLink(event, words, options)])}</span></p>${quoteLine(
    event,
    options.quote,
  )}${String(tail) && html`<p class=f>${tail}</p>`}</li>`;
}
