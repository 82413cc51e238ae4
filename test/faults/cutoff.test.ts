/**
 * What kills the isolate reports no error: each attempt is counted before the work, innocents get through, and after five attempts it is a dead
 * letter.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Instance } from "./support/instance.ts";
import { FERRY, faultsOf, post } from "./support/world.ts";

/** A run of the sweeper that ends for good at the first batch that is about one of these documents. True when it was not cut off. */
async function sweep(i: Instance, poison: ReadonlySet<string>): Promise<boolean> {
  let kill = () => {};
  const killed = new Promise<false>((done) => {
    kill = () => done(false);
  });
  const swept = i.interfered(
    (_, statements, commit) => {
      const reads = statements.some(
        (s) => /^SELECT d\.id AS document_id/.test(s.sql.trim()) && [...poison].some((id) => JSON.stringify(s.parameters).includes(id)),
      );
      if (!reads) return commit();
      kill();
      return new Promise(() => {});
    },
    () => i.call("POST", "/v1/sweep"),
  );
  return Promise.race([killed, swept.then(() => true as const)]);
}

test("seven of thirty documents kill whatever reads them: the others are read, the seven are dead letters after five attempts, and come back by redrive", async () => {
  const i = new Instance();
  const lines = Array.from({ length: 30 }, (_, n) =>
    JSON.stringify({ type: "document", ...post(`reader${n}`, `Post number ${n} about nothing much at all`, n) }),
  );
  await i.call("POST", "/v1/import", lines.join("\n"));
  const ids = i.sql<{ id: string }>("SELECT document_id AS id FROM job ORDER BY 1").map((row) => row.id);
  assert.equal(ids.length, 30);
  const poison = new Set(ids.slice(0, 7));
  let runs = 0;
  let othersDone = 0;
  while (i.sql("SELECT 1 FROM job").length && runs < 100) {
    runs++;
    await sweep(i, poison);
    // Cron comes once a minute.
    i.db.exec("UPDATE job SET due_at = due_at - 60000");
    if (i.sql<{ id: string }>("SELECT document_id AS id FROM job").some(({ id }) => !poison.has(id))) othersDone = runs;
  }
  assert.ok(othersDone <= 10, `the others wait for ${othersDone} minutes`);
  assert.ok(runs <= 60, `the dead letters take ${runs} minutes`);
  const dead = i.sql<{ id: string; reason: string; attempts: number }>(
    "SELECT document_id AS id, reason, attempts FROM dead_letter ORDER BY 1",
  );
  assert.deepEqual(
    dead.map(({ id }) => id),
    [...poison].sort(),
  );
  assert.ok(dead.every(({ reason, attempts }) => attempts === 5 && /cut off/.test(reason)));
  assert.equal(i.sql("SELECT 1 FROM event WHERE type = 'document.read'").length, 23);
  const raised = await i.call<{ redriven: string[] }>("POST", "/v1/dead-letters/redrive", { documents: [...poison] });
  assert.equal(raised.body.redriven.length, 7);
  await i.settle();
  assert.equal(i.sql("SELECT 1 FROM event WHERE type = 'document.read'").length, 30);
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

/**
 * An instance with four near copies, and an earlier one that is read, but not yet compared with them; gives the ids of the copies and of that one.
 */
async function withEarlierCopy() {
  const i = new Instance();
  const text = `${FERRY}, an engineer at the yard told me. It smells of nothing at all, and its captain laughed when somebody asked him what diesel costs these days`;
  const add = async (one: object) => (await i.call<{ id: string }>("POST", "/v1/documents", one)).body.id;
  const later: string[] = [];
  for (let n = 0; n < 4; n++) later.push(await add(post(`copy${n}`, `${text} ${n}`, 10 + n)));
  await i.settle();
  const earlier = await add(post("earlier", `${text} too`, -5));
  assert.equal(await sweep(i, new Set(later)), false);
  const [job, ...more] = i.sql<{ id: string; others: string }>("SELECT document_id AS id, others FROM job");
  const copies = JSON.parse(job?.others ?? "[]") as string[];
  assert.ok(job?.id === earlier && more.length === 0 && copies.length >= 3, JSON.stringify([job, more]));
  return { i, copies, earlier };
}

test("documents that stand in the job of another: one that kills its invocation becomes a dead letter by itself, the others hang on that document", async () => {
  const { i, copies, earlier } = await withEarlierCopy();
  const [poison = ""] = copies;
  for (let run = 0; i.sql("SELECT 1 FROM job").length && run < 20; run++) {
    await sweep(i, new Set([poison]));
    i.db.exec("UPDATE job SET due_at = 0");
  }
  assert.deepEqual(
    i.sql<{ id: string }>("SELECT document_id AS id FROM dead_letter").map(({ id }) => id),
    [poison],
  );
  const hangs = (id: string) =>
    i.sql("SELECT 1 FROM edge WHERE child_id = ? AND parent_id = ? AND replaced_at > 9e15", id, earlier).length > 0;
  for (const id of copies) assert.equal(hangs(id), id !== poison);
  await i.call("POST", "/v1/dead-letters/redrive", { documents: [poison] });
  await i.settle();
  assert.ok(hangs(poison));
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("a document is erased in whose job others stand: they get jobs of their own", async () => {
  const { i, copies, earlier } = await withEarlierCopy();
  assert.equal((await i.call("DELETE", `/v1/documents/${earlier}`)).status, 200);
  const jobs = i.sql<{ id: string }>("SELECT document_id AS id FROM job").map(({ id }) => id);
  assert.deepEqual(jobs.toSorted(), copies.toSorted());
  await i.settle();
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("a database that is busy counts against no document", async () => {
  const i = new Instance();
  await i.call("POST", "/v1/documents", post("calm", "A post that waits for better times", 1));
  for (let run = 0; run < 8; run++) {
    await i.interfered(
      (_, statements, commit) => {
        if (statements.some((s) => /^SELECT d\.id AS document_id/.test(s.sql.trim())))
          throw new Error("D1 DB is overloaded. Too many requests queued.");
        return commit();
      },
      () => i.call("POST", "/v1/sweep"),
    );
    i.db.exec("UPDATE job SET due_at = 0");
  }
  assert.equal(i.sql("SELECT 1 FROM dead_letter").length, 0);
  await i.settle();
  assert.equal(i.sql("SELECT 1 FROM event WHERE type = 'document.read'").length, 1);
  i.close();
});

/** A page that is longer than what an invocation reads. */
const heavyPage = {
  kind: "article",
  url: "https://almanac.example/2025/all-of-it",
  title: "All of it",
  publishedAt: "2025-05-01T10:00:00Z",
  html: `<html><body><article><h1>All of it</h1><p>The first day of it was dry.</p>${Array.from({ length: 4_500 }, (_, n) => `<p>Day number ${n} of the almanac of Rimstad brought rain and a boat.</p>`).join("")}<p>The last day of it was windy.</p></article></body></html>`,
};

test("what is cut off in the request, and again in messages, is counted, and read by its beginning in the end", async () => {
  const i = new Instance();
  const attempts = () => i.sql<{ attempts: number }>("SELECT attempts FROM job")[0]?.attempts ?? -1;
  /** Ends for good when the page has been read, as long as more than so many attempts are left to it. */
  const cutOff = async (work: () => Promise<unknown>) => {
    let kill = () => {};
    const killed = new Promise((done) => (kill = () => done("killed")));
    const done = i.interfered((_, statements, commit) => {
      if (!statements.some((s) => s.sql.includes("INSERT INTO text ("))) return commit();
      if (attempts() < 1 || attempts() > 2) return commit();
      kill();
      return new Promise(() => {});
    }, work);
    return Promise.race([killed, done]);
  };
  const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", heavyPage)).body;
  await i.settleDeferred();
  assert.equal(
    await cutOff(() => i.call("POST", "/v1/documents", { ...heavyPage, html: `${heavyPage.html} ` }, { prefer: "wait" })),
    "killed",
  );
  assert.equal(attempts(), 1, "the request's attempt");
  assert.equal(await cutOff(() => i.deliver([id], 2)), "killed");
  assert.equal(attempts(), 2, "the message's attempt");
  assert.equal(await cutOff(() => i.deliver([id], 3)), "acknowledged");
  assert.equal(i.sql("SELECT 1 FROM job").length, 0);
  const [event] = i.sql<{ detail: string }>("SELECT detail FROM event WHERE type = 'document.read'");
  assert.deepEqual(JSON.parse(event?.detail ?? "{}").partial, true);
  const [text] = i.sql<{ body: string }>(
    "SELECT t.body FROM revision r JOIN text t ON t.id = r.text_id WHERE r.document_id = ? ORDER BY r.seq DESC",
    id,
  );
  assert.match(text?.body ?? "", /^(?:All of it\s+)?The first day of it was dry/);
  assert.doesNotMatch(text?.body ?? "", /The last day/);
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});
