/** The filters of the list, as a form that works without script; claim.js applies them without a reload. */
import { countOne } from "../../../shared/collections.ts";
import { capital, languageName, turnInWords } from "../../../shared/i18n/index.ts";
import { primaryTag } from "../../../shared/text/language-tag.ts";
import { placeOf } from "../../../shared/timeline/story/arrivals.ts";
import { type Choice, chosen, groupOf, narrows } from "../../../shared/timeline/story/choose.ts";
import type { StoryDocument } from "../../../shared/timeline/story/story.ts";
import { html, type Markup, nothing, optionsOf } from "../ui/html.ts";
import { linkTo, type Section } from "./page.ts";
import { placeInWords } from "./places.ts";

/** Maximum number of places or languages in a list. */
const MAX_ENTRIES = 24;

/** The number of documents with each value, the most frequent first. */
function counted(documents: readonly StoryDocument[], of: (d: StoryDocument) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const d of documents) countOne(counts, of(d));
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MAX_ENTRIES);
}

interface Choices {
  name: string;
  label: string;
  /** The words for no choice. */
  any: string;
  /** Values and their words. */
  entries: readonly (readonly [string, string])[];
  value: string;
}
function choices({ name, label, any, entries, value }: Choices): Markup {
  return html`<label>${label} <select name=${name}><option value="">${any}</option>${optionsOf(entries, value)}</select></label>`;
}

/** The choice as parameters of an address, "doing=asks&place=x"; "" for everything. */
export function choiceQuery({ doing, place, language, after, words }: Choice): string {
  const parameters = { doing, place, language, after: after ? "1" : "", q: words };
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value.toWellFormed())}`] : []))
    .join("&");
}

/** Parameters of the page as hidden fields, because sending a form drops those of its address. */
function carried(kept: string): Markup {
  return html`${[...new URLSearchParams(kept)].map(([name, value]) => html`<input type=hidden name="${name}" value="${value}">`)}`;
}

/** The form. The number of matches is in a status element, so that screen readers announce it. */
export function filterForm(section: Section): Markup {
  const { story, asked, words, options, path, kept } = section;
  const a = words.all;
  const { documents } = story;
  const groups = Map.groupBy(documents, groupOf);
  const stands = (["says", "asks", "answers"] as const).flatMap((group) => {
    const n = groups.get(group)?.length ?? 0;
    return n > 0 ? [[group, `${a.stands[group]} ${n}`] as const] : [];
  });
  const radio = (value: string, label: string) =>
    html`<label><input type=radio name=doing value="${value}"${asked.doing === value && html` checked`}>${label}</label>`;
  const places = counted(documents, placeOf).map(([place, n]) => [place, `${placeInWords(place, { words, options })} ${n}`] as const);
  const languages = counted(documents, (d) => primaryTag(d.event.lang)).filter(([tag]) => tag !== "und");
  const later = documents.filter((d) => d.after).length;
  const count = narrows(asked) ? chosen(documents, asked).length : null;
  return html`<form class=flt method=get action="${path}#all" role=search aria-label="${a.filters}">${carried(kept)}<fieldset><legend class=vh>${
    a.filters
  }</legend>${radio("", `${a.everything} ${documents.length}`)}${stands.map(([value, label]) =>
    radio(value, label),
  )}</fieldset>${later > 0 && html`<label><input type=checkbox name=after value=1${asked.after && html` checked`}>${capital(turnInWords(story, options).after)} ${later}</label>`}${
    places.length > 1 && choices({ name: "place", label: a.place, any: a.everywhere, entries: places, value: asked.place })
  }${
    languages.length > 1 &&
    choices({
      name: "language",
      label: a.language,
      any: a.anyLanguage,
      entries: languages.map(([tag, n]) => [tag, `${languageName(tag, options) ?? tag} ${n}`] as const),
      value: asked.language,
    })
  }<label>${a.words} <input name=q type=search maxlength=100 value="${asked.words}"></label><button>${a.filters}</button><span role=status>${
    count === null ? nothing : a.found(count)
  }</span>${count !== null && html`<a href="${linkTo(section, "")}#all">${a.clear}</a>`}</form>`;
}
