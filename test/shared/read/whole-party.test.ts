import assert from "node:assert/strict";
import { test } from "node:test";
import { NOBODY } from "../../../shared/model/party.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { wholeParty } from "../../../shared/read/parties/full-name.ts";
import { partyOf } from "../../../shared/read/parties/party.ts";

test("a body that is written like a person is none", () => {
  assert.deepEqual(
    ["U.S. Border Patrol", "PGA Tour", "Scotland Yard", "J.J. Roe"].map((name) => partyOf(name).kind),
    ["organisation", "organisation", "organisation", "person"],
  );
});
test("what is official is no person", () => {
  assert.notEqual(partyOf("Acme's official website").kind, "person");
});
test("a preposition that opens a sentence is no part of the name behind it; one that a name has elsewhere is", () => {
  const named = (lang: string, text: string, name: string) =>
    wholeParty(analysisOf({ text, title: null, lang } as never), { ...NOBODY, kind: "person", name }).name;
  assert.equal(named("de", "Bei Hafen Nord hieß es, man prüfe das.", "Bei Hafen Nord"), "Hafen Nord");
  assert.equal(named("es", "En el Parque Norte no hay nada. Eso dijeron.", "En el Parque Norte"), "Parque Norte");
  assert.equal(named("fr", "Chez Nordvik, on refuse de commenter.", "Chez Nordvik"), "Nordvik");
  assert.equal(named("it", "Da Pontenuovo non commentano.", "Da Pontenuovo"), "Pontenuovo");
  assert.equal(named("pt", "No Portal Sul, ninguém comenta.", "No Portal Sul"), "Portal Sul");
  assert.equal(named("it", "Marco Da Pontenuovo ha smentito. Da Pontenuovo ha smentito.", "Da Pontenuovo"), "Da Pontenuovo");
  assert.equal(named("it", "La sindaca e Da Pontenuovo smentiscono.", "Da Pontenuovo"), "Da Pontenuovo");
});
