/** What a reader asked of the page, by the parameters of its address. */
import { narrows } from "../../../shared/timeline/story/choose.ts";
import type { ClaimQuery } from "./page.ts";

/** Maximum offset in the list. */
const MAX_FROM = 5_000;
const MAX_WORDS = 100;

/** Reads the parameters of an address; invalid values count as not given. */
export function claimQueryOf(read: (name: string) => string | undefined): ClaimQuery {
  const doing = read("doing");
  const day = read("day") ?? "";
  const from = Math.trunc(Number(read("from") ?? 0));
  return {
    doing: doing === "says" || doing === "asks" || doing === "answers" ? doing : "",
    place: (read("place") ?? "").slice(0, 60),
    language: /^[a-z]{2,3}$/.exec(read("language") ?? "")?.[0] ?? "",
    after: read("after") === "1",
    words: (read("q") ?? "").slice(0, MAX_WORDS),
    day: /^-?\d{4,6}-\d\d-\d\d$|^none$/.test(day) ? day : "",
    from: from > 0 && from <= MAX_FROM ? from : 0,
    changes: read("changes") === "all",
  };
}

/** Whether the address asks for another part of the page than the default. */
export function asksForPart(asked: ClaimQuery): boolean {
  return narrows(asked) || asked.day !== "" || asked.from > 0 || asked.changes;
}
