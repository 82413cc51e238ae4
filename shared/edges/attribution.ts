import { namedParent } from "../graph/named.ts";
import { passage, quoteOfSpan } from "../graph/passage.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";
import { rendersReported } from "./translation.ts";

/** It prints the words of what it tells of. */
const QUOTED = 0.9;
const TOLD = 0.75;
/** Evidence that a text points to is a source of the text, less surely of the claim. */
const EVIDENCE = 0.6;
/** "It spread to X": that the post on X comes from the first is said, by which hops is not. */
const HOPS_UNKNOWN = 0.4;

export const attribution = {
  type: "attribution",
  label: "says it got it from",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, reading, reportedIds } = input;
    const reported = reading?.reported ?? [];
    const out: EdgeFinding[] = [];
    reported.forEach((told, index) => {
      const id = reportedIds[index];
      if (id === undefined) return;
      const quote = quoteOfSpan(document.text, told.told);
      const edge = (childId: string, parentId: string, confidence: number, why: string) =>
        out.push({ childId, parentId, type: "attribution", basis: "stated", confidence, evidence: { quote, why } });
      const parentId = told.parent === null ? undefined : reportedIds[told.parent];
      if (told.parent !== null) {
        // Every parent leads to a root, or the text tells a circle and no order can be had from it.
        if (parentId !== undefined && leadsToRoot(reported, index))
          edge(id, parentId, HOPS_UNKNOWN, "The text says that it came from there; by which hops is not known.");
        return;
      }
      if (rendersReported(input, index)) return;
      const why = told.translated ? "It says so, and gives its words in translation." : "It says so.";
      edge(document.id, id, told.role === "evidence" ? EVIDENCE : told.quote ? QUOTED : TOLD, told.quote ? why : "It says so.");
    });
    return [...out, ...credits(input)];
  },
} satisfies EdgeKind;

/** That it has it from an account is said; by which post is not. */
const UNKNOWN = 0.5;

/** Accounts that a post names as those it has it from: "via @a". */
function credits({ document, named }: RelateInput): EdgeFinding[] {
  return named
    .filter(({ mention }) => mention.how === "credit")
    .map((one): EdgeFinding => {
      const found = namedParent(one, document);
      const { start, end } = one.mention;
      const name = document.text.slice(start, end);
      return {
        childId: document.id,
        parentId: found?.document.id ?? null,
        type: "attribution",
        basis: "stated",
        confidence: found?.confidence ?? UNKNOWN,
        evidence: {
          quote: passage(document.text, start, end),
          why: found
            ? `It gives ${name} as its source; of what that account published shortly before, this fits best.`
            : `It gives ${name} as its source; the post is not known to us.`,
        },
      };
    });
}

function leadsToRoot(reported: readonly { parent: number | null }[], from: number): boolean {
  const seen = new Set<number>();
  for (let at: number | null = from; at !== null; at = reported[at]?.parent ?? null) {
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return true;
}
