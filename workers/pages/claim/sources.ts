/** The number of independent sources: each document is a square beside the source that it goes back to. */
import {
  causeInWords,
  documentInSentence,
  documentName,
  isNameAlone,
  messagesOf,
  named,
  placeName,
  sourcesInWords,
  storyMessages,
} from "../../../shared/i18n/index.ts";
import { type Origin, originsOf } from "../../../shared/timeline/story/origins.ts";
import { isNews, mixOf } from "../../../shared/timeline/story/story.ts";
import { html, isolate, type Markup, nothing, outLink, source } from "../ui/html.ts";
import { isLong, type Section, titleOf } from "./page.ts";

/** Maximum number of squares of a group; above, a square stands for several documents. */
const MAX_SQUARES = 240;
const MAX_COLUMNS = 14;

/** Maximum number of reasons why documents count as one source. */
const MAX_REASONS = 6;

/** The cells [from, to) of a grid as at most three rectangles of a pattern. `size`: the width of a cell in px. */
function run({ from, to }: { from: number; to: number }, { columns, size }: { columns: number; size: number }, css: string): Markup {
  const rects: Markup[] = [];
  for (let at = from; at < to; ) {
    const column = at % columns;
    const whole = column === 0 && to - at >= columns;
    const rows = whole ? Math.floor((to - at) / columns) : 1;
    const width = whole ? columns : Math.min(columns - column, to - at);
    rects.push(
      html`<rect fill="url(#${css})" x=${column * size} y=${Math.floor(at / columns) * size} width=${width * size} height=${rows * size} />`,
    );
    at += width * rows;
  }
  return html`${rects}`;
}

/** A dot for the source, then squares for the documents that surely or probably go back to it. A square stands for `each` documents. */
function squares(sure: number, likely: number, each: number, size: number): Markup {
  const dark = Math.ceil(sure / each);
  const light = Math.ceil(likely / each);
  const count = 1 + dark + light;
  const columns = Math.min(MAX_COLUMNS, Math.max(4, Math.ceil(Math.sqrt(count * 1.5))));
  const darkCells = run({ from: 1, to: 1 + dark }, { columns, size }, `sqs${size}`);
  const lightCells = run({ from: 1 + dark, to: count }, { columns, size }, `sql${size}`);
  return html`<svg aria-hidden=true width=${Math.min(count, columns) * size} height=${
    Math.ceil(count / columns) * size
  }><circle class=F cx=${size / 2 - 1} cy=${size / 2 - 1} r=${size / 2 - 1} />${darkCells}${lightCells}</svg>`;
}

/** "242 posts and articles, apparently from 3 to 20 sources". */
function sourcesTitle({ story, options }: Section): string {
  const { documents, mix } = story.spread;
  return sourcesInWords(storyMessages(options.lang).answers.documents(documents, mix), story, options);
}

function figure({ branch, sure, likely }: Origin, each: number, size: number, section: Section): Markup {
  const { words, options } = section;
  const { head } = branch;
  // A document without a named author is described: "an anonymous post on a Chinese website".
  const isNamed = Boolean(head?.event.author?.trim());
  const inWords = (d: NonNullable<typeof head>) => (isNamed ? documentName(d.event, options) : documentInSentence(d.event, options));
  const name = head ? outLink(head.event.url, isolate(inWords(head))) : isolate(named(branch.label ?? "", 40));
  const m = messagesOf(options.lang);
  const place = head && isNamed && (isNews(head.event) ? words.places.news : placeName(head.event));
  return html`<li>${squares(sure, likely, each, size)}<p><b>${sure + likely}</b> ${words.sources.from} ${name}</p><p class=q>${
    head && !isNameAlone(head.event) ? place && isolate(place) : m.knownFrom(m.others)
  }</p></li>`;
}

/** The patterns of squares with which rectangles are filled. */
const PATTERNS = html`<svg width=0 height=0 class=defs aria-hidden=true><defs>${(["sqs", "sql"] as const).map((css) =>
  [10, 21].map(
    (size) =>
      html`<pattern id="${css}${size}" class=${css} width=${size} height=${size} patternUnits=userSpaceOnUse><rect width=${
        size - (size > 12 ? 3 : 2)
      } height=${size - (size > 12 ? 3 : 2)} /></pattern>`,
  ),
)}</defs></svg>`;

function reasons({ story, words, options }: Section): Markup {
  const { timeline } = story;
  const listed = timeline.independence.reasons.filter(({ derived }) => derived > 1).slice(0, MAX_REASONS);
  if (listed.length === 0) return nothing;
  const m = messagesOf(options.lang);
  return html`<details><summary>${words.sources.why}</summary><ul class=why>${listed.map(({ derived, cause, documentIds, more }) => {
    const some = story.documents.filter(({ id }) => documentIds.includes(id));
    const held = some.find((d) => d.observed && some.some(({ parent }) => parent?.id === d.id));
    const why = causeInWords(cause, options, held ? documentInSentence(held.event, options) : null);
    return html`<li>${words.documents(derived, mixOf(more ? story.documents : some))}${m.colon}${source(why, 300, null, m)}</li>`;
  })}</ul></details>`;
}

/** The section on the sources of a story with several documents. */
export function sourcesSection(section: Section): Markup {
  const { story, forest, words } = section;
  if (story.spread.documents < 2) return nothing;
  const { groups, others } = originsOf(forest);
  const most = Math.max(0, ...groups.map((g) => g.sure + g.likely));
  const each = most > MAX_SQUARES ? 10 ** Math.ceil(Math.log10(most / MAX_SQUARES)) : 1;
  const size = isLong(section) ? 10 : 21;
  return html`<section id=sources>${titleOf(section, "sources", sourcesTitle(section))}<p class=sub>${
    groups.length > 0 ? words.sources.sub : words.sources.none
  }${each > 1 && ` ${words.sources.each(each)}`}</p>${
    groups.length > 0 && html`${PATTERNS}<ul class=tw role=list>${groups.map((g) => figure(g, each, size, section))}</ul>`
  }${groups.length > story.timeline.independence.max && html`<p class=sub>${words.sources.fewer}</p>`}${
    others > 0 && groups.length > 0 && html`<p class=sub>${words.sources.others(others)}</p>`
  }${reasons(section)}</section>`;
}
