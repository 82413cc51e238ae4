import type { Span } from "../model/quote.ts";

const FITS_A_BYTE = /^[\0-\xff]*$/;
/**
 * The same text, in a string with one byte a letter if all letters fit. The engine uses two bytes a letter for every part of a text that has one
 * curly quote anywhere, and patterns of letters in all scripts then take twice the time.
 */
export const narrow = (text: string): string => (FITS_A_BYTE.test(text) ? (JSON.parse(JSON.stringify(text)) as string) : text);

/** The passage `[start, end)` of a text, with its UTF-16 offsets. */
export const spanOf = (text: string, start: number, end: number): Span => ({ text: narrow(text.slice(start, end)), start, end });

/** UTF-16 offsets in a text. */
export interface Range {
  start: number;
  end: number;
}
/** The order of ranges in a text. If two begin together, the longer comes first. */
export const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;
/** Whether two ranges overlap. Ranges that only touch do not. */
export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
/** Whether an offset is in a range. The end is not part of it. */
export const holds = ({ start, end }: Range, at: number): boolean => start <= at && at < end;
