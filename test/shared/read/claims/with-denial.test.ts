/** Words that a text denies are never quoted without the denial, in any language and wherever they stand in the text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { denyingQuote, mayCarryDenial, withDenial } from "../../../../shared/read/claims/with-denial.ts";
import { readDocument } from "../../../../shared/read/index.ts";
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

test("of a text that denies, the passage is quoted that shows it, else the headline that does, else nothing", () => {
  for (const { lang, before, clause, after } of CLAUSES.filter(({ turned }) => turned)) {
    const denial = before + clause + after;
    const whole = { exact: denial, prefix: "", suffix: "" };
    const bare = { ...whole, exact: "12 345" };
    assert.deepEqual(denyingQuote(whole, null, lang), whole, denial);
    assert.deepEqual(denyingQuote(bare, denial, lang), whole);
    assert.equal(denyingQuote(bare, "12 345", lang), null);
  }
});

test("whose party says what is not so may carry the denial, and nobody who only repeats the claim", () => {
  const said: [string, string, string, boolean][] = [
    ["en", "Halden Motors hid brake failures", "Halden Motors recalls 8,000 cars, but said it had hidden nothing.", true],
    [
      "en",
      "Halden Motors hid brake failures",
      "Halden Motors recalls 8,000 cars. Reports said that Halden Motors hid brake failures.",
      false,
    ],
    ["es", "Halden Motors ocultó fallos", "Halden Motors revisa sus coches. La empresa asegura que no ocultó nada.", true],
    [
      "de",
      "Halden Motors verschwieg Defekte",
      "Halden Motors ruft Autos zurück. Das Unternehmen erklärte, es habe nichts verschwiegen.",
      true,
    ],
    ["de", "Halden Motors verschwieg Defekte", "Halden Motors verschwieg Defekte, berichtet die Autowoche.", false],
    ["fr", "Halden Motors a caché des défauts", "Halden Motors rappelle ses voitures. Le constructeur assure n’avoir rien caché.", true],
    ["it", "Halden Motors ha nascosto difetti", "Halden Motors richiama le auto. L'azienda sostiene di non aver nascosto nulla.", true],
    ["zh", "哈尔登汽车隐瞒刹车故障", "哈尔登汽车召回8000辆车，公司表示没有隐瞒任何故障。", true],
    ["en", "Halden Motors did not test its brakes", "Halden Motors said it had not tested its brakes.", false],
  ];
  for (const [lang, claim, text, expected] of said)
    assert.equal(
      mayCarryDenial(
        readDocument({ kind: "article", url: null, title: null, text, html: null, lang, publishedAt: null, author: null }),
        claim,
      ),
      expected,
      text,
    );
});
