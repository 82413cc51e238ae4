/** Whom a page names as who acted: never a common noun without its article, and who spoke as the text calls him. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { partyShown } from "../../../shared/i18n/story/names.ts";
import type { Party } from "../../../shared/model/party.ts";
import type { StoryAct } from "../../../shared/timeline/story/acts.ts";

const shown = (lang: string, party: Partial<Party>) => {
  const whole = { kind: "person", name: null, description: null, role: null, affiliation: null, ...party } as Party;
  const act = { type: "denial", party: whole, standing: "subject", forSelf: false } as unknown as StoryAct;
  return partyShown(act, { lang, tz: "UTC" });
};

test("a common noun is no name of whom somebody speaks for", () => {
  const spokesmen: [lang: string, description: string, role: string, affiliation: string, name: string][] = [
    ["es", "un portavoz de la cadena", "portavoz", "cadena", "Un portavoz de la cadena"],
    ["fr", "une porte-parole du groupe", "porte-parole", "groupe", "Une porte-parole du groupe"],
    ["de", "ein Sprecher des Unternehmens", "Sprecher", "Unternehmens", "Ein Sprecher des Unternehmens"],
    ["it", "un portavoce della società", "portavoce", "società", "Un portavoce della società"],
    ["pt", "um porta-voz da empresa", "porta-voz", "empresa", "Um porta-voz da empresa"],
  ];
  for (const [lang, description, role, affiliation, name] of spokesmen)
    assert.deepEqual(shown(lang, { description, role, affiliation }), { name, speaker: "" });
  assert.equal(shown("fr", { name: "Jeanne Morel", role: "avocate", affiliation: "laboratoire" }).name, "Jeanne Morel");
});

test("who speaks for somebody by name stands behind, in the words of the text", () => {
  assert.deepEqual(shown("es", { description: "un portavoz de Norsa", role: "portavoz", affiliation: "Norsa" }), {
    name: "Norsa",
    speaker: "un portavoz de Norsa",
  });
  assert.deepEqual(shown("en", { name: "Ann Roe", role: "spokeswoman", affiliation: "the company" }), {
    name: "the company",
    speaker: "Ann Roe, spokeswoman",
  });
});
