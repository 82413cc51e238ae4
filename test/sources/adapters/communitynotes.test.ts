/** Community Notes: notes answer their posts; a note that is shown is a verdict on the claim that a person says the post makes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { identify } from "../../../shared/model/identity.ts";
import { communitynotes } from "../../../workers/sources/adapters/communitynotes.ts";
import { run } from "../adapters.ts";
import { contract } from "../contract.ts";

const POST = "1909302532306092107";
const HEAD = ["noteId", "noteAuthorParticipantId", "createdAtMillis", "tweetId", "classification", "summary", "isMediaNote"];
const MISLEADING = "MISINFORMED_OR_POTENTIALLY_MISLEADING";
const cell = (text: string) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const tsv = (rows: string[][], head = HEAD) => `${[head, ...rows].map((row) => row.map(cell).join("\t")).join("\n")}\n`;
const note = (id: string, summary: string, post = POST, classification = MISLEADING) => [
  id,
  "A0B1",
  "1744100000000",
  post,
  classification,
  summary,
  "0",
];
const rows = [
  note("1909400000000000001", "The pier is open, see https://harbour.example/"),
  note("1909400000000000002", "Zweite Anmerkung"),
  note("1909400000000000003", "Not a joke", "1909302532306092999", "NOT_MISLEADING"),
];

contract({
  adapter: communitynotes,
  config: { notes: "https://desk.example/notes.tsv" },
  refuses: [
    {},
    { notes: "file:///notes.tsv" },
    { notes: "https://desk.example/n", about: [] },
    { notes: "https://desk.example/n", about: [{ post: "https://example.com", claim: "x" }] },
  ],
  contentType: "text/tab-separated-values",
  ok: tsv(rows),
  yields: { documents: 3, verdicts: 0, next: 0 },
  empty: tsv([]),
  broken: { text: tsv([rows[0] ?? [], ["x"], rows[2] ?? []]), yields: { documents: 2 } },
  hostile: (text) => tsv([note("1909400000000000001", text)]),
  many: (count) =>
    tsv(Array.from({ length: count }, (_, i) => note(String(1909400000000000000n + BigInt(i)), "The mayor said so. ".repeat(30)))),
  salvages: false,
});

const STATUS = [
  "noteId",
  "createdAtMillis",
  "timestampMillisOfFirstNonNMRStatus",
  "firstNonNMRStatus",
  "timestampMillisOfCurrentStatus",
  "currentStatus",
  "timestampMillisOfLatestNonNMRStatus",
  "mostRecentNonNMRStatus",
];
const [HELPFUL, NOT, MORE] = ["CURRENTLY_RATED_HELPFUL", "CURRENTLY_RATED_NOT_HELPFUL", "NEEDS_MORE_RATINGS"];
const config = {
  notes: "https://desk.example/notes.tsv",
  status: "https://desk.example/status.tsv",
  about: [{ post: `https://x.com/ann/status/${POST}`, claim: "The pier is closed" }],
};
const rated = (first: string, current: string, latest: string) =>
  run(communitynotes, config, {
    "/notes.tsv": tsv(rows),
    "/status.tsv": tsv(
      [["1909400000000000001", "1744100000000", "1744110000000", first, "1744130000000", current, "1744120000000", latest]],
      STATUS,
    ),
  });

test("a note answers its post, by a pseudonym, at its time, and stays one contributor's word", () => {
  const { documents } = rated(HELPFUL, HELPFUL, HELPFUL);
  assert.equal(documents.length, 2, "only notes on the posts that are asked about");
  const [first] = documents;
  assert.ok(first);
  assert.deepEqual([first.kind, first.replyTo, first.author], ["comment", `https://x.com/i/status/${POST}`, { id: "A0B1" }]);
  assert.deepEqual([identify(first).published.value, identify(first).published.basis], ["2025-04-08T08:13:20.000Z", "platform"]);
});

test("shown since, no longer shown, never shown", () => {
  const of = (...states: [string, string, string]) => rated(...states).verdicts.map((v) => [v.label, v.publishedAt]);
  assert.deepEqual(of(HELPFUL, HELPFUL, HELPFUL), [["Misleading, says a note rated helpful", "2025-04-08T11:00:00.000Z"]]);
  assert.deepEqual(of(NOT, HELPFUL, HELPFUL), [["Misleading, says a note rated helpful", "2025-04-08T13:46:40.000Z"]]);
  assert.deepEqual(of(HELPFUL, MORE, HELPFUL), [["Note no longer shown", "2025-04-08T16:33:20.000Z"]]);
  assert.deepEqual(of(NOT, NOT, NOT), []);
  assert.deepEqual(of("", MORE, ""), []);
  const [verdict] = rated(HELPFUL, HELPFUL, HELPFUL).verdicts;
  assert.deepEqual(
    [verdict?.claim, verdict?.publisher, verdict?.appearances],
    ["The pier is closed", "Community Notes", [`https://x.com/i/status/${POST}`]],
  );
});

test("without a person's word on what the posts claim there are notes and no verdicts", () => {
  const { about: _, ...open } = config;
  const found = run(communitynotes, open, { "/notes.tsv": tsv(rows), "/status.tsv": tsv([], STATUS) });
  assert.deepEqual([found.documents.length, found.verdicts.length, found.asked.length], [3, 0, 1]);
});
