/** Stance of an article by its headline, in our own words: what denies, what only passes on, what confirms, in seven languages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../../shared/read/index.ts";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";
import { stanceOfPage } from "../../../../shared/read/stance/towards.ts";
import { headlines, stanceRead, wordsOf } from "../../../eval/rumours/headlines.ts";
import { linesOf } from "../../../support/fixtures.ts";
import { networks } from "../../../support/stance-networks.ts";

/** Each claim with a lead that takes no side. */
const claims: Record<string, [claim: string, lead: string]> = {
  en: ["The ferry to Aldersund stops running in June", "The ferry to Aldersund carries some nine hundred people a day in summer."],
  de: [
    "Die Fähre nach Aldersund fährt ab Juni nicht mehr",
    "Mit der Fähre nach Aldersund fahren im Sommer rund neunhundert Menschen am Tag.",
  ],
  es: ["El transbordador a Aldersund deja de funcionar en junio", "El transbordador a Aldersund lleva a unas novecientas personas al día."],
  fr: ["Le ferry d'Aldersund sera supprimé en juin", "Le ferry d'Aldersund transporte quelque neuf cents personnes par jour."],
  pt: ["O ferry para Aldersund deixa de funcionar em junho", "O ferry para Aldersund leva umas novecentas pessoas por dia."],
  it: ["Il traghetto per Aldersund sarà soppresso a giugno", "Il traghetto per Aldersund porta circa novecento persone al giorno."],
  zh: ["前往阿尔德松的渡轮六月停运", "前往阿尔德松的渡轮夏季每天运送约九百人。"],
};
const found: [lang: string, stance: string, title: string][] = [
  ["en", "deny", "Rumours of the Aldersund ferry's end are greatly exaggerated"],
  ["en", "deny", "County sets the record straight: Aldersund ferry stays"],
  ["en", "support", "County confirms Aldersund ferry stops running in June"],
  ["de", "deny", "Falschmeldung über das Ende der Fähre nach Aldersund macht die Runde"],
  ["de", "deny", "Ende der Fähre nach Aldersund? Kreis weist Berichte zurück"],
  ["de", "observe", "Fähre nach Aldersund soll ab Juni nicht mehr fahren"],
  ["de", "observe", "Was wir über die Fähre nach Aldersund wissen: Rätselraten um den Juni"],
  ["es", "deny", "Circula una noticia falsa sobre el transbordador a Aldersund"],
  ["es", "deny", "¿Adiós al transbordador? La consejería lo desmiente"],
  ["es", "observe", "El transbordador a Aldersund dejaría de funcionar en junio"],
  ["es", "support", "La consejería confirma que el transbordador a Aldersund deja de funcionar en junio"],
  ["fr", "deny", "Attention à cette fausse rumeur sur le ferry d'Aldersund"],
  ["fr", "deny", "Le ferry d'Aldersund ne sera pas supprimé"],
  ["fr", "observe", "Le ferry d'Aldersund serait supprimé en juin"],
  ["pt", "deny", "Boato sobre o ferry para Aldersund não tem fundamento"],
  ["pt", "observe", "Ferry para Aldersund: o que se sabe"],
  ["it", "deny", "Traghetto per Aldersund, la provincia smentisce"],
  ["it", "observe", "Il traghetto per Aldersund sarebbe soppresso a giugno"],
  ["zh", "deny", "渡轮要停？官方辟谣"],
  ["de", "deny", "Keine Pläne für ein Ende der Fähre nach Aldersund"],
  ["de", "deny", "Kreis bestreitet Ende der Fähre nach Aldersund"],
  ["fr", "deny", "Aucun projet de supprimer le ferry d'Aldersund"],
  ["es", "deny", "No hay planes de suprimir el transbordador a Aldersund"],
  ["it", "deny", "Nessuna ipotesi di sopprimere il traghetto per Aldersund"],
  ["pt", "deny", "Município vem negar o fim do ferry para Aldersund"],
  ["zh", "deny", "渡轮公司：从未计划停运渡轮"],
  ["zh", "observe", "网传前往阿尔德松的渡轮六月停运"],
];
test("headlines that deny, pass on or confirm", () => {
  for (const [lang, stance, title] of found) {
    const [claim = "", lead = ""] = claims[lang] ?? [];
    assert.equal(stanceOf(lead, claim, { networks, kind: "article", lang, title, words: wordsOf(lang) }).label, stance, title);
  }
});

test("a headline that says the same as the claim's own denial does not deny it", () => {
  const claim = "Die Meldung über das Ende der Fähre nach Aldersund ist eine Falschmeldung";
  const title = "Falschmeldung über das Ende der Fähre nach Aldersund";
  assert.notEqual(
    stanceOf("Die Fähre fährt weiter.", claim, { networks, kind: "article", lang: "de", title, words: wordsOf("de") }).label,
    "deny",
  );
});

test("of headlines in frames 0.93 are taken for what they say, English ones, by the fitted network, 0.9", () => {
  const all = headlines(linesOf(new URL("../../../eval/data/headlines.jsonl", import.meta.url)));
  for (const [lang, own] of Map.groupBy(all, (one) => one.lang)) {
    const right = own.filter((one) => stanceRead(one) === one.stance).length / own.length;
    assert.ok(right >= (lang === "en" ? 0.9 : 0.93), `${lang}: ${right.toFixed(3)}`);
  }
});

test("a post with such a headline denies or tells of a denial; it hardly ever supports", () => {
  const all = headlines(linesOf(new URL("../../../eval/data/headlines.jsonl", import.meta.url))).filter(({ stance }) => stance === "deny");
  const supports = all.filter(
    ({ title, claim, lang }) => stanceOf(title, claim, { networks, kind: "post", lang, words: wordsOf(lang) }).label === "support",
  );
  assert.ok(supports.length / all.length < 0.08, `${supports.length} of ${all.length}`);
});

test("a headline that stands above its text once more changes nothing", () => {
  const [claim, lead] = claims["en"] ?? ["", ""];
  for (const title of [
    "Aldersund ferry to stop in June",
    "County denies that the Aldersund ferry stops",
    "Is the Aldersund ferry at its end?",
  ])
    for (const repeated of [`${title}\n\n${lead}`, `${title}.\n${lead}`])
      assert.deepEqual(
        stanceOf(repeated, claim, { networks, kind: "article", lang: "en", title }).scores,
        stanceOf(lead, claim, { networks, kind: "article", lang: "en", title }).scores,
        title,
      );
});

test("a headline that asks, and a text that answers no; what is shot down is not always denied", () => {
  const [claim, lead] = claims["en"] as [string, string];
  const label = (title: string, text: string, about = claim) =>
    stanceOf(text, about, { networks, kind: "article", lang: "en", title }).label;
  const asked = "Will the Aldersund ferry stop running in June?";
  assert.equal(label(asked, `Will it stop? No, this is an old rumour. ${lead}`), "deny");
  assert.notEqual(label(asked, `Nobody knows. ${lead}`), "deny");
  const jet = "The army of Ostrand shot down a jet over Aldersund";
  assert.notEqual(
    label("Ostrand army shot down jet over Aldersund", `The jet was shot down over Aldersund on Monday. ${lead}`, jet),
    "deny",
  );
});
test("in another language than English the whole page tells its stance, whatever its sentence says, and a person has to look", () => {
  const body =
    "In Aldersund heißt es seit Montag, dass die Fähre ab Juni nicht mehr fährt. Mit der Fähre fahren im Sommer rund neunhundert Menschen am Tag.";
  const stance = (title: string) => {
    const reading = readDocument({
      kind: "article",
      url: null,
      title,
      text: body,
      html: null,
      lang: "de",
      publishedAt: null,
      author: null,
      site: null,
    });
    const [claim] = reading.claims;
    assert.ok(claim);
    return stanceOfPage(claim, "Die Fähre nach Aldersund fährt ab Juni nicht mehr", {
      reading,
      title,
      kind: "article",
      words: wordsOf("de"),
      networks,
    });
  };
  const denial = stance("Entwarnung für die Fähre nach Aldersund: Falschmeldung macht die Runde");
  assert.deepEqual(denial, { stance: "deny", stanceUnsure: true });
  assert.notEqual(stance("Die Fähre nach Aldersund im Juni").stance, "deny");
});
