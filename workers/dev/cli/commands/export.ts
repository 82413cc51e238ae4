/** `whence export CLAIM`: the timeline in any format that the instance writes. */
import { writeFile } from "node:fs/promises";
import { formats } from "../../../api/formats/index.ts";
import { call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";

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
    const query = { format, limit: 200, asOf: text(options["as-of"]) };
    const answer = await call("GET /v1/claims/{id}/timeline", { params: { id: claim.id }, query });
    const out = text(options["out"]);
    if (out === undefined) process.stdout.write(answer.text.endsWith("\n") ? answer.text : `${answer.text}\n`);
    else {
      await writeFile(out, answer.text);
      const bytes = Buffer.byteLength(answer.text);
      screen.out(screen.json ? JSON.stringify({ file: out, format, bytes }) : `${out}: ${format}, ${bytes} bytes`);
    }
    // A long timeline comes in pages, whatever the format.
    if (answer.headers.get("link")?.includes('rel="next"')) process.stderr.write("This is the first page of 200 events.\n");
    return EXIT.done;
  },
};
