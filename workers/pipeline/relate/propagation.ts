/**
 * Propagation: claims with which a document is seen only because of its origin. Its own words make none, but it copies, quotes, translates or links
 * to a document that makes one. A person decides on one at a time. They follow from the stored sightings of that document, on which this one then
 * depends, so the order of arrival does not matter.
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
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Context } from "../context/context.ts";
import { repliedTo } from "../context/references.ts";
import { decidedOf } from "../match.ts";
import type { Work } from "../read.ts";
import type { Findings } from "./sightings.ts";

/** Claims that the document's own words make: then its origin adds nothing. Proposals do not count, because nobody follows them. */
const isOwn = (s: Pick<SightingRow, "listed" | "role" | "method">) =>
  s.listed && s.role !== "respond" && s.method !== READER && s.method !== REPLY;

/** The sightings of a document, with those that propagate to it. */
export function withPropagated(work: Work, context: Context, findings: Findings, edges: EdgeRow[], now: number) {
  const numbered = claimsButForNumber(context, work.document.id);
  const made = withoutProposals(findings.sightings, work.document.id, numbered);
  const along = propagatingEdge(work, edges, made, context.sources) ?? reportEdge(work, edges, made, numbered, context);
  const propagated = along ? propagate(work, along, findings, context, now) : findings.sightings;
  const copied = copiedEdge(work, edges, propagated, context.sources);
  const proposed = copied ? proposeAsCopied(propagated, copied, context.sourceSightings) : propagated;
  const answered = repliedTo(work, context);
  const sightings = answered ? replying(work, answered, proposed, context, now) : proposed;
  // On the reports of outlets a page depends by the search for them.
  const source = along?.type === "attribution" ? null : along?.parentId;
  const propagatedFrom = [...new Set([source, copied?.parentId, answered])].flatMap((id) => id ?? []);
  return { sightings, propagatedFrom };
}

/** The claims that a document would make if it gave the same number as they do. */
const claimsButForNumber = ({ candidates, asserted }: Context, id: string): ReadonlySet<string> =>
  new Set(
    [...(candidates.get(id) ?? []).flat(), ...(asserted.get(id) ?? []).flatMap((one) => one.candidates)].flatMap((one) =>
      one.isButForNumber ? one.claimId : [],
    ),
  );
/** Without the sightings of proposed claims, if the document may make one of `others`: beside a claim that it makes it proposes nothing. */
function withoutProposals(made: SightingRow[], documentId: string, others: ReadonlySet<string>): SightingRow[] {
  if (!others.size) return made;
  const isProposal = (s: SightingRow) =>
    s.documentId === documentId && s.role !== "respond" && (s.method === READER || s.method === CLUSTERER);
  const proposed = new Set(made.flatMap((s) => (isProposal(s) && !others.has(s.claimId) ? s.claimId : [])));
  return made.filter((s) => !proposed.has(s.claimId));
}

/** The edge along which claims may propagate: the one to the primary parent, if that parent's sightings were read; else null. */
function propagatingEdge({ document, reading }: Work, edges: EdgeRow[], made: SightingRow[], sources: ReadonlySet<string>): EdgeRow | null {
  if (!reading || made.some((s) => s.documentId === document.id && s.method !== READER && s.listed)) return null;
  const primary = edges.find((e) => e.childId === document.id && e.primary);
  return primary?.parentId && propagatingEdges.includes(primary.type) && sources.has(primary.parentId) ? primary : null;
}

/** The edge to the report that a page names as its source, where the page makes the claim of that with another number; or null. */
function reportEdge({ document }: Work, edges: EdgeRow[], made: SightingRow[], numbered: ReadonlySet<string>, context: Context) {
  if (!numbered.size || made.some((s) => s.documentId === document.id && s.method !== READER && s.listed)) return null;
  const primary = edges.find((e) => e.childId === document.id && e.primary && e.type === "attribution");
  return primary && reportsOf(context, primary.parentId).length ? primary : null;
}
/** The sightings of a page among the reports of outlets that texts name. */
const reportsOf = ({ outletReports }: Context, documentId: string | null) =>
  outletReports.flatMap(({ found }) => found.filter((s) => s.documentId === documentId));

/** For a post that proposes a claim: the edge to the document that it copies; else null. */
function copiedEdge({ document }: Work, edges: EdgeRow[], made: SightingRow[], sources: ReadonlySet<string>): EdgeRow | null {
  if (!isPost(document) || !made.some((s) => s.method === READER)) return null;
  return edges.find((e) => e.childId === document.id && e.type === "copy" && sources.has(e.parentId ?? "")) ?? null;
}
/** If the copied post proposes a claim, the copy proposes the same one, so that both belong to one claim. */
function proposeAsCopied(made: SightingRow[], edge: EdgeRow, sourceSightings: SightingRow[]): SightingRow[] {
  const parentSighting = sourceSightings.find((s) => s.documentId === edge.parentId && s.listed && s.method === READER);
  return parentSighting
    ? made.map((s) =>
        s.method === READER ? { ...s, claimId: parentSighting.claimId, id: idOf("s", parentSighting.claimId, s.documentId) } : s,
      )
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
 * The sightings of a document with one claim that propagates along an edge: of the other document's claims on which nobody decided here the
 * likeliest, for review, unless a sighting of its own waits. It then proposes no claim, because a followed claim covers what it says. A post that
 * copies one that joined what pages propose joins it, too.
 */
function propagate(work: Work, edge: EdgeRow, made: Findings, context: Context, now: number): SightingRow[] {
  const { document, reading } = work;
  const isReport = edge.type === "attribution";
  const sightings = isReport ? reportsOf(context, edge.parentId) : context.sourceSightings;
  const source = sightings.filter((s) => s.documentId === edge.parentId && isOwn(s));
  if (!reading || !source.length) return made.sightings;
  const { title } = reading.document;
  const decided = decidedOf(document.id, context.sightings);
  const own = isPost(document) ? made.sightings.filter((s) => s.method !== READER) : made.sightings;
  const reason = `${messagesOf("en").edges[edge.type as EdgeType]} what makes this claim`;
  // A differing number counts as what changed on the way from that document.
  const numbered = claimsButForNumber(context, document.id);
  const isSameClaim = (sighting: SightingRow) =>
    sighting.documentId === document.id &&
    !sighting.listed &&
    sighting.role !== "respond" &&
    numbered.has(sighting.claimId) &&
    !decided.has(sighting.claimId) &&
    source.some(({ claimId }) => claimId === sighting.claimId);
  if (own.some(isSameClaim))
    return withoutProposals(own, document.id, numbered).map((s) =>
      isSameClaim(s) ? { ...s, listed: true, reasons: [reason, ...s.reasons] } : s,
    );
  if (isReport || own.some((s) => s.documentId === document.id && s.method !== READER && !decided.has(s.claimId)))
    return isReport ? made.sightings : own;
  const found = new Map(source.filter((s) => !decided.has(s.claimId)).map((s) => [s.claimId, s]));
  const propagated = [...found.values()]
    .sort((a, b) => (b.score ?? 1) - (a.score ?? 1) || (a.claimId < b.claimId ? -1 : 1))
    .slice(0, 1)
    .map(({ claimId, quote, excerpt: excerpted, method, score }): SightingRow => {
      const page = {
        reading,
        title: document.title ?? title,
        kind: document.kind,
        words: wordsOf(reading, context),
        networks: context.networks,
      };
      const read = stanceTowards(quote?.exact ?? excerpted ?? "", page);
      const byRule = { ...read, listed: false, role: roleOf(read.stance), method: `rule: ${edge.type}`, reasons: [reason] };
      const joined = edge.type === "copy" && isPost(document) && method === CLUSTERER ? { listed: true, method, score } : {};
      return { ...sightingBecause(work, reading, claimId, now), ...byRule, ...joined, title: document.title ?? title };
    });
  return [...own, ...propagated];
}

/**
 * Adds to a reply's sightings those of its thread: the claims of the document that it answers, which may be a reply itself. Its own claims come
 * first. Its stance is a guess until a person looks at it: it is counted, but no reply is named as a denial.
 */
function replying(work: Work, parentId: string, made: SightingRow[], context: Context, now: number): SightingRow[] {
  const { document, reading } = work;
  if (!reading) return made;
  const page = { reading, title: null, kind: "comment", words: wordsOf(reading, context), networks: context.networks };
  const decided = decidedOf(document.id, context.sightings);
  const own = new Set(made.filter((s) => s.documentId === document.id && s.listed).map((s) => s.claimId));
  const parentSightings = context.sourceSightings.filter(
    (s) => s.documentId === parentId && s.listed && s.role !== "respond" && s.method !== READER,
  );
  const about = parentSightings.filter((s) => !own.has(s.claimId) && !decided.has(s.claimId));
  const found = [...new Set(about.map((s) => s.claimId))].flatMap((claimId): SightingRow[] => {
    const claim = context.claims.get(claimId);
    if (!claim) return [];
    const read = stanceTowards(claim.text, page);
    // Of the replies that were read as supporting, 45 % do support; of those read as asking, 50 % do ask (RumourEval 2019, train).
    const asReply = {
      ...read,
      stanceUnsure: true,
      listed: true,
      role: "report" as const,
      method: REPLY,
      reasons: ["answers what makes this claim"],
    };
    return [{ ...sightingBecause(work, reading, claimId, now), ...asReply }];
  });
  const ids = new Set(found.map((s) => s.id));
  return found.length ? [...made.filter((s) => !ids.has(s.id)), ...found] : made;
}
