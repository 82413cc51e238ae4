/** Changes a claim that the caller names. */

import type { ClaimPatch } from "../../../shared/model/claim.ts";
import { type EmbedSettings, patchedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { persist } from "../../pipeline/persist.ts";
import * as claims from "../../store/claims/claims.ts";
import { type EmbedRow, selectEmbed, settingsOf } from "../../store/claims/embeds.ts";
import { type Db, inTurn, whileConflicting } from "../../store/d1.ts";
import { selectUnseenLines } from "../../store/desk/decisions.ts";
import type { EventRow } from "../../store/jobs/events.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";
import { instantAfter } from "../../store/versions.ts";
import { alternativesFor } from "./alternatives.ts";
import { ClaimEdit } from "./edit.ts";
import { withHeldLines } from "./held-lines.ts";

/** Changes a claim, or the one that it was merged into: adds a new version beside the old one. Null if there is no such claim. */
export function patchClaim(db: Db, id: string, asked: ClaimPatch, begun: number): Promise<claims.ClaimSummary | null> {
  const attempt = async () => {
    const { claim, phrasings, embeds, lines } = await db.load({
      claim: claims.selectClaim(db, id),
      phrasings: claims.selectPhrasings(db, id),
      embeds: selectEmbed(db, id),
      lines: selectUnseenLines(db, [id]),
    });
    if (!claim[0]) return null;
    const said = phrasings.map((row) => String(row.text));
    const before = claims.summaryOf(claim[0], said);
    if (before.mergedInto) return patchClaim(db, before.mergedInto, asked, begun);
    const patch = { ...asked, addPhrasings: [...(asked.addPhrasings ?? []), ...(await alternativesFor(db, before, asked))] };
    const unseen = lines.map(sightingOf);
    const now = instantAfter(begun, [before], unseen);
    const edit = new ClaimEdit(new Map([[id, before]]), new Map([[id, new Set(said)]]), now);
    const shown = edit.patch(before, patch);
    const look = embedChanges(before, settingsOf(embeds[0]), patch);
    if (!shown && !look) return before;
    const { changes, sightings } = withHeldLines(edit.changes(), new Map([[id, before]]), unseen, now);
    const shownAs = look && { embeds: [look.row], touched: [id], events: [...changes.events, look.event] };
    await persist(db, { ...changes, ...shownAs }, { claims: [[before.id, before.version]], sightings }, now);
    const after = await db.first(claims.selectClaim(db, id));
    return after ? claims.summaryOf(after, edit.wordingsOf(id)) : null;
  };
  return inTurn(id, () => whileConflicting(attempt));
}

/** The change of the embed settings of the claim's story, if any. */
function embedChanges(
  before: claims.ClaimSummary,
  settings: EmbedSettings,
  { embed }: ClaimPatch,
): { row: EmbedRow; event: EventRow } | null {
  if (!embed) return null;
  const after = patchedSettings(settings, embed);
  if (JSON.stringify(after) === JSON.stringify(settings)) return null;
  const detail = { changed: Object.keys(embed).map((name) => `embed.${name}`) };
  return { row: { claimId: before.id, settings: after }, event: { type: "claim.changed", subject: before.id, detail } };
}
