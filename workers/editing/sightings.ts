/** Sightings that people record, confirm or reject. What a person says outranks the machine, and stays. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { idOf, isId } from "../../shared/model/id.ts";
import { idOfUrl } from "../../shared/model/identity.ts";
import { responseTypes } from "../../shared/model/response.ts";
import { type SightingInput, type Stance, statedStance } from "../../shared/model/sighting.ts";
import { parseTime, range } from "../../shared/model/time.ts";
import { personsIn } from "../../shared/read/parties/persons.ts";
import { marksOf, ReadersView, shownWords } from "../../shared/review/readers.ts";
import { personsNamed } from "../../shared/review/suggestion.ts";
import { sortKey } from "../../shared/timeline/order.ts";
import { shownHost } from "../../shared/url.ts";
import { type Conditions, persist } from "../pipeline/persist.ts";
import { nameOf, parentsOf } from "../pipeline/relate/relate.ts";
import { selectTombstones } from "../store/access/tombstones.ts";
import * as claims from "../store/claims/claims.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import * as documents from "../store/documents/documents.ts";
import { hasSecondLook, publishPolicy } from "../store/publishing.ts";
import { type EdgeRow, edgeOf, selectEdges } from "../store/relations/edges.ts";
import { sightingChanges } from "../store/relations/line-changes.ts";
import { newSighting } from "../store/relations/sighting-rows.ts";
import * as store from "../store/relations/sightings.ts";
import { type SightingRow, sightingKey, sightingOf } from "../store/relations/stored-sighting.ts";
import { type Difference, instantAfter } from "../store/versions.ts";
import { type EditProblem, erased } from "./problem.ts";
import { keysOf } from "./references.ts";

interface SightingOutcome {
  id: string;
  claim: string;
  document: string;
  /** Held: the line must be reviewed before readers see it, and was not. */
  status: "created" | "changed" | "same" | "held";
  because?: string;
}

/** Records sightings that a person states: confirmed, and on the timeline at once. One read (two if refs are used), one write. */
export function addSightings(db: Db, inputs: SightingInput[], now: number, also?: AlsoSaid): Promise<(SightingOutcome | EditProblem)[]> {
  return whileConflicting(() => add(db, inputs, now, also));
}
/** Makes statements for the same transaction, given the written lines. */
type AlsoSaid = (rows: SightingRow[]) => D1PreparedStatement[];

async function add(db: Db, inputs: SightingInput[], begun: number, also?: AlsoSaid): Promise<(SightingOutcome | EditProblem)[]> {
  const stored = await readNamed(db, inputs);
  const now = instantAfter(begun, stored.live, stored.changed);
  const added = new Map<string, SightingRow>();
  const close = new Map<string, SightingRow>();
  const outcomes = inputs.map((input, i): SightingOutcome | EditProblem => {
    const { claim, documentId } = stored.named[i] ?? { claim: null, documentId: null };
    const document = documentId ? stored.documents.get(documentId) : undefined;
    if (!claim) return { pointer: "/claim", detail: "no claim has this id or ref" };
    if (documentId && stored.erased.has(documentId)) return erased("/document");
    if (!document) return { pointer: "/document", detail: "no document has this id, ref or URL" };
    const said = sightingSaid(input, claim, document, stored, now);
    const before = added.get(said.id) ?? stored.live.find((s) => s.id === said.id && s.claimId === claim);
    const row = before ? withRead(said, before) : said;
    const outcome = { id: row.id, claim, document: document.id };
    if (before && sightingKey(before) === sightingKey(row)) return { ...outcome, status: "same" };
    if (before && !added.has(row.id)) close.set(row.id, before);
    added.set(row.id, row);
    return { ...outcome, status: before ? "changed" : "created" };
  });
  const sightings = { add: [...added.values()], close: [...close.values()] };
  const standing = sightings.add.flatMap(({ documentId: id }) => ({ id, standing: stored.documents.get(id) ?? null }));
  const { live } = stored;
  if (sightings.add.length)
    await writeSightings(db, { ...sightings, type: "sighting.recorded" }, { live, standing }, now, also?.(sightings.add));
  return outcomes;
}

/** The stored rows that the inputs name. */
interface Stored {
  /** In the order of the inputs: the claim (if merged, the one it was merged into) and the document; null if there is none. */
  named: { claim: string | null; documentId: string | null }[];
  /** When the claims last changed. */
  changed: number[];
  documents: Map<string, documents.StoredDocument>;
  erased: Set<string>;
  live: SightingRow[];
  /** The edges of the documents, and the names of their parents. */
  edges: EdgeRow[];
  names: Map<string, string | null>;
}

async function readNamed(db: Db, inputs: SightingInput[]): Promise<Stored> {
  const keys = inputs.flatMap((input) => [...keysOf(input.claim), ...keysOf(input.document)]);
  const { aliased } = await db.load({ aliased: documents.selectAliased(db, keys) });
  const alias = documents.targetsOf(aliased);
  const find = (name: string, prefix: "c" | "d") => {
    if (isId(prefix, name)) return name;
    for (const key of keysOf(name)) if (alias.get(key)?.startsWith(prefix)) return alias.get(key) ?? null;
    return prefix === "d" ? idOfUrl(name) : null;
  };
  const named = inputs.map((input) => ({ claim: find(input.claim, "c"), documentId: find(input.document, "d") }));
  const documentIds = named.flatMap((n) => n.documentId ?? []);
  const rows = await db.load({
    claims: claims.selectClaims(
      db,
      named.flatMap((n) => n.claim ?? []),
    ),
    documents: documents.selectDocuments(db, documentIds),
    erased: selectTombstones(db, documentIds),
    sightings: store.selectSightingsOf(db, documentIds),
    edges: selectEdges(db, documentIds),
    parents: documents.selectParents(db, documentIds),
  });
  const resolved = new Map(rows.documents.flatMap((row) => (row.resolved_id ? [[String(row.id), String(row.resolved_id)]] : [])));
  // For a placeholder that was resolved, its document is used.
  const found = inputs.map((input, i) => ({ ...input, document: resolved.get(named[i]?.documentId ?? "") ?? input.document }));
  if (resolved.size) return readNamed(db, found);
  const mergedInto = new Map(rows.claims.map((row) => [String(row.id), row.merged_into as string | null]));
  return {
    named: named.map(({ claim, documentId }) => ({
      claim: claim && mergedInto.has(claim) ? (mergedInto.get(claim) ?? claim) : null,
      documentId,
    })),
    changed: rows.claims.map((row) => Number(row.changed_at)),
    documents: new Map(rows.documents.map((row) => [String(row.id), documents.documentOf(row)])),
    erased: new Set(rows.erased.map((row) => String(row.id))),
    live: rows.sightings.map(sightingOf),
    edges: rows.edges.map(edgeOf),
    names: new Map(rows.parents.map(documents.documentOf).map((one) => [one.id, nameOf(one)])),
  };
}

/** The sighting that a person states. */
function sightingSaid(
  input: SightingInput,
  claimId: string,
  document: documents.StoredDocument,
  { edges, names }: Pick<Stored, "edges" | "names">,
  now: number,
): SightingRow {
  const { response } = input;
  const actor = response && {
    kind: response.actor.kind,
    name: response.actor.name,
    description: null,
    role: response.actor.role ?? null,
    affiliation: response.actor.affiliation ?? null,
  };
  const quotes = input.quote ? [input.quote] : [];
  const report = response?.told ? toldBy(document, response.publishedAt) : null;
  const { seen, url } = report ?? document;
  const said = {
    ...newSighting(document, null, null, now),
    // A document has one sighting of its own for a claim; its role says whether it is itself a response. It may report any number of other responses.
    id:
      response && report
        ? idOf("s", claimId, document.id, response.type, response.actor.name, input.quote ?? "")
        : idOf("s", claimId, document.id),
    claimId,
    listed: true,
    ...(report && { at: report.at, published: report.published, toldBy: report.toldBy }),
    role: response ? "respond" : input.role,
    stance: response ? (responseTypes[response.type]?.stance ?? "comment") : input.stance,
    certainty: input.certainty,
    quote: input.quote ? { exact: input.quote, prefix: "", suffix: "" } : null,
    attributedTo: actor ?? null,
    state: "confirmed",
    method: "person",
    response: response && actor ? { type: response.type, actor, standing: response.standing, quotes, seen, url } : null,
  } satisfies SightingRow;
  // The person has read the words that they wrote, but not the document's title and author.
  return { ...said, ...parentsOf(document.id, edges, names), read: marksOf({ ...said, title: null, author: null }) };
}

/** The time of a response that a document reports, if known, and the document that reports it. */
function toldBy(document: documents.StoredDocument, publishedAt: string | undefined) {
  const given = publishedAt === undefined ? null : parseTime(publishedAt, "human");
  return {
    seen: "reported" as const,
    url: null,
    published: given ?? range(null, document.published.latest ?? document.seenAt, "text"),
    // A response without a time of its own stands just before the document that reports it.
    at: given?.earliest ?? given?.latest ?? sortKey(document) - 1,
    toldBy: { documentId: document.id, label: document.author ?? shownHost(document.url) ?? "" },
  };
}

/** Adds what the machine read in the text: the person confirms the link, and may say more. */
function withRead(row: SightingRow, before: SightingRow): SightingRow {
  const isSameParent = before.parent?.documentId === row.parent?.documentId;
  return {
    ...row,
    excerpt: before.excerpt,
    read: [...new Set([...(before.read ?? []), ...(row.read ?? [])])],
    textId: before.textId,
    otherParents: before.otherParents,
    lang: before.lang ?? row.lang,
    // What others reported of it is no quote of the document that has come since then.
    quote: row.quote ?? (row.seen === before.seen ? before.quote : null),
    parent: isSameParent ? before.parent : (row.parent ?? before.parent),
  };
}

interface Judgement {
  claim: string;
  document: string;
  /** The sighting, if it is not the one that the document itself makes of the claim. */
  id?: string | undefined;
  state: "confirmed" | "rejected";
  /** Whether its sentence was shown to whoever decides. Otherwise one that must be read first is held. */
  seen?: boolean | undefined;
  /** The stance that the person chose. */
  stance?: Stance | undefined;
}
/** Confirms or rejects a sighting. No machine brings a rejected one back. Null if there is none. */
export function judgeSighting(db: Db, judgement: Judgement, begun: number): Promise<SightingOutcome | null> {
  return whileConflicting(() => judge(db, judgement, begun));
}

async function judge(db: Db, judgement: Judgement, begun: number): Promise<SightingOutcome | null> {
  const { claim, document, id, state, seen = true, stance } = judgement;
  const rows = await db.load({
    sightings: store.selectSightingsOf(db, [document]),
    claims: claims.selectClaims(db, [claim]),
    resolved: documents.selectResolved(db, [document]),
  });
  const [resolved] = rows.resolved;
  if (resolved) {
    const isOwn = id === idOf("s", claim, document);
    return judge(db, { ...judgement, document: String(resolved.resolved_id), id: isOwn ? undefined : id }, begun);
  }
  const live = rows.sightings.map(sightingOf);
  const claimId = String(rows.claims[0]?.merged_into ?? claim);
  const before = live.find((s) => s.claimId === claimId && s.id === (id ?? idOf("s", claimId, document)));
  if (!before) return null;
  const because = state === "confirmed" && !seen ? whyLook(before, String(rows.claims[0]?.text ?? "")) : null;
  if (because) return { id: before.id, claim: claimId, document, status: "held", because };
  const read = seen && state === "confirmed" ? marksOf(before) : [];
  const now = instantAfter(begun, live);
  const chosen = stance && !before.response ? statedStance(stance) : {};
  const after: SightingRow = { ...before, ...chosen, state, listed: state === "confirmed", method: "person", read, recordedAt: now };
  const outcome = { id: before.id, claim: claimId, document };
  if (sightingKey(before) === sightingKey(after)) return { ...outcome, status: "same" };
  const conditions = { live, standing: [], unresolved: [document] };
  await writeSightings(db, { add: [after], close: [before], type: `sighting.${state}` }, conditions, now);
  return { ...outcome, status: "changed" };
}

/** Writes sightings that a person adds or changes, if those of their documents are still as they were read. `type`: of their events. */
async function writeSightings(
  db: Db,
  { type, ...sightings }: Difference<SightingRow> & { type: string },
  { live, ...more }: Partial<Conditions> & { live: SightingRow[] },
  now: number,
  also: D1PreparedStatement[] = [],
): Promise<void> {
  const changes = { ...sightingChanges(sightings, now), events: sightingEvents(sightings.add, type) };
  const documentIds = new Set(sightings.add.map((s) => s.documentId));
  await persist(db, changes, { sightings: { documentIds, live }, ...more }, now, also);
}

/** The event of sightings in the log. */
export const sightingEvents = (rows: SightingRow[], type: string) =>
  rows.map((s) => ({ type, subject: s.id, detail: { claim: s.claimId, document: s.documentId, state: s.state } }));

/** Whether readers see a line without some of its words, because nobody has reviewed these. */
export const hasUnreadWords = (s: SightingRow, claimText: string): boolean =>
  publishPolicy() !== "all" && JSON.stringify(shownWords(new ReadersView(claimText, [s]).line(s))) !== JSON.stringify(shownWords(s));

/** Whether a machine's choice of words may name a person: then somebody must review it before it is public. */
export const namesUnread = (words: string): boolean => publishPolicy() !== "all" && new ReadersView("", []).words(words) === null;

/** Whether a second person must agree before a claim becomes public: the instance requires it, and the wording or a response names a person. */
export const needsSecondLook = ({ text, firstResponses }: Pick<claims.ClaimSummary, "text" | "firstResponses">): boolean =>
  hasSecondLook() && (personsIn(text).length > 0 || firstResponses.some(({ actor }) => actor.kind === "person"));

/** Why a line must be read before it is public, as a clause; null if it need not be, because it is confirmed or the instance shows everything. */
export function whyLook(sighting: SightingRow, claimText: string): string | null {
  if (publishPolicy() === "all" || sighting.state === "confirmed") return null;
  const names = personsNamed(sighting, claimText);
  if (names.length) return `names ${names.join(" and ")}; its sentence was not shown`;
  return sighting.response ? "is a response; its sentence was not shown" : null;
}
