/** Matching a text with claims. */
import * as z from "zod";
import { Lang, text } from "./fields.ts";

/** The matcher's decision: link without review, suggest for review, or neither. */
export const Decision = z.enum(["linked", "suggested", "none"]);
export const MatchInput = z
  .strictObject({
    text: text(20_000).min(1),
    lang: Lang.optional(),
    limit: z.int().min(1).max(60).default(20),
  })
  .meta({ id: "MatchInput" });

export type Decision = z.infer<typeof Decision>;
