/** `/c/{id}/card.svg`: the claim as a still picture. */
import { xmlCharacters } from "../../../shared/xml.ts";
import { html } from "../ui/html.ts";
import { COLOURS, HEIGHT, type Picture, WIDTH } from "./picture.ts";

const whole = (n: number) => Math.round(n * 10) / 10;
/** Circle, square and diamond, 12 wide around their middle. */
const SHAPES = ["M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z", "M-5-5h10v10h-10z", "M0-6.5L6.5 0 0 6.5-6.5 0z"];

/** Joins consecutive rectangles of one colour into one path. */
function fills(bars: Picture["bars"]): { colour: number; d: string }[] {
  const out: { colour: number; d: string }[] = [];
  for (const { x, y, width, height, colour } of bars) {
    const d = `M${x} ${y}h${width}v${height}h${-width}z`;
    const last = out.at(-1);
    if (last?.colour === colour) last.d += d;
    else out.push({ colour, d });
  }
  return out;
}

/** The picture as SVG. Words are escaped; no script, no font, no outside address. */
export function card({ label, lang, words, bars, shapes }: Picture): string {
  const markup = html`<svg xmlns="http://www.w3.org/2000/svg" lang="${lang}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${
    HEIGHT
  }" role="img" aria-label="${
    label
  }" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Arabic', 'Noto Sans Devanagari', sans-serif"><rect width="${
    WIDTH
  }" height="${HEIGHT}" fill="#fff"/>${fills(bars.filter((b) => !b.dashed)).map(
    ({ colour, d }) => html`<path d="${d}" fill="${COLOURS[colour]}"/>`,
  )}${bars
    .filter((b) => b.dashed)
    .map(
      (b) =>
        html`<path d="M${b.x} ${whole(b.y + b.height / 2)}h${b.width}" stroke="${COLOURS[b.colour]}" stroke-width="${b.height}" stroke-dasharray="4 8"/>`,
    )}${shapes.map(
    (s) =>
      html`<path d="${SHAPES[s.lane]}" transform="translate(${s.x} ${
        s.y
      }) scale(${whole(s.radius / 6)})" stroke-width="2" stroke="${COLOURS[3 + s.lane]}" fill="${s.hollow ? "#fff" : COLOURS[3 + s.lane]}"/>`,
  )}${words.map(
    (w) =>
      html`<text x="${whole(w.x)}" y="${whole(w.y)}" font-size="${w.size}" fill="${COLOURS[w.colour]}"${w.bold && html` font-weight="700"`}${
        w.runsLeft && html` direction="rtl"`
      }${w.anchor !== "start" && html` text-anchor="${w.anchor}"`}>${w.text}</text>`,
  )}</svg>`;
  return xmlCharacters(String(markup));
}
