/** Claims: create, list, search, read, change, merge and split them, and record ratings by third parties. */
import * as z from "zod";
import { ClaimInput, ClaimPatch, ClaimStatus, Visibility } from "../../../shared/model/claim.ts";
import { ClaimName, DocumentName, Id, Lang } from "../../../shared/model/fields.ts";
import { stated, tense } from "../../../shared/model/time.ts";
import { VerdictInput } from "../../../shared/model/verdict.ts";
import { ReadersView } from "../../../shared/review/readers.ts";
import { patchClaim } from "../../editing/claims/change.ts";
import { createClaims } from "../../editing/claims/create.ts";
import { decideMerge, decideSplit, type MoveDecided } from "../../editing/decisions/merge.ts";
import { SECOND_LOOK } from "../../editing/decisions/plan.ts";
import { findDocuments } from "../../editing/references.ts";
import { namesUnread, needsSecondLook } from "../../editing/sightings.ts";
import { recordVerdict } from "../../editing/verdicts.ts";
import { backfillClaims } from "../../pipeline/backfill.ts";
import { hint } from "../../pipeline/queue.ts";
import * as store from "../../store/claims/claims.ts";
import { selectEmbed, settingsOf } from "../../store/claims/embeds.ts";
import { findClaims, findSimilarClaims } from "../../store/claims/find.ts";
import { etagOf, type Place, placeIn, readClaim } from "../../store/claims/timelines.ts";
import { tagOf } from "../../store/edge-cache.ts";
import { publishPolicy } from "../../store/publishing.ts";
import { selectNaming } from "../../store/relations/sightings.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";
import { idempotent } from "../idempotency.ts";
import { ClaimParams, claimIdNamed } from "../names.ts";
import { badCursor, paged, timePositionOf } from "../paging.ts";
import { AsOf, Since } from "../parameters.ts";
import { Problem, refusalOf } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { ClaimOut, claimView, listedClaim } from "../views/claims.ts";
import { VerdictOut } from "../views/stored.ts";

/** A claim as the caller sees it. `fixed`: as it was at an instant of the past, which can never change. */
type ShownClaim = store.ClaimSummary & { fixed: boolean };

/**
 * The claim that an id, a ref or a page's address names, if the caller may see it. Throws a 404 for any other, and a 422 for an instant in the
 * future.
 */
export async function visibleClaim(
  context: Context,
  name: string,
  asOf: number | null = null,
  read = (id: string) => readClaim(context.db, id, asOf),
): Promise<ShownClaim> {
  const when = tense(asOf, context.now());
  if (when === "future")
    throw new Problem("invalid", "asOf is in the future.", [
      { parameter: "asOf", detail: "is in the future: a date means its last instant, in UTC" },
    ]);
  const claim = await read(await claimIdNamed(context.db, name));
  if (!claim || (claim.hidden && !context.may("read")))
    throw new Problem("not-found", asOf === null ? "No claim has this id or ref." : "No claim had this id or ref then.");
  return { ...claim, fixed: when === "fixed" };
}
/** Cache-Control of what anybody may see: browsers ask each time, caches on the way keep it for a minute. */
export const PUBLICLY = "public, max-age=0, s-maxage=60, stale-while-revalidate=60, must-revalidate";
/** Cache headers of an answer about a claim: private for hidden claims and for `all` (with words that only reviewers see), else public. */
export function caching(claim: ShownClaim, asOf: number | null, all = false): Record<string, string> {
  if (claim.hidden || all) return { "cache-control": "private, no-cache" };
  // A past state can still change for a minute. Later it may still be erased or hidden, so no answer is kept for good.
  if (asOf !== null && !claim.fixed) return { "cache-control": "public, max-age=0, must-revalidate" };
  return {
    "cache-control": PUBLICLY,
    "cache-tag": tagOf(claim.id),
  };
}
/** The place in a timeline that a cursor names; null without one. Throws a 422 for a bad cursor. */
export function placeOf(cursor: string | undefined): Place | null {
  const place = cursor === undefined ? null : placeIn(cursor);
  if (cursor !== undefined && !place) throw badCursor();
  return place;
}
const claimList = paged("claims", "ListedClaim", ClaimOut.omit({ embed: true }));

/** Queues stored documents that are likely to make a claim, so that they are matched with it. */
async function backfill(context: Context, id: string): Promise<void> {
  const found = await backfillClaims(context.db, [id], context.now(), { similar: true });
  if (found.length) context.defer(hint(context.env.INGEST, found));
}
const MergeInput = z.strictObject({ into: ClaimName.describe("The other claim: id, ref or page address") }).meta({ id: "MergeInput" });
const SplitInput = z.strictObject({ ...MergeInput.shape, documents: z.array(DocumentName).min(1).max(100) }).meta({ id: "SplitInput" });
export const MovedOut = z
  .object({
    id: Id,
    moved: z.number(),
    left: z.boolean().describe("Whether more documents are left: then send the same request again"),
    decision: z.string().nullable().describe("id of the decision, with which it can be undone"),
  })
  .meta({ id: "Moved" });
const movedOr422 = (moved: MoveDecided | null): { body: z.output<typeof MovedOut> } => {
  if (moved) return { body: { id: moved.into, moved: moved.moved, left: moved.left, decision: moved.id } };
  throw new Problem("invalid", "into names no other claim.", [{ pointer: "#/into", detail: "names no other claim" }]);
};
const AlikeOut = z.object({ id: Id, text: z.string(), score: z.number(), tracked: z.boolean(), same: z.boolean() });
const Created = z.object({ id: Id, status: z.enum(["created", "changed", "same"]) });

export const claimRoutes = [
  route({
    method: "POST",
    path: "/v1/claims",
    scope: "ingest",
    summary: "Create a claim; the same ref (or, without one, the same words) is the same claim",
    tools: [{ name: "add_claim" }],
    description: "A known `ref` changes its claim. After the answer, stored documents that probably make the claim are matched with it.",
    example: {
      body: {
        ref: "ferry",
        text: "The ferry to Exampleton will stop in June",
        phrasings: ["No ferry to Exampleton from June on"],
        subject: "Exampleton Ferries",
      },
    },
    answerHeaders: ["Location"],
    otherStatuses: { 200: "It was there already" },
    idempotency: "atomic",
    body: ClaimInput,
    status: 201,
    response: Created,
    handle: (context, { body }) =>
      idempotent(context, body, async (also) => {
        const [outcome] = await createClaims(context.db, [body], {
          now: context.now(),
          mayReview: context.may("review"),
          also: also && (([result]) => (result && "id" in result ? also(result, result.status === "created" ? 201 : 200) : [])),
        });
        if (!outcome || !("id" in outcome)) throw refusalOf(outcome ?? { pointer: "", detail: "was not taken" });
        if (outcome.status !== "same") await backfill(context, outcome.id);
        return { status: outcome.status === "created" ? 201 : 200, body: outcome, headers: { location: `/v1/claims/${outcome.id}` } };
      }),
  }),
  route({
    method: "GET",
    path: "/v1/claims",
    scope: null,
    summary: "List claims, newest first, or search them by words",
    tools: [{ name: "search_claims" }],
    description:
      "Proposals that a document carries, and claims that are not public, are listed only for a key with the scope read. With `q` the best matches come first. With filters a page examines 1,000 claims, and may be short.",
    example: { query: { q: "bridge", limit: "20" } },
    query: z.strictObject({
      q: z.string().max(1000).optional(),
      status: ClaimStatus.optional().describe("Only claims of this status"),
      visibility: Visibility.optional().describe("Only claims of this visibility"),
      lang: Lang.optional().describe("Only claims in this language"),
      subject: z.string().max(256).optional().describe("Only claims about this party, as its name is written there"),
      platform: z
        .string()
        .max(63)
        .regex(/^[a-z0-9._-]*$/, { error: "must be the name of a platform, such as mastodon" })
        .optional()
        .describe("Only claims that appeared on this platform"),
      since: Since,
      ...claimList.query,
    }),
    response: claimList.response,
    async handle(context, { query }) {
      const { q = "", limit, status = "", visibility = "", lang = "", subject = "", platform = "", since } = query;
      const isFiltered = Boolean(status || visibility || lang || subject || platform || since !== null);
      const filter = isFiltered ? { status, visibility, lang, subject, platform, since: since ?? 0, unanswered: false } : null;
      const before = timePositionOf(query.cursor);
      const { claims, next } = await findClaims(context.db, { q, limit, before, all: context.may("read"), filter });
      return claimList.answer(context.request, query.fields, claims.map(listedClaim), next);
    },
  }),
  route({
    method: "GET",
    path: "/v1/claims/{id}",
    scope: null,
    summary: "Read a claim",
    description: "For a merged claim, the answer is the claim that it was merged into. `revision` grows with each change.",
    example: { params: { id: "bridge" } },
    answerHeaders: ["ETag"],
    params: ClaimParams,
    query: z.strictObject({ asOf: AsOf }),
    response: ClaimOut,
    async handle(context, { params, query }) {
      const claim = await visibleClaim(context, params.id, query.asOf);
      const all = context.may("review");
      const isOpen = all || publishPolicy() === "all";
      const etag = etagOf(claim, "claim", query.asOf, all ? "all" : null);
      context.unlessModified(etag, caching(claim, query.asOf, all));
      const [phrasings = [], embeds = []] = await context.db.batch([
        store.selectPhrasings(context.db, claim.id, query.asOf ?? undefined),
        selectEmbed(context.db, claim.id),
      ]);
      const [lines = []] = isOpen || !phrasings.length ? [] : await context.db.batch([selectNaming(context.db, claim.id, query.asOf)]);
      const view = new ReadersView(claim.text, lines.map(sightingOf));
      const texts = phrasings.map((row) => String(row.text)).filter((text) => isOpen || view.words(text) !== null);
      return {
        body: { ...claimView({ ...claim, phrasings: texts }), embed: settingsOf(embeds[0], query.asOf) },
        headers: { etag, ...caching(claim, query.asOf, all) },
      };
    },
  }),
  route({
    method: "PATCH",
    path: "/v1/claims/{id}",
    scope: "review",
    summary: "Change a claim, or accept a proposed one (status open, visibility public)",
    description: "Fields that are not sent stay as they are.",
    example: { params: { id: "bridge" }, body: { subject: "Exampleton Roads" } },
    params: ClaimParams,
    body: ClaimPatch,
    response: ClaimOut,
    async handle(context, { params, body }) {
      const before = await visibleClaim(context, params.id);
      const { id, status, text } = before;
      const isShown = body.visibility !== undefined && body.visibility !== "private";
      if (isShown && before.visibility === "private" && needsSecondLook({ ...before, text: body.text ?? text }))
        throw new Problem("invalid", "A claim that names a person becomes public by two people here.", [
          { pointer: "#/visibility", detail: `${SECOND_LOOK}, by POST /v1/decisions` },
        ]);
      if (status === "proposed" && isShown && body.text === undefined && namesUnread(text))
        throw new Problem("invalid", "The wording of this proposal may name a person.", [
          { pointer: "#/text", detail: "must be sent with the visibility: who publishes words that a machine chose has read them" },
        ]);
      const claim = await patchClaim(context.db, id, body, context.now());
      if (!claim) throw new Problem("not-found", "No claim has this id.");
      if (body.text !== undefined || body.addPhrasings?.length || body.status !== undefined) await backfill(context, claim.id);
      const embeds = await context.db.rows(selectEmbed(context.db, claim.id));
      return { body: { ...claimView(claim), embed: settingsOf(embeds[0]) } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/claims/{id}/alike",
    scope: "read",
    summary: "Find similar claims and proposals; those with same=true are this claim in other words and should be merged",
    description: "Compared by their words, best first, with claims and proposals that the caller may see.",
    example: { params: { id: "bridge" } },
    params: ClaimParams,
    response: z.object({ claims: z.array(AlikeOut) }),
    async handle(context, { params }) {
      const alike = await findSimilarClaims(context.db, await visibleClaim(context, params.id));
      return { body: { claims: alike.map(({ id, text, score, tracked, same }) => ({ id, text, score, tracked, same })) } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/merge",
    scope: "review",
    summary: "Merge a claim into another that says the same; its address redirects there",
    description: "Sightings, wordings, ratings and feeds move to the other claim; past timelines of this claim stay as they were.",
    example: { params: { id: "bridge-again" }, body: { into: "bridge" } },
    params: ClaimParams,
    body: MergeInput,
    response: MovedOut,
    async handle(context, { params, body }) {
      await visibleClaim(context, params.id);
      return movedOr422(
        await decideMerge(context.db, { from: await claimIdNamed(context.db, params.id), into: body.into, why: null }, context.now()),
      );
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/split",
    scope: "review",
    summary: "Move documents to another claim, because they do not make this one",
    description: "The documents and their reposts become sightings of the other claim.",
    example: { params: { id: "bridge" }, body: { into: "ferry", documents: ["chatter"] } },
    params: ClaimParams,
    body: SplitInput,
    response: MovedOut,
    async handle(context, { params, body }) {
      const claim = await visibleClaim(context, params.id);
      const { documents } = await findDocuments(context.db, body.documents);
      const ids = [...documents.values()].map(({ id }) => id);
      return movedOr422(await decideSplit(context.db, { from: claim, into: body.into, documents: ids, why: null }, context.now()));
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/verdicts",
    scope: "review",
    summary: "Record a third party's published rating; another rating for the same page replaces it",
    description: "Whence rates nothing itself. Only such ratings are published as ClaimReview.",
    example: {
      params: { id: "bridge" },
      body: { publisher: "Example Checks", label: "False", url: "https://checks.example/bridge-bolts", publishedAt: "2025-04-12" },
    },
    otherStatuses: { 200: "It replaced the last rating of that page" },
    params: ClaimParams,
    body: VerdictInput,
    status: 201,
    response: VerdictOut,
    async handle(context, { params, body }) {
      const claim = await visibleClaim(context, params.id);
      const { verdict, status } = await recordVerdict(context.db, claim.id, body, context.now());
      const { published: publishedAt, ...rest } = verdict;
      return { status: status === "created" ? 201 : 200, body: { ...rest, publishedAt: stated(publishedAt) } };
    },
  }),
];
