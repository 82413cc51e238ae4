/** Looks up attribution verbs by any of their forms. */
import { english } from "../../lang/index.ts";

export interface VerbForm {
  lemma: string;
  form: "base" | "s" | "past" | "ing";
  /** One letter for each complement with which the verb attributes, and its prepositions: see lang/en.ts. */
  frames: string;
  prepositions: ReadonlySet<string>;
}

/** The regular forms of an English verb. */
function forms(lemma: string): [string, VerbForm["form"]][] {
  const doubled = /^(?:quip|admit|slam|dub|refer)$/.test(lemma);
  const stem = doubled ? lemma + lemma.slice(-1) : lemma.replace(/e$/, "");
  const y = /[^aeiou]y$/.test(lemma);
  const root = y ? lemma.slice(0, -1) : "";
  return [
    [lemma, "base"],
    [y ? `${root}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, "s"],
    [y ? `${root}ied` : `${stem}ed`, "past"],
    [/ee$/.test(lemma) ? `${lemma}ing` : `${stem}ing`, "ing"],
  ];
}

function build(): Map<string, VerbForm> {
  const byLemma = new Map<string, { letters: Set<string>; prepositions: Set<string> }>();
  for (const [frames, lemmas] of english.grammar.verbs) {
    const parts = frames.split(" ");
    const letters = /^[qtwcib]+$/.test(parts[0] ?? "") && !["at", "to", "by"].includes(parts[0] ?? "") ? (parts.shift() ?? "") : "";
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
  for (const [text, lemma] of Object.entries(english.grammar.irregular)) add(text, lemma, "past");
  for (const lemma of byLemma.keys()) for (const [text, form] of forms(lemma)) add(text, lemma, form);
  return out;
}
const table = build();

/** The attribution verb for a folded word form, or null. */
export function verbForm(word: string): VerbForm | null {
  return table.get(word) ?? null;
}
