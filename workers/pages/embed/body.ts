/** The body that embed and claim page share: claim, status, three answers, the strip, the events, how to read it. */
import {
  assessmentInWords,
  dateInWords,
  gapInWords,
  instantInWords,
  type LocaleOptions,
  laneAnswers,
  messagesOf,
  named,
  spreadAsides,
  wallClock,
} from "../../../shared/i18n/index.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { around, html, type Markup, nothing, outLink, quoted, source } from "../ui/html.ts";
import { dotted, type EventOptions, eventItem } from "./event.ts";
import { lanes, strip, timeOf } from "./strip.ts";

interface BodyOptions extends LocaleOptions {
  baseUrl: string;
  /** So many events stand open; the rest is folded. */
  lead: number;
  compact: boolean;
  copies: boolean;
  /** Ends with the fold that tells how to read it and what was not seen; the claim page has sections for that. */
  howTo: boolean;
}
/** A claim is one sentence; what is longer is cut here and whole in the data. */
const MAX_CLAIM = 400;
/** Quotes of the open events, and of the folded ones in an embed, whose 200 events must stay under 15 KB. */
const QUOTE = 140;
const FOLDED_QUOTE = 90;
/** With more events, keyboard users get a link past them. */
const MANY_EVENTS = 12;
const FOLDED_EVENTS = 60;
const MANY_QUOTE = 36;

/** The claim in quotation marks, as what is said and not as a fact; the status and the sentence it rests on; ratings of others. */
function head(timeline: Timeline, options: LocaleOptions): Markup {
  const m = messagesOf(options.lang);
  // What was said of it up to then; the time of day stands in the footer.
  const day = dateInWords(timeline.asOf ?? timeline.changedAt, "day", options);
  const { claim, assessment, verdicts } = timeline;
  const first = verdicts
    .slice(0, 2)
    .map((v) => html`${outLink(v.url, quoted(v.label, 60, null, m))}${around(m.brackets, source(v.publisher, 60, null, m))}`);
  const more = verdicts.length > 2 ? m.more(verdicts.length - 2) : "";
  return html`<h1>${quoted(claim.text, MAX_CLAIM, claim.lang, m)}</h1><p class=top><strong class=chip>${m.assessment[assessment.word]} <small>${day}</small></strong>${assessmentInWords(
    timeline,
    options,
  )}</p>${verdicts.length > 0 && html`<p class=rated>${m.page.rated}${dotted([...first, more])}</p>`}`;
}

function answers(timeline: Timeline, options: BodyOptions): Markup {
  const said = laneAnswers(timeline, options);
  const m = messagesOf(options.lang);
  const aside = spreadAsides(timeline, options).join(" · ");
  const lines = [said.firstKnown, said.spread, said.responses];
  return html`<dl class=lanes>${lanes.map(
    (l, i) =>
      html`<div><dt class=${l.css}>${m.lanes[l.lane]}</dt><dd>${lines[i]}${i === 1 && aside && html` <small>· ${aside}</small>`}</dd></div>`,
  )}</dl>`;
}

function howToRead(timeline: Timeline, options: BodyOptions): Markup {
  const { watched, unseen } = timeline.coverage;
  const m = messagesOf(options.lang);
  const p = m.page;
  const shape = lanes[1]?.shape;
  return html`<details class=how><summary>${p.how}</summary><p class=key><span><svg aria-hidden=true><path class=m transform="translate(11 6)" d="${shape}"/></svg>${p.keySure}</span> <span><svg aria-hidden=true><line class=w x1=0 x2=22 y1=6 y2=6 /><path class=h transform="translate(11 6)" d="${shape}"/></svg>${p.keyUnsure}</span></p><ul>${[p.howFirst, p.howWord, p.howMachine, p.howBars].map((line) => html`<li>${line}</li>`)}${
    watched.length > 0 &&
    html`<li>${p.watched(
      [
        ...watched.slice(0, 12).map((w) => p.since(named(w.name, 60), dateInWords(w.since, "day", options))),
        ...(watched.length > 12 ? [m.more(watched.length - 12)] : []),
      ].join(m.semicolon),
    )}</li>`
  }${unseen.slice(0, 12).map((gap) => html`<li>${source(gapInWords(gap, options), 280, null, m)}</li>`)}<li>${p.inFull}${options.baseUrl}/c/${timeline.claim.id}</li></ul></details>`;
}

/** Events as ordered lists, oldest first: `lead` of them open, the rest in a fold that print and a link to `#e9` open. */
function list(timeline: Timeline, options: BodyOptions): { open: Markup; folded: Markup } {
  const { events } = timeline;
  const p = messagesOf(options.lang).page;
  const days = events.map((event) => timeOf(event).earliest ?? timeOf(event).latest).filter((ms) => ms !== null);
  const years = new Set(days.map((ms) => wallClock(ms, "UTC").year));
  const numbers = new Map(events.map((event, i) => [event.documentId, i + 1]));
  const eventOptions: EventOptions = { ...options, year: years.size > 1, quote: QUOTE, numbers };
  const item = (offset: number, quote: number) => (event: (typeof events)[number], i: number) =>
    eventItem(event, offset + i + 1, timeline, { ...eventOptions, quote });
  const [open, folded] = [events.slice(0, options.lead), events.slice(options.lead)];
  const folding = item(open.length, options.copies ? QUOTE : events.length > FOLDED_EVENTS ? MANY_QUOTE : FOLDED_QUOTE);
  return {
    open: open.length > 0 ? html`<ol role=list>${open.map(item(0, events.length > FOLDED_EVENTS ? FOLDED_QUOTE : QUOTE))}</ol>` : nothing,
    folded:
      folded.length > 0
        ? html`<details class=more><summary>${open.length ? p.moreEvents(folded.length) : p.events(folded.length)}</summary><ol role=list>${folded.map(folding)}</ol></details>`
        : nothing,
  };
}

/** Everything of a timeline between the claim and the footer. */
export function timelineBody(timeline: Timeline, options: BodyOptions): Markup {
  const top = html`${head(timeline, options)}${answers(timeline, options)}${strip(timeline, options)}`;
  if (options.compact) return top;
  const { open, folded } = list(timeline, options);
  const long = timeline.events.length > MANY_EVENTS || options.lead > MANY_EVENTS;
  return html`${top}${long && html`<a class=skip href="#after">${messagesOf(options.lang).page.skip}</a>`}${open}<div class=folds>${folded}${long && html`<span id=after></span>`}${options.howTo ? howToRead(timeline, options) : nothing}</div>`;
}

/** "Updated 8 Apr 2025, 14:00 UTC", or the instant whose knowledge is shown. */
export function updatedInWords(timeline: Timeline, options: LocaleOptions): string {
  const { updated, asKnown } = messagesOf(options.lang).page;
  return timeline.asOf === null ? updated(instantInWords(timeline.changedAt, options)) : asKnown(instantInWords(timeline.asOf, options));
}
