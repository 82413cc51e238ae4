/** The worked example (example.jsonl): the story that Whence started from, retold in our own words with short attributed quotes. */
import { readFileSync } from "node:fs";
import { call } from "./cli/calls.ts";

/** Loads the example into an empty instance. Returns the id of its claim, or null if the instance has other claims. Throws if a line is rejected. */
export async function loadExample(to: { url: string; key: string }): Promise<string | null> {
  const findExample = async () => {
    const { claims } = (await call<{ claims: { id: string; ref: string | null }[] }>("GET /v1/claims", { query: { limit: 100 }, to })).body;
    return { empty: !claims.length, id: claims.find((claim) => claim.ref === "example:llama4")?.id ?? null };
  };
  const before = await findExample();
  if (!before.empty) return before.id;
  const body = readFileSync(new URL("./example.jsonl", import.meta.url), "utf8");
  const sent = { body, type: "application/x-ndjson", headers: { prefer: "wait" }, to };
  const { rejected } = (await call<{ rejected: unknown[] }>("POST /v1/import", sent)).body;
  if (rejected.length) throw new Error(`the example was rejected: ${JSON.stringify(rejected)}`);
  return (await findExample()).id;
}
