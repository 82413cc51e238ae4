/** What the edge keeps of a claim's pages, and that nothing is shown from there after it was changed, hidden or erased. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../../support/wait.ts";
import { xId } from "../support/corpus.ts";
import { KEY, openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService({ WHENCE_ENV: "production", PUBLISH: "all" });
});
after(() => service.close());

let stories = 0;
/** A public claim with one post that states it. */
async function story(words: string): Promise<{ id: string; documentId: string }> {
  const claim = await service.call<{ id: string }>("POST", "/v1/claims", { text: words, visibility: "public" });
  const at = new Date(Date.UTC(2026, 2, 1, stories++)).toISOString();
  const post = await service.add({
    url: `https://x.com/ada_of_varnes/status/${xId(at)}`,
    author: { handle: "ada_of_varnes" },
    text: words,
  });
  assert.ok(post.body.id, post.text);
  await service.settle();
  return { id: claim.body.id, documentId: post.body.id };
}
const view = (path: string, headers: Record<string, string> = {}) => service.anonymous("GET", path, undefined, headers);
/** Views an address until it comes from the edge: keeping goes on after the answer. */
async function kept(path: string) {
  let answer = await view(path);
  await until(`${path} is kept`, async () => {
    answer = await view(path);
    return answer.headers.get("cache-status") === "whence; hit";
  });
  return answer;
}
const surfaces = (id: string) => [`/embed/${id}`, `/c/${id}`, `/c/${id}/card.svg`, `/v1/claims/${id}/timeline`];

test("a second view comes from the edge, and is the same answer", async () => {
  const { id } = await story("The harbour bridge at Lindvik was sold twice");
  for (const path of surfaces(id)) {
    const first = await view(path);
    assert.equal(first.status, 200, path);
    const second = await kept(path);
    assert.equal(second.text, first.text, path);
    for (const name of ["cache-control", "etag", "content-type", "content-security-policy", "x-content-type-options"])
      assert.equal(second.headers.get(name), first.headers.get(name), `${path} ${name}`);
    assert.equal((await view(path, { "if-none-match": second.headers.get("etag") ?? "" })).status, 304);
  }
});

test("each language and each parameter has its own answer", async () => {
  const { id } = await story("The old mill of Sandby burnt down on Monday");
  await kept(`/embed/${id}`);
  const german = await view(`/embed/${id}`, { "accept-language": "de" });
  assert.notEqual(german.headers.get("cache-status"), "whence; hit");
  assert.match(german.text, /<html lang="?de\b/);
  assert.match((await view(`/embed/${id}?theme=dark`)).text, /dark/);
});

test("a change is seen at once on every address", async () => {
  const { id } = await story("The night train to Ostwick never ran");
  for (const path of surfaces(id)) await kept(path);
  const changed = "The night train to Ostwick ran only once";
  assert.equal((await service.call("PATCH", `/v1/claims/${id}`, { text: changed })).status, 200);
  for (const path of surfaces(id).filter((one) => !one.endsWith(".svg"))) assert.ok((await view(path)).text.includes(changed), path);
});

test("a claim that is made private is gone at once", async () => {
  const { id } = await story("The ferry of Norholm carried no lifeboats");
  for (const path of surfaces(id)) await kept(path);
  assert.equal((await service.call("PATCH", `/v1/claims/${id}`, { visibility: "private" })).status, 200);
  for (const path of surfaces(id)) assert.equal((await view(path)).status, 404, path);
});

test("a look-up is kept, and follows each change of a claim", async () => {
  const words = "The quay of Sundby sinks by a hand each year";
  const { id } = await story(words);
  const path = `/v1/lookup?text=${encodeURIComponent(words)}`;
  const first = await kept(path);
  assert.ok(first.text.includes(id));
  assert.equal((await view(path, { "if-none-match": first.headers.get("etag") ?? "" })).status, 304);
  assert.equal((await service.call("PATCH", `/v1/claims/${id}`, { visibility: "private" })).status, 200);
  assert.ok(!(await view(path)).text.includes(id));
  assert.ok((await view(path, { authorization: `Bearer ${KEY}` })).text.includes(id));
});

test("an erased document's words are gone at once", async () => {
  const { id, documentId } = await story("The lighthouse of Varnes had no lamp for a year");
  for (const path of surfaces(id)) assert.ok(path.endsWith(".svg") || (await kept(path)).text.includes("ada_of_varnes"), path);
  assert.equal((await service.call("DELETE", `/v1/documents/${documentId}`)).status, 200);
  for (const path of surfaces(id)) assert.doesNotMatch((await view(path)).text, /ada_of_varnes/, path);
});

test("what an editor sees is neither kept nor given to others", async () => {
  const { id } = await story("The museum of Tarnby lent out a forgery");
  const authorization = { authorization: `Bearer ${KEY}` };
  for (let times = 0; times < 3; times++)
    assert.equal((await view(`/v1/claims/${id}/timeline`, authorization)).headers.get("cache-status"), null);
  assert.equal((await view(`/c/${id}`, { cookie: "whence_session=x" })).headers.get("cache-status"), null);
});

test("a merged claim's address follows the claim that it went into", async () => {
  const [one, other] = [await story("The clock of Elmsund stood still in May"), await story("Elmsund's clock has stood still since May")];
  await kept(`/embed/${one.id}`);
  assert.equal((await service.call("POST", `/v1/claims/${one.id}/merge`, { into: other.id })).status, 200);
  await view(`/embed/${one.id}`);
  assert.equal((await service.call("PATCH", `/v1/claims/${other.id}`, { visibility: "private" })).status, 200);
  assert.equal((await view(`/embed/${one.id}`)).status, 404);
});
