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

/** The name of a person that some words do not have; null for another party. Such a name is public only where somebody has read its sentence. */
export const personBeside = (party: Pick<Party, "kind" | "name"> | null | undefined, words: string): string | null =>
  party?.kind === "person" && party.name && !words.toLowerCase().includes(party.name.toLowerCase()) ? party.name : null;

/** How people would name a party: "Ahmad Al-Dahle", else "supposed Meta whistleblower". */
export function nameOf(party: Party): string | null {
  return party.name ?? party.description;
}
