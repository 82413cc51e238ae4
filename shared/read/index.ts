/** Reads a page or a post: its claims, speakers and responses, and the earlier appearances that it reports. Pure and synchronous. */

import { withAddresses } from "../html/addresses.ts";
import { correctionsIn, NOTICE_RULE } from "../html/notices.ts";
import { type PageInput, pageOf } from "../html/page.ts";
import { isPost } from "../model/document.ts";
import type { ReadClaim, Reading, ReadReported, ReadResponse, StanceLabel, Statement } from "../model/reading.ts";
import { responseTypes } from "../model/response.ts";
import { holds } from "../text/span.ts";
import { outletOf } from "../timeline/party-names.ts";
import { type AttributionModels, chosenStatements } from "./attribution/fitted/choice.ts";
import { WE } from "./attribution/issuer.ts";
import { analysisOf, statementOf } from "./attribution/statements.ts";
import { claimsIn } from "./claims/claims.ts";
import { headlinesOf } from "./claims/headlines.ts";
import { reviewsInText } from "./claims/plain-ratings.ts";
import { claimsOfPost } from "./claims/post-claim.ts";
import { withReviewed } from "./claims/reviewed.ts";
import { noticeDay } from "./dates/writing-time.ts";
import type { AnswerWords } from "./gates/answer-words.ts";
import { reportedIn } from "./mentions/reported-documents.ts";
import { responsesIn } from "./responses/responses.ts";
import { ANAPHOR } from "./responses/targets.ts";
import { answersTo } from "./responses/to-claims.ts";
import type { StanceNetworks } from "./stance/network.ts";
import { stanceOf } from "./stance/stance.ts";

/** The stance of a statement: by its response to the claim or to "the rumour", else by its words, read like a post. */
function towards({ content, type }: Statement, about: string, lang: string, models: StanceModels): StanceLabel {
  const { label } = stanceOf(content.text, about, { kind: "post", lang, ...models });
  const answer = type === null ? undefined : responseTypes[type];
  return answer && (label !== "unrelated" || ANAPHOR.test(content.text)) ? answer.stance : label;
}

/** Reported documents and responses in the order of the text. */
function orderInText(reported: ReadReported[], responses: ReadResponse[]): Reading["order"] {
  const items = [
    ...reported.map((item, index) => ({ list: "reported" as const, index, at: item.passage.start })),
    ...responses.map((item, index) => ({ list: "responses" as const, index, at: item.passage.start })),
  ];
  // At one place a report comes before a response.
  return items.sort((a, b) => a.at - b.at).map(({ list, index }) => ({ list, index }));
}

/**
 * The responses of a text together with the page's own notices, in text order. A notice is an act of the publisher,
 * whoever its words seem to name.
 */
function withNotices(answered: readonly ReadResponse[], own: readonly ReadResponse[]): ReadResponse[] {
  // "We apologise" belongs to the page's own correction above it: one act.
  const isOfNotice = ({ passage, type }: ReadResponse) =>
    own.length > 0 && WE.test(passage.text.slice(0, 8)) && ["apology", "correction", "retraction"].includes(type);
  const isIn = ({ passage: { start }, type }: ReadResponse) => type === "correction" && own.some(({ passage }) => holds(passage, start));
  return [
    ...answered.filter((one) => !isOfNotice(one) && !isIn(one)),
    // If the text names a newspaper as the corrector, that is the publisher of the notice, which is then dropped if it has no name itself.
    ...own.filter((one) => one.actor.name !== null || !answered.some(({ type, claim }) => type === one.type && claim === one.claim)),
  ].sort((a, b) => a.passage.start - b.passage.start);
}

/** A claim whose stance is asked for, and the thread of a post. */
interface Asked {
  about: { text: string };
  context?: { root?: { text: string } | null | undefined; parent?: { text: string } | null | undefined } | null | undefined;
}
/** The networks, and the table of words for the text's language if that is not English. */
interface StanceModels {
  networks: StanceNetworks;
  words: AnswerWords | null;
}
/** The statements of a reading; in English, chosen from what its rules say and what the models propose. */
export function statementsOf({ document, statements }: Reading, models: AttributionModels): Statement[] {
  return document.lang.startsWith("en") ? chosenStatements(analysisOf(document), models).map(statementOf) : statements;
}

/** A reading with the stance of the document and of each statement towards a claim. `statements`: if others than its own are shown. */
export function withStances(
  reading: Reading,
  kind: string,
  { about, context }: Asked,
  models: StanceModels,
  statements = reading.statements,
): Reading {
  const { document } = reading;
  const { text, lang, title } = document;
  const root = context?.root?.text ?? null;
  const parent = context?.parent?.text ?? null;
  return {
    ...reading,
    stance: stanceOf(text, about.text, { kind, lang, title, root, parent, ...models, reading }),
    statements: statements.map((said) => ({ ...said, stance: towards(said, about.text, lang, models) })),
  };
}

/** A reading with the responses to its own claims, if its language is not English. `words`: the table of that language. */
export function withAnswers(reading: Reading, kind: string, words: AnswerWords | null): Reading {
  if (!words || reading.document.lang.startsWith("en")) return reading;
  const likely = reading.claims.flatMap(({ text }, claim) =>
    answersTo({ reading, kind, claims: [text] }, words).map(({ response }): ReadResponse => ({ ...response, claim })),
  );
  const responses = withNotices(
    likely.filter(({ rule }) => rule !== NOTICE_RULE),
    reading.responses,
  );
  return { ...reading, responses, order: orderInText(reading.reported, responses) };
}

/** Reads one document. Offsets are UTF-16 indices into `document.text`. Deterministic, and never throws. */
export function readDocument(input: PageInput): Reading {
  const page = pageOf(input);
  const analysis = analysisOf(page);
  const post = isPost(input);
  const headline = headlinesOf(analysis);
  const stated: ReadClaim[] = post ? claimsOfPost(analysis) : claimsIn(analysis, headline);
  const reviews = page.reviews || post ? [] : reviewsInText(page, input.kind, stated);
  const document = reviews.length ? { ...page, reviews } : page;
  const { claims, reported: appearances } = withReviewed(document, stated);
  const told = reportedIn(analysis, claims, headline, post);
  const named = withAddresses(told, document.links);
  const reported = [...named, ...appearances.filter(({ url }) => !named.some((one) => one.url === url))];
  const own = post ? [] : correctionsIn(document, claims, outletOf(document), (words) => noticeDay(words, document));
  // In other languages fitted models read the responses; they need a table of words (responses/to-claims.ts).
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
