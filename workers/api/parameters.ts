/** Query parameters that several routes share. */
import * as z from "zod";
import { instantAsked, timeAsked } from "../../shared/model/time.ts";

/** The parameter `limit` of a list. */
export const Limit = (max: number, normal: number) => z.coerce.number().int().min(1).max(max).default(normal);
export const Cursor = z.string().max(200).optional();

/** The schema of an optional instant, which `read` parses; in ms, null if it is not given. */
const instantBy = (read: (value: string) => number | null | undefined) =>
  z
    .string()
    .max(40)
    .optional()
    .transform((value, c) => {
      if (value === undefined) return null;
      const ms = read(value);
      if (ms !== null && ms !== undefined) return ms;
      c.issues.push({ code: "custom", input: value, message: "must be an RFC 3339 date-time with zone, or a date" });
      return z.NEVER;
    });
/** An instant of the past. */
export const AsOf = instantBy(instantAsked);
/** One end of a period: a date means its start or its end. */
export const Bound = (end: "earliest" | "latest") => instantBy((value) => timeAsked(value)?.[end]);
export const Since = Bound("earliest").describe("At this time or later: RFC 3339 with zone, or a date, which means its start");
