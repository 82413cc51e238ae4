/** Looks up attribution verbs by any of their forms. */
import { english, groupsOf } from "../../../lang/index.ts";

/** A form of an English verb of attribution. */
export interface VerbForm {
  lemma: string;
  form: "base" | "s" | "past" | "ing";
  /** One letter for each complement with which the verb attributes, and its prepositions: see lang/en.ts. */
  frames: string;
  prepositions: ReadonlySet<string>;
}

/** The forms of an English verb. All include a doubled last letter, which some verbs have: "quipped". */
export function formsOf(lemma: string): [text: string, form: VerbForm["form"]][] {
  const stem = /[^e]e$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  const soft = /[^aeiou]y$/.test(lemma) ? lemma.slice(0, -1) : null;
  const doubled = stem + stem.slice(-1);
  const past = [...(pasts.get(lemma) ?? []), soft ? `${soft}ied` : `${stem.replace(/e$/, "")}ed`, `${doubled}ed`];
  const third = TAKES_ES.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [
    ...past.map((text): [string, VerbForm["form"]] => [text, "past"]),
    [lemma, "base"],
    [soft ? `${soft}ies` : third, "s"],
    [`${stem}ing`, "ing"],
    [`${doubled}ing`, "ing"],
  ];
}
const TAKES_ES = new RegExp(`(?:${english.grammar.beforeEs})$`);
/** The past forms of irregular verbs. */
const pasts = new Map(groupsOf(english.irregularForms).map(([base = "", ...forms]) => [base, forms]));

function build(): Map<string, VerbForm> {
  const byLemma = new Map<string, { letters: Set<string>; prepositions: Set<string> }>();
  for (const [frames, lemmas] of Object.entries(english.grammar.verbs)) {
    const parts = frames.split(" ");
    const letters = /^[qtwcib]+$/.test(parts[0] ?? "") ? (parts.shift() ?? "") : "";
    for (const lemma of lemmas.split(" ")) {
      const known = byLemma.get(lemma) ?? { letters: new Set(), prepositions: new Set() };
      for (const letter of letters) known.letters.add(letter);
      for (const preposition of parts) known.prepositions.add(preposition);
      byLemma.set(lemma, known);
    }
  }
  const out = new Map<string, VerbForm>();
  const add = (text: string, lemma: string, form: VerbForm["form"]) => {
    const known = byLemma.get(lemma);
    if (known && !out.has(text)) out.set(text, { lemma, form, frames: [...known.letters].join(""), prepositions: known.prepositions });
  };
  for (const lemma of byLemma.keys()) for (const [text, form] of formsOf(lemma)) add(text, lemma, form);
  return out;
}
const table = build();

/** The attribution verb for a folded word form, or null. */
export function verbForm(word: string): VerbForm | null {
  return table.get(word) ?? null;
}

/** A pattern for the verbs that may follow their content. */
export const SAYS = new RegExp(
  `(?<!\\p{Alpha})(?:${[...table].flatMap(([word, { frames }]) => (frames.includes("b") ? word : [])).join("|")})(?!\\p{Alpha})`,
  "iu",
);
