/** What a type of response is. */
import type { Stance } from "../model/sighting.ts";

export interface ResponseKind {
  /** The name in code, SQL and API; the file's name too. */
  name: string;
  /** For people: "Denial". */
  label: string;
  /** What the actor does, "denied it": the past has one form for one and many. */
  verb: string;
  /** What it says of the claim. */
  stance: Stance;
  /** Kinds that it replaces when one passage shows both: a denial with an explanation is a denial. */
  outranks: string[];
}
