/** Nothing about a named person becomes public that was not on the screen when it was accepted: every way that makes something public is tried. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
const NAME = /Holm/;
const form = (fields: Record<string, string> | [string, string][]) => new TextEncoder().encode(String(new URLSearchParams(fields)));
const post = (path: string, fields: Record<string, string> | [string, string][]) =>
  service.call("POST", path, form(fields), { "content-type": "application/x-www-form-urlencoded" });
interface Suggestion {
  id: string;
  version: number;
  kind: string;
  statement: string;
  reports: { id: string; document: string }[];
}
const waiting = async (claim: string, kind = "response") =>
  (await service.get<{ suggestions: Suggestion[] }>(`/v1/review?kind=${kind}&claim=${claim}`)).body.suggestions;

/** A claim that is followed, of which an article tells that a person denied it; `n` makes it another one each time. */
async function denied(n: number, visibility = "public"): Promise<{ claim: string; document: string; response: Suggestion }> {
  const text = `The bakery number ${n} in Kivik mixes sawdust with its rye flour`;
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility })).body.id;
  const added = await service.add({
    url: `https://paper${n}.example/a`,
    kind: "article",
    title: "Bread of Kivik",
    text: `${text}, a neighbour claims. "That is simply not true, there is no sawdust in our flour," said Nils Holm, the baker. The council has not said anything about it so far.`,
  });
  const response = (await waiting(claim)).find((s) => NAME.test(s.statement));
  assert.ok(response, "the denial waits");
  return { claim, document: added.body.id, response };
}
/** All that the public may see of a claim. */
async function isHidden(claim: string, way: string): Promise<void> {
  for (const path of [
    `/v1/claims/${claim}`,
    `/v1/claims/${claim}/timeline`,
    `/v1/claims/${claim}/responses`,
    `/v1/claims/${claim}/graph`,
    `/c/${claim}?as=reader`,
    `/embed/${claim}`,
  ]) {
    // The article itself is public; only its own title and address are shown of it.
    const { text } = await service.anonymous("GET", path);
    assert.doesNotMatch(text, NAME, `${way}: ${path}`);
  }
}
before(async () => {
  service = await openService();
});
after(() => service.close());

test("decisions: one, by a filter, with an edit, and of another's document: held without its id in seen", async () => {
  const { claim, document, response } = await denied(1);
  const tries = [
    { items: [{ id: response.id, version: response.version, do: "accept" }] },
    { where: { kind: "response", claim, do: "accept", count: (await waiting(claim)).length } },
    { items: [{ id: response.id, version: response.version, do: "accept", edit: { described: "the baker" } }] },
    { items: [{ id: response.id, document, do: "accept" }] },
    { items: [{ id: response.id, document, do: "edit", edit: { type: "explanation" } }] },
    { items: [{ id: response.id, document, do: "accept" }], seen: [claim, document] },
  ];
  for (const body of tries) {
    const answer = await service.call<{ held: unknown[]; done: unknown[] }>("POST", "/v1/decisions", body);
    assert.equal(answer.status, 200, answer.text);
    assert.ok(answer.body.held.length > 0, JSON.stringify(body));
    await isHidden(claim, JSON.stringify(body));
  }
  await service.call("POST", "/v1/sightings/confirm", { claim, document, id: response.id });
  await isHidden(claim, "confirm");
  // Dropped and kept again: it must be read all the same.
  await service.call("POST", "/v1/decisions", { items: [{ id: response.id, version: response.version, do: "reject" }] });
  await service.call("POST", "/v1/decisions", { items: [{ id: response.id, document, do: "accept" }] });
  await isHidden(claim, "dropped and kept");
});

test("forms: the queue, several at once, the workspace: held where the page did not show the sentence", async () => {
  const { claim, document, response } = await denied(2);
  const pick = `${response.id}.${response.version}.${document}`;
  for (const [path, fields] of [
    ["/review", { id: response.id, version: String(response.version), do: "accept", back: "/review" }],
    ["/review/several", { pick, back: "/review" }],
    [`/c/${claim}/line`, { id: response.id, document, do: "accept" }],
    [`/c/${claim}/line`, { line: `${response.id}.${document}.waits`, do: "accept" }],
    [`/c/${claim}/line`, { line: `${response.id}.${document}.waits`, do: `edit ${response.id}`, type: "explanation" }],
    [`/c/${claim}/line`, { line: `${response.id}.${document}.waits`, do: "pin" }],
    [`/d/${document}/line`, { id: response.id, document, do: "accept" }],
    [`/d/${document}/line`, { id: response.id, document, do: "edit", described: "the baker" }],
  ] as const) {
    assert.equal((await post(path, fields)).status, 303, path);
    await isHidden(claim, path);
  }
  const other = await denied(3);
  assert.equal((await post(`/d/${other.document}/edit`, { title: "Bread", kind: "press_release", do: "save" })).status, 303);
  await isHidden(other.claim, "a document that was edited");
  const page = await service.get("/review?kind=response");
  assert.match(page.text, /names Nils Holm/);
  const bulk = await post("/review/bulk", { scope: "all", count: "1", do: "accept", claim });
  assert.match(bulk.text, /That is simply not true, there is no sawdust in our flour/, "its sentence is shown before it is accepted");
  assert.doesNotMatch(bulk.text, new RegExp(`value="${pick.replaceAll(".", "\\.")}" checked`), "and it is not ticked");
  const read = await post("/review", [
    ["id", response.id],
    ["version", String(response.version)],
    ["do", "accept"],
    ["back", "/review"],
    ...response.reports.map((one) => ["seen", one.id] as [string, string]),
  ]);
  assert.equal(read.status, 303);
  assert.match((await service.anonymous("GET", `/v1/claims/${claim}/timeline`)).text, NAME, "what was read is public");
});

test("an undo in the queue leads back to the line that waits again", async () => {
  const [{ claim, response }] = [await denied(31), await denied(32)];
  await post("/review", { id: response.id, version: String(response.version), do: "reject", back: "/review?kind=response" });
  const { decisions } = (await service.get<{ decisions: { id: string }[] }>(`/v1/decisions?about=${claim}`)).body;
  const undone = await post("/undo", { id: decisions[0]?.id ?? "", back: "/review?kind=response" });
  const [again] = await waiting(claim);
  assert.ok(again && again.version > response.version);
  const to = undone.headers.get("location") ?? "";
  assert.equal(new URL(to, "http://x").searchParams.get("item"), `${response.id}.${again.version}`);
  assert.match((await service.get(to)).text, new RegExp(`name="id" value="${response.id}"`));
});

test("a queue of which all was put off says so", async () => {
  const { claim, response } = await denied(33);
  const list = `/review?kind=response&claim=${claim}`;
  assert.doesNotMatch((await service.get(list)).text, /put off, and come/);
  await post("/review", { id: response.id, version: String(response.version), do: "later", back: list });
  const { text } = await service.get(list);
  assert.match(text, /Nothing to decide now: the one that waits was put off, and comes back within a day\./);
  assert.doesNotMatch(text, /Nothing matches|Show all/);
});

/** A private claim whose timeline has a line that a machine gave a person's name. */
async function privateWithName(n: number): Promise<{ claim: string; text: string }> {
  const text = `The pump house number ${n} in Arlov burned down twice`;
  const { claim } = {
    claim: (await service.call<{ id: string }>("POST", "/v1/claims", { ref: `pump-${n}`, text, visibility: "private" })).body.id,
  };
  await service.add({
    url: `https://forum.example/pump/${n}`,
    platform: "forum",
    author: { handle: `u${n}` },
    text: `${text}, I saw it myself that night`,
  });
  const named = `json_set(detail, '$.attributedTo', json('{"kind":"person","name":"Nils Holm"}'))`;
  await service.sql(`UPDATE sighting SET detail = ${named} WHERE claim_id = ?1`, claim);
  const { events } = (await service.get<{ events: unknown[] }>(`/v1/claims/${claim}/timeline`)).body;
  assert.equal(events.length, 1, "it is on the private timeline");
  return { claim, text };
}

test("a claim that becomes public, however that is said, leaves behind what nobody read", async () => {
  const ways: [string, (one: { claim: string; text: string; n: number }) => Promise<{ status: number }>][] = [
    ["PATCH", ({ claim }) => service.call("PATCH", `/v1/claims/${claim}`, { visibility: "public" })],
    ["PATCH unlisted", ({ claim }) => service.call("PATCH", `/v1/claims/${claim}`, { visibility: "unlisted" })],
    ["POST again", ({ text, n }) => service.call("POST", "/v1/claims", { ref: `pump-${n}`, text, visibility: "public" })],
    ["import", ({ text, n }) => service.importLines([{ type: "claim", ref: `pump-${n}`, text, visibility: "public" }])],
    ["visibility with hold", ({ claim }) => service.call("POST", `/v1/claims/${claim}/visibility`, { visibility: "public", hold: true })],
    [
      "decision",
      ({ claim }) => service.call("POST", "/v1/decisions", { items: [{ id: claim, do: "edit", edit: { visibility: "public" } }] }),
    ],
    ["publish form", ({ claim }) => post(`/c/${claim}/publish`, { visibility: "public" })],
  ];
  for (const [i, [way, publish]] of ways.entries()) {
    const one = { ...(await privateWithName(i)), n: i };
    assert.ok((await publish(one)).status < 400, way);
    const { body } = await service.get<{ visibility: string }>(`/v1/claims/${one.claim}`);
    assert.notEqual(body.visibility, "private", way);
    await isHidden(one.claim, way);
  }
  const refused = await privateWithName(90);
  assert.equal((await service.call("POST", `/v1/claims/${refused.claim}/visibility`, { visibility: "public" })).status, 422);
  await isHidden(refused.claim, "visibility without seen");
});

test("what a private claim has does not become public by a merge or a split", async () => {
  const open = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The pump houses of Arlov burn down often" })).body.id;
  const merged = await privateWithName(50);
  assert.equal((await service.call("POST", `/v1/claims/${merged.claim}/merge`, { into: open })).status, 200);
  await isHidden(open, "merge");
  const { claim, document } = await denied(51, "private");
  const split = await service.call("POST", `/v1/claims/${claim}/split`, { into: open, documents: [document] });
  assert.equal(split.status, 200, split.text);
  await isHidden(open, "split");
  await service.assertSound();
});

test("what came while a claim was private does not become public by taking that back", async () => {
  const { claim, text } = await privateWithName(70);
  await service.call("POST", `/v1/claims/${claim}/visibility`, { visibility: "public", hold: true });
  const down = await service.call<{ id: string }>("POST", `/v1/claims/${claim}/visibility`, { visibility: "private" });
  await service.add({
    url: "https://forum.example/pump/late",
    platform: "forum",
    author: { handle: "late" },
    text: `${text}, the whole town knows`,
  });
  const named = `json_set(detail, '$.attributedTo', json('{"kind":"person","name":"Nils Holm"}'))`;
  await service.sql(`UPDATE sighting SET detail = ${named} WHERE claim_id = ?1 AND listed = 1`, claim);
  const undone = await service.call("POST", `/v1/decisions/${down.body.id}/undo`);
  assert.equal(undone.status, 200, undone.text);
  assert.equal((await service.get<{ visibility: string }>(`/v1/claims/${claim}`)).body.visibility, "public");
  await isHidden(claim, "undo");
});
