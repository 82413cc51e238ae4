/** Similarity of a text to languages of Latin script by trigram ranks (Cavnar and Trenkle 1994), with franc-min's profiles. */
import { francAll } from "franc-min";

/** ISO 639-3 codes of the recognised languages, as franc-min has them, and their BCP 47 tags. Close pairs (Croatian and Bosnian) cannot be told apart. */
const TAGS: Record<string, string> = {
  eng: "en",
  spa: "es",
  por: "pt",
  fra: "fr",
  deu: "de",
  ita: "it",
  nld: "nl",
  pol: "pl",
  ces: "cs",
  swe: "sv",
  ron: "ro",
  hun: "hu",
  tur: "tr",
  vie: "vi",
  ind: "id",
  uzn: "uz",
  tgl: "tl",
  swh: "sw",
  hau: "ha",
  yor: "yo",
  ibo: "ig",
  som: "so",
  hrv: "hr",
  azj: "az",
};
const CODES = Object.keys(TAGS);

/** The languages that have a profile, as BCP 47 tags. */
export const trigramLanguages: readonly string[] = Object.values(TAGS);

/** Each of these languages with its likeness to a text from 0 to 1, the likeliest first; none for a text whose letters are mostly of another script. */
export function byTrigrams(text: string): [lang: string, likeness: number][] {
  return francAll(text, { only: CODES, minLength: 1 }).flatMap(([code, likeness]): [string, number][] => {
    const tag = TAGS[code];
    return tag ? [[tag, likeness]] : [];
  });
}
