/** Documents with the same text are one line of the queue and one decision, of which any may be left out, and one undo brings back all. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const service = new Instance();
after(() => service.close());
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const LIVE = "replaced_at = 9007199254740991";
const CLAIM = "The bakery in Kivik mixes sawdust with its rye flour";
const page = async (path: string) => (await service.call("GET", path)).text;
async function post(path: string, fields: [string, string][]): Promise<URL> {
  const answer = await service.call("POST", path, String(new URLSearchParams(fields)), FORM);
  assert.equal(answer.status, 303, answer.text.slice(0, 300));
  return new URL(answer.headers.get("location") ?? "", "http://127.0.0.1");
}
/** The fields that the form of the queue's current suggestion sends, ticked ones as they are. */
function fieldsOf(text: string): [string, string][] {
  const form = /<form class=right[\s\S]*?<\/form>/.exec(text)?.[0] ?? "";
  return [...form.matchAll(/<input type=(?:hidden|checkbox) name="?([\w:]+)"? value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  ]);
}
const waiting = (claim: string) =>
  service.sql<{ id: string }>(
    `SELECT id FROM sighting WHERE ${LIVE} AND claim_id = '${claim}' AND listed = 0 AND state = 'suggested' ORDER BY id`,
  );

test("equal posts are decided as one, but for those that are unticked", async () => {
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM, visibility: "public" })).body.id;
  const texts = [CLAIM, CLAIM, `${CLAIM} https://short.example/a1`, `${CLAIM} #kivik`, `${CLAIM}, as everybody knows by now`];
  for (const [i, text] of texts.entries())
    await service.call(
      "POST",
      "/v1/documents",
      { url: `https://forum.example/p/${i}`, kind: "post", platform: "forum", author: { handle: `u${i}` }, text },
      { prefer: "wait" },
    );
  await service.settle();
  // As the matcher leaves what it is less sure of.
  service.sql(`UPDATE sighting SET listed = 0, score = 0.5 WHERE ${LIVE} AND claim_id = '${claim}'`);
  for (const part of ["rollups", "suggestions"]) assert.equal((await service.call("POST", `/v1/rebuild?part=${part}`)).status, 200);
  assert.equal(waiting(claim).length, texts.length);

  const list = await page(`/review?claim=${claim}`);
  assert.equal(list.match(/class="q-row/g)?.length, 2, "two rows: the equal ones, and the one with words of its own");
  assert.match(list, /3 more here with the same text/);
  assert.match(list, /1 of 2 /);
  assert.match(list, /3 more documents wait with the same text/);
  const fields = fieldsOf(list);
  const also = fields.filter(([name]) => name === "also");
  assert.equal(also.length, 3);
  const seen = fields.filter(([name]) => name === "seen").map(([, value]) => value);
  for (const [, value] of also) assert.ok(seen.includes(value.split(".")[0] ?? ""), "what is decided was on the screen");
  // A link or tag of another one is shown, as it becomes public with it.
  assert.match(list, /short\.example\/a1|#kivik/);

  const kept = also[2]?.[1] ?? "";
  const to = await post("/review", [...fields.filter(([, value]) => value !== kept), ["do", "accept"], ["stance", "deny"]]);
  assert.match(to.searchParams.get("said") ?? "", /^told\.3\..*, with 2 more of the same text, as you corrected it$/);
  const left = waiting(claim).map(({ id }) => id);
  assert.equal(left.length, 2);
  assert.ok(left.includes(kept.split(".")[0] ?? ""), "what was unticked stays");
  const stances = service.sql<{ n: number }>(
    `SELECT count(*) AS n FROM sighting WHERE ${LIVE} AND claim_id = '${claim}' AND state = 'confirmed' AND stance = 'deny'`,
  );
  assert.equal(stances[0]?.n, 3, "a correction is for all of them");

  await post("/undo", [
    ["id", to.searchParams.get("did") ?? ""],
    ["back", "/review"],
  ]);
  assert.equal(waiting(claim).length, texts.length, "one undo brings back all");
  // Those of one row are ticked as one.
  const [, pick = ""] = /name=pick value="([^"]*,[^"]*)"/.exec(await page(`/review?claim=${claim}`)) ?? [];
  await post("/review/bulk", [
    ["do", "reject"],
    ["scope", "ticked"],
    ["claim", claim],
    ["pick", pick],
  ]);
  assert.equal(waiting(claim).length, 1);
});

test("a claim of which nothing is known yet says so on the desk, and not that a document was read", async () => {
  await service.call("POST", "/v1/claims", { text: "The lighthouse of Ystad was painted with lead", visibility: "private" });
  const row = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*lighthouse of Ystad[\s\S]*?<\/tr>/.exec(await page("/"))?.[0] ?? "";
  assert.match(row, /no appearance known yet/);
  assert.match(row, /claim entered/);
  assert.doesNotMatch(row, /document read/);
});

test("the claim's page folds lines of the same text, and long runs with nothing to decide, in the order of time", async () => {
  const text = "The tram depot in Ystad burns old tyres at night";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 3, 6, minute)).toISOString();
  const words = ["bus", "boat", "bike", "barn", "bell", "bench", "book", "bread", "brick", "broom", "bucket", "button", "bark", "bay"];
  const posts = [...words.map((word) => `${text}, a man with a ${word} says`), text, text, text];
  for (const [i, body] of posts.entries())
    await service.call(
      "POST",
      "/v1/documents",
      { url: `https://forum.example/q/${i}`, kind: "post", platform: "forum", author: { handle: `w${i}` }, publishedAt: at(i), text: body },
      { prefer: "wait" },
    );
  await service.settle();
  service.sql(`UPDATE sighting SET listed = 0, score = 0.5 WHERE ${LIVE} AND claim_id = '${claim}' AND document_id IN (
    SELECT id FROM document WHERE url IN ('https://forum.example/q/14', 'https://forum.example/q/15', 'https://forum.example/q/16'))`);
  for (const part of ["rollups", "suggestions"]) assert.equal((await service.call("POST", `/v1/rebuild?part=${part}`)).status, 200);
  assert.doesNotMatch(await page("/"), /held back/);
  service.sql(`UPDATE suggestion_count SET waiting = 20 WHERE kind = 'appearance' AND claim_id = '${claim}'`);
  assert.match(await page("/"), /20 others, posts in other words are held back/);
  const editors = await page(`/c/${claim}?as=editor`);
  assert.equal(editors.match(/<form class="ln /g)?.length, posts.length, "each line has its forms");
  const [, n = ""] = /<summary class=s>(\d+) more lines with nothing to decide, /.exec(editors) ?? [];
  assert.ok(Number(n) >= 6, "a long run is folded");
  assert.match(editors, /2 more with the same text/);
  // The fields of a line in a fold are on the page that its link leads to, and there the folds around it are open.
  const links = [...editors.matchAll(/<a class="ed s" href="[^"?]*(\?as=editor&(?:amp;)?edit=(s\w+))#/g)];
  assert.equal(editors.match(/<details class=ed/g)?.length, posts.length - links.length);
  assert.ok(links.length > Number(n));
  const [, query = "", last = ""] = links.find(([, , id]) => editors.indexOf(`id="${id}"`) > editors.indexOf('<details class="run"')) ?? [];
  const asked = await page(`/c/${claim}${query.replace("&amp;", "&")}`);
  assert.match(asked, /<details class="run" open>/);
  assert.match(asked.slice(asked.indexOf(`id="${last}"`)).split("</form>")[0] ?? "", /<details class=ed open>[\s\S]*name=stance/);
  assert.ok(asked.length < editors.length + 3000, "of one line only");
  const [, queue = ""] = /<a href="[^"]*?(\/review[^"]*)">Decide on all 3 at once/.exec(editors) ?? [];
  assert.match(await page(queue.replaceAll("&amp;", "&")), /2 more documents wait with the same text/);
  const order = [...editors.matchAll(/<form class="ln [^>]*id="(s\w{26})"/g)].map(([, id]) => id ?? "");
  const times = new Map(
    service.sql<{ id: string; at: number }>(`SELECT id, at FROM sighting WHERE ${LIVE}`).map((row) => [row.id, row.at]),
  );
  const shown = order.map((id) => times.get(id) ?? 0);
  assert.deepEqual(
    shown,
    [...shown].sort((a, b) => a - b),
  );
});

test("a public line whose stance is a guess is settled on a page of its own: the same text once, one undo for all", async () => {
  const text = "The ferry to Gotland sold the same cabin four times";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const long = `Yesterday we were waiting impatiently for news. ${text}, a cousin of the captain says. Nobody could tell us about the reasons.`;
  for (const [i, body] of [text, text, long].entries())
    await service.call(
      "POST",
      "/v1/documents",
      { url: `https://forum.example/r/${i}`, kind: "post", platform: "forum", author: { handle: `v${i}` }, text: body },
      { prefer: "wait" },
    );
  await service.settle();
  const lines = `${LIVE} AND claim_id = '${claim}'`;
  service.sql(`UPDATE sighting SET listed = 1, state = 'suggested', stance = 'observe', role = 'report',
    detail = json_set(detail, '$.stanceUnsure', json('true')) WHERE ${lines}`);
  const toSettle = async () => /(\d+) stances? to settle/.exec(await page("/"))?.[1];
  assert.equal(await toSettle(), undefined);
  assert.equal((await service.call("POST", "/v1/rebuild?part=rollups")).status, 200);
  assert.equal(await toSettle(), "3");
  const editors = await page(`/c/${claim}?as=editor`);
  assert.match(editors, /The machine is not sure of the stance of 3 lines;/);
  const asked = await page(`/c/${claim}/stances`);
  assert.equal(asked.match(/<select /g)?.length, 2, "two texts, two questions");
  const around = [...asked.matchAll(/<span class=ctx>([^<]*)</g)].flatMap(([, words = ""]) => words.match(/\p{Alpha}+/gu) ?? []);
  assert.ok(around.length > 4);
  assert.deepEqual(
    around.filter((word) => !long.match(/\p{Alpha}+/gu)?.includes(word)),
    [],
    "no word is cut",
  );
  const fields = [...asked.matchAll(/<input type=hidden name="?([\w:]+)"? value="([^"]*)"/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );
  const two = fields.find(([name, value]) => name.startsWith("of:") && value.includes(","));
  assert.ok(two);
  const nothing = await post(`/c/${claim}/stances`, fields);
  assert.match(nothing.searchParams.get("said") ?? "", /^problem\./);
  const to = await post(`/c/${claim}/stances`, [...fields, [two[0].replace("of", "stance"), "deny"]]);
  const denying = () => service.sql(`SELECT id FROM sighting WHERE ${lines} AND stance = 'deny' AND state = 'confirmed'`).length;
  assert.equal(denying(), 2);
  assert.match(await page(`${to.pathname}${to.search}`), /id=strip[^>]*><span>2 things accepted/, "no words of one line stand for several");
  assert.match(await page(`/c/${claim}?as=editor`), /The machine is not sure of the stance of 1 line;/);
  assert.equal(await toSettle(), "1");
  await post("/undo", [
    ["id", to.searchParams.get("did") ?? ""],
    ["back", "/review"],
  ]);
  assert.equal(denying(), 0);
  assert.match(await page(`/c/${claim}?as=editor`), /stance of 3 lines;/);
  const document = asked.match(/\/d\/(d\w{26})/)?.[1] ?? "";
  assert.equal((await service.call("DELETE", `/v1/documents/${document}`)).status, 200);
  assert.equal(await toSettle(), "2", "nobody is asked how words stand that are gone");
  const erased = service.sql<{ stance: string }>(`SELECT stance FROM sighting WHERE ${lines} AND document_id = '${document}'`);
  assert.deepEqual(
    erased.map((line) => line.stance),
    ["observe"],
    "readers see of it what they saw",
  );
  const { body } = await service.call<{ violations: { check: string }[] }>("GET", "/v1/verify");
  assert.deepEqual(
    body.violations.filter(({ check }) => check === "stances to settle equal a recount"),
    [],
  );
});

test("a claim with more lines than a page shows has all its responses on the first, and a page for the later lines", async () => {
  const text = "The cannery in Oskarshamn sells horse meat as tuna";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const lines = Array.from({ length: 170 }, (_, i) => ({
    type: "document",
    url: `https://forum.example/t/${i}`,
    platform: "forum",
    author: { handle: `t${i}` },
    publishedAt: new Date(Date.UTC(2026, 2, 4, 6, i)).toISOString(),
    text,
  }));
  const denial = {
    type: "document",
    url: "https://tuna.example/a",
    kind: "article",
    publishedAt: "2026-03-06T10:00:00Z",
    text: `${text}? We do not.`,
  };
  const body = [...lines, denial].map((one) => JSON.stringify(one)).join("\n");
  assert.equal((await service.call("POST", "/v1/import", body, { "content-type": "application/x-ndjson" })).status, 200);
  await service.settle();
  await post(`/c/${claim}/change`, [
    ["what", "response"],
    ["who", "Cannery of Oskarshamn"],
    ["kind", "organisation"],
    ["type", "denial"],
    ["standing", "subject"],
    ["document", denial.url],
    ["quote", "We do not."],
  ]);
  // The timeline with what waits is told whole, and given by pages, in the order of time.
  service.sql(`UPDATE sighting SET listed = 0 WHERE ${LIVE} AND claim_id = '${claim}' AND role <> 'respond' AND at % 120000 = 0`);
  const waits = await page(`/c/${claim}/waiting`);
  assert.match(waits, /All 171, day by day/);
  assert.match(waits, /Cannery of Oskarshamn/);
  type Paged = { events: { id: string }[]; next: string | null };
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body }: { body: Paged } = await service.call<Paged>(
      "GET",
      `/v1/claims/${claim}/timeline?with=waiting&limit=70${cursor && `&cursor=${cursor}`}`,
    );
    seen.push(...body.events.map(({ id }) => id));
    cursor = body.next;
  }
  const inTime = service.sql<{ id: string }>(`SELECT id FROM sighting WHERE ${LIVE} AND claim_id = '${claim}' ORDER BY at, id`);
  assert.deepEqual(
    seen,
    inTime.map(({ id }) => id),
  );
  service.sql(`UPDATE sighting SET listed = 1 WHERE ${LIVE} AND claim_id = '${claim}'`);
  const editors = await page(`/c/${claim}?as=editor`);
  const responses = (text: string) => /<section class="lane three"[\s\S]*?<\/section>/.exec(text)?.[0] ?? "";
  assert.match(responses(editors), /Cannery of Oskarshamn/, "the response comes after the lines of this page");
  assert.doesNotMatch(editors, /Except for what waits, somebody has read every response and/, "nothing is said of lines that are not here");
  const [, later = ""] = /<a href="[^"]*?(\/c\/[^"]*from=[^"]*)">Later lines/.exec(editors) ?? [];
  const next = await page(later.replaceAll("&amp;", "&"));
  const idsIn = (text: string) => [...text.matchAll(/<form class="ln [^>]*id="(s\w{26})"/g)].map(([, id]) => id ?? "");
  const all = service.sql<{ id: string }>(`SELECT id FROM sighting WHERE ${LIVE} AND claim_id = '${claim}'`).map(({ id }) => id);
  assert.deepEqual(new Set([...idsIn(editors), ...idsIn(next)]), new Set(all));
  assert.doesNotMatch(next, /Later lines|First known<\/h2>/);
  // A decision there leads back to the same page.
  const last = idsIn(next).at(-1) ?? "";
  const form =
    new RegExp(`<form class="ln [^>]*id="${last}"[^>]*action="[^"]*?(/c/[^"]*)"[\\s\\S]*?name=line value="([^"]*)"`).exec(next) ?? [];
  const to = await post((form[1] ?? "").replaceAll("&amp;", "&"), [
    ["line", form[2] ?? ""],
    ["seen", last],
    ["do", "reject"],
  ]);
  assert.equal(to.searchParams.get("from"), new URLSearchParams(later.replaceAll("&amp;", "&").split("?")[1]).get("from"));
});

test("the desk lists claims by what waits on them, and in either order of their last change", async () => {
  const { claims } = (await service.call<{ claims: { id: string; changedAt: string }[] }>("GET", "/v1/claims?limit=100")).body;
  assert.ok(claims.length > 3);
  const listed = async (query: string) => {
    const ids = [...(await page(`/${query}`)).matchAll(/class=claim-name href="[^"]*\/c\/(c\w{26})/g)].map(([, id]) => id ?? "");
    const { body } = await service.call<{ claims: { id: string }[] }>("GET", `/v1/desk${query}`);
    assert.deepEqual(
      body.claims.map(({ id }) => id),
      ids,
      query,
    );
    return ids;
  };
  const open = service.sql<{ id: string }>(
    "SELECT claim_id AS id FROM claim_summary WHERE status = 'open' AND merged_into IS NULL ORDER BY active_at DESC, claim_id DESC",
  );
  const all = open.map(({ id }) => id);
  assert.deepEqual(await listed("?order=latest"), all);
  assert.deepEqual(await listed("?order=oldest"), all.toReversed());
  for (const kind of ["appearance", "response", "source"]) {
    const waits = service.sql<{ id: string }>(
      `SELECT DISTINCT claim_id AS id FROM suggestion_count WHERE kind = '${kind}' AND claim_id <> '' AND waiting > 0`,
    );
    const expected = new Set(waits.map(({ id }) => id).filter((id) => all.includes(id)));
    assert.deepEqual(new Set(await listed(`?kind=${kind}`)), expected, kind);
    assert.deepEqual(new Set(await listed(`?kind=${kind}&owner=nobody`)), expected, "nobody owns one");
    if (kind === "appearance") assert.ok(expected.size > 0 && expected.size < all.length);
  }
});
