import { messagesOf, quote } from "../../../shared/i18n/index.ts";
import { xmlText } from "../../../shared/xml.ts";
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
    const entries = events.map((e, i) => {
      const published = instantOf(e);
      const url = urlOf(e);
      return `<entry><id>${page}#${e.id}</id><title>${xmlText(titleOf(e))}</title><updated>${learnedAt(e, changedAt)}</updated>${
        published ? `<published>${published}</published>` : ""
      }<link rel="alternate" href="${xmlText(url ?? page)}"/><category term="${xmlText(e.lane)}"/><summary${
        e.lang && !e.translated ? ` xml:lang="${xmlText(e.lang)}"` : ""
      }>${xmlText(wordsOf(e))}</summary></entry>${i < events.length ? "\n" : ""}`;
    });
    return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${page}</id><title>${xmlText(quote(claim.text, messagesOf("en")))}</title><subtitle>${xmlText(
      `${statusInWords(assessment)}. Responses: ${answers.responses}`,
    )}</subtitle><updated>${
      changedAt
    }</updated><author><name>Whence</name></author><link rel="self" href="${xmlText(self)}"/><link rel="alternate" type="text/html" href="${page}"/>
${entries.join("")}</feed>
`;
  },
};
