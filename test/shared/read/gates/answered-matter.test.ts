/** What is denied or confirmed: the claim, or something else. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { partyWith } from "../../../../shared/model/party.ts";
import { analyseText } from "../../../../shared/read/attribution/statements.ts";
import { confirmedShare, isOfAnotherMatter } from "../../../../shared/read/responses/answered-matter.ts";
import { fixtures } from "../../../support/fixtures.ts";

interface Matters {
  lang: string;
  claim: string;
  party: string;
  others: string[];
  own: string[];
  undone: string[];
  undecided: string;
  confirmedOther: string[];
  confirmedOwn: string[];
  sued: string;
  suit: string;
}
const all = fixtures<Matters>("responses/answered-matters");

/** Whether the last sentence of a text, taken for an act of its party, is none of the claim. */
function isOther(
  { lang, claim, party }: Matters,
  text: string,
  standing: "subject" | "third_party" = "third_party",
  type: "denial" | "confirmation" | "no_comment" = "denial",
): boolean {
  const analysis = analyseText(text, lang);
  const { text: words = "", start = 0, end = 0 } = analysis.sentences.at(-1) ?? {};
  const response = { type, actor: partyWith("person", party, null), standing, passage: { text: words, start, end } } as const;
  return isOfAnotherMatter(response, claim, analysis);
}

test("who denies another thing, or that they told the claim, does not deny it; who denies its words, or names nothing, does", () => {
  for (const one of all) {
    for (const text of one.others) assert.ok(isOther(one, text), text);
    for (const text of one.own) assert.ok(!isOther(one, text), text);
  }
});

test("who takes a denial back, or rules nothing out, denies nothing", () => {
  for (const one of all) for (const text of one.undone) assert.ok(isOther(one, text), text);
});

test("nothing decided is a denial only of whom the claim is about", () => {
  for (const one of all) {
    assert.ok(isOther(one, one.undecided), one.undecided);
    assert.ok(!isOther(one, one.undecided, "subject"), one.undecided);
  }
});

test("who calls the suit of whom the claim is about baseless does not deny the claim; the suit of somebody else may be the claim", () => {
  for (const one of all) {
    const join = one.lang === "zh" ? "" : " ";
    assert.ok(isOther(one, `${one.sued}${join}${one.suit}`), one.suit);
    assert.ok(!isOther(one, one.suit), one.suit);
  }
});

test("who confirms another thing does not confirm the claim; who confirms its words, or only that it is so, or admits something, may", () => {
  for (const one of all) {
    for (const text of one.confirmedOther) assert.ok(isOther(one, text, "third_party", "confirmation"), text);
    for (const text of one.confirmedOwn) assert.ok(!isOther(one, text, "third_party", "confirmation"), text);
  }
});

test("who leaves out a detail is not silent on the claim; who does not comment is", () => {
  const english = all.find(({ lang }) => lang === "en") as Matters;
  for (const detail of ["declined to name them", "refused to say when he would return", "did not give any figures"])
    assert.ok(isOther(english, `Tom Gale ${detail}.`, "subject", "no_comment"), detail);
  for (const silence of ["declined to comment", "declined to name them or to comment on the meat", "did not respond"])
    assert.ok(!isOther(english, `Tom Gale ${silence}.`, "subject", "no_comment"), silence);
});

test("who confirms few of a claim's words confirms it in part at most", () => {
  const claim = "Der Verein Rotwald hat Spenden für Kinder in Autos gesteckt";
  const rotwald = partyWith("organisation", "Verein Rotwald", null);
  const share = (words: string) => confirmedShare(claim, `Der Verein Rotwald ${words}`, rotwald, "de");
  const part = share("räumte am Montag ein, dass ein Auto vor der Halle gebrannt hat.") ?? 1;
  const whole = share("bestätigte, dass Spenden für Kinder in Autos gesteckt wurden.") ?? 0;
  assert.ok(part < 0.5 && whole > 0.5, `${part} ${whole}`);
  assert.equal(share("bestätigte den Bericht."), null);
});
