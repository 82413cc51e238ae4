import type { Span } from "../model/quote.ts";

/** The passage `[start, end)` of a text, with its UTF-16 offsets. */
export const spanOf = (text: string, start: number, end: number): Span => ({ text: text.slice(start, end), start, end });
