/** A phrase that more texts share than one look-up compares: the parents are the same in any order of arrival. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { xPost } from "../../support/documents.ts";
import { canonical, type Row, sameRows } from "../support/canonical.ts";
import { shuffled } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
const FULL = Boolean(process.env["WHENCE_FULL"]);
const ORDERS = FULL ? 12 : 2;
/** Of one phrase the earliest eight texts are compared: by default three times as many share one, and more. */
const [VIRAL, FOOTED, TELLING] = FULL ? [60, 40, 24] : [30, 24, 16];
const at = (minute: number) => new Date(Date.UTC(2025, 4, 1, 6, minute)).toISOString();

const said = "The ferry of Anholt was sold to a circus because its captain lost it in a game of cards on Sunday";
const words = said.split(" ");
const remarks = ["Wow", "So sad", "What", "Just in", "Typical", "My aunt saw it", "No way"];
/** Copies with a few words changed here and there, some of them much, so that each is alike to some of the others and not to all. */
const viral = Array.from({ length: VIRAL }, (_, i) => {
  const own = words.map((word, k) => ((k * 7 + i * 3) % (9 + (i % 4)) === 0 ? `${word}${i % 5}` : word)).join(" ");
  return xPost(`viral${i}`, `viral_${i}`, at(i), `${remarks[i % 7]} number ${i}! ${own}. ${i % 3 ? "" : `Shame on number ${i}`}`);
});
/** Another story with the same tail in each post. */
const tail = "Follow the island mail for more news from the islands every morning at seven and every evening at nine";
const footed = Array.from({ length: FOOTED }, (_, i) =>
  xPost(
    `foot${i}`,
    `foot_${i}`,
    at(100 + i),
    `Item ${i * 13}: the ${["goat", "pier", "mast", "lamp"][i % 4]} of house ${i} is ${i % 2 ? "gone" : "new"}. ${tail}`,
  ),
);
/** What states the same in other words each time, and no band shows: it is found by two rare words. */
const parts = ["caustic soda leaked", "into school milk", "at the Orrin dairy", "and parents", "were told nothing", "for nine days"];
const telling = Array.from({ length: TELLING }, (_, i) =>
  xPost(
    `tell${i}`,
    `tell_${i}`,
    at(200 + i),
    `${[...parts.slice(i % 6), ...parts.slice(0, i % 6)].join(" ")} ${["says Bo", "sadly", "it seems", "I hear"][i % 4]}`,
  ),
);
const posts = [...viral, ...footed, ...telling].map((post) => ({ type: "document", ...post }));

test("any order of posts that share a phrase, a tail or a statement gives the same graph", async (t) => {
  let first: Record<string, Row[]> | null = null;
  for (let seed = 0; seed < ORDERS; seed++)
    await t.test(`order ${seed}`, async () => {
      await service.fresh();
      await service.importLines([{ type: "claim", ref: "ferry", text: said }]);
      const order = seed === 0 ? posts : seed === 2 ? posts.toReversed() : shuffled(posts, seed);
      const size = [90, 7, 1, 20][seed % 4] ?? 1;
      for (let i = 0; i < order.length; i += size) await service.importLines(order.slice(i, i + size), "", { prefer: "wait" });
      await service.settle();
      const graph = await canonical(service);
      // A claim that nobody proposes any more stays as it was, and is shown nowhere.
      const held = (id: unknown) => graph["sightings"]?.some((s) => s["claim_id"] === id);
      graph["claims"] = graph["claims"]?.filter((c) => held(c["id"])) ?? [];
      graph["heads"] = graph["heads"]?.filter((c) => held(c["claim_id"])) ?? [];
      first ??= graph;
      for (const [name, rows] of Object.entries(graph)) sameRows(name, rows, first[name] ?? [], `order ${seed}`);
      assert.deepEqual(await service.sql("SELECT * FROM job"), []);
    });
});
