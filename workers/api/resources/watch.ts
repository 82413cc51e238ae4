/** Watches on claims: sources are searched for a claim's rarest words until somebody ends it. */
import * as z from "zod";
import { unwatchClaim, watchClaim } from "../../crawl/watches.ts";
import { findWatch } from "../../store/crawl/watches.ts";
import { type Context, route } from "../route.ts";
import { iso } from "../views/stored.ts";
import { ClaimParams, visibleClaim } from "./claims.ts";

const WatchOut = z
  .object({
    watching: z.boolean(),
    since: z.string().nullable(),
    words: z.array(z.string()).describe("The claim's rarest words, all of which a post must have to be found"),
    searches: z
      .array(
        z.object({
          source: z.string(),
          name: z.string(),
          watchedSince: z.string().nullable().describe("Without a break since then; null until its first good run"),
          nextRunAt: z.string().nullable(),
          outcome: z.string().nullable(),
          why: z.string().nullable(),
        }),
      )
      .describe("Of the sources that are on, those that can be searched"),
  })
  .meta({ id: "Watch" });
const orNull = (ms: number | null) => (ms === null ? null : iso(ms));

async function answer(context: Context, id: string): Promise<z.output<typeof WatchOut>> {
  const { watch, searches } = await findWatch(context.db, id);
  return {
    watching: watch !== null,
    since: orNull(watch?.since ?? null),
    words: watch?.words ?? [],
    searches: searches.map(({ sourceId, name, visit, since }) => ({
      source: sourceId,
      name,
      watchedSince: orNull(since),
      nextRunAt: orNull(visit.dueAt),
      outcome: visit.outcome,
      why: visit.why,
    })),
  };
}

export const watchRoutes = [
  route({
    method: "GET",
    path: "/v1/claims/{id}/watch",
    scope: "read",
    tag: "claims",
    summary: "Whether sources are searched for a claim's words, and how that goes",
    params: ClaimParams,
    status: 200,
    response: WatchOut,
    async handle(context, { params }) {
      const { id } = await visibleClaim(context, params.id);
      return { body: await answer(context, id) };
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/watch",
    scope: "review",
    tag: "claims",
    summary: "Watch a claim: the sources that can be searched are searched for its rarest words, as often as they are visited",
    params: ClaimParams,
    status: 200,
    response: WatchOut,
    async handle(context, { params }) {
      const claim = await visibleClaim(context, params.id);
      await watchClaim(context.db, claim, context.now());
      return { body: await answer(context, claim.id) };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/claims/{id}/watch",
    scope: "review",
    tag: "claims",
    summary: "Watch a claim no longer; what was found stays, and that it was watched",
    params: ClaimParams,
    status: 200,
    response: WatchOut,
    async handle(context, { params }) {
      const { id } = await visibleClaim(context, params.id);
      await unwatchClaim(context.db, id, context.now());
      return { body: await answer(context, id) };
    },
  }),
];
