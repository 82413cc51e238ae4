import type { Timed } from "../../shared/graph/spread.ts";
import { independenceInWords, instantInWords, plain, type SayOptions } from "../../shared/say.ts";
import type { Timeline } from "../../shared/timeline.ts";
import type { Graph } from "../store/graph.ts";
import { timelineBody, updatedInWords } from "./body.ts";
import { changesSection } from "./changes.ts";
import { dotted } from "./event.ts";
import { evidenceTable } from "./evidence.ts";
import { graphSection } from "./graph.ts";
import { html, type Markup, nothing, outLink, type Page, pathPart, quoted, source, timeTag } from "./html.ts";
import { ledger } from "./ledger.ts";
import { shell } from "./shell.ts";
import { spreadSection } from "./spread.ts";
import type { Viewer } from "./viewer.ts";

export interface ClaimOptions extends SayOptions {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  viewer: Viewer;
  /** The following page of events, if there is one: its address. */
  next: string | null;
  /** What only the first page has: the graph, and what the spread is counted from (`whole`: all there is). */
  whole: { graph: Graph; spread: { rows: readonly Timed[]; whole: boolean } } | null;
}
/** Nodes of the graph that is drawn: more are no picture. */
export const GRAPH_NODES = 60;
/** On its own page a claim has room for more open events than in an embed. */
const LEAD = 6;

function independence(timeline: Timeline): Markup {
  const said = independenceInWords(timeline);
  const numbers = new Map(timeline.events.map((event, i) => [event.documentId, i + 1]));
  const refs = (ids: string[]) => {
    const here = ids.slice(0, 12).flatMap((id) => numbers.get(id) ?? []);
    return here.length > 0 && html`Events ${here.map((n, i) => html`${i > 0 && ", "}<a href="#e${n}">${n}</a>`)} `;
  };
  return html`<p>${said ? `${said}, as far as can be told.` : "Nothing can be told yet."}</p><ul>${timeline.independence.reasons.map(
    (reason) => html`<li>${refs(reason.documentIds)}${reason.more > 0 && `and ${reason.more} more `}${source(reason.why, 300)}</li>`,
  )}</ul>`;
}

function verdicts(timeline: Timeline, options: ClaimOptions): Markup {
  if (timeline.verdicts.length === 0) return nothing;
  return html`<h2>Ratings by others</h2><ul class=list role=list>${timeline.verdicts.map(
    (v) =>
      html`<li><p>${outLink(v.url, quoted(v.label, 120))}</p><p class=meta>${dotted([source(v.publisher, 120), timeTag(v.published, options)])}</p>${
        v.explanation && html`<p>${source(v.explanation, 500)}</p>`
      }</li>`,
  )}</ul>`;
}

function coverage(timeline: Timeline, options: ClaimOptions): Markup {
  const { watched, unseen } = timeline.coverage;
  return html`<h2>What we watched, and could not see</h2><ul>${watched.slice(0, 50).map((w) => html`<li>Watched: ${source(w.name, 120)} since ${instantInWords(w.since, options)}</li>`)}${watched.length > 50 && html`<li>… and ${watched.length - 50} more sources</li>`}${unseen.map((gap) => html`<li>${source(gap, 300)}</li>`)}<li>“First known” is the earliest appearance that we have found, not where it began. We do not say whether a claim is true.</li></ul>`;
}

/** Formats of the timeline: the name of each, how people call it, and what may follow the claim's address. */
export const EXPORTS: readonly (readonly [format: string, name: string, suffix: string])[] = [
  ["json", "JSON", "json"],
  ["csv", "CSV", "csv"],
  ["markdown", "Markdown", "md"],
  ["graphml", "GraphML", "graphml"],
  ["prov", "PROV-JSON", "prov.json"],
  ["jsonld", "schema.org", "jsonld"],
  ["atom", "Atom", "atom"],
  ["jsonfeed", "JSON Feed", "feed.json"],
];
/** Those of them that are for following: newest events first. */
export const FEEDS: Readonly<Record<string, string>> = { atom: "application/atom+xml", jsonfeed: "application/feed+json" };

function sharing(timeline: Timeline, options: ClaimOptions): Markup {
  const id = pathPart(timeline.claim.id);
  const { baseUrl } = options;
  const links = (follow: boolean) =>
    dotted(
      EXPORTS.filter(([format]) => Object.hasOwn(FEEDS, format) === follow).map(
        ([, name, suffix]) => html`<a href="${baseUrl}/c/${id}.${suffix}">${name}</a>`,
      ),
    );
  return html`<h2>Follow, download, embed</h2><ul class=ways><li>Follow: ${links(true)}</li><li>Download: ${links(false)}</li><li>${dotted([
    html`<a href="${baseUrl}/v1/claims/${id}/graph">Graph as JSON</a>`,
    html`<a href="${baseUrl}/v1/claims/${id}/spread">Spread as JSON</a>`,
    html`<a href="${baseUrl}/embed/${id}">The embed by itself</a>`,
    html`<a href="${baseUrl}/c/${id}/card.svg">As a picture</a>`,
    html`<a href="${baseUrl}/c/${id}/embed">Put it on another page</a>`,
  ])}</li></ul>`;
}

/** The page of a claim: the embed's body at full width, and all evidence behind it. */
export function claimPage(timeline: Timeline, options: ClaimOptions): Page {
  const { claim } = timeline;
  const { baseUrl, next, whole } = options;
  const title = plain(`“${claim.text}”`, 120);
  const oembed = `${baseUrl}/oembed?url=${encodeURIComponent(`${baseUrl}/c/${pathPart(claim.id)}`)}`;
  const head = html`<link rel=alternate type="application/json+oembed" href="${oembed}&format=json" title="${title}"><link rel=alternate type="text/xml+oembed" href="${oembed}&format=xml" title="${title}">${EXPORTS.map(
    ([format, name, suffix]) =>
      (FEEDS[format] || format === "json") &&
      html`<link rel=alternate type="${FEEDS[format] ?? "application/json"}" href="${baseUrl}/c/${pathPart(claim.id)}.${suffix}" title="${name}">`,
  )}`;
  const body = timelineBody(timeline, { ...options, lead: LEAD, compact: false, copies: true, howTo: false });
  const more = next && html`<p class=next><a href="${next}">Later events</a></p>`;
  const numbers = new Map(timeline.events.map((event, i) => [event.documentId, i + 1]));
  const drawn = { ...options, numbers };
  const main = html`${body}${more}<p class=meta>${updatedInWords(timeline, options)} · revision ${timeline.revision}</p>${
    whole && graphSection(whole.graph, drawn)
  }${whole && changesSection(whole.graph, drawn)}${whole && spreadSection(whole.spread.rows, whole.spread.whole, options)}<h2>Responses</h2>${ledger(
    timeline,
    options,
  )}${verdicts(timeline, options)}<h2>How many independent sources</h2>${independence(timeline)}<h2>Evidence</h2>${evidenceTable(
    timeline,
    options,
  )}${more}${coverage(timeline, options)}${sharing(timeline, options)}`;
  return shell({
    baseUrl,
    title,
    main,
    head,
    noindex: claim.visibility !== "public",
    viewer: options.viewer.key === null && !options.viewer.open ? null : options.viewer,
  });
}
