/** Hostile text for the contract of sources. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const eval_ = process.env["WHENCE_EVAL"] ?? fileURLToPath(new URL("../../../shared/eval", import.meta.url));

/** Texts that have broken programs, each in its own way. */
export const NAUGHTY = [
  ..."undefined|null|NaN|-1|1e999|0x0|true|[object Object]|__proto__|constructor|toString|hasOwnProperty".split("|"),
  ..."' OR 1=1 --|\"; DROP TABLE claims; --|{{7*7}}|#{7*7}|%s%n%d|../../etc/passwd|C:\\CON|$(id)|`id`".split("|"),
  "<script>alert(1)</script> kept",
  'a "quoted" word & an ampersand',
  "1 < 2 and 3 > 2",
  "AT&T, R&amp;D and &#8217; as written",
  "]]> ends a CDATA, --> a comment, ?> an instruction, */ a style",
  "</title></item></channel></rss> after",
  "Ṱ̺̺̕o͞ ̷i̲̬n̝̗v̟̜o̘k̠̫e̴ stacked marks",
  "שלום \u202eright to left\u202c and مرحبا",
  "zero\u200bwidth, soft\u00adhyphen, \ufeffmark of order",
  "👩‍👩‍👧‍👦 family, 🇺🇳 flag, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
  "ｆｕｌｌ　ｗｉｄｔｈ 测试文本 テスト 한국어",
  "lone \ud800 surrogate",
  "bell\u0007, escape\u001b[31m, null\u0000, delete\u007f",
  "line\nbreak\r\nand\ttab \u2028 and \u0085",
  "https://例え.テスト/路径?q=ü#§ in words",
  "javascript:alert(1)",
  "x".repeat(3_000),
  "word ".repeat(2_000),
];

/** Some of those that others have gathered, where they are at hand; ten times as many for a full run. */
export function more(): string[] {
  const file = `${eval_}/hostile/strings.jsonl`;
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const step = process.env["WHENCE_FULL"] ? 10 : 100;
  return lines.filter((_, i) => i % step === 0).map((line) => String((JSON.parse(line) as { s: unknown }).s));
}
