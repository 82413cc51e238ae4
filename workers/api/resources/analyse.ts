/** Reads and matches a text without storing it, and looks up what is known about a URL or a text. */
import * as z from "zod";
import { withKind } from "../../../shared/html/document-kind.ts";
import { NOTICE_RULE } from "../../../shared/html/notices.ts";
import { linksIn } from "../../../shared/html/page.ts";
import { queryTerms, type ScoredCandidate, score } from "../../../shared/match/index.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { DocumentInput, isPost } from "../../../shared/model/document.ts";
import { Id } from "../../../shared/model/fields.ts";
import { digest, textIdOf } from "../../../shared/model/id.ts";
import { aliasKey, type Incoming, identify, idOfUrl } from "../../../shared/model/identity.ts";
import { Decision, MatchInput } from "../../../shared/model/match.ts";
import { ReadInput, Reading, ReadReported, ReadResponse } from "../../../shared/model/reading.ts";
import { settledStance } from "../../../shared/model/sighting.ts";
import { type PublishedTime, StatedTime, stated } from "../../../shared/model/time.ts";
import type { AnswerWords } from "../../../shared/read/gates/answer-words.ts";
import { canBeJudged } from "../../../shared/read/gates/answers.ts";
import { readDocument, statementsOf, withAnswers, withStances } from "../../../shared/read/index.ts";
import { responsesToKnown } from "../../../shared/read/responses/known-claims.ts";
import { answersTo } from "../../../shared/read/responses/to-claims.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { namedTag } from "../../../shared/text/language-tag.ts";
import { sentences } from "../../../shared/text/segment.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { answerWordsFor, attributionModels, stanceNetworks } from "../../store/assets/models.ts";
import { findCandidates } from "../../store/claims/search.ts";
import type { Db, Row } from "../../store/d1.ts";
import { documentOf, selectDocument } from "../../store/documents/documents.ts";
import { LOOK_UPS, tagOf } from "../../store/edge-cache.ts";
import { selectClaimsSeenBy, selectSightingsOf } from "../../store/relations/sightings.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";
import { check } from "../body.ts";
import { Problem } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { ClaimOut, listedClaim } from "../views/claims.ts";
import { visibleClaims } from "../views/findings.ts";
import { PUBLICLY } from "./claims.ts";
import { vote } from "./vote.ts";

/** Links of a text whose documents are looked up. */
const MAX_LINKS = 5;
/** The claims that a text may make, best first, with the decision and its reasons. */
async function matchText(db: Db, text: string, lang: string | null, limit: number): Promise<ScoredCandidate[]> {
  const urls = linksIn(text)
    .slice(0, MAX_LINKS)
    .map((link) => link.url);
  const ids = urls.flatMap((url) => idOfUrl(url) ?? []);
  const keys = urls.map((url) => aliasKey("url", url));
  const also = selectClaimsSeenBy(db, ids, keys, textIdOf(text));
  const { candidates, statistics, rows } = await findCandidates(db, queryTerms(text, lang), also);
  return withClaimsOfSources(score(text, lang, candidates, statistics), rows).slice(0, limit);
}
/** Also suggests the claims of documents that the text links to or copies. The score stays that of the words. */
function withClaimsOfSources(scored: ScoredCandidate[], rows: Row[]): ScoredCandidate[] {
  const found = rows.map((row): ScoredCandidate => {
    const {
      claim_id: claimId,
      ref,
      text,
      lang,
      how,
    } = row as { claim_id: string; ref: string | null; text: string; lang: string; how: string };
    const unscored = { claimId, ref, text, lang, phrasings: [], rank: scored.length, score: 0, differs: false, reasons: [] };
    const scoredOne = scored.find((c) => c.claimId === claimId) ?? unscored;
    return { ...scoredOne, decision: "suggested", reasons: [`${how} what makes this claim`, ...scoredOne.reasons] };
  });
  const decided = scored.filter((c) => c.decision !== "none");
  const ids = new Set(decided.map((c) => c.claimId));
  const added = found.filter((c) => !ids.has(c.claimId));
  for (const { claimId } of added) ids.add(claimId);
  return [...decided, ...added, ...scored.filter((c) => !ids.has(c.claimId))];
}
/** Maximum number of texts of a page that are searched for among the claims; each is one search. */
const MAX_TEXTS = 3;
/** The texts by which a document may make followed claims: the whole post; or a page's own claim, its title and its first sentences. */
function textsOf({ document, claims }: Reading, isOfPost: boolean): string[] {
  if (isOfPost) return [document.text].filter(Boolean);
  const first = sentences(document.text.slice(0, 2_000)).map(({ text }) => text);
  return [...new Set([claims[0]?.text ?? "", document.title ?? "", ...first])].filter(Boolean).slice(0, MAX_TEXTS);
}
/** The best matches of several texts, one for each claim, with the text that matched (`by`). */
async function matchTexts(db: Db, texts: string[], lang: string | null, limit: number): Promise<(ScoredCandidate & { by: string })[]> {
  const found = await Promise.all(
    texts.map(async (by) => (await matchText(db, by.slice(0, 20_000), lang, limit)).map((candidate) => ({ ...candidate, by }))),
  );
  const ranked = found.flat().sort((a, b) => b.score - a.score);
  return [...Map.groupBy(ranked, (one) => one.claimId).values()].flatMap(([best]) => best ?? []).slice(0, limit);
}
/** The words by which responses and stances in the language of a text are read. */
async function wordsFor({ document }: Reading): Promise<AnswerWords | null> {
  const lang = baseLang(document.lang);
  return (await answerWordsFor([lang])).get(lang) ?? null;
}
/** The responses that a page has once it is stored. To claims that are followed, models decide on all but its own notices, where they can. */
function answersIn(
  candidates: (ScoredCandidate & { by: string })[],
  reading: Reading,
  kind: string,
  words: AnswerWords | null,
): Reading["responses"] {
  const known = candidates.filter(({ decision }) => decision !== "none");
  const asked = { reading, kind, claims: known.map(({ text }) => text) };
  const isJudged = words !== null && canBeJudged(reading, kind, asked.claims);
  const isByModels = isJudged && known.some(({ decision }) => decision === "linked");
  const own = reading.responses.filter(({ rule }) => !isByModels || rule === NOTICE_RULE);
  const found =
    reading.document.lang.startsWith("en") && !isJudged
      ? responsesToKnown(
          known.map(({ text, by }) => ({ text, passage: by })),
          reading,
          reading.claims,
          kind,
        )
      : answersTo(asked, words).map(({ response, claim }) => ({ ...response, claim }));
  return [...own, ...found.filter((one) => !own.some((other) => other.type === one.type && other.passage.start === one.passage.start))];
}
/** Reads a document and matches it against the claims. Nothing is stored. */
export async function readAndMatch(
  db: Db,
  input: Incoming,
  about?: z.output<typeof ReadInput>["about"],
  context?: z.output<typeof ReadInput>["context"],
): Promise<{ reading: Reading; candidates: ScoredCandidate[]; answers: Reading["responses"] }> {
  const identity = identify(input);
  const read = readDocument({
    kind: input.kind,
    url: identity.url,
    title: input.title ?? null,
    text: input.text ?? null,
    html: input.html ?? null,
    lang: input.lang ?? null,
    publishedAt: identity.published.basis === "unknown" ? null : identity.published,
    author: input.author?.name ?? identity.handle,
    site: identity.family,
  });
  const isOfPost = isPost(input);
  const words = about || !isOfPost ? await wordsFor(read) : null;
  const answered = isOfPost ? read : withAnswers(read, input.kind, words);
  const statements = statementsOf(answered, await attributionModels());
  const reading = about
    ? withStances(answered, input.kind, { about, context }, { words, networks: await stanceNetworks() }, statements)
    : { ...answered, statements };
  // What a stored document is matched by, too.
  const candidates = await matchTexts(db, textsOf(answered, isOfPost), answered.document.lang, 5);
  return { reading, candidates, answers: isOfPost ? [] : answersIn(candidates, answered, input.kind, words) };
}
const candidateView = (c: ScoredCandidate) => ({
  claim: { id: c.claimId, ref: c.ref, text: c.text },
  score: c.score,
  decision: c.decision,
  reasons: c.reasons,
});
const CandidateOut = z
  .object({
    claim: z.object({ id: Id, ref: z.string().nullable(), text: z.string() }),
    score: z.number(),
    decision: Decision,
    reasons: z.array(z.string()),
  })
  .meta({ id: "Candidate" });
const StatedReading = Reading.extend({
  document: Reading.shape.document.extend({ publishedAt: StatedTime.nullable(), modifiedAt: StatedTime.nullable() }),
  reported: z.array(ReadReported.extend({ publishedAt: StatedTime })),
  responses: z.array(ReadResponse.extend({ publishedAt: StatedTime })),
});
/** A reading as the API shows it. */
function readingView({ document, reported, responses, ...reading }: Reading): z.output<typeof StatedReading> {
  const { publishedAt, modifiedAt } = document;
  const withTime = <T extends { publishedAt: PublishedTime }>(one: T) => ({ ...one, publishedAt: stated(one.publishedAt) });
  return {
    ...reading,
    document: { ...document, publishedAt: publishedAt && stated(publishedAt), modifiedAt: modifiedAt && stated(modifiedAt) },
    reported: reported.map(withTime),
    responses: responses.map(withTime),
  };
}
const Candidates = z.object({ candidates: z.array(CandidateOut) });

const LookedUp = z.object({
  document: Id.nullable(),
  claims: z.array(ClaimOut.extend({ stance: z.string().nullable(), score: z.number().nullable() })),
});
/** What is known about an address or a text. */
async function lookUp(context: Context, { url: given, text }: { url?: string | undefined; text?: string | undefined }) {
  const { db } = context;
  const wrong = (parameter: string, detail: string) => new Problem("invalid", `${parameter} ${detail}.`, [{ parameter, detail }]);
  if ((given === undefined) === (text === undefined)) throw wrong("url", "or text must be given, and not both");
  if (text !== undefined) {
    if (!text.isWellFormed() || text.includes("\0")) throw wrong("text", "must be well-formed Unicode without U+0000");
    const found = (await matchText(db, text, languageOf(text), 20)).filter((c) => c.decision !== "none");
    const ids = found.map((c) => c.claimId);
    const visible = new Map((await visibleClaims(context, ids)).map((claim) => [claim.id, claim]));
    const claims = found.flatMap(({ claimId, score }) => {
      const claim = visible.get(claimId);
      return claim ? [{ ...listedClaim(claim), stance: null, score }] : [];
    });
    return { document: null, claims };
  }
  const url = canonicalUrl(given ?? "");
  const id = url && idOfUrl(url);
  if (!url || !id) throw wrong("url", "must be a full http or https address");
  const row = await db.first(selectDocument(db, id, [aliasKey("url", url)]));
  const document = row && documentOf(row);
  if (!document) return { document: null, claims: [] };
  const sightingRows = await db.rows(selectSightingsOf(db, [document.id]));
  const sightings = sightingRows.map(sightingOf).filter((s) => s.listed);
  const ids = sightings.map((s) => s.claimId);
  const visible = await visibleClaims(context, ids);
  return {
    // Which documents the newsroom follows is private, unless a public claim shows it.
    document: visible.length || context.may("read") ? document.id : null,
    claims: visible.map((claim) => {
      const own = sightings.find((one) => one.claimId === claim.id);
      return { ...listedClaim(claim), stance: own ? settledStance(own) : null, score: own?.score ?? null };
    }),
  };
}

export const analyseRoutes = [
  route({
    method: "POST",
    path: "/v1/match",
    scope: "read",
    summary: "Find the claims that a text makes, without storing it",
    tools: [{ name: "match", isReading: true }],
    description: "Best first, with the decision (`linked`, `suggested`, `none`) and its reasons.",
    example: { body: { text: "Is it true that the bolts of the Exampleton bridge are made of plastic?" } },
    body: MatchInput,
    idempotency: "none",
    response: Candidates,
    async handle({ db, env }, { body }) {
      const lang = namedTag(body.lang) ?? languageOf(body.text);
      const candidates = await vote(env.AI, body.text, await matchText(db, body.text, lang, body.limit));
      return { body: { candidates: candidates.map(candidateView) } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/read",
    scope: "read",
    summary: "Read a document without storing it: statements, claims, responses, reported documents, stance",
    description: "As documents that are stored are read: for trying out, and for your own tools.",
    example: {
      body: {
        document: {
          kind: "article",
          title: "Bridge closed",
          text: "Exampleton Roads denied that the bolts are made of plastic. “All bolts are steel,” said Ada Moss, its head.",
        },
        about: { text: "The bridge in Exampleton was closed because its bolts are made of plastic" },
      },
    },
    body: ReadInput,
    bodyLimit: 5_000_000,
    idempotency: "none",
    response: StatedReading.extend({ candidates: z.array(CandidateOut) }),
    async handle({ db }, { body }) {
      const { reading, candidates } = await readAndMatch(db, withKind(check(DocumentInput, body.document)), body.about, body.context);
      return { body: { ...readingView(reading), candidates: candidates.map(candidateView) } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/lookup",
    scope: null,
    summary: "Look up a URL or a text: the document, and the claims that it makes",
    tools: [{ name: "lookup" }],
    description: "For a CMS, a browser extension or a chat bot. Without a key it shows public claims only, cached for up to a minute.",
    answerHeaders: ["ETag"],
    example: { query: { url: "https://mastodon.example/@ann/114289563174092341" } },
    query: z.strictObject({
      url: z.string().max(2048).optional(),
      text: z.string().max(5000).optional(),
    }),
    response: LookedUp,
    async handle(context, { query }) {
      const body = await lookUp(context, query);
      if (context.caller) return { body, headers: { vary: "authorization" } };
      const etag = `"${digest(JSON.stringify(body))}"`;
      const headers = { "cache-control": PUBLICLY, "cache-tag": tagOf(LOOK_UPS), vary: "authorization" };
      context.unlessModified(etag, headers);
      return { body, headers: { etag, ...headers } };
    },
  }),
];
