import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceName } from "../../shared/timeline/views.ts";
import type { Db, Row } from "../../workers/store/d1.ts";
import { insertSightings } from "../../workers/store/relations/sightings.ts";
import { ownReport, SIGHTING_COLUMNS, type SightingRow, sightingOf } from "../../workers/store/relations/stored-sighting.ts";

/** The row that is written for a sighting. */
function rowOf(sighting: SightingRow): Row {
  const written: Row[][] = [];
  const db = { statement: (_: string, rows: Row[]) => written.push(rows) } as unknown as Db;
  insertSightings(db, [sighting]);
  const values = (written[0]?.[0] ?? []) as unknown as Row[];
  return Object.fromEntries(SIGHTING_COLUMNS.map((column, i) => [column, values[i] ?? null]));
}
const NONE: Row = Object.fromEntries(SIGHTING_COLUMNS.map((column) => [column, null]));

test("the possible sources of a sighting are read as they were written, and take few bytes", () => {
  const sources: SourceName[] = [
    { name: "Daily Planet", confidence: 0.572, credited: true, quote: "Daily Planet", person: true },
    { name: "Gazette", confidence: 0.2, credited: false, quote: "the Gazette's own", own: true },
    { name: "Lee Moss", confidence: 0.02, credited: false, quote: "", person: true },
    { name: "Moonbase", confidence: 0, credited: false, quote: "" },
  ];
  const plain = sightingOf({ ...NONE, role: "report", stance: "observe", certainty: "", detail: "{}", shown: "{}" });
  const row = rowOf({ ...plain, sources });
  assert.deepEqual(sightingOf(row).sources, sources);
  assert.equal(
    JSON.stringify(JSON.parse(String(row.shown)).sources),
    '[["Daily Planet",0.572,true,"cp"],["Gazette",0.2,"the Gazette\'s own","o"],["Lee Moss",0.02,"","p"],["Moonbase",0]]',
  );
});

test("a response that its own document tells of names that document once", () => {
  const empty = sightingOf({ ...NONE, role: "respond", stance: "deny", certainty: "", detail: "{}", shown: "{}" });
  const plain = { ...empty, documentId: "d1", url: "https://gazette.example/1" };
  const own = { documentId: "d1", label: "gazette.example" };
  assert.equal(JSON.parse(String(rowOf({ ...plain, toldBy: own }).shown)).toldBy, "self");
  for (const toldBy of [own, { ...own, label: "The Gazette" }, { ...own, documentId: "d2" }, null])
    assert.deepEqual(sightingOf(rowOf({ ...plain, toldBy })).toldBy, toldBy);
  // A host with letters that ASCII lacks is told as people write it.
  const umlaut = { ...plain, url: "https://xn--mhlbote-n2a.example/3" };
  assert.equal(ownReport(umlaut).label, "mühlbote.example");
  const signed = { ...plain, kind: "article", platform: null, author: "Ann Roe", url: "https://harbour-post.example/2" };
  const outlet = { documentId: plain.documentId, label: "harbour-post.example" };
  assert.equal(JSON.parse(String(rowOf({ ...signed, toldBy: outlet }).shown)).toldBy, "self");
  assert.deepEqual(sightingOf(rowOf({ ...signed, toldBy: outlet })).toldBy, outlet);
});

test("the time of publication is kept, whatever its distance from the place on the timeline", () => {
  const empty = sightingOf({ ...NONE, at: 1_000, role: "assert", stance: "support", certainty: "", detail: "{}", shown: "{}" });
  for (const [earliest, latest] of [
    [1_000, 1_000],
    [1_000, 86_400_999],
    [0, 5],
    [null, 999],
    [null, null],
  ] as const) {
    const published = { value: "1970", precision: "year", basis: "human", earliest, latest } as const;
    assert.deepEqual(sightingOf(rowOf({ ...empty, published })).published, published);
  }
});
