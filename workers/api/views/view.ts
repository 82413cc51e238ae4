/** Answers out of stored values. */
import type * as z from "zod";

/** The fields that a schema names, each from `more`, else from the field of that name in `from`. No other field of `from` gets out. */
export function viewOf<S extends z.ZodRawShape, M extends Partial<z.output<z.ZodObject<S>>>>(
  schema: z.ZodObject<S>,
  from: Omit<z.output<z.ZodObject<S>>, keyof M>,
  more: M,
): z.output<z.ZodObject<S>> {
  const values: Record<string, unknown> = { ...from, ...more };
  return Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (name in values ? [[name, values[name]]] : []))) as z.output<
    z.ZodObject<S>
  >;
}
