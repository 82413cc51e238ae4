/** Which texts of a look-up are compared: candidate parents of a text do not depend on later texts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestTexts } from "../../workers/store/documents/texts.ts";

/** Rows of a look-up: the texts of each bucket, with their times. */
const rows = (...buckets: [string, number][][]) => buckets.map((texts) => ({ texts: JSON.stringify(texts) }));
const early = Array.from({ length: 8 }, (_, i): [string, number] => [`early${i}`, i]);
const later = Array.from({ length: 8 }, (_, i): [string, number] => [`later${i}`, 200 + i]);

test("later texts take no place of earlier ones, however much they have in common", () => {
  const alone = nearestTexts(rows([...early, ["own", 100]]), "own", 100).near;
  const overflowing = nearestTexts(
    rows([...early, ["own", 100]], [["own", 100], ...later.slice(0, 7)], [["own", 100], ...later.slice(0, 7)]),
    "own",
    100,
  );
  assert.deepEqual(alone, ["own", ...early.map(([id]) => id)]);
  assert.deepEqual(overflowing.near, alone);
  assert.deepEqual(
    overflowing.overflow,
    later.slice(0, 7).map(([id]) => id),
    "and are told of, all of them",
  );
});

test("of earlier ones those with the most buckets in common are taken, of equals the earliest; the rest is left to later ones", () => {
  const { near, overflow } = nearestTexts(
    rows(
      [
        ["b", 2],
        ["a", 1],
        ["own", 3],
      ],
      [
        ["b", 2],
        ["own", 3],
        ["c", 9],
      ],
    ),
    "own",
    3,
  );
  assert.deepEqual(near, ["own", "b", "a", "c"]);
  assert.deepEqual(overflow, []);
  assert.deepEqual(nearestTexts(rows(early, [["z", 0]]), "").near.length, 9);
});
