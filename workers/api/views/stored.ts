/** Documents, events, verdicts and timelines in the API. Each field is listed, so no column becomes public by accident; instants are RFC 3339. */
import * as z from "zod";
import { causeInWords, ENGLISH, eventVerb, gapInWords, laneAnswers } from "../../../shared/i18n/index.ts";
import { isoTime } from "../../../shared/iso.ts";
import { Kind, Seen } from "../../../shared/model/document.ts";
import { Basis, EdgeType } from "../../../shared/model/edge.ts";
import { Id } from "../../../shared/model/fields.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import { Party } from "../../../shared/model/party.ts";
import { Quote } from "../../../shared/model/quote.ts";
import { ResponseType, Standing } from "../../../shared/model/response.ts";
import { Certainty, Lane, Role, Stance } from "../../../shared/model/sighting.ts";
import { State } from "../../../shared/model/state.ts";
import { TextChange } from "../../../shared/model/text-change.ts";
import { StatedTime, stated } from "../../../shared/model/time.ts";
import { CORRECTED_FIELDS, type Corrections, isCorrected, readValue } from "../../../shared/review/correction.ts";
import type { LastVisit } from "../../../shared/timeline/availability.ts";
import { ASSESSMENTS, type Cause, type Independence, type Timeline, type TimelineEvent } from "../../../shared/timeline/views.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import {
  ArchivedOut,
  archivedView,
  DocumentAvailability,
  documentAvailability,
  EventAvailability,
  eventAvailability,
} from "./availability.ts";
import { Instant, isoOrNull } from "./instant.ts";
import { viewOf } from "./view.ts";

export const DocumentOut = z
  .object({
    id: Id,
    seen: Seen,
    kind: Kind,
    platform: z.string().nullable(),
    platformId: z.string().nullable(),
    url: z.string().nullable(),
    author: z.string().nullable(),
    account: z.string().nullable(),
    title: z.string().nullable(),
    lang: z.string().nullable(),
    publishedAt: StatedTime,
    seenAt: Instant.nullable(),
    parent: z.object({ id: z.string(), type: z.string() }).nullable(),
    root: z.string().nullable(),
    depth: z.number(),
    categories: z.array(z.string()).describe("The publisher's categories"),
    told: z
      .object({
        by: z.string(),
        sentence: z.string(),
        place: z.string().nullable(),
        actorKind: z.string(),
        description: z.string().nullable(),
        translated: z.boolean(),
        byWords: z.literal([0, 1]).optional().describe("1: resolved to a document that has the quoted words; 0: a person undid that"),
      })
      .nullable(),
    resolvedTo: z.string().nullable().describe("For a reported document: the stored one that it is"),
    availability: DocumentAvailability,
    archived: ArchivedOut,
    corrected: z
      .record(z.string(), z.object({ by: z.string().nullable(), at: Instant, read: z.unknown().describe("What was read") }))
      .describe("Fields that a person corrected, by their names here"),
    state: z.enum(["done", "waiting", "dead"]),
    text: z.string().nullable(),
  })
  .meta({ id: "Document" });
function correctedView(corrections: Corrections | null) {
  const stands = CORRECTED_FIELDS.filter((field) => isCorrected(corrections, field));
  return Object.fromEntries(
    stands.map((field) => {
      const { by = null, at = 0 } = corrections?.[field]?.at(-1) ?? {};
      return [field === "published" ? "publishedAt" : field, { by, at: isoTime(at), read: readValue(corrections, field) }];
    }),
  );
}
type DocumentBody = z.output<typeof DocumentOut>;
/** A document as the API gives it. */
export function documentView(
  document: StoredDocument,
  state: DocumentBody["state"],
  text: string | null,
  visit: LastVisit | null,
): DocumentBody {
  return viewOf(DocumentOut, document, {
    kind: document.kind as z.output<typeof Kind>,
    platformId: document.nativeId,
    account: document.accountId,
    publishedAt: stated(document.published),
    seenAt: isoOrNull(document.seenAt),
    parent: document.parentId ? { id: document.parentId, type: document.parentType ?? "repost" } : null,
    root: document.rootId,
    categories: document.categories ?? [],
    resolvedTo: document.resolvedId,
    availability: documentAvailability(document.availability, visit),
    archived: archivedView(document.availability?.archived),
    corrected: correctedView(document.corrections),
    state,
    text,
  });
}
/** A document of a list: without its text. */
export const ListedDocument = DocumentOut.omit({ text: true, state: true });
/** A document as lists give it. */
export const documentListed = (d: StoredDocument) => viewOf(ListedDocument, documentView(d, "done", null, null), {});

const LagOut = z.object({ low: z.number().nullable(), high: z.number().nullable() }).nullable().describe("In ms; null: no bound");
export const ToldBy = z.object({ documentId: z.string(), label: z.string() }).nullable();
/** What a document says about a party's act. */
export const ResponseOut = z.object({
  type: ResponseType,
  actor: Party,
  standing: Standing,
  quotes: z.array(z.string()),
  seen: Seen,
  state: State,
  url: z.string().nullable(),
});
/** Whether a stance is no more than a machine's guess: then pages, and the formats of other programs, do not state it. */
export const StanceUnsure = z
  .boolean()
  .describe("The stance is a machine's guess that nobody has settled: pages say only that the document mentions the claim");
export const EventOut = z
  .object({
    id: Id,
    lane: Lane,
    thread: z.string().optional().describe("Of a reply the document that started its thread"),
    verb: z.string(),
    document: Id,
    seen: Seen,
    kind: z.string(),
    platform: z.string().nullable(),
    place: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    author: z.string().nullable(),
    lang: z.string().nullable(),
    excerpt: z.string().nullable(),
    publishedAt: StatedTime,
    seenAt: Instant.nullable(),
    role: Role,
    stance: Stance,
    stanceUnsure: StanceUnsure,
    certainty: Certainty,
    hedges: z.array(z.string()),
    quote: Quote.nullable(),
    translated: z.boolean(),
    attributedTo: Party.nullable(),
    state: State,
    method: z.string(),
    score: z.number().nullable(),
    toldBy: ToldBy,
    availability: EventAvailability,
    archived: ArchivedOut,
    parent: z
      .object({
        documentId: z.string().nullable(),
        label: z.string().nullable(),
        type: EdgeType,
        basis: Basis,
        confidence: z.number(),
        textChanges: z.array(TextChange).describe("The first three changes from its wording"),
      })
      .nullable(),
    response: ResponseOut.extend({ lag: LagOut }).nullable(),
  })
  .meta({ id: "Event" });
/** An event of a timeline as the API gives it. */
export function eventView(e: TimelineEvent): z.output<typeof EventOut> {
  const { parent, response } = e;
  return viewOf(EventOut, e, {
    verb: eventVerb(e, ENGLISH),
    stanceUnsure: e.stanceUnsure === true,
    document: e.documentId,
    publishedAt: stated(e.published),
    seenAt: isoOrNull(e.seenAt),
    availability: eventAvailability(e.availability),
    archived: archivedView(e.availability?.archived),
    // A source that is only named is no document: it has only a label.
    parent:
      parent &&
      viewOf(EventOut.shape.parent.unwrap(), parent, {
        documentId: isNamedSource(parent.documentId ?? "") ? null : parent.documentId,
        textChanges: parent.textChanges ?? [],
      }),
    response: response && viewOf(EventOut.shape.response.unwrap(), response, {}),
  });
}

const ActOut = z
  .object({
    id: Id,
    ...ResponseOut.pick({ type: true, actor: true, standing: true }).shape,
    publishedAt: StatedTime,
    lag: LagOut,
    quotes: z.array(z.string()).describe("Different words that are quoted of it, the fullest first"),
    checked: z.boolean().describe("A person or a rule confirmed at least one report"),
    reports: z.array(
      z.object({
        response: Id,
        document: Id,
        toldBy: ToldBy,
        ...ResponseOut.pick({ quotes: true, state: true, url: true }).shape,
        own: z.boolean().describe("The document is the act itself: the party's own statement, release or post"),
      }),
    ),
  })
  .meta({ id: "Act" });
function actView({ at: _at, published, reports, ...act }: Timeline["acts"][number]): z.output<typeof ActOut> {
  const reportView = ({ responseId, documentId, ...report }: (typeof reports)[number]) => ({
    response: responseId,
    document: documentId,
    ...report,
  });
  return { ...act, publishedAt: stated(published), reports: reports.map(reportView) };
}

export const VerdictOut = z
  .object({
    id: Id,
    publisher: z.string(),
    label: z.string(),
    url: z.string(),
    publishedAt: StatedTime,
    explanation: z.string().nullable(),
  })
  .meta({ id: "Verdict" });
/** Why documents count as one origin, as the API spells it. */
const CAUSES = {
  parent: "parent",
  reportingDocument: "reporting_document",
  publisher: "publisher",
  agency: "agency",
  credit: "credit",
  account: "account",
  text: "text",
  shortText: "short_text",
} as const satisfies Record<Cause["kind"], string>;
const CauseOut = z
  .object({
    kind: z.enum(CAUSES),
    name: z.string().nullable().describe("Of the document, publisher, agency or credit that they share"),
    type: EdgeType.nullable().describe("How they come from a parent"),
    basis: Basis.nullable(),
    sure: z.boolean().optional().describe("Of a parent: whether it is stated plainly"),
  })
  .meta({ id: "Cause" });
export const TimelineOut = z
  .object({
    claim: z.object({
      id: Id,
      ref: z.string().nullable(),
      text: z.string(),
      lang: z.string().nullable(),
      status: z.string(),
      visibility: z.string(),
      subject: z.string().nullable(),
      createdAt: Instant,
    }),
    revision: z.number(),
    asOf: Instant.nullable(),
    changedAt: Instant,
    assessment: z.object({ word: z.enum(ASSESSMENTS), eventIds: z.array(z.string()) }),
    firstKnown: z.object({ eventId: z.string(), basis: z.string(), rivals: z.array(z.string()) }).nullable(),
    firstResponse: z.object({ eventId: z.string(), lag: LagOut }).nullable(),
    answers: z.object({ firstKnown: z.string(), spread: z.string(), responses: z.string() }),
    counts: z.object({ sightings: z.number(), responses: z.number(), platforms: z.record(z.string(), z.number()) }),
    independence: z.object({
      min: z.number(),
      max: z.number(),
      of: z.number().describe("The number of sightings that are counted: those of this page"),
      reasons: z.array(
        z.object({
          documentIds: z.array(z.string()).describe("Some of the documents that count as one"),
          more: z.number().describe("How many more there are"),
          derived: z.number().describe("Of how many of them the cause is told: all but the one that they come from"),
          cause: CauseOut,
          why: z.string().describe("The cause in words"),
        }),
      ),
    }),
    unawareRepeats: z.array(z.string()),
    uptake: z
      .object({ later: z.number(), aware: z.number(), unaware: z.number() })
      .nullable()
      .describe(
        "Sightings certainly later than the first denial: all of them, those with or linking to a response, those that repeat the claim without one",
      ),
    afterDenial: z
      .object({ later: z.number(), repeats: z.number(), carries: z.number(), disputes: z.number(), asks: z.number() })
      .nullable()
      .describe(
        "Documents certainly later than the first denial: all, those that repeat the claim without a response, carry the denial, dispute the claim, only ask or comment or carry another response",
      ),
    acts: z.array(ActOut).describe("Responses as acts: one for each party, type and time, with the documents that report it"),
    threads: z
      .array(
        z.object({
          documentId: z.string().describe("The document that started it"),
          replies: z.number(),
          deny: z.number(),
          query: z.number(),
          support: z.number(),
          mayDeny: z.number().describe("Replies that a machine takes for denials, and nobody looked at"),
        }),
      )
      .describe("Replies below documents: they are events too, and count for nothing else"),
    coverage: z.object({ watched: z.array(z.object({ name: z.string(), since: Instant })), unseen: z.array(z.string()) }),
    verdicts: z.array(VerdictOut),
    events: z.array(EventOut),
    next: z.string().nullable(),
  })
  .meta({ id: "Timeline" });
/** The interval of independent origins, with the reasons as data and in words. */
export function independenceView({ reasons, ...interval }: Independence) {
  const given = { name: null, type: null, basis: null };
  return {
    ...interval,
    reasons: reasons.map(({ cause, ...reason }) => ({
      ...reason,
      cause: { ...given, ...cause, kind: CAUSES[cause.kind] },
      why: causeInWords(cause, ENGLISH),
    })),
  };
}
/** A timeline as the API gives it, with the cursor of its next page. */
export function timelineView(t: Timeline, next: string | null): z.output<typeof TimelineOut> {
  return viewOf(TimelineOut, t, {
    claim: viewOf(TimelineOut.shape.claim, t.claim, { createdAt: isoTime(t.claim.createdAt) }),
    asOf: isoOrNull(t.asOf),
    changedAt: isoTime(t.changedAt),
    answers: laneAnswers(t),
    independence: independenceView(t.independence),
    acts: t.acts.map(actView),
    coverage: {
      watched: t.coverage.watched.map((w) => ({ name: w.name, since: isoTime(w.since) })),
      unseen: t.coverage.unseen.map((gap) => gapInWords(gap, ENGLISH)),
    },
    verdicts: t.verdicts.map(({ published, ...v }) => ({ ...v, publishedAt: stated(published) })),
    events: t.events.map(eventView),
    next,
  });
}
