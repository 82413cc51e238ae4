/**
 * `npm run bench -- --objects[=2000000]`: the design past one database on real Durable Objects in workerd (test/bench/workers/objects.ts): so many
 * documents over 16 claim objects and 64 band objects. Measures a post and a timeline while they are small and when they are full, moves a claim
 * object, and loses and restores one. One million takes 3 GB of disk and about 40 minutes; two need 27 GB while they are filled.
 */
import assert from "node:assert/strict";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrations } from "../../support/instance.ts";
import * as corpus from "../corpus.ts";
import { median } from "../proc.ts";
import { importLines, taken } from "../seed.ts";
import { type Answer, type Bundle, build, type Running, start } from "../worker.ts";
import { checkpoint, multiply, sizeOf } from "./multiply.ts";

const CLAIM_OBJECTS = 16;
const BAND_OBJECTS = 64;
/** Documents and claims of the sample that goes through the product's pipeline. */
const SAMPLE = 1000;
const CLAIMS = 20;
const TIMES = 20;
/** Documents of the first size that is measured. */
const FIRST_SIZE = 20_000;
const identity = { "accept-encoding": "identity" };
const objectName = (j: number) => `claim-${j}`;

const open = (bundle: Bundle, state: string) =>
  start(bundle, { state, bindings: { SCHEMA: JSON.stringify(migrations()) }, objects: { CLAIMS: "ClaimObject", BANDS: "BandObject" } });
/** An object as if it were an instance of its own. */
const within = (whence: Running, name: string): Running => ({
  ...whence,
  call: (method, path, body, headers) => whence.call(method, `/of/${name}${path}`, body, headers),
});
async function fileOf(whence: Running, kind: "claims" | "bands", name: string): Promise<string> {
  const id = String((await whence.call("GET", `/id/${kind}/${name}`)).body);
  const [file] = globSync(join(whence.state, `**/${id}.sqlite`));
  if (!file) throw new Error(`no file of ${name}`);
  return file;
}

interface Files {
  claims: string[];
  bands: string[];
}
/** The directory's claims, the sample in the first object, and all objects with their schema. */
async function lay(bundle: Bundle, state: string): Promise<Files> {
  const whence = await open(bundle, state);
  const first = within(whence, objectName(0));
  for (let i = 0; i < CLAIMS; i++) {
    const claim = { text: corpus.claimText(i) };
    await taken(whence.call("POST", "/v1/claims", { ...claim, ref: `${objectName(i % CLAIM_OBJECTS)} ${i}` }));
    await taken(first.call("POST", "/v1/claims", { ...claim, visibility: "public" }));
  }
  await importLines(first, corpus.documentLines(0, SAMPLE, CLAIMS), 100);
  const names = Array.from({ length: CLAIM_OBJECTS }, (_, j) => objectName(j));
  for (const name of names) await taken(within(whence, name).call("GET", "/healthz"));
  const claims = await Promise.all(names.map((name) => fileOf(whence, "claims", name)));
  const bands = await Promise.all(Array.from({ length: BAND_OBJECTS }, (_, j) => fileOf(whence, "bands", `band-${j}`)));
  await whence.stop();
  return { claims, bands };
}

/** Each claim object gets its copies of the sample, and each band object the buckets that are its own. */
function fill({ claims, bands }: Files, copies: { from: number; to: number }): void {
  const [sample = ""] = claims;
  checkpoint(sample);
  const kept = `${sample}.sample`;
  new DatabaseSync(sample).exec(`VACUUM INTO '${kept}'`);
  const each = Math.floor((copies.to - copies.from) / claims.length);
  for (const [j, file] of claims.entries()) if (each) multiply(file, kept, copies.from + j * each, copies.from + (j + 1) * each - 1);
  rmSync(kept);
  for (const [band, file] of bands.entries()) {
    const db = new DatabaseSync(file);
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000");
    const [from, to] = [band * 2 ** 46, (band + 1) * 2 ** 46];
    for (const [j, claim] of claims.entries()) {
      db.exec(`ATTACH '${claim}' AS claim; BEGIN;
        INSERT OR IGNORE INTO text_bucket SELECT * FROM claim.text_bucket WHERE bucket >= ${from} AND bucket < ${to};
        INSERT OR IGNORE INTO text (id, body, first_document_id, first_at) SELECT id, '', '${objectName(j)}/' || first_document_id, first_at
          FROM claim.text WHERE id IN (SELECT text_id FROM claim.text_bucket WHERE bucket >= ${from} AND bucket < ${to});
        COMMIT; DETACH claim;`);
    }
    db.exec("PRAGMA journal_mode = WAL");
    db.close();
  }
}
const numberIn = (text: string, name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(text)?.[1]);

/** The longest timeline in an object's file. */
function longTimeline(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true });
  const [row] = db.prepare("SELECT claim_id AS id FROM claim_summary WHERE listed = 1 ORDER BY sightings DESC LIMIT 1").all();
  db.close();
  return `/v1/claims/${row?.["id"]}/timeline?limit=50`;
}

/** A new post, a near copy of a stored one, and a timeline: rows in the claim object and in the band objects, CPU of all in multiples of /healthz. */
async function measure(whence: Running, from: number, path: string): Promise<Record<string, string>[]> {
  const timeline = `/of/${objectName(3)}${path}`;
  const own = (i: number) => ({ platform: "x", platformId: corpus.postId(from + i), author: { handle: `o_${i}` }, lang: "en" });
  const prefer = { prefer: "wait", ...identity };
  const sends: Record<string, (i: number) => Promise<Answer>> = {
    healthz: () => whence.call("GET", "/healthz", undefined, identity),
    "new post": (i) => whence.call("POST", "/post", { ...own(i), text: corpus.postOf(CLAIMS, from + i) }, prefer),
    "near copy": (i) => whence.call("POST", "/post", { ...own(500 + i), text: `${corpus.postOf(CLAIMS, 0)} again${from + i}` }, prefer),
    "timeline, page of 50": () => whence.call("GET", timeline, undefined, identity),
  };
  const seen = new Map(Object.keys(sends).map((what) => [what, { cpu: [] as number[], answers: [] as Answer[] }]));
  for (let i = -5; i < TIMES; i++)
    for (const [what, send] of Object.entries(sends)) {
      const used = whence.cpu();
      const answer = await taken(send(i + 5));
      if (i < 0) continue;
      seen.get(what)?.cpu.push(whence.cpu() - used);
      seen.get(what)?.answers.push(answer);
    }
  const floor = median(seen.get("healthz")?.cpu ?? []);
  return [...seen].map(([request, { cpu, answers }]) => {
    const bands = answers.map(({ headers }) => headers.get("x-bands") ?? "");
    return {
      request,
      "claim object: read": String(median(answers.map((a) => a.read))),
      written: String(median(answers.map((a) => a.written))),
      "band objects: read": bands[0] ? String(median(bands.map((text) => numberIn(text, "read")))) : "",
      "their written": bands[0] ? String(median(bands.map((text) => numberIn(text, "written")))) : "",
      objects: bands[0] ? String(1 + median(bands.map((text) => numberIn(text, "objects")))) : "1",
      "found by bands": bands[0] ? String(bands.filter((text) => text.includes("by=bands")).length) : "",
      "CPU, × /healthz": (median(cpu) / floor).toFixed(1),
    };
  });
}

interface Page {
  version: string;
  rows: object[];
  next: string | null;
}
/** All rows of an object, by the product's own export. */
async function exported(object: Running): Promise<object[][]> {
  const pages: object[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { rows, next }: Page = (await taken(object.call("GET", `/v1/export${cursor && `?cursor=${cursor}`}`))).body as Page;
    pages.push(rows);
    cursor = next;
  }
  return pages;
}
async function restored(object: Running, pages: object[][]): Promise<void> {
  for (const rows of pages) if (rows.length) await taken(object.call("POST", "/v1/restore", { rows }));
  for (let after: string | null = ""; after !== null; )
    after = ((await taken(object.call("POST", `/v1/rebuild?part=search&after=${after}`))).body as { next: string | null }).next;
  const { body } = await taken(object.call("GET", "/v1/verify"));
  assert.deepEqual((body as { violations: unknown[] }).violations, []);
}
async function timelines(object: Running): Promise<unknown[]> {
  const { claims } = (await taken(object.call("GET", "/v1/claims?limit=50"))).body as { claims: { id: string }[] };
  return Promise.all(claims.map(async ({ id }) => (await taken(object.call("GET", `/v1/claims/${id}/timeline?limit=200`))).body));
}

/** The first object's claims go to another object; then that one's disk is lost, and it is restored from what was exported. */
async function moveAndLose(bundle: Bundle, state: string): Promise<void> {
  let whence = await open(bundle, state);
  const before = await timelines(within(whence, objectName(0)));
  const timed = async (what: string, work: () => Promise<void>) => {
    const began = performance.now();
    await work();
    console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  };
  let pages: object[][] = [];
  await timed("claims moved to another object, verified, the same timelines", async () => {
    pages = await exported(within(whence, objectName(0)));
    await restored(within(whence, "moved"), pages);
    assert.deepEqual(await timelines(within(whence, "moved")), before);
  });
  const file = await fileOf(whence, "claims", "moved");
  await whence.stop();
  for (const part of ["", "-wal", "-shm"]) rmSync(file + part, { force: true });
  whence = await open(bundle, state);
  await timed("an object lost with its disk, restored, verified, the same timelines", async () => {
    assert.deepEqual(await timelines(within(whence, "moved")), []);
    await restored(within(whence, "moved"), pages);
    assert.deepEqual(await timelines(within(whence, "moved")), before);
  });
  await whence.stop();
}

export async function objects(documents: number): Promise<void> {
  const bundle = await build("test/bench/workers/objects.ts");
  const state = mkdtempSync(join(tmpdir(), "whence-objects-"));
  try {
    const files = await lay(bundle, state);
    await moveAndLose(bundle, state);
    let done = 1;
    // Some sizes on the way: a run that ends early has told what they cost.
    const onTheWay = [FIRST_SIZE, documents / 20, documents / 4, documents / 2].filter((size) => size >= FIRST_SIZE && size < documents);
    for (const [step, wanted] of [...new Set([...onTheWay, documents])].entries()) {
      const to = Math.max(done + CLAIM_OBJECTS, Math.round(wanted / SAMPLE));
      const began = performance.now();
      fill(files, { from: done, to });
      done = to;
      const sizes = files.claims.map((file) => sizeOf(file));
      const sum = (of: "documents" | "bytes") => sizes.reduce((all, one) => all + one[of], 0);
      const bands = files.bands.reduce((all, file) => all + sizeOf(file).bytes, 0);
      console.log(
        `\n${sum("documents")} documents in ${CLAIM_OBJECTS} claim objects, ${(sum("bytes") / 1e9).toFixed(2)} GB; ${BAND_OBJECTS} band objects, ${(bands / 1e9).toFixed(2)} GB (after ${((performance.now() - began) / 1000).toFixed(0)} s)`,
      );
      const path = longTimeline(files.claims[3] ?? "");
      const whence = await open(bundle, state);
      console.table(await measure(whence, 3_000_000 + step * 1000, path));
      await whence.stop();
    }
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}
