/** The response that a post gives to a claim if it is the post of a party to it. */
import type { Party } from "../../model/party.ts";
import type { ResponseType, Standing } from "../../model/response.ts";
import type { Stance } from "../../model/sighting.ts";
import { fold } from "../../text/fold.ts";
import { responseCuesIn, strongest } from "./response-cues.ts";

const BY_STANCE: Partial<Record<Stance, string[]>> = {
  deny: ["denial", "correction", "retraction"],
  support: ["confirmation", "partial_confirmation"],
};

/**
 * The type of response that an actor's own post gives to a claim: a denial if it denies; a confirmation only if it says
 * that it confirms. Null if it is no response.
 */
export function ownResponseType(text: string, lang: string, stance: Stance): ResponseType | null {
  const fitting = BY_STANCE[stance] ?? [];
  const cue = strongest(responseCuesIn(text.slice(0, 3000), lang).filter(({ type }) => fitting.includes(type)));
  return cue?.type ?? (stance === "deny" ? "denial" : null);
}

/** The likely type of an own post on a claim about its author: by its cues, else "right_of_reply", whose real type a person must choose. */
export const likelyOwnType = (text: string, lang: string, stance: Stance): ResponseType =>
  ownResponseType(text, lang, stance) ?? strongest(responseCuesIn(text.slice(0, 3000), lang))?.type ?? "right_of_reply";

/** The relation of an actor to a claim: subject if the claim's subject is the actor or the actor's affiliation. */
export function standingOfActor(actor: Pick<Party, "affiliation"> & { kind: string; name: string }, subject: string | null): Standing {
  const about = fold(subject ?? "");
  const names = [actor.name, actor.affiliation ?? ""].map(fold).filter(Boolean);
  const padded = (text: string) => ` ${text.replace(/[^\p{Alpha}\p{N}]+/gu, " ").trim()} `;
  if (about && names.some((name) => padded(about).includes(padded(name)) || padded(name).includes(padded(about)))) return "subject";
  return actor.kind === "outlet" ? "publisher" : "third_party";
}
