/**
 * An editor's settings for a claim's story in its embed and page: words, colour, order, and which events are shown open.
 * A form that is stored with the claim.
 */

import { claimWords } from "../../../shared/i18n/claim-page/messages.ts";
import { documentName, momentInWords, plain, type StoryOptions } from "../../../shared/i18n/index.ts";
import { shownMark } from "../../../shared/review/shown.ts";
import { EmbedSettings, storySections } from "../../../shared/timeline/story/embed-settings.ts";
import { storyOf } from "../../../shared/timeline/story/story.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { html, isolate, type Markup, optionsOf, pathPart } from "../ui/html.ts";

const FIELDS = {
  headline: ["Headline", "instead of the claim, which then stands below it"],
  kicker: ["Line above it", "instead of “Where a claim came from”"],
  sentence: ["Sentence", "instead of ours; at most 45 words"],
  note: ["Note", "the first address in it becomes a link"],
  credit: ["Credit", "who publishes it, in the footer"],
  logo: ["Logo", "an image as data: address, at most 8 KB"],
  accent: ["Colour", "of the rule on top, such as #c8324f"],
} as const;
/** The titles of the sections, as the page has them in English. */
const SECTIONS = { ...claimWords("en").contents, all: "All" };
const ORDERS = [
  ["", "oldest first"],
  ["newest", "newest first"],
  ["pins", "pinned events first, in their order"],
] as const;
/** Maximum number of events in the form, and of pins whose order it asks for. */
const MAX_EVENTS = 60;
const MAX_PLACES = 9;
/** The form's value for an event that is shown open: its place among the pinned ones, 0 for none. */
const pinned = (place: number) => (place > 0 ? `pins-${place}` : "pins");

/** The change of the settings that a sent form asks for, before it is checked: an empty field removes the stored value. */
export function embedPatchOf(fields: Readonly<Record<string, string>>): Record<string, unknown> {
  const orNull = (value: string | undefined) => value?.trim() || null;
  const given = [...Object.keys(FIELDS), "order", "lang"].filter((name) => name in fields);
  const patch: Record<string, unknown> = Object.fromEntries(given.map((name) => [name, orNull(fields[name])]));
  const titles = storySections.filter((id) => `title-${id}` in fields);
  if (titles.length > 0) {
    const written = titles.flatMap((id) => (orNull(fields[`title-${id}`]) ? [[id, orNull(fields[`title-${id}`])]] : []));
    patch["titles"] = written.length > 0 ? Object.fromEntries(written) : null;
  }
  const events = Object.entries(fields).flatMap(([name, value]) => (name.startsWith("event-") ? [[name.slice(6), value] as const] : []));
  if (events.length > 0)
    for (const kind of ["pins", "hide"]) {
      const place = (value: string) => Number(value.slice(kind.length + 1)) || MAX_PLACES + 1;
      const chosen = events.filter(([, value]) => value.split("-")[0] === kind).sort(([, a], [, b]) => place(a) - place(b));
      patch[kind] = chosen.length > 0 ? chosen.map(([id]) => id) : null;
    }
  return patch;
}

/**
 * Settings that an editor tries in the address of a preview. An empty one removes the stored value, an invalid one is ignored. A logo and the
 * titles of the claim page cannot be tried.
 */
export function settingsTried(query: Readonly<Record<string, string>>): EmbedSettings {
  const names = ["headline", "kicker", "sentence", "note", "credit", "accent", "order", "lang", "pins", "hide"] as const;
  return Object.assign(
    {},
    ...names.map((name) => {
      const value = query[name];
      if (!value) return value === undefined ? {} : { [name]: undefined };
      return EmbedSettings.safeParse({ [name]: name === "pins" || name === "hide" ? value.split(" ") : value }).data;
    }),
  );
}

/** A select field with the chosen value. */
interface Choice {
  name: string;
  label: Markup | string;
  /** Values and their words. */
  values: readonly (readonly [string, string])[];
  chosen: string | undefined;
  id?: string;
}
function choice({ name, label, values, chosen, id = name }: Choice): Markup {
  return html`<div><label for="${id}">${label}</label><select id="${id}" name="${name}">${optionsOf(values, chosen)}</select></div>`;
}

function eventChoices(timeline: Timeline, { pins = [], hide = [], order }: EmbedSettings, options: StoryOptions): Markup {
  const state = (id: string) => {
    const place = pins.indexOf(id) + 1;
    if (place > 0) return pinned(order === "pins" && place <= MAX_PLACES ? place : 0);
    return hide.includes(id) ? "hide" : "";
  };
  const places = Array.from(
    { length: Math.min(MAX_PLACES, timeline.events.length) },
    (_, i) => [pinned(i + 1), `always open, place ${i + 1}`] as const,
  );
  const listed = storyOf(timeline).documents.slice(0, MAX_EVENTS);
  const ids = new Set(listed.map(({ event }) => event.id));
  const others = [...pins, ...hide].filter((id) => !ids.has(id));
  return html`<fieldset><legend>Events</legend>${listed.map(({ event, time }) => {
    const label = html`${isolate(documentName(event, options))} <span class=hint>${momentInWords(time, options)}</span>`;
    const left: [string, string][] = event.role === "respond" ? [] : [["hide", "left out"]];
    return choice({
      name: `event-${event.id}`,
      label,
      values: [["", "as the story needs"], [pinned(0), "always open"], ...places, ...left],
      chosen: state(event.id),
    });
  })}${others.map((id) => html`<input type=hidden name="event-${id}" value="${state(id)}">`)}</fieldset>`;
}

interface FormOptions {
  baseUrl: string;
  /** Tag and own name of each language. */
  languages: readonly (readonly [string, string])[];
}
/** The form, with the settings that are stored or being tried. */
function settingsForm(
  timeline: Timeline,
  settings: EmbedSettings,
  isOpen: boolean,
  mark: string,
  { baseUrl, languages }: FormOptions,
): Markup {
  const id = pathPart(timeline.claim.id);
  const fields = Object.entries(FIELDS).map(
    ([name, [label, hint]]) =>
      html`<div><label for="w-${name}">${label} <span class=hint>${hint}</span></label><input type=text id="w-${
        name
      }" name="${name}" value="${settings[name as keyof typeof FIELDS] ?? ""}" dir=auto></div>`,
  );
  const titles = storySections.map(
    (section) =>
      html`<div><label for="t-${section}">${SECTIONS[section]}</label><input type=text id="t-${
        section
      }" name="title-${section}" value="${plain(settings.titles?.[section] ?? "", 90)}" dir=auto></div>`,
  );
  const order = choice({ name: "order", label: "Order", values: ORDERS, chosen: settings.order, id: "w-order" });
  const readers = ["", "as the reader’s"] as const;
  const language = choice({ name: "lang", label: "Language", values: [readers, ...languages], chosen: settings.lang, id: "w-lang" });
  return html`<details class=words${isOpen && html` open`}><summary>Words, colour and events: for all embeds of this claim</summary><form method=post action="${baseUrl}/c/${
    id
  }/change"><input type=hidden name=what value=embed><input type=hidden name=back value=embed><input type=hidden name=preview value=1><input type=hidden name=shown value="${
    mark
  }"><div class=pair>${fields}${order}${language}</div><fieldset><legend>Titles of the claim page’s sections</legend>${
    titles
  }</fieldset>${eventChoices(timeline, settings, { tz: "UTC", lang: "en" })}<div class=last><button class=second formmethod=get formaction="${
    baseUrl
  }/c/${id}/embed">Try it</button> <button>Save with the claim</button></div></form></details>`;
}

/**
 * The editor's part of the page with the code: the form with the stored settings, or with those tried in the address,
 * which the preview also gets.
 */
export function settingsFormOf(timeline: Timeline, stored: EmbedSettings, query: Readonly<Record<string, string>>, options: FormOptions) {
  const patch = query["preview"] === "1" ? { preview: 1, ...embedPatchOf(query) } : {};
  const written = Object.entries({ ...stored, ...patch }).filter(([, value]) => value !== null);
  const tried = Object.entries(patch).flatMap(([name, value]) =>
    name === "logo" || name === "titles" ? [] : [[name, Array.isArray(value) ? value.join(" ") : String(value ?? "")]],
  );
  return {
    form: settingsForm(timeline, Object.fromEntries(written) as EmbedSettings, tried.length > 0, shownMark(stored), options),
    tried: Object.fromEntries(tried) as Record<string, string>,
    said: query["said"] ?? "",
  };
}
