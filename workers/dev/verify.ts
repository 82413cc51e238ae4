/** `npm run verify`: checks every invariant of a running instance's database. The exit code is 1 if one is broken. */
import { styleText } from "node:util";
import { verifyAll } from "./instance.ts";

const report = await verifyAll((slices) => process.stderr.isTTY && process.stderr.write(`\r${slices} slices checked `));
if (process.stderr.isTTY) process.stderr.write("\n");
for (const check of report.checks) {
  const broken = report.violations.filter((violation) => violation.check === check);
  console.log(`${broken.length ? styleText("red", "✖") : styleText("green", "✔")} ${check}`);
  for (const { subject, detail } of broken) console.log(`    ${subject}  ${detail}`);
}
console.log(`\n${report.checks.length} checks, ${report.violations.length} rows that break one`);
process.exit(report.violations.length ? 1 : 0);
