/** The viewer of a page, and what they may do there. */
import type { Caller } from "../../../shared/access/caller.ts";
import type { Scope } from "../../../shared/model/scope.ts";

export interface Viewer {
  /** In the form of events: `person:ID`, `key:ID/OWNER`. Null for a reader, and for somebody on a developer's machine who is not signed in. */
  by: string | null;
  /** The person who signed in, or the owner of the given key. */
  person: Caller["person"];
  /** The id of the session. */
  session: string | null;
  /** A developer's machine, where everybody may do everything without signing in. */
  open: boolean;
  may(scope: Scope): boolean;
}
/** A reader who is not signed in. */
export const ANONYMOUS: Viewer = { by: null, person: null, session: null, open: false, may: () => false };
