import { alikeInWords, COPY, type Source, sourceOf } from "../graph/near.ts";
import { passage } from "../graph/passage.ts";
import { fold } from "../text.ts";
import { hostOf } from "../url.ts";
import type { EdgeFinding, EdgeKind, Neighbour, RelateInput } from "./index.ts";

/** A stated credit names the agency, not the dispatch. */
const CREDITED = 0.8;
/** A text match with the agency's own site. */
const AGENCY = 0.9;

/** Hosts of one publisher; a platform's host is shared by all its users and says nothing. */
function samePublisher(a: Neighbour, b: Neighbour): boolean {
  if (a.platform !== null || b.platform !== null) return false;
  const host = hostOf(a.url);
  return (host !== null && host === hostOf(b.url)) || (a.authorId !== null && a.authorId === b.authorId);
}

/** Whether a document's site is that of the credited agency: "Reuters" and reuters.com. */
function isAgency(document: Neighbour, credit: string): boolean {
  const host = hostOf(document.url);
  const name = fold(credit).replace(/[^\p{L}\p{N}]/gu, "");
  const site = host?.split(".").at(-2) ?? "";
  return name.length > 2 && site.length > 2 && (name === site || name.startsWith(site) || site.startsWith(name));
}

/** Whether a text match is explained by a wire or by one publisher, rather than by copying. */
export function isSyndicated({ document }: RelateInput, source: Source): boolean {
  return document.wireCredit !== null || samePublisher(document, source.document);
}

export const syndication = {
  type: "syndication",
  label: "carried from",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near } = input;
    const credit = document.wireCredit?.trim() || null;
    const edge = (parentId: string | null, basis: EdgeFinding["basis"], confidence: number, why: string): EdgeFinding => {
      const at = credit ? document.text.indexOf(credit) : -1;
      const quote = credit && at >= 0 ? passage(document.text, at, at + credit.length) : null;
      return { childId: document.id, parentId, type: "syndication", basis, confidence, evidence: { quote, why } };
    };
    const out: EdgeFinding[] = [];
    const alike = credit ? near.filter(({ document: other }) => isAgency(other, credit)) : [];
    const agency = sourceOf(alike, document, COPY, Number.POSITIVE_INFINITY);
    const source = agency ?? sourceOf(near, document, COPY, Number.POSITIVE_INFINITY);
    if (credit && agency) out.push(edge(agency.document.id, "stated", AGENCY, `It credits ${credit}, and ${alikeInWords(agency)}.`));
    else if (credit) out.push(edge(null, "stated", CREDITED, `It credits ${credit}; the dispatch itself is not known to us.`));
    if (source && !agency && isSyndicated(input, source)) {
      const why = credit ? "both may come from one dispatch" : "both stand on one publisher's site";
      out.push(edge(source.document.id, "similarity", source.confidence, `A text match: ${alikeInWords(source)}; ${why}.`));
    }
    return out;
  },
} satisfies EdgeKind;
