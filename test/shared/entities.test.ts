/** The stub decodes as the library that it stands for. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import table from "../../shared/stubs/entities.json" with { type: "json" };
import * as ours from "../../shared/stubs/entities.ts";

const require = createRequire(createRequire(import.meta.url).resolve("htmlparser2"));
const theirs = (await import(pathToFileURL(require.resolve("entities/decode")).href)) as typeof ours;

/** What a decoder makes of the text after an `&`, given at once or in pieces. */
function decoded(library: typeof ours, tree: "htmlDecodeTree" | "xmlDecodeTree", mode: number, text: string, cut = text.length) {
  const codes: [number, number][] = [];
  const decoder = new library.EntityDecoder(library[tree], (code, consumed) => codes.push([code, consumed]));
  decoder.startEntity(mode);
  let length = decoder.write(text.slice(0, cut), 0);
  if (length < 0 && cut < text.length) length = decoder.write(text.slice(cut), 0);
  if (length < 0) length = decoder.end();
  return { codes, length };
}
const legacy = new Set(table.legacy.split(" "));
const names = [...ours.htmlDecodeTree.keys()];

test("every name that we know, closed or not, in text, in attributes and in XML", () => {
  assert.ok(names.length > 500);
  // The library takes some names without their semicolon that HTML does not (&Gdot is U+00C2 to it), so only those that HTML takes are compared.
  for (const name of names)
    for (const tail of legacy.has(name) ? [";", " ", "=", "x", ";;", "<", ""] : [";", ";;"])
      for (const mode of [0, 1, 2]) {
        const text = name + tail;
        assert.deepEqual(
          decoded(ours, "htmlDecodeTree", mode, text),
          decoded(theirs, "htmlDecodeTree", mode, text),
          `&${text} mode ${mode}`,
        );
        assert.deepEqual(decoded(ours, "xmlDecodeTree", 1, text), decoded(theirs, "xmlDecodeTree", 1, text), `&${text} xml`);
      }
});
test("numbers in every spelling, and what is no reference", () => {
  const numeric = fc.tuple(
    fc.constantFrom("#", "#x", "#X", ""),
    fc.stringMatching(/^[0-9a-fA-F]{0,8}$/),
    fc.constantFrom(";", "", " ", "g", "<", "="),
  );
  fc.assert(
    fc.property(numeric, fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 12 }), ([head, digits, tail], mode, cut) => {
      const text = head + digits + tail;
      if (head === "" && /^[a-z]/i.test(text)) return;
      assert.deepEqual(decoded(ours, "htmlDecodeTree", mode, text, cut), decoded(theirs, "htmlDecodeTree", mode, text, cut));
    }),
  );
});
test("fifty thousand letters after an ampersand end at once", () => {
  assert.equal(decoded(ours, "htmlDecodeTree", 0, "a".repeat(50_000)).length, 0);
});
