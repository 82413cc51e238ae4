/** Annotated documents of rumours: the stance of an article as a whole, with its headline, towards the claim that it takes up. */
import { readdirSync, readFileSync } from "node:fs";
import { evaluation } from "../support/evaluation.ts";

export interface RumourDocument {
  rumour: string;
  claim: string;
  title: string;
  text: string;
  /** support, deny, query or report; null for a document that only touches the topic. */
  stance: string | null;
  /** Further stances that the annotator notes as acceptable. */
  accepted: string[];
}
interface Rumour {
  id: string;
  claim: string;
  unsure?: string[];
  documents: { ref: string; title?: string; text: string; about: boolean; stance?: string; unsure?: string[] }[];
}

/** The documents of the rumours of a split: train, dev or lang. */
export function rumourDocuments(split: string): RumourDocument[] {
  const folder = evaluation(`data/rumours/${split}`);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const { id, claim, documents, unsure = [] } = JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Rumour;
      const stances = unsure.filter((line) => /\b(?:stance|defensible|acceptable)\b/.test(line));
      return documents.map(({ ref, title = "", text, about, stance = "report" }) => ({
        rumour: id,
        claim,
        title,
        text,
        stance: about ? stance : null,
        accepted: stances.filter((line) => line.includes(ref)).flatMap((line) => line.match(/\b(?:support|report|query|deny)\b/g) ?? []),
      }));
    });
}

/** What is the same in two copies of a text. */
export const textKey = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .slice(0, 300);
