/** Reads a page or a post: its claims, speakers and responses, and the earlier appearances that it reports. Pure and synchronous. */

import { withAddresses } from "../html/addresses.ts";
import { correctionsIn } from "../html/notices.ts";
import { type PageInput, pageOf } from "../html/page.ts";
import { isPost } from "../model/document.ts";
import type { ReadClaim, Reading, ReadReported, ReadResponse, StanceLabel } from "../model/reading.ts";
import { responseTypes } from "../model/response.ts";
import { holds } from "../text/span.ts";
import type { LocatedStatement } from "./analysis.ts";
import { WE } from "./attribution/issuer.ts";
import { analysisOf, statementOf } from "./attribution/statements.ts";
import { claimsIn } from "./claims/claims.ts";
import { headlinesOf } from "./claims/headlines.ts";
import { claimsOfPost } from "./claims/post-claim.ts";
import { withReviewed } from "./claims/reviewed.ts";
import { noticeDay } from "./dates/writing-time.ts";
import { reportedIn } from "./mentions/reported-documents.ts";
import { responsesIn } from "./responses/responses.ts";
import { ANAPHOR } from "./responses/targets.ts";
import { stanceOf } from "./stance/stance.ts";

/** The stance of a statement: from its answer to the claim or to "the rumour", else from its words, read like a post. */
function towards({ content, type }: LocatedStatement, about: string, lang: string): StanceLabel {
  const { label } = stanceOf(content.text, about, { kind: "post", lang });
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

/**
 * Reads one document. `about` is the claim whose stance is asked for; `context` gives the thread of a post. Offsets are UTF-16 indices
 * into `document.text`. Deterministic, and never throws.
 */
export function readDocument(
  input: PageInput,
  about: { text: string } | null = null,
  context: { root?: { text: string } | null; parent?: { text: string } | null } | null = null,
): Reading {
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
  const answered = post ? [] : responsesIn(analysis, claims, reported, headline);
  const responses = withNotices(answered, own);
  const stance = about && {
    stance: stanceOf(document.text, about.text, {
      kind: input.kind,
      lang: document.lang,
      title: document.title,
      root: context?.root?.text ?? null,
      parent: context?.parent?.text ?? null,
    }),
  };
  return {
    document,
    ...(stance ?? {}),
    statements: analysis.statements.map((said) =>
      about ? { ...statementOf(said), stance: towards(said, about.text, document.lang) } : statementOf(said),
    ),
    claims,
    reported,
    responses,
    order: orderInText(reported, responses),
  };
}
