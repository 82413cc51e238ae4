import type { Messages } from "./general/messages.ts";

/**
 * Words with their own quotation marks as a language has them inside others: “the ‘safe’ bridge”. A quotation of which only a part is shown has both
 * marks there, too: “He said: ‘It is …’”.
 */
export function nested(text: string, { openQuote, innerQuotes: [open, close] }: Messages): string {
  const isPaired = text.split('"').length % 2 === 1;
  let inside = false;
  let isFirst = true;
  let lead = "";
  const shown = text.replace(/["“”„«»]/g, (mark, at: number) => {
    const before = text[at - 1] ?? " ";
    const after = text[at + 1] ?? " ";
    const isBeforeWord = /[\p{L}\p{N}]/u.test(after);
    const isInches = mark === '"' && /\d/.test(before) && !isBeforeWord && !(inside && isPaired);
    if (isInches || (/[«»]/.test(mark) && openQuote !== "«")) return mark;
    // In German “ closes what „ has opened; ” never opens. A paragraph of a longer quotation opens without closing.
    const isOpening = /\s/.test(before) && isBeforeWord && mark !== "”";
    const isClosing = mark === "”" || (!/[\s(]/.test(before) && !isBeforeWord);
    const isLone = inside ? isOpening : isClosing && !isFirst;
    if (!inside && isClosing && isFirst) lead = open;
    isFirst = false;
    if (isLone) return "";
    inside = !inside && !isClosing;
    return inside ? open : close;
  });
  return `${lead}${shown}${inside ? close : ""}`;
}

/** Words in a language's quotation marks, as plain text. */
export function quote(text: string, m: Messages): string {
  return `${m.openQuote}${nested(text, m)}${m.closeQuote}`;
}
