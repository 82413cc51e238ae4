/** Passages of a text. */
import * as z from "zod";

/** A passage: UTF-16 offsets into the text that it was found in. */
export const Span = z.object({ text: z.string(), start: z.int(), end: z.int() });
/** W3C Web Annotation TextQuoteSelector. */
export const Quote = z.object({
  exact: z.string(),
  prefix: z.string().describe("What stands before it, up to 32 characters; … for words that readers may not see yet"),
  suffix: z.string().describe("What stands behind it, likewise"),
  refersTo: z
    .string()
    .optional()
    .describe(
      "Of words that point back (“for the same reason”): the sentence that stands directly before them, as written. Suggested by rule",
    ),
});

export type Span = z.infer<typeof Span>;
export type Quote = z.infer<typeof Quote>;
