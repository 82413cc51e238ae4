import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";

export const quote = {
  type: "quote",
  label: "quotes",
  detect: ({ document, quoteOf }: RelateInput): EdgeFinding[] =>
    quoteOf
      ? [
          {
            childId: document.id,
            parentId: quoteOf.id,
            type: "quote",
            basis: "platform",
            confidence: 1,
            evidence: { quote: null, why: "The platform says that it quotes it." },
          },
        ]
      : [],
} satisfies EdgeKind;
