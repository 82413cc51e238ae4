/** What a sentence denies: a claim, or another matter. */
import { packOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadResponse } from "../../model/reading.ts";
import { oncePer } from "../../text/once-per.ts";
import { words } from "../../text/segment.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { isStopWord } from "../../text/stop-words.ts";
import type { TextAnalysis } from "../analysis.ts";
import type { TokenSentence } from "../tokens.ts";
import { responseCuesIn } from "./response-cues.ts";

const NEVER = "(?!)";
const patternsOf = oncePer((lang: string) => {
  const { negation, unspaced } = packOf(lang) ?? {};
  const whole = (source = NEVER) => wholeWords(source, "iu", unspaced);
  const { clause, telling, undone, undecided, suit, sues } = negation?.denied ?? {};
  return {
    clause: whole(clause),
    telling: whole(telling),
    undone: whole(undone),
    undecided: whole(undecided),
    suit: whole(suit),
    sues: whole(sues),
    end: unspaced ? /[，。；：“「]/u : /[.;:!?«»“”"]/u,
  };
});

const contentOf = (text: string, lang: string): ReadonlySet<string> =>
  stemsOf(
    words(text)
      .filter((word) => !isStopWord(word, lang))
      .join(" "),
  );

/**
 * Whether a sentence denies something else than a claim. Its verb has a clause of its own behind it: who told the claim, or what neither this nor the
 * rest of the sentence has a word of the claim for, beside the party's own name.
 */
function deniesAnother(claim: string, passage: string, party: Party, lang: string): boolean {
  const { clause, telling, end } = patternsOf(lang);
  const verb = clause.exec(passage);
  if (!verb) return false;
  const behind = passage.slice(verb.index + verb[0].length);
  const denied = behind.slice(0, end.exec(behind)?.index);
  if (telling.test(denied.slice(0, MAX_TELLING)) && !telling.test(claim)) return true;
  const own = contentOf([party.name, party.affiliation, party.role, party.description].filter(Boolean).join(" "), lang);
  const claimed = contentOf(claim, lang);
  return shared(contentOf(passage, lang), claimed, own) === 0 && contentOf(denied, lang).size > 0;
}
/** How far behind its verb a denied clause says that somebody told a claim. */
const MAX_TELLING = 60;

/** Whether what reading takes for a denial, or for taking something back, is none of its claim. */
export function isOfAnotherMatter(
  { type, actor, standing, passage: { text, start } }: Pick<ReadResponse, "type" | "actor" | "standing" | "passage">,
  claim: string,
  { lang, sentences }: Pick<TextAnalysis, "lang" | "sentences">,
): boolean {
  if (type !== "denial" && type !== "retraction") return false;
  const { undone, undecided, suit, sues } = patternsOf(lang);
  const cues = responseCuesIn(text, lang).filter((cue) => cue.type === "denial");
  /** Whether a sentence has such words, and no other words of a denial. */
  const isOnly = (pattern: RegExp) => {
    const { index = -1, 0: found = "" } = pattern.exec(text) ?? {};
    return index >= 0 && !cues.some((cue) => cue.end <= index || cue.start >= index + found.length);
  };
  if (isOnly(undone)) return true;
  if (type === "retraction") return false;
  if (standing !== "subject") {
    // A minister who has not decided what to do about a claim does not deny it. Who is said to plan something may say so.
    if (actor.kind === "person" && isOnly(undecided)) return true;
    // The suit that a person calls baseless is brought by whom the claim is about.
    const isTheirs = ({ text: before }: TokenSentence) =>
      shared(contentOf(before.slice(0, sues.exec(before)?.index ?? 0), lang), contentOf(claim, lang)) > 0;
    if (suit.test(text) && !suit.test(claim) && sentences.some((one) => one.start < start && isTheirs(one))) return true;
  }
  return deniesAnother(claim, text, actor, lang);
}
