/**
 * `npm run replay`: reads and matches all stored documents again, and prints as a table what the current matcher would change in a running
 * instance. `-- --apply` makes the changes, `-- --json` prints them as JSON lines. It may be stopped at any time; `-- --after=ID` continues after a document.
 */
import { parseArgs, styleText } from "node:util";
import { count } from "./cli/screen.ts";
import { ask, fail } from "./instance.ts";

type Standing = { listed: boolean; score: number | null; stance: string } | null;
interface Change {
  kind: "added" | "dropped" | "decision" | "score" | "reading";
  claim: string;
  claimText: string;
  document: string;
  was: Standing;
  now: Standing;
}
interface Page {
  documents: number;
  changes: Change[];
  reposts: number;
  next: string | null;
}
const options = {
  apply: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  after: { type: "string", default: "" },
} as const;
const { values } = (() => {
  try {
    return parseArgs({ options });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\nUse --apply, --json, --after=ID.`);
  }
})();
/** Removes control characters, because text from outside must not move the terminal's cursor. */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
const fit = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width));
const standingInWords = (s: Standing) =>
  s ? `${s.listed ? "linked" : "waits"} ${s.score === null ? "" : s.score.toFixed(2)} ${s.stance}` : "–";
const COLOURS = { added: "green", dropped: "red", decision: "yellow", score: "dim", reading: "cyan" } as const;

const counts: Record<Change["kind"], number> = { added: 0, dropped: 0, decision: 0, score: 0, reading: 0 };
let documents = 0;
let reposts = 0;
let headed = false;
for (let after: string | null = values.after; after !== null; ) {
  const page = (await ask("POST", `/v1/replay?apply=${values.apply}&after=${encodeURIComponent(after)}`)) as unknown as Page;
  documents += page.documents;
  reposts += page.reposts;
  for (const change of page.changes) {
    counts[change.kind]++;
    if (values.json) {
      console.log(JSON.stringify(change));
      continue;
    }
    if (!headed) console.log(styleText("dim", `${fit("change", 9)} ${fit("document", 27)} ${fit("was", 20)} ${fit("is", 20)} claim`));
    headed = true;
    console.log(
      `${styleText(COLOURS[change.kind], fit(change.kind, 9))} ${change.document} ${fit(standingInWords(change.was), 20)} ${fit(standingInWords(change.now), 20)} ${fit(plain(change.claimText), 60).trimEnd()}`,
    );
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${count(documents, "document", "documents")} …${page.next === null ? "\n" : ""}`);
  after = page.next;
}
const changed = Object.entries(counts).flatMap(([kind, n]) => (n ? [`${n} ${kind}`] : []));
const follow = reposts ? `, and ${count(reposts, "repost that follows", "reposts that follow")}` : "";
console.error(
  `${count(documents, "document", "documents")}: ${changed.length ? changed.join(", ") + follow : "nothing changes"}${changed.length && !values.apply ? ". Run it with -- --apply to change it." : ""}`,
);
