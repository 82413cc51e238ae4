/**
 * Random histories around erasures: once a document is erased, none of the words that only it had, or persons who spoke of it, is in any table or
 * answer, whatever is sent again, revised, copied, merged, split, dated, resolved or taken back before and after. The invariants hold, what a person
 * takes a reported document for stays, all decisions can be asked to be taken back, and the sealed log proves its events. `SEED` and `RUNS` repeat a
 * run, `SHRINK=1` looks for a shorter history that fails.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Block, brokenLink, type LoggedEvent, provesEvent } from "../../../shared/log/block.ts";
import { formats } from "../../../workers/api/formats/index.ts";
import { moment } from "../../support/wait.ts";
import { Room } from "../support/room.ts";
import { ACTS, type Name } from "../support/room-acts.ts";
import { faultsOf } from "../support/world.ts";

const FULL = Boolean(process.env["WHENCE_FULL"]);
const RUNS = Number(process.env["RUNS"] ?? (FULL ? 40 : 1));
const LONGEST = FULL ? 24 : 8;
const HOLDS = "replaced_at = 9007199254740991";

const CASES: Record<string, Name[]> = {
  "what arrives at an address of which persons spoke is erased": ["page", "sight", "source", "edit", "arrive", "erase", "undo"],
  "claims are merged and split around an erasure": ["post", "page", "sight", "merge", "split", "erase", "undo", "undo"],
  "what arrives while its claim is merged is taken back": ["page", "sight", "arrive", "merge", "undo", "undo", "date"],
  "what is erased is hidden, rated and merged": ["post", "page", "hide", "rate", "merge", "erase", "undo"],
  "authors take back what is erased": ["post", "retract", "quote", "confirm", "edit", "erase", "undo", "bind"],
  "own sightings of what arrives are split": ["page", "sight", "arrive", "split", "undo", "undo", "correct"],
  "accounts are bound to what arrives and is erased": ["post", "bind", "arrive", "sight", "erase", "undo", "date"],
  "ratings and corrections outlive a merge": ["post", "rate", "correct", "merge", "undo", "hide", "date", "erase"],
  "what was taken for another document is erased": [
    "page",
    "post",
    "sight",
    "source",
    "edit",
    "arrive",
    "resolve",
    "resolve",
    "erase",
    "undo",
  ],
  "what was taken for another document comes": ["sight", "source", "edit", "come", "resolve", "resolve", "erase", "undo", "confirm"],
  "what was revised or sent again is erased": ["post", "page", "revise", "again", "erase", "undo", "date", "sight"],
  "a text and its copies are erased, one after the other": ["post", "copy", "revise", "erase", "date", "copy", "again"],
  "what others link to, quote and repost is erased": [
    "link",
    "address",
    "arrive",
    "source",
    "erase",
    "answer",
    "repost",
    "resolve",
    "quote",
  ],
  "pages that propose a claim are erased": ["news", "news", "again", "quote", "confirm", "edit", "wait", "erase", "undo", "date"],
  "authors of a single post go with it": ["stranger", "repost", "bind", "erase", "answer", "quote", "retract", "confirm"],
  "of everything something": Object.keys(ACTS) as Name[],
};

async function everything(r: Room, moments: string[]): Promise<string> {
  const claims = r.i.sql<{ id: string }>(`SELECT id FROM claim WHERE ${HOLDS}`).map((row) => row.id);
  const paths = claims.flatMap((claim) => [
    ...Object.keys(formats).map((format) => `/v1/claims/${claim}/timeline?format=${format}`),
    ...moments.flatMap((then) =>
      ["", "/timeline", "/graph", "/responses", "/spread"].map((part) => `/v1/claims/${claim}${part}?asOf=${then}`),
    ),
    `/c/${claim}`,
    `/c/${claim}/revisions`,
  ]);
  const answers: string[] = [];
  for (const path of [...paths, "/v1/decisions?limit=200", "/v1/review", "/v1/export", "/feed.json", "/feed.atom", "/v1/verdicts"]) {
    const { status, text: told } = await r.i.call("GET", path);
    assert.ok(status < 500, `${path}: ${told}`);
    answers.push(told);
  }
  return answers.join("\n");
}
function requireForgotten(r: Room, told: string, after: string): void {
  const gone = [...r.gone];
  const left = gone.filter((word) => told.includes(word));
  const kept = r.i.tablesWith(...gone);
  const where = kept.map((table) => `${table}: ${gone.filter((word) => JSON.stringify(r.i.sql(`SELECT * FROM ${table}`)).includes(word))}`);
  assert.deepEqual([left, where], [[], []], after);
}
/** Lines of what has turned out to be another document. */
const leftBehind = (r: Room) =>
  r.i
    .sql(
      `SELECT s.id, s.method, d.url FROM sighting s JOIN document d ON d.id = s.document_id AND d.resolved_id IS NOT NULL WHERE s.${HOLDS}`,
    )
    .map((row) => JSON.stringify(row));
async function requireProven(r: Room): Promise<void> {
  await r.i.nightly();
  const { blocks } = (await r.call<{ blocks: (Block & { hash: string })[] }>("GET", "/v1/log/blocks?limit=1000")).body;
  assert.equal(brokenLink(blocks), null);
  for (const { seq } of r.i.sql<{ seq: number }>("SELECT seq FROM event ORDER BY seq * 7919 % 101 LIMIT 5")) {
    const {
      status,
      text: told,
      body,
    } = await r.call<{ event: LoggedEvent; block: Block & { hash: string }; proof: string[] }>("GET", `/v1/events/${seq}/proof`);
    assert.equal(status, 200, told);
    assert.ok(provesEvent(body.event, body.block, body.block.hash, body.proof), `event ${seq}`);
  }
}

interface Step {
  act: Name;
  which: number;
  other: number;
}
async function lived(steps: Step[]): Promise<void> {
  const r = new Room();
  await r.open();
  const moments: string[] = [];
  for (const { act, which, other } of steps) {
    const answer = await ACTS[act](r, which, other);
    const after = JSON.stringify({ act, which, other });
    assert.ok(!answer || (answer.status < 500 && !/Others changed the same things/.test(answer.text)), `${after}: ${answer?.text}`);
    if (other % 3) await r.i.settle();
    if (r.gone.size) requireForgotten(r, "", after);
    assert.deepEqual(r.overruled(), [], after);
    if (moments.length < 4) moments.push(await moment());
  }
  await r.i.settle();
  assert.deepEqual(await faultsOf(r.i), []);
  assert.deepEqual([leftBehind(r), r.overruled()], [[], []]);
  requireForgotten(r, await everything(r, moments), "at the end");
  for (const { id } of r.i.sql<{ id: string }>(
    "SELECT id FROM decision WHERE did <> 'undo' AND undone_by IS NULL ORDER BY at DESC, id DESC",
  )) {
    const { status, text: told } = await r.call("POST", `/v1/decisions/${id}/undo`);
    assert.ok([200, 409, 422].includes(status), told);
  }
  await r.i.settle();
  assert.deepEqual(await faultsOf(r.i), []);
  assert.deepEqual([leftBehind(r), r.overruled()], [[], []]);
  requireForgotten(r, await everything(r, moments.slice(0, 1)), "when all is taken back");
  await requireProven(r);
  r.i.close();
}

const SLOW = { timeout: 1_800_000 };
const did = (act: Step["act"], which: number, other: number): Step => ({ act, which, other });
// Each begins with something to decide on.
const BEGUN: Step[] = [did("page", 0, 1), did("post", 1, 1)];
/** Histories that random ones have found. */
const FOUND: Record<string, Step[]> = {
  "what had no time gets none from the erased document that it turned out to be": [
    did("source", 0, 17),
    did("sight", 15, 1),
    did("sight", 38, 2),
    did("resolve", 3, 1),
    did("erase", 39, 19),
  ],
  "a reply that a person puts back waits for a person": [did("retract", 1, 38), did("wait", 1, 17)],
  "what a person says of what was erased goes when it is erased again": [did("erase", 1, 1), did("confirm", 1, 1), did("erase", 1, 1)],
  "a second post at an address does not take from the first what persons said of the address": [
    did("sight", 3, 3),
    did("arrive", 29, 8),
    did("arrive", 12, 13),
    did("sight", 30, 33),
    did("arrive", 0, 16),
    did("erase", 24, 29),
  ],
  "what arrives at an address that a person took for another document leaves that so": [
    did("arrive", 38, 40),
    did("source", 33, 31),
    did("resolve", 26, 14),
    did("arrive", 24, 34),
    did("erase", 3, 8),
  ],
  "an address that cannot be taken for a second document stays with the first": [
    did("resolve", 8, 22),
    did("source", 17, 21),
    did("resolve", 12, 29),
  ],
};
describe("nothing that was erased is readable anywhere", () => {
  for (const [name, steps] of Object.entries(FOUND)) test(name, SLOW, () => lived([...BEGUN, ...steps]));
  for (const [name, acts] of Object.entries(CASES))
    test(name, SLOW, () => {
      const step = fc.record({ act: fc.constantFrom(...acts), which: fc.nat(40), other: fc.nat(40) });
      return fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: LONGEST }), (steps) => lived([...BEGUN, ...steps])),
        {
          numRuns: RUNS,
          // To look for a shorter history takes minutes.
          endOnFailure: !process.env["SHRINK"],
          ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}),
        },
      );
    });
});
