/** The mutants of `npm run test:mutants` still fit the code that they make wrong. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { mutants } from "./support/mutants.ts";

test("what a mutant replaces is in its file, once", () => {
  const sound = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");
  const stale = mutants.filter(({ file, from }) => sound(file).split(from).length !== 2);
  assert.deepEqual(
    stale.map(({ name }) => name),
    [],
  );
});
