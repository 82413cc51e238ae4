/** What a table has under a name that somebody sent, and never what every object has ("constructor", "__proto__"). */
export function ownProperty<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
