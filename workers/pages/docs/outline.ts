/** A JSON Schema in a form for readers: a line for each field with its type and meaning, named schemas written out down to a depth. */
export type Json = Record<string, unknown>;

const MAX_DEPTH = 5;

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  format?: string;
  default?: unknown;
}

/** The schema in words: `{ id: string, next: string | null }` over several lines, each with its description after it. */
export function outlineOf(schema: Json, schemas: Record<string, Json>): string {
  const named = (one: Schema): Schema => {
    const target = one.$ref === undefined ? undefined : (schemas[one.$ref.replace("#/components/schemas/", "")] as Schema | undefined);
    return target ? { ...target, ...(one.description === undefined ? {} : { description: one.description }) } : one;
  };
  const written = (given: Schema, indent: string, depth: number): string => {
    const one = named(given);
    const parts = one.anyOf ?? one.oneOf;
    if (parts) return [...new Set(parts.map((part) => written(part, indent, depth)))].join(" | ");
    if (one.const !== undefined) return JSON.stringify(one.const);
    if (one.enum) return one.enum.map((value) => JSON.stringify(value)).join(" | ");
    if (one.type === "array") return `[${written(one.items ?? {}, indent, depth)}, …]`;
    if (one.type === "object") return objectOf(one, indent, depth);
    const type = [one.type ?? "any"].flat().join(" | ");
    return one.format ? `${type} (${one.format})` : type;
  };
  const objectOf = (one: Schema, indent: string, depth: number): string => {
    const fields = Object.entries(one.properties ?? {});
    if (!fields.length)
      return typeof one.additionalProperties === "object" ? `{ name: ${written(one.additionalProperties, indent, depth)} }` : "{}";
    if (depth >= MAX_DEPTH) return "{ … }";
    const lines = fields.map(([name, field]) => {
      const { description, default: standard } = named(field);
      const notes = [description, standard === undefined ? undefined : `default ${JSON.stringify(standard)}`].filter(Boolean).join("; ");
      const mark = one.required?.includes(name) ? "" : "?";
      return `${indent}  ${name}${mark}: ${written(field, `${indent}  `, depth + 1)}${notes ? `  // ${notes}` : ""}`;
    });
    return `{\n${lines.join("\n")}\n${indent}}`;
  };
  return written(schema as Schema, "", 0);
}
