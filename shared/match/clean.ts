/** What of a post's text is words of the claim: links, embed tails and the signs of tags and handles are not. */

/** Longest text that is compared, in UTF-16 units: what POST /v1/match takes, and enough of an article to know its claim. */
export const MAX_COMPARED = 20_000;

const URL_LIKE = /(?:https?:\/\/|www\.)\S{1,2048}|\b(?:pic\.twitter\.com|t\.co|bit\.ly|tinyurl\.com|youtu\.be)\/\w{1,64}/gi;
/** "Name (@handle) January 6, 2020", as embedding a post on X leaves it after a dash; only the name says something. */
const TAIL = /^[—–-]\s?(?<name>[^@]{0,100}?)\s?\(@\w{1,30}\)(?:\s+\p{L}{3,9}\.? \d{1,2}, \d{4})?\s*$/u;
const TAG = /[#＃@＠](?<name>[\p{L}\p{N}_]{2,100})/gu;

export interface Cleaned {
  body: string;
  /** The author as an embed's tail names them; empty without one. */
  author: string;
}

/** "FeelTheBern2016" → "Feel The Bern 2016"; words without inner capitals stay whole. */
export function splitCamel(tag: string): string {
  return tag
    .replace(/_+/g, " ")
    .replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{Lu})/gu, " ");
}

/** A text without links and embed tail, with tags and handles as words, at most MAX_COMPARED long. Case is kept. */
export function clean(text: string): Cleaned {
  let body = (text.length > MAX_COMPARED ? text.slice(0, MAX_COMPARED) : text).replace(URL_LIKE, " ");
  let author = "";
  const end = body.trimEnd().length;
  const dash = Math.max(...["—", "–", " - "].map((sign) => body.lastIndexOf(sign, end)));
  if (dash >= 0 && end - dash < 200) {
    const tail = TAIL.exec(body.slice(dash, end).trim());
    if (tail) {
      author = tail.groups?.["name"] ?? "";
      body = body.slice(0, dash);
    }
  }
  return { body: body.replace(TAG, (_, name: string) => ` ${splitCamel(name)} `), author };
}
