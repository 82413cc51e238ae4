/** The review queue: one suggestion at a time, decided by forms, undone exactly, logged with the key's id; for reviewers only. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};
const TEXTS = [
  "The bakery in Kivik mixes sawdust with its rye flour. I saw the sacks.",
  "look: the bakery in Kivik mixes sawdust with its rye flour, saw the sacks myself",
  "The bakery of Kivik sold flour again",
  "Rye flour with sawdust again",
  "nobody has paid for water",
];
const form = (fields: Record<string, string> | [string, string][]) => new TextEncoder().encode(String(new URLSearchParams(fields)));
const post = (path: string, fields: Record<string, string> | [string, string][], headers: Record<string, string> = {}) =>
  service.anonymous("POST", path, form(fields), {
    "content-type": "application/x-www-form-urlencoded",
    cookie: cookies["desk"] ?? "",
    ...headers,
  });
const page = (path: string) => service.anonymous("GET", path, undefined, { cookie: cookies["desk"] ?? "" });
/** The hidden fields of the form that decides. */
function fieldsOf(html: string): Record<string, string> {
  const decide = /<form id=decide action="[^"]*\/review" method=post>((?:(?!<\/form>).)*value=accept)/s.exec(html)?.[1] ?? "";
  return Object.fromEntries([...decide.matchAll(/<input type=hidden name="(\w+)" value="([^"]*)"/g)].map((m) => [m[1] ?? "", m[2] ?? ""]));
}
const undoOf = (html: string): Record<string, string> => ({
  kind: /name="kind" value="(\w+)"/.exec(html)?.[1] ?? "",
  after: "",
  do: "undo",
  token: /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "",
});
const waiting = (html: string) => [...html.matchAll(/<small>(\d+)<\/small><\/a>/g)].map((m) => Number(m[1]));
/** All that is known now, but for when it was recorded, revisions and counters. */
const known = () =>
  Promise.all([
    service.sql(
      "SELECT claim_id, id, listed, at, document_id, role, stance, state, method, score, detail, shown FROM sighting WHERE replaced_at = 9007199254740991 ORDER BY claim_id, id",
    ),
    service.sql(
      "SELECT child_id, parent_id, type, basis, confidence, state, is_primary, evidence, method FROM edge WHERE replaced_at = 9007199254740991 ORDER BY 1, 2, 3",
    ),
    service.sql("SELECT id, text, status, visibility FROM claim WHERE replaced_at = 9007199254740991 ORDER BY id"),
    service.sql("SELECT claim_id, sightings, responses, platforms, first_responses, listed FROM claim_summary ORDER BY claim_id"),
  ]);
const lastEvent = async () =>
  (
    await service.sql<{ type: string; detail: string }>(
      "SELECT type, detail FROM event WHERE type NOT LIKE 'document.%' ORDER BY seq DESC LIMIT 1",
    )
  )[0];

before(async () => {
  service = await openService({ WHENCE_ENV: "production", PUBLISH: "all" });
  for (const text of [
    "The bakery in Kivik mixes sawdust with its rye flour",
    "Nobody in Arlov has paid for water since the pump house burned",
  ])
    await service.call("POST", "/v1/claims", { text });
  for (const [i, text] of TEXTS.entries())
    await service.add({
      url: `https://forum.example/p/${i}`,
      author: { handle: `u${i}` },
      text,
      platform: "forum",
      publishedAt: `2025-03-0${i + 1}T10:00:00Z`,
    });
  await service.add({
    url: "https://paper.example/a",
    kind: "article",
    title: "Clock of Rimstad strikes thirteen",
    text: 'The clock tower of Rimstad strikes thirteen at noon, a resident claims. "The clock strikes thirteen," said Nils Holm, a baker. The council denied that the clock is wrong.\n\nNobody on the council knows since when or why.',
  });
  for (const [name, scopes] of [
    ["desk", ["read", "review"]],
    ["reader", ["read"]],
  ] as const) {
    const made = await service.call<{ id: string; key: string }>("POST", "/v1/keys", { name, scopes });
    ids[name] = made.body.id;
    const answer = await post("/signin", { key: made.body.key });
    cookies[name] = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }
});
after(() => service.close());

test("both texts stand side by side, shared words marked, with reasons and what is left", async () => {
  const { status, text, rows } = await page("/review");
  assert.equal(status, 200);
  // How many depends on the matcher: that there are some is what matters here.
  const [sightings = 0, claims = 0, edges = 0] = waiting(text);
  assert.ok(sightings >= 2 && claims >= 1 && edges >= 1, `${sightings}, ${claims}, ${edges}`);
  assert.ok((text.match(/<mark>/g)?.length ?? 0) >= 2, "words of both are marked");
  assert.match(text, /shares the rare words/);
  assert.ok(Number.isNaN(rows.read) || rows.read < 100, String(rows.read));
  assert.deepEqual(Object.keys(fieldsOf(text)).sort(), ["after", "claim", "document", "id", "kind"]);
});

for (const [kind, accepted, rejected] of [
  ["sightings", "sighting.confirmed", "sighting.rejected"],
  ["edges", "edge.confirmed", "edge.rejected"],
  ["claims", "claim.changed", "claim.changed"],
] as const)
  test(`${kind}: accept and reject take it off the queue, tell who did it, and undo restores exactly what was`, async () => {
    for (const [what, type] of [
      ["accept", accepted],
      ["reject", rejected],
    ] as const) {
      const before = await known();
      const asked = await page(`/review?kind=${kind}`);
      const fields = fieldsOf(asked.text);
      const wording: Record<string, string> =
        kind === "claims" ? { text: /name=text [^>]*value="([^"]+)"/.exec(asked.text)?.[1] ?? "", visibility: "public" } : {};
      const answer = await post("/review", { ...fields, ...wording, do: what });
      assert.equal(answer.status, 303, answer.text.slice(-400));
      const event = await lastEvent();
      assert.equal(event?.type, type);
      assert.equal((JSON.parse(event?.detail ?? "{}") as { by?: string }).by, `key:${ids["desk"]}`);
      assert.notDeepEqual(await known(), before);
      const next = await page(answer.headers.get("location") ?? "");
      assert.match(next.text, what === "accept" ? /role=status>Accepted\./ : /role=status>Rejected\./);
      assert.ok(!next.text.includes(`value="${fields["id"] ?? fields["child"]}"`), "the next one came");
      assert.equal((await post("/review", { ...fields, ...wording, do: what })).status, 409, "it is decided once");
      const undone = await post("/review", undoOf(next.text));
      assert.equal(undone.status, 303);
      assert.deepEqual(await known(), before);
      const again = await page(undone.headers.get("location") ?? "");
      assert.match(again.text, /Undone: it waits again\./);
      assert.ok(again.text.includes(`value="${fields["id"] ?? fields["child"]}"`), "the same one waits again");
      assert.equal((await post("/review", undoOf(next.text))).status, 409, "it is undone once");
    }
  });

test("skipping leads through the queue and changes nothing", async () => {
  const before = await known();
  const seen: string[] = [];
  let path = "/review?kind=sightings";
  const total = waiting((await page(path)).text)[0] ?? 0;
  for (let i = 0; i < total; i++) {
    const { text } = await page(path);
    seen.push(fieldsOf(text)["id"] ?? "");
    path = `/review?kind=sightings&after=${/form id=skip.*?name="after" value="([^"]+)"/s.exec(text)?.[1]}`;
  }
  assert.equal(new Set(seen).size, total);
  assert.ok((await page(path)).text.includes(`That was the last one; you skipped ${total} suggestions`));
  assert.deepEqual(await known(), before);
});

test("several at once: those above a score are seen first, and one undo takes all of them back", async () => {
  const before = await known();
  const list = await page("/review/bulk?above=1");
  const picks = [...list.text.matchAll(/name=pick value="([^"]+)"/g)].map((m) => m[1] ?? "");
  assert.ok(picks.length >= 2);
  assert.match((await page("/review/bulk?above=100")).text, /scores at least 99 %/);
  const answer = await post(
    "/review/bulk",
    picks.slice(0, 2).map((token) => ["pick", token]),
  );
  const next = await page(answer.headers.get("location") ?? "");
  assert.match(next.text, /Accepted: 2 at once\./);
  assert.equal(waiting(next.text)[0], picks.length - 2);
  assert.equal((await post("/review", undoOf(next.text))).status, 303);
  assert.deepEqual(await known(), before);
});

test("readers, other sites and forms of nonsense change nothing", async () => {
  const before = await service.counts();
  const fields = fieldsOf((await page("/review")).text);
  const status = async (headers: Record<string, string>, given: Record<string, string> = { ...fields, do: "accept" }) =>
    (await post("/review", given, headers)).status;
  assert.equal(await status({ cookie: "" }), 401);
  assert.equal(await status({ cookie: cookies["reader"] ?? "" }), 403);
  assert.equal(await status({ origin: "https://evil.example" }), 403);
  assert.equal(await status({ "sec-fetch-site": "cross-site" }), 403);
  assert.equal(await status({ "content-type": "text/plain" }), 415);
  assert.equal(await status({}, { ...fields, do: "destroy" }), 422);
  assert.equal(await status({}, { do: "accept" }), 422);
  assert.equal(await status({}, { ...fields, id: "nonsense", do: "accept" }), 409);
  assert.equal(await status({}, { kind: "sightings", do: "undo", token: "bm9uc2Vuc2U" }), 422);
  assert.equal(await status({}, { ...fields, do: "accept", more: "x".repeat(40_000) }), 413);
  for (const path of ["/review", "/review/bulk"]) assert.equal((await service.anonymous("GET", path)).status, 401);
  for (const odd of ["?after=%00&did=x&kind=x", "?kind=edges&after=WzEsMl0", "?kind=claims&after=W10", "?did=W10"])
    assert.equal((await page(`/review${odd}`)).status, 200, odd);
  assert.deepEqual(await service.counts(), before);
});

/** Articles that tell one thing in other words each, and one of another clock; gives the proposals made of them, the first one first. */
const RUMOURS = [
  "the tower clock in Rimstad strikes thirteen times at noon since the storm",
  "since the storm the clock on the tower of Rimstad strikes thirteen times at noon",
  "at noon the clock of Rimstad's tower strikes thirteen times, and has since the storm",
  "in Rimstad the clock in the tower strikes thirteen times at noon since a storm hit it",
  "the tower clock in Lund strikes eleven times at midnight since the earthquake",
];
/** What else an article tells: many villages that no other one names, so that it is alone in its topic and proposes in its own words. */
const otherNews = (article: number) => {
  const villages = Array.from(
    { length: 120 },
    (_, i) =>
      `${"BDFGKLMNPR"[i % 10]}${"aeiou"[article % 5]}${"lmnrst"[i % 6]}${"aeio"[i % 4]}${"dfgklmnpt"[Math.floor(i / 10) % 9]}ik${"aeiou"[article % 5]}n`,
  );
  return `Markets open in ${villages.join(", ")}.`;
};
async function proposedFrom(rumours: string[]): Promise<{ claim_id: string; text: string }[]> {
  for (const [i, text] of rumours.entries())
    await service.add({
      url: `https://weekly.example/${i}`,
      kind: "article",
      title: `Strokes ${i}`,
      text: `Rumour has it that ${text}. The council denied that.\n\n${otherNews(i)}`,
    });
  return service.sql(
    "SELECT claim_id, text FROM claim_summary WHERE status = 'proposed' AND sightings > 0 AND text LIKE '%strikes%times%' ORDER BY created_at, claim_id",
  );
}
const ticked = (html: string) => [...html.matchAll(/name=with value="(c\w+)" checked/g)].map((m) => m[1] ?? "");

test("proposals that say the same in other words are one card: one press rejects them all, one takes all back, one accepts them as one claim", async () => {
  const proposals = await proposedFrom(RUMOURS);
  assert.equal(proposals.length, 5, JSON.stringify(proposals));
  const one = proposals[0] ?? { claim_id: "", text: "" };
  const { text } = await page(`/review?kind=claims&one=${one.claim_id}`);
  const others = proposals.slice(1).flatMap(({ claim_id, text }) => (text.includes("Rimstad") ? [claim_id] : []));
  assert.deepEqual(ticked(text).sort(), [...others].sort());
  const states = () =>
    service.sql<{ status: string; merged_into: string | null; sightings: number }>(
      `SELECT status, merged_into, sightings FROM claim_summary WHERE claim_id IN ('${proposals.map((p) => p.claim_id).join("','")}') ORDER BY created_at, claim_id`,
    );
  const before = await states();
  const withThem = (act: string): [string, string][] => [
    ...Object.entries({ ...fieldsOf(text), text: one.text, visibility: "public", do: act }),
    ...others.map((id): [string, string] => ["with", id]),
  ];
  const rejected = (await post("/review", withThem("reject"))).headers.get("location") ?? "";
  assert.deepEqual(
    (await states()).map((c) => c.status),
    ["archived", "archived", "archived", "archived", "proposed"],
  );
  const told = await page(rejected);
  assert.match(told.text, /Rejected as one with 3 others/);
  await post("/review", undoOf(told.text));
  assert.deepEqual(await states(), before);
  const accepted = (await post("/review", withThem("accept"))).headers.get("location") ?? "";
  assert.match((await page(accepted)).text, /Accepted as one with 3 others/);
  const after = await states();
  assert.deepEqual(
    after.map((c) => c.merged_into),
    [null, one.claim_id, one.claim_id, one.claim_id, null],
  );
  assert.ok((after[0]?.sightings ?? 0) >= 4, JSON.stringify(after));
  await service.settle();
  assert.deepEqual((await service.get<{ violations: unknown[] }>("/v1/verify")).body.violations, []);
});

test("what is not ticked stays a proposal, and one press makes it one with another", async () => {
  const [clock] = await service.sql<{ claim_id: string; text: string }>(
    "SELECT claim_id, text FROM claim_summary WHERE status = 'proposed' AND text LIKE '%Lund%'",
  );
  const id = clock?.claim_id ?? "";
  const { text } = await page(`/review?kind=claims&one=${id}`);
  const into = /name=into value="(c\w+)" data-key=m/.exec(text)?.[1] ?? "";
  const sent = { ...fieldsOf(text), text: clock?.text ?? "", visibility: "public", into };
  const { status, headers } = await post("/review", sent);
  assert.equal(status, 303);
  assert.match((await page(headers.get("location") ?? "")).text, /Now one with another claim/);
  const [merged] = await service.sql("SELECT merged_into FROM claim WHERE id = ? AND replaced_at > 9e15", id);
  assert.deepEqual(merged, { merged_into: into });
  assert.equal((await post("/review", sent)).status, 409);
});

test("once one of them is accepted, what the others were made from is looked at again, and they leave the queue", async () => {
  await service.fresh();
  const proposals = await proposedFrom(RUMOURS);
  await service.call("PATCH", `/v1/claims/${proposals[0]?.claim_id}`, { status: "open", visibility: "public" });
  await service.settle();
  const left = await service.sql<{ text: string }>(
    "SELECT text FROM claim_summary WHERE status = 'proposed' AND sightings > 0 AND text LIKE '%strikes%'",
  );
  assert.deepEqual(
    left.map((c) => c.text.includes("Lund")),
    [true],
    JSON.stringify(left),
  );
});
