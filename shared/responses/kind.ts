/** The contract of a type of response. */
import type { Stance } from "../model/sighting.ts";

export interface ResponseKind {
  /** The name in code, SQL and API, and of the file. */
  name: string;
  /** The label for people: "Denial". */
  label: string;
  /** What the actor does, in the past tense, which is the same in singular and plural: "denied it". */
  verb: string;
  /** The stance of the response towards the claim. */
  stance: Stance;
  /** Types that it replaces if one passage shows both: a denial with an explanation is a denial. */
  outranks: string[];
}
