/** The picture of a long story in words: each step of time, with its counts and a link to its day. claim.js moves along these steps. */

import { sumOf } from "../../../shared/collections.ts";
import { instantInWords, messagesOf, spansYears } from "../../../shared/i18n/index.ts";
import type { Axis } from "../picture/axis.ts";
import type { Bins } from "../picture/bins.ts";
import { vagueInWords } from "../picture/bricks.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { dayOfInstant } from "./list.ts";
import { linkTo, type Section } from "./page.ts";

/** A fold with the steps that have documents. Positions are percentages of the axis. */
export function stepsFold(section: Section, axis: Axis, { step, bins, width }: Bins): Markup {
  const { words, options } = section;
  const m = messagesOf(options.lang);
  const all = sumOf(bins, (bin) => bin.says + bin.asks + bin.below);
  if (all === 0) return nothing;
  const year = spansYears({ from: axis.start, to: axis.end - 1 }, options);
  let sum = 0;
  const items = bins.map(({ says, asks, below, vague }, i) => {
    const unclear = vague.says + vague.asks + vague.below;
    const count = says + asks + below;
    sum += count;
    if (count === 0) return nothing;
    const start = axis.start + i * step;
    const parts = [
      says > 0 && words.all.says(says),
      asks > 0 && words.all.asks(asks),
      below > 0 && words.all.answers(below),
      unclear > 0 && `${vagueInWords(step, options)}${m.colon}${unclear}`,
    ].filter(Boolean);
    const day = dayOfInstant(start, options);
    return html`<li data-i=${i} data-n="${words.steps.until(sum, all)}"><a href="${linkTo(section, `day=${day}`)}#day-${day}">${words.steps.at(
      instantInWords(start, { ...options, zone: false }, year),
      parts.join(m.comma),
    )}</a></li>`;
  });
  return html`<details class=steps id=steps data-width="${Number(width.toFixed(3))}" data-count=${
    bins.length
  } data-move="${words.steps.move}" data-play="${words.steps.play}" data-stop="${words.steps.stop}"><summary>${
    words.steps.title
  }</summary><ol role=list>${items}</ol></details>`;
}
