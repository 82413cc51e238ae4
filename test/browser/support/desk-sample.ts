/** Data for the desk's queue, in our own words. */

import { NO_FILTER } from "../../../shared/review/desk-list.ts";
import { SearchFilter } from "../../../shared/review/desk-search.ts";
import { type Line, lineInWords, sourceInWords } from "../../../shared/review/suggestion.ts";
import type { AlertsData } from "../../../workers/pages/alerts/alerts.ts";
import type { WorkspaceData } from "../../../workers/pages/desk/claim-view.ts";
import type { DocumentData } from "../../../workers/pages/desk/document-view.ts";
import type { NewClaimData } from "../../../workers/pages/desk/new-claim-view.ts";
import type { ReviewData } from "../../../workers/pages/desk/review-view.ts";
import type { SearchData } from "../../../workers/pages/desk/search-view.ts";
import type { DeskData } from "../../../workers/pages/desk/start-view.ts";
import type { ClaimSummary } from "../../../workers/store/claims/claims.ts";
import type { SourceRow, Suggestion } from "../../../workers/store/desk/review.ts";
import type { SightingRow } from "../../../workers/store/relations/stored-sighting.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { EDITOR } from "./console-sample.ts";
import { id, when } from "./sample.ts";

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
  unsure: 2,
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
    opened: NOW - 60_000,
    page: {
      suggestions: [response, suggestion("appearance", seen, [seen], claim, 0), proposal],
      counts: { total: 3, kinds: { response: 1, appearance: 1, source: 0, claim: 1 }, sure: { "near-certain": 1, doubtful: 1, likely: 1 } },
      total: 3,
      ofClaims: new Map([[claim.id, 2]]),
      owners: new Map([[claim.id, { id: "p1", name: s ?? "Ana Ruiz" }]]),
      next: null,
      current: response,
      text: null,
      lines: [],
      alike: [],
      decision: null,
      figures: { agreed: { 3: { decided: 50, accepted: 48 } }, sites: [], came: 14 },
      fresh: 2,
    },
    current: response,
    passage: null,
    guessedBy: s ? [s] : [],
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

/** A source that two documents name. */
function sourceSample(s?: string): SourceRow {
  const { first, second } = lineSamples(s);
  const naming = (child: SightingRow, n: number) => ({
    id: `e:${child.documentId}:${id("d", 9)}:attribution`,
    child,
    quote: null,
    confidence: n,
  });
  const parent = { ...first, id: id("d", 9), author: s ?? "CNN", description: null };
  const [one, other] = [naming(first, 0.8), naming(second, 0.6)];
  return { id: one.id, version: NOW, band: 2, ...sourceInWords([one, other], s ?? "It names it as its source.", parent) };
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
    earliest: { id: seen.id, words: s ?? "Post on X, 4 Nov 2014." },
    lines: [
      first,
      { ...second, listed: true, state: "confirmed", method: "person" },
      { ...seen, listed: true, at: NOW },
      { ...seen, id: id("s", 10), state: "rejected", method: "person" },
    ],
    sources: [sourceSample(s)],
    more: null,
    owner: "p1",
    notes: [{ id: id("n", 2), claimId: id("c", 1), at: NOW, by: "person:p1", text: s ?? "The post was deleted on Monday." }],
    history: [decision],
    decision: null,
    settings: { headline: s ?? "Did a model see its tests?" },
    people: [{ id: "p1", name: s ?? "Ana Ruiz" }],
    keys: [],
    watched: false,
    withWaiting: false,
    from: "",
    edited: null,
    waiting: 3,
  };
}

/** The desk with two claims, one of which changed since; `s` stands in every text. */
export function deskSample(s?: string): DeskData {
  const waiting = { response: 2, appearance: 1, source: 0, claim: 1 };
  const claim = claimSample(s);
  const other = claimSample(s ?? "The bridge at Oststadt will be closed for two years", 2);
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    filter: { ...NO_FILTER, q: s ?? "" },
    before: 12,
    strip: null,
    now: NOW,
    claims: [
      {
        claim,
        owner: { id: "p1", name: s ?? "Ana Ruiz" },
        isWatched: true,
        waiting,
        first: NOW - 2e8,
        last: NOW - 1e6,
        decided: { at: NOW, by: "person:p1", name: s ?? "Ana Ruiz", did: "accept", things: 2, why: s ?? null },
      },
      {
        claim: { ...other, subject: s ?? null, status: "settled", visibility: "private" },
        owner: null,
        isWatched: false,
        waiting: { response: 0, appearance: 0, source: 0, claim: 0 },
        first: null,
        last: null,
        decided: null,
      },
    ],
    next: { at: NOW, id: other.id },
    total: 10_000,
    counts: new Map([
      ["open public", 9000],
      ["open private", 1000],
      ["settled public", 31],
    ]),
    waiting,
    proposals: [
      {
        id: id("c", 3),
        version: NOW,
        text: s ?? "Llama 4 saw the answers before the exam",
        lang: "en",
        band: 2,
        sightings: 3,
        responses: 1,
      },
      {
        id: id("c", 4),
        version: NOW,
        text: s ?? "Before the exam Llama 4 saw the answers",
        lang: "en",
        band: 1,
        sightings: 2,
        responses: 0,
      },
    ],
    views: [{ id: "v1", name: s ?? "Film and TV", path: "/?q=film" }],
    changed: [
      {
        claimId: claim.id,
        text: claim.text,
        visibility: "public",
        status: "open",
        mergedInto: null,
        seenAt: NOW - 1e8,
        changedAt: NOW - 3e6,
        newSightings: 12,
        newResponses: 1,
      },
    ],
    decision: null,
  };
}
/** Of the desk of a new instance. */
export const emptyDesk = (): Partial<DeskData> => ({
  filter: NO_FILTER,
  claims: [],
  next: null,
  before: 0,
  counts: new Map(),
  proposals: [],
  views: [],
  changed: [],
});

/** What a search found; `s` stands in every text. */
export function searchSample(s?: string): SearchData {
  const title = s ?? "Was Llama 4 trained on the tests?";
  const document = {
    id: id("d", 1),
    kind: "article",
    url: "https://paper.example/llama",
    title,
    author: s ?? null,
    platform: null,
    handle: null,
  };
  const published = { value: "2025-04-07", precision: "day", basis: "page", earliest: NOW, latest: NOW };
  const family = s ?? "paper.example";
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    // Words that are found are marked: the same in every text.
    filter: SearchFilter.parse({ q: "llama", site: s ?? "", account: s ?? "" }),
    strip: null,
    claims: [claimSample(s)],
    proposals: [{ id: id("c", 3), text: s ?? "Llama 4 is withdrawn" }],
    documents: Array.from({ length: 6 }, () => ({
      document: { ...document, family, published } as never,
      words: `${title}\n${s ?? "A website is reporting that Llama 4 saw the answers before the exam"}`,
      claims: 1,
      stance: "query" as const,
      isUnsure: false,
      state: "suggested" as const,
      isListed: false,
    })),
    count: 141,
    next: 77,
    accounts: [{ name: s ?? "@llama_watch", platform: s ?? "x", handle: s ?? "llama_watch", documents: 3 }],
    sites: [{ name: s ?? "llama.example", platform: null, handle: null, documents: 1 }],
    named: null,
    views: [],
  };
}

/** A claim that is made from a document's sentence, where others may say the same; `s` stands in every text. */
export function newClaimSample(s?: string): NewClaimData {
  const text = s ?? "Llama 4 was trained on the tests";
  const claim = claimSample(s);
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    form: { text, subject: s ?? "Meta", document: id("d", 1), quote: text, stance: "support" },
    similar: [
      { id: claim.id, text: claim.text, score: 0.91, tracked: true, same: false },
      { id: id("c", 2), text, score: 0.8, tracked: false, same: true },
    ],
    strip: { text: s ?? "Look first.", undo: null, back: "/claims/new", isProblem: true },
  };
}

/** A document that an editor corrected. */
function storedSample(s?: string) {
  return {
    id: id("d", 2),
    seen: "observed" as const,
    kind: s ?? "article",
    platform: s ?? null,
    nativeId: null,
    url: s ?? "https://paper.example/llama",
    accountId: null,
    handle: null,
    author: s ?? "A. Writer",
    title: s ?? "Meta denies that Llama 4 saw the tests",
    lang: s ?? "en",
    published: when("2025-04-06T05:40:12Z", "meta"),
    seenAt: NOW,
    parentId: null,
    parentType: null,
    rootId: null,
    depth: 0,
    family: null,
    wireCredit: s ?? null,
    categories: [s ?? "Technology"],
    told: null,
    resolvedId: null,
    availability: {
      changed: NOW,
      archived: { at: NOW, url: s ?? "https://web.archive.org/web/2025/https://paper.example/llama", textId: "t1" },
    },
    corrections: {
      author: [
        { value: s ?? "paper.example", by: null, at: NOW, decision: null },
        { value: s ?? "A. Writer", by: "person:p1", at: NOW, decision: id("n", 1) },
      ],
    },
  };
}
/** A document that was captured twice, with findings in every state, corrected by an editor. `s` stands in every text. */
export function documentSample(s?: string): DocumentData {
  const { first, seen } = lineSamples(s);
  const d = "d";
  const base = storedSample(s);
  const other = { ...base, id: id(d, 1), title: null, author: s ?? "Supposed Meta whistleblower", availability: null, corrections: null };
  const edge = {
    childId: base.id,
    parentId: other.id,
    type: "translation",
    basis: "similarity" as const,
    confidence: 0.71,
    state: "suggested" as const,
    primary: true,
    evidence: { quote: null, why: s ?? "the same numbers and names in another language" },
    method: "translation-1",
    textChanges: [],
    recordedAt: NOW,
  };
  const text = s ?? `The rumour spread at the weekend. ${first.quote?.exact}\n\nNobody could repeat it.`;
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    strip: { text: s ?? "Changed.", undo: id("n", 1), back: "/d/x" },
    document: base,
    captures: [
      { seq: 2, at: NOW, text: s ?? `${text} It was corrected since.` },
      { seq: 1, at: NOW - 9e6, text },
    ],
    isErased: false,
    visit: null,
    edges: [edge, { ...edge, parentId: null, type: s ?? "attribution", state: "confirmed" }],
    sightings: [
      first,
      { ...seen, listed: true },
      { ...seen, id: id("s", 11), claimId: id("c", 2), listed: true },
      { ...seen, id: id("s", 12), state: "rejected" },
    ],
    claims: new Map([
      [id("c", 1), claimSample(s)],
      [id("c", 2), { ...claimSample(s, 2), status: "proposed" }],
    ]),
    others: new Map([[other.id, other]]),
    shares: [{ ...other, id: id(d, 5), parentType: "repost" }],
    children: [{ type: s ?? "citation", document: { ...other, id: id(d, 6) } }],
    history: workspaceSample(s).history,
    decision: null,
    people: [{ id: "p1", name: "Ana Ruiz" }],
    keys: [],
    waiting: 3,
    capture: null,
    visits: true,
    archives: true,
  };
}

/** Two claims that are watched, and a channel that failed; `s` stands in every text. */
export function alertsSample(s?: string): AlertsData {
  const [changed] = deskSample(s).changed;
  if (!changed) throw new Error("the desk has a claim that changed");
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    follows: [
      { ...changed, waiting: 2 },
      { ...changed, claimId: id("c", 2), seenAt: NOW, waiting: 0 },
    ],
    now: NOW,
    subscriptions: [
      {
        id: "u1",
        kind: "mail",
        name: s ?? "The desk",
        target: s ?? "desk@paper.example",
        filter: { types: [], claims: [changed.claimId], sure: true },
        pace: "daily",
        owner: "person:p1",
        origin: "https://whence.example",
        enabled: true,
        why: s ?? "the server did not answer",
        delivered: 3,
        deliveredAt: NOW,
      } as never,
    ],
    waiting: new Map([["u1", { waiting: 1, dead: 2 }]]),
    claims: new Map([[changed.claimId, changed.text]]),
    strip: null,
    shown: null,
    typed: {},
  };
}
