/** A page that is only likely to make a claim links where another page on the same story makes it in its own words, whatever comes first. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { shuffled } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

const CLAIM = { ref: "salmon", text: "Halvorsen Foods relabelled expired salmon in its Tarnby plant" };
const PAGES: Record<string, [title: string, text: string]> = {
  plain: [
    "Report: Halvorsen Foods relabelled expired salmon at Tarnby plant",
    "Halvorsen Foods relabelled expired salmon in its plant in Tarnby, the Norrby Herald reports. Two workers told the paper that crates of fish were given new dates at night. The company has not answered questions. The Tarnby plant packs 40 tonnes of salmon a week and sells it to supermarkets in three countries.",
  ],
  likely: [
    "Fish packer under fire over crates with new dates",
    "Halvorsen Foods is under fire over its plant in Tarnby. Two workers told the Norrby Herald that crates which should have been thrown away were given new dates at night. Supermarkets in three countries buy fish from the company, which packs 40 tonnes a week.",
  ],
  workers: [
    "Workers tell of nights at the fish plant",
    "Two workers at the Halvorsen Foods plant have told the Norrby Herald of salmon in crates that were given new dates at night. The company packs 40 tonnes a week for supermarkets in three countries.",
  ],
  shops: [
    "Supermarkets wait for answers from fish packer",
    "Supermarkets in three countries said on Friday that they wait for answers from a fish packer in Tarnby. Two workers had told the Norrby Herald about crates that were given new dates at night. Halvorsen Foods packs 40 tonnes a week in the plant.",
  ],
  pool: [
    "Tarnby opens its new swimming pool",
    "The new swimming pool of Tarnby opens on Saturday with a concert of the school choir. Tickets cost four crowns, and children under six swim free. The mayor said that the pool cost nine million crowns.",
  ],
};

async function addPage(ref: string): Promise<void> {
  const [title, text] = PAGES[ref] ?? [];
  await service.add({ ref, kind: "article", url: `https://${ref}.example/2026/03/02`, title, text, publishedAt: "2026-03-02" });
}
/** The pages on the claim's timeline, each with how it was linked. */
async function linked(): Promise<string[]> {
  const rows = await service.sql<{ name: string; method: string }>(
    `SELECT a.name, s.method FROM sighting s JOIN alias a ON a.target = s.document_id AND a.key LIKE 'ref:%' JOIN claim_summary h ON h.claim_id = s.claim_id
      WHERE h.ref = 'salmon' AND s.listed = 1 AND s.replaced_at > 9e15 ORDER BY a.name`,
  );
  return rows.map(({ name, method }) => `${name}: ${method}`);
}
const say = async (what: "confirm" | "reject", document: string) => {
  const { status } = await service.call("POST", `/v1/sightings/${what}`, { claim: CLAIM.ref, document });
  assert.equal(status, 200);
  await service.settle();
};
const BY_STORY = ["likely: lexical-2 by story", "workers: lexical-2 by story"];

test("the other pages on the story follow the one that is sure, in any order", async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    await service.fresh();
    for (const one of shuffled(["claim", ...Object.keys(PAGES)], seed)) {
      await (one === "claim" ? service.call("POST", "/v1/claims", CLAIM) : addPage(one));
      await service.settle();
    }
    assert.deepEqual(await linked(), [BY_STORY[0], "plain: lexical-2", BY_STORY[1]], `order ${seed}`);
    await service.assertSound();
  }
});

test("all at once: pages of one step see each other", async () => {
  await service.fresh();
  await service.call("POST", "/v1/claims", CLAIM);
  const lines = Object.entries(PAGES).map(([ref, [title, text]]) => ({
    type: "document",
    ref,
    kind: "article",
    title,
    text,
    url: `https://${ref}.example/a`,
  }));
  await service.call("POST", "/v1/import", lines.map((line) => JSON.stringify(line)).join("\n"), {
    "content-type": "application/x-ndjson",
  });
  await service.settle();
  assert.deepEqual(await linked(), [BY_STORY[0], "plain: lexical-2", BY_STORY[1]]);
});

test("where a person says that the sure page does not make the claim, the others wait; where they say that one of these does, the rest follow", async () => {
  await say("reject", "plain");
  assert.deepEqual(await linked(), []);
  await say("confirm", "likely");
  assert.deepEqual(await linked(), ["likely: person", BY_STORY[1]]);
});
