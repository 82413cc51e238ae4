/** Reads and matches a text without storing it, and looks up what is known of a URL or a text. */
import * as z from "zod";
import { withKind } from "../../../shared/html/document-kind.ts";
import { linksIn } from "../../../shared/html/page.ts";
import { queryTerms, type ScoredCandidate, score } from "../../../shared/match/index.ts";
import { DocumentInput } from "../../../shared/model/document.ts";
import { Id } from "../../../shared/model/fields.ts";
import { textIdOf } from "../../../shared/model/id.ts";
import { aliasKey, type Incoming, identify, idOfUrl } from "../../../shared/model/identity.ts";
import { Decision, MatchInput } from "../../../shared/model/match.ts";
import { ReadInput, Reading } from "../../../shared/model/reading.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { languageOf } from "../../../shared/text/language.ts";
import { namedTag } from "../../../shared/text/language-tag.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { findCandidates } from "../../store/claims/search.ts";
import type { Db, Row } from "../../store/d1.ts";
import { documentOf, selectDocument } from "../../store/documents/documents.ts";
import { selectClaimsSeenBy, selectSightingsOf, sightingOf } from "../../store/relations/sightings.ts";
import { check } from "../body.ts";
import { Problem } from "../problem.ts";
import { route } from "../route.ts";
import { ClaimOut, claimView } from "../views/claims.ts";
import { visibleClaims } from "../views/findings.ts";
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
  const also = selectClaimsSeenBy(db, ids, keys, textIdOf(text).id);
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
/** Reads a document and matches it against the claims. Nothing is stored. */
export async function readAndMatch(
  db: Db,
  input: Incoming,
  about?: z.output<typeof ReadInput>["about"],
  context?: z.output<typeof ReadInput>["context"],
): Promise<{ reading: Reading; candidates: ScoredCandidate[] }> {
  const identity = identify(input);
  const reading = readDocument(
    {
      kind: input.kind,
      url: identity.url,
      title: input.title ?? null,
      text: input.text ?? null,
      html: input.html ?? null,
      lang: input.lang ?? null,
      publishedAt: identity.published.basis === "unknown" ? null : identity.published,
      author: input.author?.name ?? identity.handle,
      site: identity.family,
    },
    about ?? null,
    context ?? null,
  );
  const isPost = input.kind === "post" || input.kind === "comment";
  const text = isPost ? reading.document.text : (reading.claims[0]?.text ?? reading.document.title ?? "");
  return { reading, candidates: text ? await matchText(db, text.slice(0, 20_000), reading.document.lang, 5) : [] };
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
const Candidates = z.object({ candidates: z.array(CandidateOut) });

export const analyseRoutes = [
  route({
    method: "POST",
    path: "/v1/match",
    scope: "read",
    tag: "analyse",
    summary: "Find the claims that a text makes, without storing it",
    tools: [{ name: "match" }],
    description: "Best first, with the decision (`linked`, `suggested`, `none`) and its reasons.",
    example: { body: { text: "Is it true that the bolts of the Exampleton bridge are made of plastic?" } },
    idempotency: "none",
    body: MatchInput,
    status: 200,
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
    tag: "analyse",
    summary: "Read a document without storing it: statements, claims, responses, reported documents, stance",
    description: "The same as what happens to a document that is sent, for trying out and for tools of one's own.",
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
    idempotency: "none",
    body: ReadInput,
    bodyLimit: 5_000_000,
    status: 200,
    response: Reading.extend({ candidates: z.array(CandidateOut) }),
    async handle({ db }, { body }) {
      const { reading, candidates } = await readAndMatch(db, withKind(check(DocumentInput, body.document)), body.about, body.context);
      return { body: { ...reading, candidates: candidates.map(candidateView) } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/lookup",
    scope: null,
    tag: "analyse",
    summary: "Look up a URL or a text: the document, and the claims that it makes",
    tools: [{ name: "lookup" }],
    description: "For a CMS, a browser extension or a chat bot. Without a key it shows public claims only.",
    example: { query: { url: "https://mastodon.example/@ann/114289563174092341" } },
    query: z.strictObject({
      url: z.string().max(2048).optional(),
      text: z.string().max(5000).optional(),
    }),
    status: 200,
    response: z.object({
      document: Id.nullable(),
      claims: z.array(ClaimOut.extend({ stance: z.string().nullable(), score: z.number().nullable() })),
    }),
    async handle(context, { query }) {
      const { db } = context;
      if ((query.url === undefined) === (query.text === undefined))
        throw new Problem("invalid", "Give url or text, and not both.", [{ parameter: "url", detail: "give url or text" }]);
      if (query.text !== undefined) {
        if (!query.text.isWellFormed() || query.text.includes("\0"))
          throw new Problem("invalid", "text must be well-formed Unicode without U+0000.", [
            { parameter: "text", detail: "must be well-formed Unicode without U+0000" },
          ]);
        const found = (await matchText(db, query.text, languageOf(query.text), 20)).filter((c) => c.decision !== "none");
        const visible = await visibleClaims(
          context,
          found.map((c) => c.claimId),
        );
        return {
          body: {
            document: null,
            claims: found.flatMap((c) =>
              visible.filter((v) => v.id === c.claimId).map((v) => ({ ...claimView(v), stance: null, score: c.score })),
            ),
          },
        };
      }
      const url = canonicalUrl(query.url ?? "");
      const id = url && idOfUrl(url);
      if (!url || !id)
        throw new Problem("invalid", "url must be an absolute http or https URL.", [
          { parameter: "url", detail: "must be an absolute http or https URL" },
        ]);
      const [rows = []] = await db.batch([selectDocument(db, id, [aliasKey("url", url)])]);
      const document = rows[0] && documentOf(rows[0]);
      if (!document) return { body: { document: null, claims: [] } };
      const [sightingRows = []] = await db.batch([selectSightingsOf(db, [document.id])]);
      const sightings = sightingRows.map(sightingOf).filter((s) => s.listed);
      const visible = await visibleClaims(
        context,
        sightings.map((s) => s.claimId),
      );
      return {
        body: {
          // Which documents the newsroom follows is nobody's business, unless a claim that all may see shows it.
          document: visible.length || context.may("read") ? document.id : null,
          claims: visible.map((v) => {
            const s = sightings.find((one) => one.claimId === v.id);
            return { ...claimView(v), stance: s?.stance ?? null, score: s?.score ?? null };
          }),
        },
      };
    },
  }),
];
