/** `whence list` and `whence search WORDS`: the claims, newest first, or those that a search finds. */
import type * as z from "zod";
import type { ClaimOut } from "../../../api/views/claims.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { count, plain, wrap } from "../screen.ts";

export const list: Command = {
  name: "list",
  usage: "list [WORDS] [--limit N]",
  summary: "Lists the claims, newest first, or searches them by words",
  examples: ["list", "list plastic bolts", "list --limit 100 --json"],
  options: { limit: { type: "string" } },
  async run(screen, { words, options }) {
    const query = { q: words.join(" ") || undefined, limit: text(options["limit"]) ?? 20 };
    const { body } = await call<{ claims: z.output<typeof ClaimOut>[]; next: string | null }>("GET /v1/claims", { query });
    if (screen.json) {
      screen.out(JSON.stringify(body));
      return EXIT.done;
    }
    for (const claim of body.claims) {
      const state = [claim.status, ...(claim.visibility === "public" ? [] : [claim.visibility])].join(", ");
      const counts = `${count(claim.sightings, "sighting", "sightings")}, ${count(claim.responses, "response", "responses")}`;
      for (const line of wrap(plain(claim.text), screen.width)) screen.out(line);
      screen.out(screen.paint("dim", `  ${claim.id}${claim.ref ? ` (${plain(claim.ref)})` : ""}, ${state}, ${counts}`));
    }
    if (!body.claims.length) screen.out("Nothing is found.");
    return EXIT.done;
  },
};

export const search: Command = {
  ...list,
  name: "search",
  usage: "search WORDS [--limit N]",
  summary: "Searches the claims by words, the best match first",
  examples: ["search plastic bolts"],
  run(screen, given) {
    if (!given.words.length) throw wrongUse(`whence ${search.usage}`);
    return list.run(screen, given);
  },
};
