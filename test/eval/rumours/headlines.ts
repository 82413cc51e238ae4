/**
 * What headlines are taken for: claims of our own put into frames that deny, support or pass on, in seven languages, above a text that takes no side.
 *   node test/eval/rumours/headlines.ts [--show]
 */
import { stanceOf } from "../../../shared/read/stance/stance.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { linesOf } from "../../support/fixtures.ts";
import { networks } from "../../support/stance-networks.ts";

interface Frames {
  lang: string;
  /** Two paragraphs of the text. */
  filler: string[];
  /**
   * Each claim in its forms: C as it is entered, S as a headline states it, N denied, Q asked, H with distance, P as a noun, D behind "that", Y the
   * party.
   */
  claims: Record<string, string>[];
  /** Headlines by stance, in which a letter stands for a form. */
  frames: Record<string, string[]>;
}
export interface Headline {
  lang: string;
  stance: string;
  frame: string;
  claim: string;
  title: string;
  text: string;
}

const upper = (words: string) => words.replace(/^(\P{L}*)(\p{Ll})/u, (_, before, letter) => before + letter.toUpperCase());
/** A form amid a headline begins small where it begins with an article. */
const small = (words: string) =>
  words.replace(/^(?:El|La|Un|Una|Le|Les|Une|O|A|Um|Il|Lo|Aucun|Ningún|Nessun|Nenhum|Man|No)(?= )/, (word) => word.toLowerCase());

/** All headlines, each above a text that tells what goes round and takes no side. */
export const headlines = (languages: readonly Frames[]): Headline[] =>
  languages.flatMap(({ lang, filler, claims, frames }) =>
    claims.flatMap((forms) =>
      Object.entries(frames).flatMap(([stance, list]) =>
        list.map((frame): Headline => {
          const letter = lang === "zh" ? /[SNQHPDY]/g : /(?<![\p{L}'])[SNQHPDY](?![\p{L}'’])/gu;
          const title = upper(frame.replace(letter, (form, at: number) => (at ? small(forms[form] ?? "") : (forms[form] ?? "")))).replace(
            /\?\?/g,
            "?",
          );
          return { lang, stance, frame, claim: upper(forms["C"] ?? ""), title, text: filler.join("\n\n") };
        }),
      ),
    ),
  );

/** The words by which stances are read; English has networks. */
export const wordsOf = (lang: string) => (lang === "en" ? null : answerWordsIn(lang));
/** Who asks or doubts passes on: annotators part the two no better than by chance. */
const PASSES_ON = ["observe", "query", "unrelated"];
export function stanceRead({ lang, claim, title, text }: Headline): string {
  const { label } = stanceOf(text, claim, { networks, kind: "article", lang, title, words: wordsOf(lang) });
  return PASSES_ON.includes(label) ? "report" : label;
}

if (import.meta.main) {
  const all = headlines(linesOf<Frames>(new URL("../data/headlines.jsonl", import.meta.url))).map((one) => ({
    ...one,
    read: stanceRead(one),
  }));
  const share = (list: typeof all) => {
    const right = list.filter(({ read, stance }) => read === stance).length;
    return `${right} of ${list.length}, ${(right / list.length).toFixed(3)}`;
  };
  console.log("all", share(all));
  for (const [lang, own] of Map.groupBy(all, (one) => one.lang)) {
    const stances = [...Map.groupBy(own, (one) => one.stance)].map(([stance, list]) => `${stance} ${share(list)}`);
    console.log(lang, share(own), stances.join("; "));
    if (!process.argv.includes("--show")) continue;
    for (const { stance, read, title } of own.filter((one) => one.read !== one.stance)) console.log(`  ${stance}, read ${read}: ${title}`);
  }
}
