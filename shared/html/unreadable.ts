/** Recognises pages that were sent as an article and have none: an error page, or a page whose text a script would make. */

import { sourcesOf } from "../lang/index.ts";
import { weight } from "./boilerplate.ts";
import { stripTags, withoutScripts } from "./dom.ts";

/** Elements into which scripts put their output, and variables in which they keep its data. */
const SCRIPTED =
  /\bid=["']?(?:root|app|react-root|___gatsby|__next|__nuxt|__NEXT_DATA__)["'\s>]|__(?:NUXT|INITIAL_STATE|PRELOADED_STATE|APOLLO_STATE|remixContext)/;
/** The article's text as data in the page, which can be read. */
const STATED = /"articleBody"\s*:\s*"/;
/** Minimum weight of a line that may be a sentence of an article, and its ending. */
const MIN_SENTENCE = 60;
const SENTENCE_END = /[.!?。！？…]["”»」’)]{0,2}$/u;
const holdsSentence = (shown: string) =>
  shown.split("\n").some((line) => weight(line) > MIN_SENTENCE && SENTENCE_END.test(line.trimEnd().slice(-4)));

const notFound = sourcesOf(({ page }) => page?.notFound);
const NOT_FOUND = `(?:${notFound.spaced}|${notFound.unspaced})`;
const NONE = new RegExp(`^[^\\p{Alpha}\\p{N}]*${NOT_FOUND}(?:[^\\p{Alpha}\\p{N}]+${NOT_FOUND})*[^\\p{Alpha}\\p{N}]*$`, "iu");

/** The titles and first headings of a page, also without the name of its site. */
function headsOf(html: string): string[] {
  const heads = [...html.slice(0, 500_000).matchAll(/<(?:title|h1)\b[^<>]{0,500}>([^<]{1,300})</gi)].slice(0, 6);
  return heads
    .flatMap(([, text = ""]) => [text, ...text.split(/\s[|–—·•»:-]+\s/), text.slice(text.lastIndexOf(":") + 1)])
    .map((text) => text.trim());
}

const TITLE = /<title\b[^<>]{0,500}>[^<]{0,1000}<\/title>/gi;

/** Whether a script would make the text of a page: it shows no word, or no sentence, or neither a heading nor its own title. */
export function isScripted(html: string): boolean {
  const hasOutput = SCRIPTED.test(html);
  if (STATED.test(html) || !(hasOutput || /<script\b/i.test(html))) return false;
  const kept = withoutScripts(html);
  if (!/\p{Alpha}/u.test(stripTags(kept.replace(TITLE, "")))) return true;
  if (!hasOutput) return false;
  const shown = stripTags(kept);
  if (!holdsSentence(shown)) return true;
  if (/<h1\b/i.test(kept)) return false;
  const titles = headsOf(html).filter((title) => title.length >= 15);
  return titles.length > 0 && !titles.some((title) => shown.includes(title));
}

/** Why there is no article on a page that came with status 200; null if there may be one. */
export function unreadable(html: string): string | null {
  if (headsOf(html).some((head) => NONE.test(head))) return "says that there is no such page";
  return isScripted(html) ? "its text is made by a script" : null;
}
