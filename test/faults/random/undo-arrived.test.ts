/**
 * A decision on an address is taken back after the page has come, under the id of its address or another one, read or not: the story is as if nobody
 * had decided.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { SightingInput } from "../../../shared/model/sighting.ts";
import { once } from "../../../shared/text/once-per.ts";
import { addLine } from "../../../workers/editing/decisions/add-line.ts";
import { Db } from "../../../workers/store/d1.ts";
import { Instance } from "../support/instance.ts";
import { ADDRESS, CLAIM, PAGE } from "../support/reported-address.ts";
import { faultsOf } from "../support/world.ts";

const HOLDS = "replaced_at = 9007199254740991";
const post = (platformId: string | undefined) => ({
  platform: "forum",
  platformId,
  url: ADDRESS,
  author: { handle: "u1" },
  publishedAt: "2025-06-01T10:00:00Z",
  text: `${CLAIM}, an old sexton told me.`,
});
interface Places {
  claim: string;
  second: string;
  other: string;
  page: string;
  address: string;
}
type Decide = (i: Instance, places: Places) => unknown;
const say =
  (more: Partial<SightingInput>): Decide =>
  (i, { claim, address: document }) =>
    addLine(
      new Db(i.d1 as ConstructorParameters<typeof Db>[0]),
      { claim, document, role: "assert", stance: "support", certainty: "unstated", ...more },
      Date.now(),
    );
const decide = (i: Instance, item: object) => i.call("POST", "/v1/decisions", { items: [item] });
const onLine =
  (verb: string, more: object = {}): Decide =>
  (i, { address: document }) => {
    const [line] = i.sql<{ id: string }>(`SELECT id FROM sighting WHERE document_id = ? AND ${HOLDS}`, document);
    return decide(i, { id: line?.id, document, do: verb, ...more });
  };
const onSource =
  (verb: string): Decide =>
  (i, { page }) => {
    const [edge] = i.sql<{ parent: string; type: string }>(
      `SELECT parent_id AS parent, type FROM edge WHERE child_id = ? AND ${HOLDS} AND is_primary = 1`,
      page,
    );
    return decide(i, { id: `e:${page}:${edge?.parent}:${edge?.type}`, do: verb });
  };
const link =
  (ends: (places: Places) => { child: string; parent: string | null }, note?: string): Decide =>
  (i, places) =>
    i.call("POST", "/v1/edges", { ...ends(places), type: "citation", note });
const actor = { name: "Tarnby parish", kind: "organisation" } as const;
const denial = { type: "denial", standing: "subject", actor, told: false } as const;
const DECISIONS: Record<string, Decide> = {
  "add a line": say({}),
  "add a line that asks": say({ stance: "query", role: "report", quote: "melted tin" }),
  "add a denial": say({ response: denial }),
  "add a denial that it tells of": say({ response: { ...denial, told: true } }),
  "accept its line": onLine("accept"),
  "reject its line": onLine("reject"),
  "edit its line": onLine("edit", { edit: { stance: "query" } }),
  "let its line wait": onLine("wait"),
  "put its line off": onLine("later"),
  "say where it comes from": link(({ other }) => ({ child: ADDRESS, parent: other })),
  "say that it has no source": link(() => ({ child: ADDRESS, parent: null })),
  "say that it is a source": link(({ other }) => ({ child: other, parent: ADDRESS })),
  "say again that it is a source": link(({ page }) => ({ child: page, parent: ADDRESS }), "seen there"),
  "accept that it is a source": onSource("accept"),
  "reject that it is a source": onSource("reject"),
};
/** What takes the line to another claim. */
const MOVES: Record<string, Decide> = {
  merge: (i, { claim, second }) => i.call("POST", `/v1/claims/${claim}/merge`, { into: second }),
  split: (i, { claim, second, address }) => i.call("POST", `/v1/claims/${claim}/split`, { into: second, documents: [address] }),
};

const STORED = [
  `SELECT claim_id, document_id, id, listed, state, stance, role, method, at, parent_id, detail, shown FROM sighting WHERE ${HOLDS}`,
  `SELECT claim_id, id, document_id, type, state FROM response WHERE ${HOLDS}`,
  `SELECT child_id, parent_id, type, basis, state, is_primary, method, evidence FROM edge WHERE ${HOLDS}`,
  "SELECT claim_id, sightings, responses, first_responses FROM claim_summary",
  "SELECT id, published_value, parent_id, root_id, resolved_id, corrections FROM document",
  "SELECT kind, id FROM suggestion",
];
const stored = (i: Instance) =>
  STORED.flatMap((sql) =>
    i
      .sql(sql)
      .map((row) => JSON.stringify(row))
      .sort(),
  );
const decisions = (i: Instance) => i.sql<{ id: string }>("SELECT id FROM decision WHERE did <> 'undo' ORDER BY at").map(({ id }) => id);

interface How {
  /** The id that the platform gives the post, if not that of its address. */
  platformId: string | undefined;
  /** Whether it is read before anything is taken back. */
  isRead: boolean;
  /** Whether the post was here before anybody decided, under another address. */
  isHere?: boolean;
}
const add = (i: Instance, document: object) => i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" });
/** What every case begins with, saved once: two claims, a post, and the page that tells of the address. */
const begun = once(async () => {
  const i = new Instance(null, { PUBLISH: "all" });
  const claimOf = async (text: string) => (await i.call<{ id: string }>("POST", "/v1/claims", { text })).body.id;
  const claim = await claimOf(CLAIM);
  const second = await claimOf("The bell of Orrin was paid for by a ferryman");
  const { id: other } = (await add(i, { ref: "o", kind: "post", text: "Bells are cast in the yard.", publishedAt: "2025-05-01" })).body;
  const { id: page } = (await add(i, PAGE)).body;
  await i.settle();
  const [row] = i.sql<{ id: string }>("SELECT id FROM document WHERE url = ?", ADDRESS);
  const saved = i.save();
  i.close();
  return { saved, places: { claim, second, other, page, address: row?.id ?? "" } };
});
/** Decides on an address, lets its page come, and takes the last decision back if asked; gives what is stored, and how the undo was answered. */
async function lived(some: readonly Decide[], undoes: boolean, { platformId, isRead, isHere }: How) {
  const { saved, places } = await begun();
  const i = new Instance(saved, { PUBLISH: "all" });
  if (isHere) {
    const own = (await add(i, { ...post(platformId), url: undefined })).body.id;
    await say({ stance: "query", role: "report" })(i, { ...places, address: own });
  }
  for (const one of some) {
    const before = decisions(i).length;
    const said = await one(i, places);
    assert.equal(decisions(i).length, before + 1, JSON.stringify(said));
  }
  await i.call("POST", "/v1/documents", post(platformId), isRead ? { prefer: "wait" } : {});
  if (isRead) await i.settle();
  const undone = undoes ? await i.call("POST", `/v1/decisions/${decisions(i).at(-1)}/undo`) : null;
  await i.settle();
  assert.deepEqual(await faultsOf(i), []);
  const rows = stored(i);
  i.close();
  return { status: undone?.status, rows };
}

for (const platformId of ["p1", undefined])
  for (const isRead of [true, false]) {
    const how = { platformId, isRead };
    const untouched = once(async () => (await lived([], false, how)).rows);
    describe(`the page comes under ${platformId ? "another id" : "the id of its address"}, ${isRead ? "" : "not yet "}read`, () => {
      for (const [name, one] of Object.entries(DECISIONS))
        test(name, async () => {
          const after = await lived([one], true, how);
          assert.deepEqual([after.status, after.rows], [200, await untouched()]);
        });
      test("the later one of two", async () => {
        const [first, second] = [say({ stance: "deny" }), onLine("edit", { edit: { stance: "query" } })];
        const after = await lived([first, second], true, how);
        assert.deepEqual([after.status, after.rows], [200, (await lived([first], false, how)).rows]);
      });
      for (const first of [say({ stance: "deny" }), say({ response: { ...denial, told: true } }), onLine("accept")]) {
        const decided = once(async () => (await lived([first], false, how)).rows);
        for (const [name, move] of Object.entries(MOVES))
          test(name, async () => {
            const after = await lived([first, move], true, how);
            const kept = await decided();
            const without = (some: string[], others: string[]) => some.filter((row) => !others.includes(row));
            assert.deepEqual([after.status, without(after.rows, kept), without(kept, after.rows)], [200, [], []]);
          });
      }
    });
  }

test("what was said of the page itself stays, whatever was said of its address", async () => {
  const how = { platformId: "p1", isRead: true, isHere: true };
  const kept = (await lived([], false, how)).rows;
  for (const one of [say({ stance: "deny" }), onLine("reject")]) {
    const { status, rows } = await lived([one], true, how);
    assert.deepEqual([status, rows], [409, kept]);
  }
});
