import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "../../../shared/html/page.ts";
import { timeInText, timeOf, timeOfUrl } from "../../../shared/html/publication.ts";
import { machineDate, writtenDates } from "../../../shared/read/dates/calendar.ts";

test("dates of machines, with their own offset or as a day", () => {
  const read: [string, string | null][] = [
    ["2025-04-08", "2025-04-08"],
    ["2025-04-08T09:30:00+0100", "2025-04-08T09:30:00+01:00"],
    ["2025-04-08T09:30Z", "2025-04-08T09:30Z"],
    ["2025-04-08 09:30:00", "2025-04-08"],
    ["20250408", "2025-04-08"],
    ["20250408093000", "2025-04-08"],
    ["Tue, 08 Apr 2025 09:30:00 GMT", "2025-04-08T09:30:00Z"],
    ["April 8, 2025 9:30 PM EDT", "2025-04-08T21:30-04:00"],
    ["1744104600", "2025-04-08T09:30:00Z"],
    ["8. April 2025", "2025-04-08"],
    ["2025-02-30", null],
    ["soon", null],
    ["", null],
  ];
  for (const [raw, value] of read) assert.equal(machineDate(raw), value, raw);
});

test("written dates in several languages and orders", () => {
  for (const text of [
    "8 April 2025",
    "April 8th, 2025",
    "8. April 2025",
    "8 avril 2025",
    "8 de abril de 2025",
    "8 aprile 2025",
    "8 april 2025",
    "8 kwietnia 2025",
    "8. dubna 2025",
    "8 Nisan 2025",
    "8 апреля 2025",
    "8 квітня 2025",
    "8 अप्रैल 2025",
    "8 أبريل 2025",
    "2025年4月8日",
    "2025년 4월 8일",
    "08.04.2025",
    "8/4/2025",
    "2025/04/08",
    "8.4.25",
  ]) {
    const found = writtenDates(`x ${text} y`);
    assert.deepEqual(
      found.map(({ year, month, day }) => [year, month, day]),
      [[2025, 4, 8]],
      text,
    );
    assert.equal(`x ${text} y`.slice(found[0]?.start, found[0]?.end), text);
  }
  assert.equal(writtenDates("4/8/2025", true)[0]?.month, 4);
  assert.equal(writtenDates("31/12/2024", true)[0]?.day, 31);
  for (const text of ["10.0.0.1", "1.2.3", "3/4", "31.02.2025", "call 555-12-2024-1", "12 Monkeys 1995"])
    assert.deepEqual(writtenDates(text), [], text);
});

test("a midnight to the second is a day, and a page's own day is kept", () => {
  assert.deepEqual(
    [timeOf("2025-04-08T00:00:00+02:00", "jsonld")?.value, timeOf("2025-04-08T00:00:00Z", "meta")?.precision],
    ["2025-04-08", "day"],
  );
  const time = timeOf("2025-04-08T00:30:00+02:00", "jsonld");
  assert.deepEqual([time?.value, time?.earliest], ["2025-04-08T00:30:00+02:00", Date.parse("2025-04-07T22:30:00Z")]);
});

test("days and months in addresses", () => {
  const read: [string, string | undefined][] = [
    ["https://e.example/2025/04/08/port", "2025-04-08"],
    ["https://e.example/port-2025-04-08.html", "2025-04-08"],
    ["https://e.example/a/20250408/port", "2025-04-08"],
    ["https://e.example/2025/04/port", "2025-04"],
    ["https://e.example/2025/4/8/port", "2025-04-08"],
    ["https://e.example/2025/04/3-questions-to-the-port", "2025-04"],
    ["https://e.example/id/123456789", undefined],
    ["https://e.example/2025/13/45/", undefined],
    ["nonsense", undefined],
  ];
  for (const [url, value] of read) assert.equal(timeOfUrl(url)?.value, value, url);
});

test("visible text: the date that is called published, else the one by the headline", () => {
  assert.equal(timeInText("Tuesday, 9 April 2025\n\nUpdated: 8 April 2025\n\nPublished: 7 April 2025", null, false)?.value, "2025-04-07");
  assert.equal(
    timeInText(
      "1 January 2025, visit us\n\nEvents: 1.5.2025 – 3.5.2025\n\nMore news of the harbour and its ships, by section and by day, for readers who look for older ones, ordered by week and by year\n\nPort was open\n\n7 April 2025",
      "Port was open",
      false,
    )?.value,
    "2025-04-07",
  );
  const comments = "Nice.\n\nAnn says:\n\n".repeat(20);
  const under = timeInText(
    `Port was open\n\n7 April 2025 | Ann\n\n${comments}since the date 9 May 2025 it is shut`,
    "Port was open",
    false,
  );
  assert.equal(under?.value, "2025-04-07");
  assert.equal(timeInText("no day here", null, false), null);
});

const WORDS = "Some words of the article that make it long enough to be one, with commas, and more words. ".repeat(4);
const pageWith = (head: string, body: string, path = "x") =>
  pageOf({
    kind: "article",
    url: `https://e.example/${path}`,
    title: null,
    text: null,
    html: `<html lang="en-GB"><head>${head}</head><body><article><h1>The port isn&#8217;t open</h1>${body}<p>${WORDS}</p></article></body></html>`,
    lang: null,
    publishedAt: null,
    author: null,
  });
const published = (...page: Parameters<typeof pageWith>) => pageWith(...page).publishedAt;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;

test("the day in an address is the page's own where the stated time is less than a day off it", () => {
  const at = (path: string) => published(meta("article:published_time", "2025-04-09T02:10:00Z"), "", path)?.value;
  assert.equal(at("2025/04/08/port"), "2025-04-08");
  assert.equal(at("2025/04/09/port"), "2025-04-09T02:10:00Z");
  assert.equal(at("2025/04/05/port"), "2025-04-09T02:10:00Z");
});
test("a time in UTC is told in the page's own zone, where the page shows which that is", () => {
  const utc = meta("article:published_time", "2025-04-09T05:35:29Z");
  const own = published(utc + meta("sailthru.date", "2025-04-08 22:35:29"), "");
  assert.deepEqual(own, {
    value: "2025-04-08T22:35:29-07:00",
    precision: "second",
    basis: "meta",
    earliest: Date.parse("2025-04-09T05:35:29Z"),
    latest: Date.parse("2025-04-09T05:35:29.999Z"),
  });
  // Another second is another time, and a zone that no place has is none.
  for (const other of ["2025-04-08 22:35:30", "2025-04-07 05:35:29", "2025-04-09 05:35:29"])
    assert.equal(published(utc + meta("sailthru.date", other), "")?.value, "2025-04-09T05:35:29Z", other);
  const midnight = meta("article:published_time", "2025-04-08T22:00Z");
  const shown = published(midnight, "<p>9 April 2025</p>");
  assert.deepEqual([shown?.value, shown?.precision, shown?.basis], ["2025-04-09", "day", "meta"]);
  assert.equal(published(midnight, "<p>8 April 2025</p>")?.value, "2025-04-08T22:00Z");
  assert.equal(published(midnight, "")?.value, "2025-04-08T22:00Z");
});

test("the day on which a page went online, before that of print, of a new date and of its video", () => {
  const day = meta("date", "2025-04-08");
  assert.equal(published(day, "<time>07.04.2025, 12:01</time>")?.value, "2025-04-07");
  assert.equal(published(day, "<time>06.04.2025, 12:01</time>")?.value, "2025-04-08");
  assert.equal(published(meta("datePublished", "2025-04-08T12:00:00Z"), "", "2023/4/8/port")?.value, "2023-04-08");
  assert.equal(published(meta("datePublished", "2025-04-08T12:00:00Z"), "", "port-2023-04-08")?.value, "2025-04-08T12:00:00Z");
  const video = `<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2023-01-02"}</script>`;
  assert.equal(published(video + day, "")?.value, "2025-04-08");
  assert.equal(published(video, "")?.value, "2023-01-02");
  assert.equal(published("", "<div><span>08.04.25</span><span>12:44</span></div>")?.value, "2025-04-08");
  // An entity in the headline does not hide it in the text.
  // A live blog was begun at the time that its page states. Its entries say when they were written.
  const entries = (...clocks: string[]) => `<article><h1>Storm live</h1>${clocks.map((at) => `<p>${at} ${WORDS}</p>`).join("")}</article>`;
  const begun = meta("article:published_time", "2025-04-08T05:00:00+02:00");
  for (const [clocks, value] of [
    [["14.20", "13:05", "9h40"], "2025-04-08"],
    [["14.20", "13:05"], "2025-04-08T05:00:00+02:00"],
    [["14.205", "13:05:1", "At 9.40"], "2025-04-08T05:00:00+02:00"],
  ] as const)
    assert.equal(published(begun, entries(...clocks))?.value, value, clocks.join());
  const { text } = pageWith(begun, entries("14.20", "13:05", "9.40"));
  for (const clock of ["14.20", "13:05", "9.40"])
    assert.match(text, new RegExp(`^${clock}\\nSome words`, "m"), "who speaks is not called so");
  assert.equal(published("", `<p>8 April 2025 | Ann</p><p>${WORDS}${WORDS}</p><p>since the date 9 May 2025</p>`)?.value, "2025-04-08");
});

test("evidence is taken in the order of its worth", () => {
  const ld = `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-04-01"}</script>`;
  const openGraph = `<meta property="article:published_time" content="2025-04-02">`;
  const meta = `<meta name="date" content="2025-04-06">`;
  const time = `<time datetime="2025-04-03">3 April</time>`;
  const at = (head: string, body: string, path: string) => {
    const words = "Some words of the article that make it long enough to be one, with commas, and more words. ".repeat(4);
    const html = `<html><head>${head}</head><body><article>${body}<p>${words}</p></article></body></html>`;
    const { publishedAt } = pageOf({
      kind: "article",
      url: `https://e.example/${path}`,
      title: null,
      text: null,
      html,
      lang: null,
      publishedAt: null,
      author: null,
    });
    return [publishedAt?.value, publishedAt?.basis];
  };
  const text = "<p>Published 5 April 2025</p>";
  assert.deepEqual(at(ld + meta + openGraph, time + text, "2025/04/04/x"), ["2025-04-02", "meta"]);
  assert.deepEqual(at(ld + meta, time + text, "2025/04/04/x"), ["2025-04-01", "jsonld"]);
  assert.deepEqual(at(meta, time + text, "2025/04/04/x"), ["2025-04-06", "meta"]);
  assert.deepEqual(at("", time + text, "2025/04/04/x"), ["2025-04-03", "time"]);
  assert.deepEqual(at("", text, "2025/04/04/x"), ["2025-04-04", "url"]);
  assert.deepEqual(at("", text, "x"), ["2025-04-05", "text"]);
  assert.deepEqual(at("", "", "x"), [undefined, undefined]);
});

test("a day that only a script, a caption's neighbour or another zone of the same moment shows", () => {
  const at = (head: string, body: string, path = "x") =>
    pageOf({
      kind: "article",
      url: `https://e.example/${path}`,
      title: null,
      text: null,
      html: `<html><head>${head}</head><body><h1>Ferry</h1>${body}</body></html>`,
      lang: null,
      publishedAt: null,
      author: null,
    }).publishedAt?.value.slice(0, 10);
  assert.equal(
    at('<script type="application/ld+json">{"headline": "a "bad" one", "datePublished": "2025-04-01T09:00:00+02:00"}</script>', ""),
    "2025-04-01",
  );
  assert.equal(at("", '<script>window.state = {"id": 7, "published_at": "2025-04-02T09:00:00Z"}</script>'), "2025-04-02");
  assert.equal(
    at(
      '<meta property="article:published_time" content="2025-04-04T02:11:03+00:00"><script type="application/ld+json">{"@type": "Thing", "uploadDate": "2025-04-03T21:11:03-05:00"}</script>',
      "",
    ),
    "2025-04-03",
  );
  assert.equal(
    at("", "<p>The ferry at the pier, April 2, 2025. Photo: Kim Roe</p><p>April 5, 2025</p><p>The ferry sank.</p>"),
    "2025-04-05",
  );
  assert.equal(at("", "<p>Joined: 6 May 2019</p><p>Kim, 7 April 2025</p>"), "2025-04-07");
  assert.equal(at("", "<ul><li><span>Datum:</span>8. April 2025</li></ul>"), "2025-04-08");
  assert.equal(at("", "", "news/09-04-2025"), "2025-04-09");
});
