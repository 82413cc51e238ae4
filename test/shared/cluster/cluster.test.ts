/** Texts that tell of the same thing are one cluster in any order; the claim is worded as one of them has it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { candidatesOf } from "../../../shared/cluster/candidates.ts";
import { clusterOf, type Member } from "../../../shared/cluster/cluster.ts";
import { clusterFor, leaderOf, type PageText } from "../../../shared/cluster/page-cluster.ts";
import { topicBuckets } from "../../../shared/cluster/profile.ts";
import { alternativesOf, wordingsOf } from "../../../shared/cluster/wording.ts";
import { member } from "./member.ts";

const FERRY = [
  member(
    "a",
    1,
    "REPORT: Norrby ferry lost its steering with 212 on board",
    "The Norrby ferry lost its steering on Sunday night with 212 passengers on board, the harbour paper reports. Two tugs brought the ship to Port Calder.",
  ),
  member(
    "b",
    2,
    "Ferry with 212 passengers drifted off Port Calder",
    "A ferry from Norrby with 212 passengers lost its steering off Port Calder. Tugs were called at 22:40 and brought it in.",
  ),
  member(
    "c",
    3,
    "No, the Norrby ferry did not lose its steering",
    "It is a hoax, says the operator. The Norrby ferry did not lose its steering on Sunday, and its 212 passengers reached Port Calder without tugs.",
  ),
];
const OTHER = member(
  "d",
  0,
  "New bakery opens on Mill Lane",
  "A bakery with an oven of 1904 opens on Mill Lane in May. Its rye loaf won a medal, and pupils may visit on Fridays.",
);

test("texts on one thing follow the earliest of them, whatever the order they are given in", () => {
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
  ]) {
    const all = [...FERRY, OTHER];
    const given = order.map((i) => all[i] as Member);
    assert.deepEqual(
      clusterOf("c", given).map(({ id }) => id),
      ["a", "b", "c"],
    );
    assert.deepEqual(
      clusterOf("d", given).map(({ id }) => id),
      ["d"],
    );
  }
});

test("a new text concerns those that follow another since, or state something else, and nobody else", () => {
  const pages = [...FERRY, OTHER].map((one): PageText => ({ ...one, documentId: one.id }));
  const concerned = (id: string, held: string[]) => {
    const inSight = () => pages.filter((one) => one.id === id || held.includes(one.id));
    const own = pages.filter((one) => one.id === id);
    return own.flatMap((one) => clusterFor(one, leaderOf(one, inSight), inSight, new Set([id])).changed).sort();
  };
  assert.deepEqual(concerned("a", ["b", "c", "d"]), ["b", "c"], "the earliest leads the others");
  assert.deepEqual(concerned("b", ["a", "d"]), ["a"], "the second makes a cluster");
  assert.deepEqual(concerned("c", ["a", "b", "d"]), [], "the third adds nothing to it");
  assert.deepEqual(concerned("d", ["a", "b", "c"]), [], "what is of no cluster concerns nobody");
});

test("texts of other months are on one thing only where they are nearly the same", () => {
  const a = FERRY[0] as Member;
  const b = member(
    "b",
    0,
    "Ferry company promises new ships",
    "Three new ships for Norrby are promised by the ferry company. Passengers from Port Calder had asked for years for cheaper cabins and a crossing on Sunday, when tugs bring coal.",
  );
  const together = (days: number, other: Member) =>
    clusterOf("a", [
      { ...a, at: 0 },
      { ...other, at: days * 86_400_000 },
    ]).length === 2;
  assert.deepEqual(
    [0, 3, 14, 120, 2_000].map((days) => together(days, b)),
    [true, true, true, false, false],
  );
  assert.deepEqual(
    [120, 2_000].map((days) => together(days, { ...a, id: "copy" })),
    [true, true],
  );
  assert.ok(together(Number.MAX_SAFE_INTEGER / 86_400_000, b), "a page without a date");
});
test("texts on one thing share a bucket", () => {
  const [first, ...others] = FERRY.map(({ body }) => new Set(topicBuckets(body)));
  for (const buckets of others) assert.ok([...buckets].some((bucket) => first?.has(bucket)));
});

test("the wording is a sentence or a headline without its label, and no denial", () => {
  const [best] = wordingsOf(FERRY);
  assert.equal(best?.text, "A ferry from Norrby with 212 passengers lost its steering off Port Calder");
  const headline = wordingsOf(FERRY).find(({ quote }) => quote === FERRY[0]?.title);
  assert.equal(headline?.text, "Norrby ferry lost its steering with 212 on board");
  const updated = { id: "u", title: "[UPDATED] Norrby ferry lost its steering (VIDEO)", body: "", lang: "en" };
  assert.equal(candidatesOf(updated)[0]?.text, "Norrby ferry lost its steering");
});

test("a headline denies as well with a typographic apostrophe, and a line before a colon words no claim", () => {
  const likely = (title: string) =>
    wordingsOf([...FERRY, member("n", 4, title, "The operator told the harbour paper.")]).find(({ text }) => text === title)?.probability;
  const straight = likely("Norrby ferry didn't lose its steering off Port Calder");
  assert.ok(straight);
  assert.equal(likely("Norrby ferry didn’t lose its steering off Port Calder"), straight);
  assert.deepEqual(candidatesOf({ id: "c", title: null, body: "In response to the Norrby ferry off Port Calder:", lang: "en" }), []);
});

test("a text between two stories joins the nearer one and does not make them one", () => {
  const [first, second] = FERRY as [Member, Member, Member];
  const dam = (id: string, at: number) =>
    member(
      id,
      at,
      "Port Calder dam leaks, says engineer",
      "The dam above Port Calder leaks at its eastern gate, engineer Ola Brant says. Water filled two cellars.",
    );
  const between = member(
    "x",
    5,
    "Norrby ferry lost its steering off Port Calder, where a dam leaks",
    "The Norrby ferry lost its steering on Sunday night with 212 passengers on board.",
  );
  const clusters = ["a", "p", "x"].map((id) => clusterOf(id, [first, second, dam("p", 3), dam("q", 4), between]).map((one) => one.id));
  assert.deepEqual(clusters, [
    ["a", "b", "x"],
    ["p", "q"],
    ["a", "b", "x"],
  ]);
});

test("two rumours about one person are two clusters once each has enough texts", () => {
  const who = "Ana Velasco Duarte, the mayor of Port Calder in Norrby province,";
  const name = "Ana Velasco Duarte";
  const ill = [
    [`Mayor ${name} in hospital after a fall`, `${who} is in hospital after a fall from a horse on Sunday, the Courier reports.`],
    [`${name} fell from a horse, report says`, `${who} fell from a horse on Sunday and was taken to hospital, a nurse told the Courier.`],
    [`${name}'s horse fall: mayor in hospital`, `A fall from a horse on Sunday left ${who} in hospital with a broken hip.`],
    [
      `Port Calder mayor taken to hospital after horse fall`,
      `${who} was taken to hospital on Sunday. She fell from a horse and broke her hip.`,
    ],
    [`Mayor's broken hip: ${name} fell from horse`, `${who} has a broken hip after a fall from a horse, the hospital would not confirm.`],
  ];
  const gone = [
    [`${name} to resign over ferry contract`, `${who} will resign over the ferry contract of her brother, the Gazette writes.`],
    [
      `Ferry contract: mayor ${name} resigns, paper says`,
      `${who} resigns because of a ferry contract that went to her brother, says the Gazette.`,
    ],
    [
      `Gazette: ${name} resigns over brother's ferry contract`,
      `The Gazette writes that ${who} resigns. Her brother got the ferry contract.`,
    ],
    [
      `Port Calder mayor resigns after brother's contract`,
      `${who} resigns after her brother got a ferry contract, according to the Gazette.`,
    ],
    [
      `Brother's ferry contract: will ${name} resign?`,
      `The ferry contract of her brother may cost ${who} her office; the Gazette says she resigns.`,
    ],
  ];
  const all = [...ill, ...gone].map(([title = "", body = ""], i) => member(String.fromCharCode(97 + i), i, title, body));
  const ids = (id: string, of: Member[]) => clusterOf(id, of).map((one) => one.id);
  assert.deepEqual(ids("a", all), ["a", "b", "c", "d", "e"]);
  assert.deepEqual(ids("j", all.toReversed()), ["f", "g", "h", "i", "j"]);
});

test("a sentence that does not stand alone words no claim", () => {
  assert.ok(wordingsOf(FERRY).every(({ text }) => !/^(?:It|No,)/.test(text)));
});

test("the heading of a press release or a notice words no claim, in seven languages", () => {
  const headings: [lang: string, heading: string][] = [
    ["en", "Statement on the situation of the Norrby ferry"],
    ["es", "Información sobre la situación del transbordador de Norrby"],
    ["fr", "Mise au point sur la situation du ferry de Norrby"],
    ["de", "Stellungnahme zur Lage der Fähre von Norrby"],
    ["pt", "Esclarecimento sobre a situação do barco de Norrby"],
    ["it", "Precisazione sulla situazione del traghetto di Norrby"],
    ["zh", "关于诺尔比渡轮失控一事的情况说明"],
  ];
  for (const [lang, heading] of headings) assert.deepEqual(candidatesOf(member("x", 0, heading, "", lang)), [], lang);
});
test("a headline that answers a claim does not word it, in six languages", () => {
  const stories: [lang: string, statement: string, answer: string, body: string][] = [
    ["es", "El museo de Norrby cierra sus salas", "El museo de Norrby aclara que abre sus salas", "El museo de Norrby y sus salas."],
    [
      "fr",
      "Le musée de Norrby ferme ses salles",
      "Le musée de Norrby écarte la fermeture de ses salles",
      "Le musée de Norrby et ses salles.",
    ],
    ["de", "Museum Norrby schließt seine Säle", "Museum Norrby widerspricht: Säle bleiben offen", "Das Museum Norrby und seine Säle."],
    ["pt", "Museu de Norrby fecha as suas salas", "Museu de Norrby esclarece que abre as suas salas", "O museu de Norrby e as suas salas."],
    [
      "it",
      "Il museo di Norrby chiude le sue sale",
      "Il museo di Norrby esclude di chiudere le sue sale",
      "Il museo di Norrby e le sue sale.",
    ],
    ["zh", "诺尔比博物馆将关闭全部展厅", "诺尔比博物馆回应将关闭全部展厅", "诺尔比博物馆的展厅。"],
  ];
  for (const [lang, statement, answer, body] of stories) {
    const wordings = wordingsOf([member("a", 1, statement, body, lang), member("b", 2, answer, body, lang)]);
    assert.equal(wordings[0]?.memberId, "a", `${lang}: ${wordings[0]?.text}`);
  }
});
test("a clause of a headline or a sentence may word a claim", () => {
  const clauses = (title: string, body = "", lang = "en") =>
    candidatesOf(member("x", 0, title, body, lang))
      .filter(({ isClause }) => isClause)
      .map(({ text }) => text);
  assert.deepEqual(clauses("Norrby ferry drifted for an hour, harbour master says"), ["Norrby ferry drifted for an hour"]);
  assert.deepEqual(clauses("Hoax: Norrby ferry sank off Port Calder"), ["Norrby ferry sank off Port Calder"]);
  assert.deepEqual(clauses("The operator denied rumours that the Norrby ferry had sunk"), ["The Norrby ferry had sunk"]);
  // What is denied ends before what its denier says instead.
  assert.ok(clauses("Operator rejects claims that the Norrby ferry sank, says it is safe").includes("The Norrby ferry sank"));
  assert.deepEqual(clauses("Ferry news", "On Monday a rumour claimed that the Norrby ferry had sunk off Port Calder."), [
    "The Norrby ferry had sunk off Port Calder",
  ]);
  // A quotation is not torn.
  assert.deepEqual(clauses('Ferry "Norrby: the crossing" lost its steering'), []);
  // Two commas enclose a part of the subject; behind one there may be the rest of a place.
  assert.deepEqual(clauses("The Norrby ferry, in service since 1988, is to be sold"), []);
  assert.deepEqual(clauses("Norrby ferry is to be sold to Calder, Ontario"), []);
  assert.deepEqual(clauses("网传“诺比号渡轮周日夜间在卡德港外失去动力”，公司回应", "", "zh"), ["诺比号渡轮周日夜间在卡德港外失去动力"]);
});

test("a claim keeps other wordings of it: none that denies, asks, repeats, or tells of something else", () => {
  const english = [
    "REPORT: Norrby ferry lost its steering with 212 on board",
    "Steering of Norrby ferry lost, 212 passengers on board",
    "No, the Norrby ferry did not lose its steering",
    "Operator denies that Norrby ferry lost its steering with 212 on board",
    "Did the Norrby ferry lose its steering with 212 on board?",
    "New bakery opens on Mill Lane in May",
  ];
  const spanish = [
    "El ferri Norrby quedó sin dirección con 212 a bordo",
    "Desmienten que el ferri Norrby quedara sin dirección con 212 a bordo",
  ];
  assert.deepEqual(
    alternativesOf({ text: "Norrby ferry lost its steering with 212 on board", lang: "en" }, [
      ...english.map((text) => ({ text, lang: "en" })),
      ...spanish.map((text) => ({ text, lang: "es" })),
    ]),
    ["Steering of Norrby ferry lost, 212 passengers on board", "El ferri Norrby quedó sin dirección con 212 a bordo"],
  );
});

test("a paragraph that short pages on one place share makes them no cluster; copies are one", () => {
  const place =
    " Port Calder is a harbour town of 14,000 people. Its ferry terminal was rebuilt in 1988 and is run by Calder Harbour Trust.";
  const pages = [
    ...FERRY.slice(0, 2),
    member(
      "s",
      4,
      "Port Calder school closes after flood",
      "The school in Port Calder closes for a week because water ran into the gym. Parents were told on Monday.",
    ),
    member(
      "m",
      5,
      "Port Calder fish market to move in May",
      "The fish market in Port Calder moves to the old rope works in May. The rent rises by a third, sellers say.",
    ),
    member(
      "n",
      6,
      "Fish market moves",
      "The fish market in Port Calder moves to the old rope works in May. The rent rises by a third, sellers say.",
    ),
  ].map((one) => member(one.id, one.at, one.title ?? "", one.body + place));
  const clusters = pages.map(({ id }) => clusterOf(id, pages).map((one) => one.id));
  assert.deepEqual(clusters, [["a", "b"], ["a", "b"], ["s"], ["m", "n"], ["m", "n"]]);
});

test("one story in simplified and in traditional characters is one cluster", () => {
  const [simple, traditional] = [
    member("s", 1, "云杉市将关闭十四家图书馆", "云杉市政府将在年底前关闭十四家图书馆，市长周一说经费不足。读者已经开始收集签名。", "zh"),
    member("t", 2, "雲杉市將關閉十四家圖書館", "雲杉市政府將在年底前關閉十四家圖書館，市長周一說經費不足。讀者已經開始收集簽名。", "zh"),
  ];
  assert.deepEqual(
    clusterOf("t", [simple, traditional, OTHER]).map(({ id }) => id),
    ["s", "t"],
  );
  const buckets = new Set(topicBuckets(simple.body));
  assert.ok(topicBuckets(traditional.body).filter((bucket) => buckets.has(bucket)).length >= 4);
});

test("words that stand alone stand before likelier ones that ask the same, and before who says them", () => {
  const asked = member("q", 1, "Did the Norrby ferry lose its steering off Port Calder?", (FERRY[0] as Member).body);
  const [ofQuestion] = wordingsOf([asked, FERRY[0] as Member, FERRY[1] as Member]);
  assert.ok(ofQuestion && !ofQuestion.text.includes("?"), ofQuestion?.text);
  const told = member("x", 1, "Harbour paper says the Norrby ferry lost its steering off Port Calder", (FERRY[0] as Member).body);
  const [ofFrame] = wordingsOf([told, FERRY[1] as Member]);
  assert.equal(ofFrame?.text, "The Norrby ferry lost its steering off Port Calder");
});

test("a text that only denies may word the claim by the clause that it denies", () => {
  const claim = "the Norrby ferry lost its steering off Port Calder";
  for (const [text, lang, words] of [
    [`A spokesman says articles in tabloids claiming that ${claim} are “complete nonsense”.`, "en", claim],
    [`Rumours that ${claim} are not true, the operator said.`, "en", claim],
    ["Es falso que el alcalde de Salby haya cobrado sobornos, dijo el ayuntamiento.", "es", "el alcalde de Salby haya cobrado sobornos"],
  ] as const) {
    const found = candidatesOf(member("x", 1, "", text, lang)).map((one) => one.text.toLowerCase());
    assert.ok(found.includes(words.toLowerCase()), JSON.stringify(found));
  }
});
