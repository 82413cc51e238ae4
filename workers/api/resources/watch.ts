/** Watches on claims: sources are searched for a claim's rarest words until a person ends the watch. */
import * as z from "zod";
import { unwatchClaim, watchClaim } from "../../crawl/watches.ts";
import { findWatch } from "../../store/crawl/watches.ts";
import type { Db } from "../../store/d1.ts";
import { ClaimParams } from "../names.ts";
import { type Context, type Declared, route } from "../route.ts";
import { isoOrNull } from "../views/instant.ts";
import { visibleClaim } from "./claims.ts";

const WatchOut = z
  .object({
    watching: z.boolean(),
    since: z.string().nullable(),
    words: z.array(z.string()).describe("The claim's rarest words; a post is found if it has all of them"),
    searches: z
      .array(
        z.object({
          source: z.string(),
          name: z.string(),
          watchedSince: z.string().nullable().describe("The start of the current watch period; null until the first successful run"),
          nextRunAt: z.string().nullable(),
          outcome: z.string().nullable(),
          why: z.string().nullable(),
        }),
      )
      .describe("The enabled sources that can be searched"),
  })
  .meta({ id: "Watch" });

async function answer(context: Context, id: string): Promise<z.output<typeof WatchOut>> {
  const { watch, searches } = await findWatch(context.db, id);
  return {
    watching: watch !== null,
    since: isoOrNull(watch?.since),
    words: watch?.words ?? [],
    searches: searches.map(({ sourceId, name, visit, since }) => ({
      source: sourceId,
      name,
      watchedSince: isoOrNull(since),
      nextRunAt: isoOrNull(visit.dueAt),
      outcome: visit.outcome,
      why: visit.why,
    })),
  };
}

/** A route about the watch on a claim; `change` begins or ends it. */
const watchRoute = (
  declared: Pick<Declared, "method" | "scope" | "summary" | "description">,
  change?: (db: Db, id: string, now: number) => Promise<unknown>,
) =>
  route({
    path: "/v1/claims/{id}/watch",
    ...declared,
    example: { params: { id: "bridge" } },
    params: ClaimParams,
    response: WatchOut,
    async handle(context, { params }) {
      const { id } = await visibleClaim(context, params.id);
      await change?.(context.db, id, context.now());
      return { body: await answer(context, id) };
    },
  });

export const watchRoutes = [
  watchRoute({
    method: "GET",
    scope: "read",
    summary: "Read the watch on a claim: whether sources are searched for its words",
    description: "With the words that are searched for, and the outcome of the last search of each source.",
  }),
  watchRoute(
    {
      method: "POST",
      scope: "review",
      summary: "Watch a claim: at each visit, sources that can be searched are searched for its rarest words",
      description:
        "The watch lasts until it is ended. The caller also follows the claim: its changes appear on the desk, and go to subscriptions with `watched`.",
    },
    watchClaim,
  ),
  watchRoute(
    {
      method: "DELETE",
      scope: "review",
      summary: "End the watch on a claim",
      description: "What was found stays, and so does the record of the watch. The caller no longer follows the claim.",
    },
    unwatchClaim,
  ),
];
