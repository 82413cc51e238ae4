/** Whether a text has the words of a claim except for a negation: "will not close" for "will close". */
import { doubtsIn } from "../../changes/compare/cues.ts";
import { english } from "../../lang/index.ts";
import { terms } from "../terms/terms.ts";

/** The share of a claim's terms that the text must have. */
const MIN_SAME = 0.8;
/** How many other terms it may have at most. */
const MAX_MORE = 3;

/** Breaks between the statements of a text: "I will never laugh again: geese have eaten the lights". */
const BREAK = /[.:;!?](?=\s|$)|[。！？；：\n]/u;

/** Whether one of two statements negates what the other says in the same words. */
export function negatesWordForWord(text: string, claim: string, lang: string): boolean {
  const isNegated = (passage: string) => new Set(doubtsIn(passage, lang).negations.map(({ start }) => start)).size % 2 === 1;
  const claimTerms = new Set(terms(claim, lang));
  const sameStatements = text.split(BREAK).filter((statement) => {
    const own = new Set(terms(statement, lang));
    const shared = [...claimTerms].filter((term) => own.has(term)).length;
    return shared >= MIN_SAME * claimTerms.size && own.size <= claimTerms.size + MAX_MORE;
  });
  return sameStatements.length > 0 && sameStatements.every((statement) => isNegated(statement) !== isNegated(claim));
}

/** Breaks between clauses that are negated separately: "I cannot believe that geese have eaten the lights". */
const CLAUSE = new RegExp(`[.:;!?,](?=\\s|$)|[。！？；：，\\n]|\\s(?:${english.comparison.clauseBreaks})\\s`, "u");

/**
 * Whether the text negates the clause with the most words of a claim, and the claim is not negated: "Roe is not coming"
 * against "Roe to visit Osby".
 */
export function negatesBeside(text: string, claim: string, lang: string): boolean {
  const isNegated = (passage: string) => doubtsIn(passage, lang).negations.length > 0;
  if (!isNegated(text) || isNegated(claim)) return false;
  return isNegated(closestTo(claim, text.split(CLAUSE), lang).part);
}
/** The part of a text, the first one of several, that has most of the claim's terms, and how many it has. */
function closestTo(claim: string, parts: readonly string[], lang: string): { part: string; shared: number } {
  const claimTerms = new Set(terms(claim, lang));
  let closest = { part: "", shared: -1 };
  for (const part of parts) {
    const shared = new Set(terms(part, lang).filter((term) => claimTerms.has(term))).size;
    if (shared > closest.shared) closest = { part, shared };
  }
  return closest;
}

/** The share of a claim's terms that one sentence must have to state it plainly. */
const MIN_STATED = 0.4;
const SENTENCE = /(?<=[.!?](?=\s)|[。！？\n])/u;

/** The mark by which writers say that they meant the opposite: "Sure, and they put it in the milk /s". */
const IRONIC = new RegExp(`\\s(?:${english.stanceCues.ironic})[.!]{0,3}(?=\\s*$)`, "iu");
/** What each negation of a text negates: the two terms behind it, or the one before it at the end of a clause. */
const negatedIn = (text: string, lang: string): string[][] =>
  text.split(CLAUSE).flatMap((clause) =>
    doubtsIn(clause, lang).negations.map(({ start, end }) => {
      const behind = terms(clause.slice(end), lang).slice(0, 2);
      return behind.length > 0 ? behind : terms(clause.slice(0, start), lang).slice(-1);
    }),
  );

/** Whether a text negates a word of the claim, which is not negated: "by Roe and not Osby" against "Osby drew it". */
export function negatesTerm(text: string, claim: string, lang: string): boolean {
  const claimTerms = new Set(terms(claim, lang));
  const negatesClaim = ([next]: readonly string[]) => next !== undefined && claimTerms.has(next);
  return doubtsIn(claim, lang).negations.length === 0 && negatedIn(text, lang).some(negatesClaim);
}

/** Whether a claim is negated, and sentences that share its words negate nothing or other words: "no bar has nuts" against "nuts that are not on the label". */
export function negatesOther(text: string, claim: string, lang: string): boolean {
  const negatedByClaim = new Set(negatedIn(claim, lang).flat());
  if (negatedByClaim.size === 0) return false;
  const claimTerms = new Set(terms(claim, lang));
  const related = text.split(SENTENCE).filter((sentence) => terms(sentence, lang).some((term) => claimTerms.has(term)));
  const negations = related.flatMap((sentence) => negatedIn(sentence, lang));
  return negations.length === 0 || negations.some((negated) => !negated.some((term) => negatedByClaim.has(term)));
}

/**
 * Whether one sentence of a text has much of a claim, while neither a clause of it nor another sentence negates words of
 * the claim. If the claim is negated, they negate the same words.
 */
export function statesPlainly(text: string, claim: string, lang: string): boolean {
  const claimTerms = new Set(terms(claim, lang));
  const sentences = text.split(SENTENCE);
  const closest = closestTo(claim, sentences, lang);
  if (closest.shared < MIN_STATED * claimTerms.size || negatesBeside(text, claim, lang) || IRONIC.test(text)) return false;
  if (doubtsIn(claim, lang).negations.length > 0) return !negatesOther(text, claim, lang);
  const others = sentences.toSpliced(sentences.indexOf(closest.part), 1);
  const negates = (sentence: string) =>
    terms(sentence, lang).some((term) => claimTerms.has(term)) && doubtsIn(sentence, lang).negations.length > 0;
  return !negatesTerm(text, claim, lang) && !others.some(negates);
}
