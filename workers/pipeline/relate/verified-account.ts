/** What an actor says from its verified account is its own response. A rule confirms it, as a person said whose account it is. */
import type { Party } from "../../../shared/model/party.ts";
import type { ResponseType, Standing } from "../../../shared/model/response.ts";
import type { Stance } from "../../../shared/model/sighting.ts";
import { responseCuesIn, strongest } from "../../../shared/read/responses/response-cues.ts";
import { fold } from "../../../shared/text/segment.ts";
import { nameWords } from "../../../shared/timeline/party-names.ts";
import type { ActorRow } from "../../store/documents/accounts.ts";

const BY_STANCE: Partial<Record<Stance, string[]>> = {
  deny: ["denial", "correction", "retraction"],
  support: ["confirmation", "partial_confirmation"],
};

/** The type of response that an actor's own post is to a claim: a denial where it denies; a confirmation only where it says that it confirms. Null: none. */
export function ownResponseType(text: string, lang: string, stance: Stance): ResponseType | null {
  const fitting = BY_STANCE[stance] ?? [];
  const cue = strongest(responseCuesIn(text.slice(0, 3000), lang).filter(({ type }) => fitting.includes(type)));
  return cue?.type ?? (stance === "deny" ? "denial" : null);
}

/** Letters of a name that no other word of a claim is by chance. */
const MIN_NAME = 4;
/** Whether a claim names the holder of an account, as that one is called. */
export function isNamedIn(author: string, claim: string): boolean {
  const words = nameWords(author).join(" ");
  return words.length >= MIN_NAME && ` ${nameWords(claim).join(" ")} `.includes(` ${words} `);
}

/** An actor as a party of a response. */
export const partyOf = ({ kind, name, role, affiliation }: ActorRow): Party => ({ kind, name, description: null, role, affiliation });

/** The standing of an actor towards a claim: its subject, where the claim names it or whom it belongs to. */
export function standingOfActor(actor: ActorRow, subject: string | null): Standing {
  const about = fold(subject ?? "");
  const names = [actor.name, actor.affiliation ?? ""].map(fold).filter(Boolean);
  const padded = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  if (about && names.some((name) => padded(about).includes(padded(name)) || padded(name).includes(padded(about)))) return "subject";
  return actor.kind === "outlet" ? "publisher" : "third_party";
}
