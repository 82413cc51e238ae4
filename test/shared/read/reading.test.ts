import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../shared/read/index.ts";
import { Reading } from "../../../shared/reading.ts";
import { parseTime } from "../../../shared/time.ts";

const read = (text: string, kind = "article", lang: string | null = null) =>
  readDocument({ kind, url: null, title: null, text, html: null, lang, publishedAt: parseTime("2025-04-08", "human"), author: null });
/** A rumour, then the sentence that answers it. */
const answer = (sentence: string) =>
  read(
    `Rumours that Acme has sold its harbour plant spread on Reddit this week.\n\n${sentence}\n\nThe plant opened in 1990.`,
  ).responses.map((r) => r.type);

test("each kind of answer by several wordings", () => {
  const cases: [string, string[]][] = [
    [
      "denial",
      [
        "Acme denied the rumours.",
        "Acme dismissed the reports as nonsense.",
        '"The story is simply not true," Acme said.',
        "Acme called the claim baseless.",
        "Acme rejected suggestions that it had sold the plant.",
        "Acme confirmed that the sale document was fake.",
      ],
    ],
    [
      "confirmation",
      [
        "Acme confirmed the sale of the harbour plant.",
        "Acme acknowledged that the harbour plant had been sold.",
        "Acme admitted that it had sold the harbour plant.",
      ],
    ],
    [
      "no_comment",
      [
        "Acme declined to comment.",
        "Acme did not respond to a request for comment by press time.",
        "Acme stopped short of confirming the sale.",
        "Acme would neither confirm nor deny the reports.",
        "Acme refused to comment on the rumours.",
      ],
    ],
    ["investigation", ["The city council is looking into the reports.", "Police have opened an investigation into the claims."]],
    ["retraction", ["The blogger Tom Lind retracted the claim.", "The blogger Tom Lind deleted the post and apologised."]],
    ["takedown", ["Reddit has suspended the account that posted the rumour.", "Reddit removed the post about the plant."]],
    [
      "correction",
      [
        "The Daily Courier issued a correction to its story about the plant.",
        "Tom Lind corrected himself and said the plant was not sold.",
      ],
    ],
    ["label", ["Facebook added a warning label to the posts about the plant."]],
  ];
  for (const [type, sentences] of cases) for (const sentence of sentences) assert.deepEqual(answer(sentence), [type], sentence);
});
test("what is no answer to the claim", () => {
  for (const sentence of [
    "Two workers were denied entry to the plant.",
    "A judge denied bail to a thief.",
    "Doctors confirmed 14 cases of flu in the town.",
    "The mayor asked Reddit to remove the post.",
    "Acme makes boats and was founded in 1990.",
  ])
    assert.deepEqual(answer(sentence), [], sentence);
});
test("a denial of something else is about that", () => {
  const reading = read(
    "Rumours that Acme has sold its harbour plant spread on Reddit.\n\nActing chief executive Ann Lund denied that she would resign over the strike.",
  );
  assert.equal(reading.responses.length, 1);
  assert.ok(reading.claims[reading.responses[0]?.claim ?? -1]?.text.includes("would resign"));
});
test("a post makes at most one claim, without its furniture", () => {
  const [claim, ...more] = read("RT @news: Acme has sold its harbour plant to Globex for $40m https://t.co/x #acme", "post").claims;
  assert.deepEqual([claim?.stance, claim?.text, more.length], ["support", "Acme has sold its harbour plant to Globex for $40m acme", 0]);
  assert.equal(read("Is it true that Acme has sold its harbour plant to Globex?", "post").claims[0]?.stance, "query");
  assert.equal(read("FAKE: Acme has not sold its harbour plant, the letter is a hoax", "post").claims[0]?.stance, "deny");
  assert.deepEqual(read("lol 😂😂", "post").claims, []);
});
test("a reading fits the model, and the same input gives the same", () => {
  const text = "Rumours that Acme has sold its plant spread on X. Acme denied the rumours.";
  assert.deepEqual(read(text), read(text));
  assert.ok(Reading.safeParse(read(text)).success);
  const about = readDocument(
    { kind: "post", url: null, title: null, text, html: null, lang: "en", publishedAt: null, author: null },
    { text: "Acme has sold its plant" },
  );
  assert.ok(about.stance);
});
test("hostile texts are read in bounded time", () => {
  const units = [
    "a",
    "A ",
    "said ",
    "He said it. ",
    '"',
    "“",
    "who, said, ",
    "\u200d",
    "\u202e",
    "שלום ",
    "他表示，",
    "rumors that ",
    "denied ",
    "x:\n\n",
    "Acme denied it. ",
    "accused of ",
    "on X and ",
    '"a" he said ',
    "👨‍👩‍👧",
  ];
  read(units.join(" "));
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length)).slice(0, 50_000);
    const started = performance.now();
    read(text, "article", "en");
    // The work grows with the text, not with its square: a quadratic reading takes tens of seconds here.
    assert.ok(performance.now() - started < 2_000, `${unit}: ${Math.round(performance.now() - started)} ms`);
  }
});

test("a claim keeps its quotation marks in pairs, and none around it", () => {
  const claimOf = (sentence: string) => read(`${sentence} The mayor denied it.`).claims[0]?.text;
  assert.equal(claimOf("It is claimed that “the well is dry”."), "the well is dry");
  assert.equal(claimOf("Posts claim that “old wells” run dry."), "“old wells” run dry");
  assert.equal(claimOf("It is claimed that the wells are “running dry”."), "the wells are “running dry”");
});
