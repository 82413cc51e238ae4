/** JSON Schemas of zod schemas. Named schemas are moved to the components of the document. */
import * as z from "zod";

export type Json = Record<string, unknown>;

/** The JSON Schema (2020-12) of the input or the output of a zod schema. Named schemas are in its `$defs`. */
export function jsonSchemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" });
  return json;
}

/** The named schemas of an OpenAPI document, each once; a `$ref` of a schema points to them. */
export class Components {
  readonly schemas: Record<string, Json> = {};

  /** A schema with references into the document. If the input and the output of one name differ, the second is renamed. */
  add(schema: z.ZodType, io: "input" | "output"): Json {
    const { $defs = {}, ...json } = jsonSchemaOf(schema, io) as Json & { $defs?: Record<string, Json> };
    const names = new Map(Object.keys($defs).map((name) => [name, name]));
    for (const [name, own] of Object.entries($defs)) {
      const taken = this.schemas[name];
      if (taken && JSON.stringify(taken) !== JSON.stringify(pointed(own, names)))
        names.set(name, `${name}${io === "input" ? "Input" : "Output"}`);
    }
    for (const [name, own] of Object.entries($defs)) this.schemas[names.get(name) ?? name] = pointed(own, names);
    return pointed(json, names);
  }
}
/** A record whose keys are all known, as an object with these properties, because required properties have to be declared. */
function spelledOut(schema: Json): Json {
  const { propertyNames, additionalProperties, required, ...rest } = schema as Json & {
    propertyNames?: { enum?: string[] };
    required?: string[];
  };
  const names = propertyNames?.enum;
  if (!names || !required || typeof additionalProperties !== "object") return schema;
  return {
    ...rest,
    required,
    properties: Object.fromEntries(names.map((name) => [name, additionalProperties])),
    additionalProperties: false,
  };
}
/** A schema whose references point into the components, under their names there. */
function pointed(schema: Json, names: ReadonlyMap<string, string>): Json {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(spelledOut(value as Json)).map(([key, inner]) => {
        if (key !== "$ref" || typeof inner !== "string") return [key, walk(inner)];
        const name = inner.replace(/^#\/\$defs\//, "");
        return [key, `#/components/schemas/${names.get(name) ?? name}`];
      }),
    );
  };
  return walk(schema) as Json;
}

/** The schema that a reference points to, with the description that stands beside the reference. */
function resolved(schema: Json, schemas: Record<string, Json>): Json {
  const name = typeof schema["$ref"] === "string" ? schema["$ref"].replace("#/components/schemas/", "") : null;
  return name === null ? schema : { ...(schemas[name] ?? {}), ...(schema["description"] ? { description: schema["description"] } : {}) };
}

/** Depth from which lists of a sample are empty, and nullable values null. */
const MAX_DEPTH = 4;

/** A sample value for a schema, from its examples, enums and types, which shows what an answer looks like. */
export function sampleOf(given: Json, schemas: Record<string, Json>, depth = 0): unknown {
  const schema = resolved(given, schemas);
  const {
    examples,
    const: constant,
    enum: values,
    anyOf,
    allOf,
    type,
  } = schema as {
    examples?: unknown[];
    const?: unknown;
    enum?: unknown[];
    anyOf?: Json[];
    allOf?: Json[];
    type?: string | string[];
  };
  if (examples?.length) return examples[0];
  if (constant !== undefined) return constant;
  if (values?.length) return values[0];
  if (anyOf) return sampleOf((depth > MAX_DEPTH && anyOf.find((one) => one["type"] === "null")) || (anyOf[0] ?? {}), schemas, depth);
  if (allOf) return Object.assign({}, ...allOf.map((one) => sampleOf(one, schemas, depth)));
  const first = [type].flat()[0];
  if (first === "object") return sampleObject(schema, schemas, depth);
  if (first === "array") return depth > MAX_DEPTH ? [] : [sampleOf((schema["items"] as Json | undefined) ?? {}, schemas, depth + 1)];
  if (first === "string") return sampleText(schema);
  if (first === "integer" || first === "number")
    return typeof schema["minimum"] === "number" && schema["minimum"] > 0 ? schema["minimum"] : 1;
  if (first === "boolean") return true;
  return null;
}
function sampleObject(schema: Json, schemas: Record<string, Json>, depth: number): Json {
  const {
    properties = {},
    additionalProperties,
    propertyNames,
  } = schema as {
    properties?: Record<string, Json>;
    additionalProperties?: Json | boolean;
    propertyNames?: { enum?: string[] };
  };
  const names = Object.keys(properties);
  if (!names.length && additionalProperties && typeof additionalProperties === "object")
    return { [propertyNames?.enum?.[0] ?? "mastodon"]: sampleOf(additionalProperties, schemas, depth + 1) };
  return Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] ?? {}, schemas, depth + 1)]));
}
/** Sample texts: each pattern of the API matches one of them. */
const SAMPLES: readonly string[] = [
  "text",
  "en",
  "c3yq6zmt0w4n8k1v5r7x2p9b6d0",
  "o3yq6zmt0w4n8k1v5r7x2p9b6d0",
  "n3yq6zmt0w4n8k1v5r7x2p9b6d0",
  "p3yq6zmt0w4n8k1v5r7x2p9b6d0",
  "2025-04-09",
  "#336699",
  "data:image/png;base64,AAAA",
];
function sampleText({ format, pattern }: Json): string {
  if (format === "date-time") return "2025-04-09T08:30:00.000Z";
  const expected = typeof pattern === "string" ? new RegExp(pattern) : null;
  return SAMPLES.find((one) => expected === null || expected.test(one)) ?? "text";
}
