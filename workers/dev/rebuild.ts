/** `npm run rebuild`: builds the search index of a running instance anew from its claims. Safe at any time, and to be run again. */
import { ask } from "./instance.ts";

let after: string | null = "";
let pages = 0;
while (after !== null) {
  const { next } = (await ask("POST", `/v1/rebuild?after=${encodeURIComponent(after)}`)) as { next: string | null };
  pages++;
  console.log(next === null ? `done: ${pages} page${pages === 1 ? "" : "s"} of up to 500 claims` : `${pages * 500} claims …`);
  after = next;
}
