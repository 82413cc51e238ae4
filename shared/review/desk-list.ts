/** The views and filters of the desk's list of claims. */
import * as z from "zod";

const VIEWS = ["all", "waits", "watched", "quiet"] as const;
/** An unknown value does not filter. */
export const ListFilter = z.object({
  view: z.enum(VIEWS).catch("all").describe("Something waits for a person; watched by who asks; quiet for a month"),
  state: z.enum(["open", "settled", "archived", "any"]).catch("open").describe("The claim's status"),
  visibility: z.enum(["any", "public", "unlisted", "private"]).catch("any").describe("Who sees it"),
  owner: z
    .string()
    .regex(/^(|me|nobody|[0-9a-z]{1,40})$/)
    .catch("")
    .describe("Who is on it: me, nobody, or a person's id"),
  kind: z
    .enum(["", "response", "appearance", "source"])
    .catch("")
    .describe("Only claims on which something of this kind waits, the longest waiting first"),
  order: z
    .enum(["latest", "oldest"])
    .catch("latest")
    .describe("By the last change. The lists of what waits, of what is quiet or watched, and of an owner have orders of their own"),
  q: z.string().max(200).catch("").describe("Words in the claim"),
});
export type ListFilter = z.output<typeof ListFilter>;
export const NO_FILTER: ListFilter = { view: "all", state: "open", visibility: "any", owner: "", kind: "", order: "latest", q: "" };
/** Whether the list has only claims on which something waits, in the order of that list. */
export const isOfWaiting = ({ view, kind, owner }: ListFilter): boolean => view === "waits" || (kind !== "" && owner === "");
