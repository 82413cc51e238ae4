/** What waits for a person, people's decisions on it, and their undoing. */

import * as z from "zod";
import { isoTime } from "../../../../shared/iso.ts";
import { DocumentName, Id, text } from "../../../../shared/model/fields.ts";
import { idPattern, isId } from "../../../../shared/model/id.ts";
import { DecisionInput, type DecisionItem, ReviewFilter, SURENESS, SuggestionKind, Sureness } from "../../../../shared/review/decision.ts";
import { shownLine } from "../../../../shared/review/suggestion.ts";
import { afterDecision, meanwhile, relateAtOnce } from "../../../editing/decisions/after.ts";
import { type CountChanged, type Decided, decide, filterOf } from "../../../editing/decisions/decide.ts";
import { SECOND_LOOK } from "../../../editing/decisions/plan.ts";
import { undoDecision } from "../../../editing/decisions/undo.ts";
import { changeVisibility } from "../../../editing/decisions/visibility.ts";
import { hint } from "../../../pipeline/queue.ts";
import { selectClaims } from "../../../store/claims/claims.ts";
import { type Decision, decisionOf, selectDecisions } from "../../../store/desk/decisions.ts";
import { reviewPage, type Suggestion } from "../../../store/desk/review.ts";
import { type Band, SUGGESTION_KINDS } from "../../../store/desk/suggestions.ts";
import { idempotent } from "../../idempotency.ts";
import { ClaimParams, idNamed } from "../../names.ts";
import { cursorOf, nextLink, nextOf, paged, timePositionOf } from "../../paging.ts";
import { namedAt, Problem } from "../../problem.ts";
import { type Context, route } from "../../route.ts";
import { Instant, isoOrNull } from "../../views/instant.ts";
import { viewOf } from "../../views/view.ts";
import { visibleClaim } from "../claims.ts";

export const SuggestionOut = z
  .object({
    id: z.string(),
    version: z.number().describe("Send it with the decision: what changed since is not decided"),
    kind: SuggestionKind,
    claim: z.object({ id: Id, text: z.string(), status: z.string(), visibility: z.string(), waiting: z.number() }),
    statement: z.string(),
    sure: Sureness,
    names: z.array(z.string()).describe("Persons who are not in the claim's wording"),
    evidence: z
      .object({
        sentence: z.string(),
        before: z.string(),
        after: z.string(),
        spans: z.array(z.object({ start: z.number(), end: z.number(), label: z.string() })),
        document: Id,
        label: z.string(),
        title: z.string().nullable(),
        url: z.string().nullable(),
      })
      .nullable(),
    reasons: z.object({ for: z.array(z.string()), against: z.array(z.string()) }),
    reports: z.array(z.object({ id: z.string(), document: Id, label: z.string(), sentence: z.string(), sure: Sureness })),
    count: z.number().describe("How many lines are decided with it"),
    effect: z.object({ visibility: z.string().describe("Who would see the line: private, unlisted, public"), line: z.string() }),
    waitsSince: Instant,
  })
  .meta({ id: "Suggestion" });
const CountsOut = z.object({
  total: z.number(),
  kinds: z.object({ response: z.number(), appearance: z.number(), source: z.number(), claim: z.number() }),
  sure: z.record(z.string(), z.number()),
  sites: z.array(z.object({ site: z.string(), waiting: z.number() })).describe("The sites with most of it, counted within the hour"),
});
const AgreedOut = z
  .record(z.string(), z.object({ decided: z.number(), accepted: z.number() }))
  .describe("By how sure the machine was: what people decided and accepted in 90 days; only where they decided 30 or more");

function suggestionView(suggestion: Suggestion, ofClaims: ReadonlyMap<string, number>): z.output<typeof SuggestionOut> {
  const { id, visibility } = suggestion.claim;
  return viewOf(SuggestionOut, suggestion, {
    claim: viewOf(SuggestionOut.shape.claim, suggestion.claim, { waiting: ofClaims.get(id) ?? 0 }),
    sure: SURENESS[suggestion.band as Band] ?? "unsure",
    evidence:
      suggestion.evidence &&
      viewOf(SuggestionOut.shape.evidence.unwrap(), suggestion.evidence, { document: suggestion.evidence.documentId }),
    reports: suggestion.reports.map(({ documentId, ...report }) => ({ ...report, document: documentId })),
    effect: { visibility: suggestion.kind === "claim" ? "private" : visibility, line: suggestion.line },
    waitsSince: isoTime(suggestion.since),
  });
}

const DecidedItemOut = z.object({
  kind: z.enum(["sighting", "edge", "claim", "document", "embed", "owner", "note", "verdict"]),
  do: z.string(),
  id: z.string(),
  claim: z.string().optional(),
  document: z.string().optional(),
  into: z.string().optional(),
});
const DecisionOut = z
  .object({
    id: z.string().nullable().describe("By which it is taken back; null where nothing was done"),
    at: Instant,
    by: z.string().nullable(),
    did: z.string(),
    why: z.string().nullable(),
    done: z.array(DecidedItemOut),
    held: z
      .array(z.object({ id: z.string(), because: z.string() }))
      .describe("Not made public: it must be read first, and was not in `seen`"),
    conflicts: z
      .array(
        z.object({
          id: z.string(),
          by: z.string().nullable(),
          who: z.string().nullable(),
          at: Instant.nullable(),
          did: z.string().nullable(),
          why: z.string().nullable(),
          decision: z.string().nullable().describe("Its id, by which it is taken back"),
        }),
      )
      .describe("Decided or changed meanwhile, by whom and how"),
    public: z.array(z.string()).describe("Lines that readers see from now on"),
  })
  .meta({ id: "Decision" });

const itemView = (item: Decision["items"][number]): z.output<typeof DecidedItemOut> => {
  if (item.kind === "edge") return { kind: "edge", do: item.do, id: `e:${item.child}:${item.parent}:${item.type}`, document: item.child };
  if (item.kind === "claim") return { kind: "claim", do: item.do, id: item.id, ...(item.into && { into: item.into }) };
  if (item.kind !== "sighting") return { kind: item.kind, do: item.do, id: item.id };
  return { kind: "sighting", do: item.do, id: item.id, claim: item.claim, document: item.document };
};
function decidedView(decided: Decided, why: string | null): z.output<typeof DecisionOut> {
  return viewOf(DecisionOut, decided, {
    at: isoTime(decided.at),
    did: decided.done[0]?.do ?? "none",
    why,
    done: decided.done.map(itemView),
    conflicts: decided.conflicts.map((one) => ({ ...one, at: isoOrNull(one.at) })),
    public: decided.shown.map(shownLine),
  });
}
const PastDecision = DecisionOut.omit({ held: true, conflicts: true, public: true }).extend({
  id: z.string(),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
  undoable: z.boolean(),
});
const decisionList = paged("decisions", "PastDecision", PastDecision);
const pastDecision = (d: Decision) =>
  viewOf(PastDecision, d, { at: isoTime(d.at), done: d.items.map(itemView), undoable: d.did !== "undo" && d.undoneBy === null });

/** Throws a 409 if a filter finds another number, or if others decided everything that was asked for. */
function agreed(decided: Decided | CountChanged, now: number): Decided {
  if ("counted" in decided)
    throw new Problem("conflict", `The filter finds ${decided.counted} now; look at the list again.`, [
      { pointer: "#/where/count", detail: `is not ${decided.counted}` },
    ]);
  const [first] = decided.conflicts;
  if (first && !decided.done.length && !decided.held.length)
    throw new Problem("conflict", meanwhile(first, now), [{ pointer: "#/items/0", detail: "was decided or changed meanwhile" }]);
  return decided;
}
/** Does the steps after a decision; the queue reads the documents of newly followed claims. */
const afterwards = ({ db, now, env, defer }: Context, decided: Decided) =>
  afterDecision(db, decided, { now, hint: (ids) => defer(hint(env.INGEST, ids)) });

const VisibilityInput = z
  .strictObject({
    visibility: z.enum(["private", "unlisted", "public"]),
    seen: z.array(text(200)).max(2000).default([]).describe("ids of the lines whose whole sentence was on the screen"),
    hold: z.boolean().default(false).describe("Lines that were not seen wait; else nothing changes while there are any"),
    why: text(500).optional(),
  })
  .meta({ id: "VisibilityInput" });
const DecisionParams = z.strictObject({ id: z.string().regex(idPattern("n"), { error: "is not the id of a decision" }) });

export const reviewRoutes = [
  route({
    method: "GET",
    path: "/v1/review",
    scope: "review",
    summary: "List what waits for a person, oldest first: responses, appearances, named sources and proposed claims, with exact counts",
    description:
      "Reports of one response are one suggestion with a count, as are documents that name one source. Each has its sentence with what was found marked, reasons for and against, and the line for readers.",
    example: { query: { limit: "20", kind: "response" } },
    query: z.strictObject({
      ...ReviewFilter.shape,
      limit: z.coerce.number().int().min(1).max(100).default(25).describe("The most suggestions of a page"),
      cursor: z.string().max(200).optional().describe("The `next` of the page before"),
    }),
    response: z.object({ suggestions: z.array(SuggestionOut), counts: CountsOut, agreed: AgreedOut, next: z.string().nullable() }),
    async handle(context, { query: { limit, cursor, ...asked } }) {
      const { db, request, now } = context;
      const filter = await claimNamed(context, asked, { parameter: "claim" });
      const page = await reviewPage(db, filterOf(filter), { after: timePositionOf(cursor), now: now(), limit });
      const next = page.next && cursorOf([page.next.at, page.next.id]);
      const kinds = Object.fromEntries(SUGGESTION_KINDS.map((kind) => [kind, page.counts.kinds[kind]]));
      return {
        body: {
          suggestions: page.suggestions.map((s) => suggestionView(s, page.ofClaims)),
          counts: {
            total: page.counts.total,
            kinds: kinds as z.output<typeof CountsOut>["kinds"],
            sure: page.counts.sure,
            sites: page.figures.sites.map(([site, waiting]) => ({ site, waiting })),
          },
          agreed: Object.fromEntries(Object.entries(page.figures.agreed).map(([band, of]) => [SURENESS[Number(band)] ?? "", of])),
          next,
        },
        headers: nextLink(request, next),
      };
    },
  }),
  route({
    method: "POST",
    path: "/v1/decisions",
    scope: "review",
    summary: "Accept, reject, change or put off up to 200 things in one step that can be taken back",
    description:
      "What a machine read as a response, and a line that names a person, becomes public only with its id in `seen`; else it is held and the answer says so. What was decided meanwhile is told in `conflicts`; where that is all, the answer is 409.",
    example: { body: { items: [{ id: "bridge", do: "edit", edit: { subject: "City of Exampleton" } }], why: "named in the headline" } },
    idempotency: "atomic",
    bodyLimit: 524_288,
    body: DecisionInput,
    response: DecisionOut,
    handle: (context, { body }) =>
      idempotent(context, body, async (also) => {
        const items = body.items && (await named(context, body.items));
        const where = body.where && (await claimNamed(context, body.where, { pointer: "#/where/claim" }));
        const decided = agreed(
          await decide(
            context.db,
            { ...body, ...(items && { items }), ...(where && { where }) },
            context.now(),
            also && ((done) => (done.done.length || done.held.length ? also(decidedView(done, body.why ?? null), 200) : [])),
          ),
          context.now(),
        );
        await afterwards(context, decided);
        return { body: decidedView(decided, body.why ?? null) };
      }),
  }),
  route({
    method: "GET",
    path: "/v1/decisions",
    scope: "read",
    summary: "List what people decided, latest first: of a claim, a document, a suggestion, or by one of them",
    description: "Only one of `about` and `by` filters. `undoable` says whether it can be taken back.",
    example: { query: { limit: "20" } },
    query: z.strictObject({
      about: DocumentName.optional().describe("A claim, a document or a suggestion: id, ref, URL or page address"),
      by: text(200).min(1).optional(),
      ...decisionList.query,
    }),
    response: decisionList.response,
    async handle({ db, request }, { query }) {
      const by = query.by === undefined ? null : `by:${query.by}`;
      const subject = query.about === undefined ? by : await namedAt({ parameter: "about" }, idNamed(db, query.about));
      const { rows } = await db.load({ rows: selectDecisions(db, subject, timePositionOf(query.cursor), query.limit) });
      const found = rows.map(decisionOf);
      const next = nextOf(found, query.limit, ({ at, id }) => [at, id]);
      return decisionList.answer(request, query.fields, found.map(pastDecision), next);
    },
  }),
  route({
    method: "POST",
    path: "/v1/decisions/{id}/undo",
    scope: "review",
    summary: "Take a decision back: all that it changed is again as it was, merges included",
    description: "Refused with 409 where somebody decided on the same since, or took it back already.",
    example: { params: { id: "n99999999999999999999999999" } },
    params: DecisionParams,
    response: z.object({ id: z.string(), undoes: z.string(), done: z.array(DecidedItemOut) }),
    async handle(context, { params }) {
      const undone = await undoDecision(context.db, params.id, context.now());
      if (!("undoes" in undone)) {
        if (undone.why === "unknown") throw new Problem("not-found", "No decision that can be taken back has this id.");
        if (undone.why === "undone") throw new Problem("conflict", "It was taken back already.");
        throw new Problem("conflict", `Not taken back: ${meanwhile({ who: undone.who, at: undone.at, did: null }, context.now())}`);
      }
      await relateAtOnce(context.db, undone.again, context.now);
      return { body: { id: undone.id, undoes: undone.undoes, done: undone.items.map(itemView) } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/visibility",
    scope: "review",
    tag: "claims",
    summary: "Change who sees a claim: only editors, who has the link, or everybody",
    description:
      "Nothing becomes public that nobody has read: while a response, or a line that names a person, is not in `seen`, the answer is 422 with the list of them, or with `hold` these wait. Where `SECOND_LOOK` is set, a claim that names a person needs a second look that another person asked for (`ask` in `POST /v1/decisions`), and no decision on it since.",
    example: { params: { id: "bridge" }, body: { visibility: "public", hold: true } },
    idempotency: "atomic",
    params: ClaimParams,
    body: VisibilityInput,
    response: DecisionOut,
    handle: (context, { params, body }) =>
      idempotent(context, body, async (also) => {
        const { id } = await visibleClaim(context, params.id);
        const answer = await changeVisibility(
          context.db,
          id,
          body,
          context.now(),
          also && ((done) => also(decidedView(done, body.why ?? null), 200)),
        );
        if (!answer) throw new Problem("not-found", "No claim has this id.");
        if ("unread" in answer)
          throw new Problem(
            "invalid",
            answer.unread.length ? `${answer.unread.length} lines would become public that nobody has read.` : "A second look is missing.",
            [
              ...answer.unread.map(({ line, because }) => ({ pointer: "#/seen", detail: `${line.id} ${because}: ${shownLine(line)}` })),
              ...(answer.missing ? [{ pointer: "#/visibility", detail: `${id} ${SECOND_LOOK}` }] : []),
            ],
          );
        const decided = agreed(answer, context.now());
        await afterwards(context, decided);
        return { body: decidedView(decided, body.why ?? null) };
      }),
  }),
];

/** A filter of the queue, with the name of its claim replaced by its id. */
async function claimNamed<T extends { claim?: string | undefined }>(
  context: Context,
  filter: T,
  where: Parameters<typeof namedAt>[0],
): Promise<T> {
  return filter.claim === undefined ? filter : { ...filter, claim: (await namedAt(where, visibleClaim(context, filter.claim))).id };
}
/** Items with names replaced by ids. A merged claim stands for the one that it was merged into, unless the item is what waited then. */
async function named({ db }: Context, items: DecisionItem[]): Promise<DecisionItem[]> {
  const found = await Promise.all(
    items.map(async ({ document, ...item }, i) => ({
      ...item,
      id: await namedAt({ pointer: `#/items/${i}/id` }, idNamed(db, item.id)),
      ...(document !== undefined && { document: await namedAt({ pointer: `#/items/${i}/document` }, idNamed(db, document)) }),
    })),
  );
  const claims = found.filter(({ id, version }) => isId("c", id) && version === undefined).map(({ id }) => id);
  const [rows = []] = claims.length ? await db.batch([selectClaims(db, claims)]) : [];
  const merged = new Map(rows.map((row) => [String(row.id), row.merged_into as string | null]));
  return found.map((item) => ({ ...item, id: (item.version === undefined && merged.get(item.id)) || item.id }));
}
