/** Where the claim spread: one row for each platform, in the order of arrival, all with the same scale. */
import { durationInWords, messagesOf, platformName, storyMessages, storyMoment } from "../../../shared/i18n/index.ts";
import { type Arrival, arrivalsOf, WEB_PLACE } from "../../../shared/timeline/story/arrivals.ts";
import { NEWS_PLACE, type StoryDocument } from "../../../shared/timeline/story/story.ts";
import type { Axis } from "../picture/axis.ts";
import { glyphOf } from "../picture/marks.ts";
import { html, isolate, type Markup, nothing } from "../ui/html.ts";
import { type Section, titleOf } from "./page.ts";
import { axisLabels, type Bar, brickPatterns, bricks } from "./strip.ts";

const MAX_PLACES = 12;
/** The height of the tallest bar, and of one brick at most, in px. */
const MAX_HEIGHT = 60;
const MAX_STEP = 5;

const bounds = ({ time }: StoryDocument): [number, number] | null =>
  time.earliest === null || time.latest === null ? null : [time.earliest, time.latest];

/** The name of a place where documents appear: "news", "the web", or a platform's. */
export function placeInWords(place: string, { words, options }: Pick<Section, "words" | "options">): string {
  if (place === NEWS_PLACE) return words.places.news;
  return place === WEB_PLACE ? words.places.web : platformName(place, messagesOf(options.lang));
}

/** "On seven platforms within 7 hours, in the news within 8 hours". */
function placesTitle(arrivals: readonly Arrival[], { story, words, options }: Section): string {
  const platforms = arrivals.filter((a) => a.place !== NEWS_PLACE && a.place !== WEB_PLACE);
  if (platforms.length === 0) return words.contents.where;
  const start = Math.min(
    ...arrivals.map(({ first }) => (first ? (bounds(first)?.[0] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY)),
  );
  const spanTo = (places: readonly Arrival[]) => {
    const last = Math.max(
      ...places.map(({ first }) => (first ? (bounds(first)?.[1] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY)),
    );
    return places.length > 0 && last < Number.POSITIVE_INFINITY && start < last ? durationInWords(last - start, options, "up") : "";
  };
  const news = arrivals.filter((a) => a.place === NEWS_PLACE);
  const span = platforms.length > 1 ? spanTo(platforms) : "";
  return news.length > 0 && story.spread.outlets > 0
    ? words.where.titleNews(platforms.length, span, spanTo(news))
    : words.where.title(platforms.length, span);
}

/** The bars of documents whose time falls into one bin. */
function barsOf(documents: readonly StoryDocument[], axis: Axis, bins: readonly { from: number; to: number }[]): Bar[] {
  const bars = bins.map(({ from, to }) => ({ from: axis.at(from), to: axis.at(to), up: 0, down: 0 }));
  for (const document of documents) {
    const range = bounds(document);
    const ms = range && (range[0] + range[1]) / 2;
    const i = ms === null ? -1 : bins.findIndex((bin) => ms >= bin.from && ms < bin.to);
    const bar = bars[i];
    if (!bar) continue;
    if (document.doing === "carries" || document.doing === "disputes") bar.down++;
    else bar.up++;
  }
  return bars;
}

/** The section of a long story on its platforms. */
export function placesSection(section: Section, axis: Axis, bins: readonly { from: number; to: number }[], denial: number | null): Markup {
  const { story, words, options, glyphs } = section;
  const arrivals = arrivalsOf(story.documents);
  if (arrivals.length < 2 || bins.length === 0) return nothing;
  const rows = arrivals.slice(0, MAX_PLACES).map((arrival) => ({ arrival, bars: barsOf(arrival.documents, axis, bins) }));
  const most = (side: "up" | "down") => Math.max(0, ...rows.flatMap(({ bars }) => bars.map((bar) => bar[side])));
  const step = Math.max(0.5, Math.min(MAX_STEP, MAX_HEIGHT / Math.max(1, most("up"))));
  return html`<section id=where>${titleOf(section, "where", placesTitle(arrivals, section))}<p class=sub>${
    words.where.sub
  }</p>${brickPatterns(step)}<ol class=pl role=list>${rows.map(({ arrival: { place, documents, first }, bars }) => {
    const name = placeInWords(place, section);
    const own = (side: "up" | "down") => Math.max(0, ...bars.map((bar) => bar[side]));
    return html`<li><p class=nm>${documents[0] && glyphs.use(glyphOf(documents[0].event))}<b>${isolate(name)}</b><br><span class=q>${
      first ? words.where.first(storyMoment(first.time, story, options)) : storyMessages(options.lang).answers.timeUnknown
    }</span></p>${bricks(bars, denial, { step, up: own("up"), down: own("down") })}<p class=ct>${documents.length}</p></li>`;
  })}</ol><div class="pl hd" aria-hidden=true><span></span>${axisLabels(axis)}<span></span></div></section>`;
}
