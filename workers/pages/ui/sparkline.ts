/** The three lanes of a claim in a hundred pixels, drawn from data that lists read anyway. The words beside it say the same. */
import { html, type Markup, nothing } from "./html.ts";

interface Sparked {
  first: number | null;
  last: number | null;
  sightings: number;
  /** When responses were given. */
  answers: number[];
  /** Responses wait for a decision: drawn as an empty mark at the end. */
  waits?: boolean;
}
const WIDTH = 120;
const EDGE = 6;

/** First known as a dot, spread as a line that is thicker for more sightings (by powers of ten), responses as diamonds. Time is to scale. */
export function sparkline({ first, last, sightings, answers, waits = false }: Sparked): Markup {
  if (first === null || last === null) return nothing;
  const end = Math.max(last, ...answers);
  const start = Math.min(first, ...answers);
  const span = end - start;
  const x = (at: number) => Math.round((span > 0 ? EDGE + ((at - start) / span) * (WIDTH - 2 * EDGE) : EDGE) * 10) / 10;
  const thick = Math.min(6, 1.5 + Math.log10(Math.max(1, sightings)) * 1.5).toFixed(1);
  const from = x(first);
  const to = Math.max(x(last), x(first) + 0.1);
  return html`<svg class=spark viewBox="0 0 ${WIDTH} 36" width=${WIDTH} height=36 aria-hidden=true focusable=false><path class=g d="M0 6H${
    WIDTH
  }M0 18H${WIDTH}M0 30H${WIDTH}"/><g class=one><circle class=m cx=${from} cy=6 r=4 /></g>${
    sightings > 1 && html`<g class=two><path d="M${from} 18H${to}" stroke=currentColor stroke-width=${thick} stroke-linecap=round /></g>`
  }<g class=three>${[...new Set(answers.map(x))].map(
    (at) => html`<path class=m d="M${at} 25l5 5l-5 5l-5-5z"/>`,
  )}${waits && html`<path class=held d="M${WIDTH - EDGE} 25.5l4.5 4.5l-4.5 4.5l-4.5-4.5z"/>`}</g></svg>`;
}
