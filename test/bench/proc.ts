/** Processes as Linux's /proc shows them: descendants, and CPU time. */
import { readdirSync, readFileSync } from "node:fs";

/** The ids of the processes under `pid`, at any depth, with their names. A process that ends meanwhile is left out. */
export function descendants(pid: number): { pid: number; name: string }[] {
  const children = new Map<number, { pid: number; name: string }[]>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      // The name stands in parentheses and may hold any character: fields begin after the last one.
      const end = stat.lastIndexOf(")");
      const [state, parent] = stat.slice(end + 2).split(" ");
      if (state === "Z") continue;
      const list = children.get(Number(parent)) ?? [];
      list.push({ pid: Number(entry), name: stat.slice(stat.indexOf("(") + 1, end) });
      children.set(Number(parent), list);
    } catch {
      // Ended meanwhile.
    }
  }
  const found: { pid: number; name: string }[] = [];
  const open = [pid];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop())
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      open.push(child.pid);
    }
  return found;
}

const cpuOfThread = (pid: number, task: number | string) =>
  Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6;
/** CPU time that a process's first thread has used, in ms. */
export const mainCpuOf = (pid: number): number => cpuOfThread(pid, pid);

/** CPU time that all threads of a process have used, in ms; 0 when it is gone. Threads that have ended are not counted. */
export function cpuOf(pid: number): number {
  let total = 0;
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) total += cpuOfThread(pid, task);
  } catch {
    return total;
  }
  return total;
}

/** True while a process runs. One that has ended and that nobody has waited for runs no more. */
export function runs(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2)[0] !== "Z";
  } catch {
    return false;
  }
}

/** The value below which a part of all lies: .5 the median. */
export const quantile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
export const median = (values: readonly number[]) => quantile(values, 0.5);
