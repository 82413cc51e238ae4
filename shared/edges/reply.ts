import { edgesToNamed } from "./evidence/named-account.ts";
import { statedByPlatform } from "./evidence/platform.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Finds the document that a reply answers: the one that the platform states, else the best fitting post of the account that it is addressed to. */
export const reply = {
  type: "reply",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, replyTo } = input;
    if (replyTo) return [statedByPlatform(document.id, "reply", replyTo.id)];
    return edgesToNamed(input, "reply", "answer", {
      known: (name) => `It is addressed to ${name}; of what that account published shortly before, this fits best.`,
      unknown: null,
    });
  },
} satisfies EdgeKind;
