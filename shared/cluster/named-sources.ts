/**
 * Sources that documents name and that we do not hold: "according to CNN" gives the node CNN, one for a name and claim, whoever names it. Each
 * document has a few names that may be its source, of which a model chooses (source-model.ts). All is derived from the rows each time, so a source
 * disappears with the last document that names it.
 */

import { append, sumOf } from "../collections.ts";
import { isOfOutlet, isOwnShortName } from "../edges/evidence/source-credit.ts";
import { english } from "../lang/index.ts";
import { mayBeNamed } from "../model/edge.ts";
import { personBeside } from "../model/party.ts";
import { READER } from "../model/sighting.ts";
import { range } from "../model/time.ts";
import { kindOfName } from "../read/parties/name-kinds.ts";
import { SAME_WORDS } from "../timeline/earliest.ts";
import { byText, byTime, orderOf } from "../timeline/order.ts";
import type { ParentView, SightingView } from "../timeline/views.ts";
import { shownHost } from "../url.ts";
import {
  IN_LOWER_CASE,
  isDescription,
  isSameSource,
  type Mention,
  type Naming,
  ONE_OUTLET,
  type Source,
  sourcesOf,
} from "./same-source.ts";
import {
  featuresOf,
  isFaint,
  leastProbability,
  logOdds,
  mayBeShown,
  mayBeSource,
  probabilityByAll,
  sourceProbability,
} from "./source-model.ts";

const GROUP = new RegExp(`^(?:${english.sourceCues.group})$`, "u");
/** Whether a name describes one outlet without naming it ("Korean newspaper"). It is not shown beside a likelier source, and comes behind a named one. */
const isDescribed = (name: string): boolean => ONE_OUTLET.test(name) && GROUP.test(name);

/** The name of a parent without a document. */
const nameOf = (parent: ParentView | null) => (parent && parent.documentId === null ? parent.label : null);
/** The name of the publisher whose text a document says it carries. */
const carriedName = ({ parent }: SightingView) => (parent?.type === "syndication" ? nameOf(parent) : null);
/** The names other than its own outlet. Persons in a release are left out: its spokeswoman speaks for it and is no source. */
const namesOf = ({ kind, url, sources = [] }: SightingView) =>
  sources.filter(({ own, name }) => !own && !isOwnShortName(name, url) && !(kind === "press_release" && kindOfName(name) === "person"));
/** Whether a sighting has the words of a held document, and therefore also the names in it. */
const hasSameWords = ({ parent }: SightingView) => parent?.documentId != null && SAME_WORDS.has(parent.type);
/** The names of possible sources of a sighting's document. */
function namingOf(sighting: SightingView): Naming[] {
  const { documentId, parent } = sighting;
  const sources = namesOf(sighting);
  if (hasSameWords(sighting)) return [];
  const name = nameOf(parent);
  const denies = sighting.stance === "deny";
  const credited = parent && name ? [{ name, confidence: parent.confidence, credited: true, quote: "" }] : [];
  if (sources.length)
    return [{ documentId, denies, names: carriedName(sighting) || name?.startsWith("@") ? [...credited, ...sources] : sources }];
  return credited.length ? [{ documentId, denies, names: credited }] : [];
}

/** A possible source of a document. `passingOn`: how many documents that do not deny the claim go back to it, as a sum of probabilities. */
interface Choice {
  source: Source;
  probability: number;
  passingOn: number;
  isCreditLine: boolean;
}
/**
 * The order of the sources of a document: one that is only described comes last. If the document denies the claim, whom others pass it on from comes
 * before an outlet that carried the denial, unless a line of credit names that.
 */
const byRank = (a: Choice, b: Choice, denies: boolean): number =>
  Number(isDescribed(a.source.name)) - Number(isDescribed(b.source.name)) ||
  (denies ? Number(b.isCreditLine) - Number(a.isCreditLine) || oddsInDenial(b) - oddsInDenial(a) : 0);
const oddsInDenial = ({ probability, passingOn }: Choice): number => logOdds(probability) + Math.log(0.3 + passingOn);
/** Maximum number of named sources that are shown for one document. */
const MAX_OF_DOCUMENT = 3;

/** The id of a source as a document's parent; null for a held report. What is only described is a node of its own for each document. */
const idFor = ({ id, name }: Pick<Source, "id" | "name">, { documentId }: SightingView) =>
  id !== null && isDescription(name) ? `${id}-${documentId}` : id;
/** The node of a name among the sources of a document. */
function parentOf(name: string, choices: readonly Choice[]): Pick<ParentView, "documentId" | "label"> {
  const known = choices.find(({ source }) => isSameSource(source.name, name))?.source;
  return known ? { documentId: known.id, label: known.name } : { documentId: null, label: name };
}

/**
 * A sighting with the likeliest sources that its document names. The likeliest becomes its parent if none is known, and the others stand beside
 * it. `reports`: held reports of outlets; `reported`: ids of documents that are known only from others.
 */
function withSource(
  sighting: SightingView,
  choices: readonly Choice[],
  { reports, reported }: { reports: readonly SightingView[]; reported: ReadonlySet<string> },
): SightingView {
  const [best] = choices;
  if (!best || sighting.role === "respond" || hasSameWords(sighting)) return sighting;
  if (!namesOf(sighting).length)
    return sighting.parent
      ? { ...sighting, parent: { ...sighting.parent, documentId: idFor(best.source, sighting), label: best.source.name } }
      : sighting;
  const carried = carriedName(sighting);
  const isUnknown = !sighting.parent || (nameOf(sighting.parent) !== null && carried === null);
  const likely = choices
    .filter(
      ({ source, source: { name }, probability }) =>
        probability >= leastProbability(source) &&
        mayBeShown(source) &&
        !(carried && isSameSource(name, carried)) &&
        !isOfOutlet(name, sighting),
    )
    .filter(({ source: { name } }, i) => i === 0 || !isDescribed(name))
    .slice(0, MAX_OF_DOCUMENT)
    .sort((a, b) => byRank(a, b, sighting.stance === "deny"));
  const named = sighting.parent && nameOf(sighting.parent);
  const parents = likely.map(
    ({ source: { id, name }, probability }): ParentView => ({
      documentId: idFor({ id, name }, sighting) ?? reportMeant(name, sighting, reports),
      label: name,
      // A post may quote an account of which no post is held.
      type: sighting.parent && named && isSameSource(name, named) ? sighting.parent.type : "attribution",
      basis: "stated",
      confidence: Math.round(probability * 1000) / 1000,
    }),
  );
  const own = sighting.parent && carried ? { ...sighting.parent, ...parentOf(carried, choices) } : sighting.parent;
  // The likeliest source that a text names precedes a post that the text reports, and a held report of an outlet that the text names too.
  const isStated = sighting.parent?.type === "attribution" && sighting.parent.basis === "stated";
  const isLess =
    sighting.parent?.documentId != null &&
    (reported.has(sighting.parent.documentId) || (isStated && isReport(sighting.parent.documentId, reports)));
  const stated = isLess ? [...parents, own] : [own, ...parents];
  const [first = null, ...beside] = isUnknown ? parents : stated;
  const known = new Set([sighting.documentId, first?.documentId, ...sighting.otherParents.map((one) => one.documentId)]);
  const others = beside.filter((one) => one?.documentId != null && !known.has(one.documentId)).map((one) => one as ParentView);
  return { ...sighting, parent: first, otherParents: [...sighting.otherParents, ...others] };
}

/** The documents of a claim that the name of their outlet may mean, in the order of time. Denials and fact-checks of the claim are left out. */
function reportsOf(sightings: readonly SightingView[]): SightingView[] {
  const own = sightings.filter((s) => s.seen === "observed" && s.url !== null && s.role !== "respond");
  const starting = own.filter((s) => s.stance !== "deny" && s.kind !== "fact_check");
  return [...new Map(starting.map((s) => [s.documentId, s])).values()].sort(byTime);
}
const isReport = (documentId: string, reports: readonly SightingView[]) => reports.some((one) => one.documentId === documentId);
/**
 * The report of an outlet that a document means: the first that is not later than the document. It must be the only one, or known to be earlier
 * than the document or than the outlet's second one, and the document no short one. Else null.
 */
function reportMeant(name: string, of: SightingView, reports: readonly SightingView[]): string | null {
  const isBefore = (one: SightingView, other: SightingView) => orderOf(one.published, other.published).endsWith("before");
  const [first, second] = reports.filter(
    (one) => isOfOutlet(name, one) && one.documentId !== of.documentId && orderOf(one.published, of.published) !== "after",
  );
  if (!first || !second) return first?.documentId ?? null;
  // A short text may mean any of several.
  const isShort = of.sources?.some(({ short }) => short) ?? false;
  return !isShort && (isBefore(first, of) || isBefore(first, second)) ? first.documentId : null;
}

/** Maximum number of named sources that may be shown as first: those that most documents go back to. */
const MAX_SOURCES = 3;
/** A name that many documents have, but none with this probability as its source, is mostly a place or a bystander. */
const MIN_IN_ONE = 0.12;
/**
 * Minimum number of documents (a sum of probabilities) that go back to a source which may have been first. Of 23 sources below it that were shown
 * as first, 3 were right; the others were a court, a law, or a person whom the first report quotes.
 */
const MIN_FOLLOWED = 0.75;

interface WithSources {
  /** The sightings, each with its likeliest named source as its parent if one is likely enough. */
  sightings: SightingView[];
  /** A reported sighting for each source that most documents go back to. The earliest document that names it is its reporting document. */
  sources: SightingView[];
  /** By id of a named source (or of its held report): how many documents go back to it, as a sum of probabilities. */
  support: Map<string, number>;
}

/** Sightings of a claim with the sources that their documents name. */
export function withNamedSources(sightings: readonly SightingView[], claim: string): WithSources {
  const byDocument = new Map([...sightings].sort(byTime).map((s) => [s.documentId, s]));
  // If several documents print one text, its sources count once, by the earliest document.
  const byNames = Map.groupBy([...byDocument.values()].flatMap(namingOf), ({ documentId, names }) =>
    JSON.stringify([byDocument.get(documentId)?.textId ?? documentId, ...names.map(({ name }) => name)]),
  );
  const namings = [...byNames.values()].flatMap(([first]) => first ?? []);
  const namerOf = new Map([...byNames.values()].flatMap((alike) => alike.map((one) => [one.documentId, alike[0]?.documentId])));
  if (!namings.length) return { sightings: [...sightings], sources: [], support: new Map() };
  const reports = reportsOf(sightings);
  // "A daily newspaper", all in lower case, is no outlet's name.
  const isHeld = (name: string) => !IN_LOWER_CASE.test(name) && reports.some((one) => isOfOutlet(name, one));
  // "CNN reported on Monday": what a document tells of an outlet without an address is that outlet as a source.
  const told = sightings.filter(({ seen, role, url, platform }) => seen === "reported" && role !== "respond" && !url && !platform);
  // "Il Corriere", where another document names Il Corriere della Valle, of which a report is held.
  const sources = sourcesOf(namings, claim).map((one) => {
    const held = [one.name, ...one.mentions.map(({ name }) => name)].find(isHeld);
    if (held !== undefined) return { ...one, name: held, id: null };
    return { ...one, id: told.find(({ author }) => author !== null && isSameSource(author, one.name))?.documentId ?? one.id };
  });
  const features = featuresOf(sources, new Set(sightings.map((s) => s.documentId)).size);
  const reported = new Set(sightings.flatMap((s) => (s.seen === "reported" ? [s.documentId] : [])));
  /** Whether more than a name says which held document of the claim this one has it from. Then its names stand beside. */
  const isLed = (documentId: string): boolean => {
    const parent = byDocument.get(documentId)?.parent;
    if (!parent?.documentId || !byDocument.has(parent.documentId) || reported.has(parent.documentId)) return false;
    return mayBeNamed(parent) || parent.basis === "similarity";
  };
  /** The id of the held report of an outlet that a document names; null for none. */
  const reportNamed = (name: string, documentId: string): string | null => {
    const namer = byDocument.get(documentId);
    const report = namer ? reportMeant(name, namer, reports) : null;
    // A document that also links to the report counts once, by its link.
    return namer?.parent?.documentId === report && namer?.parent?.type !== "attribution" ? null : report;
  };
  const chosen = new Map<string, Choice[]>();
  const support = new Map<string, number>();
  for (const source of sources) {
    const byAllOf = (mention: Mention) => (mayBeSource(source, mention) ? probabilityByAll(features.get(mention) ?? []) : 0);
    const passingOn = sumOf(
      source.mentions.filter(({ denies }) => !denies),
      (mention) => byAllOf(mention),
    );
    for (const mention of source.mentions) {
      const byAll = byAllOf(mention);
      const id = source.id ?? reportNamed(source.name, mention.documentId);
      // A line of credit names who informed this document, not who was first.
      if (id !== null && (id !== source.id || !(isFaint(mention) || isLed(mention.documentId))))
        support.set(id, (support.get(id) ?? 0) + byAll);
      const choice = { source, probability: sourceProbability(mention, byAll), passingOn, isCreditLine: mention.creditLine ?? false };
      append(chosen, mention.documentId, choice);
    }
  }
  for (const choices of chosen.values()) choices.sort((a, b) => b.probability - a.probability || byText(a.source.name, b.source.name));
  const linked = sightings.map((s) => withSource(s, chosen.get(namerOf.get(s.documentId) ?? "") ?? [], { reports, reported }));
  const likely = new Set([...chosen.values()].flat().flatMap(({ source, probability }) => (probability >= MIN_IN_ONE ? [source] : [])));
  const nameable = sources.filter((one) => likely.has(one) && !isPersonBeside(one, claim) && !isDescription(one.name));
  return { sightings: linked, sources: leading(nameable, support, linked), support };
}

/**
 * Whether a source is a person whom the claim does not name: at least half of its mentions take it for a person, and none for an outlet or an
 * organisation. The page's head shows the first source of a claim, and nobody has read the sentences yet.
 */
const isPersonBeside = ({ name, mentions }: Source, claim: string): boolean =>
  mentions.filter(({ person }) => person).length * 2 >= mentions.length &&
  !mentions.some(({ body }) => body) &&
  personBeside({ kind: "person", name }, claim) !== null;

/** Sightings of the sources that most documents go back to. */
function leading(sources: readonly Source[], support: ReadonlyMap<string, number>, sightings: readonly SightingView[]): SightingView[] {
  const weight = ({ id }: Source) => support.get(id ?? "") ?? 0;
  // A document that an answer was read from names its source all the same.
  const said = sightings.filter(({ role }) => role !== "respond").sort(byTime);
  const byDocument = new Map(said.map((s) => [s.documentId, s]));
  return sources
    .filter((source) => source.id !== null && !byDocument.has(source.id) && weight(source) >= MIN_FOLLOWED)
    .sort((a, b) => weight(b) - weight(a) || byText(a.name, b.name))
    .slice(0, MAX_SOURCES)
    .flatMap(({ id, name, mentions }) => {
      const [namer] = mentions.flatMap(({ documentId }) => byDocument.get(documentId) ?? []).sort(byTime);
      return id !== null && namer ? [sourceOf(id, name, namer)] : [];
    });
}

function sourceOf(id: string, name: string, namer: SightingView): SightingView {
  return {
    ...namer,
    id,
    documentId: id,
    at: namer.at - 1,
    role: "report",
    stance: "observe",
    certainty: "unstated",
    hedges: [],
    quote: null,
    attributedTo: null,
    score: null,
    // A person who reviewed the naming document did not review the words of the source itself.
    state: "suggested",
    method: READER,
    tellsResponse: false,
    seen: "reported",
    seenAt: null,
    published: range(null, namer.published.latest, "text"),
    kind: "other",
    platform: null,
    place: null,
    url: null,
    title: null,
    excerpt: null,
    author: name,
    translated: false,
    toldBy: { documentId: namer.documentId, label: namer.author ?? shownHost(namer.url) ?? "" },
    told: null,
    parent: null,
    accountId: null,
    family: null,
    textId: null,
    wireCredit: null,
    availability: null,
    otherParents: [],
  };
}
