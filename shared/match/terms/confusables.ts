/**
 * Look-alike letters inside Latin words: "Mаverick" with a Cyrillic а is the word maverick. A small part of the skeletons of
 * UTS #39 (https://www.unicode.org/reports/tr39/): Cyrillic and Greek letters, lower-case, that look Latin in either case.
 */
const PAIRS = "аa еe оo рp сc уy хx іi їi јj ѕs һh ԁd ԛq ԝw ӏl кk мm тt нh вb ьb ѵv αa οo ρp νv ιi κk τt υu χx βb ηn εe ζz μm γy ϲc ϳj";
const skeleton = new Map(PAIRS.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]));

const FOREIGN = /[\u0370-\u03ff\u0400-\u052f]/;
const EACH = /[\u0370-\u03ff\u0400-\u052f]/g;

/** A folded word with its look-alikes made Latin, when it mixes them with Latin letters; any other word unchanged. */
export function unmask(word: string): string {
  if (!FOREIGN.test(word) || !/[a-z]/.test(word)) return word;
  return word.replace(EACH, (char) => skeleton.get(char) ?? char);
}
