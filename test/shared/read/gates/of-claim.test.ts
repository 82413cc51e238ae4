/** Whom "the company" and "a spokesman" mean in a text that names no other; and offices as parties. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { messagesOf } from "../../../../shared/i18n/general/messages.ts";
import { partyName } from "../../../../shared/i18n/name.ts";
import { partyWith } from "../../../../shared/model/party.ts";
import { ofClaim } from "../../../../shared/read/parties/of-claim.ts";

/** Claims that name an organisation alone, words for it, and its spokesman. */
const CLAIMS = {
  es: ["La cadena Solmar pagó a periodistas", "Solmar", "La empresa no respondió.", "Un portavoz no respondió."],
  fr: ["La société Corvalan a caché une fuite", "Corvalan", "L'entreprise n'a pas répondu.", "Un porte-parole a refusé."],
  it: ["La banca Ferralta ha chiuso i conti", "Ferralta", "L'azienda non commenta.", "Un portavoce non ha risposto."],
  pt: ["O Banco Meridião fechou contas", "Banco Meridião", "A empresa não quis comentar.", "Um porta-voz não respondeu."],
  de: ["Die Halmer AG hat Kundendaten verkauft", "Halmer AG", "Das Unternehmen schwieg.", "Ein Sprecher schwieg."],
};
const NOBODY = partyWith("unknown", null, "words");
const SPEAKER = partyWith("person", null, "speaker", { role: "speaker" });

test("'the company' alone is the organisation of a claim that names nobody else, and its spokesman speaks for it", () => {
  for (const [lang, [claim = "", name, it = "", speaker = ""]] of Object.entries(CLAIMS)) {
    assert.equal(ofClaim(NOBODY, it, claim, lang).name, name, lang);
    assert.equal(ofClaim(SPEAKER, speaker, claim, lang).affiliation, name, lang);
    assert.equal(ofClaim(SPEAKER, speaker, claim, lang).name, null, lang);
  }
});

test("a claim that names two, or a thing, leaves them without a name; so do other words", () => {
  const two = "La cadena Solmar será vendida al grupo Andara";
  assert.equal(ofClaim(NOBODY, "La empresa no respondió.", two, "es"), NOBODY);
  assert.equal(ofClaim(NOBODY, "L'entreprise se tait.", "Le lait infantile Nutrilune a rendu des bébés malades", "fr"), NOBODY);
  assert.equal(ofClaim(NOBODY, "El ministerio calló.", CLAIMS.es[0] ?? "", "es"), NOBODY);
  assert.equal(ofClaim(SPEAKER, "Ein Sprecher der Stadt schwieg.", CLAIMS.de[0] ?? "", "de"), SPEAKER);
});

test("an office alone is nobody's name; with whom it is for, or words of its own, it is told", () => {
  const m = messagesOf("en");
  assert.equal(partyName(partyWith("person", null, "Sprecher", { role: "Sprecher" }), m), null);
  assert.equal(partyName(partyWith("person", null, "Sprecher der Stadt", { role: "Sprecher" }), m), "Sprecher der Stadt");
  assert.equal(partyName(partyWith("person", null, "Sprecher", { role: "Sprecher", affiliation: "Halmer AG" }), m), "Sprecher");
});
