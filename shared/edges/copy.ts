import { copySource, similarityInWords } from "./evidence/near-texts.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { isSyndicated } from "./syndication.ts";

/** Factor on the confidence if the child credits another account with its words: two posts that repeat a third one are similar too. */
const SIBLING_FACTOR = 0.5;

/** Finds the earlier document with the same or nearly the same text, unless it is syndicated. */
export const copy = {
  type: "copy",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near } = input;
    const source = copySource(near, document);
    if (!source || isSyndicated(input, source)) return [];
    const other = input.named.find(({ mention, candidates }) => {
      return mention.how === "words" && !candidates.some(({ document: one }) => one.id === source.document.id);
    });
    const both = other ? `; both may have it from ${document.text.slice(other.mention.start, other.mention.end)}` : "";
    return [
      {
        childId: document.id,
        parentId: source.document.id,
        type: "copy",
        basis: "similarity",
        confidence: source.confidence * (other ? SIBLING_FACTOR : 1),
        evidence: { quote: null, why: `A text match: ${similarityInWords(source)}${both}.` },
      },
    ];
  },
} satisfies EdgeKind;
