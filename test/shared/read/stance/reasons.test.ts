/** Why a machine guesses a stance, in words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stanceReasons } from "../../../../shared/read/stance/reasons.ts";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { networks } from "../../../support/stance-networks.ts";

const CLAIM = "The ferry to Orrel was sold twice";

test("the reasons are what stands in a document and where, for each kind of text", () => {
  const given: [kind: string, title: string | null, text: string, reason: RegExp][] = [
    ["article", "No, the ferry to Orrel was not sold twice", "The ferry to Orrel still runs.", /a negation in the headline/],
    ["article", "Hoax: the ferry to Orrel", "The story that the ferry to Orrel was sold twice is a hoax.", /call something false/],
    [
      "article",
      "Was the ferry to Orrel sold twice?",
      "Nobody knows whether the ferry to Orrel was sold twice.",
      /a question in the headline/,
    ],
    ["article", "Ferry to Orrel sold twice, report says", "The ferry to Orrel was reportedly sold twice.", /report what others say/],
    ["post", null, "Do you have any proof of that? Who says so?", /a question|words of doubt/],
  ];
  for (const [kind, title, text, reason] of given) {
    const { reasons } = stanceOf(text, CLAIM, { kind, lang: "en", title, networks });
    assert.match(stanceReasons(reasons).join("; "), reason, `${kind}: ${title ?? text}`);
  }
});

test("and in other languages than English, which another model reads", () => {
  const text = "Die Reederei dementiert: Die Fähre nach Orrel wurde nicht zweimal verkauft.";
  const title = "Reederei dementiert Verkauf der Fähre nach Orrel";
  const { label, reasons } = stanceOf(text, "Die Fähre nach Orrel wurde zweimal verkauft", {
    kind: "article",
    lang: "de",
    title,
    networks,
    words: answerWordsIn("de"),
  });
  assert.equal(label, "deny");
  assert.match(stanceReasons(reasons).join("; "), /words of denial|a negation/);
});

test("what speaks against it, and lengths and counts, are no reasons; there are at most three, each once", () => {
  const weights = ["title:length", "claim:denies", "idf:body", "title:denies", "headline deny", "title:refute", "near:hedge", "lead:doubt"];
  const reasons = stanceReasons([{ name: "title:negation", weight: -1 }, ...weights.map((name) => ({ name, weight: 1 }))]);
  assert.deepEqual(reasons, [
    "words of denial in the headline",
    "words that call something false in the headline",
    "words that report what others say beside the words of the claim",
  ]);
});
