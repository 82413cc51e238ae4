/** The documentation: how long it may be, and that what it names exists. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { commands } from "../workers/dev/cli/commands/index.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
const files = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...globSync("{docs,schema,shared}/**/*.md")].sort();
const read = (file: string) => readFileSync(file, "utf8");
const scripts = (JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts;

test("README.md has at most 7 KB, CONTRIBUTING.md 6 KB, CHANGELOG.md 40 lines", () => {
  assert.ok(statSync("README.md").size <= 7 * 1024);
  assert.ok(statSync("CONTRIBUTING.md").size <= 6 * 1024);
  assert.ok(read("CHANGELOG.md").trimEnd().split("\n").length <= 40);
});

/** Words in code of a document: between backticks, and the lines of its blocks. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].flatMap((match) => (match[1] ?? "").split("\n"));
  const inline = [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
  return [...blocks, ...inline];
}
/** Names that stand for others: NAME.ts, LANG, {id}. */
const isPattern = (path: string) => /NAME|LANG|[{}*…<>]/.test(path);

for (const file of files) {
  const code = codeOf(read(file));

  test(`${file}: files that it names exist`, () => {
    const paths = code.flatMap((line) => line.match(/(?<![\w./@:-])(?:shared|workers|test|schema|docs)\/[\w./{}*-]+/g) ?? []);
    assert.deepEqual(
      paths.map((path) => path.replace(/[.,:]$/, "")).filter((path) => !isPattern(path) && !existsSync(path)),
      [],
    );
  });

  test(`${file}: commands that it names exist`, () => {
    for (const line of code) {
      for (const [, script = ""] of line.matchAll(/npm run ([\w:]+)/g)) assert.ok(script in scripts, `npm run ${script}`);
      for (const [, name = ""] of line.matchAll(/npx whence (\w+)/g))
        assert.ok(name === "help" || Object.hasOwn(commands, name), `npx whence ${name}`);
      for (const [, path = ""] of line.matchAll(/(?<![\w-])node ((?:\w+\/)+[\w-]+\.ts)/g)) assert.ok(existsSync(path), `node ${path}`);
      // A word that chooses test files must choose some.
      for (const [, words = ""] of line.matchAll(/npm test -- ([\w/. -]+)/g))
        for (const word of words.split(" ").filter((word) => !word.startsWith("-")))
          assert.ok(
            globSync("test/**/*.test.ts").some((path) => path.includes(word)),
            `npm test -- ${word}`,
          );
    }
  });

  test(`${file}: links within the project lead somewhere`, () => {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "").filter((link) => !/^[a-z]+:|^#/.test(link));
    assert.deepEqual(
      links.filter((link) => !existsSync(join(dirname(file), link.replace(/#.*/, "")))),
      [],
    );
  });
}

test("the thresholds of matching are those of its weights", () => {
  const { thresholds } = JSON.parse(read("shared/match/weights.json")) as { thresholds: { linked: number; suggested: number } };
  assert.match(
    read("shared/match/README.md"),
    new RegExp(`linked\\W+${thresholds.linked} and more[^]*suggested\\W+${thresholds.suggested} and more`),
  );
  assert.match(read("docs/quality.md"), new RegExp(`links from a probability of ${thresholds.linked}\\b`));
});
