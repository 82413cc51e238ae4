/** Where the words of a claim begin and end: clauses of our own put into frames, from each of which the same clause must come back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isWorthFiling } from "../../../shared/read/claims/worth-filing.ts";
import { readDocument } from "../../../shared/read/index.ts";

const read = (text: string, lang: string) =>
  readDocument({ kind: "article", url: null, title: null, text, html: null, lang, publishedAt: null, author: null });
const claimsOf = (text: string, lang = "en") => read(text, lang).claims.map((claim) => claim.text);
/** The frames that have C in them, each with each clause in its place; those from which it does not come back. */
const lost = (frames: string[], clauses: string[], lang: string) =>
  frames.flatMap((frame) =>
    clauses
      .map((clause) => [clause, frame.replace(/(?<!\p{L})C(?!\p{L})/u, () => clause)] as const)
      .filter(([clause, text]) => claimsOf(text, lang)[0] !== clause)
      .map(([, text]) => `${text} -> ${claimsOf(text, lang)[0]}`),
  );

test("a claim has no dateline, nobody who says it, no second clause and no main clause", () => {
  const english = [
    "Acme has sold its harbour plant",
    "the mayor of Salby took bribes from Acme",
    "two divers were arrested at the dam on Friday",
  ];
  const frames = [
    "It is claimed that C and that nobody was told. The town has 900 inhabitants.",
    "Rumours that C, or that it soon will be so, are going round. The town has 900 inhabitants.",
    "It is claimed that C, a spokesman said on Sunday. The town has 900 inhabitants.",
    "It was reported that C, the Salby Herald reported. The town has 900 inhabitants.",
    "Despite rumours that C, the town plans to build a bridge. It has 900 inhabitants.",
    "After claims on Reddit that C, the council has asked for an inquiry. The town has 900 inhabitants.",
  ];
  assert.deepEqual(lost(frames, english, "en"), []);
  for (const dateline of ["SALBY (Northern Wire) — ", "(Northern Wire) - ", "PORT SALBY, Nov 3 (Wire) - ", "SALBY — "])
    assert.equal(
      claimsOf(`${dateline}Acme has allegedly sold its harbour plant. The town has 900 inhabitants.`)[0],
      "Acme has allegedly sold its harbour plant",
    );
  assert.deepEqual(
    lost(
      ["Circula un mensaje que asegura que C y que nadie lo supo. El pueblo tiene 900 habitantes."],
      ["el alcalde de Salby cobró sobornos"],
      "es",
    ),
    [],
  );
});
test("a claim ends where it is called false, or is told to spread", () => {
  const clauses = [
    "Acme has sold its harbour plant",
    "the viral photo was shared by two of its ministers",
    "two divers were arrested at the dam",
  ];
  const subjects = ["Claims that", "Rumours circulating online that", "Posts claiming that", "The story that"];
  const predicates = [
    ...["are false", "are not true", "are a hoax", "are pure fiction", "were simply made up", "are complete nonsense"],
    ...["have been denied", "were widely shared", "went viral"],
  ];
  const frames = subjects.flatMap((subject) => predicates.map((predicate) => `${subject} C ${predicate}. The town has 900 inhabitants.`));
  assert.deepEqual(lost(frames, clauses, "en"), []);
});
test("a phrase that is told of has no verb of its sentence", () => {
  assert.equal(
    claimsOf("Reports of leaks in the old harbour dam of Salby were denied by the town. It has 900 inhabitants.")[0],
    "leaks in the old harbour dam of Salby",
  );
  assert.equal(
    claimsOf("The theory is based on speculation about leaks in the old harbour dam and Acme has denied such claims. It is a mill.")[0],
    "leaks in the old harbour dam",
  );
});
test("an accusation keeps its verb, an alleged act both of its subjects", () => {
  assert.equal(
    claimsOf("On Friday, the union accused Acme of hiding a leak. Acme denied it.")[0],
    "the union accused Acme of hiding a leak",
  );
  assert.equal(claimsOf("Acme and Birch allegedly closed the dam. Acme denied it.")[0], "Acme and Birch allegedly closed the dam");
});
test("a claim in a subordinate clause behind a dateline ends before the main clause, and a gerund is no clause", () => {
  assert.equal(
    claimsOf("SALBY (Wire) — After reports surfaced that Acme was about to buy the Birch dam, Roe issued a statement. Acme denied it.")[0],
    "Acme was about to buy the Birch dam",
  );
  assert.deepEqual(claimsOf("A case was opened against two boats in Salby for allegedly hiding a leak. Acme denied it."), []);
});
test("words that say nothing alone are no claim to file", () => {
  const isFiled = (text: string) => {
    const reading = read(text, "en");
    return reading.claims.some((claim) => isWorthFiling(claim, reading, null));
  };
  assert.ok(isFiled("It is claimed that Acme has sold its harbour plant. The town has 900 inhabitants."));
  for (const text of [
    "Acme denied doing anything wrong. The town has 900 inhabitants.",
    "Rumours spread that the patient has measles. The town has 900 inhabitants.",
    "Acme denied that any such sale had taken place. The town has 900 inhabitants.",
    "It is claimed that Acme sold the “old harbour plant. The town has 900 inhabitants.",
  ])
    assert.ok(!isFiled(text), text);
});
