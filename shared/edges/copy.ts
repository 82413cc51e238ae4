import { alikeInWords, COPY, sourceOf } from "../graph/near.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";
import { isSyndicated } from "./syndication.ts";

export const copy = {
  type: "copy",
  label: "copy of",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near } = input;
    const source = sourceOf(near, document, COPY, Number.POSITIVE_INFINITY);
    if (!source || isSyndicated(input, source)) return [];
    return [
      {
        childId: document.id,
        parentId: source.document.id,
        type: "copy",
        basis: "similarity",
        confidence: source.confidence,
        evidence: { quote: null, why: `A text match: ${alikeInWords(source)}.` },
      },
    ];
  },
} satisfies EdgeKind;
