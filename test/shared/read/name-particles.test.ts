/** Names with small words and prefixes are names in full, and stand by their last part alone as others do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../shared/read/index.ts";

const NAMES: [first: string, last: string][] = [
  ["Ann", "Roe"],
  ["Jan", "van der Berg"],
  ["Piet", "van Dam"],
  ["Ludwig", "von Grote"],
  ["María", "de la Cruz"],
  ["Ahmed", "al-Dahle"],
  ["Salman", "bin Rashid"],
  ["Siobhán", "O’Hara"],
  ["Jean-Pierre", "Léger"],
  ["Łukasz", "Żółć"],
  ["J. D.", "Parker"],
];
const FRAMES: ((full: string, last: string, Last: string) => string)[] = [
  (full, last) => `The plumber ${full} sold his truck. “They were to remove the sign,” ${last} said.`,
  (full, _, Last) => `The truck belonged to ${full} of Osby. ${Last} said he had sold it in October.`,
  (full, last) => `A plumber named ${full} is getting calls. He sold it. Mr. ${last} says that he is scared.`,
  (full, last, Last) =>
    `${full}, vice president of Acme, denied it. “We did so fairly,” ${last} said. ${Last} added that others may follow.`,
  (full, last) => `${full} told viewers that he was in the helicopter. On Monday ${last} said that he was not.`,
];

test("a person is named in full, whatever the parts of the name", () => {
  for (const [first, last] of NAMES)
    for (const frame of FRAMES) {
      const text = frame(`${first} ${last}`, last, `${last[0]?.toUpperCase()}${last.slice(1)}`);
      const { statements } = readDocument({
        kind: "article",
        url: null,
        title: null,
        text,
        html: null,
        lang: "en",
        publishedAt: null,
        author: null,
      });
      assert.ok(statements.length > 0, text);
      for (const { speaker } of statements) assert.equal(speaker?.party.name, `${first} ${last}`, text);
    }
});

test("… and whatever tells a son from a father", () => {
  for (const suffix of ["Jr.", "Sr.", "III"]) {
    const full = `Robert Baker ${suffix}`;
    const text = `${full} told viewers that he was in the helicopter. On Monday Baker denied that it was hit.`;
    const input = { kind: "article" as const, url: null, title: null, text, html: null, lang: "en", publishedAt: null, author: null };
    assert.deepEqual(
      readDocument(input).statements.map(({ speaker }) => speaker?.party.name),
      [full, full],
    );
  }
});
