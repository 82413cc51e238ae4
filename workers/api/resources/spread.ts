/** The spread of a claim over time. */
import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { bucketOf, periods, spreadOf } from "../../../shared/timeline/spread.ts";
import { readSpread } from "../../store/claims/spread.ts";
import { etagOf } from "../../store/claims/timelines.ts";
import { ClaimParams } from "../names.ts";
import { cursorOf, nextLink, positionOf } from "../paging.ts";
import { AsOf, Bound, Cursor } from "../parameters.ts";
import { Problem } from "../problem.ts";
import { route } from "../route.ts";
import { caching, visibleClaim } from "./claims.ts";

const Counts = z.record(z.string(), z.number());

export const spreadRoutes = [
  route({
    method: "GET",
    path: "/v1/claims/{id}/spread",
    scope: null,
    summary: "Count the sightings of a claim by hour, day, week (from Monday) or month in UTC, with platforms, languages and stances",
    description:
      "Ready for a chart. Sightings whose time is only known as a range are counted in `wider`, stances that nobody has settled as `unsettled`.",
    example: { params: { id: "bridge" }, query: { by: "day" } },
    answerHeaders: ["ETag"],
    params: ClaimParams,
    query: z.strictObject({
      by: z.enum(periods).default("day"),
      from: Bound("earliest"),
      to: Bound("latest"),
      cursor: Cursor,
      asOf: AsOf,
    }),
    response: z
      .object({
        by: z.enum(periods),
        buckets: z
          .array(
            z.object({ from: z.string(), to: z.string(), sightings: z.number(), platforms: Counts, languages: Counts, stances: Counts }),
          )
          .describe("In order of time, without empty ones; `to` is exclusive"),
        wider: z.number().describe("Sightings whose time may be in more than one bucket; on the page of their earliest time"),
        undated: z.number().describe("Sightings of the whole claim whose time is not known"),
        next: z.string().nullable(),
      })
      .meta({ id: "Spread" }),
    async handle(context, { params, query }) {
      const claim = await visibleClaim(context, params.id, query.asOf);
      const { by, to, asOf } = query;
      const etag = etagOf(claim, "spread", by, query.from, to, query.cursor ?? null, asOf);
      context.unlessModified(etag, caching(claim, query.asOf));
      const after = positionOf(query.cursor, ["number"] as const);
      const from = after ? Number(after[0]) : query.from;
      const { rows, more } = await readSpread(context.db, claim, { by, from, to, asOf });
      // The last bucket of a page that is cut off may be incomplete, so the next page begins with it.
      const cut = more === null ? null : bucketOf(more, by);
      if (cut !== null && from !== null && cut <= bucketOf(from, by)) throw tooMany(by);
      const found = spreadOf(rows, by, from, cut === null ? to : cut - 1);
      if (cut !== null && !found.buckets.length && !found.wider) throw tooMany(by);
      const next = cut === null ? null : cursorOf([cut]);
      return {
        body: { by, ...found, buckets: found.buckets.map((b) => ({ ...b, from: isoTime(b.from), to: isoTime(b.to) })), next },
        headers: { etag, ...caching(claim, asOf), ...nextLink(context.request, next) },
      };
    },
  }),
];

function tooMany(by: string): Problem {
  return new Problem("invalid", `One ${by} has more sightings than an answer counts: ask for another period, or without asOf.`, [
    { parameter: "by", detail: "has too many sightings in one bucket" },
  ]);
}
