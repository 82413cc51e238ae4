/** Late arrivals: what hangs on them follows at once, without a sweep; reported documents are resolved by address or by words. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { onX, page, xPost } from "../../support/documents.ts";
import { moment } from "../../support/wait.ts";
import { canonical, sameRows } from "../support/canonical.ts";
import { openService } from "../support/harness.ts";

const service = await openService({ PUBLISH: "all" }); // to see what is read
const FULL = !!process.env["WHENCE_FULL"];
after(() => service.close());

interface Told {
  events: {
    document: string;
    seen: string;
    author: string | null;
    parent: { documentId: string; label: string | null; type: string } | null;
  }[];
}
const claimText = "The clock tower of Lund will be moved to the harbour";
const claim = { type: "claim", ref: "tower", text: claimText };
const wait = { prefer: "wait" };
const document = (line: object) => ({ type: "document", ...line });
async function timeline(): Promise<Told["events"]> {
  const [{ id } = { id: "" }] = await service.sql<{ id: string }>("SELECT id FROM claim WHERE ref = 'tower'");
  return (await service.get<Told>(`/v1/claims/${id}/timeline?limit=100`)).body.events;
}
const idOf = async (ref: string) => (await service.get<{ id: string }>(`/v1/documents/${encodeURIComponent(ref)}`)).body.id;
const waiting = async () => (await service.get<{ waiting: number }>("/healthz")).body.waiting;
const LONG = `${claimText}, the council says, and stone by stone it will be carried there on barges before the winter comes.`;
const copy = xPost("copy", "later_bird", "2025-04-02T10:00:00Z", `${LONG} Sad!`);
const original = xPost("original", "early_bird", "2025-04-02T08:00:00Z", LONG);

test("an earlier text that comes late: its near copy, a person's sighting of that and its repost follow in the request", async () => {
  await service.importLines([claim, document(copy)], "", wait);
  await service.importLines(
    [document(xPost("echo", "echo", "2025-04-02T11:00:00Z", "", { text: undefined, repostOf: copy.url }))],
    "",
    wait,
  );
  const [{ id } = { id: "" }] = await service.sql<{ id: string }>("SELECT id FROM claim WHERE ref = 'tower'");
  const confirmed = await service.call("POST", "/v1/sightings/confirm", { claim: id, document: await idOf("copy") });
  assert.equal(confirmed.status, 200);
  assert.equal((await service.add(original)).body.state, "done");
  await service.quiet();
  const [from, of] = [await idOf("original"), await idOf("copy")];
  const row = (await timeline()).find((e) => e.document === of);
  assert.deepEqual([row?.parent?.documentId, row?.parent?.label, row?.parent?.type], [from, "@early_bird", "copy"]);
});

test("a phrase that thirty share: each is compared with those that had it first, also where all came at once", async () => {
  const said = "The fountain of Lund runs with river water since the taps were stolen from the cellar";
  const remarks = ["Wow", "So sad", "What", "Just in", "Typical", "My aunt saw it"];
  const posts = Array.from({ length: 30 }, (_, i) =>
    xPost(
      `crowd${i}`,
      `crowd_${i}`,
      new Date(Date.UTC(2025, 3, 20, 8, 5 * i)).toISOString(),
      `${remarks[i % 6]} number ${i}! ${said}. ${i * 7}`,
    ),
  );
  await service.importLines(posts.map(document), "", wait);
  while (await waiting()) await service.settle();
  const rows = await service.sql<{ child: string; parent: string | null }>(
    `SELECT c.handle AS child, p.handle AS parent FROM document c LEFT JOIN edge e ON e.child_id = c.id AND e.replaced_at = 9007199254740991 AND e.is_primary = 1
     LEFT JOIN document p ON p.id = e.parent_id WHERE c.handle LIKE 'crowd!_%' ESCAPE '!'`,
  );
  assert.equal(rows.length, posts.length);
  const number = (handle: string | null) => Number(handle?.split("_")[1] ?? 99);
  for (const { child, parent } of rows)
    if (number(child)) assert.ok(number(parent) < Math.min(9, number(child)), `${child} hangs on ${parent}`);
});

test("an earlier text that comes last: all of seven later ones hang on it, looked at in steps of their own", async () => {
  const said = "The weathercock of Lund was gilded with paint from a toy shop and turns green in the rain since Easter";
  const at = (hour: number) => new Date(Date.UTC(2025, 3, 18, hour)).toISOString();
  const posts = Array.from({ length: 7 }, (_, i) =>
    xPost(`cock${i}`, `cock_${i}`, at(9 + i), `${said}. ${["Oh", "No", "Ha", "So", "Hm", "Eh", "Ah"][i]}!`),
  );
  await service.importLines(posts.map(document), "", wait);
  await service.settle();
  await service.add(xPost("cock", "cock", at(8), `${said}.`));
  await service.settle();
  const parents = await service.sql<{ handle: string }>(
    `SELECT p.handle FROM document c JOIN edge e ON e.child_id = c.id AND e.replaced_at = 9007199254740991 AND e.is_primary = 1
     JOIN document p ON p.id = e.parent_id WHERE c.handle LIKE 'cock!_%' ESCAPE '!'`,
  );
  assert.deepEqual(
    parents.map((p) => p.handle),
    posts.map(() => "cock"),
  );
});

test("a parent that children named by ref, by address, and by its account", async () => {
  const parent = xPost("parent", "mason", "2025-04-03T08:00:00Z", `I lay the stones: ${claimText.toLowerCase()}`);
  await service.importLines(
    [
      xPost("answer", "doubter", "2025-04-03T09:00:00Z", `No: ${claimText}? Never.`, { replyTo: "parent" }),
      xPost("link", "linker", "2025-04-03T10:00:00Z", `${claimText}, see ${onX("mason", "2025-04-03T08:00:00Z")}`),
      xPost("named", "crier", "2025-04-03T11:00:00Z", `RT @mason: I lay the stones: ${claimText.toLowerCase()}`),
    ].map(document),
    "",
    wait,
  );
  await service.add(parent);
  await service.quiet();
  const events = await timeline();
  const from = await idOf("parent");
  for (const ref of ["answer", "link", "named"]) {
    const of = await idOf(ref);
    assert.deepEqual(events.find((e) => e.document === of)?.parent?.documentId, from, ref);
  }
});

test("without Prefer: wait the queue is told of them, and the sweeper has nothing to do", async () => {
  await service.importLines([document(xPost("reply", "r", "2025-04-04T09:00:00Z", `${claimText}!`, { replyTo: "late" }))], "", wait);
  await service.call("POST", "/v1/documents", xPost("late", "l", "2025-04-04T08:00:00Z", "They carry it off, says my aunt."));
  await service.quiet();
  const [of, from] = [await idOf("reply"), await idOf("late")];
  assert.equal((await timeline()).find((e) => e.document === of)?.parent?.documentId, from);
});

const WORDS = "The clock tower of Lund will be moved to the harbour, I have seen the plans and the barges are booked";
const quoted = xPost("quoted", "plan_reader", "2025-05-05T07:00:00Z", `${WORDS}.`);
const copied = xPost("copied", "parrot", "2025-05-05T09:00:00Z", `${WORDS}!!`);
const teller = page("teller", "lundpost.example", "2025-05-06T06:00:00Z", "Clock tower to be moved?", [
  "A rumour that the clock tower of Lund will be moved to the harbour has kept the town busy.",
  `The rumour first appeared on X, where an anonymous user wrote: “${WORDS}.”`,
]);
const primaries = () =>
  service.sql<{ child_id: string; parent_id: string; type: string }>(
    "SELECT child_id, parent_id, type FROM edge WHERE replaced_at = 9007199254740991 AND is_primary = 1 ORDER BY child_id",
  );

test("a post that is told of in its own words is found by them: edges move along, history stays, whatever comes first", async (t) => {
  const orders = [
    [teller, copied, quoted],
    [quoted, copied, teller],
    ...(FULL
      ? [
          [copied, teller, quoted],
          [quoted, teller, copied],
          [teller, quoted, copied],
        ]
      : []),
  ];
  let first: Awaited<ReturnType<typeof canonical>> | null = null;
  for (const [i, order] of orders.entries()) {
    await service.fresh();
    await service.importLines([claim]);
    if (i % 2) await service.importLines(order.map(document), "", wait);
    else for (const one of order) await service.importLines([document(one)], "", wait);
    await service.quiet();
    const [of, from] = [await idOf("teller"), await idOf("quoted")];
    const edge = (await primaries()).find((e) => e.child_id === of);
    assert.deepEqual([edge?.parent_id, edge?.type], [from, "attribution"], `order ${i}`);
    const events = await timeline();
    assert.ok(!events.some((e) => e.seen === "reported"), "nothing is only told of any more");
    assert.ok(events.some((e) => e.document === from));
    const graph = await canonical(service);
    for (const [name, rows] of Object.entries(graph)) if (first) sameRows(name, rows, first[name] ?? [], `order ${i}`);
    first ??= graph;
    await service.assertSound();
  }
  t.diagnostic(`${orders.length} orders`);
});

test("of words alone a person may say otherwise, and that stays; another platform's and a later post are not it", async () => {
  await service.fresh();
  await service.importLines([claim, document(teller)], "", wait);
  const told = async () =>
    (
      await service.sql<{ id: string; resolved_id: string | null }>(
        "SELECT id, resolved_id FROM document WHERE reported_by IS NOT NULL AND url IS NULL",
      )
    )[0];
  const reported = (await told())?.id ?? "";
  assert.ok(reported);
  const before = await timeline();
  assert.ok(before.some((e) => e.document === reported && e.seen === "reported"));
  const then = await moment();
  await service.importLines(
    [
      document({ ...quoted, ref: "board", url: undefined, platform: "harbourboard", platformId: "9", publishedAt: "2025-05-05T07:00:00Z" }),
      document(xPost("after", "late_parrot", "2025-05-09T07:00:00Z", `${WORDS}.`)),
    ],
    "",
    wait,
  );
  await service.quiet();
  assert.equal((await told())?.resolved_id, null);
  await service.importLines([document(copied)], "", wait);
  await service.quiet();
  assert.equal((await told())?.resolved_id, await idOf("copied"));
  const { body } = await service.get<{ resolvedTo: string; told: { byWords: number } }>(`/v1/documents/${reported}`);
  assert.deepEqual([body.resolvedTo, body.told.byWords], [await idOf("copied"), 1]);
  const [{ id } = { id: "" }] = await service.sql<{ id: string }>("SELECT id FROM claim WHERE ref = 'tower'");
  const was = (await service.get<Told>(`/v1/claims/${id}/timeline?limit=100&asOf=${then}`)).body.events;
  assert.deepEqual(was.map((e) => e.document).sort(), before.map((e) => e.document).sort(), "history stays");
  const said = await service.call("POST", `/v1/documents/${reported}/resolve`, { to: "board" });
  assert.equal(said.status, 200, said.text);
  await service.importLines([document(quoted)], "", wait);
  await service.quiet();
  assert.equal((await told())?.resolved_id, await idOf("board"), "what a person says stays");
  const edge = (await primaries()).find((e) => e.parent_id !== "");
  assert.ok(edge);
  await service.assertSound();
});

test("at night the pages of new proposals are compared again, which changes nothing where all were in sight", async () => {
  await service.fresh();
  const told = (who: string) => [
    `The clock tower of Lund will be moved to the harbour, ${who}. Barges will carry the tower stone by stone before the winter.`,
    "The council of Lund bought the barges in March. The clock was built by a watchmaker of Malmo in 1890.",
  ];
  await service.importLines(
    [
      document(page("first", "one.example", "2025-06-01T08:00:00Z", "Clock tower of Lund to move to the harbour", told("a clerk says"))),
      document(page("second", "two.example", "2025-06-01T09:00:00Z", "Lund moves its clock tower to the harbour", told("papers show"))),
    ],
    "",
    wait,
  );
  await service.quiet();
  const proposals = await service.sql<{ id: string }>("SELECT id FROM claim WHERE status = 'proposed'");
  assert.equal(proposals.length, 1);
  const before = await canonical(service);
  await service.scheduled("17 3 * * *");
  const [{ detail } = { detail: "{}" }] = await service.sql<{ detail: string }>("SELECT detail FROM upkeep WHERE name = 'reconcile'");
  assert.equal(JSON.parse(detail).clustered, 2);
  await service.settle();
  const after = await canonical(service);
  for (const [name, rows] of Object.entries(before)) sameRows(name, after[name] ?? [], rows, "after a night");
});
