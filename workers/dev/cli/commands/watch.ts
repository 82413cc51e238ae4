/** `whence watch CLAIM`: prints each new event until it is stopped. */
import { setTimeout as sleep } from "node:timers/promises";
import { statusInWords } from "../../../api/formats/words.ts";
import { claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { count } from "../screen.ts";
import { eventLines, timelineOf } from "./trace.ts";

export const watch: Command = {
  name: "watch",
  usage: "watch CLAIM [--every SECONDS] [--for SECONDS]",
  summary: "Follows a claim: each new event and each change of its status, until Ctrl-C",
  examples: ["watch bridge"],
  options: { every: { type: "string" }, for: { type: "string" } },
  async run(screen, { words, options }) {
    const seconds = (name: string, normal: number) => {
      const value = Number(text(options[name]) ?? normal);
      if (!(value >= 0.1)) throw wrongUse(`--${name} is a number of seconds.`);
      return value * 1000;
    };
    const [every, end] = [seconds("every", 5), Date.now() + seconds("for", 1e9)];
    const claim = await claimNamed(words.join(" "));
    const seen = new Set<string>();
    let word = "";
    for (let first = true; ; first = false) {
      const { events, assessment } = await timelineOf(claim.id);
      const fresh = events.filter((e) => !seen.has(e.id));
      for (const event of fresh) {
        seen.add(event.id);
        if (screen.json) screen.out(JSON.stringify(event));
        else if (!first) for (const line of eventLines(screen, event, seen.size)) screen.out(line);
      }
      if (!screen.json && first)
        screen.out(
          `${screen.paint("bold", claim.text)}\n${statusInWords(assessment)}, ${count(events.length, "event", "events")} so far. Waiting for more.`,
        );
      else if (!screen.json && word !== assessment.word) screen.out(screen.paint("cyan", `Status: ${statusInWords(assessment)}`));
      word = assessment.word;
      if (Date.now() + every > end) return EXIT.done;
      await sleep(every);
    }
  },
};
