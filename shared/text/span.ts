import type { Span } from "../model/quote.ts";

const FITS_A_BYTE = /^[\0-\xff]*$/;
/**
 * The same text, whose letters take a byte each where all fit one. The engine gives every part of a text two bytes a letter once it has one curly
 * quote anywhere, and patterns of letters in all scripts then take twice the time.
 */
export const narrow = (text: string): string => (FITS_A_BYTE.test(text) ? (JSON.parse(JSON.stringify(text)) as string) : text);

/** The passage `[start, end)` of a text, with its UTF-16 offsets. */
export const spanOf = (text: string, start: number, end: number): Span => ({ text: narrow(text.slice(start, end)), start, end });

/** UTF-16 offsets in a text. */
export interface Range {
  start: number;
  end: number;
}
/** The order of ranges in a text; of those that begin together the longest comes first. */
export const byPlace = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;
/** Whether two ranges have a part in common; ranges that only touch have none. */
export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
/** Whether an offset lies in a range, whose end is no part of it. */
export const holds = ({ start, end }: Range, at: number): boolean => start <= at && at < end;
