import { edgesToNamed } from "./evidence/named-account.ts";
import { statedByPlatform } from "./evidence/platform.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Finds the quoted document: the one that the platform states, else the post of the account whose words it repeats ("RT @a: …", "//@a: …"). */
export const quote = {
  type: "quote",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, quoteOf, repostOf } = input;
    if (quoteOf) return [statedByPlatform(document.id, "quote", quoteOf.id)];
    if (repostOf) return [];
    return edgesToNamed(input, "quote", "words", {
      known: (name) => `It gives these as the words of ${name}, and they stand in that account's post.`,
      unknown: (name) => `It gives these as the words of ${name}; the post is not known to us.`,
    });
  },
} satisfies EdgeKind;
