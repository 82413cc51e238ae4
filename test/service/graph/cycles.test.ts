/** No document comes from itself: cycles are refused with a pointer on every route, and the other documents are taken. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

type Line = Record<string, unknown>;
const page = (name: string) => `https://weibo.example/${name}`;
const refusedLines = async (...lines: Line[]) =>
  (
    await service.importLines(
      lines.map((line) => ({ type: "document", text: `words of ${line["ref"]}`, ...line })),
      "?read=false",
    )
  ).body.rejected;
const alone = async (line: Line) =>
  service.call<{ errors?: { pointer: string }[] }>("POST", "/v1/documents", { text: `words of ${line["ref"]}`, ...line });
async function sound(): Promise<void> {
  await service.settle();
  await service.assertSound();
}

const kinds = ["repostOf", "quoteOf", "replyTo"];
for (const up of kinds)
  for (const down of kinds)
    test(`a ${up} b and b ${down} a, in one import and one after the other`, async () => {
      const name = `${up}-${down}`;
      const rejected = await refusedLines({ ref: `${name}.a`, [up]: `${name}.b` }, { ref: `${name}.b`, [down]: `${name}.a` });
      assert.equal(rejected.length, 1);
      assert.ok(
        rejected.every((r) => ["/repostOf", "/quoteOf", "/replyTo"].includes(r.pointer) && /ancestor/.test(r.detail)),
        JSON.stringify(rejected),
      );
      assert.equal((await alone({ ref: `${name}.c`, [up]: `${name}.d` })).status, 202);
      const second = await alone({ ref: `${name}.d`, [down]: `${name}.c` });
      assert.deepEqual([second.status, second.body.errors?.[0]?.pointer], [422, `#/${down}`]);
    });

test("a longer circle, over documents that are stored, and through a placeholder under a URL", async () => {
  assert.deepEqual(await refusedLines({ ref: "l.2", replyTo: "l.1" }, { ref: "l.3", quoteOf: "l.2" }, { ref: "l.4", replyTo: "l.3" }), []);
  const closing = await alone({ ref: "l.1", repostOf: "l.4" });
  assert.deepEqual([closing.status, closing.body.errors?.[0]?.pointer], [422, "#/repostOf"]);
  assert.equal((await alone({ ref: "p.a", platform: "weibo", platformId: "p-a", url: page("a"), quoteOf: page("b") })).status, 202);
  const other = await alone({ ref: "p.b", platform: "weibo", platformId: "p-b", url: page("b"), quoteOf: page("a") });
  assert.deepEqual([other.status, other.body.errors?.[0]?.pointer], [422, "#/quoteOf"]);
  await sound();
});

test("a chain as long as an import is no circle", async () => {
  const lines = Array.from({ length: 900 }, (_, i) => ({ ref: `chain.${i}`, ...(i ? { replyTo: `chain.${i - 1}` } : {}) }));
  assert.deepEqual(await refusedLines(...lines.reverse()), []);
  await sound();
});
