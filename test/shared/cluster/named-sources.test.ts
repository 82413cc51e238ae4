import assert from "node:assert/strict";
import { test } from "node:test";
import { withNamedSources } from "../../../shared/cluster/named-sources.ts";
import { range } from "../../../shared/model/time.ts";
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

test("the source that a document names is the outlet's first report that is held, if that is known to be earlier and does not deny the claim", () => {
  const at = (hour: number) => ({ at: hour, published: range(hour, hour, "meta") });
  const names = { sources: [{ name: "Varsund Gazette", confidence: 0.9, credited: true, quote: "according to the Varsund Gazette" }] };
  const gazette = (id: string, more: object) => row(id, { kind: "article", url: `https://varsundgazette.example/${id}`, ...more });
  const parentOf = (report: object) =>
    withNamedSources(
      [
        gazette("g", report),
        gazette("h", { ...at(9), stance: "support" }),
        ...["a", "b"].map((id) => row(id, { kind: "article", ...at(5), ...names })),
      ],
      CLAIM,
    ).sightings.find(({ id }) => id === "a")?.parent?.documentId;
  assert.equal(parentOf({ ...at(1), stance: "support" }), row("g", {}).documentId);
  assert.equal(parentOf({ ...at(1), stance: "deny" }), null);
  assert.equal(parentOf({ ...at(8), stance: "support" }), null);
});
