/** Answers out of stored values. */
import type * as z from "zod";

const blanks = new WeakMap<z.ZodObject, Record<string, unknown>>();
/**
 * An object with a schema's fields, all undefined: copies of one are made and written faster than objects that grow. A timeline has fifty events of
 * forty fields.
 */
function blankOf(schema: z.ZodObject): Record<string, unknown> {
  const blank = blanks.get(schema) ?? Object.fromEntries(Object.keys(schema.shape).map((name) => [name, undefined]));
  blanks.set(schema, blank);
  return blank;
}

/** The fields that a schema names, each from `more`, else from `from`; undefined if neither has it. No other field of `from` is given. */
export function viewOf<S extends z.ZodRawShape, M extends Partial<z.output<z.ZodObject<S>>>>(
  schema: z.ZodObject<S>,
  from: Omit<z.output<z.ZodObject<S>>, keyof M>,
  more: M,
): z.output<z.ZodObject<S>> {
  const [stored, made]: Readonly<Record<string, unknown>>[] = [from, more];
  const view = { ...blankOf(schema) };
  for (const name in view) view[name] = made && name in made ? made[name] : stored?.[name];
  return view as z.output<z.ZodObject<S>>;
}
