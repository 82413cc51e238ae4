/** Replay: what the current reader and matcher would change in stored documents. On request the changes are made. */
import * as z from "zod";
import { Id } from "../../../../shared/model/fields.ts";
import { replay, replayKinds } from "../../../pipeline/replay.ts";
import { route } from "../../route.ts";

const Standing = z
  .object({ listed: z.boolean(), score: z.number().nullable(), stance: z.string(), method: z.string() })
  .nullable()
  .meta({ id: "ReplayStanding" });

export const ReplayOut = z.object({
  documents: z.number(),
  changes: z.array(z.object({ kind: z.enum(replayKinds), claim: Id, claimText: z.string(), document: Id, was: Standing, now: Standing })),
  reposts: z.number(),
  next: z.string().nullable(),
});

export const replayRoutes = [
  route({
    method: "POST",
    path: "/v1/replay",
    scope: "admin",
    summary: "Read and match a page of stored documents again: returns what would change, and with apply=true changes it",
    description: "Decisions of people stay.",
    example: { query: { limit: "10" } },
    query: z.strictObject({
      after: z.string().max(40).default(""),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      apply: z.enum(["true", "false"]).default("false"),
    }),
    idempotency: "words",
    response: ReplayOut,
    handle: async ({ db, now }, { query }) => ({
      body: await replay(db, query.after, query.limit, query.apply === "true", now),
      headers: { "cache-control": "no-store" },
    }),
  }),
];
