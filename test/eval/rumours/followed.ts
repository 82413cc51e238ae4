/**
 * What waits for a person where no claim is there yet, and once each proposed claim is followed, in one process on node:sqlite:
 * node test/eval/rumours/followed.ts [train dev lang] [--show]. All documents come in, each proposal is opened, all is settled. In an ideal tool
 * nothing is proposed then, as each rumour has its claim, and the responses of its articles wait on it from the start.
 */

import { UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { groupByAct } from "../../../shared/timeline/acts.ts";
import { openInProcess } from "../../bench/inprocess.ts";
import { build } from "../../bench/worker.ts";
import { type Answer, type GoldDocument, isOf, linesOf, type Rumour, refOf, rumoursOf, words } from "./data.ts";

const w = await words();
const SHOW = process.argv.includes("--show");
const bundle = await build();
interface Proposal {
  id: string;
  text: string;
  sightings: number;
}

async function openQuietly() {
  const say = console.log;
  console.log = () => {};
  const worker = await openInProcess(bundle, false);
  const get = async <T>(path: string) => JSON.parse((await worker.call("GET", path)).text) as T;
  return { worker, get, close: () => (console.log = say) };
}
type Instance = Awaited<ReturnType<typeof openQuietly>>;

/** Brings all documents in; gives what is held by document id. */
async function bringIn({ worker, get }: Instance, rumours: readonly Rumour[]): Promise<Map<string, GoldDocument>> {
  const held = new Map<string, GoldDocument>();
  let site = 0;
  for (const rumour of rumours) {
    const lines = linesOf(rumour, () => ++site, w).map((line) => JSON.stringify(line));
    await worker.call("POST", "/v1/import", lines.join("\n"), { prefer: "wait", "content-type": "application/x-ndjson" });
    await worker.settle();
    for (const document of rumour.documents)
      held.set((await get<{ id: string }>(`/v1/documents/${encodeURIComponent(refOf(rumour, document))}`)).id, document);
  }
  return held;
}

/** All pages of a list. */
async function all<T>({ get }: Instance, path: string, key: string): Promise<T[]> {
  const found: T[] = [];
  for (let cursor = ""; ; ) {
    const page = await get<Record<string, T[]> & { next?: string | null }>(`${path}&limit=100${cursor}`);
    found.push(...(page[key] ?? []));
    if (!page.next) return found;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

/** The responses that wait on these claims, and how many of the annotated ones are among them. */
async function waitingOn(instance: Instance, proposals: readonly Proposal[], held: ReadonlyMap<string, GoldDocument>) {
  const lines: string[] = [];
  const found = new Set<object>();
  let [waiting, right, acts, rightActs] = [0, 0, 0, 0];
  for (const { id, text } of proposals) {
    // A proposal goes when its documents are found to make a claim that was followed before.
    const answers = await all<Answer>(instance, `/v1/claims/${id}/responses?state=suggested`, "responses");
    lines.push(text);
    for (const act of groupByAct(answers.map((answer) => ({ ...answer, ...answer.response, at: 0, published: UNKNOWN_TIME })))) {
      const golds = act.map((answer) => held.get(answer.document)?.responses?.find((one) => isOf(answer, one, w)));
      for (const gold of golds) if (gold) found.add(gold);
      waiting += act.length;
      right += golds.filter(Boolean).length;
      acts++;
      rightActs += Number(golds.some(Boolean));
      const parties = act.map(
        ({ actor }, i) => `${golds[i] ? "+" : "-"} ${actor.name ?? "nobody"}, ${actor.description ?? "not described"}`,
      );
      lines.push(`  ${act[0]?.type}: ${parties.join("; ")}`);
    }
  }
  return {
    lines,
    words: `${waiting} responses wait, ${right} of them right, ${found.size} of the annotated ones; as acts ${acts}, ${rightActs} with a right one`,
  };
}

for (const set of process.argv.slice(2).filter((one) => /^(?:train|dev|lang)$/.test(one))) {
  const rumours = rumoursOf(set);
  const instance = await openQuietly();
  const held = await bringIn(instance, rumours);
  const proposals = () => all<Proposal>(instance, "/v1/claims?status=proposed", "claims");
  const before = await proposals();
  const first = await waitingOn(instance, before, held);
  for (const { id } of before) {
    await instance.worker.call("PATCH", `/v1/claims/${id}`, JSON.stringify({ status: "open" }), { "content-type": "application/json" });
    await instance.worker.settle();
  }
  const more = await proposals();
  const then = await waitingOn(instance, before, held);
  instance.close();
  const annotated = rumours.flatMap(({ documents }) => documents.flatMap(({ responses }) => responses ?? [])).length;
  console.log(`${set}: ${before.length} proposals of ${rumours.length} rumours, ${annotated} responses annotated; ${first.words}`);
  console.log(`${set}, all followed: ${more.length} more proposals; ${then.words}`);
  if (SHOW) console.log([...then.lines, "proposed then:", ...more.map(({ text, sightings }) => `  ${text} (${sightings})`)].join("\n"));
}
