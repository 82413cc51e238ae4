/** `/c/{id}/card.svg`: the claim as a still picture. */
import { html } from "../ui/html.ts";
import { COLOURS, HEIGHT, type Picture, WIDTH } from "./picture.ts";
import { lanes } from "./strip.ts";

const whole = (n: number) => Math.round(n * 10) / 10;

/** The picture as SVG. Words are escaped; no script, no font, no outside address. */
export function card({ label, lang, words, chip, bars, shapes }: Picture): string {
  const ink = COLOURS[0];
  const markup = html`<svg xmlns="http://www.w3.org/2000/svg" lang="${lang}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><rect x="${chip.x}" y="${whole(
    chip.y,
  )}" width="${whole(chip.width)}" height="${chip.height}" rx="20" fill="none" stroke="${ink}" stroke-width="2"/>${bars.map((b) =>
    b.dashed
      ? html`<path d="M${b.x} ${b.y + 1}h${b.width}" stroke="${COLOURS[b.colour]}" stroke-width="${b.height}" stroke-dasharray="4 8"/>`
      : html`<rect x="${b.x}" y="${b.y}" width="${b.width}" height="${b.height}" fill="${COLOURS[b.colour]}"/>`,
  )}${shapes.map(
    (s) =>
      html`<path d="${lanes[s.lane]?.shape}" transform="translate(${s.x} ${s.y}) scale(${whole(s.radius / 6)})" stroke="${COLOURS[3 + s.lane]}" fill="${s.hollow ? "#fff" : COLOURS[3 + s.lane]}"/>`,
  )}${words.map(
    (w) =>
      html`<text x="${whole(w.x)}" y="${whole(w.y)}" font-size="${w.size}" fill="${COLOURS[w.colour]}"${w.bold && html` font-weight="700"`}${w.anchor !== "start" && html` text-anchor="${w.anchor}"`}>${w.text}</text>`,
  )}</svg>`;
  return String(markup);
}
