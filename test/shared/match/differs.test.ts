/** How a text differs from a claim, and why it is only suggested, in words for an editor who reads both. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { queryTerms, type ScoredCandidate, score } from "../../../shared/match/index.ts";
import { best, STRANGERS } from "./ask.ts";

const differences = ({ reasons }: ScoredCandidate) => reasons.filter((reason) => reason.startsWith("differs: "));

test("another first part of a name, but not a title, a headline's word or a slip in its place", () => {
  const water = "Norvik Water poured 300 litres of diesel into the Lindholm reservoir while it repaired a pump in May";
  const mayor = "Tova Selby sold the city archive of Norvik to a casino company last spring";
  const others: [string, string, string][] = [
    [water, water.replace("Norvik", "Osterby"), "Osterby against Norvik"],
    [water, `BREAKING: ${water.replace("Norvik", "Osterby")}`, "Osterby against Norvik"],
    [mayor, mayor.replace("Tova", "Jonas"), "Jonas against Tova"],
    [`In ${mayor.replace("Norvik to", "North Baltia to")}`, `In ${mayor.replace("Norvik to", "South Baltia to")}`, "South against North"],
  ];
  for (const [claim, text, differs] of others) {
    const found = best(text, [claim, ...STRANGERS]);
    assert.equal(found.decision, "suggested", text);
    assert.deepEqual(differences(found), [`differs: ${differs}`]);
  }
  for (const first of ["Mayor", "Embattled", "Mrs", "Tvoa", "Yesterday Tova"]) {
    const found = best(mayor.replace("Tova", first), [mayor, ...STRANGERS]);
    assert.equal(found.decision, "linked", first);
    assert.deepEqual(differences(found), []);
  }
  const slips = best("Norvik Watr pourd 300 litres of deisel into Lindholm reservoir while it repaired a pump in May", [water], "en", 12);
  assert.equal(slips.decision, "linked");
  assert.deepEqual(differences(slips), []);
});
test("a number written in another way is the same, in another unit it is not", () => {
  const claims = {
    en: "Norvik Water poured 300 litres of diesel into the Lindholm reservoir while it repaired a pump in May",
    es: "La presa de Valdeluna tiene una grieta de 14 metros que el gobierno oculta a los vecinos",
    zh: "青岚市自来水厂把300升柴油倒进了水库而没有告诉任何人",
  };
  const texts: [keyof typeof claims, from: string, to: string, differs: string | null][] = [
    ["en", "300", "three hundred", null],
    ["en", "300 litres", "79 gallons", null],
    ["en", "300", "0.3k", null],
    ["en", "300", "five hundred", "five hundred litres against 300 litres"],
    ["en", "litres", "gallons", "300 gallons against 300 litres"],
    ["en", "300", "900", "900 against 300"],
    ["es", "14", "catorce", null],
    ["es", "14", "cuarenta", "cuarenta metros against 14 metros"],
    ["zh", "300", "三百", null],
    ["zh", "300", "900", "900 against 300"],
  ];
  for (const [lang, from, to, differs] of texts) {
    const found = best(claims[lang].replace(from, to), [claims[lang]], lang);
    assert.equal(found.decision, differs ? "suggested" : "linked", to);
    assert.deepEqual(differences(found), differs ? [`differs: ${differs}`] : [], to);
  }
});

test("a text in another language is not said to state something else", () => {
  const claim = "Norvik Water poured 300 litres of diesel into the Lindholm reservoir while it repaired a pump in May";
  const candidate = { claimId: "c", ref: null, rank: 0, text: claim, phrasings: [], lang: "en" };
  for (const [text, lang] of [
    ["Norvik Water hat 300 Liter Diesel in den Lindholm-Stausee gekippt, als im Mai eine Pumpe repariert wurde", "de"],
    ["诺维克水务公司(Norvik Water)五月修理水泵时把300升柴油倒进了Lindholm水库", "zh"],
  ] as const) {
    const [found] = score(text, lang, [candidate], { claims: 13, frequency: new Map(queryTerms(text, lang).map((term) => [term, 0])) });
    assert.equal(found?.decision, "suggested", text);
    assert.match(found?.reasons[0] ?? "", /^is in another language/);
    assert.doesNotMatch(found?.reasons.join("; ") ?? "", /few words are the same/);
  }
});

test("in a language with capitals a word without one takes the place of no name, however rare it is", () => {
  const pairs = [
    [
      "es",
      "La biblioteca municipal del barrio San Telmo de Villa Ombú fue cerrada por una plaga de ratones",
      "La biblioteca municipal permaneció cerrada desde el lunes por la aparición de una temida plaga de ratones",
    ],
    [
      "pt",
      "A biblioteca municipal do bairro São Telmo de Vila Umbu foi fechada por uma praga de ratos",
      "A biblioteca municipal permaneceu fechada desde segunda-feira pelo aparecimento de uma temida praga de ratos",
    ],
    [
      "fr",
      "La bibliothèque municipale du quartier Saint-Elme de Villombe a été fermée par une invasion de rats",
      "La bibliothèque municipale restait fermée depuis lundi à cause d’une invasion redoutée de rats",
    ],
  ] as const;
  for (const [lang, claim, text] of pairs) {
    assert.deepEqual(differences(best(text, [claim], lang, 12)), [], text);
    const [, place = ""] = / (?:de|do bairro) (Villa Ombú|Vila Umbu|Villombe)/u.exec(claim) ?? [];
    const elsewhere = best(claim.replace(place, "Puerto Calma"), [claim], lang, 12);
    assert.notEqual(elsewhere.decision, "linked", `${lang}: another place`);
    assert.equal(differences(elsewhere).length, 1, `${lang}: another place`);
  }
});

test("a sum, a day and a version are told from one another, however they are written", () => {
  const said: [lang: string, claim: string, text: string, differs: string | null][] = [
    [
      "en",
      "Norvik will sell its old ferry Marlena for 3 million pounds on 4 May",
      "Norvik will sell the old ferry Marlena for £3m on May 4",
      null,
    ],
    [
      "de",
      "Norvik verkauft die alte Fähre Marlena für 3 Millionen Euro im Mai",
      "Norvik verkauft die alte Fähre Marlena für 3 Mio. Euro im Mai",
      null,
    ],
    [
      "de",
      "Norvik verkauft die alte Fähre Marlena für 3 Millionen Euro im Mai",
      "Norvik verkauft die alte Fähre Marlena für 4 Mio. Euro im Mai",
      "4 against 3",
    ],
    [
      "it",
      "Norvik venderà il vecchio traghetto Marlena per 3 milioni di euro il 4 maggio",
      "Norvik venderà il suo vecchio traghetto Marlena per 4 mln di euro il 4 maggio",
      "4 mln di euro against 3 milioni di euro",
    ],
    [
      "fr",
      "Norvik vendra le vieux ferry Marlena pour 1 500 euros le 4 mai",
      "Norvik vendra son vieux ferry Marlena pour 1.500 euros le 4 mai",
      null,
    ],
  ];
  for (const [lang, claim, text, differs] of said) {
    const [found] = score(text, lang, [{ claimId: "", ref: null, rank: 0, text: claim, phrasings: [], lang }], {
      claims: 0,
      frequency: new Map(),
    });
    assert.equal(found?.decision, differs === null ? "linked" : "suggested", text);
    assert.deepEqual(found && differences(found), differs === null ? [] : [`differs: ${differs}`], text);
  }
  const claim = "The Kestrel 4 Swift model of Norvik was trained on questions of the Osterby benchmark";
  assert.equal(best("Norvik trained its Kestrel 40 Swift model on questions of the Osterby benchmark", [claim]).decision, "suggested");
});
