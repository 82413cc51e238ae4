/** `whence verify` checks every invariant of an instance's database; `whence rebuild` computes its derived rows again. */
import type * as z from "zod";
import type { VerifyOut } from "../../../api/resources/operations/verify.ts";
import { call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../failure.ts";
import { plain } from "../screen.ts";

type Report = z.output<typeof VerifyOut>;
/** Checks every invariant of the instance, slice by slice; `onSlice` is called with the number of finished slices. */
export async function verifyAll(onSlice: (slices: number) => void = () => {}): Promise<Report> {
  const report: Report = { checks: [], violations: [], next: "" };
  for (let slices = 1; report.next !== null; slices++) {
    const { body } = await call<Report>("GET /v1/verify", { query: { after: report.next } });
    report.checks = body.checks;
    report.violations.push(...body.violations);
    report.next = body.next;
    onSlice(slices);
  }
  return report;
}

export const verify: Command = {
  name: "verify",
  usage: "verify",
  maxWords: 0,
  summary: "Checks every invariant of the database; the exit code is 1 if one is broken",
  examples: ["verify"],
  options: {},
  async run(screen) {
    const { checks, violations } = await verifyAll((slices) => screen.progress(`${slices} slices checked `));
    screen.progress("");
    if (screen.json) screen.out(JSON.stringify({ checks, violations }));
    else {
      for (const check of checks) {
        const broken = violations.filter((violation) => violation.check === check);
        screen.out(`${broken.length ? screen.paint("red", "✖") : screen.paint("green", "✔")} ${check}`);
        for (const { subject, detail } of broken) screen.out(`    ${plain(subject)}  ${plain(detail)}`);
      }
      screen.out(`\n${checks.length} checks, ${violations.length} rows that break one`);
    }
    return violations.length ? EXIT.failed : EXIT.done;
  },
};

export const rebuild: Command = {
  name: "rebuild",
  usage: "rebuild",
  maxWords: 0,
  summary: "Computes all derived rows again, best while no documents come in; run it again if it is cut off",
  examples: ["rebuild"],
  options: {},
  async run(screen) {
    for (const part of ["search", "rollups", "history", "places", "texts", "suggestions", "documents"]) {
      let after: string | null = "";
      for (let page = 1; after !== null; page++) {
        after = (await call<{ next: string | null }>("POST /v1/rebuild", { query: { part, after } })).body.next;
        screen.out(`${part.padEnd(8)} ${after === null ? `done, ${page} page${page === 1 ? "" : "s"}` : `page ${page} …`}`);
      }
    }
    return EXIT.done;
  },
};
