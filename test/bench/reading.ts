/** CPU of reading in workerd, as a ratio to a fixed loop in the same run: a post, and a text of 500 words, in several languages. */
import { everyday, newsroom, otherLanguages, otherLanguagesNewsroom } from "../fixtures/articles.ts";
import { build, start } from "./worker.ts";

const TIMES = 100;
const ROUNDS = 5;
const all = [...everyday, ...otherLanguages, ...newsroom, ...otherLanguagesNewsroom];
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
/** Stories of one language one after the other, up to 500 words. */
function long(pick: (name: string) => boolean): string {
  let out = "";
  for (const { name, text } of all) if (pick(name) && wordsOf(out) < 500) out += `${text}\n\n`;
  return out
    .split(/(?<=\s)/)
    .slice(0, 500)
    .join("");
}
const TEXTS: [string, string, string, number][] = [
  [
    "post, English",
    "post",
    "They say the Exampleton bridge was closed because the bolts in it are made of plastic?! https://a.example/1",
    3,
  ],
  ["post, Spanish", "post", "Dicen que el puente se cerró porque los tornillos son de plástico. ¿Alguien sabe si es verdad? #puente", 3],
  ["post, Chinese", "post", "据微博网友爆料，星河科技将在本月裁掉一半员工，并且不支付任何补偿。真的吗？", 3],
  ["500 words, English", "article", long((name) => !/^(?:es|de|fr|pt|zh)\b|Chinese/.test(name)), 15],
  ["500 words, German", "article", long((name) => /^de\b/.test(name)), 15],
  ["500 words, Spanish", "article", long((name) => /^es\b/.test(name)), 15],
  ["500 words, French", "article", long((name) => /^fr\b/.test(name)), 15],
  ["500 words, Portuguese", "article", long((name) => /^pt\b/.test(name)), 15],
  [
    "900 characters, Chinese",
    "article",
    all
      .filter(({ name }) => /^zh|Chinese/.test(name))
      .map(({ text }) => text)
      .join("\n\n")
      .slice(0, 900),
    15,
  ],
];

/** Prints the figures; the loop is what they are compared with on another machine. */
export async function reading(): Promise<void> {
  const worker = await start(await build("test/bench/workers/reading.ts"));
  const spend = async (kind: string | null, text: string, times: number) => {
    const before = worker.cpu();
    await worker.call("POST", "/", { kind, text, times });
    return (worker.cpu() - before) / times;
  };
  /** The best of some rounds, after one that warms up: /proc counts in steps of 10 ms. */
  const best = async (kind: string | null, text: string, times: number) => {
    const rounds = [];
    for (let i = 0; i <= ROUNDS; i++) rounds.push(await spend(kind, text, times));
    return Math.min(...rounds.slice(1));
  };
  const unit = await best(null, "", TIMES);
  const rows = [];
  for (const [what, kind, text, most] of TEXTS) {
    const ms = await best(kind, text.slice(0, 4_000), kind === "post" ? TIMES * 5 : TIMES);
    rows.push({
      what,
      words: wordsOf(text.slice(0, 4_000)),
      "CPU ms": ms.toFixed(2),
      "of the loop": `${(ms / unit).toFixed(2)} x`,
      "at most": most,
    });
  }
  console.log(`\nReading in workerd; the loop of two million steps takes ${unit.toFixed(2)} ms`);
  console.table(rows);
  await worker.stop();
}
