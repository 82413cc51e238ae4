/** Cursors of lists in requests and answers. */
import { positionIn } from "../../shared/cursor.ts";
import { Problem } from "./problem.ts";

export { cursorOf } from "../../shared/cursor.ts";

/** For a cursor that no answer gave. */
export function badCursor(): Problem {
  return new Problem("invalid", "cursor is not one that this API gave.", [
    { parameter: "cursor", detail: "is not one that this API gave" },
  ]);
}
/** Reads a cursor that this API made; null without one, 422 for anything else. */
export function positionOf<T extends readonly ("string" | "number")[]>(cursor: string | undefined, types: T): (string | number)[] | null {
  if (cursor === undefined) return null;
  const position = positionIn(cursor, types);
  if (position) return position;
  throw badCursor();
}
/** The Link header of a list that goes on (RFC 8288). */
export function nextLink(request: Request, next: string | null, parameter = "cursor"): Record<string, string> {
  if (!next) return {};
  const url = new URL(request.url);
  url.searchParams.set(parameter, next);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}
