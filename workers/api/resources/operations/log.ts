/** The sealed log: its blocks, and proofs that an event is in one. And the instance's state. */

import * as z from "zod";
import { isoTime } from "../../../../shared/iso.ts";
import { entryOf } from "../../../../shared/log/block.ts";
import { inclusionProof } from "../../../../shared/log/merkle.ts";
import { sealingKey } from "../../../pipeline/seal.ts";
import { statusOf } from "../../../pipeline/status.ts";
import { blockOf, readEvents, selectBlockOf, selectBlocks } from "../../../store/jobs/blocks.ts";
import { selectLastEvent } from "../../../store/jobs/events.ts";
import { nextLink } from "../../paging.ts";
import { Problem } from "../../problem.ts";
import { route } from "../../route.ts";
import { VERSION } from "../../version.ts";
import { Instant } from "../../views/instant.ts";

const BlockOut = z
  .object({
    number: z.number(),
    firstSeq: z.number(),
    lastSeq: z.number(),
    at: Instant.describe("When it was sealed"),
    previous: z.string().describe("Hash of the block before; empty in the first"),
    root: z.string().describe("Merkle tree hash of its events (RFC 9162, 2.1)"),
    hash: z.string().describe("SHA-256 of the JSON list of all of the above, `at` in ms since 1970"),
    signature: z.string().nullable().describe("Ed25519 over the hash's digits, base64; null where the instance had no key for it"),
    stamp: z.string().nullable().describe("An authority's time stamp over the hash (RFC 3161), base64; null where it has none"),
  })
  .meta({ id: "LogBlock" });
const KeyOut = z
  .object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string() })
  .nullable()
  .meta({ id: "LogKey" });
const EventIn = z
  .object({ seq: z.number(), at: Instant, type: z.string(), subject: z.string(), detail: z.string() })
  .describe("As the log has it: what is hashed is the JSON list of these, `at` in ms since 1970");
const inWords = <T extends { at: number | string }>(one: T) => ({ ...one, at: isoTime(Number(one.at)) });
export const StatusOut = z
  .object({
    state: z.enum(["ok", "attention"]),
    version: z.string(),
    waiting: z.number(),
    dead: z.number(),
    upkeep: z.array(z.object({ name: z.string(), at: z.string(), detail: z.record(z.string(), z.unknown()) })),
    problems: z.array(z.string()),
  })
  .meta({ id: "Status" });

export const logRoutes = [
  route({
    method: "GET",
    path: "/v1/status",
    scope: null,
    summary: "How the instance is: what waits, what upkeep ran last, and what needs a person",
    description: "For a monitor: `state` is `attention` where a person should look, and `problems` says why.",
    example: {},
    response: StatusOut,
    async handle({ db, env, now }) {
      const { upkeep, ...rest } = await statusOf(db, env, now());
      // The desk's figures name the sites of waiting suggestions, which only editors may see.
      const open = upkeep.map((one) => inWords(one.name === "desk" ? { ...one, detail: {} } : one));
      const body = { version: VERSION, ...rest, upkeep: open };
      return { body, headers: { "cache-control": "public, max-age=30" } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/log/blocks",
    scope: null,
    summary: "List the sealed blocks of the event log, and the key that signs them",
    description: "Each block has the hash of the one before, so that nothing in the log can be changed afterwards without notice.",
    example: { query: { limit: "20" } },
    answerHeaders: ["Link"],
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    response: z.object({ blocks: z.array(BlockOut), key: KeyOut, next: z.string().nullable() }),
    async handle({ db, env, request }, { query }) {
      const rows = await db.rows(selectBlocks(db, query.after, query.limit));
      const blocks = rows.map(blockOf);
      const next = blocks.length === query.limit ? String(blocks.at(-1)?.number) : null;
      return {
        body: { blocks: blocks.map(inWords), key: await sealingKey(env.WHENCE_LOG_KEY), next },
        headers: nextLink(request, next, "after"),
      };
    },
  }),
  route({
    method: "GET",
    path: "/v1/events/{seq}/proof",
    scope: "read",
    summary: "Prove that an event is in the sealed log: the event, its block, and the hashes beside its way to the block's root",
    description:
      "Blocks are sealed at night; before, the answer is a 404, as for a number that no event has. With the block, anybody can check the event.",
    example: { params: { seq: "1" } },
    params: z.strictObject({ seq: z.coerce.number().int().min(1) }),
    response: z.object({ event: EventIn, block: BlockOut, proof: z.array(z.string()), key: KeyOut }),
    async handle({ db, env }, { params: { seq } }) {
      const { blocks, last } = await db.load({ blocks: selectBlockOf(db, seq), last: selectLastEvent(db) });
      const newest = Number(last[0]?.seq ?? 0);
      if (seq > newest) throw new Problem("not-found", `The log has no event of this number yet. Its newest is ${newest}.`);
      const block = blocks[0] && blockOf(blocks[0]);
      if (!block) throw new Problem("not-found", "No block holds this event yet: events are sealed in the night after they happened.");
      const { events } = await readEvents(db, block.firstSeq - 1, block.lastSeq - block.firstSeq + 1);
      const index = seq - block.firstSeq;
      const event = events[index];
      if (!event) throw new Problem("not-found", "Its block is sealed, but the log has no event of this number any more.");
      const proof = inclusionProof(events.map(entryOf), index);
      return { body: { event: inWords(event), block: inWords(block), proof, key: await sealingKey(env.WHENCE_LOG_KEY) } };
    },
  }),
];
