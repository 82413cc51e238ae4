/** People, organisations, outlets and accounts, as a text describes them. */
import * as z from "zod";
import { simplified } from "../text/chinese/scripts.ts";
import { hasName } from "../text/names/places.ts";

export const ActorKind = z.enum(["person", "organisation", "outlet", "account", "anonymous", "unknown"]);
/** A party as a text describes it. Equal names do not mean the same party. */
export const Party = z.object({
  kind: ActorKind,
  name: z.string().nullable(),
  description: z.string().nullable(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
});

export type Party = z.infer<typeof Party>;

/** A party of which nothing is known. */
export const NOBODY: Party = { kind: "unknown", name: null, description: null, role: null, affiliation: null };
/** A party with a name or a description, and with the details that the text gives. */
export const partyWith = (
  kind: Party["kind"],
  name: string | null,
  description: string | null = null,
  more: Partial<Party> = {},
): Party => ({
  ...NOBODY,
  kind,
  name,
  description,
  ...more,
});

/** The name of a person if the given words do not contain it, else null. Such a name becomes public only after somebody has read its sentence. */
export const personBeside = (party: Pick<Party, "kind" | "name"> | null | undefined, words: string): string | null =>
  party?.kind === "person" && party.name && !hasName(simplified(words.toLowerCase()), simplified(party.name.toLowerCase()))
    ? party.name
    : null;

/** The label of a party for people: its name ("Ahmad Al-Dahle"), else its description ("supposed Meta whistleblower"). */
export function nameOf(party: Party): string | null {
  return party.name ?? party.description;
}
