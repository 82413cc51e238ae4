import { alikeInWords, copySource, retoldSource } from "./evidence/near-texts.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { carriedSource } from "./syndication.ts";

/** The same statements in the same order find a text that was partly reworded, not one told wholly in other words: that needs a person. */
export const paraphrase = {
  type: "paraphrase",
  label: "retells",
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
        evidence: { quote: null, why: `A partial text match: ${alikeInWords(source)}.` },
      },
    ];
  },
} satisfies EdgeKind;
