/** What sentences may answer, in other languages than English: what the models for types of act ask. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisOf } from "../../../../shared/read/attribution/statements.ts";
import { answerCandidates, typedBy } from "../../../../shared/read/gates/answer-candidates.ts";
import { ANSWERS } from "../../../../shared/read/gates/answer-words.ts";
import { answeringSentences } from "../../../../shared/read/gates/answering-sentences.ts";
import { mixedModel, valuesOf } from "../../../../shared/read/gates/forest.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { answersTo } from "../../../../shared/read/responses/to-claims.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";

const claim = "La naviera Corvina hunde su transbordador";
const text = `${claim}, según un mensaje. «Es falso», dijo el capitán Jon Arce. Llovió el lunes. La naviera no quiso hacer declaraciones. La fiscalía investiga el caso.`;
const input = { kind: "article", url: null, title: claim, html: null, lang: "es", publishedAt: null, author: null };
const page = { analysis: analysisOf(readDocument({ ...input, text } as never).document), claim, kind: "article" };
const words = answerWordsIn("es");
const sentences = answeringSentences(page, words);

test("each sentence has the same features, and the claim counts where its words stand", () => {
  const names = sentences.flatMap(({ acts }) => acts.map(({ x }) => x.map(([name]) => name).join()));
  assert.equal(new Set(names).size, 1);
  assert.equal(new Set(names[0]?.split(",")).size, names[0]?.split(",").length);
  for (const { acts } of sentences) assert.ok(acts.every(({ x }) => valuesOf(x).every(Number.isFinite)));
  const share = (part: string) =>
    sentences.find(({ index }) => page.analysis.sentences[index]?.text.includes(part))?.x.find(([name]) => name === "of the claim")?.[1];
  assert.ok(Number(share("declaraciones")) > Number(share("investiga")));
});

test("the likeliest type of a sentence is proposed, and what a cue tells; the models are as many as types", () => {
  const models = words.models?.types ?? [];
  assert.equal(models.length, ANSWERS.length - 1);
  const typed = typedBy(sentences, models.map(mixedModel));
  assert.ok(typed.every(({ types }) => types.length === ANSWERS.length && types.every((p) => p >= 0 && p <= 1)));
  const told = answerCandidates(page, typed).map(({ sentence, type }) => `${type}: ${page.analysis.sentences[sentence]?.text}`);
  assert.ok(told.includes("no_comment: La naviera no quiso hacer declaraciones."), told.join("\n"));
  assert.ok(told.includes("investigation: La fiscalía investiga el caso."), told.join("\n"));
  assert.deepEqual(
    answerCandidates(
      page,
      typed.map((one) => ({ ...one, cues: [], types: ANSWERS.map(() => 0) })),
    ),
    [],
  );
});

test("what a text says of a claim itself is nobody's denial, what somebody says is theirs", () => {
  const cases: [lang: string, lead: string, claim: string, name: string, own: string[], told: string[]][] = [
    [
      "es",
      "Según un mensaje, ",
      "La alcaldesa Rosa Vidal ha dimitido",
      "Rosa Vidal",
      ["Rosa Vidal no ha dimitido.", "Rosa Vidal sigue en su cargo.", "La noticia es mentira."],
      ["Rosa Vidal niega la noticia.", "«Es mentira», dijo Rosa Vidal."],
    ],
    [
      "fr",
      "Selon un message, ",
      "La maire Rose Vidal est morte",
      "Rose Vidal",
      ["Rose Vidal n’est pas morte.", "Rose Vidal est bien en vie.", "La nouvelle est fausse."],
      ["Rose Vidal dément l’information.", "« C’est faux », a dit Rose Vidal."],
    ],
    [
      "pt",
      "Segundo uma mensagem, ",
      "A presidente Rosa Vidal demitiu-se",
      "Rosa Vidal",
      ["Rosa Vidal não se demitiu.", "Rosa Vidal continua no cargo.", "A notícia é mentira."],
      ["Rosa Vidal nega a notícia.", "«É mentira», disse Rosa Vidal."],
    ],
    [
      "it",
      "Secondo un messaggio, ",
      "La sindaca Rosa Vitali si è dimessa",
      "Rosa Vitali",
      ["Rosa Vitali non si è dimessa.", "Rosa Vitali è ancora in carica.", "La notizia è falsa."],
      ["Rosa Vitali nega la notizia.", "«È falso», ha detto Rosa Vitali."],
    ],
    [
      "de",
      "Auf Telegram heißt es: ",
      "Bürgermeisterin Rosa Vogel ist zurückgetreten",
      "Rosa Vogel",
      ["Rosa Vogel ist nicht zurückgetreten.", "Rosa Vogel ist weiter im Amt.", "Die Nachricht stimmt nicht."],
      ["Rosa Vogel dementiert die Nachricht.", "„Das ist falsch“, sagte Rosa Vogel."],
    ],
    [
      "zh",
      "网上流传，",
      "市长罗敏辞职",
      "罗敏",
      ["罗敏没有辞职。", "罗敏仍在任上。", "这个消息是假的。"],
      ["罗敏否认了这一消息。", "“这是假的，”罗敏说。"],
    ],
  ];
  for (const [lang, lead, claim, name, own, told] of cases) {
    const denials = (sentence: string) => {
      const reading = readDocument({ ...input, lang, title: null, text: `${lead}${claim}.\n\n${sentence}` } as never);
      const acts = answersTo({ reading, kind: "article", claims: [claim] }, answerWordsIn(lang)).map(({ response }) => response);
      return acts.filter(({ type }) => type === "denial").map(({ actor }) => actor.name ?? actor.description);
    };
    for (const sentence of own) assert.deepEqual(denials(sentence), [], sentence);
    for (const sentence of told) assert.deepEqual(denials(sentence), [name], sentence);
  }
});

test("an act that the claim itself tells of is no answer to it; a denial of it is, and so is that act towards another claim", () => {
  const filler =
    "The town lies on the coast and has a small harbour with boats for anglers. Its market opens on Saturdays, and most shops close at noon. ";
  const cases: [string, string, string, string, string][] = [
    [
      "en",
      "Vera Holt, the head of Nordkraft, has apologised in a statement for the broken dam",
      "Nordkraft has broken its dam",
      `A statement in which Vera Holt, the head of Nordkraft, apologises to all families for the broken dam has been shared on X. ${filler.repeat(3)}`,
      "Nordkraft denied it and called the statement a fake.",
    ],
    [
      "en",
      "The police of Lindal are investigating the bank Almera",
      "The bank Almera has cheated its customers",
      `The police of Lindal have opened an investigation into the bank Almera over the reports, a post says. ${filler.repeat(3)}`,
      "The police of Lindal denied the report.",
    ],
    [
      "de",
      "Die Molkerei Almhof hat sich für das Salz in der Milch entschuldigt",
      "Die Molkerei Almhof tut Salz in die Milch",
      "Die Molkerei Almhof entschuldigte sich für das Salz in der Milch, heißt es auf X.\n\n",
      "Die Molkerei Almhof dementiert die Meldung.",
    ],
  ];
  for (const [lang, claim, other, told, denied] of cases) {
    const acts = (about: string) => {
      const reading = readDocument({ ...input, lang, title: null, text: `${told}${denied}` } as never);
      return answersTo({ reading, kind: "article", claims: [about] }, answerWordsIn(lang)).map(({ response }) => response.type);
    };
    const own = acts(claim);
    assert.ok(own.includes("denial") && !own.some((type) => type === "apology" || type === "investigation"), `${claim}: ${own}`);
    assert.ok(
      acts(other).some((type) => type === "apology" || type === "investigation"),
      other,
    );
  }
});
