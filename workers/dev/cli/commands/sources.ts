/** `whence sources`: lists the sources of the crawl and their state; adds, switches and deletes them. */
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { plain } from "../screen.ts";

interface Source {
  id: string;
  kind: string;
  name: string;
  enabled: boolean;
  blocked: string | null;
  nextRunAt: string | null;
  last: { at: string; outcome: string } | null;
}
const lineOf = (one: Source) => {
  const state = !one.enabled ? "off" : (one.blocked ?? (one.last ? `${one.last.outcome} ${one.last.at}` : "not visited yet"));
  return `${one.id}  ${plain(one.kind)}  ${plain(one.name)}: ${plain(state)}`;
};

export const sources: Command = {
  name: "sources",
  usage: "sources [add ADDRESS [--name NAME] | on SOURCE | off SOURCE | run SOURCE | delete SOURCE]",
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
      const { body } = await call<{ sources: Source[] }>("GET /v1/sources", { query: { limit: 200 } });
      return show(body, body.sources.length ? body.sources.map(lineOf) : ["There is no source."]);
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
