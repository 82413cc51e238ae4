/** Reads a page or a post: its claims, speakers and responses, and the earlier appearances that it reports. Pure and synchronous. */

import { withAddresses } from "../html/addresses.ts";
import { correctionsIn, NOTICE_RULE } from "../html/notices.ts";
import { type PageInput, pageOf } from "../html/page.ts";
import { isPost } from "../model/document.ts";
import type { ReadClaim, Reading, ReadReported, ReadResponse, StanceLabel, Statement } from "../model/reading.ts";
import { responseTypes } from "../model/response.ts";
import { holds } from "../text/span.ts";
import { WE } from "./attribution/issuer.ts";
import { analysisOf, statementOf } from "./attribution/statements.ts";
import { claimsIn } from "./claims/claims.ts";
import { headlinesOf } from "./claims/headlines.ts";
import { claimsOfPost } from "./claims/post-claim.ts";
import { withReviewed } from "./claims/reviewed.ts";
import { noticeDay } from "./dates/writing-time.ts";
import type { AnswerWords } from "./gates/answer-words.ts";
import { reportedIn } from "./mentions/reported-documents.ts";
import { answersTo } from "./responses/answers.ts";
import { responsesIn } from "./responses/responses.ts";
import { ANAPHOR } from "./responses/targets.ts";
import type { StanceNetworks } from "./stance/network.ts";
import { stanceOf } from "./stance/stance.ts";

/** The stance of a statement: from its answer to the claim or to "the rumour", else from its words, read like a post. */
function towards({ content, type }: Statement, about: string, lang: string, models: StanceModels): StanceLabel {
  const { label } = stanceOf(content.text, about, { kind: "post", lang, ...models });
  const answer = type === null ? undefined : responseTypes[type];
  return answer && (label !== "unrelated" || ANAPHOR.test(content.text)) ? answer.stance : label;
}

/** Reported documents and responses as the text tells them. */
function orderInText(reported: ReadReported[], responses: ReadResponse[]): Reading["order"] {
  const told = [
    ...reported.map((item, index) => ({ list: "reported" as const, index, at: item.passage.start })),
    ...responses.map((item, index) => ({ list: "responses" as const, index, at: item.passage.start })),
  ];
  return told
    .sort((a, b) => a.at - b.at || (a.list === b.list ? a.index - b.index : a.list === "reported" ? -1 : 1))
    .map(({ list, index }) => ({ list, index }));
}

/** The answers of a text with the page's own notices, in its order. A notice is an act of the publisher, whoever its words seem to name. */
function withNotices(answered: readonly ReadResponse[], own: readonly ReadResponse[]): ReadResponse[] {
  // "We apologise", below its own correction: the same act.
  const isOfNotice = ({ passage, type }: ReadResponse) =>
    own.length > 0 && WE.test(passage.text.slice(0, 8)) && ["apology", "correction", "retraction"].includes(type);
  const isIn = ({ passage: { start }, type }: ReadResponse) => type === "correction" && own.some(({ passage }) => holds(passage, start));
  return [
    ...answered.filter((one) => !isOfNotice(one) && !isIn(one)),
    // A newspaper that is named as the corrector is the publisher of the notice.
    ...own.filter((one) => one.actor.name !== null || !answered.some(({ type, claim }) => type === one.type && claim === one.claim)),
  ].sort((a, b) => a.passage.start - b.passage.start);
}

/** A claim whose stance is asked for, and the thread of a post. */
interface Asked {
  about: { text: string };
  context?: { root?: { text: string } | null | undefined; parent?: { text: string } | null | undefined } | null | undefined;
}
/** The networks, and the words of the text's language, where it is another than English. */
interface StanceModels {
  networks: StanceNetworks;
  words: AnswerWords | null;
}
/** A reading with its stance towards a claim, and that of each statement. */
export function withStances(reading: Reading, kind: string, { about, context }: Asked, models: StanceModels): Reading {
  const { document, statements } = reading;
  const { text, lang, title } = document;
  const [root, parent] = [context?.root?.text ?? null, context?.parent?.text ?? null];
  return {
    ...reading,
    stance: stanceOf(text, about.text, { kind, lang, title, root, parent, ...models, reading }),
    statements: statements.map((said) => ({ ...said, stance: towards(said, about.text, lang, models) })),
  };
}

/** A reading with the answers to its own claims, where its language is another than English; `words` are those of the language. */
export function withAnswers(reading: Reading, kind: string, words: AnswerWords | null): Reading {
  if (!words || reading.document.lang.startsWith("en")) return reading;
  const likely = reading.claims.flatMap(({ text }, claim) =>
    answersTo(text, reading, kind, words).map(({ response }): ReadResponse => ({ ...response, claim })),
  );
  const responses = withNotices(
    likely.filter(({ rule }) => rule !== NOTICE_RULE),
    reading.responses,
  );
  return { ...reading, responses, order: orderInText(reading.reported, responses) };
}

/** Reads one document. Offsets are UTF-16 indices into `document.text`. Deterministic, and never throws. */
export function readDocument(input: PageInput): Reading {
  const document = pageOf(input);
  const analysis = analysisOf(document);
  const post = isPost(input);
  const headline = headlinesOf(analysis, document.title);
  const stated: ReadClaim[] = post ? claimsOfPost(analysis) : claimsIn(analysis, headline);
  const { claims, reported: appearances } = withReviewed(document, stated);
  const told = reportedIn(analysis, claims, headline, post);
  const named = withAddresses(told, document.links);
  const reported = [...named, ...appearances.filter(({ url }) => !named.some((one) => one.url === url))];
  const own = post ? [] : correctionsIn(document.text, claims, document.site, document.publishedAt, (words) => noticeDay(words, document));
  // In other languages fitted models read the answers, which need a table of words (responses/answers.ts).
  const answered = post || !document.lang.startsWith("en") ? [] : responsesIn(analysis, claims, reported, headline);
  const responses = withNotices(answered, own);
  return {
    document,
    statements: analysis.statements.map(statementOf),
    claims,
    reported,
    responses,
    order: orderInText(reported, responses),
  };
}
