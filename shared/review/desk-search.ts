/** What the desk searches for. */
import * as z from "zod";
import { Kind } from "../model/document.ts";

const text = (max: number) =>
  z
    .string()
    .transform((value) => value.toWellFormed().replaceAll("\0", "").trim().slice(0, max))
    .catch("");
const Day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .catch("");
/** What is not a known word does not filter. */
export const SearchFilter = z.object({
  q: text(1000),
  in: z.enum(["all", "claims", "documents", "accounts", "sites"]).catch("all"),
  site: text(253),
  account: text(100),
  kind: z.enum(["", ...Kind.options]).catch(""),
  linked: z.enum(["", "yes", "no"]).catch(""),
  from: Day,
  to: Day,
  before: z.coerce.number().int().positive().nullable().catch(null),
});
export type SearchFilter = z.output<typeof SearchFilter>;
