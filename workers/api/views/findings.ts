/** What was found in a document: the claims that it makes, the responses that it contains, and its sources. */
import * as z from "zod";
import { ENGLISH, verbInWords } from "../../../shared/i18n/index.ts";
import { Kind } from "../../../shared/model/document.ts";
import { Basis, EdgeType } from "../../../shared/model/edge.ts";
import { Id } from "../../../shared/model/fields.ts";
import { Party } from "../../../shared/model/party.ts";
import { ResponseType, Standing } from "../../../shared/model/response.ts";
import { Certainty, Role, Stance } from "../../../shared/model/sighting.ts";
import { State } from "../../../shared/model/state.ts";
import { StatedTime, stated } from "../../../shared/model/time.ts";
import * as claims from "../../store/claims/claims.ts";
import type { Db, Row } from "../../store/d1.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { type EdgeRow, edgeOf, selectEdgesWithParents } from "../../store/relations/edges.ts";
import { selectSightingsWithClaims } from "../../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import type { Context } from "../route.ts";

import { viewOf } from "./view.ts";

const ClaimName = z.object({ id: Id, ref: z.string().nullable(), text: z.string(), status: z.string() });
const FoundClaim = z
  .object({
    claim: ClaimName,
    sighting: Id,
    decision: z
      .enum(["confirmed", "linked", "suggested", "rejected"])
      .describe("confirmed by a person or a rule; linked by the machine; suggested: waits for a person; rejected by one"),
    reasons: z.array(z.string()).describe("Why the machine says so"),
    score: z.number().nullable(),
    role: Role,
    stance: Stance,
    certainty: Certainty,
    hedges: z.array(z.string()),
    quote: z.string().nullable(),
    verb: z.string().describe("What the document does with the claim, in English"),
  })
  .meta({ id: "FoundClaim" });
const FoundResponse = z
  .object({
    claim: ClaimName,
    sighting: Id,
    type: ResponseType,
    actor: Party,
    standing: Standing,
    quotes: z.array(z.string()),
    state: State,
  })
  .meta({ id: "FoundResponse" });
const FoundSource = z
  .object({
    document: z.string().nullable().describe("null: an unknown source"),
    label: z.string().nullable(),
    url: z.string().nullable(),
    type: EdgeType,
    basis: Basis,
    confidence: z.number(),
    state: State,
    primary: z.boolean(),
    quote: z.string().nullable().describe("The words that show it"),
    why: z.string(),
  })
  .meta({ id: "FoundSource" });
export const Findings = z
  .object({
    kind: Kind,
    title: z.string().nullable(),
    author: z.string().nullable(),
    lang: z.string().nullable(),
    publishedAt: StatedTime,
    claims: z.array(FoundClaim).describe("The claims that it makes, reports or asks for; only those that the caller may see"),
    responses: z.array(FoundResponse).describe("Acts of parties towards these claims that it tells of, or is"),
    sources: z.array(FoundSource).describe("The documents that it came from, the primary one first"),
  })
  .meta({ id: "Findings" });

/** Whether the caller may see a claim. */
const maySee = (context: Context, { visibility, status }: Pick<claims.ClaimSummary, "visibility" | "status">) =>
  context.may("read") || (visibility === "public" && status !== "proposed");
/** Those of these claims that the caller may see. */
export async function visibleClaims(context: Context, ids: string[]): Promise<claims.ClaimSummary[]> {
  const rows = await context.db.rows(claims.selectClaims(context.db, ids));
  return rows.map((row) => claims.summaryOf(row)).filter((claim) => maySee(context, claim));
}

/** The statements that read what was found in a document. */
export const selectFindings = (db: Db, documentId: string) => ({
  document: selectDocuments(db, [documentId]),
  sightings: selectSightingsWithClaims(db, documentId),
  edges: selectEdgesWithParents(db, documentId),
});
export type FindingRows = Record<keyof ReturnType<typeof selectFindings>, Row[]>;
/** What was found in a document up to now; null if it is not stored. */
export const findingsOf = async (context: Context, documentId: string) =>
  findingsIn(context, await context.db.load(selectFindings(context.db, documentId)));
/** The same from rows that were read already. */
export function findingsIn(context: Context, rows: FindingRows): z.output<typeof Findings> | null {
  const [row] = rows.document;
  if (!row) return null;
  const { kind, title, author, lang, published } = documentOf(row);
  const edges = rows.edges
    .map((one) => ({ edge: edgeOf(one), parent: one }))
    .sort(({ edge: a }, { edge: b }) => Number(b.primary) - Number(a.primary) || b.confidence - a.confidence);
  const shown = rows.sightings.flatMap((one) => {
    const { visibility, ...claim } = JSON.parse(String(one.claim)) as z.output<typeof ClaimName> &
      Pick<claims.ClaimSummary, "visibility" | "status">;
    return maySee(context, { visibility, status: claim.status }) ? [{ sighting: sightingOf(one), claim }] : [];
  });
  return {
    kind: kind as z.output<typeof Kind>,
    title,
    author,
    lang,
    publishedAt: stated(published),
    claims: shown.filter(({ sighting }) => !sighting.response).map(({ sighting, claim }) => claimFound(sighting, claim)),
    responses: shown.flatMap(({ sighting: { id, response, state }, claim }) =>
      response ? [viewOf(FoundResponse, response, { claim, sighting: id, state })] : [],
    ),
    sources: edges.map(({ edge, parent }) => sourceFound(edge, parent)),
  };
}
function claimFound(sighting: SightingRow, claim: z.output<typeof ClaimName>): z.output<typeof FoundClaim> {
  const isLinked = sighting.state === "suggested" && sighting.listed;
  return viewOf(FoundClaim, sighting, {
    claim,
    sighting: sighting.id,
    decision: isLinked ? "linked" : sighting.state,
    quote: sighting.quote?.exact ?? null,
    verb: verbInWords({ ...sighting, response: null }, ENGLISH),
  });
}
function sourceFound(edge: EdgeRow, { parent_title: title, parent_author: author, parent_url: url }: Row) {
  return viewOf(FoundSource, edge, {
    document: edge.parentId,
    label: (title ?? author ?? edge.evidence.name ?? null) as string | null,
    url: url as string | null,
    type: edge.type as z.output<typeof EdgeType>,
    quote: edge.evidence.quote?.exact ?? null,
    why: edge.evidence.why,
  });
}
