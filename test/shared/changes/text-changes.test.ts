import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MAX_TEXT_CHANGES, textChangesBetween } from "../../../shared/changes/text-changes.ts";
import type { TextChange } from "../../../shared/model/text-change.ts";
import { assertCheap } from "../../cpu.ts";
import { chinese, english } from "./fact-languages.ts";
import { retold } from "./generator.ts";
import { precision, recall, tally } from "./score.ts";

const between = (parent: string, child: string, lang: string | null = null, childLang = lang) =>
  textChangesBetween({ text: parent, lang }, { text: child, lang: childLang });
const said = (list: TextChange[]) => list.map(({ kind, was, now }) => [kind, was?.text ?? null, now?.text ?? null]);
const changes = (parent: string, child: string, lang: string | null = "en", childLang = lang) =>
  said(between(parent, child, lang, childLang));

test("hedges that go and come", () => {
  assert.deepEqual(changes("Acme reportedly closed its Leeds plant.", "Acme closed its Leeds plant."), [
    ["hedge_dropped", "reportedly", null],
  ]);
  assert.deepEqual(changes("Acme closed its Leeds plant.", "Acme may have closed its Leeds plant."), [["hedge_added", null, "may"]]);
  assert.deepEqual(changes("Apparently Acme closed its plant.", "If this is right, Acme closed its plant."), [], "doubt in other words");
  assert.deepEqual(changes("Acme reportedly closed its plant.", "Acme allegedly closed its plant."), [], "doubt for doubt");
  assert.deepEqual(changes("Reportedly, Acme closed its plant.", "Acme closed its plant, reportedly."), [], "moved");
  assert.deepEqual(
    changes("Acme closed the plant in May.", "Acme closed the plant."),
    [["detail_lost", "May", null]],
    "a month is no doubt",
  );
  assert.deepEqual(changes("该公司涉嫌关闭了利兹工厂。", "该公司关闭了利兹工厂。", "zh"), [["hedge_dropped", "涉嫌", null]]);
  assert.deepEqual(changes("La empresa supuestamente cerró su fábrica.", "La empresa cerró su fábrica.", "es"), [
    ["hedge_dropped", "supuestamente", null],
  ]);
});

test("a figure that was about so much", () => {
  assert.deepEqual(changes("Divers found about 40 bells in the bay.", "Divers found 40 bells in the bay."), [
    ["hedge_dropped", "about", null],
  ]);
  assert.deepEqual(changes("Divers found up to 40 bells in the bay.", "Divers found up to 40 bells in the bay!"), []);
  assert.deepEqual(
    changes("Divers found about 40 bells in the bay.", "Divers found 400 bells in the bay."),
    [["number_changed", "40", "400"]],
    "another figure",
  );
  assert.deepEqual(changes("The talk is about 40 bells.", "The talk is about 40 bells in the bay."), []);
});

test("figures of other scripts", () => {
  assert.deepEqual(changes("أغلقت بلدية رمانة ٣٠٠ بئر في أسبوع واحد.", "أغلقت بلدية رمانة 300 بئر في أسبوع واحد.", "ar"), []);
  assert.deepEqual(changes("أغلقت بلدية رمانة 300 بئر في أسبوع واحد.", "أغلقت بلدية رمانة ٣٬٠٠٠ بئر في أسبوع واحد.", "ar"), [
    ["number_changed", "300", "٣٬٠٠٠"],
  ]);
  assert.deepEqual(changes("नगर ने ४५ कुएँ बंद किए।", "नगर ने 45 कुएँ बंद किए।", "hi"), []);
});

test("numbers by value and place, however they are written", () => {
  assert.deepEqual(changes("The model scored 1,417 points in the test.", "The model scored 1,517 points in the test."), [
    ["number_changed", "1,417 points", "1,517 points"],
  ]);
  for (const same of ["1417", "1,417", "１４１７", "1.4k", "about 1,400"])
    assert.deepEqual(changes("The fine hit 1,417 shops in Leeds.", `The fine hit ${same} shops in Leeds.`), [], same);
  assert.deepEqual(changes("They paid two thousand dollars for it.", "They paid $2,000 for it."), []);
  assert.deepEqual(changes("They paid 3 million dollars for the old ship.", "They paid 3 billion dollars for the old ship."), [
    ["number_changed", "3 million dollars", "3 billion dollars"],
  ]);
  assert.deepEqual(changes("工厂解雇了1.4万名工人。", "工厂解雇了14000名工人。", "zh"), []);
  assert.deepEqual(changes("工厂解雇了三百五十名工人。", "工厂解雇了350名工人。", "zh"), []);
  assert.deepEqual(changes("工厂解雇了1.4万名工人。", "工厂解雇了14万名工人。", "zh"), [["number_changed", "1.4万", "14万"]]);
  assert.deepEqual(
    changes("The crash killed 5 people in Boston on Monday.", "The crash injured 7 people in Boston on Monday."),
    [],
    "two facts",
  );
  assert.deepEqual(changes("12 people were killed and 30 injured in the fire.", "30 injured in the fire, 12 people were killed."), []);
  assert.deepEqual(changes("The hearing begins on April 5 in Leeds.", "The hearing begins on April 7 in Leeds."), [
    ["number_changed", "5", "7"],
  ]);
});

test("units: money, shares, lengths and times; a converted length is none", () => {
  assert.deepEqual(changes("Globex paid $5 million for the site.", "Globex paid €5 million for the site."), [
    ["unit_changed", "$5 million", "€5 million"],
  ]);
  assert.deepEqual(changes("The rate rose by 5% last week.", "The rate rose by 5 percentage points last week."), [
    ["unit_changed", "5%", "5 percentage points"],
  ]);
  assert.deepEqual(changes("公司支付了500万美元罚款。", "公司支付了五百万欧元罚款。", "zh"), [["unit_changed", "500万美元", "五百万欧元"]]);
  assert.deepEqual(changes("The pipe runs 5 miles through the wood.", "The pipe runs 8 km through the wood."), []);
  assert.deepEqual(changes("Globex paid 5 million dollars for the site.", "Globex paid US$5m for the site."), []);
});

test("names by what is around them", () => {
  assert.deepEqual(changes("Acme trained its model on test questions.", "Globex trained its model on test questions."), [
    ["name_changed", "Acme", "Globex"],
  ]);
  const repeated = ["So! @kestrel: The mill in Leeds was sold to Acme", "“@osprey: The mill in Leeds was sold to Acme” @teal"] as const;
  assert.deepEqual(changes(...repeated), [], "whose words a post repeats is no part of them");
  assert.deepEqual(changes("Mark Sutter denied it at Acme on Monday.", "Sutter denied it at Acme on Monday."), [], "a short form");
  assert.deepEqual(
    changes("Ann Li sold the mill in Leeds.", "Bea Roe sold the mill in Leeds. Few believe it."),
    [["name_changed", "Ann Li", "Bea Roe"]],
    "a name is no part of a word",
  );
  for (const [lang, one, other] of [
    ["en", "Beijing denied the report on the islands on Monday.", "China denied the report on the islands on Monday."],
    ["en", "Washington rejected the deal with the union.", "The United States rejected the deal with the union."],
    ["en", "ISIS claimed the attack on the market of Leeds.", "Islamic State claimed the attack on the market of Leeds."],
  ] as const)
    assert.deepEqual(changes(one, other, lang), [], one);
  assert.deepEqual(changes("Beijing denied the report on the islands.", "Russia denied the report on the islands."), [
    ["name_changed", "Beijing", "Russia"],
  ]);
  assert.deepEqual(changes("Acme fired the whole team in Leeds.", "The company fired the whole team in Leeds.")[0]?.[0], undefined);
  assert.deepEqual(changes("张伟表示，北京市将关闭工厂。", "李娜表示，上海市将关闭工厂。", "zh"), [
    ["name_changed", "张伟", "李娜"],
    ["name_changed", "北京市", "上海市"],
  ]);
});

test("credit that is lost while the content stays", () => {
  assert.deepEqual(changes("According to a former worker, Acme closed the plant.", "Acme closed the plant."), [
    ["attribution_lost", "According to a former worker", null],
  ]);
  assert.deepEqual(changes("Acme closed the plant, police said.", "Acme closed the plant."), [["attribution_lost", "police said", null]]);
  assert.deepEqual(changes("Acme closed the plant, police said.", "Police say Acme closed the plant."), []);
  assert.deepEqual(changes("据一名前员工称，公司关闭了工厂。", "公司关闭了工厂。", "zh"), [["attribution_lost", "据一名前员工称", null]]);
  assert.deepEqual(changes("Según la policía, la empresa cerró la fábrica.", "La empresa cerró la fábrica.", "es"), [
    ["attribution_lost", "Según la policía", null],
  ]);
});

test("negation that flips, and its opposites", () => {
  assert.deepEqual(changes("Acme did not close the plant in Leeds.", "Acme did close the plant in Leeds."), [
    ["negation_flipped", "not close", "close"],
  ]);
  assert.deepEqual(changes("The minister confirmed the leak.", "The minister denied the leak."), [
    ["negation_flipped", "confirmed", "denied"],
  ]);
  assert.deepEqual(changes("The bridge is safe for lorries.", "The bridge is unsafe for lorries."), [
    ["negation_flipped", "safe", "unsafe"],
  ]);
  assert.deepEqual(changes("该公司否认使用测试题训练模型。", "该公司使用测试题训练模型。", "zh"), [
    ["negation_flipped", "否认使用", "使用"],
  ]);
  const kept = "They have sharp vision and recognise matters that even the owner does not think about.";
  const others = 'Others praised them for "recognising matters the owner does not think about".';
  assert.deepEqual(changes(kept, `${others} ${kept}`), [], "another sentence has one too");
  assert.deepEqual(changes("Roe no vendió el molino.", "Roe vendió el molino.", "es"), [["negation_flipped", "no vendió", "vendió"]]);
  assert.deepEqual(changes("Acme not only closed the plant but sold it.", "Acme closed the plant but sold it."), [], "not only");
});

test("that there is none of a thing is no opposite of what else is said of it", () => {
  const things: [lang: string, none: string, ends: string[], runs: string[]][] = [
    ["en", "No more THING", ["The THING ends in May.", "In May the THING is history."], ["The THING, it says there."]],
    ["de", "Kein THING mehr", ["Der THING endet im Mai.", "Im Mai ist der THING Geschichte."], ["Ein THING"]],
    ["es", "Ningún THING", ["El THING termina en mayo.", "En mayo el THING es historia."], ["Un THING"]],
    ["fr", "Aucun THING", ["Le THING disparaît en mai.", "En mai le THING est supprimé."], ["Un THING"]],
  ];
  const named: Record<string, string[]> = {
    en: ["night train to Varsund", "swimming lessons in Tarnby", "ferry between Osby and Lund"],
    de: ["Nachtzug nach Varsund", "Schwimmkurs in Tarnby"],
    es: ["tren nocturno a Varsund", "barco entre Osby y Lund"],
    fr: ["train de nuit pour Varsund", "bateau entre Osby et Lund"],
  };
  const flips = (one: string, other: string, lang: string) =>
    said(between(one, other, lang)).filter(([kind]) => kind === "negation_flipped");
  for (const [lang, none, ends, runs] of things)
    for (const thing of named[lang] ?? [])
      for (const [list, count] of [
        [ends, 0],
        [runs, 1],
      ] as const)
        for (const text of list.map((one) => one.replace("THING", thing))) {
          const gone = `${none.replace("THING", thing)}, I read.`;
          assert.equal(flips(text, gone, lang).length, count, `${text} → ${gone}`);
          assert.equal(flips(gone, text, lang).length, count, `${gone} → ${text}`);
        }
  const verbs = ["Trains to Varsund will run until May.", "No trains to Varsund will run."] as const;
  assert.equal(flips(...verbs, "en").length, 1, "a whole statement is denied");
});

test("one sense in other words is no change", () => {
  const same: [lang: string, one: string, other: string][] = [
    ["en", "The bridge of Tarnby cannot carry lorries.", "The bridge of Tarnby is unable to carry lorries."],
    ["en", "Acme denied that the bridge will close.", "Acme did not confirm that the bridge will close."],
    ["en", "Acme confirmed that the bridge is safe.", "Acme did not deny that the bridge is safe."],
    ["en", "The bridge will not close until May.", "The bridge will close in May."],
    ["en", "The bridge will reportedly close in spring.", "The bridge will close in spring, according to reports."],
    ["en", "The president of the United States visited Tarnby.", "The president of the USA visited Tarnby."],
    ["en", "The United Kingdom sent two ships to Tarnby.", "Britain sent two ships to Tarnby."],
    ["en", "It was 100 degrees Fahrenheit in Tarnby.", "It was 38 degrees Celsius in Tarnby."],
    ["es", "EE. UU. envió dos barcos a Tarnby.", "Estados Unidos envió dos barcos a Tarnby."],
    ["es", "El puente no cerrará hasta mayo en Tarnby.", "El puente cerrará en mayo en Tarnby."],
    ["en", "The road runs along E. Meyer Blvd in Tarnby.", "The road runs along East Meyer Boulevard in Tarnby."],
    ["en", "J. Roe sold the ship to Acme.", "Jane Roe sold the ship to Acme."],
    ["en", "LONDON (AP) — A fire closed the mill of Tarnby.", "PARIS (Reuters) - A fire closed the mill of Tarnby."],
    ["en", "Acme did not comment on the mill.", "Acme declined to comment on the mill."],
    ["es", "La OMS cerró el molino el lunes.", "La Organización Mundial de la Salud cerró el molino el lunes."],
    ["es", "No vino nadie a Tarnby el lunes.", "Nadie vino a Tarnby el lunes."],
    ["it", "Roe non ha mai venduto il mulino.", "Roe non ha venduto il mulino."],
    ["pt", "Não veio ninguém a Tarnby na segunda.", "Ninguém veio a Tarnby na segunda."],
    ["zh", "无人在塔恩比的火灾中受伤。", "没有人在塔恩比的火灾中受伤。"],
    ["fr", "Personne n'a été blessé à Tarnby.", "Aucune personne n'a été blessée à Tarnby."],
    ["fr", "Une personne a été blessée à Tarnby.", "Un homme a été blessé à Tarnby."],
  ];
  for (const [lang, one, other] of same)
    for (const [was, now] of [
      [one, other],
      [other, one],
    ] as const)
      assert.deepEqual(
        changes(was, now, lang).filter(([kind]) => kind !== "detail_lost"),
        [],
        `${was} / ${now}`,
      );
});

test("the biggest details lost", () => {
  const parent = "Acme closed the Leeds plant after a three-week strike over unpaid overtime. It had made lamps there since 1950.";
  assert.deepEqual(changes(parent, "Acme closed the Leeds plant. It had made lamps there since 1950."), [
    ["detail_lost", "three-week strike over unpaid overtime", null],
  ]);
});

test("across languages: that it is translated, and numbers that are others", () => {
  const zh = "据一名前员工称，该公司用1.4万道测试题训练模型，并支付了500万美元。";
  const kinds = (child: string, lang: string) => between(zh, child, "zh", lang).map((m) => m.kind);
  assert.deepEqual(kinds("A former employee says the company trained on 14,000 test questions and paid 5 million dollars.", "en"), [
    "translated",
  ]);
  assert.deepEqual(changes(zh, "The company trained on 14,000 test questions and paid 6 million dollars.", "zh", "en").slice(1), [
    ["number_changed", "500万美元", "6 million dollars"],
  ]);
  assert.deepEqual(changes("La presa perdió 3.000 metros cúbicos de hormigón.", "大坝损失了3万立方米混凝土。", "es", "zh").slice(1), [
    ["number_changed", "3.000 metros cúbicos", "3万立方米"],
  ]);
  assert.deepEqual(kinds("La empresa pagó 5 millones de dólares y entrenó con 14.000 preguntas.", "es"), ["translated"]);
});

test("where the compared start of one text ends earlier in the story, nothing has changed", () => {
  const name = (i: number) => [i, i / 5, i / 25].map((n) => ["ba", "do", "ki", "lu", "me"][Math.floor(n) % 5]).join("");
  const story = Array.from({ length: 90 }, (_, i) => ["stead", "ware", "fold", "mark", "gate"].map((end) => name(i) + end).join(" "))
    .map((sentence) => `The ${sentence}.`)
    .join(" ");
  const longer = `${"They wrote many letters on bells. ".repeat(8)}${story}`;
  assert.deepEqual(changes(story, longer), []);
  assert.deepEqual(
    changes(longer, story).filter(([, text]) => !text?.includes("letters on bells")),
    [],
  );
});

const story = fc
  .tuple(fc.constantFrom(english, chinese), fc.integer({ min: 1, max: 1e6 }))
  .map(([language, seed]) => ({ language, ...retold(language, seed) }));

test("identical texts, other case, marks, invisible characters and addresses give nothing", () => {
  fc.assert(
    fc.property(story, ({ language, parent }) => {
      const { lang } = language;
      for (const child of [
        parent,
        parent.toLowerCase(),
        parent.toUpperCase(),
        parent.replace(/(?<!\d)[.,。，] ?|[.,。，] ?(?!\d)/g, " "),
        parent.replace(/(\p{L})/gu, "$1\u200b"),
        `${parent} https://example.org/a?b=1 `,
        parent.normalize("NFD"),
      ])
        assert.deepEqual(said(between(parent, child, lang)), [], child);
    }),
    { numRuns: 60 },
  );
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => assert.deepEqual(between(text, text), [])));
});

test("swapping parent and child turns a hedge dropped into one added", () => {
  fc.assert(
    fc.property(story, ({ language, parent, child }) => {
      const pick = (list: TextChange[], kind: string, side: "was" | "now") =>
        list
          .filter((m) => m.kind === kind)
          .map((m) => JSON.stringify(m[side]))
          .sort();
      const [there, back] = [between(parent, child, language.lang), between(child, parent, language.lang)];
      if (there.length === MAX_TEXT_CHANGES || back.length === MAX_TEXT_CHANGES) return;
      assert.deepEqual(pick(there, "hedge_dropped", "was"), pick(back, "hedge_added", "now"));
      assert.deepEqual(pick(there, "hedge_added", "now"), pick(back, "hedge_dropped", "was"));
    }),
    { numRuns: 200 },
  );
});

test("spans are slices of their texts, for any texts, and at most 8", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc
      .array(fc.constantFrom(..."not reportedly said $5 5m 三百 万 据 称 没有 Acme Boston , . 。 \u200b á 1,417 'S".split(" ")), {
        maxLength: 80,
      })
      .map((list) => list.join(" ")),
    story.map(({ child }) => child),
  );
  fc.assert(
    fc.property(text, text, fc.constantFrom(null, "en", "zh", "de", "xx"), (parent, child, lang) => {
      const found = between(parent, child, lang);
      assert.ok(found.length <= MAX_TEXT_CHANGES);
      for (const { was, now } of found) {
        assert.ok(was || now);
        if (was) assert.equal(parent.slice(was.start, was.end), was.text);
        if (now) assert.equal(child.slice(now.start, now.end), now.text);
      }
    }),
    { numRuns: 300 },
  );
});

test("50,000 characters of anything take less than 50 ms", () => {
  const hostile = [
    "not ",
    "5 million dollars ",
    "Acme Boston ",
    "三",
    "据说",
    "a.b ",
    "\n",
    '"',
    "$5 ",
    "may. ",
    "of the ",
    "1,",
    "\u0301",
    "2025-",
    "said ",
    "\u200b",
  ];
  for (const unit of hostile) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length));
    const other = `x ${text.slice(0, 2_000)} Acme ${text}`;
    assertCheap(() => between(text, other, "en"), 50, JSON.stringify(unit));
  }
});

for (const language of [english, chinese])
  test(`retold texts in ${language.lang}: precision and recall of each kind`, () => {
    for (const [kind, counts] of Object.entries(tally(language, 300))) {
      if (kind === "translated") continue;
      assert.ok(counts.right >= 15, `${kind}: only ${counts.right}`);
      assert.ok(precision(counts) >= 0.9, `${kind}: precision ${precision(counts)} ${JSON.stringify(counts)}`);
      assert.ok(recall(counts) >= 0.9, `${kind}: recall ${recall(counts)} ${JSON.stringify(counts)}`);
    }
  });

test("the conditional of hearsay is a doubt in Romance languages", () => {
  assert.deepEqual(changes("La ministre aurait déjà vendu le château.", "La ministre a déjà vendu le château.", "fr"), [
    ["hedge_dropped", "aurait", null],
  ]);
  assert.deepEqual(changes("O prefeito teria vendido o castelo.", "O prefeito vendeu o castelo.", "pt"), [
    ["hedge_dropped", "teria", null],
  ]);
  assert.deepEqual(changes("El alcalde habría vendido el castillo.", "El alcalde ha vendido el castillo.", "es"), [
    ["hedge_dropped", "habría", null],
  ]);
});
