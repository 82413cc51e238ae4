/** The claim page's evidence: every event as a row, with how each thing is known. */
import {
  eventInWords,
  hedgesInWords,
  isMachineMade,
  type LocaleOptions,
  type Messages,
  messagesOf,
  partyTitle,
  plain,
  reportedByInWords,
  timeBasisInWords,
} from "../../../shared/i18n/index.ts";
import type { Timeline, TimelineEvent } from "../../../shared/timeline/views.ts";
import { dotted, sourceLink, wordsOf } from "../embed/event.ts";
import { lanes, timeOf } from "../embed/strip.ts";
import { html, type Markup, quoted, source, timeTag } from "../ui/html.ts";

type EvidenceOptions = LocaleOptions & { baseUrl: string };
/** Longest quote of a row in UTF-16 units: the captured text has the rest. */
const QUOTE = 300;

/** "lexical-1, 93 %": how a sighting was tied to the claim, and whether anybody looked at it. */
export function linkInWords(event: Pick<TimelineEvent, "method" | "score" | "state">, m: Messages): string {
  if (!isMachineMade(event.method)) return event.method === "rule" ? m.evidence.rule : m.evidence.person;
  // A matcher is never certain, so it never says 100 %.
  const score = event.score === null ? "" : `, ${Math.min(99, Math.round(event.score * 100))} %`;
  const checked = event.state === "confirmed" ? m.evidence.confirmed : m.evidence.unchecked;
  return `${m.evidence.machine(`${plain(event.method, 40)}${score}`)}${m.comma}${checked}`;
}

function row(event: TimelineEvent, number: number, options: EvidenceOptions): Markup {
  const m = messagesOf(options.lang);
  const names = m.evidence;
  const words = eventInWords(event, options);
  const time = timeOf(event);
  const basis = timeBasisInWords(time.basis, options);
  const said = wordsOf(event);
  const lane = lanes.find((l) => l.lane === event.lane);
  const title = event.response ? partyTitle(event.response.actor) : "";
  const hedges = hedgesInWords(event, options);
  const cell = (label: string, value: unknown) => html`<td role=cell data-l="${label}">${value}</td>`;
  return html`<tr role=row>${cell(names.when, html`<a href="#e${number}">${timeTag(time, options)}</a>${basis && html` <small>${basis}</small>`}`)}${cell(
    names.who,
    html`${source(words.who, 280, null, m)}${title && html` <small>${source(title, 280, null, m)}</small>`}`,
  )}${cell(
    names.what,
    html`<b class=${lane?.css}>${m.lanes[event.lane]}</b> · ${words.verb}${said && html`${m.colon}${quoted(said.text, QUOTE, event.translated ? null : event.lang, m)}`}${
      event.translated && ` ${m.translated}`
    }`,
  )}${cell(names.from, words.from || names.notKnown)}${cell(names.sure, dotted([linkInWords(event, m), reportedByInWords(event, options), hedges && m.hedged(hedges)]))}${cell(
    names.where,
    sourceLink(event, words, { ...options, copies: true }),
  )}</tr>`;
}

/** All events of this page of the timeline as a table; under 760 px each row stands as a block. */
export function evidenceTable(timeline: Timeline, options: EvidenceOptions): Markup {
  const m = messagesOf(options.lang).evidence;
  const heads = [m.when, m.who, m.what, m.from, m.sure, m.where];
  return html`<table role=table><caption>${m.caption}</caption><thead role=rowgroup><tr role=row>${heads.map(
    (name) => html`<th role=columnheader scope=col>${name}</th>`,
  )}</tr></thead><tbody role=rowgroup>${timeline.events.map((event, i) => row(event, i + 1, options))}</tbody></table>`;
}
