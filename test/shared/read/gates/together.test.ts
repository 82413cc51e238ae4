import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../../shared/read/index.ts";
import { answersTo } from "../../../../shared/read/responses/to-claims.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { bareName } from "../../../support/bare-name.ts";

/** Who denies by a sentence, in a text that goes on with `behind`. */
function deny(lang: string, rumour: string, sentence: string, behind = ""): (string | null)[] {
  const document = { kind: "article", url: null, title: null, html: null, lang, publishedAt: null, author: null };
  const reading = readDocument({ ...document, text: `${rumour}\n\n${sentence}\n\n${behind}` });
  const responses =
    lang === "en"
      ? reading.responses
      : answersTo({ reading, kind: "article", claims: [rumour] }, answerWordsIn(lang)).map(({ response }) => response);
  return responses.filter(({ type }) => type === "denial").map(({ actor }) => bareName(actor));
}
const english = (sentence: string, behind?: string) => deny("en", "A post claims that the ferry will stop in May.", sentence, behind);

test("two parties that deny are two answers, as a name with an article, a whole name or a plural shows", () => {
  assert.deepEqual(english("The mayor and the ferry company denied the claim."), ["mayor", "ferry company"]);
  assert.deepEqual(english("Ann Roe and Bob Doe denied the claim."), ["Ann Roe", "Bob Doe"]);
  assert.deepEqual(english("The claim was denied by Nordbank and the FBI."), ["Nordbank", "FBI"]);
  assert.deepEqual(english("The FBI and CIA denied the claim."), ["FBI", "CIA"]);
});
test("two names without an article are two parties where the text has each by itself", () => {
  const sentence = "Nordbank and Almera denied the claim.";
  assert.deepEqual(english(sentence), ["Nordbank and Almera"]);
  assert.deepEqual(english(sentence, "Nordbank had a good year. The winter of Almera was quiet."), ["Nordbank", "Almera"]);
});
test("of a list each is a party, and none that tells who another is", () => {
  assert.deepEqual(english("Nordbank, Almera and Vesta denied the claim."), ["Nordbank", "Almera", "Vesta"]);
  assert.deepEqual(english("The mayor, the ferry line, the bank and the police denied the claim."), [
    "mayor",
    "ferry line",
    "bank",
    "police",
  ]);
  assert.deepEqual(english("The claim was denied by Nordbank, Almera and Vesta."), ["Nordbank", "Almera", "Vesta"]);
  assert.deepEqual(english("Ann Roe, the mayor of Brenn, and the bank denied the claim."), ["mayor of Brenn", "bank"]);
  assert.deepEqual(english("On Monday, the mayor and the bank denied the claim."), ["mayor", "bank"]);
  assert.deepEqual(english("While the post spread, the mayor and the bank denied the claim."), ["mayor", "bank"]);
  const others: [string, string, string[]][] = [
    ["es", "La alcaldesa, el club y la policía negaron que el puente cierra en mayo.", ["alcaldesa", "club", "policía"]],
    ["fr", "La maire, le club et la police ont démenti que le pont ferme en mai.", ["maire", "club", "police"]],
    ["pt", "A prefeita, o clube e a polícia negaram que a ponte fecha em maio.", ["prefeita", "clube", "polícia"]],
  ];
  const rumours: Record<string, string> = {
    es: "Un mensaje asegura que el puente cierra en mayo.",
    fr: "Un message affirme que le pont ferme en mai.",
    pt: "Uma mensagem afirma que a ponte fecha em maio.",
  };
  for (const [lang, sentence, parties] of others) assert.deepEqual(deny(lang, rumours[lang] ?? "", sentence), parties, sentence);
});
test("a name with an and in it is one party", () => {
  for (const name of ["Marks and Spencer", "Trinidad and Tobago", "Johnson & Johnson", "Smith and Wesson"])
    assert.deepEqual(english(`${name} denied the claim.`, "Spencer Street was closed."), [name]);
  assert.deepEqual(english("The Department of Health and Human Services denied the claim."), ["Department of Health and Human Services"]);
  assert.equal(english("Kremlin spokesman and deputy head Ann Roe denied the claim.").length, 1);
});
test("in other languages the number of the verb tells whether they are two", () => {
  const spanish = (sentence: string) => deny("es", "Un mensaje asegura que el puente cierra en mayo.", sentence);
  assert.deepEqual(spanish("La alcaldesa y el club negaron que el puente cierra en mayo."), ["alcaldesa", "club"]);
  assert.equal(spanish("Ferrer y Campos negó que el puente cierra en mayo.").length, 1);
  const chinese = (sentence: string) => deny("zh", "网上有传言称，渡轮将于五月停航。", sentence);
  assert.deepEqual(chinese("市政府和轮渡公司否认渡轮将于五月停航。"), ["市政府", "轮渡公司"]);
  assert.equal(chinese("中华人民共和国外交部否认渡轮将于五月停航。").length, 1);
});
