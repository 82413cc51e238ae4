/** Bound accounts: what an actor says from its own account is its confirmed response. The same from any other account is not. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

const CLAIM = "The Brunn water works mixed river water into the drinking water in April";
const denial = (handle: string, id: number, more: object = {}) => ({
  kind: "post",
  platform: "mastodon",
  platformId: `${handle}-${id}`,
  author: { handle },
  lang: "en",
  publishedAt: `2025-04-0${id}T10:00:00Z`,
  text: "It is simply not true that the Brunn water works mixed river water into the drinking water in April.",
  ...more,
});
interface Event {
  document: string;
  role: string;
  state: string;
  response: { type: string; standing: string; state: string; actor: { name: string | null } } | null;
}
let claim = "";
const events = async () => (await service.get<{ events: Event[] }>(`/v1/claims/${claim}/timeline`)).body.events;
const of = async (document: string) => (await events()).find((e) => e.document === document);
interface Account {
  id: string;
  actor: { name: string } | null;
  warnings: string[];
}

test("a denial becomes the actor's confirmed response when its account is bound, and is none again when it is not", async () => {
  claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM, subject: "Brunn water works" })).body.id;
  const own = (await service.add(denial("brunn_water", 5))).body.id;
  const other = (await service.add(denial("brunn_water_", 6))).body.id;
  assert.equal((await of(own))?.response, null);

  const actor = { kind: "organisation", name: "Brunn water works" };
  const said = await service.call<Account>("POST", "/v1/accounts/mastodon:brunn_water/actor", actor);
  assert.equal(said.status, 200, said.text);
  assert.equal(said.body.actor?.name, actor.name);
  assert.equal(said.body.warnings.length, 1);
  assert.match(said.body.warnings[0] ?? "", /@brunn_water_ looks similar/);
  await service.settle();
  const event = await of(own);
  assert.equal(event?.role, "respond");
  assert.deepEqual(
    [event.response?.type, event.response?.standing, event.response?.state, event.response?.actor.name],
    ["denial", "subject", "confirmed", actor.name],
  );
  assert.equal((await of(other))?.response, null, "an account that looks alike is nobody's");
  await service.assertSound();

  const { body } = await service.get<Account>(`/v1/accounts/${said.body.id}`);
  assert.equal(body.actor?.name, actor.name);
  const later = (await service.add(denial("brunn_water", 7))).body.id;
  assert.equal((await of(later))?.response?.state, "confirmed", "what it publishes later too");
  const told = (await service.add(denial("passer_by", 8))).body.id;
  assert.equal((await of(told))?.response, null);

  const gone = await service.call<Account>("DELETE", `/v1/accounts/${said.body.id}/actor`);
  assert.equal(gone.body.actor, null);
  await service.settle();
  assert.equal((await of(own))?.response, null);
  assert.equal((await of(own))?.state, "suggested");
  assert.deepEqual(await service.sql("SELECT id FROM actor"), []);
  await service.assertSound();
});

test("an answer under the name of whom the claim names waits for a person, and says why", async () => {
  const author = { handle: "brunn_office", name: "Brunn water works" };
  const { id } = (await service.add(denial("brunn_office", 8, { author }))).body;
  assert.equal((await of(id))?.response, null, "nobody sees it as an answer");
  const { suggestions } = (await service.get<{ suggestions: unknown[] }>(`/v1/review?kind=response&claim=${claim}`)).body;
  // The accounts that go by "brunn_water" are suggested with it, as one act.
  const said = JSON.stringify(suggestions);
  assert.match(said, /goes by the name of Brunn water/);
  for (const label of [id, "@brunn_water", "Brunn water works"]) assert.ok(said.includes(label), label);
  await service.assertSound();
});

test("a post that passes on what somebody else says is told as reporting it", async () => {
  const text = "The pier of Varsund is closed after a fire";
  const id = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const sentence = "the pier of Varsund is closed after a fire";
  const isReport = { [`Police say ${sentence}`]: true, [`I said that ${sentence}`]: false, [text]: false };
  for (const [n, words] of Object.keys(isReport).entries()) await service.add({ ...denial(`pier${n}`, n + 1), text: words });
  await service.settle();
  const { events } = (await service.get<{ events: { verb: string; quote: { exact: string } }[] }>(`/v1/claims/${id}/timeline`)).body;
  assert.deepEqual(Object.fromEntries(events.map((e) => [e.quote.exact, e.verb === "reports"])), isReport);
});

test("what a party says in a thread answers the claim of the post that it replies to, whose words it does not repeat", async () => {
  const text = "Nordby Dairy put antifreeze in its vanilla ice cream";
  const id = (await service.call<{ id: string }>("POST", "/v1/claims", { text, subject: "Nordby Dairy", visibility: "public" })).body.id;
  const post = (handle: string, n: number, words: string, more: object = {}) => service.add({ ...denial(handle, n), text: words, ...more });
  const root = (await post("lena_k", 1, `${text}. My cousin works at the plant.`)).body.id;
  const said = "This is false. There is no antifreeze in any of our products and we have told the police.";
  const own = (await post("nordby", 2, said, { author: { handle: "nordby", name: "Nordby Dairy" }, replyTo: root })).body.id;
  await post("somebody", 3, said, { replyTo: root });
  const tested = (await post("agency", 4, "We have tested 40 samples of Nordby Dairy vanilla ice cream. No antifreeze was found.")).body.id;
  await service.settle();
  type Answer = { document: string; response: { type: string; actor: { name: string } } };
  const waiting = async () => (await service.get<{ responses: Answer[] }>(`/v1/claims/${id}/responses?state=suggested`)).body.responses;
  assert.deepEqual(
    (await waiting()).map(({ document, response }) => [document, response.type, response.actor.name]),
    [[own, "denial", "Nordby Dairy"]],
  );
  const page = async () => (await service.call<string>("GET", `/c/${id}`, undefined, { authorization: "" })).text;
  assert.match(await page(), /Whether anybody has responded to it is not yet checked/);
  const events = (await service.get<{ events: (Event & { verb: string })[] }>(`/v1/claims/${id}/timeline`)).body.events;
  assert.equal(events.find((e) => e.document === tested)?.verb, "mentions", "what is denied in another sentence is not asserted");
  await service.call("POST", "/v1/accounts/mastodon:nordby/actor", { kind: "organisation", name: "Nordby Dairy" });
  await service.settle();
  assert.deepEqual(
    (await waiting()).map(({ document, response }) => [document, response.type, response.actor.name]),
    [[own, "denial", "Nordby Dairy"]],
    "what a reply says of a claim that it does not repeat waits for a person, whosever account it is",
  );
  assert.doesNotMatch(await page(), /denied it/);
  await service.assertSound();
});

test("the account's posts erased: the actor's name is nowhere", async () => {
  const id = (await service.add(denial("lone_voice", 9))).body.id;
  const name = "Zebedee Quorn";
  const { body } = await service.call<Account>("POST", "/v1/accounts/mastodon:lone_voice/actor", { kind: "person", name });
  await service.settle();
  assert.equal((await of(id))?.response?.actor.name, name);
  const erased = await service.call("DELETE", `/v1/documents/${id}`);
  assert.ok(erased.status < 300, erased.text);
  for (const [table, columns] of [
    ["actor", "name"],
    ["sighting", "detail || shown"],
    ["response", "actor"],
    ["claim_summary", "first_responses"],
    ["event", "detail"],
    ["account", "coalesce(name, '')"],
  ])
    assert.deepEqual(await service.sql(`SELECT 1 FROM ${table} WHERE ${columns} LIKE ?1`, `%${name}%`), [], table);
  assert.equal((await service.get(`/v1/accounts/${body.id}`)).status, 404);
});

test("bad input is refused, and no handle binds by its name", async () => {
  const actor = { kind: "person", name: "A" };
  assert.equal((await service.call("POST", "/v1/accounts/mastodon:nobody_here/actor", actor)).status, 404);
  assert.equal((await service.call("POST", "/v1/accounts/mastodon:brunn_water/actor", { kind: "person" })).status, 422);
  assert.equal((await service.call("POST", "/v1/accounts/mastodon:brunn_water/actor", { kind: "anonymous", name: "A" })).status, 422);
  assert.equal((await service.anonymous("POST", "/v1/accounts/mastodon:brunn_water/actor", actor)).status, 401);
});

test("who puts right what it posted waits as a correction or a retraction: in its own thread, or in plain words; nobody else's reply does", async () => {
  const text = "Hollen Mills poured dye into the Aske brook on Monday";
  const id = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const post = (handle: string, n: number, words: string, more: object = {}) => service.add({ ...denial(handle, n), text: words, ...more });
  const root = (await post("brook_walker", 1, `${text}. The water is red!`)).body.id;
  const own = (await post("brook_walker", 2, "Correction: it was red clay from the quarry.", { replyTo: root })).body.id;
  await post("stranger", 3, "Correction: it was red clay from the quarry.", { replyTo: root });
  await post("stranger", 4, "I was wrong about this walk, it is lovely.", { replyTo: root });
  const plain = (await post("angler", 5, `I was wrong. I wrote that ${text}, and it was clay.`)).body.id;
  await service.settle();
  type Answer = { document: string; response: { type: string; actor: { name: string } } };
  const { responses } = (await service.get<{ responses: Answer[] }>(`/v1/claims/${id}/responses?state=suggested`)).body;
  assert.deepEqual(
    new Set(responses.map(({ document, response }) => `${document} ${response.type}`)),
    new Set([`${own} correction`, `${plain} retraction`]),
  );
  const page = (await service.call<string>("GET", `/c/${id}`, undefined, { authorization: "" })).text;
  assert.doesNotMatch(page, /took it back|published a correction/);
  await service.assertSound();
});
