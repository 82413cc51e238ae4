/** What a sentence denies or confirms: a claim, or another matter. */
import { NOTHING, packOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadResponse } from "../../model/reading.ts";
import { oncePer } from "../../text/once-per.ts";
import { words } from "../../text/segment.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { isStopWord } from "../../text/stop-words.ts";
import type { TextAnalysis } from "../analysis.ts";
import { describedAs } from "../parties/same-party.ts";
import type { TokenSentence } from "../tokens.ts";
import { responseCuesIn } from "./response-cues.ts";

const patternsOf = oncePer((lang: string) => {
  const { negation, claims, unspaced } = packOf(lang) ?? {};
  const whole = (source = NOTHING) => wholeWords(source, "iu", unspaced);
  const { clause, confirming, admitting, telling, undone, undecided, withheld, suit, sues } = negation?.denied ?? {};
  return {
    clause: whole(clause),
    confirming: whole(confirming),
    admitting: whole(admitting),
    anaphor: whole(claims?.anaphor),
    negated: whole(negation?.words),
    telling: whole(telling),
    undone: whole(undone),
    undecided: whole(undecided),
    withheld: whole(withheld),
    suit: whole(suit),
    sues: whole(sues),
    /** "Confirmó que «…»": what is confirmed may be quoted. */
    opens: /^(?:\s\p{Lower}{1,5})?\s?[«“"„]\s?/u,
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
  return shared(contentOf(passage, lang), contentOf(claim, lang), ownWords(party, lang)) === 0 && contentOf(denied, lang).size > 0;
}
const ownWords = (party: Party, lang: string) => contentOf(describedAs(party).join(" "), lang);

/** Fewest content words of a clause that tells something of its own: "confirmed that it is true" does not. */
const MIN_TOLD = 3;
/**
 * What share of a claim's words, beside the party's own name, a sentence says that its party confirms or admits: 0..1. Null where no such verb has a
 * clause behind it, or where that clause only says that the claim is so.
 */
export function confirmedShare(claim: string, passage: string, party: Party, lang: string): number | null {
  const { confirming, admitting, anaphor, negated, opens, end } = patternsOf(lang);
  const verb = confirming.exec(passage) ?? admitting.exec(passage);
  if (!verb) return null;
  const behind = passage.slice(verb.index + verb[0].length).replace(opens, "");
  const told = behind.slice(0, end.exec(behind)?.index);
  const content = contentOf(told, lang);
  // "Confirmed that no payment was made" tells something of its own, however short it is.
  const isNegated = negated.test(told) && !negated.test(claim);
  if (content.size < (isNegated ? 1 : MIN_TOLD) || anaphor.test(told)) return null;
  const own = ownWords(party, lang);
  const claimed = contentOf(claim, lang);
  const asked = claimed.size - shared(claimed, own);
  return asked === 0 ? null : shared(content, claimed, own) / asked;
}
/** How far behind its verb a denied clause says that somebody told a claim. */
const MAX_TELLING = 60;

/** Whether a sentence has words of a silence beside those for what is withheld. */
function hasOtherSilence(text: string, lang: string): boolean {
  const { index = 0, 0: found = "" } = patternsOf(lang).withheld.exec(text) ?? {};
  return responseCuesIn(text, lang).some(
    ({ type, start, end }) => type === "no_comment" && (end <= index || start >= index + found.length),
  );
}

/** Whether what reading takes for a denial, for a confirmation or for taking something back is none of its claim. */
export function isOfAnotherMatter(
  { type, actor, standing, passage: { text, start } }: Pick<ReadResponse, "type" | "actor" | "standing" | "passage">,
  claim: string,
  { lang, sentences }: Pick<TextAnalysis, "lang" | "sentences">,
): boolean {
  /** "The court is looking into it. Its president Ann Roe confirmed that": nothing but that act. */
  const confirmsActBefore = () => {
    const before = sentences.findLast((one) => one.end <= start);
    const own = ownWords(actor, lang);
    const rest = [...contentOf(text, lang)].filter((word) => !own.has(word));
    return rest.length <= 2 && before !== undefined && responseCuesIn(before.text, lang).some((cue) => cue.type === "investigation");
  };
  // A party admits something in words of its own.
  if (type === "confirmation" || type === "partial_confirmation")
    return (patternsOf(lang).confirming.test(text) && confirmedShare(claim, text, actor, lang) === 0) || confirmsActBefore();
  // "He declined to name them": he says something, and leaves out a detail.
  if (type === "no_comment") return patternsOf(lang).withheld.test(text) && !hasOtherSilence(text, lang);
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
    // A minister who has not decided what to do about a claim does not deny it. The party that is said to plan something may say so.
    if (actor.kind === "person" && isOnly(undecided)) return true;
    // A suit that somebody calls baseless may be brought by the subject of the claim.
    const isTheirs = ({ text: before }: TokenSentence) =>
      shared(contentOf(before.slice(0, sues.exec(before)?.index ?? 0), lang), contentOf(claim, lang)) > 0;
    if (suit.test(text) && !suit.test(claim) && sentences.some((one) => one.start < start && isTheirs(one))) return true;
  }
  return deniesAnother(claim, text, actor, lang);
}
