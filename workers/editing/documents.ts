/** People's corrections of the facts that were read from a document. Each is stored with its history, and can be undone as one decision. */
import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { corrected, type DocumentPatch, uncorrected } from "../../shared/review/correction.ts";
import { shownMark } from "../../shared/review/shown.ts";
import { noticed } from "../../shared/timeline/availability.ts";
import { sortKey } from "../../shared/timeline/order.ts";
import { type Changes, persist } from "../pipeline/persist.ts";
import { selectTextsHeld } from "../store/access/erase.ts";
import { isErased } from "../store/access/tombstones.ts";
import { type Db, type Row, whileConflicting } from "../store/d1.ts";
import { selectLastDecisions } from "../store/desk/decisions.ts";
import { documentOf, type StoredDocument, selectDocuments } from "../store/documents/documents.ts";
import { certainAt, type EarlierFirst, type Placement, textBuckets } from "../store/documents/texts.ts";
import { sightingChanges } from "../store/relations/line-changes.ts";
import { selectSightingsOf } from "../store/relations/sightings.ts";
import { type SightingRow, sightingKey, sightingOf } from "../store/relations/stored-sighting.ts";
import { instantAfter } from "../store/versions.ts";
import { newDecision } from "./decisions/new-decision.ts";
import { type EditProblem, erased, LATE } from "./problem.ts";

interface DocumentCorrected {
  /** The decision that made the change; null if nothing changed. */
  id: string | null;
  again: string[];
}
type Said = ReturnType<typeof corrected<StoredDocument>>;

interface Correction {
  id: string;
  patch: DocumentPatch;
  /** The mark of the corrections that the person saw, if these must still be there. */
  shown?: string | undefined;
}
/** Corrects a stored document. Null if there is none with this id; LATE if its corrections differ from those `shown`. */
export function correctDocument(
  db: Db,
  { id, patch, shown }: Correction,
  begun: number,
  also?: (decision: string | null) => D1PreparedStatement[],
): Promise<DocumentCorrected | EditProblem | null> {
  return whileConflicting(async () => {
    const stored = await readStored(db, id);
    if (!stored) return null;
    if (stored.isErased) return erased("");
    if (stored.document.seen !== "observed")
      return { pointer: "", detail: "is known only from another document: correct what that one says of it, or add the page itself" };
    if (shown && shown !== shownMark(stored.document.corrections)) return LATE;
    const now = instantAfter(begun, stored.live, stored.decided);
    const decision = newDecision(db, { kind: "document", do: "edit", id }, now, patch.why);
    const said = corrected(stored.document, stored.document.corrections, patch, { by: db.by, at: now, decision: decision.id });
    if (said) await writeCorrection(db, stored, said, now, [...decision.statements, ...(also?.(decision.id) ?? [])]);
    return { id: said && decision.id, again: said ? [id] : [] };
  });
}

/** Undoes a decision's corrections of a document. Gives the documents to relate again. */
export async function uncorrectDocument(
  db: Db,
  id: string,
  decision: string,
  begun: number,
  also: D1PreparedStatement[],
): Promise<string[]> {
  const stored = await readStored(db, id);
  const now = instantAfter(begun, stored?.live ?? []);
  const said = stored && !stored.isErased ? uncorrected(stored.document, stored.document.corrections, decision) : null;
  if (stored && said) await writeCorrection(db, stored, said, now, also);
  else await persist(db, {}, {}, now, also);
  return said ? [id] : [];
}

/** Sets whether readers see a text change: "small" hides it. Gives the decision; null if no change is known. */
export function judgeChange(db: Db, id: string, did: "matters" | "small", begun: number): Promise<string | null> {
  return whileConflicting(async () => {
    const stored = await readStored(db, id);
    if (!stored) return null;
    const now = instantAfter(begun, stored.live, stored.decided);
    const decision = newDecision(db, { kind: "document", do: did, id }, now);
    return (await writeJudged(db, stored, did, now, decision.statements)) ? decision.id : null;
  });
}
/** Undoes such a decision. */
export async function unjudgeChange(
  db: Db,
  id: string,
  did: "matters" | "small",
  begun: number,
  also: D1PreparedStatement[],
): Promise<void> {
  const stored = await readStored(db, id);
  if (stored) await writeJudged(db, stored, did === "small" ? "matters" : "small", instantAfter(begun, stored.live), also);
}
/** Writes that setting; false if no change is known. */
async function writeJudged(
  db: Db,
  { document, isErased: gone, live }: Stored,
  did: "matters" | "small",
  now: number,
  also: D1PreparedStatement[],
): Promise<boolean> {
  const { id } = document;
  const changed = document.availability?.changed;
  if (gone || changed === undefined) return false;
  const minor = did === "small" ? changed : null;
  const { minor: _, ...before } = document.availability ?? {};
  const availability = noticed({ ...before, ...(minor !== null && { minor }) });
  const add = live.filter((s) => s.availability?.changed !== availability?.changed).map((s) => ({ ...s, availability, recordedAt: now }));
  const lines = sightingChanges({ add, close: live.filter((s) => add.some((one) => one.id === s.id && one.claimId === s.claimId)) }, now);
  const changes: Partial<Changes> = {
    ...lines,
    availability: [{ id, patch: { minor } }],
    events: [{ type: `document.change.${did}`, subject: id, detail: {} }],
    jobs: { again: [id] },
  };
  await persist(db, changes, { notErased: [id], sightings: { documentIds: [id], live } }, now, also);
  return true;
}

interface Stored {
  document: StoredDocument;
  isErased: boolean;
  live: SightingRow[];
  texts: Row[];
  /** When somebody last decided on it. */
  decided: number[];
}
async function readStored(db: Db, id: string): Promise<Stored | null> {
  const rows = await db.load({
    document: selectDocuments(db, [id]),
    erased: isErased(db, id),
    sightings: selectSightingsOf(db, [id]),
    texts: selectTextsHeld(db, id),
    last: selectLastDecisions(db, [`document:${id}`]),
  });
  const document = rows.document[0] && documentOf(rows.document[0]);
  if (!document) return null;
  const decided = rows.last.map((row) => Number(row.at));
  return { document, isErased: rows.erased.length > 0, live: rows.sightings.map(sightingOf), texts: rows.texts, decided };
}

async function writeCorrection(db: Db, stored: Stored, said: NonNullable<Said>, now: number, also: D1PreparedStatement[]): Promise<void> {
  const { document: before, live } = stored;
  const { document, corrections, fields } = said;
  const id = before.id;
  const texts = textsAfter(stored, document);
  const changed = live.map((s) => ({ s, after: { ...lineAfter(s, before, document), recordedAt: now } }));
  const moved = changed.filter(({ s, after }) => sightingKey(s) !== sightingKey(after));
  const lines = sightingChanges({ add: moved.map(({ after }) => after), close: moved.map(({ s }) => s) }, now);
  const changes: Partial<Changes> = {
    ...lines,
    corrected: [{ document: { ...document, corrections }, firsts: texts.firsts }],
    earlierTexts: texts.earlier,
    placements: texts.placements,
    events: [{ type: "document.edited", subject: id, detail: { fields } }],
    jobs: { again: [id] },
    changed: {
      ...lines.changed,
      restated: [id],
      reworded: [id],
      texts: [...texts.firsts, ...texts.earlier].map(({ textId }) => ({ textId, cause: id })),
    },
  };
  await persist(
    db,
    changes,
    {
      sightings: { documentIds: [id], live },
      corrected: [{ document: before, texts: stored.texts }],
    },
    now,
    also,
  );
}

/** A line with the corrected facts of its document. A response that the document only reports keeps its own time. */
function lineAfter(sighting: SightingRow, before: StoredDocument, after: StoredDocument): SightingRow {
  const isOwn = sighting.toldBy === null && JSON.stringify(sighting.published) === JSON.stringify(before.published);
  return {
    ...sighting,
    kind: after.kind,
    author: after.author,
    title: after.title === before.title ? sighting.title : after.title,
    lang: after.lang === before.lang ? sighting.lang : after.lang,
    wireCredit: after.wireCredit,
    ...(isOwn && { published: after.published, at: sortKey(after) }),
    ...(sighting.toldBy?.documentId === before.id && after.author && { toldBy: { ...sighting.toldBy, label: after.author } }),
  };
}

/** The texts of a document whose first document, or its time, changes with the corrected time. */
function textsAfter({ texts, document: { id, published } }: Stored, after: StoredDocument) {
  const at = certainAt(after.published);
  const out = { firsts: [] as EarlierFirst[], earlier: [] as EarlierFirst[], placements: [] as Placement[] };
  if (at === certainAt(published)) return out;
  for (const row of texts) {
    const body = String(row.body);
    const one = { textId: String(row.id), buckets: textBuckets(body) };
    // `seen` is empty: nothing in these buckets was compared with the text at this time.
    out.placements.push({ table: "text_bucket", documentId: id, textId: one.textId, places: one.buckets.text, seen: [], overflowing: [] });
    if (row.first_document_id !== id) {
      if (at <= Number(row.first_at)) out.earlier.push({ ...one, documentId: id, at });
      continue;
    }
    const [nextId, nextAt] = row.next === null ? [id, at] : (JSON.parse(String(row.next)) as [string, number]);
    const isStillFirst = at < nextAt || (at === nextAt && id < nextId);
    out.firsts.push({ ...one, ...(isStillFirst ? { documentId: id, at } : { documentId: nextId, at: nextAt }) });
  }
  return out;
}
