/** The order of a deploy, and that files of the schema only add: the Worker that still runs must work on the new schema. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { databaseOf, stepsOf } from "../../workers/dev/deploy.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("the schema comes before the Worker, and the database before both", () => {
  const commands = (options: { dryRun: boolean; hasDatabase: boolean }) =>
    stepsOf({ ...options, database: "whence" }).map(({ run }) => run.join(" "));
  const usual = ["d1 migrations apply whence --remote", "deploy"];
  assert.deepEqual(commands({ dryRun: false, hasDatabase: true }), usual);
  assert.deepEqual(commands({ dryRun: false, hasDatabase: false }), ["d1 create whence", ...usual]);
});

test("a dry run touches nothing remote", () => {
  for (const hasDatabase of [true, false])
    for (const { run } of stepsOf({ dryRun: true, hasDatabase, database: "whence" })) {
      assert.ok(run.includes("--dry-run"), run.join(" "));
      assert.ok(!run.includes("--remote"), run.join(" "));
    }
});

test("the database that the deploy button made is used, whatever its name", () => {
  const config = readFileSync(`${root}wrangler.toml`, "utf8");
  assert.deepEqual(databaseOf(config), { name: "whence", id: null });
  const made = config.replace('database_name = "whence"', 'database_name = "desk"\ndatabase_id = "0-1"');
  assert.deepEqual(databaseOf(made), { name: "desk", id: "0-1" });
});

test("the deploy button is told what each binding and secret is for", () => {
  const { cloudflare } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    cloudflare: { bindings: Record<string, { description: string }> };
  };
  const secrets = [...readFileSync(`${root}.dev.vars.example`, "utf8").matchAll(/^(\w+)=/gm)].map(([, name = ""]) => name);
  const bindings = [...readFileSync(`${root}wrangler.toml`, "utf8").matchAll(/^binding = "(\w+)"/gm)].map(([, name = ""]) => name);
  assert.deepEqual(
    Object.keys(cloudflare.bindings).sort(),
    [...new Set([...secrets, ...bindings, "CONTACT"])].filter((name) => name !== "ASSETS").sort(),
  );
});

/**
 * What a Worker that does not know of it can live with. A column that is added has a default or may be null, or its inserts would fail; without an
 * index it is slower.
 */
const ADDS = /^(DROP INDEX|CREATE (VIRTUAL )?TABLE|CREATE (UNIQUE )?INDEX|INSERT INTO|ALTER TABLE \w+ ADD (COLUMN )?)/i;
const isHarmless = (statement: string) =>
  ADDS.test(statement) && (!/^ALTER/i.test(statement) || !/NOT NULL/i.test(statement) || /DEFAULT/i.test(statement));
/** What no Worker that was released uses may go, or get another name and meaning. */
const UNUSED = [
  "DROP TABLE late_arrival",
  "ALTER TABLE text DROP COLUMN hash",
  "ALTER TABLE sighting RENAME COLUMN published_earliest TO earliest_after",
  "ALTER TABLE sighting RENAME COLUMN published_latest TO latest_after",
  "UPDATE sighting SET earliest_after = earliest_after - at, latest_after = latest_after - at",
  // What waits is derived; its acts are joined another way.
  "UPDATE suggestion SET act = claim_id || ' ' || id WHERE kind = 'response'",
  "UPDATE suggestion SET act = claim_id || '/' || substr(id, 31) WHERE kind = 'source'",
  `UPDATE suggestion SET lead = (id = (SELECT b.id FROM suggestion b WHERE b.act = suggestion.act AND b.kind IN ('response', 'source')
  ORDER BY iif(b.kind = 'source', b.since, -b.band), b.id LIMIT 1)) WHERE kind IN ('response', 'source')`,
  "DELETE FROM suggestion_count",
  // What all other rows have already, and every Worker reads: an older erasure left it out.
  `UPDATE sighting SET detail = (SELECT json_object('attributedTo', NULL, 'response', json_object('type', r.type, 'standing', r.standing,
    'seen', r.seen, 'actor', json_object('kind', 'unknown'), 'quotes', json_array()))
  FROM response r WHERE r.claim_id = sighting.claim_id AND r.replaced_at = sighting.replaced_at AND r.at = sighting.at AND r.id = sighting.id)
WHERE detail = '{}' AND role = 'respond' AND EXISTS (SELECT 1
  FROM response r WHERE r.claim_id = sighting.claim_id AND r.replaced_at = sighting.replaced_at AND r.at = sighting.at AND r.id = sighting.id)`,
  // The Worker before read this only of lines that nobody had accepted.
  "UPDATE sighting SET detail = json_remove(detail, '$.stanceUnsure') WHERE state = 'confirmed' AND detail ->> '$.stanceUnsure' = 1",
  // The Worker before knows documents that were never taken for others.
  "UPDATE document SET resolved_id = NULL WHERE resolved_id IS NOT NULL AND seen = 'observed'",
];
/** What is derived may be made anew in one file, under its name: the file is one transaction. */
const isMadeAnew = (statement: string, sql: string) => {
  const table = /^DROP TABLE (\w+)$/i.exec(statement)?.[1];
  return table !== undefined && new RegExp(`CREATE VIRTUAL TABLE ${table}\\b`).test(sql.slice(sql.indexOf(statement)));
};

test("files of the schema only add", () => {
  const files = globSync("schema/*.sql", { cwd: root }).sort();
  assert.ok(files.length > 7);
  for (const file of files) {
    const sql = readFileSync(root + file, "utf8").replace(/--[^\n]*/g, "");
    for (const statement of sql
      .split(";")
      .map((s) => s.trim())
      .filter(Boolean))
      assert.ok(isHarmless(statement) || isMadeAnew(statement, sql) || UNUSED.includes(statement), `${file}: ${statement.slice(0, 90)}`);
  }
  for (const bad of ["DROP TABLE x", "ALTER TABLE x RENAME TO y", "ALTER TABLE x ADD COLUMN y TEXT NOT NULL", "UPDATE x SET y = 1"])
    assert.ok(!isHarmless(bad), bad);
});
