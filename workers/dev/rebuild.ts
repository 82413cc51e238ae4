/** `npm run rebuild`: computes all derived rows of a running instance again. If it is interrupted, run it again; it is best run while no documents come in. */
import { ask } from "./instance.ts";

for (const part of ["search", "rollups", "history", "places", "texts", "suggestions", "documents"]) {
  let after: string | null = "";
  for (let page = 1; after !== null; page++) {
    const { next } = (await ask("POST", `/v1/rebuild?part=${part}&after=${encodeURIComponent(after)}`)) as { next: string | null };
    after = next;
    console.log(`${part.padEnd(8)} ${next === null ? `done, ${page} page${page === 1 ? "" : "s"}` : `page ${page} …`}`);
  }
}
