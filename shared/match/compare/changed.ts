/** Finds where a text states the claim with another name or number. Only capitals in the claim count, not those in the text. */

import { sumOf } from "../../collections.ts";
import { english } from "../../lang/index.ts";
import { isNumberWord } from "../../text/numbers.ts";
import type { Idf, Prepared } from "../prepare.ts";
import { baseLang, type Token, UNSPACED } from "../terms/tokens.ts";
import { type Gap, gaps } from "./align.ts";
import { follows, isName, MAX_NAME_WORDS, MIN_NAME_IDF, numbersName, sameName, TIMES } from "./names.ts";
import { haveOneHead } from "./word-forms.ts";

export interface Change {
  kind: "name" | "number";
  /** The words as each side writes them. */
  text: string;
  claim: string;
}

/** Minimum share of the rest of the claim that the text must have for one word to replace another. */
const MIN_REST = 0.6;
/** The same if only one neighbour is equal. */
const MIN_REST_AT_END = 0.75;
/** From this share on (in order), the text has the claim word for word except for the name. */
const VERBATIM_REST = 0.9;
/** What comparing one claim with a text needs. */
interface Comparison {
  text: Prepared;
  claim: readonly Token[];
  /** The terms of the claim's text. */
  own: ReadonlySet<string>;
  /** The terms of the claim's phrasings, which are no replacements. */
  elsewhere: { has(term: string): boolean };
  /** The terms that the candidates write as names. */
  named: { has(term: string): boolean };
  isNamelike: (token: Token) => boolean;
}

/**
 * The names and numbers of a claim (as tokens) that the text replaces by others. `elsewhere` are the terms of the claim's phrasings, `named`
 * those that the candidates write as names.
 */
export function changes(
  text: Prepared,
  claim: readonly Token[],
  elsewhere: { has(term: string): boolean },
  named: { has(term: string): boolean },
  idf: Idf,
): Change[] {
  const found = claim.filter((token) => text.weight.has(token.term)).length;
  if (found === claim.length || found < MIN_REST * Math.max(1, claim.length - MAX_NAME_WORDS)) return [];
  const rarest = claim.reduce<Token | null>(
    (best, token) => (text.positions.has(token.term) && (!best || idf(token.term) > idf(best.term)) ? token : best),
    null,
  );
  const own = new Set(claim.map((token) => token.term));
  // Only English has word frequencies. In another language that capitalises names, a rare word counts as a name only if it has a capital.
  const isKnown =
    baseLang(text.lang) === "en" || UNSPACED.test(claim[0]?.term ?? "") || (isGerman(text) && !text.tokens.some(({ name }) => name));
  const isNamelike = (token: Token) => named.has(token.term) || (idf(token.term) >= MIN_NAME_IDF && (isKnown || token.name));
  const comparison: Comparison = { text, claim, own, elsewhere, named, isNamelike };
  const apart = gaps(claim, text.tokens, text.positions.get(rarest?.term ?? "")?.[0] ?? 0);
  const inOrder = claim.length - sumOf(apart, ({ from, to }) => to - from);
  const out = apart.flatMap((gap) => {
    const rest = inOrder / Math.max(1, claim.length - (gap.to - gap.from));
    return rest < MIN_REST ? [] : changesInGap(comparison, gap, rest);
  });
  const lone = loneNumber(comparison, out);
  return lone ? [...out, lone] : out;
}

const isGerman = ({ lang }: Prepared) => baseLang(lang) === "de";

/** The changes in one passage without a counterpart; `rest` is the share of the rest of the claim that the text has in order. */
function changesInGap(comparison: Comparison, gap: Gap, rest: number): Change[] {
  const { text, claim } = comparison;
  const { from, to } = gap;
  const opens = from === 0;
  const closes = to === claim.length;
  // Beyond the claim's ends the text goes on in its own words; only the adjacent ones can replace the claim's.
  const isShortOpening = gap.start === 0 && gap.end <= MAX_NAME_WORDS;
  const start = opens && !isShortOpening ? Math.max(gap.start, gap.end - (to - from)) : gap.start;
  const end = closes ? Math.min(gap.end, gap.start + (to - from)) : gap.end;
  const instead = text.tokens.slice(start, end);
  const name = nameIn(comparison, { from, to, start, end, instead, opens, closes, rest });
  return [...numbersIn(comparison, claim.slice(from, to), instead), ...(name ? [name] : [])];
}

/** Numbers of the claim's passage with another number in their place. */
function numbersIn(comparison: Comparison, missing: readonly Token[], instead: readonly Token[]): Change[] {
  const { text, own } = comparison;
  let numbers = instead.filter((token) => token.number !== null && !own.has(token.term));
  return missing.flatMap((token) => {
    if (token.number === null || text.numbers.has(token.term)) return [];
    const other = numbers.find((one) => isYear(one) === isYear(token));
    if (!other) return [];
    numbers = numbers.filter((one) => one !== other);
    return [numberChange(comparison, other, token)];
  });
}

/** One number for another. As part of the same name it makes another name: "Kestrel-4" for "Kestrel-3". */
function numberChange({ text, claim, named }: Comparison, mine: Token, theirs: Token): Change {
  const at = claim.indexOf(theirs);
  const name = claim[at - 1];
  const before = text.tokens[text.tokens.indexOf(mine) - 1];
  const isPart = name && before && name.term === before.term && numbersName(claim, at, text.lang, named);
  return isPart
    ? { kind: "name", text: `${before.shown} ${mine.shown}`, claim: `${name.shown} ${theirs.shown}` }
    : { kind: "number", text: mine.shown, claim: theirs.shown };
}

/** A passage [from, to) of the claim, and the text's words [start, end) in its place. */
interface Replacement {
  from: number;
  to: number;
  start: number;
  end: number;
  instead: readonly Token[];
  /** Whether the passage begins or ends the claim. */
  opens: boolean;
  closes: boolean;
  rest: number;
}

/** Another name in place of the claim's; null for none. */
function nameIn({ text, claim, own, elsewhere, isNamelike }: Comparison, replacement: Replacement): Change | null {
  const { from, to, start, end, instead, opens, closes, rest } = replacement;
  const missing = claim.slice(from, to);
  const counts = ({ shown }: Token) => isNumberWord(shown, baseLang(text.lang));
  const names = missing.filter((token, i) => isName(claim, from + i, isNamelike) && !counts(token));
  const last = missing.at(-1);
  const next = claim[to];
  // "BREAKING: Osterby Water": words before punctuation are not part of the name.
  const words = instead.filter(
    (token, i) => token.number === null && !counts(token) && !instead.slice(i + 1).some((later) => later.name && !later.joined),
  );
  // "Trump" is "Donald Trump", but "Melania Trump" is somebody else, as is "Osterby Water" for "Norvik Water".
  const another = rest > VERBATIM_REST && !TITLE.test(last?.shown ?? "") && isFirst(words.at(-1), text.tokens[end]);
  const there = last?.name && next?.name && next.joined && !TIMES.test(next.shown) && !/['’]s$/.test(last.shown) && !another;
  // "Bernie, the idiot" is still Bernie Sanders: only a word joined to a first name can be another last name.
  const first = missing[0];
  if (first && first === names[0] && claim[from - 1]?.name && follows(claim, from) && !follows(text.tokens, start)) return null;
  if (!names.length || there || !words.length || words.length > MAX_NAME_WORDS || words.length > missing.length + 2) return null;
  // Words of the claim's phrasings are no other name, and neither are other forms of it. A name or word that stands elsewhere has only moved.
  if (words.some((token) => own.has(token.term))) return null;
  // "Lindenstraße" replaces the claim's "Hauptstraße", whatever it stands beside.
  const absent = isGerman(text) ? claim.filter((token, i) => (i < from || i >= to) && !text.weight.has(token.term)) : [];
  if (words.some(({ term }) => absent.some((other) => haveOneHead(term, other.term)))) return null;
  if (words.every((token) => elsewhere.has(token.term) && !own.has(token.term)) || sameName(words, names)) return null;
  const isUnspaced = UNSPACED.test(names[0]?.term ?? "");
  const whole = names.length === missing.length && words.length <= names.length + 1 && !opens && !closes;
  if (names.some((token) => text.weight.has(token.term)) && !(whole && rest > MIN_REST_AT_END)) return null;
  const verbatim = rest > VERBATIM_REST && (whole || words.some(isNamelike));
  const begins = opens && start === 0;
  if (!words.every(isNamelike) && !verbatim && !(begins && isUnspaced)) return null;
  if ((opens || closes) && !begins && rest <= MIN_REST_AT_END) return null;
  return { kind: "name", text: shownOf(words), claim: shownOf(isUnspaced ? missing : names) };
}
const shownOf = (list: readonly Token[]) => list.map((token) => token.shown).join(UNSPACED.test(list[0]?.term ?? "") ? "" : " ");

/** If the words and their order differ, numbers have no place. Then a change is the only number that each side has and the other lacks. */
function loneNumber(comparison: Comparison, found: readonly Change[]): Change | null {
  const { text, claim, own, elsewhere } = comparison;
  const onlyOne = (list: readonly Token[], there: { has(term: string): boolean }) => {
    const numbers = new Map(list.flatMap((token) => (token.number !== null && !there.has(token.term) ? [[token.term, token]] : [])));
    return numbers.size === 1 ? [...numbers.values()][0] : undefined;
  };
  const theirs = onlyOne(claim, text.numbers);
  const mine = onlyOne(text.tokens, own);
  if (!theirs || !mine || isYear(theirs) !== isYear(mine) || elsewhere.has(mine.term)) return null;
  return found.some((change) => change.text.endsWith(mine.shown)) ? null : numberChange(comparison, mine, theirs);
}

/** Titles and other words before a name: "Mayor Selby", "Embattled Selby". */
const TITLE = new RegExp(`^(?:${english.grammar.titles}|${english.parties.roles}|.*(?:${english.comparison.titleEndings}))$`, "iu");
/** Whether a word of the text looks like the first part of a name that the next one continues. */
const isFirst = (token: Token | undefined, next: Token | undefined) =>
  token?.name && next?.name && next.joined && !/['’]s$/i.test(token.shown) && !TITLE.test(token.shown);
const isYear = ({ shown }: Token) => /^(?:19|20)\p{N}{2}$/u.test(shown);
