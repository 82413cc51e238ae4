/** The order of a deploy, and that files of the schema only add: the Worker that still runs must work on the new schema. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { stepsOf } from "../../workers/dev/deploy.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the schema comes before the Worker, and the database before both", () => {
  const commands = (options: Parameters<typeof stepsOf>[0]) => stepsOf(options).map(({ run }) => run.join(" "));
  const usual = ["d1 migrations apply whence --remote", "deploy"];
  assert.deepEqual(commands({ dryRun: false, hasDatabase: true }), usual);
  assert.deepEqual(commands({ dryRun: false, hasDatabase: false }), ["d1 create whence", ...usual]);
});

test("a dry run touches nothing remote", () => {
  for (const hasDatabase of [true, false])
    for (const { run } of stepsOf({ dryRun: true, hasDatabase })) {
      assert.ok(run.includes("--dry-run"), run.join(" "));
      assert.ok(!run.includes("--remote"), run.join(" "));
    }
});

/** What a Worker that does not know of it can live with. A column that is added has a default or may be null, or its inserts would fail; without an index it is slower. */
const ADDS = /^(DROP INDEX|CREATE (VIRTUAL )?TABLE|CREATE (UNIQUE )?INDEX|INSERT INTO|ALTER TABLE \w+ ADD (COLUMN )?)/i;
const isHarmless = (statement: string) =>
  ADDS.test(statement) && (!/^ALTER/i.test(statement) || !/NOT NULL/i.test(statement) || /DEFAULT/i.test(statement));

test("files of the schema only add", () => {
  const files = globSync("schema/*.sql", { cwd: root }).sort();
  assert.ok(files.length > 7);
  for (const file of files) {
    const sql = readFileSync(root + file, "utf8").replace(/--[^\n]*/g, "");
    for (const statement of sql
      .split(";")
      .map((s) => s.trim())
      .filter(Boolean))
      assert.ok(isHarmless(statement), `${file}: ${statement.slice(0, 90)}`);
  }
  for (const bad of ["DROP TABLE x", "ALTER TABLE x RENAME TO y", "ALTER TABLE x ADD COLUMN y TEXT NOT NULL", "UPDATE x SET y = 1"])
    assert.ok(!isHarmless(bad), bad);
});
