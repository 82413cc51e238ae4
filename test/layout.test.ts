/** Rules for every file: sizes, folders and their registries, no path of a machine. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { textChangeKinds } from "../shared/changes/registry.ts";
import { edgeKinds } from "../shared/edges/registry.ts";
import { packs } from "../shared/lang/index.ts";
import { responseTypes } from "../shared/model/response.ts";
import * as platforms from "../shared/platforms/registry.ts";
import { formats } from "../workers/api/formats/index.ts";
import { imports } from "../workers/api/imports/index.ts";
import { adapters } from "../workers/sources/index.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
const code = globSync("{shared,workers,test}/**/*.{ts,mts,js}").sort();
const read = (file: string) => readFileSync(file, "utf8");
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1");

test("no folder of code holds more than 20 files", () => {
  assert.ok(code.length > 150);
  const count = new Map<string, number>();
  for (const file of code) count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1);
  assert.deepEqual(
    [...count].filter(([, files]) => files > 20),
    [],
  );
});

/** Functions of more than `max` lines, with their heads. Formatted code: a head ends with "{", and the next line of its indentation ends the body. */
function longFunctions(file: string, max: number): string[] {
  const lines = read(file).split("\n");
  const indentOf = (at: number) => /^ */.exec(lines[at] ?? "")?.[0].length ?? 0;
  const found: string[] = [];
  lines.forEach((line, i) => {
    if (!/(?:=>|\)(?:: .+)?|\bfunction\b.*) \{$/.test(line) || /^\s*(?:\} )?(?:if|for|while|switch|else|do|try|catch)\b/.test(line)) return;
    let start = i;
    if (/^\s*[)}\]]/.test(line))
      do start--;
      while (start > 0 && (indentOf(start) > indentOf(i) || !lines[start]));
    let end = i + 1;
    while (end < lines.length && (indentOf(end) > indentOf(i) || !lines[end]?.trim())) end++;
    if (end - start + 1 > max) found.push(`${file}:${start + 1}: ${end - start + 1} lines`);
  });
  return found;
}

test("a function fits on a screen: at most 80 lines", () => {
  assert.equal(longFunctions("test/layout.test.ts", 12).length > 0, true);
  const files = globSync("{shared,workers,test}/**/*.ts");
  assert.deepEqual(files.flatMap((file) => longFunctions(file, 80)).sort(), []);
});

// A template is broken inside "${…}", where a line break does not reach the page. One sentence, address or pattern may be longer.
test("no line of a page or route is packed: at most 180 characters", () => {
  const isOne = (line: string) => /^\s*(?:\w+[:=] ?)?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^<]*`|\/.*\/[a-z]*)[,;]?$/.test(line);
  const packed = globSync("workers/{api,pages}/**/*.ts").flatMap((file) =>
    read(file)
      .split("\n")
      .flatMap((line, i) => (line.length > 180 && !isOne(line) ? [`${file}:${i + 1}: ${line.length} characters`] : [])),
  );
  assert.deepEqual(packed, []);
});

test("nothing is left to do in a comment", () => {
  assert.deepEqual(
    globSync("{shared,workers}/**/*.ts").filter((file) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(read(file))),
    [],
  );
});

/** Files of a folder that are no entry of its registry. */
const HELPERS: Record<string, string[]> = {
  "shared/edges": ["registry", "kind", "relate"],
  "shared/responses": ["registry", "kind"],
  "shared/changes": ["registry", "kind", "text-changes"],
  "workers/api/formats": ["registry", "format", "index", "nodes", "words"],
  "workers/api/imports": ["registry", "format", "index", "table"],
  "workers/sources/adapters": ["registry"],
  "shared/platforms": ["registry", "index", "platform"],
};
const namesIn = (folder: string) =>
  globSync(`${folder}/*.ts`)
    .map((file) => basename(file, ".ts"))
    .filter((name) => !HELPERS[folder]?.includes(name))
    .sort();

test("edge kinds: one file each, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("shared/edges"), Object.keys(edgeKinds).sort());
  for (const [name, kind] of Object.entries(edgeKinds)) assert.equal(kind.type, name);
});
test("response types: one file each, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("shared/responses"), Object.keys(responseTypes).sort());
});
test("kinds of text change: one file each, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("shared/changes"), Object.keys(textChangeKinds).sort());
  for (const [name, kind] of Object.entries(textChangeKinds)) assert.equal(kind.kind, name);
});
test("formats: one file each, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("workers/api/formats"), Object.keys(formats).sort());
});
test("formats of an import: one file each, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("workers/api/imports"), Object.keys(imports).sort());
});
test("sources: one adapter a file, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("workers/sources/adapters"), Object.keys(adapters).sort());
  for (const [name, adapter] of Object.entries(adapters)) assert.equal(adapter.kind, name);
});
test("platforms: one file each, named after it, and the registry has them all", () => {
  assert.deepEqual(namesIn("shared/platforms"), Object.keys(platforms).sort());
  for (const [name, platform] of Object.entries(platforms)) assert.equal(platform.name, name);
});
test("languages: one file each, named after its tag, and the registry has them all", () => {
  const files = globSync("shared/lang/**/*.ts").filter((file) => !file.startsWith("shared/lang/pack"));
  const tags = files.map((file) => basename(file, ".ts"));
  assert.deepEqual(tags.filter((tag) => tag !== "index").sort(), packs.map((pack) => pack.tag).sort());
});

/** Files whose letters beyond ASCII are no words: forms of letters, look-alikes, glyphs, letters by which a script tells its languages. */
const LETTERS = [
  "shared/pdf/encodings.ts",
  "shared/changes/compare/comparable-text.ts",
  "shared/match/terms/confusables.ts",
  "shared/match/terms/tokens.ts",
  "shared/text/language.ts",
  "shared/text/lookalike.ts",
  "shared/text/segment.ts",
  "workers/dev/letters.ts",
  "workers/pages/ui/shaping.ts",
  "workers/pages/ui/wrap.ts",
];
test("words of a language stand in shared/lang and shared/i18n only", () => {
  const found = globSync("{shared,workers}/**/*.ts")
    .filter((file) => !/^shared\/(?:lang|i18n)\/|\.d\.ts$/.test(file) && !LETTERS.includes(file))
    .filter((file) => /[^\P{L}A-Za-z]/u.test(withoutComments(read(file))));
  assert.deepEqual(found, []);
});

/** Regular expressions in a file, and strings that are sources of some, without what is put into them, classes, escapes and names of groups. */
function patternsOf(text: string): string[] {
  const literals = [
    ...text.matchAll(/(?<=[=(,:!&|[{>]\s?|\?\s|^\s*)\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n[])+)\/[dgimsuvy]*(?=[.,;)\s\]])/gm),
  ];
  const strings = [...text.matchAll(/`((?:\\.|[^`\\])*)`|"((?:\\.|[^"\\\n])*)"/g)].filter(([whole]) => /\(\?|\\\\p|\\\\s|\[\^/.test(whole));
  return [...literals, ...strings].map(([, one, other]) =>
    (one ?? other ?? "")
      .replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, " ")
      .replaceAll("\\\\", "\\")
      .replace(/\\p\{[^}]*\}|\\u[0-9a-f]{4}|\(\?<\w+>|\\\w|\[(?:\\.|[^\]\\])*\]/gi, " "),
  );
}
/** Of addresses, clocks, currencies, platforms and the marks of reposts, which are the same in every language. */
const NO_WORDS =
  /^(?:https?|www|com|net|org|co|uk|us|io|au|de|fr|es|tv|fm|it|br|cn|info|news|website|amp|UTC|GMT|CNY|JPY|GBP|pic|twitter|RT|MT|PRT|QT|rt|via|gt)$/;
/** Files whose patterns have addresses, tags of languages, or letters for a sound. */
const NO_LANGUAGE = [
  "shared/cluster/same-statement.ts",
  "shared/edges/citation.ts",
  "shared/match/terms/clean.ts",
  "shared/match/terms/names-by-sound.ts",
  "shared/match/terms/tokens.ts",
  "shared/text/source-cues.ts",
  "shared/timeline/story/embed-settings.ts",
];
test("patterns take the words of a language from shared/lang", () => {
  const found = globSync("shared/{changes,cluster,edges,match,read,text,timeline}/**/*.ts")
    .filter((file) => !NO_LANGUAGE.includes(file))
    .flatMap((file) =>
      patternsOf(withoutComments(read(file))).flatMap((pattern) => {
        const words = (pattern.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !NO_WORDS.test(word));
        return words.length ? [`${file}: ${words.slice(0, 5).join(" ")}`] : [];
      }),
    );
  assert.deepEqual(found, []);
});

// V8 puts \p{L}, \p{Lu} and \p{Ll} together anew for each pattern: 65 µs in place of 12. Whatever is stored or looked up by its words parts them
// as the search of SQLite does, which knows no other classes.
test("patterns of reading find letters by properties that V8 keeps: Alpha, Upper, Lower", () => {
  const files = code.filter((file) => /^shared\/(?:read|lang|html|edges)\//.test(file));
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) => /\\[pP]\{L[ul]?\}/.test(withoutComments(read(file)))),
    [],
  );
});

test("no file names a path of a machine", () => {
  const files = globSync("{.ci/*,*.{toml,json,md},schema/*,{shared,workers,test}/**/*.{ts,json,jsonl,html,css,md}}").filter(
    (file) => !file.startsWith("package-lock"),
  );
  const here = /(?<![\w.:/-])\/(?:work|home|Users|root|tmp)\/[\w.-]/;
  assert.deepEqual(
    files.filter((file) =>
      read(file)
        .split("\n")
        .some((line) => here.test(line) && !line.includes("const here =")),
    ),
    [],
  );
});

test("every SQL file of the schema has a number of its own", () => {
  const numbers = globSync("schema/*.sql").map((file) => /^(\d{4})_/.exec(basename(file))?.[1]);
  assert.deepEqual([...new Set(numbers)], numbers);
  assert.ok(numbers.every(Boolean));
  for (const file of globSync("schema/*.sql")) assert.doesNotMatch(read(file), /CREATE\s+TRIGGER/i, file);
});
