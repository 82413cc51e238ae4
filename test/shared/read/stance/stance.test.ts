import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { StanceLabel } from "../../../../shared/model/reading.ts";
import { contradicts } from "../../../../shared/read/stance/contradiction.ts";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { areSameLanguage } from "../../../../shared/text/language.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { networks } from "../../../support/stance-networks.ts";

const CLAIM = "The harbour bridge in Tromsdal will close for repairs until spring";
const ROOT = `BREAKING: ${CLAIM}, the council decided tonight`;
const post = (text: string, about = CLAIM) => stanceOf(text, about, { networks, kind: "post", lang: "en" }).label;
const reply = (text: string, root = ROOT, lang = "en") =>
  stanceOf(text, root, { networks, kind: "comment", lang, root, parent: null, words: lang === "en" ? null : answerWordsIn(lang) }).label;
const article = (text: string, about = CLAIM, lang = "en") => stanceOf(text, about, { networks, kind: "article", lang }).label;

test("a post that starts a thread and plainly asserts supports", () => {
  assert.equal(post(ROOT, ROOT), "support");
  assert.equal(post("Harbour bridge in Tromsdal closes for repairs until spring. Plan your trips."), "support");
});
test("a contradiction flips a post to deny, in English and in Chinese", () => {
  for (const text of [
    "It is not true that the harbour bridge in Tromsdal will close for repairs until spring.",
    "The story about the Tromsdal harbour bridge closing for repairs is fake.",
    "Debunked: the harbour bridge in Tromsdal stays open.",
  ])
    assert.equal(post(text), "deny", text);
  const claim = "特罗姆斯达尔大桥将关闭到春天";
  const zh = (text: string) => stanceOf(text, claim, { networks, kind: "post", lang: "zh", words: answerWordsIn("zh") }).label;
  assert.equal(zh("特罗姆斯达尔大桥将关闭到春天,请注意绕行"), "support");
  for (const text of ["辟谣:特罗姆斯达尔大桥不会关闭", "大桥将关闭到春天的消息不实", "大桥关闭?这是谣言"])
    assert.equal(zh(text), "deny", text);
  assert.equal(zh("特罗姆斯达尔大桥将关闭到春天,是真的吗?"), "query");
});
test("a lie, no evidence, nonsense, never and did not deny; a denial that is told, a claim that negates and other negations do not", () => {
  const claim = "Mayor Ingrid Solberg of Tarnby cancelled the vote on the tram after receiving 45,000 euros from a bus company";
  for (const text of [
    "It's a lie that Mayor Solberg of Tarnby cancelled the tram vote after getting 45,000 euros from a bus company",
    "Mayor Ingrid Solberg never received 45,000 euros from a bus company before cancelling the Tarnby tram vote",
    `${claim}. That's nonsense.`,
    `There is no evidence that ${claim}`,
    "Mayor Ingrid Solberg did not receive 45,000 euros from a bus company, the tram vote in Tarnby was cancelled for another reason",
  ])
    assert.equal(post(text, claim), "deny", text);
  for (const text of [
    `No wonder ${claim}`,
    `I can't believe it, ${claim}`,
    `Nobody should be surprised: ${claim}`,
    `Never voting for Solberg again. ${claim}!`,
    `Not trusting Mayor Solberg any more: ${claim}`,
    "Mayor Ingrid Solberg of Tarnby not only cancelled the vote on the tram but received 45,000 euros from a bus company",
  ])
    assert.equal(post(text, claim), "support", text);
  assert.equal(post(`Mayor Ingrid Solberg denies that she ${claim.slice(31)}`, claim), "comment");
  const never = "The mayor of Tarnby never received any money from a bus company";
  assert.equal(post("So the mayor of Tarnby never received any money from a bus company", never), "support");
  const zh = (text: string) =>
    stanceOf(text, "海城地铁三号线因为司机睡着而停了四十分钟", { networks, kind: "post", lang: "zh", words: answerWordsIn("zh") }).label;
  assert.equal(zh("海城地铁公司：三号线司机睡着导致列车停了四十分钟的说法不属实"), "deny");
  assert.equal(zh("海城地铁三号线因为司机睡着而停了四十分钟，情况属实"), "support");
});
test("a post that asks about the claim queries it", () => {
  assert.equal(post("Is it true that the harbour bridge in Tromsdal will close for repairs?"), "query");
});
test("a contradiction of a contradicting claim is no denial", () => {
  const claim = "The report that the harbour bridge closes is a hoax";
  assert.notEqual(post("The report that the harbour bridge closes is a hoax, do not share it", claim), "deny");
  assert.equal(contradicts(fold("This is not a hoax."), "any"), false);
});
test("replies: asks, denies, comments", () => {
  assert.equal(reply("@council is this true? any source?"), "query");
  assert.equal(reply("No, this is not true. That's a lie and you know it."), "deny");
  assert.equal(reply("谣言,不要再传了", "大桥将关闭到春天", "zh"), "deny");
  assert.equal(reply("my cousin lives close to there, such a lovely town in summer"), "comment");
});
test("an article about other things is unrelated, unless it is in another language", () => {
  const other =
    "Bakers in Lyon compete for the best loaf. The jury tasted forty breads on Sunday and gave its prize to a young apprentice.";
  assert.equal(article(other), "unrelated");
  const zh = "里昂的面包师周日参加比赛,评委品尝了四十种面包,并把奖项颁给了一位年轻的学徒。";
  assert.notEqual(article(zh, CLAIM, "zh"), "unrelated");
  assert.equal(areSameLanguage(zh, CLAIM, "zh"), false);
  assert.equal(areSameLanguage("Die Brücke wird nicht vor dem Frühling geöffnet und ist zu", CLAIM, "de"), false);
  assert.equal(areSameLanguage(other, CLAIM, "en"), true);
});
test("an article that only tells of the claim observes; one that calls it a hoax in its own voice denies", () => {
  const told =
    "The harbour bridge in Tromsdal may close for repairs until spring, according to an unconfirmed report. A local newspaper, citing an unnamed source, reported that the bridge will close. The council has not confirmed the report. A spokesman said he could not comment on rumours.";
  assert.equal(article(told), "observe");
  const hoax =
    "Hoax: the harbour bridge in Tromsdal will not close for repairs until spring. The story was made up by a satirical website. The bridge stays open, and the letter that went round was fake.";
  assert.equal(article(hoax), "deny");
});
test("a standalone post in the claim's language that shares nothing with it is unrelated", () => {
  assert.equal(post("Fresh strawberries arrive on Monday, come early"), "unrelated");
  assert.notEqual(post("草莓周一到货,欢迎早来"), "unrelated");
});
test("scores are probabilities of known labels and the label is the greatest, for any text", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 300 }), fc.lorem());
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom("post", "comment", "article", "fact_check"),
      fc.option(text),
      fc.option(text),
      (t, about, kind, root, parent) => {
        const { label, scores } = stanceOf(t, about, { networks, kind, lang: "en", root, parent });
        assert.ok(Object.keys(scores).every((name) => StanceLabel.safeParse(name).success));
        assert.ok(Math.abs(Object.values(scores).reduce((a, b) => a + b, 0) - 1) < 1e-9);
        assert.equal(scores[label], Math.max(...Object.values(scores)));
        assert.deepEqual(stanceOf(t, about, { networks, kind, lang: "en", root, parent }).scores, scores);
      },
    ),
    { numRuns: 40 },
  );
});
test("hostile text takes no more than 50 ms of CPU", () => {
  stanceOf("warm up", CLAIM, { networks, kind: "article", lang: "en" });
  const units = [
    "a",
    "@",
    '"',
    '"@a:',
    "?",
    "\u200d",
    "\u202e",
    "א",
    "真",
    "a.",
    "rt @a ",
    "#",
    " ",
    "http://",
    "'",
    "a'",
    "😀",
    "\ud800",
    "is fake. ",
    "\n",
    "。",
  ];
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length));
    for (const kind of ["post", "comment", "article"]) {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 3; i++) {
        const before = process.cpuUsage().user;
        stanceOf(text, text, { networks, kind, lang: "", root: kind === "comment" ? text : null, parent: null });
        least = Math.min(least, (process.cpuUsage().user - before) / 1000);
      }
      assert.ok(least < 50, `${JSON.stringify(unit)} as ${kind}: ${least.toFixed(1)} ms`);
    }
  }
});

test("a claim that says that something was faked is supported by who repeats it, and denied by who contradicts it", () => {
  const claim = "Northwind Semiconductors faked the benchmark results of its K9 chip";
  const label = (text: string) => stanceOf(text, claim, { networks, kind: "post", lang: "en" }).label;
  assert.equal(
    label("I used to work there. Northwind faked the K9 benchmark results: the boards detect the benchmark and overclock."),
    "support",
  );
  assert.equal(label("Northwind faked the K9 benchmark results"), "support");
  assert.equal(label("The story that Northwind faked K9 benchmarks is fake"), "deny");
  assert.equal(label("No, Northwind did not fake the K9 benchmark results"), "deny");
  assert.equal(label("Any proof that Northwind faked the benchmarks?"), "query");
});

test("who reports that somebody says it supports a claim that somebody says it, and not the claim itself", () => {
  const text =
    "A retired ferry captain in Tromsdal claims that he saw a walrus steer his old boat into the harbour.\n\n" +
    "The captain, Odd Lie, said on Tuesday that the animal stood at the wheel and looked calm. Nobody else saw it.";
  const towards = (about: string) =>
    stanceOf(text, about, { networks, kind: "article", lang: "en", title: "Captain claims he saw a walrus steer his boat" }).label;
  assert.equal(towards("A ferry captain in Tromsdal says that he saw a walrus steer his boat"), "support");
  assert.equal(towards("A walrus steered a boat into the harbour of Tromsdal"), "observe");
});

test("a headline that says the opposite of the claim speaks for a denial, one that asks less", () => {
  const text = "The bronze walrus of Tromsdal was never away. Rumours of a theft had spread on Tuesday, but the museum issued a statement.";
  const denial = (title: string) =>
    stanceOf(text, "The bronze walrus of Tromsdal was stolen", { networks, kind: "article", lang: "en", title }).scores["deny"] ?? 0;
  assert.ok(denial("The Walrus Of Tromsdal Is Safe") > 0.5);
  assert.ok(denial("The Walrus Of Tromsdal Is Safe") > denial("Is The Walrus Of Tromsdal Safe?") + 0.1);
});
test("what a post negates and the claim does not is never surely a support", () => {
  const sure = (text: string, about: string) => stanceOf(text, about, { networks, kind: "post", lang: "en" }).sure;
  const rumour = "The Gannets rumoured to be playing a surprise show in Osby";
  assert.equal(sure("The Gannets rumoured to be playing in Osby tonight", rumour), true);
  assert.equal(sure("The Gannets not playing the Rotunda tonight, promoter says", rumour), false);
  assert.equal(
    sure("I still cannot believe that the Gannets play a surprise show in Osby", rumour),
    true,
    "what is negated is something else",
  );
  assert.equal(sure("The Gannets are not coming to Osby", "The Gannets are not coming to Osby after all"), true);
  const mill = "Harrow Mill put chalk in its white flour";
  assert.equal(sure("Harrow Mill put chalk in its white flour, my aunt saw it", mill), true);
  assert.equal(
    sure("We have tested forty bags of Harrow Mill white flour. No chalk was found.", mill),
    false,
    "another sentence negates it",
  );
  assert.equal(sure("My aunt works at a mill. I will only say: chalk", mill), false, "no sentence states it");
});
test("a post that asks about something else than the claim is no question about it", () => {
  const mill = "Harrow Mill put chalk in its white flour";
  const states = "My aunt works there: Harrow Mill put chalk in its white flour.";
  for (const asks of ["Why is nobody reporting this??", "Anybody else shocked?", "What are the inspectors paid for?"])
    assert.notEqual(post(`${states} ${asks}`, mill), "query", asks);
  for (const asks of [`Is it true that ${mill}?`, `${states.slice(0, -1)}?`, "They say Harrow Mill put chalk in flour. Is this real?"])
    assert.equal(post(asks, mill), "query", asks);
});

test("no stance is sure in a language that we do not read", () => {
  for (const [lang, about, text] of [
    ["ru", "Завод Вельмора кладёт опилки в хлеб", "Неправда, что завод Вельмора кладёт опилки в хлеб. Это ложь."],
    ["ja", "ベルモラ社はパンにおがくずを入れている", "ベルモラ社はパンにおがくずを入れているというのはデマです。"],
    ["nl", "Velmora Brood doet zaagsel in het brood", "Het is niet waar dat Velmora Brood zaagsel in het brood doet"],
    ["tr", "Velmora Ekmek ekmeğe talaş koyuyor", "Velmora Ekmek ekmeğe talaş koyuyor iddiası yalan"],
    ["pl", "Firma Velmora dodaje trociny do chleba", "To nieprawda, że firma Velmora dodaje trociny do chleba"],
    [
      "ca",
      "Forns Velmora posa serradures al pa",
      "No és cert que Forns Velmora posa serradures al pa. Ho han dit els inspectors que van ser dos dies a la fàbrica, i també els veïns que hi treballen des de fa anys.",
    ],
    [
      "eu",
      "Velmora okindegiak zerrautsa jartzen du ogian",
      "Gezurra da Velmora okindegiak zerrautsa jartzen du ogian esatea. Ikuskatzaileek bi egun eman dituzte lantegian, eta ez dute halakorik aurkitu; bertako langileek ere gauza bera diote, urteak baitaramatzate lanean.",
    ],
    ["ar", "شركة فيلمورا تضع نشارة الخشب في الخبز", "كذب: شركة فيلمورا تضع نشارة الخشب في الخبز"],
  ] as const)
    for (const given of [lang, "und", "en"])
      for (const kind of ["post", "article"])
        assert.equal(
          stanceOf(text, about, { networks, kind, lang: given, title: kind === "article" ? text : null }).sure,
          false,
          `${kind} ${text}`,
        );
});
test("fake things beside a claim that somebody faked them are no sure denial; a denial beside them is one", () => {
  const claim = "Ada Lind falsified the records of patients in the trial of the drug Orvex at Salem University";
  const judged = (title: string, lead: string) => {
    const text = `${lead}\n\nThe paper appeared last year. A spokesman for Salem University said that it takes such things seriously.`;
    const { label, sure } = stanceOf(text, claim, { networks, kind: "article", lang: "en", title });
    return label === "deny" && sure;
  };
  for (const [title, lead] of [
    [
      "Drug trial under scrutiny after blog alleges fake data",
      "A blog has accused Ada Lind of falsifying records in a trial of the drug Orvex.",
    ],
    [
      "Ada Lind accused of faking records in Orvex trial",
      "Ada Lind of Salem University made up records of patients, a rival says. The records look bogus, he said.",
    ],
    [
      "Fake patients in Orvex trial?",
      "Records in the trial of the drug Orvex at Salem University were fabricated, a former colleague of Ada Lind says.",
    ],
  ] as const)
    assert.equal(judged(title, lead), false, title);
  const debunk = "It is not true that Ada Lind falsified the records of patients in the trial of the drug Orvex.";
  assert.equal(judged("No, Ada Lind did not fake the records of the Orvex trial: the claim is false", debunk), true);
});
