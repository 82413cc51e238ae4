import { isNamedSource } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import { ownProperty } from "../own-property.ts";
import { bodyOfName } from "../read/parties/name-kinds.ts";
import { oncePer } from "../text/once-per.ts";
import { excerpt } from "../text/segment.ts";
import type { TimelineEvent } from "../timeline/views.ts";
import { shownHost } from "../url.ts";
import type { Messages } from "./general/messages.ts";

/** How platforms write themselves; any other name is shown as it is. */
const PLATFORMS: Record<string, string> = {
  x: "X",
  reddit: "Reddit",
  bluesky: "Bluesky",
  mastodon: "Mastodon",
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  telegram: "Telegram",
  youtube: "YouTube",
  tiktok: "TikTok",
  weibo: "Weibo",
  linkedin: "LinkedIn",
  hackernews: "Hacker News",
  whatsapp: "WhatsApp",
  wechat: "WeChat",
  discord: "Discord",
  github: "GitHub",
};
/** Embeddings, overrides and isolates: they can make a denial read as its opposite (CVE-2021-42574). */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/g;
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a text holds characters that turn the reading direction without being seen. */
export function hidesDirection(text: string): boolean {
  return text.search(DIRECTION_MARKS) >= 0;
}

/** A text on one line without hidden direction marks or control characters, at most `max` units: for titles and plain-text copies. */
export function plain(text: string, max: number): string {
  // Only a start this long can show in `max` units, and the whole may be half a megabyte.
  const start = text.length > max * 4 ? `${text.slice(0, max * 4)}…` : text;
  return excerpt(start.replace(DIRECTION_MARKS, "").replace(/\p{Cc}/gu, " "), max);
}

/** A name as it may stand inside a sentence of ours: plain, and isolated when its script runs from right to left. */
export function named(text: string, max = 80): string {
  const name = plain(text, max);
  return RTL.test(name) ? `\u2068${name}\u2069` : name;
}

/** The name by which people know a platform. */
export function platformName(platform: string, m: Messages): string {
  return platform === "web" ? m.web : nameOf(platform);
}
function nameOf(platform: string): string {
  return ownProperty(PLATFORMS, platform) ?? platform;
}

/** "press release", "press releases": a kind of document; an unknown kind is given as it is. */
export function kindName(kind: string, m: Messages, many = false): string {
  const kinds: Record<string, readonly string[]> = m.kinds;
  return ownProperty(kinds, kind)?.[many ? 1 : 0] ?? plain(kind, 40).replaceAll("_", " ");
}

type Told = Pick<TimelineEvent, "documentId" | "seen" | "author" | "place" | "platform">;
/** "A South Korean newspaper", "the podcast Back Post": an outlet that others name as the place of what it published, in which nobody posts. */
export const outletTold = ({ seen, author, place, platform }: Told): string | null =>
  seen === "reported" && author === null && place?.trim() && !onPlatform({ platform }) && bodyOfName(place) === "outlet"
    ? place.trim()
    : null;

/** Whether others only name an event's source, or an outlet as the place and the author at once: what it published, and whether, nobody has seen. */
export const isNameAlone = (told: Told): boolean =>
  isNamedSource(told.documentId) ||
  (told.seen === "reported" && told.author !== null && told.author === told.place) ||
  outletTold(told) !== null;

/** What kind of document an event is of; a source that others name is no document. */
export const kindOf = (event: TimelineEvent, m: Messages): string => (isNameAlone(event) ? m.namedSource : kindName(event.kind, m));

/** A first word that keeps its spelling: "u/reader", "paper.example", "eBay", and agencies and papers that write themselves small. */
const OWN_SPELLING = /^(?:\S*(?:[/@\p{N}]|\p{Alpha}\.\p{Alpha}|\p{Lower}\p{Upper})|(?:dpa|epa|n-tv|taz)(?!\p{Alpha}))/u;
/** The text as a sentence begins: with a capital, unless its first word is a name that has none. */
export function capital(text: string): string {
  const first = text.codePointAt(0);
  if (first === undefined || OWN_SPELLING.test(text)) return text;
  const char = String.fromCodePoint(first);
  return char.toUpperCase() + text.slice(char.length);
}

/** Where something was published, for people: platform, described place, or host; null when none is known. */
export function placeName(of: { platform: string | null; place: string | null; url: string | null }): string | null {
  if (of.platform && onPlatform(of)) return plain(nameOf(of.platform), 60);
  if (of.place?.trim()) return plain(of.place, 80);
  const host = shownHost(of.url);
  return host ? plain(host, 60) : null;
}

/** Whether a document is on a named platform; "web" is just a page. */
export function onPlatform(of: { platform: string | null }): boolean {
  return of.platform !== null && of.platform !== "" && of.platform !== "web";
}

/** "post on X", "post on a Chinese website", "article at example.org"; `shown` is the place with markup. */
export function kindAtPlace(kind: string, of: { platform: string | null }, place: string, m: Messages, shown = place): string {
  if (!place) return kind;
  const platform = onPlatform(of);
  // A platform or a host is a name; anything else is a description in the words of a source.
  const described = !platform && !/^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u.test(place);
  return m.kindAt(kind, shown, platform || /^(the|an?) /i.test(place), described);
}

const ANONYMOUS = /^(an? )?anonymous( (post|user|author|message|comment|account))?$/i;
/** Whether what somebody is called only says that there is no name. */
export const isNameless = (name: string): boolean => ANONYMOUS.test(name.trim());

/** "Sprecher": an office and nothing else, which says of nobody who it is. */
const isOfficeAlone = ({ name, description, role, affiliation }: Party) =>
  !name && !affiliation && role !== null && !role.includes(" ") && (description ?? role).toLowerCase() === role.toLowerCase();

/** A party by name, else by description, else by role and affiliation; null when none is known. */
export function partyName(party: Party, m: Messages): string | null {
  if (isOfficeAlone(party)) return null;
  const words =
    party.name?.trim() || party.description?.trim() || [party.role, party.affiliation].filter((part) => part?.trim()).join(m.comma);
  if (words) return capital(plain(words, 80));
  return party.kind === "anonymous" ? m.anonymous : null;
}

/** "VP of generative AI, Meta", or "" when neither role nor affiliation is known, or the party is called by them. */
export function partyTitle(party: Party): string {
  if (!party.name?.trim()) return "";
  return [party.role, party.affiliation]
    .filter((part): part is string => Boolean(part?.trim()))
    .map((part) => plain(part, 60))
    .join(", ");
}

const listFormat = oncePer((locale: string) => new Intl.ListFormat(locale, { type: "conjunction" }));
/** "X", "X and Reddit", "X, Reddit and news". */
export const listed = (items: string[], m: Messages): string => listFormat(m.locale).format(items);
/** In English. */
export const plural = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
