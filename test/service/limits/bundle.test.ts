/** The Worker as `wrangler deploy` bundles it: how large it is, and that it works by itself on workerd. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { build, start } from "../../bench/worker.ts";

const built = build();

const MAX_KIB = 1024;

test(`the bundle is at most ${MAX_KIB} KiB by gzip`, async (t) => {
  const { bytes, gzip } = await built;
  t.diagnostic(`${(bytes / 1024).toFixed(0)} KiB, gzip ${(gzip / 1024).toFixed(1)} KiB`);
  assert.ok(gzip <= MAX_KIB * 1024, `${gzip} bytes`);
});

test("a page goes in, its claim's timeline and pages come out", async () => {
  const worker = await start(await built);
  try {
    const claim = await worker.call("POST", "/v1/claims", {
      ref: "bells",
      text: "The bells of Tarnby were cast from melted church silver",
    });
    assert.equal(claim.status, 201);
    const html =
      "<!doctype html><html lang=en><head><title>Bells</title></head><body><article><h1>Tarnby denies that its bells are silver</h1><p>The parish of Tarnby on Monday denied that the bells of Tarnby were cast from melted church silver, as posts on Reddit claim.</p><p>&ldquo;That is simply not true,&rdquo; said the vicar, Ann Example, who asked people to read the accounts of the foundry before they wrote more of it.</p></article></body></html>";
    const added = await worker.call(
      "POST",
      "/v1/documents",
      { url: "https://paper.example/bells", html, kind: "article", publishedAt: "2025-05-05" },
      { prefer: "wait" },
    );
    assert.ok(added.status < 300, JSON.stringify(added.body));
    const { id } = claim.body as { id: string };
    const waiting = await worker.call("GET", `/v1/claims/${id}/responses?state=suggested`);
    assert.ok((waiting.body as { responses: unknown[] }).responses.length > 0, JSON.stringify(waiting.body));
    for (const path of [`/c/${id}`, `/embed/${id}?lang=zh`, `/c/${id}/card.svg`, "/", "/add", "/docs", "/openapi.json", `/c/${id}.atom`])
      assert.equal((await fetch(worker.url + path)).status, 200, path);
    assert.deepEqual(((await worker.call("GET", "/v1/verify")).body as { violations: unknown[] }).violations, []);
  } finally {
    await worker.stop();
  }
});
