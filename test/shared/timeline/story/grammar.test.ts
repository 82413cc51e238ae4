/** The grammar of dates, spans and numbers in each language: whole pages, and every message that counts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { claimWords, dateInWords, daysInWords, languages, messagesOf, storySentence, timeInWords } from "../../../../shared/i18n/index.ts";
import { parseTime, UNKNOWN_TIME } from "../../../../shared/model/time.ts";
import { storyOf } from "../../../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import type { Timeline } from "../../../../shared/timeline/views.ts";
import { claim } from "../../../browser/support/pages.ts";
import { story } from "../../../fixtures/small-stories.ts";
import { heard } from "../../../support/heard.ts";

const base = { name: "grammar", claim: "The pier is closed", subject: "Port of Varsund" };
const told = (i: number, time: string, more: object = {}) => ({ name: `t${i}`, author: `@user${i}`, words: "It is closed", time, ...more });
const denied = (time: string) => ({ name: "r", party: "Port of Varsund", type: "denial", standing: "subject", words: "No", time }) as const;
const wordsOf = (timeline: Timeline, lang: string) => heard(claim(timeline, { lang }).html);

/** A first post, its denial nine days later, and thirty posts of the days after that, on four platforms. */
const long = (denial = "2026-03-01T09:00:00Z") =>
  buildTimeline(
    story({
      ...base,
      told: [
        told(0, "2026-02-20T08:00:00Z"),
        ...Array.from({ length: 30 }, (_, i) =>
          told(i + 1, `2026-03-${String(1 + (i % 28)).padStart(2, "0")}T10:00:00Z`, {
            platform: ["x", "reddit", "mastodon", "bluesky"][i % 4],
            ...(i % 3 && { from: "t0" }),
          }),
        ),
      ],
      answered: [denied(denial)],
    }),
  );

test("French writes the first day of a month as 1er, and no other day", () => {
  const FIRST = /(?<!\d)1 (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)/;
  const options = { tz: "UTC", lang: "fr" };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 40 }), (day, days) => {
      const [from, to] = [new Date(day * 86_400_000), new Date((day + days) * 86_400_000)];
      const iso = [from, to].map((date) => date.toISOString().slice(0, 10));
      const said = [
        ...(["day", "dayOfYear", "longDay", "longDayOfYear"] as const).map((shape) => dateInWords(from.getTime(), shape, options)),
        timeInWords(parseTime(iso.join("/"), "text") ?? UNKNOWN_TIME, options),
        timeInWords(parseTime(`${iso[0]}~`, "text") ?? UNKNOWN_TIME, options),
        daysInWords(from.getTime(), to.getTime(), options),
      ];
      for (const words of said) {
        assert.doesNotMatch(words, FIRST);
        assert.doesNotMatch(words, /\der(?<!(?<!\d)1er)/);
      }
      if (from.getUTCDate() === 1) for (const words of said) assert.match(words, /(?<!\d)1er/);
    }),
  );
  assert.doesNotMatch(wordsOf(long(), "fr"), FIRST);
});

test("German has the dative after nach, von and seit", () => {
  const words = wordsOf(long(), "de");
  assert.match(words, /dementierte es nach 9 Tagen;/);
  assert.match(words, /innerhalb von 13 Tagen/);
  assert.doesNotMatch(words, /(?:nach|von) \d+(?: bis \d+)? (?:Tage|Monate|Jahre)(?!n)/);
});

test("a claim is known since a day, within a span, in each language", () => {
  const places = ["x", "reddit", "mastodon", "bluesky", "telegram", "facebook"];
  const burst = (time: string) =>
    storyOf(
      buildTimeline(story({ ...base, told: places.map((platform, i) => told(i, i ? `2026-05-01T1${i}:00:00Z` : time, { platform })) })),
    );
  const said = (lang: string, time = "2026-05-01") => storySentence(burst(time), { tz: "UTC", lang }).split(/[.;] /)[0];
  assert.deepEqual(
    ["de", "es", "fr", "it"].map((lang) => said(lang)),
    ["Bekannt seit dem 1", "Se conoce desde el 1 de mayo de 2026", "Connu depuis le 1er mai 2026\u00a0", "Noto dal 1 maggio 2026"],
  );
  assert.match(
    storySentence(burst("2026-05-01T08:00:00Z"), { tz: "UTC", lang: "de" }),
    /Vormittag des 1\. Mai 2026; innerhalb von 7 Stunden war es/,
  );
});

/** Words after "1" that only more than one have. */
const MANY: Record<string, RegExp> = {
  en: /\b1 (?:later ones|of the \d+ after that leave )/,
  de: /\b1 (?:sagen|kehrten|verloren|spätere stehen|der \d+ danach lassen)|\bDie nächsten 1|\bfehlen sie|: 1 weitere$/,
  es: /\b1 (?:posteriores|de las \d+ posteriores lo omiten)|no están en los|se sabe de dónde vienen|Los 1/,
  fr: /\b1 (?:de plus, ultérieurs|des \d+ suivants l’omettent)|: absents des|Les 1/,
  it: /\b1 (?:successivi|dei \d+ successivi omettono)|non si vedono|I 1|altri 1/,
  pt: /\b1 (?:posteriores|das \d+ posteriores omitem)|não se veem|Faltam/,
};
test("one is counted as one", () => {
  for (const lang of languages.filter((one) => one !== "zh")) {
    const words = claimWords(lang);
    const said = [
      ...Object.values(words.changes.sums).map((sum) => sum(1)),
      words.answers.deniedAndAfter("Port", "", 1, 12),
      words.all.more(1),
      words.all.unread(1),
      words.foot.undated(1),
      words.sources.others(1),
      messagesOf(lang).more(1),
    ];
    for (const one of said) assert.doesNotMatch(one, MANY[lang] ?? /^$/, `${lang}: ${one}`);
  }
});

test("every day that stands apart from First known has its year where the story has two", () => {
  const days = ["2025-12-28T08:00:00Z", "2025-12-31T08:00:00Z", "2026-01-02T08:00:00Z", "2026-01-05T08:00:00Z"];
  for (const length of [4, 40]) {
    const posts = Array.from({ length }, (_, i) => told(i, days[Math.floor((i * 4) / length)] ?? ""));
    const timeline = buildTimeline(story({ ...base, told: posts, answered: [denied("2026-01-02T07:00:00Z")] }));
    const { html } = claim(timeline);
    const flag = /<span class="flag[^>]*>(.*?)<\/span>/s.exec(html)?.[1] ?? "";
    assert.match(flag, /2 Jan 2026/);
    const axis = [...html.matchAll(/<div class=ax aria-hidden=true>(.*?)<\/div>/gs)].map((found) => found[1]).join();
    assert.doesNotMatch(axis.replace(/<[^>]*>/g, " "), /(?:Dec|Jan)(?! 20)/);
    if (length > 20) for (const line of html.match(/<li data-i.*?<\/li>/gs) ?? []) assert.match(line, />\d+ \w+ 202[56], /);
  }
});
