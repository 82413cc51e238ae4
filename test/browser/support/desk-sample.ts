/** Data for the desk's queue, in our own words. */
import { type Line, lineInWords } from "../../../shared/review/suggestion.ts";
import type { WorkspaceData } from "../../../workers/pages/desk/claim-view.ts";
import type { ReviewData } from "../../../workers/pages/desk/review-view.ts";
import type { ClaimSummary } from "../../../workers/store/claims/claims.ts";
import type { Suggestion } from "../../../workers/store/desk/review.ts";
import type { SightingRow } from "../../../workers/store/relations/sightings.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { EDITOR } from "./console-sample.ts";
import { id } from "./sample.ts";

const NOW = Date.UTC(2025, 3, 8, 12);
export const claimSample = (text = "Meta trained Llama 4 on benchmark test sets", n = 1): ClaimSummary => ({
  id: id("c", n),
  ref: null,
  text,
  lang: "en",
  phrasings: [],
  status: "open",
  visibility: "public",
  subject: "Meta",
  createdAt: NOW - 9e7,
  mergedInto: null,
  revision: 3,
  changedAt: NOW,
  sightings: 4,
  responses: 1,
  platforms: { x: 3 },
  firstResponses: [],
  verdicts: [],
  hidden: false,
  version: "7",
});

/** A line with these fields. */
const sighting = (given: Partial<Line> & { id: string; documentId: string }): SightingRow =>
  ({ ...plainSighting(given.id, given.documentId), ...given }) as SightingRow;

/** Lines that wait: a response told twice, and an appearance. `s` stands in every text of a source. */
export function lineSamples(s?: string) {
  const party = {
    kind: "person" as const,
    name: s ?? "Ahmad Al-Dahle",
    description: s ?? null,
    role: s ?? "VP of generative AI",
    affiliation: s ?? "Meta",
  };
  const words = s ?? "“That is simply not true, and we would never do that,” Al-Dahle wrote on Monday.";
  const base = {
    kind: "article",
    url: "https://paper.example/llama",
    title: s ?? "Meta denies that Llama 4 saw the tests",
    author: s ?? null,
    claimId: id("c", 1),
    listed: false,
    state: "suggested" as const,
    reasons: [s ?? "“Simply not true” denies what the claim says."],
    recordedAt: NOW - 2e7,
    quote: {
      exact: words,
      prefix: s ?? "The rumour spread at the weekend. ",
      suffix: s ?? " A_word_so_long_that_it_would_not_fit_into_a_narrow_column_unless_it_is_broken",
    },
    hedges: [s ?? "reportedly"],
  };
  const response = {
    type: "denial" as const,
    actor: party,
    standing: "subject" as const,
    quotes: [s ?? "simply not true"],
    seen: "reported" as const,
    url: null,
  };
  const told = (n: number, label: string) =>
    sighting({
      ...base,
      id: id("s", n),
      documentId: id("d", n),
      role: "respond",
      stance: "deny",
      attributedTo: party,
      response,
      score: null,
      toldBy: { documentId: id("d", n), label: s ?? label },
    });
  const seen = sighting({
    ...base,
    id: id("s", 9),
    documentId: id("d", 9),
    platform: "x",
    author: s ?? "@anna",
    score: 0.3,
    response: null,
    attributedTo: null,
  });
  return { first: told(1, "paper.example"), second: told(2, "courier.example"), seen };
}
const suggestion = (kind: Suggestion["kind"], s: SightingRow, lines: SightingRow[], claim: ClaimSummary, band: number): Suggestion => ({
  id: s.id,
  version: s.recordedAt,
  kind,
  claim,
  band,
  site: "paper.example",
  count: lines.length,
  since: s.recordedAt,
  sighting: s,
  edge: null,
  ...lineInWords(s, lines, claim.text),
});

/** A queue of three suggestions, the first of which is looked at. */
export function reviewSample(s?: string): ReviewData {
  const { first, second, seen } = lineSamples(s);
  const claim = claimSample(s);
  const response = suggestion("response", first, [first, second], claim, 3);
  const proposal: Suggestion = {
    ...suggestion("appearance", seen, [seen], claimSample(s ?? "Llama 4 saw the answers before the exam", 2), 2),
    id: id("c", 2),
    kind: "claim",
    statement: s ?? "Llama 4 saw the answers before the exam",
    evidence: null,
    sighting: null,
  };
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    filter: {},
    by: "claim",
    page: {
      suggestions: [response, suggestion("appearance", seen, [seen], claim, 0), proposal],
      counts: { total: 3, kinds: { response: 1, appearance: 1, source: 0, claim: 1 }, sure: { "near-certain": 1, doubtful: 1, likely: 1 } },
      ofClaims: new Map([[claim.id, 2]]),
      next: null,
      current: response,
      text: null,
      lines: [],
      decision: null,
    },
    current: response,
    passage: null,
    lines: [],
    isItem: true,
    strip: { text: s ?? "Accepted: Detroit police investigate, told 3 times.", undo: id("n", 1), back: "/review" },
    now: NOW,
  };
}
/** The same queue, with the claim that is proposed in front. */
export function proposalSample(s?: string): ReviewData {
  const data = reviewSample(s);
  const { first, seen } = lineSamples(s);
  return { ...data, current: data.page.suggestions[2] ?? null, lines: [first, seen], strip: null };
}
/** An empty queue. */
export function emptyQueue(): ReviewData {
  const data = reviewSample();
  const counts = { total: 0, kinds: { response: 0, appearance: 0, source: 0, claim: 0 }, sure: {} };
  return { ...data, page: { ...data.page, suggestions: [], counts, current: null }, current: null, strip: null, isItem: false };
}

/** A claim's workspace with lines in every state, notes and history. */
export function workspaceSample(s?: string): WorkspaceData {
  const { first, second, seen } = lineSamples(s);
  const item = { kind: "sighting" as const, do: "accept", claim: id("c", 1), document: id("d", 1), id: id("s", 1) };
  const decision = {
    id: id("n", 1),
    at: NOW,
    until: NOW,
    by: "person:p1",
    did: "accept",
    why: s ?? "read it",
    items: [item],
    undoes: null,
    undoneBy: null,
  };
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    strip: { text: s ?? "Accepted.", undo: id("n", 1), back: "/review" },
    claim: { ...claimSample(s), visibility: "private" },
    lines: [
      first,
      { ...second, listed: true, state: "confirmed", method: "person" },
      { ...seen, listed: true, at: NOW },
      { ...seen, id: id("s", 10), state: "rejected", method: "person" },
    ],
    more: false,
    owner: "person:p1",
    notes: [{ id: id("n", 2), at: NOW, by: "person:p1", text: s ?? "The post was deleted on Monday." }],
    history: [decision],
    decision: null,
    settings: { headline: s ?? "Did a model see its tests?" },
    people: new Map([["p1", "Ana Ruiz"]]),
    waiting: 3,
  };
}
