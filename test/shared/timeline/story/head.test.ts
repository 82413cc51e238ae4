/** What the head of a story says of those who answered, whatever they said and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dateInWords, languages, storyAnswers, storyMessages, storySentence } from "../../../../shared/i18n/index.ts";
import { ResponseType, responseTypes, Standing } from "../../../../shared/model/response.ts";
import { type Story, storyOf } from "../../../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import { story } from "../../../fixtures/small-stories.ts";

const party = fc.constantFrom("Port of Varsund", "Harbour Police");
const acts = fc.array(
  fc.record({ party, type: fc.constantFrom(...ResponseType.options), standing: fc.constantFrom(...Standing.options) }),
  { minLength: 1, maxLength: 4 },
);
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;
const lang = fc.constantFrom(...languages);
const told = { author: "@user", words: "The pier is closed" };

const stanceOf = (type: string): string => responseTypes[type as ResponseType]?.stance ?? "";

/** A claim that is told twice and then answered, a week for each answer. */
function answered(given: Acts, verdicts: { label: string }[] = [], tellsResponse = false): Story {
  const published = { value: "", precision: "unknown", basis: "unknown", earliest: null, latest: null } as const;
  return storyOf(
    buildTimeline(
      story({
        name: "head",
        claim: "The pier of Varsund is closed",
        subject: "Port of Varsund",
        told: [
          { ...told, name: "a", time: "2026-03-01T08:00:00Z" },
          { ...told, name: "b", time: "2026-03-02T08:00:00Z", from: "a", change: { tellsResponse } },
        ],
        answered: given.map((act, i) => ({ ...act, name: `r${i}`, time: `2026-0${4 + i}-07T09:00:00Z`, words: `Answer ${i}` })),
        verdicts: verdicts.map((v) => ({ ...v, publisher: "Check", url: "https://check.example/", published, explanation: null })),
      }),
    ),
  );
}

test("nobody is said to have confirmed nothing where somebody confirmed it, or may have", () => {
  fc.assert(
    fc.property(acts, lang, fc.boolean(), fc.boolean(), (given, lang, isRated, waits) => {
      const words = storySentence(answered(given, isRated ? [{ label: "True" }] : [], waits), { tz: "UTC", lang });
      const confirmed = isRated || waits || given.some(({ type }) => responseTypes[type].stance === "support");
      if (confirmed) assert.ok(!words.includes(storyMessages(lang).sentence.notConfirmed), words);
    }),
  );
  const denied = answered([{ party: "Port of Varsund", type: "denial", standing: "subject" }]);
  assert.match(storySentence(denied, { tz: "UTC", lang: "en" }), /Nobody independent has confirmed it so far\.$/);
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
