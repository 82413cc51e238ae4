/** The query and filters of the desk's search. */
import * as z from "zod";
import { Kind } from "../model/document.ts";

const text = (max: number) =>
  z
    .string()
    .transform((value) => value.toWellFormed().replaceAll("\0", "").trim().slice(0, max))
    .catch("");
const Day = z
  .string()
  .regex(/^(|\d{4}-\d\d-\d\d)$/, { error: "must be a date, such as 2025-04-09" })
  .refine((value) => !value || !Number.isNaN(Date.parse(value)))
  .catch("");
/** An unknown value does not filter. */
export const SearchFilter = z.object({
  q: text(1000).describe("Words, or an address, id or ref"),
  in: z.enum(["all", "claims", "documents", "accounts", "sites"]).catch("all").describe("What is searched for"),
  site: text(253).describe("Only documents of this site"),
  account: text(100).describe("Only documents of this account"),
  kind: z
    .enum(["", ...Kind.options])
    .catch("")
    .describe("Only documents of this kind"),
  linked: z.enum(["", "yes", "no"]).catch("").describe("Only documents that are on a claim, or on none"),
  from: Day.describe("Published on this day or later"),
  to: Day.describe("Published on this day or before"),
  before: z.coerce.number().int().positive().nullable().catch(null).describe("The `next` of the page before"),
});
export type SearchFilter = z.output<typeof SearchFilter>;

/** Converts a query that names a site ("mill site:paper.example") to the filter for documents of that site. */
export function withOperators(filter: SearchFilter): SearchFilter {
  const site = /(?:^|\s)site:(\S+)/.exec(filter.q);
  if (!site) return filter;
  const q = filter.q.replace(site[0], " ").replace(/\s+/g, " ").trim();
  return { ...filter, q, site: (site[1] ?? "").slice(0, 253), in: "documents" };
}
