/** Aligns two texts: which passages say the same, wherever they are, and which of their words are the same. Symmetric. */
import { sumOf } from "../collections.ts";
import { type SentenceOfWords, type Word, weightOf } from "./words.ts";

/** Minimum shared weight of two sentences that belong together, as a share of the shorter one. */
const MIN_SHARED_PART = 0.5;
/** The same in absolute terms. */
const MIN_SHARED_WEIGHT = 1.5;
/** Value of matching a word without weight: it only breaks ties. */
const TIE_BREAKER = 0.1;

/** Words [fromA, toA) of one side correspond to words [fromB, toB) of the other; the words around them are the same. */
interface Gap {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}
/** Sentences of both texts that belong together, joined, with their words aligned. */
export interface Passage {
  a: Word[];
  b: Word[];
  /** Aligned words, as indices into a and b, ascending. */
  pairs: [number, number][];
  /** For each index of a word, its index in `pairs`. */
  pairOfA: Map<number, number>;
  pairOfB: Map<number, number>;
  gaps: Gap[];
}
/** What two texts have in common, and what only the first one has. */
export interface Alignment {
  passages: Passage[];
  /** Words of the first text's sentences without a counterpart, one list for each sentence. */
  onlyA: Word[][];
}

/** For each of `rows` sentences the most similar of `columns`, among equals the nearest; -1 for none. */
function bestOf(score: (i: number, j: number) => number, rows: number, columns: number): number[] {
  return Array.from({ length: rows }, (_, i) => {
    let best = -1;
    let most = 0;
    for (let j = 0; j < columns; j++) {
      const alike = score(i, j);
      const nearer = alike === most && best >= 0 && Math.abs(i - j) < Math.abs(i - best);
      if (alike > most || nearer) [best, most] = [j, alike];
    }
    return best;
  });
}

function contentOf(words: readonly Word[], { from, to }: SentenceOfWords): Map<string, number> {
  const out = new Map<string, number>();
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word && word.weight > 0) out.set(word.key, Math.max(out.get(word.key) ?? 0, word.weight));
  }
  return out;
}
const sum = (content: ReadonlyMap<string, number>) => sumOf(content.values(), (weight) => weight);

/** Similarity of each pair of sentences; 0 if they are not similar enough to belong together. */
function likeness(a: Map<string, number>[], b: Map<string, number>[]): number[][] {
  const whole = [a.map(sum), b.map(sum)] as const;
  const single = a.length === 1 && b.length === 1;
  return a.map((x, i) =>
    b.map((y, j) => {
      let shared = 0;
      for (const [key, weight] of x.size < y.size ? x : y) if ((x.size < y.size ? y : x).has(key)) shared += weight;
      const [least, most] = [whole[0][i] ?? 0, whole[1][j] ?? 0].sort((m, n) => m - n) as [number, number];
      if (shared < (single ? 1 : MIN_SHARED_WEIGHT) || shared < (single ? MIN_SHARED_PART / 2 : MIN_SHARED_PART) * least) return 0;
      return shared / least + shared / most;
    }),
  );
}

/** The longest common subsequence of two word lists by weight, as pairs of indices. */
function aligned(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1;
  const best = new Float32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const same = a[i]?.key === b[j]?.key ? (best[(i + 1) * width + j + 1] ?? 0) + (a[i]?.weight ?? 0) + TIE_BREAKER : 0;
      best[i * width + j] = Math.max(skip, same);
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i * width + j] ?? 0;
    if (a[i]?.key === b[j]?.key && here > (best[(i + 1) * width + j] ?? 0) && here > (best[i * width + j + 1] ?? 0)) pairs.push([i++, j++]);
    else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

function passageOf(a: Word[], b: Word[]): Passage {
  const pairs = aligned(a, b);
  const gaps: Gap[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const [i, j] of [...pairs, [a.length, b.length] as [number, number]]) {
    if (i > fromA || j > fromB) gaps.push({ fromA, toA: i, fromB, toB: j });
    [fromA, fromB] = [i + 1, j + 1];
  }
  const pairOfA = new Map(pairs.map(([i], at) => [i, at]));
  const pairOfB = new Map(pairs.map(([, j], at) => [j, at]));
  return { a, b, pairs, pairOfA, pairOfB, gaps };
}

/** Joins sentences that are each other's best counterparts, and aligns their words. */
export function align(
  a: { words: readonly Word[]; sentences: readonly SentenceOfWords[] },
  b: { words: readonly Word[]; sentences: readonly SentenceOfWords[] },
): Alignment {
  const scores = likeness(
    a.sentences.map((s) => contentOf(a.words, s)),
    b.sentences.map((s) => contentOf(b.words, s)),
  );
  const of = (i: number, j: number) => scores[i]?.[j] ?? 0;
  const n = a.sentences.length;
  const m = b.sentences.length;
  const links: [number, number][] = [
    ...bestOf(of, n, m).flatMap((j, i) => (j < 0 ? [] : [[i, j] as [number, number]])),
    ...bestOf((j, i) => of(i, j), m, n).flatMap((i, j) => (i < 0 ? [] : [[i, j] as [number, number]])),
  ];
  // Sentences of a are 0..n-1, those of b follow; a link puts both sides in the lower one's group.
  const group = Array.from({ length: n + m }, (_, at) => at);
  const root = (at: number): number => (group[at] === at || group[at] === undefined ? at : root(group[at]));
  for (const [i, j] of links) {
    const x = root(i);
    const y = root(n + j);
    group[Math.max(x, y)] = Math.min(x, y);
  }
  const members = new Map<number, { a: Word[]; b: Word[] }>();
  const put = (side: "a" | "b", at: number, words: readonly Word[], sentence: SentenceOfWords) => {
    const key = root(at);
    const found = members.get(key) ?? { a: [], b: [] };
    for (let i = sentence.from; i < sentence.to; i++) {
      const word = words[i];
      if (word) found[side].push(word);
    }
    members.set(key, found);
  };
  a.sentences.forEach((s, i) => {
    put("a", i, a.words, s);
  });
  b.sentences.forEach((s, j) => {
    put("b", n + j, b.words, s);
  });
  const groups = [...members.values()];
  return {
    passages: groups.filter((g) => g.a.length && g.b.length).map((g) => passageOf(g.a, g.b)),
    onlyA: groups.filter((g) => !g.b.length).map((g) => g.a),
  };
}

/** Share of the shorter side of a passage that both sides have: 0..1. */
export function sharedPart({ a, b, pairs }: Passage): number {
  const shared = sumOf(pairs, ([i]) => a[i]?.weight ?? 0);
  const least = Math.min(weightOf(a, 0, a.length), weightOf(b, 0, b.length));
  return least > 0 ? shared / least : 0;
}
