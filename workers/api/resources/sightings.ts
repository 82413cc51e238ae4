/** Sightings: a person adds, confirms or rejects one; and the list of those that wait for review. */
import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { Id } from "../../../shared/model/fields.ts";
import { Party } from "../../../shared/model/party.ts";
import { ResponseType } from "../../../shared/model/response.ts";
import { ConfirmInput, JudgeInput, SightingInput } from "../../../shared/model/sighting.ts";
import { addSightings, judgeSighting } from "../../editing/sightings.ts";
import { selectReview } from "../../store/relations/sightings.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";
import { claimIdNamed, documentNamed } from "../names.ts";
import { nextOf, paged, timePositionOf } from "../paging.ts";
import { namedAt, Problem, refusalOf } from "../problem.ts";
import { type Context, type Declared, type Reply, route } from "../route.ts";
import { StanceUnsure } from "../views/stored.ts";
import { viewOf } from "../views/view.ts";

const Outcome = z
  .object({ id: Id, claim: Id, document: Id, status: z.enum(["created", "changed", "same", "held"]), because: z.string().optional() })
  .meta({ id: "SightingOutcome" });

async function judge(context: Context, body: z.output<typeof ConfirmInput>, state: "confirmed" | "rejected"): Promise<Reply> {
  const [claim, document] = [
    await namedAt({ pointer: "#/claim" }, claimIdNamed(context.db, body.claim)),
    await namedAt({ pointer: "#/document" }, documentNamed(context.db, body.document)),
  ];
  const { id, seen, stance } = body;
  const judgement = { claim, document: document.resolvedId ?? document.id, id, state, seen, stance };
  const outcome = await judgeSighting(context.db, judgement, context.now());
  if (!outcome) throw new Problem("not-found", "This document has no such sighting of this claim.");
  return { body: outcome };
}
/** A route by which a person decides on a sighting that exists. */
const judgeRoute = (state: "confirmed" | "rejected", declared: Pick<Declared, "path" | "summary" | "tools" | "description" | "example">) =>
  route({
    method: "POST",
    scope: "review",
    ...declared,
    body: state === "confirmed" ? ConfirmInput : JudgeInput,
    response: Outcome,
    handle: (context, { body }) => judge(context, body, state),
  });

const WaitingSighting = z.object({
  id: Id,
  claim: Id,
  document: Id,
  stance: z.string(),
  stanceUnsure: StanceUnsure,
  score: z.number().nullable(),
  method: z.string(),
  reasons: z.array(z.string()),
  response: ResponseType.nullable().describe("What the party is said to have done"),
  attributedTo: Party.nullable().describe("The party whose act or statement it is"),
  title: z.string().nullable(),
  author: z.string().nullable(),
  excerpt: z.string().nullable(),
  quote: z.string().nullable(),
  recordedAt: z.string(),
});
const sightingList = paged("sightings", "WaitingSighting", WaitingSighting);

export const sightingRoutes = [
  route({
    method: "POST",
    path: "/v1/sightings",
    scope: "review",
    summary: "Add a confirmed sighting: a document makes, reports or answers a claim",
    tools: [{ name: "add_sighting" }],
    description: "The document and the claim must exist already.",
    example: { body: { claim: "bridge", document: "copy", stance: "support", quote: "its bolts are made of plastic" } },
    otherStatuses: { 200: "It was there already" },
    body: SightingInput,
    status: 201,
    response: Outcome,
    async handle(context, { body }) {
      const [outcome] = await addSightings(context.db, [body], context.now());
      if (!outcome || "detail" in outcome) throw refusalOf(outcome ?? { pointer: "", detail: "was not taken" });
      return { status: outcome.status === "created" ? 201 : 200, body: outcome };
    },
  }),
  judgeRoute("confirmed", {
    path: "/v1/sightings/confirm",
    summary: "Confirm a sighting that the machine found",
    tools: [{ name: "confirm_sighting" }],
    description: "It then counts as checked by a person, but for a guessed stance, unless `stance` states it.",
    example: { body: { claim: "bridge", document: "copy" } },
  }),
  judgeRoute("rejected", {
    path: "/v1/sightings/reject",
    summary: "Reject a sighting: it leaves the timeline",
    tools: [{ name: "reject_sighting" }],
    description: "The machine does not suggest it again.",
    example: { body: { claim: "bridge", document: "chatter" } },
  }),
  route({
    method: "GET",
    path: "/v1/sightings",
    scope: "review",
    summary: "List the sightings that wait for review, oldest first",
    tools: [{ name: "review_queue" }],
    description: "Each with the reasons of the machine and the words that confirming it makes public.",
    example: { query: { limit: "20" } },
    query: z.strictObject(sightingList.query),
    response: sightingList.response,
    async handle({ db, request }, { query }) {
      const rows = await db.rows(selectReview(db, timePositionOf(query.cursor) ?? { at: 0, id: "" }, query.limit));
      const found = rows.map(sightingOf);
      const sightings = found.map((sighting) =>
        viewOf(WaitingSighting, sighting, {
          claim: sighting.claimId,
          document: sighting.documentId,
          stanceUnsure: sighting.stanceUnsure === true,
          response: sighting.response?.type ?? null,
          attributedTo: sighting.response?.actor ?? sighting.attributedTo,
          quote: sighting.quote?.exact ?? null,
          recordedAt: isoTime(sighting.recordedAt),
        }),
      );
      const next = nextOf(found, query.limit, ({ recordedAt, id }) => [recordedAt, id]);
      return sightingList.answer(request, query.fields, sightings, next);
    },
  }),
];
