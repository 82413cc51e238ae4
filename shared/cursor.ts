/** Opaque keyset cursors: the position after which a list continues. */

/** The cursor of a position in a list, for `positionIn`. */
export function cursorOf(position: readonly (string | number)[]): string {
  return btoa(JSON.stringify(position))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/={1,2}$/, "");
}
/** The position that `cursorOf` made of parts of these types; null for anything else. */
export function positionIn<T extends readonly ("string" | "number")[]>(cursor: string, types: T): (string | number)[] | null {
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    const fits = (part: unknown, i: number) =>
      typeof part === types[i] && (typeof part !== "number" || Number.isSafeInteger(part)) && String(part).length <= 256;
    return Array.isArray(value) && value.length === types.length && value.every(fits) ? (value as (string | number)[]) : null;
  } catch {
    return null;
  }
}
