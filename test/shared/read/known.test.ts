import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTime } from "../../../shared/model/time.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { responsesToKnown } from "../../../shared/read/responses/known-claims.ts";
import { answersTo } from "../../../shared/read/responses/to-claims.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { bareName } from "../../support/bare-name.ts";

const answered = (text: string, claim: string, passage: string, lang = "en", day: string | null = null, alone = false) => {
  const input = {
    kind: "article",
    url: "https://paper.example/a",
    title: "A town and its bread",
    text,
    html: null,
    lang,
    publishedAt: day === null ? null : parseTime(day, "human"),
    author: null,
  };
  const reading = readDocument(input);
  const responses =
    lang === "en"
      ? responsesToKnown([{ text: claim, passage }], reading, alone ? [] : reading.claims)
      : answersTo({ reading, kind: "article", claims: [claim] }, answerWordsIn(lang)).map(({ response }) => response);
  return responses.map(({ type, actor, standing }) => [type, bareName(actor), standing]);
};
const BREAD = "The bakery chain Kornblum puts sawdust into its dark bread";

test("who denies a claim that a text is known to make answers it, in whatever words the text makes it", () => {
  const plain = `Shoppers are worried because ${BREAD.toLowerCase().replace("kornblum", "Kornblum")}. The loaf costs four crowns.`;
  const denied = "Kornblum denies that it puts sawdust into its dark bread.";
  assert.deepEqual(answered(`${plain}\n\n${denied}`, BREAD, plain), [["denial", "Kornblum", "subject"]]);
  assert.deepEqual(answered(denied, BREAD, "it puts sawdust into its dark bread"), [["denial", "Kornblum", "subject"]]);
  assert.deepEqual(answered(plain, BREAD, plain), [], "nobody answers");
  assert.deepEqual(
    answered(`${plain}\n\nKornblum denies that it will close its shop in Velden.`, BREAD, plain),
    [],
    "something else is denied",
  );
  const live = "18:05 The opera house in Torrin was closed because of a gas leak.";
  const later = "18:40 The opera house denied that there was a gas leak.";
  assert.deepEqual(answered(`${live}\n\n${later}`, live.slice(6), live)[0]?.slice(0, 2), ["denial", "opera house"]);
  const elsewhere = "In other news, the baker confirmed that he will retire in May, and the school denied reports of mice.";
  assert.deepEqual(answered(`${plain} ${elsewhere}`, BREAD, plain), [], "other news");
  for (const pointing of [
    "“That is not true,” said managing director Ute Kranz.",
    "Managing director Ute Kranz denied the claim on Tuesday.",
  ])
    assert.deepEqual(answered(`${plain} ${pointing}`, BREAD, plain)[0]?.slice(0, 2), ["denial", "Ute Kranz"], pointing);
  assert.deepEqual(
    answered(
      "斯卡恩灯塔被人用偷来的油漆粉刷。港务局对此予以否认，称每一桶油漆都是购买的。",
      "斯卡恩灯塔用偷来的油漆粉刷",
      "斯卡恩灯塔被人用偷来的油漆粉刷。",
      "zh",
    )[0]?.slice(0, 2),
    ["denial", "港务局"],
  );
  assert.deepEqual(
    answered(
      "Die Stadt Ahlbeck weist den Vorwurf zurück, sie habe am Kanal 60 Linden ohne Genehmigung fällen lassen.",
      "Die Stadt Ahlbeck hat am Kanal 60 Linden ohne Genehmigung fällen lassen",
      "sie habe am Kanal 60 Linden ohne Genehmigung fällen lassen",
      "de",
    ),
    [["denial", "Stadt Ahlbeck", "subject"]],
  );
});

test('in a text that is about the claim, "the reports" are those of it', () => {
  const claim = "Kornblum mischt Sägemehl in sein Brot";
  const german = (sentence: string) => answered(`Im Ort redet man über das Brot.\n\n${sentence}`, claim, "", "de");
  assert.deepEqual(german("Das Gesundheitsamt hat die Berichte nun dementiert.")[0]?.slice(0, 2), ["denial", "Gesundheitsamt"]);
  const spanish = answered(
    "Se habla del pan.\n\nLa alcaldesa Julia Prats desmintió el rumor.",
    "Kornblum mezcla serrín con su pan",
    "",
    "es",
  );
  assert.deepEqual(spanish[0]?.slice(0, 2), ["denial", "Julia Prats"]);
});

test("an act without words of the claim: nothing is said, the paper's own, and in nobody's name but whom the sentence is about", () => {
  const claims: Record<string, string> = {
    es: "La naviera Corvina hundirá su ferri viejo en la bahía",
    de: "Die Reederei Corvina versenkt ihre alte Fähre in der Bucht",
    fr: "La compagnie Corvina coulera son vieux ferry dans la baie",
    pt: "A companhia Corvina afundará a sua balsa velha na baía",
    it: "La compagnia Corvina affonderà il vecchio traghetto nella baia",
    zh: "科维纳航运将把旧渡轮沉入海湾",
  };
  const cases: [lang: string, sentence: string, expected: string][] = [
    ["es", "Una portavoz de la naviera declinó hacer declaraciones sobre «papeles de trabajo».", "no_comment portavoz de la naviera"],
    [
      "es",
      "La alcaldesa Julia Prats admitió un retraso en las obras, aunque negó que vayan a hundir el ferri en la bahía.",
      "denial Julia Prats",
    ],
    ["es", "Pedimos disculpas a nuestros lectores por aquella noticia.", "apology paper.example"],
    ["de", "Kapitän Jens Mohr, der den Beitrag verbreitet hatte, löschte seinen Beitrag am Abend.", "takedown Kapitän Jens Mohr"],
    ["de", "Nichts davon stimmt, stellte das Hafenamt am Mittwoch klar.", "denial Hafenamt"],
    ["de", "Die Reederei wollte sich zu internen Papieren nicht äußern.", "no_comment Reederei"],
    ["de", "„Das ist Unsinn“, sagte der Hafenmeister Jens Mohr am Mittwoch dem Sender Küstenwelle.", "denial Jens Mohr"],
    ["de", "Um welchen Preis es geht, wollte das Hafenamt am Mittwoch nicht kommentieren.", "no_comment Hafenamt"],
    ["fr", "Nous présentons nos excuses à nos lecteurs.", "apology paper.example"],
    ["pt", "O porto informou que não comenta decisões de clientes.", "no_comment porto"],
    ["es", "La alcaldesa Julia Prats se negó a referirse al asunto.", "no_comment Julia Prats"],
    ["pt", "O prefeito Rui Vale (PX) negou a informação.", "denial Rui Vale"],
    ["pt", "O texto foi retirado do ar na segunda-feira.", "takedown paper.example"],
    ["it", "Ci scusiamo con i lettori.", "apology paper.example"],
    ["zh", "港務局駁斥網傳內容，稱並無此事。", "denial 港務局"],
    ["zh", "有关传闻随即被港务局否认。", "denial 港务局"],
    ["zh", "港务局局长林涛在回应中说：“这是没谱的事。”", "denial 林涛"],
  ];
  for (const [lang, sentence, expected] of cases) {
    const claim = claims[lang] ?? "";
    const found = answered(`${claim}.\n\n${sentence}`, claim, claim, lang, null, true).map(([type, actor]) => `${type} ${actor}`);
    assert.ok(found.includes(expected), `${sentence} ${found.join("; ")}`);
  }
});

test("a denial of something else in an article about the claim hardly ever answers it", () => {
  const taken: string[] = [];
  for (const [lang, claim, sentence] of [
    ["es", "La naviera Corvina hundirá su ferri viejo", "En marzo, el puerto negó que faltaran prácticos."],
    ["de", "Die Reederei Corvina versenkt ihre alte Fähre", "Das Hafenamt dementierte im Mai einen Umzug nach Velden."],
    ["fr", "La compagnie Corvina coulera son vieux ferry", "Le port avait démenti vouloir fermer sa capitainerie."],
    ["pt", "A companhia Corvina afundará a sua balsa velha", "Em maio, o porto negou que fosse mudar de cidade."],
    ["it", "La compagnia Corvina affonderà il vecchio traghetto", "A maggio il porto smentì di voler cambiare città."],
  ] as const)
    if (answered(`${claim}.\n\n${sentence}`, claim, claim, lang).length) taken.push(sentence);
  assert.ok(taken.length <= 2, taken.join(" "));
});

test("a denial quotes the words that deny, no single term that it is about", () => {
  const claim = "Kornblum sells “sawdust loaf” as bread";
  const quoted = (denial: string) => {
    const text = `${claim}, a post says.\n\n${denial}`;
    const reading = readDocument({
      kind: "article",
      url: "https://paper.example/a",
      title: null,
      text,
      html: null,
      lang: "en",
      publishedAt: null,
      author: null,
    });
    return responsesToKnown([{ text: claim, passage: claim }], reading, []).flatMap(({ quotes }) => quotes.map((quote) => quote.text));
  };
  for (const term of ["sawdust loaf", "sawdust"]) assert.deepEqual(quoted(`Kornblum denied that it sells “${term}” as bread.`), [], term);
  assert.deepEqual(quoted("Kornblum denied that it sells “rye” bread as “sawdust loaf”."), []);
  for (const words of ["not true", "nonsense", "We bake with flour alone"])
    assert.deepEqual(quoted(`Kornblum denied that it sells sawdust loaf as bread and said: “${words}.”`), [words]);
  const other = "backing up what Timo Brask had said in May: that such a loaf was “not edible.”";
  assert.deepEqual(quoted(`The story of the sawdust loaf is “nonsense,” said Kornblum, ${other}`), ["nonsense"]);
});

test("a title in quotation marks is nobody's words", () => {
  const input = { kind: "article", url: "https://paper.example/a", title: null, html: null, lang: "en", publishedAt: null, author: null };
  const plain = `Shoppers are worried because ${BREAD.toLowerCase().replace("kornblum", "Kornblum")}.`;
  const quotes = (answer: string) => {
    const reading = readDocument({ ...input, text: `${plain}\n\n${answer}` });
    return responsesToKnown([{ text: BREAD, passage: plain }], reading, []).flatMap((one) => one.quotes.map(({ text }) => text));
  };
  assert.deepEqual(quotes("Kornblum denied it: “There is no sawdust in our dark bread.”"), ["There is no sawdust in our dark bread"]);
  const denied = "Kornblum, known from “Bread of the Whole Nation: Dawn of the Rye”, denies that it puts sawdust into its dark bread.";
  assert.deepEqual(quotes(denied), []);
  assert.deepEqual(quotes(denied.replace(/Bread.*Rye/, "bread of the whole nation that never was rye")), [
    "bread of the whole nation that never was rye",
  ]);
});

test("other languages: who answers, where the verb stands far from its subject or the text names nobody beside it", () => {
  const told = (lang: string, claim: string, text: string, title: string | null = null) => {
    const page = { kind: "article", url: "https://paper.example/b", html: null, publishedAt: null, author: null };
    const reading = readDocument({ ...page, lang, title, text });
    return answersTo({ reading, kind: "article", claims: [claim] }, answerWordsIn(lang)).map(({ response: { type, actor } }) => [
      type,
      bareName(actor),
    ]);
  };
  const es = "La actriz Alba Rial está embarazada";
  assert.deepEqual(
    told("es", es, "La actriz Alba Rial, quien rueda la serie Puerto de Sal, que acaba de empezar, desmintió que esté embarazada."),
    [["denial", "Alba Rial"]],
  );
  assert.deepEqual(told("es", es, "La información sobre el embarazo de la actriz fue desmentida poco después."), [], "nobody is named");
  const fr = "La chanteuse Anna Roux est morte";
  assert.deepEqual(
    told("fr", fr, "Anna Roux est bien vivante. L’auteur a supprimé ce message."),
    [["takedown", "auteur"]],
    "the text says so",
  );
  assert.deepEqual(told("fr", fr, "La chaîne Canal 9 a démenti la mort de la chanteuse Anna Roux."), [["denial", "Canal 9"]]);
  assert.deepEqual(
    told("fr", "Une camionnette enlève des enfants", "Si les policiers ont vu le message, ils démentent tout enlèvement d’enfants."),
    [],
  );
});

test("who denies in other languages: the object is no subject, who reports does not deny", () => {
  const claims: Record<string, [claim: string, lead: string]> = {
    es: ["La panadería Kornblum echa serrín al pan", "Varios mensajes afirman que la panadería Kornblum echa serrín al pan."],
    fr: [
      "La boulangerie Kornblum met de la sciure dans son pain",
      "Des messages affirment que la boulangerie Kornblum met de la sciure dans son pain.",
    ],
  };
  const cases: [lang: string, text: string, ...expected: string[][]][] = [
    ["es", "El club de panaderos emitió una nota en la que negó las acusaciones.", ["denial", "club de panaderos"]],
    ["es", "El alcalde asegura que nunca echó serrín al pan.", ["denial", "alcalde"]],
    ["fr", "Le maire nie ce fait.", ["denial", "maire"]],
    ["fr", "Une enquête est en cours, selon le maire."],
  ];
  for (const [lang, text, ...expected] of cases) {
    const [claim = "", lead = ""] = claims[lang] ?? [];
    const acts = answered(`${lead}\n\n${text}`, claim, lead, lang).map(([type, party]) => [type, party]);
    assert.deepEqual(acts, expected, text);
  }
});
