/** The words of a post that state something, without what platforms and users put around them. */
import { anyLanguage } from "../../lang/index.ts";
import { wordCount } from "../segment.ts";
import { mentionsIn } from "./account-mentions.ts";

const NEWS = `(?:${anyLanguage(({ claims }) => claims?.breaking)})`;
/** "BREAKING: ", "BREAKING UPDATE: ", "#breaking ", "MORE | ", "- ". */
const LABEL = new RegExp(
  `^\\s*(?:${NEWS}(?:\\s${NEWS})?\\s*(?:[:：|]|[-–—]\\s)|[#＃]${NEWS}(?![\\p{L}\\p{N}_])\\s*[:：|]?|[-–—](?=\\s))\\s*`,
  "iu",
);
const LINK = /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}.])pic\.(?:twitter|x)\.com\/\S+/giu;
const EMOJI = /\p{Extended_Pictographic}\uFE0F?|\u200D/gu;
/**
 * The accounts that a post answers, as platforms put them before its words: "@a @b@social.example: ". After a full stop,
 * ".@a" is part of the words.
 */
export const ADDRESSEES =
  /^\s{0,9}(?:[@＠][\p{L}\p{N}_.-]{1,100}(?:@[\p{L}\p{N}-]{1,60}(?:\.[\p{L}\p{N}-]{1,60}){1,4})?[:,]?\s{1,9}){1,50}/u;
const CREDIT = anyLanguage(({ sources }) => sources?.creditBefore);
/**
 * A credit and tags at the end: " - @a", " via @b #Town #fire". A tag within a sentence is one of its words, and so is a
 * tag after a word such as "in".
 */
const TAIL = new RegExp(
  `(?:\\s{1,9}(?:[-–—|]\\s{0,9}|(?:${CREDIT})\\s?[:：]?\\s{0,9})[@＠][\\p{L}\\p{N}_.@-]{1,100}|(?<!\\s[a-z]{1,3})\\s{1,9}[#＃][\\p{L}\\p{N}_]{1,100}){1,12}[\\s.!?]{0,9}$`,
  "iu",
);
const TAG_SIGN = /[#＃](?=[\p{L}\p{N}_])/gu;
const REPEATS = /(?:(?<![\p{L}\p{N}])(?:RT|MT|QT)\s{0,9}["“«「„]?|\/\/|["“«「„])\s{0,9}$/iu;
/** Minimum number of words for a comment on a repeated post to state something itself. */
const MIN_OWN_WORDS = 6;

/** Lines that quote the post that is answered, as in mails: "> The ferry was sold". Some exports escape the sign. */
const QUOTED_LINE = /^[^\S\n]{0,3}(?:>|&gt;)+[^\S\n]{0,3}/gmu;
/** A post without the lines that it quotes; with them, if it hardly says anything itself. */
function withoutQuotedLines(text: string): string {
  const own = text.replace(/^[^\S\n]{0,3}(?:>|&gt;).*$/gmu, "");
  return own !== text && wordCount(own) >= MIN_OWN_WORDS ? own : text.replace(QUOTED_LINE, "");
}
/**
 * For a post that repeats another one ("RT @a: …", "“@a: …” so sad"): its own words before that, else the repeated
 * words. The whole text for other posts.
 */
function ownOrRepeated(whole: string): string {
  const text = withoutQuotedLines(whole);
  const repeated = mentionsIn(text).find(({ words }) => words !== null);
  const before = repeated ? text.slice(0, repeated.start) : "";
  const own = before.replace(REPEATS, "");
  if (!repeated?.words || own === before) return text;
  return wordCount(own.replace(ADDRESSEES, "")) >= MIN_OWN_WORDS ? own : text.slice(repeated.words.start, repeated.words.end);
}

/** Whether a post says something of its own before words that it repeats, which may turn them around: "Not our flag RT @a: …". */
export function commentsBefore(post: string): boolean {
  const repeated = mentionsIn(post).find(({ words }) => words !== null);
  return /\p{Alpha}/u.test(
    post
      .slice(0, repeated?.start ?? 0)
      .replace(REPEATS, "")
      .replace(/[#＃]\S{1,100}/gu, ""),
  );
}

/** The words of a post, or of part of a post, as written. Addressees, credits, links, labels, emojis and the signs of tags are left out. */
export function postWords(text: string): string {
  const words = ownOrRepeated(text).replace(LINK, " ").replace(EMOJI, " ").replace(ADDRESSEES, "").replace(LABEL, "").trimEnd();
  const bare = words.replace(TAIL, "");
  return (wordCount(bare) ? bare : words)
    .replace(TAG_SIGN, "")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/(?<![\s:：–—-])[\s:：–—-]+$/u, "")
    .trim();
}
