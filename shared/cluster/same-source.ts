/** Which names mean one source, and the sources that the documents of a claim name. */

import { countOne } from "../collections.ts";
import { anyLanguage, english } from "../lang/index.ts";
import { NAMED_SOURCE } from "../model/id.ts";
import { fullForm, leavesOut, withoutTitle } from "../read/parties/full-name.ts";
import { kindOfName } from "../read/parties/name-kinds.ts";
import { withoutThe } from "../text/outlet-article.ts";
import { byText } from "../timeline/order.ts";
import { nameWords, samePhrase } from "../timeline/party-names.ts";
import type { SourceName } from "../timeline/views.ts";

/** A description of one outlet, by its last word: "Korean newspaper". */
export const ONE_OUTLET = new RegExp(` (?:${english.sourceCues.oneOutlet})$`, "u");
/** Words without a capital letter. */
export const IN_LOWER_CASE = /^[\p{Ll}\p{M}\s'’-]+$/u;
/** A voice message that a rumour goes back to is one source, whatever documents call it. */
const VOICE_MESSAGE = new RegExp(`^(?:${anyLanguage(({ sourceCues }) => sourceCues?.voiceMessage)})`, "iu");
/**
 * Whether a source is only described: no letter of its name is a capital one. Texts that describe theirs by the same words ("social media", "local
 * officials") need not mean the same; what "a local newspaper" says, one did.
 */
export const isDescription = (name: string): boolean => IN_LOWER_CASE.test(name) && !ONE_OUTLET.test(name) && !VOICE_MESSAGE.test(name);
/** The words that tell a source's name from others, without initials beside whole words; "KCTV5" as "KCTV 5". */
function wordsOf(name: string): readonly string[] {
  if (VOICE_MESSAGE.test(name)) return ["voice", "message"];
  const plain = name.replace(/\.(?:com|net|org|co\.uk|tv)$/iu, "");
  const words = nameWords(withoutThe(plain).replace(/(?<=\p{L}{3})(?=\p{N})/gu, " "));
  const whole = words.filter((word) => !/^\p{Ll}$/u.test(word));
  return whole.length > 1 ? whole : words;
}
const namedSourceId = (name: string): string => `${NAMED_SOURCE}${wordsOf(name).join("-")}`;
/** What tells a source from others: its words, and for a name of capitalised words that ends in a person's name, its last two words. */
interface NameKey {
  words: readonly string[];
  person: string | null;
  described: boolean;
}
function keyOf(name: string): NameKey {
  const words = wordsOf(name);
  const end = /^(?:\p{Lu}\S*\s+)*?(\p{Lu}\S*\s+\p{Lu}[\p{L}’'-]+)$/u.exec(name.replace(/\s\p{Lu}\.(?=\s)/gu, ""))?.[1];
  const person = end && words.length > 1 && kindOfName(end) === "person" ? words.slice(-2).join(" ") : null;
  return { words, person, described: isDescription(name) };
}
/**
 * Whether two names may mean one source: one contains the other or its joined form, or both name one person with different titles. Descriptions must
 * have the same words.
 */
export const isSameSource = (one: string, other: string): boolean => sameSource(keyOf(one), keyOf(other));
function sameSource(one: NameKey, other: NameKey): boolean {
  if (one.words.length === 0 || other.words.length === 0) return false;
  if (one.person !== null && one.person === other.person) return true;
  if (one.words.join("") === other.words.join("")) return true;
  return !one.described && !other.described && (samePhrase(one.words, other.words) || leavesOut(one.words, other.words));
}
/** Returns a test whether the claim has a name: all its words, or its last two after a title ("CEO Jane Roe"). */
function subjectIn(claim: string): (words: readonly string[]) => boolean {
  const words = nameWords(claim);
  const held = new Set(words);
  const phrase = ` ${words.join(" ")} `;
  return (own) => own.every((word) => held.has(word)) || (own.length > 2 && phrase.includes(` ${own.slice(-2).join(" ")} `));
}

/** A name in one document. */
export interface Mention extends SourceName {
  documentId: string;
  /** Whether the document denies the claim. */
  denies: boolean;
}
/** A source with the documents that name it, each with its likeliest name. */
export interface Source {
  /** The full form of names that contain each other ("the Daily News", "New York Daily News"). */
  name: string;
  mentions: Mention[];
  /** Its id. Null for an outlet with a held report on the claim that does not deny it: each document then means one of its reports. */
  id: string | null;
}
/** The names in one document. */
export interface Naming {
  documentId: string;
  denies: boolean;
  names: SourceName[];
}

/**
 * The sources of a claim, from the names in its documents; the order of the documents does not matter. Names in the claim itself are left out,
 * because they are its subjects: 26 of 37 such names that were shown on train and dev were no source.
 */
export function sourcesOf(namings: readonly Naming[], claim: string): Source[] {
  const inClaim = subjectIn(claim);
  const isSubject = (name: string, { words }: NameKey) => !name.startsWith("@") && inClaim(words);
  const uses = new Map<string, number>();
  for (const { names } of namings) for (const { name } of names) countOne(uses, name);
  const sources: (Source & { key: NameKey })[] = [];
  for (const [name] of [...uses].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))) {
    const key = keyOf(name);
    if (key.words.length && !isSubject(name, key) && !sources.some((one) => sameSource(one.key, key)))
      sources.push({ name, key, mentions: [], id: null });
  }
  for (const { documentId, denies, names } of namings)
    for (const one of names) {
      const key = keyOf(one.name);
      if (isSubject(one.name, key)) continue;
      const source = sources.find((other) => sameSource(other.key, key));
      const known = source?.mentions.find((mention) => mention.documentId === documentId);
      if (!known) source?.mentions.push({ documentId, denies, ...one });
      else if (one.confidence > known.confidence) Object.assign(known, one);
    }
  for (const source of sources) {
    const forms = new Map<string, number>();
    for (const mention of source.mentions) {
      // "the Gazette": an article in lower case is the text's, not the name's.
      const name = withoutTitle(mention.name) ?? (/^\p{Ll}/u.test(mention.name) ? withoutThe(mention.name) : mention.name);
      countOne(forms, name);
    }
    source.name = fullForm(forms);
    source.id = namedSourceId(source.name);
  }
  return sources;
}
