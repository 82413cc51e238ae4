import assert from "node:assert/strict";
import { test } from "node:test";
import { packs } from "../../../shared/lang/index.ts";
import { hasOtherFigure } from "../../../shared/match/compare/number-conflict.ts";
import { type ResponseType, responseTypes } from "../../../shared/model/response.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { responseCuesIn, strongest } from "../../../shared/read/responses/response-cues.ts";
import { fixtures } from "../../support/fixtures.ts";

test("each kind is what its file says, with cues in English and Chinese", () => {
  for (const [name, kind] of Object.entries(responseTypes)) {
    assert.equal(kind.name, name);
    for (const lang of ["en", "zh"]) {
      const cues = packs.find((pack) => pack.tag === lang)?.responses?.[kind.name as ResponseType] ?? [];
      assert.ok(cues.length > 0, `${name} ${lang}`);
    }
    for (const other of kind.outranks) assert.ok(other in responseTypes && other !== name, `${name} outranks ${other}`);
  }
});
test("the strongest kind of a passage stands", () => {
  const strongestOf = (text: string) => strongest(responseCuesIn(text, "en"))?.type;
  assert.equal(strongestOf("She denied it and explained the figures."), "denial");
  assert.equal(strongestOf("He deleted the post and apologised."), "retraction");
  assert.equal(strongestOf("They acknowledged one case but denied the rest."), "partial_confirmation");
  assert.equal(strongestOf("She did not deny it."), undefined);
  assert.equal(strongestOf("He refused to confirm it."), "no_comment");
});
test("what a sentence answers: what is denied, what is only not confirmed, what somebody asks another to do", () => {
  for (const { lang, sentence, type } of fixtures<{ lang: string; sentence: string; type: string | null }>("responses/sentences"))
    assert.equal(strongest(responseCuesIn(sentence, lang))?.type ?? null, type, sentence);
});
test("who asks another to retract, correct, apologise or remove does none of it", () => {
  const own = new Set<ResponseType>(["retraction", "correction", "apology", "takedown"]);
  for (const { lang, demand } of fixtures<{ lang: string; demand: string }>("responses/demands"))
    assert.deepEqual(
      responseCuesIn(`Norvik ${demand}.`, lang).filter(({ type }) => own.has(type)),
      [],
      demand,
    );
});
test("each language's responses are of known kinds, and none matches nothing", () => {
  for (const { tag, responses } of packs)
    for (const [name, cues] of Object.entries(responses ?? {})) {
      assert.ok(name in responseTypes, `${tag} ${name}`);
      for (const cue of cues) assert.ok(!new RegExp(cue, "iu").test(""), `${tag} ${cue}`);
    }
});
test("the paragraph that a quoted phrase is cut from is quoted too, whole, where the sentence ends with a colon before it", () => {
  const quotesIn = (note: string) => {
    const text = `Rumors began to spread that Norvik Water had shown another pump at the Lindholm fair than the one it sells. Norvik Water denied it on Monday. "That is simply not true," said its director, Ada Brandt.\n\nAlso, Norvik Water itself acknowledged that the pump at the fair was an "experimental unit":\n\n${note}\n\nNobody else has said anything about it so far.`;
    const reading = readDocument({
      kind: "article",
      url: null,
      title: null,
      text,
      html: null,
      lang: "en",
      publishedAt: null,
      author: null,
    });
    return reading.responses.flatMap(({ quotes }) => quotes.map((quote) => quote.text));
  };
  const note = "Lindholm 2 pumps at half the cost, with an experimental unit that moves 1,417 litres an hour.";
  assert.deepEqual(quotesIn(note), ["experimental unit", note]);
  assert.deepEqual(quotesIn("The company has three other pumps, and none of them was used in the spring."), ["experimental unit"]);
});

test("who confirms another figure of what the claim counts confirms a part at most", () => {
  for (const [lang, said, claim, expected] of [
    ["de", "Sie räumte ein, dass 12.000 Liter zu warm waren.", "Die Molkerei hat 3,4 Mio. Liter verkauft", true],
    ["de", "Sie räumte ein, dass 3,4 Millionen Liter zu warm waren.", "Die Molkerei hat 3,4 Mio. Liter verkauft", false],
    ["en", "It confirmed that 8,000 cars have the fault.", "It hid faults in 120,000 cars", true],
    ["en", "It confirmed the fault on Monday.", "It hid faults in 120,000 cars", false],
    ["zh", "公司承认有800户超标。", "公司向3.5万户供应了污染水", true],
  ] as const)
    assert.equal(hasOtherFigure(said, claim, lang), expected, said);
});
