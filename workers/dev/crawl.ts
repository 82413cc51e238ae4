/** `npm run crawl`: visits now what is due in a running instance, and tells how each visit ended. Ends with 1 when one went wrong. */
import { styleText } from "node:util";
import { ask } from "./instance.ts";

interface Visited {
  source: string | null;
  visit: string;
  host: string;
  outcome: string;
  why: string | null;
  documents: number;
  nextAt: string | null;
}
const { visited, requests, more } = (await ask("POST", "/v1/crawl")) as { visited: Visited[]; requests: number; more: boolean };
const names = new Map<string, string>();
for (let path: string | null = "/v1/sources?limit=200"; path !== null; ) {
  const { sources, next } = (await ask("GET", path)) as { sources: { id: string; name: string }[]; next: string | null };
  for (const { id, name } of sources) names.set(id, name);
  path = next === null ? null : `/v1/sources?limit=200&cursor=${encodeURIComponent(next)}`;
}
/** What comes from outside must not move the cursor. */
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
const fit = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width));
const GOOD = new Set(["ok", "not_modified"]);
const colourOf = ({ outcome }: Visited) =>
  GOOD.has(outcome) ? "green" : outcome === "waiting" || outcome === "throttled" ? "yellow" : "red";

if (visited.length)
  console.log(styleText("dim", `${fit("source", 36)} ${fit("outcome", 13)} ${"new".padStart(5)}  ${fit("next", 17)} why`));
for (const one of visited) {
  const name = plain((one.source && names.get(one.source)) ?? one.visit);
  const next = one.nextAt === null ? "" : one.nextAt.slice(0, 16).replace("T", " ");
  const outcome = styleText(colourOf(one), fit(one.outcome, 13));
  console.log(`${fit(name, 36)} ${outcome} ${String(one.documents).padStart(5)}  ${fit(next, 17)} ${plain(one.why ?? "")}`.trimEnd());
}
const fresh = visited.reduce((sum, one) => sum + one.documents, 0);
console.log(
  visited.length
    ? `\n${visited.length} visited, ${requests} requests, ${fresh} new or changed documents${more ? "; more is due: run it again" : ""}`
    : names.size
      ? "Nothing is due."
      : "No source is configured: POST /v1/sources, or the page /sources.",
);
process.exit(visited.some((one) => colourOf(one) === "red") ? 1 : 0);
