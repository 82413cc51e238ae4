/** What was listed under `PUBLISH=all` is not for readers under a stricter policy: neither now, nor in the past, nor by a page that they kept. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { settingProblems } from "../../workers/store/publishing.ts";
import { Instance } from "../faults/support/instance.ts";
import { KEY } from "../support/instance.ts";

const NAME = "Mareike Zorrobast";
const CLAIM = "The mill of Kivik mixes sawdust with its rye flour";
const DOCUMENT = {
  url: "https://paper.example/mill",
  kind: "article",
  title: "The mill of Kivik",
  publishedAt: "2026-03-02",
  lang: "en",
  text: `${CLAIM}, a neighbour says. ${NAME} denied that the mill of Kivik mixes sawdust with its rye flour. The council has not said anything about it.`,
};

test("a response that nobody read is taken from readers with the policy that showed it", async () => {
  const open = new Instance(null, { WHENCE_ENV: "production", PUBLISH: "all" });
  const { body } = await open.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM, visibility: "public" });
  await open.call("POST", "/v1/documents", DOCUMENT, { prefer: "wait" });
  await open.settle();
  const then = encodeURIComponent(new Date().toISOString());
  const timeline = `/v1/claims/${body.id}/timeline`;
  const paths = [
    timeline,
    `${timeline}?format=markdown`,
    `${timeline}?format=prov`,
    `${timeline}?asOf=${then}`,
    `/v1/claims/${body.id}/responses`,
    `/v1/claims/${body.id}/graph`,
    `/c/${body.id}`,
    `/c/${body.id}?asOf=${then}`,
    `/c/${body.id}/revisions`,
    `/c/${body.id}/card.svg`,
    `/embed/${body.id}`,
    `/oembed?url=${encodeURIComponent(`http://127.0.0.1/c/${body.id}`)}`,
    "/feed.json",
    "/feed.atom",
    "/",
  ];
  open.key = null;
  const shown = new Map<string, { text: string; etag: string | null }>();
  for (const path of paths) {
    const { text, headers } = await open.call("GET", path);
    shown.set(path, { text, etag: headers.get("etag") });
  }
  assert.ok(shown.get(timeline)?.text.includes(NAME), "the denial was read, and shown");
  for (const [path, note] of [
    ["/", "For research: "],
    [`/c/${body.id}`, "For research: "],
    [`/c/${body.id}?lang=de`, "Für die Forschung: "],
    [`/c/${body.id}/revisions`, "For research: "],
    [`/c/${body.id}/card.svg`, "For research: "],
    [`/embed/${body.id}`, "For research: "],
  ] as const)
    assert.ok((await open.call("GET", path)).text.includes(note), `${path} says that not all of it is checked`);
  assert.match((await open.call("GET", `/c/${body.id}`)).text, /name=robots content=noindex/);
  open.key = KEY;
  assert.match((await open.call("GET", "/review")).text, /For research: /, "editors, too");
  const saved = open.save();
  open.close();
  for (const PUBLISH of ["sure", "reviewed"]) {
    const strict = new Instance(saved, { WHENCE_ENV: "production", PUBLISH });
    strict.key = null;
    for (const path of paths) {
      const etag = shown.get(path)?.etag;
      const { status, text } = await strict.call("GET", path, undefined, etag ? { "if-none-match": etag } : {});
      assert.equal(status, 200, `${PUBLISH}: ${path}`);
      assert.ok(!text.includes("Zorrobast") && !text.includes("For research"), `${PUBLISH}: ${path}`);
    }
    // Matching again takes it back into the queue.
    strict.key = KEY;
    await strict.call("POST", "/v1/replay?apply=true");
    await strict.settle();
    assert.match((await strict.call("GET", "/v1/review")).text, new RegExp(NAME));
    strict.close();
  }
});

test("a value of these settings that means nothing is told", () => {
  assert.deepEqual(settingProblems({ PUBLISH: "sure", SECOND_LOOK: "" }), []);
  assert.deepEqual(settingProblems({ SECOND_LOOK: "named" }), []);
  assert.match(settingProblems({ PUBLISH: "none" }).join(), /PUBLISH is “none”, which counts as sure/);
  assert.match(settingProblems({ SECOND_LOOK: "true" }).join(), /SECOND_LOOK is “true”, which does nothing: one person can publish/);
});
