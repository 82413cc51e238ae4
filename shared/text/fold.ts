/** Invisible characters, which evade matching: dropped in comparisons, kept in what is stored. */
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** Plain English text has nothing to fold but its case and its spaces. */
const ASCII = /^[\t-\r\x20-\x7e]*$/;
/** A text without accents and other marks over its letters, in letters that may be parts of those before (NFD). */
export const withoutAccents = (text: string): string => (ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, ""));

/** Space that is not one blank. */
const SPACE = /\s{2,}|[^\S ]/gu;
/** A text as it is compared: NFKC, lower case, no invisible characters, one space between words. */
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
