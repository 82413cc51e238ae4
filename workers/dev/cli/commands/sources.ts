/** `whence sources` lists the sources of the crawl and their state; adds, switches and deletes them. `whence crawl` makes the visits that are due. */

import type * as z from "zod";
import { sumOf } from "../../../../shared/collections.ts";
import type { SourceOut, VisitedOut } from "../../../api/views/sources.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { type Colour, fit, plain } from "../screen.ts";

type Source = z.output<typeof SourceOut>;
/** The outcomes that say nothing is wrong. */
const GOOD = new Set(["ok", "not_modified"]);
const lineOf = (one: Source) => {
  const last = one.last && `${one.last.outcome} ${one.last.at}${!GOOD.has(one.last.outcome) && one.last.why ? ` (${one.last.why})` : ""}`;
  const state = !one.enabled ? "off" : (one.blocked ?? last ?? "not visited yet");
  return `${one.id}  ${plain(one.kind)}  ${plain(one.name)}: ${plain(state)}`;
};

/** All sources, page by page. */
async function allSources(): Promise<Source[]> {
  const all: Source[] = [];
  for (let cursor: string | undefined; ; ) {
    const { body } = await call<{ sources: Source[]; next: string | null }>("GET /v1/sources", { query: { limit: 100, cursor } });
    all.push(...body.sources);
    if (body.next === null) return all;
    cursor = body.next;
  }
}

export const sources: Command = {
  name: "sources",
  usage: "sources [add ADDRESS [--name NAME] | on SOURCE | off SOURCE | run SOURCE | delete SOURCE]",
  maxWords: 2,
  summary: "Lists the sources and their state, or changes them; SOURCE is an id or the address with which it was added",
  examples: ["sources", "sources add https://www.w3.org/blog/feed/", "sources off https://www.w3.org/blog/feed/"],
  options: { name: { type: "string" } },
  async run(screen, { words, options }) {
    const [what, which] = words;
    const show = (body: unknown, lines: string[]) => {
      if (screen.json) screen.out(JSON.stringify(body));
      else for (const line of lines) screen.out(line);
      return EXIT.done;
    };
    if (what === undefined) {
      const all = await allSources();
      return show(
        { sources: all, next: null },
        all.length ? all.map(lineOf) : ["There is no source. To add one: whence sources add ADDRESS"],
      );
    }
    if (which === undefined) throw wrongUse(`whence sources ${what} needs an address or an id.`);
    const params = { id: which };
    if (what === "add") {
      const { body } = await call<Source>("POST /v1/sources", { body: { url: which, name: text(options["name"]) } });
      return show(body, [lineOf(body)]);
    }
    if (what === "on" || what === "off") {
      const { body } = await call<Source>("PATCH /v1/sources/{id}", { params, body: { enabled: what === "on" } });
      return show(body, [lineOf(body)]);
    }
    if (what === "run") {
      const { body } = await call<{ source: Source }>("POST /v1/sources/{id}/run", { params });
      return show(body, [lineOf(body.source)]);
    }
    if (what !== "delete") throw wrongUse(`whence sources knows add, on, off, run and delete, not ${plain(what)}.`);
    const { body } = await call<{ id: string }>("DELETE /v1/sources/{id}", { params });
    return show(body, [`${body.id} is deleted.`]);
  },
};

type Visited = z.output<typeof VisitedOut>;
/** Whether nothing was fetched, as the site's turn had not come. */
const waitedOnly = ({ outcome, documents }: Visited) => outcome === "waiting" && documents === 0;
function colourOf({ outcome }: Visited): Colour {
  if (GOOD.has(outcome)) return "green";
  return outcome === "waiting" || outcome === "throttled" ? "yellow" : "red";
}

export const crawl: Command = {
  name: "crawl",
  usage: "crawl",
  maxWords: 0,
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
    const names = new Map((await allSources()).map(({ id, name }) => [id, name]));
    const wide = Math.max(16, Math.min(36, screen.width - 46));
    if (visited.length)
      screen.out(screen.paint("dim", `${fit("source", wide)} ${fit("outcome", 13)} ${"new".padStart(5)}  ${fit("next", 17)} why`));
    for (const one of visited) {
      const next = one.nextAt === null ? "" : one.nextAt.slice(0, 16).replace("T", " ");
      const outcome = screen.paint(colourOf(one), fit(plain(one.outcome), 13));
      const name = plain((one.source && names.get(one.source)) ?? one.visit);
      screen.out(`${fit(name, wide)} ${outcome} ${String(one.documents).padStart(5)}  ${fit(next, 17)} ${plain(one.why ?? "")}`.trimEnd());
    }
    const fresh = sumOf(visited, (one) => one.documents);
    const waited = visited.filter(waitedOnly).length;
    screen.out(
      visited.length
        ? `\n${visited.length - waited} visited${waited ? `, ${waited} wait` : ""}, ${requests} requests, ${fresh} new or changed documents${more ? "; more is due: run it again" : ""}`
        : names.size
          ? "Nothing is due."
          : "No source is configured: POST /v1/sources, or the page /sources.",
    );
    return exit;
  },
};
