/** A Worker that reads one text many times, or runs a fixed loop as often. Its process's CPU time shows what reading costs in workerd. */
import { readDocument } from "../../../shared/read/index.ts";

/** What one unit of the reference loop is: two million steps of an integer hash. */
const STEPS = 2_000_000;
function loop(seed: number): number {
  let hash = seed;
  for (let i = 0; i < STEPS; i++) hash = Math.imul(hash ^ i, 16_777_619);
  return hash;
}

export default {
  async fetch(request: Request): Promise<Response> {
    const { kind, text, times } = (await request.json()) as { kind: string | null; text: string; times: number };
    let out = 0;
    for (let i = 0; i < times; i++)
      out +=
        kind === null
          ? loop(i)
          : readDocument({ kind, url: null, title: null, text, html: null, lang: null, publishedAt: null, author: null }).statements.length;
    return new Response(String(out));
  },
};
