import { english, patternOf } from "../lang/index.ts";
import { namesIn } from "../read/gates/names.ts";
import { isKnownOutlet } from "../read/parties/known-outlets.ts";
import { fold } from "../text/fold.ts";
import { hostOf } from "../url.ts";
import { copySource, retoldSource, type Source, similarityInWords } from "./evidence/near-texts.ts";
import { passage } from "./evidence/passage.ts";
import { isSiteOf, squeezed } from "./evidence/source-credit.ts";
import type { EdgeFinding, EdgeKind, Neighbour, RelateInput } from "./kind.ts";

const CONFIDENCE = {
  /** The credit names the agency, not the dispatch. */
  credited: 0.8,
  /** "This article first appeared in", with a link there. */
  linked: 0.9,
  /** "This article first appeared in", without a link. */
  stated: 0.7,
  /** The credit, and a text match with the agency's own site. */
  agencyText: 0.9,
  /** The only observed report of the publisher that a feed names; there may be others. */
  onlyReport: 0.6,
  /** The page names another site's page as its original. */
  canonical: 0.9,
};
/** "First published in", which a newspaper says about the article itself. A claim that "first appeared in a post" does not count. */
const REPUBLISHED = patternOf(({ sources }) => sources?.republished);
const NOTE_WINDOW = 1_500;
/** Words that may be between such a note and a name. */
const ARTICLE = new RegExp(`^(?:${english.grammar.naming.the} )?$`, "iu");
/** The name that directly follows the words of a note; that of a known outlet in small letters, too. */
function publisherIn(text: string, at: number): string | null {
  const rest = text.slice(at, at + 80).replace(/^\s+/u, "");
  const [first] = namesIn(rest);
  if (first && ARTICLE.test(rest.slice(0, first.start))) return first.name.split(/(?<=\p{Alpha}{4})\.\s/u)[0] ?? null;
  const line = /^[^\n.,;:()]+/u.exec(rest)?.[0].trim() ?? "";
  return isKnownOutlet(line) ? line : null;
}

/** Whether two documents have one publisher. The host of a platform does not count, because all its users share it. */
function samePublisher(a: Neighbour, b: Neighbour): boolean {
  if (a.platform !== null || b.platform !== null) return false;
  const host = hostOf(a.url);
  return (
    (a.family !== null && a.family === b.family) ||
    (host !== null && host === hostOf(b.url)) ||
    (a.authorId !== null && a.authorId === b.authorId)
  );
}

/** Whether a document's site is that of the credited agency: "Reuters" and reuters.com. */
function isAgency(document: Neighbour, credit: string): boolean {
  const name = squeezed(credit);
  const site = squeezed(hostOf(document.url)?.split(".").at(-2) ?? "");
  return (
    name.length > 1 &&
    site.length > 1 &&
    (name === site || (Math.min(name.length, site.length) > 2 && (name.startsWith(site) || site.startsWith(name))))
  );
}
const sameCredit = (a: Neighbour, b: Neighbour) =>
  a.wireCredit !== null && b.wireCredit !== null && fold(a.wireCredit) === fold(b.wireCredit);

/** Whether a site says that it carries what the other published: a feed's <source>, which names the publisher. */
function carries({ family, url }: Neighbour, other: Neighbour): boolean {
  if (family === null || other.platform !== null || hostOf(url) === hostOf(other.url) || family === hostOf(url)) return false;
  return family === other.family || (!family.includes(".") && isSiteOf(family, other.url));
}
/** The text of which this one is a teaser, if the teaser's publisher is named. */
export const carriedSource = ({ document, near }: RelateInput) =>
  retoldSource(
    near.filter(({ document: other }) => carries(document, other)),
    document,
  );

/** The only observed report of the publisher that a feed names; null if there is none, or several. */
function reportOf({ document, reports }: RelateInput): string | null {
  const own = ({ family, url }: Neighbour) => family === hostOf(url);
  const ids = new Set(reports.filter((other) => own(other) && carries(document, other)).map(({ id }) => id));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** Whether a wire service or a shared publisher, rather than copying, explains a text match. */
export function isSyndicated({ document }: RelateInput, source: Source): boolean {
  const { document: other } = source;
  return document.wireCredit !== null || other.wireCredit !== null || samePublisher(document, other) || carries(document, other);
}

/** The page of another site that this one names as its original, in its head or under its text. */
function original({ document, linked, reading }: RelateInput): EdgeFinding[] {
  const tailAt = Math.max(0, document.text.length - NOTE_WINDOW);
  const atHead = REPUBLISHED.exec(document.text.slice(0, NOTE_WINDOW));
  const cue = atHead ?? REPUBLISHED.exec(document.text.slice(tailAt));
  const at = (cue?.index ?? 0) + (atHead ? 0 : tailAt);
  const quote = cue ? passage(document.text, at, at + cue[0].length) : null;
  const edge = (parent: Neighbour | null, basis: EdgeFinding["basis"], confidence: number, why: string): EdgeFinding => ({
    childId: document.id,
    parentId: parent?.id ?? null,
    type: "syndication",
    basis,
    confidence,
    evidence: { quote, why },
  });
  const stated = reading?.document.original ?? null;
  const foreign = linked.find(({ link }) => stated !== null && link.start === null && link.url === stated);
  if (foreign)
    return [edge(foreign.document, "link", CONFIDENCE.canonical, `Its page names ${hostOf(stated)} as the address of the original.`)];
  if (!cue) return [];
  const near = linked.find(({ link }) => link.start !== null && link.start >= at && link.start <= at + cue[0].length + 120);
  if (near) return [edge(near.document, "stated", CONFIDENCE.linked, "It says that it was first published there.")];
  if (document.wireCredit !== null) return [];
  const name = publisherIn(document.text, at + (cue?.[0].length ?? 0));
  // An outlet that names itself carries nobody.
  if (name !== null && isSiteOf(name, document.url)) return [];
  if (name === null)
    return [edge(null, "stated", CONFIDENCE.stated, "It says that it was first published elsewhere; where is not known to us.")];
  const found = edge(null, "stated", CONFIDENCE.stated, `It says that it was first published by ${name}; that page is not known to us.`);
  return [{ ...found, evidence: { ...found.evidence, name } }];
}

/** Finds the text of a wire service or of another outlet of the publisher that it carries. */
export const syndication = {
  type: "syndication",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near } = input;
    const named = document.wireCredit?.trim() || null;
    // On its own site an agency credits itself.
    const credit = named && !isAgency(document, named) ? named : null;
    const edge = (parentId: string | null, basis: EdgeFinding["basis"], confidence: number, why: string): EdgeFinding => {
      const at = credit ? document.text.indexOf(credit) : -1;
      const quote = credit && at >= 0 ? passage(document.text, at, at + credit.length) : null;
      return { childId: document.id, parentId, type: "syndication", basis, confidence, evidence: { quote, why } };
    };
    const out: EdgeFinding[] = original(input);
    const alike = credit ? near.filter(({ document: other }) => isAgency(other, credit)) : [];
    const agency = copySource(alike, document);
    const source = agency ?? copySource(near, document) ?? carriedSource(input);
    if (credit && agency)
      out.push(edge(agency.document.id, "stated", CONFIDENCE.agencyText, `It credits ${credit}, and ${similarityInWords(agency)}.`));
    else if (credit) {
      const found = edge(null, "stated", CONFIDENCE.credited, `It credits ${credit}; the dispatch itself is not known to us.`);
      out.push({ ...found, evidence: { ...found.evidence, name: credit } });
    }
    if (source && !agency && isSyndicated(input, source)) {
      const shared = sameCredit(document, source.document);
      let why = "both may come from one dispatch";
      if (samePublisher(document, source.document) || carries(document, source.document)) why = "both are of one publisher";
      else if (shared) why = `both credit ${credit}, and may come from one dispatch`;
      out.push(edge(source.document.id, "similarity", source.confidence, `A text match: ${similarityInWords(source)}; ${why}.`));
    }
    const report = reportOf(input);
    if (report && report !== source?.document.id)
      out.push(
        edge(
          report,
          "stated",
          CONFIDENCE.onlyReport,
          "A feed says whose it is; this is the one report of theirs on the claim that we hold.",
        ),
      );
    return out;
  },
} satisfies EdgeKind;
