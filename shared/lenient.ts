/** Of what others send, parts that we can do without. */
import * as z from "zod/mini";

/** As `schema` has it; null where it does not fit. (`z.catch` would bring all of zod's helpers into the Worker: 2 KiB by gzip.) */
export const lenient = <T extends z.ZodMiniType>(schema: T) => z.union([z.nullish(schema), z.transform(() => null)]);
