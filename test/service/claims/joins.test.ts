/**
 * Posts join what pages on the same thing propose, in any order of arrival; a near copy of a post is with it, and no page's cluster depends on a
 * post.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { shuffled } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

const PAGES: [title: string, text: string][] = [
  [
    "Norrby ferry lost its steering with 212 on board",
    "The Norrby ferry lost its steering on Sunday night with 212 passengers on board, the harbour paper reports. Two tugs brought the ship to Port Calder by morning.",
  ],
  [
    "Ferry with 212 passengers drifted off Port Calder",
    "A ferry from Norrby with 212 passengers lost its steering off Port Calder on Sunday. Tugs were called at 22:40 and brought the ship in.",
  ],
];
const SISTER =
  "My sister was on the Norrby ferry on Sunday, with 212 passengers on board, when it lost its steering off Port Calder. She says that two tugs brought the ship in after hours of drifting in the dark.";
const POSTS = {
  sister: SISTER,
  // A near copy, an hour later.
  copy: `${SISTER} Unbelievable.`,
  baker:
    "The new bakery on Mill Lane has an oven of 1904 and a rye loaf that won a medal in May. Pupils of the trade school may visit it on Fridays, and my aunt sells jam there at the weekend.",
};
const documents = [
  ...PAGES.map(([title, text], i) => ({
    kind: "article",
    url: `https://paper-${i}.example/2026/03/02/ferry`,
    title,
    text,
    publishedAt: "2026-03-02",
  })),
  ...Object.entries(POSTS).map(([handle, text], i) => ({
    kind: "post",
    platform: "mastodon",
    platformId: `joins-${i}`,
    author: { handle },
    lang: "en",
    publishedAt: `2026-03-02T0${i + 6}:00:00Z`,
    text,
  })),
];
const listed = () =>
  service.sql<{ who: string; text: string }>(
    `SELECT coalesce(d.handle, d.url) AS who, h.text FROM sighting s JOIN document d ON d.id = s.document_id JOIN claim_summary h ON h.claim_id = s.claim_id
     WHERE s.method = 'cluster-1' AND s.listed AND s.replaced_at > 9e15 ORDER BY who`,
  );

test("a post joins what pages propose, whichever comes first, and its near copy is with it; another post is not", async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    await service.fresh();
    for (const document of shuffled(documents, seed)) {
      await service.add(document);
      await service.settle();
    }
    const found = await listed();
    assert.deepEqual(
      found.map(({ who }) => who),
      ["copy", ...PAGES.map((_, i) => `https://paper-${i}.example/2026/03/02/ferry`), "sister"].sort(),
      `order ${seed}`,
    );
    assert.equal(new Set(found.map(({ text }) => text)).size, 1);
    await service.assertSound();
  }
});

test("accepted, the claim keeps the posts that joined it", async () => {
  const [claim] = await service.sql<{ id: string }>(
    "SELECT claim_id AS id FROM sighting WHERE method = 'cluster-1' AND replaced_at > 9e15 LIMIT 1",
  );
  await service.call("PATCH", `/v1/claims/${claim?.id}`, { status: "open" });
  await service.settle();
  const { events } = await service.get<{ events: unknown[] }>(`/v1/claims/${claim?.id}/timeline`).then(({ body }) => body);
  assert.equal(events.length, 4);
});
