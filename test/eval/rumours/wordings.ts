/**
 * How many wordings of an act of answering are read: clauses put into told-by frames (active, passive, in other orders, with synonyms) in six
 * languages, with the speaker, the act and what it is about known. Survived: the reading has the act, by that speaker, towards that claim.
 *   node test/eval/rumours/wordings.ts [--subjects|--together] [--show]
 * With --subjects the frames vary where the subject stands and what stands beside it, with --together two parties act, or one whose name has an
 * "and".
 */
import { readDocument } from "../../../shared/read/index.ts";
import { answersTo } from "../../../shared/read/responses/to-claims.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { linesOf } from "../../support/fixtures.ts";

export interface Frames {
  lang: string;
  /** C is the claim as a clause. */
  intro: string[];
  filler: string;
  /** The clause, whom it concerns, the words by which that one is known, and "of" it. */
  claims: [clause: string, subject: string, known: string, of?: string][];
  /** {S} is whom the claim concerns, {G} "of" it, {s} the words by which it is known. */
  parties: [words: string, known: string][];
  /** P is the party, D the same after a preposition. */
  frames: Record<string, string[]>;
}
export interface Wording {
  lang: string;
  type: string;
  frame: string;
  sentence: string;
  claim: string;
  /** Words that the party's name, description or affiliation must hold: of two that act "A|B", of one and nobody else "=A". */
  known: string;
  text: string;
}

const upper = (words: string) => words.replace(/^([«„"“]\s?)?\p{Ll}/u, (start) => start.toUpperCase());
/** A party amid a sentence: its last comma goes where a full stop follows; after "by", articles join it. */
function put(frame: string, party: string): string {
  const dative = party.replace(/^die /, "der ").replace(/^der /, "dem ").replace(/^ein /, "einem ").replace(/^das /, "dem ");
  return frame
    .replace(/(?<!\p{L})P(?!\p{L})/u, () => party)
    .replace(/(?<!\p{L})D(?!\p{L})/u, () => (party.startsWith("die ") ? party.replace(/^die /, "der ") : dative))
    .replace(/\bpor el /, "por el ")
    .replace(/\bpor ([oa]) /, "pel$1 ")
    .replace(/\bpar le /, "par le ")
    .replace(/\bda il /, "dal ")
    .replace(/\bda la /, "dalla ")
    .replace(/\bda l'/, "dall'")
    .replace(/,([.,])/g, "$1");
}

/** All wordings, each in an article of its own. */
export function wordings(languages: readonly Frames[]): Wording[] {
  return languages.flatMap(({ lang, intro, filler, claims, parties, frames }) =>
    claims.flatMap(([clause, subject, known, of], i) =>
      parties.flatMap(([words, name]) =>
        Object.entries(frames).flatMap(([type, list]) =>
          list.map((frame, k): Wording => {
            const party = words.replace("{S}", subject).replace("{G}", of ?? "");
            const sentence = upper(
              put(
                frame.replace(/(?<!\p{L})C(?!\p{L})/u, () => clause),
                party,
              ),
            );
            const first = (intro[(i + k) % intro.length] ?? "").replace(/(?<!\p{L})C(?!\p{L})/u, () => clause);
            return {
              lang,
              type,
              frame,
              sentence,
              claim: upper(clause),
              known: name.replace("{s}", known),
              text: `${first}\n\n${sentence}\n\n${filler}`,
            };
          }),
        ),
      ),
    ),
  );
}

/** Whether the act is read with its party and towards its claim. */
export function survives({ lang, type, claim, known, text }: Wording): boolean {
  const reading = readDocument({
    kind: "article",
    url: "https://site.example/1",
    title: null,
    text,
    html: null,
    lang,
    publishedAt: null,
    author: null,
  });
  const found = answersTo({ reading, kind: "article", claims: [claim] }, answerWordsIn(lang)).map(({ response }) => response);
  const acts = found.filter((r) => r.type === type);
  const isBy = (words: string) => (r: (typeof acts)[number]) =>
    [r.actor.name, r.actor.description, r.actor.affiliation].some((part) => part?.toLowerCase().includes(words.toLowerCase()));
  // Two parties are two acts, and a name with "and" in it is one.
  const all = known.replace(/^=/, "").split("|");
  const isWhole = all.length > 1 || known.startsWith("=");
  return all.every((words) => acts.some(isBy(words))) && (!isWhole || acts.length === all.length);
}

if (import.meta.main) {
  const file = ["subjects", "together"].find((name) => process.argv.includes(`--${name}`)) ?? "rewordings";
  const all = wordings(linesOf<Frames>(new URL(`../data/${file}.jsonl`, import.meta.url))).map((one) => ({
    ...one,
    read: survives(one),
  }));
  const share = (list: typeof all) =>
    `${list.filter(({ read }) => read).length} of ${list.length}, ${(list.filter(({ read }) => read).length / list.length).toFixed(3)}`;
  console.log("all", share(all));
  for (const lang of new Set(all.map((one) => one.lang))) {
    const own = all.filter((one) => one.lang === lang);
    console.log(
      lang,
      share(own),
      [...new Set(own.map(({ type }) => type))].map((type) => `${type} ${share(own.filter((one) => one.type === type))}`).join("; "),
    );
    if (!process.argv.includes("--show")) continue;
    for (const frame of new Set(own.map((one) => one.frame))) {
      const list = own.filter((one) => one.frame === frame);
      const lost = list.filter(({ read }) => !read);
      if (lost.length) console.log(`  ${list.length - lost.length} of ${list.length}: ${frame} | ${lost[0]?.sentence}`);
    }
  }
}
