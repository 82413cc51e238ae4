/** `whence verdict CLAIM`: records a rating that somebody else published. */
import { call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { plain } from "../screen.ts";

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
