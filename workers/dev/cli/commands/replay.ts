/** `whence replay`: reads and matches all stored documents again, and prints what the current matcher would change. It may be stopped at any time. */
import type * as z from "zod";
import type { ReplayOut } from "../../../api/resources/operations/replay.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT } from "../failure.ts";
import { count, fit, plain } from "../screen.ts";

type Page = z.output<typeof ReplayOut>;
type Change = Page["changes"][number];
const standingInWords = (s: Change["was"]) =>
  s ? `${s.listed ? "linked" : "waits"} ${s.score === null ? "" : s.score.toFixed(2)} ${s.stance}` : "–";
const COLOURS = { added: "green", dropped: "red", decision: "yellow", score: "dim", reading: "cyan" } as const;

export const replay: Command = {
  name: "replay",
  usage: "replay [--apply] [--after DOCUMENT]",
  maxWords: 0,
  summary: "Matches all documents again, and prints what would change; --apply changes it, --after goes on behind a document",
  examples: ["replay", "replay --apply"],
  options: { apply: { type: "boolean" }, after: { type: "string" } },
  async run(screen, { options }) {
    const apply = options["apply"] === true;
    const counts: Record<Change["kind"], number> = { added: 0, dropped: 0, decision: 0, score: 0, reading: 0 };
    let documents = 0;
    let reposts = 0;
    let isHeaded = false;
    for (let after: string | null = text(options["after"]) ?? ""; after !== null; ) {
      const { body }: { body: Page } = await call<Page>("POST /v1/replay", { query: { apply: String(apply), after } });
      documents += body.documents;
      reposts += body.reposts;
      for (const change of body.changes) {
        counts[change.kind]++;
        if (screen.json) {
          screen.out(JSON.stringify(change));
          continue;
        }
        if (!isHeaded)
          screen.out(screen.paint("dim", `${fit("change", 9)} ${fit("document", 27)} ${fit("was", 20)} ${fit("is", 20)} claim`));
        isHeaded = true;
        const kind = screen.paint(COLOURS[change.kind], fit(change.kind, 9));
        const [was, is] = [change.was, change.now].map((standing) => fit(standingInWords(standing), 20));
        screen.out(`${kind} ${change.document} ${was} ${is} ${fit(plain(change.claimText), 60).trimEnd()}`);
      }
      screen.progress(`${count(documents, "document", "documents")} …`);
      after = body.next;
    }
    screen.progress("");
    const changed = Object.entries(counts).flatMap(([kind, n]) => (n ? [`${n} ${kind}`] : []));
    const follow = reposts ? `, and ${count(reposts, "repost that follows", "reposts that follow")}` : "";
    const outcome = changed.length
      ? `${changed.join(", ")}${follow}${apply ? "" : ". Run it with --apply to change it."}`
      : "nothing changes";
    console.error(`${count(documents, "document", "documents")}: ${outcome}`);
    return EXIT.done;
  },
};
