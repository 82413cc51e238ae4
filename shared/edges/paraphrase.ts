import { alikeInWords, COPY, REWORDED, sourceOf } from "../graph/near.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";

/** Shared wording finds a text that was partly reworded, not one told wholly in other words: that needs a person. */
export const paraphrase = {
  type: "paraphrase",
  label: "retells",
  detect: ({ document, near }: RelateInput): EdgeFinding[] => {
    if (sourceOf(near, document, COPY, Number.POSITIVE_INFINITY)) return [];
    const source = sourceOf(near, document, REWORDED, COPY);
    if (!source) return [];
    return [
      {
        childId: document.id,
        parentId: source.document.id,
        type: "paraphrase",
        basis: "similarity",
        confidence: source.confidence,
        evidence: { quote: null, why: `A partial text match: ${alikeInWords(source)}.` },
      },
    ];
  },
} satisfies EdgeKind;
