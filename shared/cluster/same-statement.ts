/**
 * Decides whether two texts that make no known claim state the same in other words. Uses only the background corpus,
 * because the counts of the index change.
 */

import { score } from "../match/score.ts";
import { statementOf } from "../match/statement.ts";
import { clean } from "../match/terms/clean.ts";
import { scaledIdf } from "../match/terms/idf.ts";
import { terms } from "../match/terms/terms.ts";
import { type Token, tokens } from "../match/terms/tokens.ts";
import { idOf, rowNumber } from "../model/id.ts";
import { languageOf } from "../text/language.ts";
import { LastEntries } from "../text/once-per.ts";

const NOTHING = { claims: 0, frequency: new Map<string, number>() };
const weigh = scaledIdf(NOTHING);
/** The scaled idf of a rare word: at most one claim in 400 has it. */
const MIN_RARE_IDF = 0.76;
/** Number of words under which a statement is indexed. */
const MAX_KEYS = 2;
/** From this number of letters on, longer words do not count as rarer. */
const LONG_WORD = 6;
/** Minimum fraction of each statement, weighted by idf, that the other text must contain. */
const MIN_COVERAGE = 0.65;

const OWN_SCRIPT = /^(?:ar|hi|ru)$/;

/** A text, prepared for comparison with others. */
interface Stated {
  text: string;
  lang: string | null;
  /** Its main statement; null if there is none. */
  statement: string | null;
  said: readonly Token[];
  all: ReadonlySet<string>;
}
/** Prepares a text for comparison with others. */
export function stated(text: string, lang: string | null): Stated {
  const statement = statementOf(text);
  return { text, lang, statement, said: statement ? tokens(clean(statement).body, lang) : [], all: new Set(terms(text, lang)) };
}

/** The buckets of the last posts: several steps ask for those of one post. */
const recent = new LastEntries<string, readonly number[]>(100);
const MAX_KEPT = 2_000;
/** The buckets by which other texts find a statement: one for each of its rarest words. */
export function statementBuckets(text: string): readonly number[] {
  const buckets = () => keysOf(text).map((key) => rowNumber(idOf("t", "said", key)));
  return text.length > MAX_KEPT ? buckets() : recent.of(text, buckets);
}
/**
 * The first two rare words, in an order that is the same for all texts (long words first), so that two texts with common words mostly share one.
 * A third word would find hardly more, and costs one more row.
 */
function keysOf(text: string): string[] {
  const lang = languageOf(text);
  // Latin letters get English stems, because the language of one of two texts may be guessed wrongly.
  return [...new Set(terms(statementOf(text) ?? "", lang, OWN_SCRIPT.test(lang) ? lang : "en"))]
    .filter((term) => weigh(term) >= MIN_RARE_IDF)
    .map((term) => ({ term, length: Math.min(LONG_WORD, term.length), from: [...term].reverse().join("") }))
    .sort((a, b) => b.length - a.length || (a.from < b.from ? -1 : 1))
    .slice(0, MAX_KEYS)
    .map(({ term }) => term);
}

/**
 * Whether a later text states the same as an earlier one: each has most of the other's words, they are not about two
 * parties, and the matcher would link it.
 */
export function statesTheSame(later: Stated, earlier: Stated): boolean {
  const { statement: text } = earlier;
  if (!text || !later.statement || coverage(later, earlier) < MIN_COVERAGE || coverage(earlier, later) < MIN_COVERAGE) return false;
  if (areAboutTwoParties(later, earlier)) return false;
  return score(later.text, later.lang, [candidateOf(earlier, text)], NOTHING)[0]?.decision === "linked";
}

type Wording = Pick<Stated, "text" | "lang">;
/** Maximum number of texts that are scored, those with the most shared words first. */
const MAX_SCORED = 8;
/** Minimum number of words that a text shares with the statement. */
const MIN_SHARED_WORDS = 3;

/** The texts that are similar to a claim, likeliest first; `same`: one states the same as the other, in either order. */
export function mostAlike<T extends Wording>(claim: Wording, others: T[]): (T & { score: number; same: boolean })[] {
  const mine = stated(claim.text, claim.lang);
  return others
    .map((one) => ({ one, shared: terms(one.text, one.lang).filter((term) => mine.all.has(term)).length }))
    .filter(({ shared }) => shared >= MIN_SHARED_WORDS)
    .sort((a, b) => b.shared - a.shared || (a.one.text < b.one.text ? -1 : 1))
    .slice(0, MAX_SCORED)
    .flatMap(({ one }) => {
      const theirs = stated(one.text, one.lang);
      const [found] = score(mine.text, mine.lang, [candidateOf(theirs, one.text)], NOTHING);
      if (!found || found.decision === "none") return [];
      return [{ ...one, score: found.score, same: statesTheSame(mine, theirs) || statesTheSame(theirs, mine) }];
    })
    .sort((a, b) => b.score - a.score);
}
/** Minimum share of one of two wordings, weighted by idf, that the other has if both may be on one story. */
const MIN_ALIKE = 0.5;
/** Groups wordings that may be on one story, in their order. It asks for less than `mostAlike`, and costs less. */
export function groupAlike<T extends Wording>(wordings: readonly T[]): T[][] {
  const groups: { one: T; said: Stated }[][] = [];
  for (const one of wordings) {
    const said = stated(one.text, one.lang);
    const isAlike = (other: Stated) =>
      Math.max(coverage(said, other), coverage(other, said)) >= MIN_ALIKE && !areAboutTwoParties(said, other);
    const group = groups.find((members) => members.some((member) => isAlike(member.said)));
    if (group) group.push({ one, said });
    else groups.push([{ one, said }]);
  }
  return groups.map((members) => members.map(({ one }) => one));
}
const candidateOf = ({ lang }: Stated, text: string) => ({ claimId: "", ref: null, text, lang, phrasings: [], rank: 0 });

/** The fraction of one text's statement that is in the other, weighted by idf. */
function coverage({ said }: Stated, { all: there }: Stated): number {
  let all = 0;
  let found = 0;
  for (const term of new Set(said.map((token) => token.term))) {
    all += weigh(term);
    if (there.has(term)) found += weigh(term);
  }
  return all && found / all;
}

/** Whether each of two texts has a rare name that the other lacks, so that they are about two parties. */
export function areAboutTwoParties(one: Stated, other: Stated): boolean {
  return namesBeyond(one, other) && namesBeyond(other, one);
}
function namesBeyond({ said }: Stated, { all }: Stated): boolean {
  return said.some(({ term, name }, i) => name && i > 0 && weigh(term) >= MIN_RARE_IDF && !all.has(term));
}
