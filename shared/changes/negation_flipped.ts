import { sumOf } from "../collections.ts";
import { english, packOf } from "../lang/index.ts";
import { hasFiniteVerb } from "../read/claims/finite-verb.ts";
import type { Passage } from "../text/align.ts";
import { overlap } from "../text/span.ts";
import { overlapping, type Word } from "../text/words.ts";
import { chineseWordAt } from "./compare/chinese-names.ts";
import type { Cue } from "./compare/cues.ts";
import { placeOf } from "./compare/fact-place.ts";
import { placeInChild } from "./compare/hedges.ts";
import { POLES } from "./compare/opposites.ts";
import type { Pair, Side } from "./compare/pair.ts";
import type { Change, TextChangeDetector } from "./kind.ts";

/** Maximum distance in characters of a negated word from its negation: "did not fully confirm". */
const MAX_NEGATION_DISTANCE = 20;

/** The cues without an aligned word; the other side has the rest in the same place. */
function unaligned(cues: readonly Cue[], passage: Passage, side: "a" | "b"): Cue[] {
  const pairOf = side === "a" ? passage.pairOfA : passage.pairOfB;
  return cues.filter((cue) => !passage[side].some((word, i) => pairOf.has(i) && overlap(word, cue)));
}
/** Negations that only one side has, at a place where the other side has no new words. */
function onlyIn(own: Side, other: Side, passage: Passage, which: "a" | "b"): { cue: Cue; right: number }[] {
  const there = which === "a" ? "b" : "a";
  const otherNegations = overlapping(other.negations, passage[there]);
  const otherUnaligned = unaligned(otherNegations, passage, there);
  const ownUnaligned = unaligned(overlapping(own.negations, passage[which]), passage, which);
  // In some languages negations do not cancel each other: there "nobody came" and "did not come nobody" are the same.
  const isSame = packOf(own.lang)?.comparison?.concord
    ? ownUnaligned.length === 0 || otherNegations.length > 0
    : (ownUnaligned.length - otherUnaligned.length) % 2 === 0;
  if (isSame || ownUnaligned.length < otherUnaligned.length) return [];
  const beside = which === "a" ? 1 : 0;
  // Each negation of the other side answers one with the same word.
  const unanswered = [...ownUnaligned];
  for (const { key } of otherUnaligned) {
    const same = unanswered.findIndex((cue) => cue.key === key);
    if (same >= 0) unanswered.splice(same, 1);
  }
  const sure = unanswered.flatMap((cue) => {
    const { left: before, right } = placeOf(passage, which, cue.start, cue.end);
    // The negated word is on the other side too: next to the word before the negation, or with nothing of weight between.
    if (!right || right.pair < 0 || (before && before.pair < 0)) return [];
    if (!before && isBareThing(own, other, passage, which, right.pair)) return [];
    const pair = passage.pairs[right.pair];
    const previous = before && before.pair >= 0 ? passage.pairs[before.pair] : undefined;
    const words = passage[there];
    const to = pair?.[beside] ?? 0;
    const from = previous ? previous[beside] + 1 : Math.max(0, to - 2);
    const fresh = sumOf(words.slice(from, to), ({ weight }) => weight);
    return fresh <= 1 && pair ? [{ cue, right: right.pair }] : [];
  });
  return sure.slice(0, 1);
}

const STOP = /[\p{P}\p{S}]/u;
/** Words up to the end of their first clause, by the text between them. */
function clauseOf({ plain }: Side, words: readonly Word[]): readonly Word[] {
  const end = words.findIndex((word, i) => i > 0 && (word.first || STOP.test(plain.text.slice(words[i - 1]?.end, word.start))));
  return end < 0 ? words : words.slice(0, end);
}
/**
 * Whether a statement only negates a thing, while the other side says something about it: "no more night train" for "the night train ends". The
 * other side may mean just that. In English the statement must also lack a verb; in other languages verbs are not recognised.
 */
function isBareThing(own: Side, other: Side, passage: Passage, which: "a" | "b", negated: number): boolean {
  const [a = 0, b = 0] = passage.pairs[negated] ?? [];
  const behindA = passage.a.slice(a);
  const behindB = passage.b.slice(b);
  const clause = clauseOf(own, which === "a" ? behindA : behindB);
  const keys = new Set(clause.map(({ key }) => key));
  if (!clauseOf(other, which === "a" ? behindB : behindA).some(({ key, weight }) => weight > 0 && !keys.has(key))) return false;
  return own.lang !== "en" || !hasFiniteVerb(`no ${own.plain.text.slice(clause[0]?.start, clause.at(-1)?.end)}`);
}

/** A word; for a Chinese character, the whole word that contains it. */
const whole = (text: string, word: Word) => (word.kind === "character" ? chineseWordAt(text, word.start, word.end) : word);
/** A negation with the word that it negates. */
const withNext = (text: string, cue: Cue, word: Word | undefined) => ({
  start: cue.start,
  end: Math.max(cue.end, word ? whole(text, word).end : 0),
});

/** A word replaced by its opposite: "denied" by "confirmed", "safe" by "unsafe", but not by "not unsafe". */
function opposites({ parent, child }: Pair, passage: Passage): Change[] {
  const isNegated = ({ negations }: Side, pole: Word) =>
    negations.some(({ start, end }) => start < pole.start && pole.start - end <= MAX_NEGATION_DISTANCE);
  return passage.gaps.flatMap((gap) => {
    for (const x of passage.a.slice(gap.fromA, gap.toA))
      for (const y of passage.b.slice(gap.fromB, gap.toB))
        if (POLES.get(x.key) === y.key || POLES.get(y.key) === x.key || prefixed(x.key, y.key))
          return isNegated(parent, x) === isNegated(child, y) ? [{ was: x, now: y, at: y.start }] : [];
    return [];
  });
}
const OPPOSITE_PREFIX = new RegExp(`^(?:${english.comparison.oppositePrefixes})`);
function prefixed(x: string, y: string): boolean {
  // The stem of "safe" keeps its e, that of "unsafe" does not.
  const [short = "", long = ""] = [x, y].map((key) => key.replace(/e$/, "")).sort((a, b) => a.length - b.length);
  return short.length >= 3 && OPPOSITE_PREFIX.test(long) && long.endsWith(short) && long.length - short.length <= 3;
}

/** Only one of the two negates a statement, or one has the opposite of a word of the other. */
export const negation_flipped = {
  kind: "negation_flipped",
  acrossLanguages: false,
  detect: (pair) =>
    pair.alignment.passages.flatMap((passage): Change[] => {
      const { parent, child } = pair;
      const gone = onlyIn(parent, child, passage, "a").map(({ cue, right }) => {
        const [i, j] = passage.pairs[right] ?? [0, 0];
        const now = passage.b[j];
        const was = withNext(parent.plain.text, cue, passage.a[i]);
        const there = now && whole(child.plain.text, now);
        return { was, now: there ?? null, at: now?.start ?? placeInChild(passage, cue.start) };
      });
      const come = onlyIn(child, parent, passage, "b").map(({ cue, right }) => {
        const [i, j] = passage.pairs[right] ?? [0, 0];
        const was = passage.a[i];
        return { was: was ? whole(parent.plain.text, was) : null, now: withNext(child.plain.text, cue, passage.b[j]), at: cue.start };
      });
      const [opposite] = opposites(pair, passage);
      return opposite ? [opposite] : [...gone, ...come];
    }),
} satisfies TextChangeDetector;
