/** The looks of a post (case, links, emoji, invisible characters) change no decision. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { queryTerms, type RawCandidate, score, terms } from "../../../shared/match/index.ts";

const CLAIMS = [
  "The mayor of Ostrava will close every public library in the city by Christmas",
  "A baker in Lisbon sold bread made with sawdust to 1,400 schools",
  "The US Navy lost a drone over Lake Balaton in April 2019, said Nadia Brandt",
  "A public swimming pool in the city was filled with green dye",
  "The mayor of Brno will open a public library in the city by Easter",
];
const TEXTS = [
  ...CLAIMS.slice(0, 3),
  "So now the mayor in Ostrava wants to close all public libraries in town before Christmas, unbelievable",
  "It is not true that a baker in Lisbon sold bread with sawdust in it to schools",
  "The mayor of Bratislava will close every public library in the city by Christmas",
  "A baker in Lisbon sold bread made with sawdust to 12 schools",
  "By Christmas every public library in the city will be closed by the mayor of Bratislava",
  "Heard that the US Navy lost some drone near a lake, they never told us",
  "Just had the best coffee of my life at the little place near the station, go there",
];

/** Decisions and scores by claim, of claims that were imported in the given order. */
function decide(text: string, order = CLAIMS.map((_, i) => i)) {
  const asked = queryTerms(text, "en");
  const sets = CLAIMS.map((claim) => new Set(terms(claim, "en")));
  const frequency = new Map(asked.map((term) => [term, sets.filter((set) => set.has(term)).length]));
  // As the index ranks them: by shared terms, ties in order of import.
  const shared = (i: number) => asked.filter((term) => sets[i]?.has(term)).length;
  const ranked = [...order].sort((a, b) => shared(b) - shared(a));
  const candidates = ranked.map((i, rank): RawCandidate => {
    return { claimId: `c${i}`, ref: null, rank, text: CLAIMS[i] ?? "", phrasings: [], lang: "en" };
  });
  return score(text, "en", candidates, { claims: 4000, frequency });
}
const said = (text: string, order?: number[]) =>
  decide(text, order)
    .map(({ claimId, decision, score: value }) => `${claimId} ${decision} ${value.toFixed(9)}`)
    .sort();

const INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u{e0041}"];
test("invisible characters at any position", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...INVISIBLE)), { minLength: 1, maxLength: 12 }),
      (text, put) => {
        let masked = text;
        for (const [share, char] of put) {
          const at = Math.floor(share * masked.length);
          // Never between the halves of a surrogate pair.
          const place = /[\udc00-\udfff]/.test(masked[at] ?? "") ? at + 1 : at;
          masked = masked.slice(0, place) + char + masked.slice(place);
        }
        assert.deepEqual(said(masked), said(text));
      },
    ),
    { numRuns: 300 },
  );
});

test("capitals and small letters", () => {
  for (const text of TEXTS) {
    // The pronoun "us" and the country are one word without both cases; it is common, so it may move a score a little, but nothing else.
    if (/\bus\b/.test(text)) continue;
    assert.deepEqual(said(text.toUpperCase()), said(text), text);
    assert.deepEqual(said(text.toLowerCase()), said(text), text);
  }
});

test("links at the end", () => {
  const tails = [
    " https://example.org/a?b=c#d",
    " http://t.co/AbC123",
    " pic.twitter.com/AbCdEf1234",
    "\nhttps://x.com/a/status/1 https://youtu.be/x1",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.array(fc.constantFrom(...tails), { minLength: 1, maxLength: 4 }), (text, put) => {
      assert.deepEqual(said(text + put.join("")), said(text));
    }),
  );
});

test("emoji, anywhere between words", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom("🔥", "👩‍👩‍👧", "🇺🇸", "✌🏽", "💯", "❤️")), { minLength: 1, maxLength: 8 }),
      (text, put) => {
        const words = text.split(" ");
        for (const [at, emoji] of put) words.splice(1 + (at % words.length), 0, emoji);
        assert.deepEqual(said(words.join(" ")), said(text));
      },
    ),
  );
});

test("words as hashtags, two of them as one", () => {
  for (const text of TEXTS) {
    assert.deepEqual(said(text.replace(/(?<![\p{L}\p{N}])\p{L}{3,}/gu, "#$&")), said(text), text);
    assert.deepEqual(said(text.replace(/(\p{Lu}\p{Ll}{2,}) (\p{Lu}\p{Ll}{2,})/gu, "#$1$2")), said(text), text);
  }
});

test("letters of another alphabet that look alike change nothing", () => {
  const like: Record<string, string> = { a: "а", e: "е", o: "о", p: "р", c: "с", x: "х" };
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.integer({ min: 1, max: 6 }), (text, every) => {
      let i = 0;
      // One letter of a word at most, so that it stays a Latin word with a stranger in it.
      const masked = text.replace(/[a-z]{4,}/g, (word) => (i++ % every ? word : word.replace(/[aeopcx]/, (char) => like[char] ?? char)));
      assert.deepEqual(said(masked), said(text));
    }),
  );
});

test("the order in which claims came", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      fc.shuffledSubarray(
        CLAIMS.map((_, i) => i),
        { minLength: CLAIMS.length },
      ),
      (text, order) => {
        const decisions = (list: string[]) => list.map((line) => line.split(" ").slice(0, 2).join(" "));
        assert.deepEqual(decisions(said(text, order)), decisions(said(text)));
      },
    ),
  );
});

test("another name or number never links, and the reasons say so", () => {
  const names = ["Bratislava", "Kofi Mensah", "Angela Merkel", "Zürich", "New Ulm", "Viktor Orbán"];
  for (const other of names) {
    for (const [text, name] of [
      [CLAIMS[0] ?? "", "Ostrava"],
      [CLAIMS[1] ?? "", "Lisbon"],
      [CLAIMS[2] ?? "", "Lake Balaton"],
      [CLAIMS[2] ?? "", "Nadia Brandt"],
    ] as const)
      for (const asked of [text.replace(name, other), text.replace(name, other).toLowerCase()]) {
        const own = decide(asked).find((one) => one.text === text);
        assert.equal(own?.decision, "suggested", asked);
        assert.ok(
          own?.reasons.some((reason) => reason.startsWith("differs: ") && reason.includes(name)),
          own?.reasons.join("; "),
        );
      }
  }
  for (const [text, from, to] of [
    [CLAIMS[1] ?? "", "1,400", "900"],
    [CLAIMS[2] ?? "", "2019", "2017"],
    [CLAIMS[1] ?? "", "1,400", "1,900"],
  ] as const) {
    const [first] = decide(text.replace(from, to));
    assert.equal(first?.decision, "suggested");
    assert.ok(first?.reasons.includes(`differs: ${to} against ${from}`), first?.reasons.join("; "));
  }
});
