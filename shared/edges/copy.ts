import { alikeInWords, copySource } from "./evidence/near-texts.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { isSyndicated } from "./syndication.ts";

/** What is left when it names another account as the author of its words: two that repeat one post are alike, too. */
const SIBLING = 0.5;

export const copy = {
  type: "copy",
  label: "copy of",
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
        confidence: source.confidence * (other ? SIBLING : 1),
        evidence: { quote: null, why: `A text match: ${alikeInWords(source)}${both}.` },
      },
    ];
  },
} satisfies EdgeKind;
