/** Where a text says what a claim says, but with another name or number in its place. */
import type { Prepared } from "./prepare.ts";
import { type Token, UNSPACED } from "./tokens.ts";

export interface Change {
  kind: "name" | "number";
  /** The words as each side writes them. */
  text: string;
  claim: string;
}

/** In a text that capitalises more than this share of its words, capitals do not mean names: headlines. */
const HEADLINE = 0.6;
/** With one neighbour alike a capitalised word is the other's replacement only where the rest of the claim is there. */
const REST = 0.6;
const LONGEST_NAME = 4;
/** Capitals that name a time: another one is another detail, not another claim. */
const TIMES = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\p{L}{3,6}day)$/iu;
/** Names that share so many first letters are one: Mexico and Mexican. */
const STEM = 4;

/** Whether two names are forms of one: a common stem, or the initials of the other ("WH", "White House"). */
function sameName(a: Token[], b: Token[]): boolean {
  const [x = "", y = ""] = [a, b].map((list) => list.map((token) => token.term).join(" "));
  if (x.slice(0, STEM) === y.slice(0, STEM) && x.length >= STEM) return true;
  const short = (list: Token[]) =>
    list
      .map((token) => token.shown.replace(/[^\p{L}]/gu, ""))
      .join("")
      .toLowerCase();
  const initials = (list: Token[]) =>
    list
      .map((token) => token.shown.slice(0, 1))
      .join("")
      .toLowerCase();
  const starts = (whole: string, part: string) => part.length > 1 && whole.startsWith(part) && whole.length <= part.length + 1;
  return starts(short(a), initials(b)) || starts(short(b), initials(a));
}

function isHeadline(list: Token[]): boolean {
  return list.filter((token) => token.name).length > HEADLINE * list.length;
}

/**
 * Stretches of words of the claim that the text lacks and that are names or numbers: [from, to). A name counts as there when its last word
 * is. Scripts without capitals show no names, so of those only the first word, whom the claim is about, is taken for one.
 */
function missing(claim: Token[], text: Prepared): { from: number; to: number; kind: Change["kind"] }[] {
  const out: { from: number; to: number; kind: Change["kind"] }[] = [];
  for (let i = 0; i < claim.length; i++) {
    const token = claim[i];
    if (!token || text.weight.has(token.term)) continue;
    if (token.number !== null) out.push({ from: i, to: i + 1, kind: "number" });
    else if ((token.name && !TIMES.test(token.shown)) || (i === 0 && UNSPACED.test(token.term))) {
      let to = i + 1;
      const like = (next: Token | undefined) => next !== undefined && (token.name ? next.name && next.joined : UNSPACED.test(next.term));
      while (like(claim[to]) && to - i < LONGEST_NAME && !text.weight.has(claim[to]?.term ?? "")) to++;
      const last = claim[to];
      if (!last?.name || !last.joined || !text.weight.has(last.term)) out.push({ from: i, to, kind: "name" });
      i = to - 1;
    }
  }
  return out;
}

/** The replacements that neighbours give away: the word before or after is the same on both sides, the word itself is not. */
export function changes(text: Prepared, claim: Token[], union: { has(term: string): boolean }): Change[] {
  const out: Change[] = [];
  const found = claim.filter((token) => text.weight.has(token.term)).length;
  const headline = isHeadline(text.tokens);
  const cased = text.names.size > 0;
  const extra = (token: Token | undefined) => token !== undefined && !union.has(token.term);
  for (const { from, to, kind } of missing(claim, text)) {
    const before = claim[from - 1]?.term;
    const after = claim[to]?.term;
    const rest = found / Math.max(1, claim.length - (to - from));
    const fits = (start: number, end: number) => {
      if (start < 0 || end <= start || end - start > LONGEST_NAME) return false;
      const list = text.tokens.slice(start, end);
      if (list.length < end - start || !list.every(extra)) return false;
      return kind === "number" ? list.length === 1 && list[0]?.number != null : list.every((token) => token.number === null);
    };
    const named = (start: number, end: number) => !headline && text.tokens.slice(start, end).every((token) => token.name);
    let change: [number, number] | null = null;
    for (const place of before === undefined ? [] : (text.positions.get(before) ?? []).slice(0, 8)) {
      let end = place + 1;
      while (extra(text.tokens[end]) && end - place <= LONGEST_NAME) end++;
      const closed = after !== undefined && text.tokens[end]?.term === after;
      const first = place + 2;
      if (closed && rest >= REST && fits(place + 1, end) && (kind === "number" || headline || !cased || named(place + 1, end)))
        change = [place + 1, end];
      else if (fits(place + 1, first) && rest >= REST && (kind === "number" || (named(place + 1, first) && claim[from]?.name)))
        change = [place + 1, first];
    }
    for (const place of after === undefined || change ? [] : (text.positions.get(after) ?? []).slice(0, 8)) {
      let start = place;
      while (extra(text.tokens[start - 1]) && place - start < LONGEST_NAME) start--;
      if (rest < REST) continue;
      // Both begin with it: whom the sentence is about, capitals or not.
      if (from === 0 && start === 0 && fits(0, place)) change = [0, place];
      else if (fits(place - 1, place) && (kind === "number" || named(place - 1, place))) change = [place - 1, place];
    }
    if (change) {
      const [start, end] = change;
      if (kind === "name" && sameName(text.tokens.slice(start, end), claim.slice(from, to))) continue;
      const shown = (list: Token[]) => list.map((token) => token.shown).join(" ");
      out.push({ kind, text: shown(text.tokens.slice(start, end)), claim: shown(claim.slice(from, to)) });
    }
  }
  return out;
}
