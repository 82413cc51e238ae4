/** The caller of a request, and what they may do. */

import type { Scope } from "../model/scope.ts";
import type { Role } from "./person.ts";

export interface Caller {
  /** The actor in events: `person:ID`, `key:ID`, or `key:ID/OWNER` if the key has an owner. */
  by: string;
  scopes: readonly Scope[];
  /** The person who is signed in, or the owner of the key. */
  person: { id: string; name: string; role: Role } | null;
  /** The id of the key, if the request has one. */
  key: string | null;
  /** The id of the session, if the request has one. */
  session: string | null;
}

/** Whether a caller has a scope; `admin` includes all. */
export function may(caller: Caller | null, scope: Scope): boolean {
  return !!caller && (caller.scopes.includes(scope) || caller.scopes.includes("admin"));
}
