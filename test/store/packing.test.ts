/** Pages as they came in are stored compressed, read again as they were, and erased with what stands in them alone. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { bodyOf, packed } from "../../workers/store/documents/packing.ts";
import { ndjson } from "../bench/corpus.ts";
import { openInProcess } from "../bench/inprocess.ts";
import { build } from "../bench/worker.ts";

const worker = await openInProcess(await build(), false);
after(() => worker.close());
const url = "https://paper.example/weir";
const paragraph = (i: number) => `<p>The town of Mirna said in its report ${i} that the weir is to be rebuilt — “naïve”, 木, 🙂.</p>`;
const html = `<!doctype html><html lang="en"><head><title>The weir</title><meta name="x" content="Mirna weir will be sold"></head>
<body><article><h1>The weir of Mirna</h1>${Array.from({ length: 60 }, (_, i) => paragraph(i)).join("\n")}</article></body></html>`;
const text = { id: "t", hash: "", signature: null, bands: [], firstDocumentId: "d", firstAt: 0, packed: null };

test("a page comes back as it was, shorter bodies and texts stay as they are", async () => {
  for (const body of [html, `\ufeff${html}`]) {
    const row = await packed({ ...text, body, isPage: true });
    assert.ok(row.body.length < body.length / 3);
    assert.equal(row.packed, body.length);
    assert.equal(await bodyOf(row), body);
  }
  for (const same of [
    { ...text, body: html, isPage: false },
    { ...text, body: "<p>short</p>", isPage: true },
  ]) {
    assert.deepEqual(await packed(same), same);
    assert.equal(await bodyOf(same), same.body);
  }
});

test("a page is read from what is stored; the same characters as a text are stored as they are", async () => {
  const add = (document: object) => worker.call("POST", "/v1/documents", document, { prefer: "wait" });
  assert.equal((await add({ kind: "article", url, html })).status, 201);
  const rows = () => worker.sql("SELECT packed, body FROM text ORDER BY length(body)");
  assert.equal(rows().filter((row) => row["packed"] === html.length).length, 1);
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
  await worker.send("/v1/import", ndjson([{ type: "sighting", claim: "sale", document: address }]), { prefer: "wait" });
  const wordings = () => worker.sql("SELECT text FROM phrasing").map((row) => row["text"]);
  assert.ok(wordings().includes("Mirna weir is for sale"));
  assert.equal((await worker.call("DELETE", `/v1/documents/${encodeURIComponent(address)}`)).status, 200);
  assert.ok(!wordings().includes("Mirna weir is for sale"));
});
