/** What makes texts more alike than their common words: names in other languages than English, and one's title in the other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isAlike } from "../../../shared/cluster/cluster.ts";
import { groupAlike } from "../../../shared/cluster/same-statement.ts";
import { wordingsOf } from "../../../shared/cluster/wording.ts";
import { member } from "./member.ts";

const MINE = member(
  "a",
  1,
  "Quellwerk Bad Tonnau soll verkauft werden",
  "Der Abfüller Quellwerk aus Bad Tonnau steht nach Angaben aus dem Umfeld von Inhaber Ulf Merz vor dem Verkauf an die Gruppe Norvand. Die Belegschaft erfuhr davon am Dienstag.",
  "de",
);
/** The same in other words, and with other names in their place. */
const retold = (quelle: string, ort: string, mann: string, käufer: string) =>
  member(
    "b",
    2,
    `${käufer} greift nach ${quelle}`,
    `In ${ort} fürchten Beschäftigte um ihre Stellen. ${mann} schweigt zu Gesprächen, die er mit ${käufer} führt. Die Gewerkschaft will von ${quelle} wissen, was am Verkauf des Abfüllers dran ist.`,
    "de",
  );

test("wordings that may tell one story are one group, those of another party or thing are not", () => {
  const wordings = [
    "The Norrby ferry lost its steering with 212 passengers on board",
    "The bridge of Kivik was closed because its bolts are made of plastic",
    "Port Calder: Norrby ferry lost its steering on Sunday night",
    "The bridge of Melk was closed because its bolts are made of plastic",
    "212 on board as ferry from Norrby loses steering",
  ].map((text) => ({ text, lang: "en" }));
  const [ferry, kivik, again, melk, third] = wordings;
  assert.deepEqual(groupAlike(wordings), [[ferry, again, third], [kivik], [melk]]);
});

test("names join texts in another language than English, and the same words with other names do not", () => {
  assert.ok(isAlike(MINE, retold("Quellwerk", "Bad Tonnau", "Ulf Merz", "Norvand")));
  assert.ok(!isAlike(MINE, retold("Sprudelhof", "Klein Ravitz", "Jan Odel", "Kelmar")));
});

test("a text that has another's title is more alike, unless it is of another month", () => {
  const title = "Harbour crane at Port Calder fell on a barge";
  const short = member(
    "c",
    1,
    title,
    "Nobody was hurt, the harbour master says. Divers look for the cab, and traffic waits outside.",
    "en",
  );
  const about = (at: number) =>
    member(
      "d",
      at,
      "What a week on the coast",
      "Visitors came for the regatta and stayed for the brass band, while the harbour master kept the quay closed for divers. It was on Friday that a crane fell at Port Calder, and a barge sank under it. The mayor promised a report, and a new fountain for the square by spring.",
      "en",
    );
  const without = member("c", 1, "Friday at the coast", short.body, "en");
  assert.ok(isAlike(short, about(1)));
  assert.ok(!isAlike(without, about(1)));
  assert.ok(!isAlike(short, about(200 * 24 * 3600 * 1000)));
});

test("of two headlines the one whose words the other texts have words the claim", () => {
  const texts = [
    member("e", 1, "Quellwerk wird an Norvand verkauft", MINE.body, "de"),
    member("f", 2, "Ein Dienstag, den niemand vergisst", MINE.body.replace("Die Belegschaft", "Das Haus"), "de"),
    retold("Quellwerk", "Bad Tonnau", "Ulf Merz", "Norvand"),
  ];
  const headlines = wordingsOf(texts).filter(({ place }) => place === 0);
  assert.equal(headlines[0]?.text, "Quellwerk wird an Norvand verkauft");
  assert.ok(headlines.length > 1);
});
