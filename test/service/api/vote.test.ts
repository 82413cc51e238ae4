/**
 * The optional embedding voter, over a real binding that answers as bge-m3 does: it suggests, links nothing, and is not missed when it is
 * absent.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ai_Cf_Baai_Bge_M3_Output_Query } from "@cloudflare/workers-types";
import { build, start } from "../../bench/worker.ts";

/**
 * What it answers, by what a context says. The model is reached by network alone, so this is no recording: it has the shape that Cloudflare
 * publishes for an answer to `query` and `contexts`, which the compiler holds it to. The second is a context without a score, which that allows.
 */
const ANSWERS = {
  ferry: { id: 0, score: 0.83 },
  school: { id: 0 },
  other: { id: 0, score: 0.21 },
} satisfies Record<string, NonNullable<Ai_Cf_Baai_Bge_M3_Output_Query["response"]>[number]>;
/**
 * A Worker in the AI's place: it fails when it is asked for that, answers as it would to texts alone when asked for that, and else finds alike what
 * names a ferry.
 */
const VOTER = `const answers = ${JSON.stringify(ANSWERS)};
import { WorkerEntrypoint } from "cloudflare:workers";
export class Voter extends WorkerEntrypoint {
  async run(model, { query, contexts }) {
    if (model !== "@cf/baai/bge-m3" || query.includes("fail")) throw new Error("3040: Capacity temporarily exceeded");
    if (query.includes("vectors")) return { response: [[0.1, 0.2]], shape: [1, 2], pooling: "cls" };
    return { response: contexts.map(({ text }, id) => ({ ...(answers[/ferry|school/.exec(text)?.[0]] ?? answers.other), id })) };
  }
}
export default { fetch: () => new Response() };`;
const CLAIMS = [
  "The ferry of Norrholm ran aground because its captain was asleep",
  "The ferry of Norrholm is painted green, said its owner",
  "Norrholm has no school",
];
const SLEEPY = "Somebody dozed off on the bridge near Norrholm and now the boat sits on the rocks until spring, what a mess";
interface Found {
  candidates: { claim: { text: string }; decision: string; reasons: string[] }[];
}

test("what it finds alike is suggested with that as the reason; without it, or when it fails, words alone decide", async () => {
  const bundle = await build("workers/index.ts");
  const answers: Record<string, Found["candidates"]> = {};
  for (const [what, ai] of [
    ["with", VOTER],
    ["without", ""],
  ] as const) {
    const whence = await start(bundle, { ai });
    try {
      for (const text of CLAIMS) await whence.call("POST", "/v1/claims", { text });
      for (const said of ["", "failing", "vectors"]) {
        const text = `${SLEEPY} ${said}`.trim();
        const { status, body } = await whence.call("POST", "/v1/match", { text, lang: "en" });
        assert.equal(status, 200);
        answers[`${what}${said && `, ${said}`}`] = (body as Found).candidates;
      }
    } finally {
      await whence.stop();
    }
  }
  const decisions = (name: string) => Object.fromEntries(answers[name]?.map((c) => [c.claim.text, c.decision]) ?? []);
  assert.deepEqual(decisions("without"), Object.fromEntries(CLAIMS.map((text) => [text, "none"])));
  for (const said of ["failing", "vectors"]) assert.deepEqual(answers[`with, ${said}`], answers[`without, ${said}`]);
  assert.deepEqual(decisions("with"), { [CLAIMS[0] ?? ""]: "suggested", [CLAIMS[1] ?? ""]: "suggested", [CLAIMS[2] ?? ""]: "none" });
  assert.ok(
    answers["with"]?.filter((c) => c.decision === "suggested").every((c) => c.reasons.includes("an embedding model finds it alike")),
  );
});
