/** The people behind decisions, in words. */
import { type NamesOfPeople, whoInWords } from "../../shared/access/who.ts";
import { listKeys } from "../store/access/keys.ts";
import { listPeople } from "../store/access/people.ts";
import type { Db, Row } from "../store/d1.ts";

/** The names of people and keys, from their lists. */
export function namesFrom(people: readonly Row[], keys: readonly Row[]): NamesOfPeople {
  const named = (rows: readonly Row[]) => new Map(rows.map((row) => [String(row.id), String(row.name)]));
  return { people: named(people), keys: named(keys) };
}

/** The people who decided, in words, by the actor of the events. One call. */
export async function whoDecided(db: Db, by: Iterable<string | null>): Promise<Map<string, string>> {
  const wanted = [...new Set(by)].filter((one) => one !== null);
  if (!wanted.length) return new Map();
  const [people = [], keys = []] = await db.batch([listPeople(db), listKeys(db)]);
  const names = namesFrom(people, keys);
  return new Map(wanted.map((one) => [one, whoInWords(one, names)]));
}
