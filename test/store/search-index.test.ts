/** Words of a claim that leaves the search index are overwritten in it, and not only marked as deleted. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { migrations } from "../support/instance.ts";

test("nothing of it is left in the index, nor in its sample", () => {
  const db = new DatabaseSync(":memory:");
  for (const sql of migrations()) db.exec(sql);
  const tables = ["claim_search", "claim_search_sample", "story_search"];
  const words = (table: string) =>
    db
      .prepare(`SELECT block FROM ${table}_data`)
      .all()
      .some(({ block }) => Buffer.from(block as Uint8Array).includes("zorblatt")) ||
    JSON.stringify(db.prepare(`SELECT * FROM ${table}_content`).all()).includes("zorblatt");
  for (const table of tables) {
    for (const [row, said] of [
      [16, "harbour rimstad"],
      [32, "harbour zorblatt sold"],
      [48, "zorb lattice"],
    ]) // neighbours in the index
      db.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`).run(row as number, said as string);
    assert.ok(words(table), table);
    db.prepare(`INSERT OR REPLACE INTO ${table} (rowid, words) VALUES (32, 'harbour sold')`).run();
    assert.ok(!words(table), `${table} after a change`);
    db.prepare(`INSERT INTO ${table} (rowid, words) VALUES (64, 'zorblatt')`).run();
    db.prepare(`DELETE FROM ${table} WHERE rowid = 64`).run();
    assert.ok(!words(table), `${table} after it left`);
    assert.equal(db.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${table} MATCH 'harbour'`).get()?.["n"], 2);
  }
});
