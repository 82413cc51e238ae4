/** Characters of Chinese, Japanese and Korean. */

/** Insides of classes of characters: Chinese and Japanese, which have no spaces between words; Korean too. */
export const HAN_AND_KANA = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
export const CJK = `${HAN_AND_KANA}\\p{Script=Hangul}`;
/** Their punctuation, and the forms of other signs that are as wide as their letters. */
export const FULL_WIDTH = "\\u3000-\\u303f\\uff00-\\uffef";

const HAN = /\p{Script=Han}/u;
/** Whether a text has a Chinese character. */
export const hasHan = (text: string): boolean => HAN.test(text);
