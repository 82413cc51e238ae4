/** Match: which claims a document may make. Each statement is scored against what the search found for it; a page decides as a whole. */
import type { Assertion, ScoredAssertion } from "../../shared/match/assertions.ts";
import { type RawCandidate, type ScoredCandidate, score, type TermStatistics } from "../../shared/match/index.ts";
import { decideByPage } from "../../shared/match/page.ts";
import { isPost } from "../../shared/model/document.ts";
import type { SightingRow } from "../store/relations/sightings.ts";
import type { Needs } from "./context/context.ts";
import type { Work } from "./read.ts";

/** The statements and assertions of documents, each with the claims that the search found by its terms. */
export function match(
  needs: (Needs & { searched: Assertion[] })[],
  found: ReadonlyMap<string[], RawCandidate[]>,
  statistics: TermStatistics,
) {
  const scored = <T extends { text: string; lang: string | null; terms: string[] }>(all: T[]) =>
    all.map((said) => ({ said, candidates: score(said.text, said.lang, found.get(said.terms) ?? [], statistics, said.terms) }));
  const all = needs.map(({ work, statements, searched }) => ({
    id: work.document.id,
    ...decidedByPage(work, { statements: scored(statements).map((one) => one.candidates), assertions: scored(searched) }),
  }));
  return {
    candidates: new Map(all.map(({ id, statements }) => [id, statements])),
    asserted: new Map(all.map(({ id, assertions }) => [id, assertions])),
  };
}

interface Scored {
  statements: ScoredCandidate[][];
  assertions: ScoredAssertion[];
}
/** The candidates of a page's passages with the page's decision. A post is its own passage, and stays as it is. */
function decidedByPage({ reading, document }: Work, { statements, assertions }: Scored): Scored {
  if (!reading || isPost(document)) return { statements, assertions };
  const title = document.title ?? reading.document.title;
  const passages = [
    ...assertions.map(({ said, candidates }) => ({ candidates, isTitle: said.text === title })),
    ...statements.map((candidates) => ({ candidates, isTitle: false })),
  ];
  const { text, lang } = reading.document;
  const tellsOfClaims = reading.claims.length + reading.responses.length > 0;
  const decided = decideByPage({ title, text, lang, tellsOfClaims }, passages);
  const replaced = (list: ScoredCandidate[]) => list.map((candidate) => decided.get(candidate) ?? candidate);
  return {
    statements: statements.map(replaced),
    assertions: assertions.map(({ said, candidates }) => ({ said, candidates: replaced(candidates) })),
  };
}

/** People's decisions on a document: by claim, whether the document is linked to it. */
export const decidedOf = (documentId: string, sightings: SightingRow[]) =>
  new Map(sightings.flatMap((s) => (s.documentId === documentId && s.method === "person" ? [[s.claimId, s.listed] as const] : [])));
