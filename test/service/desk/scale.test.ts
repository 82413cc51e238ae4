/**
 * With 10,000 claims, 100,000 documents and 5,000 things that wait every page of the desk reads at most 300 rows in three calls to D1. Only with
 * --full.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { KEY, openService, type Service } from "../support/harness.ts";

const CLAIMS = 10_000;
const DOCUMENTS = 100_000;
const WAITING = 5000;
const MAX_ROWS = 300;
const MAX_CALLS = 3;
const skip = process.env["WHENCE_FULL"] ? false : "runs with --full";
let service: Service;
let cookie = "";
const SEQUENCE = (to: number) => `WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${to})`;
const claimId = (n: string) => `printf('c%026d', ${n})`;
const documentId = (n: string) => `printf('d%026d', ${n})`;

/** Copies one row of a table `to` times, with some columns changed. */
async function copies(table: string, from: string, to: number, change: Record<string, string>): Promise<void> {
  const columns = (await service.sql<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)).map((row) => row.name);
  const values = columns.map((name) => change[name] ?? `t.${name}`);
  await service.sql(`INSERT INTO ${table} (${columns.join(", ")}) ${SEQUENCE(to)} SELECT ${values.join(", ")} FROM s, (${from}) t`);
}
async function fill(): Promise<void> {
  const text = "The lantern of Ystad was stolen by night";
  await service.call("POST", "/v1/claims", { text });
  await service.add({ url: "https://x.com/a/status/1908760000000000001", author: { handle: "a" }, text: `${text}, I saw it myself` });
  await service.settle();
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const words = (n: string) => `'lantern number ' || ${n} || ' of ystad was stolen'`;
  await copies("claim_summary", "SELECT * FROM claim_summary LIMIT 1", CLAIMS, {
    claim_id: claimId("n"),
    text: words("n"),
    ref: "NULL",
    status: "iif(n % 10 = 0, 'settled', iif(n % 11 = 0, 'archived', 'open'))",
    visibility: "iif(n % 3 = 0, 'private', 'public')",
    listed: "n % 3 <> 0",
    active_at: `${hour} - (n % 2000) * 3600000`,
    changed_at: `${hour} - (n % 2000) * 3600000 + 1000`,
  });
  await copies("claim", "SELECT * FROM claim LIMIT 1", CLAIMS, { id: claimId("n"), text: words("n"), ref: "NULL" });
  await service.sql(`INSERT INTO claim_search (words, claim_id, scored) ${SEQUENCE(CLAIMS)} SELECT ${words("n")}, ${claimId("n")},
    json_object('claimId', ${claimId("n")}, 'ref', NULL, 'text', ${words("n")}, 'lang', 'en', 'phrasings', json('[]')) FROM s`);
  await service.sql("DELETE FROM claim_count");
  await service.sql(
    "INSERT INTO claim_count SELECT status, visibility, count(*) FROM claim_summary WHERE merged_into IS NULL AND status <> 'proposed' GROUP BY 1, 2",
  );
  await copies("document", "SELECT * FROM document WHERE seen = 'observed' LIMIT 1", DOCUMENTS, {
    id: documentId("n"),
    native_id: "'n' || n",
    url: "'https://site' || (n % 500) || '.example/' || n",
    handle: "'writer' || (n % 3000)",
    family: "'site' || (n % 500) || '.example'",
  });
  await service.sql(`INSERT INTO document_search (rowid, words, author, site, document_id) ${SEQUENCE(DOCUMENTS)}
    SELECT 1000000 + n, 'Lantern ' || n || ' seen again' || char(10) || 'It hung over the harbour', 'writer' || (n % 3000), 'site' || (n % 500) || '.example', ${documentId("n")} FROM s`);
  await copies("sighting", "SELECT * FROM sighting WHERE listed = 1 LIMIT 1", DOCUMENTS, {
    claim_id: claimId(`1 + n % ${CLAIMS}`),
    id: "printf('s%026d', n)",
    document_id: documentId("n"),
    at: "t.at + n",
  });
  await copies("sighting", "SELECT * FROM sighting WHERE listed = 1 LIMIT 1", WAITING, {
    claim_id: claimId(`1 + n % (${CLAIMS} / 4)`),
    id: "printf('s9%025d', n)",
    document_id: documentId("n"),
    listed: "0",
    at: "t.at + n",
  });
  await service.sql(`INSERT INTO suggestion (kind, since, id, act, claim_id, document_id, site, band, named, due, lead) ${SEQUENCE(WAITING)}
    SELECT iif(n % 2, 'response', 'appearance'), 1700000000000 + n, printf('s9%025d', n), ${claimId(`1 + n % (${CLAIMS} / 4)`)} || ' denial ' || n,
      ${claimId(`1 + n % (${CLAIMS} / 4)`)}, ${documentId("n")}, 'x', n % 4, 0, 0, 1 FROM s`);
  await service.sql("DELETE FROM suggestion_count");
  await service.sql(`INSERT INTO suggestion_count SELECT claim_id, kind, band, count(*) FROM suggestion GROUP BY 1, 2, 3
    UNION ALL SELECT '', kind, band, count(*) FROM suggestion GROUP BY 2, 3`);
  await service.sql(
    `INSERT INTO person (id, name, role, created_at) ${SEQUENCE(30)} SELECT 'p' || n, 'Person ' || n, 'reviewer', 0 FROM s`,
  );
  await service.sql(`INSERT INTO claim_owner ${SEQUENCE(CLAIMS / 2)} SELECT ${claimId("n * 2")}, 'p' || (n % 30 + 1), 0 FROM s`);
  await service.sql(`INSERT INTO decision (id, at, until, by, did, items) ${SEQUENCE(CLAIMS)}
    SELECT printf('n%026d', n), n, n, 'person:p1', 'edit', '[]' FROM s`);
  await service.sql(`INSERT INTO decision_subject ${SEQUENCE(CLAIMS)} SELECT ${claimId("n")}, n, printf('n%026d', n) FROM s`);
  await service.sql(`INSERT INTO followed_claim ${SEQUENCE(200)} SELECT 'key:dev', ${claimId("n")}, 0, 0, 0, 0 FROM s`);
}
before(async () => {
  if (skip) return;
  service = await openService();
  await fill();
  // Filling takes so long that the connection was closed meanwhile.
  await service.anonymous("GET", "/healthz").catch(() => {});
  const form = { "content-type": "application/x-www-form-urlencoded", authorization: "" };
  const answer = await service.anonymous("POST", "/signin", new TextEncoder().encode(`key=${KEY}`), form);
  cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
});
after(() => service?.close());

test("every page of the desk: at most 300 rows and three calls", { skip, timeout: 600_000 }, async (t) => {
  const id = `c${"1".padStart(26, "0")}`;
  const views = [
    "",
    "?view=waits",
    "?kind=response",
    "?kind=appearance&owner=nobody",
    "?order=oldest",
    "?view=watched",
    "?view=quiet",
    "?owner=nobody",
    "?owner=p3",
    "?state=any",
    "?visibility=private",
    "?state=archived",
    "?q=lantern+77",
  ];
  const searches = [
    "q=lantern",
    "q=lantern&in=documents",
    "in=documents&site=site7.example&q=lantern&linked=no",
    "q=writer77",
    "q=site7",
    "q=https://site1.example/1",
  ];
  const paths = [
    ...views.map((view) => `/${view}`),
    ...searches.map((search) => `/search?${search}`),
    ...["", "?sure=doubtful", "?kind=response&sure=doubtful", "?site=x", "?site=nowhere.example", "?named=yes", `?claim=${id}`].map(
      (filter) => `/review${filter}`,
    ),
    `/c/${id}?as=editor`,
    `/c/${id}/publish`,
    `/c/${id}/waiting`,
    `/c/${id}/same`,
    `/d/d${"1".padStart(26, "0")}`,
    "/claims/new",
    "/add",
    "/alerts",
    "/sources",
    "/people",
    "/people/audit",
    "/system",
  ];
  const over: string[] = [];
  const look = async (path: string) => {
    const answer = await service.anonymous("GET", path, undefined, { cookie });
    const calls = Number(/calls=(\d+)/.exec(answer.headers.get("server-timing") ?? "")?.[1]);
    t.diagnostic(`${path}: ${answer.status}, ${answer.rows.read} rows, ${calls} calls`);
    assert.ok(answer.status < 400, `${path}: ${answer.status}`);
    if (answer.rows.read > MAX_ROWS || calls > MAX_CALLS) over.push(`${path}: ${answer.rows.read} rows, ${calls} calls`);
    return /(?:rel=next|class="more s"><a) href="[^"]*?(\/(?:search|review)?\?[^"]*)"/.exec(answer.text)?.[1]?.replaceAll("&amp;", "&");
  };
  for (const path of paths) {
    const next = await look(path);
    if (next) await look(next);
  }
  assert.deepEqual(over, []);
});
