/** The own property of a table under a name from outside; undefined for none, and for properties that every object has ("constructor", "__proto__"). */
export function ownProperty<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
