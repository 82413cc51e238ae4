/** The words in which a proposal's documents state it, for a proposal that is accepted. */

import { alternativesOf } from "../../../shared/cluster/wording.ts";
import type { ClaimPatch } from "../../../shared/model/claim.ts";
import { CLUSTERER } from "../../../shared/model/sighting.ts";
import { languageOf } from "../../../shared/text/language.ts";
import type * as claims from "../../store/claims/claims.ts";
import type { Db } from "../../store/d1.ts";
import { selectLatestSightings } from "../../store/relations/sightings.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";

/** Maximum number of sightings of a proposal whose words are read when it is accepted. */
const MAX_WORDINGS_READ = 32;
/** Further wordings from the documents of an accepted proposal: from then on documents with these words are linked to the claim. */
export async function alternativesFor(db: Db, claim: claims.ClaimSummary, patch: ClaimPatch): Promise<string[]> {
  return (await alternativesOfTaken(db, [{ claim, patch }])).get(claim.id) ?? [];
}
/** The same for several claims, in one read; by claim. */
export async function alternativesOfTaken(
  db: Db,
  asked: { claim: claims.ClaimSummary; patch: ClaimPatch }[],
): Promise<Map<string, string[]>> {
  const taken = asked.filter(({ claim, patch: { status } }) => claim.status === "proposed" && (status === "open" || status === "settled"));
  if (!taken.length) return new Map();
  const { lines } = await db.load({ lines: taken.map(({ claim }) => selectLatestSightings(db, claim.id, MAX_WORDINGS_READ, null)) });
  return new Map(
    taken.map(({ claim, patch }, i) => {
      const quotes = (lines[i] ?? [])
        .map(sightingOf)
        .filter((s) => s.method === CLUSTERER && s.state !== "rejected" && s.stance !== "deny" && s.stance !== "query")
        .flatMap(({ quote, lang }) => (quote ? [{ text: quote.exact, lang: lang ?? languageOf(quote.exact) }] : []));
      const text = patch.text ?? claim.text;
      return [claim.id, alternativesOf({ text, lang: claim.lang ?? languageOf(text) }, quotes)];
    }),
  );
}
