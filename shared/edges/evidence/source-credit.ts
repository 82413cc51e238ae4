/**
 * Words by which a text names the source of its story: "first reported by the Guardian", "the Gazette reported that …", "a post on a Chinese
 * website".
 */

import { isCountry } from "../../countries.ts";
import { chinese, english, packs, sourcesOf } from "../../lang/index.ts";
import type { Reading } from "../../model/reading.ts";
import { lendsPictures } from "../../read/parties/known-outlets.ts";
import { DEMONYM } from "../../read/parties/name-kinds.ts";
import { monthNamed, weekdayNamed } from "../../text/calendar-names.ts";
import { withoutAccents } from "../../text/fold.ts";
import { LastEntries } from "../../text/once-per.ts";
import { isOutletArticle, withoutOutletArticle, withoutThe } from "../../text/outlet-article.ts";
import { foldScripts } from "../../text/segment.ts";
import { byPlace } from "../../text/span.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { nameWords } from "../../timeline/party-names.ts";
import { hostOf } from "../../url.ts";

export interface Credit {
  /** UTF-16 offsets of the words that give the credit. */
  start: number;
  end: number;
  /** The outlet or place as named; null if the words name none. */
  name: string | null;
}

/**
 * Length of the start that is searched, in UTF-16 units: a story names its source in its first paragraphs; outlets named later on are credited
 * for details.
 */
const MAX_READ = 2_000;
const MAX_CREDITS = 8;
/** A proper name of up to five words, in any script that has capitals. */
const PART = "[\\p{Alpha}\\p{N}&'’-](?:[\\p{Alpha}\\p{N}&'’-]|\\.(?=[\\p{Alpha}\\p{N}])){0,30}";
const ARTICLES = sourcesOf(({ sources }) => sources?.articles).spaced;
const PARTICLES = sourcesOf(({ sources }) => sources?.particles).spaced;
const SPACE = "[^\\S\\n]";
/** Small words within a name, not behind it: "Bank of Alder", "Gazeta de la Costa". */
const WITHIN = `(?:${PARTICLES})(?=(?:${SPACE}\\p{Lower}{1,5})?${SPACE}\\p{Upper})`;
const NAME = `(?:(?:${ARTICLES})\\s*)?(?<name>(?=\\p{Upper})${PART}(?:${SPACE}(?:${WITHIN}|(?=[\\p{Upper}\\p{N}])${PART})){0,4})`;
/** A word begins where no letter, accented or not, precedes it: "Lívia" does not contain "via". */
const patternOf = (source: string, flags = "u") =>
  new RegExp(source.replace(/^\\b/, "(?<![\\p{Alpha}\\p{N}])").replace("NAME", NAME), flags);

let compiled: { named: RegExp[]; described: RegExp[] } | null = null;
/**
 * The patterns, compiled only when the first text is read, because that takes long. They have only verbs of publishing: somebody quoted for an
 * opinion is no source of the story.
 */
const credits = () =>
  (compiled ??= {
    named: packs.flatMap(({ sources }) => (sources?.named ?? []).map((source) => patternOf(source, "gu"))),
    described: packs.flatMap(({ sources }) => (sources?.described ?? []).map((source) => patternOf(source, "gu"))),
  });
/** Outlets recognised by their name alone. */
const OUTLET = new RegExp(
  `(?:^|\\s)(?:${sourcesOf(({ sources }) => sources?.outlet).spaced})(?!\\p{Alpha})|(?:${sourcesOf(({ sources }) => sources?.outletEnding).spaced})$`,
  "u",
);
const REPORTS = packs.flatMap(({ sources }) => (sources?.reports ? [patternOf(sources.reports)] : []));
const OWN_ARTICLE = new RegExp(`(?:^|\\s)((?:${sourcesOf(({ sources }) => sources?.ownArticles).spaced}) )$`, "u");
const NO_NAME = new RegExp(`[《》“”「」]|${sourcesOf(({ sources }) => sources?.nameEnding).unspaced}`, "gu");

/** Whether a capitalised word is a name. "A report on Sunday", "in Iraq's newspaper" and "via French site" name no source. */
const isName = (name: string): boolean =>
  !/['’]s$/u.test(name) &&
  weekdayNamed(name) === null &&
  monthNamed(name) === null &&
  !isStopWord(name.toLowerCase(), "en") &&
  !DEMONYM.test(name) &&
  !lendsPictures(name) &&
  !isCountry(name, "en");

/** Several steps ask for the credits of one text. */
const known = new LastEntries<string, readonly Credit[]>(8);
/** The sources that a text credits for its story, in the order of the text; overlapping passages once. */
export const creditsOf = (text: string): readonly Credit[] => known.of(text, () => creditsIn(text));
function creditsIn(text: string): Credit[] {
  const head = text.slice(0, MAX_READ);
  const found: Credit[] = [];
  const { named, described } = credits();
  for (const patterns of [named, described])
    for (const pattern of patterns) {
      for (const match of head.matchAll(pattern)) {
        const name = patterns === described ? null : (match.groups?.["name"]?.replace(/(?<![.'’-])[.'’-]+$/u, "") ?? null);
        if (name !== null && !isName(name)) continue;
        found.push({ start: match.index, end: match.index + match[0].length, name });
        break;
      }
    }
  return found
    .sort(byPlace)
    .filter((one, i, all) => !all.slice(0, i).some((other) => other.end > one.start))
    .slice(0, MAX_CREDITS);
}

/** The first outlet that the first paragraphs of a text report as saying something. */
export function outletIn(text: string, statements: Reading["statements"]): Credit | null {
  for (const { speaker, cue } of statements) {
    if (!speaker?.party.name || !cue || speaker.start >= MAX_READ) continue;
    const agency = OUTLET.exec(speaker.text);
    if (speaker.party.kind !== "outlet" && !agency) continue;
    const named = speaker.party.name.replace(NO_NAME, "");
    // Reading may take other words for the name of an agency; an article may be part of the name.
    const article = OWN_ARTICLE.exec(speaker.text.slice(0, Math.max(0, speaker.text.lastIndexOf(named))))?.[1] ?? "";
    const name = agency && !OUTLET.test(named) ? agency[0].trim() : article + named;
    return { start: Math.min(speaker.start, cue.start), end: Math.max(speaker.end, cue.end), name };
  }
  for (const pattern of REPORTS) {
    const match = pattern.exec(text.slice(0, MAX_READ));
    const name = match?.groups?.["name"];
    if (match && name && OUTLET.test(name)) return { start: match.index, end: match.index + match[0].length, name };
  }
  return null;
}

/** A name as it stands in a host name: "Northern Wire" in northernwire.com, "Agence Rivière" in agence-riviere.fr. */
export const squeezed = (name: string) => withoutThe(plain(name)).replace(/[^\p{Alpha}\p{N}]/gu, "");
const plain = (name: string) => withoutAccents(foldScripts(name));
/** An umlaut as host names spell it: "kuestenbote". */
const spelled = (name: string) => name.normalize("NFD").replace(/(?<=[aou])\u0308/giu, "e");

/** What joins the words of a name, which host names leave out: "El Faro de Valdeolmos". */
const JOINER = new RegExp(
  `^(?:${sourcesOf(({ sources }) => sources?.leftOut).spaced}|${sourcesOf(({ parties }) => parties?.nameParticles).spaced})$`,
  "u",
);
/** A person of an organisation, who is not its site: "Acme spokesman John Roe", "Acme's John Roe". */
const SOMEBODY = new RegExp(`['’]s |(?<!\\p{Alpha})(?:${english.parties.roles})(?!\\p{Alpha})`, "iu");
/**
 * Whether a site is that of a named outlet, by its host name: "The New York Times" and nytimes.com, "Le Monde" and lemonde.fr, "Der Spiegel" and
 * spiegel.de.
 */
export function isSiteOf(name: string, url: string | null): boolean {
  const bare = withoutOutletArticle(name);
  if (bare !== name && isSiteOf(bare, url)) return true;
  if (spelled(name) !== name.normalize("NFD") && isSiteOf(spelled(name), url)) return true;
  const labels = (hostOf(url)?.split(".") ?? []).slice(0, -1).map((label) => label.replaceAll("-", ""));
  const site = labels.filter((part) => part.length > 2);
  const parts = plain(name)
    .split(/[^\p{Alpha}\p{N}]+/u)
    .filter((part) => part && part !== english.grammar.naming.the);
  const whole = parts.join("");
  const short = parts.filter((part) => isOutletArticle(part) || !JOINER.test(part)).join("");
  const initials = parts.map((part) => part[0]).join("");
  const last = parts.at(-1) ?? "";
  return site.some(
    (label) =>
      label === whole ||
      label === short ||
      (label === parts[0] && !SOMEBODY.test(name)) ||
      // "The Evening Gazette" at aldereveninggazette.example: what a paper calls itself at home.
      (label.endsWith(whole) && (parts.length > 1 || isOutletArticle(label.slice(0, -whole.length)))) ||
      (whole.length > 3 &&
        label.length > 3 &&
        (label.startsWith(whole) || (whole.startsWith(label) && label.length * 3 > whole.length * 2))) ||
      (parts.length > 1 && (label === initials || label === `${initials.slice(0, -1)}${last}`)),
  );
}

/** Minimum length of the last word of an outlet's name, in letters, by which the outlet is recognised. */
const MIN_SHORT = 4;
/** Whether a name is how the document's own outlet calls itself: "told the Gazette" in the Mendip Levels Gazette, whose address ends so. */
export function isOwnShortName(name: string, url: string | null): boolean {
  const word = /^(\p{Upper}\p{Lower}+)$/u.exec(withoutThe(name))?.[1]?.toLowerCase() ?? "";
  const labels = (hostOf(url)?.split(".") ?? []).slice(0, -1);
  return word.length >= MIN_SHORT && labels.some((label) => label.endsWith(word));
}
/** The outlet whose reporter signs a page: "江州晚报" of "江州晚报记者 林晓". */
export const outletOfReporter = (author: string | null): string | null => REPORTER_OF.exec(author ?? "")?.[1] ?? null;
const REPORTER_OF = new RegExp(`^(.{2,20}?)\\s?(?:${chinese.chinese.reporter})(?:\\s|$)`, "u");
/** Whether a text calls its own outlet by a name, in full or in part: "the Gazette" in the Alder Gazette. */
export function isOwnName(name: string, document: { url: string | null; author?: string | null }): boolean {
  if (isOfOutlet(name, document)) return true;
  const { author = null, url } = document;
  // "江州晚报记者 林晓": whose reporter wrote it.
  if (outletOfReporter(author) === name) return true;
  // A byline may credit others beside the outlet: "the editors with North Agency".
  if (author === null || (url !== null && !isSiteOf(author, url))) return false;
  const whole = ` ${nameWords(author).join(" ")} `;
  const words = nameWords(withoutOutletArticle(name)).join(" ");
  // German names have an ending in some cases: "des Anzeigers".
  return words !== "" && [words, words.replace(/s$/, "")].some((own) => own.length > 2 && whole.includes(` ${own} `));
}

/** Whether a page is of a named outlet: by its host name, or by the name that it is signed with, in whatever script. */
export function isOfOutlet(name: string, { url, author = null }: { url: string | null; author?: string | null }): boolean {
  const [ours, theirs] = [name, author ?? ""].map((one) => squeezed(withoutOutletArticle(one)));
  return isSiteOf(name, url) || (!!ours && ours.length > 1 && ours === theirs);
}
