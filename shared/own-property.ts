/**
 * The own property of a table under an untrusted name; undefined if there is none, and for properties that every object has ("constructor",
 * "__proto__").
 */
export function ownProperty<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
