/**
 * Nothing about a named person becomes public that was not on the screen when it was accepted: the ways by proposals, imports, adding, reading again
 * and taking back. Those by decisions, forms, publishing, merges and splits are in test/service/desk/named.test.ts. Each way is also gone with the
 * line seen, so that none of them holds because it does nothing.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const service = new Instance();
after(() => service.close());
const FOREVER = "replaced_at = 9007199254740991";
const NAME = /Holm/;
const form = (path: string, fields: Record<string, string> | [string, string][]) =>
  service.call("POST", path, String(new URLSearchParams(fields)), { "content-type": "application/x-www-form-urlencoded" });
const SAID = `"That is simply not true, there is no sawdust in our flour," said Nils Holm, the baker.`;
const articleOf = (n: number | string, text: string, title = "Bread of Kivik") => ({
  url: `https://paper${n}.example/a`,
  kind: "article",
  title,
  text,
});
const add = async (document: object) => (await service.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" })).body.id;

/** Whether the public sees the person's name with a claim, anywhere. */
async function isNamed(claim: string): Promise<boolean> {
  const { key } = service;
  service.key = null;
  const texts = [];
  for (const path of [
    `/v1/claims/${claim}/timeline`,
    `/v1/claims/${claim}/responses`,
    `/c/${claim}?as=reader`,
    `/embed/${claim}`,
    "/feed.json",
  ])
    texts.push((await service.call("GET", path)).text);
  service.key = key;
  return texts.some((text) => NAME.test(text));
}
interface Line {
  id: string;
  document_id: string;
  state: string;
  recorded_at: number;
}
const responses = (claim: string) =>
  service.sql<Line>(
    `SELECT id, document_id, state, recorded_at FROM sighting WHERE ${FOREVER} AND role = 'respond' AND claim_id = '${claim}'`,
  );
/** A public claim whose denial by a named person waits. */
async function denied(n: number): Promise<{ claim: string; text: string; line: Line }> {
  const text = `The bakery number ${n} in Kivik mixes sawdust with its rye flour`;
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  await add(articleOf(n, `${text}, a neighbour claims. ${SAID} The council has not said anything about it so far.`));
  const [line] = responses(claim);
  assert.ok(line, "the denial waits");
  return { claim, text, line };
}
const STORIES = [
  ["the harbour of Lund", "sold twice", "Lund", "People on the quay mended their nets and waited for the evening ferry."],
  ["the lighthouse of Ystad", "painted with lead", "Ystad", "Children climbed the stairs to the lamp and counted the ships that came in."],
  [
    "the town hall of Kalmar",
    "bought by a bank in Oslo",
    "Kalmar",
    "Clerks carried boxes of paper up to the attic and sorted them by year.",
  ],
  [
    "the theatre of Visby",
    "closed because of mould",
    "Visby",
    "Actors rehearsed in the park, and only the birds complained about the noise.",
  ],
] as const;
/** A claim that is proposed, with the denial of a named person. */
async function proposed(n: number): Promise<{ claim: string; version: number; lines: Line[] }> {
  const [thing, was, place, filler] = STORIES[n] ?? STORIES[0];
  const text = `An anonymous post claims that ${thing} was ${was}. "That is simply not true," said Nils Holm, the mayor of ${place}.\n\nNobody could say who wrote the post. ${`${filler} `.repeat(4)}`;
  await add(articleOf(`-p${n}`, text, `Was ${thing} ${was}?`));
  const [claim] = service.sql<{ claim_id: string; created_at: number }>(
    `SELECT claim_id, created_at FROM claim_summary WHERE status = 'proposed' AND text LIKE '%${thing}%'`,
  );
  assert.ok(claim, "it is proposed");
  const lines = responses(claim.claim_id);
  assert.ok(lines.length > 0, "with a response");
  // Even one of which the machine is sure.
  service.sql(`UPDATE sighting SET score = 0.99 WHERE ${FOREVER} AND role = 'respond' AND claim_id = '${claim.claim_id}'`);
  return { claim: claim.claim_id, version: claim.created_at, lines };
}

test("a proposal that is accepted for everybody takes no response along that was not kept", async () => {
  const one = await proposed(0);
  const edit = { visibility: "public" };
  assert.equal((await service.call("POST", "/v1/decisions", { items: [{ id: one.claim, do: "accept", edit }] })).status, 200);
  assert.equal(await isNamed(one.claim), false, "by the API");
  const two = await proposed(1);
  const fields = { id: two.claim, version: String(two.version), do: "accept", visibility: "public", was: "{}" };
  assert.equal((await form("/review", fields)).status, 303);
  assert.equal(await isNamed(two.claim), false, "by the form");
  const three = await proposed(2);
  assert.equal((await form("/review/several", { pick: `${three.claim}.${three.version}.` })).status, 303);
  await service.call("PATCH", `/v1/claims/${three.claim}`, { visibility: "public" });
  assert.equal(await isNamed(three.claim), false, "several at once, then made public");
  const four = await proposed(3);
  const kept: [string, string][] = four.lines.flatMap((line): [string, string][] => [
    [`r:${line.id}`, "keep"],
    [`d:${line.id}`, line.document_id],
  ]);
  const accept: [string, string][] = [
    ...Object.entries({ id: four.claim, version: String(four.version), do: "accept", visibility: "public" }),
  ];
  assert.equal((await form("/review", [...accept, ...kept])).status, 303);
  assert.equal(await isNamed(four.claim), false, "kept on a page that did not show it");
  const again = four.lines.map((line) => ({ id: line.id, document: line.document_id, do: "accept" }));
  await service.call("POST", "/v1/decisions", { items: again, seen: four.lines.map((line) => line.id) });
  assert.equal(await isNamed(four.claim), true, "seen and kept");
});

test("imports and documents that are sent again make no line public", async () => {
  const { claim, text, line } = await denied(1);
  const lines = [
    { type: "document", ...articleOf("-i1", `${text}, people say in town. ${SAID} Nobody knew more about it than that.`) },
    { type: "document", ...articleOf("-i2", `${text}, people say at sea. ${SAID} Nobody there knew more about it.`), ref: "at-sea" },
  ];
  const imported = await service.call("POST", "/v1/import", lines.map((one) => JSON.stringify(one)).join("\n"));
  assert.ok(imported.status < 300, imported.text);
  await service.call("POST", "/v1/sweep");
  assert.ok(responses(claim).length >= 3, "each report waits");
  assert.equal(await isNamed(claim), false, "import");
  await add(articleOf(1, `${text}, a neighbour claims. ${SAID} The council looked into it, and said nothing.`));
  assert.equal(await isNamed(claim), false, "a new capture");
  assert.equal((await service.call("POST", "/v1/replay?apply=true")).status, 200);
  assert.equal(await isNamed(claim), false, "read again");
  for (const part of ["rollups", "suggestions", "index"]) await service.call("POST", `/v1/rebuild?part=${part}`);
  assert.equal(await isNamed(claim), false, "rebuilt");
  const items = [{ id: line.id, document: line.document_id, do: "accept" }];
  await service.call("POST", "/v1/decisions", { items, seen: [line.id] });
  assert.equal(await isNamed(claim), true, "seen");
  const shown = responses(claim).filter((one) => one.state === "confirmed").length;
  await add(articleOf(1, `${text}, a neighbour claims. ${SAID} The council did nothing.`));
  await service.call("POST", "/v1/replay?apply=true");
  assert.equal(responses(claim).filter((one) => one.state === "confirmed").length, shown, "a line that was read brings no other one along");
});

test("adding by the form: only a response whose sentence it showed and that was kept", async () => {
  const { claim, text } = await denied(2);
  const own = (n: number) => ({
    url: `https://added${n}.example/a`,
    kind: "article",
    text: `${text}, people say by the ${["river", "lake", "sea", "wood"][n]}. ${SAID} Nobody knew more.`,
  });
  const answers: [string, Record<string, string>][] = [
    ["left", {}],
    ["kept, but not shown", { "answer:0": "keep", "read:0": "denial", "said:0": "" }],
    ["kept as something else", { "answer:0": "keep", "read:0": "denial", "said:0": "The council has not said anything about it so far." }],
  ];
  for (const [n, [way, fields]] of answers.entries()) {
    assert.equal((await form("/add", { ...own(n), ...fields, do: "save" })).status, 303, way);
    assert.equal(await isNamed(claim), false, way);
  }
  const said = { "answer:0": "keep", "read:0": "denial", "said:0": SAID, "type:0": "denial" };
  assert.equal((await form("/add", { ...own(3), ...said, do: "save" })).status, 303);
  assert.equal(await isNamed(claim), true, "kept where it stood on the page");
});

test("taking back, putting back and correcting make no line public", async () => {
  const { claim, line } = await denied(3);
  const decide = (body: object) => service.call<{ id: string }>("POST", "/v1/decisions", body);
  const named = { id: line.id, document: line.document_id };
  const rejected = (await decide({ items: [{ ...named, do: "reject" }] })).body.id;
  assert.equal((await service.call("POST", `/v1/decisions/${rejected}/undo`)).status, 200);
  assert.equal(await isNamed(claim), false, "a rejection taken back");
  const later = (await decide({ items: [{ id: line.id, version: responses(claim)[0]?.recorded_at, do: "later" }] })).body.id;
  await service.call("POST", `/v1/decisions/${later}/undo`);
  assert.equal(await isNamed(claim), false, "put off, and taken back");
  assert.equal((await service.call("PATCH", `/v1/documents/${line.document_id}`, { title: "Bread", author: "A. Writer" })).status, 200);
  assert.equal(await isNamed(claim), false, "its document corrected");
  const accepted = (await decide({ items: [{ ...named, do: "accept" }], seen: [line.id] })).body.id;
  assert.equal(await isNamed(claim), true, "accepted where it was seen");
  const undone = (await service.call<{ id: string }>("POST", `/v1/decisions/${accepted}/undo`)).body.id;
  assert.equal(await isNamed(claim), false, "its acceptance taken back");
  // What comes back by taking that back was on the screen once.
  await service.call("POST", `/v1/decisions/${undone}/undo`);
});

test("the preview of a page shows the claim that is followed, and the response to it, before anything is stored", async () => {
  const { claim, text } = await denied(5);
  const page = { url: "https://preview.example/a", kind: "article", text: `${text}, people say by the mill. ${SAID} Nobody knew more.` };
  const preview = await form("/add", page);
  assert.equal(preview.status, 200);
  assert.match(preview.text, new RegExp(`value="${claim}"`));
  assert.match(preview.text, /name="said:0" value="[^"]*That is simply not true/);
});

test("who is said to have said it is named once somebody has read the sentence", async () => {
  const text = "The bakery number 8 in Kivik mixes sawdust with its rye flour";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  await add(articleOf("-said", `${text}, said Nils Holm, the baker, on Monday. The council has not said anything about it so far.`));
  const told = async () => {
    const { key } = service;
    service.key = null;
    const { events } = (await service.call<{ events: { attributedTo: object | null }[] }>("GET", `/v1/claims/${claim}/timeline`)).body;
    service.key = key;
    return events.some(({ attributedTo }) => NAME.test(JSON.stringify(attributedTo)));
  };
  const [line] = service.sql<Line>(`SELECT id, document_id FROM sighting WHERE ${FOREVER} AND claim_id = '${claim}' AND listed = 1`);
  assert.match(service.sql<{ detail: string }>(`SELECT detail FROM sighting WHERE id = '${line?.id}'`)[0]?.detail ?? "", NAME);
  assert.equal(await told(), false, "as a machine read it");
  const items = [{ id: line?.id, document: line?.document_id, do: "accept" }];
  await service.call("POST", "/v1/decisions", { items });
  assert.equal(await told(), false, "accepted, and not seen");
  await service.call("POST", "/v1/decisions", { items, seen: [line?.id] });
  assert.equal(await told(), true, "accepted where it was seen");
});

test("where the house asks for a second look, a claim that names a person becomes public by two people, in every way", async () => {
  const house = new Instance(null, { SECOND_LOOK: "named" });
  after(() => house.close());
  const text = "Nils Holm burned the bakery of Kivik down";
  const first = house.key;
  const visibilityOf = async (id: string) => (await house.call<{ visibility: string }>("GET", `/v1/claims/${id}`)).body.visibility;
  const publish = (id: string, more = {}) =>
    house.call("POST", `/v1/claims/${id}/visibility`, { visibility: "public", seen: [id], ...more });
  const { id } = (await house.call<{ id: string }>("POST", "/v1/claims", { ref: "second", text, visibility: "public" })).body;
  assert.equal(await visibilityOf(id), "private", "entered by one");
  await house.call("POST", "/v1/import", JSON.stringify({ type: "claim", ref: "second", text, visibility: "public" }));
  assert.equal(await visibilityOf(id), "private", "imported");
  assert.equal((await house.call("PATCH", `/v1/claims/${id}`, { visibility: "unlisted" })).status, 422);
  const missing = await publish(id);
  assert.equal(missing.status, 422);
  assert.match(missing.text, /second look/);
  await publish(id, { hold: true });
  await house.call("POST", "/v1/decisions", { items: [{ id, do: "edit", edit: { visibility: "public" } }], seen: [id] });
  assert.equal(await visibilityOf(id), "private", "by a decision of one");
  const ask = () => house.call("POST", "/v1/decisions", { items: [{ id, do: "ask" }] });
  assert.equal((await ask()).status, 200);
  assert.equal((await publish(id)).status, 422, "who asks is not the second");
  const made = await house.call<{ key: string }>("POST", "/v1/keys", { name: "Second desk", scopes: ["read", "review", "ingest"] });
  house.key = made.body.key;
  assert.ok(house.key, made.text);
  await house.call("PATCH", `/v1/claims/${id}`, { text: `${text} twice` });
  assert.equal((await publish(id)).status, 422, "what was changed since has to be asked for again");
  house.key = first;
  await ask();
  house.key = made.body.key;
  assert.equal((await publish(id)).status, 200);
  assert.equal(await visibilityOf(id), "public");
  const other = (await house.call<{ id: string }>("POST", "/v1/claims", { text: "The mill of Kivik burned down", visibility: "public" }))
    .body.id;
  assert.equal(await visibilityOf(other), "public", "a claim that names nobody needs none");
  await house.call("PATCH", `/v1/claims/${other}`, { visibility: "private" });
  await house.call("POST", "/v1/documents", { ref: "denial", text: "It never burned, and I would know." });
  const response = { type: "denial", actor: { kind: "person", name: "Kari Moe" }, standing: "subject" };
  const answered = await house.call("POST", "/v1/sightings", { claim: other, document: "denial", response });
  assert.equal(answered.status, 201, answered.text);
  assert.equal((await house.call("PATCH", `/v1/claims/${other}`, { visibility: "public" })).status, 422);
  await house.call("POST", "/v1/claims", { text: "The mill of Kivik burned down", visibility: "public" });
  assert.equal(await visibilityOf(other), "private", "nor does one whose answer names a person, entered again");
});

test("where the house asks for a second look, who follows a proposal for everybody is told that a colleague must look", async () => {
  const house = new Instance(null, { SECOND_LOOK: "named" });
  after(() => house.close());
  const claim = "Nils Holm sold the ferry of Kivik to his brother for one crown";
  for (const i of [1, 2])
    await house.call("POST", "/v1/documents", { url: `https://post.example/${i}`, kind: "post", author: { handle: `u${i}` }, text: claim });
  await house.settle();
  const form = { accept: "text/html", "content-type": "application/x-www-form-urlencoded" };
  const page = (await house.call("GET", "/review?kind=claim", undefined, form)).text;
  assert.match(page, /If it names a person, only editors see it until a colleague has looked, too\./);
  const [, id = "", version = ""] = /name="?id"? value="(c\w+)".*?name="?version"? value="(\d+)"/s.exec(page) ?? [];
  const fields = { id, version, do: "accept", wording: claim, visibility: "public", back: "/review", about: claim };
  const done = await house.call("POST", "/review", new URLSearchParams(fields).toString(), form);
  const told = (await house.call("GET", done.headers.get("location") ?? "", undefined, form)).text;
  assert.match(told, /Accepted “Nils Holm sold the ferry[^<]*It is not public yet: it names a person, and two people must look/);
  assert.doesNotMatch(told, /held back/);
  assert.equal((await house.call<{ visibility: string }>("GET", `/v1/claims/${id}`)).body.visibility, "private");
  const asked = await house.call("POST", `/c/${id}/publish`, "visibility=ask", form);
  const next = (await house.call("GET", asked.headers.get("location") ?? "", undefined, form)).text;
  assert.match(next, /Asked for a second look at the claim\./);
});

test("a last name alone is no public word where the text names the person in full elsewhere", async () => {
  const text = "The windmill of Kivik was built with rotten beams";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const filler = "The council of the town meets on Friday in the old school, where the beams of the roof were changed last year.";
  const lines = () =>
    service.sql<Line & { detail: string }>(`SELECT * FROM sighting WHERE ${FOREVER} AND listed = 1 AND claim_id = '${claim}'`);
  await add(
    articleOf(
      "-w1",
      `${text}, as Holm told his neighbours. ${filler}\n\nThe miller Nils Holm was not at home on Monday.`,
      "The beams of Kivik",
    ),
  );
  const [line] = lines();
  assert.ok(line, "it is linked");
  assert.ok(line.detail.includes("Holm"), "its quote has the name");
  assert.equal(await isNamed(claim), false);
  const items = [{ id: line.id, document: line.document_id, do: "accept" }];
  await service.call("POST", "/v1/decisions", { items, seen: [line.id] });
  assert.equal(await isNamed(claim), true, "seen");
});
