/** Where a text says what a claim says, but with another name or number in its place. */
import type { Prepared } from "./prepare.ts";
import type { Token } from "./tokens.ts";

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

function isHeadline(list: Token[]): boolean {
  return list.filter((token) => token.name).length > HEADLINE * list.length;
}

/** Stretches of words of the claim that the text lacks and that are names or numbers: [from, to). A name counts as there when its last word is. */
function missing(claim: Token[], text: Prepared, spaced: boolean): { from: number; to: number; kind: Change["kind"] }[] {
  const out: { from: number; to: number; kind: Change["kind"] }[] = [];
  for (let i = 0; i < claim.length; i++) {
    const token = claim[i];
    if (!token || text.weight.has(token.term)) continue;
    if (token.number !== null) out.push({ from: i, to: i + 1, kind: "number" });
    else if (token.name || !spaced) {
      let to = i + 1;
      while (claim[to]?.name && to - i < LONGEST_NAME && !text.weight.has(claim[to]?.term ?? "")) to++;
      const last = claim[to];
      if (!last?.name || !text.weight.has(last.term)) out.push({ from: i, to, kind: "name" });
      i = to - 1;
    }
  }
  return out;
}

/** The replacements that neighbours give away: the word before or after is the same on both sides, the word itself is not. */
export function changes(text: Prepared, claim: Token[], union: { has(term: string): boolean }): Change[] {
  const out: Change[] = [];
  const spaced = claim.some((token) => /[a-z]/.test(token.term)) || claim.some((token) => token.name);
  const found = claim.filter((token) => text.weight.has(token.term)).length;
  const headline = isHeadline(text.tokens);
  const extra = (token: Token | undefined) => token !== undefined && !union.has(token.term);
  for (const { from, to, kind } of missing(claim, text, spaced)) {
    const before = claim[from - 1]?.term;
    const after = claim[to]?.term;
    const rest = found / Math.max(1, claim.length - (to - from));
    const fits = (start: number, end: number) => {
      if (end <= start || end - start > LONGEST_NAME) return false;
      const list = text.tokens.slice(start, end);
      if (!list.every(extra)) return false;
      return kind === "number" ? list.length === 1 && list[0]?.number != null : list.every((token) => token.number === null);
    };
    const named = (start: number, end: number) => !headline && text.tokens.slice(start, end).every((token) => token.name);
    let change: [number, number] | null = null;
    for (const place of before === undefined ? [] : (text.positions.get(before) ?? []).slice(0, 8)) {
      let end = place + 1;
      while (extra(text.tokens[end]) && end - place <= LONGEST_NAME) end++;
      const closed = after !== undefined && text.tokens[end]?.term === after;
      const first = place + 2;
      if (closed && rest >= REST && fits(place + 1, end)) change = [place + 1, end];
      else if (fits(place + 1, first) && rest >= REST && (kind === "number" || (named(place + 1, first) && claim[from]?.name)))
        change = [place + 1, first];
    }
    for (const place of after === undefined || change ? [] : (text.positions.get(after) ?? []).slice(0, 8)) {
      if (fits(place - 1, place) && rest >= REST && (kind === "number" || named(place - 1, place) || (place === 1 && from === 0)))
        change = [place - 1, place];
    }
    if (change) {
      const [start, end] = change;
      const shown = (list: Token[]) => list.map((token) => token.shown).join(" ");
      out.push({ kind, text: shown(text.tokens.slice(start, end)), claim: shown(claim.slice(from, to)) });
    }
  }
  return out;
}
