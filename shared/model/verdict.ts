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

/** A third party's published rating of a claim, from ClaimReview or a fact-check service. */
export interface FoundVerdict {
  claim: string;
  lang: string | null;
  publisher: string;
  label: string;
  url: string;
  publishedAt: string | null;
  explanation: string | null;
  /** The address where the claim appeared, as the fact-check says. */
  appearances: string[];
}
