import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";

export const reply = {
  type: "reply",
  label: "answers",
  detect: ({ document, replyTo }: RelateInput): EdgeFinding[] =>
    replyTo
      ? [
          {
            childId: document.id,
            parentId: replyTo.id,
            type: "reply",
            basis: "platform",
            confidence: 1,
            evidence: { quote: null, why: "The platform says that it answers it." },
          },
        ]
      : [],
} satisfies EdgeKind;
