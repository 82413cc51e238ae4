/** Fills an instance by its own API with the made-up corpus. */
import * as corpus from "./corpus.ts";
import type { Answer, Running } from "./worker.ts";

/** Sightings of the claim whose pages are read: 20 pages of 50. */
export const HOT_SIGHTINGS = 1000;

/** An answer that is no error. Throws otherwise; also where an import rejected a line. */
export async function taken(answer: Answer | Promise<Answer>): Promise<Answer> {
  const one = await answer;
  const rejected = (one.body as { rejected?: unknown[] } | null)?.rejected;
  if (one.status >= 300 || rejected?.length) throw new Error(`${one.status} ${JSON.stringify(one.body).slice(0, 500)}`);
  return one;
}
/** Imports lines, `size` in a request. */
export async function importLines(whence: Pick<Running, "call">, lines: readonly object[], size: number, query = ""): Promise<void> {
  for (let i = 0; i < lines.length; i += size)
    await taken(whence.call("POST", `/v1/import${query}`, corpus.ndjson(lines.slice(i, i + size)), query ? {} : { prefer: "wait" }));
}
/** Until nothing is left to be done. */
export async function settle(whence: Pick<Running, "call">): Promise<void> {
  for (let waiting = 1; waiting > 0; ) {
    await taken(whence.call("POST", "/v1/sweep"));
    waiting = ((await taken(whence.call("GET", "/healthz"))).body as { waiting: number }).waiting;
  }
}
export const claimLines = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => corpus.claimLine(from + i));

/** A claim seen in 1,000 stored documents of the corpus; gives its id. */
export async function seedHot(whence: Pick<Running, "call">): Promise<string> {
  const hot = { type: "claim", ref: "bench:hot", text: "Zzyzx burned down" };
  const response = { type: "denial", standing: "subject", actor: { name: "Zzyzx" } };
  const sightings = Array.from({ length: HOT_SIGHTINGS }, (_, i) => ({
    type: "sighting",
    claim: hot.ref,
    document: corpus.postUrl(i),
    ...(i % 80 === 40 ? { response } : {}),
  }));
  await importLines(whence, [hot], 1);
  await importLines(whence, sightings, 500);
  const { body } = await taken(whence.call("GET", "/v1/claims?q=Zzyzx"));
  return (body as { claims: { id: string }[] }).claims[0]?.id ?? "";
}
