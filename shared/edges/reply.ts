import { namedParent } from "./evidence/named-account.ts";
import { passage } from "./evidence/passage.ts";
import { statedByPlatform } from "./evidence/platform.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Finds the document that a reply answers: the one that the platform states, else the best fitting post of the account that it is addressed to. */
export const reply = {
  type: "reply",
  detect: ({ document, replyTo, named }: RelateInput): EdgeFinding[] => {
    if (replyTo) return [statedByPlatform(document.id, "reply", replyTo.id)];
    return named
      .filter(({ mention }) => mention.how === "answer")
      .flatMap((one): EdgeFinding[] => {
        const found = namedParent(one, document);
        if (!found) return [];
        const { start, end } = one.mention;
        return [
          {
            childId: document.id,
            parentId: found.document.id,
            type: "reply",
            basis: "stated",
            confidence: found.confidence,
            evidence: {
              quote: passage(document.text, start, end),
              why: `It is addressed to ${document.text.slice(start, end)}; of what that account published shortly before, this fits best.`,
            },
          },
        ];
      });
  },
} satisfies EdgeKind;
