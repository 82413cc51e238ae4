/** Chinese in simplified and in traditional characters: the same text reads the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { textChangesBetween } from "../../../shared/changes/text-changes.ts";
import { parseTime } from "../../../shared/model/time.ts";
import { readDocument, withStances } from "../../../shared/read/index.ts";
import { simplified } from "../../../shared/text/chinese/scripts.ts";
import { articles } from "../../fixtures/articles.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { fixtures } from "../../support/fixtures.ts";
import { networks } from "../../support/stance-networks.ts";

/** The traditional form of each simplified character; of several the last. */
const FORMS = new Map(
  Array.from({ length: 0xa000 - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i)).flatMap((char) =>
    simplified(char) === char ? [] : [[simplified(char), char] as const],
  ),
);
const traditional = (text: string) => text.replace(/\p{Script=Han}/gu, (char) => FORMS.get(char) ?? char);

interface Sentence {
  lang: string;
  words?: string;
  sentence?: string;
}
const sentences = ["reading/answers", "reading/times", "responses/sentences"]
  .flatMap((name) => fixtures<Sentence>(name))
  .flatMap(({ lang, words, sentence }) => (lang === "zh" ? (words ?? sentence ?? []) : []));
const chinese = articles.flatMap(({ text }) => (/\p{Script=Han}{8}/u.test(text) ? text : []));
const texts = [...chinese, ...sentences].map(simplified);

const ABOUT = { text: "某某公司的电池会自燃" };
const reading = (text: string) =>
  withStances(
    readDocument({
      kind: "article",
      title: null,
      text,
      lang: "zh",
      publishedAt: parseTime("2025-04-09", "human"),
      author: null,
      url: "https://paper.example/1",
      html: null,
    }),
    "article",
    { about: ABOUT },
    { words: answerWordsIn("zh"), networks },
  );

test("what is read of a text does not depend on the script it is written in", () => {
  assert.ok(FORMS.size > 1_000 && chinese.length >= 8 && sentences.length >= 50);
  for (const text of texts) {
    // How likely a named source is differs by up to 0.01, and with it the probability of a stance, of which sources are signs.
    const [one, other] = [text, traditional(text)].map((words) => {
      const { stance, ...rest } = reading(words);
      return simplified(JSON.stringify({ ...rest, stance: stance?.label }));
    });
    assert.deepEqual(JSON.parse(other ?? ""), JSON.parse(one ?? ""), text.slice(0, 60));
  }
});

test("a copy in the other script changes nothing", () => {
  for (const text of texts) assert.deepEqual(textChangesBetween({ text, lang: "zh" }, { text: traditional(text), lang: "zh" }), [], text);
});
