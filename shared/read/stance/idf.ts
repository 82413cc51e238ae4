/** How much a word says about the topic: its inverse document frequency in news, kept as tiers of common stems. */

/** Bounds of the tiers by share of documents; a stem in none of them is rare. Three more (0.08, 0.045, 0.025) cost 4 KiB and gained nothing on FNC-1. */
export const TIERS = [0.3, 0.12];
/** Weight of a stem in each tier, -ln of a share typical of it, and of a rare one last. */
const WEIGHTS = [0.7, 1.8, 4.5];

export type Rarity = (stem: string) => number;

/** Looks weights up in tiers, each a list of stems joined by spaces, commonest first. */
export function rarityFrom(tiers: string[]): Rarity {
  const tierOf = new Map<string, number>();
  tiers.forEach((tier, i) => {
    for (const s of tier.split(" ")) tierOf.set(s, i);
  });
  return (s) => WEIGHTS[tierOf.get(s) ?? TIERS.length] ?? 0;
}
