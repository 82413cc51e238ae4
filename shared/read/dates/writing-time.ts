/** When the words of a page were written: at its publication, or with a correction or update that it states itself. */

import { noticesIn } from "../../html/notices.ts";
import type { Reading } from "../../model/reading.ts";
import { type PublishedTime, range } from "../../model/time.ts";
import { once } from "../../text/once-per.ts";
import { DAY, dayOf } from "./date-building.ts";
import { timesIn } from "./dates.ts";

type Dated = Pick<Reading["document"], "text" | "lang" | "publishedAt" | "modifiedAt">;
/** Where a notice tells its day: "Update, 10 May: …", "[Korrektur vom 4. Mai]", "This story was amended on 4 May to say …". */
const HEAD = /^[\s\S]{0,80}?(?=[:：](?!\d)|[)）\]】](?![:：])|\s[—–-]\s|(?<!\d)[.。!?](?:\s\p{Lu}|$))|^[\s\S]{0,80}/u;
/** A page that changed long after its publication may have changed more than once. */
const MAX_CHANGE = 31 * DAY;

/** The time of writing at each offset of a page's text. A range of more than a day leaves open what "on Sunday" means there. */
export function writingTime({ text, lang, publishedAt, modifiedAt }: Dated): (at: number) => PublishedTime | null {
  const notices = once(() => (publishedAt ? noticesIn(text) : []));
  return (at) => {
    const notice = publishedAt && notices().findLast(({ span }) => span.start <= at);
    if (!notice) return publishedAt;
    const { start, end } = notice.span;
    const changed = noticeTime(notice.span.text, lang, publishedAt, modifiedAt ?? null);
    // Below a notice at the head of a page the article begins, and below one at its foot there are more words of the same day.
    if (at < end || start > text.length / 2 || dayOf(changed) === dayOf(publishedAt)) return changed;
    return range(publishedAt.earliest, changed.latest, "text");
  };
}

/** The day that a notice gives, else that of the page's last change; open where that says little. */
function noticeTime(words: string, lang: string, published: PublishedTime, modified: PublishedTime | null): PublishedTime {
  const change = modified && (modified.latest ?? 0) >= (published.earliest ?? 0) ? modified : null;
  const isNear = change !== null && (change.earliest ?? 0) - (published.latest ?? 0) <= MAX_CHANGE;
  const own = timesIn(HEAD.exec(words)?.[0] ?? "", isNear ? change : published, lang).find(
    ({ time }) => time.precision === "day" && (time.latest ?? 0) >= (published.earliest ?? 0),
  );
  if (own) return own.time;
  return isNear ? change : range(published.earliest, change?.latest ?? null, "text");
}
