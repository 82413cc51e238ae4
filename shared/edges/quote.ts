import { namedParent } from "./evidence/named-account.ts";
import { passage } from "./evidence/passage.ts";
import { statedByPlatform } from "./evidence/platform.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Confidence if the text says whose words they are, but the quoted post is not known. */
const UNKNOWN_POST = 0.5;

/** Finds the quoted document: the one that the platform states, else the post of the account whose words it repeats ("RT @a: …", "//@a: …"). */
export const quote = {
  type: "quote",
  detect: ({ document, quoteOf, repostOf, named }: RelateInput): EdgeFinding[] => {
    if (quoteOf) return [statedByPlatform(document.id, "quote", quoteOf.id)];
    if (repostOf) return [];
    return named
      .filter(({ mention }) => mention.how === "words")
      .map((one): EdgeFinding => {
        const found = namedParent(one, document);
        const { start, end, words } = one.mention;
        const name = document.text.slice(start, end);
        return {
          childId: document.id,
          parentId: found?.document.id ?? null,
          type: "quote",
          basis: "stated",
          confidence: found?.confidence ?? UNKNOWN_POST,
          evidence: {
            quote: passage(document.text, start, words?.end ?? end),
            why: found
              ? `It gives these as the words of ${name}, and they stand in that account's post.`
              : `It gives these as the words of ${name}; the post is not known to us.`,
            ...(!found && { name }),
          },
        };
      });
  },
} satisfies EdgeKind;
