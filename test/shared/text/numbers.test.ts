import assert from "node:assert/strict";
import { test } from "node:test";
import { textChangesBetween } from "../../../shared/changes/text-changes.ts";
import { numbersIn } from "../../../shared/text/numbers.ts";
import { wordsOf } from "../../../shared/text/words.ts";

/** Of each language a sentence, and ways to write what is one number there. */
const WRITTEN: [lang: string, sentence: string, value: number, ...forms: string[]][] = [
  [
    "en",
    "The mill of Tarnby lost N jobs.",
    1500,
    "1,500",
    "1500",
    "1 500",
    "1'500",
    "fifteen hundred",
    "one thousand five hundred",
    "1.5k",
  ],
  ["en", "The mill of Tarnby lost N in May.", 3e9, "£3bn", "£3 billion", "three billion pounds", "£3,000m", "3bn pounds"],
  ["en", "The mill of Tarnby lost N in May.", 2.5e6, "$2.5m", "two and a half million dollars", "US$2.5 million", "2,500,000 dollars"],
  ["en", "The mill of Tarnby lost N bells.", 5e5, "half a million", "500,000", "0.5 million", "500k"],
  ["en", "The mill of Tarnby is N tall.", 300, "300m", "300 metres", "300 m", "300-metre"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 1500, "1 500", "1\u202f500", "1.500", "1500", "mille cinq cents"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 90, "90", "quatre-vingt-dix"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 280, "280", "deux cent quatre-vingts"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 71, "71", "soixante et onze"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 21, "21", "vingt et un"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 9, "9", "neuf"],
  ["fr", "Le moulin de Tarnby a perdu N cloches.", 1019, "1 019", "mille dix-neuf"],
  ["fr", "Le moulin de Tarnby a perdu N livres.", 2.5e6, "2,5 millions de", "deux millions et demi de", "2 500 000"],
  ["es", "El molino de Tarnby perdió N campanas.", 35, "35", "treinta y cinco"],
  ["es", "El molino de Tarnby perdió N campanas.", 120, "120", "ciento veinte"],
  [
    "es",
    "El molino de Tarnby perdió N este año.",
    3e9,
    "3.000 millones",
    "tres mil millones",
    "3 mil millones",
    "3 000 millones",
    "3.000 M€",
  ],
  ["de", "Die Mühle von Tarnby verlor N.", 1.5e6, "1,5 Millionen Euro", "1,5 Mio. Euro", "1,5 Mio. €", "1.500.000 Euro"],
  ["de", "Die Mühle von Tarnby verlor N.", 3e9, "3 Mrd. Euro", "drei Milliarden Euro", "3.000 Millionen Euro"],
  ["it", "Il mulino di Tarnby ha perso N.", 3e9, "3 mld di euro", "tre miliardi di euro", "3 mila milioni di euro"],
  ["pt", "O moinho de Tarnby perdeu N sinos.", 135, "135", "cento e trinta e cinco"],
  ["pt", "O moinho de Tarnby perdeu N este ano.", 3e9, "3 bilhões", "três bilhões", "3 mil milhões", "três mil milhões"],
  ["zh", "塔恩比的磨坊失去了N人。", 25_000, "2.5万", "25000", "两万五千", "2万5千", "两万五", "2万5000"],
  ["zh", "塔恩比的磨坊失去了N元。", 3.5e8, "3.5亿", "3亿5000万", "三亿五千万"],
];

test("a number has one value however it is written, and is no changed one", () => {
  for (const [lang, sentence, value, ...forms] of WRITTEN) {
    const texts = forms.map((form) => sentence.replace("N", form));
    for (const text of texts) {
      const plain = text.replaceAll("\u202f", " ");
      assert.deepEqual(
        numbersIn(plain, wordsOf(plain, lang).words, lang).map((found) => found.value),
        [value],
        text,
      );
      for (const other of texts) assert.deepEqual(textChangesBetween({ text, lang }, { text: other, lang }), [], `${text} / ${other}`);
    }
    const digits = forms.find((form) => /\d/.test(form)) ?? "";
    const more = sentence.replace(
      "N",
      digits.replace(/\d/, (digit) => `${(Number(digit) % 9) + 1}`),
    );
    assert.equal(textChangesBetween({ text: texts[1] ?? "", lang }, { text: more, lang })[0]?.kind, "number_changed", more);
  }
});

test("a word that means something else as well is a number only before a noun in the plural", () => {
  for (const text of ["Le moulin de Tarnby est neuf depuis mai.", "Le pont neuf sera fermé.", "Rien de neuf pour les clients."])
    assert.deepEqual(numbersIn(text, wordsOf(text, "fr").words, "fr"), [], text);
});

test("the same time, length or sum in other units is no change, and a share is no count", () => {
  const same = [
    ["The trial took two weeks in Tarnby.", "The trial took 14 days in Tarnby."],
    ["The trial took 90 minutes in Tarnby.", "The trial took 1.5 hours in Tarnby."],
    ["The trial began at 15:00 in Tarnby.", "The trial began at 3:00 pm in Tarnby."],
    ["The site cost $1.2 billion in Tarnby.", "The site cost €1.1 billion in Tarnby."],
    ["The site cost A$5 million in Tarnby.", "The site cost US$3.3 million in Tarnby."],
    ["One in five people in Tarnby has a bell.", "20% of people in Tarnby have a bell."],
  ];
  for (const [one = "", other = ""] of same)
    for (const [text, now] of [
      [one, other],
      [other, one],
    ] as const)
      assert.deepEqual(
        textChangesBetween({ text, lang: "en" }, { text: now, lang: "en" }).filter(({ kind }) => /number|unit/.test(kind)),
        [],
        text,
      );
});
