/**
 * How alike the letters of a text are to those of a language: ranks of trigrams (Cavnar and Trenkle 1994) as franc-min counts them, over the
 * starts of its profiles of the languages that we tell apart. All of its languages would be a tenth of the Worker.
 */
import profiles from "../lang/trigrams.json" with { type: "json" };

/** What a trigram that a language does not know adds to the distance: chosen on 6,702 short English posts. */
const UNKNOWN = 150;
const ranks = Object.entries(profiles).map(
  ([lang, list]) => [lang, new Map((list.match(/.../g) ?? []).map((trigram, rank) => [trigram, rank]))] as const,
);

/** The languages that have a profile, as BCP 47 tags. */
export const trigramLanguages: readonly string[] = Object.keys(profiles);

/** The trigrams of a text and how often each stands there, as trigram-utils counts them: without signs and digits, between spaces. */
export function counted(text: string): [trigram: string, count: number][] {
  const said = ` ${text
    .replace(/[!-@\s]+/g, " ")
    .trim()
    .toLowerCase()} `;
  const counts = new Map<string, number>();
  for (let at = 3; at <= said.length; at++) counts.set(said.slice(at - 3, at), (counts.get(said.slice(at - 3, at)) ?? 0) + 1);
  return [...counts];
}

/** Languages of Latin script with their likeness to a text, 0..1, the likeliest first, as franc-min reckons it. */
export function byTrigrams(text: string): [lang: string, likeness: number][] {
  const found = counted(text);
  const distances = ranks.map(([lang, rank]): [string, number] => [
    lang,
    found.reduce((sum, [trigram, count]) => {
      const at = rank.get(trigram);
      return sum + (at === undefined ? UNKNOWN : Math.abs(count - at - 1));
    }, 0),
  ]);
  const least = Math.min(...distances.map(([, distance]) => distance));
  const most = text.length * UNKNOWN - least;
  return distances.sort((a, b) => a[1] - b[1]).map(([lang, distance]) => [lang, 1 - (distance - least) / most || 0]);
}
