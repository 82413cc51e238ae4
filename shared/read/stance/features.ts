/** Features of a post's stance in a thread: own words, cues, form, and relation to the post it answers (RumourEval 2019, task A). */

import { spelledNumbers } from "../../text/numbers.ts";
import { foldScripts } from "../../text/segment.ts";
import { clip, share } from "./article.ts";
import { type Features, newFeatures, type Put } from "./network.ts";
import { CUES, contentStems, countPhrases, isContent, list, POST_CUES, padded, QUESTION_WORDS, stanceWords, stem, WORDS } from "./words.ts";

const URLS = /\b(?:https?:\/\/|www\.)\S+/g;
const MENTION = /@\w+/g;
/** A post quoted by hand inside a post: “@name: …”; the words up to the closing mark are the other author's. */
const QUOTED = /"@?\w{1,40}: ?[^"]*"?/g;
const RETWEET = /\b[rm]t @\w{1,40}:?[^\n]*/g;
/** Number of UTF-16 units that are read from the start of a post. */
const MAX_LENGTH = 3000;

/** Share of `a` that is also in `b`, 0..1; 0 for an empty `a`. */
const containment = (a: ReadonlySet<string>, b: ReadonlySet<string>) => share(a, (stem) => b.has(stem));

/** The words that a text does not copy from `others`: the words outside every shared run of three. */
function ownWords(tokens: string[], others: string[][]): string[] {
  const known = new Set<string>();
  for (const other of others) for (let i = 0; i + 2 < other.length; i++) known.add(`${other[i]} ${other[i + 1]} ${other[i + 2]}`);
  const copied = new Uint8Array(tokens.length);
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (known.has(`${tokens[i]} ${tokens[i + 1]} ${tokens[i + 2]}`)) copied.fill(1, i, i + 3);
  }
  return tokens.filter((_, i) => !copied[i]);
}

function plain(text: string): string {
  return foldScripts(text.slice(0, MAX_LENGTH)).replace(/&amp;/g, "&").replace(URLS, " ").replace(MENTION, " ");
}

/** Maximum count of a class of cues, if it is not two: more add nothing. */
const MAX_COUNT: Record<string, number> = { contradict: 1, negation: 3 };
/** Counts of each class of cue in a text, under a prefix. */
function cues(into: Features, prefix: string, words: string): void {
  for (const [name, phrases] of Object.entries(CUES)) {
    const n = countPhrases(words, phrases);
    if (n > 0) into.set(prefix + name, clip(n, MAX_COUNT[name] ?? 2));
  }
}

/** Form and length of a post; returns the number of question marks. */
function formFeatures(
  { raw, folded, unquoted, bare, words }: { raw: string; folded: string; unquoted: string; bare: string; words: number },
  put: Put,
): number {
  const count = (re: RegExp, of: string) => clip((of.match(re) ?? []).length, 5);
  const marks = count(/[?？]/g, bare);
  put("f:?", marks > 0);
  put("f:??", marks > 1);
  put("f:end?", /[?？][\s"')!.]*$/u.test(bare.slice(-40)));
  put("f:?/sentences", marks > 0 ? marks / (marks + count(/[.!。！]+/g, bare)) : 0);
  put("f:url", /https?:|www\./.test(raw));
  put("f:own url", /https?:|www\./.test(unquoted));
  put("f:mentions", clip(count(MENTION, folded), 4) / 2);
  put("f:quotes", /["]/.test(bare));
  put("f:quoted post", unquoted.length < folded.length - 20);
  put("f:starts @", /^\s*\.?@/.test(folded));
  const length = words === 0 ? "none" : ([2, 6, 12, 25, 60].find((most) => words <= most) ?? "long");
  put(`n:${length}`, 1);
  return marks;
}

/**
 * Named features of a post. `root` and `parent` are the posts above it (null for none; parent only if it is not the root);
 * a post without a root is one itself. Values are small counts or shares.
 */
export function threadFeatures(text: string, root: string | null, parent: string | null): Features {
  const raw = text.slice(0, MAX_LENGTH);
  const folded = foldScripts(raw);
  const above = [root, parent].filter((t) => t !== null).map((t) => stanceWords(plain(t), 400));
  const unquoted = folded.replace(QUOTED, " ").replace(RETWEET, " ");
  const rootPrefix = root === null ? "R:" : "";
  const bare = unquoted.replace(URLS, " ").replace(MENTION, " ");
  const all = stanceWords(folded.replace(URLS, " ").replace(MENTION, " "), 400);
  const own = ownWords(stanceWords(bare, 400), above);
  const { features: out, put } = newFeatures(rootPrefix);
  put("bias", 1);
  // cues
  const ownPadded = padded(own);
  cues(out, `${rootPrefix}c:`, ownPadded);
  for (const [name, phrases] of Object.entries(POST_CUES)) {
    put(`c:${name}`, clip(countPhrases(ownPadded, phrases), 2));
  }
  put("c1:question", QUESTION_WORDS.has(own[0] ?? ""));
  for (const [name, phrases] of Object.entries(WORDS.persons)) put(`c:${name}`, countPhrases(ownPadded, list(phrases)) > 0);
  const marks = formFeatures({ raw, folded, unquoted, bare, words: own.length }, put);
  // towards the posts above
  const mine = contentStems(own);
  const full = contentStems(all);
  above.forEach((tokens, i) => {
    const theirs = contentStems(tokens);
    const prefix = i === 0 ? "root" : "parent";
    put(`${prefix}:in`, containment(full, theirs));
    put(`${prefix}:covered`, containment(theirs, full));
    put(`${prefix}:own in`, containment(mine, theirs));
    put(`${prefix}:own none`, mine.size > 0 && containment(mine, theirs) === 0);
    const source = (i === 0 ? root : parent) ?? "";
    put(`${prefix}:?`, /[?？]/.test(source.replace(URLS, "")));
  });
  put("deep", parent !== null);
  put("deep?", parent !== null && marks > 0);
  put("copied", all.length > 0 ? (all.length - own.length) / all.length : 0);
  put("copied most", all.length - own.length > 4 && own.length < 5);
  const you = out.has(`${rootPrefix}c:you`);
  put("hostile you", you && out.has(`${rootPrefix}c:hostile`));
  put("negation you", you && out.has(`${rootPrefix}c:negation`));
  put("short agree", own.length < 8 && countPhrases(padded(own.slice(0, 4)), POST_CUES.agree) > 0);
  put("asks for proof", marks > 0 && out.has(`${rootPrefix}c:request`));
  put("refute.", marks === 0 && out.has(`${rootPrefix}c:refute`));
  put("negation.", marks === 0 && out.has(`${rootPrefix}c:negation`));
  if (root === null) return out;
  for (const [name, value] of denialFeatures(own, above)) out.set(name, value);
  // A longer reply has more of every cue.
  const long = Math.max(1, Math.sqrt(own.length / 12));
  for (const [name, value] of out) if (/^[cx]:/.test(name)) out.set(name, value / long);
  return out;
}

const [OPENS, TRUE, UNTRUE, THIS, BE, NOT] = (["opens", "true", "untrue", "this", "be", "not"] as const).map(
  (key) => new Set(list(WORDS.answers[key])),
) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];
const NO = new Set(CUES.negation);
const REPORTING = new RegExp(`^(?:${WORDS.reporting})`);
const NUMBERS = spelledNumbers("en");

const numbersIn = (tokens: string[]) => tokens.flatMap((word) => NUMBERS.get(word) ?? (/^\d{1,5}$/.test(word) ? Number(word) : []));

/** Features of an answer's own words against the words of the posts above it. */
export function denialFeatures(own: string[], above: string[][]): Features {
  const out: Features = new Map();
  const theirs = contentStems(above.flat());
  const isNot = (i: number) => NOT.has(own[i] ?? "");
  own.forEach((word, i) => {
    const next = own[i + 1] ?? "";
    // "Not (yet) confirmed", "isn't true"
    if (UNTRUE.has(word) || (NO.has(word) && (TRUE.has(next) || TRUE.has(own[i + 2] ?? "")))) out.set("x:not true", 1);
    if (NO.has(word) && own.slice(i + 1, i + 6).some((w) => isContent(w) && theirs.has(stem(w)))) out.set("x:not shared", 1);
    if (THIS.has(word) && (isNot(i + 1) || isNot(i + 2) || (BE.has(next) && isNot(i + 3)))) out.set("x:this not", 1);
    if (REPORTING.test(word)) out.set("x:reporting", 1);
  });
  if (OPENS.has(own[0] ?? "")) out.set("x:opens", 1);
  const mine = numbersIn(own);
  const held = numbersIn(above.flat());
  if (mine.length > 0 && held.length > 0 && !mine.some((n) => held.includes(n))) out.set("x:other number", 1);
  return out;
}
