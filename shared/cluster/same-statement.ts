/** Whether two texts state the same in other words, asked of two that make no claim that is followed. By words at large alone: what an index holds changes. */

import { score } from "../match/score.ts";
import { statementOf } from "../match/statement.ts";
import { clean } from "../match/terms/clean.ts";
import { scaledIdf } from "../match/terms/idf.ts";
import { terms } from "../match/terms/terms.ts";
import { type Token, tokens } from "../match/terms/tokens.ts";
import { idOf, rowNumber } from "../model/id.ts";
import { languageOf } from "../text/language.ts";

const NOTHING = { claims: 0, frequency: new Map<string, number>() };
const weigh = scaledIdf(NOTHING);
/** The scaled idf of a rare word: at most one claim in 400 has it. */
const RARE = 0.76;
/** So many words a statement is looked up by, and so many letters are a long word: a longer one is not rarer. */
const [KEYS, LONG] = [2, 6];
/** Of each statement so much, by rarity, must be in the other text. Of 1,196 posts on 967 claims no two on different ones have 0.45 in common. */
const BOTH_WAYS = 0.65;

const OWN_SCRIPT = /^(?:ar|hi|ru)$/;

/** A text, made ready once to be compared with others. */
export interface Stated {
  text: string;
  lang: string | null;
  /** The sentence that says the most; null where there is none. */
  statement: string | null;
  said: Token[];
  all: ReadonlySet<string>;
}
export function stated(text: string, lang: string | null): Stated {
  const statement = statementOf(text);
  return { text, lang, statement, said: statement ? tokens(clean(statement).body, lang) : [], all: new Set(terms(text, lang)) };
}

/** The buckets in which others find what a text states: a number for each of its rarest words. */
export function statementBuckets(text: string): number[] {
  return keysOf(text).map((key) => rowNumber(idOf("t", "said", key)));
}
/**
 * Of the words that are rare at large the first two in an order that is the same for all texts, long ones before short ones, so that two with
 * words in common mostly share one: of 140 pairs that state the same 137 do. (Of the two longest 127; of the three longest 138, for a row more.)
 */
function keysOf(text: string): string[] {
  const lang = languageOf(text);
  // By English stems where others have Latin letters too: the language of one of two may be told wrongly.
  return [...new Set(terms(statementOf(text) ?? "", lang, OWN_SCRIPT.test(lang) ? lang : "en"))]
    .filter((term) => weigh(term) >= RARE)
    .map((term) => ({ term, length: Math.min(LONG, term.length), from: [...term].reverse().join("") }))
    .sort((a, b) => b.length - a.length || (a.from < b.from ? -1 : 1))
    .slice(0, KEYS)
    .map(({ term }) => term);
}

/** Whether a later text states what an earlier one does: neither leaves out much of what the other says or names somebody else, and the matcher would link it. */
export function statesTheSame(later: Stated, earlier: Stated): boolean {
  const { statement: text } = earlier;
  if (!text || !later.statement || coverage(later, earlier) < BOTH_WAYS || coverage(earlier, later) < BOTH_WAYS) return false;
  if (areOfTwo(later, earlier)) return false;
  return score(later.text, later.lang, [candidateOf(earlier, text)], NOTHING)[0]?.decision === "linked";
}

type Wording = Pick<Stated, "text" | "lang">;
/** Of these the most alike, and no more: so many share the most words, and two words are no statement. */
const [WEIGHED, SHARED] = [8, 3];

/** Of many the few that say much the same as a claim, likeliest first; `same`: whichever came first, the other states the same. */
export function mostAlike<T extends Wording>(claim: Wording, others: T[]): (T & { score: number; same: boolean })[] {
  const mine = stated(claim.text, claim.lang);
  return others
    .map((one) => ({ one, shared: terms(one.text, one.lang).filter((term) => mine.all.has(term)).length }))
    .filter(({ shared }) => shared >= SHARED)
    .sort((a, b) => b.shared - a.shared || (a.one.text < b.one.text ? -1 : 1))
    .slice(0, WEIGHED)
    .flatMap(({ one }) => {
      const theirs = stated(one.text, one.lang);
      const [found] = score(mine.text, mine.lang, [candidateOf(theirs, one.text)], NOTHING);
      if (!found || found.decision === "none") return [];
      return [{ ...one, score: found.score, same: statesTheSame(mine, theirs) || statesTheSame(theirs, mine) }];
    })
    .sort((a, b) => b.score - a.score);
}
const candidateOf = ({ lang }: Stated, text: string) => ({ claimId: "", ref: null, text, lang, phrasings: [], rank: 0 });

/** Share of what one text states that is in the other. */
function coverage({ said }: Stated, { all: there }: Stated): number {
  let [all, found] = [0, 0];
  for (const term of new Set(said.map((token) => token.term))) {
    all += weigh(term);
    if (there.has(term)) found += weigh(term);
  }
  return all && found / all;
}

/** Whether each of two texts states something of a rare name that the other has not, so that they are of two parties. */
export function areOfTwo(one: Stated, other: Stated): boolean {
  return namesBeyond(one, other) && namesBeyond(other, one);
}
function namesBeyond({ said }: Stated, { all }: Stated): boolean {
  return said.some(({ term, name }, i) => name && i > 0 && weigh(term) >= RARE && !all.has(term));
}
