/** Invisible characters, which evade matching: dropped in comparisons, kept in stored text. */
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** Plain English text needs folding of case and spaces only. */
const ASCII = /^[\t-\r\x20-\x7e]*$/;
/** A text without accents and other marks. Other letters may be decomposed (NFD). */
export const withoutAccents = (text: string): string => (ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, ""));

/** Whitespace that is not a single blank. */
const SPACE = /\s{2,}|[^\S ]/gu;
/** A text in the form for comparison: NFKC, lower case, no invisible characters, one space between words. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.replace(SPACE, " ").toLowerCase().trim();
  return text
    .normalize("NFKC")
    .replace(SPACE, " ")
    .replace(IGNORABLE, (char) => (char === "\n" || char === "\t" ? " " : ""))
    .toLowerCase()
    .replace(/[‘’\u02bc]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .trim();
}
