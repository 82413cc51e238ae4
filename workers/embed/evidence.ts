/** The claim page's evidence: every event as a row, with how each thing is known. */
import {
  eventInWords,
  hedgesInWords,
  isMachineMade,
  partyTitle,
  plain,
  type SayOptions,
  tellerInWords,
  timeBasisInWords,
} from "../../shared/say.ts";
import type { Timeline, TimelineEvent } from "../../shared/timeline.ts";
import { dotted, sourceLink, wordsOf } from "./event.ts";
import { html, type Markup, quoted, source, timeTag } from "./html.ts";
import { lanes, timeOf } from "./strip.ts";

export type EvidenceOptions = SayOptions & { baseUrl: string };
/** Longest quote of a row in UTF-16 units: the captured text has the rest. */
const QUOTE = 300;

/** "lexical-1, 93 %": how a sighting was tied to the claim, and whether anybody looked at it. */
export function linkInWords(event: Pick<TimelineEvent, "method" | "score" | "state">): string {
  // A matcher is never certain, so it never says 100 %.
  const score = event.score === null ? "" : `, ${Math.min(99, Math.round(event.score * 100))} %`;
  const made = isMachineMade(event.method)
    ? `by machine (${plain(event.method, 40)}${score})`
    : event.method === "rule"
      ? "by rule"
      : "by a person";
  const checked = isMachineMade(event.method) ? (event.state === "confirmed" ? ", confirmed" : ", not yet checked") : "";
  return `linked ${made}${checked}`;
}

function row(event: TimelineEvent, number: number, timeline: Timeline, options: EvidenceOptions): Markup {
  const words = eventInWords(event, timeline, options);
  const time = timeOf(event);
  const basis = timeBasisInWords(time.basis);
  const said = wordsOf(event);
  const lane = lanes.find((l) => l.lane === event.lane);
  const title = event.response ? partyTitle(event.response.actor) : "";
  const hedges = hedgesInWords(event);
  const cell = (label: string, value: unknown) => html`<td role=cell data-l="${label}">${value}</td>`;
  return html`<tr role=row>${cell("When", html`<a href="#e${number}">${timeTag(time, options)}</a>${basis && html` <small>${basis}</small>`}`)}${cell(
    "Who",
    html`${source(words.who)}${title && html` <small>${source(title)}</small>`}`,
  )}${cell(
    "What",
    html`<b class=${lane?.css}>${lane?.name}</b> · ${words.verb}${said && html`: ${quoted(said.text, QUOTE, event.translated ? null : event.lang)}`}${
      event.translated && " (translated)"
    }`,
  )}${cell("From", words.from || "not known")}${cell("How sure", dotted([linkInWords(event), tellerInWords(event), hedges && `hedged: ${hedges}`]))}${cell(
    "Where",
    sourceLink(event, words, { baseUrl: options.baseUrl, copies: true }),
  )}</tr>`;
}

/** All events of this page of the timeline as a table; under 760 px each row stands as a block. */
export function evidenceTable(timeline: Timeline, options: EvidenceOptions): Markup {
  const heads = ["When", "Who", "What", "From", "How sure", "Where"];
  return html`<table role=table><caption>Every event above, with how each thing is known</caption><thead role=rowgroup><tr role=row>${heads.map(
    (name) => html`<th role=columnheader scope=col>${name}</th>`,
  )}</tr></thead><tbody role=rowgroup>${timeline.events.map((event, i) => row(event, i + 1, timeline, options))}</tbody></table>`;
}
