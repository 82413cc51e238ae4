/** `whence merge` and `whence verdict`: decisions about claims. */
import type * as z from "zod";
import type { MovedOut } from "../../../api/resources/claims.ts";
import { call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { plain } from "../screen.ts";

/** Two claims that say the same become one. */
export const merge: Command = {
  name: "merge",
  usage: "merge CLAIM --into CLAIM",
  summary: "Merges a claim into another that says the same: all that it has moves there",
  examples: ["merge bridge-again --into bridge"],
  options: { into: { type: "string" } },
  async run(screen, { words, options }) {
    const target = text(options["into"]);
    if (target === undefined) throw wrongUse("Say which claim it becomes part of: --into CLAIM.");
    const from = await claimNamed(words.join(" "));
    const into = await claimNamed(target);
    let moved = 0;
    for (let left = true; left; ) {
      const { body } = await call<z.output<typeof MovedOut>>("POST /v1/claims/{id}/merge", {
        params: { id: from.id },
        body: { into: into.id },
      });
      moved += body.moved;
      left = body.left;
    }
    screen.out(screen.json ? JSON.stringify({ id: into.id, moved }) : `${from.id} is part of ${into.id} now: ${moved} sightings moved.`);
    return EXIT.done;
  },
};

/** Records a rating that somebody else published. */
export const verdict: Command = {
  name: "verdict",
  usage: "verdict CLAIM --publisher NAME --label WORDS --url ADDRESS [--date DATE] [--note TEXT]",
  summary: "Records a third party's published rating; Whence itself rates nothing",
  examples: ['verdict bridge --publisher "Example Checks" --label False --url https://checks.example/bridge'],
  options: {
    publisher: { type: "string" },
    label: { type: "string" },
    url: { type: "string" },
    date: { type: "string" },
    note: { type: "string" },
  },
  async run(screen, { words, options }) {
    const [publisher, label, url] = [text(options["publisher"]), text(options["label"]), text(options["url"])];
    if (!publisher || !label || !url) throw wrongUse("A rating has --publisher, --label and --url.");
    const claim = await claimNamed(words.join(" "));
    const body = { publisher, label, url, publishedAt: text(options["date"]), explanation: text(options["note"]) };
    const answer = await call("POST /v1/claims/{id}/verdicts", { params: { id: claim.id }, body });
    screen.out(screen.json ? JSON.stringify(answer.body) : `${plain(publisher)}: ${plain(label)}, recorded of ${claim.id}.`);
    return EXIT.done;
  },
};
