import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import fc from "fast-check";
import { indexed, lookupWords, queryTerms, terms } from "../../../shared/match/index.ts";
import { leastCpuTime } from "../../cpu.ts";

const TOKENIZER = `tokenize = "unicode61 remove_diacritics 0 tokenchars ''''"`;

/** What FTS5 makes of a line of words. */
function indexer() {
  const db = new DatabaseSync(":memory:");
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(words, ${TOKENIZER}); CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)`);
  const insert = db.prepare("INSERT INTO t (words) VALUES (?)");
  const read = db.prepare("SELECT term FROM v ORDER BY doc, offset");
  return (line: string): string[] => {
    db.exec("DELETE FROM t");
    insert.run(line);
    return (read.all() as { term: string }[]).map((row) => row.term);
  };
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "don't",
        "U.S.",
        "1,417",
        "12.5%",
        "#OpenSkies",
        "@someHandle",
        "ΣΟΦΟΣ",
        "प्रधानमंत्री",
        "ไม่จริง",
        "作弊",
        "Ⅷ",
        "ﬁn",
        "a\u0301b",
        "👩‍👩‍👧",
        "…",
        '"x"',
      ),
    )
    .map((parts) => parts.join(" ")),
);

test("every term is one token to FTS5, unchanged", () => {
  const tokenize = indexer();
  fc.assert(
    fc.property(anyText, (text) => {
      const found = terms(text);
      assert.deepEqual(tokenize(found.join(" ")), found);
    }),
    { numRuns: 300 },
  );
});

test("terms are distinct, at most 40 units, without quotes or spaces, and no text throws", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("en", "zh", "de", "und", null, undefined), (text, lang) => {
      const found = terms(text, lang);
      assert.equal(new Set(found).size, found.length);
      for (const term of found) assert.match(term, /^[^\s"'’]{1,40}$/u);
      const asked = queryTerms(text, lang);
      const sounds = asked.filter((term) => term.startsWith("zz"));
      assert.ok(asked.length - sounds.length <= 24 && sounds.length <= 3);
      const inEnglish = terms(text, lang, "en");
      for (const term of asked) assert.ok(found.includes(term) || inEnglish.includes(term) || sounds.includes(term));
    }),
  );
});

test("English words are stemmed, stop words go, negations stay", () => {
  assert.deepEqual(terms("The mayors are closing all of the libraries"), ["mayor", "close", "librari"]);
  assert.deepEqual(terms("It isn't closing"), ["not", "close"]);
  assert.deepEqual(terms("The library's doors"), ["librari", "door"]);
});

test("a preposition behind an article is a noun, and none behind what only looks like one", () => {
  for (const [lang, text, noun] of [
    ["fr", "Des vers dans la soupe", "ver"],
    ["es", "Dejó el sobre en la mesa", "sobr"],
    ["de", "Das Aus kam am Abend", "aus"],
  ] as const)
    assert.ok(terms(text, lang).includes(noun), `${text}: ${terms(text, lang)}`);
  assert.deepEqual(terms("Il marche vers la soupe", "fr"), terms("Il marche la soupe", "fr"));
  assert.deepEqual(terms("Der Mann, der für Juni plant", "de"), terms("Der Mann, der Juni plant", "de"));
});

test("words of other languages are not stemmed as English", () => {
  assert.deepEqual(terms("Generously", "de"), ["generously"]);
});

test("numbers are one term however they are written", () => {
  assert.deepEqual(terms("1,417"), terms("1417"));
  assert.deepEqual(terms("seven swans"), terms("7 swans"));
  assert.deepEqual(terms("12.5%"), ["12p5"]);
  assert.notDeepEqual(terms("10%"), terms("12%"));
  for (const lang of ["de", "es", "pt"]) assert.deepEqual(terms("3.200", lang), terms("3200", lang));
  assert.notDeepEqual(terms("3.200"), terms("3200"));
});

test("words are the same without the accents that some keyboards do not have", () => {
  assert.deepEqual(terms("el tranvía se pintó", "es"), terms("el tranvia se pinto", "es"));
  assert.deepEqual(terms("Bürgermeisterin schließt Größe", "de"), terms("Buergermeisterin schliesst Groesse", "de"));
  assert.deepEqual(terms("Beyoncé", "en"), terms("Beyonce", "en"));
  for (const lang of ["de", "fr", "tr", "zh"]) assert.ok(queryTerms("Reuters: Müller", lang).includes("muller"), lang);
  assert.notDeepEqual(terms("ёлка"), terms("елка"), "marks of other scripts stay");
});

test("tags and handles are words, links and embed tails are not", () => {
  assert.deepEqual(terms("#CleanWaterNow"), terms("clean water now"));
  assert.deepEqual(terms("Bridge closed https://example.org/a?b=c pic.twitter.com/abcDEF123"), terms("Bridge closed"));
  assert.deepEqual(terms("The bridge is closed — Ada Quill (@adaquill9) January 3, 2021"), terms("The bridge is closed Ada Quill"));
});

test("invisible characters and look-alike letters do not hide a word", () => {
  assert.deepEqual(terms("m\u0430v\u0435rick"), terms("maverick"));
  assert.deepEqual(terms("mav\u200berick"), terms("maverick"));
  assert.deepEqual(terms("ｍａｖｅｒｉｃｋ"), terms("maverick"));
  assert.deepEqual(
    terms("\u043c\u043e\u0441\u043a\u0432\u0430"),
    ["\u043c\u043e\u0441\u043a\u0432\u0430"],
    "a Cyrillic word stays Cyrillic",
  );
});

test("the country US is not the pronoun", () => {
  assert.deepEqual(terms("The US left"), terms("The U.S.A. left"));
  assert.ok(!terms("They told us").includes("usa"));
  // Without letters of both cases nobody can tell; so a text means the same in capitals and in small letters.
  assert.deepEqual(terms("THE US LEFT"), terms("The US left"));
  assert.deepEqual(terms("the us left"), terms("The U.S. left"));
});

test("Chinese is cut into words, and long words into pairs, so that another cut of the same characters meets them", () => {
  const found = terms("市长关闭了图书馆", "zh");
  assert.ok(found.includes("图书"), found.join(" "));
  assert.ok(terms("图书馆", "zh").includes("图书"));
  assert.ok(!found.includes("了"));
});

test("a claim's words hold those of every phrasing, and a long claim's are capped", () => {
  const claim = { claimId: "c", text: "The river is poisoned", phrasings: ["Poison in the river", "Fish are dying"], lang: "en" };
  assert.equal(indexed(claim), "river poison poison river fish die");
  const long = Array.from({ length: 2000 }, (_, i) => `word${i}x`).join(" ");
  assert.ok(indexed({ ...claim, text: long }).split(" ").length <= 600);
});

test("hostile texts take less than 50 ms", () => {
  for (const unit of [
    "a",
    "ا",
    "\u200d",
    "\u202e",
    "作",
    "ก",
    "1,",
    "a.",
    "a'",
    "#",
    "@a",
    "—",
    "(@",
    "http://",
    "\u0301",
    '"',
    "A1",
    "👩‍",
    "аb",
  ]) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length));
    terms(text.slice(0, 100));
    const spent = leastCpuTime(() => queryTerms(text), 50);
    assert.ok(spent < 50, `${JSON.stringify(unit)}: ${spent} ms`);
  }
});

test("whom a reply answers is not its text; a mention within it is", () => {
  assert.deepEqual(terms("@alice @bob_c @NewsDesk: the bridge is closed", "en"), terms("the bridge is closed", "en"));
  assert.ok(terms("the bridge is closed, says @NewsDesk", "en").includes("desk"));
});

test("the words that texts are looked up by: at most five, which FTS5 takes and finds in the claim; names and numbers before commoner words", () => {
  const db = new DatabaseSync(":memory:");
  db.exec('CREATE VIRTUAL TABLE t USING fts5(words, tokenize = "unicode61 remove_diacritics 2")');
  const find = db.prepare("SELECT 1 FROM t WHERE t MATCH ?");
  const asked = (text: string) => lookupWords(text, "en").map(({ word, isPrefix }) => `"${word}"${isPrefix ? " *" : ""}`);
  fc.assert(
    fc.property(anyText, (text) => {
      assert.ok(asked(text).length <= 5);
      for (const match of asked(text)) find.get(match);
    }),
  );
  const plain = fc.array(fc.stringMatching(/^[A-Zé]?[a-zé]{2,9}$/), { maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(plain, (text) => {
      db.prepare("DELETE FROM t").run();
      db.prepare("INSERT INTO t (words) VALUES (?)").run(text);
      for (const match of asked(text)) assert.ok(find.get(match), `${match} in ${text}`);
    }),
  );
  const words = lookupWords("The mayor of Sandley has denied that 72 people were told to leave the Orpheum", "en").map(({ word }) => word);
  for (const name of ["sandley", "orpheum", "72"]) assert.ok(words.includes(name), words.join());
});
