/** A party by its whole name, as its text has it in any place. */
import type { Party } from "../../model/party.ts";
import { oncePerObject } from "../../text/once-per.ts";
import { nameWords } from "../../timeline/party-names.ts";
import type { TextAnalysis } from "../analysis.ts";
import { namesIn } from "../gates/names.ts";
import { withoutTitle } from "./full-name.ts";
import { runningNames } from "./name-shapes.ts";
import { kindOfName, mayBePerson } from "./party.ts";

const isFull = (name: string) => name.includes(" ") && kindOfName(name) === "person";
/** The persons whom a text names in full, without their titles. */
const personsOf = oncePerObject(({ text, sentences }: TextAnalysis): string[] =>
  namesIn(runningNames({ text, sentences }).prose)
    .map(({ name }) => withoutTitle(name) ?? name)
    .filter(isFull),
);
/** The words of a last name, without the article of an Arabic one. */
const lastOf = (name: string) => nameWords(name.replace(/^.*\s/u, "").replace(/^[Aa]l-/u, "")).join(" ");

/** "Al-Momani" is Mohammed al-Momani where the text names just one person so. */
function personCalled(analysis: TextAnalysis, name: string): string | null {
  const last = lastOf(name);
  const such = personsOf(analysis).filter((full) => lastOf(full) === last);
  const [one, ...others] = [...new Set(such.map((full) => nameWords(full).join(" ")))];
  return one && !others.length ? (such[0] ?? null) : null;
}
/** A party with the whole of its name and none but its name: a last name alone is the person's whom the text names so in full. */
export function wholeParty(analysis: TextAnalysis, party: Party): Party {
  if (party.name === null) return party;
  const name = party.name.replace(/(?<=\p{L})['’]s?$/u, "");
  if (!name.includes(" ")) {
    const full = mayBePerson(name) ? personCalled(analysis, name) : null;
    return full ? { ...party, kind: "person", name: full } : { ...party, name };
  }
  if (party.kind !== "person") return { ...party, name };
  const own = withoutTitle(name) ?? name;
  const before = name.slice(0, name.length - own.length).trim();
  return { ...party, kind: "person", name: own, description: party.description ?? (before || null) };
}
