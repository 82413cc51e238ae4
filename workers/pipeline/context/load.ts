/**
 * Everything that bears on the documents of a step: candidates of their claims, similar texts, links, parents. Two batches of reads, whatever their
 * number; a third for what these point to, and two more for posts that make no claim. Nothing is written.
 */
import type { Wording } from "../../../shared/changes/kind.ts";
import { type Group, groupOf } from "../../../shared/cluster/group.ts";
import { type Cluster, proposalOf } from "../../../shared/cluster/page-cluster.ts";
import { type LinkedPage, linksOf } from "../../../shared/edges/evidence/links.ts";
import { COPY_SIMILARITY } from "../../../shared/edges/evidence/near-texts.ts";
import { type Quoted, quotedIn, reportedIn } from "../../../shared/edges/evidence/reported.ts";
import { type Assertion, assertionsOf, best, worthASearch } from "../../../shared/match/assertions.ts";
import { queryTerms, type RawCandidate, type TermStatistics } from "../../../shared/match/index.ts";
import { authorTerms } from "../../../shared/match/own-account.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { isPost } from "../../../shared/model/document.ts";
import { claimIdOf } from "../../../shared/model/id.ts";
import { aliasKey } from "../../../shared/model/identity.ts";
import { CLUSTERER } from "../../../shared/model/sighting.ts";
import { canBeJudged } from "../../../shared/read/gates/answers.ts";
import { type Fingerprint, fingerprint } from "../../../shared/text/fingerprint.ts";
import { oncePerObject } from "../../../shared/text/once-per.ts";
import { byTime } from "../../../shared/timeline/order.ts";
import { selectTombstones } from "../../store/access/tombstones.ts";
import { answerWordsFor, stanceNetworks } from "../../store/assets/models.ts";
import * as claims from "../../store/claims/claims.ts";
import * as search from "../../store/claims/search.ts";
import { selectStories, storiesOf } from "../../store/claims/stories.ts";
import { type Db, ifAny, type Row } from "../../store/d1.ts";
import { selectAccountPosts } from "../../store/documents/account-posts.ts";
import { actorOf, selectActorsOf } from "../../store/documents/accounts.ts";
import * as documents from "../../store/documents/documents.ts";
import { alikeOf, type NearText, TextLookup } from "../../store/documents/text-lookup.ts";
import * as texts from "../../store/documents/texts.ts";
import { selectLastEvent } from "../../store/jobs/events.ts";
import { selectUnread } from "../../store/jobs/jobs.ts";
import { bucketKey } from "../../store/relations/dependencies.ts";
import { edgeOf, selectEdgesSince } from "../../store/relations/edges.ts";
import { selectEarliestSightings } from "../../store/relations/outlet-reports.ts";
import { responseReportsOf, selectResponseReports } from "../../store/relations/response-reports.ts";
import { responseOf, selectResponsesBy } from "../../store/relations/responses.ts";
import { selectSightingsOf, selectSightingsSince } from "../../store/relations/sightings.ts";
import { sightingOf } from "../../store/relations/stored-sighting.ts";
import { FOREVER } from "../../store/versions.ts";
import { linkByStory, match, otherPagesOfLikely } from "../match.ts";
import { isNewText, statementsToMatch, type Work } from "../read.ts";
import {
  heldInHand,
  loadClusters,
  loadJoins,
  loadPlacements,
  Neighbours,
  statementBucketsOf,
  statementsNear,
  topicBucketsOf,
} from "./clusters.ts";
import type { Context } from "./context.ts";
import * as references from "./references.ts";

/** What the first two batches give. */
type Found = Omit<
  Context,
  | "answerWords"
  | "networks"
  | "groups"
  | "clusters"
  | "joins"
  | "placements"
  | "responses"
  | "outletReports"
  | "responseReports"
  | "lastEvent"
>;

/** Maximum number of linked documents whose sightings are read: a text with more links is a list of links. */
const MAX_LINKED_SOURCES = 5;
/** Maximum number of linked documents whose texts are read: the source of a translation or paraphrase is among the first. */
const MAX_LINKED_TEXTS = 3;

/** What the index of claims has for the terms that were searched: each is looked up once in a step. */
interface Searched {
  statistics: TermStatistics;
  candidates: Map<string[], RawCandidate[]>;
}
const nothingSearched = (): Searched => ({ statistics: { claims: 0, frequency: new Map() }, candidates: new Map() });

/** An index look-up that needs only the words of the documents: what to look up, and the statements. */
export interface IndexLookup {
  needs: Needs[];
  lookup: TextLookup;
  neighbours: Neighbours;
  /** What was searched before for some of them. */
  before: Searched;
  statements: ReturnType<typeof indexStatements>;
}
export type IndexRows = Record<keyof IndexLookup["statements"], Row[]>;
/** Prepares the index look-ups for documents. For a new document the statements may run in the call that stores it. */
export function lookUp(db: Db, work: Work[], lookup = new TextLookup(), before = nothingSearched()): IndexLookup {
  const needs = work.map(needsOf);
  for (const need of needs) addInHand(lookup, need);
  const neighbours = new Neighbours(work, lookup);
  return { needs, lookup, neighbours, before, statements: indexStatements(db, needs, lookup, neighbours, before) };
}

/** What bears on documents before their claims are known. */
async function readFirst(db: Db, indexLookup: IndexLookup, rows: IndexRows, now: number) {
  const { indexed, statistics, lastEvent } = indexedBy(indexLookup, rows);
  const found = await readRows(db, indexed, statistics, indexLookup, now);
  return { indexed, statistics, lastEvent, ...found, clustered: await loadClusters(db, indexLookup.neighbours) };
}

/**
 * Reads everything that the decisions on these documents depend on. Documents that `beside` gives, whose clusters these change, become part of the
 * step's work. `lookedUp`: index look-ups that were made already.
 */
export async function loadContext(
  db: Db,
  given: Work[],
  now: number,
  beside: (clusters: ReadonlyMap<string, Cluster>) => Promise<Work[]> = async () => [],
  lookedUp: { lookup: IndexLookup; rows: IndexRows } | null = null,
): Promise<{ work: Work[]; context: Context }> {
  const first = async (indexLookup: IndexLookup, rows?: IndexRows) =>
    readFirst(db, indexLookup, rows ?? (await db.load(indexLookup.statements)), now);
  const indexLookup = lookedUp?.lookup ?? lookUp(db, given);
  const { lookup } = indexLookup;
  const own = await first(indexLookup, lookedUp?.rows);
  const others = await beside(own.clustered.clusters);
  const work = [...given, ...others];
  const { indexed, statistics, rows, candidates, clustered } = others.length ? await first(lookUp(db, work, lookup, own)) : own;
  const answerWords = await answerWordsFor(work.flatMap(({ reading }) => (reading ? [baseLang(reading.document.lang)] : [])));
  const matched = { ...rows, ...match(indexed, candidates, statistics, answerWords) };
  const found = { ...matched, ...(await loadStories(db, matched, clustered.clusters)) };
  const { groups, joins, ...grouped } = await loadGroups(db, found, work, lookup, clustered.clusters);
  const known = { ...found, groups, joins, clusters: clustered.clusters };
  const placements = indexed.flatMap((n) => {
    const { id } = n.work.document;
    return [textPlacement(n), grouped.placements.get(id), clustered.placements.get(id), ...quotedPlacements(n, lookup)].flatMap(
      (one) => one ?? [],
    );
  });
  placements.push(...joins.placements);
  const context = {
    ...known,
    ...(await loadSources(db, known, work)),
    placements,
    answerWords,
    networks: await stanceNetworks(),
    lastEvent: own.lastEvent,
  };
  return { work, context };
}

/** The text of a page is stored only with its findings: until then the step's other documents see it through this look-up. */
function addInHand(lookup: TextLookup, { work, print }: Needs): void {
  const { document, reading, textId } = work;
  if (!isNewText(work) || !reading) return;
  const at = texts.certainAt(document.published);
  const body = reading.document.text.slice(0, texts.MAX_COMPARED_LENGTH);
  lookup.bring({ textId: textId ?? "", firstAt: at, body, signature: print?.signature ?? null, document });
  lookup.add("text_bucket", { id: textId ?? "", at, buckets: print?.buckets ?? [] });
}

/** Needs with the answers of the indexes: the stored ids of linked pages, and the texts that may be similar. */
interface Indexed extends Needs {
  /** The rows of its text's buckets; and the texts that are compared with it. */
  bucketRows: Row[];
  similar: { near: string[]; overflow: string[] };
  /** Each with the texts that may contain its words. */
  quotations: (Quoted & { texts: string[] })[];
  /** Those of its assertions that are worth a search. */
  searched: Assertion[];
}
/** The buckets in which a document's text is compared with others. None for a copy: it goes by the first document with the text. */
const textBucketsOf = ({ work, print }: Needs): number[] => (!work.capture?.shared && print?.buckets) || [];

/** The statements that read the indexes and the frequencies of terms. */
function indexStatements(db: Db, needs: Needs[], lookup: TextLookup, neighbours: Neighbours, before: Searched) {
  const links = needs.flatMap((n) => n.links);
  const quotations = needs.flatMap((n) => n.quotations);
  const terms = new Set(needs.flatMap((n) => [...n.statements, ...n.assertions].flatMap((s) => s.terms)));
  return {
    // Only pages have others beside them.
    last: ifAny(neighbours.own, () => selectLastEvent(db)),
    counted: search.selectCount(db),
    frequencies: ifAny(
      [...terms].filter((term) => !before.statistics.frequency.has(term)),
      (some) => search.selectFrequencies(db, some),
    ),
    known: ifAny(links, (some) =>
      documents.selectKnownAs(
        db,
        some.map((l) => [l.id, aliasKey("url", l.url)]),
      ),
    ),
    ...lookup.statements(db, {
      text_bucket: [...needs.flatMap(textBucketsOf), ...quotations.flatMap(({ print }) => print.buckets)],
      statement_bucket: [
        ...needs.flatMap((n) => statementBucketsOf(n.work)),
        ...neighbours.own.flatMap((one) => topicBucketsOf(one).buckets),
      ],
    }),
  };
}
/** The needs with what the indexes gave. */
function indexedBy(
  { needs, lookup, before }: IndexLookup,
  { last, counted, frequencies, known, ...found }: IndexRows,
): { indexed: Indexed[]; statistics: TermStatistics; lastEvent: number } {
  lookup.take(found);
  const knownAs = new Map(known.map((row) => [String(row.id), String(row.target)]));
  const { claims: count, frequency } = search.statisticsOf(frequencies, search.countOf(counted));
  const statistics = { claims: count, frequency: new Map([...before.statistics.frequency, ...frequency]) };
  const indexed = needs.map((n): Indexed => {
    const { document, textId } = n.work;
    const bucketRows = lookup.buckets("text_bucket", textBucketsOf(n));
    return {
      ...n,
      links: n.links.map((link) => ({ ...link, id: knownAs.get(link.id) ?? link.id })),
      bucketRows,
      similar: n.print ? texts.nearestTexts(bucketRows, textId ?? "", texts.certainAt(document.published)) : { near: [], overflow: [] },
      quotations: n.quotations.map((quoted) => ({
        ...quoted,
        texts: texts.nearestTexts(lookup.buckets("text_bucket", quoted.print.buckets), "").near,
      })),
      searched: worthASearch(n.assertions, n.statements.length, statistics),
    };
  });
  return { indexed, statistics, lastEvent: Number(last[0]?.seq ?? 0) };
}

/** The linked and quoted documents whose sightings are read. */
const linkedSources = ({ work: { document }, links }: Needs) => [
  ...links.slice(0, MAX_LINKED_SOURCES).map((l) => l.id),
  ...(document.parentId && document.parentType === "quote" ? [document.parentId] : []),
];

/** The linked documents whose texts are read. */
const linkedTexts = ({ links }: Needs) => links.slice(0, MAX_LINKED_TEXTS).map((l) => l.id);

const isLive = (row: Row) => row.replaced_at === FOREVER;
/** The terms of statements that no candidates were looked up for yet. */
const unsearched = (needs: Indexed[], before: Searched) =>
  needs.flatMap((n) => [...n.statements, ...n.searched]).flatMap((one) => (before.candidates.has(one.terms) ? [] : [one.terms]));

/** The rows that the needs and the indexes name, as one batch. */
async function readRows(
  db: Db,
  needs: Indexed[],
  statistics: TermStatistics,
  { lookup, neighbours, before }: Pick<IndexLookup, "lookup" | "neighbours" | "before">,
  now: number,
) {
  const searched = unsearched(needs, before);
  const rows = await db.load({
    ...rowStatements(db, needs, now),
    candidates: ifAny(searched, (terms) => search.selectCandidates(db, terms, statistics.frequency)),
    ...lookup.statements(db, {
      texts: [
        ...needs.flatMap((n) => [...n.similar.near, ...n.quotations.flatMap((q) => q.texts), ...statementsNear(n.work, lookup)]),
        ...neighbours.unknownTo(neighbours.own),
      ],
    }),
  });
  lookup.take(rows);
  const candidates = new Map([...before.candidates, ...search.candidatesOf(rows.candidates, searched)]);
  return { rows: foundIn(rows, needs, lookup), candidates };
}

/** The statements that read what the needs name by id. */
function rowStatements(db: Db, needs: Indexed[], now: number) {
  const work = needs.map((n) => n.work);
  const own = work.map((w) => w.document.id);
  const links = needs.flatMap((n) => n.links.map((l) => l.id));
  const reported = needs.flatMap((n) => n.reportedIds);
  const subjects = [...own, ...reported];
  const repostParents = work.flatMap((w) => (!w.capture && w.document.parentId ? [w.document.parentId] : []));
  const posts = work.filter((w) => isPost(w.document));
  const named = needs.flatMap((n) => n.mentions.map((m) => m.row));
  const english = englishPosts(needs);
  return {
    sightings: selectSightingsSince(db, [...subjects, ...repostParents], now),
    edges: selectEdgesSince(db, subjects, now),
    claims: ifAny(
      needs.flatMap((n) => n.proposals),
      (ids) => claims.selectClaims(db, ids),
    ),
    documents: ifAny([...links, ...reported], (ids) => documents.selectDocuments(db, ids)),
    parents: documents.selectParents(db, subjects),
    unread: selectUnread(db, links, own),
    tombstones: ifAny([...links, ...reported], (ids) => selectTombstones(db, ids)),
    sourceSightings: ifAny(needs.flatMap(linkedSources), (ids) => selectSightingsOf(db, ids)),
    sourceTexts: texts.selectSourceTexts(db, own, needs.flatMap(linkedTexts)),
    mentioned: ifAny(named, (rows) => selectAccountPosts(db, rows)),
    actors: ifAny(
      posts.flatMap((w) => w.document.accountId ?? []),
      (ids) => selectActorsOf(db, ids),
    ),
    copies: ifAny(
      posts.flatMap((w) => (w.textId ? [[w.textId, w.document.accountId, w.document.id]] : [])),
      (rows) => texts.selectExactCopies(db, rows),
    ),
    stories: ifAny(english, (all) =>
      selectStories(
        db,
        all.map(({ terms }) => terms),
      ),
    ),
  };
}
type FoundRows = Record<keyof ReturnType<typeof rowStatements>, Row[]>;

/** What the rows say, by the documents in hand. */
function foundIn(rows: FoundRows, needs: Indexed[], lookup: TextLookup): Omit<Found, "candidates" | "asserted"> {
  const work = needs.map((n) => n.work);
  const english = englishPosts(needs);
  const perDocument = <T>(of: (n: Indexed) => T) => new Map(needs.map((n) => [n.work.document.id, of(n)]));
  const similarTo = (n: Indexed) => lookup.texts(n.similar.near);
  // Documents in hand appear as they will be after the write.
  const inHand = new Map(work.map((w) => [w.document.id, w.document]));
  const current = (document: documents.StoredDocument) => inHand.get(document.id) ?? document;
  const holders = needs.flatMap((n) =>
    n.quotations.map((quoted) => ({ id: quoted.id, posts: references.holdersOf(quoted, n.work.document, lookup.texts(quoted.texts)) })),
  );
  const stored = [...rows.documents, ...rows.parents].map(documents.documentOf);
  return {
    sightings: rows.sightings.filter(isLive).map(sightingOf),
    edges: rows.edges.filter(isLive).map(edgeOf),
    ended: [...rows.sightings, ...rows.edges].filter((row) => !isLive(row)).map((row) => Number(row.replaced_at)),
    claims: claims.summariesById(rows.claims),
    documents: new Map([...stored, ...holders.flatMap((h) => h.posts)].map((d) => [d.id, current(d)])),
    near: perDocument((n) => nearTexts(n, similarTo(n), inHand)),
    copies: new Map(rows.copies.map((row) => [String(row.of), { id: String(row.id), account: row.account as string | null }])),
    linked: perDocument((n) => n.links),
    sourceSightings: rows.sourceSightings.map(sightingOf),
    sources: new Set(needs.flatMap(linkedSources)),
    ...wordingsOf(needs, rows, needs.flatMap(similarTo)),
    stories: new Map(rows.stories.map((row) => [english[Number(row.n)]?.id ?? "", storiesOf(row)])),
    mentions: perDocument((n) => references.withCandidates(n.mentions, rows.mentioned, similarTo(n))),
    actors: new Map(rows.actors.map((row) => [String(row.account_id), actorOf(row)])),
    quotationHolders: new Map(holders.map(({ id, posts }) => [id, posts.map((d) => d.id)])),
    buckets: perDocument(bucketsOf),
    erased: new Set(rows.tombstones.map((row) => String(row.id))),
    unread: new Set(rows.unread.map((row) => String(row.document_id)).filter((id) => !inHand.has(id))),
  };
}

/** The posts in English, with the terms by which they are searched. */
const englishPosts = (needs: Indexed[]) =>
  needs.flatMap(({ work: { document }, statements: [said] }) =>
    said && isPost(document) && baseLang(said.lang) === "en" ? [{ id: document.id, terms: said.terms }] : [],
  );
/** The buckets that a document depends on, and the later texts in its own buckets with which it is not compared. */
const bucketsOf = ({ work, print, quotations, bucketRows, similar }: Indexed) => ({
  quoted: quotations.flatMap(references.bucketKeysOf),
  // This step puts the page's text into its buckets. Documents may depend on these buckets by then.
  dependencies: isNewText(work)
    ? (print?.buckets ?? []).map(bucketKey)
    : bucketRows.flatMap((row) => (row.dependency ? [String(row.dependency)] : [])),
  overflow: similar.overflow,
});

const wordingOf = (row: Row): Wording => ({ text: String(row.body), lang: row.lang as string | null });
/** The texts of parents and of similar documents. The text of a page in hand is not stored yet. */
function wordingsOf(
  needs: Needs[],
  { sourceTexts, edges, mentioned }: { sourceTexts: Row[]; edges: Row[]; mentioned: Row[] },
  similar: texts.HeldText[],
): Pick<Context, "sourceTexts" | "parentTexts"> {
  const byId = new Map([
    ...[...mentioned, ...sourceTexts].map((row) => [String(row.id), wordingOf(row)] as const),
    ...similar.map(({ document: { id, lang }, body }) => [id, { text: body, lang }] as const),
  ]);
  const byChild = new Map<string, Map<string, Wording>>();
  const put = (child: string, id: string, wording: Wording) =>
    byChild.set(child, (byChild.get(child) ?? new Map<string, Wording>()).set(id, wording));
  for (const row of sourceTexts) put(String(row.child ?? ""), String(row.id), wordingOf(row));
  const inHand = new Map<string, Wording>();
  for (const { work } of needs)
    if (isNewText(work) && work.reading)
      inHand.set(work.document.id, { text: work.reading.document.text.slice(0, texts.MAX_COMPARED_LENGTH), lang: work.document.lang });
  for (const id of needs.flatMap(linkedTexts)) {
    const wording = inHand.get(id);
    if (wording) byId.set(id, wording);
  }
  for (const { type, method, child_id: child, parent_id: parent } of edges) {
    const wording = inHand.get(String(parent));
    if (wording && (type === "quote" || method === "person")) put(String(child), String(parent), wording);
  }
  return { sourceTexts: byId, parentTexts: byChild };
}

/** The texts that are similar to a document's own. */
function nearTexts({ work, print }: Needs, similar: texts.HeldText[], inHand: ReadonlyMap<string, documents.StoredDocument>): NearText[] {
  const { document, reading } = work;
  const own = { text: reading?.document.text ?? "", lang: document.lang ?? reading?.document.lang ?? null };
  const found = alikeOf(own, print, similar, inHand).filter((n) => n.document.id !== document.id);
  // Exact copies go by the first document with their text; only that one is compared with other texts. Otherwise each near copy that comes late would
  // change the parents of exact copies.
  const same = found.filter((n) => n.textId === work.textId);
  return same.length ? same : found;
}

/** The rows of a document's text in the buckets of similar texts. */
function textPlacement(n: Indexed): texts.Placement | null {
  const { document, textId } = n.work;
  return textId && n.bucketRows.length ? texts.placementOf("text_bucket", document.id, textId, textBucketsOf(n), n.bucketRows) : null;
}

const quotedPlacements = ({ work, quotations }: Indexed, lookup: TextLookup): texts.Placement[] =>
  quotations.map(({ print: { buckets } }) =>
    texts.placementOf("text_bucket", work.document.id, "", buckets, lookup.buckets("text_bucket", buckets)),
  );

/** The candidates, with those that link by the other pages on their story. One more read if a page may link so. */
async function loadStories(db: Db, matched: Parameters<typeof linkByStory>[0], clusters: ReadonlyMap<string, Cluster>) {
  const otherPages = otherPagesOfLikely(matched, clusters);
  if (!otherPages.size) return matched;
  const stored = [...otherPages.values()].flat().filter((id) => !matched.candidates.has(id));
  const { sightings } = await db.load({ sightings: ifAny(stored, (ids) => selectSightingsOf(db, ids)) });
  return linkByStory(matched, otherPages, sightings.map(sightingOf));
}

/** The groups of posts that make no followed claim, the pages that they join, and their buckets. */
async function loadGroups(
  db: Db,
  { candidates, sightings, sourceSightings, near, copies, linked }: Found,
  work: Work[],
  lookup: TextLookup,
  clusters: ReadonlyMap<string, Cluster>,
) {
  const unclaimed = work.filter((w) => !best(candidates.get(w.document.id)?.[0] ?? []).length);
  // A copy of an earlier text, or a text that points to a document with a claim, takes its claim from there.
  const claimed = new Set(sourceSightings.map((s) => s.documentId));
  const alone = unclaimed.filter(({ document: { id, parentId, published } }) => {
    const own = { id, at: texts.certainAt(published) };
    const copied = (near.get(id) ?? []).some((n) => n.similarity >= COPY_SIMILARITY && byTime(texts.firstOf(n), own) < 0);
    return !copied && ![parentId ?? "", ...(linked.get(id) ?? []).map((l) => l.id)].some((other) => claimed.has(other));
  });
  const proposing = work.flatMap((work) => {
    const had = sightings.flatMap((s) => (s.documentId === work.document.id && s.method === CLUSTERER ? s.claimId : []));
    const cluster = clusters.get(work.document.id);
    const wording = cluster && proposalOf(cluster);
    const has = wording ? [claimIdOf(wording.text)] : [];
    return had.join() === has.join() ? [] : (heldInHand(work) ?? []);
  });
  const joins = await loadJoins(db, lookup, alone, proposing);
  const placements = await loadPlacements(db, lookup, alone, near);
  const groups = new Map<string, Group>();
  for (const work of unclaimed) {
    const { id, published } = work.document;
    const copy = copies.get(id);
    const own = { document: work.document, firstAt: texts.certainAt(published), body: work.reading?.document.text ?? "" };
    const group = work.reading && groupOf(own, near.get(id) ?? [], copy ? [copy] : [], placements.get(id)?.others ?? []);
    if (group) groups.set(id, group);
  }
  return { groups, joins, placements };
}

/** The rows that the rows read so far point to: responses, claims by id, the sightings of further sources, the reports of outlets. */
async function loadSources(db: Db, known: Found & Pick<Context, "groups" | "clusters" | "joins">, work: Work[]) {
  const { sightings, actors, candidates, groups, clusters, quotationHolders } = known;
  const responding = sightings.filter((s) => s.role === "respond");
  const answered = work.flatMap((w) =>
    actors.has(w.document.accountId ?? "") ? best(candidates.get(w.document.id)?.[0] ?? []).map((c) => c.claimId) : [],
  );
  const grouped = [
    ...[...groups.values()].map((group) => group.id),
    ...[...clusters.values()].flatMap(({ wording }) => (wording ? claimIdOf(wording.text) : [])),
  ];
  const joined = [...known.joins.pages.values()].flat();
  const answeredPosts = [...work.flatMap((w) => references.repliedTo(w, known) ?? []), ...joined];
  const sources = [...[...quotationHolders.values()].flat(), ...work.flatMap((w) => references.resemblances(w, known)), ...answeredPosts];
  const searches = work.flatMap((w) => references.searchesFor(w, claimsOf(w, known)));
  const answerable = [...new Set(work.flatMap((w) => answerableIn(w, known)))];
  const rows = await db.load({
    responses: ifAny(responding, (some) => selectResponsesBy(db, some)),
    claims:
      answered.length + grouped.length + searches.length + answeredPosts.length
        ? claims.selectClaimsWith(db, [...answered, ...grouped, ...searches.map((one) => one.claimId)], answeredPosts)
        : null,
    sightings: ifAny(sources, (ids) => selectSightingsOf(db, ids)),
    reports: searches.map((one) => selectEarliestSightings(db, one)),
    responseReports: answerable.map((claimId) => selectResponseReports(db, claimId)),
  });
  return {
    responses: rows.responses.map(responseOf),
    claims: new Map([...known.claims, ...claims.summariesById(rows.claims)]),
    sourceSightings: [...known.sourceSightings, ...rows.sightings.map(sightingOf)],
    sources: new Set([...known.sources, ...sources]),
    responseReports: new Map(answerable.map((claimId, i) => [claimId, responseReportsOf(rows.responseReports[i] ?? [])])),
    outletReports: searches.map((one, i) => ({ search: one, found: (rows.reports[i] ?? []).map(sightingOf) })),
  };
}

/** The claims that an article may make, so that responses to them that it reports can be judged. */
function answerableIn(
  { document, reading }: Work,
  { candidates, asserted, claims: known, clusters }: Found & Pick<Context, "clusters">,
): string[] {
  if (!reading || !canBeJudged(reading, document.kind)) return [];
  const found = [candidates.get(document.id) ?? [], (asserted.get(document.id) ?? []).map((one) => one.candidates)].flat(2);
  const same = reading.claims.flatMap((claim) => known.get(claimIdOf(claim.text)) ?? []);
  const wording = clusters.get(document.id)?.wording;
  return [
    ...(wording ? [claimIdOf(wording.text)] : []),
    ...found.flatMap((c) => (c.decision === "none" ? [] : c.claimId)),
    ...same.map((claim) => claim.mergedInto ?? claim.id),
  ];
}

/** The claims that a document certainly makes, or proposes again. */
function claimsOf({ document, reading }: Work, { candidates, asserted, claims: known }: Found): string[] {
  const all = [...(candidates.get(document.id) ?? []), ...(asserted.get(document.id) ?? []).map((one) => one.candidates)].flat();
  const proposed = (reading?.claims ?? []).flatMap((claim) => known.get(claimIdOf(claim.text)) ?? []);
  const ids = (decision: string) => all.flatMap((c) => (c.decision === decision ? c.claimId : []));
  const linked = [...ids("linked"), ...proposed.map((claim) => claim.mergedInto ?? claim.id)];
  // What is only suggested becomes a line where another text with it is linked.
  return linked.length ? linked : ids("suggested");
}

export interface Needs {
  work: Work;
  print: Fingerprint | null;
  /** Passages of other posts that it prints. */
  quotations: Quoted[];
  links: LinkedPage[];
  mentions: references.AccountMention[];
  reportedIds: string[];
  /** Ids of the claims that its reading would propose. */
  proposals: string[];
  /** Texts that may be a claim, with the terms that they are searched by. */
  statements: { text: string; lang: string | null; terms: string[] }[];
  /** The other statements of a page. */
  assertions: Assertion[];
}

const needsOf = oncePerObject((work: Work): Needs => {
  const { document, reading } = work;
  const lang = reading?.document.lang ?? null;
  return {
    work,
    print: reading ? fingerprint(reading.document.text) : null,
    quotations: quotedIn(document.id, reading),
    links: linksOf(document, reading),
    mentions: references.mentionsOf(work),
    reportedIds: reportedIn(document.id, reading).map(({ id }) => id),
    proposals: (reading?.claims ?? []).map((claim) => claimIdOf(claim.text)),
    statements: statementsToMatch(work).map((text) => ({
      text,
      lang,
      terms: [...queryTerms(text, lang), ...(isPost(document) ? authorTerms(document.author) : [])],
    })),
    assertions: assertionsOf(document, reading),
  };
});
