/** The history of decisions in words: who, when, why and about what, each with an undo button. */
import { whoInWords } from "../../../shared/access/who.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { plain } from "../../../shared/i18n/index.ts";
import { lineStatement } from "../../../shared/review/suggestion.ts";
import { namesFrom } from "../../editing/who.ts";
import type { Row } from "../../store/d1.ts";
import type { DecidedItem, Decision } from "../../store/desk/decisions.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { html, type Markup, moment } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { face, hidden } from "./frame.ts";

interface HistoryData {
  baseUrl: string;
  viewer: Viewer;
  history: Decision[];
  /** Lines that are named in the history; other things are named by their kind. */
  sightings: SightingRow[];
  people: Row[];
  keys: Row[];
}

/** A path with the anchor of the line that was decided, if it is the page of a claim or document and one line was decided. */
export function placeOf(path: string, { items }: Decision): string {
  const [only] = items;
  return only?.kind === "sighting" && items.length === 1 && /^\/[cd]\//.test(path) ? `${path.replace(/#.*/, "")}#${only.id}` : path;
}

function whatOf(items: DecidedItem[], sightings: SightingRow[]): string {
  const [only] = items;
  if (only?.do === "split") return desk.documents(items.length - 1);
  if (!only || items.length > 1) return desk.things(items.length);
  const line = only.kind === "sighting" && sightings.find((s) => s.id === only.id);
  return line ? `“${plain(lineStatement(line), 100)}”` : desk.decided[only.kind];
}

/** The decisions, latest first. After an undo, the browser goes to `back`. */
export function historyList({ baseUrl, viewer, history, sightings, people, keys }: HistoryData, back: string): Markup {
  if (!history.length) return html`<p class="s soft">${desk.noHistory}</p>`;
  const names = namesFrom(people, keys);
  const one = (d: Decision) => {
    const who = plain(d.by === null ? desk.somebody : whoInWords(d.by, names), 60);
    const isUndoable = viewer.may("review") && d.did !== "undo" && d.undoneBy === null;
    const about = whatOf(d.items, sightings);
    const said = d.did === "undo" ? desk.tookBack(about) : `${desk.did[d.did] ?? d.did} ${about}`;
    return html`<li>${face(who)}<div><b>${who}</b> ${said}<br><span class=soft>${moment(d.at)}${
      d.why && ` · ${desk.because(d.why)}`
    }${d.undoneBy && ` · ${desk.isUndone}`}</span></div>${
      isUndoable &&
      html`<form method=post action="${baseUrl}/undo">${hidden({ id: d.id, back: placeOf(back, d) })}<button class="btn small quiet">${
        desk.undo
      }<span class=sr>: ${said}</span></button></form>`
    }</li>`;
  };
  return html`<ul class=hist>${history.map(one)}</ul>`;
}
