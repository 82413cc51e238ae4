/** Who looks at a page, and what they may do there. */
import type { Scope } from "../../../shared/model/scope.ts";

export interface Viewer {
  /** The id of the key; null for a reader, and for everybody on a developer's machine. */
  key: string | null;
  /** A developer's machine: no key is needed. */
  open: boolean;
  may(scope: Scope): boolean;
}
export const READER: Viewer = { key: null, open: false, may: () => false };
