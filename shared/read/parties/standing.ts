/** The relation of a responding party to the claim. */
import { patternOf, sourcesOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import type { Standing } from "../../model/response.ts";
import { hasName } from "../../text/names/places.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { namesAnother, nameWords } from "../../timeline/party-names.ts";
import { placesIn } from "../mentions/publication-places.ts";
import { kindOfName } from "./party.ts";
import { isAuthor } from "./same-party.ts";

/** "autor del hilo", "auteur du message", "Urheber des Videos". */
const AUTHOR = patternOf(({ parties }) => parties?.authorOf);
const REGULATOR = patternOf(({ parties }) => parties?.regulator);
const FACT_CHECKER = patternOf(({ parties }) => parties?.factChecker);
const amplifier = sourcesOf(({ parties }) => parties?.amplifier);
const AMPLIFIER = new RegExp(`(?<!\\p{Alpha})(?:${amplifier.spaced})|${amplifier.unspaced}`, "iu");
const PLATFORM = patternOf(({ parties }) => [parties?.namedPlatforms, parties?.platformWords].filter(Boolean).join("|") || undefined, "u");

/** Words with capitals that stand together: "Lumen Bank", "Senator Ruth Okafor". */
const NAMES = /\p{Upper}[\p{Alpha}\p{M}\p{N}’'.&-]*(?:\s\p{Upper}[\p{Alpha}\p{M}\p{N}’'.&-]*)*/gu;
/**
 * Whether a name shares a word with one in a text and each has another word that the other lacks: "Lumen Foods" and "Lumen Bank", "Joan Okafor" and
 * "Ruth Okafor".
 */
function isOtherName(name: string, text: string): boolean {
  const mine = (name.match(NAMES) ?? []).flatMap(nameWords);
  const near = (text.match(NAMES) ?? []).map(nameWords).filter((theirs) => theirs.some((word) => mine.includes(word)));
  const isWithin = (short: readonly string[], long: readonly string[]) => short.every((word) => long.includes(word));
  return near.length > 0 && near.every((theirs) => !isWithin(theirs, mine) && !isWithin(mine, theirs));
}

/** The relation of the actor to the claim. */
export function standingOf(party: Party, claim: ReadClaim, reported: ReadReported[], title: string | null, passage: string): Standing {
  const words = [party.name, party.affiliation, party.description, party.role].filter(Boolean).join(" ");
  const claimStems = stemsOf(claim.text);
  const isAnother = party.kind === "person" && party.name !== null && namesAnother(claim.text, party.name);
  const own = (name: string | null, text = claim.text, stems = claimStems) =>
    name !== null &&
    !(isAnother && name === party.name) &&
    (hasName(text, name) || (shared(stemsOf(name), stems) > 0 && !isOtherName(name, text)));
  if (
    party.kind === "anonymous" ||
    isAuthor(claim.attributedTo, party) ||
    AUTHOR.test(party.description ?? "") ||
    reported.some(
      (r) =>
        r.role === "assert" && r.actor.kind !== "unknown" && (r.actor.name ?? r.actor.description) === (party.name ?? party.description),
    )
  )
    return "originator";
  if (FACT_CHECKER.test(words)) return "fact_checker";
  if (
    own(party.affiliation) ||
    (REGULATOR.test(words) ? party.name !== null && hasName(claim.text, party.name) : own(party.name)) ||
    (party.kind === "organisation" && shared(stemsOf(party.description ?? ""), claimStems) > 1) ||
    (party.name === null && party.description !== null && claim.text.toLowerCase().startsWith(`the ${party.description.toLowerCase()} `))
  )
    return "subject";
  if (party.kind === "outlet") return "publisher";
  if (AMPLIFIER.test(passage)) return "amplifier";
  if (party.name && placesIn(`on ${party.name}`, /\p{Script=Han}/u.test(party.name) ? "zh" : "en").some((place) => place.platform !== null))
    return "platform";
  if (PLATFORM.test(words)) return "platform";
  if (REGULATOR.test(words)) return "regulator";
  if (party.affiliation !== null && kindOfName(party.affiliation) === "outlet") return "publisher";
  // Of a claim that names nobody the headline may say whom it concerns.
  const named = /.\p{Upper}/su.test(claim.text) ? null : title;
  if (named !== null && own(party.affiliation ?? party.name ?? party.description, named, stemsOf(named))) return "subject";
  return "third_party";
}
