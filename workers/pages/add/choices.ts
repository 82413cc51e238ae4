/** Applies the choices of the preview: corrections of the document, and decisions on its lines. Each of the two has one undo. */
import { ResponseType } from "../../../shared/model/response.ts";
import { Stance } from "../../../shared/model/sighting.ts";
import { DocumentPatch } from "../../../shared/review/correction.ts";
import type { DecisionItem } from "../../../shared/review/decision.ts";
import { sentenceOf } from "../../../shared/review/suggestion.ts";
import { afterDecision } from "../../editing/decisions/after.ts";
import { decide } from "../../editing/decisions/decide.ts";
import { correctDocument } from "../../editing/documents.ts";
import { selectClaims, summariesById } from "../../store/claims/claims.ts";
import type { Db } from "../../store/d1.ts";
import { sourceId } from "../../store/desk/suggestions.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../../store/relations/edges.ts";
import { selectSightingsOf } from "../../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import type { Fields } from "../ui/forms.ts";

/** Maximum number of findings of each kind in the preview. */
const MAX_SHOWN = 12;
const flat = (text: string) => text.replace(/\s+/gu, " ").trim();

/** The values of findings that the form shows unticked: "of:NAME-0" without "on:NAME-0". */
function unticked(fields: Fields, name: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i < MAX_SHOWN; i++) {
    const value = fields[`of:${name}-${i}`];
    if (value !== undefined && fields[`on:${name}-${i}`] === undefined) out.add(value);
  }
  return out;
}
interface Answer {
  said: string;
  read: string;
  type: string;
  choice: "keep" | "drop";
}
function answersIn(fields: Fields): Answer[] {
  return Array.from({ length: MAX_SHOWN }, (_, i) => i).flatMap((i): Answer[] => {
    const choice = fields[`answer:${i}`];
    if (choice !== "keep" && choice !== "drop") return [];
    return [{ said: flat(fields[`said:${i}`] ?? ""), read: fields[`read:${i}`] ?? "", type: fields[`type:${i}`] ?? "", choice }];
  });
}
/** The editor's choice for a response: the one of the same type, in the same passage. */
const answerTo = (sighting: SightingRow, answers: Answer[]) =>
  answers.find(
    ({ said, read }) =>
      read === sighting.response?.type &&
      said !== "" &&
      (said.includes(flat(sentenceOf(sighting))) || flat(sentenceOf(sighting)).includes(said)),
  );

/** Decisions on a document's lines and sources, and the ids of lines whose sentence the form showed. */
function decisionsIn(
  fields: Fields,
  document: string,
  lines: SightingRow[],
  edges: EdgeRow[],
  claims: ReadonlyMap<string, { status: string; text: string }>,
): { items: DecisionItem[]; seen: string[] } {
  const answers = answersIn(fields);
  const off = unticked(fields, "claim");
  const offTexts = unticked(fields, "text");
  const offSources = unticked(fields, "source");
  const stances = new Map(
    Array.from(
      { length: MAX_SHOWN },
      (_, i) => [fields[`of:claim-${i}`] ?? "", Stance.safeParse(fields[`stance:claim-${i}`]).data] as const,
    ),
  );
  const seen: string[] = [];
  const items = lines.flatMap((sighting): DecisionItem[] => {
    const claim = claims.get(sighting.claimId);
    const at = { id: sighting.id, document };
    if (sighting.response) {
      const answer = answerTo(sighting, answers);
      if (!answer) return [];
      if (answer.choice === "drop") return [{ ...at, do: "reject" }];
      seen.push(sighting.id);
      const type = ResponseType.safeParse(answer.type).data;
      return [{ ...at, do: "accept", ...(type && type !== answer.read && { edit: { type } }) }];
    }
    if (claim?.status === "proposed") return [];
    if (off.has(sighting.claimId)) return [{ ...at, do: "reject" }];
    const stance = stances.get(sighting.claimId);
    return stance && stance !== sighting.stance ? [{ ...at, do: "edit", edit: { stance } }] : [];
  });
  const dropped = [...claims].flatMap(([id, { status, text }]): DecisionItem[] =>
    status === "proposed" && offTexts.has(text) ? [{ id, do: "reject" }] : [],
  );
  const sources = edges
    .filter((e) => e.basis === "stated" && e.state === "suggested" && offSources.has(e.evidence.name ?? ""))
    .map((e): DecisionItem => ({ id: sourceId(e), do: "reject" }));
  return { items: [...items, ...dropped, ...sources].slice(0, 200), seen };
}

/** The fields of the document that the form changes; null if it changes none. */
function correctionIn(fields: Fields): DocumentPatch | null {
  const changed = (["title", "author", "publishedAt"] as const).flatMap((name) => {
    const value = fields[`set:${name}`]?.trim() ?? "";
    return value && value !== (fields[`was:${name}`] ?? "") ? [[name, value] as const] : [];
  });
  const patch = DocumentPatch.safeParse(Object.fromEntries(changed));
  return changed.length && patch.success ? patch.data : null;
}

/** Applies the form's choices to a document that was saved and read. Gives the id of the decision on its lines, if there is one. */
export async function applyChoices(
  db: Db,
  id: string,
  fields: Fields,
  isWhole: boolean,
  hint: (ids: string[]) => void,
): Promise<string | null> {
  const patch = isWhole ? correctionIn(fields) : null;
  if (patch) await correctDocument(db, { id, patch }, Date.now());
  const rows = await db.load({ lines: selectSightingsOf(db, [id]), edges: selectEdges(db, [id]) });
  const lines = rows.lines.map(sightingOf);
  const { claims } = await db.load({
    claims: selectClaims(
      db,
      lines.map((s) => s.claimId),
    ),
  });
  const known = summariesById(claims);
  const { items, seen } = decisionsIn(fields, id, lines, rows.edges.map(edgeOf), known);
  if (!items.length) return null;
  const now = Date.now();
  const decided = await decide(db, { items, seen }, now);
  if ("counted" in decided) return null;
  await afterDecision(db, decided, { now: () => now, hint });
  return decided.id;
}
