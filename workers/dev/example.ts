/** The worked example (example.jsonl): the story that Whence started from, retold in our own words with short attributed quotes. */
import { readFileSync } from "node:fs";

/** Loads the example into an empty instance. Returns the id of its claim, or null if the instance has other claims. Throws if a line is rejected. */
export async function loadExample(url: string, key: string): Promise<string | null> {
  const call = async (method: string, path: string, body?: string, type = "application/json") => {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, prefer: "wait", ...(body === undefined ? {} : { "content-type": type }) },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  };
  const findExample = async () => {
    const { claims } = (await call("GET", "/v1/claims?limit=100")) as { claims: { id: string; ref: string | null }[] };
    return { empty: !claims.length, id: claims.find((claim) => claim.ref === "example:llama4")?.id ?? null };
  };
  const before = await findExample();
  if (!before.empty) return before.id;
  const lines = readFileSync(new URL("./example.jsonl", import.meta.url), "utf8");
  const report = (await call("POST", "/v1/import", lines, "application/x-ndjson")) as { rejected: unknown[] };
  if (report.rejected.length) throw new Error(`the example was rejected: ${JSON.stringify(report.rejected)}`);
  return (await findExample()).id;
}
