/** The kinds of response, one file each. To add one: write the file, add it here. */
import type { Stance } from "../model/model.ts";
import { apology } from "./apology.ts";
import { clarification } from "./clarification.ts";
import { confirmation } from "./confirmation.ts";
import { correction } from "./correction.ts";
import { denial } from "./denial.ts";
import { explanation } from "./explanation.ts";
import { investigation } from "./investigation.ts";
import { label } from "./label.ts";
import { no_comment } from "./no_comment.ts";
import { partial_confirmation } from "./partial_confirmation.ts";
import { retraction } from "./retraction.ts";
import { right_of_reply } from "./right_of_reply.ts";
import { takedown } from "./takedown.ts";

export interface ResponseKind {
  /** The name in code, SQL and API; the file's name too. */
  name: string;
  /** For people: "Denial". */
  label: string;
  /** What the actor does, third person: "denies it". */
  verb: string;
  /** What it says of the claim. */
  stance: Stance;
  /** Kinds that it replaces when one passage shows both: a denial with an explanation is a denial. */
  outranks: string[];
  /** Words that show it, by language (BCP 47 primary tag), as sources of regular expressions without flags, whose parentheses capture nothing; matched whole-word, case-insensitive. */
  cues: Record<string, string[]>;
}

const kinds = {
  denial,
  confirmation,
  partial_confirmation,
  explanation,
  clarification,
  correction,
  retraction,
  apology,
  no_comment,
  label,
  takedown,
  investigation,
  right_of_reply,
} satisfies Record<string, ResponseKind>;
export type ResponseName = keyof typeof kinds;
export const responseTypes: Record<string, ResponseKind> = kinds;
