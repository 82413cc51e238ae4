/** JSON answers of services, and JSON inside pages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { at, readJson, secondsAsTime, str } from "../../../workers/sources/wire/json.ts";
import { addressOf, marksOf } from "../../../workers/sources/wire/page.ts";

test("ids past 2^53 stay as they are written", () => {
  const { value } = readJson('{"id":1909302532306092107,"list":[-9007199254740993,12,1.5,1e400],"text":"1909302532306092107"}') ?? {};
  assert.equal(at(value, "id"), "1909302532306092107");
  assert.deepEqual((at(value, "list") as unknown[]).slice(0, 3), ["-9007199254740993", 12, 1.5]);
  assert.equal(str(at(value, "id")), "1909302532306092107");
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), (id) => assert.equal(str(at(readJson(`{"id": ${id}}`)?.value, "id")), String(id))),
  );
});

test("what ends early gives what is whole", () => {
  const whole = JSON.stringify({
    head: 1,
    items: [{ id: 1, tags: [{ a: 1 }, { b: 2 }] }, { id: 2, text: 'a "quoted" ] } brace' }, { id: 3 }],
    tail: { x: [{}] },
  });
  for (let end = 0; end < whole.length; end++) {
    const read = readJson(whole.slice(0, end));
    if (!read) continue;
    assert.equal(read.cut, true);
    for (const item of at(read.value, "items") as { id: number }[])
      assert.deepEqual(item, (JSON.parse(whole) as { items: { id: number }[] }).items[item.id - 1]);
  }
  assert.deepEqual(readJson('[{"a":1},{"b":'), { value: [{ a: 1 }], cut: true });
});

test("wrong escapes and raw controls are mended; what is no JSON is none", () => {
  assert.deepEqual(readJson('{"a":"it\\\'s \\x so","b":"line\nbreak"}'), { value: { a: "it's x so", b: "line break" }, cut: false });
  for (const text of ["", "<html>", "nothing", "{", "[", '"', "]", "{]"]) assert.equal(readJson(text), null, text);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => json.slice(0, json.length / 2)),
      ),
      (text) => void readJson(text),
    ),
  );
});

test("own fields only, and times only where they are some", () => {
  assert.equal(at(JSON.parse('{"a":{}}'), "a", "constructor", "name"), undefined);
  assert.equal(at(null, "a"), undefined);
  assert.equal(secondsAsTime(1769940000.5), "2026-02-01T10:00:00Z");
  assert.equal(secondsAsTime("1769940000"), "2026-02-01T10:00:00Z");
  for (const value of [0, -1, Number.NaN, 1e12, "x", null, {}]) assert.equal(secondsAsTime(value), null);
});

test("a page lives where it says only on its own registrable domain", () => {
  const page = (head: string) => marksOf(`<!doctype html><html><head>${head}</head><body><p>x</p></body></html>`);
  const at_ = (head: string, url = "https://www.paper.example/a?ref=1") => addressOf(page(head), url);
  assert.equal(at_('<link rel="canonical" href="/a">'), "https://www.paper.example/a");
  assert.equal(at_("<LINK href=https://m.paper.example/a rel='x canonical'>"), "https://m.paper.example/a");
  assert.equal(at_('<meta property="og:url" content="https://paper.example/a?x=1&amp;y=2">'), "https://paper.example/a?x=1&y=2");
  for (const other of ["https://evil.example/a", "javascript:alert(1)", "https://paper.example.evil.example/", "http://[", "/"])
    assert.equal(at_(`<link rel="canonical" href="${other}">`), "https://www.paper.example/a?ref=1", other);
  assert.equal(
    at_('<!-- <link rel="canonical" href="/x"> --><script>var a = \'<link rel="canonical" href="/y">\';</script>'),
    "https://www.paper.example/a?ref=1",
  );
  assert.deepEqual(page('<script type="application/ld+json">{"a":1}</script>').jsonLd, ['{"a":1}']);
});
