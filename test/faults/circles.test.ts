/**
 * Random steps of people and platforms that say what comes from what, and of documents that turn out to be others, one after the other and at once:
 * no document ever comes from itself.
 */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { page } from "../support/documents.ts";
import { type Answer, Instance } from "./support/instance.ts";

const RUNS = process.env["WHENCE_FULL"] ? 600 : 31;
/** `SEED=…` repeats a run. */
const SEED = process.env["SEED"];
/** Milliseconds that a D1 call takes while several run at once. */
const DELAY = 2;

/** Three posts; one that has its own id beside that of its address; one that a page only tells of, in its words. */
const NAMES = ["weir", "mill", "quay", "lock", "barge", "tale"] as const;
type Name = (typeof NAMES)[number];
const TYPES = ["quote", "citation"] as const;
const SHARES = ["replyTo", "quoteOf", "repostOf"] as const;

const addressOf = (name: Name) =>
  name === "barge" ? "https://forum.example/barge" : `https://x.com/${name}/status/190930253230610210${NAMES.indexOf(name)}`;
const CLAIM = "The clock tower of Lund will be moved to the harbour";
const WORDS = `${CLAIM}, I have seen the plans and the barges are booked`;
const TELLER = page("teller", "lundpost.example", "2025-05-06T06:00:00Z", "Clock tower to be moved?", [
  `A rumour that the clock tower of Lund will be moved to the harbour has kept the town busy.`,
  `The rumour first appeared on X, where an anonymous user wrote: “${WORDS}.”`,
]);
interface Ends {
  child: Name;
  parent: Name;
  type: (typeof TYPES)[number];
}
type Step =
  | { do: "say" | "confirm" | "reject"; ends: Ends }
  | { do: "decide"; items: { verb: "accept" | "reject"; ends: Ends }[] }
  | { do: "undo"; last: number }
  | { do: "post"; name: Name; as: (typeof SHARES)[number] | null; parent: Name; hasWords: boolean }
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
    arbitrary: fc.record({
      do: fc.constant("post" as const),
      name: fc.constantFrom(...NAMES.slice(0, -1)),
      as: fc.constantFrom(...SHARES, null),
      parent: fc.constantFrom(...NAMES.slice(0, -1)),
      hasWords: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("resolve" as const), name: anyName, to: anyName }) },
);

const idOf = (i: Instance, name: Name) =>
  (name === "tale"
    ? i.sql<{ id: string }>("SELECT coalesce(resolved_id, id) AS id FROM document WHERE seen = 'reported' AND url IS NULL")
    : i.sql<{ id: string }>("SELECT coalesce(resolved_id, id) AS id FROM document WHERE url = ? ORDER BY seen", addressOf(name)))[0]?.id ??
  "";
/** How a person names it. */
const nameOf = (i: Instance, name: Name) => (name === "tale" ? idOf(i, name) : addressOf(name));
function act(i: Instance, one: Step): Promise<Answer> {
  if (one.do === "undo") {
    const past = i.sql<{ id: string }>("SELECT id FROM decision WHERE did <> 'undo' ORDER BY at DESC, id LIMIT 4");
    return i.call("POST", `/v1/decisions/${past[one.last]?.id ?? "n00000000000000000000000000"}/undo`);
  }
  if (one.do === "post") {
    const { name, as, parent, hasWords } = one;
    const words = as === "repostOf" ? {} : { text: hasWords ? `${WORDS}.` : `Of the ${name}, as somebody has it from the ${parent}` };
    const own = name === "barge" ? { platform: "forum", platformId: name } : {};
    const post = { url: addressOf(name), author: { handle: name }, ...own, ...words, ...(as && { [as]: addressOf(parent) }) };
    return i.call("POST", "/v1/documents", post, { prefer: "wait" });
  }
  if (one.do === "resolve")
    return i.call("POST", `/v1/documents/${encodeURIComponent(nameOf(i, one.name))}/resolve`, { to: nameOf(i, one.to) });
  if (one.do === "decide") {
    const items = one.items.map(({ verb: does, ends: { child, parent, type } }) => ({
      id: `e:${idOf(i, child)}:${idOf(i, parent)}:${type}`,
      do: does,
    }));
    return i.call("POST", "/v1/decisions", { items });
  }
  const { child, parent, type } = one.ends;
  const path = one.do === "say" ? "/v1/edges" : `/v1/edges/${one.do}`;
  return i.call("POST", path, { child: nameOf(i, child), parent: nameOf(i, parent), type });
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

let saved = "";
before(async () => {
  const i = new Instance();
  await i.call("POST", "/v1/claims", { text: CLAIM });
  await i.call("POST", "/v1/documents", TELLER, { prefer: "wait" });
  await i.settle();
  saved = i.save();
});
async function lived(moments: Step[][]): Promise<void> {
  const i = new Instance(saved);
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

const posted = (name: Name, as: (typeof SHARES)[number] | null, parent: Name, hasWords: boolean): Step[] => [
  { do: "post", name, as, parent, hasWords },
];
/** A post that has the words of what is told of comes from what comes from that. */
const FOUND_BY_WORDS: Step[][] = [
  [{ do: "say", ends: { child: "weir", parent: "tale", type: "citation" } }],
  posted("quay", "quoteOf", "weir", true),
];
/** Two posts have the words of what is told of, and the one that it is taken for in the end comes from what comes from that. */
const FOUND_ANEW: Step[][] = [
  posted("quay", null, "weir", true),
  [{ do: "say", ends: { child: "weir", parent: "tale", type: "quote" } }],
  posted("mill", "replyTo", "weir", true),
];
/** A repost with words of its own, of an address whose post has another id. */
const WITH_WORDS: Step[][] = [
  posted("lock", null, "weir", false),
  posted("lock", "repostOf", "barge", false),
  posted("barge", null, "weir", true),
];
/** Of two sources the one that is not primary turns out to be a post that comes from the document. */
const FOUND_BESIDE: Step[][] = [
  posted("weir", null, "weir", false),
  [{ do: "say", ends: { child: "weir", parent: "tale", type: "citation" } }],
  [{ do: "say", ends: { child: "weir", parent: "mill", type: "citation" } }],
  posted("lock", "replyTo", "weir", true),
];

test("no document comes from itself, whatever is said, judged, taken back and posted, by several at once too", { timeout: 600_000 }, () =>
  fc.assert(fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 14 }), lived), {
    numRuns: RUNS,
    examples: [[FOUND_BY_WORDS], [FOUND_ANEW], [FOUND_BESIDE], [WITH_WORDS]],
    ...(SEED ? { seed: Number(SEED) } : {}),
  }),
);
