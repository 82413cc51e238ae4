/** `whence export CLAIM`: the timeline in any format that the instance writes. */
import { writeFile } from "node:fs/promises";
import type { Format } from "../../../api/formats/format.ts";
import { formats } from "../../../api/formats/index.ts";
import { baseUrl, call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";

type Timeline = Parameters<Format["write"]>[0];
/** A claim's timeline in a format, with the events of all its pages. A feed has the newest events only. */
async function timelineAs(name: string, id: string, asOf: string | undefined): Promise<string> {
  const format = formats[name];
  const page = (query: Record<string, string | number | undefined>) =>
    call<Timeline>("GET /v1/claims/{id}/timeline", { params: { id }, query: { limit: 200, asOf, ...query } });
  if (!format || format.newest) return (await page({ format: name })).text;
  const { body: whole } = await page({});
  while (whole.next) {
    const { body } = await page({ cursor: whole.next });
    whole.events.push(...body.events);
    whole.next = body.next;
  }
  return format.write(whole, { baseUrl: baseUrl(), self: `${baseUrl()}/v1/claims/${id}/timeline` });
}

export const exportCommand: Command = {
  name: "export",
  usage: `export CLAIM [--as ${Object.keys(formats).join("|")}] [--as-of DATE] [--out FILE]`,
  summary: "Writes the timeline of a claim to a file or the output",
  examples: ["export bridge --as gexf --out bridge.gexf"],
  options: { as: { type: "string" }, "as-of": { type: "string" }, out: { type: "string", short: "o" } },
  async run(screen, { words, options }) {
    const format = text(options["as"]) ?? "json";
    if (!Object.hasOwn(formats, format)) throw wrongUse(`--as is one of ${Object.keys(formats).join(", ")}.`);
    const claim = await claimNamed(words.join(" "));
    const written = await timelineAs(format, claim.id, text(options["as-of"]));
    const out = text(options["out"]);
    if (out === undefined) process.stdout.write(written.endsWith("\n") ? written : `${written}\n`);
    else {
      await writeFile(out, written);
      const bytes = Buffer.byteLength(written);
      screen.out(screen.json ? JSON.stringify({ file: out, format, bytes }) : `${out}: ${format}, ${bytes} bytes`);
    }
    return EXIT.done;
  },
};
