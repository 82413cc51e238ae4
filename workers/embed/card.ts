/** `/c/{id}/card.svg`: the claim as a still picture, 1,200 × 630: what is known first, how it spread, who responded. */
import { assessmentInWords, laneAnswers, messagesOf, plain, quote, type SayOptions } from "../../shared/say.ts";
import type { Timeline } from "../../shared/timeline.ts";
import { updatedInWords } from "./body.ts";
import { html, type Markup } from "./html.ts";
import { scaleOf } from "./scale.ts";
import { lanes, marksOf, timeOf } from "./strip.ts";
import { widthOf, wrap } from "./wrap.ts";

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;
/** How much wider bold letters are. */
const BOLD = 1.17;
/** Where the answers start: right of the longest lane's name. */
const ANSWER = 210;
const COLOURS: Record<string, string> = { one: "#6f3fc8", two: "#0b62c4", three: "#a84a00" };
/** Over this, marks are thinner: the picture shows where they are dense. */
const MANY = 60;

function lines(texts: string[], x: number, y: number, size: number, step: number, extra: Markup | string = ""): Markup {
  return html`<text x="${x}" font-size="${size}"${extra}>${texts.map((text, i) => html`<tspan x="${x}" y="${y + i * step}">${text}</tspan>`)}</text>`;
}

function marks(timeline: Timeline, y: number, options: SayOptions): Markup {
  const scale = scaleOf(timeline.events.map(timeOf), options);
  if (!scale) return html``;
  const x = (percent: number) => Math.round((EDGE + (percent / 100) * INNER) * 10) / 10;
  const found = marksOf(timeline, scale);
  const small = found.length > MANY ? 0.7 : 1.3;
  return html`<g stroke="#dcdfe4" stroke-width="1.5">${lanes.map((_, i) => html`<path d="M${EDGE} ${y + i * 28}H${WIDTH - EDGE}"/>`)}</g>${scale.ticks.map(
    (t) =>
      html`<path d="M${x(t.at)} ${y - 14}v84" stroke="#dcdfe4"/><text x="${x(t.at)}" y="${y + 92}" font-size="20" fill="#585f69" text-anchor="${t.at > 92 ? "end" : t.at < 8 ? "start" : "middle"}">${t.label}</text>`,
  )}${lanes.map(
    (lane, i) =>
      html`<g fill="${COLOURS[lane.css]}" stroke="${COLOURS[lane.css]}">${found
        .filter((m) => m.lane === lane.lane)
        .map(
          (m) =>
            html`<path d="${lane.shape}" transform="translate(${x(m.at)} ${y + i * 28}) scale(${small})"${m.sure ? "" : html` fill="#fff" stroke-dasharray="3 2"`}/>`,
        )}</g>`,
  )}`;
}

/** The picture as SVG. Words of sources are escaped and without hidden direction marks; no script, no font, no outside address. */
export function card(timeline: Timeline, options: SayOptions & { host: string }): string {
  const { claim } = timeline;
  const m = messagesOf(options.lang);
  const word = m.assessment[timeline.assessment.word];
  const rests = assessmentInWords(timeline, options);
  const size = claim.text.length > 140 ? 36 : claim.text.length > 70 ? 44 : 54;
  const title = wrap(quote(plain(claim.text, 400), m), size * BOLD, INNER, 3);
  const said = laneAnswers(timeline, options);
  const answers = [said.firstKnown, said.spread, said.responses];
  const chip = widthOf(word, 26 * BOLD) + 36;
  const top = 88 + title.length * size * 1.22;
  // Two lines each where three of the title leave room.
  const each = title.length < 3 ? 2 : 1;
  let y = top + 36;
  const markup = html`<svg xmlns="http://www.w3.org/2000/svg" lang="${m.tag}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${plain(
    `${quote(claim.text, m)}${m.colon}${word}${m.stop} ${rests}`,
    400,
  )}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', sans-serif" fill="#1b1d21"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${lines(
    title,
    EDGE,
    48 + size,
    size,
    size * 1.22,
    html` font-weight="700"`,
  )}<rect x="${EDGE}" y="${top - 28}" width="${chip}" height="40" rx="20" fill="none" stroke="#1b1d21" stroke-width="2"/><text x="${EDGE + 18}" y="${top}" font-size="26" font-weight="650">${word}</text>${lines(
    wrap(rests, 22, INNER - chip - 20, 2),
    EDGE + chip + 18,
    top - 8,
    22,
    28,
    html` fill="#585f69"`,
  )}${lanes.map((lane, i) => {
    const answer = wrap(answers[i] ?? "", 24, INNER - ANSWER, each);
    y += 34;
    const at = y;
    y += (answer.length - 1) * 30 + 10;
    return html`<path d="${lane.shape}" transform="translate(${EDGE + 9} ${at - 8}) scale(1.5)" fill="${COLOURS[lane.css]}"/><text x="${EDGE + 30}" y="${at}" font-size="24" font-weight="650" fill="${COLOURS[lane.css]}">${m.lanes[lane.lane]}</text>${lines(
      answer,
      EDGE + ANSWER,
      at,
      24,
      30,
    )}`;
  })}${marks(timeline, 484, options)}<text x="${EDGE}" y="606" font-size="20" fill="#585f69">${updatedInWords(timeline, options)}</text><text x="${WIDTH - EDGE}" y="606" font-size="20" fill="#585f69" text-anchor="end">${plain(options.host, 60)} · Whence</text></svg>`;
  return String(markup);
}
