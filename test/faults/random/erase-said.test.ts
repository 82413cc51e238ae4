/**
 * What persons said of something that was only reported, in their words: once it is a document that we hold, and that is erased, none of it is left, in
 * no version, log, export or answer of the past.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { formats } from "../../../workers/api/formats/index.ts";
import { Instance } from "../support/instance.ts";
import { faultsOf } from "../support/world.ts";

const CLAIM = "The bell of Tarnby church was cast from melted tin";
const ADDRESS = "https://forum.example/p1";
/** Words that only persons wrote, one for each place. */
const WORDS = ["Quillfeather", "grommetwise", "Ostrowick", "verdigrisly", "tinklemost", "bellwether"];
const POST = {
  platform: "forum",
  author: { handle: "u1" },
  publishedAt: "2025-06-01T10:00:00Z",
  text: `${CLAIM}, an old sexton told me.`,
};
const page = (words: string) => ({
  kind: "article",
  url: "https://gazette.example/1",
  publishedAt: "2025-06-02",
  html: `<html lang="en"><body><article><h1>Is the bell of Tarnby tin?</h1><p>${CLAIM}, posts say.</p><p>The rumour first appeared in ${words}, where an anonymous user wrote: “${CLAIM}, I heard it from the sexton.”</p></article></body></html>`,
});
type Call = (method: string, path: string, body?: object) => Promise<{ id: string }>;
/** What a page tells of, and how it comes to be a document that we hold; gives the document. */
const WAYS: Record<string, { told: string; come: (call: Call, reported: string) => Promise<string> }> = {
  "under the id of its address": {
    told: `<a href="${ADDRESS}">a post on a forum</a>`,
    come: async (call) => (await call("POST", "/v1/documents", { ...POST, url: ADDRESS })).id,
  },
  "under another id": {
    told: `<a href="${ADDRESS}">a post on a forum</a>`,
    come: async (call) => (await call("POST", "/v1/documents", { ...POST, platformId: "p1", url: ADDRESS })).id,
  },
  "by a person's word": {
    told: "a post on a forum",
    come: async (call, reported) => {
      const { id } = await call("POST", "/v1/documents", { ...POST, platformId: "p1" });
      await call("POST", `/v1/documents/${reported}/resolve`, { to: id });
      return id;
    },
  },
  "by a person's word about an address": {
    told: `<a href="${ADDRESS}">a post on a forum</a>`,
    come: async (call, reported) => {
      const { id } = await call("POST", "/v1/documents", { ...POST, platformId: "p1" });
      await call("POST", `/v1/documents/${reported}/resolve`, { to: id });
      return id;
    },
  },
};

async function everything(i: Instance, claim: string, moments: string[]): Promise<string> {
  const paths = [
    ...Object.keys(formats).map((format) => `/v1/claims/${claim}/timeline?format=${format}`),
    ...["timeline?limit=200", "graph?limit=200", "responses"].flatMap((part) => [
      `/v1/claims/${claim}/${part}`,
      ...moments.map((at) => `/v1/claims/${claim}/${part}${part.includes("?") ? "&" : "?"}asOf=${at}`),
    ]),
    ...moments.map((at) => `/v1/claims/${claim}?asOf=${at}`),
    "/v1/decisions?limit=200",
    "/v1/events?limit=1000",
    "/v1/export",
  ];
  const answers: string[] = [];
  for (const path of paths) {
    const { status, text } = await i.call("GET", path);
    assert.equal(status, 200, `${path}: ${text.slice(0, 300)}`);
    answers.push(text);
  }
  return answers.join("\n");
}

for (const [way, { told, come }] of Object.entries(WAYS))
  test(`nothing that persons said of what came ${way} is left when it is erased`, async () => {
    const i = new Instance(null, { PUBLISH: "all" });
    const call: Call = async (method, path, body) => {
      const { status, text, body: answer } = await i.call<{ id: string }>(method, path, body, { prefer: "wait" });
      assert.ok(status < 300, `${path}: ${status} ${text}`);
      return answer;
    };
    const { id: claim } = await call("POST", "/v1/claims", { text: CLAIM });
    const { id: child } = await call("POST", "/v1/documents", { ref: "o", kind: "post", text: "Bells ring.", publishedAt: "2025-06-05" });
    await call("POST", "/v1/documents", page(told));
    await i.settle();
    const reported = i.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'reported'")[0]?.id ?? "";
    const actor = { name: `Pastor ${WORDS[0]}` };
    const type = "citation";
    await call("POST", "/v1/sightings", {
      claim,
      document: reported,
      quote: `a ${WORDS[1]} sexton`,
      response: { type: "denial", standing: "subject", actor },
    });
    const [line] = i.sql<{ id: string }>("SELECT id FROM sighting WHERE method = 'person'");
    await call("POST", "/v1/decisions", {
      items: [{ id: line?.id, document: reported, do: "edit", edit: { who: `Widow ${WORDS[2]}` } }],
      why: `The ${WORDS[3]} letter says so`,
    });
    await call("POST", "/v1/edges", { child, parent: reported, type, note: `seen by ${WORDS[4]}` });
    await call("POST", "/v1/edges", { child: reported, parent: null, type, note: `${WORDS[5]} knows` });
    const before = new Date().toISOString();
    const document = await come(call, reported);
    await i.settle();
    const since = new Date().toISOString();
    assert.ok(i.tablesWith(...WORDS).length > 2);
    await call("DELETE", `/v1/documents/${document}`);
    await i.settle();
    const left = await everything(i, claim, [before, since]);
    assert.deepEqual(
      WORDS.flatMap((word) => [
        ...i.tablesWith(word).map((table) => `${word} in ${table}`),
        ...(left.includes(word) ? [`${word} told`] : []),
      ]),
      [],
    );
    // What is said of it now is refused for good, not to be sent again.
    const again = await i.call("POST", "/v1/edges", { child: reported, parent: null, type, note: `${WORDS[5]} knows` });
    assert.deepEqual([again.status, again.text.includes("erased")], [410, true], again.text);
    assert.deepEqual(await faultsOf(i), []);
    i.close();
  });
