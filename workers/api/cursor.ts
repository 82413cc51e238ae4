/** Cursors of paged lists. */
import { positionIn } from "../../shared/cursor.ts";
import { Problem } from "./problem.ts";

export { cursorOf } from "../../shared/cursor.ts";

/** The 422 for a cursor that this API did not make. */
export function badCursor(): Problem {
  return new Problem("invalid", "cursor is not one that this API gave.", [
    { parameter: "cursor", detail: "is not one that this API gave" },
  ]);
}
/** The position in a cursor; null without a cursor. Throws a 422 for a cursor that this API did not make. */
export function positionOf<T extends readonly ("string" | "number")[]>(cursor: string | undefined, types: T): (string | number)[] | null {
  if (cursor === undefined) return null;
  const position = positionIn(cursor, types);
  if (position) return position;
  throw badCursor();
}
/** The Link header to the next page of a list (RFC 8288). */
export function nextLink(request: Request, next: string | null, parameter = "cursor"): Record<string, string> {
  if (!next) return {};
  const url = new URL(request.url);
  url.searchParams.set(parameter, next);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}
