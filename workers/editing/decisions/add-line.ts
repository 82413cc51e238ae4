/** Adds a line by hand, as a decision that can be undone. */
import type { SightingInput } from "../../../shared/model/sighting.ts";
import type { Db } from "../../store/d1.ts";
import { type DecidedItem, insertDecision } from "../../store/desk/decisions.ts";
import type { EditProblem } from "../problem.ts";
import { addSightings } from "../sightings.ts";
import { decisionId } from "./new-decision.ts";

/** Adds a person's sighting of a claim in a document. Gives the decision; null if it exists already. */
export async function addLine(db: Db, input: SightingInput, now: number): Promise<{ id: string | null } | EditProblem> {
  const id = decisionId(now);
  const [outcome] = await addSightings(db, [input], now, (rows) => {
    const items = rows.map(
      (row): DecidedItem => ({ kind: "sighting", do: "add", claim: row.claimId, document: row.documentId, id: row.id }),
    );
    return insertDecision(db, { id, at: rows[0]?.recordedAt ?? now, did: "add", items });
  });
  if (outcome && "detail" in outcome) return outcome;
  return { id: outcome?.status === "same" ? null : id };
}
