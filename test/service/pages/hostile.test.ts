/** Hostile bodies and strings from public suites (evaluation folder) through every field and parameter: nothing answers 5xx. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { evaluation, lacks } from "../../support/evaluation.ts";
import { each, Faults } from "../support/faults.ts";
import { type Answer, type ImportReport, openService, type Service } from "../support/harness.ts";

const HOSTILE = evaluation("hostile");
const skip = lacks("hostile");
const service = skip ? null : await openService();
after(() => service?.close());
const FULL = process.env["WHENCE_FULL"] === "1";
const STRINGS = 2000;
/** Every n-th string or file, each place others; all of them with --full. */
const share = (all: string[], n: number, place: number) => (FULL ? all : all.filter((_, i) => (i + place) % n === 0));

/** Strings of the suite, evenly sampled, and some of our own that it lacks. */
function strings(): string[] {
  const lines = readFileSync(join(HOSTILE, "strings.jsonl"), "utf8").split("\n").filter(Boolean);
  const own = [
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "x\udc00y",
    "\u202e\u2066",
    "\ufeff",
    "%",
    "%ff",
    "..",
    "a".repeat(30_000),
    "\u200d".repeat(5000),
    "'; DROP",
  ];
  const step = lines.length / (STRINGS - own.length);
  return [
    ...own,
    ...Array.from({ length: STRINGS - own.length }, (_, i) => (JSON.parse(lines[Math.floor(i * step)] ?? "") as { s: string }).s),
  ];
}

/** One file of the suite is an object whose only field is a title, which is a document. */
function hasTitle(file: string): boolean {
  try {
    return typeof JSON.parse(readFileSync(file, "utf8")).title === "string";
  } catch {
    return false;
  }
}
test("no JSON suite file is taken by any route, and none is answered with 5xx", { skip }, async () => {
  assert.ok(service);
  const before = await service.counts();
  const faults = new Faults();
  const files = globSync(join(HOSTILE, "json/**/*.json"));
  assert.ok(files.length > 300);
  for (const [place, path] of ["/v1/documents", "/v1/claims", "/v1/match", "/v1/read"].entries())
    await each(share(path === "/v1/documents" ? files.filter((file) => !hasTitle(file)) : files, 4, place), async (file) => {
      const answer: Answer = await service.call("POST", path, new Uint8Array(readFileSync(file)));
      faults.check(answer.status, path, file, answer.text);
      assert.ok(answer.status >= 400, `${path} took ${file}`);
      assert.equal(answer.headers.get("content-type"), "application/problem+json");
    });
  await each(share(files, 4, 0), async (file) => {
    const answer = await service.call<{ accepted: number }>("POST", "/v1/import", new Uint8Array(readFileSync(file)), {
      "content-type": "application/x-ndjson",
    });
    faults.check(answer.status, "import", file, answer.text);
    if (answer.status === 200) assert.equal(answer.body.accepted, 0, file);
  });
  faults.none();
  assert.deepEqual(await service.counts(), before, "nothing was stored");
});

test("strings through every field of an import are stored as they are or refused by line", { skip }, async () => {
  assert.ok(service);
  await service.fresh();
  const all = strings();
  const faults = new Faults();
  const post = { type: "document", text: "words" };
  const fields: [string, (s: string, i: number) => object][] = [
    ...["ref", "kind", "platform", "url", "title", "html", "lang", "publishedAt", "replyTo", "repostOf", "quoteOf"].map(
      (name): [string, (s: string, i: number) => object] => [name, (s, i) => ({ ...post, text: `words ${name} ${i}`, [name]: s })],
    ),
    ["platformId", (s, i) => ({ ...post, text: `words id ${i}`, platform: "x", platformId: s })],
    ...["handle", "name", "id", "url"].map((name): [string, (s: string, i: number) => object] => [
      `author.${name}`,
      (s, i) => ({ ...post, text: `words author ${name} ${i}`, author: { [name]: s } }),
    ]),
    ["unknown field", (s, i) => ({ ...post, text: `unknown ${i}`, [s]: s })],
    ["claim.ref", (s, i) => ({ type: "claim", text: `claim ref ${i}`, ref: s })],
    ["claim.text", (s, i) => ({ type: "claim", text: s, ref: `claim.${i}` })],
    ["claim.phrasings", (s, i) => ({ type: "claim", text: `claim phrasing ${i}`, phrasings: [s, `${s} again`] })],
    ["claim.subject", (s, i) => ({ type: "claim", text: `claim subject ${i}`, subject: s, lang: "en" })],
    ["claim.lang", (s, i) => ({ type: "claim", text: `claim lang ${i}`, lang: s, status: s, visibility: s })],
    ["type", (s) => ({ type: s, text: "words" })],
  ];
  const send = async (name: string, lines: object[], query: string) => {
    for (let at = 0; at < lines.length; at += 400) {
      const answer: Answer<ImportReport> = await service.importLines(lines.slice(at, at + 400), query);
      faults.check(answer.status, `import of ${name}`, `lines ${at} to ${at + 400}`, answer.text);
      if (answer.status === 200) assert.equal(answer.body.accepted + answer.body.rejected.length, Math.min(400, lines.length - at), name);
    }
  };
  for (const [place, [name, line]] of fields.entries()) await send(name, share(all, 8, place).map(line), "?read=false");
  await service.importLines([
    { type: "claim", ref: "known", text: "A claim that sightings are made of" },
    { ...post, ref: "seen" },
  ]);
  const sighting = { type: "sighting", claim: "known", document: "seen" };
  const actor = { type: "denial", standing: "subject" };
  for (const [place, name] of ["claim", "document", "role", "stance", "certainty", "quote"].entries())
    await send(
      `sighting.${name}`,
      share(all, 20, place).map((s) => ({ ...sighting, [name]: s })),
      "",
    );
  for (const [place, name] of ["name", "role", "affiliation", "kind"].entries())
    await send(
      `actor.${name}`,
      share(all, 20, place).map((s) => ({ ...sighting, response: { ...actor, actor: { name: "A party", [name]: s } } })),
      "",
    );
  faults.none();
});

test("texts go through the whole pipeline and come back byte for byte", { skip }, async () => {
  assert.ok(service);
  await service.fresh();
  const all = share(strings(), 24, 0);
  const faults = new Faults();
  await service.importLines([
    { type: "claim", ref: "script", text: "An alert script was found in the comments of a page", phrasings: ["alert(1)"] },
  ]);
  const refused = new Set<number>();
  for (let at = 0; at < all.length; at += 250) {
    const answer = await service.importLines(
      all.slice(at, at + 250).map((s, i) => ({
        type: "document",
        ref: `t.${at + i}`,
        kind: (at + i) % 3 ? "post" : "article",
        text: s,
        author: { name: `Author ${at + i}` },
      })),
    );
    faults.check(answer.status, "import", `${at}`, answer.text);
    for (const { line, pointer } of answer.body.rejected) {
      assert.equal(pointer, "/text");
      refused.add(at + line - 1);
    }
  }
  await service.settle();
  const { body: dead } = await service.get<{ deadLetters: unknown[] }>("/v1/dead-letters");
  assert.deepEqual(dead.deadLetters, []);
  for (const [i, s] of all.entries())
    assert.equal(refused.has(i), !s.isWellFormed() || s.includes("\0"), `${i}: ${JSON.stringify(s).slice(0, 80)}`);
  await each(all, async (s, i) => {
    if (refused.has(i)) return;
    const answer = await service.get<{ revisions: { text: string }[] }>(`/v1/documents/t.${i}/revisions`);
    assert.equal(answer.status, 200, `t.${i} ${answer.text.slice(0, 200)}`);
    assert.equal(answer.body.revisions[0]?.text ?? "", s, `t.${i}`);
    if (i % 4) return;
    const { body } = await service.get<{ id: string }>(`/v1/documents/t.${i}`);
    const page = await service.anonymous("GET", `/d/${body.id}`);
    faults.check(page.status, "/d", s, page.text);
    assert.ok(!/<script>alert|<img src=x|<svg\/?onload/i.test(page.text), `t.${i} is not escaped`);
  });
  faults.none();
});

/** Puts a string into one place of the API. */
type Slot = (s: string) => Promise<{ status: number; text: string }>;
const getter =
  (service: Service) =>
  (path: (e: string) => string): Slot =>
  (s) =>
    service.get(path(encodeURIComponent(s.toWellFormed())));

/** Places where any string means something. */
function freeSlots(service: Service): Record<string, Slot> {
  const get = getter(service);
  return {
    match: (s) => service.call("POST", "/v1/match", { text: s }),
    read: (s) =>
      service.call("POST", "/v1/read", {
        document: { text: s, title: s.slice(0, 900) },
        about: { text: s.slice(0, 4000) || "a" },
        context: { root: { text: s }, parent: { text: s } },
      }),
    page: (s) =>
      service.call("POST", "/v1/read", { document: { kind: "article", html: `<title>${s}</title><p>${s}</p><a href="${s}">${s}</a>` } }),
    q: get((e) => `/v1/claims?q=${e.slice(0, 4000)}`),
    start: get((e) => `/?q=${e.slice(0, 4000)}`),
    document: get((e) => `/v1/documents/${e.slice(0, 6000)}`),
    lookupText: get((e) => `/v1/lookup?text=${e.slice(0, 6000)}`),
    lookupUrl: get((e) => `/v1/lookup?url=${e.slice(0, 6000)}`),
  };
}
/** Places whose schemas refuse most strings. */
function strictSlots(service: Service, id: string): Record<string, Slot> {
  const get = getter(service);
  return {
    verdict: (s) =>
      service.call("POST", `/v1/claims/${id}/verdicts`, { publisher: s, label: s, url: "https://checks.example.org/1", explanation: s }),
    verdictUrl: (s) => service.call("POST", `/v1/claims/${id}/verdicts`, { publisher: "P", label: "L", url: s, publishedAt: s }),
    patch: (s) => service.call("PATCH", `/v1/claims/${id}`, { subject: s, addPhrasings: s ? [s] : [] }),
    sighting: (s) => service.call("POST", "/v1/sightings", { claim: "c", document: s, quote: s }),
    judge: (s) => service.call("POST", "/v1/sightings/reject", { claim: s, document: s, id: s }),
    key: (s) => service.call("POST", "/v1/keys", { name: s, scopes: [s], expiresAt: s }),
    keyName: (s) => service.call("POST", "/v1/keys", { name: s.slice(0, 100), scopes: ["read"] }),
    revoke: (s) => service.call("DELETE", `/v1/keys/${encodeURIComponent(s.toWellFormed()).slice(0, 3000) || "none"}`),
    redrive: (s) => service.call("POST", "/v1/dead-letters/redrive", { documents: [s] }),
    rebuild: (s) => service.call("POST", `/v1/rebuild?after=${encodeURIComponent(s.toWellFormed()).slice(0, 3000)}`),
    importRead: (s) => service.call("POST", `/v1/import?read=${encodeURIComponent(s.toWellFormed()).slice(0, 3000)}`, "{}"),
    idempotency: (s) =>
      service.call(
        "POST",
        "/v1/documents",
        { text: "kept" },
        { "idempotency-key": s.replace(/[^\x20-\x7e]/g, "?").trim() || "k", prefer: s.replace(/[^\x20-\x7e]/g, "") },
      ),
    authorization: (s) => service.anonymous("GET", "/v1/events", undefined, { authorization: `Bearer ${s.replace(/[^\x20-\x7e]/g, "")}` }),
    ifNoneMatch: (s) => service.get(`/v1/claims/${id}`, { "if-none-match": s.replace(/[^\x20-\x7e]/g, "") }),
    revisions: get((e) => `/v1/documents/${e.slice(0, 3000) || "d"}/revisions`),
    cascade: get((e) => `/v1/documents/${e.slice(0, 3000) || "d"}/cascade`),
    add: (s) =>
      service.call(
        "POST",
        "/add",
        new TextEncoder().encode(String(new URLSearchParams({ text: s.slice(0, 5000), url: s.slice(0, 500), author: s.slice(0, 200) }))),
        {
          "content-type": "application/x-www-form-urlencoded",
        },
      ),
  };
}
/** Every parameter and path segment of the GET routes and pages. */
function parameterSlots(service: Service, id: string): Record<string, Slot> {
  const get = getter(service);
  const slots: Record<string, Slot> = {};
  const parameters: Record<string, string[]> = {
    "/v1/claims": ["limit", "cursor", "s"],
    [`/v1/claims/${id}`]: ["asOf", "s"],
    [`/v1/claims/${id}/timeline`]: ["limit", "cursor", "asOf", "format", "s"],
    [`/v1/claims/${id}/graph`]: ["limit", "cursor", "asOf"],
    [`/v1/claims/${id}/spread`]: ["by", "from", "to", "cursor", "asOf"],
    "/v1/documents/d/cascade": ["branches"],
    [`/v1/claims/${id}/responses`]: ["limit", "cursor", "asOf"],
    "/v1/sightings": ["limit", "cursor"],
    "/v1/events": ["after", "limit"],
    "/v1/dead-letters": ["limit", "cursor"],
    "/": ["cursor"],
    [`/c/${id}`]: ["cursor", "asOf", "tz"],
    [`/embed/${id}`]: ["theme", "lead", "compact", "asOf", "cursor", "tz"],
    "/oembed": ["url", "format", "maxwidth", "maxheight"],
  };
  for (const [path, names] of Object.entries(parameters))
    for (const name of names)
      slots[`${path} ${name}`] = get(
        (e) => `${path}?${name}=${e.slice(0, 3000)}${path === "/oembed" && name !== "url" ? `&url=${service.origin()}/c/${id}` : ""}`,
      );
  for (const path of ["/v1/claims/", "/c/", "/embed/", "/d/", "/problems/", "/v1/"]) slots[path] = get((e) => path + e.slice(0, 3000));
  for (const path of ["timeline", "graph", "responses"]) slots[path] = get((e) => `/v1/claims/${e.slice(0, 3000)}/${path}`);
  return slots;
}

test("strings through match, read, verdicts and every parameter of every GET route and page", { skip }, async () => {
  assert.ok(service);
  await service.fresh();
  const all = strings();
  const faults = new Faults();
  const made = await service.call<{ id: string }>("POST", "/v1/claims", {
    ref: "c",
    text: "The lighthouse of Halden was painted green overnight",
  });
  const { id } = made.body;
  await service.add({ ref: "d", text: "The lighthouse of Halden was painted green overnight, look!" });
  const free = freeSlots(service);
  const strict = { ...strictSlots(service, id), ...parameterSlots(service, id) };
  const run = async (slots: Record<string, Slot>, n: number) => {
    for (const [place, [name, slot]] of Object.entries(slots).entries())
      await each(share(all, n, place), async (s) => {
        const { status, text } = await slot(s);
        faults.check(status, name, s, text);
      });
  };
  await run(free, 96);
  await run(strict, 192);
  for (const raw of ["%", "%ff", "%zz", "%00", "%ed%a0%80", "%2e%2e", "a%0d%0ab"])
    for (const path of ["/v1/documents/", "/v1/claims?q=", "/v1/lookup?text=", "/?q=", "/c/", "/d/", "/oembed?url=", "/v1/claims?limit="]) {
      const answer = await service.get(path + raw);
      faults.check(answer.status, path, raw, answer.text);
    }
  faults.none();
});
