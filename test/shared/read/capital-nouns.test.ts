import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../shared/read/index.ts";
import { nameTestOf } from "../../../shared/read/parties/capital-nouns.ts";

const TEXT = `Wie die Agentur Norda berichtete, sind die Preise vor einer Stunde gestiegen. Laut Statera war das neue Werk der Firma Nordwerk nie in Betrieb. Zu verschiedensten technischen Themen schwieg der Konzern.

Mara Feld sagte, das Gerücht sei falsch. „Davon weiß ich nichts“, so die Sprecherin Mara Feld. Das bestätigte Korvik am Abend. Allerdings ist das Ergebnis unabhängig nicht geprüft. Im Januar wollen die Betreiber die Warnstufe ermitteln. Die DVB äußerte sich nicht.`;

test("in German, where every noun has a capital, articles and adjectives tell nouns from names", () => {
  const isName = nameTestOf({ text: TEXT, lang: "de" });
  assert.ok(isName);
  const names = ["Norda", "Statera", "Mara Feld", "Korvik", "DVB", "Firma Nordwerk", "Korvik.de", "@korvik"];
  const nouns = ["Stunde", "Themen", "Gerücht", "Allerdings", "Januar", "Ergebnis", "Zu", "Warnstufe"];
  assert.deepEqual(
    [...names, ...nouns].filter((name) => isName(name) === "name"),
    names,
  );
  assert.equal(nameTestOf({ text: TEXT, lang: "fr" }), null, "where capitals show names");
});

test("no noun and no adverb of a German text is a party that acted", () => {
  const { responses } = readDocument({
    kind: "article",
    url: null,
    title: null,
    text: TEXT,
    html: null,
    lang: "de",
    publishedAt: null,
    author: null,
  });
  const parties = responses.map(({ actor }) => actor.name ?? actor.description ?? "");
  for (const party of parties) assert.doesNotMatch(party, /Allerdings|Januar|Ergebnis|Themen|Warnstufe/);
});
