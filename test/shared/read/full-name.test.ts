import assert from "node:assert/strict";
import { test } from "node:test";
import { fullForm, fullFormIn, withoutTitle } from "../../../shared/read/parties/full-name.ts";

const whole = (...uses: [string, number][]) => fullForm(new Map(uses));
test("of a name's forms the whole one is shown", () => {
  assert.equal(whole(["Alder Daily News", 5], ["Alder County Daily News", 2]), "Alder County Daily News");
  assert.equal(whole(["Daily News", 1], ["Alder Daily News", 1]), "Alder Daily News");
  assert.equal(whole(["Roe", 2], ["Jane Roe", 1]), "Jane Roe");
  assert.equal(whole(["Alder News", 1], ["AlderNews.com", 1]), "Alder News");
});
test("words before a complete name, or behind one, are no part of it", () => {
  assert.equal(whole(["Jane Roe", 1], ["Alder Coast Jane Roe", 1]), "Jane Roe");
  assert.equal(whole(["ATV", 1], ["Alderian ATV", 1]), "ATV");
  assert.equal(whole(["Acme", 3], ["Acme Watch", 2]), "Acme");
  assert.equal(whole(["Acme", 9], ["Acme University", 1]), "Acme");
  assert.equal(whole(["Acme", 2], ["Acme University", 2]), "Acme University");
});
test("a text writes a name in full but once", () => {
  assert.equal(fullFormIn(new Map([["Roe", 7], ["Jane Roe", 1]])), "Jane Roe"); // biome-ignore format: one line
  assert.equal(fullFormIn(new Map([["ATV", 7], ["Famed ATV", 1]])), "ATV"); // biome-ignore format: one line
});
test("a title is no part of a person's name", () => {
  assert.equal(withoutTitle("State Attorney General Jane Roe"), "Jane Roe");
  assert.equal(withoutTitle("Rear Adm. Jane Roe"), "Jane Roe");
  assert.equal(withoutTitle("Alder Daily News"), null);
  assert.equal(withoutTitle("Jane Roe"), null);
});
