/** Scores and decides the candidates of one text: the whole of matching in one screen. */
import { sharedAnchors } from "../edges/evidence/anchors.ts";
import { fold, sentences, words } from "../text/segment.ts";
import { type Change, changes } from "./compare/changed.ts";
import { renamed, statesMuch } from "./compare/content-overlap.ts";
import { type Figure, figuresIn, withFigures } from "./compare/number-conflict.ts";
import { decisionOf, probabilityOfFirst, signals, spread, strength } from "./decide.ts";
import { type Compared, compare } from "./features.ts";
import type { RawCandidate, ScoredCandidate, TermStatistics } from "./index.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { reasonsOf } from "./reasons.ts";
import { clean } from "./terms/clean.ts";
import { PRIOR, scaledIdf } from "./terms/idf.ts";
import { queryTerms } from "./terms/terms.ts";
import { baseLang } from "./terms/tokens.ts";

/** Shorter texts never link by themselves (as in Check's text_length_matching_threshold; field.md). */
export const MIN_LINKED_WORDS = 8;
/** What the same words, folded, are worth; a claim of one or two words may be said of anything. */
const SAME = 0.99;
const SAME_SHORT = 0.6;
/** Claims that share this much of their words are one claim told twice: neither is the other's rival. */
const TWIN = 0.8;
/** Twins and changes are looked for among the strongest only. */
const RIVALS = 8;
/** The language of a claim of fewer letters is a guess ("Trams dissolve"). */
const GUESSED = 40;
/** Names and numbers of another language that are told. */
const TOLD = 5;
/** Nobody reads why the eleventh was not chosen. */
const EXPLAINED = 10;
/** A changed name is another claim: at most this. Below the threshold of `linked` whatever the fit. */
const OTHER_NAME = 0.5;
/** And what it loses in strength, so that the claim with the right name comes first. */
const OTHER_NAME_PENALTY = 2;
/** What says much else of a claim's names, in a young index: alone there, 0.36 of train's posts that make a claim do, and 0.14 of those that do not. */
const ONLY_NAMED = 0.72;

interface Entry {
  candidate: RawCandidate;
  compared: Compared;
  terms: Set<string>;
  strength: number;
  same: boolean;
  changes: Change[];
  otherName: boolean;
}

/** Folded and without the punctuation at its ends and the quotes around it, so that "It is so." is "it is so". */
function plain(text: string): string {
  return fold(text.slice(0, 10_000)).replace(/^[\p{P}\p{S}\s]{1,20}|[\p{P}\p{S}\s]{1,20}$/gu, "");
}

function twins(a: Entry, b: Entry): boolean {
  let both = 0;
  for (const term of a.terms) if (b.terms.has(term)) both++;
  return both > 0 && both / (a.terms.size + b.terms.size - both) >= TWIN;
}

/**
 * The candidates, best first, each with the calibrated probability that the text makes it, a decision, and reasons in plain words.
 * `statistics.frequency` holds the number of claims with each of queryTerms(text, lang); a term in no claim may be absent.
 */
export function score(text: string, lang: string | null, candidates: RawCandidate[], statistics: TermStatistics): ScoredCandidate[] {
  if (!candidates.length) return [];
  // A term that was asked for and not found is in no claim; one that was not asked for may be in any number of them.
  const frequency = new Map(queryTerms(text, lang).map((term) => [term, statistics.frequency.get(term) ?? 0]));
  const weigh = scaledIdf({ claims: statistics.claims, frequency });
  const body = clean(text).body;
  const prepared: Prepared = prepare(text, lang, weigh);
  const said = new Set([
    plain(text),
    plain(body),
    ...sentences(body)
      .slice(0, 200)
      .map((sentence) => plain(sentence.text)),
  ]);
  said.delete("");
  const entries = compare(prepared, candidates, weigh).flatMap((compared, i): Entry[] => {
    const candidate = candidates[i];
    if (!candidate) return [];
    return [
      {
        candidate,
        compared,
        terms: new Set(compared.fields[0]?.map((token) => token.term)),
        strength: strength(compared.values),
        // Only a field whose every term is there can be the same; folding all fields of all candidates costs as much as comparing them.
        same: compared.complete && [candidate.text, ...candidate.phrasings].some((field) => said.has(plain(field))),
        changes: [],
        otherName: false,
      },
    ];
  });
  const byStrength = (a: Entry, b: Entry) =>
    Number(b.same) - Number(a.same) || b.strength - a.strength || a.candidate.rank - b.candidate.rank;
  entries.sort(byStrength);
  const own = baseLang(lang);
  let told: Figure[] | undefined;
  for (const [place, entry] of entries.slice(0, RIVALS).entries()) {
    if (entry.same || !entry.terms.size) continue;
    entry.changes = changes(
      prepared,
      entry.compared.fields[0] ?? [],
      new Set(entry.compared.fields.slice(1).flatMap((field) => field.map((token) => token.term))),
      entry.compared.named,
      weigh,
    );
    const { text: wording, phrasings, lang: spoken } = entry.candidate;
    if (baseLang(spoken) === own && (place === 0 || entry.changes.length)) {
      told ??= figuresIn(text, own);
      entry.changes = withFigures(entry.changes, told, figuresIn(wording, own), figuresIn(phrasings.join("\n"), own));
    }
    const isOther = (change: Change) => change.kind === "name";
    const moved = entry.changes.some(isOther) ? null : renamed(prepared, entry.compared, entry.candidate.lang, weigh);
    if (moved) entry.changes.push(moved);
    entry.otherName = entry.changes.some(isOther);
    if (entry.otherName) entry.strength -= OTHER_NAME_PENALTY;
  }
  entries.sort(byStrength);
  const first = entries[0];
  if (!first) return [];
  // Claims told twice stand beside the first, with its probability, and are no rivals to it.
  const twin = new Set(entries.slice(1, RIVALS).filter((entry) => twins(first, entry) && !entry.otherName));
  const rivals = entries.slice(1).filter((entry) => !twin.has(entry));
  let best = probabilityOfFirst(
    signals(
      first.compared.values,
      first.strength,
      rivals.map((entry) => entry.strength),
    ),
  );
  if (first.same) best = Math.max(best, first.terms.size > 2 ? SAME : SAME_SHORT);
  const shares = spread(
    best,
    [first, ...rivals].map((entry) => entry.strength),
  );
  // What another name takes from the first makes none of the others likelier.
  if (first.otherName) best = Math.min(best, OTHER_NAME);
  const abroad = ({ candidate, compared }: Entry) =>
    lang !== null && candidate.lang !== null && candidate.text.length >= GUESSED && baseLang(candidate.lang) !== own && !compared.home;
  const wordings = (candidate: RawCandidate) => [candidate.text, ...candidate.phrasings].join("\n").slice(0, 2000);
  const young = statistics.claims < PRIOR;
  const long = words(body.slice(0, 2000)).length >= MIN_LINKED_WORDS;
  let before = 1;
  return [first, ...twin, ...rivals].map((entry, i): ScoredCandidate => {
    const near = entry === first || twin.has(entry);
    const fitted = near ? best : (shares[i - twin.size] ?? 0);
    const onlyNamed = young && decisionOf(fitted) === "linked" && !entry.same && !statesMuch(prepared, entry.compared, weigh);
    const probability = Math.min(before, fitted, onlyNamed ? ONLY_NAMED : 1);
    before = probability;
    let decision = decisionOf(probability);
    // What a translation leaves as it is makes it worth a person's look, and no more.
    const kept = decision === "none" && i < RIVALS && abroad(entry) ? sharedAnchors(text, wordings(entry.candidate)) : null;
    if (kept) decision = "suggested";
    return {
      ...entry.candidate,
      score: probability,
      // One text makes one claim, or one claim told twice: what else looks certain waits for a person; and across languages all but the same words.
      decision: decision === "linked" && !(long && near && (entry.same || !abroad(entry))) ? "suggested" : decision,
      reasons: [
        ...(kept ? [`is in another language, and both have ${kept.slice(0, TOLD).join(", ")}`] : []),
        ...(onlyNamed ? [abroad(entry) ? "is in another language" : "besides names and numbers, few words are the same"] : []),
        ...(!long && decisionOf(probability) === "linked" ? ["is too short to be linked without a person"] : []),
        ...(i < EXPLAINED ? reasonsOf(prepared, entry.compared, entry.same, entry.changes, weigh) : []),
      ],
    };
  });
}
