import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

export const repost = {
  type: "repost",
  label: "reposted from",
  detect: ({ document, repostOf }: RelateInput): EdgeFinding[] =>
    repostOf
      ? [
          {
            childId: document.id,
            parentId: repostOf.id,
            type: "repost",
            basis: "platform",
            confidence: 1,
            evidence: { quote: null, why: "The platform says that it reposts it." },
          },
        ]
      : [],
} satisfies EdgeKind;
