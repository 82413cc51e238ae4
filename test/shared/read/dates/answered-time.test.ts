/** The day of an answer: told where the sentence gives it to the act, and left open where it may be that of what the answer is about. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResponseType } from "../../../../shared/model/response.ts";
import { type PublishedTime, parseTime, range } from "../../../../shared/model/time.ts";
import { analysisOf } from "../../../../shared/read/attribution/statements.ts";
import { answeredTime, answeredTimes, respondedAt } from "../../../../shared/read/dates/answered-time.ts";
import { fixtures } from "../../../support/fixtures.ts";

interface Told {
  lang: string;
  type: ResponseType;
  text: string;
  day: string | null;
}
const told = fixtures<Told>("answered-times");
const WRITTEN = parseTime("2025-04-08", "human") as PublishedTime;
const analysed = ({ text, lang }: Told) => analysisOf({ text, lang, title: null, publishedAt: WRITTEN, modifiedAt: null });

for (const one of told)
  test(`${one.lang}, ${one.day ?? "no day"}: ${one.text}`, () => {
    assert.equal(answeredTime(analysed(one), 0, one.type).value, one.day ?? "../2025-04-08");
  });

test("a day is one that the sentence tells, and never after it was written", () => {
  for (const one of told) {
    const analysis = analysed(one);
    const found = answeredTime(analysis, 0, one.type);
    assert.ok((found.latest ?? Number.POSITIVE_INFINITY) <= (WRITTEN.latest ?? 0) || found.value.endsWith("2025-04-08"));
    if (found.earliest !== null) assert.ok(answeredTimes(analysis, 0, one.type).some(({ time }) => time.value === found.value));
  }
});

test("without the day of writing no day is told but one that is written in full", () => {
  for (const one of told) {
    const analysis = analysisOf({ text: one.text, lang: one.lang, title: null, publishedAt: null, modifiedAt: null });
    assert.equal(answeredTime(analysis, 0, one.type).earliest, null);
  }
});

test("what a later capture adds is dated from the page's day on, as its weekdays may count from any later day", () => {
  const [monday, page, update] = ["2025-04-28", "2025-05-02", "2025-05-20"].map((day) => parseTime(day, "text"));
  assert.ok(monday && page && update);
  const article = { kind: "article", published: page };
  const [first, second, third] = [null, "x", "x"].map((beforeId, i) => ({ beforeId, seenAt: Date.UTC(2025, 4, 3 + 20 * i) }));
  assert.ok(first && second && third);
  assert.deepEqual(respondedAt(monday, article, first, undefined), monday);
  const added = respondedAt(monday, article, second, undefined);
  assert.deepEqual(added, range(monday.earliest, second.seenAt, "text"));
  assert.deepEqual(respondedAt(monday, article, third, added), added, "it is no later for being seen again");
  assert.deepEqual(respondedAt(monday, article, second, monday), monday, "the first capture had it");
  assert.deepEqual(respondedAt(update, article, second, undefined), update, "an update that has a day of its own");
  const undated = range(null, page.latest, "text");
  assert.deepEqual(respondedAt(undated, article, second, undefined), range(null, second.seenAt, "text"));
  assert.deepEqual(respondedAt(undated, { ...article, kind: "press_release" }, first, undefined), page);
});
