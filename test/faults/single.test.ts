/**
 * Single faults: each batch of each write fails once, before or after its commit, by each kind of error. The client repeats what was answered 5xx.
 * Then all is as without the fault: the same graph, each event once, and an answer that is true.
 */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { graphOf } from "./support/graph.ts";
import { type Answer, Instance, type Interference } from "./support/instance.ts";
import { faultsOf, makeWorld, type World } from "./support/world.ts";
import { type Write, writes } from "./support/writes.ts";

let saved = "";
let world: World;
before(async () => {
  ({ saved, world } = await makeWorld());
});

/** What may happen to a batch. */
const MODES: Record<
  string,
  (statements: Parameters<Interference>[1], commit: (statements?: Parameters<Interference>[1]) => unknown) => unknown
> = {
  "is lost on its way": () => {
    throw new Error("D1_ERROR: Network connection lost.");
  },
  "is refused": () => {
    throw new Error("D1 DB is overloaded. Requests queued for too long.");
  },
  "finds no room": () => {
    throw new Error("D1_ERROR: database or disk is full: SQLITE_FULL");
  },
  "is committed, and the answer is lost": (_, commit) => {
    commit();
    throw new Error("D1_ERROR: Network connection lost.");
  },
  "is committed, and something else is said": (_, commit) => {
    commit();
    throw new Error("D1_ERROR: internal error");
  },
  "fails at its first statement": (statements, commit) => commit([BROKEN, ...statements]),
  "fails in the middle": (statements, commit) => commit(statements.toSpliced(Math.ceil(statements.length / 2), 0, BROKEN)),
  "fails at its last statement": (statements, commit) => commit([...statements, BROKEN]),
};
const BROKEN = { sql: "SELECT json('no JSON')", parameters: [] };

interface End {
  /** Status of the first answer. */
  first: number;
  answer: Answer;
  batches: number;
  graph: string[];
  events: Map<string, number>;
  faults: string[];
}
/** What throws is no request but a run of the cron, which comes again. */
const failed = ({ message }: Error): Answer => ({ status: 500, body: {}, text: message, headers: new Headers() });
/** Runs a write until it is answered without a 5xx, with a fault in one of its batches. */
async function run(write: Write, position: number, mode: string | null): Promise<End> {
  const i = new Instance(saved);
  try {
    let batches = 0;
    const first = await i.interfered(
      (batch, statements, commit) => {
        batches = Math.max(batches, batch + 1);
        return mode !== null && batch === position ? MODES[mode]?.(statements, commit) : commit();
      },
      async () => {
        const answer = await write.run(i, world).catch((error: Error) => failed(error));
        await i.settleDeferred();
        return answer;
      },
    );
    let answer = first;
    for (let tries = 0; answer.status >= 500 && tries < 5; tries++) answer = await write.run(i, world);
    await i.settle();
    await i.nightly();
    await i.settle();
    const events = new Map<string, number>();
    for (const { type, subject } of i.sql<{ type: string; subject: string }>(
      "SELECT type, subject FROM event WHERE type <> 'document.related'",
    ))
      events.set(`${type} ${subject}`, (events.get(`${type} ${subject}`) ?? 0) + 1);
    const faults = await faultsOf(i);
    if (answer.status < 300) faults.push(...write.check(i, world, { name: "", last: true }).flatMap((fault) => fault || []));
    return { first: first.status, answer, batches, graph: graphOf(i.db), events, faults };
  } finally {
    i.close();
  }
}

/**
 * Every batch in each way in the full mode (`npm run test:full`); else each way has every sixteenth batch, so that half of all batches fail, each
 * in one way, and in each write others.
 */
const STRIDE = process.env["WHENCE_FULL"] ? 1 : 2 * Object.keys(MODES).length;

describe("single faults", () => {
  for (const [index, write] of writes.filter(({ takesBack }) => !takesBack).entries())
    test(write.name, async (t) => {
      const sound = await run(write, -1, null);
      assert.deepEqual(sound.faults, []);
      const found: string[] = [];
      let faults = 0;
      for (const [turn, mode] of Object.keys(MODES).entries())
        for (let position = (turn + index) % STRIDE; position < sound.batches; position += STRIDE) {
          faults++;
          const end = await run(write, position, mode);
          const say = (what: string) => found.push(`batch ${position} ${mode}: ${what}`);
          if (mode === "is lost on its way" && end.first >= 500) say("the client is told of a batch that could be sent again");
          for (const fault of end.faults) say(fault);
          // Said again after a commit whose answer was lost, it is the same as before; and reading may be left to the sweeper.
          const isSame = end.answer.status === sound.answer.status || (end.answer.status < 300 && sound.answer.status < 300);
          if (!isSame) say(`${end.answer.status} ${end.answer.text.slice(0, 200)}`);
          const lost = sound.graph.filter((row) => !end.graph.includes(row));
          const added = end.graph.filter((row) => !sound.graph.includes(row));
          if (lost.length + added.length)
            say(`${[...lost.slice(0, 2).map((r) => `- ${r}`), ...added.slice(0, 2).map((r) => `+ ${r}`)].join(" ").slice(0, 500)}`);
          for (const [event, count] of sound.events)
            if (end.events.get(event) !== count) say(`${event} is told ${end.events.get(event) ?? 0} times`);
          for (const [event, count] of end.events) if (!sound.events.has(event)) say(`${event} is told ${count} times`);
        }
      t.diagnostic(`${faults} faults`);
      assert.deepEqual(found, []);
    });
});
