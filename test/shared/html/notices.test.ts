/** A page's own notices of corrections, retractions and updates, and text that only begins like one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { correctionsIn, noticesIn } from "../../../shared/html/notices.ts";
import { leastCpuTime } from "../../cpu.ts";
import { fixtures } from "../../support/fixtures.ts";

const CASES: [string, string | null][] = [
  ["Correction: An earlier version of this article gave the wrong year for the flood.", "correction"],
  ["Correction (9 April): The mill was built in 1712, not in 1721 as we wrote.", "correction"],
  ["An earlier version of this story said that the mayor had resigned. He has not.", "correction"],
  ["This article has been corrected to say that the mill grinds rye.", "correction"],
  ["This article was amended on 4 May 2015 to say that the mill was never sold.", "correction"],
  ["The headline of this article has been changed; it said that the mill had burned.", "correction"],
  ["Due to an editing error, an earlier version gave the wrong height of the wheel.", "correction"],
  ["Because of a translation error the article called the miller a baker.", "correction"],
  ["For the record: the mill has two wheels, and the article spoke of three.", "correction"],
  ["Note to readers: the photo that stood here showed a mill in another country.", "correction"],
  ["Amendment: the second paragraph was changed to give the name of the river.", "correction"],
  ["We regret the error: the miller is alive and grinds rye as he ever did.", "correction"],
  ["The Ledger regrets the error in its report on the mill of last week.", "correction"],
  ["This post originally said that the mill would close. It will not.", "correction"],
  ["We originally reported that the mill had been sold. It has not been.", "correction"],
  ["We have retracted this article after its source admitted that he invented it.", "retraction"],
  ["For the record the miller has never set foot on the other bank.", null],
  ["We regret that the fair was rained off and hope for a dry spring.", null],
  ["Amendments to the building code were voted down by the council on Monday.", null],
  ["We originally came here for the bread, the two cyclists said at the gate.", null],
  ["This article was written on the night train from Brenn to the coast.", null],
  ["Rectificatif : une version antérieure de cet article donnait une date fausse.", "correction"],
  ["更正：本文早前版本的日期有误。", "correction"],
  ["本文早前版本称磨坊磨骨头，有误。", "correction"],
  ["This story has been retracted because its source could not be found.", "retraction"],
  ["Update, 10 May: The council has since voted for the bridge.", "update"],
  ["Editor's note: This story was first published in March last year.", "update"],
  ["Updates to the model came late, and some of them never came at all.", null],
  ["Corrections officers were sent to the prison on Monday to keep order.", null],
  ["Correction", null],
  ["The paper printed a correction: the mill grinds rye and nothing else.", null],
];
for (const [text, kind] of CASES)
  test(`${kind ?? "no notice"}: ${text.slice(0, 40)}`, () => {
    assert.deepEqual(
      noticesIn(`The mill stands by the river.\n\n${text}`).map((n) => [n.kind, n.span.text]),
      kind ? [[kind, text]] : [],
    );
  });

test("papers correct and retract in 26 forms in each of seven languages, and laws have articles too", () => {
  const forms = fixtures<{ lang: string; kind: string | null; text: string }>("reading/notices");
  const wrong = forms.filter(({ kind, text }) => (noticesIn(`The mill stands.\n\n${text}`)[0]?.kind ?? null) !== kind);
  assert.deepEqual(wrong, []);
  const count = (lang: string) => forms.filter((one) => one.lang === lang && one.kind !== null && one.kind !== "update").length;
  for (const lang of ["en", "es", "pt", "fr", "de", "it", "zh"]) assert.equal(count(lang), 26, lang);
});

test("behind other sentences of its paragraph a notice is one, in another's quoted words it is none", () => {
  const forms = fixtures<{ lang: string; kind: string | null; text: string }>("reading/notices").filter(({ kind }) => kind !== "update");
  const found = (text: string) => noticesIn(text)[0]?.kind ?? null;
  const before = (lang: string) => (lang === "zh" ? "磨坊在河边。" : "The mill stands by the river. ");
  assert.deepEqual(
    forms.filter(({ lang, kind, text }) => found(before(lang) + text) !== kind),
    [],
  );
  assert.deepEqual(
    forms.filter(({ text }) => found(`“The mill stands. ${text}” he said.`) !== null),
    [],
  );
});

test("a correction is about the claim that it shares the most words with, or about none", () => {
  const claim = (text: string) =>
    ({
      text,
      quote: { text, start: 0, end: 0 },
      stance: "observe",
      certainty: "unstated",
      hedges: [],
      attributedTo: null,
      cue: { text, start: 0, end: 0 },
      rule: "",
    }) as const;
  const claims = [claim("The mayor of Rimstad has resigned over the bridge"), claim("The mill of Oldenmoor grinds bones into flour")].map(
    (c) => ({ ...c, hedges: [] }),
  );
  const about = (text: string) =>
    correctionsIn({ text, title: null, publishedAt: null }, claims, "Gazette").map((r) => [r.claim, r.type, r.actor.name, r.standing]);
  assert.deepEqual(about("Correction: An earlier version said that the mill of Oldenmoor grinds bones. It grinds rye."), [
    [1, "correction", "Gazette", "publisher"],
  ]);
  assert.deepEqual(about("Correction: The photograph was taken in May, and not in June as we wrote."), []);
  const titled = (title: string) =>
    correctionsIn({ text: "We said that the mill of Oldenmoor grinds bones. It grinds rye.", title, publishedAt: null }, claims, "Gazette");
  for (const title of ["Correction", "Corrections", "Correction: the mill", "Berichtigung", "Fe de errores", "更正"])
    assert.deepEqual(
      titled(title).map((r) => [r.claim, r.type, r.actor.name]),
      [[1, "correction", "Gazette"]],
      title,
    );
  for (const title of ["Corrections officer held", "Updates", "The mill", ""]) assert.deepEqual(titled(title), [], title);
  assert.deepEqual(about("Update: The mill of Oldenmoor grinds bones into flour on Sundays as well."), []);
});

test("hostile texts take less than 50 ms", () => {
  const texts = [
    "Correction".repeat(5000),
    "Correction (".repeat(4200),
    "correction: ".repeat(4200),
    "更正：".repeat(16000),
    "Update, a\n".repeat(5000),
    "\n".repeat(50_000),
    `Correction${" ".repeat(50_000)}:`,
    "Go. Correction a ".repeat(3000),
  ];
  for (const text of texts) {
    const ms = leastCpuTime(() => noticesIn(text), 50);
    assert.ok(ms < 50, `${ms} ms on ${text.slice(0, 20)}`);
  }
});
