/** Pictures on the page's axis of time that are as wide as their box: x runs from 0 to 1,000, y is in px. */
import type { Axis } from "../picture/axis.ts";
import { brickGap } from "../picture/bricks.ts";
import { html, type Markup } from "../ui/html.ts";

const WIDTH = 1_000;

/** Per cent of the axis as x. */
const x = (percent: number) => Math.round((percent * WIDTH) / 100);

/** The tint after the first denial, and its line. */
function denialOf(denial: number | null, height: number): Markup | false {
  return (
    denial !== null &&
    html`<path class=aft-tint d="M${x(denial)} 0H${WIDTH}V${height}H${x(denial)}z"/><path class=dl d="M${x(denial)} 0V${height}"/>`
  );
}

/** One tick for each document; documents at the same position share one. */
export function ticks(places: readonly { at: number; answers: boolean }[], denial: number | null): Markup {
  const HEIGHT = 26;
  const path = (answers: boolean) => {
    const own = new Set(places.filter((p) => p.answers === answers).map((p) => x(p.at)));
    return [...own].map((at) => (answers ? `M${at} 14v9` : `M${at} 4v9`)).join("");
  };
  const says = path(false);
  const answers = path(true);
  return html`<svg class=st viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio=none aria-hidden=true>${denialOf(denial, HEIGHT)}<path class=bl d="M0 13.5H${WIDTH}"/>${
    says && html`<path class=t d="${says}"/>`
  }${answers && html`<path class=c d="${answers}"/>`}</svg>`;
}

export interface Bar {
  from: number;
  to: number;
  /** Above and below the line. */
  up: number;
  down: number;
}
/** Bars of bricks of `step` px. `up` and `down` are the maxima of all rows, so that all rows have the same scale. */
export function bricks(bars: readonly Bar[], denial: number | null, { step, up, down }: Record<"step" | "up" | "down", number>): Markup {
  const line = Math.max(up, 6) * step + 0.5;
  const height = Math.ceil(line + Math.max(down, 1) * step + 4);
  const path = (below: boolean) =>
    bars
      .filter((bar) => (below ? bar.down : bar.up) > 0)
      .map((bar) => {
        const left = x(bar.from) + 1;
        const width = Math.max(3, x(bar.to) - x(bar.from) - 2);
        const tall = (below ? bar.down : bar.up) * step;
        return `M${left} ${below ? Math.ceil(line) : Math.floor(line) - tall}h${width}v${tall}h-${width}z`;
      })
      .join("");
  const above = path(false);
  const below = path(true);
  return html`<svg class=bars height=${height} viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio=none aria-hidden=true>${denialOf(denial, height)}${
    above && html`<path fill="url(#up)" d="${above}"/>`
  }${below && html`<path fill="url(#down)" d="${below}"/>`}<path class=bl d="M0 ${line}H${WIDTH}"/></svg>`;
}

/** The pattern of bricks that fills the bars; it is on the page once. */
export function brickPatterns(step: number): Markup {
  const gap = brickGap(step);
  return html`<svg width=0 height=0 class=defs aria-hidden=true><defs>${["up", "down"].map(
    (id) =>
      html`<pattern id=${id} class=${id} width=${WIDTH} height=${step} y=${
        id === "down" ? 1 : 0
      } patternUnits=userSpaceOnUse><rect y=${gap} width=${WIDTH} height=${step - gap} /></pattern>`,
  )}</defs></svg>`;
}

/** The labels of an axis, and of the first denial above them. */
export function axisLabels(axis: Axis): Markup {
  return html`<svg class=axl aria-hidden=true height=18>${axis.ticks.map(
    (t) => html`<text x="${Number(t.at.toFixed(1))}%" y=13${t.wideOnly && html` class=wide`}>${t.label}</text>`,
  )}</svg>`;
}
