import { areOneCountry } from "../countries.ts";
import { type Passage, sharedPart } from "../text/align.ts";
import { namePlacesAnyCase } from "../text/names/places.ts";
import { mentionsIn } from "../text/posts/account-mentions.ts";
import { overlapping } from "../text/words.ts";
import { chineseWordAt, isNameByForm, MAX_CHINESE_NAME } from "./compare/chinese-names.ts";
import { placeOf, samePlace } from "./compare/fact-place.ts";
import { type NameFound, sameName, spellsOut } from "./compare/names.ts";
import type { Pair, Side } from "./compare/pair.ts";
import type { Change, TextChangeDetector } from "./kind.ts";

/** A dateline, "DUBAI: " or "LONDON (", or the author in brackets: where and by whom a report was written, not what it reports. */
const DATELINE = /^[\p{Lu} -]{2,}(?::| [(–—-])|\)$/u;
/** The fraction of the rest of two sentences that must be equal if neither neighbour of a name is. */
const MIN_SAME_REST = 0.7;

function byCapitals({ parent, child }: Pair, passage: Passage): Change[] {
  const lang = parent.lang === "und" ? "en" : parent.lang;
  const missing = (own: Side, other: Side, which: "a" | "b") =>
    overlapping(own.names, passage[which])
      .filter((name) => !other.names.some((one) => sameName(name, one) || areOneCountry(wordsOf(name), wordsOf(one), lang)))
      .filter((name) => !mentions(other, name) && !DATELINE.test(own.plain.text.slice(name.start, name.end + 2)))
      .filter(({ start }) => !mentionsIn(own.plain.text).some((account) => account.start === start))
      .map((name) => ({ name, place: placeOf(passage, which, name.start, name.end) }));
  const gone = missing(parent, child, "a");
  const come = missing(child, parent, "b");
  const used = new Set<NameFound>();
  const rest = sharedPart(passage);
  return gone.flatMap(({ name, place }) => {
    // A handle may belong to anybody, so only another handle can replace it.
    const isHandle = (one: NameFound) => one.words.some((word) => word.startsWith("@"));
    const free = come.filter((one) => !used.has(one.name) && isHandle(one.name) === isHandle(name));
    const found =
      free.find((one) => samePlace(place, one.place) === 2) ??
      free.find((one) => samePlace(place, one.place) === 1) ??
      // The subject of a sentence whose verb changed too, while the rest stayed the same.
      (speaks(parent, name)
        ? undefined
        : free.find(
            (one) =>
              place.first && one.place.first && place.before === one.place.before && !speaks(child, one.name) && rest >= MIN_SAME_REST,
          ));
    if (!found) return [];
    used.add(found.name);
    return [{ was: name, now: found.name, at: found.name.start }];
  });
}
const wordsOf = ({ words }: NameFound) => words.join(" ");
/** Whether the name belongs to a credit: another person may say the same. */
function speaks(side: Side, name: NameFound): boolean {
  return side.credits.some((credit) => credit.start <= name.start && name.end <= credit.end);
}
/** A name of at most this many letters may occur in a longer word by chance: "Li" in "believe". */
const MAX_CHANCE = 3;
/** Whether a text has a name's last word in any spelling, or its words in full. */
function mentions(side: Side, name: NameFound): boolean {
  const { text } = side.plain;
  const last = name.words.at(-1) ?? "";
  const isThere = last.length > MAX_CHANCE ? text.toLowerCase().includes(last.toLowerCase()) : !namePlacesAnyCase(text, last).next().done;
  return isThere || spellsOut(text, wordsOf(name));
}

function byForm({ parent, child }: Pair, passage: Passage): Change[] {
  return passage.gaps.flatMap((gap): Change[] => {
    const word = (side: Side, words: Passage["a"]): { start: number; end: number; text: string; after: string } | null => {
      const first = words[0];
      const last = words.at(-1);
      if (!first || !last || words.length > MAX_CHINESE_NAME || words.some((one) => one.kind !== "character")) return null;
      const found = chineseWordAt(side.plain.text, first.start, last.end);
      return { ...found, text: side.plain.text.slice(found.start, found.end), after: side.plain.text.slice(found.end, found.end + 3) };
    };
    const was = word(parent, passage.a.slice(gap.fromA, gap.toA));
    const now = word(child, passage.b.slice(gap.fromB, gap.toB));
    if (!was || !now || was.text === now.text) return [];
    if (!isNameByForm(was.text, was.after) || !isNameByForm(now.text, now.after)) return [];
    if (child.plain.text.includes(was.text) || parent.plain.text.includes(now.text)) return [];
    return [{ was: { start: was.start, end: was.end }, now: { start: now.start, end: now.end }, at: now.start }];
  });
}

/** Between languages, only names that no language translates are compared: handles, and words with digits or inner capitals. */
const UNTRANSLATED = /^@|\d|\p{Ll}\p{Lu}/u;
function acrossLanguages({ parent, child }: Pair): Change[] {
  const left = (own: Side, other: Side) =>
    own.names.filter((name) => name.words.some((word) => UNTRANSLATED.test(word)) && !mentions(other, name));
  const gone = left(parent, child);
  const come = left(child, parent);
  const was = gone[0];
  const now = come[0];
  return gone.length === 1 && come.length === 1 && was && now ? [{ was, now, at: now.start }] : [];
}

/** The child has another name in the same place. */
export const name_changed = {
  kind: "name_changed",
  acrossLanguages: true,
  detect: (pair) =>
    pair.sameLanguage
      ? pair.alignment.passages.flatMap((passage) => [...byCapitals(pair, passage), ...byForm(pair, passage)])
      : acrossLanguages(pair),
} satisfies TextChangeDetector;
