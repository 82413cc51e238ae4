/** The PNG picture of a claim: legible letters of many scripts, and a plain note where a script has none. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import { languages } from "../../shared/i18n/index.ts";
import { buildTimeline } from "../../shared/timeline/timeline.ts";
import { drawable, png } from "../../workers/pages/embed/png.ts";
import { type Letters, lettersFrom } from "../../workers/pages/ui/glyphs.ts";
import { piecesOf, runsLeft } from "../../workers/pages/ui/shaping.ts";
import { wrap } from "../../workers/pages/ui/wrap.ts";
import { anyStory } from "../fixtures/any-story.ts";
import { story } from "../fixtures/small-stories.ts";
import { sampleTimeline } from "./support/sample.ts";

const assets = {
  fetch: async (url: string) => new Response(readFileSync(new URL(`../../workers/public${new URL(url).pathname}`, import.meta.url))),
};
const lettersOf = (text: string) => lettersFrom(assets, text);
const letters = await lettersOf("");
const options = { tz: "UTC", lang: "en", host: "whence.example" };
function claiming(text: string, lang: string | null) {
  const timeline = sampleTimeline();
  return { ...timeline, claim: { ...timeline.claim, text, lang } };
}
/** What is drawn, a row of characters for each row of cells: "#" where more than half is covered. */
function drawn(text: string, size: number, bold = false, from: Letters = letters): string[] {
  const rows: string[][] = Array.from({ length: Math.ceil(size * 1.5) }, () => []);
  from.draw({ text, x: 2, y: size, size, bold, runsLeft: false }, (x, y, cover) => {
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

test("what cannot be drawn is not guessed: its language is told, single words are left out", async () => {
  const words = async (text: string, lang: string | null, ui = "en") => {
    const { picture } = await drawable(claiming(text, lang), { ...options, lang: ui }, lettersOf);
    return picture.words.map((w) => w.text).join(" | ");
  };
  assert.match(await words("สะพานถูกปิดเพราะสลักเกลียวทำจากพลาสติก", "th"), /^“…” \(Thai\) \| Where a claim came from \|/);
  assert.match(await words("สะพานถูกปิด", null), /^“…” \| Where/);
  assert.match(await words("大桥因为螺栓是塑料做的而关闭", "zh", "zh"), /^“大桥因为螺栓是塑料做的而关闭” \| 一种说法的来历 \|/);
  assert.match(await words("أغلق الجسر", "ar"), /^“أغلق الجسر” \| Where/);
  assert.match(await words("Die Brücke wurde gesperrt 😀", "de", "de"), /^„Die Brücke wurde gesperrt ?“ \| Woher eine Behauptung kam \|/);
  assert.match(
    await words("The bridge in เมือง and ตำบล was closed because its bolts are made of plastic", "en"),
    /^“The bridge in … and … was closed/,
  );
});

test("letters of Chinese, Japanese, Korean, Arabic, Persian, Urdu, Hebrew and Hindi", async () => {
  for (const text of [
    "大桥因为螺栓是塑料做的而关闭，市政府否认",
    "臺灣總統府否認網傳說法",
    "橋のボルトがプラスチック製だった",
    "다리의 볼트가 플라스틱으로 만들어져 폐쇄되었다",
    "أغلق الجسر لأن مساميره من البلاستيك",
    "پل بسته شد چون پیچ‌هایش گچی است",
    "پل بند کر دیا گیا، ٹھیک ہے",
    "הגשר נסגר כי הברגים שלו",
    "पुल बंद कर दिया गया क्योंकि विद्यार्थी श्रीमती दृष्टि",
  ]) {
    const all = await lettersOf(text);
    for (const char of text) assert.ok(all.has(char), `no letter for ${char} in ${text}`);
    const ink = drawn(text, 40, false, all).join("").replaceAll(" ", "").length;
    assert.ok(ink > 60 * text.replaceAll(" ", "").length, `${text}: ${ink} cells`);
    assert.ok(drawn(text, 40, true, all).join("").replaceAll(" ", "").length > ink * 1.2, `${text} is no bolder in bold`);
  }
});

test("pieces of a line: Arabic letters join and run to the left with numbers as they are, syllables of Hindi are put in order", async () => {
  const pieces = async (text: string) => {
    const all = await lettersOf(text);
    return piecesOf(text, runsLeft(text), (piece) => all.hasPiece(piece)).map((piece) => piece.replaceAll("\u200d", "-"));
  };
  assert.deepEqual(await pieces("بيت"), ["-ت", "-ي-", "ب-"]);
  assert.deepEqual(
    await pieces("دار"),
    ["ر", "-ا", "د"].map((p) => p.replace("-ا", "ا")),
  );
  assert.deepEqual(await pieces("سلام"), ["م", "-لا", "س-"]);
  assert.deepEqual(await pieces("بَيْت"), ["-ت", "-ي-", "ب-"], "without vowel signs");
  assert.deepEqual(
    await pieces("شد 25 (ab)"),
    [..."(ab)", " ", ..."25", " ", "د", "ش-"].map((p) => p.replace("د", "-د")),
  );
  assert.deepEqual(await pieces("(بب)"), ["(", "-ب", "ب-", ")"]);
  assert.deepEqual(await pieces("पुल"), ["पु", "ल"]);
  assert.deepEqual(await pieces("कर्म"), ["क", "र्म"], "RA before a consonant stands over it");
  assert.deepEqual(await pieces("क्षत्र"), ["क्ष", "त्र"]);
  assert.deepEqual(await pieces("प्लास्टिक"), ["प्-", "ल", "ा", "ि", "स्-", "ट", "क"], "the sign of I stands before its syllable");
  assert.deepEqual(await pieces("नहीं"), ["न", "ह", "ीं"]);
});

/** One story in three scripts: what was said, where, and who denied it. */
const SCRIPTS = {
  zh: ["大桥因为螺栓是塑料做的而关闭", "市政府", "@路人甲", "晚报"],
  ar: ["أُغلق الجسر لأن مساميره من البلاستيك", "بلدية المدينة", "@قارئ", "جريدة المساء"],
  hi: ["पुल बंद कर दिया गया क्योंकि उसके बोल्ट प्लास्टिक के थे", "नगर निगम", "@पाठक", "सांध्य समाचार"],
} as const;
test("cards in Chinese, Arabic and Hindi have every word; WHENCE_WRITE=1 puts them into the docs", async () => {
  for (const [lang, [claim, party, reader, paper]] of Object.entries(SCRIPTS)) {
    const timeline = buildTimeline(
      story({
        name: `card-${lang}`,
        claim,
        lang,
        subject: party,
        told: [
          { name: "first", author: reader, time: "2026-03-02T07:10:00Z", words: claim },
          { name: "second", author: "@traveller", time: "2026-03-02T21:40:00Z", words: claim, from: "first" },
          { name: "paper", author: paper, time: "2026-03-04T09:00:00Z", words: claim, from: "second" },
        ],
        answered: [{ name: "no", party, type: "denial", standing: "subject", time: "2026-03-03T12:00:00Z", words: claim }],
      }),
    );
    const card = { ...options, lang: lang === "zh" ? "zh" : "en" };
    const { picture } = await drawable(timeline, card, lettersOf);
    const text = picture.words.map((w) => w.text).join(" ");
    assert.doesNotMatch(text, /…/);
    for (const name of [party, reader, paper]) assert.ok(text.includes(name), `${name} is not in ${text}`);
    const bytes = new Uint8Array(await (await png(timeline, card, lettersOf)).arrayBuffer());
    if (process.env["WHENCE_WRITE"]) writeFileSync(new URL(`../../docs/screenshots/card-${lang}.png`, import.meta.url), bytes);
  }
});

const STORIES = process.env["WHENCE_FULL"] ? 300 : 24;
test(`cards of ${STORIES} stories in all languages: no words over others or over a line, none off the card`, async () => {
  const faults: string[] = [];
  for (let seed = 0; seed < STORIES; seed++) {
    const lang = languages[seed % languages.length] ?? "en";
    const { picture, letters } = await drawable(buildTimeline(anyStory(seed)), { ...options, lang }, lettersOf);
    const words = picture.words.map((w) => {
      const width = letters.width(w.text, w.size, w.bold, w.runsLeft);
      const left = w.x - ((w.anchor === "end") !== w.runsLeft ? width : 0);
      return { text: w.text, left, right: left + width, top: w.y - 0.75 * w.size, bottom: w.y + 0.2 * w.size };
    });
    for (const bar of picture.bars)
      if (![bar.x, bar.y, bar.width, bar.height].every(Number.isInteger)) faults.push(`story ${seed} in ${lang}: a bar between pixels`);
    // Tint, bricks and the rule on top are wider and higher than lines.
    const lines = picture.bars.filter((bar) => Math.min(bar.width, bar.height) <= 3 && Math.max(bar.width, bar.height) > 24);
    const boxes = lines.map((bar) => ({ text: "a line", left: bar.x, right: bar.x + bar.width, top: bar.y, bottom: bar.y + bar.height }));
    for (const [i, one] of words.entries()) {
      const say = (fault: string) => faults.push(`story ${seed} in ${lang}: “${one.text}” ${fault}`);
      if (one.left < 0 || one.right > 1200 || one.top < 8 || one.bottom > 630) say("leaves the card");
      for (const other of [...words.slice(i + 1), ...boxes])
        if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
          say(`meets ${other.text}`);
    }
  }
  assert.deepEqual(faults, []);
});

test("it is a PNG of 1,200 × 630 whose words are in its pixels", async () => {
  const bytes = new Uint8Array(await (await png(claiming("A claim", "en"), options, lettersOf)).arrayBuffer());
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
  assert.deepEqual(wrap("大桥关闭。", 24, 100, 2), ["大桥关", "闭。"]);
});
