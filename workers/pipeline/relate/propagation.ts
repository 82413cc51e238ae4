/**
 * Propagation: claims that a document is seen with only because of where it comes from. Its own words make none, but it copies, quotes,
 * translates or links to a document that makes one. A person decides on one at a time. They follow from what is stored of that document,
 * on whose sightings this one then depends, so the order in which the two come does not matter.
 */

import { messagesOf } from "../../../shared/i18n/general/messages.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { isPost } from "../../../shared/model/document.ts";
import { type EdgeType, propagatingEdges } from "../../../shared/model/edge.ts";
import { idOf } from "../../../shared/model/id.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import { CLUSTERER, READER, REPLY, roleOf } from "../../../shared/model/sighting.ts";
import { stanceTowards } from "../../../shared/read/stance/towards.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import { newSighting } from "../../store/relations/sighting-rows.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import { type Context, repliedTo } from "../context/context.ts";
import { decidedOf } from "../match.ts";
import type { Work } from "../read.ts";
import type { Findings } from "./sightings.ts";

/** What its own words decide: then where it comes from adds nothing. Proposals of its reading are no claims that anybody follows. */
const isOwn = (s: Pick<SightingRow, "listed" | "role" | "method">) =>
  s.listed && s.role !== "respond" && s.method !== READER && s.method !== REPLY;

/** The sightings of a document, with those that propagate to it. */
export function withPropagated(work: Work, context: Context, findings: Findings, edges: EdgeRow[], now: number) {
  const numbered = claimsButForNumber(context, work.document.id);
  const along = propagatingEdge(work, edges, withoutProposals(findings.sightings, work.document.id, numbered), context.sources);
  const propagated = along ? propagate(work, along, findings, context, now) : findings.sightings;
  const copied = copiedEdge(work, edges, propagated, context.sources);
  const proposed = copied ? proposeAsCopied(propagated, copied, context.sourceSightings) : propagated;
  const answered = repliedTo(work, context);
  const sightings = answered ? replying(work, answered, proposed, context, now) : proposed;
  const propagatedFrom = [...new Set([along?.parentId, copied?.parentId, answered])].flatMap((id) => id ?? []);
  return { sightings, propagatedFrom };
}

/** The claims that a document would make if its number were theirs. */
const claimsButForNumber = ({ candidates, asserted }: Context, id: string): ReadonlySet<string> =>
  new Set(
    [...(candidates.get(id) ?? []).flat(), ...(asserted.get(id) ?? []).flatMap((one) => one.candidates)].flatMap((one) =>
      one.isButForNumber ? one.claimId : [],
    ),
  );
/** Sightings without those of claims that a document proposes, where it may make others: it proposes nothing beside a claim that it makes. */
function withoutProposals(made: SightingRow[], documentId: string, others: ReadonlySet<string>): SightingRow[] {
  if (!others.size) return made;
  const isProposal = (s: SightingRow) =>
    s.documentId === documentId && s.role !== "respond" && (s.method === READER || s.method === CLUSTERER);
  const proposed = new Set(made.flatMap((s) => (isProposal(s) && !others.has(s.claimId) ? s.claimId : [])));
  return made.filter((s) => !proposed.has(s.claimId));
}

/** The edge along which claims may propagate, or null: the one to the primary parent, where its sightings were looked at. */
function propagatingEdge({ document, reading }: Work, edges: EdgeRow[], made: SightingRow[], sources: ReadonlySet<string>): EdgeRow | null {
  if (!reading || made.some((s) => s.documentId === document.id && s.method !== READER && s.listed)) return null;
  const primary = edges.find((e) => e.childId === document.id && e.primary);
  return primary?.parentId && propagatingEdges.includes(primary.type) && sources.has(primary.parentId) ? primary : null;
}

/** The edge to the document that a post copies, where the post proposes a claim with others; or null. */
function copiedEdge({ document }: Work, edges: EdgeRow[], made: SightingRow[], sources: ReadonlySet<string>): EdgeRow | null {
  if (!isPost(document) || !made.some((s) => s.method === READER)) return null;
  return edges.find((e) => e.childId === document.id && e.type === "copy" && sources.has(e.parentId ?? "")) ?? null;
}
/** What such a post proposes: the claim that the copied post proposes, if there is one, so that both belong to one claim. */
function proposeAsCopied(made: SightingRow[], edge: EdgeRow, sourceSightings: SightingRow[]): SightingRow[] {
  const theirs = sourceSightings.find((s) => s.documentId === edge.parentId && s.listed && s.method === READER);
  return theirs
    ? made.map((s) => (s.method === READER ? { ...s, claimId: theirs.claimId, id: idOf("s", theirs.claimId, s.documentId) } : s))
    : made;
}

/** The words by which stances in a text's language are read. */
const wordsOf = ({ document: { lang } }: Reading, { answerWords }: Context) => answerWords.get(baseLang(lang)) ?? null;

/** A document's sighting of a claim because of another document; the caller fills in what the document says about the claim. */
const sightingBecause = ({ document, textId }: Work, { document: { text, lang } }: Reading, claimId: string, now: number) => ({
  ...newSighting(document, lang, textId, now),
  id: idOf("s", claimId, document.id),
  claimId,
  excerpt: excerpt(text, 200) || null,
});

/**
 * The sightings of a document where claims propagate along an edge. Of the other document's claims the likeliest that nobody has decided on
 * waits for review, unless a sighting of the document's own waits. The document then proposes no claim: somebody follows what it says.
 */
function propagate(work: Work, edge: EdgeRow, made: Findings, context: Context, now: number): SightingRow[] {
  const { document, reading } = work;
  const source = context.sourceSightings.filter((s) => s.documentId === edge.parentId && isOwn(s));
  if (!reading || !source.length) return made.sightings;
  const { title } = reading.document;
  const decided = decidedOf(document.id, context.sightings);
  const own = isPost(document) ? made.sightings.filter((s) => s.method !== READER) : made.sightings;
  const reason = `${messagesOf("en").edges[edge.type as EdgeType]} what makes this claim`;
  // Another number is what changed on the way from that document.
  const numbered = claimsButForNumber(context, document.id);
  const isSameClaim = (s: SightingRow) =>
    s.documentId === document.id &&
    !s.listed &&
    numbered.has(s.claimId) &&
    !decided.has(s.claimId) &&
    source.some(({ claimId }) => claimId === s.claimId);
  if (own.some(isSameClaim))
    return withoutProposals(own, document.id, numbered).map((s) =>
      isSameClaim(s) ? { ...s, listed: true, reasons: [reason, ...s.reasons] } : s,
    );
  if (own.some((s) => s.documentId === document.id && s.method !== READER && !decided.has(s.claimId))) return own;
  const found = new Map(source.filter((s) => !decided.has(s.claimId)).map((s) => [s.claimId, s]));
  const propagated = [...found.values()]
    .sort((a, b) => (b.score ?? 1) - (a.score ?? 1) || (a.claimId < b.claimId ? -1 : 1))
    .slice(0, 1)
    .map(({ claimId, quote, excerpt: excerpted }): SightingRow => {
      const page = {
        reading,
        title: document.title ?? title,
        kind: document.kind,
        words: wordsOf(reading, context),
        networks: context.networks,
      };
      const read = stanceTowards(quote?.exact ?? excerpted ?? "", page);
      const said = { ...read, listed: false, role: roleOf(read.stance), method: `rule: ${edge.type}`, reasons: [reason] };
      return { ...sightingBecause(work, reading, claimId, now), ...said, title: document.title ?? title };
    });
  return [...own, ...propagated];
}

/**
 * The sightings of a reply with those of its thread: it is seen with the claims of what it answers, which may itself be a reply. What it says itself of a
 * claim stands before that. Its stance is a guess until a person looks at it, so that it is counted, and nobody is said to deny by name.
 */
function replying(work: Work, parentId: string, made: SightingRow[], context: Context, now: number): SightingRow[] {
  const { document, reading } = work;
  if (!reading) return made;
  const page = { reading, title: null, kind: "comment", words: wordsOf(reading, context), networks: context.networks };
  const decided = decidedOf(document.id, context.sightings);
  const own = new Set(made.filter((s) => s.documentId === document.id && s.listed).map((s) => s.claimId));
  const theirs = context.sourceSightings.filter(
    (s) => s.documentId === parentId && s.listed && s.role !== "respond" && s.method !== READER,
  );
  const about = theirs.filter((s) => !own.has(s.claimId) && !decided.has(s.claimId));
  const found = [...new Set(about.map((s) => s.claimId))].flatMap((claimId): SightingRow[] => {
    const claim = context.claims.get(claimId);
    if (!claim) return [];
    const read = stanceTowards(claim.text, page);
    // Of replies that were read as supporting or asking 45 and 50 % do (RumourEval 2019, train).
    const said = {
      ...read,
      stanceUnsure: true,
      listed: true,
      role: "report" as const,
      method: REPLY,
      reasons: ["answers what makes this claim"],
    };
    return [{ ...sightingBecause(work, reading, claimId, now), ...said }];
  });
  const ids = new Set(found.map((s) => s.id));
  return found.length ? [...made.filter((s) => !ids.has(s.id)), ...found] : made;
}
