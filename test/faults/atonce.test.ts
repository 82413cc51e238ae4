/** Many requests at once, each D1 call taking its time: what was acknowledged is there, what was refused is not, and nothing is counted twice. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { shownMark } from "../../shared/review/shown.ts";
import { plan } from "../../workers/crawl/plan.ts";
import { assignClaim, changeEmbed } from "../../workers/editing/notes.ts";
import { type Conditions, persist } from "../../workers/pipeline/persist.ts";
import { leaseHost, requireLeases } from "../../workers/store/crawl/visits.ts";
import { ConflictError, Db } from "../../workers/store/d1.ts";
import { edgeOf, selectEdges } from "../../workers/store/relations/edges.ts";
import { selectSightingsOf } from "../../workers/store/relations/sightings.ts";
import { sightingOf } from "../../workers/store/relations/stored-sighting.ts";
import { type Answer, Instance } from "./support/instance.ts";
import {
  AUTHOR,
  at,
  claimOf,
  FERRY,
  faultsOf,
  makeWorld,
  plainPage,
  post,
  SECRET,
  victimPost,
  type World,
  wordingsOf,
} from "./support/world.ts";
import { writes } from "./support/writes.ts";

const ROUNDS = process.env["WHENCE_FULL"] ? 20 : 3;
/** Milliseconds that a D1 call takes on Cloudflare. */
const DELAY = 8;

let saved = "";
let world: World;
before(async () => {
  ({ saved, world } = await makeWorld());
});
async function rounds(work: (i: Instance, round: number) => Promise<string[]>): Promise<void> {
  const found: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const i = new Instance(saved);
    i.delay = DELAY;
    found.push(...(await work(i, round)).map((fault) => `round ${round}: ${fault}`));
    i.delay = 0;
    await i.settle();
    found.push(...(await faultsOf(i)).map((fault) => `round ${round}: ${fault}`));
    i.close();
  }
  assert.deepEqual(found, []);
}
const statuses = (answers: Answer[]) => answers.map((a) => a.status).join();

test("many change how one story is shown at once: each change stays", () =>
  rounds(async (i) => {
    const { body } = await i.call<{ id: string }>("POST", "/v1/claims", { text: "Tram number nine of Rimstad runs on cider" });
    const event = (n: number) => `s${String(n).padStart(26, "0")}`;
    const db = () => new Db(i.d1 as ConstructorParameters<typeof Db>[0]);
    const pin = (n: number) => changeEmbed(db(), body.id, ({ pins = [] }) => ({ pins: [...pins, event(n)] }), Date.now());
    await Promise.all([pin(1), pin(2), pin(3), changeEmbed(db(), body.id, () => ({ headline: "Cider" }), Date.now())]);
    const [row] = i.sql<{ settings: string }>("SELECT settings FROM claim_embed WHERE claim_id = ?", body.id);
    const { pins = [], headline } = JSON.parse(row?.settings ?? "{}") as { pins?: string[]; headline?: string };
    return pins.length === 3 && headline === "Cider" ? [] : [`${pins.length} pins of 3, headline ${headline}`];
  }));

test("two editors take one claim at once: one is told that it is taken; of secrets made at once each one told is good", () =>
  rounds(async (i) => {
    const { body } = await i.call<{ id: string }>("POST", "/v1/claims", { text: "Tram number seven of Rimstad runs on cider" });
    const people = ["a", "b", "c"].map((letter) => `p${letter.repeat(26)}`);
    for (const id of people) i.sql("INSERT INTO person (id, name, role, created_at) VALUES (?, ?, 'reviewer', 1)", id, id.slice(0, 3));
    const nobody = shownMark(null);
    const taken = await Promise.all(
      people.map((id) => assignClaim(new Db(i.d1 as ConstructorParameters<typeof Db>[0]), body.id, id, Date.now(), nobody)),
    );
    const owner = i.sql<{ owner: string }>("SELECT owner FROM claim_owner").map((row) => row.owner);
    const winners = taken.flatMap((one, n) => ("decision" in one && one.decision !== null ? [people[n]] : []));
    const hook = { kind: "webhook", name: "a", target: "https://hooks.rimstad-paper.org/" };
    const made = (await i.call<{ id: string; secret: string }>("POST", "/v1/subscriptions", hook)).body;
    const rotate = () => i.call<{ secret: string }>("POST", `/v1/subscriptions/${made.id}/rotate`, {});
    const rotated = await Promise.all([rotate(), rotate(), rotate()]);
    const good = rotated.filter(({ status }) => status === 200).map((one) => one.body.secret);
    const [row] = i.sql<{ secrets: string }>("SELECT secrets FROM subscription WHERE id = ?", made.id);
    return [
      ...(winners.join() === owner.join() && owner.length === 1
        ? []
        : [`${winners.length} were told that they have it, ${owner.length} has it`]),
      ...(good.length > 0 && good.every((secret) => row?.secrets.includes(secret)) ? [] : [`secrets: ${statuses(rotated)}`]),
      ...(rotated.every(({ status }) => status === 200 || status === 409) ? [] : [statuses(rotated)]),
    ];
  }));

test("a change that comes while an earlier one is taken back stays, and the undo is refused", async () => {
  const i = new Instance(saved);
  const { id } = (await i.call<{ id: string }>("POST", "/v1/claims", { text: "Tram number eight of Rimstad runs on cider" })).body;
  const db = () => new Db(i.d1 as ConstructorParameters<typeof Db>[0]);
  const look = (patch: object) => changeEmbed(db(), id, () => ({ ...patch }), Date.now());
  const rate = (label: string) =>
    i.call("POST", `/v1/claims/${id}/verdicts`, { publisher: "Checkers", label, url: "https://checkers.example/8" });
  const shown = () => i.sql("SELECT settings FROM claim_embed WHERE claim_id = ?", id).map((row) => String(row["settings"]));
  const ratings = () =>
    i.sql("SELECT label FROM verdict WHERE claim_id = ? AND replaced_at = 9007199254740991", id).map((row) => row["label"]);
  const last = () => String(i.sql("SELECT id FROM decision ORDER BY at DESC LIMIT 1")[0]?.["id"]);
  for (const [before, meanwhile, is] of [
    [() => look({ headline: "Cider" }), () => look({ note: "Seen" }), () => /Seen/.test(shown().join()) && /Cider/.test(shown().join())],
    [() => rate("False"), () => rate("Mixed"), () => ratings().join() === "Mixed"],
  ] as const) {
    await before();
    const decision = last();
    let isLate = false;
    const undone = await i.interfered(
      async (_, statements, commit) => {
        const writes = statements.some(({ sql }) => /INSERT INTO decision\b/.test(sql));
        if (writes && !isLate) {
          isLate = true;
          await meanwhile();
        }
        return commit();
      },
      () => i.call("POST", `/v1/decisions/${decision}/undo`),
    );
    assert.ok(isLate);
    assert.deepEqual([undone.status, is()], [409, true], `${shown()} ${ratings()} ${undone.text}`);
  }
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("what is known of a page by the time that a correction of it, or its undo, is written stays", async () => {
  const page = {
    kind: "article",
    url: "https://rimstad-paper.org/cider",
    title: "Cider",
    text: "Tram number six of Rimstad runs on cider.",
  };
  const facts = { publishedAt: "2025-06-03T10:00:00Z", author: { name: "Ann Quist" } };
  for (const isUndo of [false, true]) {
    const i = new Instance();
    const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", page, { prefer: "wait" })).body;
    const correct = () => i.call<{ decision: string }>("PATCH", `/v1/documents/${id}`, { title: "Trams" });
    const decision = isUndo ? (await correct()).body.decision : null;
    let isKnown = false;
    const { status } = await i.interfered(
      async (_, statements, commit) => {
        if (!isKnown && statements.some(({ sql }) => /UPDATE document SET .*corrections = /s.test(sql))) {
          isKnown = true;
          await i.call("POST", "/v1/documents", { ...page, ...facts }, { prefer: "wait" });
        }
        return commit();
      },
      () => (decision ? i.call("POST", `/v1/decisions/${decision}/undo`) : correct()),
    );
    assert.deepEqual([status, isKnown], [200, true]);
    const [row] = i.sql("SELECT title, published_value AS at, author FROM document WHERE id = ?", id);
    assert.deepEqual({ ...row }, { title: isUndo ? "Cider" : "Trams", at: facts.publishedAt, author: "Ann Quist" });
    assert.deepEqual(await faultsOf(i), []);
    i.close();
  }
});

test("what is said of a claim while a merge of it begins is there when the merge is taken back", async () => {
  const found: string[] = [];
  for (const name of ["rename", "make private", "confirm", "reject", "rating", "sighting with a quote"])
    for (let position = 0; position < 5; position++) {
      const write = writes.find((one) => one.name === name);
      assert.ok(write);
      const i = new Instance(saved);
      const merged = await i.interfered(
        async (batch, _, commit) => {
          if (batch === position)
            await i.interfered(
              (_n, _b, go) => go(),
              () => write.run(i, world),
            );
          return commit();
        },
        () => i.call<{ decision: string }>("POST", `/v1/claims/${world.ferry}/merge`, { into: world.dairy }),
      );
      assert.equal((await i.call("POST", `/v1/decisions/${merged.body.decision}/undo`)).status, 200);
      const faults = write.check(i, world, { name: "merge", last: false }).flatMap((fault) => fault || []);
      found.push(...[...faults, ...(await faultsOf(i))].map((fault) => `${name} before batch ${position}: ${fault}`));
      i.close();
    }
  assert.deepEqual(found, []);
});

test("what is said of an address goes to what stood there, also where somebody says what that was at the same moment", async () => {
  for (const position of [null, 0, 1, 2]) {
    const i = new Instance(saved);
    const resolve = () => i.call("POST", `/v1/documents/${world.placeholder}/resolve`, { to: world.other });
    if (position === null) await resolve();
    const said = await i.interfered(
      async (batch, _, commit) => {
        if (batch === position)
          await i.interfered(
            (_n, _b, go) => go(),
            () => resolve(),
          );
        return commit();
      },
      () => i.call("POST", "/v1/sightings", { claim: world.ferry, document: world.placeholder }),
    );
    assert.deepEqual([said.status, said.body["document"]], [201, world.other], String(position));
    const judged = await i.call("POST", "/v1/sightings/reject", { claim: world.ferry, document: world.placeholder });
    assert.deepEqual([judged.status, judged.body["document"]], [200, world.other]);
    assert.deepEqual(await faultsOf(i), []);
    i.close();
  }
});

test("a note is deleted twice at once: it is told once", () =>
  rounds(async (i) => {
    const notes = `/v1/claims/${world.ferry}/notes`;
    const { id } = (await i.call<{ id: string }>("POST", notes, { text: "Asked the cider makers" })).body;
    const deleted = await Promise.all([1, 2].map(() => i.call("DELETE", `${notes}/${id}`)));
    const told = i.sql("SELECT 1 FROM event WHERE type = 'note.deleted'").length;
    const answers = deleted
      .map((one) => one.status)
      .sort()
      .join();
    return told === 1 && /^200,(404|409)$/.test(answers) ? [] : [`told ${told} times, ${answers}`];
  }));

test("events that somebody wants sent again are sent, also if new ones are being handed out at that moment", async () => {
  const i = new Instance(saved);
  const hook = { kind: "webhook", name: "a", target: "https://hooks.rimstad-paper.org/" };
  const { id } = (await i.call<{ id: string }>("POST", "/v1/subscriptions", hook)).body;
  await i.call("POST", "/v1/claims", { text: "Tram number five of Rimstad runs on cider" });
  const [before] = i.sql<{ cursor: number }>("SELECT cursor FROM subscription WHERE id = ?", id);
  const after = Number(before?.cursor) - 1;
  let isWanted = false;
  await i.interfered(
    async (_, statements, commit) => {
      if (!isWanted && statements.some(({ sql }) => sql.includes("INTO delivery"))) {
        isWanted = true;
        await i.call("POST", `/v1/subscriptions/${id}/replay`, { after });
      }
      return commit();
    },
    () => i.scheduled(),
  );
  const handed = i.sql<{ seq: number }>("SELECT DISTINCT seq FROM delivery ORDER BY seq").map(({ seq }) => seq);
  const [now] = i.sql<{ cursor: number }>("SELECT cursor FROM subscription WHERE id = ?", id);
  assert.deepEqual([isWanted, now?.cursor === after || handed.includes(after + 1)], [true, true], `${after} ${now?.cursor} ${handed}`);
  i.close();
});

test("one Idempotency-Key with many bodies: one is taken, all others are refused and not stored", () =>
  rounds(async (i) => {
    const key = { "idempotency-key": "the-same" };
    const documents = Array.from({ length: 12 }, (_, n) => post(`racer${n}`, `${FERRY}, says racer number ${n} of twelve`, 70 + n));
    const claims = Array.from({ length: 12 }, (_, n) => ({ text: `Tram number ${n} of Rimstad runs on cider` }));
    const taken = await Promise.all(documents.map((d) => i.call<{ id: string }>("POST", "/v1/documents", d, key)));
    const made = await Promise.all(claims.map((c) => i.call("POST", "/v1/claims", c, key)));
    const stored = i.sql<{ handle: string }>("SELECT handle FROM document WHERE handle LIKE 'racer%'");
    const proposed = i.sql("SELECT 1 FROM claim WHERE text LIKE '%runs on cider'");
    const refused = [...taken, ...made].filter((a) => a.status === 422).length;
    return [
      stored.length !== 1 && `${stored.length} documents`,
      proposed.length !== 1 && `${proposed.length} claims`,
      refused !== 22 && `${statuses(taken)} ${statuses(made)}`,
    ].flatMap((f) => f || []);
  }));

test("one Idempotency-Key with one body, twice at once, where the answer is stored after the change: one thing is made", () =>
  rounds(async (i) => {
    const key = { "idempotency-key": "the-same-note" };
    const twice = (path: string, body: object) => Promise.all([1, 2].map(() => i.call<{ id: string }>("POST", path, body, key)));
    const notes = `/v1/claims/${world.ferry}/notes`;
    const note = { text: "Asked the cider makers" };
    const noted = await twice(notes, note);
    const again = await i.call<{ id: string }>("POST", notes, note, key);
    const refused = await i.call("POST", `/v1/claims/${world.ferry}/verdicts`, { publisher: "" }, key);
    const corrected = await i.call(
      "POST",
      `/v1/claims/${world.ferry}/verdicts`,
      { publisher: "Checkers", label: "False", url: "https://checkers.example/9" },
      key,
    );
    const subscribed = await twice("/v1/subscriptions", { kind: "feed", name: "Cider of Rimstad" });
    const made = await twice("/v1/keys", { name: "cider", scopes: ["read"] });
    const once = (table: string, column: string, value: string) => {
      const rows = i.sql(`SELECT id FROM ${table} WHERE ${column} = ?`, value);
      return rows.length !== 1 && `${rows.length} in ${table}`;
    };
    return [
      once("note", "text", note.text),
      once("subscription", "name", "Cider of Rimstad"),
      once("api_key", "name", "cider"),
      // The other one is told to come again, or what the first was answered, but no secret.
      ![noted, subscribed, made].every((answers) =>
        /^201,(201|409|422)$/.test(
          answers
            .map((one) => one.status)
            .sort()
            .join(),
        ),
      ) && [noted, subscribed, made].map(statuses).join(" "),
      !noted.some(({ body }) => body.id === again.body.id) && `another note: ${again.text}`,
      `${refused.status} ${corrected.status}` !== "422 201" && `${refused.text} ${corrected.text}`,
    ].flatMap((f) => f || []);
  }));

test("words of a document that is erased before an answer with them is stored are not stored", async () => {
  const i = new Instance(saved);
  const word = "Quantavrax";
  const document = post("quanta", `${FERRY}, says ${word}`, 90);
  const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" })).body;
  let isErased = false;
  await i.interfered(
    async (_, statements, commit) => {
      const isAnswer = statements.some(({ sql, parameters }) => sql.includes("idempotency") && String(parameters).includes(word));
      if (isAnswer && !isErased) isErased = (await i.call("DELETE", `/v1/documents/${id}`)).status === 200;
      return commit();
    },
    () => i.call("POST", `/v1/claims/${world.ferry}/notes`, { text: `${FERRY}, says ${word}` }, { "idempotency-key": "n" }),
  );
  assert.deepEqual([isErased, i.tablesWith(word)], [true, []]);
  i.close();
});

test("one Idempotency-Key with one body, many times: all get the same answer", () =>
  rounds(async (i) => {
    const document = post("echo", `${FERRY}, says the echo`, 80);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => i.call<{ id: string }>("POST", "/v1/documents", document, { "idempotency-key": "echo" })),
    );
    const events = i.sql("SELECT 1 FROM event WHERE type = 'document.read' AND subject = ?", answers[0]?.body.id ?? "");
    return [new Set(answers.map((a) => a.body.id)).size !== 1 && statuses(answers), events.length > 1 && `${events.length} events`].flatMap(
      (f) => f || [],
    );
  }));

test("changes of different fields of a claim are all taken; wordings are all found by the search", () =>
  rounds(async (i, round) => {
    const path = `/v1/claims/${world.ferry}`;
    const patches = [{ visibility: "private" }, { subject: "Rimstad Lines" }, { status: "settled" }, { text: `${FERRY} ${round}` }];
    const wordings = Array.from({ length: 8 }, (_, n) => ({ addPhrasings: [`Wording number ${n} of the ferry`] }));
    const answers = await Promise.all([...patches, ...wordings].map((patch) => i.call("PATCH", path, patch)));
    const claim = claimOf(i, world.ferry);
    const is = [claim?.visibility, claim?.subject, claim?.status, claim?.text].join();
    return [
      answers.some((a) => a.status !== 200) && statuses(answers),
      is !== `private,Rimstad Lines,settled,${FERRY} ${round}` && is,
      wordingsOf(i, world.ferry).length !== 9 && "wordings are lost",
    ].flatMap((f) => f || []);
  }));

test("an erasure beside revisions, copies, decisions and merges: no word of it comes back", () =>
  rounds(async (i, round) => {
    const text = `${victimPost.text}, and more of it in round ${round}`;
    const calls: [string, string, unknown][] = [
      ["POST", "/v1/documents", { ...victimPost, text }],
      ["POST", "/v1/sightings/confirm", { claim: world.ferry, document: world.victim }],
      ["POST", "/v1/sightings", { claim: world.dairy, document: world.victim, quote: SECRET }],
      ["POST", "/v1/edges", { child: world.victim, parent: world.other, type: "citation", quote: SECRET }],
      ["POST", `/v1/claims/${world.ferry}/merge`, { into: world.dairy }],
      ["POST", "/v1/documents", post("ulla", "", 90 + round, { repostOf: victimPost.url })],
      ["POST", "/v1/documents", post("vera", "See", 91 + round, { quoteOf: victimPost.url })],
      ["DELETE", `/v1/documents/${world.victim}`, undefined],
    ];
    const shift = round % calls.length;
    const answers = await Promise.all(
      [...calls.slice(shift), ...calls.slice(0, shift)].map(([method, path, body]) => i.call(method, path, body, { prefer: "wait" })),
    );
    i.delay = 0;
    await i.settle();
    const tables = i.tablesWith(...AUTHOR, SECRET, "1909302532306092107");
    return [answers.some((a) => a.status >= 500) && statuses(answers), tables.length > 0 && `words in ${tables.join()}`].flatMap(
      (f) => f || [],
    );
  }));

test("the same merge, many times at once and again: it is done once, and all are answered alike", () =>
  rounds(async (i) => {
    const merge = () => i.call("POST", `/v1/claims/${world.ferry}/merge`, { into: "dairy" });
    const answers = [...(await Promise.all(Array.from({ length: 6 }, merge))), await merge()];
    const events = i.sql("SELECT 1 FROM event WHERE type = 'claim.merged'");
    return [answers.some((a) => a.status !== 200) && statuses(answers), events.length !== 1 && `${events.length} events`].flatMap(
      (f) => f || [],
    );
  }));

test("the same erasure, many times at once: it is told once, of a post with words and of a bare repost", () =>
  rounds(async (i) => {
    const erase = (id: string) => i.call("DELETE", `/v1/documents/${id}`);
    const ids = [world.repost, world.victim];
    const answers = await Promise.all(ids.flatMap((id) => [erase(id), erase(id), erase(id)]));
    const events = i.sql("SELECT 1 FROM event WHERE type = 'document.erased'");
    return [answers.some((a) => a.status !== 200) && statuses(answers), events.length !== 2 && `${events.length} events`].flatMap(
      (f) => f || [],
    );
  }));

test("two posts that propose the same claim at once: it is proposed once", () =>
  rounds(async (i, round) => {
    const said = `The lighthouse of Orrin was sold to a circus for ${round + 2} hundred goats, and nobody had asked for it`;
    const posts = ["gull", "tern", "auk"].map((handle, n) => post(handle, said, 170 + n));
    const answers = await Promise.all(posts.map((one) => i.call("POST", "/v1/documents", one, { prefer: "wait" })));
    const told = i.sql<{ n: number }>("SELECT count(*) AS n FROM event WHERE type = 'claim.proposed' GROUP BY subject");
    return [
      answers.some((a) => a.status >= 300) && statuses(answers),
      !told.length && "nothing is proposed",
      told.some(({ n }) => n > 1) && "it is proposed twice",
    ].flatMap((f) => f || []);
  }));

test("one new document, many times at once and without a key: it is accepted once, read once, and all get its id", () =>
  rounds(async (i) => {
    const document = post("twin", `${FERRY}, says one of twins`, 100);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => i.call<{ id: string; status: string }>("POST", "/v1/documents", document, { prefer: "wait" })),
    );
    const id = answers[0]?.body.id ?? "";
    const read = i.sql("SELECT 1 FROM event WHERE type = 'document.read' AND subject = ?", id);
    const accepted = answers.filter((a) => a.body.status === "accepted").length;
    return [
      accepted !== 1 && `${accepted} accepted`,
      read.length !== 1 && `read ${read.length} times`,
      new Set(answers.map((a) => a.body.id)).size !== 1 && "several ids",
    ].flatMap((f) => f || []);
  }));

test("versions of a new document in as many imports at once: all are kept, in the text that it came with or a revision", () =>
  rounds(async (i) => {
    const versions = Array.from({ length: 6 }, (_, n) => `${FERRY}, says version ${n}`);
    const document = post("herald", "", 170);
    const lines = versions.map((text) => [{ ...document, text }, post("beside", text, 171)]);
    const answers = await Promise.all(
      lines.map((two) => i.call("POST", "/v1/import", two.map((one) => JSON.stringify({ type: "document", ...one })).join("\n"))),
    );
    const kept = i.sql<{ body: string }>(
      `SELECT t.body FROM document d JOIN revision r ON r.document_id = d.id JOIN text t ON t.id = r.raw_id WHERE d.handle = 'herald'
        UNION SELECT t.body FROM document d JOIN text t ON t.id = d.text_id WHERE d.handle = 'herald' ORDER BY body`,
    );
    return [
      answers.some((a) => a.status !== 200) && statuses(answers),
      kept.map(({ body }) => body).join() !== versions.join() && JSON.stringify(kept),
    ].flatMap((f) => f || []);
  }));

test("many revisions of a document at once, while it is read: none is lost, and the last is what is read", () =>
  rounds(async (i, round) => {
    const document = post("scribe", "Nobody knows what this is about", 160);
    const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", document)).body;
    const texts = Array.from({ length: 5 }, (_, n) => `${FERRY}, says revision ${n} of round ${round}`);
    const calls = texts.map((text) => i.call("POST", "/v1/documents", { ...document, text }, { prefer: "wait" }));
    const [answers] = await Promise.all([Promise.all(calls), i.deliver([id])]);
    i.delay = 0;
    await i.settle();
    const stored = i.sql<{ body: string }>(
      "SELECT t.body FROM revision r JOIN text t ON t.id = r.raw_id WHERE r.document_id = ? ORDER BY r.seq",
      id,
    );
    const [read] = i.sql<{ revision: number }>(
      "SELECT max(detail ->> 'revision') AS revision FROM event WHERE type = 'document.read' AND subject = ?",
      id,
    );
    return [
      answers.some((a) => a.status >= 300) && statuses(answers),
      stored.length !== texts.length && `${stored.length} of ${texts.length} revisions`,
      read?.revision !== 1 + texts.length && `revision ${read?.revision} was read last`,
    ].flatMap((f) => f || []);
  }));

test("a chain of quotes whose links come at once, in any order, is one share tree", () =>
  rounds(async (i, round) => {
    const chain = [post("link0", `The first link of chain ${round}`, 110)];
    for (let n = 1; n < 6; n++)
      chain.push(
        post(`link${n}`, `Link ${n} of chain ${round}`, 110 + n, { quoteOf: `https://x.com/i/status/${chain[n - 1]?.platformId}` }),
      );
    const shuffled = chain.map((document, n) => ({ document, order: (n * 7 + round * 3) % 6 })).sort((a, b) => a.order - b.order);
    const answers = await Promise.all(shuffled.map(({ document }) => i.call("POST", "/v1/documents", document)));
    const depths = i
      .sql<{ depth: number }>("SELECT depth FROM document WHERE handle LIKE 'link%' AND seen = 'observed' ORDER BY depth")
      .map((d) => d.depth);
    return [answers.some((a) => a.status >= 500) && statuses(answers), depths.join() !== "0,1,2,3,4,5" && depths.join()].flatMap(
      (f) => f || [],
    );
  }));

test("refs: of two documents with one ref one is taken; a child finds its parent, whichever comes first or both at once", () =>
  rounds(async (i, round) => {
    const parent = post("owner", "Whose boat is this, and who painted it", 130, { ref: "boat" });
    const rival = post("rival", "This is another boat of that name", 131, { ref: "boat" });
    const child = post("child", "Mine", 132, { quoteOf: "boat" });
    const calls = [parent, child, rival];
    const answers = await Promise.all(
      [...calls.slice(round % 3), ...calls.slice(0, round % 3)].map((d) => i.call("POST", "/v1/documents", d)),
    );
    const named = i.sql("SELECT 1 FROM alias WHERE name = 'boat'");
    const [row] = i.sql<{ parent_id: string | null }>("SELECT parent_id FROM document WHERE handle = 'child'");
    const refused = answers.filter((a) => a.status === 422).length;
    return [
      named.length !== 1 && `${named.length} names`,
      refused !== 1 && statuses(answers),
      !row?.parent_id && "the child hangs on nothing",
    ].flatMap((f) => f || []);
  }));

test("the same new claim, many times at once: it is created once", () =>
  rounds(async (i) => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        i.call<{ status: string }>("POST", "/v1/claims", { ref: "tram", text: "The tram of Rimstad runs on cider" }),
      ),
    );
    const created = answers.filter((a) => a.body.status === "created").length;
    const events = i.sql(
      "SELECT 1 FROM event WHERE type = 'claim.created' AND subject = ?",
      (answers[0] as Answer<{ id: string }> | undefined)?.body.id ?? "",
    );
    return [created !== 1 && statuses(answers), events.length !== 1 && `${events.length} events`].flatMap((f) => f || []);
  }));

test("a link and its page at once: what the page makes comes along, whichever is read first", () =>
  rounds(async (i, round) => {
    const url = `https://herald.example/2025/ferry-${round}`;
    const page = { ...plainPage, url };
    const link = {
      platform: "forum",
      platformId: `link${round}`,
      author: { handle: "linker" },
      publishedAt: at(140),
      text: `Now here ${url}`,
    };
    const calls = round % 2 ? [page, link] : [link, page];
    const answers = await Promise.all(calls.map((d) => i.call("POST", "/v1/documents", d, { prefer: "wait" })));
    i.delay = 0;
    await i.settle();
    const [one] = i.sql(
      "SELECT 1 FROM sighting s JOIN document d ON d.id = s.document_id WHERE d.handle = 'linker' AND s.claim_id = ?",
      world.ferry,
    );
    return [answers.some((a) => a.status >= 300) && statuses(answers), !one && "nothing came along"].flatMap((f) => f || []);
  }));

test("two runs of the sweeper at once read each document once", () =>
  rounds(async (i) => {
    const lines = Array.from({ length: 25 }, (_, n) =>
      JSON.stringify({ type: "document", ...post(`swept${n}`, `${FERRY}, say ${n} of us`, 120 + n) }),
    );
    await i.call("POST", "/v1/import", lines.join("\n"));
    await Promise.all([i.call("POST", "/v1/sweep"), i.call("POST", "/v1/sweep")]);
    const twice = i.sql("SELECT subject FROM event WHERE type = 'document.read' GROUP BY subject HAVING count(*) > 1");
    return twice.length ? [`${twice.length} were read twice`] : [];
  }));

test("a message that comes twice, and again after the sweeper, does nothing the second time; one that D1 is too busy for comes again", async () => {
  const i = new Instance(saved);
  const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", post("mail", `${FERRY}, writes the mail`, 150))).body;
  const read = () => i.sql("SELECT 1 FROM event WHERE type = 'document.read' AND subject = ?", id).length;
  const busy = await i.interfered(
    () => {
      throw new Error("D1 DB is overloaded. Too many requests queued.");
    },
    () => i.deliver([id]),
  );
  assert.deepEqual([busy, read()], ["retried", 0]);
  assert.deepEqual(await Promise.all([i.deliver([id]), i.deliver([id])]), ["acknowledged", "acknowledged"]);
  assert.equal(await i.deliver([id], 2), "acknowledged");
  assert.equal(read(), 1);
  await i.settle();
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("of two runs one leases a host, and who lost a lease writes no visit", async () => {
  const i = new Instance(saved);
  const db = new Db(i.d1 as ConstructorParameters<typeof Db>[0]);
  i.sql(
    "INSERT INTO visit (id, purpose, subject, kind, config, host, due_at, interval) VALUES ('once:d1', 'once', 'd1', 'article', '{}', 'gazette.example', 0, 1)",
  );
  const lease = (token: string, now: number) => ({ token, until: now + 1000, hostUntil: now + 2000 });
  const first = await leaseHost(db, "gazette.example", ["once:d1"], lease("first", 1), 1);
  assert.equal(first?.visits.length, 1);
  assert.equal(await leaseHost(db, "gazette.example", ["once:d1"], lease("second", 2), 2), null);
  // The first one died: its lease is over, and the second has both.
  const late = await leaseHost(db, "gazette.example", ["once:d1"], lease("second", 5000), 5000);
  assert.equal(late?.visits.length, 1);
  for (const host of ["gazette.example", null])
    await assert.rejects(db.batch([requireLeases(db, lease("first", 1), host, "once:d1")]), ConflictError);
  await db.batch([requireLeases(db, lease("second", 5000), "gazette.example", "once:d1")]);
  const [visit] = late?.visits ?? [];
  assert.ok(visit);
  const save = (token: string) =>
    persist(
      db,
      { crawl: { visits: [{ ...visit, outcome: token }] } },
      { leases: [{ lease: lease(token, 5000), host: "gazette.example", visitId: visit.id }] },
      5000,
    );
  await assert.rejects(save("first"), ConflictError);
  await save("second");
  assert.deepEqual(i.sql<{ outcome: string }>("SELECT outcome FROM visit WHERE id = 'once:d1'")[0]?.outcome, "second");
  i.close();
});

test("a write holds only while sightings, edges and jobs are those that it was derived from, also within one millisecond", async () => {
  const i = new Instance(saved);
  const db = new Db(i.d1 as ConstructorParameters<typeof Db>[0]);
  const read = async () => {
    const [sightings = [], edges = []] = await db.batch([selectSightingsOf(db, [world.quote]), selectEdges(db, [world.quote])]);
    return { sightings: sightings.map(sightingOf), edges: edges.map(edgeOf) };
  };
  const { sightings, edges } = await read();
  assert.ok(sightings.length && edges.length);
  const write = (conditions: Partial<Conditions>) => persist(db, {}, { ...conditions }, Date.now());
  const of = {
    unchanged: sightings,
    edges: { childIds: [world.quote], live: edges },
    sightings: { documentIds: [world.quote], live: sightings },
  };
  await write(of);
  // What somebody else changed, and when: the same number of rows, of the same instants.
  i.sql("UPDATE edge SET state = 'rejected' WHERE child_id = ? AND replaced_at > 9e15", world.quote);
  await assert.rejects(write({ edges: of.edges }), ConflictError);
  i.sql("UPDATE sighting SET state = 'rejected' WHERE document_id = ? AND replaced_at > 9e15", world.quote);
  await assert.rejects(write({ sightings: of.sightings }), ConflictError);
  await assert.rejects(write({ unchanged: of.unchanged }), ConflictError);
  const now = await read();
  await write({ unchanged: now.sightings, edges: { childIds: [world.quote], live: now.edges } });
  const job = { reason: "again" as const, dueAt: 0, attempts: 0, error: null, others: [] };
  await write({ open: [{ id: world.quote, job: null }] });
  i.sql("INSERT INTO job (document_id, reason, due_at) VALUES (?, 'again', 0)", world.quote);
  await write({ open: [{ id: world.quote, job }] });
  await assert.rejects(write({ open: [{ id: world.quote, job: { ...job, reason: "new" } }] }), ConflictError);
  await assert.rejects(write({ open: [{ id: world.quote, job: null }] }), ConflictError);
  // Somebody has it related again meanwhile.
  await persist(db, { jobs: { again: [world.quote] } }, {}, Date.now());
  await assert.rejects(write({ open: [{ id: world.quote, job }] }), ConflictError);
  i.close();
});

test("a page that tells of an erased post, and links to it, brings none of its words back", async () => {
  const i = new Instance(saved);
  assert.equal((await i.call("DELETE", `/v1/documents/${world.victim}`)).status, 200);
  const html = `<html lang="en"><body><article><h1>Does the ferry of Rimstad run on rainwater?</h1><p>A rumour that the ferry of Rimstad runs on rainwater has spread for days.</p><p>The rumour was started by an anonymous post on a website. From there it spread to <a href="${victimPost.url}">a post on X that ${SECRET} people shared</a>.</p></article></body></html>`;
  const page = { kind: "article", url: "https://tribune.example/ferry-2", publishedAt: at(62), html };
  await i.call("POST", "/v1/documents", page, { prefer: "wait" });
  await i.settle();
  const [row] = i.sql<{ author: string | null; report: string | null; reported_by: string | null }>(
    "SELECT author, report, reported_by FROM document WHERE id = ?",
    world.victim,
  );
  assert.deepEqual({ ...row }, { author: null, report: null, reported_by: null });
  assert.deepEqual(i.sql("SELECT id FROM sighting WHERE document_id = ? AND shown LIKE '%people shared%'", world.victim), []);
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("while visits to what a post links to are planned, the post is erased: its link is in no visit, and the next run plans the others", async () => {
  const link = "https://herald.example/a-pelican-of-a-ferry";
  for (const isErased of [false, true]) {
    const i = new Instance(saved);
    const db = new Db(i.d1 as ConstructorParameters<typeof Db>[0]);
    const linking = post("olga", `${FERRY}. ${link}`, 40, { url: "https://mastodon.example/@olga/7" });
    const posted = await i.call<{ id: string }>("POST", "/v1/documents", linking, { prefer: "wait" });
    assert.equal((await i.call("POST", "/v1/sightings/confirm", { claim: world.ferry, document: posted.body.id })).status, 200);
    const planned = () => plan({ db, now: Date.now, archive: null });
    await i.interfered(async (_, batch, commit) => {
      const isWrite = batch.some(({ sql }) => /INTO visit\b/.test(sql));
      if (isErased && isWrite)
        await i.interfered(
          (_n, _b, go) => go(),
          () => i.call("DELETE", `/v1/documents/${posted.body.id}`),
        );
      return commit();
    }, planned);
    assert.equal(i.tablesWith(link).includes("visit"), !isErased);
    await planned();
    assert.deepEqual(i.sql("SELECT 1 FROM crawl_cursor").length, 1);
    assert.equal(i.tablesWith(link).length > 0, !isErased);
    i.close();
  }
});

test("a bare repost gets words while it is erased: they are refused", async () => {
  const i = new Instance(saved);
  const [row] = i.sql<{ native_id: string }>("SELECT native_id FROM document WHERE id = ?", world.repost);
  const words = { platform: "x", platformId: row?.native_id, text: `Nobody but the ${SECRET} repeater says so` };
  let erased = 0;
  const answer = await i.interfered(
    async (_, batch, commit) => {
      const isWrite = batch.some(({ sql }) => /INTO revision\b/.test(sql));
      if (isWrite && !erased)
        erased = await i.interfered(
          (_n, _b, go) => go(),
          async () => (await i.call("DELETE", `/v1/documents/${world.repost}`)).status,
        );
      return commit();
    },
    () => i.call("POST", "/v1/documents", words),
  );
  assert.deepEqual([erased, answer.status], [200, 410]);
  await i.settle();
  assert.equal(i.sql("SELECT 1 FROM text WHERE body LIKE '%repeater%'").length, 0);
  assert.deepEqual(await faultsOf(i), []);
  i.close();
});

test("a document gets another address while it is erased: it is refused", async () => {
  const i = new Instance(saved);
  const letter = {
    platform: "forum",
    platformId: "letter9",
    author: { handle: "lettrist" },
    publishedAt: at(41),
    text: `${FERRY}, a letter says`,
  };
  const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", letter, { prefer: "wait" })).body;
  const answer = await i.interfered(
    async (_, batch, commit) => {
      if (batch.some(({ sql }) => /INTO alias\b/.test(sql)))
        await i.interfered(
          (_n, _b, go) => go(),
          () => i.call("DELETE", `/v1/documents/${id}`),
        );
      return commit();
    },
    () => i.call("POST", "/v1/documents", { ...letter, url: "https://forum.example/pelican-thread#9" }),
  );
  assert.equal(answer.status, 410);
  assert.deepEqual(i.tablesWith("pelican-thread"), []);
  i.close();
});

test("a link is read while the document comes that it leads to, and is erased: the node of its address has none", async () => {
  const i = new Instance(saved);
  const url = "https://forum.example/pelican-thread";
  const letter = {
    platform: "forum",
    platformId: "letter7",
    author: { handle: "lettrist" },
    publishedAt: at(41),
    text: "It sat there all day",
    url,
  };
  let isErased = false;
  await i.interfered(
    async (_, batch, commit) => {
      if (!isErased && batch.some(({ sql }) => /INTO edge\b/.test(sql))) {
        isErased = true;
        await i.interfered(
          (_n, _b, go) => go(),
          async () => {
            const { body } = await i.call<{ id: string }>("POST", "/v1/documents", letter, { prefer: "wait" });
            await i.call("DELETE", `/v1/documents/${body.id}`);
          },
        );
      }
      return commit();
    },
    () => i.call("POST", "/v1/documents", post("linker", `Now look here: ${url}`, 42), { prefer: "wait" }),
  );
  await i.settle();
  assert.deepEqual([isErased, i.sql("SELECT 1 FROM document WHERE url = ?", url), await faultsOf(i)], [true, [], []]);
  i.close();
});

test("a document is erased that others linked to under another address: the node of that address has it no more", async () => {
  const i = new Instance(saved);
  const url = "https://forum.example/pelican-thread";
  const letter = {
    platform: "forum",
    platformId: "letter8",
    author: { handle: "lettrist" },
    publishedAt: at(41),
    text: `${FERRY}, a letter says`,
  };
  await i.call("POST", "/v1/documents", post("linker", `${FERRY}, look here: ${url}`, 42), { prefer: "wait" });
  const { id } = (await i.call<{ id: string }>("POST", "/v1/documents", letter, { prefer: "wait" })).body;
  assert.equal((await i.call<{ id: string }>("POST", "/v1/documents", { ...letter, url })).body.id, id);
  await i.settle();
  assert.equal(i.sql("SELECT 1 FROM document WHERE url = ? AND resolved_id = ?", url, id).length, 1);
  assert.equal((await i.call("DELETE", `/v1/documents/${id}`)).status, 200);
  await i.settle();
  assert.deepEqual([i.sql("SELECT 1 FROM document WHERE url = ?", url), await faultsOf(i)], [[], []]);
  i.close();
});

test("an erasure ends the visits of a document", async () => {
  const i = new Instance(saved);
  await plan({ db: new Db(i.d1 as ConstructorParameters<typeof Db>[0]), now: Date.now, archive: "https://web.archive.org" });
  const visits = (id: string) => i.sql<{ id: string }>("SELECT id FROM visit WHERE subject = ? ORDER BY id", id).map((row) => row.id);
  const url = [victimPost.url, plainPage.url];
  assert.deepEqual(visits(world.victim), [`revisit:${world.victim}`]);
  assert.deepEqual(visits(world.article), [`archive:${world.article}`, `revisit:${world.article}`]);
  for (const id of [world.victim, world.article]) assert.equal((await i.call("DELETE", `/v1/documents/${id}`)).status, 200);
  assert.deepEqual([...visits(world.victim), ...visits(world.article)], []);
  for (const one of url) assert.ok(!i.tablesWith(one).includes("visit"), one);
  i.close();
});
