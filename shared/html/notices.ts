/** Finds notices: paragraphs in which a page states its own correction, retraction or update. */

import { patternOf, sourcesOf } from "../lang/index.ts";
import { partyWith } from "../model/party.ts";
import type { Span } from "../model/quote.ts";
import type { ReadClaim, ReadResponse } from "../model/reading.ts";
import { type PublishedTime, range, UNKNOWN_TIME } from "../model/time.ts";
import { hasHan } from "../text/chinese/characters.ts";
import { quotations } from "../text/quotations.ts";
import { sentences } from "../text/segment.ts";
import { holds } from "../text/span.ts";
import { shared, stemsOf } from "../text/stem-overlap.ts";

/** The name of the rule for responses from notices. */
export const NOTICE_RULE = "notice";

interface Notice {
  kind: "correction" | "retraction" | "update";
  span: Span;
}
/** Beginnings of a notice, after punctuation: "Correction:", "Editor's note (9 April):". Up to 80 characters may stand before the colon. */
const LABELS = (["retraction", "correction", "update"] as const).map((kind): [Notice["kind"], RegExp, anywhere: RegExp] => {
  const { spaced, unspaced } = sourcesOf(({ page }) => page?.[kind]);
  const label = `(?:${spaced})(?![\\p{Alpha}\\p{N}])`;
  return [kind, new RegExp(`^${label}|^(?:${unspaced})`, "iu"), new RegExp(`[.!?。！？]\\s*(?:${label}|${unspaced})`, "iu")];
});
/** Maximum number of paragraphs that are checked. */
const MAX_PARAGRAPHS = 400;
/** Maximum length of a notice, in characters. */
const MAX_NOTICE = 1500;
/** Minimum length. Shorter paragraphs are headings ("Corrections and clarifications", "Updated 3 hours ago"). */
const MIN_NOTICE = 30;
/** "We retract the story." is more than a heading. */
const MIN_PHRASE = 15;

/** The notices of a text, in order, one a paragraph; offsets are UTF-16 indices into it. */
export function noticesIn(text: string): Notice[] {
  const out: Notice[] = [];
  let from = 0;
  for (const paragraph of text.split("\n", MAX_PARAGRAPHS * 2)) {
    const notice = noticeAt(paragraph, 0) ?? noticeWithin(paragraph);
    if (notice) out.push({ ...notice, span: { ...notice.span, start: from + notice.span.start, end: from + notice.span.end } });
    from += paragraph.length + 1;
  }
  return out;
}
/** A correction or a retraction that begins with a later sentence of a paragraph, in nobody's quoted words. */
function noticeWithin(paragraph: string): Notice | null {
  if (!LABELS.some(([, , anywhere]) => anywhere.test(paragraph))) return null;
  const quoted = quotations(paragraph);
  for (const { start } of sentences(paragraph).slice(1)) {
    const notice = quoted.some((one) => holds(one, start)) ? null : noticeAt(paragraph, start);
    if (notice && notice.kind !== "update") return notice;
  }
  return null;
}
/** The notice that begins at an offset of a paragraph, and goes on to its end. */
function noticeAt(paragraph: string, at: number): Notice | null {
  const start = at + (/^[\s*•–—_[(【“"]{0,9}/u.exec(paragraph.slice(at, at + 10))?.[0].length ?? 0);
  const beginning = paragraph.slice(start, start + 80);
  const label = LABELS.find(([, pattern]) => pattern.test(beginning));
  if (!label) return null;
  const words = paragraph.slice(start, start + MAX_NOTICE).trimEnd();
  const isChinese = hasHan(words.slice(0, 4));
  // A sentence that merely begins with such a word ("Updates to the model came late") has no colon, date or punctuation after it.
  const [kind, pattern] = label;
  const first = pattern.exec(beginning)?.[0] ?? "";
  const isPhrase = first.includes(" ") || (isChinese && first.length > 4);
  const minLength = isPhrase ? MIN_PHRASE : MIN_NOTICE;
  if (words.length < (isChinese ? MIN_NOTICE / 3 : minLength)) return null;
  const after = words.slice(first.length, first.length + 80);
  const isMarked = /^(?:[\s,.|–—-]{0,3}(?:[(（][^)）]{0,60}[)）]|[\p{Alpha}\p{N} ,.]{0,50}))?\s?[:：—–|\]】)）]/u.test(after);
  const admits = kind === "update" && ADMITS.test(words);
  return isMarked || isPhrase ? { kind: admits ? "correction" : kind, span: { text: words, start, end: start + words.length } } : null;
}
/** "Editor's note: … We no longer have confidence in it": a note that takes back or mends what was published. */
const ADMITS = patternOf(({ page }) => page?.admission);

/** The correction or retraction that a page is as a whole, as its title says: "Correction". Null for other pages. */
function noticeByTitle(title: string | null, text: string): Notice | null {
  const words = (title ?? "").trim();
  const [kind, label = ""] = LABELS.map(([of, pattern]) => [of, pattern.exec(words)?.[0]] as const).find(([, found]) => found) ?? [];
  if (!kind || kind === "update" || !/^[.!]?(?:$|\s?[:：—–|])/u.test(words.slice(label.length))) return null;
  const said = text.slice(0, MAX_NOTICE).trimEnd();
  return { kind, span: { text: said, start: 0, end: said.length } };
}

/** Minimum number of content words that a notice shares with the claim that it is about. */
const MIN_SHARED_WORDS = 3;

/** A page with its own notices. */
interface NoticedPage {
  text: string;
  title: string | null;
  publishedAt: PublishedTime | null;
}
/**
 * Responses in a page's own notices: the publisher corrects or retracts the claim that the notice is about, which is the claim with which it
 * shares the most words. A notice about none of the page's claims is no response.
 */
export function correctionsIn(
  { text, title, publishedAt: published }: NoticedPage,
  claims: readonly ReadClaim[],
  publisher: string | null,
  dayIn: (notice: string) => PublishedTime | null = () => null,
): ReadResponse[] {
  if (!claims.length) return [];
  const actor = partyWith("outlet", publisher);
  const whole = noticeByTitle(title, text);
  return (whole ? [whole] : noticesIn(text)).flatMap(({ kind, span }): ReadResponse[] => {
    if (kind === "update") return [];
    const words = stemsOf(span.text);
    const scores = claims.map((claim) => shared(stemsOf(claim.text), words));
    const best = Math.max(...scores);
    const enough = Math.min(MIN_SHARED_WORDS, stemsOf(claims[scores.indexOf(best)]?.text ?? "").size);
    if (best === 0 || best < enough) return [];
    const cue = { text: span.text.slice(0, 10), start: span.start, end: span.start + Math.min(10, span.text.length) };
    // A notice without a day was given some time after the page was published.
    const sometime = published ? range(published.earliest, null, "text") : UNKNOWN_TIME;
    return [
      {
        claim: scores.indexOf(best),
        type: kind,
        actor,
        standing: "publisher",
        quotes: [],
        cue,
        rule: NOTICE_RULE,
        passage: span,
        url: null,
        publishedAt: (whole ? published : dayIn(span.text)) ?? sometime,
      },
    ];
  });
}
