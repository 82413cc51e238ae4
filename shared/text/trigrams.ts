/** Similarity of a text to languages in Latin script by trigrams, as in franc-min and with its profiles (after Cavnar and Trenkle 1994). */
import { append, countOne } from "../collections.ts";
import profiles from "../lang/trigrams.json" with { type: "json" };

/** For each language its 300 most frequent trigrams, in order and without separators. Close pairs (Croatian and Bosnian) cannot be told apart. */
const PROFILES = Object.entries(profiles);
/** For each trigram, the languages that have it (by number) and its rank there. A language lacks most trigrams of a text. */
function ranksByTrigram(): Map<string, [number: number, rank: number][]> {
  const ranks = new Map<string, [number: number, rank: number][]>();
  for (const [number, [, trigrams]] of PROFILES.entries())
    for (const [rank, trigram] of (trigrams.match(/.{3}/gs) ?? []).entries()) {
      append(ranks, trigram, [number, rank]);
    }
  return ranks;
}
// Made for the first text, because every start of the Worker would wait for it.
let known: ReturnType<typeof ranksByTrigram> | null = null;
/** The distance of a trigram that a profile lacks. */
const MAX_DISTANCE = 300;

/** The languages with a profile, as BCP 47 tags. */
export const trigramLanguages: readonly string[] = PROFILES.map(([lang]) => lang);

/** Each of these languages with its similarity to a text in Latin letters, 0 to 1, most similar first. */
export function byTrigrams(text: string): [lang: string, likeness: number][] {
  const padded = ` ${text
    .replace(/[!-@]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at++) {
    const trigram = padded.slice(at, at + 3);
    countOne(counts, trigram);
  }
  const ranks = (known ??= ranksByTrigram());
  const distances = PROFILES.map(([lang]): [string, number] => [lang, counts.size * MAX_DISTANCE]);
  for (const [trigram, count] of counts)
    for (const [number, rank] of ranks.get(trigram) ?? [])
      (distances[number] as [string, number])[1] += Math.abs(count - rank - 1) - MAX_DISTANCE;
  distances.sort((a, b) => a[1] - b[1]);
  const least = distances[0]?.[1] ?? 0;
  const range = text.length * MAX_DISTANCE - least;
  return distances.map(([lang, distance]) => [lang, 1 - (distance - least) / range || 0]);
}
