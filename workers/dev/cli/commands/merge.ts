/** `whence merge CLAIM --into CLAIM`: two claims that say the same become one. */
import { call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";

interface Moved {
  id: string;
  moved: number;
  left: boolean;
}

export const merge: Command = {
  name: "merge",
  usage: "merge CLAIM --into CLAIM",
  summary: "Merges a claim into another that says the same: all that it has moves there",
  examples: ["merge bridge-again --into bridge"],
  options: { into: { type: "string" } },
  async run(screen, { words, options }) {
    const target = text(options["into"]);
    if (target === undefined) throw wrongUse("Say which claim it becomes part of: --into CLAIM.");
    const [from, into] = [await claimNamed(words.join(" ")), await claimNamed(target)];
    let moved = 0;
    for (let left = true; left; ) {
      const { body } = await call<Moved>("POST /v1/claims/{id}/merge", { params: { id: from.id }, body: { into: into.id } });
      moved += body.moved;
      left = body.left;
    }
    screen.out(screen.json ? JSON.stringify({ id: into.id, moved }) : `${from.id} is part of ${into.id} now: ${moved} sightings moved.`);
    return EXIT.done;
  },
};
