/** Lines of a saved page that are not part of the article, recognised by the words in lang/. */
import { packs } from "../lang/index.ts";
import type { BoilerplateForms, BoilerplateKind } from "../lang/pack/pages.ts";

/**
 * A kind of boilerplate line. `strong` kinds occur only on saved pages; `weak` ones also occur in plain articles (a byline, "Follow X on
 * Twitter") and count only together with others. `ends` ends the article; `teaser` also removes the headlines after it.
 */
export interface Cue {
  kind: BoilerplateKind;
  /** Maximum length of such a line, in UTF-16 units: a sentence of the article may contain the same words. */
  max: number;
  pattern: RegExp;
  strength: "strong" | "weak";
  ends?: "always" | "mostly";
  teaser?: boolean;
}

const sources = (kind: BoilerplateKind, form: keyof BoilerplateForms) =>
  packs.flatMap(({ boilerplate }) => boilerplate?.[kind]?.[form] ?? []).join("|");
const CLOSING = "[\\s.!:：。！»›>→-]{0,4}";
const FORMS: [keyof BoilerplateForms, (words: string) => string][] = [
  ["whole", (words) => `^(?:${words})$`],
  ["line", (words) => `^(?:${words})${CLOSING}$`],
  ["start", (words) => `^(?:${words})`],
  ["inside", (words) => `(?:${words})`],
];

/**
 * The pattern of a kind, from the words of all languages. `label` makes a pattern from its labels; `more` is a pattern
 * that belongs to no language.
 */
function patternOf(kind: BoilerplateKind, label?: (words: string) => string, more?: string, flags = "iu"): RegExp {
  const parts = FORMS.flatMap(([form, of]) => {
    const words = sources(kind, form);
    return words ? [of(words)] : [];
  });
  const labels = sources(kind, "label");
  if (label && labels) parts.push(label(labels));
  if (more) parts.push(more);
  return new RegExp(parts.join("|"), flags);
}

const NETWORKS =
  "facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|flipboard|e-?mail|bluesky|threads|mastodon|messenger|line|tumblr|weibo|qq|instagram|youtube|tiktok|rss|google news";
const PICTURE_AGENCIES = "\\b(?:getty images|shutterstock|depositphotos|istock|unsplash|picture alliance|epa-efe)(?:\\.com)?\\)?$";

export const CUES: Cue[] = [
  { kind: "affiliate", max: 400, strength: "strong", pattern: patternOf("affiliate") },
  // "Source: …" is kept: it says where the article comes from.
  { kind: "credit", max: 140, strength: "strong", pattern: patternOf("credit", undefined, PICTURE_AGENCIES) },
  { kind: "report", max: 120, strength: "strong", ends: "mostly", pattern: patternOf("report") },
  { kind: "neighbour", max: 60, strength: "strong", ends: "mostly", teaser: true, pattern: patternOf("neighbour") },
  // It may also be a link in the share bar above or within an article.
  { kind: "comment-prompt", max: 140, strength: "strong", ends: "mostly", pattern: patternOf("comment-prompt") },
  { kind: "comments", max: 140, strength: "strong", ends: "always", pattern: patternOf("comments") },
  { kind: "login", max: 140, strength: "strong", pattern: patternOf("login") },
  {
    kind: "share",
    max: 120,
    strength: "strong",
    pattern: patternOf("share", (words) => `^(?:(?:${words}|${NETWORKS})(?:\\s?[|/·•,:：\\d]\\s?|\\s|$)(?:(?:on|via|to|by)\\s)?){1,14}$`),
  },
  { kind: "newsletter", max: 320, strength: "strong", pattern: patternOf("newsletter") },
  { kind: "cookies", max: 400, strength: "strong", pattern: patternOf("cookies") },
  { kind: "advert", max: 100, strength: "strong", pattern: patternOf("advert", (words) => `^\\(?(?:${words})\\)?${CLOSING}$`) },
  { kind: "related", max: 80, strength: "strong", ends: "mostly", teaser: true, pattern: patternOf("related") },
  {
    kind: "inline-teaser",
    max: 200,
    strength: "weak",
    pattern: patternOf("inline-teaser", (words) => `^(?:${words})\\s?(?:[:：|»›>→]|[-–—]\\s)\\s?\\S`),
  },
  { kind: "rights", max: 400, strength: "strong", pattern: patternOf("rights", undefined, "^(?:©|\\(c\\) ?\\d{4})") },
  {
    kind: "navigation",
    max: 120,
    strength: "weak",
    pattern: patternOf("navigation", (words) => `^(?:${words})\\s?[>›»/|→].{1,90}$`),
  },
  { kind: "tags", max: 200, strength: "weak", pattern: patternOf("tags", (words) => `^(?:${words})\\s?[:：].{0,180}$`) },
  { kind: "follow", max: 200, strength: "weak", pattern: patternOf("follow") },
  { kind: "reading-time", max: 40, strength: "weak", pattern: patternOf("reading-time") },
  { kind: "byline", max: 120, strength: "weak", pattern: patternOf("byline", undefined, undefined, "u") },
];

/** Words of menus. A line that consists mostly of them is a menu and no headline. */
export const MENU_WORDS = new Set(packs.flatMap(({ page }) => page?.menu?.split(" ") ?? []));
/** Words that mark an advertisement if nothing else is in its box. */
export const ADVERTISEMENT_LABELS = packs
  .flatMap(({ tag, boilerplate }) => (tag === "en" ? "advertisement" : (boilerplate?.advert?.label ?? [])))
  .join("|");
