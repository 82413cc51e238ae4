/**
 * How likely it is that a document has its story from a source that it names. A fitted model decides, with the names in the claim's other documents
 * (source-weights.json, fitted by test/eval/fit-sources.ts).
 */

import { sumOf } from "../collections.ts";
import { anyLanguage } from "../lang/index.ts";
import { bit, featuresIn, logistic, logit } from "../logistic.ts";
import { MIN_LIKELY } from "../read/gates/sources.ts";
import { kindOfName } from "../read/parties/name-kinds.ts";
import type { SourceName } from "../timeline/views.ts";
import type { Mention, Source } from "./same-source.ts";
import weights from "./source-weights.json" with { type: "json" };

/** The minimum probability of a name that is shown as the source of a document. */
export const MIN_SOURCE: number = weights.threshold;
/** The log-odds of a probability, kept within 0.001 and 0.999. */
export const logOdds = (p: number) => logit(p, 0.001);
const sum = (values: readonly number[]) => sumOf(values, (value) => value);
const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);
/** For a source, only this many documents count, those that name it most plainly. */
const STRONGEST = 3;

/** The sources of a claim, with what all their names have in common. */
interface AllSources {
  /** The number of documents of the claim. */
  documents: number;
  /** For each source, the sum of the confidences of its mentions; and these sums, the highest first. */
  weightOf: (source: Source) => number;
  ranked: readonly number[];
  /** The confidences of all names in each document, the highest first. */
  inDocument: ReadonlyMap<string, readonly number[]>;
}
/** What the form of a name says of it. */
function formOf(name: string) {
  const kind = kindOfName(name);
  const isSite = /\.\p{Ll}{2,}$/u.test(name);
  return {
    person: bit(kind === "person"),
    site: bit(isSite),
    outlet: bit(kind === "outlet"),
    account: bit(name.startsWith("@")),
    initials: bit(/^\p{Lu}{2,6}\d*$/u.test(name)),
    words: name.split(" ").length,
    isMedium: kind === "outlet" || kind === "account" || isSite || /^\p{Ll}/u.test(name),
  };
}
/** The features of a mention of a source by name. */
function featuresOfMention(source: Source, mention: Mention, { documents, weightOf, ranked, inDocument }: AllSources) {
  const { confidence, name, documentId, denies } = mention;
  const weight = weightOf(source);
  const [first = 1, , third = 0] = ranked;
  const elsewhere = source.mentions.filter((one) => one !== mention);
  const other = descending(elsewhere.map((one) => one.confidence));
  const others = Math.max(1, documents - 1);
  const names = inDocument.get(documentId) ?? [];
  const beside = names.toSpliced(names.indexOf(confidence), 1);
  const own = logOdds(confidence);
  const { isMedium, ...form } = formOf(name);
  return {
    own,
    likeliest: bit(confidence === names[0]),
    bestBeside: logOdds(beside[0] ?? 0.02),
    sumBeside: sum(beside),
    others: Math.log(0.05 + sum(other)),
    meanOther: sum(other) / others,
    bestOther: Math.max(0.02, other[0] ?? 0),
    secondOther: other[1] ?? 0,
    namers: other.length / others,
    documents: documents / 17,
    first: bit(weight === first),
    topThree: bit(weight >= third),
    share: weight / (sum(ranked) || 1),
    ofFirst: weight / (first || 1),
    leadsElsewhere: bit(elsewhere.some((one) => one.confidence === inDocument.get(one.documentId)?.[0])),
    ...form,
    personOwn: form.person * own,
    held: bit(source.id === null),
    // A party that speaks in a denial of the claim, and is no medium, mostly denies it.
    deniesParty: bit(denies && !isMedium),
    deniedParty: (bit(!isMedium) * source.mentions.filter((one) => one.denies).length) / source.mentions.length,
    strongest: Math.log(0.05 + sum(descending([confidence, ...other]).slice(0, STRONGEST))),
    ownToo: other.length > 0 ? own : 0,
  };
}
/** The features by which a mention is judged. A new one is entered into source-weights.json with any weight, and then fitted. */
export const FEATURES = featuresIn(weights.weights);

/** The features of each mention of the sources of a claim, in the order of FEATURES. `documents`: the number of documents of the claim. */
export function featuresOf(sources: readonly Source[], documents: number): Map<Mention, number[]> {
  const weights = new Map(sources.map((source) => [source, sum(source.mentions.map(({ confidence }) => confidence))]));
  const weightOf = (source: Source) => weights.get(source) ?? 0;
  const byDocument = Map.groupBy(
    sources.flatMap(({ mentions }) => mentions),
    ({ documentId }) => documentId,
  );
  const inDocument = new Map([...byDocument].map(([id, names]) => [id, descending(names.map(({ confidence }) => confidence))]));
  const all = { documents, weightOf, ranked: descending(sources.map(weightOf)), inDocument };
  return new Map(
    sources.flatMap((source) =>
      source.mentions.map((mention) => {
        const features = featuresOfMention(source, mention, all);
        return [mention, FEATURES.map((name) => features[name])] as const;
      }),
    ),
  );
}
/** The probability that a document has its story from a source, by the features of its mention, with the names in the claim's other documents. */
export const probabilityByAll = (features: readonly number[]): number => logistic(weights.weights, FEATURES, features);

/** Minimum probability, by its document alone, of a name that no other document has. */
const MIN_ALONE = 0.2;
/** Whether a short text names it and does not credit it. */
export const isFaint = ({ short, credited, creditLine }: SourceName): boolean => short === true && !credited && creditLine !== true;
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
