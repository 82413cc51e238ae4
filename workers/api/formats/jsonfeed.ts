import { jsonFeedOf } from "../../../shared/feed.ts";
import { messagesOf, quote } from "../../../shared/i18n/index.ts";
import { settledStance } from "../../../shared/model/sighting.ts";
import type { Format } from "./format.ts";
import { learnedAt, statusInWords, titleOf, urlOf, whoOf, wordsOf } from "./words.ts";

/** JSON Feed; fields that it does not have are under `_whence`. */
export const jsonfeed: Format = {
  label: "JSON Feed",
  suffix: "feed.json",
  type: "application/feed+json; charset=utf-8",
  newest: true,
  write: ({ claim, changedAt, assessment, events }, { baseUrl, self }) => {
    const page = `${baseUrl}/c/${claim.id}`;
    return jsonFeedOf({
      title: quote(claim.text, messagesOf("en")),
      home_page_url: page,
      feed_url: self,
      description: `Where this claim appeared, and who responded. Status: ${statusInWords(assessment)}.`,
      language: claim.lang || undefined,
      _whence: { about: `${baseUrl}/docs`, status: assessment.word, changedAt },
      items: events.map((e) => ({
        id: `${page}#${e.id}`,
        url: page,
        external_url: urlOf(e) ?? undefined,
        title: titleOf(e),
        content_text: wordsOf(e),
        date_published: learnedAt(e, changedAt),
        authors: [{ name: whoOf(e) }],
        language: (!e.translated && e.lang) || undefined,
        tags: [e.lane],
        _whence: { document: e.document, publishedAt: e.publishedAt, stance: settledStance(e), certainty: e.certainty, parent: e.parent },
      })),
    });
  },
};
