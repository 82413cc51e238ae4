import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { queryTerms, type RawCandidate, score, terms } from "../../../shared/match/index.ts";
import { leastCpuTime } from "../../cpu.ts";
import { ask, best, STRANGERS } from "./ask.ts";

const LIBRARY = "The mayor of Ostrava will close every public library in the city by Christmas";

test("links: the same words, another case and punctuation", () => {
  const found = best(`${LIBRARY.toUpperCase()}!!`, [LIBRARY, ...STRANGERS]);
  assert.equal(found.decision, "linked");
  assert.ok(found.score > 0.95);
  assert.ok(found.reasons.includes("says the same words"));
});
test("links: a sentence of a longer text, and a phrasing", () => {
  const text = `I could not believe what I read today. ${LIBRARY}. What do you all think of this?`;
  assert.equal(best(text, [["Ostrava libraries to shut", LIBRARY], ...STRANGERS]).decision, "linked");
});
test("links: a paraphrase that keeps the rare words", () => {
  const found = best("So now the mayor in Ostrava wants to close all public libraries in town before Christmas, unbelievable #Ostrava", [
    ...STRANGERS,
    LIBRARY,
  ]);
  assert.equal(found.text, LIBRARY);
  assert.equal(found.decision, "linked");
  assert.ok(found.reasons.some((reason) => reason.includes("ostrava")));
});
test("links: a post that contradicts it", () => {
  const found = best("It is not true that the mayor of Ostrava will close every public library in the city by Christmas", [
    LIBRARY,
    ...STRANGERS,
  ]);
  assert.equal(found.decision, "linked");
});
test("does not link: a changed number, and it is said", () => {
  const claim = "The council of Ostrava raised the water price by 10% without telling residents";
  const found = best("The council of Ostrava raised the water price by 12% without telling residents", [claim, ...STRANGERS]);
  assert.equal(found.decision, "suggested");
  assert.ok(found.reasons.includes("differs: 12% against 10%"), found.reasons.join("; "));
});
test("does not link: a number changed in other words and another order, and it is said; a year is no other number", () => {
  const claim = "The utility of Lindenau cut off 2,300 households because a trainee turned the wrong switch";
  const found = best("A trainee turned the wrong switch at the utility of Lindenau, and so 5,100 households were cut off", [
    claim,
    ...STRANGERS,
  ]);
  assert.equal(found.decision, "suggested");
  assert.ok(found.reasons.includes("differs: 5,100 against 2,300"), found.reasons.join("; "));
  const times = "A study in Lindenau found that the cigarettes contain ten times as much lead as tobacco";
  assert.equal(best(times.replace("ten times", "10x"), [times, ...STRANGERS]).decision, "linked");
  const year = best("In 2024 a trainee turned the wrong switch at the utility of Lindenau and households were cut off", [
    claim,
    ...STRANGERS,
  ]);
  assert.ok(!year.reasons.some((reason) => reason.startsWith("differs")), year.reasons.join("; "));
});
test("links: with digits for letters, letters apart, in dialect, and after words before a claim that begins with no name", () => {
  const wolves = "Wolves were secretly released in the Ardmore hills by the forestry agency in March 2023";
  const water = "Drinking tap water in Brookfield turns teeth blue because of copper pipes laid in 1974";
  for (const [text, claim] of [
    ["W0lves were secretly re1eased in the Ardm0re hi11s by the f0restry agency in March 2023", wolves],
    ["W o l v e s were secretly released in the Ardmore hills by the forestry agency in March 2023", wolves],
    ["Is it true that tap water in Brookfield turns your teeth blue because of copper pipes from 1974?", water],
    ["Folks round ’ere reckon t’tap watter in Brookfield turns yer teeth blue, all cos o’ them copper pipes laid in 1974", water],
  ] as const)
    assert.equal(ask(text, [claim], "en", 1)[0]?.decision, "linked", text);
});
test("links: a Chinese claim in nearly the same words", () => {
  const claim = "测试团队把榜单题目混进训练数据来提高分数";
  const found = best("听说测试团队把榜单题目都混进了训练数据，就是为了提高分数", ["市长宣布关闭全部图书馆", claim], "zh");
  assert.equal(found.text, claim);
  assert.notEqual(found.decision, "none");
  assert.equal(best(`${claim}。`, [claim, "市长宣布关闭全部图书馆"], "zh").decision, "linked");
});
test("links: two claims that are one claim told twice", () => {
  const found = ask(LIBRARY, [LIBRARY, `${LIBRARY}.`, ...STRANGERS]);
  assert.deepEqual(
    found.slice(0, 2).map((one) => one.decision),
    ["linked", "linked"],
  );
});
test("links: the only claim of a new instance, said in other words", () => {
  const found = best("The mayor of Ostrava is going to close every one of the city's public libraries by Christmas", [LIBRARY], "en", 0);
  assert.equal(found.decision, "linked");
});
test('links: in a young index, what is said of it counted apart: "it is not true that …, says …"', () => {
  const claim = "Model Kestrel-3 was trained on the answers of the public benchmark MathArena";
  const text = "It is not true that Kestrel-3 was trained on the answers of MathArena, says the company";
  assert.equal(ask(text, [claim], "en", 5)[0]?.decision, "linked");
});

test("does not link: in a young index another statement on the same names, which a large one has rivals for", () => {
  const claim = "A grey seal named Otto swam up the river Wendle and ate 300 trout at the Marsden fish farm";
  const text = "The Marsden fish farm is looking for two people who can count trout, apply until the end of May";
  const [found] = ask(text, [claim], "en", 5);
  assert.notEqual(found?.decision, "linked");
  assert.ok((found?.score ?? 1) <= 0.72, "as likely as it is");
});
test("does not link: another number that is a part of the name, which is another name", () => {
  const claim = "Model Kestrel-3 was trained on the answers of the public benchmark MathArena";
  for (const text of [claim, "Kestrel-3 is just memorising MathArena: the answers of the public benchmark were in its training data"]) {
    assert.equal(best(text, [claim, ...STRANGERS]).decision, "linked", text);
    const other = best(text.replace("-3", "-4"), [claim, ...STRANGERS]);
    assert.equal(other.decision, "suggested", text);
    assert.ok(other.reasons.includes("differs: Kestrel 4 against Kestrel 3"), other.reasons.join("; "));
  }
  const hurt = "In Ambleford 12 people were hurt when the old weir broke on the river Wendle";
  assert.ok(best(hurt.replace("12", "14"), [hurt, ...STRANGERS]).reasons.includes("differs: 14 against 12"));
});
test("does not link: another name in the same words", () => {
  for (const text of [LIBRARY.replace("Ostrava", "Bratislava"), `Heard this: ${LIBRARY.replace("Ostrava", "Ljubljana")}`]) {
    const found = best(text, [LIBRARY, ...STRANGERS]);
    assert.notEqual(found.decision, "linked", text);
    assert.ok(
      found.reasons.some((reason) => reason.startsWith("differs: ")),
      found.reasons.join("; "),
    );
  }
  const claim = "Nadia Brandt told reporters that the factory dumped acid into the lake";
  const found = best("Nadia Kowalski told reporters that the factory dumped acid into the lake", [claim, ...STRANGERS]);
  assert.notEqual(found.decision, "linked");
});
test("does not link: another subject in Chinese", () => {
  const claim = "星河公司宣布将在欧洲建立新工厂并雇佣五千人";
  assert.equal(best(`网传${claim}`, [claim], "zh").decision, "linked");
  assert.notEqual(best(claim.replace("星河", "蓝海"), [claim], "zh").decision, "linked");
});
test("links: a text that leaves a sign of letters and numbers away does", () => {
  const found = best(
    "A new tablet has cured 80 percent of patients with marsh fever in a study of 200 people, the company Orbelin announced",
    ["Orbelin's tablet OB-77 has cured 80 percent of patients with marsh fever"],
    "en",
    0,
  );
  assert.equal(found.decision, "linked");
});
test("links: another form of the same name does; another month waits", () => {
  const claim = "In March the United States Army sent letters about a new military draft to students in Ohio";
  const asked = ["In March the USA Army sent letters about some new military draft to all the students in Ohio"];
  for (const text of asked) assert.equal(best(text, [claim, ...STRANGERS]).decision, "linked", text);
  const april = best("Last April the US Army sent letters about a new military draft to students in Ohio", [claim, ...STRANGERS]);
  assert.equal(april.decision, "suggested");
  assert.ok(april.reasons.includes("differs: April against March"));
});
test("a month in a name is no date of the claim", () => {
  const claim = "Republicans stalled the release of prisoners held in Iran in a failed October Surprise ploy";
  const text = "Republicans stalled the release of the prisoners held in Iran in a failed ploy until after November, they say";
  assert.equal(best(text, [claim, ...STRANGERS]).decision, "linked");
});
test("of claims that differ in quotation marks alone the same one comes first, in whatever order the index gives them", () => {
  const twice = [`“${LIBRARY}”`, `'${LIBRARY}'`].map((text) => ({ claimId: text, ref: null, text, lang: "en", phrasings: [], rank: 0 }));
  const first = (claims: typeof twice) =>
    score(`They say: ${LIBRARY}, can you imagine`, "en", claims, { claims: 2, frequency: new Map() })[0]?.text;
  assert.equal(first(twice), first(twice.toReversed()));
});
test("does not link: the claim with the right name comes before the one with another", () => {
  const other = LIBRARY.replace("Ostrava", "Bratislava");
  const found = ask(`They say: ${LIBRARY}, can you imagine`, [other, LIBRARY]);
  assert.equal(found[0]?.text, LIBRARY);
  assert.equal(found[0]?.decision, "linked");
  assert.notEqual(found[1]?.decision, "linked");
});
test("does not link: a text under eight words, even the same", () => {
  const found = best("Tap water causes hair loss", ["Tap water causes hair loss", ...STRANGERS]);
  assert.equal(found.decision, "suggested");
  assert.ok(found.score > 0.9);
  assert.ok(found.reasons.includes("is too short to be linked without a person"), found.reasons.join("; "));
});
test("does not link: strangers in a large index and in a new one", () => {
  const text = "Just had the best coffee of my life at the little place near the station, go there";
  for (const others of [0, 5000]) for (const found of ask(text, STRANGERS, "en", others)) assert.equal(found.decision, "none", found.text);
  const sameTopic = best("The public library in my city has a lovely new reading room, go and see it", [LIBRARY, ...STRANGERS], "en", 0);
  assert.notEqual(sameTopic.decision, "linked");
});
test("does not link: everyday claims about the same thing", () => {
  const found = best(
    "Coffee in the morning helps me to get through long days at work",
    ["Coffee stunts the growth of children", ...STRANGERS],
    "en",
    20,
  );
  assert.notEqual(found.decision, "linked");
});

test("no candidates, no words: nothing, without error", () => {
  assert.deepEqual(score("anything at all", null, [], { claims: 0, frequency: new Map() }), []);
  assert.equal(best("🔥🔥🔥", STRANGERS).decision, "none");
  assert.equal(best("", ["", "…"]).decision, "none");
});

test("whatever the texts: every candidate comes back once, scores are probabilities in falling order, at most one story is linked", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.constantFrom(LIBRARY, ...STRANGERS, LIBRARY.replace("Ostrava", "Brno")),
  );
  fc.assert(
    fc.property(texts, fc.array(texts, { minLength: 1, maxLength: 8 }), (text, claims) => {
      const found = ask(text, claims);
      assert.deepEqual(found.map((one) => one.claimId).sort(), claims.map((_, i) => `c${i}`).sort());
      let before = 1;
      for (const one of found) {
        assert.ok(one.score >= 0 && one.score <= before, `${one.score} after ${before}`);
        before = one.score;
      }
    }),
    { numRuns: 200 },
  );
});

test("hostile texts and claims take less than 50 ms", () => {
  for (const unit of ["a", "作", "\u200d", "a ", "A b ", "1 ", '"a', "a. ", "No. "]) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length));
    const candidates: RawCandidate[] = [{ claimId: "c", ref: null, rank: 0, text: text.slice(0, 2000), phrasings: [LIBRARY], lang: null }];
    const spent = leastCpuTime(() => score(text, null, candidates, { claims: 10, frequency: new Map() }), 50);
    assert.ok(spent < 50, `${JSON.stringify(unit)}: ${spent} ms`);
  }
});

describe("a claim in another language", () => {
  const claim = "Meta trained Llama 4 Maverick on the test set, so it scored 1417 on LMArena";
  const others = ["Meta opened a data centre in Ohio", ...STRANGERS];
  const asked = (text: string, lang: string) => {
    const frequency = new Map(queryTerms(text, lang).map((term) => [term, terms(claim, "en").includes(term) ? 1 : 0]));
    const candidates = [...others, claim].map((said, rank): RawCandidate => {
      return { claimId: `c${rank}`, ref: null, rank, text: said, phrasings: [], lang: "en" };
    });
    return score(text, lang, candidates, { claims: 5000, frequency }).find((one) => one.text === claim);
  };
  test("that names the same things is suggested, never linked, and says by what", () => {
    for (const [text, lang] of [
      ["有人爆料：Meta 把测试集混进 Llama 4 Maverick 的后训练，所以 LMArena 得分高达 1417", "zh"],
      ["Dicen que Meta entrenó Llama 4 Maverick con el test y por eso sacó 1417 puntos en LMArena", "es"],
    ] as const) {
      const found = asked(text, lang);
      assert.equal(found?.decision, "suggested", text);
      assert.ok(
        found?.reasons.some((reason) => /another language.*1417/.test(reason)) || (found?.score ?? 0) >= 0.2,
        found?.reasons.join("; "),
      );
    }
  });
  test("that shares a name alone is not", () => {
    for (const text of ["Meta 今天宣布将在巴黎开设一家新的研究中心，招聘五百名工程师", "听说食堂下周二停业装修，改成自助餐"])
      assert.equal(asked(text, "zh")?.decision, "none", text);
  });
});

describe("a wording in another language than the claim's", () => {
  const claim = (lang: string, text: string, phrasing: string): RawCandidate => ({
    ...{ claimId: "c", ref: null, rank: 0 },
    ...{ text, phrasings: [phrasing], lang },
  });
  const decide = (text: string, lang: string, one: RawCandidate) =>
    score(text, lang, [one], { claims: 5000, frequency: new Map() })[0]?.decision;
  const ferry = claim(
    "de",
    "Die Fähre nach Lund fährt seit Montag ohne Kapitän",
    "The ferry to Lund has been sailing without its captain since Monday",
  );
  const bridge = claim(
    "en",
    "The bridge of Tarm was closed because its bolts are made of plastic",
    "Le pont de Tarm a été fermé parce que ses boulons sont en plastique",
  );
  test("links as the claim's own does", () => {
    assert.equal(
      decide("I cannot believe it. The ferry to Lund has been sailing without its captain since Monday!", "en", ferry),
      "linked",
    );
    assert.equal(decide("Incroyable : le pont de Tarm a été fermé parce que tous ses boulons sont en plastique.", "fr", bridge), "linked");
  });
  test("a language in which it has none still waits", () => {
    assert.notEqual(
      decide("El puente de Tarm fue cerrado porque sus tornillos son de plástico, dicen los vecinos", "es", bridge),
      "linked",
    );
  });
});
