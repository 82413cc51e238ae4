/** What the readers' page of a document says that it does: no more than the claim's timeline says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Stance } from "../../../shared/model/sighting.ts";
import { readersDocumentPage } from "../../../workers/pages/desk/document-view.ts";
import { ANONYMOUS } from "../../../workers/pages/ui/viewer.ts";
import { documentSample } from "../../browser/support/desk-sample.ts";
import { heard } from "../../support/heard.ts";

const sample = documentSample();
const [response, seen] = sample.sightings;
assert.ok(response?.response && seen);
const claims = new Map([...sample.claims].map(([id, one]) => [id, { ...one, visibility: "public" }]));
const pageOf = (line: object) => {
  const sightings = [{ ...seen, listed: true, response: null, ...line }] as typeof sample.sightings;
  return heard(readersDocumentPage({ ...sample, claims, sightings, viewer: ANONYMOUS }).html);
};

test("a stance that nobody has checked, or that a machine is not sure of, is not told as the author's", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Stance.options),
      fc.boolean(),
      fc.constantFrom("suggested", "confirmed"),
      fc.constantFrom("article", "fact_check"),
      (stance, stanceUnsure, state, kind) => {
        const words = pageOf({ role: "assert", stance, stanceUnsure, state, kind, method: "match-1", parent: null });
        const isChecked = state === "confirmed";
        const isOwn = isChecked && kind !== "article";
        assert.equal(/\nDisputes it ·/.test(words), stance === "deny" && isOwn && !stanceUnsure);
        assert.equal(/\nDisputes it or reports a denial ·/.test(words), stance === "deny" && !isOwn && !stanceUnsure);
        if (stanceUnsure) assert.match(words, /\nMentions it|\nMentions ·/);
        assert.match(words, isChecked ? /linked by machine, confirmed/ : /not yet checked/);
      },
    ),
  );
});

test("who answers in an article is named, and no denial is its author's", () => {
  const line = { ...response, listed: true, claimId: [...claims.keys()][0] };
  const name = response.response?.actor.name ?? "";
  assert.ok(name);
  assert.match(pageOf({ ...line, state: "confirmed", method: "match-1" }), new RegExp(`\\n${name} denied it · `));
  assert.match(
    pageOf({ ...line, state: "suggested", method: "match-1" }),
    new RegExp(`\\nPerhaps a response: ${name} denied it · .*not yet checked`),
  );
});
