/** A plot of the growth figures: what each request costs at each size as a multiple of the smallest one, both axes logarithmic. */
import type { Figure } from "./growth.ts";

const WIDTH = 720;
const PANEL = 200;
const LEFT = 64;
const RIGHT = 24;
/** The highest multiple that is shown; linear growth from 4,000 to a million would be 250. */
const TOP = 300;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function panel(sizes: readonly number[], title: string, lines: { what: string; values: number[] }[], top: number): string {
  const [first = 1, last = 10] = [sizes[0], sizes.at(-1)];
  const x = (size: number) => LEFT + ((Math.log(size) - Math.log(first)) / Math.log(last / first)) * (WIDTH - LEFT - RIGHT);
  const y = (times: number) =>
    top + PANEL - 30 - ((Math.log(Math.min(TOP, Math.max(0.3, times))) - Math.log(0.3)) / Math.log(TOP / 0.3)) * (PANEL - 60);
  const grid = [1, 10, 100].map(
    (times) =>
      `<path class=grid d="M${LEFT} ${y(times).toFixed(1)}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${(y(times) + 4).toFixed(1)}" text-anchor="end">${times} ×</text>`,
  );
  const ticks = sizes.map(
    (size) => `<text x="${x(size).toFixed(1)}" y="${top + PANEL - 8}" text-anchor="middle">${size.toLocaleString("en")}</text>`,
  );
  const paths = lines.map(({ what, values }) => {
    const base = Math.max(1, values[0] ?? 1);
    const points = values.map((value, i) => `${x(sizes[i] ?? first).toFixed(1)} ${y(Math.max(1, value) / base).toFixed(1)}`);
    return `<path class=line d="M${points.join("L")}"><title>${escaped(what)}</title></path>`;
  });
  const linear = `<path class=linear d="M${x(first).toFixed(1)} ${y(1).toFixed(1)}L${x(last).toFixed(1)} ${y(last / first).toFixed(1)}"/>`;
  return `<text class=title x="${LEFT}" y="${top + 16}">${escaped(title)}</text>${grid.join("")}${linear}${paths.join("")}${ticks.join("")}`;
}

export function plot(sizes: readonly number[], figures: readonly Figure[]): string {
  const of = (name: "read" | "cpu" | "bytes") => figures.map((figure) => ({ what: figure.what, values: figure[name] }));
  const panels = [
    panel(sizes, "Rows read by a request, as documents grow (dashed: linear)", of("read"), 0),
    panel(sizes, "CPU of a request, in multiples of /healthz", of("cpu"), PANEL + 20),
    panel(sizes, "Bytes of the answer", of("bytes"), 2 * (PANEL + 20)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${3 * (PANEL + 20)}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-labelledby="title"><title id="title">What each request costs as an instance grows</title><style>svg{background:#fff}.title{font-weight:600}.grid{stroke:#ddd}.line{stroke:#0b5cad;stroke-opacity:.45;fill:none}.linear{stroke:#a33;stroke-dasharray:5 4;fill:none}</style>${panels.join("").replace(/class=(\w+)/g, 'class="$1"')}</svg>\n`;
}
