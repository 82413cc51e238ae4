/** Published ratings of a claim by third parties. */
import * as z from "zod";
import { text, Url } from "./fields.ts";
import { TimeInput } from "./time.ts";

export const VerdictInput = z
  .strictObject({
    publisher: text(256).min(1),
    label: text(200).min(1),
    url: Url,
    publishedAt: TimeInput.optional(),
    explanation: text(5000).optional(),
  })
  .meta({ id: "VerdictInput" });

export type VerdictInput = z.infer<typeof VerdictInput>;
