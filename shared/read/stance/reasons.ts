/** Explains a machine's guess of a stance in words: the features that weigh most for it, by where they stand and what they are. */

/** Places of a document by the first word of a feature's name; a feature of a post has none. */
const PLACES: Readonly<Record<string, string>> = {
  title: "in the headline",
  headline: "in the headline",
  first: "in its first sentences",
  lead: "in its first sentences",
  near: "beside the words of the claim",
  best: "beside the words of the claim",
  window: "beside the words of the claim",
  distance: "beside the words of the claim",
  end: "at its end",
};
/** What a feature tells of, by the beginnings of words in its name. */
const SIGNS: readonly (readonly [beginnings: string, sign: string])[] = [
  ["fals hoax refute contradict untrue", "words that call something false"],
  ["deny denies denial", "words of denial"],
  ["negat not opposite", "a negation"],
  ["doubt disbelief unverified unsure request proof", "words of doubt"],
  ["ask question ?", "a question"],
  ["hedge hearsay report told sa according social official", "words that report what others say"],
  ["affirm confirm agree", "words that confirm something"],
  ["plain", "plain words, without a hedge"],
];
const MAX_REASONS = 3;

/** A sign and its place in words; null for a feature that says nothing by its name, such as a length. */
function inWords(name: string): string | null {
  const [place = "", ...words] = name.split(/[ :,]+|(?=\?)/);
  const isOf = (beginnings: string) => beginnings.split(" ").some((one) => words.some((word) => word.startsWith(one)));
  const sign = SIGNS.find(([beginnings]) => isOf(beginnings))?.[1];
  return sign === undefined || place === "claim" ? null : [sign, PLACES[place]].filter(Boolean).join(" ");
}

/** The reasons for a stance in words, weightiest first and at most three, from features by name with their weights (`stanceOf`). */
export function stanceReasons(weights: readonly { name: string; weight: number }[]): string[] {
  const found = weights.flatMap(({ name, weight }) => (weight > 0 ? (inWords(name) ?? []) : []));
  return [...new Set(found)].slice(0, MAX_REASONS);
}
