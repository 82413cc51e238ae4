import type { Messages } from "./general/messages.ts";

/** Words with their own quotation marks as a language has them inside others: “the ‘safe’ bridge”. */
export function nested(text: string, { openQuote, innerQuotes: [open, close] }: Messages): string {
  // An odd mark means inches, or the other one is cut off.
  const paired = text.split('"').length % 2 === 1;
  let inside = false;
  return text.replace(/["“”„«»]/g, (mark) => {
    if (mark === '"' ? !paired : /[«»]/.test(mark) && openQuote !== "«") return mark;
    // In German “ closes what „ has opened; ” never opens.
    inside = !inside && mark !== "”";
    return inside ? open : close;
  });
}

/** Words in a language's quotation marks, as plain text. */
export function quote(text: string, m: Messages): string {
  return `${m.openQuote}${nested(text, m)}${m.closeQuote}`;
}
