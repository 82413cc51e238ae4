/** What is left of a note when a document that it speaks of is erased. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { redact } from "../../../shared/text/names/redact.ts";

const body = "The harbour of Rimstad was sold at night to a company that nobody knows. 港口在夜里被卖给了一家公司。";

test("names, addresses and runs of words go, one's own words stay", () => {
  assert.equal(
    redact(
      "Ann Orrin (@ann) writes “sold at night to a company”, ask her; see https://x.com/ann/1",
      ["@ann", "Ann Orrin", "https://x.com/ann/1"],
      [body],
    ),
    "[…] ([…]) writes “[…]”, ask her; see […]",
  );
  assert.equal(redact("她说港口在夜里被卖，请查证", [], [body]), "她说[…]，请查证");
  assert.equal(redact("ANN ORRIN called", ["Ann Orrin"], []), "[…] called");
});

test("words that anybody would use stay", () => {
  for (const own of ["ask the harbour of Rimstad", "to a company", "", "Told me by phone."]) assert.equal(redact(own, [], [body]), own);
});

test("a name goes where it is whole words, and where words have no spaces", () => {
  assert.equal(redact("I believe LI: Li's house, Lis Haus, @li, life", ["Li"], []), "I believe […]: […]'s house, […] Haus, @[…], life");
  assert.equal(redact("他说李强来了。李强さん。", ["李强"], []), "他说[…]来了。[…]さん。");
  assert.equal(redact("см. Иванова; 이순신은", ["Иванов", "이순신"], []), "см. […]а; […]은");
  assert.equal(
    redact("see https://x.com/ann/12 and https://x.com/ann/1.", ["https://x.com/ann/1"], []),
    "see https://x.com/ann/12 and […].",
  );
});
