/** What changes of sightings and responses do to the rollups of their claims. */
import { ownProperty } from "../../shared/own-property.ts";
import type { SummaryChange } from "../store/claims/claims.ts";
import type { SightingRow } from "../store/relations/sightings.ts";
import type { Difference } from "./difference.ts";

/** The change of each claim's rollup: counts of sightings by platform, of responses, and whether its responses are to be read again. */
export function summaryChanges(sightings: Difference<SightingRow>, responses: Difference<{ claimId: string }>): SummaryChange[] {
  const heads = new Map<string, SummaryChange>();
  const headOf = (claimId: string) => {
    const head = heads.get(claimId) ?? { claimId, sightings: 0, responses: 0, platforms: {}, answered: false };
    heads.set(claimId, head);
    return head;
  };
  const count = (row: SightingRow, n: number) => {
    if (!row.listed) return;
    const head = headOf(row.claimId);
    head.sightings += n;
    if (row.role === "respond") return;
    const name = row.platform ?? "web";
    head.platforms[name] = (ownProperty(head.platforms, name) ?? 0) + n;
  };
  const countResponse = (claimId: string, n: number) => {
    const head = headOf(claimId);
    head.responses += n;
    head.answered = true;
  };
  for (const row of sightings.add) count(row, 1);
  for (const row of sightings.close) count(row, -1);
  for (const { claimId } of responses.add) countResponse(claimId, 1);
  for (const { claimId } of responses.close) countResponse(claimId, -1);
  return [...heads.values()];
}
