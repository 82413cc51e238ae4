/** Rows of a table as objects, by one list of its columns. */
import type { Row, Value } from "./d1.ts";

type Camel<S extends string> = S extends `${infer Word}_${infer Rest}` ? `${Word}${Capitalize<Camel<Rest>>}` : S;
type FieldOf<C extends string> = C extends `${string} as ${infer Name} ${string}`
  ? Name
  : C extends `${string} as ${infer Name}`
    ? Name
    : C extends `${infer Column} ${string}`
      ? Camel<Column>
      : Camel<C>;
type FieldsOf<S extends string> = S extends `${infer C}, ${infer Rest}` ? FieldOf<C> | FieldsOf<Rest> : FieldOf<S>;

interface Column {
  name: string;
  field: string;
  kind: string | undefined;
}

/**
 * The columns of a table, from a list such as "claim_id, quotes json, is_primary as primary flag". A column's field has its name in camel case, or
 * the one after `as`. A `json` is stored as text, NULL for null, and a `flag` as 0 or 1.
 */
export class Columns<const S extends string> {
  readonly names: string[];
  readonly #columns: Column[];

  constructor(list: S) {
    this.#columns = list.split(", ").map((item) => {
      const [name = "", ...rest] = item.split(" ");
      const field = rest[0] === "as" ? rest[1] : undefined;
      return { name, field: field ?? name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()), kind: rest[field ? 2 : 0] };
    });
    this.names = this.#columns.map(({ name }) => name);
  }

  /** SQL that sets the columns to the parameters from ?2 on. */
  get assignments(): string {
    return this.names.map((name, i) => `${name} = ?${i + 2}`).join(", ");
  }

  /** The object of a row, of whatever type has these fields: what a column holds is not checked. */
  read(row: Row): Record<FieldsOf<S>, never> {
    const object: Row = {};
    for (const { name, field, kind } of this.#columns) {
      const value = row[name] ?? null;
      if (kind === "flag") object[field] = value === 1;
      else object[field] = kind === "json" && value !== null ? JSON.parse(String(value)) : value;
    }
    return object as Record<FieldsOf<S>, never>;
  }

  /** The values of an object, in the order of the columns. */
  values(object: Readonly<Record<FieldsOf<S>, unknown>>): Value[] {
    return this.#columns.map(({ field, kind }) => {
      const value = (object as Row)[field] ?? null;
      if (kind === "flag") return value ? 1 : 0;
      return (kind === "json" && value !== null ? JSON.stringify(value) : value) as Value;
    });
  }
}
