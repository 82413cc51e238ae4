/** Delivers stories in some order, and collects what a reader is shown of each. */
import assert from "node:assert/strict";
import { NIGHTLY } from "../../../workers/pipeline/nightly.ts";
import type { Story } from "../../fixtures/stories.ts";
import { shuffled } from "../support/corpus.ts";
import type { Service } from "../support/harness.ts";

interface Told {
  firstKnown: { eventId: string; basis: string; rivals: string[] } | null;
  independence: { min: number; max: number; of: number; reasons: { why: string }[] };
  unawareRepeats: string[];
  uptake: { later: number; aware: number; unaware: number } | null;
  events: TimelineRow[];
}
interface TimelineRow {
  id: string;
  document: string;
  seen: string;
  role: string;
  stance: string;
  response: { type: string; lag: { low: number | null; high: number | null } | null } | null;
}
interface EdgeRow {
  child: string;
  parent: string;
  type: string;
  is_primary: number;
  text_changes: string | null;
}
interface TextChange {
  kind: string;
  was: { text: string } | null;
  now: { text: string } | null;
}
type Edge = [child: string, parent: string, type: string];
/** All that is told of a story, by the refs of its documents: what must be the same whatever came first. */
export interface Graph {
  edges: Edge[];
  others: Edge[];
  independence: [number, number];
  reasons: string[];
  first: [string, string] | null;
  rivals: string[];
  unaware: string[];
  uptake: Told["uptake"];
  textChanges: [string, string, string | null, string | null][];
  /** Of candidates that are not primary. */
  otherTextChanges: [string, string, string | null, string | null][];
  events: string[];
  responses: [string, string, number | null, number | null][];
  cascades: [string, number, number, number, number][];
}
const byJson = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const MINUTE = 60_000;
const LONG = 300 * 86_400_000;

/** The documents of all stories in a seeded order, each so many times, and then what people say of them; a night passes. */
export async function deliver(s: Service, stories: readonly Story[], seed: number, times: number): Promise<void> {
  const documents = stories.flatMap((story) => story.documents.map((d) => ({ type: "document", ...d })));
  const all = Array.from({ length: times }, () => documents).flat();
  const order = seed === 0 ? all : shuffled(all, seed);
  const take = async (lines: object[], headers = {}) => {
    const { status, body } = await s.importLines(lines, "", headers);
    assert.equal(status, 200);
    assert.deepEqual(body.rejected, []);
  };
  await take(stories.map(({ claim }) => ({ type: "claim", ...claim })));
  for (let at = 0, turn = seed; at < order.length; turn++) {
    const size = [7, 23, 11][turn % 3] ?? 1;
    await take(order.slice(at, at + size), turn % 2 ? { prefer: "wait" } : {});
    at += size;
  }
  await s.settle();
  await take(stories.flatMap((story) => story.added));
  await s.settle();
  await take(stories.flatMap((story) => story.later.map((d) => ({ type: "document", ...d }))));
  for (const [path, child, parent, type] of stories.flatMap((story) => story.said)) {
    const { status, text } = await s.call("POST", `/v1/edges${path}`, { child, parent, type });
    assert.ok(status < 300, `${path} ${child} ${parent} ${type}: ${status} ${text}`);
  }
  await s.settle();
  await s.scheduled(NIGHTLY);
  await s.settle();
}

/** What is told of each story, by the ref of its claim. */
export async function graphsOf(s: Service, stories: readonly Story[]): Promise<Map<string, Graph>> {
  const aliases = await s.sql<{ name: string; target: string }>("SELECT name, target FROM alias");
  const refs = new Map(
    aliases.filter(({ name }) => /^[a-z]+:/.test(name) && !name.startsWith("http")).map(({ name, target }) => [target, name]),
  );
  const rows = await s.sql<EdgeRow>(
    "SELECT child_id AS child, parent_id AS parent, type, is_primary, text_changes FROM edge WHERE replaced_at = 9007199254740991 AND state <> 'rejected'",
  );
  const ref = (id: string) => (id === "" ? "?" : (refs.get(id) ?? "told"));
  const ids = new Map((await s.sql<{ id: string; ref: string }>("SELECT id, ref FROM claim")).map(({ id, ref: name }) => [name, id]));
  const out = new Map<string, Graph>();
  for (const { claim, expect } of stories) {
    const { body } = await s.get<Told>(`/v1/claims/${ids.get(claim.ref)}/timeline?limit=200`);
    const documentOf = new Map(body.events.map((e) => [e.id, ref(e.document)]));
    const named = (list: string[]) => list.map((id) => documentOf.get(id) ?? "").sort();
    const prefix = claim.ref.split(":")[0] ?? "";
    const own = rows.filter((e) => ref(e.child).startsWith(`${prefix}:`));
    const edges = (primary: boolean) =>
      own
        .filter((e) => !!e.is_primary === primary)
        .map((e): Edge => [ref(e.child), ref(e.parent), e.type])
        .sort(byJson);
    const changes = (primary: boolean) =>
      own
        .filter((e) => !!e.is_primary === primary)
        .flatMap((e) =>
          (JSON.parse(e.text_changes ?? "[]") as TextChange[]).map((m): Graph["textChanges"][number] => [
            ref(e.child),
            m.kind,
            m.was?.text ?? null,
            m.now?.text ?? null,
          ]),
        )
        .sort(byJson);
    // What was there when we saw it was there by now.
    const minutes = (ms: number | null | undefined) => (ms == null || ms > LONG ? null : Math.round(ms / MINUTE));
    const cascades: Graph["cascades"] = [];
    for (const [root] of expect.cascades ?? []) {
      const { body: tree } = await s.get<Record<"size" | "depth" | "maxBreadth" | "structuralVirality", number>>(
        `/v1/documents/${encodeURIComponent(root)}/cascade`,
      );
      cascades.push([root, tree.size, tree.depth, tree.maxBreadth, tree.structuralVirality]);
    }
    out.set(claim.ref, {
      edges: edges(true),
      others: edges(false),
      independence: [body.independence.min, body.independence.max],
      reasons: body.independence.reasons.map((r) => r.why),
      first: body.firstKnown && [documentOf.get(body.firstKnown.eventId) ?? "", body.firstKnown.basis],
      rivals: named(body.firstKnown?.rivals ?? []),
      unaware: named(body.unawareRepeats),
      uptake: body.uptake,
      textChanges: changes(true),
      otherTextChanges: changes(false),
      events: body.events.map((e) => `${ref(e.document)} ${e.seen} ${e.role} ${e.stance}`).sort(),
      responses: body.events
        .flatMap(({ document, response }): Graph["responses"] =>
          response ? [[ref(document), response.type, minutes(response.lag?.low), minutes(response.lag?.high)]] : [],
        )
        .sort(byJson),
      cascades,
    });
  }
  return out;
}

const holds = (want: string | null, got: string | null) => want === null || (got ?? "").toLowerCase().includes(want.toLowerCase());
const has = (list: readonly unknown[], one: unknown) => list.some((other) => JSON.stringify(other) === JSON.stringify(one));

/** Every single thing that is expected of a story, and what is wrong with it, if anything. */
export function findings({ expect, documents, unlisted }: Story, graph: Graph): { what: string; wrong: string | null }[] {
  const out: { what: string; wrong: string | null }[] = [];
  const check = (what: string, right: boolean, got: unknown) => out.push({ what, wrong: right ? null : JSON.stringify(got) });
  const same = (what: string, got: unknown, want: unknown) =>
    out.push({
      what,
      wrong: JSON.stringify(got) === JSON.stringify(want) ? null : `${JSON.stringify(got)} where ${JSON.stringify(want)} is expected`,
    });
  const listed = new Set(graph.events.map((line) => line.split(" ")[0]));
  for (const { ref } of documents) if (!unlisted.includes(ref)) check(`${ref} is on the timeline`, listed.has(ref), "it is not");
  const of = (child: string) => [...graph.edges, ...graph.others].filter(([c]) => c === child);
  for (const edge of expect.edges) check(`primary ${edge.join(" < ")}`, has(graph.edges, edge), of(edge[0]));
  for (const edge of graph.edges)
    if (!has(expect.edges, edge) && !has(expect.maybe ?? [], edge) && !expect.edges.some(([child]) => child === edge[0]))
      check(`no primary ${edge.join(" < ")}`, false, of(edge[0]));
  for (const edge of expect.others ?? []) check(`candidate ${edge.join(" < ")}`, has(graph.others, edge), of(edge[0]));
  same("independence", graph.independence, expect.independence);
  for (const word of expect.reasons ?? [])
    check(
      `the reason tells ${word}`,
      graph.reasons.some((why) => holds(word, why)),
      graph.reasons,
    );
  same("first", graph.first, expect.first);
  if (expect.rivals) same("rivals", graph.rivals, [...expect.rivals].sort());
  same("unaware", graph.unaware, [...expect.unaware].sort());
  if (expect.uptake) same("uptake", graph.uptake, expect.uptake);
  const changes = (child: string) => graph.textChanges.filter((m) => m[0] === child);
  for (const [child, kind, was, now] of expect.textChanges)
    check(
      `${child}: ${kind} ${was} → ${now}`,
      changes(child).some((m) => m[1] === kind && holds(was, m[2]) && holds(now, m[3])),
      changes(child),
    );
  for (const [child, kind] of expect.unchanged ?? [])
    check(`${child}: no ${kind}`, !changes(child).some((m) => m[1] === kind), changes(child));
  if (expect.responses) same("responses", graph.responses, [...expect.responses].sort(byJson));
  for (const [i, tree] of (expect.cascades ?? []).entries()) same(`cascade of ${tree[0]}`, graph.cascades[i], tree);
  return out;
}
