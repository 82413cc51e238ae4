/** Words that a text denies are never quoted without the denial, in any language and wherever they stand in the text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { withDenial } from "../../../../shared/read/claims/with-denial.ts";
import { quoteOf } from "../../../../shared/text/quote-selector.ts";
import { fixtures } from "../../../support/fixtures.ts";

const CLAUSES = fixtures<{ lang: string; before: string; clause: string; after: string; turned: boolean }>("reading/denied-clauses");

test("a clause that its sentence turns round is quoted with the sentence, any other as it is", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CLAUSES), fc.constantFrom("", "One. ", "2026\n"), fc.constantFrom("", " Two."), (one, first, last) => {
      const { lang, before, clause, after, turned } = one;
      const sentence = before + clause + after;
      const text = first + sentence + last;
      const start = first.length + before.length;
      const { exact } = withDenial(quoteOf(text, start, start + clause.length), text, lang);
      assert.equal(exact, turned ? sentence : clause);
    }),
  );
});

test("a whole sentence, and words that are not in the text, stay as they are", () => {
  for (const { lang, before, clause, after } of CLAUSES) {
    const sentence = before + clause + after;
    const quote = quoteOf(sentence, 0, sentence.length);
    assert.deepEqual(withDenial(quote, sentence, lang), quote);
    const elsewhere = quoteOf(`x ${clause} y`, 2, 2 + clause.length);
    assert.deepEqual(withDenial(elsewhere, sentence, lang), elsewhere);
  }
});
