/** Which words of a line readers see. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadersView, timelineForReaders } from "../../../shared/review/readers.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import { plainSighting } from "../../fixtures/sighting.ts";

test("a line that names only whom the claim names is shown, also where words have no spaces", () => {
  const shown = (claim: string, exact: string) => {
    const line = plainSighting("s_a", "d_a", { quote: { exact, prefix: "", suffix: "" } } as never);
    return new ReadersView(claim, [line]).line(line).quote !== null;
  };
  assert.ok(shown("李强辞职了", "李强否认辞职。"));
  assert.ok(!shown("李强辞职了", "王小明否认辞职。"));
  assert.ok(shown("Ann Orrin left", "Ann Orrin denied it."));
  assert.ok(!shown("The ferry left", "Ann Orrin denied it."));
});

test("why documents count as one origin names nobody whom their lines do not name", () => {
  const PEOPLE = { wireCredit: "Ilva Torrendal", label: "Orsin Velkamp" };
  const told = (isRead: boolean) => {
    const sightings = ["a", "b", "c"].map((id) =>
      plainSighting(`s_${id}`, `d_${id}`, {
        kind: "article",
        author: `Paper ${id}`,
        wireCredit: isRead ? "Reuters" : PEOPLE.wireCredit,
        parent: { documentId: "d_o", label: PEOPLE.label, type: "attribution", basis: isRead ? "human" : "stated", confidence: 0.8 },
      }),
    );
    const claim = { id: "c_a", ref: null, text: "The ferry leaks", lang: "en", phrasings: [], status: "open", visibility: "public" };
    const counts = { sightings: 3, responses: 0, platforms: {} };
    const input = { claim: { ...claim, subject: null, createdAt: 0 }, revision: 1, asOf: null, changedAt: 0, counts, verdicts: [] };
    const timeline = timelineForReaders(buildTimeline({ ...input, sightings, responses: [], watched: [] }));
    return timeline.independence.reasons.map(({ cause }) => ("name" in cause ? cause.name : ""));
  };
  assert.deepEqual(told(false), [null, null]);
  assert.deepEqual(told(true).sort(), [PEOPLE.label, "Reuters"]);
});
