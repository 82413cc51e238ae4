/** Figures of a fit as its weights' file keeps them and docs/quality.md tells them. */

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

export const printed = (curve: Curve) =>
  curve.map(([threshold, right, found]) => `${threshold}: right ${right} found ${found}`).join(" | ");

/** JSON as a file of weights: a list of numbers stands on one line, so that a diff shows which changed. */
export const readable = (value: unknown) =>
  `${JSON.stringify(value, null, 1).replace(/\[[-\d.,\se]*\]/g, (list) => list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"))}\n`;
