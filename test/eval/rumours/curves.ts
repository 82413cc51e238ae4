/** The curves of the gates as a picture: what is right over what is found, on train by folds and on dev, with the threshold that is taken. */
import type { Curve } from "./figures.ts";

export interface Gate {
  name: string;
  train: Curve;
  dev: Curve;
  /** The least probability that is taken; none where the gate is only a step of another one. */
  threshold?: number;
}

const [COLUMNS, PANEL, PLOT, LEFT, TOP] = [3, 250, 180, 44, 34];

function panel({ name, train, dev, threshold }: Gate, i: number): string {
  const left = (i % COLUMNS) * PANEL + LEFT;
  const bottom = Math.floor(i / COLUMNS) * PANEL + TOP + PLOT;
  const x = (found: number) => (left + found * PLOT).toFixed(1);
  const y = (right: number) => (bottom - right * PLOT).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (at) =>
      `<path class="grid" d="M${x(0)} ${y(at)}H${x(1)}M${x(at)} ${y(0)}V${y(1)}"/><text x="${left - 6}" y="${Number(y(at)) + 4}" text-anchor="end">${at}</text><text x="${x(at)}" y="${bottom + 16}" text-anchor="middle">${at}</text>`,
  );
  const lines = Object.entries({ train, dev }).map(([set, curve]) => {
    const taken = curve.find(([least]) => least === threshold);
    const mark = taken ? `<circle class="${set}" cx="${x(taken[2])}" cy="${y(taken[1])}" r="4"/>` : "";
    return `<path class="line ${set}" d="M${curve.map(([, right, found]) => `${x(found)} ${y(right)}`).join("L")}"/>${mark}`;
  });
  return `<text class="title" x="${left}" y="${bottom - PLOT - 14}">${name}</text>${ticks.join("")}${lines.join("")}`;
}

/** An SVG with a panel for each gate: right (upwards) over found (to the right). */
export function plotGates(gates: readonly Gate[]): string {
  const [width, height] = [COLUMNS * PANEL, Math.ceil(gates.length / COLUMNS) * PANEL + 24];
  const legend = `<text x="${LEFT}" y="${height - 8}">Upwards: right (precision). To the right: found (recall). <tspan class="train">Blue: train, by folds.</tspan> <tspan class="dev">Red: dev.</tspan> Dot: the threshold that is taken.</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-labelledby="title"><title id="title">Precision over recall of each gate</title><style>svg{background:#fff}.title{font-weight:600}.grid{stroke:#ddd}.line{fill:none;stroke-width:2}path.train{stroke:#0b5cad}.train{fill:#0b5cad}path.dev{stroke:#a33}.dev{fill:#a33}.line.train,.line.dev{fill:none}</style>${gates.map(panel).join("")}${legend}</svg>\n`;
}
