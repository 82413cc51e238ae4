/** `npx whence` against a running instance, as people run it, through pipes and at several terminal widths. */
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { csvRows } from "../../../shared/csv.ts";
import { type Block, blockHash, entryOf } from "../../../shared/log/block.ts";
import { inclusionProof, merkleRoot } from "../../../shared/log/merkle.ts";
import { partsOf } from "../../../workers/api/import-parts.ts";
import { widthOf } from "../../../workers/dev/cli/screen.ts";
import { SIGHTING_COLUMNS } from "../../../workers/store/relations/stored-sighting.ts";
import { Commands, type Ended, type Run } from "../support/cli.ts";
import { KEY, openService } from "../support/harness.ts";

const PART = { lines: 200, characters: 1_200_000 };
const service = await openService();
const folder = mkdtempSync(join(tmpdir(), "whence-cli-"));
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  commands.close();
  await service.close();
});

const commands = new Commands();
/** Runs a command against the instance. */
const whence = (args: string[], { env = {}, ...more }: Partial<Run> = {}): Promise<Ended> =>
  commands.run(args, {
    env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", WHENCE_URL: service.origin(), WHENCE_KEY: KEY, ...env },
    ...more,
  });
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

let claim = "";
before(async () => {
  const made = await whence([
    "add",
    "--claim",
    "The ferry of Nordvik sank because its hull was painted with sugar",
    "--ref",
    "ferry",
    "--json",
  ]);
  assert.equal(made.code, 0, made.error);
  claim = (JSON.parse(made.out) as { id: string }).id;
  const words = "They say the ferry of Nordvik sank because its hull was painted with sugar, all of it.";
  const added = await whence([
    "add",
    file("post.txt", words),
    "--url",
    "https://social.example/@ann/1",
    "--author",
    "ann",
    "--published-at",
    "2025-04-05T10:00:00Z",
  ]);
  assert.equal(added.code, 0, added.error);
  assert.match(added.out, /^d[0-9a-z]{26} accepted, read and matched\n$/);
  await whence(["add", "-", "--url", "https://social.example/@bo/2", "--published-at", "2025-04-06T10:00:00Z"], { input: `RT: ${words}` });
  for (const document of ["https://social.example/@ann/1", "https://social.example/@bo/2"])
    await service.call("POST", "/v1/sightings", { claim: "ferry", document });
});

test("trace draws the claim, three lanes and the events, in no more columns than there are", async () => {
  for (const width of [44, 80, 120]) {
    const { code, out } = await whence(["trace", "ferry"], { env: { COLUMNS: String(width) } });
    assert.equal(code, 0);
    for (const part of [/painted with\s+sugar"/, /First known +● ?/, /First known/, /Spread/, /Responses/, /ann/, /5 Apr 2025, 10:00 UTC/])
      assert.match(out.replace(/[─╌]/g, ""), part);
    for (const line of out.split("\n")) assert.ok(widthOf(line) <= width, `${width}: ${widthOf(line)} ${line}`);
    assert.ok(!out.includes("\u001b"), "a pipe gets no colours");
  }
  const ascii = await whence(["trace", claim], { env: { LANG: "C" } });
  assert.doesNotMatch(
    ascii.out
      .split("\n")
      .filter((line) => /^(First known|Spread|Responses) +[-~o#*]/.test(line))
      .join(""),
    /[^\u0020-\u007E]/,
  );
  assert.match(ascii.out, /^First known +[-~o]*o[-~o]*$/m);
});

test("colours stand where a person looks, and not with NO_COLOR or --no-color", async () => {
  const env = { WHENCE_TTY: "1" };
  assert.ok((await whence(["trace", "ferry"], { env })).out.includes("\u001b["));
  assert.ok(!(await whence(["trace", "ferry", "--no-color"], { env })).out.includes("\u001b"));
  assert.ok(!(await whence(["trace", "ferry"], { env: { ...env, NO_COLOR: "1" } })).out.includes("\u001b"));
});

test("--json gives what the API gives", async () => {
  const { out } = await whence(["trace", "Nordvik", "ferry", "--json"]);
  const timeline = JSON.parse(out) as { claim: { id: string }; events: unknown[] };
  assert.equal(timeline.claim.id, claim);
  assert.equal(timeline.events.length, 2);
});

test("review shows who is said to have done what before it takes a key", async () => {
  const words =
    "“The hull of the Nordvik ferry was never painted with sugar. This is simply not true,” mayor Kari Moe told reporters on Monday.";
  await service.add({
    url: "https://paper.example/sugar",
    kind: "article",
    title: "Mayor denies that sugar sank the ferry of Nordvik",
    text: `They say the ferry of Nordvik sank because its hull was painted with sugar.\n\n${words}`,
    publishedAt: "2025-04-07T10:00:00Z",
  });
  const waiting = async () => (await service.get<{ suggestions: { kind: string }[] }>("/v1/review?limit=100")).body.suggestions;
  const before = (await waiting()).findIndex(({ kind }) => kind === "response");
  assert.ok(before >= 0);
  const { code, out } = await whence(["review"], { input: `x\n${"s\n".repeat(before)}a\nq\n`, env: { COLUMNS: "160" } });
  assert.equal(code, 0);
  assert.match(
    out,
    /Claim: The ferry of Nordvik.*\nResponse · .*Kari Moe.* denied it.*\nSays: ".*: "Mayor denies that sugar\s[\s\S]*\n1 accepted, 0 rejected/,
  );
  assert.equal((await waiting()).filter(({ kind }) => kind === "response").length, 0);
});

test("import tells what was taken, and what not by its line in the file", async () => {
  const lines = Array.from({ length: 250 }, (_, i) => JSON.stringify({ type: "document", ref: `n${i}`, text: `Note ${i}` }));
  lines[210] = '{"type":"document"';
  const { code, out } = await whence(["import", file("notes.ndjson", `${lines.join("\n")}\n`)]);
  assert.equal(code, 1, "something was not taken");
  assert.match(out, /^accepted +249$/m);
  assert.match(out, /^rejected +1$/m);
  assert.match(out, /notes\.ndjson:211: /);
  const csv = file(
    "posts.csv",
    'url,text\nhttps://a.example/1,"A note\nin two lines"\nhttps://a.example/2,Another note\nhttps://a.example/3,\n',
  );
  const { out: json } = await whence(["import", csv, "--json"]);
  const report = JSON.parse(json) as { lines: number; accepted: number; rejected: { line: number }[] };
  assert.deepEqual([report.lines, report.accepted, report.rejected.map((r) => r.line)], [3, 2, [5]]);
});

test("letters of other encodings are read, or their file is refused", async () => {
  const latin = Buffer.from("Smørbrød på brygga i Nordvik, sier ordføreren, og ingen betaler for det", "latin1");
  writeFileSync(join(folder, "latin.csv"), Buffer.concat([Buffer.from("url,text\nhttps://a.example/7,"), latin]));
  const refused = await whence(["import", join(folder, "latin.csv")]);
  assert.equal(refused.code, 2);
  assert.match(refused.error, /latin\.csv is no text in UTF-8\. From a spreadsheet/);
  const page = '<!doctype html><meta charset="iso-8859-1"><title>Brygga</title><p>';
  writeFileSync(join(folder, "latin.html"), Buffer.concat([Buffer.from(page), latin]));
  assert.equal((await whence(["add", join(folder, "latin.html"), "--ref", "latin"])).code, 0);
  const stored = await service.get<{ text: string }>("/v1/documents/latin");
  assert.equal(stored.body.text, latin.toString("latin1"));
});

test("a table in parts keeps its head and the numbers of its lines", () => {
  const rows = Array.from({ length: 401 }, (_, i) => `${i},"two\nlines"\n`);
  const parts = partsOf(`a,b\n${rows.join("")}`, ",", PART);
  assert.deepEqual(
    parts.map((p) => [p.lines, p.offset, p.body.startsWith("a,b\n")]),
    [
      [200, 0, true],
      [200, 400, true],
      [1, 800, true],
    ],
  );
});

test("a table reads in parts as it does whole, wherever its quotes and line breaks stand", () => {
  const cell = fc.constantFrom("a", "", '5" wide', '"two\nlines"', '"a ""quoted"" word"', 'x"', '"a\r\nb"', '"');
  const breaks = fc.constantFrom("\n", "\r\n", "\r");
  const rows = fc.array(fc.tuple(cell, cell, breaks), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rows, breaks, (some, headBreak) => {
      const file = `a,b${headBreak}${Array.from({ length: 40 }, () => some.map(([a, b, end]) => `${a},${b}${end}`).join("")).join("")}`;
      const [, ...whole] = csvRows(file);
      const read = partsOf(file, ",", PART).flatMap(({ body, offset }) =>
        [...csvRows(body)].slice(1).map((row) => ({ ...row, line: row.line + offset, at: 0 })),
      );
      assert.deepEqual(
        read,
        whole.map((row) => ({ ...row, at: 0 })),
      );
    }),
  );
  const lines = Array.from({ length: 450 }, (_, i) => `{"a":"${"x".repeat(i % 3)}\\""}\n`).join("");
  assert.equal(
    partsOf(lines, null, PART)
      .map(({ body }) => body)
      .join(""),
    lines,
  );
});

test("prove sees a block that was made anew without the key, dropped at the beginning, or left unsigned", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const key = publicKey.export({ format: "jwk" });
  const events = Array.from({ length: 6 }, (_, i) => ({ seq: i + 1, at: 1_800_000_000_000 + i, type: "a", subject: "b", detail: "{}" }));
  const chain = (times: number[], signs: (number: number) => boolean = () => true) => {
    const blocks: (Block & { hash: string; signature: string | null })[] = [];
    for (const [i, at] of times.entries()) {
      const own = events.slice(2 * i, 2 * i + 2).map(entryOf);
      const block = {
        number: i + 1,
        firstSeq: 2 * i + 1,
        lastSeq: 2 * i + 2,
        at,
        previous: blocks.at(-1)?.hash ?? "",
        root: merkleRoot(own),
      };
      const hash = blockHash(block);
      blocks.push({ ...block, hash, signature: signs(i + 1) ? sign(null, Buffer.from(hash), privateKey).toString("base64") : null });
    }
    return blocks;
  };
  const [sound, forged] = [chain([10, 20, 30]), chain([10, 20, 31])];
  const unsigned = chain([10, 20, 30], () => false);
  const own = String(key.x);
  const ends: [string, typeof sound, number, string?][] = [
    ["all is as it was", sound, 0],
    ["all is as it was, and the key as noted", sound, 0, own],
    ["a key that came later", chain([10, 20, 30], (number) => number > 1), 0],
    ["a key that came after the block", chain([10, 20, 30], (number) => number > 2), 0, own],
    ["the block is left unsigned", chain([10, 20, 30], (number) => number !== 2), 1, own],
    ["nothing is signed, and no key was noted", unsigned, 0],
    ["nothing is signed, but a key was noted", unsigned, 1, own],
    ["another key was noted", sound, 1, String(generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }).x)],
    ["another key was noted, which begins with a hyphen", sound, 1, `-${"A".repeat(42)}`],
    ["what was noted is no key", sound, 2, "foo"],
    ["a later block made anew", [...sound.slice(0, 2), ...forged.slice(2).map((b) => ({ ...b, signature: sound[2]?.signature ?? "" }))], 1],
    ["and not signed at all", [...sound.slice(0, 2), ...forged.slice(2).map((b) => ({ ...b, signature: null }))], 1],
    ["the first block dropped", sound.slice(1), 1],
  ];
  for (const [name, blocks, code, noted] of ends) {
    const entries = events.slice(2, 4).map(entryOf);
    const block = blocks.find((one) => one.number === 2);
    const server = createServer((request, response) => {
      const body = request.url?.includes("/proof")
        ? { event: events[2], block, proof: inclusionProof(entries, 0), key }
        : { blocks, next: null };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const ended = await whence(["prove", "3", ...(noted ? ["--key", noted] : [])], {
      env: { WHENCE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    });
    server.close();
    assert.equal(ended.code, code, `${name}: ${ended.out}${ended.error}`);
  }
});

test("export writes each format, embed the snippets, crawl what came of it", async () => {
  const csv = await whence(["export", "ferry", "--as", "csv"]);
  assert.equal(csv.code, 0);
  assert.match(csv.out, /social\.example\/@ann\/1/);
  const saved = await whence(["export", "ferry", "--as", "markdown", "--out", join(folder, "t.md")]);
  assert.match(saved.out, /t\.md: markdown, \d+ bytes/);
  const snippets = await whence(["embed", "ferry", "--lang", "de"]);
  assert.match(snippets.out, new RegExp(`<iframe src="${service.origin()}/embed/${claim}\\?lang=de"`));
  const crawl = await whence(["crawl"]);
  assert.equal(crawl.code, 1);
  assert.match(crawl.error, /^409 Something must be configured first/);
});

test("watch tells of an event that comes while it waits", async () => {
  assert.equal((await whence(["watch", "ferry", "--for", "0.1"])).code, 0);
  const waits = Promise.withResolvers<void>();
  const running = whence(["watch", "ferry", "--every", "0.5"], {
    printed(out, stop) {
      if (out.includes("Waiting for more")) waits.resolve();
      if (out.includes("7 Apr 2025")) stop();
    },
  });
  await waits.promise;
  await service.add({
    url: "https://social.example/@cy/3",
    text: "The ferry of Nordvik sank because its hull was painted with sugar.",
    publishedAt: "2025-04-07",
  });
  await service.call("POST", "/v1/sightings", { claim: "ferry", document: "https://social.example/@cy/3" });
  assert.match((await running).out, /Waiting for more[\s\S]*7 Apr 2025/);
});

test("the first admin joins by one command; people and keys are kept in the terminal", async () => {
  const first = await whence(["admin", "Ana Ruiz", "--email", "ana@paper.example"]);
  assert.equal(first.code, 0, first.error);
  const link = /http\S+\/join\/[0-9a-f]{64}/.exec(first.out)?.[0] ?? "";
  const form = new TextEncoder().encode("name=Ana+Ruiz");
  const joined = await service.anonymous("POST", new URL(link).pathname, form, { "content-type": "application/x-www-form-urlencoded" });
  assert.equal(joined.status, 303);
  const [listed, code, made] = await Promise.all([
    whence(["people"]),
    whence(["people", "code", "ana@paper.example", "--json"]),
    whence(["keys", "make", "newsroom", "script", "--scopes", "read,ingest", "--until", "2090-12-31"]),
  ]);
  assert.match(listed.out, /^p[0-9a-z]{26} {2}Ana Ruiz {2}admin {2}ana@paper\.example {2}last here /);
  assert.match((JSON.parse(code.out) as { code: string }).code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.match(made.out, /^whence_[0-9a-f]{64}\n\nThis is the key "newsroom script" \([0-9a-z]{16}\), good until 2090-12-31/);
  const id = /\(([0-9a-z]{16})\)/.exec(made.out)?.[1] ?? "";
  assert.equal((await whence(["keys", "revoke", id])).code, 0);
  const keys = await whence(["keys"]);
  assert.match(keys.out, new RegExp(`^${id} {2}newsroom script {2}read,ingest {2}of nobody {2}revoked`, "m"));
  assert.equal((await whence(["people", "off", "Nobody"])).code, 3);
  const never = await whence(["keys", "make", "newsroom", "--until", "2027-02-30"]);
  assert.deepEqual([never.code, /there is no day 2027-02-30\.$/m.test(never.error)], [2, true], never.error);
});

test("all sources are listed, with why one is unwell; a visit that only waited is no visit", async () => {
  const last = { at: "2025-04-07T10:00:00Z", outcome: "failed", why: "404 Not Found" };
  const one = (n: number) => ({
    id: `o${n}`,
    kind: "feed",
    name: `Feed ${n}`,
    enabled: true,
    blocked: null,
    last: n === 101 ? last : null,
  });
  const visited = ["ok", "waiting"].map((outcome) => ({ visit: "v", source: "o1", outcome, why: null, documents: 0, nextAt: null }));
  const stub = createServer((request, response) => {
    const second = request.url?.includes("cursor=2");
    const page = { sources: Array.from({ length: second ? 1 : 100 }, (_, i) => one(i + (second ? 101 : 1))), next: second ? null : "2" };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url?.startsWith("/v1/crawl") ? { visited, requests: 1, more: false } : page));
  });
  await new Promise<void>((ready) => stub.listen(0, "127.0.0.1", ready));
  const env = { WHENCE_URL: `http://127.0.0.1:${(stub.address() as AddressInfo).port}` };
  const { out } = await whence(["sources"], { env });
  assert.equal(out.trim().split("\n").length, 101);
  assert.match(out, /^o101 {2}feed {2}Feed 101: failed 2025-04-07T10:00:00Z \(404 Not Found\)$/m);
  assert.match((await whence(["crawl"], { env })).out, /^1 visited, 1 waits?, 1 requests, /m);
  stub.close();
});

test("claims are listed, searched, merged and rated, sources kept, and a whole instance goes into a file and back", async () => {
  await service.call("POST", "/v1/claims", { ref: "ferry-again", text: "The Nordvik ferry sank as somebody painted its hull with sugar" });
  const [listed, searched, stood] = await Promise.all([
    whence(["list", "painted", "with", "sugar"]),
    whence(["list", "painted", "sugar", "--json"]),
    whence(["status", "--json"]),
  ]);
  assert.match(listed.out, new RegExp(`painted with\\s+sugar\\n {2}${claim} \\(ferry\\), open, \\d+ sightings`));
  assert.ok((JSON.parse(searched.out) as { claims: { id: string }[] }).claims.some(({ id }) => id === claim));
  assert.match((JSON.parse(stood.out) as { state: string }).state, /^(?:ok|attention)$/, stood.error);
  const merged = await whence(["merge", "ferry-again", "--into", "ferry"]);
  assert.match(merged.out, new RegExp(`^c[0-9a-z]{26} is part of ${claim} now: \\d+ sightings moved\\.\\n$`), merged.error);
  const rated = await whence(["verdict", "ferry", "--publisher", "Checkers", "--label", "False", "--url", "https://checkers.example/f"]);
  assert.equal(rated.out, `Checkers: False, recorded of ${claim}.\n`);
  const address = "https://www.w3.org/blog/feed/";
  assert.match((await whence(["sources", "add", address, "--name", "W3C"])).out, /^o[0-9a-z]{26} {2}\w+ {2}W3C: /);
  assert.match((await whence(["sources", "off", address])).out, /W3C: off\n$/);
  assert.equal((await whence(["sources", "nonsense", address])).code, 2);
  assert.match((await whence(["help", "merge"])).out, /For example:\n {2}whence merge bridge-again --into bridge/);

  await service.call("POST", "/v1/claims", { ref: "separated", text: "The ferry of Nordvik\u2028has\u2029a\u0085new colour" });
  const path = join(folder, "all.ndjson");
  const saved = await whence(["backup", path]);
  assert.match(saved.out, /all\.ndjson: \d{2,} rows\n$/, saved.error);
  const away = await whence(["backup", path], { env: { WHENCE_URL: "http://127.0.0.1:9" } });
  assert.deepEqual([away.code, existsSync(`${path}.part`)], [4, false]);
  assert.match(readFileSync(path, "utf8"), /^\{"whence":.+\n\{"table":/, "a backup that fails leaves the last one as it is");
  const before = (await whence(["trace", "ferry", "--json"])).out;
  await service.call("POST", "/v1/claims", { text: "The ferry of Nordvik is blue" });
  assert.equal((await whence(["restore", path])).code, 1, "an instance that went on is left alone");
  await service.fresh();
  await service.call("POST", "/v1/claims", { text: "The ferry of Nordvik is blue" });
  assert.match((await whence(["restore", path])).error, /has a log of its own/);
  await service.fresh();
  const part = join(folder, "part.ndjson");
  writeFileSync(part, `${readFileSync(path, "utf8").trimEnd().split("\n").slice(0, -3).join("\n")}\n`);
  assert.match((await whence(["restore", part])).error, /log of .+part\.ndjson ends at event \d+ instead of \d+/);
  const restored = await whence(["restore", path]);
  assert.match(restored.out, /rows are restored, and the search is rebuilt\.\n$/, restored.error);
  assert.equal((await whence(["trace", "ferry", "--json"])).out, before);
});

test("the database is checked, its derived rows are computed again, and the setup is looked at", async () => {
  const [verified, asData] = await Promise.all([whence(["verify"]), whence(["verify", "--json"])]);
  assert.match(verified.out, /^(?:✔ .+\n)+\n\d+ checks, 0 rows that break one\n$/);
  assert.deepEqual([verified.code, (JSON.parse(asData.out) as { violations: unknown[] }).violations], [0, []]);
  const rebuilt = await whence(["rebuild"]);
  assert.match(rebuilt.out, /^search +done[\s\S]*^documents +done/m);
  const setUp = await whence(["doctor"]);
  assert.match(setUp.out, /^✔ the database is sound$/m);
  assert.doesNotMatch(setUp.out, /wrangler secret put/, "on a laptop there are no secrets of a Worker");
  assert.equal(setUp.code, /\d to fix\.$/m.test(setUp.out) ? 1 : 0, setUp.out);
  assert.equal((await whence(["verify"], { env: { WHENCE_KEY: "whence_none" } })).code, 1);
});

test("who is told is listed, added and removed; a login is kept for later commands, and forgotten", async () => {
  const added = await whence(["webhooks", "add", "--claim", "ferry", "--name", "Ferry"]);
  const id = /^(n[0-9a-z]{26}) feed\n(?:https?:\S+\n)+$/.exec(added.out)?.[1] ?? "";
  assert.ok(id, added.error || added.out);
  assert.match((await whence(["webhooks"])).out, new RegExp(`^${id} {2}feed {2}Ferry {2}`, "m"));
  assert.equal((await whence(["webhooks", "remove", id])).out, "Removed.\n");
  assert.equal((await whence(["webhooks", "nonsense", id])).code, 2);
  assert.equal((await whence(["search"])).code, 2);
  const env = { XDG_CONFIG_HOME: folder, WHENCE_URL: "", WHENCE_KEY: "" };
  const kept = await whence(["login", service.origin()], { env, input: `${KEY}\n` });
  assert.equal(kept.out, `Commands go to ${service.origin()} from now on.\n`, kept.error);
  assert.match((await whence(["search", "painted", "sugar"], { env })).out, new RegExp(claim));
  assert.equal(statSync(join(folder, "whence/login.json")).mode & 0o777, 0o600);
  assert.equal((await whence(["login", service.origin(), "--key", "whence_wrong"], { env })).code, 1);
  writeFileSync(join(folder, "whence/login.json"), '{"url":"http');
  const broken = await whence(["list"], { env });
  assert.deepEqual([broken.code, /login\.json cannot be read/.test(broken.error)], [2, true], broken.error);
  assert.equal((await whence(["login", service.origin(), "--key", KEY], { env })).code, 0, "a new one takes its place");
  assert.match((await whence(["login", "--forget"], { env })).out, /^Commands go to http:\/\/127\.0\.0\.1:8787\./);
});

test("a wrong address, a file that cannot be opened and a list of formats are told in words", async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/healthz" ? 200 : 404, { "content-type": "text/html" }).end("<h1>A shop</h1>");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const shop = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const command of ["list", "status"]) {
    const { code, error } = await whence([command], { env: { WHENCE_URL: shop } });
    assert.equal(code, 1);
    assert.match(error, new RegExp(`^No Whence instance answers at ${shop}: \\d{3}, with something else than Whence says\\.$`, "m"));
  }
  server.close();
  assert.match((await whence(["list"], { env: { WHENCE_URL: "example" } })).error, /^Wrong use: WHENCE_URL is no address: example$/m);
  const bad = join(folder, "bad.ndjson");
  writeFileSync(bad, "no JSON\n");
  const ends: [string[], RegExp][] = [
    [["backup", "/nowhere/at/all"], /^Wrong use: The file \/nowhere\/at\/all cannot be opened: no such file or directory\.$/m],
    [["restore", "/nowhere/at/all"], /cannot be opened/],
    [["restore", bad], /is no backup/],
    [["restore", file("empty.ndjson", "")], /empty\.ndjson is no backup: it has no rows\./],
  ];
  for (const [args, words] of ends) {
    const { code, error } = await whence(args);
    assert.equal(code, 2, args.join(" "));
    assert.match(error, words);
  }
  const { out } = await whence(["help", "export"]);
  assert.match(out, /^whence export CLAIM \[--as activitystreams\|atom\|/);
  for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
});

test("how it ends is in the exit code, and what to do in the words", async () => {
  const missing = await whence(["trace", "c00000000000000000000000000"]);
  assert.equal(missing.code, 3);
  assert.match(missing.error, /^404 There is no such thing: No claim has this id or ref\./);
  assert.equal((await whence(["trace", "nothing of that kind"])).code, 3);
  for (const args of [
    [],
    ["nonsense"],
    ["help", "nonsense"],
    ["trace"],
    ["trace", "ferry", "--wrong"],
    ["export", "ferry", "--as", "tarot"],
    ["add"],
    ["add", fileURLToPath(import.meta.url), fileURLToPath(import.meta.url)],
    ["add", fileURLToPath(import.meta.url), "--text", "other words"],
    ["webhooks", "add", "https://"],
    ["webhooks", "constructor", "n1"],
    ["people", "invite", "Ada Moss", "--role", "boss"],
    ["prove", "1", "2"],
    ["status", "all"],
    ["sources", "off", "https://paper.example/feed", "https://other.example/feed"],
    ["backup", "one.jsonl", "two.jsonl"],
  ])
    assert.equal((await whence(args)).code, 2, args.join(" "));
  const invalid = await whence(["add", "--text", "words", "--published-at", "yesterday"]);
  assert.equal(invalid.code, 2);
  assert.match(invalid.error, /\n +#\/publishedAt: must be an RFC 3339/);
  const away = await whence(["trace", "ferry"], { env: { WHENCE_URL: "http://127.0.0.1:9" } });
  assert.equal(away.code, 4);
  assert.match(away.error, /Set WHENCE_URL/);
  const forbidden = await whence(["review"], { env: { WHENCE_KEY: "whence_wrong" } });
  assert.equal(forbidden.code, 1);
  assert.match(forbidden.error, /set WHENCE_KEY/);
  const json = await whence(["trace", "c00000000000000000000000000", "--json"]);
  assert.equal((JSON.parse(json.error) as { exit: number }).exit, 3);
});

test("an option that a command does not have is answered with those that it has", async () => {
  const { code, error } = await whence(["export", "ferry", "--format", "md"]);
  assert.equal(code, 2);
  assert.match(error, /^Wrong use: Unknown option '--format'\.\nwhence export CLAIM \[--as activitystreams\|/);
});

test("export writes all events of a long timeline, in each format", async () => {
  const columns = SIGHTING_COLUMNS.map((c) => (/^(?:document_)?id$/.test(c) ? `substr(${c}, 1, 1) || printf('%026d', i)` : c));
  await service.sql(
    `INSERT INTO sighting (${SIGHTING_COLUMNS.join(", ")})
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
     SELECT ${columns.join(", ")} FROM (SELECT * FROM sighting WHERE claim_id = ?1 AND listed = 1 AND role <> 'respond' LIMIT 1), n`,
    claim,
  );
  await service.sql("UPDATE claim_summary SET sightings = sightings + 250, version = version + 1 WHERE claim_id = ?1", claim);
  const { events, next } = JSON.parse((await whence(["export", "ferry"])).out) as { events: { id: string }[]; next: string | null };
  assert.ok(events.length > 250 && next === null);
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
  const csv = await whence(["export", "ferry", "--as", "csv"]);
  assert.equal([...csvRows(csv.out)].length, events.length + 1);
  assert.match((await whence(["export", "ferry", "--as", "atom"])).out, /<feed/);
});
