/** The PNG picture of a claim: legible letters, and a plain note where a script has none. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { drawable, png } from "../../workers/pages/embed/png.ts";
import { Letters } from "../../workers/pages/ui/glyphs.ts";
import { wrap } from "../../workers/pages/ui/wrap.ts";
import { sampleTimeline } from "./support/sample.ts";

const file = readFileSync(new URL("../../workers/public/letters.bin", import.meta.url));
const letters = new Letters(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
const options = { tz: "UTC", lang: "en", host: "whence.example" };
function claiming(text: string, lang: string | null) {
  const timeline = sampleTimeline();
  return { ...timeline, claim: { ...timeline.claim, text, lang } };
}
/** What is drawn, a row of characters for each row of cells: "#" where more than half is covered. */
function drawn(text: string, size: number, bold = false): string[] {
  const rows: string[][] = Array.from({ length: Math.ceil(size * 1.5) }, () => []);
  letters.draw(text, 2, size, size, bold, (x, y, cover) => {
    assert.ok(cover > 0 && cover <= 1, `${text} covers ${cover}`);
    const row = rows[y];
    if (row && cover > 0.5) row[x] = "#";
  });
  return rows.map((row) => Array.from(row, (cell) => cell ?? " ").join(""));
}

test("letters of Latin, Greek and Cyrillic script, with their accents, of each weight", () => {
  for (const text of [
    "Żółw ąęśćń",
    "Größe Übung",
    "¿Qué pasó, Íñigo?",
    "Ça déjà œuvre",
    "İğdır şöyle",
    "được Ngữ",
    "Привет, Їжак",
    "Άρθρο",
    "“‘…’” – 10 €",
  ])
    for (const char of text.normalize("NFC")) assert.ok(letters.has(char), `no letter for ${char}`);
  for (let code = 0x21; code < 0x17f; code++) {
    const char = String.fromCharCode(code);
    if (!letters.has(char) || char === "\u00ad") continue;
    for (const bold of [false, true])
      assert.ok(
        drawn(char, 60, bold).some((row) => row.includes("#")),
        `${char} leaves no trace`,
      );
  }
  assert.ok(letters.width("wide", 40, true) > letters.width("wide", 40, false));
});

test("an outline covers what is inside it: a stem, a bowl with its hole, an accent above", () => {
  const stem = drawn("I", 40, true)
    .map((row) => row.trim())
    .filter(Boolean);
  assert.ok(stem.length >= 28 && stem.length <= 30, `${stem.length} rows of a capital`);
  const bowl = drawn("O", 40)
    .map((row) => row.trim())
    .filter(Boolean);
  assert.match(bowl[Math.floor(bowl.length / 2)] ?? "", /^#+ {15,}#+$/);
  const top = (text: string) => drawn(text, 40).findIndex((row) => row.includes("#"));
  assert.ok(top("É") < top("E"));
});

test("what cannot be drawn is not guessed: its language is told, single words are left out, other languages' words are English", () => {
  const words = (text: string, lang: string | null, ui = "en") =>
    drawable(claiming(text, lang), { ...options, lang: ui }, letters)
      .words.map((w) => w.text)
      .join(" | ");
  assert.match(words("大桥因为螺栓是塑料做的而关闭", "zh"), /^“…” \(Chinese\) \| Where a claim came from \|/);
  assert.match(words("大桥因为螺栓是塑料做的而关闭", "zh", "zh"), /^“…” \(Chinese\) \| Where a claim came from \|/);
  assert.match(words("أغلق الجسر", null), /^“…” \| Where/);
  assert.match(words("Die Brücke wurde gesperrt 😀", "de", "de"), /^„Die Brücke wurde gesperrt ?“ \| Woher eine Behauptung kam \|/);
  assert.match(
    words("The bridge in 例城 and 例镇 was closed because its bolts are made of plastic", "en"),
    /^“The bridge in … and … was closed/,
  );
  for (const word of words("大桥 is closed since then, they say", "en")) assert.ok(letters.has(word), word);
});

test("it is a PNG of 1,200 × 630 whose words are in its pixels", async () => {
  const bytes = new Uint8Array(await (await png(claiming("A claim", "en"), options, letters)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  assert.deepEqual([view.getUint32(0), view.getUint32(16), view.getUint32(20)], [0x89504e47, 1200, 630]);
  const palette = view.getUint32(33);
  const data = 33 + 12 + palette;
  const pixels = inflateSync(bytes.subarray(data + 8, data + 8 + view.getUint32(data)));
  assert.equal(pixels.length, 1201 * 630);
  const ink = (from: number, to: number) => pixels.subarray(from * 1201, to * 1201).filter((pixel) => pixel === 8).length;
  assert.ok(ink(50, 110) > 1000, "the claim");
  assert.equal(ink(9, 50), 0, "between the rule and the claim");
});

test("a line that is cut ends with a whole word", () => {
  assert.deepEqual(wrap("It was denied on 7 April, 17:49 UTC, and again later", 24, 330, 1), ["It was denied on 7 April…"]);
  assert.deepEqual(wrap("大桥因为螺栓是塑料做的而关闭", 24, 130, 1), ["大桥因为…"]);
});
