import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { packs } from "../../../shared/lang/index.ts";
import { fold } from "../../../shared/text/fold.ts";
import { excerpt, sentences, withoutStop, words } from "../../../shared/text/segment.ts";

const split = (text: string) => sentences(text).map((s) => s.text);

test("titles and initials end no sentence, a platform's name does", () => {
  assert.deepEqual(split("Mr. Roe met J. K. Example. They left."), ["Mr. Roe met J. K. Example.", "They left."]);
  assert.deepEqual(split("She wrote it on X. Nobody answered."), ["She wrote it on X.", "Nobody answered."]);
  assert.deepEqual(split("他说没有。她走了。"), ["他说没有。", "她走了。"]);
  assert.deepEqual(split("Viajó a EE. UU. Ayer volvió."), ["Viajó a EE. UU.", "Ayer volvió."]);
  assert.deepEqual(split("Sie soll 3,4 Mio. Liter verkauft haben. Nein."), ["Sie soll 3,4 Mio. Liter verkauft haben.", "Nein."]);
  assert.deepEqual(split("Nach der 5. Stunde ging sie. In die 3. Klasse."), ["Nach der 5. Stunde ging sie.", "In die 3. Klasse."]);
  assert.deepEqual(split("Das kostet z. B. Geld, u. a. Steuern. Ja."), ["Das kostet z. B. Geld, u. a. Steuern.", "Ja."]);
});

test("in no language does the full stop of a title or an abbreviation end a sentence; that of a company does before a small word", () => {
  const abbreviations = packs.flatMap(
    (pack) =>
      pack.abbreviations
        ?.replace(/(\w)\?/g, "")
        .replace(/\[(\p{L})\p{L}\]/gu, "$1")
        .split("|") ?? [],
  );
  fc.assert(
    fc.property(fc.constantFrom(...abbreviations), fc.constantFrom("Roe", "López", "Müller"), (short, name) => {
      assert.equal(split(`Ana met ${short}. ${name} on Monday.`).length, 1, short);
    }),
  );
  assert.deepEqual(split("They sued in Roe v. Wade. Vale Vs. Miles is older. It was Oduya vs. Ames."), [
    "They sued in Roe v. Wade.",
    "Vale Vs. Miles is older.",
    "It was Oduya vs. Ames.",
  ]);
  assert.deepEqual(split("He left Warner Bros. Pictures for Acme Inc. The studio said so."), [
    "He left Warner Bros. Pictures for Acme Inc.",
    "The studio said so.",
  ]);
});

test("sentences are where they say they are, in order, and lose no word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      let at = 0;
      for (const s of sentences(text)) {
        assert.equal(text.slice(s.start, s.end), s.text);
        assert.ok(s.start >= at);
        at = s.end;
      }
      const kept = sentences(text)
        .map((s) => s.text)
        .join("")
        .replace(/\s/gu, "");
      assert.equal(kept, text.replace(/\s/gu, ""));
    }),
  );
});

test("what the eye does not see does not count when texts are compared", () => {
  assert.equal(fold("Te\u200bst  “CASE”\n"), 'test "case"');
  assert.equal(fold("ﬁne"), "fine");
  assert.deepEqual(words("作弊 and 12,5 %"), ["作弊", "and", "12,5"]);
});

test("an excerpt is no longer than it may be and never cuts a character in two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 5, max: 60 }), (text, max) => {
      const short = excerpt(text, max);
      assert.ok(short.length <= max);
      if (text.isWellFormed()) assert.ok(short.isWellFormed());
    }),
  );
});

test("a proposition is told without its full stop, unless that belongs to its last word", () => {
  for (const kept of ["It was sold in the U.S.", "And then nothing...", "Is it?", "No stop"]) assert.equal(withoutStop(kept), kept);
  assert.deepEqual(["It was sold in 2024.", "桥关闭了。"].map(withoutStop), ["It was sold in 2024", "桥关闭了"]);
});

test("a mark that opens a quotation begins the sentence behind it, without a space too", () => {
  assert.deepEqual(split("他走了。“我不知道。”她说。"), ["他走了。", "“我不知道。”", "她说。"]);
  assert.deepEqual(split("他说:「不是。」「是的。」"), ["他说:「不是。」", "「是的。」"]);
  assert.deepEqual(split("Er sagte: „Nein.“ Dann ging er."), ["Er sagte: „Nein.“", "Dann ging er."]);
});
