/** Removes other people's words from a note. */
import { sumOf } from "../../collections.ts";
import { namePlacesAnyCase, replaced } from "./places.ts";

/** A run of at least this many words of somebody else is no chance. */
const MIN_WORDS = 5;
/** Minimum number of letters of such a run; a Han character counts as three. */
const MIN_LETTERS = 16;
const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;
const weightOf = (word: string) => (/^\p{Script=Han}$/u.test(word) ? 3 : word.length);
const GAP = "[…]";

/** A text without the names in it, and without runs of words that one of the bodies contains too. */
export function redact(text: string, names: readonly string[], bodies: readonly string[]): string {
  const named = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const nameless = named.reduce((rest, name) => replaced(rest, namePlacesAnyCase(rest, name), GAP), text);
  const words = [...nameless.matchAll(WORD)].map((match) => ({ word: match[0].toLowerCase(), at: match.index }));
  const said = bodies.map((body) => ` ${(body.toLowerCase().match(WORD) ?? []).join(" ")} `);
  let out = "";
  let kept = 0;
  for (let i = 0; i < words.length; i++) {
    const end = longestRun(words, i, said);
    const run = words.slice(i, end);
    const last = run.at(-1);
    if (!last || run.length < MIN_WORDS || sumOf(run, ({ word }) => weightOf(word)) < MIN_LETTERS) continue;
    out += nameless.slice(kept, words[i]?.at) + GAP;
    kept = last.at + last.word.length;
    i = end - 1;
  }
  return out + nameless.slice(kept);
}

/** The end of the longest run of words, from a given word on, that one of the bodies contains. */
function longestRun(words: { word: string }[], from: number, said: string[]): number {
  let end = from;
  for (let run = ` ${words[from]?.word} `; end < words.length && said.some((body) => body.includes(run)); run += `${words[end]?.word} `)
    end++;
  return end;
}
