import { statedByPlatform } from "./evidence/platform.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Finds the document that it reposts, as the platform states. */
export const repost = {
  type: "repost",
  detect: ({ document, repostOf }: RelateInput): EdgeFinding[] => (repostOf ? [statedByPlatform(document.id, "repost", repostOf.id)] : []),
} satisfies EdgeKind;
