/**
 * Match: which claims a document may make. Each statement is scored against the candidates that the search found. A page is decided as a whole; if it
 * is only likely to make a claim, the other pages on the same story decide.
 */
import type { Cluster } from "../../shared/cluster/page-cluster.ts";
import type { Assertion, ScoredAssertion } from "../../shared/match/assertions.ts";
import { MATCHER, type RawCandidate, type ScoredCandidate, score, type TermStatistics } from "../../shared/match/index.ts";
import { suggestOwn } from "../../shared/match/own-account.ts";
import { decideByPage } from "../../shared/match/page.ts";
import { decideByPost } from "../../shared/match/post.ts";
import { baseLang } from "../../shared/match/terms/tokens.ts";
import { isPost } from "../../shared/model/document.ts";
import type { Reading } from "../../shared/model/reading.ts";
import type { AnswerWords } from "../../shared/read/gates/answer-words.ts";
import type { SightingRow } from "../store/relations/stored-sighting.ts";
import type { Needs } from "./context/load.ts";
import type { Work } from "./read.ts";

/** Scores the statements and assertions of documents against the claims that the search found for their terms. */
export function match(
  needs: (Needs & { searched: Assertion[] })[],
  found: ReadonlyMap<string[], RawCandidate[]>,
  statistics: TermStatistics,
  answerWords: ReadonlyMap<string, AnswerWords>,
) {
  const scored = <T extends { text: string; lang: string | null; terms: string[] }>(all: T[]) =>
    all.map((said) => ({ said, candidates: score(said.text, said.lang, found.get(said.terms) ?? [], statistics, said.terms) }));
  const all = needs.map(({ work, statements, searched }) => ({
    id: work.document.id,
    ...decidedByPage(work, { statements: scored(statements).map((one) => one.candidates), assertions: scored(searched) }, answerWords),
  }));
  return {
    candidates: new Map(all.map(({ id, statements }) => [id, statements])),
    asserted: new Map(all.map(({ id, assertions }) => [id, assertions])),
  };
}

const postOf = ({ document: { text, lang } }: Reading) => ({ title: null, text, lang });

interface Scored {
  statements: ScoredCandidate[][];
  assertions: ScoredAssertion[];
}
/** The candidates of a page's passages with the page's decision. A post is its own passage. */
function decidedByPage(
  { reading, document }: Work,
  { statements, assertions }: Scored,
  answerWords: ReadonlyMap<string, AnswerWords>,
): Scored {
  if (!reading) return { statements, assertions };
  if (isPost(document)) {
    const post = postOf(reading);
    const signed = { ...post, author: document.author, handle: document.handle };
    return { statements: statements.map((list) => suggestOwn(signed, decideByPost(post, list))), assertions };
  }
  const title = document.title ?? reading.document.title;
  const passages = [
    ...assertions.map(({ said, candidates }) => ({ candidates, isTitle: said.text === title })),
    ...statements.map((candidates) => ({ candidates, isTitle: false })),
  ];
  const { text, lang } = reading.document;
  const decided = decideByPage({ title, text, lang }, passages, answerWords.get(baseLang(lang)) ?? null);
  const replaced = (list: ScoredCandidate[]) => list.map((candidate) => decided.get(candidate) ?? candidate);
  return {
    statements: statements.map(replaced),
    assertions: assertions.map(({ said, candidates }) => ({ said, candidates: replaced(candidates) })),
  };
}

/** People's decisions on a document: by claim, whether the document is linked to it. */
export const decidedOf = (documentId: string, sightings: SightingRow[]) =>
  new Map(sightings.flatMap((s) => (s.documentId === documentId && s.method === "person" ? [[s.claimId, s.listed] as const] : [])));

/** The scored candidates of statements and of assertions, by document. */
interface Matched {
  candidates: Map<string, ScoredCandidate[][]>;
  asserted: Map<string, ScoredAssertion[]>;
}
/** The candidates of a document's passages, all in one list. */
const candidatesIn = ({ candidates, asserted }: Matched, id: string): ScoredCandidate[] => [
  ...(candidates.get(id) ?? []).flat(),
  ...(asserted.get(id) ?? []).flatMap((one) => one.candidates),
];

/** The claims that a page is only likely to make, each with the page by which it links, if any. Empty if the page's own words make a claim. */
export function likelyIn(matched: Matched, id: string): ScoredCandidate[] {
  const all = candidatesIn(matched, id);
  return all.some((c) => c.decision === "linked" && c.story === undefined) ? [] : all.filter((c) => c.likely !== undefined);
}

/** The pages that make no claim in their own words but are likely to make one. By id, with the other pages of their cluster. */
export const otherPagesOfLikely = (matched: Matched, clusters: ReadonlyMap<string, Cluster>): Map<string, string[]> =>
  new Map(
    [...clusters].flatMap(([id, { otherPages }]) =>
      otherPages.length && likelyIn(matched, id).length ? [[id, otherPages.toSorted()]] : [],
    ),
  );

/** The claims that a page of this step makes in its own words, and those that people say it makes. */
function claimsInHand(matched: Matched, id: string, sightings: SightingRow[]): Set<string> {
  const decided = decidedOf(id, sightings);
  const linked = candidatesIn(matched, id).flatMap((c) => (c.decision === "linked" && decided.get(c.claimId) !== false ? c.claimId : []));
  return new Set([...linked, ...[...decided].flatMap(([claimId, stands]) => (stands ? claimId : []))]);
}
/** The same for a page that is stored and not in this step. */
const claimsStored = (id: string, sightings: SightingRow[]): Set<string> =>
  new Set(sightings.flatMap((s) => (s.documentId === id && s.listed && [MATCHER, "person"].includes(s.method) ? s.claimId : [])));

/**
 * Links a page to a claim that it is likely to make, if another page of its cluster makes the claim in its own words. Only own words count as
 * evidence for others, so the order of arrival does not matter. `stored`: sightings of pages outside this step.
 */
export function linkByStory(
  matched: Matched & { sightings: SightingRow[] },
  otherPagesOf: ReadonlyMap<string, string[]>,
  stored: SightingRow[],
): Matched {
  const claimsOf = (id: string) => (matched.candidates.has(id) ? claimsInHand(matched, id, matched.sightings) : claimsStored(id, stored));
  const linking = new Map(
    [...otherPagesOf].map(([id, pages]) => {
      const claims = pages.map((page) => [page, claimsOf(page)] as const);
      return [id, (candidate: ScoredCandidate) => linkedBy(claims, candidate)] as const;
    }),
  );
  const asIs = (candidate: ScoredCandidate) => candidate;
  const byDocument = <T>(lists: Map<string, T[]>, change: (one: T, link: (c: ScoredCandidate) => ScoredCandidate) => T) =>
    new Map([...lists].map(([id, list]) => [id, list.map((one) => change(one, linking.get(id) ?? asIs))]));
  return {
    candidates: byDocument(matched.candidates, (list, link) => list.map(link)),
    asserted: byDocument(matched.asserted, ({ said, candidates }, link) => ({ said, candidates: candidates.map(link) })),
  };
}
function linkedBy(pages: (readonly [id: string, claims: ReadonlySet<string>])[], candidate: ScoredCandidate): ScoredCandidate {
  const { likely, claimId } = candidate;
  const story = likely === undefined ? undefined : pages.find(([, claims]) => claims.has(claimId))?.[0];
  if (likely === undefined || story === undefined) return candidate;
  const reasons = ["another article on the same story makes it", ...candidate.reasons];
  return { ...candidate, decision: "linked", score: Math.max(likely, candidate.score), story, reasons };
}
