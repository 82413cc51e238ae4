/** Features of a post's stance in a thread: own words, cues, form, and relation to the post it answers (RumourEval 2019, task A). */
import { fold } from "../../text/segment.ts";
import { AFFIRM, ASK, CONTRADICT, DENIES, HEDGE, NEGATION, POST_CUES, QUESTION_WORDS, REFUTE, REPORT, STOP, SWEAR } from "./cues.ts";
import { denialFeatures } from "./denial.ts";
import { countChinese, countPhrases, isHan, stanceWords, stem } from "./words.ts";

export type Features = Map<string, number>;

const URLS = /\b(?:https?:\/\/|www\.)\S+/g;
const MENTION = /@\w+/g;
/** A post quoted by hand inside a post: “@name: …”; the words up to the closing mark are the other author's. */
const QUOTED = /"@?\w{1,40}: ?[^"]*"?/g;
const RETWEET = /\b[rm]t @\w{1,40}:?[^\n]*/g;
/** Number of UTF-16 units that are read from the start of a post. */
const MAX_LENGTH = 3000;

const clip = (n: number, max: number) => Math.min(n, max);
const padded = (tokens: string[]) => ` ${tokens.join(" ")} `;
const content = (tokens: string[]) => new Set(tokens.filter((t) => t.length > 1 && !STOP.has(t)).map(stem));

/** Share of `a` that is also in `b`, 0..1; 0 for an empty `a`. */
function containment(a: Set<string>, b: Set<string>): number {
  if (a.size === 0) return 0;
  let both = 0;
  for (const t of a) if (b.has(t)) both++;
  return both / a.size;
}

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
  return fold(text.slice(0, MAX_LENGTH)).replace(/&amp;/g, "&").replace(URLS, " ").replace(MENTION, " ");
}

/** Counts of each class of cue in a text, under a prefix. */
function cues(into: Features, prefix: string, words: string, folded: string): void {
  const put = (name: string, n: number, max = 2) => n > 0 && into.set(prefix + name, clip(n, max));
  put("refute", countPhrases(words, REFUTE) + countChinese(folded, "refute"));
  put("contradict", countPhrases(words, CONTRADICT) + countChinese(folded, "refute"), 1);
  put("denies", countPhrases(words, DENIES) + countChinese(folded, "deny"));
  put("hedge", countPhrases(words, HEDGE) + countChinese(folded, "hedge"));
  put("report", countPhrases(words, REPORT) + countChinese(folded, "report"));
  put("affirm", countPhrases(words, AFFIRM) + countChinese(folded, "affirm"));
  put("ask", countPhrases(words, ASK) + countChinese(folded, "ask"));
  put("negation", countPhrases(words, NEGATION), 3);
  put("swear", countPhrases(words, SWEAR));
}

/** Form and length of a post; returns the number of question marks. */
function formFeatures(
  { raw, folded, unquoted, bare, words }: { raw: string; folded: string; unquoted: string; bare: string; words: number },
  put: (name: string, value: number | boolean) => void,
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
  for (const [name, upTo] of [
    ["none", 0],
    ["2", 2],
    ["6", 6],
    ["12", 12],
    ["25", 25],
    ["60", 60],
    ["long", 1e9],
  ] as const) {
    if (words <= upTo) {
      put(`n:${name}`, 1);
      break;
    }
  }
  return marks;
}

/**
 * Named features of a post. `root` and `parent` are the posts above it (null for none; parent only if it is not the root);
 * a post without a root is one itself. Values are small counts or shares.
 */
export function threadFeatures(text: string, root: string | null, parent: string | null): Features {
  const out: Features = new Map();
  const raw = text.slice(0, MAX_LENGTH);
  const folded = fold(raw);
  const above = [root, parent].filter((t) => t !== null).map((t) => stanceWords(plain(t), 400));
  const unquoted = folded.replace(QUOTED, " ").replace(RETWEET, " ");
  const rootPrefix = root === null ? "R:" : "";
  const bare = unquoted.replace(URLS, " ").replace(MENTION, " ");
  const all = stanceWords(folded.replace(URLS, " ").replace(MENTION, " "), 400);
  const own = ownWords(stanceWords(bare, 400), above);
  const put = (name: string, value: number | boolean) => {
    const n = Number(value);
    if (n !== 0) out.set(rootPrefix + name, n);
  };
  put("bias", 1);
  // cues
  const han = isHan(bare);
  const ownPadded = padded(own);
  cues(out, `${rootPrefix}c:`, ownPadded, bare);
  for (const [name, phrases] of Object.entries(POST_CUES)) {
    const n = countPhrases(ownPadded, phrases) + (han ? phrases.filter((p) => isHan(p) && bare.includes(p)).length : 0);
    put(`c:${name}`, clip(n, 2));
  }
  put("c1:question", QUESTION_WORDS.includes(own[0] ?? ""));
  put("c:you", countPhrases(ownPadded, ["you", "your", "you're", "u"]) > 0);
  put("c:i", countPhrases(ownPadded, ["i", "i'm", "my", "me", "we"]) > 0);
  put("c:third", countPhrases(ownPadded, ["he", "she", "they", "it", "it's", "that's"]) > 0);
  const marks = formFeatures({ raw, folded, unquoted, bare, words: own.length }, put);
  // towards the posts above
  const mine = content(own);
  const full = content(all);
  above.forEach((tokens, i) => {
    const theirs = content(tokens);
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
  put("short agree", own.length < 8 && countPhrases(padded(own.slice(0, 4)), POST_CUES["agree"] ?? []) > 0);
  put("asks for proof", marks > 0 && out.has(`${rootPrefix}c:request`));
  put("refute.", marks === 0 && out.has(`${rootPrefix}c:refute`));
  put("negation.", marks === 0 && out.has(`${rootPrefix}c:negation`));
  if (root === null) return out;
  for (const [name, value] of denialFeatures(own, above)) out.set(name, value);
  // the longer an answer, the more of every cue it holds
  const long = Math.max(1, Math.sqrt(own.length / 12));
  for (const [name, value] of out) if (/^[cx]:/.test(name)) out.set(name, value / long);
  return out;
}
