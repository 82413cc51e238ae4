/** What reading knows of each language, one file a language. To add one: write the file, add it here. */
import { en } from "./cues.en.ts";

export interface Cues {
  /** Verbs of saying, thinking and showing by the complements with which they attribute. */
  verbs: [string, string][];
  irregular: Record<string, string>;
  adjectives: string;
  nouns: string;
  roles: string;
  titles: string;
  anonymous: string;
  organisations: string;
  outlets: string;
  companyWords: string;
  hedges: string;
  weakHedges: string;
  certain: string;
  rumourNouns: string;
  rumourPlurals: string;
  people: string;
  platforms: [string, string][];
  places: string;
  languages: [string, string][];
  began: string;
  spread: string;
  rumourCarriers: string;
}

export const cues: Record<string, Cues> = { en };
