/**
 * Sources that documents name and that we do not hold: "according to CNN" gives the node CNN, one for a name and claim, whoever names it. Each
 * document has a few names that may be its source. A fitted model decides, with the names in the claim's other documents (source-weights.json,
 * fitted by test/eval/fit-sources.ts). All is derived from the rows each time, so a source disappears with the last document that names it.
 */

import { isOfOutlet } from "../edges/evidence/source-credit.ts";
import { anyLanguage, english } from "../lang/index.ts";
import { logistic, logit } from "../logistic.ts";
import { mayBeNamed } from "../model/edge.ts";
import { NAMED_SOURCE } from "../model/id.ts";
import { personBeside } from "../model/party.ts";
import { READER } from "../model/sighting.ts";
import { range } from "../model/time.ts";
import { MIN_LIKELY } from "../read/gates/sources.ts";
import { fullForm, leavesOut, withoutTitle } from "../read/parties/full-name.ts";
import { kindOfName } from "../read/parties/party.ts";
import { withoutThe } from "../text/outlet-article.ts";
import { SAME_WORDS } from "../timeline/earliest.ts";
import { byText, byTime, orderOf } from "../timeline/order.ts";
import { nameWords, samePhrase } from "../timeline/party-names.ts";
import type { ParentView, SightingView, SourceName } from "../timeline/views.ts";
import { hostOf, shownHost } from "../url.ts";
import weights from "./source-weights.json" with { type: "json" };

/** A voice message that a rumour goes back to is one source, whatever documents call it. */
const VOICE_MESSAGE = new RegExp(`^(?:${anyLanguage(({ sourceCues }) => sourceCues?.voiceMessage)})`, "iu");
/** The words that tell a source's name from others, without initials beside whole words; "KCTV5" as "KCTV 5". */
function wordsOf(name: string): readonly string[] {
  if (VOICE_MESSAGE.test(name)) return ["voice", "message"];
  const plain = name.replace(/\.(?:com|net|org|co\.uk|tv)$/iu, "");
  const words = nameWords(withoutThe(plain).replace(/(?<=\p{L}{3})(?=\p{N})/gu, " "));
  const whole = words.filter((word) => !/^\p{Ll}$/u.test(word));
  return whole.length > 1 ? whole : words;
}
const namedSourceId = (name: string): string => `${NAMED_SOURCE}${wordsOf(name).join("-")}`;
/** The minimum probability of a name that is shown as the source of a document. */
export const MIN_SOURCE: number = weights.threshold;
/** What tells a source from others: its words, and for a name of capitalised words that ends in a person's name, its last two words. */
interface NameKey {
  words: readonly string[];
  person: string | null;
}
function keyOf(name: string): NameKey {
  const words = wordsOf(name);
  const end = /^(?:\p{Lu}\S*\s+)*?(\p{Lu}\S*\s+\p{Lu}[\p{L}’'-]+)$/u.exec(name.replace(/\s\p{Lu}\.(?=\s)/gu, ""))?.[1];
  return { words, person: end && words.length > 1 && kindOfName(end) === "person" ? words.slice(-2).join(" ") : null };
}
/** Whether two names may mean one source: one contains the other or its joined form, or both name one person with different titles. */
export const isSameSource = (one: string, other: string): boolean => sameSource(keyOf(one), keyOf(other));
function sameSource(one: NameKey, other: NameKey): boolean {
  if (one.words.length === 0 || other.words.length === 0) return false;
  if (one.person !== null && one.person === other.person) return true;
  return samePhrase(one.words, other.words) || one.words.join("") === other.words.join("") || leavesOut(one.words, other.words);
}
/** Returns a test whether the claim has a name: all its words, or its last two after a title ("CEO Jane Roe"). */
function subjectIn(claim: string): (words: readonly string[]) => boolean {
  const words = nameWords(claim);
  const [held, phrase] = [new Set(words), ` ${words.join(" ")} `];
  return (own) => own.every((word) => held.has(word)) || (own.length > 2 && phrase.includes(` ${own.slice(-2).join(" ")} `));
}

/** A name in one document. */
interface Mention extends SourceName {
  documentId: string;
  /** Whether the document denies the claim. */
  denies: boolean;
}
/** A source with the documents that name it, each with its likeliest name. */
export interface Source {
  /** The full form of names that contain each other ("the Daily News", "New York Daily News"). */
  name: string;
  mentions: Mention[];
  /** Its id. Null for an outlet with a held report on the claim that does not deny it: each document then means one of its reports. */
  id: string | null;
}
interface Naming {
  documentId: string;
  denies: boolean;
  names: SourceName[];
}

/**
 * The sources of a claim, from the names in its documents; the order of the documents does not matter. Names in the claim itself are left out,
 * because they are its subjects: 26 of 37 such names that were shown on train and dev were no source.
 */
export function sourcesOf(namings: readonly Naming[], claim: string): Source[] {
  const inClaim = subjectIn(claim);
  const isSubject = (name: string, { words }: NameKey) => !name.startsWith("@") && inClaim(words);
  const uses = new Map<string, number>();
  for (const { names } of namings) for (const { name } of names) uses.set(name, (uses.get(name) ?? 0) + 1);
  const sources: (Source & { key: NameKey })[] = [];
  for (const [name] of [...uses].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))) {
    const key = keyOf(name);
    if (key.words.length && !isSubject(name, key) && !sources.some((one) => sameSource(one.key, key)))
      sources.push({ name, key, mentions: [], id: null });
  }
  for (const { documentId, denies, names } of namings)
    for (const one of names) {
      const key = keyOf(one.name);
      if (isSubject(one.name, key)) continue;
      const source = sources.find((other) => sameSource(other.key, key));
      const known = source?.mentions.find((mention) => mention.documentId === documentId);
      if (!known) source?.mentions.push({ documentId, denies, ...one });
      else if (one.confidence > known.confidence) Object.assign(known, one);
    }
  for (const source of sources) {
    const forms = new Map<string, number>();
    for (const mention of source.mentions) {
      // "the Gazette": an article in lower case is the text's, not the name's.
      const name = withoutTitle(mention.name) ?? (/^\p{Ll}/u.test(mention.name) ? withoutThe(mention.name) : mention.name);
      forms.set(name, (forms.get(name) ?? 0) + 1);
    }
    source.name = fullForm(forms);
    source.id = namedSourceId(source.name);
  }
  return sources;
}

/** The features of a name in a document; the names are keys of source-weights.json. */
export const FEATURES = [
  "own",
  "likeliest",
  "bestBeside",
  "sumBeside",
  "rank",
  "others",
  "meanOther",
  "bestOther",
  "secondOther",
  "namers",
  "documents",
  "first",
  "topThree",
  "share",
  "ofFirst",
  "leadsElsewhere",
  "person",
  "personOwn",
  "site",
  "outlet",
  "account",
  "initials",
  "held",
  "words",
  "deniesParty",
  "deniedParty",
  "strongest",
  "ownToo",
] as const;
const logOdds = (p: number) => logit(p, 0.001);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** For a source, only this many documents count, those that name it most plainly. */
const STRONGEST = 3;
const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);

/** The features of each mention of a source, in the order of FEATURES. `documents`: the number of documents of the claim. */
export function featuresOf(sources: readonly Source[], documents: number): Map<Mention, number[]> {
  const weightOf = (source: Source) => sum(source.mentions.map(({ confidence }) => confidence));
  const ranked = descending(sources.map(weightOf));
  const [first = 1, , third = 0] = ranked;
  const ofDocument = new Map<string, number[]>();
  for (const { mentions } of sources)
    for (const { documentId, confidence } of mentions) ofDocument.set(documentId, [...(ofDocument.get(documentId) ?? []), confidence]);
  const others = Math.max(1, documents - 1);
  const flag = (is: boolean) => (is ? 1 : 0);
  const features = new Map<Mention, number[]>();
  for (const source of sources) {
    const weight = weightOf(source);
    for (const mention of source.mentions) {
      const { confidence, name, documentId } = mention;
      const elsewhere = source.mentions.filter((one) => one !== mention);
      const other = descending(elsewhere.map((one) => one.confidence));
      const inDocument = descending(ofDocument.get(documentId) ?? []);
      const rank = inDocument.indexOf(confidence);
      const beside = inDocument.filter((_, i) => i !== rank);
      const own = logOdds(confidence);
      const kind = kindOfName(name);
      const isPerson = flag(kind === "person");
      // A party that speaks in a denial of the claim, and is no medium, mostly denies it.
      const isMedium = kind === "outlet" || kind === "account" || /\.\p{Ll}{2,}$/u.test(name) || /^\p{Ll}/u.test(name);
      features.set(mention, [
        own,
        flag(rank === 0),
        logOdds(beside[0] ?? 0.02),
        sum(beside),
        rank,
        Math.log(0.05 + sum(other)),
        sum(other) / others,
        Math.max(0.02, other[0] ?? 0),
        other[1] ?? 0,
        other.length / others,
        documents / 17,
        flag(weight === first),
        flag(weight >= third),
        weight / (sum(ranked) || 1),
        weight / (first || 1),
        flag(elsewhere.some((one) => one.confidence === Math.max(...(ofDocument.get(one.documentId) ?? [])))),
        isPerson,
        isPerson * own,
        flag(/\.\p{Ll}{2,}$/u.test(name)),
        flag(kind === "outlet"),
        flag(name.startsWith("@")),
        flag(/^\p{Lu}{2,6}\d*$/u.test(name)),
        flag(source.id === null),
        name.split(" ").length,
        flag(mention.denies && !isMedium),
        (flag(!isMedium) * source.mentions.filter(({ denies }) => denies).length) / source.mentions.length,
        Math.log(0.05 + sum(descending([confidence, ...other]).slice(0, STRONGEST))),
        other.length > 0 ? own : 0,
      ]);
    }
  }
  return features;
}

/** Minimum probability, by its document alone, of a name that no other document has. */
const MIN_ALONE = 0.2;
/** Whether a short text names it and does not credit it. */
const isFaint = ({ short, credited, creditLine }: SourceName): boolean => short === true && !credited && creditLine !== true;
/** Whether a name may be a source: another document has it too, or its own document is not too unsure; a report of the outlet is held. */
export const mayBeSource = ({ mentions, id }: Source, { confidence, credited, creditLine }: SourceName): boolean =>
  (mentions.length > 1 && mentions.some((one) => !isFaint(one))) ||
  id === null ||
  credited ||
  creditLine === true ||
  confidence >= MIN_ALONE;
/** The name of a platform, or a word for a platform that is not named. */
const PLATFORM = new RegExp(
  `^(?:${anyLanguage(({ sourceCues }) => sourceCues?.platform)}|${anyLanguage(({ sourceCues }) => sourceCues?.platformKinds)})$`,
  "iu",
);
/**
 * Minimum probability of a platform that is shown as a source. A platform is where something was posted, and seldom the source itself. Of those
 * above it 9 of 12 are annotated as sources on train, of those below 1 of 27.
 */
const MIN_PLATFORM = 0.6;
/** Minimum probability, by all documents of the claim, of a source that is shown for a document. */
export const leastProbability = ({ name }: Source): number => (PLATFORM.test(name) ? MIN_PLATFORM : MIN_SOURCE);
/** Whether a source may be shown for a document. A name that only one document has must be credited or likely by that document. */
export const mayBeShown = ({ mentions: [one, ...others], id }: Source): boolean =>
  others.length > 0 || id === null || (one !== undefined && (one.credited || one.creditLine === true || one.confidence >= MIN_LIKELY));

/**
 * Minimum probability of a name in a line of credit ("via Daily Globe"), whatever the other documents name. Of 35 such names on train 22 are
 * annotated and 11 left open; of 15 on dev 11 and 2. The models were fitted with open ones as no source.
 */
const CREDITED = 0.6;
/** The probability that a document has its story from a name: that of the model over all documents, and at least `CREDITED` for a line of credit. */
export const sourceProbability = ({ creditLine }: SourceName, byAll: number): number => Math.max(creditLine ? CREDITED : 0, byAll);

const ONE_OUTLET = new RegExp(` (?:${english.sourceCues.oneOutlet})$`, "u");
const GROUP = new RegExp(`^(?:${english.sourceCues.group})$`, "u");
/** Whether a name describes one outlet without naming it ("Korean newspaper"). It is not shown beside a likelier source, and comes behind a named one. */
const isDescribed = (name: string): boolean => ONE_OUTLET.test(name) && GROUP.test(name);

/** The name of a parent without a document. */
const nameOf = (parent: ParentView | null) => (parent && parent.documentId === null ? parent.label : null);
/** The name of the publisher whose text a document says it carries. */
const carriedName = ({ parent }: SightingView) => (parent?.type === "syndication" ? nameOf(parent) : null);
/** Minimum length of the last word of an outlet's name, in letters, by which the outlet is recognised. */
const MIN_SHORT = 5;
/** Whether a name is how the document's own outlet calls itself: "told the Gazette" in the Mendip Levels Gazette, whose address ends so. */
function isOwnShort(name: string, url: string | null): boolean {
  const word = /^(\p{Lu}\p{Ll}+)$/u.exec(withoutThe(name))?.[1]?.toLowerCase() ?? "";
  const labels = (hostOf(url)?.split(".") ?? []).slice(0, -1);
  return word.length >= MIN_SHORT && labels.some((label) => label.endsWith(word));
}
/** The names other than its own outlet. Persons in a release are left out: its spokeswoman speaks for it and is no source. */
const namesOf = ({ kind, url, sources = [] }: SightingView) =>
  sources.filter(({ own, name }) => !own && !isOwnShort(name, url) && !(kind === "press_release" && kindOfName(name) === "person"));
/** Whether a sighting has the words of a held document, and therefore also the names in it. */
const hasSameWords = ({ parent }: SightingView) => parent?.documentId != null && SAME_WORDS.has(parent.type);
/** The names of possible sources of a sighting's document. */
function namingOf(s: SightingView): Naming[] {
  const { documentId, parent } = s;
  const sources = namesOf(s);
  if (hasSameWords(s)) return [];
  const name = nameOf(parent);
  const denies = s.stance === "deny";
  const credited = parent && name ? [{ name, confidence: parent.confidence, credited: true, quote: "" }] : [];
  if (sources.length) return [{ documentId, denies, names: carriedName(s) || name?.startsWith("@") ? [...credited, ...sources] : sources }];
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
  s: SightingView,
  choices: readonly Choice[],
  { reports, reported }: { reports: readonly SightingView[]; reported: ReadonlySet<string> },
): SightingView {
  const [best] = choices;
  if (!best || s.role === "respond" || hasSameWords(s)) return s;
  if (!namesOf(s).length) return s.parent ? { ...s, parent: { ...s.parent, documentId: best.source.id, label: best.source.name } } : s;
  const carried = carriedName(s);
  const isUnknown = !s.parent || (nameOf(s.parent) !== null && carried === null);
  const likely = choices
    .filter(
      ({ source, source: { name }, probability }) =>
        probability >= leastProbability(source) && mayBeShown(source) && !(carried && isSameSource(name, carried)) && !isOfOutlet(name, s),
    )
    .filter(({ source: { name } }, i) => i === 0 || !isDescribed(name))
    .slice(0, MAX_OF_DOCUMENT)
    .sort((a, b) => byRank(a, b, s.stance === "deny"));
  const named = s.parent && nameOf(s.parent);
  const parents = likely.map(
    ({ source: { id, name }, probability }): ParentView => ({
      documentId: id ?? reportMeant(name, s, reports),
      label: name,
      // A post may quote an account of which no post is held.
      type: s.parent && named && isSameSource(name, named) ? s.parent.type : "attribution",
      basis: "stated",
      confidence: Math.round(probability * 1000) / 1000,
    }),
  );
  const own = s.parent && carried ? { ...s.parent, ...parentOf(carried, choices) } : s.parent;
  // The likeliest source that a text names precedes a post that the text reports, and a held report of an outlet that the text names too.
  const isStated = s.parent?.type === "attribution" && s.parent.basis === "stated";
  const isLess =
    s.parent?.documentId != null && (reported.has(s.parent.documentId) || (isStated && isReport(s.parent.documentId, reports)));
  const [first = null, ...beside] = isUnknown ? parents : isLess ? [...parents, own] : [own, ...parents];
  const known = new Set([s.documentId, first?.documentId, ...s.otherParents.map((one) => one.documentId)]);
  const others = beside.filter((one) => one?.documentId != null && !known.has(one.documentId)).map((one) => one as ParentView);
  return { ...s, parent: first, otherParents: [...s.otherParents, ...others] };
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
  const isHeld = (name: string) => !/^[\p{Ll}\p{M}\s'’-]+$/u.test(name) && reports.some((one) => isOfOutlet(name, one));
  // "Il Corriere", where another document names Il Corriere della Valle, of which a report is held.
  const sources = sourcesOf(namings, claim).map((one) => {
    const held = [one.name, ...one.mentions.map(({ name }) => name)].find(isHeld);
    return held === undefined ? one : { ...one, name: held, id: null };
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
    const byAllOf = (mention: Mention) =>
      mayBeSource(source, mention) ? logistic(weights.weights, FEATURES, features.get(mention) ?? []) : 0;
    const passingOn = sum(source.mentions.filter(({ denies }) => !denies).map(byAllOf));
    for (const mention of source.mentions) {
      const byAll = byAllOf(mention);
      const id = source.id ?? reportNamed(source.name, mention.documentId);
      // A line of credit names who informed this document, not who was first.
      if (id !== null && (id !== source.id || !(isFaint(mention) || isLed(mention.documentId))))
        support.set(id, (support.get(id) ?? 0) + byAll);
      const choice = { source, probability: sourceProbability(mention, byAll), passingOn, isCreditLine: mention.creditLine ?? false };
      chosen.set(mention.documentId, [...(chosen.get(mention.documentId) ?? []), choice]);
    }
  }
  for (const choices of chosen.values()) choices.sort((a, b) => b.probability - a.probability || byText(a.source.name, b.source.name));
  const linked = sightings.map((s) => withSource(s, chosen.get(namerOf.get(s.documentId) ?? "") ?? [], { reports, reported }));
  const likely = new Set([...chosen.values()].flat().flatMap(({ source, probability }) => (probability >= MIN_IN_ONE ? [source] : [])));
  const nameable = sources.filter((one) => likely.has(one) && !isPersonBeside(one, claim));
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
  const byDocument = new Map([...sightings].sort(byTime).map((s) => [s.documentId, s]));
  return sources
    .filter((source) => source.id !== null && weight(source) >= MIN_FOLLOWED)
    .sort((a, b) => weight(b) - weight(a) || byText(a.name, b.name))
    .slice(0, MAX_SOURCES)
    .flatMap(({ id, name, mentions }) => {
      const namers = mentions.flatMap(({ documentId }) => byDocument.get(documentId) ?? []).filter(({ role }) => role !== "respond");
      const [namer] = namers.sort(byTime);
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
