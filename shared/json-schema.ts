/** JSON Schema 2020-12 of our zod schemas, as `z.toJSONSchema` gives it: of the kinds that we use, in a fifth of its 21 KB. A test compares them. */
import * as z from "zod/mini";

type Json = Record<string, unknown>;
export type Io = "input" | "output";
/** What of zod's internal definitions is read here. */
interface Def {
  type: string;
  [field: string]: unknown;
}
interface Context {
  io: Io;
  /** Schemas registered with an id, which stand once under `$defs`. */
  defs: Map<string, Json>;
}

const FORMATS: Record<string, string> = { guid: "uuid", url: "uri", datetime: "date-time", regex: "" };
const defOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Def;
const idOf = (schema: z.core.$ZodType) => z.globalRegistry.get(schema)?.id;

/** The bounds, formats and patterns that the checks of a schema add. */
function limitsOf(schema: z.core.$ZodType): { json: Json; whole: boolean } {
  const def = defOf(schema);
  const own = schema._zod.traits.has("$ZodCheck") ? [def] : [];
  const checks = (def["checks"] as { _zod: { def: z.core.$ZodCheckDef } }[] | undefined) ?? [];
  const unit = { string: "Length", array: "Items" }[def.type] ?? "imum";
  const [least, most] = [`min${unit}`, `max${unit}`];
  const json: Json = {};
  const narrow = (key: string, value: unknown, pick: (a: number, b: number) => number) => {
    if (typeof value === "number") json[key] = pick(value, (json[key] as number | undefined) ?? value);
  };
  const patterns: RegExp[] = [];
  let whole = false;
  for (const check of [...own, ...checks.map((c) => c._zod.def as unknown as Def)]) {
    const exclusive = check["inclusive"] === false;
    switch (check["check"]) {
      case "min_length":
      case "greater_than":
        narrow(exclusive ? "exclusiveMinimum" : least, check["minimum"] ?? check["value"], Math.max);
        break;
      case "max_length":
      case "less_than":
        narrow(exclusive ? "exclusiveMaximum" : most, check["maximum"] ?? check["value"], Math.min);
        break;
      case "number_format":
        whole = String(check["format"]).includes("int");
        narrow(least, Number.MIN_SAFE_INTEGER, Math.max);
        narrow(most, Number.MAX_SAFE_INTEGER, Math.min);
        break;
      case "string_format": {
        const format = FORMATS[String(check["format"])] ?? String(check["format"]);
        if (format && !check["local"]) json["format"] = format;
        if (check["pattern"]) patterns.push(check["pattern"] as RegExp);
      }
    }
  }
  // The stricter of two bounds on one side stands alone.
  for (const [inclusive, exclusive, sign] of [
    [least, "exclusiveMinimum", 1],
    [most, "exclusiveMaximum", -1],
  ] as const)
    if (json[exclusive] !== undefined && json[inclusive] !== undefined)
      delete json[sign * Number(json[exclusive]) >= sign * Number(json[inclusive]) ? inclusive : exclusive];
  if (patterns.length === 1) json["pattern"] = patterns[0]?.source;
  else if (patterns.length > 1) json["allOf"] = patterns.map(({ source }) => ({ pattern: source }));
  return { json, whole };
}

/** Of alternatives that are bare types: one `type` with all of them. */
function anyOf(options: Json[]): Json {
  const bare = options.every((option) => Object.keys(option).join() === "type");
  return bare ? { type: [...new Set(options.flatMap((option) => option["type"] as string | string[]))] } : { anyOf: options };
}

function objectOf(def: Def, context: Context): Json {
  const shape = Object.entries(def["shape"] as Record<string, z.core.$ZodType>);
  const needed = shape.filter(([, field]) => (context.io === "input" ? field._zod.optin : field._zod.optout) === undefined);
  const catchall = def["catchall"] as z.core.$ZodType | undefined;
  const closed = catchall ? defOf(catchall).type === "never" : context.io === "output";
  return {
    type: "object",
    properties: Object.fromEntries(shape.map(([name, field]) => [name, jsonOf(field, context)])),
    ...(needed.length ? { required: needed.map(([name]) => name) } : {}),
    ...(closed ? { additionalProperties: false } : catchall ? { additionalProperties: jsonOf(catchall, context) } : {}),
  };
}

function bodyOf(schema: z.core.$ZodType, context: Context): Json {
  const def = defOf(schema);
  const of = (field: string) => jsonOf(def[field] as z.core.$ZodType, context);
  switch (def.type) {
    case "string":
      return { type: "string", ...limitsOf(schema).json };
    case "number": {
      const { json, whole } = limitsOf(schema);
      return { type: whole ? "integer" : "number", ...json };
    }
    case "boolean":
    case "null":
      return { type: def.type };
    case "never":
      return { not: {} };
    case "literal": {
      const [value] = def["values"] as unknown[];
      return { type: value === null ? "null" : typeof value, const: value };
    }
    case "enum":
      return { type: "string", enum: Object.values(def["entries"] as object) };
    case "array":
      return { type: "array", items: of("element"), ...limitsOf(schema).json };
    case "object":
      return objectOf(def, context);
    case "record":
      return { type: "object", propertyNames: of("keyType"), additionalProperties: of("valueType") };
    case "union": {
      const options = (def["options"] as z.core.$ZodType[]).map((option) => jsonOf(option, context));
      return def["inclusive"] === false ? { oneOf: options } : anyOf(options);
    }
    case "nullable":
      return anyOf([of("innerType"), { type: "null" }]);
    case "optional":
      return of("innerType");
    case "default":
      return { ...of("innerType"), default: def["defaultValue"] };
    case "pipe":
      return context.io === "input" && defOf(def["in"] as z.core.$ZodType).type !== "transform" ? of("in") : of("out");
    default:
      // Any value, or what only code can tell.
      return {};
  }
}

function jsonOf(schema: z.core.$ZodType, context: Context): Json {
  const { id, ...meta } = z.globalRegistry.get(schema) ?? {};
  const parent = schema._zod.parent;
  if (id === undefined) return parent && idOf(parent) ? { ...jsonOf(parent, context), ...meta } : { ...bodyOf(schema, context), ...meta };
  if (!context.defs.has(id)) {
    context.defs.set(id, {});
    context.defs.set(id, { ...bodyOf(schema, context), ...meta });
  }
  return { $ref: `#/$defs/${id}` };
}

/** What a schema takes, or gives (`io`). Kinds of schema that it does not know are any value. */
export function jsonSchemaOf(schema: z.ZodMiniType, io: Io): Json {
  const context: Context = { io, defs: new Map() };
  const json = jsonOf(schema, context);
  return context.defs.size ? { ...json, $defs: Object.fromEntries(context.defs) } : json;
}
