/** The samples that platforms publish of their own APIs: every post in them is read. They are in the evaluation folder. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { takeViews } from "../../../workers/sources/wire/bluesky.ts";
import { nothing } from "../../../workers/sources/wire/document.ts";
import { takeStatus } from "../../../workers/sources/wire/mastodon.ts";
import { evaluation, lacks } from "../../support/evaluation.ts";

const folder = evaluation("data/posts");
const skip = lacks("data/posts");

test("every status in the samples of Mastodon's own documentation is read", { skip }, () => {
  const samples = readFileSync(join(folder, "mastodon_entities.jsonl"), "utf8").trim().split("\n");
  let seen = 0;
  const stack: unknown[] = samples.map((line) => (JSON.parse(line) as { json: unknown }).json);
  while (stack.length) {
    const node = stack.pop();
    if (typeof node !== "object" || node === null) continue;
    if ("content" in node && "account" in node && "uri" in node) {
      const found = nothing();
      takeStatus(found, node, new Map());
      assert.deepEqual(found.skipped, []);
      assert.ok(found.documents.length >= 1);
      seen++;
    } else stack.push(...Object.values(node));
  }
  assert.ok(seen >= 2, `${seen} statuses`);
});

test("every post in the app view's own snapshots is read", { skip }, () => {
  let posts = 0;
  let snapshots = 0;
  for (const file of globSync(join(folder, "original/atproto/packages/bsky/tests/views/__snapshots__/*.snap"))) {
    // Names of users and records are masked there: they are given the shape of real ones.
    const text = readFileSync(file, "utf8")
      .replace(/user\((\d+)\)/g, "did:plc:user$1")
      .replace(
        /"record\((\d+)\)"/g,
        (_, n) =>
          `"at://did:plc:user0/app.bsky.feed.post/3laaaaaaaa${String(n)
            .padStart(3, "2")
            .replace(/[0189]/g, "z")}"`,
      );
    for (const [, literal] of text.matchAll(/^exports\[[^\n]*\] = `\n([\s\S]*?)\n`;$/gm)) {
      const json: unknown = JSON.parse((literal ?? "").replace(/,(\s*[\]}])/g, "$1"));
      const found = nothing();
      takeViews(found, json);
      assert.deepEqual(found.skipped, [], file);
      const views = [...(literal ?? "").matchAll(/"record": \{\n\s+"\$type": "app\.bsky\.feed\.post"/g)].length;
      assert.ok(found.documents.length >= views, `${file}: ${found.documents.length} documents of ${views} views`);
      posts += found.documents.length;
      snapshots++;
    }
  }
  assert.ok(snapshots >= 40 && posts >= 200, `${snapshots} snapshots, ${posts} posts`);
});
