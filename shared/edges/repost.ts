import { statedByPlatform } from "./evidence/platform.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

export const repost = {
  type: "repost",
  detect: ({ document, repostOf }: RelateInput): EdgeFinding[] => (repostOf ? [statedByPlatform(document.id, "repost", repostOf.id)] : []),
} satisfies EdgeKind;
