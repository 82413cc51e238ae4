/** Pages in other languages that call what they tell of made up, late and in their own voice, and pages that tell of others who do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../../shared/read/index.ts";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";
import { ourStances } from "../../../eval/stances/wordings.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { fixtures } from "../../../support/fixtures.ts";
import { networks } from "../../../support/stance-networks.ts";

interface Story {
  lang: string;
  claim: string;
  title: string;
  lead: string;
  between: string;
  /** The page's own verdicts; what others say, ask or leave open. */
  debunks: string[];
  tells: string[];
}
const stories = fixtures<Story>("reading/debunks");
function denial(claim: string, title: string | null, text: string, lang: string) {
  const reading = readDocument({ kind: "article", url: null, title, text, html: null, lang, publishedAt: null, author: null });
  const { label, scores } = stanceOf(reading.document.text, claim, {
    networks,
    kind: "article",
    lang,
    title,
    reading,
    words: answerWordsIn(lang),
  });
  return { isDenial: label === "deny", p: scores["deny"] ?? 0 };
}
const read = (key: "debunks" | "tells") =>
  stories.flatMap(({ lang, claim, title, lead, between, ...own }) =>
    own[key].map((words) => denial(claim, title, `${lead}\n${between}\n${words} ${between}`, lang)),
  );

test("five of six pages that call a claim made up late and in their own voice deny it; few that tell of others do", () => {
  const [debunks, tells] = [read("debunks"), read("tells")];
  assert.deepEqual([debunks.length, tells.length], [24, 15]);
  assert.ok(debunks.filter(({ isDenial }) => isDenial).length >= 20);
  assert.ok(tells.filter(({ isDenial }) => isDenial).length <= 2);
});

test("a verdict weighs less for a denial where somebody else says it", () => {
  const says: Record<string, string> = {
    de: "„V“, sagt ein Nachbar.",
    es: "«V», dice un vecino.",
    fr: "« V », dit un voisin.",
    it: "«V», dice un vicino.",
    pt: "«V», diz um vizinho.",
  };
  for (const { lang, claim, title, lead, between, debunks } of stories)
    for (const words of debunks) {
      const page = (sentence: string) => denial(claim, title, `${lead}\n${between}\n${sentence} ${between}`, lang).p;
      const said = (says[lang] ?? "").replace("V", words.replace(/\.$/, ""));
      assert.ok(page(said) < page(words), said);
    }
});

test("frames of ours are filled: no letter of theirs is left, and each page has its sentence", () => {
  for (const { text, title, sentence = "", lang } of ourStances()) {
    assert.doesNotMatch(`${title} ${text}`, lang === "zh" ? /[CDNQTXY]/ : /(?<!\p{L})[CDNQTXY](?![\p{L}'’-])/u);
    assert.ok(text.includes(sentence));
  }
});
