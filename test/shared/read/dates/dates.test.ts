import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseTime } from "../../../../shared/model/time.ts";
import { reportedTime, timesIn } from "../../../../shared/read/dates/dates.ts";
import { fixtures } from "../../../support/fixtures.ts";

/** A Tuesday. */
const TUESDAY = parseTime("2025-04-08", "human");
const told = (text: string, lang = "en", reference = TUESDAY) =>
  timesIn(text, reference, lang).map(({ span, time }) => [span.text, time.value]);
const values = (text: string, lang = "en", reference = TUESDAY) => told(text, lang, reference).map(([, value]) => value);

test("weekdays are the last ones, unless the sentence looks ahead", () => {
  assert.deepEqual(told("Posted late Saturday, denied on Monday."), [
    ["late Saturday", "2025-04-05"],
    ["on Monday", "2025-04-07"],
  ]);
  assert.deepEqual(values("They said so on Tuesday."), ["2025-04-08"]);
  assert.deepEqual(values("They said so last Tuesday."), ["2025-04-01"]);
  assert.deepEqual(values("The vote will be held on Friday."), ["2025-04-11"]);
  assert.deepEqual(values("It is due by Monday. By Monday it was gone."), ["../2025-04-14", "../2025-04-07"]);
});

test("days, weeks, months and years as wide as they are told", () => {
  assert.deepEqual(values("yesterday, and the day before yesterday, and today"), ["2025-04-07", "2025-04-06", "2025-04-08"]);
  assert.deepEqual(values("last week; last month; last year; over the weekend"), [
    "2025-03-31/2025-04-06",
    "2025-03",
    "2024",
    "2025-04-05/2025-04-06",
  ]);
  assert.deepEqual(values("three days ago; two weeks ago; a year ago"), ["2025-04-05", "2025-03-22/2025-03-28", "2023/2024"]);
  assert.deepEqual(values("since March; the end of April; in 2019; until 2021; April 2024"), [
    "2025-03/..",
    "2025-04",
    "2019",
    "../2021",
    "2024-04",
  ]);
  assert.deepEqual(values("on April 5, or 6 April; December 30"), ["2025-04-05", "2025-04-06", "2024-12-30"]);
});

test("a day or month without its year is the one meant", () => {
  assert.deepEqual(values("since September 1; in May; in December; last May; a Sept. 11 memorial"), [
    "2024-09-01/..",
    "2025-05",
    "2024-12",
    "2024-05",
    "2025-09-11",
  ]);
});

test("durations, habits and names are no times", () => {
  for (const text of [
    "within a day",
    "for three weeks",
    "in two days",
    "a 24-hour ban",
    "every Monday",
    "on Sundays",
    "Black Friday",
    "the Sunday Times",
    "today's world",
    "as USA Today wrote",
    "on CBS This Morning",
    "seventy-four years ago",
    "You may say so",
    "version 4.5.2",
    "3/4 of it",
    "1.10.2",
  ])
    assert.deepEqual(told(text), [], text);
});

test("full dates need no day of writing, relative ones do", () => {
  assert.deepEqual(values("5 April 2025, April 6th, 2025, 2025-04-07 and 4/8/2025", "en", null), [
    "2025-04-05",
    "2025-04-06",
    "2025-04-07",
    "2025-04-08",
  ]);
  assert.deepEqual(told("yesterday, on Monday, April 5, last week, in May", "en", null), []);
  assert.deepEqual(told("yesterday", "en", parseTime("2025-04", "human")), []);
});

test("the day of writing is the text's own, whatever the zone", () => {
  const late = {
    value: "2025-04-08T00:30:00+09:00",
    precision: "second" as const,
    basis: "jsonld" as const,
    earliest: Date.parse("2025-04-07T15:30:00Z"),
    latest: Date.parse("2025-04-07T15:30:00Z") + 999,
  };
  assert.deepEqual(values("昨天", "zh", late), ["2025-04-07"]);
});

test("times in other languages than English, by the day of writing", () => {
  assert.deepEqual(values("4月5日，昨天，上周六有人发帖，三天前，去年4月，2025年4月7日，上个月，周五", "zh"), [
    "2025-04-05",
    "2025-04-07",
    "2025-04-05",
    "2025-04-05",
    "2024-04",
    "2025-04-07",
    "2025-03",
    "2025-04-04",
  ]);
  assert.deepEqual(values("Am Samstag, gestern, vor drei Tagen, am 5. April 2025, im März 2024", "de"), [
    "2025-04-05",
    "2025-04-07",
    "2025-04-05",
    "2025-04-05",
    "2024-03",
  ]);
  assert.deepEqual(values("samedi, hier, il y a trois jours, le 5 avril 2025", "fr"), [
    "2025-04-05",
    "2025-04-07",
    "2025-04-05",
    "2025-04-05",
  ]);
  assert.deepEqual(values("el sábado, ayer, hace tres días, 5 de abril de 2025", "es"), [
    "2025-04-05",
    "2025-04-07",
    "2025-04-05",
    "2025-04-05",
  ]);
  assert.deepEqual(values("вчера, в субботу, 5 апреля 2025 года", "ru"), ["2025-04-07", "2025-04-05", "2025-04-05"]);
  assert.deepEqual(values("5/4/2025", "de"), ["2025-04-05"]);
});

/** Words written on Tuesday, 8 April 2025, and the time that they say; null where they say none. */
interface TimeCase {
  lang: string;
  words: string;
  value: string | null;
}
test("words of time in six languages, never more exact than they are", () => {
  for (const { lang, words, value } of fixtures<TimeCase>("reading/times"))
    assert.deepEqual(values(words, lang), value === null ? [] : [value], words);
});

test("spans are the words themselves, in order, and times are EDTF that can be read again", () => {
  const word = fc.constantFrom(
    "on",
    "by",
    "Monday",
    "late",
    "yesterday",
    "April",
    "5",
    "2025",
    "2025-04-07",
    "last",
    "week",
    "three",
    "days",
    "ago",
    ",",
    ".",
    "4月5日",
    "昨天",
    "上周六",
    "will",
    "in",
    "May",
    "since",
    "\u202e",
    "Apr.",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), fc.constantFrom("en", "zh", "de", "und"), (words, lang) => {
      const text = words.join(" ");
      let end = 0;
      for (const { span, time } of timesIn(text, TUESDAY, lang)) {
        assert.equal(text.slice(span.start, span.end), span.text);
        assert.ok(span.start >= end);
        end = span.end;
        assert.deepEqual(parseTime(time.value, "text"), time);
        assert.ok(!["millisecond", "second", "minute", "hour"].includes(time.precision));
      }
    }),
  );
});

test("what was reported had happened by then, and is not dated by when something holds from", () => {
  const said = (lang: string, text: string) => reportedTime({ lang, writtenAt: () => TUESDAY }, { text, start: 0, end: text.length }).value;
  assert.equal(said("zh", "网络流传该市7月起将收取步道使用费，市府今天驳斥。"), "2025-04-08");
  assert.equal(said("en", "The post has been shared since March."), "2025-03-01/2025-04-08");
  assert.equal(said("en", "The post was shared on Monday."), "2025-04-07");
  assert.equal(said("en", "It will be shared from Friday."), "../2025-04-08");
});
