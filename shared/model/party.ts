/** People, organisations, outlets and accounts, as a text describes them. */
import * as z from "zod";

export const ActorKind = z.enum(["person", "organisation", "outlet", "account", "anonymous", "unknown"]);
/** A party as a text describes it; no identity is claimed by a name. */
export const Party = z.object({
  kind: ActorKind,
  name: z.string().nullable(),
  description: z.string().nullable(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
});

export type Party = z.infer<typeof Party>;

/** How people would name a party: "Ahmad Al-Dahle", else "supposed Meta whistleblower". */
export function nameOf(party: Party): string | null {
  return party.name ?? party.description;
}
