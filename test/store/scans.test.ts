/** No statement goes through a table that grows: every statement of a busy instance, as SQLite would run it. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as corpus from "../bench/corpus.ts";
import { type InProcess, openInProcess } from "../bench/inprocess.ts";
import { claimLines, kinds, sightingLines, stored } from "../bench/kinds.ts";
import type { Service } from "../service/support/harness.ts";
import { BUSY, history, TAKEN_BACK, TOLD } from "../service/support/histories.ts";
import { KEY, migrations } from "../support/instance.ts";

/** Tables of a few rows: what people configure, and projections in one row. */
const SMALL = new Set([
  "source",
  "watched_claim",
  "watch_period",
  "coverage",
  "crawl_cursor",
  "precondition",
  "api_key",
  "person",
  "invitation",
  "sign_in_code",
  "session",
  "subscription",
  "upkeep",
  "log_cursor",
  "claim_count",
]);
const GROWING = new Set(
  migrations()
    .flatMap((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? [])
    .filter((table) => !SMALL.has(table)),
);
/** Statements that may begin to go through a table: a part of each, and why. */
const ALLOWED: [table: string, part: string, why: string][] = [
  ["event", "FROM event ORDER BY seq DESC LIMIT", "the newest ones, by the key"],
  ["job", "FROM job LIMIT 1000", "counts up to 1,000"],
  [
    "job",
    "attempts > 0 ORDER BY attempts, document_id LIMIT 1",
    "what was attempted before, once all that is new is done: only that is left",
  ],
  ["dead_letter", "FROM dead_letter LIMIT 1000", "counts up to 1,000"],
  ["visit", "FROM visit LIMIT", "so many as it is asked for"],
  ["claim_summary", "FROM claim_summary INDEXED BY claim_summary_proposed", "proposals, up to a limit; the index has nothing else"],
  ["pending_wake", "FROM pending_wake LIMIT 1", "empty but for some minutes after a change on which many documents depend"],
  ["suggestion", "FROM suggestion WHERE lead = 1 LIMIT", "what waits at which site: up to 10,000, once an hour"],
  ["unnamed_page", "FROM unnamed_page WHERE due_at", "empty but for an hour after a page whose write failed, or an erasure"],
  [
    "document",
    "FROM document WHERE account_id = ?1 AND handle IS NOT NULL LIMIT 1",
    "the first post of an account that has no row, when a person asks for it",
  ],
];

// This Worker, in the place of an older one, on a schema with columns that it does not know. No version is released that could be run instead.
const worker = await openInProcess("workers/index.ts", false, true);
const week = await openInProcess("test/faults/week/worker.ts", false);
after(() => {
  worker.close();
  week.close();
});

const failed: string[] = [];
/** The calls of an instance that histories use. */
const service = {
  call: async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    const { status, text } = await worker.call(method, path, body, headers);
    if (status >= 500) failed.push(`${method} ${path}: ${text.slice(0, 300)}`);
    return { status, text, body: text.startsWith("{") ? (JSON.parse(text) as unknown) : {} };
  },
  get: (path: string) => service.call("GET", path),
  add: (document: object) => service.call("POST", "/v1/documents", document, { prefer: "wait" }),
  settle: async () => {
    await service.call("POST", "/v1/sweep");
  },
} as unknown as Service;
const idOf = async (path: string, body: object) => ((await service.call("POST", path, body)).body as { id: string }).id;

async function publish(): Promise<void> {
  await worker.send("/v1/import", corpus.ndjson(Array.from({ length: 20 }, (_, i) => corpus.claimLine(i))), {});
  await worker.send("/v1/import", corpus.ndjson(corpus.documentLines(0, 150, 20)), {});
  await worker.send(
    "/v1/import",
    corpus.ndjson([...claimLines, ...stored.map((one) => ({ type: "document", ...one })), ...sightingLines]),
    {},
  );
  await service.settle();
  for (const { of } of kinds) for (const i of [0, 1]) await service.add(of(i));
  await service.settle();
}

/** What people do, and what is shown of it. */
async function edit(): Promise<void> {
  for (const [run, steps] of [BUSY, TOLD, TAKEN_BACK].entries()) {
    const one = history(service, run);
    await one.open();
    for (const step of steps) await one.act(step);
    await service.settle();
    for (const path of one.paths()) for (const more of ["", "rev=1", `asOf=${new Date().toISOString()}`]) await service.get(path + more);
    await show(one.claim());
  }
  const from = await idOf("/v1/claims", { ref: "from", text: "Mirna weir was built of old trams" });
  const into = await idOf("/v1/claims", { ref: "into", text: "Old trams hold the weir of Mirna together" });
  const post = await idOf("/v1/documents", {
    ...corpus.document(9_000, 20),
    repostOf: undefined,
    kind: "post",
    text: "Mirna weir was built of old trams",
  });
  await service.settle();
  await service.call("POST", `/v1/claims/${from}/split`, { into, documents: [post] });
  await service.call("POST", `/v1/claims/${from}/merge`, { into });
  await service.call("PUT", `/v1/claims/${into}/watch`, {});
  await service.call("GET", `/v1/claims/${into}/watch`);
  await service.call("DELETE", `/v1/claims/${into}/watch`);
  const note = await idOf(`/v1/claims/${into}/notes`, { text: "@Ana: look at this" });
  await service.call("POST", `/v1/claims/${into}/owner`, { owner: null });
  await service.call("DELETE", `/v1/claims/${into}/notes/${note}`);
  await service.call("PUT", "/v1/accounts/x:u50000002/actor", { kind: "person", name: "A. Writer" });
  await service.call("DELETE", "/v1/accounts/x:u50000002/actor");
  for (const one of stored) {
    const id = await idOf("/v1/documents", one);
    await service.call("DELETE", `/v1/documents/${id}`);
  }
  await service.call("DELETE", `/v1/documents/${post}`);
  await service.call("POST", "/v1/dead-letters/redrive", {});
}

async function show(claim: string): Promise<void> {
  const { body } = await service.get<{ events: { document: string }[] }>(`/v1/claims/${claim}/timeline`);
  const document = body.events[0]?.document ?? "";
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const session = (await worker.call("POST", "/signin", `key=${KEY}`, form)).headers.get("set-cookie");
  const signedIn = { cookie: session?.split(";")[0] ?? "" };
  const pages = [
    `/c/${claim}`,
    `/c/${claim}/revisions`,
    `/c/${claim}/embed`,
    `/embed/${claim}`,
    `/c/${claim}.atom`,
    `/c/${claim}.json`,
    `/d/${document}`,
  ];
  const console = [
    "/",
    "/?q=bell",
    "/?status=open",
    "/review",
    "/review?kind=edges",
    "/review/bulk",
    "/sources",
    "/add",
    "/system",
    "/people",
    "/people/audit",
    "/people/audit?did=key.",
    "/people/audit?by=key:dev",
    "/people/audit.csv",
  ];
  for (const path of [...pages, ...console]) await service.call("GET", path, undefined, signedIn);
  const lists = [
    "/v1/claims",
    "/v1/claims?q=bell",
    "/v1/sightings",
    "/v1/events",
    "/v1/sources",
    "/v1/keys",
    "/v1/me",
    "/v1/people",
    "/v1/invitations",
    "/v1/sessions",
    "/v1/sessions?of=all",
    "/v1/dead-letters",
    "/healthz",
  ];
  const documents = ["", "/revisions", "/cascade"].map((part) => `/v1/documents/${document}${part}`);
  for (const path of [
    ...lists,
    ...documents,
    `/v1/claims/${claim}/alike`,
    `/v1/claims/${claim}/notes`,
    `/v1/lookup?url=https://x.com/a/status/1`,
  ])
    await service.get(path);
  await service.call("POST", "/v1/match", { text: "The bell of the church was cast from tin" });
}

async function crawl(): Promise<void> {
  await worker.call("POST", "/v1/sources", { kind: "feed", name: "one", config: { url: "https://feeds.example/one" } });
  await worker.scheduled("* * * * *");
  await week.call("POST", "/start?hosts=4&days=1&seed=7");
  for (let hours = 0; hours < 12; hours += 3) await week.call("POST", "/pass?hours=3");
}

const NAMED = /\b(?:FROM|JOIN|UPDATE|INTO)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z]\w*))?/g;
/** The growing tables that a statement goes through row by row, each with the step that does. */
function scansOf(sql: string, { plan }: InProcess): string[] {
  const tables = new Map<string, string>();
  for (const [, table = "", alias = table] of sql.matchAll(NAMED)) for (const name of [table, alias]) tables.set(name, table);
  return plan(sql).flatMap((step) => {
    // An automatic index is made of all rows of its table.
    const table = tables.get(/^(?:SCAN (\w+)(?! VIRTUAL)|SEARCH (\w+) USING AUTOMATIC)/.exec(step)?.slice(1).find(Boolean) ?? "") ?? "";
    const isAllowed = ALLOWED.some(([of, part]) => of === table && sql.includes(part));
    return GROWING.has(table) && !isAllowed ? `${table}: ${step}` : [];
  });
}

test("no statement goes through a table that grows, but those that are named here", async (t) => {
  await publish();
  await edit();
  await crawl();
  const found: string[] = [];
  for (const one of [worker, week])
    for (const sql of one.statements) {
      for (const scan of scansOf(sql, one)) found.push(`${scan}\n    ${sql.replace(/\s+/g, " ").slice(0, 400)}`);
    }
  t.diagnostic(`${worker.statements.size} and ${week.statements.size} statements`);
  assert.deepEqual([...new Set(found)], []);
});

/** Indexes that are named in statements which nothing here runs, and one that keeps addresses of people different. */
const USED_ELSEWHERE = ["delivery_due", "claim_owner_of", "person_email"];
test("every index finds rows for some statement", () => {
  const plans = [worker, week].flatMap((one) => [...one.statements].flatMap((sql) => one.plan(sql)));
  const used = new Set(plans.flatMap((step) => /INDEX (\w+)/.exec(step)?.[1] ?? []));
  const all = worker.sql("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").map(({ name }) => String(name));
  assert.deepEqual(
    all.filter((name) => !used.has(name)).filter((name) => !USED_ELSEWHERE.includes(name)),
    [],
  );
});

test("the Worker that still runs while another is deployed works on a schema that has grown by columns in every table", async () => {
  assert.deepEqual(failed, []);
  const { violations } = (await service.get<{ violations: unknown[] }>("/v1/verify")).body;
  assert.deepEqual(violations, []);
});
