/** The timeline of a claim in every format, and its responses. */
import * as z from "zod";
import { BYTE_ORDER_MARK } from "../../../shared/csv.ts";
import { instantOfRevision } from "../../store/claims/asof.ts";
import {
  etagOf,
  newestEvents,
  readClaim,
  readClaimShown,
  readFirstPage,
  responsesPage,
  timelinePage,
  waitingResponsesPage,
} from "../../store/claims/timelines.ts";
import { timelineWith } from "../../store/claims/whole.ts";
import { blockOf, selectBlockAt } from "../../store/jobs/blocks.ts";
import { formats } from "../formats/index.ts";
import { ClaimParams } from "../names.ts";
import { nextLink, timePositionOf } from "../paging.ts";
import { AsOf, Cursor, Limit } from "../parameters.ts";
import { Problem } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { EventOut, eventView, TimelineOut, timelineView } from "../views/stored.ts";
import { caching, placeOf, visibleClaim } from "./claims.ts";

const Revision = z.coerce.number().int().min(1).max(1e9).optional().describe("The timeline as it was at this revision");

/** The instant of a claim's revision, in ms. Throws a 404 if there is none. */
async function instantOf(context: Context, id: string, revision: number): Promise<number> {
  const claim = await visibleClaim(context, id);
  const at = await instantOfRevision(context.db, claim.id, revision);
  if (at === null) throw new Problem("not-found", "The claim has no such revision.");
  return at;
}

/** For a past instant: the header with number and hash of the block that seals all events up to it, if there is one. */
async function sealOf({ db }: Context, asOf: number | null): Promise<Record<string, string>> {
  if (asOf === null) return {};
  const row = await db.first(selectBlockAt(db, asOf));
  if (!row) return {};
  const { number, hash } = blockOf(row);
  return { "whence-seal": `block=${number}; hash="${hash}"` };
}

export const timelineRoutes = [
  route({
    method: "GET",
    path: "/v1/claims/{id}/timeline",
    scope: null,
    summary: "The timeline of a claim: where it appeared, how it spread, who responded",
    tools: [
      { name: "timeline" },
      {
        name: "trace",
        title: "Tell where a claim came from, how it spread and who responded, as Markdown",
        query: { format: "markdown" },
        hidden: ["with"],
      },
    ],
    description:
      "One page of events in the order of time, with facts about the whole claim at the top: earliest known, first response, counts, ratings. Independent origins, threads and what came after a denial are those of the page: `GET /v1/claims/{id}/graph` has them of the whole claim.",
    example: { params: { id: "bridge" }, query: { limit: "50" } },
    answerHeaders: ["ETag", "Whence-Seal"],
    otherTypes: Object.values(formats)
      .map(({ type }) => type.split(";")[0] ?? type)
      .filter((type) => type !== "application/json"),
    params: ClaimParams,
    query: z.strictObject({
      limit: Limit(200, 50),
      cursor: Cursor,
      asOf: AsOf,
      rev: Revision,
      format: z.enum(Object.keys(formats) as [string, ...string[]]).default("json"),
      bom: z.literal("true").optional().describe("CSV with a byte order mark, for Excel"),
      with: z
        .enum(["waiting", "rejected"])
        .optional()
        .describe(
          "Also shows the lines that wait for review, or those that were rejected; statements about the whole are then those of the page. Needs a key with the scope review",
        ),
    }),
    response: TimelineOut,
    async handle(context, { params, query }) {
      if (query.rev !== undefined && query.asOf !== null)
        throw new Problem("invalid", "rev and asOf cannot be given together.", [
          { parameter: "rev", detail: "cannot be given together with asOf" },
        ]);
      if (query.with) {
        const others = { rev: query.rev !== undefined, asOf: query.asOf !== null, format: query.format !== "json" };
        const [other] = Object.entries(others).flatMap(([name, isGiven]) => (isGiven ? [name] : []));
        if (other)
          throw new Problem("invalid", `with and ${other} cannot be given together.`, [
            { parameter: "with", detail: `shows the timeline of now as JSON: it cannot be given together with ${other}` },
          ]);
        if (!context.may("review")) throw new Problem("forbidden", "What is not shown needs a key with the scope review.");
        const claim = await visibleClaim(context, params.id);
        const page = { after: timePositionOf(query.cursor), limit: query.limit };
        const { timeline, next } = await timelineWith(context.db, claim, query.with, page);
        return {
          body: timelineView(timeline, next),
          headers: { "cache-control": "private, no-store", ...nextLink(context.request, next) },
        };
      }
      const asOf = query.rev === undefined ? query.asOf : await instantOf(context, params.id, query.rev);
      const format = formats[query.format];
      // A caller with an earlier answer mostly needs only the claim, to learn that nothing changed.
      const isAhead = asOf === null && query.cursor === undefined && !format?.newest && !context.request.headers.has("if-none-match");
      let rows: Awaited<ReturnType<typeof readFirstPage>>["rows"];
      const withPage = async (id: string) => {
        const ahead = await readFirstPage(context.db, id, query.limit);
        rows = ahead.rows;
        return ahead.claim;
      };
      // The watched sources are on the first page.
      const withWatched = (id: string) => (query.cursor === undefined ? readClaimShown : readClaim)(context.db, id, asOf);
      const claim = await visibleClaim(context, params.id, asOf, isAhead ? withPage : withWatched);
      const all = context.may("review");
      const etag = etagOf(claim, "t", query.format, query.limit, query.cursor ?? null, asOf, all ? "all" : null);
      context.unlessModified(etag, caching(claim, asOf, all));
      const options = { place: placeOf(query.cursor), limit: query.limit, asOf, all, rows };
      const { timeline, next } = format?.newest
        ? { timeline: await newestEvents(context.db, claim, options), next: null }
        : await timelinePage(context.db, claim, options);
      const headers = { etag, ...caching(claim, asOf, all), ...nextLink(context.request, next), ...(await sealOf(context, asOf)) };
      if (!format || query.format === "json") return { body: timelineView(timeline, next), headers };
      const text = format.write(timelineView(timeline, next), { baseUrl: context.baseUrl, self: context.request.url });
      return new Response(query.bom && query.format === "csv" ? BYTE_ORDER_MARK + text : text, {
        headers: { "content-type": format.type, ...headers },
      });
    },
  }),
  route({
    method: "GET",
    path: "/v1/claims/{id}/responses",
    scope: null,
    summary: "The responses to a claim: who responded, how, and how long after",
    tools: [{ name: "responses" }],
    description: "Each response is one document's report of a party's act. The acts themselves are in `acts` of the timeline.",
    example: { params: { id: "bridge" }, query: { limit: "50" } },
    answerHeaders: ["ETag"],
    params: ClaimParams,
    query: z.strictObject({
      limit: Limit(100, 50),
      cursor: Cursor,
      asOf: AsOf,
      state: z
        .literal("suggested")
        .optional()
        .describe("Only responses that wait for review and are not public; needs a key with the scope review"),
    }),
    response: z.object({ responses: z.array(EventOut), next: z.string().nullable() }),
    async handle(context, { params, query }) {
      const claim = await visibleClaim(context, params.id, query.asOf);
      if (query.state) {
        if (!context.may("review")) throw new Problem("forbidden", "What waits for review needs a key with the scope review.");
        const { events, next } = await waitingResponsesPage(context.db, claim, { after: timePositionOf(query.cursor), limit: query.limit });
        return { body: { responses: events.map(eventView), next }, headers: { "cache-control": "private, no-store" } };
      }
      const all = context.may("review");
      const etag = etagOf(claim, "r", query.limit, query.cursor ?? null, query.asOf, all ? "all" : null);
      context.unlessModified(etag, caching(claim, query.asOf, all));
      const { events, next } = await responsesPage(context.db, claim, {
        after: timePositionOf(query.cursor),
        limit: query.limit,
        asOf: query.asOf,
        all,
      });
      const headers = { etag, ...caching(claim, query.asOf, all), ...nextLink(context.request, next) };
      return { body: { responses: events.map(eventView), next }, headers };
    },
  }),
];
