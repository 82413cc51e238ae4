/** Decisions of people on suggestions, and on what is public already. */
import * as z from "zod";
import { Wording } from "../model/claim.ts";
import { ClaimName, DocumentName, text } from "../model/fields.ts";
import { isId } from "../model/id.ts";
import { ActorKind } from "../model/party.ts";
import { ResponseType, Standing } from "../model/response.ts";
import { Certainty, Stance } from "../model/sighting.ts";
import { TimeInput } from "../model/time.ts";
import { AGAINST_IT } from "../read/gates/reasons.ts";

/** Maximum number of subjects of one decision. */
export const MAX_DECIDED = 200;

export const DecisionVerb = z
  .enum(["accept", "reject", "later", "wait", "edit", "ask"])
  .describe("`ask`: of a claim, that somebody else looks before it is public");
/** The reason of a line that an editor put back for review. It waits until somebody accepts it, whatever is found later. */
export const PUT_BACK = `${AGAINST_IT}an editor put it back`;
/** Changes of a line or claim while deciding; "" removes a value. */
export const DecisionEdit = z
  .strictObject({
    who: text(256).min(1).optional().describe("The party of a response, or who is said to have said it"),
    kind: ActorKind.optional().describe("What that party is"),
    described: text(256).optional().describe("Its role, as the line prints it"),
    affiliation: text(256).optional(),
    type: ResponseType.optional(),
    standing: Standing.optional(),
    when: TimeInput.optional().describe("When the response was given"),
    stance: Stance.optional().describe("Settles one that was guessed"),
    certainty: Certainty.optional(),
    quote: text(5000).min(1).optional(),
    wording: Wording.optional().describe("Of a claim"),
    subject: text(256).optional().describe("Of a claim"),
    status: z.enum(["open", "settled", "archived"]).optional().describe("Of a claim that is followed"),
    visibility: z.enum(["private", "unlisted", "public"]).optional().describe("Of a claim; private where a proposal is accepted without"),
  })
  .meta({ id: "DecisionEdit" });
export const DecisionItem = z
  .strictObject({
    id: ClaimName.describe("id of a suggestion or a sighting; or a claim, by id, ref or page address"),
    version: z.number().int().min(0).optional().describe("of the suggestion, as the queue gave it: what changed since is not decided"),
    document: DocumentName.optional().describe("The document of a sighting that does not wait: id, ref or URL"),
    do: DecisionVerb,
    edit: DecisionEdit.optional(),
    count: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe("How many lines are decided with it, as the queue gave it; refused where that changed"),
    reports: z
      .array(text(200))
      .max(MAX_DECIDED)
      .optional()
      .describe("Of a response or a source the reports that are right; others in `seen` are dropped, and what came since then waits"),
  })
  .refine(({ id, version, document }) => !isId("s", id) || version !== undefined || document !== undefined, {
    path: ["version"],
    error: "is needed: that of the suggestion, as the queue gave it. Or send `document`, which the sighting is of",
  })
  .meta({ id: "DecisionItem" });
/** Bands of confidence: near certain (0.95 or more), likely (0.7), unsure (0.4, or not measured), doubtful. */
export const Sureness = z.enum(["doubtful", "unsure", "likely", "near-certain"]);
export const SuggestionKind = z.enum(["response", "appearance", "source", "claim"]);
export const ReviewFilter = z.strictObject({
  kind: SuggestionKind.optional().describe("Only suggestions of this kind"),
  claim: ClaimName.optional().describe("Only what concerns this claim: id, ref or page address"),
  site: text(256).min(1).optional().describe("Only what was published there"),
  sure: Sureness.optional().describe("Only what the machine is as sure of"),
  named: z.enum(["yes", "no"]).optional().describe("Whether the line names a person who is not in the claim's wording"),
});
export const DecisionInput = z
  .strictObject({
    items: z.array(DecisionItem).min(1).max(MAX_DECIDED).optional(),
    where: z
      .strictObject({ ...ReviewFilter.shape, do: DecisionVerb, count: z.number().int().min(1).max(MAX_DECIDED) })
      .optional()
      .describe("All that a filter of the queue finds; refused where that is another number"),
    why: text(500).optional(),
    seen: z
      .array(text(200))
      .max(2000)
      .default([])
      .describe("ids of the suggestions and reports whose whole sentence was on the screen: what names a person becomes public only so"),
  })
  .refine((d) => (d.items === undefined) !== (d.where === undefined), { error: "needs either items or where" })
  .meta({ id: "DecisionInput" });

export type DecisionVerb = z.infer<typeof DecisionVerb>;
export type DecisionEdit = z.infer<typeof DecisionEdit>;
export type DecisionItem = z.infer<typeof DecisionItem>;
export type DecisionInput = z.infer<typeof DecisionInput>;
export type Sureness = z.infer<typeof Sureness>;
export type ReviewFilter = z.infer<typeof ReviewFilter>;
/** The names of the bands 0 to 3. */
export const SURENESS = Sureness.options;
