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
  const theirs = new Set(terms(claim, lang));
  const saying = text.split(BREAK).filter((part) => {
    const mine = new Set(terms(part, lang));
    return [...theirs].filter((term) => mine.has(term)).length >= MIN_SAME * theirs.size && mine.size <= theirs.size + MAX_MORE;
  });
  return saying.length > 0 && saying.every((part) => isNegated(part) !== isNegated(claim));
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
  const theirs = new Set(terms(claim, lang));
  const clauses = text
    .split(CLAUSE)
    .map((clause) => ({ clause, shared: new Set(terms(clause, lang).filter((term) => theirs.has(term))).size }));
  return isNegated(clauses.reduce((a, b) => (b.shared > a.shared ? b : a)).clause);
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
  const theirs = new Set(terms(claim, lang));
  return doubtsIn(claim, lang).negations.length === 0 && negatedIn(text, lang).some(([next]) => next !== undefined && theirs.has(next));
}

/** Whether a claim is negated, and sentences that share its words negate nothing or other words: "no bar has nuts" against "nuts that are not on the label". */
export function negatesOther(text: string, claim: string, lang: string): boolean {
  const theirs = new Set(negatedIn(claim, lang).flat());
  if (theirs.size === 0) return false;
  const words = new Set(terms(claim, lang));
  const mine = text.split(SENTENCE).flatMap((one) => (terms(one, lang).some((term) => words.has(term)) ? negatedIn(one, lang) : []));
  return mine.length === 0 || mine.some((negated) => !negated.some((term) => theirs.has(term)));
}

/**
 * Whether one sentence of a text has much of a claim, while neither a clause of it nor another sentence negates words of
 * the claim. If the claim is negated, they negate the same words.
 */
export function statesPlainly(text: string, claim: string, lang: string): boolean {
  const theirs = new Set(terms(claim, lang));
  const sentences = text.split(SENTENCE).map((sentence) => {
    const shared = new Set(terms(sentence, lang).filter((term) => theirs.has(term))).size;
    return { shared, negates: shared > 0 && doubtsIn(sentence, lang).negations.length > 0 };
  });
  const saying = sentences.reduce((a, b) => (b.shared > a.shared ? b : a));
  if (saying.shared < MIN_STATED * theirs.size || negatesBeside(text, claim, lang) || IRONIC.test(text)) return false;
  if (doubtsIn(claim, lang).negations.length > 0) return !negatesOther(text, claim, lang);
  return !negatesTerm(text, claim, lang) && sentences.every((one) => one === saying || !one.negates);
}
