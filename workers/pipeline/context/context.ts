/** What bears on the documents in hand, all of it read in two batches: candidates of their claims, near texts, links, parents. */

import type { Wording } from "../../../shared/changes/kind.ts";
import type { Named } from "../../../shared/edges/evidence/named-account.ts";
import { COPY, copySource, retoldSource } from "../../../shared/edges/evidence/near-texts.ts";
import { queryTerms, type ScoredCandidate, score } from "../../../shared/match/index.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import type { Link } from "../../../shared/model/reading.ts";
import { fingerprint } from "../../../shared/text/fingerprint.ts";
import { byTime } from "../../../shared/timeline/sort.ts";
import { type ActorRow, actorOf, selectActorsOf } from "../../store/claims/accounts.ts";
import * as claims from "../../store/claims/claims.ts";
import * as search from "../../store/claims/search.ts";
import type { Db } from "../../store/d1.ts";
import * as documents from "../../store/documents/documents.ts";
import { type MentionRow, selectNamed } from "../../store/documents/mentions.ts";
import * as texts from "../../store/documents/texts.ts";
import { selectUnread } from "../../store/jobs/outbox.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../../store/relations/edges.ts";
import { selectReports } from "../../store/relations/reports.ts";
import { type ResponseRow, responseOf, selectResponsesBy } from "../../store/relations/responses.ts";
import { type SightingRow, selectSightingsOf, sightingOf } from "../../store/relations/sightings.ts";
import { neighbour } from "../accept/parents.ts";
import { isPost, statementsToMatch, type Work } from "../read.ts";
import { type Assertion, assertionsOf, best, worthASearch } from "./assertions.ts";
import { type Group, groupOf, textsBeside } from "./groups.ts";
import { addCandidates, linksOf, namesIn } from "./links-and-mentions.ts";
import { alikeOf, type NearText } from "./near-texts.ts";
import { type Sought, soughtFor } from "./outlet-reports.ts";
import { bandRefs, holdersOf, quotedIn } from "./quoted-posts.ts";
import { claimIdOf, reportedIdsOf } from "./reported-documents.ts";

/** All that bears on the documents in hand. */
export interface Surroundings {
  sightings: SightingRow[];
  responses: ResponseRow[];
  edges: EdgeRow[];
  /** Claims by id that exist, among those that the readings would propose. */
  claims: Map<string, claims.ClaimHead>;
  documents: Map<string, documents.StoredDocument>;
  /** Per document: the candidates of each statement that may be a claim. */
  candidates: Map<string, ScoredCandidate[][]>;
  /** Per page: what else it says, and the candidates of that. */
  asserted: Map<string, { said: Assertion; candidates: ScoredCandidate[] }[]>;
  near: Map<string, NearText[]>;
  /** Per post that makes no claim that is followed: what it proposes with others. */
  groups: Map<string, Group>;
  linked: Map<string, { link: Link; id: string; url: string }[]>;
  /** Sightings of the documents that are linked to, quoted or near: what they say of the same claim. */
  said: SightingRow[];
  /** The documents whose sightings those are, all of them. */
  heard: Set<string>;
  /** The texts of documents that those in hand hang on or are near to. */
  wordings: Map<string, Wording>;
  /** Per document: the accounts that it names, and what these published before. */
  named: Map<string, (Named & { row: MentionRow })[]>;
  /** Per account of the documents in hand: the actor whose own it is. */
  actors: Map<string, ActorRow>;
  /** The subject of each claim that a document of such an account may make. */
  subjects: Map<string, string | null>;
  /** Per reported document: the posts that have the words that are quoted of it, earliest first. */
  quoted: Map<string, string[]>;
  /** Per document: the names under which it waits for texts that it quotes, those under which its own text is waited for, later texts of its bands that it is not compared with, and bands (and places) that have more texts than are looked at, with its own among the earliest. */
  bands: Map<string, { quoted: string[]; own: string[]; crowd: string[]; crowded: number[] }>;
  /** Claims whose pages were looked at for the report of an outlet that a document names, and their earliest sightings. */
  reports: { sought: Sought; found: SightingRow[] }[];
  /** Documents whose reading is still to come, and not in hand: what is said of them now is not final. */
  unread: Set<string>;
}

/** Surroundings of a document that nothing bears on. */
export function nothingAround(): Surroundings {
  return {
    sightings: [],
    responses: [],
    edges: [],
    claims: new Map(),
    documents: new Map(),
    candidates: new Map(),
    asserted: new Map(),
    near: new Map(),
    groups: new Map(),
    linked: new Map(),
    said: [],
    heard: new Set(),
    wordings: new Map(),
    named: new Map(),
    actors: new Map(),
    subjects: new Map(),
    quoted: new Map(),
    bands: new Map(),
    reports: [],
    unread: new Set(),
  };
}

/** Linked documents whose sightings are looked at: a text that links to more is a list of links. */
const MAX_HEARD = 5;
/** Linked documents whose texts are looked at: one that is translated or retold is among the first. */
const MAX_READ = 3;

/** Everything that deciding on these documents depends on: how common their words are and which texts may be alike, then the rest; two batches whatever their number, and a third for posts that make no claim. `ask`: nothing is written. */
export async function lookAround(db: Db, work: Work[], ask = false): Promise<Surroundings> {
  const prints = work.map((w) => (w.reading ? fingerprint(w.reading.document.text) : null));
  const quotes = work.map(quotedIn);
  const passages = quotes.flatMap((own, i) => own.map((quoted) => ({ quoted, teller: (work[i] as Work).document })));
  const linked = new Map(work.map((w) => [w.document.id, linksOf(w)]));
  const links = [...linked.values()].flat();
  const named = new Map(work.map((w) => [w.document.id, namesIn(w)]));
  const reported = work.flatMap((w) => reportedIdsOf(w.document.id, w.reading));
  const own = work.map((w) => w.document.id);
  const ancestors = work.flatMap((w) => (!w.capture && w.document.parentId ? [w.document.parentId] : []));
  const subjects = [...own, ...reported];
  const proposals = work.flatMap((w) => (w.reading?.claims ?? []).map((claim) => claimIdOf(claim.text)));
  const statements = work.map((w) =>
    statementsToMatch(w).map((text) => ({
      text,
      lang: w.reading?.document.lang ?? null,
      terms: queryTerms(text, w.reading?.document.lang),
    })),
  );
  const assertions = work.map(assertionsOf);
  const terms = [...new Set([...statements.flat(), ...assertions.flat()].flatMap((s) => s.terms))];
  const [counted = [], frequencies = [], known = [], ...bands] = await db.batch([
    search.selectCount(db),
    search.selectFrequencies(db, terms),
    documents.selectKnownAs(
      db,
      links.map((l) => [l.id, aliasKey("url", l.url)]),
    ),
    ...prints.map((print, i) => texts.selectBands(db, (!work[i]?.capture?.shared && print?.bands) || [])),
    ...passages.map(({ quoted: { print } }) => texts.selectBands(db, print?.bands ?? [])),
  ]);
  const alike = work.map(({ document, textId }, i) =>
    prints[i] ? texts.likely(bands[i] ?? [], textId ?? "", texts.certainAt(document.published)) : { near: [], crowd: [] },
  );
  const knownAs = new Map(known.map((row) => [String(row.id), String(row.target)]));
  for (const link of links) link.id = knownAs.get(link.id) ?? link.id;
  const statistics = search.statisticsOf(frequencies, search.countOf(counted));
  const asserted = assertions.map((said, i) => worthASearch(said, statements[i]?.length ?? 0, statistics));
  const hearing = work.flatMap(({ document }) => [
    ...(linked.get(document.id) ?? []).slice(0, MAX_HEARD).map((l) => l.id),
    ...(document.parentId && document.parentType === "quote" ? [document.parentId] : []),
  ]);
  const fixed = [
    selectSightingsOf(db, [...subjects, ...ancestors]),
    selectEdges(db, subjects),
    claims.selectClaims(db, proposals),
    documents.selectDocuments(db, [...links.map((l) => l.id), ...reported]),
    documents.selectParents(db, subjects),
    selectUnread(
      db,
      links.map((l) => l.id),
      own,
    ),
    selectSightingsOf(db, hearing),
    texts.selectWordings(
      db,
      own,
      work.flatMap((w) => (linked.get(w.document.id) ?? []).slice(0, MAX_READ).map((l) => l.id)),
    ),
    selectNamed(
      db,
      [...named.values()].flat().map((n) => n.row),
    ),
    selectActorsOf(
      db,
      work.flatMap((w) => (isPost(w.document) ? (w.document.accountId ?? []) : [])),
    ),
    texts.selectCopies(
      db,
      work.flatMap((w) => (isPost(w.document) && w.textId ? [[w.textId, w.document.accountId, w.document.id]] : [])),
    ),
  ];
  const rows = await db.batch([
    ...fixed,
    ...alike.map(({ near }) => texts.selectAlike(db, near)),
    ...passages.map((_, i) => texts.selectAlike(db, texts.likely(bands[work.length + i] ?? [], "").near)),
    ...[...statements.flat(), ...asserted.flat()].map((s) => search.selectCandidates(db, s.terms, statistics.frequency)),
  ]);
  const [
    sightings = [],
    edges = [],
    proposed = [],
    held = [],
    parents = [],
    unread = [],
    said = [],
    wordings = [],
    naming = [],
    bound = [],
    copied = [],
  ] = rows;
  const at = new Map([...held, ...parents].map((row) => [String(row.id), documents.documentOf(row)]));
  // What is in hand is as it will be once it is recorded.
  const inHand = new Map(work.map((w) => [w.document.id, w.document]));
  for (const [id, document] of inHand) if (at.has(id)) at.set(id, document);
  const holders = passages.map(({ quoted, teller }, i) => holdersOf(quoted, teller, rows[fixed.length + work.length + i] ?? []));
  for (const document of holders.flat()) at.set(document.id, inHand.get(document.id) ?? document);
  let next = fixed.length + work.length + passages.length;
  const scored = (s: { text: string; lang: string | null }) => score(s.text, s.lang, search.candidatesOf(rows[next++] ?? []), statistics);
  const candidates = new Map(work.map((w, i) => [w.document.id, (statements[i] ?? []).map(scored)]));
  const heard = new Map(work.map((w, i) => [w.document.id, (asserted[i] ?? []).map((said) => ({ said, candidates: scored(said) }))]));
  const near: Surroundings["near"] = new Map();
  work.forEach((w, i) => {
    const found = alikeOf(w, prints[i] ?? null, rows[fixed.length + i] ?? [], inHand).filter((n) => n.document.id !== w.document.id);
    // An exact copy is one of the first that has its text; only that one is compared with other texts. Else what an exact copy hangs on
    // would change with every near copy that comes late.
    const same = found.filter((n) => n.textId === w.textId);
    near.set(w.document.id, same.length ? same : found);
  });
  addCandidates(named, naming, (i) => rows[fixed.length + i] ?? [], work);
  const seen = sightings.map(sightingOf);
  const responding = seen.filter((s) => s.role === "respond");
  const actors = new Map(bound.map((row) => [String(row.account_id), actorOf(row)]));
  const answered = work.flatMap((w) =>
    actors.has(w.document.accountId ?? "") ? best(candidates.get(w.document.id)?.[0] ?? []).map((c) => c.claimId) : [],
  );
  const groups = new Map<string, Group>();
  const unclaimed = work.filter((w) => !best(candidates.get(w.document.id)?.[0] ?? []).length);
  // What copies an earlier text, or points to what makes a claim, goes by that.
  const claimed = new Set(said.map((row) => String(row.document_id)));
  const alone = unclaimed.filter(({ document: { id, parentId, published } }) => {
    const own = { id, at: texts.certainAt(published) };
    const copied = (near.get(id) ?? []).some((n) => n.similarity >= COPY && byTime({ id: n.document.id, at: n.firstAt }, own) < 0);
    return !copied && ![parentId ?? "", ...(linked.get(id) ?? []).map((l) => l.id)].some((other) => claimed.has(other));
  });
  const beside = await textsBeside(db, alone, ask);
  for (const w of unclaimed) {
    const copies = copied.flatMap((row) =>
      row.of === w.document.id ? [{ id: String(row.id), account: row.account as string | null }] : [],
    );
    const found = groupOf(w, near.get(w.document.id) ?? [], copies, beside.get(w.document.id)?.others ?? []);
    if (found) groups.set(w.document.id, found);
  }
  const asked = [...answered, ...[...groups.values()].map((group) => group.id)];
  const found = holders.flat().map((d) => d.id);
  // What it copies or retells, or has the words that it prints: its claims are of use where a text's own words carry none.
  for (const { document } of work)
    if (!(candidates.get(document.id) ?? []).flat().some((c) => c.decision === "linked")) {
      const alike = (near.get(document.id) ?? []).map((n) => ({ ...n, document: neighbour(n.document) }));
      found.push(...[copySource, retoldSource].flatMap((sourceOf) => sourceOf(alike, neighbour(document))?.document.id ?? []));
      for (const { mention, candidates: posts } of named.get(document.id) ?? [])
        if (mention.how === "words") found.push(...posts.map((post) => post.document.id));
    }
  const sought = work.flatMap((w) => {
    const scored = [...(candidates.get(w.document.id) ?? []), ...(heard.get(w.document.id) ?? []).map((one) => one.candidates)].flat();
    const own = new Set((w.reading?.claims ?? []).map((claim) => claimIdOf(claim.text)));
    return soughtFor(w, [
      ...scored.flatMap((c) => (c.decision === "linked" ? c.claimId : [])),
      ...proposed.flatMap((row) => (own.has(String(row.id)) ? String(row.merged_into ?? row.id) : [])),
    ]);
  });
  const [responses = [], about = [], theirs = [], ...reports] =
    responding.length || asked.length || found.length || sought.length
      ? await db.batch([
          selectResponsesBy(db, responding),
          claims.selectClaims(db, [...asked, ...sought.map((one) => one.claimId)]),
          selectSightingsOf(db, found),
          ...sought.map((one) => selectReports(db, one)),
        ])
      : [];
  return {
    sightings: seen,
    responses: responses.map(responseOf),
    edges: edges.map(edgeOf),
    claims: new Map([...proposed, ...about].map((row) => [String(row.id), claims.headOf(row)])),
    documents: at,
    candidates,
    asserted: heard,
    near,
    groups,
    linked,
    named,
    said: [...said, ...theirs].map(sightingOf),
    heard: new Set([...hearing, ...found]),
    wordings: new Map(
      [...wordings, ...work.flatMap((_, i) => rows[fixed.length + i] ?? [])].map((row) => [
        String(row.id),
        { text: String(row.body), lang: row.lang as string | null },
      ]),
    ),
    actors,
    subjects: new Map(about.map((row) => [String(row.id), row.subject as string | null])),
    quoted: new Map(passages.map(({ quoted }, i) => [quoted.id, (holders[i] ?? []).map((d) => d.id)])),
    bands: new Map(
      work.map(({ document, textId }, i) => [
        document.id,
        {
          quoted: (quotes[i] ?? []).flatMap(bandRefs),
          own: (bands[i] ?? []).flatMap((row) => (row.awaited ? [String(row.awaited)] : [])),
          crowd: alike[i]?.crowd ?? [],
          crowded: [...texts.crowdedBy(bands[i] ?? [], textId ?? ""), ...(beside.get(document.id)?.late ?? [])],
        },
      ]),
    ),
    reports: sought.map((one, i) => ({ sought: one, found: (reports[i] ?? []).map(sightingOf) })),
    unread: new Set(unread.map((row) => String(row.document_id)).filter((id) => !inHand.has(id))),
  };
}
