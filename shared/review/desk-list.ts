/** The views and filters of the desk's list of claims. */
import * as z from "zod";

const VIEWS = ["all", "waits", "watched", "quiet"] as const;
/** A value that is not known does not filter. */
export const ListFilter = z.object({
  view: z.enum(VIEWS).catch("all").describe("Something waits for a person; watched by who asks; quiet for a month"),
  state: z.enum(["open", "settled", "archived", "any"]).catch("open").describe("The claim's status"),
  visibility: z.enum(["any", "public", "unlisted", "private"]).catch("any").describe("Who sees it"),
  owner: z
    .string()
    .regex(/^(|me|nobody|[0-9a-z]{1,40})$/)
    .catch("")
    .describe("Who is on it: me, nobody, or a person's id"),
  q: z.string().max(200).catch("").describe("Words in the claim"),
});
export type ListFilter = z.output<typeof ListFilter>;
export const NO_FILTER: ListFilter = { view: "all", state: "open", visibility: "any", owner: "", q: "" };
