/** The ledger of responses: who, in what standing, what they did, when and how long after, in what words, and how sure that is. */
import { eventInWords, type LocaleOptions, lagInWords, messagesOf, partyTitle, uptakeInWords } from "../../../shared/i18n/index.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { dotted, sourceLink } from "../embed/event.ts";
import { html, type Markup, quoted, source, timeTag } from "../ui/html.ts";
import { linkInWords } from "./evidence.ts";

/** Longest quote in UTF-16 units, and how many of a response are shown. */
const QUOTE = 300;
const QUOTES = 5;

/** All responses on this page of the timeline, as a table; under 760 px each stands as a block. */
export function ledger(timeline: Timeline, options: LocaleOptions & { baseUrl: string }): Markup {
  const events = timeline.events.flatMap((event, i) => (event.response ? [{ event, response: event.response, number: i + 1 }] : []));
  const m = messagesOf(options.lang);
  const names = m.evidence;
  if (events.length === 0) return html`<p class=empty>${m.noResponse}</p>`;
  const cell = (label: string, value: unknown) => html`<td role=cell data-l="${label}">${value}</td>`;
  const taken = uptakeInWords(timeline, options);
  return html`<table role=table class=ledger><caption>${[m.ledger.caption(events.length, timeline.counts.responses), taken].filter(Boolean).join(m.semicolon)}</caption><thead role=rowgroup><tr role=row>${[
    names.who,
    names.what,
    names.when,
    m.ledger.words,
    names.sure,
  ].map((name) => html`<th role=columnheader scope=col>${name}</th>`)}</tr></thead><tbody role=rowgroup>${events.map(
    ({ event, response, number }) => {
      const words = eventInWords(event, options);
      const title = partyTitle(response.actor);
      const lag = lagInWords(response.lag, options);
      const quotes = response.quotes.slice(0, QUOTES).map((quote) => html`<p>${quoted(quote, QUOTE, null, m)}</p>`);
      return html`<tr role=row>${cell(
        names.who,
        html`<strong>${source(words.who, 280, null, m)}</strong>${title && html` <small>${source(title, 280, null, m)}</small>`} <small>${m.standings[response.standing]}</small>`,
      )}${cell(names.what, html`<a href="#e${number}">${words.verb}</a>`)}${cell(
        names.when,
        html`${timeTag(response.published, options)}${lag && html` <small>${m.sinceFirst(lag)}</small>`}`,
      )}${cell(m.ledger.words, quotes.length ? html`${quotes}` : html`<span class=soft>${m.ledger.none}</span>`)}${cell(
        names.sure,
        dotted([
          linkInWords({ ...event, state: response.state }, m),
          words.uncertainty.split(" · ")[0] ?? "",
          sourceLink(event, words, { ...options, copies: true }),
        ]),
      )}</tr>`;
    },
  )}</tbody></table>`;
}
