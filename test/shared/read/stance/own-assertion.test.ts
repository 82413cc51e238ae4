/** What stands only as a question or a supposition, or at the site of whom the claim names, is not told as the page's own assertion. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isSiteOfNamed } from "../../../../shared/read/attribution/issuer.ts";
import { asksOrSupposes, isHearsay, makesFunOf } from "../../../../shared/read/stance/own-assertion.ts";

/** By language: a statement, and what stands before it in a supposition. */
const STATEMENTS: Record<string, [statement: string, before: string[]]> = {
  en: [
    "The Halden works hid a defect.",
    ["Suppose that ", "Let's assume ", "What if ", "Even if ", "“If ", "I really doubt that ", "I wonder whether "],
  ],
  de: [
    "Die Halden-Werke haben einen Mangel verschwiegen.",
    ["Angenommen, ", "Falls ", "Nehmen wir einmal an, ", "Ich bezweifle, dass ", "Ich frage mich, ob "],
  ],
  es: ["La fábrica Halden ocultó un defecto.", ["Supongamos que ", "Si ", "Incluso si ", "Dudo que ", "No sé si "]],
  fr: ["L’usine Halden a caché un défaut.", ["Supposons que ", "Si ", "Imaginez que ", "Je doute que ", "Je me demande si "]],
  it: ["La fabbrica Halden ha nascosto un difetto.", ["Supponiamo che ", "Se ", "Ammesso che ", "Dubito che ", "Chissà se "]],
  pt: ["A fábrica Halden escondeu um defeito.", ["Suponhamos que ", "Se ", "Mesmo que ", "Duvido que ", "Não sei se "]],
  zh: ["哈尔登工厂隐瞒了缺陷。", ["假如", "设想", "如果", "我很怀疑", "不知道是不是"]],
};

test("a statement behind a word of supposing, in seven languages", () => {
  for (const [lang, [statement, before]] of Object.entries(STATEMENTS)) {
    assert.equal(asksOrSupposes(statement, lang), false, statement);
    for (const words of before) assert.equal(asksOrSupposes(words + statement, lang), true, words + statement);
    assert.equal(asksOrSupposes(`${statement.replace(/[.。]$/, "")}${lang === "zh" ? "？" : "?"}`, lang), true);
  }
  assert.equal(asksOrSupposes("Imaginary invoices were paid.", "en"), false, "a longer word");
});

test("what people said who are not named is hearsay, in seven languages; what the poster saw, or a named person said, is none", () => {
  const HEARSAY: Record<string, string[]> = {
    en: ["Hearing that ", "They say ", "A friend told me ", "My sister says "],
    de: ["Man hört, ", "Ein Kollege hat mir erzählt, ", "Meine Schwester sagt, "],
    es: ["Dicen que ", "Un amigo me contó que ", "Mi hermana dice que "],
    fr: ["Il paraît que ", "Un ami m’a dit que ", "Ma sœur dit que "],
    it: ["Dicono che ", "Un amico mi ha detto che ", "Mia sorella dice che "],
    pt: ["Dizem que ", "Um amigo me contou que ", "Minha irmã diz que "],
    zh: ["听说", "有人说", "朋友说"],
  };
  const seen = [
    "I saw it: ",
    "Ada Roth said: ",
    "Ich habe es gesehen: ",
    "Lo vi: ",
    "Je l’ai vu : ",
    "L’ho visto: ",
    "Eu vi: ",
    "我看到了，",
  ];
  for (const [lang, [statement]] of Object.entries(STATEMENTS)) {
    for (const words of HEARSAY[lang] ?? []) assert.equal(isHearsay(words + statement, lang), true, words + statement);
    for (const words of ["", ...seen]) assert.equal(isHearsay(words + statement, lang), false, words + statement);
  }
});

test("a site that goes by a name of the claim", () => {
  const claim = "Halden Motors hid a brake defect in its Crest SUV, says Lin Ode";
  const isOwn = (url: string | null) => isSiteOfNamed(url, claim);
  for (const host of ["halden.example", "www.haldenmotors.example", "press.halden-motors.example", "linode.example"])
    assert.ok(isOwn(`https://${host}/news`), host);
  for (const host of ["haldengazette.example", "motors.example", "lin.example", "news.example"])
    assert.equal(isOwn(`https://${host}/news`), false, host);
  assert.equal(isOwn(null), false);
});

test("a post that makes fun of a claim, in seven languages; one that laughs and passes it on does not", () => {
  const MOCKERY: Record<string, [beside: string, laughs: string]> = {
    en: ["And I'm the Queen of Sheba.", "lol"],
    de: ["Wer's glaubt!", "haha"],
    fr: ["Ben voyons.", "mdr"],
    es: ["Sí, claro.", "jajaja"],
    it: ["E io sono il papa.", "ahahah"],
    pt: ["Me engana que eu gosto.", "kkkk"],
    zh: ["信你个鬼。", "笑死"],
  };
  for (const [lang, [claim]] of Object.entries(STATEMENTS)) {
    const [beside, laughs] = MOCKERY[lang] ?? ["", ""];
    for (const post of [`${claim} ${beside}`, `“${claim}” ${laughs}`, `${laughs} "${claim}"`, `«${claim}» 🙄`])
      assert.equal(makesFunOf(post, claim, lang), true, post);
    for (const post of [claim, `${claim} ${laughs}`, `${claim} 😂`, `“${claim}”`]) assert.equal(makesFunOf(post, claim, lang), false, post);
  }
});
