/** The CPU time of a call, in ms: on a busy machine the clock tells how much others do. */
export function cpuTime(call: () => unknown): number {
  const start = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
