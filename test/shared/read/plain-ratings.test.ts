/** Ratings that fact checks state in their text, in seven languages, and words that only look like one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { plainRatings } from "../../../shared/read/claims/plain-ratings.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { leastCpuTime } from "../../cpu.ts";
import { fixtures } from "../../support/fixtures.ts";

interface Case {
  lang: string;
  kind?: string;
  title?: string;
  text: string;
  rated: [claim: string, label: string, stance: string][];
}
const cases = fixtures<Case>("reading/ratings");
const EMPTY = { url: null, html: null, publishedAt: null, author: null };

for (const { lang, kind = "fact_check", title = null, text, rated } of cases)
  test(`${lang}: ${text.slice(0, 60).replaceAll("\n", " ")} … ${text.slice(-30).replaceAll("\n", " ")}`, () => {
    const { document, claims } = readDocument({ ...EMPTY, kind, title, text, lang });
    assert.deepEqual(
      (document.reviews ?? []).map(({ claim, label }) => [claim, label]),
      rated.map(([claim, label]) => [claim, label]),
    );
    for (const [claim, , stance] of rated)
      assert.ok(
        claims.some((one) => one.rule === "claim review" && one.text.includes(claim) && one.stance === stance),
        JSON.stringify(claims),
      );
  });

test("each language has a rating that says no, another one, and words that are none", () => {
  const says = (lang: string, stance: string) => cases.some((one) => one.lang === lang && one.rated.some((rating) => rating[2] === stance));
  for (const lang of ["en", "de", "es", "fr", "it", "pt", "zh"]) {
    assert.ok(says(lang, "deny") && says(lang, "observe"), lang);
    assert.ok(
      cases.some((one) => one.lang === lang && one.rated.length === 0),
      lang,
    );
  }
});

test("hostile texts take less than 50 ms", () => {
  const texts = [
    "Claim: ".repeat(7000),
    "Rating: False ".repeat(4000),
    "Verdict\n".repeat(6000),
    "we rate this ".repeat(4000),
    `Rating${" ".repeat(50_000)}:`,
  ];
  for (const text of texts) {
    const ms = leastCpuTime(() => plainRatings(text, null, "en", "fact_check"), 50);
    assert.ok(ms < 50, `${ms} ms on ${text.slice(0, 20)}`);
  }
});
