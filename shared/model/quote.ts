/** Passages of a text. */
import * as z from "zod";

/** A passage: UTF-16 offsets into the text that it was found in. */
export const Span = z.object({ text: z.string(), start: z.int(), end: z.int() });
/** W3C Web Annotation TextQuoteSelector. */
export const Quote = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });

export type Span = z.infer<typeof Span>;
export type Quote = z.infer<typeof Quote>;
