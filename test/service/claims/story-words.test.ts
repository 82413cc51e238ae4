/** A post that words a claim in no way like it waits for a person where it has words that the claim's pages share, whatever comes first. */
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
    "Halvorsen Foods relabelled expired salmon in its plant in Tarnby, the Norrby Herald reports. Two workers told the paper that crates of fish were given new stickers at night. Supermarkets in three countries buy from the company, which packs 40 tonnes a week. The foreman, Ivo Lund, was seen in the cold store.",
  ],
  denied: [
    "Halvorsen Foods denies that it relabelled expired salmon in Tarnby",
    "Halvorsen Foods denies that it relabelled expired salmon in its Tarnby plant. The Norrby Herald had quoted two workers who spoke of crates with new stickers and of a foreman, Ivo Lund. “Not one crate left the cold store,” the company said on Friday.",
  ],
  shops: [
    "Supermarkets stop buying after report that Halvorsen Foods relabelled expired salmon",
    "Three supermarkets stopped buying from Halvorsen Foods on Saturday, after the Norrby Herald reported that it relabelled expired salmon in its Tarnby plant. Workers had told of stickers and of crates that a foreman, Ivo Lund, took from the cold store.",
  ],
};
const POSTS: Record<string, string> = {
  told: "a mate of mine swears Ivo Lund had them put fresh stickers on the crates before the lorries came, and nobody said a word",
  fair: "Lovely day at the Norrby spring fair, the brass band played for hours and the children loved the old carousel by the river",
  taken: "So the foreman walks out of the cold store and the Herald gets its story. What did they think would be in those crates?",
};

const add = (ref: string) => {
  const [title, text] = PAGES[ref] ?? [undefined, POSTS[ref]];
  const kind = title ? "article" : "post";
  return service.add({ ref, kind, url: `https://${ref}.example/2026/03/02`, title, text, publishedAt: "2026-03-02", lang: "en" });
};
/** The posts with a sighting on the claim, whether it is shown, and why. */
async function posts(): Promise<string[]> {
  const rows = await service.sql<{ name: string; listed: number; detail: string }>(
    `SELECT a.name, s.listed, s.detail FROM sighting s JOIN alias a ON a.target = s.document_id AND a.key LIKE 'ref:%' JOIN claim_summary h ON h.claim_id = s.claim_id
      WHERE h.ref = 'salmon' AND s.state = 'suggested' AND s.replaced_at > 9e15 ORDER BY a.name`,
  );
  return rows.filter(({ name }) => name in POSTS).map(({ name, listed, detail }) => `${name} ${listed} ${JSON.parse(detail).reasons[0]}`);
}
const words = () => service.sql<{ words: string }>("SELECT words FROM story_search WHERE words <> ''");
const WAITING = [
  "taken 0 shares Herald, crates, foreman, cold, store with pages on this claim",
  "told 0 shares Ivo, Lund, crates, stickers with pages on this claim",
];

test("posts with words that pages on a claim share wait for it, in any order", async () => {
  for (const seed of [1, 2, 3, 4]) {
    await service.fresh();
    for (const one of shuffled(["claim", ...Object.keys(PAGES), ...Object.keys(POSTS)], seed)) {
      await (one === "claim" ? service.call("POST", "/v1/claims", CLAIM) : add(one));
      await service.settle();
    }
    assert.deepEqual(await posts(), WAITING, `order ${seed}`);
    await service.assertSound();
  }
});

test("what a person rejected waits no more, whatever comes", async () => {
  const { status } = await service.call("POST", "/v1/sightings/reject", { claim: CLAIM.ref, document: "told" });
  assert.equal(status, 200);
  await service.call("POST", `/v1/claims/${CLAIM.ref}/phrasings`, {
    text: "Salmon past its date was packed again by Halvorsen Foods in Tarnby",
  });
  await service.settle();
  assert.deepEqual(await posts(), WAITING.slice(0, 1));
  await service.assertSound();
});

test("of a claim for which twenty documents wait no more are added; the one that waits already goes on to", async () => {
  const [one] = await service.sql<{ id: string }>("SELECT claim_id AS id FROM claim_summary WHERE ref = 'salmon'");
  await service.sql(
    "INSERT INTO suggestion_count (claim_id, kind, band, waiting) VALUES (?1, 'appearance', 3, 20) ON CONFLICT DO UPDATE SET waiting = 20",
    one?.id ?? "",
  );
  POSTS["late"] = "Ivo Lund again, with his stickers, walking past those crates as if nothing ever happened";
  await add("late");
  await service.giveJobs(
    [...(await service.sql<{ id: string }>("SELECT id FROM document WHERE kind = 'post'"))].map(({ id }) => id),
    "again",
  );
  await service.settle();
  assert.deepEqual(await posts(), WAITING.slice(0, 1));
});

test("the words of an erased page are forgotten at once; its claim's other pages give theirs when one of them changes", async () => {
  const before = await words();
  assert.match(before[0]?.words ?? "", /supermarket/);
  const { status } = await service.call("DELETE", "/v1/documents/shops", undefined, { prefer: "wait" });
  assert.ok(status < 300, String(status));
  assert.deepEqual(await words(), []);
  await service.settle();
  assert.deepEqual(await words(), []);
});
