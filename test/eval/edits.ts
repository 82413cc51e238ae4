/**
 * What small edits of a claim's own words do to the decision, on claims of a set that have a name or a number to change.
 *   node test/eval/edits.ts [--data clef2021] [--every 20]
 * Each claim is asked with each edit applied to its text; the edits are of our own making and the same in every run.
 */
import { score } from "../../shared/match/index.ts";
import { evaluationFolder } from "../support/evaluation.ts";
import { loadSet, openIndex } from "./match.ts";

const arg = (name: string, fallback: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
};

/** A name inside a sentence: capitals that no full stop comes before. */
const NAME = /(?<=\p{Ll},? )\p{Lu}[\p{L}.]{2,}(?:[ -]\p{Lu}[\p{L}.]*)*(?![\p{L}-])/gu;
const NUMBER = /(?<![\p{N}.,$])\p{N}{1,3}(?![\p{N}.,]*\p{N})/u;
const TIMES = /january|february|march|april|may|june|july|august|september|october|november|december|day$/i;
const HOMOGLYPHS = new Map(["aа", "eе", "oо", "pр", "cс", "xх", "iі"].map((pair) => [pair.slice(0, 1), pair.slice(1)]));
/** Words that say the same in most sentences. */
const SYNONYMS = new Map(
  "said stated,shows depicts,photograph picture,video clip,people persons,because since,during amid,after following,killed slain,big large,children kids,president leader,announced declared,will would,buy purchase,started began,says claims,near by,many numerous,free gratis"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

type Edit = (text: string, i: number, other: string) => string | null;
const namesIn = (text: string) => (text.match(NAME) ?? []).filter((name) => !TIMES.test(name) && !name.includes("."));
/** Of these no word also stands as a common word in the set: "Woman", "Him" are no names. */
const isDonor = (name: string, common: ReadonlySet<string>) => name.split(/[ -]/).every((word) => !common.has(word.toLowerCase()));
const EDITS: Record<string, Edit> = {
  same: (text) => text,
  "upper case": (text) => text.toUpperCase(),
  "lower case": (text) => text.toLowerCase(),
  "zero-width characters": (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, "\u200b"),
  homoglyphs: (text) => text.replace(/[aeopcxi]/g, (char) => HOMOGLYPHS.get(char) ?? char),
  "a link at the end": (text) => `${text} https://example.org/a/b?c=d pic.twitter.com/AbCdEf1234`,
  contradicted: (text) => `It is not true that ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`,
  "a typo in each 8 words": (text) =>
    text
      .split(" ")
      .map((word, at) =>
        at % 8 === 3 && word.length > 4 ? `${word.slice(0, 2)}${word.slice(3, 4)}${word.slice(2, 3)}${word.slice(4)}` : word,
      )
      .join(" "),
  "synonyms, other order": (text) => {
    const said = text.replace(/[.!?]+$/, "").replace(/\p{L}+/gu, (word) => SYNONYMS.get(word) ?? word);
    const at = said.lastIndexOf(" in ");
    return at > 20 ? `${said.slice(at + 1)}, ${said.slice(0, at)}, they say` : `They say that ${said}`;
  },
  "half of its words": (text) => {
    const words = text.split(" ");
    return words.length >= 16 ? words.filter((_, at) => at % 4 < 2).join(" ") : null;
  },
  "another number": (text, i) => {
    const found = NUMBER.exec(text);
    return found ? text.replace(NUMBER, String(Number(found[0]) + 2 + (i % 7))) : null;
  },
  "another name": (text, i, other) => {
    const names = namesIn(text);
    const name = names[i % Math.max(1, names.length)];
    // What only a longer form of it replaces is no other name.
    return name && !other.split(" ").some((word) => text.includes(word)) ? text.replaceAll(name, other) : null;
  },
};

/** With its second half first. */
const turned = (text: string) => {
  const words = text.replace(/[.!?]+$/, "").split(" ");
  const half = Math.ceil(words.length / 2);
  return `${words.slice(half).join(" ")}, ${words.slice(0, half).join(" ")}`;
};
EDITS["other order"] = turned;
EDITS["another name, other order"] = (text, i, other) => {
  const renamed = EDITS["another name"]?.(text, i, other);
  return renamed ? turned(renamed) : null;
};

const set = loadSet(arg("data", "clef2021"));
if (!set) console.log(`No evaluation data in ${evaluationFolder}`);
else {
  const search = openIndex(set.claims);
  const claims = set.claims.filter((claim, i) => i % Number(arg("every", "20")) === 0 && claim.text.split(" ").length >= 8);
  const common = new Set(set.claims.flatMap((claim) => claim.text.match(/(?<![\p{L}])\p{Ll}{3,}/gu) ?? []));
  const names = set.claims.flatMap((claim) => namesIn(claim.text)).filter((name) => isDonor(name, common));
  const show = process.argv.includes("--show");
  for (const [what, edit] of Object.entries(EDITS)) {
    const counts = { asked: 0, first: 0, linked: 0, suggested: 0, told: 0 };
    claims.forEach((claim, i) => {
      const text = edit(claim.text, i, names[(i * 7919) % names.length] ?? "");
      if (text === null) return;
      const { candidates, statistics } = search(text, null);
      const found = score(text, null, candidates, statistics);
      const own = found.find((one) => one.claimId === claim.claimId);
      counts.asked++;
      counts.first += Number(found[0]?.claimId === claim.claimId);
      counts.linked += Number(own?.decision === "linked");
      counts.suggested += Number(own?.decision === "suggested");
      counts.told += Number(own?.reasons.some((reason) => reason.startsWith("differs")) ?? false);
      if (show && what.startsWith("another name") && own?.decision === "linked")
        console.log(`${claim.text}\n  ${text}\n  ${own.score} ${own.reasons.join("; ")}`);
    });
    const share = (n: number) => Number((n / Math.max(1, counts.asked)).toFixed(3));
    console.log(
      JSON.stringify({
        edit: what,
        asked: counts.asked,
        first: share(counts.first),
        linked: share(counts.linked),
        suggested: share(counts.suggested),
        saysWhatDiffers: share(counts.told),
      }),
    );
  }
}
