/** Random steps of people and platforms that say what comes from what, one after the other and at once: no document ever comes from itself. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Answer, Instance } from "./support/instance.ts";

const RUNS = process.env["WHENCE_FULL"] ? 600 : 40;
/** `SEED=…` repeats a run. */
const SEED = process.env["SEED"];
/** Milliseconds that a D1 call takes while several run at once. */
const DELAY = 2;

const NAMES = ["weir", "mill", "quay", "lock"] as const;
type Name = (typeof NAMES)[number];
const TYPES = ["quote", "citation"] as const;
const SHARES = ["replyTo", "quoteOf", "repostOf"] as const;

const addressOf = (name: Name) => `https://x.com/${name}/status/190930253230610210${NAMES.indexOf(name)}`;
interface Ends {
  child: Name;
  parent: Name;
  type: (typeof TYPES)[number];
}
type Step =
  | { do: "say" | "confirm" | "reject"; ends: Ends }
  | { do: "decide"; items: { verb: "accept" | "reject"; ends: Ends }[] }
  | { do: "undo"; last: number }
  | { do: "post"; name: Name; as: (typeof SHARES)[number]; parent: Name }
  | { do: "resolve"; name: Name; to: Name };

const anyName = fc.constantFrom(...NAMES);
const ends = fc.record({ child: anyName, parent: anyName, type: fc.constantFrom(...TYPES) });
const verb = fc.constantFrom("accept" as const, "reject" as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("say" as const), ends }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("confirm" as const, "reject" as const), ends }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("decide" as const),
      items: fc.array(fc.record({ verb, ends }), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("undo" as const), last: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("post" as const), name: anyName, as: fc.constantFrom(...SHARES), parent: anyName }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("resolve" as const), name: anyName, to: anyName }) },
);

const idOf = (i: Instance, name: Name) =>
  i.sql<{ id: string }>("SELECT coalesce(resolved_id, id) AS id FROM document WHERE url = ? ORDER BY seen", addressOf(name))[0]?.id ?? "";
function act(i: Instance, one: Step): Promise<Answer> {
  if (one.do === "undo") {
    const past = i.sql<{ id: string }>("SELECT id FROM decision WHERE did <> 'undo' ORDER BY at DESC, id LIMIT 4");
    return i.call("POST", `/v1/decisions/${past[one.last]?.id ?? "n00000000000000000000000000"}/undo`);
  }
  if (one.do === "post") {
    const { name, as, parent } = one;
    const words = as === "repostOf" ? {} : { text: `Of the ${name}, as somebody has it from the ${parent}` };
    const post = { url: addressOf(name), author: { handle: name }, ...words, [as]: addressOf(parent) };
    return i.call("POST", "/v1/documents", post, { prefer: "wait" });
  }
  if (one.do === "resolve")
    return i.call("POST", `/v1/documents/${encodeURIComponent(addressOf(one.name))}/resolve`, { to: addressOf(one.to) });
  if (one.do === "decide") {
    const items = one.items.map(({ verb: does, ends: { child, parent, type } }) => ({
      id: `e:${idOf(i, child)}:${idOf(i, parent)}:${type}`,
      do: does,
    }));
    return i.call("POST", "/v1/decisions", { items });
  }
  const { child, parent, type } = one.ends;
  const path = one.do === "say" ? "/v1/edges" : `/v1/edges/${one.do}`;
  return i.call("POST", path, { child: addressOf(child), parent: addressOf(parent), type });
}

/** Each document with what it comes from, of which somebody is sure. */
function circles(i: Instance): string[] {
  const rows = i.sql<{ child: string; parent: string }>(
    `SELECT e.child_id AS child, coalesce(p.resolved_id, p.id) AS parent FROM edge e JOIN document p ON p.id = e.parent_id
     WHERE e.replaced_at = 9007199254740991 AND e.state = 'confirmed' AND e.is_primary = 1`,
  );
  const up = new Map(rows.map(({ child, parent }) => [child, parent]));
  return [...up.keys()].filter((child) => {
    const way = new Set<string>();
    for (let at = up.get(child); at && !way.has(at); at = up.get(at)) way.add(at);
    return way.has(child);
  });
}

async function lived(moments: Step[][]): Promise<void> {
  const i = new Instance();
  const answers: Answer[] = [];
  for (const name of NAMES.slice(0, 2))
    await i.call("POST", "/v1/documents", { url: `https://forum.example/${name}`, text: `On the ${name}`, quoteOf: addressOf(name) });
  for (const steps of moments) {
    i.delay = steps.length > 1 ? DELAY : 0;
    answers.push(...(await Promise.all(steps.map((one) => act(i, one)))));
    i.delay = 0;
    assert.deepEqual(circles(i), [], JSON.stringify(moments));
  }
  await i.settle();
  assert.deepEqual([circles(i), await i.violations()], [[], []], JSON.stringify(moments));
  for (const { status, text } of answers) assert.ok(status < 500, text);
  i.close();
}

test("no document comes from itself, whatever is said, judged, taken back and posted, by several at once too", { timeout: 600_000 }, () =>
  fc.assert(fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 14 }), lived), {
    numRuns: RUNS,
    ...(SEED ? { seed: Number(SEED) } : {}),
  }),
);
