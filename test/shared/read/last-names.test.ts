import assert from "node:assert/strict";
import { test } from "node:test";
import { lastNamesOf } from "../../../shared/read/parties/last-names.ts";
import { namesAnother, outletOf } from "../../../shared/timeline/party-names.ts";

test("a last name alone is a person's where its text has the whole name", () => {
  const names = lastNamesOf(
    "The lawyer Ada Roe said on Monday that the Norrby ferry is safe. Ida Holm won. New York, Northern Dam, Help Russia.",
  );
  assert.deepEqual(names("Roe told Holm's friend that they won the Dam in York."), ["Roe", "Holm"]);
  assert.deepEqual(names("Nobody named Ada Roe came by ferry."), [], "the whole name is found by itself");
  assert.deepEqual(names("Holm won."), [], "at the start of a sentence only whom the text names amid one");
  assert.deepEqual(lastNamesOf("")("Roe said it."), []);
  const titled = lastNamesOf("President Ada Roe won. Senator Ida Holm lost.");
  assert.deepEqual(titled("Roe and Holm met."), ["Roe", "Holm"], "behind a title");
  assert.deepEqual(names("Roe Wins Vote As Norrby Ferry Sails"), ["Roe"], "in a headline");
});

test("whose last name a claim gives to somebody else is not named in it", () => {
  for (const [claim, name, expected] of [
    ["Der Sänger Paulo Reis ist in Lissabon gestorben", "Miguel Reis", true],
    ["Der Sänger Paulo Reis ist in Lissabon gestorben", "Paulo Reis", false],
    ["El alcalde de Valdeolmos, Julián Prieto, cobró", "Tomás Prieto", true],
    ["El alcalde Prieto cobró", "Julián Prieto", false],
    ["Mayor Prieto took bribes", "Julián Prieto", false],
    ["Prieto cobró", "Julián Prieto", false],
    ["La députée Claire Morvan a fait voter sa fille", "Luc Morvan", true],
  ] as const)
    assert.equal(namesAnother(claim, name), expected, `${name}: ${claim}`);
});

test("a page's outlet is called as the page is signed only where its site is called so", () => {
  assert.equal(outletOf({ author: "Info Bretagne", site: "infobretagne.example" }), "Info Bretagne");
  assert.equal(outletOf({ author: "Diario del Norte", site: "www.diario-del-norte.example" }), "Diario del Norte");
  assert.equal(outletOf({ author: "Jane Roe", site: "infobretagne.example" }), "infobretagne.example");
  assert.equal(outletOf({ author: null, site: "infobretagne.example" }), "infobretagne.example");
  assert.equal(outletOf({ author: "Info Bretagne", site: null }), null);
});
