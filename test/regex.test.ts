/** No regular expression takes more than linear time: each one is attacked with texts made from its own pieces. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { createScanner } from "typescript/unstable/ast/scanner";
import { attacks } from "./attacks.ts";
import { leastCpuTime, slowness } from "./cpu.ts";
import { everyday, otherLanguages } from "./fixtures/articles.ts";
import { answerWordsIn } from "./support/answer-words.ts";
import { networks } from "./support/stance-networks.ts";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));
const files = globSync("{shared,workers}/**/*.ts")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !file.endsWith(".d.ts") && !file.startsWith("workers/dev/"))
  .sort();
/** By source and flags: where it stands. */
const found = new Map<string, { pattern: RegExp; file: string }>();
const note = (pattern: RegExp, file: string) => found.set(String(pattern), { pattern, file });

/** The literals of a file, by TypeScript's own scanner; a slash after what may end an operand divides. */
function literals(text: string): RegExp[] {
  const scanner = createScanner(true, undefined, text);
  const out: RegExp[] = [];
  let previous = "";
  /** Depth of braces at which a template's expression ends, innermost last. */
  const templates: number[] = [];
  let depth = 0;
  for (;;) {
    scanner.scan();
    let token = scanner.getTokenText();
    if (scanner.getTokenStart() >= text.length) return out;
    if (token.startsWith("`") && token.endsWith("${")) templates.push(depth);
    else if (token === "{") depth++;
    else if (token === "}" && templates.at(-1) === depth) {
      scanner.reScanTemplateToken(false);
      token = scanner.getTokenText();
      if (!token.endsWith("${")) templates.pop();
    } else if (token === "}") depth--;
    else if (/^\/=?$/.test(token) && !/(?:[\p{L}\p{N}_$)\]"'`])$/u.test(previous.replace(/^(?:return|typeof|case)$/, ""))) {
      scanner.reScanSlashToken();
      token = scanner.getTokenText();
      const end = token.lastIndexOf("/");
      out.push(new RegExp(token.slice(1, end), token.slice(end + 1)));
    }
    previous = token;
  }
}
for (const file of files) for (const pattern of literals(readFileSync(file, "utf8"))) note(pattern, file);
const literal = found.size;

// What is put together from lists of words is caught as it is made, on loading and on reading a text of each language.
const Plain = RegExp;
const own = (target: string, flags?: string) => {
  const pattern = new Plain(target, flags);
  if (found.has(String(pattern))) return pattern;
  const file = /\/((?:shared|workers)\/[\w/.-]+\.ts):\d+/.exec(new Error().stack ?? "")?.[1];
  if (file) note(pattern, file);
  return pattern;
};
globalThis.RegExp = new Proxy(Plain, {
  construct: (_, [source, flags]) => own(source, flags),
  apply: (_, __, [source, flags]) => own(source, flags),
});
for (const file of files) await import(`../${file}`);
const { readDocument, withStances } = await import("../shared/read/index.ts");
(await import("../shared/edges/evidence/source-credit.ts")).creditsOf("First reported by the Courier.");
const { relativeWordsOf } = await import("../shared/read/dates/time-words.ts");
for (const { tag } of (await import("../shared/lang/index.ts")).packs) relativeWordsOf(tag);
const { ANSWER_LANGUAGES } = await import("../shared/read/gates/answer-words.ts");
for (const { text } of [...everyday, ...otherLanguages])
  for (const kind of ["article", "post"]) {
    const reading = readDocument({ kind, url: null, title: null, text, html: null, lang: null, publishedAt: null, author: null });
    const lang = ANSWER_LANGUAGES.find((tag) => reading.document.lang.startsWith(tag));
    withStances(reading, kind, { about: { text: text.slice(0, 80) } }, { words: lang ? answerWordsIn(lang) : null, networks });
  }
globalThis.RegExp = Plain;

/** What an expression does at most: every match of a text. */
function run(pattern: RegExp, text: string): void {
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.exec(text);
}
/** Length of the attacks, and the CPU time that one may take (ms). */
const LENGTH = 50_000;
const MOST = 50;
/** Tried on a part first: where that takes no time, the whole cannot take long, even if it grew by the square. */
const PARTS: [number, number][] = [
  [200, 0],
  [800, 0],
  [3_200, 0],
  [12_500, 2],
];

/** CPU time of an expression on an attack, the best of three; of a part of it that takes too long already. */
function cost(pattern: RegExp, attack: string): number {
  for (const [length, least] of PARTS) {
    const part = attack.slice(0, length - 1) + attack.at(-1);
    const took = leastCpuTime(() => run(pattern, part), MOST);
    if (took > MOST || took < least) return took;
  }
  return leastCpuTime(() => run(pattern, attack), MOST);
}
/**
 * A call that is broken off, and then counts as endless, after 20 s by the clock, as on a busy machine a fair one may wait for long: what grows
 * exponentially would never come back.
 */
const guarded = new Script("attack()");
function bounded(call: () => number): number {
  Object.assign(globalThis, { attack: call });
  try {
    return guarded.runInThisContext({ timeout: 20_000 }) as number;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Whether an attack takes too long three times over: where another process had the core once, that is no cost of the expression. */
const isSlow = (pattern: RegExp, attack: string): boolean =>
  [1, 2, 3].every(() => {
    const took = bounded(() => cost(pattern, attack));
    return took > MOST && took / slowness() > MOST;
  });

test("every regular expression takes under 50 ms on 50,000 characters made to attack it", (t) => {
  const suspects: { pattern: RegExp; file: string; attack: string }[] = [];
  let tried = 0;
  for (const [number, { pattern, file }] of [...found.values()].entries()) {
    const every = attacks(pattern, LENGTH);
    // They overlap, so that every fifth one finds nearly as much; `npm run test:full` tries all.
    const some = process.env["WHENCE_FULL"] ? every : every.filter((_, i) => (i + number) % 5 === 0);
    tried += some.length;
    // All within one guard, as each starts a thread.
    if (bounded(() => Math.max(0, ...some.map((attack) => cost(pattern, attack)))) <= MOST) continue;
    const attack = some.find((one) => isSlow(pattern, one));
    if (attack !== undefined) suspects.push({ pattern, file, attack });
  }
  // Tried again at the end, when the machine may be calmer.
  const slow = suspects
    .filter(({ pattern, attack }) => isSlow(pattern, attack))
    .map(
      ({ pattern, file, attack }) =>
        `${file}: ${String(pattern).slice(0, 200)}\n  on ${JSON.stringify(attack.slice(0, 60))} … ${JSON.stringify(attack.slice(-5))}`,
    );
  t.diagnostic(`${found.size} expressions, ${literal} of them literals; ${tried} attacks, ${suspects.length} tried again`);
  assert.ok(literal > 400, `${literal} literals were found`);
  assert.equal(slow.length, 0, `${slow.length} are slow:\n${slow.join("\n")}`);
});
