/** Parties near the words of an act that did not perform it, in languages other than English. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { partyWith } from "../../../../shared/model/party.ts";
import { likelyResponses } from "../../../../shared/read/gates/answers.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { isDoneTo } from "../../../../shared/read/responses/examined.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { fixtures } from "../../../support/fixtures.ts";

interface Examined {
  lang: string;
  claim: string;
  examined: string[];
  examiner: string;
  party: string;
}
const PUBLISHED = { value: "2026-11-06", precision: "day", basis: "meta", earliest: 1, latest: 2 } as const;
/** The likely acts on a page: type and name. */
function actsOn(lang: string, claim: string, title: string, text: string): [string, string | null][] {
  const page = { kind: "article", url: "https://pages.example/1", title, text, html: null, lang, publishedAt: PUBLISHED, author: null };
  const found = likelyResponses({ reading: readDocument(page), kind: "article", claims: [claim] }, answerWordsIn(lang));
  return found.map(({ response: { type, actor } }) => [type, actor.name ?? actor.description]);
}

test("who is investigated or asked investigates nothing; who investigates does", () => {
  for (const { lang, claim, examined, examiner, party } of fixtures<Examined>("responses/examined")) {
    for (const text of examined) {
      assert.ok(isDoneTo(text, partyWith("organisation", party, null), "investigation", lang), text);
      assert.ok(!actsOn(lang, claim, claim, text).some(([type, name]) => type === "investigation" && name === party), text);
    }
    assert.ok(!isDoneTo(examiner, partyWith("organisation", null, examiner.slice(0, 4)), "investigation", lang), examiner);
  }
});

test("whose pardon is begged does not apologise, nor does who asks for an apology", () => {
  for (const [lang, party, text] of [
    ["de", "Molkerei Solmar", "Der „Seekurier“ hat sich bei der Molkerei Solmar entschuldigt."],
    ["fr", "Solmar", "Le compte Écho du Lac a présenté ses excuses à Solmar."],
    ["es", "Solmar", "El canal Eco del Lago pidió disculpas a Solmar."],
    ["it", "Solmar", "Il canale Eco del Lago si è scusato con Solmar."],
    ["pt", "Solmar", "O canal Eco do Lago pediu desculpas à Solmar."],
    ["zh", "索尔玛", "发帖人向索尔玛道歉。"],
  ] as const)
    assert.ok(isDoneTo(text, partyWith("organisation", party, null), "apology", lang), text);
  assert.ok(!isDoneTo("Solmar a présenté ses excuses à ses clients.", partyWith("organisation", "Solmar", null), "apology", "fr"));
  const claim = "Die Molkerei Solmar hat Abwasser in den Tarn geleitet";
  const page = `${claim}, berichtete der „Seekurier“. Der „Seekurier“ hat sich bei der Molkerei Solmar entschuldigt.`;
  assert.ok(!actsOn("de", claim, "Zeitung entschuldigt sich", page).some(([, name]) => name?.includes("Solmar")));
  const asked = "Le porte-parole du parti, Luc Ferrand, a demandé au compte Écho du Lac de « présenter des excuses ».";
  assert.deepEqual(actsOn("fr", "La députée Anne Roux veut fermer le port", "Anne Roux et le port", asked), []);
});

test("a reporter who asks, and a writer's own clause, are no party", () => {
  const asked = actsOn("zh", "青屏电池公司隐瞒了事故", "青屏电池公司被指隐瞒事故", "晨报记者致电青屏电池公司，电话无人接听。");
  assert.ok(!asked.some(([, name]) => name?.includes("记者")), JSON.stringify(asked));
  const own =
    "Rectificación: ayer dijimos que la cadena Solmar pagó a periodistas. No teníamos datos suficientes y hemos retirado la noticia.";
  const acts = actsOn("es", "La cadena Solmar pagó a periodistas", "Rectificación", own);
  assert.ok(!acts.some(([, name]) => name?.endsWith("hemos")), JSON.stringify(acts));
});

test("what a page on a namesake has its namesake say answers nothing", () => {
  const claim = "O Banco Meridião vai fechar cem agências";
  const text =
    "O Banco Meridião de Goiás negou que vá fechar cem agências. “Somos outra instituição”, disse o banco, homônimo do Banco Meridião.";
  assert.deepEqual(
    actsOn("pt", claim, "Banco Meridião de Goiás nega ligação", text).filter(([, name]) => name?.startsWith("Banco")),
    [],
  );
  const plain = "O Banco Meridião negou que vá fechar cem agências.";
  assert.ok(actsOn("pt", claim, "Banco Meridião nega", plain).some(([type, name]) => type === "denial" && name === "Banco Meridião"));
});

test("a party without a name keeps the article with which the text calls it", () => {
  const said: [lang: string, claim: string, text: string, name: string][] = [
    ["es", "La cadena Solmar vendió carne caducada", "«Es falso», señaló un portavoz del grupo.", "un portavoz del grupo"],
    ["fr", "La société Verlune a vendu des données", "« C'est faux », a répondu une porte-parole du groupe.", "une porte-parole du groupe"],
  ];
  for (const [lang, claim, text, name] of said)
    assert.ok(
      actsOn(lang, claim, claim, `${claim}, dicen. ${text}`).some(([type, own]) => type === "denial" && own === name),
      `${text}: ${JSON.stringify(actsOn(lang, claim, claim, text))}`,
    );
});

test("who publishes a page apologises when it is written, not at an unknown time", () => {
  const text = "Pedimos disculpas a la cadena Solmar por la noticia de ayer sobre la carne caducada.";
  const page = { kind: "article", url: "https://diario.example/1", title: "Disculpa", text, html: null, lang: "es", author: null };
  const reading = readDocument({ ...page, publishedAt: PUBLISHED });
  const found = likelyResponses({ reading, kind: "article", claims: ["La cadena Solmar vendió carne caducada"] }, answerWordsIn("es"));
  const own = found.filter(({ response: { type, actor } }) => type === "apology" && actor.name === "diario.example");
  assert.deepEqual(
    own.map(({ response }) => response.publishedAt.value),
    ["2026-11-06"],
  );
});

test("the place of a dateline does nothing, and the company is no union or authority", () => {
  const claim = "A fábrica da Lacteon em Carvide usou leite vencido";
  const dateline = "Carvide, 7 (Agência Norte) – A direção confirmou nesta terça que a fábrica usou leite vencido.";
  assert.ok(!actsOn("pt", "A fábrica usou leite vencido", claim, dateline).some(([, name]) => name === "Carvide"), "Carvide");
  const two = dateline.replace("Carvide, 7 (Agência Norte) –", "CARVIDE/OSBY (Agência Norte) -");
  assert.ok(!actsOn("pt", "A fábrica usou leite vencido", claim, two).some(([, name]) => /carvide/i.test(name ?? "")), "CARVIDE");
  // Initials behind a name are no agency's.
  const named = "A Lacteon do Norte (LDN) negou nesta terça que a fábrica de Carvide usou leite vencido.";
  assert.ok(
    actsOn("pt", claim, claim, named).some(([type, name]) => type === "denial" && name?.includes("Lacteon")),
    "LDN",
  );
  const silent = "A Vigilância Sanitária de Carvide fará uma inspeção. Procurada, a empresa disse que não comentaria.";
  assert.deepEqual(
    actsOn("pt", claim, claim, silent).filter(([type]) => type === "no_comment"),
    [["no_comment", "a empresa"]],
  );
});

test("a conjunction at the head of a Chinese clause is nobody", () => {
  for (const but of ["虽然", "尽管", "即便", "毕竟", "况且"])
    assert.deepEqual(
      actsOn("zh", "海云汽车年底将破产", "海云汽车破产?", `网上传言海云汽车年底将破产。${but}否认破产传闻,但海云汽车过得不好。`),
      [],
      but,
    );
});

test("who shares a name, who confirms an inquiry, and a fact check on others' corrections answer nothing", () => {
  const shared = actsOn(
    "fr",
    "Le biologiste Marc Tessier a falsifié son étude",
    "Tessier, champion de boules",
    "L'homonyme du biologiste sourit : « Je n'ai rien falsifié. »",
  );
  assert.deepEqual(shared, []);
  const inquiry =
    "Das Prüfamt prüft, ob Minister Jens Pohl den Auftrag an seine Schwester vergeben hat. Das bestätigte Präsidentin Ute Kranz.";
  const confirmed = actsOn("de", "Minister Jens Pohl hat den Auftrag an seine Schwester vergeben", "Prüfung", inquiry);
  assert.ok(!confirmed.some(([type]) => type === "confirmation"), JSON.stringify(confirmed));
});
