/** When the words of a page were written: at its publication, or with a correction or update that the page states. */

import { DAY } from "../../durations.ts";
import { noticesIn } from "../../html/notices.ts";
import type { Reading } from "../../model/reading.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { once } from "../../text/once-per.ts";
import { dayOf } from "./date-building.ts";
import { timesIn } from "./dates.ts";

type Dated = Pick<Reading["document"], "text" | "lang" | "publishedAt" | "modifiedAt">;
/** The part of a notice that has its day: "Update, 10 May: …", "[Korrektur vom 4. Mai]", "This story was amended on 4 May to say …". */
const HEAD = /^[\s\S]{0,80}?(?=[:：](?!\d)|[)）\]】](?![:：])|\s[—–-]\s|(?<!\d)[.。!?](?:\s\p{Upper}|$))|^[\s\S]{0,80}/u;
/** A page that changed long after its publication may have changed more than once. */
const MAX_CHANGE = 31 * DAY;

/** The time of writing at each offset of a page's text. A range of more than a day leaves open what "on Sunday" means there. */
export function writingTime(document: Dated): (at: number) => PublishedTime | null {
  const { text, publishedAt } = document;
  const notices = once(() => (publishedAt ? noticesIn(text) : []));
  return (at) => {
    const notice = publishedAt && notices().findLast(({ span }) => span.start <= at);
    if (!notice) return publishedAt;
    const { start, end } = notice.span;
    const changed = noticeTime(notice.span.text, document);
    // After a notice at the head of a page the article begins; after one at its foot come more words of the same day.
    if (at < end || start > text.length / 2 || dayOf(changed) === dayOf(publishedAt)) return changed;
    return range(publishedAt.earliest, changed.latest, "text");
  };
}

/** The page's last change, and whether it is near enough to publication to be that of a notice. */
function changeOf({ publishedAt, modifiedAt }: Pick<Dated, "publishedAt" | "modifiedAt">): {
  change: PublishedTime | null;
  isNear: boolean;
} {
  const change = modifiedAt && (modifiedAt.latest ?? 0) >= (publishedAt?.earliest ?? 0) ? modifiedAt : null;
  return { change, isNear: change !== null && (change.earliest ?? 0) - (publishedAt?.latest ?? 0) <= MAX_CHANGE };
}
/** The day that a notice states; null if it states none. */
export function noticeDay(words: string, document: Dated): PublishedTime | null {
  const { change, isNear } = changeOf(document);
  const { lang, publishedAt } = document;
  const found = timesIn(HEAD.exec(words)?.[0] ?? "", isNear ? change : publishedAt, lang);
  return found.find(({ time }) => time.precision === "day" && (time.latest ?? 0) >= (publishedAt?.earliest ?? 0))?.time ?? null;
}
/** The day that a notice states, else that of the page's last change; an open range if that says little. */
function noticeTime(words: string, document: Dated): PublishedTime {
  const { change, isNear } = changeOf(document);
  return (
    noticeDay(words, document) ?? ((isNear && change) || range(document.publishedAt?.earliest ?? null, change?.latest ?? null, "text"))
  );
}
