/** Fields of exported posts. */
import { at } from "../../../sources/wire/json.ts";

/** The text at a path of names; null if there is none. Ids exceed 2^53, so those that are numbers are not read. */
export function textAt(value: unknown, ...path: string[]): string | null {
  const found = at(value, ...path);
  return typeof found === "string" && found.trim() ? found : null;
}

/** The fields that have a value; undefined if none has one. */
export function present(fields: object): Record<string, unknown> | undefined {
  const held = Object.entries(fields).filter(([, value]) => value);
  return held.length ? Object.fromEntries(held) : undefined;
}
