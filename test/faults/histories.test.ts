/**
 * Random histories of a claim, cron after each step, and of a newsroom of two editors. At the end every invariant holds; of the newsroom answers of
 * the past are what was answered then, a rebuild changes nothing, and an instance that is restored from the export shows the same.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { derived } from "../../workers/store/checks/rebuild.ts";
import * as ofClaim from "../service/support/histories.ts";
import { moment } from "../support/wait.ts";
import { type Answer, Instance } from "./support/instance.ts";
import { ADDRESSED, ANSWERED, DATED, FLAGGED, INHERITED, Newsroom, REDATED, RENAMED, type Step, step } from "./support/newsroom.ts";
import { faultsOf } from "./support/world.ts";

const FULL = Boolean(process.env["WHENCE_FULL"]);
/** `SEED=…` repeats a run, `RUNS=…` sets how many. */
const RUNS = process.env["RUNS"];
const SEED = process.env["SEED"];

/** What is answered now, or of then; without how the story is shown, which has no versions. */
async function answers(i: Instance, paths: string[], asOf: string | null): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const path of paths) {
    const { status, body } = await i.call("GET", asOf === null ? path : `${path}${path.includes("?") ? "&" : "?"}asOf=${asOf}`);
    const { asOf: _, embed: __, ...plain } = body ?? {};
    // A document has no versions, and a wording that was taken back none either.
    out[path] = JSON.parse(
      JSON.stringify({ status, ...plain }, (key, value) => (["title", "phrasings"].includes(key) ? undefined : value)),
    );
  }
  return out;
}
interface Graph {
  nodes?: { id: string; place: string | null; url: string | null; publishedAt: object; events: { role: string }[] }[];
  edges?: { child: string; parent: string; type: string; flags: string[] }[];
}
const isDated = (events: { role: string }[] = []) => events.some(({ role }) => role !== "respond");
/**
 * An answer of the past as it was then. A document has no versions, only its lines have, and the time of a response is its own: the past tells the
 * date of now of what had no other line then, with what is impossible by it, and an address that only an erased document had told, and that was
 * forgotten, once its page comes.
 */
function asThen(answer: Graph, live: Graph): Graph {
  if (!answer.nodes) return answer;
  const then = new Map(live.nodes?.map((node) => [node.id, node]));
  const nodes = answer.nodes.map((node) => {
    const { place, publishedAt, events } = then.get(node.id) ?? node;
    return { ...node, ...(place === null && { place, url: null }), ...(!isDated(events) && { publishedAt }) };
  });
  const isDatedNow = (id: string) => !isDated(then.get(id)?.events);
  const edges = answer.edges?.map((edge) => {
    const { child, parent, type } = edge;
    const was = live.edges?.find((one) => one.child === child && one.parent === parent && one.type === type);
    return was && (isDatedNow(child) || isDatedNow(parent)) ? { ...edge, flags: was.flags } : edge;
  });
  return { ...answer, nodes, ...(edges && { edges }) };
}
/** What a rebuild counts or packs away. */
const UNTOLD = new Set(["version", "recent"]);
/** A row as words: maps in one order, counts of nothing left out. */
function rowOf(table: string, row: Record<string, unknown>): string[] {
  if (Object.values(row).at(-1) === 0 && table.endsWith("_count")) return [];
  const told = Object.entries(row).filter(([column]) => !UNTOLD.has(column));
  const counts = (value: unknown) => JSON.stringify(Object.entries(JSON.parse(String(value)) as object).sort());
  return [`${table} ${JSON.stringify(told.map(([column, value]) => (column === "platforms" ? counts(value) : value)))}`];
}
/** All rows. */
const rows = (i: Instance) =>
  i
    .tables()
    .filter((table) => !/^(?:claim_history|event|upkeep|idempotency|host|job)|_(?:data|idx|docsize|config|content)$/.test(table))
    .flatMap((table) => i.sql(`SELECT * FROM ${table}`).flatMap((row) => rowOf(table, row)))
    .sort();
const differences = (before: string[], after: string[]) => {
  const [had, has] = [new Set(before), new Set(after)];
  return [
    ...before.filter((row) => !has.has(row)).map((row) => `- ${row}`),
    ...after.filter((row) => !had.has(row)).map((row) => `+ ${row}`),
  ];
};
async function rebuilt(i: Instance, parts: string[]): Promise<void> {
  for (const part of parts)
    for (let after: string | null = ""; after !== null; )
      after = (await i.call<{ next: string | null }>("POST", `/v1/rebuild?part=${part}&after=${encodeURIComponent(after)}`)).body.next;
}
/** An instance with all rows of another one. */
async function restored(i: Instance): Promise<Instance> {
  const fresh = new Instance();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body }: Answer<{ rows: object[]; next: string | null }> = await i.call(
      "GET",
      `/v1/export${cursor && `?cursor=${encodeURIComponent(cursor)}`}`,
    );
    const { status, text }: Answer = await fresh.call("POST", "/v1/restore", { rows: body.rows });
    assert.equal(status, 200, text);
    cursor = body.next;
  }
  await rebuilt(fresh, ["search"]);
  return fresh;
}

async function lived(steps: ofClaim.Step[]): Promise<void> {
  const i = new Instance();
  const story = ofClaim.history(ofClaim.asService(i), 1);
  await story.open();
  for (const one of steps) {
    await story.act(one);
    await i.settle();
    await i.scheduled();
  }
  assert.deepEqual(await faultsOf(i), []);
  i.close();
}

async function livedByTwo(steps: Step[]): Promise<void> {
  const i = new Instance(null, { PUBLISH: "all", CRAWL_ALLOW: "gazette.example:443" });
  const room = new Newsroom(i);
  await room.open();
  const told: { at: string; live: Record<string, unknown>; after: string }[] = [];
  let worded = 0;
  for (const one of steps) {
    const fault = await room.take(one);
    assert.equal(fault, null, JSON.stringify(one));
    await i.settle();
    // Of what is erased the past tells nothing either, and a wording that was taken back was never there.
    const wordings = i.sql("SELECT 1 FROM phrasing").length;
    if (one.act === "erase" || wordings < worded) told.length = 0;
    worded = wordings;
    told.push({ live: await answers(i, room.paths, null), at: await moment(), after: JSON.stringify(one) });
  }
  assert.deepEqual(await faultsOf(i), []);
  for (const { at, live, after } of told) {
    const then = await answers(i, room.paths, at);
    for (const [path, answer] of Object.entries(live))
      assert.deepEqual(asThen(then[path] as Graph, answer as Graph), answer, `${path} at ${at}, after ${after}`);
  }
  const before = rows(i);
  await rebuilt(i, ["search", ...Object.keys(derived)]);
  await i.settle();
  assert.deepEqual(differences(before, rows(i)), []);
  const copy = await restored(i);
  assert.deepEqual(await answers(copy, room.paths, null), await answers(i, room.paths, null));
  assert.deepEqual(await faultsOf(copy), []);
  copy.close();
  i.close();
}

const REPEATED = SEED ? { seed: Number(SEED) } : {};
const SLOW = { timeout: 1_800_000 };

test("a random history of a claim leaves nothing wrong", SLOW, () =>
  fc.assert(fc.asyncProperty(fc.array(ofClaim.step, { minLength: 4, maxLength: 30 }), lived), {
    numRuns: Number(RUNS ?? (FULL ? 400 : 5)),
    examples: [[ofClaim.ANSWERED], [ofClaim.REWORDED]],
    ...REPEATED,
  }),
);

test("a random history of a newsroom leaves nothing wrong", SLOW, () =>
  fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), livedByTwo), {
    numRuns: Number(RUNS ?? (FULL ? 200 : 8)),
    examples: [[RENAMED], [REDATED], [DATED], [FLAGGED], [INHERITED], [ADDRESSED], [ANSWERED]],
    ...REPEATED,
  }),
);
