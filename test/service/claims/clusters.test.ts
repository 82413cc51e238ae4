/** Pages that tell of the same thing propose one claim, whatever the order in which they come; a page on something else is not of it. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { shuffled } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

const PAGES: [title: string, text: string][] = [
  [
    "REPORT: Norrby ferry lost its steering with 212 on board",
    "The Norrby ferry lost its steering on Sunday night with 212 passengers on board, the harbour paper reports. Two tugs brought the ship to Port Calder by morning.",
  ],
  [
    "Ferry with 212 passengers drifted off Port Calder",
    "A ferry from Norrby with 212 passengers lost its steering off Port Calder on Sunday. Tugs were called at 22:40 and brought the ship in.",
  ],
  [
    "Norrby ferry drifts without steering off Port Calder",
    "Calder Watch, a Facebook page, alleged that the captain of the Norrby ferry had been sacked. Two tugs had to help a ferry from Norrby that lost its steering near Port Calder. The 212 passengers were not hurt, a port clerk said.",
  ],
  [
    "Operator: no, the Norrby ferry did not lose its steering",
    "The operator of the Norrby ferry says that it did not lose its steering on Sunday. All 212 passengers reached Port Calder, and no tugs were needed.",
  ],
  [
    "New bakery opens on Mill Lane",
    "A bakery with an oven of 1904 opens on Mill Lane in May. Its rye loaf won a medal, and pupils of the trade school may visit on Fridays.",
  ],
];

test("one claim in any order, in the words of one of them, with all that tell of it", async () => {
  let first: unknown = null;
  for (const seed of [1, 2, 3, 4]) {
    await service.fresh();
    const order = shuffled([...PAGES.entries()], seed);
    for (const [i, [title, text]] of order) {
      await service.add({ kind: "article", url: `https://paper-${i}.example/2026/03/02/ferry`, title, text, publishedAt: "2026-03-02" });
      await service.settle();
    }
    const claims = await service.sql("SELECT text, sightings FROM claim_summary WHERE sightings > 0 ORDER BY text");
    const seen = await service.sql<{ url: string; exact: string }>(
      `SELECT d.url, s.detail ->> '$.quote.exact' AS exact FROM sighting s JOIN document d ON d.id = s.document_id
       WHERE s.method = 'cluster-1' AND s.replaced_at > 9e15 ORDER BY d.url`,
    );
    assert.equal(claims.length, 1, JSON.stringify(claims));
    const listed = (await service.get<{ claims: { text: string }[] }>("/v1/claims?status=proposed")).body.claims;
    assert.deepEqual(
      listed.map((claim) => claim.text),
      claims.map((claim) => claim.text),
      "what the first of them proposed alone is not listed",
    );
    assert.equal(seen.length, 4);
    assert.ok(
      seen.every(({ exact }) => PAGES.some(([title, text]) => title === exact || text.includes(exact))),
      "each by words of its own",
    );
    first ??= { claims, seen };
    assert.deepEqual({ claims, seen }, first, `order ${seed}`);
  }
});

test("an accepted claim keeps the words of its documents as other wordings, none of a denial", async () => {
  const [{ id, text } = { id: "", text: "" }] = await service.sql<{ id: string; text: string }>(
    "SELECT claim_id AS id, text FROM claim_summary WHERE sightings > 0",
  );
  await service.call("PATCH", `/v1/claims/${id}`, { status: "open" });
  const { body } = await service.get<{ phrasings: string[] }>(`/v1/claims/${id}`);
  assert.ok(body.phrasings.length > 0 && !body.phrasings.includes(text), JSON.stringify(body.phrasings));
  assert.ok(body.phrasings.every((phrasing) => !/\b(?:no|not)\b/i.test(phrasing)));
});

test("the pages of a followed claim propose nothing more, whatever else they say", async () => {
  await service.settle();
  const waiting = await service.get<{ claims: { text: string }[] }>("/v1/claims?status=proposed");
  assert.deepEqual(waiting.body.claims, []);
  const edges = await service.sql("SELECT * FROM edge WHERE replaced_at > 9e15 AND state <> 'rejected' AND type = 'attribution'");
  assert.deepEqual(edges, [], "who states something else is no source of it");
});

test("who posts the very words of a proposal takes these too", async () => {
  await service.fresh();
  for (const [i, [title, text]] of PAGES.entries())
    await service.add({ kind: "article", url: `https://paper-${i}.example/2026/03/02/ferry`, title, text, publishedAt: "2026-03-02" });
  await service.settle();
  const [{ text } = { text: "" }] = await service.sql<{ text: string }>("SELECT text FROM claim_summary WHERE sightings > 0");
  const { body } = await service.call<{ id: string }>("POST", "/v1/claims", { text });
  const claim = await service.get<{ status: string; phrasings: string[] }>(`/v1/claims/${body.id}`);
  assert.equal(claim.body.status, "open");
  assert.ok(claim.body.phrasings.length > 0 && !claim.body.phrasings.includes(text), JSON.stringify(claim.body.phrasings));
});

test("a proposed claim is in the language of its words, whichever page came last", async () => {
  const german: [string, string] = [
    "Norrby: Fähre mit 212 an Bord verlor vor Port Calder die Steuerung",
    "Norrby, Port Calder: Eine Fähre mit 212 an Bord verlor vor Port Calder die Steuerung. Um 22:40 kamen Schlepper.",
  ];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [0, 2, 1],
  ]) {
    await service.fresh();
    for (const i of order) {
      const [title, text] = [...PAGES.slice(0, 2), german][i] ?? german;
      await service.add({ kind: "article", url: `https://paper-${i}.example/2026/03/02/ferry`, title, text, publishedAt: "2026-03-02" });
      await service.settle();
    }
    const [claim] = await service.sql<{ text: string; lang: string; sightings: number }>(
      "SELECT text, lang, sightings FROM claim_summary ORDER BY sightings DESC LIMIT 1",
    );
    assert.equal(claim?.sightings, 3, JSON.stringify(claim));
    assert.equal(claim?.lang, claim?.text.includes("Fähre") ? "de" : "en", JSON.stringify(claim));
  }
});
