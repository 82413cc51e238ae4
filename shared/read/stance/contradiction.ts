/** Plain contradictions and questions, found by rule: a few forms that a fitted model should never overrule. */
import { chinese } from "../../lang/index.ts";
import { CHINESE, CONTRADICT, DENIES, list, QUESTION_WORDS, REPORT, STOP } from "./cues.ts";
import { countPhrases, stanceWords, stem } from "./words.ts";

const QUOTED = /"[^"]*"?/g;
/** Words that reverse a contradiction: "not a hoax", "doubt that it is fake". */
const TURN = list(
  "not a hoax, not fake, isn't fake, no hoax, not false, isn't false, not a lie, isn't a hoax, not bogus, not a rumor, not a rumour, not debunked",
);
/** Told of another. */
const DENIED = list("denies, denied, deny, denying, dismissed, dismisses, rejected, rejects, refuted, refutes, disputes, disputed");
const { turned, untrue, label } = chinese.stance;
const TURNED_CHINESE = new RegExp(`(?:${turned})(?:${untrue})`, "u");
/** Headline forms of fact checks: only as the text's first word. */
const OPENING = new RegExp(`^(?:fact[- ]check|hoax(?: alert)?|fake(?: news)?|false|debunked|no,|${label})(?:[\\s:：,，.。!！-]|$)`, "u");
/** Sentence ends that are followed by space, and line ends, so that "gpt-4.5" stays whole. */
const SENTENCE = /[.!?](?=\s)|[。！？\n]/;

/**
 * Whether a folded text says outright that something is not so. `any`: anywhere. `reply`: in its first sentence. `own voice`: in one of
 * its first three sentences, outside quotation marks, if that sentence has no cue of a report or of another's denial. `headline`: the same
 * in the first sentence.
 */
export function contradicts(folded: string, where: "any" | "reply" | "own voice" | "headline"): boolean {
  if (OPENING.test(folded)) return true;
  const sentences = folded.split(SENTENCE, where === "any" ? 40 : where === "own voice" ? 3 : 1);
  return sentences.some((sentence) => {
    const ownVoice = where === "own voice" || where === "headline";
    const own = ownVoice ? sentence.replace(QUOTED, " ") : sentence;
    const words = ` ${stanceWords(own, 400).join(" ")} `;
    const zh = CHINESE.refute.some((cue) => own.includes(cue)) && !TURNED_CHINESE.test(own);
    if (!zh && (countPhrases(words, CONTRADICT) === 0 || countPhrases(words, TURN) > 0)) return false;
    if (!ownVoice) return true;
    const told =
      countPhrases(words, REPORT) +
      countPhrases(
        words,
        DENIES.filter((d) => d !== "debunked"),
      );
    return told === 0 && !CHINESE.deny.some((cue) => own.includes(cue));
  });
}

/** Contradictions of the claim in longer phrases, which are not features of the fitted models. */
const UNTRUE =
  / (?:(?:a|outright|total|complete|big) lie|no (?:evidence|proof) that|(?:is|was|are|that's|it's|pure|utter|total|complete) (?:nonsense|rubbish|baloney|bullshit)) /;
/** A negation and the negated word: the next word, or the one after auxiliaries and adverbs. */
const NEGATED =
  /(?= (?:never|not|didn't|hasn't|haven't|wasn't|weren't|isn't|aren't|doesn't|don't|won't)(?! (?:only|just|because) )(?: (?:ever|yet|been|be|even|actually|really|once|have|had|get|got|\S{2,20}ly)){0,2} (\S+))/g;

/**
 * Whether a folded post contradicts, in its own voice, a claim that has no negation: it calls the claim a lie, or negates one of its
 * words.
 */
export function negates(folded: string, claim: string): boolean {
  const words = (text: string) => ` ${stanceWords(text, 300).join(" ")} `;
  const [mine, theirs] = [words(folded), words(claim)];
  if (NEGATES.test(theirs)) return false;
  if (UNTRUE.test(mine)) return true;
  const wanted = new Set(
    theirs
      .split(" ")
      .filter((word) => word.length > 3 && !STOP.has(word))
      .map(stem),
  );
  // "Never buying from Acme again" does not tell what Acme did.
  return [...mine.matchAll(NEGATED)].some(([, next = ""]) => wanted.has(stem(next)));
}
const NEGATES = / (?:never|not|no|none|nobody|\S+n't) /;

/** Whether the first sentence of a folded text reports a denial, and no sentence near it denies in the writer's own voice. */
export function deniesAnother(folded: string): boolean {
  const first = folded.split(SENTENCE, 1)[0] ?? "";
  const words = ` ${stanceWords(first, 200).join(" ")} `;
  const told = countPhrases(words, DENIED);
  return (told > 0 || CHINESE.deny.some((cue) => first.includes(cue))) && !contradicts(folded, "own voice");
}

/** Whether a folded text as a whole is a question: its last sentence asks, or it opens like an English question and asks. */
export function isQuestion(folded: string): boolean {
  const bare = folded.replace(/https?:\/\/\S+/g, " ").trim();
  if (/[?？؟][\s"')!.]*$/u.test(bare.slice(-30))) return true;
  const first = stanceWords(bare.slice(0, 80), 1)[0] ?? "";
  return /[?？؟]/.test(bare) && QUESTION_WORDS.includes(first);
}
