/** Removes links, embed tails and the signs of tags and handles from a text. */
import { ADDRESSEES } from "../../text/posts/words.ts";

/** How much of a text is compared, in UTF-16 units: 1,600 words show what an article claims, and 50 kB of Chinese would cost 100 ms. */
const MAX_COMPARED = 10_000;

const URL_LIKE = /(?:https?:\/\/|www\.)\S{1,2048}|(?:pic\.twitter\.com|\bt\.co|\bbit\.ly|\btinyurl\.com|\byoutu\.be)\/\w{1,64}/gi;
/** The short address of a picture or page in a post. */
export const SHORT_LINK = /(?:pic\.twitter\.com|\bt\.co)\//i;
/** The tail of an embedded post on X, "— Name (@handle) January 6, 2020". Its name and month are used. */
const TAIL = /[—–]\s?(?<name>[^—–@()\n]{0,60}?)\s?\(@\w{1,30}\)(?:\s{1,3}(?<month>\p{L}{3,9})\.? \d{1,2}, (?<year>\d{4}))?/gu;
const TAG = /[#＃@＠](?<name>[\p{L}\p{N}_]{2,100})/gu;

interface Cleaned {
  body: string;
  /** The authors as embed tails name them; empty without one. */
  author: string;
  /** The month and the year of the last embed tail, as written: "january", "2020". */
  date: { month: string; year: string } | null;
}

/** "FeelTheBern2016" → "Feel The Bern 2016"; words without inner capitals stay whole. */
function splitCamel(tag: string): string {
  return tag
    .replace(/_+/g, " ")
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{Lu})/gu, " ");
}

/** A text without links, embed tails and leading mentions, with tags and handles as words, at most MAX_COMPARED long. Case is kept. */
export function clean(text: string): Cleaned {
  const short = text.length > MAX_COMPARED ? text.slice(0, MAX_COMPARED) : text;
  // Most claims have none of these.
  if (!/[/@#＃＠]|www\./.test(short)) return { body: short, author: "", date: null };
  let author = "";
  let date: Cleaned["date"] = null;
  const body = short
    .replace(ADDRESSEES, "")
    .replace(URL_LIKE, " ")
    .replace(TAIL, (_, name: string, month: string | undefined, year: string | undefined) => {
      author += ` ${name}`;
      if (month && year) date = { month: month.toLowerCase(), year };
      return "\n";
    })
    .replace(TAG, (_, name: string) => ` ${splitCamel(name)} `);
  return { body, author, date };
}
