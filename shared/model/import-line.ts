/** One line of an import. */
import * as z from "zod";
import { ClaimInput } from "./claim.ts";
import { DocumentInput } from "./document.ts";
import { SightingInput } from "./sighting.ts";

export const ImportLine = z.discriminatedUnion("type", [
  ClaimInput.extend({ type: z.literal("claim") }),
  z.strictObject({ type: z.literal("document") }).extend(DocumentInput.shape),
  SightingInput.extend({ type: z.literal("sighting") }),
]);

export type ImportLine = z.infer<typeof ImportLine>;
