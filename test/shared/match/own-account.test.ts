/** Posts of accounts that a claim names: their denials wait for a person, though few of their words are the claim's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScoredCandidate } from "../../../shared/match/index.ts";
import { suggestOwn } from "../../../shared/match/own-account.ts";
import { nameIn } from "../../../shared/read/parties/own-name.ts";

const candidate = (text: string, more: Partial<ScoredCandidate> = {}): ScoredCandidate => ({
  claimId: text,
  ref: null,
  text,
  lang: "en",
  phrasings: [],
  rank: 1,
  score: 0.1,
  decision: "none",
  differs: false,
  reasons: [],
  ...more,
});
const CLAIM = "Deputy mayor Ana Prell bought a boat with council money";
const signed = (text: string, author: string | null = null, handle: string | null = "anaprell") => ({ author, handle, text, lang: "en" });
const decisionOf = (post: ReturnType<typeof signed>, ...more: ScoredCandidate[]) =>
  suggestOwn(post, [candidate("The bridge in Velden is shut"), candidate(CLAIM), ...more]).find(({ text }) => text === CLAIM)?.decision;

test("whom the claim names and who denies something of it is suggested, by display name or by handle", () => {
  const denial = "To all who ask: I have never spent public money on such a thing.";
  assert.equal(decisionOf(signed(denial)), "suggested");
  assert.equal(decisionOf(signed(denial, "Ana Prell", "ap1970")), "suggested");
  assert.equal(decisionOf(signed(denial, "@anaprell", null)), "suggested", "on no known platform");
  assert.equal(decisionOf(signed(denial, "Tom Gale", "tomgale")), "none", "somebody else");
  assert.equal(decisionOf(signed("I have read the report on council money.")), "none", "no denial");
  assert.equal(decisionOf(signed("It was never my intention to run again.")), "none", "nothing of the claim");
  assert.equal(decisionOf(signed(denial), candidate("Ana Prell resigns", { decision: "linked" })), "none", "it is on another claim");
});

test("a handle joins the words of a name in a claim", () => {
  for (const [handle, expected] of [
    ["anaprell", true],
    ["Ana_Prell", true],
    ["prell", true],
    ["boat", false],
    ["anap", false],
    ["mayorofvelden", false],
  ] as const)
    assert.equal(nameIn([handle], CLAIM) !== null, expected, handle);
});

test("an account or a site goes by a name in a claim, with or without its short words, but not as a fan or a critic of it", () => {
  const claim = "El Metro de Valmora cerrará la línea 3 durante un año";
  for (const label of ["Metro Valmora", "Metro de Valmora", "metrovalmora", "Metro_Valmora"])
    assert.equal(nameIn([label], claim), "Metro de Valmora", label);
  for (const label of ["Not Metro Valmora", "metrovalmora_fans", "Metro Valmora Watch", "linea", "año"])
    assert.equal(nameIn([label], claim), null, label);
  assert.equal(nameIn(["清屏大学"], "清屏大学食堂使用过期猪肉"), "清屏大学");
  assert.equal(nameIn(["清屏日报"], "清屏大学食堂使用过期猪肉"), null);
});
