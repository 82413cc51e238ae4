/** A claim, a document and an account go by whatever names them: id, ref, URL or page address, wherever one is taken. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const HERE = "https://whence.example";
const URL_OF_IT = "https://paper.example/mill";
const instance = new Instance(null, {});
after(() => instance.close());
const at = encodeURIComponent;
const call = (method: string, path: string, body?: unknown) => instance.call<Record<string, unknown>>(method, path, body);

const claim = String((await call("POST", "/v1/claims", { ref: "mill", text: "The mill of Exampleton runs on tea" })).body["id"]);
const other = String((await call("POST", "/v1/claims", { ref: "weir", text: "The weir of Exampleton is made of glass" })).body["id"]);
const document = String(
  (
    await call("POST", "/v1/documents", {
      ref: "report",
      kind: "article",
      url: URL_OF_IT,
      text: "The mill of Exampleton runs on tea.",
      platform: "mastodon",
      author: { handle: "ann@mastodon.example" },
    })
  ).body["id"],
);
const child = String((await call("POST", "/v1/documents", { ref: "reply", text: "Does it?", replyTo: URL_OF_IT })).body["id"]);
await call("POST", "/v1/sweep");
const names = {
  claim: [claim, "mill", `${HERE}/c/${claim}`, `${HERE}/embed/${claim}?lang=de`],
  document: [document, "report", URL_OF_IT, `${HERE}/d/${document}`],
};

for (const [kind, all] of Object.entries(names))
  test(`a ${kind} by each of its names, in each place that takes one`, async () => {
    const places: Record<string, ((name: string) => ReturnType<typeof call>)[]> = {
      claim: [
        (name) => call("GET", `/v1/claims/${at(name)}`),
        (name) => call("GET", `/v1/claims/${at(name)}/timeline`),
        (name) => call("GET", `/v1/documents?claim=${at(name)}`),
        (name) => call("GET", `/v1/responses?claim=${at(name)}`),
        (name) => call("GET", `/v1/edges?claim=${at(name)}`),
        (name) => call("GET", `/v1/review?claim=${at(name)}`),
        (name) => call("GET", `/v1/decisions?about=${at(name)}`),
        (name) => call("POST", "/v1/sightings", { claim: name, document }),
        (name) => call("POST", "/v1/sightings/confirm", { claim: name, document }),
        (name) => call("POST", "/v1/decisions", { items: [{ id: name, do: "edit", edit: { subject: "The mill" } }] }),
        (name) => call("POST", "/v1/decisions", { where: { claim: name, kind: "source", do: "accept", count: 1 } }),
        (name) => call("POST", "/v1/subscriptions", { kind: "feed", name: "Mill", filter: { claims: [name] } }),
        (name) => call("POST", `/v1/claims/${other}/split`, { into: name, documents: ["nothing"] }),
      ],
      document: [
        (name) => call("GET", `/v1/documents/${at(name)}`),
        (name) => call("GET", `/v1/documents/${at(name)}/revisions`),
        (name) => call("GET", `/v1/documents/${at(name)}/cascade`),
        (name) => call("GET", `/v1/edges?document=${at(name)}`),
        (name) => call("GET", `/v1/decisions?about=${at(name)}`),
        (name) => call("POST", "/v1/sightings", { claim, document: name }),
        (name) => call("POST", "/v1/edges", { child, parent: name, type: "quote" }),
        (name) => call("POST", `/v1/documents/${at(child)}/resolve`, { to: name }),
        (name) => call("POST", `/v1/documents/${at(name)}/resolve`, { to: child }),
        (name) => call("POST", "/v1/dead-letters/redrive", { documents: [name] }),
        (name) => call("POST", `/v1/claims/${other}/split`, { into: claim, documents: [name] }),
      ],
    };
    const [byId = "", ...others] = all;
    for (const [i, place] of (places[kind] ?? []).entries()) {
      await place(byId);
      const expected = await place(byId);
      assert.notEqual(expected.status, 404, `${kind} ${i}: ${expected.text}`);
      const steady = (text: string) => text.replaceAll(/"(?:id|feeds|at|createdAt|decision|instance)":(?:"[^"]*"|\[[^\]]*\])/g, "");
      for (const name of others) {
        const answer = await place(name);
        assert.deepEqual([answer.status, steady(answer.text)], [expected.status, steady(expected.text)], `${kind} ${i} by ${name}`);
      }
      assert.ok((await place("nothing of this name")).status < 500);
    }
  });

test("an account by its id, or platform:handle", async () => {
  const ids = async (account: string) => {
    const { body } = await call("GET", `/v1/documents?account=${at(account)}&fields=id`);
    return body["documents"];
  };
  const account = String((await call("GET", `/v1/documents/${document}`)).body["account"]);
  assert.deepEqual(await ids(account), [{ id: document }]);
  assert.deepEqual(await ids("mastodon:ann@mastodon.example"), [{ id: document }]);
  assert.equal((await call("GET", "/v1/documents?account=mastodon%3Anobody")).status, 404);
});
