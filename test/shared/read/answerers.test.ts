/** Who answers: never a pronoun, and the party concerned only where the claim names that very one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Party } from "../../../shared/model/party.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { standingOf } from "../../../shared/read/parties/standing.ts";
import { knownClaim, responseOf } from "../../../shared/read/responses/response.ts";

const partyOf = (name: string | null, more: Partial<Party> = {}): Party => ({
  kind: "organisation",
  name,
  description: null,
  role: null,
  affiliation: null,
  ...more,
});
const CASES: [claim: string, party: Party, title: string, standing: string][] = [
  ["Lumen Bank will cut 3,000 jobs", partyOf("Lumen Bank"), "", "subject"],
  ["Lumen Bank will cut 3,000 jobs", partyOf("Lumen"), "", "subject"],
  ["Lumen Bank will cut 3,000 jobs", partyOf("Lumen Bank Group"), "", "subject"],
  ["Lumen Bank will cut 3,000 jobs", partyOf("Lumen Foods"), "Lumen Foods not affected", "third_party"],
  ["Senator Ruth Okafor took bribes", partyOf("Ruth Okafor", { kind: "person" }), "", "subject"],
  ["Senator Ruth Okafor took bribes", partyOf("Okafor", { kind: "person" }), "", "subject"],
  ["Senator Ruth Okafor took bribes", partyOf("Joan Okafor", { kind: "person" }), "Okafor's sister speaks", "third_party"],
  ["Actor Harlan Voss has died", partyOf("St Brannoc's Hospital"), "Hospital: Voss recovering", "third_party"],
  ["The mayor of Larkhaven took bribes", partyOf("The Larkhaven Post", { kind: "outlet" }), "", "publisher"],
  ["La cadena Norsa vendió leche caducada", partyOf(null, { description: "la compañía" }), "", "subject"],
  ["La cadena Norsa vendió leche caducada", partyOf(null, { description: "la cadena" }), "", "subject"],
  ["Le groupe Norsa a vendu du lait périmé", partyOf(null, { description: "un porte-parole", affiliation: "entreprise" }), "", "subject"],
  ["Die Molkerei Norsa hat alte Milch verkauft", partyOf(null, { description: "Konzernsprecherin" }), "", "subject"],
  ["Il sindaco di Oria, Aldo Riva, ha preso tangenti", partyOf(null, { description: "il sindaco", kind: "person" }), "", "subject"],
  ["Il sindaco di Oria, Aldo Riva, ha preso tangenti", partyOf(null, { description: "la società" }), "", "third_party"],
  [
    "A marca Norsa vendeu leite estragado",
    partyOf(null, { role: "motorista", affiliation: "Norsa", description: "um motorista" }),
    "",
    "third_party",
  ],
  ["A Norsa cortou a água ao hospital de Vilar", partyOf("Entidade Reguladora da Água"), "", "third_party"],
  ["A Norsa cortou a água ao hospital de Vilar", partyOf("Associação Nacional da Água"), "", "third_party"],
  ["明河幼儿园给孩子吃过期牛肉", partyOf("明河市教育局工作人员"), "家长曝明河幼儿园给孩子吃过期牛肉 教育局介入", "regulator"],
  ["明河幼儿园给孩子吃过期牛肉", partyOf("家长李某", { kind: "person" }), "发帖家长致歉", "third_party"],
  ["nurses sent a woman home because the ward was full", partyOf("St Brigid's Hospital"), "Hospital: nobody was turned away", "subject"],
];
for (const [claim, party, title, standing] of CASES)
  test(`${party.name} on “${claim}”: ${standing}`, () => {
    assert.equal(
      standingOf({ party, claim: knownClaim(claim), reported: [], title: title || null, passage: "It said so.", type: null }),
      standing,
    );
  });

test("who denies a claim without a name did not begin it", () => {
  const anonymous = partyOf(null, { kind: "anonymous", description: "fonte oficial" });
  const standing = (type: "denial" | "retraction" | null) =>
    standingOf({
      party: anonymous,
      claim: knownClaim("A marca Norsa vendeu leite estragado"),
      reported: [],
      title: null,
      passage: "Disse.",
      type,
    });
  assert.deepEqual([standing("denial"), standing("retraction"), standing(null)], ["third_party", "originator", "originator"]);
});

test("whom a text calls by a pronoun alone is somebody who is not named", () => {
  const pronouns = {
    en: ["He", "they", "they’re", "we"],
    de: ["er", "sie"],
    fr: ["il", "elle"],
    es: ["ella"],
    it: ["lui"],
    pt: ["ele"],
    zh: ["他"],
  };
  for (const [lang, all] of Object.entries(pronouns))
    for (const words of all) {
      const text = `${words} said no.`;
      const { document } = readDocument({
        kind: "article",
        url: null,
        title: null,
        text,
        html: null,
        lang,
        publishedAt: null,
        author: null,
      });
      const act = { type: "denial", sentence: 0, cue: null, at: 0 } as const;
      const { actor } = responseOf(analysisOf(document), act, partyOf(null, { description: words }), knownClaim("The mill was sold"), []);
      assert.deepEqual([actor.name, actor.description], [null, null], `${lang}: ${words}`);
    }
});
