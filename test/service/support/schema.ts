/** The part of JSON Schema that our OpenAPI document uses: enough to validate answers. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}
const typeOf = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** The schemas that a `$ref` may point to. */
export type Schemas = Record<string, Schema>;

/** What is wrong with a value, with paths; nothing when it is as described. A field that is not described is wrong. */
export function valid(given: Schema, value: unknown, schemas: Schemas, path = ""): string[] {
  const schema = given.$ref === undefined ? given : schemas[given.$ref.replace("#/components/schemas/", "")];
  if (!schema) return [`${path || "/"}: ${given.$ref} is no schema of the document`];
  const wrong = (why: string) => [`${path || "/"}: ${why}`];
  if (schema.allOf) return schema.allOf.flatMap((part) => valid(part, value, schemas, path));
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    const tried = either.map((part) => valid(part, value, schemas, path));
    return tried.find((errors) => !errors.length) ?? tried.sort((a, b) => a.length - b.length)[0] ?? [];
  }
  if (schema.const !== undefined && value !== schema.const) return wrong(`is not ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) return wrong(`${JSON.stringify(value)} is none of ${schema.enum.join(", ")}`);
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const type = typeOf(value);
  if (types.length && !types.includes(type) && !(types.includes("integer") && Number.isInteger(value)))
    return wrong(`is ${type}, not ${types.join(" or ")}`);
  if (schema.pattern && typeof value === "string" && !new RegExp(schema.pattern, "u").test(value))
    return wrong(`${value} does not match ${schema.pattern}`);
  if (typeof value === "number" && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity)))
    return wrong(`${value} is out of range`);
  if (Array.isArray(value)) return value.flatMap((item, i) => (schema.items ? valid(schema.items, item, schemas, `${path}/${i}`) : []));
  if (type !== "object") return [];
  const object = value as Record<string, unknown>;
  const { additionalProperties: other } = schema;
  if (!schema.properties)
    return typeof other === "object"
      ? Object.entries(object).flatMap(([name, part]) => valid(other, part, schemas, `${path}/${name}`))
      : [];
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(object, name)).map((name) => `${path}/${name}: is missing`);
  return missing.concat(
    Object.entries(object).flatMap(([name, part]) => {
      const described = schema.properties?.[name];
      return described ? valid(described, part, schemas, `${path}/${name}`) : [`${path}/${name}: is not described`];
    }),
  );
}
