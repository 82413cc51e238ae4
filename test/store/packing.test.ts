/** Pages as they came in are stored compressed, read again as they were, and erased with what stands in them alone. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bodyOf, bytesInRow, packed, packedBody } from "../../workers/store/documents/packing.ts";
import { ndjson } from "../bench/corpus.ts";
import { Instance } from "../faults/support/instance.ts";

const worker = new Instance();
/** A bucket of R2, which may fail. */
const bucket = { objects: new Map<string, Uint8Array>(), fails: false };
const PAGES = {
  async put(key: string, bytes: Uint8Array) {
    if (bucket.fails) throw new Error("R2 is down");
    bucket.objects.set(key, bytes);
  },
  async get(key: string) {
    const bytes = bucket.objects.get(key);
    return bytes ? new Response(bytes.slice()) : null;
  },
  async delete(keys: string[]) {
    for (const key of keys) bucket.objects.delete(key);
  },
};
const withBucket = new Instance(null, { PAGES });
after(() => {
  worker.close();
  withBucket.close();
});
const url = "https://paper.example/weir";
const paragraph = (i: number) => `<p>The town of Mirna said in its report ${i} that the weir is to be rebuilt — “naïve”, 木, 🙂.</p>`;
const html = `<!doctype html><html lang="en"><head><title>The weir</title><meta name="x" content="Mirna weir will be sold"></head>
<body><article><h1>The weir of Mirna</h1>${Array.from({ length: 60 }, (_, i) => paragraph(i)).join("\n")}</article></body></html>`;
const text = { id: "t", signature: null, buckets: [], firstDocumentId: "d", firstAt: 0, packed: null, object: null, page: null };

test("a page comes back as it was, shorter bodies and texts stay as they are", async () => {
  for (const body of [html, `\ufeff${html}`]) {
    const { row } = await packed({ ...text, body, isPage: true });
    assert.equal(row.body, "");
    assert.ok((row.page ?? "").length < body.length / 2);
    assert.equal(row.packed, body.length);
    assert.equal(await bodyOf({ ...row }), body);
    // As pages were stored before, and as very large ones are.
    assert.equal(await bodyOf({ ...row, page: "", body: await packedBody({ ...row }) }), body);
  }
  for (const same of [
    { ...text, body: html, isPage: false },
    { ...text, body: "<p>short</p>", isPage: true },
  ]) {
    assert.deepEqual(await packed(same), { row: same, put: null });
    assert.equal(await bodyOf(same), same.body);
  }
});

test("a compressed page of which D1 does not take the digits is stored as base64", () => {
  const [large, largest] = [new Uint8Array(900_000).fill(7), new Uint8Array(900_001).fill(7)].map(bytesInRow);
  assert.deepEqual([large?.body, large?.page], ["", "07".repeat(900_000)]);
  assert.deepEqual([largest?.body.length, largest?.page], [1_200_004, null]);
});

test("a page is read from what is stored; the same characters as a text are stored as they are", async () => {
  const add = (document: object) => worker.call("POST", "/v1/documents", document, { prefer: "wait" });
  assert.equal((await add({ kind: "article", url, html })).status, 201);
  const rows = () => worker.sql("SELECT packed, body, length(page) AS bytes FROM text ORDER BY length(body)");
  const pages = rows().filter((row) => row["packed"] === html.length);
  assert.deepEqual(
    pages.map((row) => row["body"]),
    [""],
  );
  assert.ok(Number(pages[0]?.["bytes"]) < html.length / 4, "by its bytes");
  assert.match(
    String(rows().find((row) => row["packed"] === null)?.["body"]),
    /^The weir of Mirna\n\nThe town of Mirna said in its report 0/,
  );
  assert.equal((await add({ kind: "article", url, html })).status, 200);
  assert.equal((await add({ kind: "comment", url: "https://paper.example/comments/1", text: html })).status, 201);
  assert.ok(rows().some((row) => row["packed"] === null && row["body"] === html));
});

test("a wording that stands in the source of an erased page alone goes with it", async () => {
  const source = html.replace("Mirna weir will be sold", "Mirna weir is for sale").replaceAll("report", "statement");
  const address = "https://paper.example/sale";
  await worker.call("POST", "/v1/documents", { kind: "article", url: address, html: source }, { prefer: "wait" });
  await worker.call("POST", "/v1/claims", { ref: "sale", text: "Somebody sells a weir", phrasings: ["Mirna weir is for sale"] });
  await worker.call("POST", "/v1/import", ndjson([{ type: "sighting", claim: "sale", document: address }]), { prefer: "wait" });
  const wordings = () => worker.sql("SELECT text FROM phrasing").map((row) => row["text"]);
  assert.ok(wordings().includes("Mirna weir is for sale"));
  assert.equal((await worker.call("DELETE", `/v1/documents/${encodeURIComponent(address)}`)).status, 200);
  assert.ok(!wordings().includes("Mirna weir is for sale"));
});

test("where a bucket is bound pages go there, are read from there, move with a backup, and go when they are erased", async () => {
  const add = () => withBucket.call("POST", "/v1/documents", { kind: "article", url, html }, { prefer: "wait" });
  // What cannot be put is not taken; nothing of it is left.
  bucket.fails = true;
  assert.equal((await add()).status, 500);
  assert.equal(withBucket.sql("SELECT 1 FROM document").length, 0);
  bucket.fails = false;
  const { status, text: answer } = await add();
  assert.equal(status, 201);
  const { id } = JSON.parse(answer) as { id: string };
  const stored = withBucket.sql("SELECT body, packed, object FROM text WHERE packed IS NOT NULL");
  assert.deepEqual({ ...stored[0] }, { body: "", packed: html.length, object: [...bucket.objects.keys()][0] });
  assert.ok(withBucket.sql("SELECT 1 FROM text WHERE body LIKE 'The weir of Mirna%'").length, "it was read");
  assert.equal(withBucket.sql("SELECT object FROM unnamed_page").length, 1, "that of the write that failed");

  const rows: unknown[] = [];
  for (let cursor = ""; ; ) {
    const page = JSON.parse((await withBucket.call("GET", `/v1/export${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)).text);
    const { rows: some, next } = page as { rows: unknown[]; next: string | null };
    rows.push(...some);
    if (next === null) break;
    cursor = next;
  }
  const moved = rows.find((row) => (row as { row: { packed?: number } }).row.packed) as { row: Record<string, unknown> };
  assert.equal(await bodyOf(moved.row), html);

  assert.equal((await withBucket.call("DELETE", `/v1/documents/${id}`)).status, 200);
  withBucket.sql("UPDATE unnamed_page SET due_at = 0");
  assert.equal((await withBucket.call("POST", "/v1/sweep")).status, 200);
  assert.deepEqual([bucket.objects.size, withBucket.sql("SELECT 1 FROM unnamed_page").length], [0, 0]);
});
