/** The CPU time of a call, in ms. On a busy machine wall time mostly shows what other processes do. */
export function cpuTime(call: () => unknown): number {
  const start = process.threadCpuUsage();
  call();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The least CPU time of three calls, in ms: a collection of garbage, or a core that others use, is no cost of the call. */
export const leastCpuTime = (call: () => unknown): number => Math.min(...[1, 2, 3].map(() => cpuTime(call)));
