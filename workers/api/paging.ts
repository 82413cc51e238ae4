/** Paged lists of the API: their parameters, their answer, and the cursor of the next page. */
import * as z from "zod";
import { cursorOf, positionIn } from "../../shared/cursor.ts";
import { MAX_LOOKED_AT } from "../store/documents/list.ts";
import { Cursor, Limit } from "./parameters.ts";
import { Problem } from "./problem.ts";
import type { Reply } from "./route.ts";

export { cursorOf };

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
/** The position in a list by time that a cursor names; null without one. Throws a 422 for a bad cursor. */
export function timePositionOf(cursor: string | undefined): { at: number; id: string } | null {
  const position = positionOf(cursor, ["number", "string"] as const);
  return position && { at: Number(position[0]), id: String(position[1]) };
}
/** The Link header to the next page of a list (RFC 8288). */
export function nextLink(request: Request, next: string | null, parameter = "cursor"): Record<string, string> {
  if (!next) return {};
  const url = new URL(request.url);
  url.searchParams.set(parameter, next);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}

/** A sentence for the descriptions of lists with filters. */
export const LOOKS = `A page looks at ${MAX_LOOKED_AT} rows: with filters it may be short or empty, and \`next\` says whether there are more.`;

/** The parameter `fields`: only these properties of each item. */
const fieldsOf = (known: string[]) =>
  z
    .string()
    .max(400)
    .optional()
    .transform((value, c) => {
      const names = value?.split(",").map((name) => name.trim()) ?? null;
      const unknown = names?.find((name) => !known.includes(name));
      if (unknown === undefined) return names;
      c.issues.push({ code: "custom", input: value, message: `has no ${unknown.slice(0, 60)}: it takes ${known.join(", ")}` });
      return z.NEVER;
    })
    .describe("Only these fields, with commas between them");

/** A list of items under a plural noun: query parameters of a page, the body of the answer, and the answer itself. `id` names the item in OpenAPI. */
export function paged<T extends z.ZodObject>(noun: string, id: string, item: T) {
  const fields = fieldsOf(Object.keys(item.shape));
  return {
    query: { fields, limit: Limit(200, 50), cursor: Cursor },
    response: z.object({ [noun]: z.array(item.partial().meta({ id })), next: z.string().nullable() }),
    answer(request: Request, names: string[] | null, items: z.output<T>[], next: string | null): Reply {
      const picked = (one: Record<string, unknown>) => (names ? Object.fromEntries(names.map((name) => [name, one[name]])) : one);
      return { body: { [noun]: items.map(picked), next }, headers: nextLink(request, next) };
    },
  };
}
/**
 * The position after which a list continues: the last item of a full page, else the last row that was examined (`end`; `n` is the number of
 * examined rows); null at the end.
 */
export function nextOf<T extends object>(items: T[], limit: number, placeOf: (item: T) => (string | number)[], end?: T): string | null {
  const last = items.at(-1);
  if (last && items.length === limit) return cursorOf(placeOf(last));
  return end && "n" in end && Number(end.n) >= MAX_LOOKED_AT ? cursorOf(placeOf(end)) : null;
}
