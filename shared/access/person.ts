/** People who work with an instance, and what their roles allow. */

import * as z from "zod";
import { text } from "../model/fields.ts";
import { idPattern } from "../model/id.ts";
import type { Scope } from "../model/scope.ts";

export const Role = z.enum(["reader", "reporter", "reviewer", "admin"]);
export type Role = z.infer<typeof Role>;

/**
 * The scopes of each role: a reader sees private claims, a reporter adds documents, a reviewer decides, an admin manages people, keys and sources.
 */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  reader: ["read"],
  reporter: ["read", "ingest"],
  reviewer: ["read", "ingest", "review"],
  admin: ["read", "ingest", "review", "admin"],
};

export const PersonId = z.string().regex(idPattern("p"), { error: "is not the id of a person" });
export const PersonName = text(100).trim().min(1).describe("The name that history shows");
/** The schema of a mail address; addresses are compared without case. */
export const Email = text(200)
  .trim()
  .toLowerCase()
  .regex(/^[^\s@<>()",:;\\]+@[^\s@<>()",:;\\]+\.[^\s@<>()",:;\\.]+$/, { error: "must be an e-mail address" });
