/** What the API says of a claim. */
import * as z from "zod/mini";
import { Id } from "../../../shared/model/model.ts";
import type { ClaimHead } from "../../store/claims/claims.ts";
import { shape } from "../shape.ts";
import { Instant, iso } from "./stored.ts";

export const ClaimOut = /* @__PURE__ */ shape(() =>
  z
    .object({
      id: Id,
      ref: z.nullable(z.string()),
      text: z.string(),
      phrasings: z.array(z.string()),
      lang: z.nullable(z.string()),
      status: z.string(),
      visibility: z.string(),
      subject: z.nullable(z.string()),
      sightings: z.number(),
      responses: z.number(),
      platforms: z.record(z.string(), z.number()),
      revision: z.number(),
      createdAt: Instant,
      changedAt: Instant,
    })
    .register(z.globalRegistry, { id: "Claim" }),
);
export function claimView(c: ClaimHead): z.output<typeof ClaimOut> {
  const { id, ref, text, phrasings, lang, status, visibility, subject, sightings, responses, platforms, revision } = c;
  return {
    id,
    ref,
    text,
    phrasings,
    lang,
    status,
    visibility,
    subject,
    sightings,
    responses,
    platforms,
    revision,
    createdAt: iso(c.createdAt),
    changedAt: iso(c.changedAt),
  };
}
