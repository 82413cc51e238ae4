/** How long a piece of work takes at best of three, ms: what another process takes of a core is no fault of its own. */
export function took(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
