/** Accounts that a post names as its source ("RT @a: …", "“@a: …”", "//@a: …", "via @a") or answers ("@a …"). */
import { anyLanguage, sourcesOf } from "../../lang/index.ts";

/** `words`: the account's words follow; `credit`: it is the source; `answer`: the post is addressed to it. */
export type Naming = "words" | "credit" | "answer";
/** An account that a post names. */
export interface Mention {
  /** In the form in which the platform compares it: lower case, without the @. */
  handle: string;
  how: Naming;
  /** UTF-16 offsets of "@handle", and of the words attributed to the account. */
  start: number;
  end: number;
  words: { start: number; end: number } | null;
}

/** How much of a post is read, in UTF-16 units: a post names its source in its first lines, and people in passing further on. */
const MAX_READ = 3_000;
const MAX_NAMES = 50;
const MAX_QUOTED = 1_000;
/** Names on X, Bluesky (host names), Weibo (any letters) and Mastodon (@user@host); never the tail of an e-mail address. */
const NAME =
  /(?<![\p{L}\p{N}_%+-]|[\p{L}\p{N}]\.|@)@([\p{L}\p{N}_](?:[\p{L}\p{N}_.·-]{0,60}[\p{L}\p{N}_])?(?:@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})?)/giu;
/** A script without spaces, or "rt", may stand right before the @. */
const GLUED = /(?:\brt|\bvia|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])@$/iu;
const GLUED_NAME =
  /(?<=(?:\brt|\bvia|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]))@([\p{L}\p{N}_](?:[\p{L}\p{N}_.·-]{0,60}[\p{L}\p{N}_])?)/giu;
const CUE_WINDOW = 24;
const WORDS_BEFORE = new RegExp(
  `(?:(?:^|[^\\p{L}\\p{N}])(?:RT|MT|PRT|QT)(?:\\s*:)?|//|["“«「„]|${sourcesOf(({ sources }) => sources?.repost).unspaced})\\s*$`,
  "iu",
);
const CREDIT_BEFORE = new RegExp(`(?:${anyLanguage(({ sources }) => sources?.creditBefore)})(?:\\s*[:：])?\\s*$`, "iu");
const replyTo = sourcesOf(({ sources }) => sources?.replyTo);
const ANSWER_BEFORE = new RegExp(`(?:${replyTo.spaced}|${replyTo.unspaced})\\s*$`, "u");
/** Names at the start or end of a text, with only punctuation between them and its edge: the addressees. */
const OPENING = /^[\s.!,:;"“”'‘’(（*>-]*$/u;
const CLOSING = /^(?:[\s.!?,:;"“”'‘’)）*|-]|https?:\/\/\S{1,300}|#[\p{L}\p{N}_]{1,60})*$/iu;

interface Name {
  handle: string;
  start: number;
  end: number;
}
function namesIn(head: string): Name[] {
  const found = new Map<number, Name>();
  for (const pattern of [NAME, GLUED_NAME])
    for (const match of head.matchAll(pattern)) {
      if (pattern === GLUED_NAME && !GLUED.test(head.slice(Math.max(0, match.index - 4), match.index + 1))) continue;
      if (found.size === MAX_NAMES) break;
      if (!found.has(match.index))
        found.set(match.index, { handle: (match[1] ?? "").toLowerCase(), start: match.index, end: match.index + match[0].length });
    }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** How many names stand together at the start, and the index of the first of those that stand together at the end. */
function addressed(head: string, names: readonly Name[]): { opening: number; closing: number } {
  let opening = 0;
  for (let at = 0; opening < names.length; opening++) {
    const name = names[opening];
    if (!name || !OPENING.test(head.slice(at, Math.min(name.start, at + CUE_WINDOW))) || name.start - at > CUE_WINDOW) break;
    at = name.end;
  }
  let closing = names.length;
  for (let at = head.length; closing > opening; closing--) {
    const name = names[closing - 1];
    if (!name || at - name.end > 400 || !CLOSING.test(head.slice(name.end, at))) break;
    at = name.start;
  }
  return { opening, closing };
}

function wordsAfter(head: string, end: number): { start: number; end: number } | null {
  const rest = head.slice(end, end + MAX_QUOTED);
  const start = rest.search(/[^\s:：,，]/u);
  if (start < 0) return null;
  const next = rest.slice(start).search(/\/\/\s?@|["”»」]/u);
  const stop = next < 0 ? rest.length : start + next;
  return stop > start ? { start: end + start, end: end + stop } : null;
}

/**
 * The accounts that matter in a post. At most one that it repeats or credits: the first, because in "//@a: …//@b: …" b's words came through a. At
 * most one that it answers: the first addressee. Names in passing do not count.
 */
export function mentionsIn(text: string): Mention[] {
  const head = text.slice(0, MAX_READ);
  if (!head.includes("@")) return [];
  const names = namesIn(head);
  const { opening, closing } = addressed(head, names);
  const source: Mention[] = [];
  const answer: Mention[] = [];
  names.forEach((name, i) => {
    const before = head.slice(Math.max(0, name.start - CUE_WINDOW), name.start);
    const leads = i < opening;
    const colon = /^\s?[:：]/u.test(head.slice(name.end, name.end + 2));
    if (ANSWER_BEFORE.test(before)) answer.push({ ...name, how: "answer", words: null });
    else if (WORDS_BEFORE.test(before) || (colon && !leads)) source.push({ ...name, how: "words", words: wordsAfter(head, name.end) });
    else if (CREDIT_BEFORE.test(before)) source.push({ ...name, how: "credit", words: null });
    else if (leads || i >= closing) answer.push({ ...name, how: "answer", words: null });
  });
  return [...source.slice(0, 1), ...answer.slice(0, 1)].sort((a, b) => a.start - b.start);
}

/** The handles of all accounts that a post is addressed to. A reply includes those of its parent. */
export function addresseesOf(text: string): Set<string> {
  const head = text.slice(0, MAX_READ);
  if (!head.includes("@")) return new Set();
  const names = namesIn(head);
  const { opening, closing } = addressed(head, names);
  return new Set(names.filter((_, i) => i < opening || i >= closing).map((name) => name.handle));
}
