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

// Of the sources that were named on pages, and that no document surely had, 51 of 100 were none: who had denied the claim, or whom a report quotes.
test("a source that is not held is named to readers once some document surely has it, or a person has read so", () => {
  const line = (id: string, label: string, confidence: number, change: object = {}) =>
    plainSighting(`s_${id}`, `d_${id}`, {
      kind: "article",
      parent: { documentId: `named:${label}`, label, type: "attribution", basis: "stated", confidence, ...change },
    } as never);
  const told = (label: string) =>
    plainSighting(`named:${label}`, `named:${label}`, { seen: "reported", author: label, state: "suggested", method: "read-1" } as never);
  const lines = [
    line("a", "Daily Courier", 0.6),
    line("b", "Daily Courier", 0.8),
    line("c", "Coast Radio", 0.6),
    line("d", "Harbour Times", 0.3, { read: true }),
    line("e", "Evening Post", 0.6, { documentId: "d_held" }),
  ];
  const view = new ReadersView("The ferry leaks", lines);
  const shown = lines.map((one) => view.line(one).parent?.label ?? null);
  assert.deepEqual(shown, ["Daily Courier", "Daily Courier", null, "Harbour Times", "Evening Post"]);
  const [courier, radio] = ["Daily Courier", "Coast Radio"].map((label) => view.line(told(label)));
  assert.deepEqual([courier?.author, courier?.id], ["Daily Courier", "named:Daily Courier"]);
  assert.equal(radio?.author, null);
  assert.doesNotMatch(JSON.stringify([radio, view.line(line("c", "Coast Radio", 0.6))]), /Coast Radio/);
});
