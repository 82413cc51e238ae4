import { ENGLISH, lagInWords, repliesInWords, timeInWords } from "../../../shared/i18n/index.ts";
import { unstated } from "../../../shared/model/time.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import { isShownReply } from "../../../shared/timeline/story/story.ts";

import type { Format } from "./format.ts";
import { type Event, publisherOf, statusInWords, urlOf, wordsOf } from "./words.ts";

/**
 * A source's words on one line, in which nothing becomes markup, a link or a mention (CommonMark 2.4, GFM autolinks). They never begin a line, so
 * what is markup only there stays as it is.
 */
const inert = (text: string) =>
  excerpt(text.replace(/\s+/g, " "), 300).replace(/[\\`*_{}<>[\]#~|!&@$^]|:(?=[^\s\d])|\.(?=\p{L})/gu, "\\$&");

function eventOf(e: Event, thread: Parameters<typeof repliesInWords>[0]["thread"]): string {
  const url = urlOf(e)?.replace(/[<>()\s]/g, encodeURIComponent);
  const who = `**${inert(publisherOf(e))}**`;
  const words = wordsOf(e) || (e.excerpt ?? "");
  const lag = e.response ? lagInWords(e.response.lag) : "";
  return `- ${timeInWords(unstated(e.publishedAt), ENGLISH)}${lag && ` (${lag})`}: ${
    url ? `[${who}](<${url}>)` : who
  } ${e.verb}${words ? `: “${inert(words)}”` : ""}${thread ? ` (${repliesInWords({ thread }, ENGLISH)})` : ""}`;
}

/** CommonMark, to read and to paste. */
export const markdown: Format = {
  label: "Markdown",
  suffix: "md",
  type: "text/markdown; charset=utf-8",
  write: ({ claim, assessment, answers, events, threads, changedAt, next }, { baseUrl }) =>
    [
      `# “${inert(claim.text)}”`,
      "",
      `Status: ${statusInWords(assessment)}.`,
      "",
      `- First known: ${inert(answers.firstKnown)}`,
      `- Spread: ${inert(answers.spread)}`,
      `- Responses: ${inert(answers.responses)}`,
      "",
      ...events
        .filter((event) => event.thread === undefined || isShownReply(event))
        .map((event) =>
          eventOf(event, event.thread === undefined ? (threads.find((one) => one.documentId === event.document) ?? null) : null),
        ),
      ...(next ? ["- …"] : []),
      "",
      `As of ${changedAt}: <${baseUrl}/c/${claim.id}>`,
      "",
    ].join("\n"),
};
