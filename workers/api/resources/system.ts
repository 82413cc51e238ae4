/** Health, events, dead letters, and the jobs of the cron trigger on request. */
import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { DocumentName } from "../../../shared/model/fields.ts";
import { rebuildIndex } from "../../editing/claims/search-index.ts";
import { findDocuments } from "../../editing/references.ts";
import { hint } from "../../pipeline/queue.ts";
import { catchUp } from "../../pipeline/stories.ts";
import { redriveLetters, sweep } from "../../pipeline/sweep.ts";
import { derived } from "../../store/checks/rebuild.ts";
import { readEvents } from "../../store/jobs/blocks.ts";
import { countWaiting, deadLetterOf, selectDeadLetters } from "../../store/jobs/jobs.ts";
import { endRestore } from "../../store/jobs/upkeep.ts";
import { nextLink, nextOf, paged, positionOf } from "../paging.ts";
import { route } from "../route.ts";
import { VERSION } from "../version.ts";

/** Derived rows that can be rebuilt, in the order of `npm run rebuild`. */
const rebuildParts = ["search", "rollups", "history", "places", "texts", "suggestions", "documents"] as const;
const Limit = z.coerce.number().int().min(1).max(1000).default(100);

const deadLetterList = paged(
  "deadLetters",
  "DeadLetter",
  z.object({ document: z.string(), reason: z.string(), attempts: z.number(), at: z.string() }),
);

export const systemRoutes = [
  route({
    method: "GET",
    path: "/healthz",
    scope: null,
    summary: "The version, and whether the database answers",
    description: "Answers as soon as requests are served.",
    example: {},
    response: z.object({
      status: z.literal("ok"),
      version: z.string(),
      database: z.literal("ok"),
      waiting: z.number(),
      dead: z.number(),
    }),
    async handle({ db }) {
      const row = await db.first(countWaiting(db));
      return {
        body: { status: "ok", version: VERSION, database: "ok", waiting: Number(row?.waiting), dead: Number(row?.dead) },
        headers: { "cache-control": "no-store" },
      };
    },
  }),
  route({
    method: "GET",
    path: "/v1/events",
    scope: "read",
    summary: "List what changed after a seq, in order; seq has no gaps, and events never change",
    description: "To follow everything, store the last `seq` and ask for the events after it.",
    example: { query: { after: "0", limit: "20" } },
    answerHeaders: ["Link"],
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: Limit,
    }),
    response: z.object({
      events: z.array(z.object({ seq: z.number(), at: z.string(), type: z.string(), subject: z.string(), detail: z.unknown() })),
      next: z.string().nullable(),
    }),
    async handle({ db, request }, { query }) {
      const found = await readEvents(db, query.after, query.limit);
      const events = found.events.map((event) => ({
        ...event,
        at: isoTime(Number(event.at)),
        detail: JSON.parse(event.detail) as unknown,
      }));
      const last = events.at(-1);
      const next = last && found.more ? String(last.seq) : null;
      return { body: { events, next }, headers: nextLink(request, next, "after") };
    },
  }),
  route({
    method: "GET",
    path: "/v1/dead-letters",
    scope: "admin",
    summary: "List the documents that could not be read in five attempts",
    description: "With the reason of the last failure.",
    example: { query: { limit: "20" } },
    query: z.strictObject(deadLetterList.query),
    response: deadLetterList.response,
    async handle({ db, request }, { query }) {
      const after = String(positionOf(query.cursor, ["string"] as const)?.[0] ?? "");
      const rows = await db.rows(selectDeadLetters(db, after, query.limit));
      const deadLetters = rows.map(deadLetterOf).map((letter) => ({ ...letter, at: isoTime(letter.at) }));
      const next = nextOf(deadLetters, query.limit, ({ document }) => [document]);
      return deadLetterList.answer(request, query.fields, deadLetters, next);
    },
  }),
  route({
    method: "POST",
    path: "/v1/dead-letters/redrive",
    scope: "admin",
    summary: "Try dead letters again",
    description: "The answer leaves out documents that are not dead letters.",
    example: { body: { documents: ["d3yq6zmt0w4n8k1v5r7x2p9b6d0"] } },
    body: z.strictObject({ documents: z.array(DocumentName).min(1).max(1000) }),
    response: z.object({ redriven: z.array(z.string()) }),
    async handle({ db, now, env, defer }, { body }) {
      const { ids } = await findDocuments(db, body.documents);
      const redriven = await redriveLetters(
        db,
        [...ids.values()].flatMap((id) => id ?? []),
        now(),
      );
      if (redriven.length) defer(hint(env.INGEST, redriven));
      return { body: { redriven } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sweep",
    scope: "admin",
    summary: "Process the documents that are due, as the cron trigger does",
    description: "These are jobs that the queue lost or that wait for their next attempt. Lists and search follow the log.",
    example: {},
    response: z.object({ done: z.number(), failed: z.number(), more: z.boolean() }),
    async handle({ db, now }) {
      const swept = await sweep(db, now);
      const again = await catchUp(db, now());
      return { body: { ...swept, more: swept.more || again > 0 } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/rebuild",
    scope: "admin",
    summary:
      "Rebuild derived rows, a page at a time: the search, rollups, histories of claims, places in share trees, texts and their buckets, suggestions",
    description: "Send it again with `after` until `next` is null.",
    example: { query: { part: "search" } },
    query: z.strictObject({ part: z.enum(rebuildParts).default("search"), after: z.string().max(40).default("") }),
    response: z.object({ next: z.string().nullable() }),
    async handle({ db }, { query: { part, after } }) {
      const next = await (part === "search" ? rebuildIndex(db, after) : derived[part](db, after));
      // This ends a restore.
      if (part === "search" && next === null) await endRestore(db);
      return { body: { next } };
    },
  }),
];
