/** Match: which claims a document may make. Each statement is scored against what the search found for it; a page decides as a whole. */
import { type RawCandidate, type ScoredCandidate, score, type TermStatistics } from "../../shared/match/index.ts";
import { decidePage, type PageHit, preparePage } from "../../shared/match/page.ts";
import { isPost } from "../../shared/model/document.ts";
import type { Assertion } from "./context/assertions.ts";
import type { Needs } from "./context/needs.ts";
import type { Work } from "./read.ts";

/** A statement of a page with the claims that it may make. */
export interface ScoredAssertion {
  said: Assertion;
  candidates: ScoredCandidate[];
}
/** The statements and assertions of documents with what the search found for each: first for all statements, then for all assertions. */
export function match(needs: Needs[], searched: Assertion[][], found: RawCandidate[][], statistics: TermStatistics) {
  const statementsFound = found.values();
  const assertionsFound = found.slice(needs.reduce((sum, n) => sum + n.statements.length, 0)).values();
  const scoreOne = (s: { text: string; lang: string | null }, rest: Iterator<RawCandidate[]>) =>
    score(s.text, s.lang, rest.next().value ?? [], statistics);
  const all = needs.map((n, i) => ({
    id: n.work.document.id,
    ...decidedByPage(n.work, {
      statements: n.statements.map((s) => scoreOne(s, statementsFound)),
      assertions: (searched[i] ?? []).map((said) => ({ said, candidates: scoreOne(said, assertionsFound) })),
    }),
  }));
  return {
    statements: new Map(all.map(({ id, statements }) => [id, statements])),
    assertions: new Map(all.map(({ id, assertions }) => [id, assertions])),
  };
}

interface Scored {
  statements: ScoredCandidate[][];
  assertions: ScoredAssertion[];
}
interface Found {
  candidate: ScoredCandidate;
  /** The list that it is in. */
  list: ScoredCandidate[];
  isTitle: boolean;
}

/**
 * The candidates of a page's passages with the page's decision: of a claim that the page takes up, its best passage is linked; what a passage
 * alone would link and the page as a whole does not bear out waits for a person. A post is its own passage, and stays as it is.
 */
function decidedByPage(work: Work, { statements, assertions }: Scored): Scored {
  const { reading, document } = work;
  if (!reading || isPost(document)) return { statements, assertions };
  const title = document.title ?? reading.document.title;
  const found = new Map<string, Found[]>();
  const note = (list: ScoredCandidate[], isTitle: boolean) => {
    for (const candidate of list) found.set(candidate.claimId, [...(found.get(candidate.claimId) ?? []), { candidate, list, isTitle }]);
  };
  for (const { said, candidates } of assertions) note(candidates, said.text === title);
  for (const list of statements) note(list, false);
  if (!found.size) return { statements, assertions };
  const prepared = preparePage({ title, text: reading.document.text, lang: reading.document.lang });
  const top = new Map([...found].map(([id, all]) => [id, Math.max(...all.map((one) => one.candidate.score))]));
  const decided = new Map<ScoredCandidate, ScoredCandidate>();
  for (const [claimId, all] of found) {
    const others = Math.max(0, ...[...top].flatMap(([id, score]) => (id === claimId ? [] : [score])));
    const hits = all.map(
      ({ candidate, isTitle }): PageHit => ({
        isTitle,
        score: candidate.score,
        differs: candidate.differs,
        isLinked: candidate.decision === "linked",
      }),
    );
    const first = all[0]?.candidate;
    if (!first) continue;
    const { decision, score } = decidePage(prepared, { ...first, hits }, others);
    // The first of the best passages that are sure, or in which nothing differs, stands for the page.
    const best = all
      .filter((one) => !one.candidate.differs || one.candidate.decision === "linked")
      .reduce<Found | null>((a, b) => (a && a.candidate.score >= b.candidate.score ? a : b), null);
    for (const one of all) {
      const { candidate } = one;
      if (decision === "linked" && one === best)
        decided.set(candidate, { ...candidate, decision, score: Math.max(score, candidate.score) });
      else if (candidate.decision === "linked" && decision !== "linked") decided.set(candidate, { ...candidate, decision: "suggested" });
    }
  }
  const replaced = (list: ScoredCandidate[]) => list.map((candidate) => decided.get(candidate) ?? candidate);
  return {
    statements: statements.map(replaced),
    assertions: assertions.map(({ said, candidates }) => ({ said, candidates: replaced(candidates) })),
  };
}
