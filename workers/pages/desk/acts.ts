/** Lines of a claim that are decided together: the reports of one response. */
import type { Line } from "../../../shared/review/suggestion.ts";
import { groupByAct, type Stage } from "../../../shared/timeline/acts.ts";

export type State = Stage;
/** Whether readers see a line, an editor dropped it, or it waits. */
export function stateOf({ listed, state }: Pick<Line, "listed" | "state">): State {
  if (listed) return "public";
  return state === "rejected" ? "dropped" : "waits";
}
/** The reports of one response, the representative one first; or a single other line. */
export type Act<T> = [T, ...T[]];

/** Groups lines that are decided together: reports of one response. A public report represents it, else the most confident one. */
export function actsIn<T extends Line>(lines: readonly T[]): Act<T>[] {
  const rank = (s: T) => ({ public: 2, waits: 1, dropped: 0 })[stateOf(s)];
  const answers = lines.flatMap((line) => (line.response ? [{ ...line, ...line.response, line }] : []));
  const others = lines.filter((line) => !line.response).map((line): T[] => [line]);
  return [...groupByAct(answers, ({ line }) => stateOf(line)).map((act) => act.map(({ line }) => line)), ...others].map(
    (act) => act.sort((a, b) => rank(b) - rank(a) || (b.score ?? 0.5) - (a.score ?? 0.5)) as Act<T>,
  );
}
