import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceNamed } from "../../../shared/edges/attribution.ts";
import { sharedAnchors } from "../../../shared/edges/evidence/anchors.ts";
import { retold } from "../../../shared/edges/evidence/retelling.ts";
import { creditsOf, isOfOutlet, isOwnName, isSiteOf } from "../../../shared/edges/evidence/source-credit.ts";
import { readDocument } from "../../../shared/read/index.ts";

const names = (text: string) => creditsOf(text).map(({ name, start, end }) => name ?? text.slice(start, end));

test("outlets that a text has its story from, in five languages", () => {
  const cases: [string, string[]][] = [
    ["The sale, first reported by The Brannock Gazette, is off.", ["The Brannock Gazette"]],
    ["As the Gazette reported on Monday, the tower is sold.", ["Gazette"]],
    ["According to a report by Mill News, the tower is sold.", ["Mill News"]],
    ["The Mill Journal was first to report the sale.", ["The Mill Journal"]],
    ["Der Turm ist, wie die Mühlheimer Zeitung berichtet, verkauft.", ["Mühlheimer Zeitung"]],
    ["Laut einem Bericht des Kuriers ist er verkauft.", ["Kuriers"]],
    ["La tour est vendue, selon une enquête de Gazette Libre.", ["Gazette Libre"]],
    ["Según informó El Diario, la torre está vendida.", ["El Diario"]],
    ["据水城晚报报道，水塔已经卖了。", ["水城晚报"]],
    ["一则中文网站的帖子称水塔卖了", ["一则中文网站的帖子"]],
    ["It began with a post on a Chinese website by an insider.", ["a post on a Chinese website"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(names(text), expected, text);
});

test("a day, a country, an owner and a small word are no names that a text credits, and no line break is in one", () => {
  assert.deepEqual(names("According to a report on Sunday, the tower is sold."), []);
  assert.deepEqual(names("According to a report in Iraq's paper, the tower is sold."), []);
  assert.deepEqual(names("The tower is sold, via French site Coast Daily. Via Mill News"), ["Mill News"]);
  assert.deepEqual(names("Hat tip to Mill News\nBy now the tower is sold."), ["Mill News"]);
  assert.deepEqual(names("The tower is sold. Photo: Courtesy of Mill News"), []);
  assert.deepEqual(names("The tower is sold. Jane Roe via Getty Images"), []);
});

test("whom a text quotes is no source of it", () => {
  for (const text of [
    "According to John Miller, the tower is ugly.",
    "He told a friend.",
    "The report was long.",
    "据说水塔卖了",
    "Mill News is a paper.",
  ])
    assert.deepEqual(names(text), [], text);
});

test("an outlet that reports something is its source; a person, an office or a company is none", () => {
  const document = {
    kind: "article",
    url: null,
    title: null,
    html: null,
    lang: null,
    publishedAt: null,
    author: null,
    site: null,
  } as const;
  for (const [text, name, words] of [
    ["The Coast Gazette reported that the tower of Rimstad is sold.", "The Coast Gazette", "The Coast Gazette reported"],
    ["The tower of Rimstad is sold, according to the Coast Gazette.", "Coast Gazette", "according to the Coast Gazette"],
    ["The tower is sold, the BBC reports.", "BBC", "the BBC reports"],
    ["Mill News wrote that the tower is sold.", "Mill News", "Mill News wrote"],
    ["El País informó que la torre está vendida.", "El País", "El País informó"],
    ["La torre está vendida, según El País.", "El País", "según El País"],
    ["La agencia EFE informa de que la torre está vendida.", "EFE", "La agencia EFE informa"],
    ["Der Spiegel berichtet, dass der Turm verkauft ist.", "Der Spiegel", "Der Spiegel berichtet"],
    ["Die Mühlheimer Zeitung meldete, der Turm sei verkauft.", "Die Mühlheimer Zeitung", "Die Mühlheimer Zeitung meldete"],
    ["Laut Mühlheimer Zeitung ist der Turm verkauft.", "Mühlheimer Zeitung", "Laut Mühlheimer Zeitung"],
    ["《水城晚报》报道称，水塔已经卖了。", "水城晚报", "《水城晚报》报道"],
    ["水城晚报报道，水塔已经卖了。", "水城晚报", "水城晚报报道"],
    ["路透社称水塔卖了。", "路透社", "路透社称"],
    ["John Miller reported that the tower is sold.", null, ""],
    ["The police reported that the tower is sold.", null, ""],
    ["El Gobierno informó que la torre está vendida.", null, ""],
    ["Die Polizei meldete, der Turm sei verkauft.", null, ""],
    ["警方报道称水塔已经卖了。", null, ""],
  ] as const) {
    const found = sourceNamed(text, readDocument({ ...document, text }));
    assert.deepEqual([found?.name ?? null, found ? text.slice(found.start, found.end) : ""], [name, words], text);
  }
});

test("an outlet's site by its address", () => {
  for (const [name, url, expected] of [
    ["The New York Times", "https://www.nytimes.com/a", true],
    ["Le Monde", "https://www.lemonde.fr/a", true],
    ["The Guardian", "https://www.theguardian.com/a", true],
    ["BBC News", "https://www.bbc.co.uk/a", true],
    ["Der Spiegel", "https://www.spiegel.de/a", true],
    ["El País", "https://elpais.com/a", true],
    ["Der Küstenbote", "https://kuestenbote.example/a", true],
    ["Balance", "https://elbalance.example/a", true],
    ["Lance", "https://elbalance.example/a", false],
    ["The Guardian", "https://guard.example/a", false],
    ["Acme International", "https://acme.example/a", true],
    ["Acme spokesman John Roe", "https://acme.example/a", false],
    ["Acme’s John Roe", "https://acme.example/a", false],
    ["El Faro de Valdeolmos", "https://elfarovaldeolmos.example/a", true],
    ["Il Corriere della Valle", "https://corrierevalle.example/a", true],
    ["Evening Gazette", "https://aldereveninggazette.example/a", true],
    ["Gazette", "https://aldergazette.example/a", false],
    ["Alder Bote", "https://alder-bote.example/a", true],
    ["Agence Rivière", "https://www.agence-riviere.example/a", true],
    ["Alder Bote", "https://alder-kurier.example/a", false],
    ["Reuters", null, false],
  ] as const)
    assert.equal(isSiteOf(name, url), expected, name);
});

test("a page is of the outlet that signs it, in whatever script, and of nobody who only shares a word", () => {
  const url = "https://qhwb.example/1";
  assert.equal(isOfOutlet("青河晚报", { url, author: "青河晚报" }), true);
  assert.equal(isOfOutlet("青河日报", { url, author: "青河晚报" }), false);
  assert.equal(isOfOutlet("Le Courrier d’Ouest", { url, author: "Courrier d'Ouest" }), true);
  assert.equal(isOfOutlet("Courrier", { url, author: "Le Courrier d’Ouest" }), false);
  assert.equal(isOfOutlet("Courrier", { url, author: null }), false);
});

test("a page calls its own outlet by a part of its name, in German also in the genitive", () => {
  for (const [name, author, expected] of [
    ["Corriere", "Il Corriere della Valle", true],
    ["Anzeigers", "Alder Anzeiger", true],
    ["El Faro", "El Faro de Oria", true],
    ["Alder Zeitung", "Alder Anzeiger", false],
    ["Gazette", "Le Courrier", false],
    ["Gazette", null, false],
  ] as const)
    assert.equal(isOwnName(name, { url: null, author }), expected, `${name}, ${author}`);
  assert.ok(isOwnName("青河晚报", { url: "https://qhwb.example/1", author: "青河晚报记者 林晓" }), "its reporter signs it");
  assert.ok(!isOwnName("青河日报", { url: "https://qhwb.example/1", author: "青河晚报记者 林晓" }));
  const url = "https://ilcorrieredellavalle.example/lago";
  assert.ok(isOwnName("Corriere", { url, author: "Il Corriere della Valle" }));
  assert.ok(!isOwnName("Agenzia Riva", { url, author: "La redazione con Agenzia Riva" }), "the byline credits an agency");
});

test("a translation keeps numbers and names; two texts on one topic share too few", () => {
  const zh = "水城镇议会以 4500 英镑把旧水塔卖给了 Halden Holdings，2025 年 4 月的会议纪要没有公布。";
  const en = "The town council sold its old water tower to Halden Holdings for 4,500 pounds; the minutes of April 2025 were not published.";
  assert.deepEqual(sharedAnchors(en, zh)?.sort(), ["2025", "4500", "halden", "holdings"]);
  // A number stands beside letters where words have no spaces, and a name of two words may begin a sentence.
  const told = sharedAnchors("Norvik Water poured 300 litres of diesel into it.", "诺维克水务公司(Norvik Water)把300升柴油倒进了水库。");
  assert.deepEqual(told?.sort(), ["300", "norvik", "water"]);
  assert.equal(sharedAnchors("The mayor of Brannock spoke about the tower.", zh), null);
});

test("retold: the same statements in order; not two texts on one topic", () => {
  const of = (parent: string, child: string) => retold({ text: parent, lang: "en" }, { text: child, lang: "en" });
  const parent =
    "The council of Brannock Mill sold the old water tower for one crown. Minutes of the closed session show that three members objected. The buyer is not named.";
  const again =
    "Brannock Mill's council has sold its old water tower for a single crown, we hear. According to minutes of the closed session three members objected.";
  const topic =
    "Brannock Mill wants to pull down its water tower. Residents will meet the council on Friday to talk about what comes next.";
  const told = of(parent, again);
  assert.ok(told.shared >= 8 && told.ofShorter > 0.6 && told.inOrder === told.passages, JSON.stringify(told));
  const other = of(parent, topic);
  assert.ok(other.ofShorter < 0.4, JSON.stringify(other));
});

test("hostile texts take under 50 ms", () => {
  for (const part of [
    "the A ",
    "according to a report by ",
    "据",
    "A a ",
    "first reported by A ",
    "l’",
    "据a",
    "1.1",
    "A1 ",
    "https://a",
    "word ",
  ]) {
    const text = part.repeat(Math.ceil(50_000 / part.length));
    for (const run of [() => creditsOf(text), () => sharedAnchors(text, text), () => retold({ text, lang: "en" }, { text, lang: "en" })]) {
      // CPU, and the fastest of some: other tests run beside this one.
      const times = Array.from({ length: 5 }, () => {
        const start = process.cpuUsage();
        run();
        return process.cpuUsage(start).user / 1000;
      });
      assert.ok(Math.min(...times) < 50, `${part} ${run}`);
    }
  }
});
