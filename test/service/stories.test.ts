/** Eight small stories of different shapes, through the real pipeline in any order of arrival: a reader is told what a reader would expect. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { stories } from "../fixtures/stories/index.ts";
import type { Story } from "../fixtures/stories/story.ts";
import { shuffled } from "./corpus.ts";
import { openService, type Service } from "./harness.ts";

const service = await openService();
after(() => service.close());
const ORDERS = process.env["WHENCE_FULL"] ? 12 : 3;

interface Told {
  id: string;
  claim: { ref: string | null };
  firstKnown: { eventId: string; basis: string } | null;
  independence: { min: number; max: number; of: number; reasons: { why: string; documentIds: string[]; more: number }[] };
  unawareRepeats: string[];
  uptake: { later: number; aware: number; unaware: number } | null;
  events: { id: string; document: string; seen: string; role: string; stance: string; response: unknown }[];
}
interface EdgeRow {
  child: string;
  parent: string;
  type: string;
  is_primary: number;
  mutations: string | null;
}
interface Mutation {
  kind: string;
  was: { text: string } | null;
  now: { text: string } | null;
}
/** All that is told of a story, by the refs of its documents: what must be the same whatever came first. */
interface Graph {
  edges: [string, string, string][];
  independence: [number, number];
  reasons: string[];
  first: [string, string] | null;
  unaware: string[];
  uptake: Told["uptake"];
  mutations: [string, string, string | null, string | null][];
  events: string[];
}

async function deliver(s: Service, seed: number): Promise<void> {
  const documents = stories.flatMap((story) => story.documents.map((d) => ({ type: "document", ...d })));
  const order = seed === 0 ? documents : shuffled(documents, seed);
  const claims = stories.map(({ claim }) => ({ type: "claim", ...claim }));
  await s.importLines(claims);
  for (let at = 0, turn = seed; at < order.length; turn++) {
    const size = [7, 23, 11][turn % 3] ?? 1;
    const { status, body } = await s.importLines(order.slice(at, at + size), "", turn % 2 ? { prefer: "wait" } : {});
    assert.equal(status, 200);
    assert.deepEqual(body.rejected, []);
    at += size;
  }
  await s.settle();
  const { body } = await s.importLines(stories.flatMap((story) => story.added ?? []));
  assert.deepEqual(body.rejected, []);
  await s.settle();
}

async function told(s: Service): Promise<Map<string, Graph>> {
  const aliases = await s.sql<{ name: string; target: string }>("SELECT name, target FROM alias");
  const refs = new Map(
    aliases.filter(({ name }) => /^[a-z]+:/.test(name) && !name.startsWith("http")).map(({ name, target }) => [target, name]),
  );
  const edges = await s.sql<EdgeRow>(
    "SELECT child_id AS child, parent_id AS parent, type, is_primary, mutations FROM edge WHERE replaced_at = 9007199254740991 AND state <> 'rejected' ORDER BY child_id, parent_id, type",
  );
  const ref = (id: string) => (id === "" ? "?" : (refs.get(id) ?? "told"));
  const ids = new Map((await s.sql<{ id: string; ref: string }>("SELECT id, ref FROM claim")).map(({ id, ref: name }) => [name, id]));
  const out = new Map<string, Graph>();
  for (const { claim } of stories) {
    const { body } = await s.get<Told>(`/v1/claims/${ids.get(claim.ref)}/timeline?limit=200`);
    const documentOf = new Map(body.events.map((e) => [e.id, ref(e.document)]));
    const prefix = claim.ref.split(":")[0] ?? "";
    const own = edges.filter((e) => ref(e.child).startsWith(`${prefix}:`));
    const byText = (a: unknown[], b: unknown[]) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    out.set(claim.ref, {
      edges: own
        .filter((e) => e.is_primary)
        .map((e): [string, string, string] => [ref(e.child), ref(e.parent), e.type])
        .sort(byText),
      independence: [body.independence.min, body.independence.max],
      reasons: body.independence.reasons.map((r) => r.why),
      first: body.firstKnown && [documentOf.get(body.firstKnown.eventId) ?? "", body.firstKnown.basis],
      unaware: body.unawareRepeats.map((id) => documentOf.get(id) ?? "").sort(),
      uptake: body.uptake,
      mutations: own
        .flatMap((e) =>
          (JSON.parse(e.mutations ?? "[]") as Mutation[]).map((m): Graph["mutations"][number] => [
            ref(e.child),
            m.kind,
            m.was?.text ?? null,
            m.now?.text ?? null,
          ]),
        )
        .sort(byText),
      events: body.events.map((e) => `${ref(e.document)} ${e.seen} ${e.role} ${e.stance}`).sort(),
    });
  }
  return out;
}

const holds = (want: string | null, got: string | null) => want === null || (got ?? "").toLowerCase().includes(want.toLowerCase());

function asExpected({ expect, documents }: Story, graph: Graph): void {
  const listed = new Set(graph.events.map((line) => line.split(" ")[0]));
  assert.deepEqual(
    documents.map((d) => d.ref).filter((ref) => !listed.has(ref)),
    [],
    "documents that the timeline lacks",
  );
  const accepted = new Set((expect.maybe ?? []).map((edge) => JSON.stringify(edge)));
  assert.deepEqual(
    graph.edges.filter((edge) => !accepted.has(JSON.stringify(edge))),
    [...expect.edges].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  );
  assert.deepEqual(graph.independence, expect.independence, graph.reasons.join("; "));
  assert.deepEqual(graph.first, expect.first);
  assert.deepEqual(graph.unaware, [...expect.unaware].sort());
  if (expect.uptake) assert.deepEqual(graph.uptake, expect.uptake);
  for (const [child, kind, was, now] of expect.mutations)
    assert.ok(
      graph.mutations.some((m) => m[0] === child && m[1] === kind && holds(was, m[2]) && holds(now, m[3])),
      `${child}: ${kind} ${was} → ${now} is not among ${JSON.stringify(graph.mutations.filter((m) => m[0] === child))}`,
    );
}

let first: Map<string, Graph> | null = null;
for (let seed = 0; seed < ORDERS; seed++)
  test(`order ${seed}`, async (t) => {
    if (seed > 0) await service.fresh();
    await deliver(service, seed * 7919);
    const graphs = await told(service);
    for (const story of stories)
      await t.test(story.name, () => {
        const graph = graphs.get(story.claim.ref);
        assert.ok(graph);
        if (first) assert.deepEqual(graph, first.get(story.claim.ref));
        else asExpected(story, graph);
      });
    first ??= graphs;
  });
