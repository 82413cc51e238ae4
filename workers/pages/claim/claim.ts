import {
  assessmentInWords,
  causeInWords,
  gapInWords,
  independenceInWords,
  instantInWords,
  type LocaleOptions,
  messagesOf,
  plain,
  quote,
} from "../../../shared/i18n/index.ts";
import type { Timed } from "../../../shared/timeline/spread.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Graph } from "../../store/claims/graph.ts";
import { timelineBody, updatedInWords } from "../embed/body.ts";
import { dotted } from "../embed/event.ts";
import { around, html, type Markup, nothing, outLink, type Page, pathPart, quoted, source, timeTag } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { changesSection } from "./changes.ts";
import { evidenceTable } from "./evidence.ts";
import { graphSection } from "./graph.ts";
import { ledger } from "./ledger.ts";
import { spreadSection } from "./spread.ts";

/** A format in which the claim's timeline is offered at `/c/{id}.{suffix}`. */
export interface OfferedFormat {
  name: string;
  label: string;
  suffix: string;
  type: string;
  /** For following: the newest events first. */
  newest?: true;
}
export interface ClaimOptions extends LocaleOptions {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  viewer: Viewer;
  formats: readonly OfferedFormat[];
  /** What links to our own pages hand on: "?lang=de" where the address of this one asks for it, else "". */
  query: string;
  /** The following page of events, if there is one: its address. */
  next: string | null;
  /** The address of what is known now, when another moment is shown. */
  live: string | null;
  /** What only the first page has: the graph, and what the spread is counted from (`whole`: all there is). */
  whole: { graph: Graph; spread: { rows: readonly Timed[]; whole: boolean } } | null;
}
/** Nodes of the graph that is drawn: more are no picture. */
export const GRAPH_NODES = 60;
/** On its own page a claim has room for more open events than in an embed. */
const LEAD = 6;

function independence(timeline: Timeline, options: LocaleOptions): Markup {
  const m = messagesOf(options.lang);
  const said = independenceInWords(timeline, options);
  const numbers = new Map(timeline.events.map((event, i) => [event.documentId, i + 1]));
  const refs = (ids: string[]) => {
    const here = ids
      .slice(0, 12)
      .flatMap((id) => numbers.get(id) ?? [])
      .sort((a, b) => a - b);
    return here.length > 0 && html`${m.claim.eventRefs}${here.map((n, i) => html`${i > 0 && ", "}<a href="#e${n}">${n}</a>`)} `;
  };
  return html`<p>${said ? m.claim.asFar(said) : m.claim.nothingKnown}</p><ul>${timeline.independence.reasons.map(
    (reason) =>
      html`<li>${refs(reason.documentIds)}${reason.more > 0 && `${m.claim.andMore(reason.more)} `}${source(causeInWords(reason.cause, options), 300, null, m)}</li>`,
  )}</ul>`;
}

function verdicts(timeline: Timeline, options: ClaimOptions): Markup {
  if (timeline.verdicts.length === 0) return nothing;
  const m = messagesOf(options.lang);
  return html`<h2>${m.claim.ratings}</h2><ul class=list role=list>${timeline.verdicts.map(
    (v) =>
      html`<li><p>${outLink(v.url, quoted(v.label, 120, null, m))}</p><p class=meta>${dotted([source(v.publisher, 120, null, m), timeTag(v.published, options)])}</p>${
        v.explanation && html`<p>${source(v.explanation, 500, null, m)}</p>`
      }</li>`,
  )}</ul>`;
}

function coverage(timeline: Timeline, options: ClaimOptions): Markup {
  const { watched, unseen } = timeline.coverage;
  const m = messagesOf(options.lang);
  const since = (w: (typeof watched)[number]) =>
    around((hole) => m.claim.watched(hole, instantInWords(w.since, options)), source(w.name, 120, null, m));
  return html`<h2>${m.claim.coverage}</h2><ul>${watched.slice(0, 50).map((w) => html`<li>${since(w)}</li>`)}${
    watched.length > 50 && html`<li>${m.claim.moreSources(watched.length - 50)}</li>`
  }${unseen.map((gap) => html`<li>${source(gapInWords(gap, options), 300, null, m)}</li>`)}<li>${m.page.howFirst} ${m.claim.noTruth}</li></ul>`;
}

function sharing(timeline: Timeline, options: ClaimOptions): Markup {
  const id = pathPart(timeline.claim.id);
  const { baseUrl, query } = options;
  const m = messagesOf(options.lang).claim;
  const links = (follow: boolean) =>
    dotted(
      options.formats
        .filter(({ newest }) => !!newest === follow)
        .map(({ label, suffix }) => html`<a href="${baseUrl}/c/${id}.${suffix}">${label}</a>`),
    );
  return html`<h2>${m.sharing}</h2><ul class=ways><li>${m.follow}${links(true)}</li><li>${m.download}${links(false)}</li><li>${dotted([
    html`<a href="${baseUrl}/v1/claims/${id}/graph">${m.graph}</a>`,
    html`<a href="${baseUrl}/v1/claims/${id}/spread">${m.spread}</a>`,
    html`<a href="${baseUrl}/embed/${id}${query}">${m.embed}</a>`,
    html`<a href="${baseUrl}/c/${id}/card.svg${query}">${m.picture}</a>`,
    html`<a href="${baseUrl}/c/${id}/embed${query}">${m.put}</a>`,
  ])}</li></ul>`;
}

/** The page of a claim: the embed's body at full width, and all evidence behind it. */
export function claimPage(timeline: Timeline, options: ClaimOptions): Page {
  const { claim } = timeline;
  const { baseUrl, next, whole, live } = options;
  const m = messagesOf(options.lang);
  const title = plain(quote(claim.text, m), 120);
  const path = `${baseUrl}/c/${pathPart(claim.id)}`;
  const oembed = `${baseUrl}/oembed?url=${encodeURIComponent(path)}`;
  const head = html`<meta property=og:title content="${title}"><meta property=og:description content="${m.assessment[timeline.assessment.word]}${m.stop} ${assessmentInWords(timeline, options)}"><meta property=og:image content="${path}/card.png${options.query}"><meta name=twitter:card content=summary_large_image><link rel=alternate type="application/json+oembed" href="${oembed}&format=json" title="${title}"><link rel=alternate type="text/xml+oembed" href="${oembed}&format=xml" title="${title}">${options.formats.map(
    ({ name, label, suffix, type, newest }) =>
      (newest || name === "json") && html`<link rel=alternate type="${type.replace(/;.*/, "")}" href="${path}.${suffix}" title="${label}">`,
  )}`;
  const body = timelineBody(timeline, { ...options, lead: LEAD, compact: false, copies: true, howTo: false });
  const more = next && html`<p class=next><a href="${next}">${m.claim.later}</a></p>`;
  const numbers = new Map(timeline.events.map((event, i) => [event.documentId, i + 1]));
  const drawn = { ...options, numbers };
  const main = html`${body}${more}<p class=meta>${updatedInWords(timeline, options)} · <a href="${path}/revisions${options.query}">${m.claim.revision(timeline.revision)}</a>${live && html` · <a href="${live}">${m.page.live}</a>`}</p>${
    whole && graphSection(whole.graph, drawn)
  }${whole && changesSection(whole.graph, drawn)}${whole && spreadSection(whole.spread.rows, whole.spread.whole, options)}<h2>${m.lanes.responses}</h2>${ledger(
    timeline,
    options,
  )}${verdicts(timeline, options)}<h2>${m.claim.independence}</h2>${independence(timeline, options)}<h2>${m.evidence.title}</h2>${evidenceTable(
    timeline,
    options,
  )}${more}${coverage(timeline, options)}${sharing(timeline, options)}`;
  return shell({
    baseUrl,
    title,
    main,
    head,
    lang: options.lang,
    query: options.query,
    noindex: claim.visibility !== "public",
    viewer: options.viewer.by === null && !options.viewer.open ? null : options.viewer,
  });
}
