/** What changed on the way from one document to the next: was and now, side by side. */
import { type Messages, messagesOf, parentInWords, textChangeName } from "../../../shared/i18n/index.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import type { Graph, GraphNode } from "../../store/claims/graph.ts";
import { nodeName, ownEvent } from "../ui/graph-layout.ts";
import { html, langTag, type Markup, nothing, source } from "../ui/html.ts";
import { type GraphOptions, parentOf } from "./graph.ts";

/** Edges whose changes are told; the data has all. */
const MAX_EDGES = 20;
/** Characters of the words around a change. */
const AROUND = 60;

/** The words that changed, in the words around them where those are at hand. */
function inContext(span: { text: string } | null, event: TimelineEvent | undefined, tag: "del" | "ins", m: Messages): Markup {
  if (!span) return html`<span class=soft>${tag === "del" ? m.changes.notThere : m.changes.notSaid}</span>`;
  const texts = [event?.quote?.exact, event?.excerpt, event?.response?.quotes[0]];
  const text = texts.find((t) => t?.includes(span.text)) ?? span.text;
  const at = text.indexOf(span.text);
  const end = at + span.text.length;
  // From a word's beginning, and to a word's end.
  const before = at > AROUND ? `…${text.slice(at - AROUND, at).replace(/^\S*\s/, "")}`.toWellFormed() : text.slice(0, at);
  const rest = text.slice(end, end + 4 * AROUND);
  const after = `${/^\s/.test(rest) ? " " : ""}${excerpt(rest, AROUND)}`;
  const words = source(span.text, 240, null, m);
  const lang = langTag(event?.lang ?? null);
  const shown = tag === "del" ? html`<del>${words}</del>` : html`<ins>${words}</ins>`;
  return html`<span${lang && html` lang="${lang}"`}>${before && source(before, 999, null, m)}${shown}${after && source(after, 999, null, m)}</span>`;
}

/** The section of a claim's page on changes of wording; nothing when none is known. */
export function changesSection(graph: Graph, options: GraphOptions): Markup {
  const { numbers } = options;
  const m = messagesOf(options.lang);
  const nodes = new Map<string, GraphNode>(graph.nodes.map((n) => [n.id, n]));
  const changed = graph.edges.filter((e) => e.textChanges.length > 0 && e.state !== "rejected" && (e.primary || e.type === "quote"));
  if (changed.length === 0) return nothing;
  const name = (id: string) => {
    const node = nodes.get(id);
    const number = numbers.get(id);
    const said = source(node ? nodeName(node, m) : m.kinds.other[0], 80, null, m);
    return number === undefined ? said : html`<a href="#e${number}">${said}</a>`;
  };
  const eventOf = (id: string) => {
    const node = nodes.get(id);
    return node && ownEvent(node);
  };
  const cell = (label: string, value: Markup | string) => html`<td role=cell data-l="${label}">${value}</td>`;
  return html`<h2>${m.changes.title}</h2>${changed
    .slice(0, MAX_EDGES)
    .map(
      (edge) =>
        html`<p class=soft>${name(edge.childId)} ${parentInWords(parentOf(edge, nodes, m), m)}</p><table role=table class=changes aria-label="${m.changes.title}"><thead role=rowgroup><tr role=row><th role=columnheader scope=col>${m.changes.change}</th><th role=columnheader scope=col>${m.changes.was}</th><th role=columnheader scope=col>${m.changes.now}</th></tr></thead><tbody role=rowgroup>${edge.textChanges.map(
          ({ kind, was, now }) =>
            html`<tr role=row><th role=rowheader scope=row>${textChangeName(kind, m)}</th>${cell(m.changes.was, inContext(was, eventOf(edge.from), "del", m))}${cell(m.changes.now, inContext(now, eventOf(edge.childId), "ins", m))}</tr>`,
        )}</tbody></table>`,
    )}${changed.length > MAX_EDGES && html`<p class=meta>${m.changes.more(changed.length - MAX_EDGES)}</p>`}`;
}
