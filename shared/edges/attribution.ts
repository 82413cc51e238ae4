import type { Reading } from "../model/reading.ts";
import { namedParent } from "./evidence/named-account.ts";
import { passage, quoteOfSpan } from "./evidence/passage.ts";
import { creditsOf, isSiteOf, outletIn } from "./evidence/source-credit.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { showsReported } from "./screenshot.ts";
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
      const quote = quoteOfSpan(document.text, told.passage);
      const edge = (childId: string, parentId: string, confidence: number, why: string) =>
        out.push({ childId, parentId, type: "attribution", basis: "stated", confidence, evidence: { quote, why } });
      const parentId = told.parent === null ? undefined : reportedIds[told.parent];
      if (told.parent !== null) {
        // Every parent leads to a root, or the text tells a circle and no order can be had from it.
        if (parentId !== undefined && leadsToRoot(reported, index))
          edge(id, parentId, HOPS_UNKNOWN, "The text says that it came from there; by which hops is not known.");
        return;
      }
      if (rendersReported(input, index) || showsReported(input, index)) return;
      const why = told.translated ? "It says so, and gives its words in translation." : "It says so.";
      edge(document.id, id, told.role === "evidence" ? EVIDENCE : told.quote ? QUOTED : TOLD, told.quote ? why : "It says so.");
    });
    const credited = credits(input);
    // What is told of is a node; that somebody else had it first, in general, says less.
    const toParent = out.some((one) => one.childId === document.id) || credited.length > 0;
    return [...out, ...credited, ...(toParent || reported.length ? [] : outlets(input))];
  },
} satisfies EdgeKind;

/** That it has it from an account is said; by which post is not. */
const UNKNOWN = 0.5;

/** An outlet or a post is named as the source of the story; the one that is meant is not known to us. */
const OUTLET = 0.55;
const DESCRIBED = 0.45;
/** It is the one report of that outlet on the claim that we hold; there may be others. */
const REPORT = 0.6;

/** The first source that a text names or describes. */
export const sourceNamed = (text: string, reading: Reading | null) => creditsOf(text)[0] ?? outletIn(text, reading?.statements ?? []);

/** The first source that the text names, unless it links there too: then the link says which page. */
function outlets({ document, linked, reading, reports }: RelateInput): EdgeFinding[] {
  const first = sourceNamed(document.text, reading);
  if (!first) return [];
  const { start, end, name } = first;
  // Of itself it says nothing of a source.
  if (name !== null && (isSiteOf(name, document.url) || linked.some(({ document: other }) => isSiteOf(name, other.url)))) return [];
  const theirs = name === null ? [] : reports.filter(({ id, url }) => id !== document.id && isSiteOf(name, url));
  const [found] = new Set(theirs.map(({ id }) => id)).size === 1 ? theirs : [];
  const why = name
    ? `It names ${name} as its source; ${found ? "this is the one report of theirs on the claim that we hold" : "the report itself is not known to us"}.`
    : "It says where it has it from; the post itself is not known to us.";
  return [
    {
      childId: document.id,
      parentId: found?.id ?? null,
      type: "attribution",
      basis: "stated",
      confidence: found ? REPORT : name ? OUTLET : DESCRIBED,
      evidence: { quote: passage(document.text, start, end), why },
    },
  ];
}

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
