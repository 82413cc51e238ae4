import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  causeInWords,
  eventInWords,
  hidesDirection,
  lagInWords,
  laneAnswers,
  languages,
  machineTime,
  messagesOf,
  plain,
  spanInWords,
  storyAnswers,
  storyMessages,
  storySentence,
  timeInWords,
  wallClock,
} from "../../../shared/i18n/index.ts";
import { capital } from "../../../shared/i18n/name.ts";
import { dayInSentence } from "../../../shared/i18n/story/time.ts";
import { instant, type PublishedTime, parseTime, range, timeBases, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { storyOf } from "../../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { hostileTimeline } from "../../browser/support/hostile.ts";
import { longTimeline, sampleTimeline } from "../../browser/support/sample.ts";
import { assertCheap } from "../../cpu.ts";
import * as fixtures from "../../fixtures/timeline.ts";

const utc = { tz: "UTC", lang: "en" };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = (n: number) => Date.UTC(2025, 3, n);

function time(value: string): PublishedTime {
  const found = parseTime(value, "text");
  assert.ok(found, value);
  return found;
}

/** The sentence and the three answers of a story. */
const storyLines = (timeline: Timeline): string[] => {
  const story = storyOf(timeline);
  return [storySentence(story, utc), ...storyAnswers(story, utc).flatMap(({ answer, note }) => [answer, note])];
};

test("a sentence begins with a capital, but for a name that has its own spelling", () => {
  for (const name of ["u/reader", "paper.example", "eBay", "@ann", "4chan", "dpa", "n-tv"])
    assert.equal(capital(`${name} says it`), `${name} says it`);
  for (const [text, wanted] of [
    ["likely. Not yet checked.", "Likely. Not yet checked."],
    ["élysée", "Élysée"],
    ["", ""],
  ] as const)
    assert.equal(capital(text), wanted);
});

test("each kind of edge and of text change has words of its own in every language", () => {
  for (const lang of languages)
    for (const words of [messagesOf(lang).edges, messagesOf(lang).textChanges]) {
      const said = Object.values(words);
      assert.equal(new Set(said).size, said.length, `${lang}: ${said.join(", ")}`);
    }
});

test("times are said as exactly as they are known, and no more", () => {
  const said = (value: string, options = {}) => timeInWords(time(value), { ...utc, ...options });
  assert.equal(said("2025-04-07T17:49:31.484Z"), "7 Apr 2025, 17:49 UTC");
  assert.equal(said("2025-04-07T17:49Z", { year: false }), "7 Apr, 17:49 UTC");
  assert.equal(said("2025-04-08"), "8 Apr 2025");
  assert.equal(said("2025-04-05~"), "around 5 Apr 2025");
  assert.equal(said("2025-04-05~", { year: false }), "around 5 Apr");
  assert.equal(said("2025-04"), "April 2025");
  assert.equal(said("2025"), "2025");
  assert.equal(said("2025-04-05/2025-04-07"), "between 5 and 7 Apr 2025");
  assert.equal(said("2025-04-05/2025-04-07", { year: false }), "between 5 and 7 Apr");
  assert.equal(said("2025-03-30/2025-04-02"), "between 30 Mar and 2 Apr 2025");
  assert.equal(said("2024-12-30/2025-01-02"), "between 30 Dec 2024 and 2 Jan 2025");
  assert.equal(said("2025-04-05/2025-04-05"), "5 Apr 2025");
  assert.equal(said("2025-04-05/.."), "5 Apr 2025 or later");
  assert.equal(timeInWords(UNKNOWN_TIME, utc), "time unknown");
});

test("an open range says whether its last day is still possible", () => {
  assert.equal(timeInWords(range(null, day(8), "text"), utc), "before 8 Apr 2025");
  assert.equal(timeInWords(range(null, day(9) - 1, "text"), utc), "by 8 Apr 2025");
  assert.equal(timeInWords(range(null, day(8) + 14 * HOUR + 1, "text"), utc), "before 8 Apr 2025, 14:01 UTC");
  assert.equal(timeInWords(range(day(8) + 10 * HOUR, day(8) + 12 * HOUR, "text"), utc), "8 Apr 2025, between 10:00 and 12:00 UTC");
});

test("instants go by the zone, days do not, an unknown zone is UTC", () => {
  const berlin = { tz: "Europe/Berlin", lang: "en" };
  assert.match(timeInWords(time("2025-04-07T23:30:00Z"), berlin), /^8 Apr 2025, 01:30 (CEST|GMT\+2)$/);
  assert.equal(timeInWords(time("2025-04-07"), berlin), "7 Apr 2025");
  assert.equal(timeInWords(time("2025-04-07T23:30:00Z"), { tz: "No/Where", lang: "en" }), "7 Apr 2025, 23:30 UTC");
  assert.deepEqual(wallClock(day(8), "UTC"), { year: 2025, month: 3, day: 8, hour: 0, minute: 0, zone: "UTC" });
});

test("any time is said without a clock unless it is known to the minute, and never throws", () => {
  const ms = fc.option(fc.integer({ min: -1e15, max: 1e16 }), { nil: null });
  const precision = fc.constantFrom("millisecond", "second", "minute", "hour", "day", "month", "year", "range", "unknown" as const);
  fc.assert(
    fc.property(ms, ms, precision, fc.string(), fc.constantFrom(...timeBases), (earliest, latest, of, value, basis) => {
      const published = { value, precision: of, basis, earliest, latest } as PublishedTime;
      const words = timeInWords(published, utc);
      assert.ok(words.length > 0 && !/NaN|undefined|null/.test(words), words);
      if (["day", "month", "year"].includes(of) && earliest !== null && latest !== null) assert.doesNotMatch(words, /\d\d:\d\d/);
      const machine = machineTime(published);
      if (machine !== null) assert.ok(!Number.isNaN(Date.parse(machine)), machine);
    }),
  );
});

test("lags are ranges in words", () => {
  assert.equal(lagInWords(null), "");
  assert.equal(lagInWords({ low: 2 * DAY, high: 2 * DAY }), "2 days later");
  assert.equal(lagInWords({ low: 2 * HOUR, high: 3 * DAY }), "between 2 hours and 3 days later");
  assert.equal(lagInWords({ low: 2 * DAY, high: 4.5 * DAY }), "2–5 days later");
  // One unit for both ends where the nearer is at least one of it: never "between 41 hours and 3 days".
  assert.equal(lagInWords({ low: 41 * HOUR, high: 2.7 * DAY }), "1–3 days later");
  assert.equal(lagInWords({ low: 0, high: 2.6 * DAY }), "up to 3 days later");
  assert.equal(lagInWords({ low: null, high: 2.6 * DAY }), "up to 3 days later");
  assert.equal(lagInWords({ low: 2.6 * DAY, high: null }), "at least 2 days later");
  assert.equal(lagInWords({ low: 60_000, high: 60_000 }), "1 minute later");
  assert.equal(lagInWords({ low: null, high: null }), "unknown time later");
  assert.equal(lagInWords({ low: -3 * DAY, high: -2 * DAY }), "2–3 days earlier");
});

test("a lag's words hold its whole range", () => {
  const UNIT: Record<string, number> = { minute: 60_000, hour: HOUR, day: DAY, month: 30.44 * DAY, year: 365.25 * DAY };
  const span = fc.tuple(fc.nat(3e12), fc.nat(3e12));
  fc.assert(
    fc.property(span, ([a, b]) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const words = lagInWords({ low, high });
      const found = /^(?:between )?(\d+)(?: (\w+?)s?)?(?: and |–)(\d+) (\w+?)s? later$/.exec(words);
      if (!found) return;
      const [, from, fromUnit, to, toUnit] = found as unknown as [string, string, string | undefined, string, string];
      assert.ok(Number(from) * (UNIT[fromUnit ?? toUnit] ?? Number.NaN) <= low, `${low} ${words}`);
      assert.ok(Number(to) * (UNIT[toUnit] ?? Number.NaN) >= high, `${high} ${words}`);
    }),
  );
});

test("each lane answers in one line", () => {
  assert.deepEqual(laneAnswers(sampleTimeline()), {
    firstKnown: "Anonymous post on a Chinese website, before 8 Apr 2025; known from neowin.net",
    spread: "6 documents: X, Reddit, Hacker News, news",
    responses: "Ahmad Al-Dahle (VP of generative AI, Meta) denied it, 7 Apr, 17:49 UTC, up to 3 days later; 1 more",
  });
  const timeless = sampleTimeline();
  timeless.events = timeless.events.map((event, i) => (i === 0 ? { ...event, published: UNKNOWN_TIME } : event));
  assert.match(laneAnswers(timeless).firstKnown, /, time unknown; known from neowin\.net \(8 Apr 2025\)$/);
  const silent: Timeline = { ...sampleTimeline(), firstResponse: null, counts: { sightings: 9, responses: 0, platforms: {} } };
  assert.equal(laneAnswers(silent).responses, "none found and checked so far (as of 8 Apr 2025, 14:05 UTC)");
  const empty: Timeline = { ...silent, events: [], firstKnown: null, counts: { sightings: 0, responses: 0, platforms: {} } };
  assert.deepEqual(laneAnswers(empty).firstKnown, "not found so far");
});

test("a page of a long timeline says that it is a part", () => {
  const long = longTimeline(300);
  const part: Timeline = { ...long, events: long.events.slice(0, 50) };
  assert.match(laneAnswers(part).spread, /^\d+ documents of 300 in all: /);
});

test("an event says who, what and where, how sure, and from whom", () => {
  const timeline = sampleTimeline();
  const words = timeline.events.map((event) => eventInWords(event, utc));
  assert.deepEqual(words[0], {
    who: "Supposed Meta whistleblower",
    verb: "asserts",
    kind: "post",
    place: "a Chinese website",
    from: "",
  });
  assert.match(words[1]?.from ?? "", /Supposed Meta whistleblower \(likely, text match\)$/);
  assert.match(words[2]?.from ?? "", /@translator$/);
  assert.equal(words[5]?.verb, "denied it");
});

test("French elides before a vowel; one more that could be as early is told as a sentence in each language", () => {
  const child = sampleTimeline().events.find((event) => event.parent);
  assert.ok(child?.parent);
  const fromWhom = (label: string, type: "copy" | "quote") =>
    eventInWords(
      { ...child, parent: { ...child.parent, label, type, basis: "human", confidence: 1 } as typeof child.parent },
      { tz: "UTC", lang: "fr" },
    ).from;
  assert.match(fromWhom("Anna", "copy"), /^copié d’Anna/);
  assert.match(fromWhom("Nora", "copy"), /^copié de Nora/);
  assert.match(fromWhom("Anna", "quote"), /^cite Anna/);
  for (const lang of ["de", "es", "fr", "it", "pt"]) assert.match(storyMessages(lang).answers.rivals(1), /^\p{Lu}[^\d]+\.$/u, lang);
});

test("what is known only from others is a source while any document comes from it, and a nameless one is told as what it is", () => {
  const [event] = sampleTimeline().events.filter(({ seen }) => seen === "reported");
  assert.ok(event);
  const told = { ...event, author: "Bugle", parent: null, state: "suggested" as const };
  const said = (more: Partial<typeof event>, lang = "en") => {
    const { who, verb } = eventInWords({ ...told, ...more }, { tz: "UTC", lang });
    return `${who} ${verb}`;
  };
  assert.equal(said({ isSource: true }), "Bugle named as a source");
  assert.equal(said({ isSource: false }), "Bugle is mentioned", "an editor rejected that they are from there");
  const hidden = { documentId: "named:x", author: null, attributedTo: null, isSource: true };
  assert.deepEqual(
    ["en", "de", "fr", "es", "it", "pt", "zh"].map((lang) => said(hidden, lang)),
    [
      "A source not yet checked is mentioned",
      "Eine noch nicht geprüfte Quelle wird erwähnt",
      "Une source pas encore vérifiée est mentionnée",
      "Una fuente aún sin revisar se menciona",
      "Una fonte non ancora verificata è menzionata",
      "Uma fonte ainda por verificar é mencionada",
      "一个尚未核对的来源 被提到",
    ],
  );
});

test("nothing is called an origin, and no value is missing from a sentence", () => {
  const built = Object.values(fixtures)
    .filter((value) => typeof value === "object" && value !== null && "sightings" in value)
    .map((input) => buildTimeline(input));
  assert.ok(built.length > 0, "the fixture has an input");
  for (const timeline of [sampleTimeline(), ...built]) {
    const lines = [
      ...Object.values(laneAnswers(timeline)),
      ...storyLines(timeline),
      ...timeline.events.flatMap((event) => Object.values(eventInWords(event, utc))),
    ];
    for (const line of lines) assert.doesNotMatch(line, /\borigin\b|undefined|null|NaN|\[object/i);
  }
});

test("sentences stay one line, free of hidden direction marks, and quick on hostile text", () => {
  const isolates = /[\u2068\u2069]/g;
  for (const s of [
    "a\u202Eb\u2066c\n\u0007d",
    "\u05D0".repeat(50_000),
    "\u200D".repeat(50_000),
    "\u202E".repeat(50_000),
    " ".repeat(50_000),
    "x".repeat(50_000),
  ]) {
    const timeline = hostileTimeline(s);
    const lines: string[] = [];
    const write = () => {
      lines.splice(0, lines.length, ...Object.values(laneAnswers(timeline)), ...storyLines(timeline));
      for (const event of timeline.events) lines.push(...Object.values(eventInWords(event, utc)));
    };
    assertCheap(write, 500, "all sentences");
    for (const line of lines) {
      assert.ok(!hidesDirection(line.replace(isolates, "")) && !line.includes("\n"), JSON.stringify(line.slice(0, 80)));
      assert.ok(line.length < 1000);
    }
  }
  assert.equal(plain("one\u202Etwo\u2069 \n three", 40), "onetwo three");
});

test("a name from right to left is isolated, so that it cannot reorder our words", () => {
  const timeline = hostileTimeline("\u05D0\u05D1\u05D2");
  assert.match(laneAnswers(timeline).responses, /\u2068\u05D0\u05D1\u05D2\u2069/);
});

test("an id's time is an instant", () => {
  assert.equal(timeInWords(instant(day(7), "id"), utc), "7 Apr 2025, 00:00 UTC");
});

test("a page without the first response names it all the same, and counts acts, not reports", () => {
  const timeline = sampleTimeline();
  const part: Timeline = { ...timeline, events: timeline.events.slice(0, 2), counts: { ...timeline.counts, responses: 9 } };
  assert.match(laneAnswers(part).responses, /^Ahmad Al-Dahle \(VP of generative AI, Meta\) denied it, .*; at least 1 more$/);
});

test("what is only known to be no later than the first is told as nothing after it", () => {
  assert.equal(lagInWords({ low: null, high: 59_999 }), "");
  for (const lang of ["en", "fr", "zh"]) assert.equal(spanInWords({ low: null, high: 0 }, { tz: "UTC", lang }), "");
  assert.match(lagInWords({ low: 0, high: 59_999 }), /less than a minute/);
});

test("what several come from is told in the language of the page", () => {
  const cause = { kind: "parent", type: "attribution", basis: "stated", sure: false } as const;
  const said = (name: string | null, lang: string) => causeInWords({ ...cause, name }, { tz: "UTC", lang });
  assert.equal(said(null, "en"), "likely from a source that others name (attribution, as the text says)", "nobody has read its name");
  assert.match(said(null, "de"), /^wahrscheinlich von einer Quelle, die andere nennen \(/);
  assert.equal(said("anonymous post", "en"), "likely from an anonymous post (attribution, as the text says)");
  assert.match(said("anonymous post", "de"), /^wahrscheinlich von einem anonymen Beitrag \(/);
  assert.match(said("anonymous post", "fr"), /^probablement d’une publication anonyme \(/);
  assert.match(said("Example Gazette", "fr"), /^probablement d’Example Gazette \(/);
  assert.match(said("Nora", "fr"), /^probablement de Nora \(/);
});

test("a month and a year inside a sentence, in each language", () => {
  const said = (value: string, lang: string) => dayInSentence(time(value), { tz: "UTC", lang });
  assert.deepEqual(
    ["en", "de", "it", "fr"].map((lang) => said("2025-11", lang)),
    ["in November 2025", "im November 2025", "a novembre 2025", "en novembre 2025"],
  );
  assert.deepEqual([said("2014", "de"), said("2014", "it"), said("2025-11~", "en")], ["im Jahr 2014", "nel 2014", "around November 2025"]);
});

test("a correction is told as one, not as the end of the claim: it may be of a detail", () => {
  for (const lang of languages) {
    const noun = storyMessages(lang).turns.correction.it.split(" ").at(-1) ?? "";
    assert.ok(storyMessages(lang).sentence.acted.correction("P", "…").includes(noun), lang);
    assert.ok((messagesOf(lang).responses.correction ?? "").includes(noun), lang);
  }
});

test("where nothing is found, it says as of when, and not that somebody looked: nothing may be watched", () => {
  const nothing: Timeline = { ...sampleTimeline(), events: [], firstKnown: null, firstResponse: null, acts: [] };
  const first = storyAnswers(storyOf(nothing), utc).find(({ lane }) => lane === "first");
  assert.match(first?.note ?? "", /^As of 8 Apr 2025, \d\d:\d\d\.$/);
});

test("a language has one word for a post, wherever it is told of", () => {
  for (const lang of languages)
    for (const [at, n] of [
      [0, 1],
      [1, 3],
    ] as const) {
      const word = messagesOf(lang).kinds.post[at];
      assert.ok(storyMessages(lang).answers.documents(n, "posts").includes(word), `${lang}: ${word}`);
    }
});

test("one that carries a denial or disputes is told of as one", () => {
  const verbs = { fr: "conteste", es: "niega", it: "contesta", pt: "contesta", en: "disputes" } as Record<string, string>;
  for (const [lang, verb] of Object.entries(verbs)) assert.ok(storyMessages(lang).picture.after.shortCarry(1).endsWith(verb), lang);
  assert.equal(storyMessages("de").picture.after.shortTitle(1), "danach 1 weiterer");
});
