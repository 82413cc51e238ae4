/** What editors read stands in the message files of `shared/i18n`, so that another language can follow: none of it in the code of pages. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { deskList } from "../../../shared/i18n/desk/pages.en.ts";
import { sourceWords } from "../../../shared/i18n/desk/sources.en.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const files = globSync(["workers/pages/{desk,add,alerts,people,sources,system}/*.ts", "shared/review/suggestion.ts"], { cwd: root }).sort();
/** Text between tags, text of attributes that are read out, and a string that is a sentence. */
const WORDS = [
  /(?<![=\s&|-])>\s*([A-Za-z][^<>`{}=;]*?[A-Za-z]{2,}[^<>`{}=;]*?)(?=<|\$\{)/g,
  /(?:aria-label|title|placeholder)=(?:"([^"$]*[A-Za-z][^"]*)"|([A-Z]\w*))/g,
  /["`]([A-Z][a-z]+(?:[ ,]+[a-z]+)+[^"`]*)["`]/g,
];
const NAMES = new Set(["Whence", "Atom", "RSS", "JSON Feed", "UTC", "GET /v1/verify"]);

function wordsIn(file: string): string[] {
  const code = readFileSync(root + file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1");
  return WORDS.flatMap((pattern) => [...code.matchAll(pattern)].map((found) => (found[1] ?? found[2] ?? "").trim()));
}

test("no words of the desk stand in the code of its pages", () => {
  assert.ok(files.length > 30);
  const found = files.flatMap((file) =>
    wordsIn(file)
      .filter((words) => !NAMES.has(words))
      .map((words) => `${file}: ${words}`),
  );
  assert.deepEqual(found, []);
});

test("a report of a response counts as one, and not as an appearance too", () => {
  assert.equal(deskList.counts({ sightings: 0, responses: 0 }), "no appearance known yet");
  assert.equal(deskList.counts({ sightings: 36, responses: 16 }), "20 appearances, 16 reports of responses");
  assert.equal(deskList.counts({ sightings: 2, responses: 1 }), "1 appearance, 1 report of a response");
  assert.equal(deskList.counts({ sightings: 1, responses: 0 }), "1 appearance, no response confirmed yet");
});

test("what a visit brought agrees with its number", () => {
  const brought = (n: number) => Object.values(sourceWords.yields).map((inWords) => inWords(n));
  assert.ok(
    brought(1).every((words) => !/links|ratings|claims/.test(words)),
    brought(1).join(", "),
  );
  assert.deepEqual([sourceWords.yields.links(2), sourceWords.yields.verdicts(2)], ["2 links", "2 ratings recorded"]);
});
