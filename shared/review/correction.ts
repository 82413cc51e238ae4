/** People's corrections of what a machine read in a document. Each value is stored with its author, and beside it what was read. */
import * as z from "zod";
import { Kind } from "../model/document.ts";
import { Lang, text } from "../model/fields.ts";
import { type PublishedTime, parseTime, TimeBasis, TimeInput } from "../model/time.ts";

/** Null restores what was read. */
export const DocumentPatch = z
  .strictObject({
    title: text(1000).trim().min(1).nullable().optional(),
    kind: Kind.nullable().optional(),
    author: text(256).trim().min(1).nullable().optional().describe("As it is shown: a name, or an @handle"),
    lang: Lang.nullable().optional(),
    wireCredit: text(256).trim().min(1).nullable().optional().describe("The agency whose copy it is: AP, Reuters"),
    publishedAt: TimeInput.nullable().optional(),
    basis: TimeBasis.exclude(["unknown", "id"]).optional().describe("What shows that time; human: the editor says so"),
    why: text(500).optional().describe("The reason, kept in the history"),
  })
  .refine((patch) => patch.basis === undefined || typeof patch.publishedAt === "string", {
    error: "basis needs publishedAt",
    path: ["basis"],
  })
  .meta({ id: "DocumentPatch" });
export type DocumentPatch = z.infer<typeof DocumentPatch>;

/** Fields of a document that people may correct. */
export interface Correctable {
  title: string | null;
  kind: string;
  author: string | null;
  lang: string | null;
  wireCredit: string | null;
  published: PublishedTime;
}
type CorrectedField = keyof Correctable;
export const CORRECTED_FIELDS = ["title", "kind", "author", "lang", "wireCredit", "published"] as const satisfies readonly CorrectedField[];
interface Correction {
  value: unknown;
  by: string | null;
  at: number;
  /** The id of the decision; null for the value that was read. */
  decision: string | null;
}
/** For each field, the value that was read, then people's corrections in order. */
export type Corrections = Partial<Record<CorrectedField, Correction[]>>;
/** Maximum number of stored values per field: the one that was read, and the last corrections. */
const MAX_VALUES = 12;

/** Whether a field has a correction in force. */
export const isCorrected = (corrections: Corrections | null, field: CorrectedField): boolean =>
  (corrections?.[field]?.at(-1)?.value ?? null) !== null;
/** The value that was read, for a corrected field. */
export const readValue = (corrections: Corrections | null, field: CorrectedField): unknown => corrections?.[field]?.[0]?.value ?? null;

/** The values of a patch, for each field that it names. */
function saidIn({ publishedAt, basis, why: _, ...rest }: DocumentPatch): Partial<Record<CorrectedField, unknown>> {
  return { ...rest, ...(publishedAt !== undefined && { published: publishedAt && parseTime(publishedAt, basis ?? "human") }) };
}

interface CorrectedDocument<D> {
  document: D;
  corrections: Corrections;
  fields: CorrectedField[];
}
/** A document with other values in some fields; null if there are none. */
function withValues<D>(
  document: D,
  values: Partial<Record<CorrectedField, unknown>>,
  corrections: Corrections,
): CorrectedDocument<D> | null {
  const fields = Object.keys(values) as CorrectedField[];
  return fields.length ? { document: { ...document, ...values }, corrections, fields } : null;
}

/** A document after a patch, with its stored corrections; null if nothing changes. */
export function corrected<D extends Correctable>(
  document: D,
  before: Corrections | null,
  patch: DocumentPatch,
  { by, at, decision }: { by: string | null; at: number; decision: string },
): CorrectedDocument<D> | null {
  const corrections: Corrections = { ...before };
  const values: Partial<Record<CorrectedField, unknown>> = {};
  const said = saidIn(patch);
  for (const field of CORRECTED_FIELDS) {
    const value = said[field];
    if (value === undefined) continue;
    const past = before?.[field] ?? [{ value: document[field], by: null, at, decision: null }];
    const next = value ?? past[0]?.value ?? null;
    if (JSON.stringify(next) === JSON.stringify(document[field])) continue;
    const [read, ...others] = [...past, { value, by, at, decision }];
    corrections[field] = [...(read ? [read] : []), ...others.slice(1 - MAX_VALUES)];
    values[field] = next;
  }
  return withValues(document, values, corrections);
}

/** A document without the corrections of a decision; null if none of them is in force. */
export function uncorrected<D extends Correctable>(document: D, before: Corrections | null, decision: string): CorrectedDocument<D> | null {
  const corrections: Corrections = { ...before };
  const values: Partial<Record<CorrectedField, unknown>> = {};
  for (const field of CORRECTED_FIELDS) {
    const past = before?.[field] ?? [];
    if (past.at(-1)?.decision !== decision) continue;
    const left = past.slice(0, -1);
    values[field] = left.at(-1)?.value ?? left[0]?.value ?? null;
    if (left.length > 1) corrections[field] = left;
    else delete corrections[field];
  }
  return withValues(document, values, corrections);
}
