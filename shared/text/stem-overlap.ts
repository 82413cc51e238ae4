/** Overlap of two passages: shared stems of content words. */

import { english } from "../lang/index.ts";
import { hasHan } from "./chinese/characters.ts";
import { oncePer } from "./once-per.ts";
import { sentences, words } from "./segment.ts";

const STOP_WORDS = new Set(english.grammar.noContent.split(" "));
/** Number of letters in a stem: enough to join "public" and "publicly", "differ" and "different". */
const STEM_LENGTH = 6;

/** The stems of a passage's content words; pairs of characters in scripts without spaces. Cached, because a claim is compared with every sentence. */
export const stemsOf = oncePer(readStems, 300);

function readStems(text: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const word of words(text.slice(0, 3000))) {
    if (hasHan(word)) {
      if (word.length === 1) continue;
      for (let i = 0; i + 1 < word.length; i++) out.add(word.slice(i, i + 2));
    } else if (!STOP_WORDS.has(word) && (word.length > 2 || /\d/.test(word))) out.add(word.replace(/['’]s$/, "").slice(0, STEM_LENGTH));
  }
  return out;
}

/** How many stems of `a` that are not in `without` are in `b`. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>, without: ReadonlySet<string> = new Set()): number {
  let count = 0;
  for (const stem of a) if (b.has(stem) && !without.has(stem)) count++;
  return count;
}

/** Minimum number of stems that two passages share if they say the same, also as a share of the shorter one's. */
const MIN_COMMON = 2;
const MIN_SHARE = 0.6;
/** Whether two passages say the same, judged by their stems. */
export const saySame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  shared(a, b) >= Math.max(MIN_COMMON, MIN_SHARE * Math.min(a.size, b.size));

/** Sentences of a text that are compared with what is looked for: news tells it early. */
const MAX_COMPARED = 80;
/** The first of the sentences that have most stems of some words, if it has more than `least` of them and at least `share`. */
export function nearestSentence(text: string, wanted: string, least: number, share = 0.5): { start: number; end: number } | null {
  const stems = stemsOf(wanted);
  const most = Math.max(least, stems.size * share);
  if (most >= stems.size) return null;
  const counted = sentences(text)
    .slice(0, MAX_COMPARED)
    .map((sentence) => ({ sentence, common: shared(stems, stemsOf(sentence.text)) }));
  const nearest = counted.reduce((a, b) => (b.common > a.common ? b : a), {
    sentence: null as null | { start: number; end: number },
    common: most,
  });
  return nearest.sentence;
}
