/** Text that has broken programs, each line in its own way. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { evaluationFolder } from "./evaluation.ts";
import { fixtures, linesOf } from "./fixtures.ts";

/** Our own, two long ones, and a sample of those of the evaluation folder where there is one: ten times as many in a full run. */
export function hostileStrings(): string[] {
  const own = fixtures<{ text: string }>("hostile/strings").map(({ text }) => text);
  const file = join(evaluationFolder, "hostile/strings.jsonl");
  const others = existsSync(file) ? linesOf<{ s: unknown }>(file).map(({ s }) => String(s)) : [];
  const step = process.env["WHENCE_FULL"] ? 10 : 100;
  return [...own, "x".repeat(3_000), "word ".repeat(2_000), ...others.filter((_, i) => i % step === 0)];
}
