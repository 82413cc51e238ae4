/**
 * Figures of fits as docs/quality.md and docs/gates.md tell them. They are kept beside the weights: the Worker has those, and never reads the
 * figures.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";

export const share = (n: number, of: number) => Number((n / Math.max(1, of)).toFixed(3));

/** By least probability: the share of what is shown that is right, and the share of what is annotated that is found. */
export type Curve = [threshold: number, right: number, found: number][];

/** What a fit was made by and from, and how well it did on texts that it did not see: on train by folds, and on dev. */
export interface Figures {
  command: string;
  fittedOn: string;
  folds: string;
  train: Curve;
  dev: Curve;
}

/** By tenths of the probability: its mean, the share that is right, and how many there are. */
export type Reliability = [said: number, right: number, count: number][];

/** Whether the probabilities of a gate mean what they say. A tenth with fewer than ten judgements tells nothing and is left out. */
export function reliability(judged: readonly { p: number; right: boolean }[]): Reliability {
  const tenths = Map.groupBy(judged, ({ p }) => Math.min(9, Math.floor(p * 10)));
  return [...tenths]
    .sort(([a], [b]) => a - b)
    .filter(([, list]) => list.length >= 10)
    .map(([, list]) => [
      share(
        list.reduce((sum, { p }) => sum + p, 0),
        list.length,
      ),
      share(list.filter(({ right }) => right).length, list.length),
      list.length,
    ]);
}

const FITS = new URL("../data/fits.json", import.meta.url);
/** Keeps the figures of a file of weights, whose path begins at the root of the repository; of networks in one file those that are given. */
export function writeFit(weights: string, figures: object): void {
  const kept = JSON.parse(readFileSync(FITS, "utf8")) as Record<string, object>;
  writeFileSync(FITS, readable({ ...kept, [weights]: { ...kept[weights], ...figures } }));
}

const RELIABILITY = new URL("../data/reliability.json", import.meta.url);
export type Reliabilities = Record<string, { train: Reliability; dev: Reliability }>;
export const readReliability = (): Reliabilities => (existsSync(RELIABILITY) ? JSON.parse(readFileSync(RELIABILITY, "utf8")) : {});
/** Keeps the reliability of a gate, on train by folds and on dev, for docs/gates.md. */
export function writeReliability(gate: string, train: Reliability, dev: Reliability): void {
  const all = Object.entries({ ...readReliability(), [gate]: { train, dev } }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(RELIABILITY, readable(Object.fromEntries(all)));
}

export const printed = (curve: Curve) =>
  curve.map(([threshold, right, found]) => `${threshold}: right ${right} found ${found}`).join(" | ");

/** JSON as a file of weights: a list of numbers stands on one line, so that a diff shows which changed. */
export const readable = (value: unknown) =>
  `${JSON.stringify(value, null, 1).replace(/\[[-\d.,\se]*\]/g, (list) => list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"))}\n`;
