/** Claims in the API. */
import * as z from "zod";
import { isoTime } from "../../../shared/iso.ts";
import { Id } from "../../../shared/model/fields.ts";
import { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { Instant } from "./instant.ts";
import { viewOf } from "./view.ts";

export const ClaimOut = z
  .object({
    id: Id,
    ref: z.string().nullable(),
    text: z.string(),
    phrasings: z.array(z.string()).optional().describe("Other wordings; where one claim is read"),
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
/** A claim in a list. Its other wordings are not read there. */
export const listedClaim = (c: ClaimSummary) =>
  viewOf(ClaimOut, c, { phrasings: undefined, createdAt: isoTime(c.createdAt), changedAt: isoTime(c.changedAt) });
/** A claim as the API gives it. */
export const claimView = (c: ClaimSummary) => ({ ...listedClaim(c), phrasings: c.phrasings });
