/** Where a text says what a claim says, with another name or number in place. Only the claim's capitals count, not the text's. */
import { english } from "../../lang/index.ts";
import type { Prepared, Rarity } from "../prepare.ts";
import { type Token, UNSPACED } from "../terms/tokens.ts";
import { gaps } from "./align.ts";
import { follows, isName, MAX_NAME_WORDS, MIN_NAME_IDF, numbersName, sameName, TIMES } from "./names.ts";

export interface Change {
  kind: "name" | "number";
  /** The words as each side writes them. */
  text: string;
  claim: string;
}

/** Least share of the rest of the claim that the text has, for one word to replace another. */
const MIN_REST = 0.6;
/** The same where only one neighbour is equal. */
const MIN_REST_AT_END = 0.75;
/** From this share in order on, the text has the claim word for word except the name. */
const VERBATIM_REST = 0.9;
/**
 * The names and numbers of a claim (as tokens) that the text replaces by others. `elsewhere` are the words of the claim's phrasings, which
 * are no replacements. `named` are the words that the candidates write as names.
 */
export function changes(
  text: Prepared,
  claim: Token[],
  elsewhere: { has(term: string): boolean },
  named: { has(term: string): boolean },
  rarity: Rarity,
): Change[] {
  const found = claim.filter((token) => text.weight.has(token.term)).length;
  if (found === claim.length || found < MIN_REST * Math.max(1, claim.length - MAX_NAME_WORDS)) return [];
  const rarest = claim.reduce<Token | null>(
    (best, token) => (text.positions.has(token.term) && (!best || rarity(token.term) > rarity(best.term)) ? token : best),
    null,
  );
  const own = new Set(claim.map((token) => token.term));
  const out: Change[] = [];
  // Another number that is part of the same name makes another name: "Kestrel-4" for "Kestrel-3".
  const numberFor = (mine: Token, theirs: Token): Change => {
    const at = claim.indexOf(theirs);
    const [name, before] = [claim[at - 1], text.tokens[text.tokens.indexOf(mine) - 1]];
    const whole = name && before && name.term === before.term && numbersName(claim, at, text.lang, named);
    return whole
      ? { kind: "name", text: `${before.shown} ${mine.shown}`, claim: `${name.shown} ${theirs.shown}` }
      : { kind: "number", text: mine.shown, claim: theirs.shown };
  };
  const shown = (list: Token[]) => list.map((token) => token.shown).join(UNSPACED.test(list[0]?.term ?? "") ? "" : " ");
  const namelike = (token: Token) => named.has(token.term) || rarity(token.term) >= MIN_NAME_IDF;
  const apart = gaps(claim, text.tokens, text.positions.get(rarest?.term ?? "")?.[0] ?? 0);
  const inOrder = claim.length - apart.reduce((sum, { from, to }) => sum + to - from, 0);
  for (const gap of apart) {
    const { from, to } = gap;
    const rest = inOrder / Math.max(1, claim.length - (to - from));
    if (rest < MIN_REST) continue;
    const opens = from === 0;
    const closes = to === claim.length;
    // Beyond the claim's ends the text has words of its own: only those next to it replace the claim's.
    const start =
      opens && gap.start === 0 && gap.end <= MAX_NAME_WORDS ? 0 : opens ? Math.max(gap.start, gap.end - (to - from)) : gap.start;
    const end = closes ? Math.min(gap.end, gap.start + (to - from)) : gap.end;
    const instead = text.tokens.slice(start, end);
    const missing = claim.slice(from, to);
    let numbers = instead.filter((token) => token.number !== null && !own.has(token.term));
    for (const token of missing) {
      if (token.number === null || text.numbers.has(token.term)) continue;
      const other = numbers.find((one) => isYear(one) === isYear(token));
      if (!other) continue;
      numbers = numbers.filter((one) => one !== other);
      out.push(numberFor(other, token));
    }
    const names = missing.filter((_, i) => isName(claim, from + i, namelike));
    const last = missing.at(-1);
    const next = claim[to];
    // "BREAKING: Osterby Water": words before punctuation are not part of the name.
    const words = instead.filter((token, i) => token.number === null && !instead.slice(i + 1).some((later) => later.name && !later.joined));
    // "Trump" is "Donald Trump", but "Melania Trump" is somebody else, as is "Osterby Water" for "Norvik Water".
    const another = rest > VERBATIM_REST && !TITLE.test(last?.shown ?? "") && isFirst(words.at(-1), text.tokens[end]);
    const there = last?.name && next?.name && next.joined && !TIMES.test(next.shown) && !/['’]s$/.test(last.shown) && !another;
    // "Bernie, the idiot" is still Bernie Sanders: only a word joined to a first name can be another last name.
    const first = missing[0];
    if (first && first === names[0] && claim[from - 1]?.name && follows(claim, from) && !follows(text.tokens, start)) continue;
    if (!names.length || there || !words.length || words.length > MAX_NAME_WORDS || words.length > missing.length + 2) continue;
    // Words of the claim's phrasings are no other name, nor are other forms of it; a name or word that stands elsewhere has only moved.
    if (words.some((token) => own.has(token.term))) continue;
    if (words.every((token) => elsewhere.has(token.term) && !own.has(token.term)) || sameName(words, names)) continue;
    const whole = names.length === missing.length && words.length <= names.length + 1 && !opens && !closes;
    if (names.some((token) => text.weight.has(token.term)) && !(whole && rest > MIN_REST_AT_END)) continue;
    const verbatim = rest > VERBATIM_REST && (whole || words.some(namelike));
    if (!words.every(namelike) && !verbatim && !(opens && start === 0 && UNSPACED.test(names[0]?.term ?? ""))) continue;
    const begins = opens && start === 0;
    if ((!opens && !closes) || begins || rest > MIN_REST_AT_END)
      out.push({ kind: "name", text: shown(words), claim: shown(UNSPACED.test(names[0]?.term ?? "") ? missing : names) });
  }
  // In other words and another order numbers have no place: then the only number of each side that the other lacks is a change too.
  const lone = (list: Token[], there: { has(term: string): boolean }) => {
    const found = new Map(list.flatMap((token) => (token.number !== null && !there.has(token.term) ? [[token.term, token]] : [])));
    return found.size === 1 ? [...found.values()][0] : undefined;
  };
  const [claimed, said] = [lone(claim, text.numbers), lone(text.tokens, own)];
  if (
    claimed &&
    said &&
    !out.some((change) => change.text.endsWith(said.shown)) &&
    isYear(claimed) === isYear(said) &&
    !elsewhere.has(said.term)
  )
    out.push(numberFor(said, claimed));
  return out;
}
/** Titles and other words before a name: "Mayor Selby", "Embattled Selby". */
const TITLE = new RegExp(`^(?:${english.grammar.titles}|${english.parties.roles}|.*ed)$`, "iu");
/** Whether a word of the text looks like the first part of a name that the next one continues. */
const isFirst = (token: Token | undefined, next: Token | undefined) =>
  token?.name && next?.name && next.joined && !/['’]s$/i.test(token.shown) && !TITLE.test(token.shown);
const isYear = ({ shown }: Token) => /^(?:19|20)\p{N}{2}$/u.test(shown);
