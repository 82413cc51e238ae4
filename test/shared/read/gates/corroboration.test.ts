import assert from "node:assert/strict";
import { test } from "node:test";
import type { Party } from "../../../../shared/model/party.ts";
import { isClear, isCorroborated, keysOf, possibleKeysOf, type ReportedAct } from "../../../../shared/read/gates/corroboration.ts";
import { bandOf } from "../../../../shared/review/suggestion.ts";
import { shuffled } from "../../../service/support/corpus.ts";

const NOBODY: Party = { kind: "organisation", name: null, description: null, role: null, affiliation: null };
const denial = (documentId: string, party: Partial<Party>): ReportedAct => ({
  documentId,
  type: "denial",
  actor: { ...NOBODY, ...party },
  quotes: [],
});
const office = denial("office", { name: "Harbour Office of Rimstad" });
const initials = denial("initials", { name: "HOR" });
const master = denial("master", { kind: "person", name: "Bo Lind", role: "harbour master" });
const last = denial("last", { kind: "person", name: "Lind" });
const speaker = denial("speaker", {
  kind: "person",
  description: "a Harbour Office spokeswoman",
  role: "spokeswoman",
  affiliation: "Harbour Office",
});
const pilot = denial("pilot", { kind: "person", name: "Siv Dahl" });

test("an act is told besides by the same party in full, by its initials, its last name or who speaks for it", () => {
  for (const [one, other] of [
    [office, office],
    [office, denial("short", { name: "Harbour Office" })],
    [initials, office],
    [last, master],
    [master, last],
    [speaker, office],
  ] as [ReportedAct, ReportedAct][])
    assert.ok(isCorroborated(one, "another", [other]), `${one.documentId} by ${other.documentId}`);
});
test("not by its own document, by another party, as another type, or by nobody", () => {
  assert.equal(isCorroborated(master, "master", [master]), false);
  assert.equal(isCorroborated(master, "another", [pilot, office]), false);
  assert.equal(isCorroborated(master, "another", [{ ...master, type: "apology" }]), false);
  assert.equal(isCorroborated(master, "another", []), false);
  assert.equal(isCorroborated(denial("nobody", {}), "another", [denial("nobody", {}), master]), false);
});
test("the order of what others tell decides nothing, and what else they tell takes nothing away", () => {
  const all = [office, initials, master, last, speaker, pilot];
  for (const one of all)
    for (const seed of [1, 2, 3]) {
      const told = isCorroborated(one, "another", shuffled(all, seed));
      assert.equal(told, isCorroborated(one, "another", all));
      assert.ok(told || !isCorroborated(one, "another", [office]));
    }
});
test("what one act is found by are keys of one without words; whoever may tell the same has one of them", () => {
  for (const one of [office, initials, master, last, speaker, pilot]) {
    assert.ok(keysOf(one).length <= 2);
    for (const key of keysOf(one)) assert.match(key, /^[0-9a-z]{10}$/);
    assert.ok(keysOf(one).every((key) => possibleKeysOf(one).includes(key)));
  }
});
test("a doubtful suggestion is not told well, so the queue's bands find all that are", () => {
  const scores = Array.from({ length: 101 }, (_, i) => i / 100);
  for (const score of scores) if (isClear({ state: "suggested", score })) assert.ok(bandOf(score) > 0, `${score}`);
  assert.ok(bandOf(null) > 0 && isClear({ state: "suggested", score: null }));
  assert.deepEqual([isClear({ state: "confirmed", score: 0.1 }), isClear({ state: "rejected", score: 0.9 })], [true, false]);
});
