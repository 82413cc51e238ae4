import { atomOf } from "../../../shared/feed.ts";
import { messagesOf, quote } from "../../../shared/i18n/index.ts";
import type { Format } from "./format.ts";
import { instantOf, learnedAt, statusInWords, titleOf, urlOf, wordsOf } from "./words.ts";

/** Atom (RFC 4287). An entry has the id of its event, which stays when the event is corrected. */
export const atom: Format = {
  label: "Atom",
  suffix: "atom",
  type: "application/atom+xml; charset=utf-8",
  newest: true,
  write: ({ claim, changedAt, answers, assessment, events }, { baseUrl, self }) => {
    const page = `${baseUrl}/c/${claim.id}`;
    return atomOf({
      id: page,
      title: quote(claim.text, messagesOf("en")),
      subtitle: `${statusInWords(assessment)}. Responses: ${answers.responses}`,
      updated: changedAt,
      self,
      page,
      entries: events.map((e) => ({
        id: `${page}#${e.id}`,
        title: titleOf(e),
        updated: learnedAt(e, changedAt),
        published: instantOf(e),
        alternate: urlOf(e) ?? page,
        category: e.lane,
        summary: { text: wordsOf(e), lang: e.translated ? null : e.lang },
      })),
    });
  },
};
