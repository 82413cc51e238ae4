/** Sightings: how a document relates to a claim. */

import * as z from "zod";
import { ClaimName, DocumentName, text } from "./fields.ts";
import { idPattern } from "./id.ts";
import { ActorKind } from "./party.ts";
import { ResponseType, Standing } from "./response.ts";
import { TimeInput } from "./time.ts";

export const Role = z.enum(["assert", "report", "respond", "evidence"]);
export const Stance = z.enum(["support", "deny", "query", "comment", "observe"]);
export const Certainty = z.enum(["certain", "somewhat", "uncertain", "unstated"]);
/** The lane in which a timeline shows an event. */
export const Lane = z.enum(["first_known", "spread", "responses"]);

export const SightingInput = z
  .strictObject({
    claim: ClaimName,
    document: DocumentName,
    role: Role.default("assert"),
    stance: Stance.default("support"),
    certainty: Certainty.default("unstated"),
    quote: text(5000).min(1).optional(),
    response: z
      .strictObject({
        type: ResponseType,
        standing: Standing,
        actor: z.strictObject({
          kind: ActorKind.default("person"),
          name: text(256).min(1),
          role: text(256).optional(),
          affiliation: text(256).optional(),
        }),
        told: z.boolean().default(false).describe("The document tells of the response, and is not itself it"),
        publishedAt: TimeInput.optional().describe("When a response that is told of was given"),
      })
      .optional()
      .describe("Set when the document is a party's response to the claim, or tells of one"),
  })
  .meta({ id: "SightingInput" });
export const JudgeInput = z
  .strictObject({
    claim: ClaimName,
    document: DocumentName,
    id: z
      .string()
      .regex(idPattern("s"), { error: "must be the id of a sighting" })
      .optional()
      .describe("Which sighting, where the document has several of the claim: a response"),
    seen: z.boolean().default(false).describe("Its whole sentence was read: a response, and what names a person, is confirmed only so"),
  })
  .meta({ id: "JudgeInput" });
export const ConfirmInput = JudgeInput.extend({
  stance: Stance.optional().describe("Settles one that was guessed; not of a response"),
}).meta({
  id: "ConfirmInput",
});

export type Role = z.infer<typeof Role>;
export type Stance = z.infer<typeof Stance>;
export type Certainty = z.infer<typeof Certainty>;
export type Lane = z.infer<typeof Lane>;
export type SightingInput = z.infer<typeof SightingInput>;

/** A stance as a machine reads it. */
export interface StanceRead {
  stance: Stance;
  /**
   * Whether the stance is a guess that is not sure enough to be stated publicly ("disputes it"). Until a person chooses a stance, readers see that the
   * document mentions the claim. Who accepts the line without choosing one has only said that it is about the claim.
   */
  stanceUnsure: boolean;
}
/** Whether a person says that the document takes this stance. */
export const isStanceChosen = ({ method, stanceUnsure }: { method: string; stanceUnsure?: boolean }): boolean =>
  method === "person" && !stanceUnsure;
/** The stance that is told: none while it is a machine's guess that nobody has settled. */
export const settledStance = (s: { stance: Stance; stanceUnsure?: boolean }): Stance | null => (s.stanceUnsure ? null : s.stance);

/** The method of sightings that were found by reading a document. */
export const READER = "read-1";
/** The method of rows that clustering makes: its name and version. */
export const CLUSTERER = "cluster-1";
/**
 * The method of a reply's sighting. The thread starts at a document with a sighting of the claim, so the reply counts as about it, whatever it
 * says.
 */
export const REPLY = "rule: reply";
/** The method of responses that a rule confirms because the account belongs to the party. */
export const VERIFIED_ACCOUNT = "rule: own account";

/**
 * Whether readers see only that a line mentions the claim, because an editor has yet to settle its stance. Replies are excluded, because they are
 * shown as replies; so are responses, because they have a review of their own.
 */
export const isToSettle = (s: { listed: boolean; role: Role; method: string; stanceUnsure?: boolean }): boolean =>
  s.listed && s.role !== "respond" && s.method !== REPLY && s.stanceUnsure === true;

/** The fields of a sighting whose stance a person states. */
export const statedStance = (stance: Stance): Pick<StanceRead, "stance" | "stanceUnsure"> & { role: Role } => ({
  stance,
  role: roleOf(stance),
  stanceUnsure: false,
});
/** The role of a document that takes this stance by its own words. */
export const roleOf = (stance: Stance): Role => (stance === "support" || stance === "deny" ? "assert" : "report");
