/** Posts with their candidates and features: the input to fitting the matcher. */
import { statesMuch } from "../../shared/match/compare/content-overlap.ts";
import { compare } from "../../shared/match/features.ts";
import type { RawCandidate } from "../../shared/match/index.ts";
import { prepare } from "../../shared/match/prepare.ts";
import { type BackgroundCorpus, MIN_DOCUMENTS } from "../../shared/match/terms/background-corpus.ts";
import { scaledIdf } from "../../shared/match/terms/idf.ts";
import { terms } from "../../shared/match/terms/terms.ts";
import { type MatchSet, openIndex } from "./match.ts";

/** Weight of lists of claims without phrasings. */
const BARE = 0.2;
/** That claim is one of the first in the index's order. */
const ALONE = 3;

export interface Part {
  values: number[][];
  right: boolean[];
}
export interface List extends Part {
  weight: number;
  /** Right claims, found or not. */
  gold: number;
  /** The same post as asked of other collections, each with its weight: without the right claim, and of every eighth candidate alone. */
  others: (Part & { share: number })[];
  /** Wrong claims that are much like it, each alone in a young index, and whether the two state much besides names. */
  alone: (Part & { stated: boolean })[];
}
/** Of the weight of a post in the second stage, what the whole list has, and the list without the right claim. */
export const WHOLE = 0.6;
export const HOLE = 0.25;

/** Document frequencies of the terms of a set's claims, in alphabetical order. */
export function corpusOf({ claims }: MatchSet): BackgroundCorpus {
  const counts = new Map<string, number>();
  for (const claim of claims)
    for (const term of new Set([claim.text, ...claim.phrasings].flatMap((field) => terms(field, claim.lang))))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  const common = [...counts].filter(([term, count]) => count >= MIN_DOCUMENTS && !/\d/.test(term)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { documents: claims.length, frequency: new Map(common) };
}

/** The candidates of each post of a split; `bare` leaves out phrasings, as most claims of a young collection have none. */
export function listsOf(data: MatchSet, split: string, corpus: BackgroundCorpus, bare: boolean): List[] {
  const claims = bare ? data.claims.map((claim) => ({ ...claim, phrasings: [] })) : data.claims;
  const search = openIndex(claims);
  return data.queries
    .filter((query) => query.split === split)
    .map((query, at) => {
      const { candidates, statistics } = search(query.text, null);
      const weigh = scaledIdf(statistics, corpus);
      const text = prepare(query.text, null, weigh);
      const isRight = (candidate: RawCandidate) => data.gold.get(query.id)?.has(candidate.claimId) ?? false;
      // Compared anew: what a candidate is among others must not tell of a claim that is not there.
      const part = (keep: (candidate: RawCandidate, i: number) => boolean): Part => {
        const kept = candidates.filter(keep).map((candidate, rank) => ({ ...candidate, rank }));
        return { values: compare(text, kept, weigh).map((one) => one.values), right: kept.map(isRight) };
      };
      const young = scaledIdf({ claims: 1, frequency: new Map() }, corpus);
      const wrong = candidates.filter((candidate) => !isRight(candidate)).slice(0, ALONE);
      return {
        alone: wrong.map((candidate) => {
          const asked = prepare(query.text, null, young);
          const compared = compare(asked, [{ ...candidate, rank: 0 }], young);
          return {
            values: compared.map((one) => one.values),
            right: [false],
            stated: compared.some((one) => statesMuch(asked, one, young)),
          };
        }),
        weight: bare ? BARE : 1,
        gold: data.gold.get(query.id)?.size ?? 0,
        ...part(() => true),
        others: [
          { share: HOLE, ...part((candidate) => !isRight(candidate)) },
          { share: 0.1, ...part((candidate, i) => isRight(candidate) || (i + at) % 8 === 0) },
          { share: 0.05, ...part((candidate, i) => !isRight(candidate) && (i + at) % 8 === 0) },
        ],
      };
    });
}
