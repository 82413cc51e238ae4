/** The two scripts of Chinese. What Whence knows of the language is written in simplified characters; texts come in both. */

import script from "./simplified.json" with { type: "json" };

const { pairs } = script;
const SIMPLIFIED = new Map(Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i] ?? "", pairs[2 * i + 1] ?? ""]));
/** The traditional forms of a simplified character, where they differ from it. */
const TRADITIONAL = new Map<string, string>();
for (const [traditional, simple] of SIMPLIFIED) TRADITIONAL.set(simple, (TRADITIONAL.get(simple) ?? "") + traditional);

/** A text in simplified characters: as long as before, each character in its place. */
export const simplified = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replace(/\p{Script=Han}/gu, (char) => SIMPLIFIED.get(char) ?? char) : text;

/** The source of a pattern of simplified characters, such that it matches words in either script: 证实 becomes [证證]实, and so on. */
export function inBothScripts(source: string): string {
  let isInClass = false;
  return source.replace(/\\.|\p{Script=Han}-\p{Script=Han}|[[\]]|\p{Script=Han}/gu, (part) => {
    if (part === "[" || part === "]") isInClass = part === "[";
    const forms = TRADITIONAL.get(part);
    if (!forms) return part;
    return isInClass ? part + forms : `[${part}${forms}]`;
  });
}
