/** Merging two claims and splitting one: every sighting stays, and so does what was known before. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { xId } from "../support/corpus.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Timeline {
  claim: { id: string; phrasings: string[] };
  counts: { sightings: number; responses: number };
  events: { document: string; response: { type: string } | null; state: string; method: string }[];
  verdicts: { publisher: string }[];
}
interface Moved {
  id: string;
  moved: number;
  decision: string | null;
  left: boolean;
}
const WEIR = "The weir at Ambleford was opened at night and drowned four hundred geese";
const SLUICE = "Somebody lifted the Ambleford sluice after dark, and the flood killed a flock of geese";
const url = (name: string, hour: number) => `https://x.com/${name}/status/${xId(new Date(Date.UTC(2025, 2, 1, hour)).toISOString())}`;
const post = async (name: string, hour: number, fields: object) =>
  (await service.add({ url: url(name, hour), author: { handle: name }, ...fields })).body.id;
const timeline = async (id: string, query = "") => (await service.get<Timeline>(`/v1/claims/${id}/timeline${query}`)).body;
const seenIn = async (id: string) => (await timeline(id)).events.map((e) => e.document).sort();
const merge = (id: string, into: string) => service.call<Moved>("POST", `/v1/claims/${id}/merge`, { into });
const split = (id: string, into: string, documents: string[]) => service.call<Moved>("POST", `/v1/claims/${id}/split`, { into, documents });
/** What looking at all again would put on a timeline or take from it. */
const changesOfReplay = async () =>
  (await service.call<{ changes: Record<"was" | "now", { listed: boolean } | null>[] }>("POST", "/v1/replay")).body.changes.filter(
    ({ was, now }) => was?.listed || now?.listed,
  );

const ids: Record<string, string> = {};
let [weir, sluice, then] = ["", "", ""];
before(async () => {
  weir = (await service.call<{ id: string }>("POST", "/v1/claims", { ref: "weir", text: WEIR })).body.id;
  sluice = (await service.call<{ id: string }>("POST", "/v1/claims", { ref: "sluice", text: SLUICE })).body.id;
  ids["weir"] = await post("weirpost", 1, { text: `${WEIR}!` });
  ids["sluice"] = await post("sluicepost", 2, { text: `${SLUICE}!` });
  ids["repost"] = await post("reposter", 3, { repostOf: url("sluicepost", 2) });
  ids["both"] = await post("bothpost", 4, { text: "Geese, sluices: I have no idea what happened there, do you?" });
  ids["answer"] = await post("council", 5, { text: "We did not touch anything that night." });
  ids["rejected"] = await post("joker", 6, { text: "A goose opened the door of my office today" });
  for (const claim of ["weir", "sluice"])
    await service.call("POST", "/v1/sightings", { claim, document: ids["both"], stance: claim === "weir" ? "support" : "query" });
  await service.call("POST", "/v1/sightings", {
    claim: "sluice",
    document: ids["answer"],
    quote: "We did not touch anything",
    response: { type: "denial", standing: "subject", actor: { kind: "organisation", name: "Ambleford council" } },
  });
  await service.call("POST", "/v1/sightings", { claim: "sluice", document: ids["rejected"] });
  await service.call("POST", "/v1/sightings/reject", { claim: sluice, document: ids["rejected"] });
  await service.call("POST", `/v1/claims/${sluice}/verdicts`, { publisher: "Weir Watch", label: "unproven", url: "https://ww.example/1" });
  await service.settle();
  then = await moment();
});

test("a claim that says the same becomes the other one, with all it has; what was known before stays as it was", async () => {
  const past = [await timeline(weir, `?asOf=${then}`), await timeline(sluice, `?asOf=${then}`)];
  assert.equal(past[1]?.counts.sightings, 4);
  const own = await service.get<{ text: string }>(`/v1/claims/${sluice}?asOf=${then}`);
  const { status, body } = await merge(sluice, "weir");
  assert.match(body.decision ?? "", /^n[0-9a-z]{26}$/, "it can be taken back");
  assert.deepEqual([status, body], [200, { id: weir, moved: 5, left: false, decision: body.decision }]);
  assert.deepEqual(await seenIn(weir), [ids["weir"], ids["sluice"], ids["repost"], ids["both"], ids["answer"]].sort());
  const now = await timeline(weir);
  assert.deepEqual(now.counts, { ...now.counts, sightings: 5, responses: 1 });
  assert.equal(now.events.find((e) => e.document === ids["answer"])?.response?.type, "denial");
  assert.deepEqual(
    now.verdicts.map((v) => v.publisher),
    ["Weir Watch"],
  );
  assert.deepEqual([await timeline(weir, `?asOf=${then}`), await timeline(sluice, `?asOf=${then}`)], past);
  assert.deepEqual((await service.get(`/v1/claims/${sluice}?asOf=${then}`)).body, own.body);
  const kept = await service.sql<{ state: string }>(
    "SELECT state FROM sighting WHERE claim_id = ?1 AND document_id = ?2 AND replaced_at > 9e15",
    weir,
    ids["rejected"] ?? "",
  );
  assert.deepEqual(kept, [{ state: "rejected" }]);
  await service.assertSound();
});

test("whoever asks for the old one is given the new one", async () => {
  for (const path of ["", "/timeline", "/graph", "/responses", "/spread"]) {
    const [old, other] = [await service.get(`/v1/claims/${sluice}${path}`), await service.get(`/v1/claims/${weir}${path}`)];
    assert.deepEqual([old.status, old.body], [200, other.body], path);
  }
  for (const list of ["responses", "documents", "edges", "review"]) {
    const [old, other] = [await service.get(`/v1/${list}?claim=${sluice}`), await service.get(`/v1/${list}?claim=weir`)];
    assert.deepEqual([old.status, old.body], [200, other.body], list);
  }
  const decided = { items: [{ id: "sluice", do: "edit", edit: { subject: "Ambleford", visibility: "public" } }] };
  for (const [path, body] of [
    [`/v1/claims/${sluice}/visibility`, { visibility: "unlisted", hold: true }],
    ["/v1/decisions", decided],
  ] as const) {
    const answer = await service.call<{ done: { id: string }[] }>("POST", path, body);
    assert.deepEqual([answer.status, answer.body.done[0]?.id], [200, weir], path);
  }
  const { body } = await service.get<{ phrasings: string[] }>(`/v1/claims/${sluice}`);
  assert.ok(body.phrasings.includes(SLUICE));
  for (const page of ["c", "embed"]) assert.match((await service.get(`/${page}/${sluice}`)).text, /The weir at Ambleford/);
  assert.equal((await service.call("PATCH", `/v1/claims/${sluice}`, { subject: "Ambleford" })).body["id"], weir);
  const listed = (await service.anonymous<{ claims: { id: string }[] }>("GET", "/v1/claims")).body.claims;
  assert.deepEqual(
    listed.map((c) => c.id),
    [weir],
  );
});

test("what comes later goes to the one that is left: by its words, by ref, by import; looking again changes nothing", async () => {
  ids["late"] = await post("latecomer", 9, { text: `They say: ${SLUICE.toLowerCase()}` });
  ids["named"] = await post("named", 10, { text: "No words of it at all" });
  const said = await service.call<{ claim: string }>("POST", "/v1/sightings", { claim: "sluice", document: ids["named"] });
  assert.equal(said.body.claim, weir);
  const again = await service.call<{ id: string; status: string }>("POST", "/v1/claims", { ref: "sluice", text: SLUICE });
  assert.deepEqual(again.body, { id: weir, status: "same" });
  const seen = await seenIn(weir);
  assert.ok(seen.includes(ids["late"]) && seen.includes(ids["named"]));
  assert.deepEqual(await changesOfReplay(), []);
  for (const part of ["search", "rollups"])
    for (let next: string | null = ""; next !== null; )
      next = (await service.call<{ next: string | null }>("POST", `/v1/rebuild?part=${part}&after=${next}`)).body.next;
  await service.assertSound();
});

test("a claim into itself, into none, or round in a circle is refused", async () => {
  for (const [from, into] of [
    [weir, "weir"],
    [weir, sluice],
    [weir, "nothing"],
    [weir, `c${"0".repeat(26)}`],
  ] as const)
    assert.equal((await merge(from, into)).status, 422);
  assert.equal((await split(weir, sluice, [ids["late"] ?? ""])).status, 422);
  assert.equal((await service.anonymous("POST", `/v1/claims/${weir}/merge`, { into: "weir" })).status, 401);
});

test("of what makes another claim the documents go there, their reposts follow, and the machine brings none back", async () => {
  const other = (
    await service.call<{ id: string }>("POST", "/v1/claims", { ref: "other", text: "Geese of Ambleford died of something else" })
  ).body.id;
  const past = await timeline(weir);
  const then = await moment();
  const { body } = await split(weir, "other", [ids["sluice"] ?? "", ids["answer"] ?? ""]);
  assert.match(body.decision ?? "", /^n[0-9a-z]{26}$/, "it can be taken back");
  assert.deepEqual(body, { id: other, moved: 2, left: false, decision: body.decision });
  await service.settle();
  assert.deepEqual(await seenIn(other), [ids["sluice"], ids["repost"], ids["answer"]].sort());
  const there = await timeline(other);
  assert.ok(there.events.filter((e) => e.document !== ids["repost"]).every((e) => e.state === "confirmed" && e.method === "person"));
  assert.equal(there.counts.responses, 1);
  const here = await seenIn(weir);
  assert.ok([ids["sluice"], ids["repost"], ids["answer"]].every((id) => !here.includes(id ?? "")));
  const { events } = await timeline(weir, `?asOf=${then}`);
  assert.deepEqual(events, past.events);
  await service.giveJobs([ids["sluice"] ?? "", ids["late"] ?? ""]);
  await service.settle();
  assert.deepEqual(await seenIn(weir), here);
  assert.deepEqual(await changesOfReplay(), []);
  await service.assertSound();
});

test("who looks for claims that say the same finds those that are followed, from either side", async () => {
  const [phone, told] = [
    "Acme's Kestrel-4 phone overheats and burned 17 owners in April",
    "The Kestrel-4 phone from Acme gets too hot and has burned 17 of its owners in April",
  ];
  const [a = "", b = ""] = await Promise.all(
    [phone, told].map(async (text) => (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body.id),
  );
  const alike = async (id: string) =>
    (await service.get<{ claims: { id: string; score: number; tracked: boolean }[] }>(`/v1/claims/${id}/alike`)).body.claims;
  for (const [id, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const [first, ...rest] = await alike(id);
    assert.equal(first?.id, other);
    assert.ok(first?.tracked && first.score >= 0.87, String(first?.score));
    assert.deepEqual(rest, [], "a weir is no phone, nor is the claim itself");
  }
});

test("claims that are merged into each other at once become one, whichever comes first", async () => {
  for (let i = 0; i < 4; i++) {
    const pair = await Promise.all(
      ["A heron", "A stork"].map(
        async (bird) => (await service.call<{ id: string }>("POST", "/v1/claims", { text: `${bird} stole ring ${i}` })).body.id,
      ),
    );
    const [a = "", b = ""] = pair;
    for (const claim of pair) {
      const document = await post(`ringer${claim.slice(-4)}`, i, { text: `I saw it, by the pond number ${i}` });
      assert.equal((await service.call("POST", "/v1/sightings", { claim, document })).status, 201);
    }
    const answers = await Promise.all([merge(a, b), merge(b, a)]);
    assert.ok(
      answers.some(({ status }) => status === 200) && answers.every(({ status }) => status === 200 || status === 422),
      answers.map(({ status }) => status).join(),
    );
    const left = await service.sql<{ n: number }>(
      "SELECT count(*) AS n FROM claim_summary WHERE claim_id IN (?1, ?2) AND merged_into IS NULL",
      a,
      b,
    );
    assert.deepEqual(left, [{ n: 1 }]);
  }
  await service.assertSound();
});

test("a claim that became a private one is gone for readers at every moment, until that one is public", async () => {
  const [gull = "", tern = ""] = await Promise.all(
    ["gull", "tern"].map(
      async (bird) => (await service.call<{ id: string }>("POST", "/v1/claims", { text: `A ${bird} ate the mayor's hat` })).body.id,
    ),
  );
  await service.call("POST", "/v1/sightings", { claim: gull, document: ids["late"] });
  const before = await moment();
  await service.call("PATCH", `/v1/claims/${tern}`, { visibility: "private" });
  assert.equal((await merge(gull, tern)).status, 200);
  const merged = await moment();
  await post("onlooker", 12, { text: "A tern ate the mayor's hat" });
  await service.settle();
  const paths = ["", "/timeline", "/graph", "/responses", "/spread"].map((path) => `/v1/claims/${gull}${path}`);
  const statuses = async () => {
    const answers = ["", `?asOf=${before}`, `?asOf=${merged}`].flatMap((when) =>
      paths.map((path) => service.anonymous("GET", path + when)),
    );
    const all = await Promise.all(answers);
    for (const { text } of all) assert.ok(!text.includes(tern) && !text.includes("A tern ate"), text.slice(0, 300));
    return [...new Set(all.map(({ status }) => status))];
  };
  assert.deepEqual(await statuses(), [404]);
  assert.equal((await service.get(`/v1/claims/${gull}?asOf=${before}`)).status, 200, "an editor sees it");
  await service.call("PATCH", `/v1/claims/${tern}`, { visibility: "public" });
  assert.equal((await service.anonymous("GET", `/v1/claims/${gull}?asOf=${before}`)).status, 200);
  await service.assertSound();
});
