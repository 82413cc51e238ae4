/** A claim's export formats over HTTP: by suffix, with their media types; feeds show the newest knowledge. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { offered } from "../../../workers/api/formats/index.ts";
import { xId } from "../support/corpus.ts";
import { type Answer, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
const TEXT = "The lighthouse of Varsund was sold for one krone";
const SIGHTINGS = 230;
let id = "";

before(async () => {
  id = (await service.call<{ id: string }>("POST", "/v1/claims", { ref: "varsund", text: TEXT })).body.id;
  const lines = Array.from({ length: SIGHTINGS }, (_, i) => {
    const at = new Date(Date.UTC(2025, 5, 1) + i * 3_600_000).toISOString();
    const url = `https://x.com/u${i}/status/${xId(at)}`;
    return [
      { type: "document", ref: `p${i}`, url, author: { handle: `u${i}` }, text: `Note ${i} on houses`, publishedAt: at },
      { type: "sighting", claim: "varsund", document: `p${i}`, stance: "support", quote: `Note ${i}` },
    ];
  });
  await service.importLines(lines.flat());
  await service.settle();
});

test("every suffix leads to its format, with its type", async () => {
  for (const { name, suffix } of offered) {
    const moved = await service.anonymous("GET", `/c/${id}.${suffix}`);
    assert.equal(moved.status, 302, suffix);
    const answer = await service.anonymous("GET", moved.headers.get("location") ?? "");
    assert.equal(answer.status, 200, name);
  }
});

test("feeds show what was learned of last, and know what is first known all the same", async () => {
  const feed = await service.anonymous<{ items: { tags: string[]; content_text: string }[] }>(
    "GET",
    `/v1/claims/${id}/timeline?format=jsonfeed&limit=20`,
  );
  assert.equal(feed.body.items.length, 20);
  assert.ok(feed.body.items.every((item) => item.tags[0] === "spread"));
  const numbers = feed.body.items.map((item) => Number(/Note (\d+)/.exec(item.content_text)?.[1]));
  assert.ok(numbers.includes(SIGHTINGS - 1) && !numbers.includes(0), numbers.join());
  assert.ok(feed.rows.read <= 240, `${feed.rows.read} rows`);
});

test("the claim's page of a long claim says how many there are in all, and reads bounded rows", async () => {
  const page = await service.anonymous("GET", `/c/${id}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /of 230 so far/);
  assert.ok((page.text.match(/class="?hit"? /g)?.length ?? 0) <= 60);
  // Its 200 events; all 230 again for the graph and again for the bars; the edges of 60.
  assert.ok(page.rows.read <= 200 + 2 * SIGHTINGS + 2 * 60 + 10, `${page.rows.read} rows`);
  assert.equal((await service.anonymous("GET", `/c/${id}.nonsense`)).status, 404);
});

test("the page of revisions tells each with what came, went and changed", async () => {
  const { body } = await service.get<{ events: { id: string; document: string }[] }>(`/v1/claims/${id}/timeline`);
  const [event] = body.events;
  await service.call("POST", "/v1/sightings/reject", { claim: id, document: event?.document, id: event?.id });
  await service.call("POST", `/v1/claims/${id}/verdicts`, {
    publisher: "Checkers",
    label: "Misleading",
    url: "https://checkers.example/1",
  });
  await service.call("PATCH", `/v1/claims/${id}`, { status: "settled" });
  const { revision } = (await service.get<{ revision: number }>(`/v1/claims/${id}`)).body;
  let items: string[] = [];
  for (let next: string | undefined = ""; next !== undefined; ) {
    const page: Answer<unknown> = await service.anonymous("GET", `/c/${id}/revisions${next}`);
    assert.equal(page.status, 200);
    items = items.concat(page.text.split("<li><h2>").slice(1));
    next = /revisions(\?before=\d+)/.exec(page.text)?.[1];
  }
  assert.deepEqual(
    items.map((item) => Number(/\?rev=(\d+)/.exec(item)?.[1])),
    Array.from({ length: revision }, (_, i) => revision - i),
  );
  const said = items.map((item) => item.replace(/<[^>]+>/g, ""));
  assert.match(said[0] ?? "", /“The lighthouse of Varsund was sold for one krone”: − open \+ settled/);
  assert.match(said[1] ?? "", /\+ Checkers · “Misleading”/);
  assert.match(said[2] ?? "", /− @u0 · asserts · post on X · 1 Jun 2025, 00:00 UTC/);
  assert.match(said.at(-1) ?? "", /revision 1 .*\+ “The lighthouse of/);
});
