/** Which document came from which, as an indented list of branches, each with its documents on the page's time axis. */

import {
  capital,
  documentInSentence,
  documentName,
  messagesOf,
  named,
  placeName,
  storyMessages,
  storyMoment,
  turnInWords,
} from "../../../shared/i18n/index.ts";
import { printed } from "../../../shared/text/quote-selector.ts";
import { isRemoved } from "../../../shared/timeline/availability.ts";
import { type Branch, isSure } from "../../../shared/timeline/story/branches.ts";
import { isNews, type StoryDocument } from "../../../shared/timeline/story/story.ts";
import type { Axis } from "../picture/axis.ts";
import { mark } from "../picture/marks.ts";
import { html, isolate, type Markup, nothing, outLink, quoted } from "../ui/html.ts";
import { hedgeWords } from "./changes.ts";
import { type Section, titleOf } from "./page.ts";
import { axisLabels, ticks } from "./strip.ts";

const MAX_WORDS = 140;

const timeOf = ({ time }: StoryDocument): number | null => time.earliest ?? time.latest;
/** The number of documents below the first one of a branch that are stored. */
const held = ({ below }: Branch) => below.filter((d) => d.observed);

/** A branch's head inside a sentence: "a post on Reddit", "The Courier". */
function headInSentence({ head, label }: Branch, { options }: Section): string {
  if (head) return documentInSentence(head.event, options);
  return named(label ?? "", 60) || messagesOf(options.lang).unknownSource;
}

/** "84 of the 242 go back to a post on Reddit"; "seem to go back" if this is only likely for some. */
export function branchesTitle(section: Section): string {
  const { story, forest, words } = section;
  const [largest] = forest.roots;
  const count = largest ? held(largest).length : 0;
  if (!largest || count === 0) return words.contents.who;
  const root = headInSentence(largest, section);
  const sure = held(largest).every(isSure);
  const { documents } = story.spread;
  if (count > 1) return words.who.title(count, documents, root, sure);
  // "1 of the 1" says no more than where the document comes from.
  return documents > 1 ? words.contents.who : capital((sure ? words.who.from : words.who.likelyFrom)(root));
}

function strip(documents: readonly StoryDocument[], axis: Axis, denial: number | null): Markup {
  const places = documents.flatMap((document) => {
    const ms = timeOf(document);
    return ms === null ? [] : [{ at: axis.at(ms), answers: document.doing === "carries" || document.doing === "disputes" }];
  });
  return ticks(places, denial);
}

function counts(below: readonly StoryDocument[], { story, words, options }: Section): Markup {
  const after = below.filter((d) => d.after).length;
  return html`<p class=ct><b>${below.length}</b><span class=vh> ${words.who.columns.had}</span>${
    story.after &&
    after > 0 &&
    html`<span>${storyMessages(options.lang).list.lagAfter.turn(String(after), turnInWords(story, options))}</span>`
  }</p>`;
}

function headCell({ head, label, depth, likely }: Branch, section: Section): Markup {
  const { words, options } = section;
  const m = messagesOf(options.lang);
  if (!head)
    return html`<div class="n d${depth}">${mark("spread", "range")}<p><b>${isolate(named(label ?? ""))}</b> <span class=q>${m.knownFrom(m.others)}</span></p></div>`;
  const { event } = head;
  const place = isNews(event) ? words.places.news : placeName(event);
  const first = head === section.story.first;
  const text = isRemoved(event) ? null : ((event.quote && printed(event.quote)) ?? event.title ?? event.excerpt);
  const change = depth > 0 ? hedgeWords(head, options) : "";
  const lane = head.doing === "carries" || head.doing === "disputes" ? "response" : "spread";
  return html`<div class="n d${depth}${likely && depth > 0 ? " li" : ""}">${mark(
    first ? "first" : lane,
    head.observed ? "full" : "hollow",
  )}<p><b>${outLink(
    event.url,
    isolate(documentName(event, options)),
  )}</b> <span class=q>${place && html`${isolate(place)}${m.comma}`}${storyMoment(head.time, section.story, options)}</span></p>${
    text?.trim() && html`<p class=qt>${quoted(text, MAX_WORDS, event.translated ? null : event.lang, m)}</p>`
  }${change && html`<p class=tag>${change}</p>`}</div>`;
}

/** The section with the branches of a long story. */
export function branchesSection(section: Section, axis: Axis, denial: number | null): Markup {
  const { forest, words, story, options } = section;
  if (forest.rows.length === 0) return nothing;
  const rest = forest.rest.filter((d) => d.observed);
  return html`<section id=who>${titleOf(section, "who", branchesTitle(section))}<p class=sub>${words.who.sub}${
    denial !== null && ` ${words.who.subDenial(turnInWords(story, options))}`
  }</p><div class="bt hd" aria-hidden=true><span class=q>${
    words.who.columns.who
  }</span>${axisLabels(axis)}<span class=ct>${words.who.columns.had}</span></div><ol class=bt role=list>${forest.rows.map(
    (row) =>
      html`<li>${headCell(row, section)}${strip([...(row.head ? [row.head] : []), ...row.below], axis, denial)}${counts(held(row), section)}</li>`,
  )}${
    rest.length > 0 &&
    html`<li><div class="n d0">${mark("spread", "hollow")}<p><b>${words.who.rest(rest.length)}</b> <span class=q>${
      words.who.restSub
    }</span></p></div>${strip(rest, axis, denial)}<p class=ct></p></li>`
  }</ol></section>`;
}
