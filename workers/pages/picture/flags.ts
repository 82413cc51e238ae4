/** The flags of a picture: each confirmed act at its time, with its words beside its stem. */

import { sumOf } from "../../../shared/collections.ts";
import { actInWords, messagesOf, partyShown, quote, type StoryOptions, storyMessages, storyMoment } from "../../../shared/i18n/index.ts";
import { named } from "../../../shared/i18n/name.ts";
import { saysNothing } from "../../../shared/model/response.ts";
import type { StoryAct } from "../../../shared/timeline/story/acts.ts";
import { denies, type Story } from "../../../shared/timeline/story/story.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { type Axis, NARROW, percent, textWidth, WIDE } from "./axis.ts";
import { sideClasses, sideOf } from "./labels.ts";
import type { GlyphSheet } from "./marks.ts";

const MAX_FLAGS = 4;
/** Height of a flag's line in px. */
export const FLAG_ROW = 20;
const LETTER = 7.4;

export interface Flag {
  act: StoryAct;
  /** Per cent. */
  x: number;
  words: string;
  /** Whether the tinted background starts at this flag. */
  main: boolean;
}
/** The act at which the tinted background starts: the first denial, else the first rating or answer. Null without a dated act. */
export function turningPoint({ acts }: Story): { act: StoryAct; kind: "denial" | "correction" | "rating" | "answer" } | null {
  const dated = acts.filter((act) => act.at !== null);
  const denial = dated.find((act) => denies(act.type));
  if (denial) return { act: denial, kind: denial.type === "denial" ? "denial" : "correction" };
  const answer = dated.find((act) => !saysNothing(act.type));
  return answer ? { act: answer, kind: answer.type === "rating" ? "rating" : "answer" } : null;
}

function flagWords(act: StoryAct, options: StoryOptions): string {
  if (act.type !== "rating") return actInWords(act, options);
  const m = messagesOf(options.lang);
  return storyMessages(options.lang).picture.factCheck(quote(named(act.rating ?? "", 24), m));
}

/** All permutations of a list, its own order first. */
function orders<T>(all: readonly T[]): T[][] {
  return all.length < 2
    ? [[...all]]
    : all.flatMap((one, i) => orders([...all.slice(0, i), ...all.slice(i + 1)]).map((rest) => [one, ...rest]));
}
/** The width of a flag's words in px. */
export const flagWidth = (words: string): number => textWidth(`◆ ${words}`, LETTER);
/** How often the stem of a flag crosses the words of a lower one. */
function crossings(flags: readonly Flag[]): number {
  return [NARROW, WIDE].reduce((sum, picture) => {
    const px = ({ x }: Flag) => (x / 100) * picture;
    const crossed = flags.map((flag, row) => {
      const width = flagWidth(flag.words);
      const from = sideOf({ x: flag.x, width, picture }) === "left" ? px(flag) - width : px(flag);
      return flags.slice(0, row).filter((higher) => px(higher) > from + 2 && px(higher) < from + width - 2).length;
    });
    return sum + sumOf(crossed, (value) => value);
  }, 0);
}

/**
 * The flags from top to bottom, at most four, one per party, and the number of further acts. They are in the order of
 * time, unless a stem would cross words.
 */
export function flagsOf(story: Story, axis: Axis, options: StoryOptions): { flags: Flag[]; more: number } {
  const turn = turningPoint(story)?.act;
  const byParty = new Map<string, StoryAct>();
  for (const act of story.acts) {
    const { name } = partyShown(act, options);
    if (act.at !== null && (!byParty.has(name) || act === turn)) byParty.set(name, act);
  }
  const shown = [...byParty.values()].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const flags = shown.slice(0, MAX_FLAGS).map((act) => ({
    act,
    x: axis.at(act.published.latest ?? act.at ?? 0),
    words: flagWords(act, options),
    main: act === turn,
  }));
  const best = orders(flags).reduce((found, order) => (crossings(order) < crossings(found) ? order : found));
  return { flags: best, more: shown.length - flags.length };
}

/** The height (px) that the flags take above a picture. */
export const flagsHeight = (flags: readonly Flag[]): number => (flags.length === 1 ? 2 : flags.length) * FLAG_ROW;

/** The tint right of the turning point, down to the bottom of the picture (px); nothing without one. */
export function flagLines(flags: readonly Flag[], bottom: number): Markup {
  const turn = flags.find((flag) => flag.main);
  return html`${turn ? html`<rect class=tint x="${percent(turn.x)}%" y=0 width="${percent(100 - turn.x)}%" height=${bottom} />` : nothing}`;
}
/** A stem from each flag down to the bottom of the picture; `top` is where the first flag is (px). */
export function flagStems(flags: readonly Flag[], bottom: number, top = 0): Markup {
  return html`${flags.map(
    (flag, i) => html`<line class=stem x1="${percent(flag.x)}%" x2="${percent(flag.x)}%" y1=${top + i * FLAG_ROW} y2=${bottom} />`,
  )}`;
}

/** The words of a flag. If there is no room, the name is cut, not what the party did. */
function flagSaid(words: string, name: string): Markup {
  const deed = words.startsWith(name) ? words.slice(name.length) : "";
  return deed.startsWith(" ") ? html`<b class=deed><b>◆ ${name}</b><b>${deed}</b></b>` : html`◆ ${words}`;
}
interface FlagsShown {
  flags: readonly Flag[];
  /** How many responses have no flag. */
  more: number;
  /** Where the first flag is (px). */
  flagsTop?: number;
}
/** The words of the flags; a single one has its time below. */
export function flagLabels({ flags, more, flagsTop = 0 }: FlagsShown, story: Story, sheet: GlyphSheet, options: StoryOptions): Markup {
  const alone = flags.length === 1 && more === 0;
  return html`${flags.map(({ act, x, words, main }, i) => {
    const time = alone ? storyMoment(act.published, story, options) : "";
    const rest = more > 0 && i === flags.length - 1 ? ` ${storyMessages(options.lang).picture.moreAnswers(more)}` : "";
    const width = flagWidth(`${words.length > time.length ? words : time}${rest}`);
    const inner = flagSaid(words, partyShown(act, options).name);
    const said = main ? html`<b>${inner}</b>` : inner;
    return html`<span class="flag response ${sideClasses({ x, width })} ${sheet.place(`--x:${percent(x)};top:${flagsTop + i * FLAG_ROW}px`)}">${said}${rest}${
      time && html`<br>${time}`
    }</span>`;
  })}`;
}
