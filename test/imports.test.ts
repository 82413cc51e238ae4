/** Which layer may import which, and where SQL, fetch, clocks and randomness may be used. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
const files = globSync("{shared,workers}/**/*.ts")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !file.endsWith(".d.ts"))
  .sort();
/** A file's text without comments, so that prose about a thing is not the thing. Strings stay: imports are in them. */
const bare = new Map(
  files.map((file) => [
    file,
    readFileSync(file, "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1"),
  ]),
);

interface Import {
  from: string;
  /** A path of the tree, or the name of a package. */
  to: string;
  typeOnly: boolean;
}
const imports: Import[] = files.flatMap((from) =>
  [
    ...(bare.get(from) ?? "").matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:(?:[^"';{]|\{[^}]*\})*?\sfrom\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"/g,
    ),
  ].map((match) => {
    const name = match[2] ?? match[3] ?? "";
    return { from, to: name.startsWith(".") ? join(dirname(from), name).replaceAll("\\", "/") : name, typeOnly: match[1] !== undefined };
  }),
);
/** shared, or the folder of workers; workers/index.ts and the like are "workers". */
const layerOf = (file: string) =>
  file.startsWith("shared/") ? "shared" : (/^workers\/([^/.]+)\//.exec(file)?.[1] ?? (file.startsWith("workers/") ? "workers" : file));

const PURE = [
  "zod",
  "@mozilla/readability/Readability.js",
  "htmlparser2",
  "node:buffer",
  "node:crypto",
  "node:url",
  "node:zlib",
  "tldts",
  "wink-porter2-stemmer",
];
const MIDDLE = ["pipeline", "editing", "crawl", "notify"];
const MAY: Record<string, string[]> = {
  shared: ["shared"],
  sources: ["shared", "sources"],
  store: ["shared", "store"],
  pipeline: ["shared", "store", "pipeline"],
  editing: ["shared", "store", "pipeline", "editing"],
  crawl: ["shared", "sources", "store", "pipeline", "editing", "crawl"],
  notify: ["shared", "sources", "store", "notify"],
  access: ["shared", "sources", "store", "pipeline", "notify", "access"],
  api: ["shared", "sources", "store", "access", "api", ...MIDDLE],
  pages: ["shared", "sources", "store", "access", "pages", ...MIDDLE],
};
/** Types of the environment are no dependency. */
const ENV = "workers/env.d.ts";

test("the imports are found at all", () => {
  assert.ok(imports.length > 300);
  assert.ok(imports.some((i) => i.from === "workers/api/resources/claims.ts" && i.to === "workers/editing/claims/create.ts"));
});

test("imports go one way: shared <- sources, store <- pipeline, editing, crawl, notify <- api, pages", () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const may = MAY[layerOf(from)];
    if (!may || !/^(shared|workers)\//.test(to)) return false;
    if (to === ENV && typeOnly) return false;
    return !may.includes(layerOf(to));
  });
  assert.deepEqual(wrong, []);
});

test("shared imports nothing but itself, zod and pure text libraries", () => {
  const wrong = imports.filter(({ from, to }) => layerOf(from) === "shared" && !to.startsWith("shared/") && !PURE.includes(to));
  assert.deepEqual(wrong, []);
});

/** Strongly connected components of more than one file (Tarjan, 1972), over imports that are there at run time. */
function circles(): string[][] {
  const next = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { from, to, typeOnly } of imports) if (!typeOnly && next.has(to)) next.get(from)?.push(to);
  const index = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const number = index.size;
    let lowest = number;
    index.set(file, number);
    stack.push(file);
    for (const to of next.get(file) ?? [])
      if (!index.has(to)) lowest = Math.min(lowest, visit(to));
      else if (stack.includes(to)) lowest = Math.min(lowest, index.get(to) ?? number);
    if (lowest === number) {
      const members = stack.splice(stack.indexOf(file));
      if (members.length > 1) found.push(members.sort());
    }
    return lowest;
  };
  for (const file of files) if (!index.has(file)) visit(file);
  return found;
}

test("no files import each other in a circle at run time", () => {
  assert.deepEqual(circles(), []);
});

test("a post goes through at most 15 files of the pipeline, those that docs/decisions.md lists", () => {
  const found = new Set(["workers/pipeline/accept/accept.ts", "workers/pipeline/index.ts"]);
  for (const file of found)
    for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly && layerOf(to) === "pipeline") found.add(to);
  const [, section = ""] = readFileSync("docs/decisions.md", "utf8").split("## The pipeline is followed file by file");
  const listed = [...(section.split("\n## ")[0] ?? "").matchAll(/^\d+\. `([\w/-]+\.ts)`/gm)].map((match) => `workers/pipeline/${match[1]}`);
  assert.deepEqual([...found].sort(), listed.sort());
  assert.ok(found.size <= 15);
});

const EXPORT = /(?:^|\n)export (?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type) (\w+)/g;
const NAMES = /(?:^|\n)\s*(import|export)\s+(?:type\s)?\{([^}]*)\}\s*from\s*"(\.[^"]+)"/g;
const NAMESPACE = /(?:^|\n)\s*import\s+\*\s+as\s+(\w+)\s+from\s*"(\.[^"]+)"/g;
const pathOf = (from: string, name: string) => join(dirname(from), name).replaceAll("\\", "/");
const namesOf = (list: string) =>
  list
    .split(",")
    .map((name) => name.trim().replace(/^type /, ""))
    .filter(Boolean);

/** "FILE NAME" of each name that a file takes from another; "FILE *" of a registry, which is used as a whole. */
function importedNames(text: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  for (const [file, source] of text) {
    for (const [, , names = "", from = ""] of source.matchAll(NAMES))
      for (const name of namesOf(names)) found.add(`${pathOf(file, from)} ${name.split(" as ")[0]}`);
    for (const [, alias = "", from = ""] of source.matchAll(NAMESPACE)) {
      const of = pathOf(file, from);
      if (of.endsWith("/registry.ts")) found.add(`${of} *`);
      for (const [, name] of source.matchAll(new RegExp(`\\b${alias}\\.(\\w+)`, "g"))) found.add(`${of} ${name}`);
    }
    for (const [, from = ""] of source.matchAll(/\bimport\(\s*(?:String\()?"(\.[^"]+)"/g)) found.add(`${pathOf(file, from)} *`);
  }
  return found;
}

test("what is exported is used by another file, and in code, not by tests alone", () => {
  const inTests = new Map(globSync("test/**/*.ts").map((file) => [file.replaceAll("\\", "/"), readFileSync(file, "utf8")]));
  const [byCode, byTests] = [importedNames(bare), importedNames(inTests)];
  // A library imports these, by a name that wrangler.toml gives to another file.
  for (const [, file] of readFileSync("wrangler.toml", "utf8").matchAll(/^"[^"]+" = "\.\/(workers\/[^"]+\.ts)"$/gm))
    byCode.add(`${file} *`);
  const uses = (set: ReadonlySet<string>, file: string, name: string) => set.has(`${file} ${name}`) || set.has(`${file} *`);
  const wrong: string[] = [];
  for (const [file, source] of bare) {
    const declared = [...source.matchAll(EXPORT)].map((match) => match[1] ?? "");
    const passedOn = [...source.matchAll(NAMES)].flatMap(([, kind, names = ""]) => (kind === "export" ? namesOf(names) : []));
    for (const name of [...declared, ...passedOn.map((one) => one.split(" as ").at(-1) ?? "")]) {
      if (uses(byCode, file, name)) continue;
      const isUsedHere = source.split(new RegExp(`(?<![\\w$])${name}(?![\\w$])`)).length > 2;
      if (!(isUsedHere && uses(byTests, file, name))) wrong.push(`${file} ${name}`);
    }
  }
  assert.deepEqual(wrong, []);
});

const using = (pattern: RegExp, where: (file: string) => boolean) =>
  files.filter(where).flatMap((file) =>
    (bare.get(file) ?? "")
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim().slice(0, 100)}`),
  );

test("SQL is prepared in store only", () => {
  assert.deepEqual(
    using(/\.prepare\(|\.exec\(\s*["'`]\s*(?:SELECT|INSERT|UPDATE|DELETE)/, (file) => !file.startsWith("workers/store/")),
    [],
  );
  assert.deepEqual(
    using(/["'`]\s*(?:SELECT|INSERT INTO|INSERT OR|UPDATE|DELETE FROM)\s/, (file) => !file.startsWith("workers/store/")),
    [],
  );
});

test("only sources/http/ fetches", () => {
  const wrong = using(
    /(?<![.\w])fetch\(|globalThis\.fetch/,
    (file) => !file.startsWith("workers/sources/http/") && !file.startsWith("workers/dev/"),
  );
  assert.deepEqual(
    wrong.filter((line) => !/:\s(?:async )?fetch\([^)]*\)\s*[:{]/.test(line)),
    [],
  );
});

test("shared has no clock, no chance and no environment", () => {
  const wrong = using(
    /Date\.now|new Date\(\s*\)|(?<!new )\bDate\(\)|Math\.random|performance\.now|crypto\.|process\.env|setTimeout|localStorage/,
    (file) => file.startsWith("shared/"),
  );
  assert.deepEqual(wrong, []);
});
