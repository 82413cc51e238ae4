/**
 * The queue, the claim's page on the desk and the timeline agree which reports are one act; one decision decides all documents that name a source.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { openService, type Service } from "../support/harness.ts";

interface Suggestion {
  id: string;
  version: number;
  kind: string;
  statement: string;
  count: number;
  reports: { id: string; document: string; sentence: string }[];
}
interface Decision {
  id: string;
  done: { kind: string; id: string; do: string; document?: string }[];
  held: { id: string; because: string }[];
}
const CLAIM = "The bakery in Kivik mixes sawdust with its rye flour";
/** Who answers, as texts call them: short and full names, namesakes, a body and who speaks for it. */
const PARTIES = [
  "Nils Holm",
  "Holm",
  "Anna Holm",
  "Nils Holm, the owner of the bakery,",
  "The Kivik Bakers Guild",
  "A spokeswoman for the Kivik Bakers Guild",
  "Guild spokesman Per Moberg",
  "The town council",
];
const ANSWERS = [
  (who: string) => `${who} denied that the bakery mixes sawdust with its rye flour.`,
  (who: string) => `"That is simply not true, there is no sawdust in our flour," ${who.replace(/,$/, "")} said.`,
  (who: string) => `${who} confirmed that the bakery mixes sawdust with its rye flour.`,
];
let service: Service;
before(async () => {
  service = await openService();
});
after(() => service.close());

const newClaim = async () => (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body.id;
const decide = (body: object) => service.call<Decision>("POST", "/v1/decisions", body);
const waiting = async (claim: string, kind: string) =>
  (await service.get<{ suggestions: Suggestion[] }>(`/v1/review?kind=${kind}&claim=${claim}&limit=100`)).body.suggestions;
const add = async (n: number, text: string) =>
  (
    await service.add({
      url: `https://paper${n}.example/a`,
      kind: "article",
      title: `Bread of Kivik, part ${n}`,
      publishedAt: `2025-03-${String(1 + (n % 3)).padStart(2, "0")}T10:00:00Z`,
      text,
    })
  ).body.id;
/** The acts of a claim's page: the ids of the reports of each, by their state. */
async function actsOnDesk(claim: string): Promise<Map<string, string>[]> {
  const page = await service.get(`/c/${claim}?as=editor`);
  assert.equal(page.status, 200);
  return page.text
    .split('<form class="ln ')
    .slice(1)
    .map(
      (form) =>
        new Map([...form.matchAll(/name=line value="(s[0-9a-z]{26})\.d[0-9a-z]{26}\.(\w+)\.\w+"/g)].map((m) => [m[1] ?? "", m[2] ?? ""])),
    );
}
const acts = () =>
  service.sql<{ id: string; act: string; lead: number }>(
    "SELECT id, act, lead FROM suggestion WHERE kind IN ('response', 'source') ORDER BY id",
  );
async function sound(): Promise<void> {
  await service.assertSound();
  const before = await acts();
  assert.equal((await service.call("POST", "/v1/rebuild?part=suggestions")).status, 200);
  assert.deepEqual(await acts(), before, "made anew, the acts are the same");
}
/** Each row of the queue is what waits of one act of the claim's page. */
async function agree(claim: string): Promise<Suggestion[]> {
  const [rows, onDesk] = [await waiting(claim, "response"), await actsOnDesk(claim)];
  const idsOf = (ids: Iterable<string>) => [...ids].sort().join(" ");
  const waits = onDesk.map((act) => idsOf([...act].filter(([, state]) => state === "waits").map(([id]) => id)));
  for (const row of rows) {
    assert.equal(row.reports.length, row.count);
    assert.ok(
      waits.includes(idsOf(row.reports.map(({ id }) => id))),
      `${row.statement}: ${row.reports.map((r) => r.sentence).join(" | ")}`,
    );
  }
  return rows;
}

test("whatever the queue shows as one row the desk shows as one act, and confirming it confirms all of it", async () => {
  const story = fc.array(fc.record({ who: fc.nat(PARTIES.length - 1), how: fc.nat(ANSWERS.length - 1) }), { minLength: 6, maxLength: 10 });
  const decisions = fc.array(fc.record({ which: fc.nat(20), do: fc.constantFrom("accept", "reject") }), { minLength: 2, maxLength: 3 });
  let joined = 0;
  for (const [told, decided] of fc.sample(fc.tuple(story, decisions), { numRuns: 6, seed: 20_261_129 })) {
    await service.fresh();
    const claim = await newClaim();
    for (const [n, { who, how }] of told.entries())
      await add(n, `${CLAIM}, reports say. ${ANSWERS[how]?.(PARTIES[who] ?? "")} Customers of shop ${n} went on buying bread.`);
    await service.settle();
    for (const { which, do: verb } of decided) {
      const rows = await agree(claim);
      joined += rows.filter((row) => row.count > 1).length;
      const row = rows[which % Math.max(1, rows.length)];
      if (!row) break;
      const ids = row.reports.map(({ id }) => id);
      const done = await decide({ items: [{ id: row.id, version: row.version, count: row.count, do: verb }], seen: ids });
      assert.equal(done.status, 200, done.text);
      await service.settle();
      const states = new Map((await actsOnDesk(claim)).flatMap((act) => [...act]));
      for (const id of ids) assert.equal(states.get(id), verb === "accept" ? "public" : "dropped");
      const timeline = await service.get<{ acts: { reports: { response: string }[] }[] }>(`/v1/claims/${claim}/timeline`);
      const shown = timeline.body.acts.filter((act) => act.reports.some((report) => ids.includes(report.response)));
      assert.equal(shown.length, verb === "accept" ? 1 : 0, "of the timeline, too, they are one act");
    }
    await agree(claim);
    await sound();
  }
  assert.ok(joined > 5, `${joined} rows of several reports`);
});

/** Copies of one dispatch that names the source of its story. */
const dispatch = (n: number) =>
  `${CLAIM}, the Daily Courier reported on Monday. Inspectors found sawdust in rye flour at the bakery. Bread was sold on as usual in shop ${n}.`;
const stateOfEdges = () =>
  service.sql<{ child_id: string; state: string; evidence: string }>(
    "SELECT child_id, state, evidence FROM edge WHERE replaced_at = 9007199254740991 AND basis = 'stated' ORDER BY child_id",
  );

test("copies of a dispatch name a source once: one decision, one undo, the same on the claim's page", async () => {
  await service.fresh();
  const claim = await newClaim();
  const courier = {
    url: "https://dailycourier.example/a",
    kind: "article",
    author: { name: "Daily Courier" },
    publishedAt: "2025-03-01T08:00:00Z",
  };
  await service.add({ ...courier, text: `${CLAIM}. We saw it ourselves. Customers went on eating.` });
  for (const n of [1, 2, 3]) await add(n, dispatch(n));
  await service.settle();
  const rows = await waiting(claim, "source");
  assert.deepEqual(
    rows.map((row) => [row.count, row.reports.length]),
    [[3, 3]],
    rows.map((row) => row.statement).join("; "),
  );
  const [row] = rows as [Suggestion];
  assert.match(row.statement, /Daily Courier is named as source by 3 documents/);
  assert.ok(row.reports.every(({ sentence }) => /Daily Courier/.test(sentence)));
  const page = (await service.get(`/c/${claim}?as=editor`)).text;
  assert.match(page, /is named as source by 3 documents/);
  for (const { id } of row.reports) assert.ok(page.includes(`name=report value="${id}"`), id);
  await sound();
  const before = await stateOfEdges();
  const seen = row.reports.map(({ id }) => id);
  const later = await decide({ items: [{ id: row.id, version: row.version, do: "later" }] });
  assert.equal(later.status, 200, later.text);
  assert.deepEqual([await waiting(claim, "source"), await stateOfEdges()], [[], before], "put off, it comes back as it was");
  assert.equal((await service.call("POST", `/v1/decisions/${later.body.id}/undo`)).status, 200);
  assert.equal((await waiting(claim, "source")).length, 1);
  // One that is wrong is dropped with the same decision.
  const [wrong = "", ...right] = seen;
  const done = await decide({ items: [{ id: row.id, version: row.version, do: "accept", reports: right, count: 3 }], seen });
  assert.equal(done.status, 200, done.text);
  assert.deepEqual(done.body.done.map((one) => [one.id, one.do]).sort(), [[wrong, "reject"], ...right.map((id) => [id, "accept"])].sort());
  assert.equal((await waiting(claim, "source")).length, 0);
  assert.deepEqual((await stateOfEdges()).map(({ state }) => state).sort(), ["confirmed", "confirmed", "rejected"]);
  for (const about of ["", `?about=${claim}`])
    assert.equal((await service.get<{ decisions: { id: string }[] }>(`/v1/decisions${about}`)).body.decisions[0]?.id, done.body.id, about);
  await sound();
  assert.equal((await service.call("POST", `/v1/decisions/${done.body.id}/undo`)).status, 200);
  assert.deepEqual(await stateOfEdges(), before);
  assert.deepEqual(
    (await waiting(claim, "source")).map(({ count }) => count),
    [3],
  );
  await sound();
});

test("decisions on one source at once are one, and what joins meanwhile is not decided unseen", async () => {
  const [[row], claim] = [
    (await service.get<{ suggestions: Suggestion[] }>("/v1/review?kind=source")).body.suggestions as [Suggestion],
    await claimOf(),
  ];
  const seen = row.reports.map(({ id }) => id);
  const joining = await add(4, dispatch(4));
  await service.settle();
  const stale = await decide({ items: [{ id: row.id, version: row.version, do: "accept", count: 3 }] });
  assert.equal(stale.status, 409, "counted three, and they are four");
  const both = await Promise.all(
    ["accept", "reject"].map((verb) => decide({ items: [{ id: row.id, version: row.version, do: verb }], seen })),
  );
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  const done = both.find(({ status }) => status === 200)?.body as Decision;
  assert.equal(done.done.length, 3);
  assert.equal(new Set(done.done.map((one) => one.do)).size, 1);
  assert.match(done.held[0]?.because ?? "", /came since then/);
  await service.settle();
  const rest = await waiting(claim, "source");
  assert.equal(rest.length, 1);
  assert.ok(rest[0]?.id.includes(joining), "the fourth waits");
  await sound();
});
const claimOf = async () => (await service.get<{ claims: { id: string }[] }>("/v1/claims")).body.claims[0]?.id ?? "";

interface Story {
  answers: { firstKnown: string; responses: string };
  acts: { publishedAt: { value: string }; reports: object[] }[];
}
test("the desk's page, the answers and readers name the same first appearance, acts and times", async () => {
  await service.fresh();
  const claim = await newClaim();
  const told = (n: number, day: string, text: string) =>
    service.add({ url: `https://paper${n}.example/b`, kind: "article", title: `Kivik ${n}`, publishedAt: day, text });
  await told(1, "2025-03-03", `${CLAIM}, the Daily Courier reported. Customers went on buying bread.`);
  await told(
    2,
    "2025-03-05",
    `${CLAIM}, reports say. The Kivik Bakers Guild denied on Wednesday that the bakery mixes sawdust with its flour.`,
  );
  await told(
    3,
    "2025-03-04",
    `${CLAIM}, they say. The Kivik Bakers Guild denied on Tuesday that the bakery mixes sawdust with its rye flour.`,
  );
  await service.settle();
  const rows = await waiting(claim, "response");
  const seen = rows.flatMap((row) => row.reports.map(({ id }) => id));
  assert.equal((await decide({ items: rows.map(({ id, version }) => ({ id, version, do: "accept" })), seen })).status, 200);
  await service.settle();
  const { answers, acts: shown } = (await service.get<Story>(`/v1/claims/${claim}/timeline`)).body;
  assert.deepEqual(
    shown.map((act) => [act.publishedAt.value, act.reports.length]),
    [["2025-03-04", 2]],
  );
  assert.doesNotMatch(answers.responses, /more$/, "two reports are one response");
  const page = (await service.get(`/c/${claim}?as=editor`)).text;
  assert.match(answers.firstKnown, /^Daily Courier/);
  assert.ok(page.includes(`${answers.firstKnown}.`), "a source that is only named has no line, and is named");
  const act = page.split('<form class="ln ').find((form) => form.includes(seen[0] ?? "-"));
  assert.match(act ?? "", /<time>4 Mar 2025<\/time>/, "of the act, not of one of its reports");
});
