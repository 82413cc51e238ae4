/** `whence crawl`: makes the visits that are due now, and prints how each ended. */
import { call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../failure.ts";
import { type Colour, fit, plain } from "../screen.ts";

interface Visited {
  source: string | null;
  visit: string;
  outcome: string;
  why: string | null;
  documents: number;
  nextAt: string | null;
}
const GOOD = new Set(["ok", "not_modified"]);
function colourOf({ outcome }: Visited): Colour {
  if (GOOD.has(outcome)) return "green";
  return outcome === "waiting" || outcome === "throttled" ? "yellow" : "red";
}

export const crawl: Command = {
  name: "crawl",
  usage: "crawl",
  summary: "Makes the visits that are due now; the exit code is 1 if one failed",
  examples: ["crawl"],
  options: {},
  async run(screen) {
    const { body } = await call<{ visited: Visited[]; requests: number; more: boolean }>("POST /v1/crawl");
    const { visited, requests, more } = body;
    const exit = visited.some((one) => colourOf(one) === "red") ? EXIT.failed : EXIT.done;
    if (screen.json) {
      screen.out(JSON.stringify(body));
      return exit;
    }
    const names = new Map<string, string>();
    for (let cursor: string | undefined; ; ) {
      const page = await call<{ sources: { id: string; name: string }[]; next: string | null }>("GET /v1/sources", {
        query: { limit: 100, cursor },
      });
      for (const { id, name } of page.body.sources) names.set(id, name);
      if (page.body.next === null) break;
      cursor = page.body.next;
    }
    const wide = Math.max(16, Math.min(36, screen.width - 46));
    if (visited.length)
      screen.out(screen.paint("dim", `${fit("source", wide)} ${fit("outcome", 13)} ${"new".padStart(5)}  ${fit("next", 17)} why`));
    for (const one of visited) {
      const next = one.nextAt === null ? "" : one.nextAt.slice(0, 16).replace("T", " ");
      const outcome = screen.paint(colourOf(one), fit(plain(one.outcome), 13));
      const name = plain((one.source && names.get(one.source)) ?? one.visit);
      screen.out(`${fit(name, wide)} ${outcome} ${String(one.documents).padStart(5)}  ${fit(next, 17)} ${plain(one.why ?? "")}`.trimEnd());
    }
    const fresh = visited.reduce((sum, one) => sum + one.documents, 0);
    screen.out(
      visited.length
        ? `\n${visited.length} visited, ${requests} requests, ${fresh} new or changed documents${more ? "; more is due: run it again" : ""}`
        : names.size
          ? "Nothing is due."
          : "No source is configured: POST /v1/sources, or the page /sources.",
    );
    return exit;
  },
};
