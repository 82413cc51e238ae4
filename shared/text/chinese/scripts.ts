/** The two scripts of Chinese. All word lists are in simplified characters; texts come in both. */

import script from "./simplified.json" with { type: "json" };

const { pairs } = script;
const SIMPLIFIED = new Map(Array.from({ length: pairs.length / 2 }, (_, i) => [pairs[2 * i] ?? "", pairs[2 * i + 1] ?? ""]));
/** The traditional forms of a simplified character, if they differ from it. */
const TRADITIONAL = new Map<string, string>();
for (const [traditional, simple] of SIMPLIFIED) TRADITIONAL.set(simple, (TRADITIONAL.get(simple) ?? "") + traditional);

/** A text in simplified characters. Length and offsets stay the same. */
export const simplified = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replace(/\p{Script=Han}/gu, (char) => SIMPLIFIED.get(char) ?? char) : text;

/** Makes a pattern of simplified characters match both scripts: 证实 becomes [证證]实, and so on. */
export function inBothScripts(source: string): string {
  let isInClass = false;
  return source.replace(/\\.|\p{Script=Han}-\p{Script=Han}|[[\]]|\p{Script=Han}/gu, (part) => {
    if (part === "[" || part === "]") isInClass = part === "[";
    const forms = TRADITIONAL.get(part);
    if (!forms) return part;
    return isInClass ? part + forms : `[${part}${forms}]`;
  });
}
