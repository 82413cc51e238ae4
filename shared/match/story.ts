/**
 * Story words: words that at least two pages on a claim share and that its wordings lack. An English post with some of them may be on the claim,
 * however it is worded. A person decides, because other texts on the same people have them too.
 */

import { sumOf } from "../collections.ts";
import { logistic } from "../logistic.ts";
import { isStopWord } from "../text/stop-words.ts";
import type { RawCandidate, ScoredCandidate } from "./index.ts";
import weights from "./story-weights.json" with { type: "json" };
import { backgroundIdf } from "./terms/background-corpus.ts";
import { clean } from "./terms/clean.ts";
import { type LookupWord, lookupWords } from "./terms/terms.ts";
import { type Token, tokens } from "./terms/tokens.ts";

/** How much of a page is read, in UTF-16 units. */
export const STORY_LENGTH = 1500;
/** Maximum number of story words of a claim. */
const MAX_STORY_WORDS = 60;
/** Minimum idf of a story word. */
const MIN_IDF = 0.5;
/** Bonus of a name or a number over its idf. */
const NAMED_BONUS = 0.3;
/** Minimum share of the pages that write a word as a name for it to count as one. */
const MIN_NAMED_SHARE = 0.6;
/** How many of a story's first words are used to find posts. */
const STORY_KEYS = 16;
/** How many of the claim's own words are used to find them. */
const CLAIM_KEYS = 4;
/** How many of these words a post must have. */
const MIN_KEYS = 2;
const MIN_PREFIX = 4;

/** A claim and its story words, best first. */
export interface Story {
  claim: RawCandidate;
  words: string[];
}
type Worded = Pick<RawCandidate, "text" | "phrasings" | "lang">;

/** The words of an English text, by their terms. */
function wordsOf(text: string): Map<string, Token> {
  const found = new Map<string, Token>();
  for (const token of tokens(clean(text).body, "en")) {
    const { term, name } = token;
    if (term.length > 1 && !isStopWord(term, "en") && (!found.has(term) || !name)) found.set(term, token);
  }
  return found;
}
const ownWords = ({ text, phrasings }: Worded) => wordsOf([text, ...phrasings].join("\n"));

/** The words that at least two English pages share and a claim lacks: first the names, numbers and rare words that most pages have. */
export function storyWords(claim: Worded, texts: readonly string[]): string[] {
  const own = ownWords(claim);
  const pages = [...new Set(texts)].map(wordsOf);
  const found = Map.groupBy(
    pages.flatMap((page) => [...page.values()]),
    ({ term }) => term,
  );
  return [...found]
    .filter(([term, all]) => all.length > 1 && !own.has(term) && backgroundIdf(term) >= MIN_IDF)
    .map(([term, all]) => {
      const isNamed = all[0]?.number !== null || all.filter(({ name }) => name).length >= MIN_NAMED_SHARE * all.length;
      return { term, at: backgroundIdf(term) * (all.length / pages.length) + (isNamed ? NAMED_BONUS : 0) };
    })
    .sort((a, b) => b.at - a.at || (a.term < b.term ? -1 : 1))
    .slice(0, MAX_STORY_WORDS)
    .map(({ term }) => term);
}

/** The words by which posts on a story are found; a post must have two of them. */
export const storyKeys = ({ claim, words }: Pick<Story, "claim" | "words">): LookupWord[] => [
  ...words.slice(0, STORY_KEYS).map((word) => ({ word, isPrefix: word.length >= MIN_PREFIX && !/\d/.test(word) })),
  ...lookupWords(claim.text, claim.lang).slice(0, CLAIM_KEYS),
];

export const STORY_FEATURES = ["lead", "words"] as const;
interface StoryMatch {
  story: Story;
  /**
   * In the order of `STORY_FEATURES`: the idf of the words of story and claim in the post, as a lead over the next
   * story; the number of story words.
   */
  x: number[];
  /** The story words that the post has, as it writes them. */
  shared: string[];
}
/** What a post shares with stories, likeliest first. Only stories with two keys in the post are listed. */
export function storyMatches(text: string, stories: readonly Story[]): StoryMatch[] {
  const post = wordsOf(text);
  const written = [...post.values()].map(({ shown }) => shown.toLowerCase());
  const sum = (terms: Iterable<string>) => sumOf(terms, (term) => (post.has(term) ? backgroundIdf(term) : 0));
  const all = stories.map((story) => {
    return { story, own: sum(story.words) + sum(ownWords(story.claim).keys()) };
  });
  all.sort((a, b) => b.own - a.own);
  return all.flatMap(({ story, own }, i) => {
    const has = story.words.flatMap((term) => post.get(term)?.shown ?? []);
    const keys = storyKeys(story).filter(({ word, isPrefix }) =>
      written.some((one) => (isPrefix ? one.startsWith(word) : one === word || post.has(word))),
    );
    if (!has.length || keys.length < MIN_KEYS) return [];
    const other = all[i ? 0 : 1]?.own ?? 0;
    return [{ story, shared: has, x: [own - other, Math.log1p(story.words.length)] }];
  });
}

const fitted = { intercept: weights.intercept, ...weights.weights };
/** Maximum number of story words in the reasons. */
const MAX_SHOWN = 6;
/** The claim that an English post is likely on, by the words of its pages; null if there is none. */
export function suggestedByStory(text: string, stories: readonly Story[]): ScoredCandidate | null {
  const [first] = storyMatches(text, stories)
    .map((match) => ({ ...match, score: logistic(fitted, STORY_FEATURES, match.x) }))
    .sort((a, b) => b.score - a.score);
  if (!first || first.score < weights.suggested) return null;
  const { story, score, shared } = first;
  const reasons = [`shares ${shared.slice(0, MAX_SHOWN).join(", ")} with pages on this claim`];
  return { ...story.claim, score, decision: "suggested", differs: false, reasons };
}
