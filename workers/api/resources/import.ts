/** Imports: every format is read into the same lines, which take the same path as single requests. */
import * as z from "zod";
import { withKind } from "../../../shared/html/document-kind.ts";
import { ClaimInput } from "../../../shared/model/claim.ts";
import { DocumentInput } from "../../../shared/model/document.ts";
import type { Incoming } from "../../../shared/model/identity.ts";
import { ImportLine } from "../../../shared/model/import-line.ts";
import { SightingInput } from "../../../shared/model/sighting.ts";
import { createClaims } from "../../editing/claims/create.ts";
import { addSightings } from "../../editing/sightings.ts";
import { accept, type Refused } from "../../pipeline/accept/accept.ts";
import { backfillClaims } from "../../pipeline/backfill.ts";
import { mediaTypeOf } from "../body.ts";
import { EXAMPLE_LINES } from "../example-lines.ts";
import type { ImportFormat, Read, Rejection } from "../imports/format.ts";
import { imports } from "../imports/index.ts";
import { fieldErrors, Problem } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { processAccepted } from "./documents.ts";

/** In bytes. */
const IMPORT_LIMIT = 5_000_000;
export const MAX_LINES = 1000;
const names = Object.keys(imports) as [string, ...string[]];
const types = [...new Set(Object.values(imports).flatMap((format) => format.types)), "text/plain"];

/** The format that the caller names, otherwise that of the content type. Throws a 415 if there is none. */
function formatOf(name: string | undefined, request: Request): ImportFormat {
  const given = mediaTypeOf(request);
  const format = name === undefined ? Object.values(imports).find((one) => one.types.includes(given)) : imports[name];
  if (!format) throw new Problem("unsupported-type", `For text/plain, name the format: ?format= with one of ${names.join(", ")}.`);
  return format;
}

export const importRoutes = [
  route({
    method: "POST",
    path: "/v1/import",
    scope: "ingest",
    summary:
      "Import claims, documents and sightings from JSON lines, CSV and exports of other tools; rejected lines are reported, the others are accepted",
    description:
      "Up to 1,000 lines. A reply may come before its post, and lines may be repeated. Sightings need the scope review. Send the next part after the answer.",
    example: { body: EXAMPLE_LINES },
    query: z.strictObject({
      read: z.enum(["true", "false"]).default("true"),
      format: z
        .enum(names)
        .optional()
        .meta({
          description: `Default: that of the content type. ${Object.entries(imports)
            .map(([name, { label, columns }]) => `${name}: ${label}${columns ? `: ${columns}` : ""}`)
            .join(". ")}.`,
        }),
    }),
    body: z.string(),
    bodyType: types,
    bodyLimit: IMPORT_LIMIT,
    response: z.object({
      accepted: z.number(),
      rejected: z.array(z.object({ line: z.number(), pointer: z.string(), detail: z.string() })),
      waiting: z.number(),
    }),
    async handle(context, { query, body }) {
      const { report } = await importLines(context, formatOf(query.format, context.request).read(body), query.read === "true");
      return { body: report };
    },
  }),
];

type Line<T> = { line: number; input: T };

/** The lines of an import by type, and those that are rejected. Throws a 413 for too many lines. */
export function linesByType(lines: Iterable<Read>) {
  const rejected: Rejection[] = [];
  const claims: Line<z.output<typeof ClaimInput>>[] = [];
  const documents: Line<Incoming>[] = [];
  const sightings: Line<z.output<typeof SightingInput>>[] = [];
  const seen = new Set<number>();
  for (const read of lines) {
    const { line } = read;
    if (seen.add(line).size > MAX_LINES)
      throw new Problem("too-large", `An import may have up to ${MAX_LINES} lines; send it in parts, as npx whence import FILE does.`);
    if ("detail" in read) {
      rejected.push(read);
      continue;
    }
    if (read.value === undefined) continue;
    const reject = (error: z.core.$ZodError) =>
      rejected.push(
        ...fieldErrors(error)
          .slice(0, 1)
          .map((fault) => ({ line, ...fault })),
      );
    const result = ImportLine.safeParse(read.value);
    if (!result.success) {
      reject(result.error);
      continue;
    }
    const { type, ...input } = result.data;
    if (type === "claim") claims.push({ line, input: ClaimInput.parse(input) });
    else if (type === "sighting") sightings.push({ line, input: SightingInput.parse(input) });
    else {
      const checked = DocumentInput.safeParse(input);
      if (checked.success) documents.push({ line, input: withKind(checked.data) });
      else reject(checked.error);
    }
  }
  return { rejected, claims, documents, sightings };
}

/**
 * Imports lines. Gives the report, and how many of the accepted lines changed nothing, as the same was here already. With `read`, documents are read
 * and matched.
 */
export async function importLines(context: Context, lines: Iterable<Read>, read: boolean) {
  const { db, now } = context;
  const { rejected, claims, documents, sightings } = linesByType(lines);
  let accepted = 0;
  let same = 0;
  const affected: string[] = [];
  const count = (lines: { line: number }[], outcomes: (object | Refused)[]) =>
    outcomes.forEach((outcome, i) => {
      if ("detail" in outcome) rejected.push({ line: lines[i]?.line ?? 0, pointer: outcome.pointer, detail: outcome.detail });
      else {
        accepted++;
        if ("status" in outcome && outcome.status === "same") same++;
      }
    });
  if (claims.length) {
    const outcomes = await createClaims(
      db,
      claims.map((c) => c.input),
      { now: now(), mayReview: context.may("review") },
    );
    count(claims, outcomes);
    const changed = outcomes.flatMap((outcome) => ("id" in outcome && outcome.status !== "same" ? [outcome.id] : []));
    if (changed.length) affected.push(...(await backfillClaims(db, changed, now(), { similar: false })));
  }
  const fresh: string[] = [];
  if (documents.length) {
    const { outcomes, again } = await accept(
      db,
      documents.map((d) => d.input),
      { read, now: now() },
    );
    count(documents, outcomes);
    if (read) for (const outcome of outcomes) if ("id" in outcome && outcome.status !== "same") fresh.push(outcome.id);
    affected.push(...again);
  }
  if (sightings.length) {
    // A sighting is a decision: what needs the scope review by its own route needs it here.
    const refused = { pointer: "", detail: "is a decision on what a document says, and needs the scope review" };
    const outcomes = context.may("review")
      ? await addSightings(
          db,
          sightings.map((s) => s.input),
          now(),
        )
      : sightings.map(() => refused);
    count(sightings, outcomes);
  }
  const ids = [...new Set(fresh)];
  const { done, follow } = await processAccepted(context, ids, affected);
  follow();
  rejected.sort((a, b) => a.line - b.line);
  return { report: { accepted, rejected, waiting: done ? 0 : ids.length }, same };
}
