/** Claims in the API. */
import * as z from "zod";
import { Id } from "../../../shared/model/fields.ts";
import { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { Instant, iso } from "./instant.ts";
import { viewOf } from "./view.ts";

export const ClaimOut = z
  .object({
    id: Id,
    ref: z.string().nullable(),
    text: z.string(),
    phrasings: z.array(z.string()),
    lang: z.string().nullable(),
    status: z.string(),
    visibility: z.string(),
    subject: z.string().nullable(),
    sightings: z.number(),
    responses: z.number(),
    platforms: z.record(z.string(), z.number()),
    revision: z.number(),
    createdAt: Instant,
    changedAt: Instant,
    embed: EmbedSettings.optional().describe("How its story is shown, as it was set; where one claim is read"),
  })
  .meta({ id: "Claim" });
/** A claim as the API gives it. */
export const claimView = (c: ClaimSummary) => viewOf(ClaimOut, c, { createdAt: iso(c.createdAt), changedAt: iso(c.changedAt) });
