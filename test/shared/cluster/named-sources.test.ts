import assert from "node:assert/strict";
import { test } from "node:test";
import { withNamedSources } from "../../../shared/cluster/named-sources.ts";
import { row } from "../timeline/rows.ts";

const CLAIM = "The tower of Varsund is sold to a bank";
const naming = (name: string, person: boolean) =>
  ["a", "b", "c", "d"].map((id) =>
    row(id, {
      kind: "article",
      sources: [{ name, confidence: 0.9, credited: true, quote: `according to ${name}`, ...(person && { person: true as const }) }],
    }),
  );
const first = (name: string, person: boolean) => withNamedSources(naming(name, person), CLAIM).sources.map((s) => s.author);

test("a source that most name may have been the first, unless it is a person whom the claim does not name: nobody has read those sentences yet", () => {
  assert.deepEqual(first("Varsund Gazette", false), ["Varsund Gazette"]);
  assert.deepEqual(first("Tilda Brook", true), []);
});

test("who confirmed a document did not confirm what it names, and its answer is none of the source's", () => {
  const looked = naming("Varsund Gazette", false).map((s) => ({
    ...s,
    state: "confirmed" as const,
    method: "person",
    tellsResponse: true,
  }));
  const { sources } = withNamedSources(looked, CLAIM);
  assert.deepEqual(
    sources.map(({ state, method, tellsResponse }) => [state, method === "person", tellsResponse]),
    [["suggested", false, false]],
  );
});
