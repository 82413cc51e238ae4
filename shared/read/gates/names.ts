/** Finds the names in a text: runs of capitalised words, sites, handles. High recall; other modules decide what role a name has. */

import { english } from "../../lang/index.ts";

export interface NameMention {
  name: string;
  start: number;
  end: number;
}

const RUN =
  /(?<![\p{L}\p{N}@#/.])(?:[@][\p{L}\p{N}_]{2,30}|(?:[\p{L}\p{N}-]{1,30}\.){1,3}(?:com|net|org|tv|fm|info|news|website|co\.uk|co|us|io|au|de|fr|es|it|br|cn)(?![\p{L}\p{N}])|(?:(?:\d{1,4}(?:[AF]M)? (?=The |TV |News |\p{Lu}{3,}(?!\p{L})))?\p{Lu}|\d+to\d)[\p{L}\p{M}\p{N}’'&.-]*(?:(?: (?:of|and|&|for|de|la|le|del|do|da|al|el|the|von|van|bin) (?=\p{Lu})| |-)(?:\p{Lu})[\p{L}\p{M}\p{N}’'&.-]*){0,5})/gu;
/** The first word of a sentence always has a capital, name or not. */
const COMMON = new RegExp(`^(?:${english.sourceCues.noName})$`, "i");
/** "A French site": an adjective of a place. */
const DEMONYM = new RegExp(`^(?:${english.sourceCues.demonyms})$`, "u");
const TRIM = /(?:['’]s)?[’'.&-]{0,5}$/u;

/**
 * The names in a passage, in order, with offsets into it; `common`: words that are no name, `demonyms`: adjectives of places with
 * capitals; both as in English where not given.
 */
export function namesIn(passage: string, common: RegExp = COMMON, demonyms: RegExp | null = DEMONYM): NameMention[] {
  const out: NameMention[] = [];
  for (const match of passage.matchAll(RUN)) {
    let text = match[0];
    let start = match.index;
    const possessive = /['’]s /u.exec(text);
    const parts = possessive ? [text.slice(0, possessive.index), text.slice(possessive.index + 3)] : [text];
    for (const part of parts) {
      text = part;
      const at = possessive && part !== parts[0] ? match.index + possessive.index + 3 : match.index;
      start = at;
      for (let word = /^(\S+)(?: |$)/u.exec(text); word?.[1] && common.test(word[1]); word = /^(\S+)(?: |$)/u.exec(text)) {
        text = text.slice(word[0].length);
        start += word[0].length;
      }
      text = text.replace(TRIM, "");
      // "A French site", "South Korean newspapers": an adjective, no name.
      const isAdjective = demonyms?.test(text) && /^ \p{Ll}/u.test(passage.slice(start + text.length)) && !/^@/.test(text);
      if (text.length > 1 && !common.test(text) && !isAdjective) out.push({ name: text, start, end: start + text.length });
    }
  }
  return out;
}
