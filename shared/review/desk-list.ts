/** The views and filters of the desk's list of claims. */
import * as z from "zod";

const VIEWS = ["all", "waits", "watched", "quiet"] as const;
/** What is not a known word does not filter. */
export const ListFilter = z.object({
  view: z.enum(VIEWS).catch("all"),
  state: z.enum(["open", "settled", "archived", "any"]).catch("open"),
  visibility: z.enum(["any", "public", "unlisted", "private"]).catch("any"),
  /** "me", "nobody", the id of a person, or "" for anybody. */
  owner: z
    .string()
    .regex(/^(me|nobody|[0-9a-z]{1,40})$/)
    .catch(""),
  q: z.string().max(200).catch(""),
});
export type ListFilter = z.output<typeof ListFilter>;
export const NO_FILTER: ListFilter = { view: "all", state: "open", visibility: "any", owner: "", q: "" };
