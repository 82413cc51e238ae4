/** What a machine reads of a named party is public only after a person's look, by default. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ARREST_CLAIM, arrestRelease } from "../support/arrest.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Response {
  id: string;
  document: string;
  state: string;
  response: { type: string; actor: { name: string | null } };
}
const CLAIM = "The harbour board of Lindal sold the east pier to a fish canner for 40,000 crowns";

test("a response that a machine read waits: nothing of it is public until a person confirms it", async () => {
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
  const article = await service.add({
    kind: "article",
    url: "https://lindal-news.example/2026/03/02/pier",
    publishedAt: "2026-03-02T08:00:00Z",
    title: `Board denies that ${CLAIM}`,
    text: `${CLAIM}, a post said on Sunday.\n\nGudrun Aasen, the chairwoman of the harbour board, denied it. “The east pier has not been sold to anybody,” Aasen said.`,
  });
  const path = `/v1/claims/${claim}`;
  const waiting = (await service.get<{ responses: Response[] }>(`${path}/responses?state=suggested`)).body.responses;
  const denial = waiting.find((r) => r.response.type === "denial");
  assert.ok(denial?.response.actor.name?.includes("Aasen"), JSON.stringify(waiting));
  assert.ok(denial);

  const publicly = async () => [
    (await service.anonymous("GET", `${path}/timeline`)).text,
    (await service.anonymous("GET", `${path}/responses`)).text,
    (await service.anonymous("GET", `${path}/graph`)).text,
    (await service.anonymous("GET", `/c/${claim}`)).text,
    (await service.anonymous("GET", `/embed/${claim}`)).text,
  ];
  for (const text of await publicly()) assert.doesNotMatch(text, /Aasen/);
  assert.equal((await service.anonymous("GET", `${path}/responses?state=suggested`)).status, 403);
  const queue = (await service.get<{ sightings: { id: string }[] }>("/v1/sightings")).body.sightings;
  assert.ok(queue.some((s) => s.id === denial.id));

  const judged = { claim, document: denial.document, id: denial.id };
  const held = await service.call<{ status: string; because: string }>("POST", "/v1/sightings/confirm", judged);
  assert.equal(held.body.status, "held", "nobody says that it was read");
  for (const text of await publicly()) assert.doesNotMatch(text, /Aasen/);
  assert.equal((await service.call("POST", "/v1/sightings/confirm", { ...judged, seen: true })).status, 200);
  const { responses } = (await service.anonymous<{ responses: Response[] }>("GET", `${path}/responses`)).body;
  assert.deepEqual(
    responses.map((r) => [r.id, r.state, r.document === article.body.id]),
    [[denial.id, "confirmed", true]],
  );
  for (const text of await publicly()) assert.match(text, /Aasen|"nodes"/);
});

test("a look-up of an address states no stance that nobody has settled", async () => {
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The brewery of Lindal waters its beer with rain" }))
    .body;
  const url = "https://social.example/@ida/7";
  const text = "If this is right, the brewery of Lindal waters its beer with rain, and every pint of it is worthless.";
  await service.add({ kind: "post", url, publishedAt: "2026-03-04T08:00:00Z", text });
  const { events } = (await service.anonymous<{ events: { verb: string; stanceUnsure: boolean }[] }>("GET", `/v1/claims/${id}/timeline`))
    .body;
  assert.deepEqual(
    events.map(({ verb, stanceUnsure }) => [verb, stanceUnsure]),
    [["mentions", true]],
  );
  const path = `/v1/lookup?url=${encodeURIComponent(url)}`;
  const stances = async () =>
    (await service.anonymous<{ claims: { id: string; stance: string | null }[] }>("GET", path)).body.claims.map((c) => [c.id, c.stance]);
  assert.deepEqual(await stances(), [[id, null]]);
  await service.call("POST", "/v1/sightings", { claim: id, document: url, stance: "query" });
  assert.deepEqual(await stances(), [[id, "query"]]);
});

test("accepting a line settles no stance that the machine only guesses; choosing one does, and both can be undone", async () => {
  const text = "The brewery of Hamnvik stores its beer in old oil tanks";
  const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body;
  const url = "https://social.example/@ida/8";
  const words = `If this is right, the brewery of Hamnvik stores its beer in old oil tanks, and every pint of it is worthless.`;
  await service.add({ kind: "post", url, publishedAt: "2026-03-04T08:00:00Z", text: words });
  const told = async () => {
    const { events } = (
      await service.get<{ events: { id: string; verb: string; state: string; stanceUnsure: boolean }[] }>(`/v1/claims/${claim}/timeline`)
    ).body;
    assert.equal(events.length, 1);
    return events[0] ?? assert.fail();
  };
  const { id } = await told();
  const decide = (item: object) =>
    service.call<{ id: string }>("POST", "/v1/decisions", { items: [{ id, document: url, do: "accept", ...item }], seen: [id] });
  const is = async (state: string, verb: string, stanceUnsure: boolean) =>
    assert.deepEqual((({ state, verb, stanceUnsure }) => ({ state, verb, stanceUnsure }))(await told()), { state, verb, stanceUnsure });
  await is("suggested", "mentions", true);
  await decide({});
  await is("confirmed", "mentions", true);
  await service.call("POST", "/v1/sightings/confirm", { claim, document: url, seen: true });
  await is("confirmed", "mentions", true);
  const chosen = await decide({ edit: { stance: "deny" } });
  await is("confirmed", "disputes it", false);
  assert.equal((await service.call("POST", `/v1/decisions/${chosen.body.id}/undo`)).status, 200);
  await is("confirmed", "mentions", true);
  await service.call("POST", "/v1/sightings/confirm", { claim, document: url, seen: true, stance: "deny" });
  await is("confirmed", "disputes it", false);
});

test("a page that waits is told as mentioning the claim once it is accepted: its stance is only sure where its link is", async () => {
  const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: ARREST_CLAIM })).body;
  await service.add(arrestRelease("Arrest in Carrick"));
  const [waiting] = (
    await service.get<{ sightings: { claim: string; stance: string; stanceUnsure: boolean }[] }>("/v1/sightings")
  ).body.sightings.filter((s) => s.claim === claim);
  assert.deepEqual([waiting?.stance, waiting?.stanceUnsure], ["support", true]);
});

test("who may carry a response that waits is not said to repeat the claim without it, nor to carry it", async () => {
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "The mayor of Norrby closed the old library for good" }))
    .body.id;
  const denied = { claim, stance: "deny", response: { type: "denial", standing: "subject", actor: { kind: "person", name: "Tore Lund" } } };
  const own = await service.add({
    platform: "x",
    platformId: "1890000000000000000",
    author: { handle: "torelund", name: "Tore Lund" },
    text: "That is not so.",
  });
  assert.ok((await service.call("POST", "/v1/sightings", { ...denied, document: own.body.id })).status < 300);
  await service.add({
    kind: "article",
    url: "https://norrby-news.example/2026/03/06/library",
    publishedAt: "2026-03-06T08:00:00Z",
    title: "The mayor of Norrby closed the old library for good",
    text: "The mayor of Norrby closed the old library for good, readers wrote.\n\nTore Lund, the mayor of Norrby, denied that he closed the old library.",
  });
  const { body } = await service.anonymous<{
    afterDenial: { later: number; repeats: number; carries: number } | null;
    unawareRepeats: string[];
  }>("GET", `/v1/claims/${claim}/timeline`);
  assert.deepEqual(body.unawareRepeats, []);
  assert.equal(body.afterDenial?.carries, 0);
});

test("what a person is reported to have written waits, also of a person whom the claim names", async () => {
  const text = "The singer Berit Solheim left the band Nordvik after a quarrel over money";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  await service.add({
    kind: "article",
    url: "https://norrby-news.example/2026/03/07/band",
    publishedAt: "2026-03-07T08:00:00Z",
    title: text,
    text: `${text}, fans say.\n\nIn a post on Facebook, Berit Solheim claimed that the singer had left the band Nordvik after a quarrel over money.`,
  });
  const path = `/v1/claims/${claim}/timeline`;
  interface Told {
    events: { seen: string; author: string | null; parent: { label: string | null } | null }[];
  }
  const byHer = ({ events }: Told) => events.filter((event) => event.seen === "reported" && event.author === "Berit Solheim");
  const read = (await service.anonymous<Told>("GET", path)).body;
  assert.deepEqual(byHer(read), []);
  assert.deepEqual(
    read.events.map(({ parent }) => parent?.label ?? null),
    [null],
    "nor that the article has it from her",
  );
  const { sightings } = (await service.get<{ sightings: { author: string | null }[] }>("/v1/sightings")).body;
  assert.ok(
    sightings.some((one) => one.author === "Berit Solheim"),
    JSON.stringify(sightings),
  );
});

test("a post at a place without a name of its own waits, and so does one in which a party answers; one at a place told first is shown", async () => {
  const text = "The town of Kallinge bought the old mill for nine million crowns";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  const began = `The rumour that the town of Kallinge bought the old mill for nine million crowns began on`;
  const told = (n: number, words: string) =>
    service.add({
      kind: "article",
      url: `https://mill${n}-news.example/2026/03/08/mill`,
      publishedAt: "2026-03-08T08:00:00Z",
      title: text,
      text: `${words}. The council has ${n} members and met in the hall.`,
    });
  await told(21, `${began} a blog`);
  await told(23, `${began} the blog`);
  await told(
    25,
    "Rumours say that the town of Kallinge bought the old mill for nine million crowns. In a message published on X on Monday, the town of Kallinge denied the rumour",
  );
  await service.settle();
  const { events } = (
    await service.anonymous<{ events: { seen: string; place: string | null; platform: string | null }[] }>(
      "GET",
      `/v1/claims/${claim}/timeline`,
    )
  ).body;
  assert.deepEqual(
    events.filter(({ seen, place, platform }) => seen === "reported" && (place ?? platform) !== null).map(({ place }) => place),
    ["a blog"],
  );
});
