/**
 * Whole stories through the real pipeline, in several orders of arrival, once and again, and a night later: timelines and edges are what a reader
 * expects.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { stories } from "../../fixtures/stories.ts";
import { openService } from "../support/harness.ts";
import { deliver, findings, type Graph, graphsOf } from "./stories.ts";

const service = await openService({ PUBLISH: "all" }); // to see what is read
after(() => service.close());
const full = Boolean(process.env["WHENCE_FULL"]);
const ORDERS = full ? 12 : 2;
/** How often each document is delivered: the first graph is of those that came once. */
const timesOf = (seed: number) => (full && seed > 0 ? 3 : seed === ORDERS - 1 ? 2 : 1);

/** In the short run the second order has every fourth story: that any order gives the same is no matter of one story. */
const storiesOf = (seed: number) => stories.filter((_, i) => full || seed === 0 || i % 4 === 1);

let first: Map<string, Graph> | null = null;
for (let seed = 0; seed < ORDERS; seed++)
  test(`order ${seed}, ${timesOf(seed)} times`, async (t) => {
    if (seed > 0) await service.fresh();
    const told = storiesOf(seed);
    await deliver(service, told, seed * 7919, timesOf(seed));
    const graphs = await graphsOf(service, told);
    for (const story of told)
      await t.test(story.name, { todo: seed === 0 && story.todo }, () => {
        const graph = graphs.get(story.claim.ref);
        assert.ok(graph);
        if (first) assert.deepEqual(graph, first.get(story.claim.ref));
        else
          assert.deepEqual(
            findings(story, graph).filter(({ wrong }) => wrong),
            [],
          );
      });
    first ??= graphs;
  });
