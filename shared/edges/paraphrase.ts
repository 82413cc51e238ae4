import { copySource, retoldSource, similarityInWords } from "./evidence/near-texts.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { carriedSource } from "./syndication.ts";

/** Finds the source of a partly reworded text by the same statements in the same order. A text entirely in other words needs a person. */
export const paraphrase = {
  type: "paraphrase",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near } = input;
    if (copySource(near, document) || carriedSource(input)) return [];
    const source = retoldSource(near, document);
    if (!source) return [];
    return [
      {
        childId: document.id,
        parentId: source.document.id,
        type: "paraphrase",
        basis: "similarity",
        confidence: source.confidence,
        evidence: { quote: null, why: `A partial text match: ${similarityInWords(source)}.` },
      },
    ];
  },
} satisfies EdgeKind;
