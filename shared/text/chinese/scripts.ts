/** The two scripts of Chinese. All word lists are in simplified characters; texts come in both. */

import { hasHan } from "./characters.ts";
import script from "./simplified.json" with { type: "json" };

/**
 * The simplified form of each traditional character that has one: the commoner ones of OpenCC's TSCharacters (Apache-2.0), those of level 1 of Big5 and
 * of GB 2312, and of its level 2 those of names and news. A traditional character is kept as its distance from the one before, "#" for none.
 */
const SIMPLIFIED = new Map<string, string>();
let code = 0;
for (let i = 0; i < script.steps.length; i++) {
  code += script.steps.charCodeAt(i) - 35;
  SIMPLIFIED.set(String.fromCharCode(code), script.simplified[i] ?? "");
}
/** The traditional forms of a simplified character, if they differ from it. */
const TRADITIONAL = new Map<string, string>();
for (const [traditional, simple] of SIMPLIFIED) TRADITIONAL.set(simple, (TRADITIONAL.get(simple) ?? "") + traditional);

/** A text in simplified characters. Length and offsets stay the same. */
export const simplified = (text: string): string =>
  hasHan(text) ? text.replace(/\p{Script=Han}/gu, (char) => SIMPLIFIED.get(char) ?? char) : text;

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
