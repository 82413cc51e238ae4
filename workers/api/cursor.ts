/** Opaque keyset cursors: the position after which a list goes on. */
import { Problem } from "./problem.ts";

export function cursorOf(position: readonly (string | number)[]): string {
  return btoa(JSON.stringify(position)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
/** Reads a cursor that `cursorOf` made with parts of these types; 422 for anything else. */
export function positionOf<T extends readonly ("string" | "number")[]>(cursor: string | undefined, types: T): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    if (
      Array.isArray(value) &&
      value.length === types.length &&
      value.every(
        (part, i) => typeof part === types[i] && (typeof part !== "number" || Number.isSafeInteger(part)) && String(part).length <= 64,
      )
    )
      return value as (string | number)[];
  } catch {
    // Falls through to the one answer.
  }
  throw new Problem("invalid", "cursor is not one that this API gave.", [{ parameter: "cursor", detail: "is not one that this API gave" }]);
}
/** The Link header of a list that goes on (RFC 8288). */
export function nextLink(request: Request, cursor: string | null): Record<string, string> {
  if (!cursor) return {};
  const url = new URL(request.url);
  url.searchParams.set("cursor", cursor);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}
