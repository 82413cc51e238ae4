/** Plain contradictions and questions, found by rule: a few forms that a fitted model should never overrule. */
import { anyLanguage } from "../../lang/index.ts";
import { shared } from "../../text/stem-overlap.ts";
import { CUES, contentStems, countPhrases, list, padded, QUESTION_WORDS, STOP, stanceWords, stem, WORDS } from "./words.ts";

const QUOTED = /"[^"]*"?/g;
const TURN = list(WORDS.turned);
const DENIED = list(WORDS.deniedByAnother);
/** Cues of other people's words. "Debunked" is the writer's own. */
const TOLD = [...CUES.report, ...CUES.denies.filter((phrase) => phrase !== WORDS.ownDenial)];
/** Headline forms of fact checks: only as the text's first word. */
const OPENING = new RegExp(`^(?:${WORDS.opening})(?:[\\s:,.!-]|$)`, "u");
/** Sentence ends that are followed by space, and line ends, so that "gpt-4.5" stays whole. */
const SENTENCE = /[.!?](?=\s)|[。！？\n]/;

/** How many sentences are read in each place. */
const MAX_SENTENCES = { any: 40, reply: 1, "own voice": 3, headline: 1 };
/**
 * Whether a folded text says plainly that something is not so. `any`: anywhere. `reply`: in its first sentence. `own voice`: in one
 * of its first three sentences, outside quotation marks, if that sentence has no cue of a report or of another's denial. `headline`:
 * the same in the first sentence.
 */
export function contradicts(folded: string, where: keyof typeof MAX_SENTENCES): boolean {
  if (OPENING.test(folded)) return true;
  const sentences = folded.split(SENTENCE, MAX_SENTENCES[where]);
  return sentences.some((sentence) => {
    const ownVoice = where === "own voice" || where === "headline";
    const own = ownVoice ? sentence.replace(QUOTED, " ") : sentence;
    const words = padded(stanceWords(own, 400));
    if (countPhrases(words, CUES.contradict) === 0 || countPhrases(words, TURN) > 0) return false;
    return !ownVoice || countPhrases(words, TOLD) === 0;
  });
}

/** Contradictions of the claim in longer phrases, which are no features of the fitted models. */
const UNTRUE = new RegExp(` (?:${WORDS.untrue}) `);
/** A negation and the negated word: the next word, or the one after auxiliaries and adverbs. */
const NEGATED = new RegExp(`(?= ${WORDS.negated} (\\S+))`, "g");
const NEGATES = new RegExp(` (?:${WORDS.negates}) `);

/**
 * Whether a folded post contradicts, in its own voice, a claim that has no negation: it calls the claim a lie, or negates one of its
 * words.
 */
export function negates(folded: string, claim: string): boolean {
  const [mine = "", theirs = ""] = [folded, claim].map((text) => padded(stanceWords(text, 300)));
  if (NEGATES.test(theirs)) return false;
  if (UNTRUE.test(mine)) return true;
  const wanted = new Set(
    theirs
      .split(" ")
      .filter((word) => word.length > 3 && !STOP.has(word))
      .map(stem),
  );
  // "Never buying from Acme again" does not say what Acme did.
  return [...mine.matchAll(NEGATED)].some(([, next = ""]) => wanted.has(stem(next)));
}

/** Whether the first sentence of a folded text reports a denial, and no sentence near it denies in the writer's own voice. */
export function deniesAnother(folded: string): boolean {
  const first = folded.split(SENTENCE, 1)[0] ?? "";
  const denied = countPhrases(padded(stanceWords(first, 200)), DENIED);
  return denied > 0 && !contradicts(folded, "own voice");
}

const ASKS_IF_TRUE = new RegExp(
  anyLanguage(({ claims }) => claims?.asksIfTrue),
  "iu",
);
/** Sentences with their ends. */
const ENDED = /(?<=[.!?](?=\s)|[。！？\n])/;
const ASKING = /[?？؟][\s"')!]*$/u;
/**
 * Whether a folded post with a question asks about a claim: it asks whether something is so, begins by asking, or none of its other sentences has
 * more of the claim's words than one that asks. "Is nobody ashamed?" behind the claim asks nothing about it.
 */
export function asksAbout(folded: string, claim: string): boolean {
  const sentences = folded.split(ENDED).filter((sentence) => sentence.trim());
  const asking = sentences.filter((one) => ASKING.test(one));
  if (asking.length === 0) return false;
  const wanted = contentStems(stanceWords(claim, 100));
  const most = (those: string[]) => Math.max(0, ...those.map((one) => shared(wanted, contentStems(stanceWords(one, 300)))));
  const asked = most(asking);
  return (
    ASKS_IF_TRUE.test(folded) || asking[0] === sentences[0] || (asked > 0 && asked >= most(sentences.filter((one) => !ASKING.test(one))))
  );
}

/** Whether a folded text as a whole is a question: its last sentence asks, or it opens like an English question and asks. */
export function isQuestion(folded: string): boolean {
  const bare = folded.replace(/https?:\/\/\S+/g, " ").trim();
  if (/[?？؟][\s"')!.]*$/u.test(bare.slice(-30))) return true;
  const first = stanceWords(bare.slice(0, 80), 1)[0] ?? "";
  return /[?？؟]/.test(bare) && QUESTION_WORDS.has(first);
}
