/** Documents: add, read, list revisions, erase. */
import * as z from "zod";
import { bytesOfBase64 } from "../../../shared/base64.ts";
import { withKind } from "../../../shared/html/document-kind.ts";
import { isoTime } from "../../../shared/iso.ts";
import { DocumentInput } from "../../../shared/model/document.ts";
import { Id } from "../../../shared/model/fields.ts";
import { MAX_PDF, pageOfPdf } from "../../../shared/pdf/index.ts";
import { DocumentPatch } from "../../../shared/review/correction.ts";
import { textHunks } from "../../../shared/review/text-diff.ts";
import { correctDocument } from "../../editing/documents.ts";
import { erase } from "../../editing/erase.ts";
import { recordFound } from "../../editing/verdicts.ts";
import { type Accepted, accept, type JustStored } from "../../pipeline/accept/accept.ts";
import { atOnce, atOnceWithoutOthers } from "../../pipeline/index.ts";
import type { ReadAfter } from "../../pipeline/persist.ts";
import { hint } from "../../pipeline/queue.ts";
import { verdictsPosted } from "../../sources/wire/claim-review.ts";
import { lastVisitOf, selectLastVisit } from "../../store/documents/availability.ts";
import { selectRevisionAndLast, selectRevisions, textOfRevision } from "../../store/documents/revisions.ts";
import { jobOf, OTHERS_ONLY, selectDeadLettersOf, selectJobs } from "../../store/jobs/jobs.ts";
import { check } from "../body.ts";
import { idempotent } from "../idempotency.ts";
import { DocumentParams, documentNamed } from "../names.ts";
import { Problem, refusalOf } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { type FindingRows, Findings, findingsIn, findingsOf, selectFindings } from "../views/findings.ts";
import { DocumentOut, documentView } from "../views/stored.ts";

/** In bytes: a PDF of the maximum length in base64, and the fields beside it. */
const DOCUMENT_LIMIT = 14_000_000;
/** Maximum number of documents that are read within a request: an article takes 10-20 ms of CPU. */
const MAX_READ_IN_REQUEST = 100;

/** Whether the caller wants the document read before the answer: Prefer: wait (RFC 7240). */
function prefersWait(request: Request): boolean {
  return /(^|[,;\s])wait(=|[,;\s]|$)/i.test(request.headers.get("prefer") ?? "");
}
/**
 * Reads accepted documents: before the answer if the caller prefers to wait, else by the queue. `done`: whether all are read. `follow` processes
 * documents that are affected by them (`again`) after the answer: call it last, because its work shares the request's database.
 */
export async function processAccepted(
  context: Context,
  ids: string[],
  again: string[],
  justStored: JustStored | null = null,
  after: ReadAfter | null = null,
): Promise<{ done: boolean; follow: () => void }> {
  const { db, now, env } = context;
  const isAwaited = prefersWait(context.request) && ids.length <= MAX_READ_IN_REQUEST;
  const { done, again: more } = isAwaited
    ? await atOnceWithoutOthers(db, ids, now, MAX_READ_IN_REQUEST, { justStored, after })
    : { done: !ids.length, again: [] };
  const rest = [...new Set([...(done ? [] : ids), ...again, ...more])];
  const first = isAwaited && done ? rest.slice(0, MAX_READ_IN_REQUEST) : [];
  const work = async () => {
    const followed = await atOnce(db, first, now, MAX_READ_IN_REQUEST);
    await hint(env.INGEST, followed ? rest.slice(first.length) : rest);
  };
  return { done, follow: () => context.defer(work()) };
}
const Piece = z.object({ kind: z.enum(["same", "added", "removed"]), text: z.string() });
const DiffOut = z
  .object({
    revision: z.number(),
    seenAt: z.string(),
    against: z.number().nullable().describe("The number of the previous capture; null for the first"),
    places: z.array(z.object({ before: z.string().nullable(), changes: z.array(z.array(Piece)), after: z.string().nullable() })),
  })
  .meta({ id: "RevisionDiff" });
/** Maximum number of ratings of one page that are recorded. */
const MAX_RATINGS = 5;
/** What was found in a document, if the caller prefers to wait; else null. `rows`: its rows, if they were read already. */
async function foundIn(context: Context, id: string, rows: FindingRows | null = null) {
  if (rows) return findingsIn(context, rows);
  return prefersWait(context.request) ? findingsOf(context, id) : null;
}
/** Whether nothing is left to be done about an accepted document. */
const isKnown = ({ status }: Accepted) => status === "same";
/** The HTTP status of the answer; `done`: it was read before the answer. */
function statusOf({ status }: Accepted, done: boolean): 200 | 201 | 202 {
  if (!done) return 202;
  return status === "accepted" ? 201 : 200;
}
const Posted = z
  .strictObject({
    ...DocumentInput.shape,
    pdf: z
      .string()
      .max(Math.ceil(MAX_PDF / 3) * 4)
      .optional()
      .describe(`Instead of text and html: a PDF of up to ${MAX_PDF} bytes, in base64. Its title, author, date and text are read`)
      .meta({ contentEncoding: "base64", contentMediaType: "application/pdf" }),
  })
  .meta({ id: "PostedDocument" });
/** A posted document; of a PDF its page. Throws a 422 for a PDF that cannot be read. */
function documentPosted({ pdf, ...given }: z.output<typeof Posted>): z.output<typeof DocumentInput> {
  if (pdf === undefined) return check(DocumentInput, given);
  const refuse = (detail: string) => new Problem("invalid", `/pdf ${detail}.`, [{ pointer: "#/pdf", detail }]);
  if (given.html !== undefined || given.text !== undefined) throw refuse("stands in place of text and html: send one of them");
  let bytes: Uint8Array;
  try {
    bytes = bytesOfBase64(pdf);
  } catch {
    throw refuse("is not base64");
  }
  const page = pageOfPdf(bytes);
  if ("why" in page) throw refuse(page.why);
  return check(DocumentInput, { ...given, html: page.html });
}
const AcceptedOut = z
  .object({
    id: Id,
    status: z.enum(["accepted", "revised", "same"]),
    state: z.enum(["done", "waiting"]).describe("done: the document has been read, matched and linked"),
    found: Findings.nullable().describe("With Prefer: wait, what was found in the document; otherwise null"),
  })
  .meta({ id: "Accepted" });

const CorrectedOut = z.object({
  id: Id,
  decision: z.string().nullable().describe("The id of the decision; null if nothing changed"),
});

export const documentRoutes = [
  route({
    method: "POST",
    path: "/v1/documents",
    scope: "ingest",
    summary: "Add a document; with Prefer: wait it is read, matched and linked before the answer",
    tools: [{ name: "add_document", title: "Add a document, which is read, matched and linked before the answer" }],
    description:
      "Ids follow from the URL or the platform's id, so sending a document twice stores it once. A changed text is a new revision. Without `Prefer: wait` the queue reads the document within seconds. Of a PDF only the words are stored. If the key has the scope review, ratings in the page's ClaimReview, or labelled in the text of a fact check, are recorded with the claims that they certainly rate.",
    example: {
      body: {
        ref: "reply",
        url: "https://mastodon.example/@cem/114289700000000000",
        text: "The Exampleton bridge was closed because its bolts are plastic? Who says so?",
        replyTo: "post",
      },
    },
    answerHeaders: ["Location", "Preference-Applied"],
    otherStatuses: { 201: "It was read before the answer", 200: "It was there already, and is read" },
    idempotency: "atomic",
    body: Posted,
    bodyLimit: DOCUMENT_LIMIT,
    status: 202,
    response: AcceptedOut,
    async handle(context, { body }) {
      const reply = await idempotent(context, body, async (also) => {
        const answerOf = (outcome: Accepted, done: boolean) => ({
          id: outcome.id,
          status: outcome.status,
          state: done ? "done" : "waiting",
        });
        const { outcomes, again, justStored } = await accept(context.db, [withKind(documentPosted(body))], {
          read: true,
          isAwaited: prefersWait(context.request),
          now: context.now(),
          also:
            also && (([first]) => (first && "id" in first ? also(answerOf(first, isKnown(first)), statusOf(first, isKnown(first))) : [])),
        });
        const [outcome] = outcomes;
        if (!outcome || !("id" in outcome)) throw refusalOf(outcome ?? { pointer: "", detail: "was not accepted" });
        const after: ReadAfter<keyof FindingRows> = { statements: selectFindings(context.db, outcome.id), rows: null };
        const { done, follow } = await processAccepted(context, isKnown(outcome) ? [] : [outcome.id], again, justStored, after);
        const ratings = context.may("review") ? verdictsPosted(withKind(body)).slice(0, MAX_RATINGS) : [];
        if (ratings.length) {
          await recordFound(context.db, ratings, context.now());
          after.rows = null;
        }
        const status = statusOf(outcome, done);
        const preference: Record<string, string> = done && prefersWait(context.request) ? { "preference-applied": "wait" } : {};
        const found = await foundIn(context, outcome.id, after.rows).finally(follow);
        return { status, body: { ...answerOf(outcome, done), found }, headers: { location: `/v1/documents/${outcome.id}`, ...preference } };
      });
      // The stored answer is that of the acceptance: the findings are added to it.
      const accepted = reply.body as { id: string };
      return "found" in accepted ? reply : { ...reply, body: { ...accepted, found: await foundIn(context, accepted.id) } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/documents/{id}",
    scope: "read",
    summary: "Read a document, by id, ref or URL",
    tools: [{ name: "document" }],
    description: "With what was read in it, whether it is still online unchanged, and the document that it answers or copies.",
    example: { params: { id: "post" } },
    params: DocumentParams,
    response: DocumentOut.extend({ claims: Findings.shape.claims, responses: Findings.shape.responses, sources: Findings.shape.sources }),
    async handle(context, { params }) {
      const { db } = context;
      const document = await documentNamed(db, params.id);
      const [revisions = [], waiting = [], dead = [], visits = []] = await db.batch([
        selectRevisions(db, document.id, 1),
        selectJobs(db, [document.id]),
        selectDeadLettersOf(db, [document.id]),
        selectLastVisit(db, document.id),
      ]);
      const text = revisions[0] ? textOfRevision(revisions[0]) : null;
      const isWaiting = waiting.some((row) => jobOf(row).reason !== OTHERS_ONLY);
      const state = isWaiting ? "waiting" : dead.length ? "dead" : "done";
      const { claims = [], responses = [], sources = [] } = (await findingsOf(context, document.id)) ?? {};
      return { body: { ...documentView(document, state, text, lastVisitOf(visits[0])), claims, responses, sources } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/documents/{id}/revisions",
    scope: "read",
    summary: "Every captured text of a document, newest first",
    description: "Texts are never overwritten.",
    example: { params: { id: "post" } },
    params: DocumentParams,
    response: z.object({
      revisions: z.array(
        z.object({ revision: z.number(), seenAt: z.string(), format: z.enum(["text", "html"]), text: z.string().nullable() }),
      ),
      next: z.null(),
    }),
    async handle({ db }, { params }) {
      const document = await documentNamed(db, params.id);
      const rows = await db.rows(selectRevisions(db, document.id, 100));
      const revisions = rows.map((row) => ({
        revision: Number(row.seq),
        seenAt: isoTime(Number(row.seen_at)),
        format: row.format as "text" | "html",
        text: (row.format === "text" ? row.raw : row.text) as string | null,
      }));
      return { body: { revisions, next: null } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/documents/{id}/revisions/{revision}/diff",
    scope: "read",
    summary: "Compare a captured text of a document with the previous one",
    description:
      "The changes by place, each with the sentence before and after. A changed sentence is split word by word; an added or removed one is one piece.",
    example: { params: { id: "post", revision: "1" } },
    params: DocumentParams.extend({ revision: z.coerce.number().int().min(1).describe("The number of the later capture") }),
    response: DiffOut,
    async handle({ db }, { params }) {
      const { id } = await documentNamed(db, params.id);
      const rows = await db.rows(selectRevisionAndLast(db, id, params.revision));
      const [later, earlier] = rows;
      if (Number(later?.seq) !== params.revision) throw new Problem("not-found", "The document has no capture with this number.");
      return {
        body: {
          revision: params.revision,
          seenAt: isoTime(Number(later?.seen_at)),
          against: earlier ? Number(earlier.seq) : null,
          places: earlier ? textHunks(textOfRevision(earlier), textOfRevision(later)) : [],
        },
      };
    },
  }),
  route({
    method: "PATCH",
    path: "/v1/documents/{id}",
    scope: "review",
    summary: "Correct what was read in a document: title, kind, author, language, agency, time",
    description:
      "A person's correction takes precedence over what is read, even when it is read again, until `null` takes it back. Each value is stored with its author. `POST /v1/decisions/{id}/undo` undoes the correction.",
    example: { params: { id: "post" }, body: { author: "@cem", why: "the page has it in its footer" } },
    idempotency: "atomic",
    params: DocumentParams,
    body: DocumentPatch,
    response: CorrectedOut,
    handle: (context, { params, body }) =>
      idempotent(context, body, async (also) => {
        const { id } = await documentNamed(context.db, params.id);
        const done = await correctDocument(
          context.db,
          { id, patch: body },
          context.now(),
          also && ((decision) => also({ id, decision }, 200)),
        );
        if (!done) throw new Problem("not-found", "No document has this id.");
        if ("detail" in done) throw refusalOf(done);
        await atOnce(context.db, done.again, context.now);
        return { body: { id, decision: done.id } };
      }),
  }),
  route({
    method: "DELETE",
    path: "/v1/documents/{id}",
    scope: "admin",
    summary: "Erase a document: its words are deleted, its place in the graph stays, and it is not accepted again",
    description: "Erasing cannot be undone, and takes effect in edge caches within a minute.",
    example: { params: { id: "spam" }, query: { reason: "error" } },
    params: DocumentParams,
    query: z.strictObject({ reason: z.enum(["request", "law", "error"]).default("request") }),
    response: z.object({ id: Id, erased: z.literal(true) }),
    async handle({ db, now }, { params, query }) {
      const { id } = await documentNamed(db, params.id);
      await erase(db, id, query.reason, now());
      return { body: { id, erased: true } };
    },
  }),
];
