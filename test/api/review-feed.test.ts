/** The review queue as a feed: what waits is in it until a person decides, and what readers see already is not. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const instance = new Instance(null, {});
after(() => instance.close());
const post = (path: string, body: object) =>
  instance.call<{ id: string; feeds: string[]; found: { claims: { decision: string }[] } }>("POST", path, body, { prefer: "wait" });

test("Atom, RSS and JSON Feed hold what waits, and no more once it is decided", async () => {
  await post("/v1/claims", { ref: "mill", text: "The mill of Exampleton was sold to a bank for one euro", lang: "en" });
  const made = await post("/v1/subscriptions", { kind: "feed", name: "Queue", filter: { waiting: true } });
  assert.equal(made.status, 201, made.text);
  const linked = "They say the mill of Exampleton was sold to a bank for one euro!";
  const unsure = "The mill of Exampleton was sold";
  const decisions = [];
  for (const [ref, text] of Object.entries({ linked, unsure })) {
    const { body } = await post("/v1/documents", { ref, url: `https://paper.example/${ref}`, kind: "post", text });
    decisions.push(body.found.claims[0]?.decision);
  }
  assert.deepEqual(decisions, ["linked", "suggested"]);
  const feeds = () => Promise.all(made.body.feeds.map(async (url) => (await instance.call("GET", new URL(url).pathname)).text));
  for (const feed of await feeds()) {
    assert.match(feed, /paper\.example\/unsure/);
    assert.doesNotMatch(feed, /paper\.example\/linked/);
  }
  assert.ok((await post("/v1/sightings/confirm", { claim: "mill", document: "unsure" })).status < 300);
  for (const feed of await feeds()) assert.doesNotMatch(feed, /paper\.example\/unsure/);
});
