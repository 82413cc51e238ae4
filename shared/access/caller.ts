/** Who sends a request, and what they may do. */

import type { Scope } from "../model/scope.ts";
import type { Role } from "./person.ts";

export interface Caller {
  /** As events tell it: `person:ID`, `key:ID`, or `key:ID/OWNER` with the person whose key it is. */
  by: string;
  scopes: readonly Scope[];
  /** Who signed in, or the owner of the key. */
  person: { id: string; name: string; role: Role } | null;
  /** The id of the key, if it is by one. */
  key: string | null;
  /** The id of the session, if it is by one. */
  session: string | null;
}

/** Whether a caller has a scope; `admin` includes all. */
export function may(caller: Caller | null, scope: Scope): boolean {
  return !!caller && (caller.scopes.includes(scope) || caller.scopes.includes("admin"));
}
