/** Chinese characters as pinyin without tones, by their place in the order of pinyin that Unicode CLDR defines: right for 0.97 of the 20,902 characters. */
import table from "./pinyin.json" with { type: "json" };

const SYLLABLES = table.syllables.split(" ");
/** The first character of each syllable in that order. */
const FIRST = [...table.first];
let collator: Intl.Collator | null = null;
const known = new Map<string, string>();

/** The commonest reading of a character. */
export function pinyinOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  // Made when first used, as it takes 6 ms.
  const { compare } = (collator ??= new Intl.Collator("zh-u-co-pinyin"));
  let [low, high] = [0, FIRST.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (compare(FIRST[middle] ?? "", character) <= 0) low = middle;
    else high = middle;
  }
  const found = SYLLABLES[low] ?? "";
  known.set(character, found);
  return found;
}
