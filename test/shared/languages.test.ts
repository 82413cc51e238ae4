/** The interface languages: complete, used, without English left over, and small. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { languageName, languages, messagesOf, negotiated, timeInWords } from "../../shared/i18n/index.ts";
import { parseTime, range } from "../../shared/model/time.ts";
import { hostileTimeline } from "../browser/support/hostile.ts";
import { claim, embed } from "../browser/support/pages.ts";
import { sampleTimeline } from "../browser/support/sample.ts";

process.chdir(fileURLToPath(new URL("../../", import.meta.url)));
const others = languages.filter((lang) => lang !== "en");
const say = (lang: string) => ({ tz: "UTC", lang });

/** Every message as the page would have it, with figures and marks where something is put in; its path before it. */
function spoken(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const say = value as (...args: unknown[]) => string;
    // Two figures, so that both plurals are said; a true and a false, so that both ends of a choice are.
    return [1, 2].map((n) => [path, String(say(n, n + 1, n === 1, n === 2))]);
  }
  return Object.entries(value as object).flatMap(([key, inner]) => spoken(inner, path ? `${path}.${key}` : key));
}
const wordsIn = (text: string) => new Set(text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? []);
const allWords = (lang: string) =>
  wordsIn(
    spoken(messagesOf(lang))
      .map(([, text]) => text)
      .join(" "),
  );

test("every message says something in every language", () => {
  const paths = spoken(messagesOf("en")).map(([path]) => path);
  for (const lang of languages) {
    const found = spoken(messagesOf(lang));
    assert.deepEqual(
      found.map(([path]) => path),
      paths,
      lang,
    );
    for (const [path, text] of found)
      if (path !== "timeBases.unknown") assert.ok(text.trim() && !/undefined|\[object/.test(text), `${lang} ${path}: ${text}`);
  }
});

test("every message is used", () => {
  const code = globSync("{shared/i18n,workers/**}/**/*.ts")
    .concat(globSync("shared/i18n/*.ts"), globSync("workers/**/*.ts"))
    .filter((file) => !/messages\.\w\w\.ts$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  // Groups that are read by the name of a thing.
  const byName = /^(kinds|edges|responses|textChanges|standings|timeBases|bases|acts|reasons|gaps|verbs|spread\.per|spread\.from)\./;
  const unused = Object.keys(Object.fromEntries(spoken(messagesOf("en")))).filter((path) => {
    const key = path.split(".").at(-1) ?? "";
    return !byName.test(path) && !new RegExp(`(?:\\.|[{,]\\s*)${key}\\b|"${key}"`).test(code);
  });
  assert.deepEqual(unused, []);
});

for (const lang of others)
  test(`no English is left on a page in ${lang}`, () => {
    const timeline = sampleTimeline();
    const own = allWords(lang);
    // What a source says or is called, and our own name, stand as they are in any language.
    const given = wordsIn(
      `${JSON.stringify(timeline)} whence https example utc json csv graphml prov atom feed markdown schema org html svg lexical x`,
    );
    const english = allWords("en");
    for (const page of [embed(timeline, { lang }), embed(timeline, { lang, settings: { compact: true } }), claim(timeline, { lang })]) {
      const text = page.html
        .replace(/<(style|script)>.*?<\/\1>/gs, "")
        .replace(/<[^>]*>/g, (tag) => ` ${/(?:aria-label|data-l|title)="([^"]*)"/.exec(tag)?.[1] ?? ""} `);
      const left = [...wordsIn(text)].filter((word) => english.has(word) && !own.has(word) && !given.has(word));
      assert.deepEqual(left, []);
      assert.match(page.html, new RegExp(`<html lang="?${messagesOf(lang).tag}`));
    }
    const note = embed(hostileTimeline("a\u202Eb"), { lang }).html;
    assert.ok(note.includes(messagesOf(lang).hiddenMarks) && !note.includes(messagesOf("en").hiddenMarks));
  });

test("times and ranges in each language, never more exact than they are known", () => {
  const time = (value: string) => {
    const found = parseTime(value, "text");
    assert.ok(found, value);
    return found;
  };
  const told = (lang: string) => [
    timeInWords(time("2025-04-07T17:49:31Z"), say(lang)),
    timeInWords(time("2025-04"), say(lang)),
    timeInWords(time("2025-04-05/2025-04-07"), say(lang)),
    timeInWords(range(null, Date.UTC(2025, 3, 8), "text"), say(lang)),
  ];
  assert.deepEqual(told("de"), ["7. Apr. 2025, 17:49 UTC", "April 2025", "zwischen dem 5. und 7. Apr. 2025", "vor dem 8. Apr. 2025"]);
  assert.deepEqual(told("es"), ["7 abr 2025, 17:49 UTC", "abril de 2025", "entre el 5 y el 7 abr 2025", "antes del 8 abr 2025"]);
  assert.deepEqual(told("zh"), ["2025年4月7日 17:49 UTC", "2025年4月", "2025年4月5日至7日之间", "2025年4月8日之前"]);
});

test("a language's name in each language", () => {
  assert.deepEqual(
    ["de", "es", "zh"].map((lang) => languageName("zh-Hans", say(lang))),
    ["Chinesisch", "chino", "中文"],
  );
});

test("a page speaks the language that its address asks for, else the reader's own, else English", () => {
  assert.equal(negotiated("de", "zh"), "de");
  assert.equal(negotiated("zh-Hans-CN", undefined), "zh");
  assert.equal(negotiated("nl", "nl, es;q=0.8, en;q=0.9"), "en");
  assert.equal(negotiated(undefined, "nl-BE, nl;q=0.9, de;q=0.8, *;q=0.5"), "de");
  assert.equal(negotiated(undefined, "es;q=0, de;q=0.1"), "de");
  assert.equal(negotiated(undefined, undefined), "en");
  for (const odd of [";q=,,;", "q=1", "de;q=x", "x".repeat(50_000), ",".repeat(50_000)])
    assert.ok(languages.includes(negotiated(odd, odd)));
});

test("nine events weigh at most 6 KB by gzip in every language, and the message files together at most 16", () => {
  for (const lang of languages) {
    const size = gzipSync(embed(sampleTimeline(), { lang }).html, { level: 9 }).length;
    assert.ok(size <= 6 * 1024, `${lang}: ${size}`);
  }
  const files = globSync("shared/i18n/general/??.ts").map((file) => stripTypeScriptTypes(readFileSync(file, "utf8")));
  assert.equal(files.length, languages.length);
  const size = gzipSync(files.join("").replace(/^\s+/gm, ""), { level: 9 }).length;
  assert.ok(size <= 16 * 1024, `${size}`);
});
