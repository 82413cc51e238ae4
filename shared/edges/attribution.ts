import type { Span } from "../model/quote.ts";
import type { Reading, ReadReported } from "../model/reading.ts";
import type { AnswerWords } from "../read/gates/answer-words.ts";
import { LEAST_OWN, ownByWords, ownSourceIn } from "../read/gates/own-source.ts";
import {
  isModelled,
  isOwnSite,
  type LikelySource,
  likelySource,
  likelySources,
  namesNoSource,
  possibleSources,
  sourceCandidates,
} from "../read/gates/sources.ts";

import { nameWords, samePhrase } from "../timeline/party-names.ts";
import type { SourceName } from "../timeline/views.ts";
import { hostOf, shownHost } from "../url.ts";
import { edgesToNamed } from "./evidence/named-account.ts";
import { copySource, retoldSource } from "./evidence/near-texts.ts";
import { passage, quoteOfSpan } from "./evidence/passage.ts";
import {
  type Credit,
  creditsOf,
  isOfOutlet,
  isOwnName,
  isOwnShortName,
  isSiteOf,
  outletIn,
  outletOfReporter,
} from "./evidence/source-credit.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";
import { showsReported } from "./screenshot.ts";
import { rendersReported } from "./translation.ts";

const CONFIDENCE = {
  /** The document quotes the reported one. */
  quoted: 0.9,
  reported: 0.75,
  /** Evidence that a text points to is certainly a source of the text, but less certainly of the claim. */
  evidence: 0.6,
  /** "It spread to X": the text says that the post on X goes back to the first one, but not through which documents. */
  hopsUnknown: 0.4,
  /** An outlet or a post is named or described as the source, but was not observed itself. */
  outletNamed: 0.55,
  sourceDescribed: 0.45,
  /** The only observed report of that outlet on the claim; there may be others. */
  onlyReport: 0.6,
};

const confidenceOf = ({ role, quote }: ReadReported) => {
  if (role === "evidence") return CONFIDENCE.evidence;
  return quote ? CONFIDENCE.quoted : CONFIDENCE.reported;
};

/** Finds the documents that the text names as its sources, or reports. */
export const attribution = {
  type: "attribution",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, reading, reportedIds } = input;
    const reported = reading?.reported ?? [];
    const out: EdgeFinding[] = [];
    const isLikely = reading && document.text.length >= MIN_PASSING ? likelyPassages(reading) : null;
    reported.forEach((item, index) => {
      const id = reportedIds[index];
      if (id === undefined || (isLikely && (isUnnamedPlace(item) || (isPassing(item) && !isLikely(item.passage))))) return;
      const quote = quoteOfSpan(document.text, item.passage);
      const edge = (childId: string, parentId: string, confidence: number, why: string) =>
        out.push({ childId, parentId, type: "attribution", basis: "stated", confidence, evidence: { quote, why } });
      const parentId = item.parent === null ? undefined : reportedIds[item.parent];
      if (item.parent !== null) {
        // If the chain of parents is a circle, the text gives no order.
        if (parentId !== undefined && leadsToRoot(reported, index))
          edge(id, parentId, CONFIDENCE.hopsUnknown, "The text says that it came from there; by which hops is not known.");
        return;
      }
      if (rendersReported(input, index) || showsReported(input, index)) return;
      const why = item.quote && item.translated ? "Its text tells of it, and gives its words in translation." : "Its text tells of it.";
      edge(document.id, id, confidenceOf(item), why);
    });
    const credited = credits(input);
    // A reported document is a node of its own; crediting an outlet in general is weaker evidence.
    const toParent = out.some((one) => one.childId === document.id) || credited.length > 0;
    return [...out, ...credited, ...(toParent || reported.length ? [] : outlets(input))];
  },
} satisfies EdgeKind;

/**
 * Returns a test whether a passage has a name that may be the document's source; null if the model was not fitted on texts of its kind. What
 * others posted or claimed is a source one time in two in such passages, and one time in five in others (8 of 37 on train, 2 of 11 on dev).
 */
function likelyPassages(reading: Reading): ((passage: Span) => boolean) | null {
  const likely = likelySources(reading, reading.document.site);
  return likely && (({ start, end }) => likely.some((one) => one.probability >= MIN_REPORTED && one.start >= start && one.start < end));
}
/** A report in passing, "a student claimed", "posted on Facebook": it has neither an outlet nor a place, neither a quote nor an address. */
const isPassing = ({ parent, place, actor, quote, url }: ReadReported) =>
  parent === null && place === null && actor.kind !== "outlet" && quote === null && url === null;
const MIN_REPORTED = 0.05;
/** The least length of a text that reports in passing, in UTF-16 units: a shorter one reports little but where it has its story from. */
const MIN_PASSING = 400;
/**
 * A place without a name: a platform alone, "a local blog", "the exile community". Articles mention these in passing and seldom have their story
 * from them (1 in 11 described places on train and dev; 3 in 18 platforms there and on lang). Where they do, the model finds the platform by name.
 */
const isUnnamedPlace = ({ parent, platform, actor, place, quote, url }: ReadReported) =>
  parent === null &&
  actor.name === null &&
  quote === null &&
  url === null &&
  (platform !== null || /^[^\p{Upper}]*\p{Lower}[^\p{Upper}]*$/u.test(place ?? ""));

/**
 * The likeliest source that a text names. The fitted model decides; on texts of other kinds, such as short ones, rules do: the source that the
 * text credits, else the first outlet that says something. Else a source that is only described. On texts that the model reads, the rules named a
 * source in 38 more of train and 10 of dev, and were right in none and in one of these.
 */
export function sourceNamed(text: string, reading: Reading | null): Credit | null {
  const credits = creditsOf(text);
  const described = credits.find(({ name }) => name === null) ?? null;
  if (reading && isModelled(reading)) return likelySource(reading, reading.document.site) ?? described;
  const named = credits.find(({ name }) => name !== null);
  if (named || !reading) return named ?? described;
  const outlet = outletIn(text, reading.statements);
  return outlet?.name && !namesNoSource(outlet.name, reading.document.lang) ? outlet : described;
}

/** Confidence of a name that the text credits and the model finds less likely or not at all. */
const CREDITED = 0.08;
/** The same in a short text, whose source rules read. */
const CREDITED_SHORTLY = 0.55;
/** Names of at least this probability are stored with their passage. */
const MIN_QUOTED = 0.1;

const namedIn = (text: string) => creditsOf(text).find(({ name }) => name !== null) ?? null;
/** The likeliest names of a text; a name that it credits explicitly comes first, with `least` at the least. */
export function withCredit(
  text: string,
  likely: readonly LikelySource[],
  credit: Credit | null = namedIn(text),
  least = CREDITED,
): SourceName[] {
  const named = (
    {
      start,
      end,
      isPerson,
      isBody,
      isCreditLine,
    }: Pick<Credit, "start" | "end"> & Partial<Pick<LikelySource, "isPerson" | "isBody" | "isCreditLine">>,
    name: string,
    probability: number,
    credited: boolean,
  ): SourceName => ({
    name,
    confidence: Math.round(Math.max(probability, credited ? least : 0) * 1000) / 1000,
    credited,
    quote: (probability >= MIN_QUOTED || credited || isCreditLine ? passage(text, start, end)?.exact : null) ?? "",
    ...(isBody ? { body: true as const } : isPerson && { person: true as const }),
    ...(isCreditLine && { creditLine: true as const }),
  });
  const isCredit = (name: string) => samePhrase(nameWords(name), nameWords(credit?.name ?? ""));
  const found = likely.map((one) => named(one, one.name, one.probability, isCredit(one.name)));
  if (credit?.name && !found.some(({ credited }) => credited)) found.push(named(credit, credit.name, 0, true));
  return found.sort((a, b) => Number(b.credited) - Number(a.credited) || b.confidence - a.confidence);
}

/** A host's name as texts write it: "CBS News" for cbsnews.com. */
function hostPattern(url: string | null): RegExp {
  const label = hostOf(url)?.split(".").at(-2) ?? "";
  return /^\p{Alpha}{4,30}$/u.test(label) ? new RegExp(`(?<!\\p{Alpha})${[...label].join("[ ’'.-]?")}(?!\\p{Alpha})`, "giu") : /$^/g;
}

/** How a document may write the name of its own outlet. */
export function outletNames(reading: Reading, url: string | null): string[] {
  const { site, text, author } = reading.document;
  const signed = outletOfReporter(author);
  const names = sourceCandidates(reading, site)
    .filter((one) => isOwnSite(one) || isSiteOf(one.name, url) || isOwnShortName(one.name, url))
    .map(({ name }) => name);
  return [...(site ? [site] : []), ...(signed ? [signed] : []), ...names, ...new Set(text.match(hostPattern(url)) ?? [])];
}
/** The names of a short text: what it credits, in the words that do so, and names that do not decide by themselves. */
function namesInShort(text: string, likely: readonly LikelySource[], credit: Credit | null): SourceName[] {
  const quote = (credit && passage(text, credit.start, credit.end)?.exact) ?? "";
  const names = withCredit(text, likely, credit, CREDITED_SHORTLY);
  return names.map((one) => ({ ...one, ...(one.credited && { quote }), short: true }));
}
/**
 * The names that may be the source of a document's story. Its own outlet is among them if it may have a source of its own: somebody told it
 * something, or its words suggest it. Null if neither can be known of documents of its kind.
 */
export function sourceNamesOf(reading: Reading, url: string | null, words: AnswerWords | null = null): SourceName[] | null {
  const { document } = reading;
  const possible = possibleSources(reading, document.site);
  const outlets = outletNames(reading, url);
  const isShort = !isModelled(reading);
  const ownSource = possible && !isShort ? ownSourceIn(document, outlets) : null;
  const quote = (ownSource && passage(document.text, ownSource.start, ownSource.end)?.exact) ?? "";
  const byWords = words ? Math.round(1000 * ownByWords(document.text, outlets, words)) / 1000 : 0;
  const own = { name: outlets[0] ?? shownHost(url) ?? "", confidence: byWords, credited: false, quote, own: true as const };
  const { text } = document;
  // What a short text reports of is a node of its own; a name that it credits beside that is a place.
  const credit = isShort && !reading.reported.length ? sourceNamed(text, reading) : null;
  const credited = isShort ? namesInShort(text, possible ?? [], credit) : withCredit(text, possible ?? []);
  const names = possible && credited.filter(({ name }) => name !== document.siteName && !isOwnName(name, { url, author: document.author }));
  return quote || byWords > LEAST_OWN ? [...(names ?? []), own] : names;
}

/** The reason for an edge to a source that is only named. */
export const namesAsSource = (name: string): string => `It names ${name} as its source; the report itself is not known to us.`;

/** The reason for an edge to a held report of an outlet that is named. */
export const namesReport = (name: string): string =>
  `It names ${name} as its source; of their reports on the claim that we hold this is the first.`;

/** Whether a text has the words of a held one: it has them from there, whomever else it likely names. */
const isRetold = ({ document, near }: RelateInput) => copySource(near, document) !== null || retoldSource(near, document) !== null;
/** Whether the text plainly says that it has the story from a name: credits it, or tells that it reported. */
function creditsName({ document: { text }, reading }: RelateInput, name: string | null): boolean {
  const named = [...creditsOf(text), reading && outletIn(text, reading.statements)];
  return named.some((one) => one?.name && samePhrase(nameWords(one.name), nameWords(name ?? "")));
}
/** The first source that the text names, unless the text also links to it: then the link says which page it is. */
function outlets(input: RelateInput): EdgeFinding[] {
  const { document, linked, reading, reports } = input;
  const first = sourceNamed(document.text, reading);
  if (!first) return [];
  const { start, end, name } = first;
  // An outlet that names itself names no source.
  if (name !== null && (isOwnName(name, document) || linked.some((one) => isOfOutlet(name, one.document)))) return [];
  const reportsOfOutlet = name === null ? [] : reports.filter((one) => one.id !== document.id && isOfOutlet(name, one));
  const [found] = new Set(reportsOfOutlet.map(({ id }) => id)).size === 1 ? reportsOfOutlet : [];
  if (found && !creditsName(input, name) && isRetold(input)) return [];
  const heldOrNamed = (outlet: string): [number, string] =>
    found
      ? [CONFIDENCE.onlyReport, `It names ${outlet} as its source; this is the one report of theirs on the claim that we hold.`]
      : [CONFIDENCE.outletNamed, namesAsSource(outlet)];
  const [confidence, why] = name
    ? heldOrNamed(name)
    : [CONFIDENCE.sourceDescribed, "It says where it has it from; the post itself is not known to us."];
  return [
    {
      childId: document.id,
      parentId: found?.id ?? null,
      type: "attribution",
      basis: "stated",
      confidence,
      evidence: { quote: passage(document.text, start, end), why, ...(name && !found ? { name } : {}) },
    },
  ];
}

/** Accounts that a post credits as its source: "via @a". */
const credits = (input: RelateInput): EdgeFinding[] =>
  edgesToNamed(input, "attribution", "credit", {
    known: (name) => `It gives ${name} as its source; of what that account published shortly before, this fits best.`,
    unknown: (name) => `It gives ${name} as its source; the post is not known to us.`,
  });

function leadsToRoot(reported: readonly { parent: number | null }[], from: number): boolean {
  const seen = new Set<number>();
  for (let at: number | null = from; at !== null; at = reported[at]?.parent ?? null) {
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return true;
}
