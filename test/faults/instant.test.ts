/**
 * Decisions of one instant: while the clock stands still two people decide one after the other, and both decisions are taken back. Each is answered
 * with 200, the last one first, and what is stored is what was stored before.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { changeEmbed } from "../../workers/editing/notes.ts";
import { Db } from "../../workers/store/d1.ts";
import { Instance } from "./support/instance.ts";
import { faultsOf, makeWorld, type World } from "./support/world.ts";

const LIVE = "replaced_at = 9007199254740991";
/** What decisions change, without what tells when. */
const STORED = [
  `SELECT claim_id, document_id, id, listed, state, stance FROM sighting WHERE ${LIVE}`,
  `SELECT child_id, parent_id, type, state, is_primary FROM edge WHERE ${LIVE}`,
  `SELECT id, text, status, visibility, merged_into FROM claim WHERE ${LIVE}`,
  `SELECT claim_id, id, label FROM verdict WHERE ${LIVE}`,
  "SELECT claim_id, text FROM phrasing",
  "SELECT claim_id, settings FROM claim_embed WHERE settings <> '{}'",
  "SELECT claim_id, owner FROM claim_owner",
  "SELECT claim_id, text FROM note",
  "SELECT id, title, published_value FROM document",
];
const stored = (i: Instance) =>
  STORED.map((sql) =>
    i
      .sql(sql)
      .map((row) => JSON.stringify(row))
      .sort(),
  );
const decisionsOf = (i: Instance) => i.sql<{ id: string }>("SELECT id FROM decision").map(({ id }) => id);

/** The current line of a document, as an item of a decision. */
function lineOf(i: Instance, document: string) {
  const [row] = i.sql<{ id: string }>(
    `SELECT id FROM sighting WHERE document_id = ? AND ${LIVE} AND listed = 1 ORDER BY claim_id`,
    document,
  );
  return { id: row?.id ?? "", document };
}
type Decide = (i: Instance, w: World) => Promise<{ status: number; text: string }>;
const rated =
  (label: string): Decide =>
  (i, w) =>
    i.call("POST", `/v1/claims/${w.ferry}/verdicts`, { publisher: "Checkers", label, url: "https://checkers.example/ferry" });
const told =
  (headline: string): Decide =>
  async (i, w) => {
    const done = await changeEmbed(new Db(i.d1 as ConstructorParameters<typeof Db>[0]), w.ferry, () => ({ headline }), Date.now());
    return { status: "detail" in done ? 422 : 200, text: JSON.stringify(done) };
  };
const decided =
  (item: (i: Instance, w: World) => object): Decide =>
  (i, w) =>
    i.call("POST", "/v1/decisions", { items: [item(i, w)] });
const DECISIONS: Record<string, Decide> = {
  merge: (i, w) => i.call("POST", `/v1/claims/${w.ferry}/merge`, { into: w.dairy }),
  split: (i, w) => i.call("POST", `/v1/claims/${w.ferry}/split`, { into: w.dairy, documents: [w.victim] }),
  rate: rated("misleading"),
  "rate otherwise": rated("true"),
  headline: told("Rain, it is said"),
  "another headline": told("Rain, they say"),
  "reject a line": decided((i, w) => ({ ...lineOf(i, w.victim), do: "reject" })),
  "edit a line": decided((i, w) => ({ ...lineOf(i, w.victim), do: "edit", edit: { stance: "query" } })),
  "make private": decided((_, w) => ({ id: w.ferry, do: "edit", edit: { visibility: "private" } })),
  rename: decided((_, w) => ({ id: w.ferry, do: "edit", edit: { wording: "The ferry of Rimstad needs no diesel" } })),
  "add a source": (i, w) => i.call("POST", "/v1/edges", { child: w.victim, parent: w.other, type: "citation" }),
  "add another source": (i, w) => i.call("POST", "/v1/edges", { child: w.victim, parent: w.idle, type: "attribution" }),
  "date otherwise": (i, w) => i.call("PATCH", `/v1/documents/${w.victim}`, { publishedAt: "2025-03-01" }),
  "date otherwise again": (i, w) => i.call("PATCH", `/v1/documents/${w.victim}`, { publishedAt: "2025-03-02" }),
};

/** Every pair in the full mode (`npm run test:full`), else every third. */
const STRIDE = process.env["WHENCE_FULL"] ? 1 : 3;
const { now } = Date;
let saved = "";
let world: World;
before(async () => {
  ({ saved, world } = await makeWorld());
});
after(() => {
  Date.now = now;
});

describe("decisions of one instant are taken back one after the other", () => {
  for (const [index, [first, decideFirst]] of Object.entries(DECISIONS).entries())
    test(first, async () => {
      const found: string[] = [];
      for (const [turn, [second, decideSecond]] of Object.entries(DECISIONS).entries()) {
        if (second === first || (index + turn) % STRIDE) continue;
        const i = new Instance(saved);
        const start = stored(i);
        const moment = now();
        Date.now = () => moment;
        const early = decisionsOf(i);
        const made: string[] = [];
        const taken: string[] = [];
        for (const decide of [decideFirst, decideSecond]) {
          const { status, text } = await decide(i, world);
          if (status >= 300 && status !== 422) taken.push(`${status} ${text}`);
          made.unshift(...decisionsOf(i).filter((id) => !early.includes(id) && !made.includes(id)));
        }
        for (const id of made) {
          const { status, text } = await i.call("POST", `/v1/decisions/${id}/undo`);
          if (status !== 200) taken.push(`undo: ${status} ${text}`);
        }
        Date.now = now;
        await i.settle();
        const differs = stored(i).flatMap((rows, n) => [
          ...rows.filter((row) => !start[n]?.includes(row)).map((row) => `+ ${row}`),
          ...(start[n] ?? []).filter((row) => !rows.includes(row)).map((row) => `- ${row}`),
        ]);
        found.push(...[...taken, ...(await faultsOf(i)), ...differs].map((fault) => `${second}: ${fault}`));
        i.close();
      }
      assert.deepEqual(found, []);
    });
});
