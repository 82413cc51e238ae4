/** What an editor says of a claim's story for its embed and page: words, colour, order, and which events stand open. A form that is stored with the claim. */
import { documentName, momentInWords, plain, type StoryOptions } from "../../../shared/i18n/index.ts";
import { EmbedSettings, lookAsked, storySections } from "../../../shared/timeline/story/embed-settings.ts";
import { storyOf } from "../../../shared/timeline/story/story.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { html, isolate, type Markup, pathPart } from "../ui/html.ts";

const WORDS = {
  headline: ["Headline", "instead of the claim, which then stands below it"],
  kicker: ["Line above it", "instead of “Where a claim came from”"],
  sentence: ["Sentence", "instead of ours; at most 45 words"],
  note: ["Note", "the first address in it becomes a link"],
  credit: ["Credit", "who publishes it, in the footer"],
  logo: ["Logo", "an image as data: address, at most 8 KB"],
  accent: ["Colour", "of the rule on top, such as #b3123d"],
} as const;
const SECTIONS: Record<(typeof storySections)[number], string> = {
  answers: "The answers",
  who: "Who got it from whom",
  where: "Where it spread",
  changes: "What changed",
  sources: "How many sources",
  all: "All",
};
/** Events that the form lists. */
const MAX_EVENTS = 60;

/** The change of the settings that a sent form asks for, not yet checked: an empty field takes what was there away. */
export function embedPatchOf(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const orNull = (value: string | undefined) => value?.trim() || null;
  const given = [...Object.keys(WORDS), "order", "lang"].filter((name) => name in fields);
  const patch: Record<string, unknown> = Object.fromEntries(given.map((name) => [name, orNull(fields[name])]));
  const titles = storySections.filter((id) => `title-${id}` in fields);
  if (titles.length > 0) {
    const written = titles.flatMap((id) => (orNull(fields[`title-${id}`]) ? [[id, orNull(fields[`title-${id}`])]] : []));
    patch["titles"] = written.length > 0 ? Object.fromEntries(written) : null;
  }
  const events = Object.entries(fields).flatMap(([name, value]) => (name.startsWith("event-") ? [[name.slice(6), value] as const] : []));
  if (events.length > 0)
    for (const kind of ["pins", "hide"]) {
      const chosen = events.flatMap(([id, value]) => (value === kind ? [id] : []));
      patch[kind] = chosen.length > 0 ? chosen : null;
    }
  return patch;
}

/** Settings as an editor tries them: words too, in the address of a preview. What is not valid is not there. */
export function wordsTried(query: Readonly<Record<string, string>>): EmbedSettings {
  const names = ["headline", "kicker", "sentence", "note", "credit"] as const;
  return Object.assign(
    {},
    ...names.map((name) => {
      const parsed = EmbedSettings.safeParse({ [name]: query[name] });
      return parsed.success && query[name] !== undefined ? parsed.data : {};
    }),
  );
}

function eventChoices(timeline: Timeline, { pins = [], hide = [] }: EmbedSettings, options: StoryOptions): Markup {
  const state = (id: string) => (pins.includes(id) ? "pins" : hide.includes(id) ? "hide" : "");
  const listed = storyOf(timeline).documents.slice(0, MAX_EVENTS);
  const ids = new Set(listed.map(({ event }) => event.id));
  const others = [...pins, ...hide].filter((id) => !ids.has(id));
  return html`<fieldset><legend>Events</legend>${listed.map(({ event, time }) => {
    const id = `event-${event.id}`;
    return html`<div><label for="${id}">${isolate(documentName(event, options))} <span class=hint>${momentInWords(time, options)}</span></label><select id="${id}" name="${id}">${(
      [["", "as the story needs"], ["pins", "always open"], ...(event.role === "respond" ? [] : [["hide", "left out"] as const])] as const
    ).map(
      ([value, words]) => html`<option value="${value}"${value === state(event.id) && html` selected`}>${words}</option>`,
    )}</select></div>`;
  })}${others.map((id) => html`<input type=hidden name="event-${id}" value="${state(id)}">`)}</fieldset>`;
}

/** The form, with what is stored or is being tried. */
function wordsForm(timeline: Timeline, settings: EmbedSettings, baseUrl: string, options: StoryOptions): Markup {
  const id = pathPart(timeline.claim.id);
  const fields = Object.entries(WORDS).map(
    ([name, [label, hint]]) =>
      html`<div><label for="w-${name}">${label} <span class=hint>${hint}</span></label><input type=text id="w-${name}" name="${name}" value="${settings[name as keyof typeof WORDS] ?? ""}" dir=auto></div>`,
  );
  const titles = storySections.map(
    (section) =>
      html`<div><label for="t-${section}">${SECTIONS[section]}</label><input type=text id="t-${section}" name="title-${section}" value="${plain(settings.titles?.[section] ?? "", 90)}" dir=auto></div>`,
  );
  return html`<details class=words><summary>Words, colour and events: for all embeds of this claim</summary><form method=post action="${baseUrl}/c/${id}/change"><input type=hidden name=what value=embed><input type=hidden name=back value=embed><input type=hidden name=preview value=1><div class=pair>${fields}</div><fieldset><legend>Titles of the claim page’s sections</legend>${titles}</fieldset>${eventChoices(timeline, settings, options)}<div class=last><button class=second formmethod=get formaction="${baseUrl}/c/${id}/embed">Try the words</button> <button>Save with the claim</button></div></form></details>`;
}

/** What an editor sees of it on the page with the code: the form, and the words that the address tries, for the preview. */
export function wordsOf(timeline: Timeline, stored: EmbedSettings, query: Readonly<Record<string, string>>, baseUrl: string) {
  const isTried = query["preview"] === "1";
  const settings = isTried ? { ...stored, ...wordsTried(query), ...lookAsked(query) } : stored;
  const names = [...Object.keys(WORDS), "order", "lang"].filter((name) => name !== "logo" && query[name]);
  const tried = isTried ? Object.fromEntries([["preview", "1"], ...names.map((name) => [name, query[name] ?? ""])]) : {};
  return { form: wordsForm(timeline, settings, baseUrl, { tz: "UTC", lang: "en" }), tried };
}
