/** Scores and decides the candidates of one text. */
import { sharedAnchors } from "../edges/evidence/anchors.ts";
import { fold } from "../text/fold.ts";
import { sentences, words } from "../text/segment.ts";
import { type Change, changes } from "./compare/changed.ts";
import { renamed, statesMuch } from "./compare/content-overlap.ts";
import { exchanged } from "./compare/exchanged.ts";
import { otherIdentity, otherWord } from "./compare/identity.ts";
import { type Figure, figuresIn, isOtherNumber, withFigures } from "./compare/number-conflict.ts";
import { decisionByProbability, probabilityOfFirst, signals, spread, strength } from "./decide.ts";
import { type Compared, compare } from "./features.ts";
import type { RawCandidate, ScoredCandidate, TermStatistics } from "./index.ts";
import { type Idf, type Prepared, prepare } from "./prepare.ts";
import { reasonsOf } from "./reasons.ts";
import { clean } from "./terms/clean.ts";
import { PRIOR, scaledIdf } from "./terms/idf.ts";
import { queryTerms } from "./terms/terms.ts";
import { baseLang } from "./terms/tokens.ts";

/** Minimum number of words of a text that links without a person (as in Check's text_length_matching_threshold). */
export const MIN_LINKED_WORDS = 8;
/** Probability of a text with the claim's very words, folded. */
const SAME_WORDS = 0.99;
/** The same for a claim of one or two words, which may be about anything. */
const SAME_FEW_WORDS = 0.6;
/** Claims that share at least this part of their words are two wordings of one claim, and no rivals. */
const MIN_DUPLICATE_OVERLAP = 0.8;
/** How many candidates are compared in full. With fifteen, one text of 199 (clef2020, test) loses its claim. */
const MAX_COMPARED = 25;
/** Only the strongest candidates are compared for duplicates and differences. */
const MAX_RIVALS = 8;
/** Below this number of letters the language of a claim is a guess ("Trams dissolve"). */
const MIN_LANGUAGE_LETTERS = 40;
/** How many shared names and numbers the reasons list for a claim in another language. */
const MAX_SHOWN_ANCHORS = 5;
/** How many candidates get reasons: nobody reads why the eleventh was not chosen. */
const MAX_EXPLAINED = 10;
/** A claim with another name is another claim, so its probability is at most this, below `linked`. */
const OTHER_NAME_PROBABILITY = 0.5;
/** Penalty on the strength of a candidate with another name, so that the claim with the right name comes first. */
const OTHER_NAME_PENALTY = 2;
/**
 * Maximum probability in a young index of a candidate that shares little but names. Of train's posts alone in such an index, 0.36 reach it
 * rightly and 0.14 wrongly.
 */
const NAMES_ONLY_PROBABILITY = 0.72;

/** A text, prepared for its candidates. */
interface Query {
  text: string;
  lang: string | null;
  body: string;
  prepared: Prepared;
  weigh: Idf;
  /** Whether the index has so few claims that a text hardly has a rival claim. */
  isYoungIndex: boolean;
  /** Whether it is long enough to be linked without a person. */
  isLong: boolean;
}
interface Entry {
  candidate: RawCandidate;
  compared: Compared;
  terms: Set<string>;
  strength: number;
  /** Whether the text has the very words of the claim or of a phrasing. */
  same: boolean;
  changes: Change[];
  otherName: boolean;
}

/** Folded, without punctuation and quotes around it: "It is so." is "it is so". */
function plain(text: string): string {
  return fold(text.slice(0, 10_000)).replace(/^[\p{P}\p{S}\s]{1,20}|[\p{P}\p{S}\s]{1,20}$/gu, "");
}

/** Whether two claims share most of their terms (Jaccard): two wordings of one claim. */
function areNearDuplicates(a: Entry, b: Entry): boolean {
  let both = 0;
  for (const term of a.terms) if (b.terms.has(term)) both++;
  return both > 0 && both / (a.terms.size + b.terms.size - both) >= MIN_DUPLICATE_OVERLAP;
}

/** Strongest first. Candidates of equal strength differ in punctuation at most; their text decides, because ids differ between instances. */
const byStrength = (a: Entry, b: Entry) =>
  Number(b.same) - Number(a.same) || b.strength - a.strength || byWords(a.candidate, b.candidate) || a.candidate.rank - b.candidate.rank;
const byWords = (a: RawCandidate, b: RawCandidate) => Number(a.text > b.text) - Number(a.text < b.text);

function queryOf(text: string, lang: string | null, statistics: TermStatistics, terms: readonly string[]): Query {
  // A term that was looked up and not found is in no claim; a term that was not looked up may be in any number.
  const frequency = new Map(terms.map((term) => [term, statistics.frequency.get(term) ?? 0]));
  const weigh = scaledIdf({ claims: statistics.claims, frequency });
  const body = clean(text).body;
  return {
    text,
    lang,
    body,
    prepared: prepare(text, lang, weigh),
    weigh,
    isYoungIndex: statistics.claims < PRIOR,
    isLong: words(body.slice(0, 2000)).length >= MIN_LINKED_WORDS,
  };
}

function entriesOf({ text, body, prepared, weigh }: Query, candidates: RawCandidate[]): Entry[] {
  const own = sentences(body).slice(0, 200);
  const statements = new Set([plain(text), plain(body), ...own.map((sentence) => plain(sentence.text))]);
  statements.delete("");
  return compare(prepared, candidates, weigh, MAX_COMPARED).map((compared): Entry => {
    const { candidate } = compared;
    return {
      candidate,
      compared,
      terms: new Set(compared.fields[0]?.map((token) => token.term)),
      strength: strength(compared.values),
      // Only a field all of whose terms are there can be the same. Folding all fields of all candidates would cost as much as comparing them.
      same: compared.complete && [candidate.text, ...candidate.phrasings].some((field) => statements.has(plain(field))),
      changes: [],
      otherName: false,
    };
  });
}

/** Finds how the strongest candidates differ from the text. Another name makes a candidate weaker. */
function findDifferences({ text, lang, prepared, weigh }: Query, entries: Entry[]): void {
  const own = baseLang(lang);
  let figures: readonly Figure[] | undefined;
  for (const [place, entry] of entries.slice(0, MAX_RIVALS).entries()) {
    if (entry.same || !entry.terms.size) continue;
    const [claim = [], ...phrasings] = entry.compared.fields;
    const elsewhere = new Set(phrasings.flatMap((field) => field.map((token) => token.term)));
    entry.changes = changes(prepared, claim, elsewhere, entry.compared.named, weigh);
    const { candidate } = entry;
    if (baseLang(candidate.lang) === own && (place === 0 || entry.changes.length)) {
      figures ??= figuresIn(text, own);
      // If the text has no figure, none can differ.
      if (figures.length)
        entry.changes = withFigures(entry.changes, figures, figuresIn(candidate.text, own), figuresIn(candidate.phrasings.join("\n"), own));
    }
    const isName = (change: Change) => change.kind === "name";
    const moved = entry.changes.some(isName) ? null : renamed(prepared, entry.compared, candidate.lang, weigh);
    if (moved) entry.changes.push(moved);
    entry.otherName = entry.changes.some(isName);
    if (entry.otherName) entry.strength -= OTHER_NAME_PENALTY;
  }
}

/** Probability of the first candidate and, in their order, of its rivals. */
function probabilitiesOf(first: Entry, rivals: Entry[]): { best: number; shares: number[] } {
  const others = rivals.map((entry) => entry.strength);
  let best = probabilityOfFirst(signals(first.compared.values, first.strength, others));
  if (first.same) best = Math.max(best, first.terms.size > 2 ? SAME_WORDS : SAME_FEW_WORDS);
  // What the first loses by another name does not make the others more likely.
  const shares = spread(best, [first.strength, ...others]);
  return { best: first.otherName ? Math.min(best, OTHER_NAME_PROBABILITY) : best, shares };
}

const isInOtherLanguage = ({ lang }: Query, { candidate, compared }: Entry) =>
  lang !== null &&
  candidate.lang !== null &&
  candidate.text.length >= MIN_LANGUAGE_LETTERS &&
  baseLang(candidate.lang) !== baseLang(lang) &&
  !compared.home;

/** Why a passage alone does not link, which holds no longer once the whole page does. */
export const TOO_SHORT = "is too short to be linked without a person";

interface Placed {
  probability: number;
  /** The place in the list. */
  place: number;
  /** Whether it is the first candidate or a duplicate of it. */
  near: boolean;
  /** Whether it shares little but names. */
  namesOnly: boolean;
}
/** The decision on one candidate, and its reasons. */
function decided(query: Query, entry: Entry, { probability, place, near, namesOnly }: Placed): ScoredCandidate {
  const { candidate } = entry;
  const isForeign = isInOtherLanguage(query, entry);
  let decision = decisionByProbability(probability);
  // Names and numbers that a translation keeps make it worth a person's look, but no link.
  const wordings = () => [candidate.text, ...candidate.phrasings].join("\n").slice(0, 2000);
  const anchors = decision === "none" && place < MAX_RIVALS && isForeign ? sharedAnchors(query.text, wordings()) : null;
  if (anchors) decision = "suggested";
  const reasons = [
    ...(anchors ? [`is in another language, and both have ${anchors.slice(0, MAX_SHOWN_ANCHORS).join(", ")}`] : []),
    ...(namesOnly ? [isForeign ? "is in another language" : "besides names and numbers, few words are the same"] : []),
    ...(!query.isLong && decision === "linked" ? [TOO_SHORT] : []),
    ...(place < MAX_EXPLAINED ? reasonsOf(query.prepared, entry.compared, entry.same, entry.changes, query.weigh) : []),
  ];
  // Another number, date, version or thing makes another claim, however many words are the same; so do names that
  // changed places. Then a person decides.
  const isOpen = decision === "linked" && !entry.same;
  const other = isOpen
    ? (otherIdentity(query.body, wordings(), query.lang) ??
      otherWord(query.prepared.tokens, entry.compared.fields[0] ?? [], query.lang) ??
      exchanged(query.body, candidate.text, query.lang))
    : null;
  const otherNumber = isOpen && !other && entry.changes.some((change) => isOtherNumber(change, baseLang(query.lang)));
  if (other && !entry.changes.length) reasons.push(`differs: ${other.text} against ${other.claim}`);
  // One text makes one claim, or two wordings of it. Other certain candidates wait for a person, and so does a claim in another language, unless
  // the text has its very words.
  const mayLink = query.isLong && near && other === null && (entry.same || !isForeign);
  const scored = { ...candidate, score: probability, differs: entry.changes.length > 0, reasons };
  if (decision === "linked" && mayLink && otherNumber) return { ...scored, decision: "suggested", isButForNumber: true };
  return { ...scored, decision: decision === "linked" && !mayLink ? "suggested" : decision };
}

/**
 * The candidates, best first, each with the calibrated probability that the text makes it, a decision, and reasons in plain words.
 * `statistics.frequency`: the number of claims with each of queryTerms(text, lang); a term in no claim may be absent. `asked`: these
 * terms, if the caller has them.
 */
export function score(
  text: string,
  lang: string | null,
  candidates: RawCandidate[],
  statistics: TermStatistics,
  asked: readonly string[] | null = null,
): ScoredCandidate[] {
  if (!candidates.length) return [];
  const query = queryOf(text, lang, statistics, asked ?? queryTerms(text, lang));
  const entries = entriesOf(query, candidates).sort(byStrength);
  findDifferences(query, entries);
  entries.sort(byStrength);
  const [first] = entries;
  if (!first) return [];
  // Twins follow the first with its probability, and are no rivals.
  const duplicates = new Set(entries.slice(1, MAX_RIVALS).filter((entry) => areNearDuplicates(first, entry) && !entry.otherName));
  const rivals = entries.slice(1).filter((entry) => !duplicates.has(entry));
  const { best, shares } = probabilitiesOf(first, rivals);
  let before = 1;
  return [first, ...duplicates, ...rivals].map((entry, place) => {
    const near = entry === first || duplicates.has(entry);
    const fitted = near ? best : (shares[place - duplicates.size] ?? 0);
    const namesOnly =
      query.isYoungIndex &&
      decisionByProbability(fitted) === "linked" &&
      !entry.same &&
      !statesMuch(query.prepared, entry.compared, query.weigh);
    before = Math.min(before, fitted, namesOnly ? NAMES_ONLY_PROBABILITY : 1);
    return decided(query, entry, { probability: before, place, near, namesOnly });
  });
}
