/** Claims: propositions, independent of their wording. */
import * as z from "zod";
import { EmbedPatch } from "../timeline/story/embed-settings.ts";
import { Lang, Ref, text } from "./fields.ts";

export const ClaimStatus = z.enum(["proposed", "open", "settled", "archived"]);
export const Visibility = z.enum(["private", "unlisted", "public"]);

/** The words of a claim: at least a letter, a digit or a symbol that somebody can read. */
export const Wording = text(2000).refine((words) => /[\p{L}\p{N}\p{S}]/u.test(words), { error: "must have words" });
export const ClaimInput = z
  .strictObject({
    ref: Ref.optional(),
    text: Wording,
    phrasings: z.array(Wording).max(50).default([]),
    lang: Lang.optional(),
    status: ClaimStatus.optional().describe("open for a new claim; one that is there keeps its own"),
    visibility: Visibility.optional().describe("public for a new claim; one that is there keeps its own"),
    subject: text(256).optional().describe("The party that the claim is about"),
  })
  .meta({ id: "ClaimInput" });
export const ClaimPatch = z
  .strictObject({
    text: Wording.optional(),
    addPhrasings: z.array(Wording).max(50).optional(),
    status: ClaimStatus.optional(),
    visibility: Visibility.optional(),
    subject: text(256).optional(),
    embed: EmbedPatch.optional().describe("How its story is shown; fields that are not given stay, null takes one away"),
  })
  .meta({ id: "ClaimPatch" });

export type ClaimInput = z.infer<typeof ClaimInput>;
export type ClaimPatch = z.infer<typeof ClaimPatch>;
