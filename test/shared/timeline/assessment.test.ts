import assert from "node:assert/strict";
import { test } from "node:test";
import { assess } from "../../../shared/timeline/assessment.ts";
import type { ResponseView } from "../../../shared/timeline/views.ts";
import { at, response, row } from "./rows.ts";

const asserted = row("post");
const word = (...responses: ResponseView[]) => assess([asserted], responses).word;

test("a denial by the party it is about leaves it unverified and is listed", () => {
  assert.deepEqual(assess([asserted], [response("no")]), { word: "unverified", eventIds: ["no"] });
  assert.deepEqual(assess([asserted], []), { word: "unverified", eventIds: [] });
  assert.equal(word(response("a", { type: "explanation" }), response("b", { type: "no_comment" })), "unverified");
});

test("a denial of what nobody supports is denied", () => {
  const asks = row("asks", { stance: "query" });
  assert.deepEqual(assess([asks], [response("no")]), { word: "denied", eventIds: ["no"] });
  assert.equal(assess([asks], [response("no", { standing: "fact_checker" })]).word, "denied");
});

test("a denial by others stands against the posts that support it, and both denials are listed in the order of time", () => {
  const checked = response("checked", { standing: "fact_checker", published: at("2025-04-09") });
  const denied = response("denied", { published: at("2025-04-08") });
  assert.deepEqual(assess([asserted], [checked, denied]), { word: "disputed", eventIds: ["denied", "checked"] });
  const evidence = row("evidence", { role: "evidence", stance: "deny" });
  assert.deepEqual(assess([asserted, evidence], []), { word: "disputed", eventIds: ["evidence"] });
  const factCheck = row("fact-check", { kind: "fact_check", role: "report", stance: "deny" });
  assert.deepEqual(assess([asserted, factCheck], []), { word: "disputed", eventIds: ["fact-check"] });
  assert.equal(assess([asserted, row("reader", { stance: "deny" })], []).word, "unverified", "any reader's no moves no word");
});

test("the subject confirms it, or a part, or contradicts itself", () => {
  const yes = response("yes", { type: "confirmation" });
  const part = response("part", { type: "partial_confirmation" });
  assert.equal(word(yes), "confirmed");
  assert.equal(word(part), "partly_confirmed");
  assert.deepEqual(assess([asserted], [yes, response("no")]), { word: "disputed", eventIds: ["no", "yes"] });
  assert.deepEqual(assess([asserted], [part, response("no")]), { word: "unverified", eventIds: ["no"] });
  assert.equal(word(response("me", { type: "confirmation", standing: "originator" })), "unverified", "who started it cannot confirm it");
});

test("the source takes it back or corrects it; an amplifier speaks for its own post", () => {
  assert.equal(word(response("back", { type: "retraction", standing: "originator" }), response("no")), "retracted");
  assert.equal(word(response("fix", { type: "correction", standing: "publisher" })), "corrected");
  assert.equal(word(response("sorry", { type: "retraction", standing: "amplifier" })), "unverified");
});

test("what was rejected does not count", () => {
  assert.deepEqual(assess([asserted], [response("no", { state: "rejected" })]), { word: "unverified", eventIds: [] });
});

test("a response that only others report, and nobody confirmed, moves no word: it is listed", () => {
  const told = response("yes", { type: "confirmation", seen: "reported", state: "suggested" });
  assert.deepEqual(assess([asserted], [told]), { word: "unverified", eventIds: ["yes"] });
  assert.equal(word({ ...told, state: "confirmed" }), "confirmed");
});
