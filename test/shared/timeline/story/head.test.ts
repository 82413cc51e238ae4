/** What the head of a story says of those who answered, whatever they said and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  claimWords,
  dateInWords,
  deedInWords,
  lagToldInWords,
  languages,
  relationInWords,
  spanInWords,
  storyAnswers,
  storyMessages,
  storySentence,
  timeInWords,
  turnInWords,
} from "../../../../shared/i18n/index.ts";
import { dayInSentence, storyDay } from "../../../../shared/i18n/story/time.ts";
import { isStatedPlainly } from "../../../../shared/model/edge.ts";
import { ResponseType, responseTypes, Standing } from "../../../../shared/model/response.ts";
import { instant, parseTime, range, UNKNOWN_TIME } from "../../../../shared/model/time.ts";
import { lag } from "../../../../shared/timeline/lag.ts";
import { type Story, storyOf } from "../../../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import type { Timeline, TimelineInput } from "../../../../shared/timeline/views.ts";
import { claim } from "../../../browser/support/pages.ts";
import { anyTimeline, anyToldStory } from "../../../fixtures/any-story.ts";
import { plainSighting } from "../../../fixtures/sighting.ts";
import { story } from "../../../fixtures/small-stories.ts";
import { heard } from "../../../support/heard.ts";

const party: fc.Arbitrary<string> = fc.constantFrom("Port of Varsund", "Harbour Police");
const acts = fc.array(
  fc.record({ party, type: fc.constantFrom(...ResponseType.options), standing: fc.constantFrom(...Standing.options) }),
  { minLength: 1, maxLength: 4 },
);
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;
const lang = fc.constantFrom(...languages);
const told = { author: "@user", words: "The pier is closed" };

const stanceOf = (type: string): string => responseTypes[type as ResponseType]?.stance ?? "";

/** A claim that is told twice and then answered, a week for each answer. */
function written(given: Acts, verdicts: { label: string }[] = [], tellsResponse = false): TimelineInput {
  const published = { value: "", precision: "unknown", basis: "unknown", earliest: null, latest: null } as const;
  return story({
    name: "head",
    claim: "The pier of Varsund is closed",
    subject: "Port of Varsund",
    told: [
      { ...told, name: "a", time: "2026-03-01T08:00:00Z" },
      { ...told, name: "b", time: "2026-03-02T08:00:00Z", from: "a", change: { tellsResponse } },
    ],
    answered: given.map((act, i) => ({ ...act, name: `r${i}`, time: `2026-0${4 + i}-07T09:00:00Z`, words: `Answer ${i}` })),
    verdicts: verdicts.map((v) => ({ ...v, publisher: "Check", url: "https://check.example/", published, explanation: null })),
  });
}
const answered = (...given: Parameters<typeof written>): Story => storyOf(buildTimeline(written(...given)));

test("an act that was there by some hour was there by that day, in no language before it", () => {
  const hour = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
  fc.assert(
    fc.property(hour, lang, (at, lang) => {
      fc.pre(at % 86_400_000 !== 0);
      const options = { lang, tz: "UTC" };
      const by = storyDay(range(null, at, "text"), answered([]), options);
      const before = timeInWords(range(null, Math.floor(at / 86_400_000) * 86_400_000, "text"), { ...options, year: false });
      assert.notEqual(by, before);
      assert.doesNotMatch(by, /\d\d:\d\d/);
      assert.ok(by.includes(String(new Date(at).getUTCDate())), by);
    }),
  );
});

test("what is only told of was there before all that was taken from it, whoever told of it later", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { documents } = anyToldStory(seed);
    const known = new Map(documents.map((d) => [d.id, d]));
    for (const { observed, parent, time, event } of documents) {
      const source = known.get(parent?.id ?? "");
      if (!observed || source?.observed !== false || source.time.earliest !== null || time.latest === null) continue;
      if (event.parent?.basis === "similarity" || event.parent?.basis === "time") continue;
      assert.ok(source.time.latest !== null && source.time.latest <= time.latest, `seed ${seed}: ${event.documentId}`);
    }
  }
  const written = story({
    name: "named",
    claim: "The pier of Varsund is closed",
    subject: "Port of Varsund",
    told: [
      { ...told, name: "source", time: "2026-03-01T08:00:00Z", change: { seen: "reported", published: UNKNOWN_TIME } },
      { ...told, name: "early", time: "2026-03-02T08:00:00Z", from: "source" },
      { ...told, name: "late", time: "2026-03-09T08:00:00Z", from: "source" },
    ],
  });
  const [source, , late] = written.sightings;
  assert.ok(source && late);
  source.toldBy = { documentId: late.documentId, label: "Late" } as never;
  const { documents } = storyOf(buildTimeline(written));
  assert.equal(documents.find((d) => !d.observed)?.time.latest, written.sightings[1]?.published.latest);
});

test("where several may have been first, the claim was there by the time of the oldest of them", () => {
  let older = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const story = anyToldStory(seed);
    const rivals = story.documents.filter((d) => d.isRival);
    if (!story.first || story.earlier.length > 0 || rivals.length === 0) continue;
    const least = Math.min(...[story.first, ...rivals].map(({ time }) => time.latest ?? Number.POSITIVE_INFINITY));
    const said = storySentence(story, { tz: "UTC", lang: "en" });
    const [, day] = /^First known (?:before|by) (\d{1,2} \w{3,9} \d{4})/.exec(said) ?? [];
    if (!day || least === Number.POSITIVE_INFINITY) continue;
    // "Before 5 Mar" has all of 4 March, and "by 5 Mar" all of the 5th.
    assert.ok(Date.parse(`${day} UTC`) <= least + 60_000, `${seed}: ${said} ${new Date(least).toISOString()}`);
    if (least < (story.first.time.latest ?? Number.POSITIVE_INFINITY)) older++;
  }
  assert.ok(older > 3, `in ${older} stories another is older`);
});

test("a sentence names the day by which something was there, and no minute before which it was", () => {
  const at = (ms: number, tz = "UTC") => dayInSentence({ ...UNKNOWN_TIME, precision: "range", latest: ms }, { tz, lang: "en" });
  assert.equal(at(Date.UTC(2026, 1, 22, 6, 1)), "by 22 February 2026");
  assert.equal(at(Date.UTC(2026, 1, 22, 23, 30), "Europe/Berlin"), "by 23 February 2026");
  assert.equal(at(Date.UTC(2026, 1, 22)), "before 22 Feb 2026");
  for (let seed = 1; seed <= 200; seed++) {
    const said = storySentence(anyToldStory(seed), { tz: "UTC", lang: "en" });
    assert.doesNotMatch(said, /before \d[^.;]*\d\d:\d\d/, `seed ${seed}`);
  }
});

test("nobody is said to have confirmed nothing where somebody confirmed it, or may have", () => {
  fc.assert(
    fc.property(acts, lang, fc.boolean(), fc.boolean(), (given, lang, isRated, waits) => {
      const words = storySentence(answered(given, isRated ? [{ label: "True" }] : [], waits), { tz: "UTC", lang });
      const confirmed = isRated || waits || given.some(({ type }) => responseTypes[type].stance === "support");
      if (confirmed) assert.ok(!words.includes(storyMessages(lang).sentence.notConfirmed), words);
    }),
  );
  const denied = answered([{ party: "Port of Varsund", type: "denial", standing: "subject" }]);
  assert.match(storySentence(denied, { tz: "UTC", lang: "en" }), /No independent confirmation has been found and checked so far\.$/);
});

// Of 21 heads that said "nobody has answered it" 6 stood above documents that told of an answer: a machine did not find it, or it waited unlinked.
test("what is missing is told as not found and checked, never as not there", () => {
  const FOUND = /found|gefunden|encontrad|trouvée?|trovat[ao]|找到/;
  const CHECKED = /checked|geprüft|revisad|vérifiée|verificata|verificada|核对/;
  for (const lang of languages) {
    const { sentence, answers } = storyMessages(lang);
    const { noOther } = claimWords(lang).answers;
    for (const words of [sentence.notConfirmed, sentence.notAnswered, answers.noneFound, noOther]) assert.match(words, CHECKED);
    for (const words of [sentence.notConfirmed, sentence.notAnswered, answers.nobody, noOther]) assert.match(words, FOUND);
  }
});

// Of 25 heads that named one held document 4 had an earlier one elsewhere: what is known is told, and not where it began.
test("the head says what is known first, not where a claim began", () => {
  const KNOWN = /[Kk]nown|[Bb]ekannt|conocida|connue|nota|conhecida|已知/;
  for (const lang of languages) {
    const { first, told, firstThen } = storyMessages(lang).sentence;
    for (const words of [first("X", "T"), told("T"), firstThen("X", "T", "W", "S")]) assert.match(words, KNOWN);
  }
});

test("the head tells the side that the party of the answer took last", () => {
  fc.assert(
    fc.property(acts, lang, (given, lang) => {
      const one = answered(given);
      const sides = one.acts.filter((a) => a.party.name === one.answer?.party.name && /deny|support/.test(stanceOf(a.type)));
      const last = sides.at(-1);
      if (!last || !one.answer || stanceOf(last.type) === stanceOf(one.answer.type)) return;
      const options = { tz: "UTC", lang };
      const day = (shape: "longDayOfYear" | "dayOfYear") => dateInWords(last.at ?? 0, shape, options);
      assert.ok(storySentence(one, options).includes(day("longDayOfYear")), storySentence(one, options));
      const note = storyAnswers(one, options)[2]?.note ?? "";
      assert.ok(note.includes(day("dayOfYear")), note);
    }),
  );
});

test("the head tells who denies and who confirms, whoever of them was first, and an investigation only where nobody does", () => {
  const day = (act: { at: number | null }, lang: string) => dateInWords(act.at ?? 0, "longDayOfYear", { tz: "UTC", lang });
  fc.assert(
    fc.property(acts, lang, (given, lang) => {
      const one = answered(given);
      const said = storySentence(one, { tz: "UTC", lang });
      const bySide = Map.groupBy(one.acts, ({ type }) => stanceOf(type));
      const sides = ["deny", "support"].flatMap((side) => bySide.get(side) ?? []);
      const days = new Set(sides.map((act) => day(act, lang)));
      if (days.size === 0) return;
      assert.ok(
        [...days].some((when) => said.includes(when)),
        said,
      );
      if (!bySide.has("deny") || !bySide.has("support")) return;
      for (const side of ["deny", "support"])
        assert.ok(
          bySide.get(side)?.some((act) => said.includes(day(act, lang))),
          `${side}: ${said}`,
        );
    }),
  );
});

/** A denial, then what the party says next, then a dozen articles that report only that. */
function reversed(type: ResponseType): Timeline {
  const given = (["denial", type] as const).map((kind) => ({ party: "Port of Varsund", type: kind, standing: "subject" as const }));
  const input = written(given);
  const [, next] = input.responses;
  assert.ok(next);
  for (let i = 0; i < 12; i++) {
    const published = instant(Date.UTC(2026, 6, 1 + i), "platform");
    const article = { published, at: published.earliest ?? 0, kind: "article", role: "report", stance: "observe" } as const;
    input.sightings.push(plainSighting(`a${i}`, `d${i}`, article), plainSighting(`n${i}`, `d${i}`, { ...article, role: "respond" }));
    const { at } = article;
    input.responses.push({
      ...next,
      id: `n${i}`,
      documentId: `d${i}`,
      at,
      published,
      toldBy: { documentId: `d${i}`, label: "Coast Gazette" },
    });
  }
  return buildTimeline({ ...input, counts: { ...input.counts, sightings: input.sightings.length } });
}

test("the head tells the denial of the party concerned beside who confirms, not the correction that came later", () => {
  const given: Acts = [
    { party: "Harbour Police", type: "partial_confirmation", standing: "third_party" },
    { party: "Port of Varsund", type: "denial", standing: "subject" },
    { party: "Varsund Post", type: "correction", standing: "publisher" },
  ];
  const sentence = storySentence(storyOf(buildTimeline(written(given))), { lang: "en", tz: "UTC" });
  assert.match(sentence, /Harbour Police confirmed a part of it .*Port of Varsund denied it/);
  assert.doesNotMatch(sentence, /Varsund Post/);
});

test("a document is said to carry the denial only if it carries that, and no later answer alone", () => {
  for (const type of ResponseType.options)
    for (const lang of languages) {
      const timeline = reversed(type);
      const one = storyOf(timeline);
      const denies = responseTypes[type].stance === "deny";
      assert.equal(one.after?.articlesCarrying, denies ? 12 : 0, type);
      assert.equal(one.after?.carries, denies ? 12 : 0, type);
      assert.equal(
        Object.values(timeline.afterDenial ?? {}).reduce((sum, n) => sum + n, 0),
        2 * (timeline.afterDenial?.later ?? 0),
      );
      if (denies) continue;
      const articles = one.documents.filter((d) => d.event.kind === "article");
      const { it } = turnInWords(one, { tz: "UTC", lang });
      for (const d of articles) assert.ok(!deedInWords(d, one, { tz: "UTC", lang }).includes(it), deedInWords(d, one, { tz: "UTC", lang }));
    }
});

test("whoever corrects or retracts is not said to deny", () => {
  for (const type of ["correction", "retraction"] as const)
    for (const later of [1, 12]) {
      const input = written([{ party: "Coast Gazette", type, standing: "publisher" }]);
      for (let i = 0; i < later; i++) {
        const published = instant(Date.UTC(2026, 4, 1 + i), "platform");
        input.sightings.push(plainSighting(`p${i}`, `d${i}`, { published, at: published.earliest ?? 0, platform: "x" }));
      }
      const words = heard(claim(buildTimeline(input)).html);
      assert.match(words, /[Aa]fter the correction/);
      assert.doesNotMatch(words, /denied|the denial/, type);
    }
});

const DATES = [
  "",
  "2025-12-31",
  "2026-02-27/2026-03-05",
  "../2026-03-05",
  "2026-03-05/..",
  "2026-03",
  "2026",
  "2026~",
  "2026-03~",
  "2026-03-05~",
];
const date = fc.constantFrom(
  ...DATES,
  "2025-12-30/2026-01-02",
  "2026-03-05T09:00:00Z",
  "../2026-03-05T09:00:00Z",
  "2026-03-05T09:00:00Z/..",
);

test("sentences have one full stop and no gap, whatever is known of their times", () => {
  fc.assert(
    fc.property(date, date, fc.constantFrom(...ResponseType.options), lang, (first, then, type, lang) => {
      const given = { name: "times", claim: "The pier is closed", subject: "Port of Varsund" };
      const act = { name: "r", party: "Port of Varsund", type, standing: "subject", words: "No", time: then } as const;
      const input = story({ ...given, told: [{ ...told, name: "a", time: first }], answered: [act] });
      const one = storyOf(buildTimeline(input));
      const words = storySentence(one, { tz: "UTC", lang });
      assert.doesNotMatch(words, / {2}| [.。]|\.{2}|undefined|NaN/, words);
      assert.match(words, /[.。]$/);
    }),
  );
});

test("what was there by a day is not said to have lasted until then", () => {
  const by = (lang: string) => timeInWords(parseTime("../2026-03-05", "text") ?? UNKNOWN_TIME, { tz: "UTC", lang });
  assert.deepEqual(["de", "es", "pt"].map(by), [
    "spätestens am 5. März 2026",
    "a más tardar el 5 mar 2026",
    "o mais tardar a 5 de mar. de 2026",
  ]);
});

test("another year than that of the first is told, in every zone and in every row", () => {
  const given = { name: "years", claim: "The pier is closed", subject: "Port of Varsund" };
  const act = { name: "r", party: "Port of Varsund", type: "denial", standing: "subject", words: "No", time: "2026-01-01" } as const;
  const late = { ...told, name: "b", time: "2026-01-03T12:00:00Z" };
  const timeline = buildTimeline(story({ ...given, told: [{ ...told, name: "a", time: "2025-12-30" }, late], answered: [act] }));
  for (const tz of ["UTC", "America/New_York", "Pacific/Kiritimati"]) {
    assert.match(storySentence(storyOf(timeline), { tz, lang: "en" }), /denied it on 1 January 2026\./, tz);
    const rows = heard(claim(timeline, { tz }).html);
    for (const said of [/\n1 Jan 2026/, /\n[34] Jan 2026/]) assert.match(rows, said, tz);
  }
});

test("a span holds what it says: at least rounds down, up to rounds up but for a minute", () => {
  const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000, year: 31_557_600_000 };
  const ms = (words: string) => {
    const found = /(\d+) (minute|hour|day|year)s?$/.exec(words);
    assert.ok(found, words);
    return Number(found[1]) * (units[found[2] ?? ""] ?? Number.NaN);
  };
  const options = { tz: "UTC", lang: "en" };
  fc.assert(
    fc.property(fc.integer({ min: 60_000, max: 1e12 }), (given) => {
      assert.ok(ms(spanInWords({ low: given, high: null }, options)) <= given);
      assert.ok(ms(spanInWords({ low: 0, high: given }, options)) + 60_000 >= given);
    }),
  );
});

test("a lag is told only from times that allow it: not from a day, to the same day or the next", () => {
  const said = (from: string, to: string, lang = "en") =>
    lagToldInWords(lag(parseTime(from, "meta") ?? UNKNOWN_TIME, parseTime(to, "meta") ?? UNKNOWN_TIME), { tz: "UTC", lang });
  for (const lang of languages)
    for (const [from, to] of [
      ["2026-03-01", "2026-03-01"],
      ["2026-03-01", "2026-03-02"],
      ["2026-03-01T20:00:00Z", "2026-03-02"],
      ["2026-03-01T08:00:00Z", "2026-03-01"],
      ["2026-03-01", "2026-03-02T02:00:00Z"],
    ] as const)
      assert.equal(said(from, to, lang), "", `${from} ${to}`);
  assert.equal(said("2026-03-01", "2026-03-03"), "1 to 3 days");
  assert.equal(said("2026-03-01T20:00:00Z", "2026-03-03"), "1 to 3 days");
  assert.equal(said("2026-03-01T20:00:00Z", "2026-03-01T22:00:00Z"), "2 hours");
});

test("a place where only the answer stands is not told as reached by the claim", () => {
  const given = { name: "place", claim: "The pier is closed", subject: "Port of Varsund" };
  const input = story({
    ...given,
    told: [{ ...told, name: "a", kind: "article", time: "2026-03-01T08:00:00Z" }],
    answered: [{ name: "r", party: "Port of Varsund", type: "denial", standing: "subject", words: "No", time: "2026-03-01T10:00:00Z" }],
  });
  for (const s of input.sightings) if (s.role === "respond") Object.assign(s, { kind: "post", platform: "bluesky" });
  assert.doesNotMatch(storySentence(storyOf(buildTimeline(input)), { tz: "UTC", lang: "en" }), /Bluesky/);
});

test("no page says that nobody has refuted or answered it beside a fact check, or while an answer waits", () => {
  const NONE = /No independent confirmation or refutation|No fact check|No response|None found/;
  const denied: Acts = [{ party: "Port of Varsund", type: "denial", standing: "subject" }];
  const shows = (input: TimelineInput) => NONE.test(heard(claim(buildTimeline(input)).html));
  assert.ok(shows(written(denied)));
  const checked = written(denied);
  checked.sightings.push(plainSighting("f", "df", { kind: "fact_check", role: "report", stance: "deny" }));
  const waiting = written(denied);
  for (const r of waiting.responses) r.state = "suggested";
  assert.deepEqual([shows(checked), shows(waiting), shows(written(denied, [], true))], [false, false, false]);
});

test("who answers a claim about themselves is named, and not the body that they belong to", () => {
  const answerOf = (claim: string) => {
    const input = written([{ party: "Ilva Ostrom", type: "denial", standing: "subject" }]);
    const actor = { kind: "person", name: "Ilva Ostrom", description: null, role: "director", affiliation: "Harbour Works" } as const;
    const one = storyOf(
      buildTimeline({ ...input, claim: { ...input.claim, text: claim }, responses: input.responses.map((r) => ({ ...r, actor })) }),
    );
    return storySentence(one, { tz: "UTC", lang: "en" });
  };
  for (const claim of ["Ilva Ostrom leaves Harbour Works", "Director Ostrom leaves Harbour Works"])
    assert.match(answerOf(claim), /Ilva Ostrom denied it/);
  assert.match(answerOf("Harbour Works closes its pier"), /Harbour Works denied it/);
});

test("which of two was first is not known: no row says how long after the other it came", () => {
  const given = { name: "rivals", claim: "The pier is closed", subject: "Port of Varsund" };
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...DATES, "2026-03-05", "2026-03-05T09:00:00Z"), { minLength: 2, maxLength: 5 }),
      lang,
      (times, lang) => {
        const posts = times.map((time, i) => ({ ...told, name: `t${i}`, time, change: { seenAt: Date.UTC(2027, 0, 1) } }));
        const one = storyOf(buildTimeline(story({ ...given, told: posts })));
        const rivals = new Set(one.timeline.firstKnown?.rivals);
        for (const d of one.documents) if (rivals.has(d.event.id)) assert.equal(relationInWords(d, one, { tz: "UTC", lang }), "");
      },
    ),
  );
});

test("a source that others name is told as one: it may be a person", () => {
  const sources = [{ name: "Ilva Ostrom", confidence: 0.9, credited: true, quote: "according to Ilva Ostrom" }];
  const articles = [1, 2, 3].map((n) => ({
    ...told,
    name: `a${n}`,
    kind: "article",
    time: `2026-03-0${n}T08:00:00Z`,
    change: { sources },
  }));
  const one = storyOf(buildTimeline(story({ name: "source", claim: "The pier is closed", subject: "Port", told: articles })));
  assert.match(one.first?.id ?? "", /^named:/);
  for (const lang of languages) {
    const s = storyMessages(lang);
    assert.match(storySentence(one, { tz: "UTC", lang }), new RegExp(`${s.aNamedSource} ?[(（]Ilva Ostrom[)）]`));
  }
});

test("what others answered is told with its day and in no order that it may not have", () => {
  const input = written([
    { party: "Harbour Police", type: "no_comment", standing: "third_party" },
    { party: "Port of Varsund", type: "denial", standing: "subject" },
    { party: "Ilva Ostrom", type: "confirmation", standing: "third_party" },
  ]);
  const note = storyAnswers(storyOf(buildTimeline(input)), { tz: "UTC", lang: "en" })[2]?.note ?? "";
  assert.match(note, /Also: Harbour Police gave no comment \(7 Apr\) and Ilva Ostrom confirmed it \(7 Jun\)\./);
});

test("that nobody answered is told once on a page, and in the sentence alone where it stands alone", () => {
  const claimed = answered([]);
  const { notAnswered } = storyMessages("en").sentence;
  const utc = { tz: "UTC", lang: "en" };
  assert.ok(storySentence(claimed, utc).endsWith(notAnswered));
  assert.ok(!storySentence(claimed, utc, true).includes(notAnswered));
  assert.equal(heard(claim(claimed.timeline).html).match(/No response|None found/g)?.length, 1);
});

test("that all go back to one source is said plainly only where a platform, a link or a text says so of each", () => {
  const words = (seed: number) => {
    const built = anyTimeline(seed);
    const read = storyOf({ ...built, independence: { ...built.independence, min: 1, max: 1 } });
    const isSureOfAll = read.documents.every(
      (d) => !d.observed || d === read.first || d.event.role === "respond" || (d.event.parent !== null && isStatedPlainly(d.event.parent)),
    );
    return { isSureOfAll, said: languages.map((l) => storyAnswers(read, { lang: l, tz: "UTC" })[1]?.answer ?? "") };
  };
  let plain = 0;
  let likely = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const { isSureOfAll, said } = words(seed);
    for (const [i, l] of languages.entries()) {
      const has = (isLikely: boolean) => said[i]?.endsWith(claimWords(l).sources.title("", 1, 1, isLikely));
      assert.ok(!has(isSureOfAll), `${seed} ${l}: ${said[i]}`);
      plain += Number(has(false));
      likely += Number(has(true));
    }
  }
  assert.ok(plain > 0 && likely > 0, `${plain}, ${likely}`);
});
