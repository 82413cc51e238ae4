/** What the current matcher would link otherwise, and on request does. */
import * as z from "zod/mini";
import { Id } from "../../../shared/model/model.ts";
import { replay, replayKinds } from "../../pipeline/replay.ts";
import { route } from "../route.ts";
import { shape } from "../shape.ts";

const Standing = /* @__PURE__ */ shape(() =>
  z
    .nullable(z.object({ listed: z.boolean(), score: z.nullable(z.number()), stance: z.string(), method: z.string() }))
    .register(z.globalRegistry, { id: "ReplayStanding" }),
);

export const replayRoutes = [
  route(
    {
      method: "POST",
      path: "/v1/replay",
      scope: "admin",
      query: z.strictObject({
        after: z._default(z.string().check(z.maxLength(40)), ""),
        limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 20),
        apply: z._default(z.enum(["true", "false"]), "false"),
      }),
      status: 200,
      handle: async ({ db, now }, { query }) => ({
        body: await replay(db, query.after, query.limit, query.apply === "true", now),
        headers: { "cache-control": "no-store" },
      }),
    },
    typeof BUNDLED === "undefined" && {
      tag: "system",
      summary:
        "Derive the machine's links of a page of documents anew: what would change, and with apply=true it is changed; what persons said stays",
      response: z.object({
        documents: z.number(),
        changes: z.array(
          z.object({ kind: z.enum(replayKinds), claim: Id, claimText: z.string(), document: Id, was: Standing, now: Standing }),
        ),
        reposts: z.number(),
        next: z.nullable(z.string()),
      }),
    },
  ),
];
