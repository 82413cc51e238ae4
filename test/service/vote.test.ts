/** The embedding voter: asked over a real binding, answered as bge-m3 answers; it suggests, links nothing, and nobody misses it when it is not there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { build, start } from "../bench/worker.ts";

/** A Worker in the AI's place. It gives the shape of an answer to `query` and `contexts` (the model's page has it), fails when it is asked for that, and else finds alike what names a ferry. */
const RECORDED = `import { WorkerEntrypoint } from "cloudflare:workers";
export class Voter extends WorkerEntrypoint {
  async run(model, { query, contexts }) {
    if (model !== "@cf/baai/bge-m3" || query.includes("fail")) throw new Error("3040: Capacity temporarily exceeded");
    return { response: contexts.map(({ text }, id) => ({ id, score: text.includes("ferry") ? 0.83 : 0.21 })) };
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
    ["with", RECORDED],
    ["without", ""],
  ] as const) {
    const whence = await start(bundle, undefined, ai);
    try {
      for (const text of CLAIMS) await whence.call("POST", "/v1/claims", { text });
      for (const text of [SLEEPY, `${SLEEPY} fail`]) {
        const { status, body } = await whence.call("POST", "/v1/match", { text, lang: "en" });
        assert.equal(status, 200);
        answers[`${what}${text === SLEEPY ? "" : ", failing"}`] = (body as Found).candidates;
      }
    } finally {
      await whence.stop();
    }
  }
  const decisions = (name: string) => Object.fromEntries(answers[name]?.map((c) => [c.claim.text, c.decision]) ?? []);
  assert.deepEqual(decisions("without"), Object.fromEntries(CLAIMS.map((text) => [text, "none"])));
  assert.deepEqual(answers["with, failing"], answers["without, failing"]);
  assert.deepEqual(decisions("with"), { [CLAIMS[0] ?? ""]: "suggested", [CLAIMS[1] ?? ""]: "suggested", [CLAIMS[2] ?? ""]: "none" });
  assert.ok(
    answers["with"]?.filter((c) => c.decision === "suggested").every((c) => c.reasons.includes("an embedding model finds it alike")),
  );
});
