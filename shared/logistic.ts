/** The probability that a logistic regression with these weights, by the names of its features, gives to the features `x`. */
export function logistic(fitted: Readonly<Record<string, number>>, names: readonly string[], x: readonly number[]): number {
  const z = names.reduce((sum, name, i) => sum + (fitted[name] ?? 0) * (x[i] ?? 0), fitted["intercept"] ?? 0);
  return 1 / (1 + Math.exp(-z));
}
