/** Actors of events in words. */
import { people } from "../i18n/people.en.ts";

/** The names of people and keys, by id. */
export interface NamesOfPeople {
  people: ReadonlyMap<string, string>;
  keys: ReadonlyMap<string, string>;
}

/** The actor of an event (`person:ID`, `key:ID/OWNER`) in words: a person, or a key with its owner. */
export function whoInWords(by: string, { people: persons, keys }: NamesOfPeople): string {
  const m = people.audit;
  if (by === "local") return m.local;
  if (by === "key:dev") return m.devKey;
  const [, kind, id = "", owner] = /^(person|key):([^/]+)(?:\/(.+))?$/.exec(by) ?? [];
  if (kind === "person") return persons.get(id) ?? m.unknown;
  const name = keys.get(id);
  if (kind !== "key" || name === undefined) return m.unknown;
  return owner ? m.keyOf(name, persons.get(owner) ?? m.unknown) : m.key(name);
}
