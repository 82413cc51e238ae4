/** Reads the documents of a step. */
import { bucketsOf } from "../../shared/cluster/buckets.ts";
import type { Cluster } from "../../shared/cluster/page-cluster.ts";
import { noticesIn } from "../../shared/html/notices.ts";
import type { PageInput } from "../../shared/html/page.ts";
import { isPost, MAX_HTML } from "../../shared/model/document.ts";
import { textIdOf } from "../../shared/model/id.ts";
import type { Reading } from "../../shared/model/reading.ts";
import { isAfter, rankOf } from "../../shared/model/time.ts";
import { readDocument } from "../../shared/read/index.ts";
import { isCorrected } from "../../shared/review/correction.ts";
import { namedTag } from "../../shared/text/language-tag.ts";
import type { Availability } from "../../shared/timeline/availability.ts";
import { unicodeHost } from "../../shared/unicode-host.ts";
import type { Db, Row } from "../store/d1.ts";
import type { StoredDocument } from "../store/documents/documents.ts";
import * as documents from "../store/documents/documents.ts";
import { type Capture, captureOf, selectLatestRevisions } from "../store/documents/revisions.ts";
import * as texts from "../store/documents/texts.ts";
import type { EventRow } from "../store/jobs/events.ts";
import { beginJobs, type Job, jobOf, OTHERS_ONLY, selectJobs, selectLinked, withAttempt } from "../store/jobs/jobs.ts";
import type { Changes } from "./persist.ts";

/** How the log names this reader, with its version: raise it when documents are read or linked differently. */
export const BY_READER = "reader:1";

/** Maximum number of documents per step: their inputs are read together, and their results are written together. */
export const STEP = 50;

/** The documents of a step. */
export interface InHand {
  work: Work[];
  /** Documents that are finished except for the other documents in their jobs, which are in `work`. */
  finished: { id: string; job: Job | null }[];
  /** Documents that need relating again and have jobs of their own, or get one: these jobs begin again after this step. */
  queued: string[];
  /** Texts of earlier captures whose document turns out to be older than was known: the texts existed by that earlier time. */
  earlierTexts: texts.EarlierFirst[];
}
/** A document on its way through the pipeline. */
export interface Work {
  document: documents.StoredDocument;
  /** Its job; null if another document's job includes it. */
  job: Job | null;
  reason: "new" | "again";
  capture: Capture | null;
  reading: Reading | null;
  /** Changes and corrections of the document that this reading is the first to notice. */
  noticed: Noticed | null;
  /** The text as read, and its id; null for a bare repost. */
  textId: string | null;
  /** Only its beginning was read, because the whole takes too much CPU. */
  isPartial: boolean;
}
/** Maximum number of characters that one step reads: all that an isolate holds at once is 128 MB. */
const MAX_WORDS = 6_000_000;
/** Of this few documents the characters are not counted. */
const FEW_DOCUMENTS = 10;

/** The statements that read documents, their jobs and their latest captures. */
const selectStored = (db: Db, ids: string[]) => ({
  jobs: selectJobs(db, ids),
  rows: documents.selectDocuments(db, ids),
  captures: selectLatestRevisions(db, ids, ids.length > FEW_DOCUMENTS ? MAX_WORDS : null),
});
type Stored = Record<keyof ReturnType<typeof selectStored>, Row[]>;
/** Documents with their jobs and latest captures; `rest`: those whose words are too many for one step. */
async function loadDocuments(db: Db, ids: string[], stored: Stored | null = null) {
  if (!ids.length) return { jobs: new Map<string, Job>(), documents: [], held: new Map<string, Capture | null>(), rest: [] };
  const { jobs, rows, captures } = stored ?? (await db.load(selectStored(db, ids)));
  const rest = new Set(captures.filter((row) => row.body === null).map((row) => String(row.document_id)));
  return {
    jobs: new Map(jobs.map((row) => [String(row.document_id), jobOf(row)])),
    documents: rows.map(documents.documentOf).filter(({ id }) => !rest.has(id)),
    held: new Map(
      await Promise.all(
        captures.map(async (row) => [String(row.document_id), rest.has(String(row.document_id)) ? null : await captureOf(row)] as const),
      ),
    ),
    rest: [...rest],
  };
}
/**
 * Loads and reads the documents that still have work, and those that are related again with them. An attempt at a heavy document is counted before
 * the reading, if nobody counted it yet, because reading may exceed the CPU time of an invocation.
 */
export async function readDocuments(db: Db, ids: string[], now: number): Promise<InHand & { rest: string[] }> {
  const own = await loadDocuments(db, ids);
  const { jobs } = own;
  const wanted = new Set<string>();
  const inHand = ids.filter((id) => {
    const job = jobs.get(id);
    if (!job || wanted.size >= STEP) return false;
    for (const one of [...(job.reason === OTHERS_ONLY ? [] : [id]), ...job.others]) wanted.add(one);
    return true;
  });
  const missing = [...wanted].filter((id) => !inHand.includes(id));
  const beside = await loadDocuments(db, missing);
  const captures = new Map([...beside.held, ...own.held]);
  const isHeavy = (id: string) => !isLight(captures.get(id));
  const uncounted = inHand.filter((id) => jobs.get(id)?.attempts === 0 && [id, ...(jobs.get(id)?.others ?? [])].some(isHeavy));
  if (uncounted.length) await db.batch(beginJobs(db, uncounted, now));
  for (const id of uncounted) jobs.set(id, withAttempt(jobs.get(id) as Job, now));
  const finished = inHand.filter((id) => jobs.get(id)?.reason === OTHERS_ONLY);
  const unfinished = own.documents.filter(({ id }) => inHand.includes(id) && !finished.includes(id));
  const others = beside.documents.filter(({ id, seen }) => seen === "observed" && !beside.jobs.has(id));
  const inStep = [...unfinished, ...others];
  const work = inStep.map((one) => read(one, jobs.get(one.id) ?? null, captures.get(one.id) ?? null));
  return {
    work,
    earlierTexts: await texts.earlierTextsOf(
      db,
      redatedIn(work, new Map(inStep.map(({ id, published }) => [id, texts.certainAt(published)]))),
    ),
    finished: finished.map((id) => ({ id, job: jobs.get(id) ?? null })),
    queued: [...wanted].filter((id) => beside.jobs.has(id) || beside.rest.includes(id) || finished.includes(id)),
    rest: [...own.rest, ...ids.filter((id) => !inHand.includes(id))].filter((id) => jobs.has(id)),
  };
}
/** Documents with earlier captures whose page dates them earlier than was known. Example: a feed's item without a date. */
function redatedIn(work: Work[], before: ReadonlyMap<string, number>): { id: string; at: number }[] {
  return work.flatMap(({ reason, capture, document: { id, published } }) => {
    const at = texts.certainAt(published);
    return reason === "new" && (capture?.seq ?? 1) > 1 && at < (before.get(id) ?? at) ? [{ id, at }] : [];
  });
}
/** Maximum number of documents related in the step that changes their clusters. If there are more, or heavy ones, jobs follow. */
const MAX_BESIDE = 10;
/** Maximum number of D1 calls that a step makes from there on, with those documents. */
const CALLS_BESIDE = 13;
/**
 * Reads the documents whose clusters new ones change. Left out are pages that make a followed claim in their own words, because their cluster decides
 * nothing, and documents with a job of their own, which relates them later.
 */
export async function readBeside(db: Db, work: Work[], clusters: ReadonlyMap<string, Cluster>): Promise<Work[]> {
  const inHand = new Set(work.map(({ document }) => document.id));
  const changed = work.flatMap(({ document, reason }) => (reason === "new" ? (clusters.get(document.id)?.changed ?? []) : []));
  const ids = [...new Set(changed)].filter((id) => !inHand.has(id));
  if (!ids.length || ids.length > MAX_BESIDE || !db.has(CALLS_BESIDE)) return [];
  const { linked, ...stored } = await db.load({ ...selectStored(db, ids), linked: selectLinked(db, ids) });
  const { jobs, documents, held } = await loadDocuments(db, ids, stored);
  const without = new Set([...jobs.keys(), ...linked.map((row) => String(row.id))]);
  return documents
    .filter(({ id, seen }) => seen === "observed" && !without.has(id) && isLight(held.get(id)))
    .map((document) => read(document, null, held.get(document.id) ?? null));
}
/** Reads documents again that were read before. */
export async function rereadDocuments(db: Db, ids: string[]): Promise<{ work: Work[]; rest: string[] }> {
  const { jobs, documents, held, rest } = await loadDocuments(db, ids);
  const known = documents.filter(({ id }) => jobs.get(id)?.reason !== "new");
  return { work: known.map((document) => read(document, null, held.get(document.id) ?? null)), rest };
}

/** Number of characters that can be read within any plan's CPU limit. */
const MAX_LIGHT = 100_000;
/** Whether reading this takes no more CPU than any plan gives. */
export const isLight = (capture: Capture | null | undefined): boolean => (capture?.body.length ?? 0) <= MAX_LIGHT;
/** After each attempt that was cut off a quarter of the previous length is read, down to what any plan can read. */
const lightPart = (body: string, cutOff: number) => body.slice(0, Math.max(MAX_LIGHT / 4, Math.floor(MAX_HTML / 4 ** cutOff)));

/** Reads a document: its latest capture, or a part of it where earlier attempts were cut off. */
export function read(document: documents.StoredDocument, job: Job | null, stored: Capture | null): Work {
  // An attempt without a reported error was cut off. The current attempt is counted already.
  const cutOff = job?.error === null ? Math.max(0, job.attempts - 1) : 0;
  const body = stored && cutOff ? lightPart(stored.body, cutOff) : stored?.body;
  const isPartial = stored !== null && body !== stored.body;
  const capture = stored && isPartial ? { ...stored, body: body ?? "" } : stored;
  const reading = capture && readDocument({ ...inputOf(document, capture), ...(hasOwnTitle(document, capture) && { title: null }) });
  const textId = reading?.document.text ? textIdOf(reading.document.text) : null;
  const noticed = reading && capture && !isPartial ? noticedIn(document, capture, textId, reading.document.text) : null;
  const known = reading ? asRead(document, reading) : document;
  const withNotice = noticed ? { ...known, availability: noticed.availability } : known;
  const reason = job?.reason === "new" ? "new" : "again";
  return { document: withNotice, job, reason, capture, reading, noticed, textId, isPartial };
}

/** If a page was captured before, its headline is read anew: a corrected headline replaces the first one. */
const hasOwnTitle = (document: documents.StoredDocument, { format, beforeId }: Capture): boolean =>
  format === "html" && beforeId !== null && !isPost(document) && !isCorrected(document.corrections, "title");
/** The document with what its page states about itself. A later reading applies it in the same way as the first. */
function asRead(document: documents.StoredDocument, { document: found }: Reading): documents.StoredDocument {
  const isBetter =
    found.publishedAt &&
    !isAfter(found.publishedAt, document.seenAt ?? Number.POSITIVE_INFINITY) &&
    !isCorrected(document.corrections, "published") &&
    rankOf(found.publishedAt) < rankOf(document.published);
  const better = (isBetter && found.publishedAt) || document.published;
  if (isPost(document)) return { ...document, published: better };
  return {
    ...document,
    published: better,
    title: found.title ?? document.title,
    lang: namedTag(document.lang) ?? found.lang,
    author: document.author ?? found.author,
    wireCredit: document.wireCredit ?? found.wireCredit,
  };
}

/** The reader's input for a document and one of its captures. */
export function inputOf(document: documents.StoredDocument, capture: Pick<Capture, "format" | "body">): PageInput {
  return {
    kind: document.kind,
    url: document.url,
    title: document.title,
    text: capture.format === "text" ? capture.body : null,
    html: capture.format === "html" ? capture.body : null,
    lang: document.lang,
    publishedAt: document.published.basis === "unknown" ? null : document.published,
    author: document.author,
    site: document.family && unicodeHost(document.family),
  };
}

/** The statements of a document that may be a claim: those that its reading found, or a post's whole text. */
export function statementsToMatch({ document, reading }: Work): string[] {
  if (!reading) return [];
  if (isPost(document)) return [[document.title, reading.document.text].filter(Boolean).join(". ")];
  return reading.claims.map((claim) => claim.text);
}

/** Whether reading extracted a text from a page whose revision does not name it yet. */
export const isNewText = ({ capture, textId }: Work): boolean => capture !== null && textId !== null && textId !== capture.textId;

/** The statements that store the texts extracted from pages. */
export function textChanges(work: Work[]): Pick<Changes, "texts" | "demotedTexts" | "readTexts"> {
  const read = work.filter(isNewText);
  const rows = read.map(({ reading, document: { id, published } }) =>
    texts.newText(reading?.document.text ?? "", { id, at: texts.certainAt(published) }, { compared: true, isPage: false }),
  );
  return {
    texts: rows,
    demotedTexts: rows.map((t) => ({
      textId: t.id,
      documentId: t.firstDocumentId,
      at: t.firstAt,
      buckets: { text: t.buckets, statement: bucketsOf(t.body) },
    })),
    readTexts: read.map((w) => ({ documentId: w.document.id, seq: w.capture?.seq ?? 1, textId: w.textId ?? "" })),
  };
}

interface Noticed {
  availability: Availability;
  /** What is new in it. */
  patch: Availability;
  events: EventRow[];
}
/** What the document's row does not have yet; null for nothing. The same capture always gives the same. */
function noticedIn(document: StoredDocument, capture: Capture, textId: string | null, text: string): Noticed | null {
  const { id, availability: known } = document;
  const changed = capture.beforeId !== null && textId !== null && capture.beforeId !== textId && known?.changed !== capture.seenAt;
  // "Contrary to what was reported": a party's release answers others and corrects nothing of its own.
  const notices = isPost(document) || document.kind === "press_release" ? [] : noticesIn(text);
  const correction = notices.find((notice) => notice.kind !== "update");
  const corrected = correction && known?.corrected === undefined ? correction : null;
  if (!changed && !corrected) return null;
  // Events are kept forever, so they do not contain words, which may be erased some day.
  const kinds = [...new Set(notices.map(({ kind }) => kind))];
  const events: EventRow[] = [];
  if (changed) events.push({ type: "document.changed", subject: id, detail: { revision: capture.seq, notices: kinds }, by: BY_READER });
  if (corrected)
    events.push({ type: "document.corrected", subject: id, detail: { revision: capture.seq, kind: corrected.kind }, by: BY_READER });
  const patch = { ...(changed ? { changed: capture.seenAt } : {}), ...(corrected ? { corrected: capture.seenAt } : {}) };
  return { availability: { ...known, ...patch }, patch, events };
}
