/**
 * What the annotator of a rumour left open: lines "documents | names | types, cite or stance | note". What is read and agrees with one counts neither
 * for nor against, in a fit as in the scorer (rumours.mjs, from which this is).
 */
import type { Rumour, Words } from "../rumours/data.ts";

const CITE = /\b(?:cit(?:e|ed|ing)|credits?|naming|link)\b/;
type Name = string | null | undefined;

/** The lines that tell of a document, match `key` and hold one of the names. */
function linesOn({ unsure = [] }: Rumour, ref: string, key: RegExp, names: readonly Name[], { plain, sameName }: Words): string[] {
  const given = names.filter((name) => name != null && name !== "") as string[];
  return unsure.filter((line) => {
    const [refs = "", ...parts] = line.split("|");
    const who = parts.length ? (parts[0] ?? "") : line;
    const capitals = who.split(/[,;:()]/).filter((part) => /^\s*\p{Lu}\S{2}/u.test(part));
    const isNamed = (name: string) =>
      ` ${plain(who)} `.includes(` ${plain(name).replace(/^(?:the|an?) /, "")} `) || capitals.some((part) => sameName(part, name));
    return new RegExp(`\\b${ref}\\b`).test(refs) && key.test(parts.length ? parts.slice(0, 2).join("|") : line) && given.some(isNamed);
  });
}

/** Whether it is left open that somebody is the source of a document. */
export const isOpenSource = (rumour: Rumour, ref: string, name: string, w: Words): boolean =>
  linesOn(rumour, ref, CITE, [name], w).length > 0;

/** Whether it is left open that somebody answers the claim in a document with an act of the type. */
export const isOpenAnswer = (rumour: Rumour, ref: string, type: string, names: readonly Name[], w: Words): boolean =>
  linesOn(rumour, ref, new RegExp(`\\b${type.replace("_", "[_ ]")}`), names, w).some(
    (line) => !line.includes("| no:") && !new RegExp(`${type}[^.;|]*\\bwrong`).test(line),
  );
