/** The subject of a sentence, and that of a verb of saying: its own, or the sentence's if the verb has none. */

import type { Token } from "../../tokens.ts";
import { SAID_IN } from "./clauses.ts";
import {
  fold,
  isAdverb,
  isOpeningAdverb,
  isTime,
  MAX_WALK,
  type Phrase,
  phraseAfter,
  phraseBefore,
  type Subject,
  subjectBefore,
} from "./noun-phrases.ts";
import type { VerbForm } from "./verbs.ts";
import { isOf, WORDS } from "./word-classes.ts";

/** The subject of the sentence: the first noun phrase that a verb follows, for participles and second verbs. */
export function firstSubject(tokens: Token[], before: number): Phrase | null {
  const limit = Math.min(before, MAX_WALK);
  let start = 0;
  // "WASHINGTON (Wire) — Jane Roe": a dateline is no speaker.
  for (let i = 1; i < Math.min(limit, 12); i++)
    if (/^(?:—|–|-+)$/.test(tokens[i]?.text ?? "") && (/^\p{Upper}{3}/u.test(tokens[0]?.text ?? "") || tokens[i - 1]?.text === ")"))
      start = i + 1;
  while (start < limit && tokens[start]?.kind !== "word") start++;
  start = skippedOpeners(tokens, start, limit);
  if (!tokens[start]) return null;
  while (
    start < limit &&
    (isAdverb(tokens[start] as Token) || /^(?:,|\d{4})$/.test(tokens[start]?.lower ?? "") || isOf(tokens[start], "afterOpener"))
  )
    start++;
  return start < before ? phraseAfter(tokens, start) : null;
}

/** The index after everything before the subject: "And", "On Sunday", "Last week", "Speaking in Salem, New Hampshire,". */
function skippedOpeners(tokens: Token[], from: number, limit: number): number {
  let start = from;
  for (let steps = 0; steps < 3; steps++) {
    const opener = tokens[start];
    const next = tokens[start + 1];
    if (!opener || !next || start >= limit) break;
    if (isOf(opener, "coordinators")) start++;
    else if (isOpeningAdverb(tokens, start) && next.text === ",") start += 2;
    else if ((isOf(opener, "prepositions") && isTime(next)) || (isTime(opener) && !/^\d+$/.test(opener.lower))) {
      start++;
      while (start < limit && isTime(tokens[start] as Token) && tokens[start]?.lower !== "this") start++;
    } else if (isOf(opener, "prepositions", "boundaries", "gerundForms", "opensAdjunct") || isOpeningAdverb(tokens, start)) {
      const before = start;
      for (let i = start + 1; i < limit; i++) {
        if (tokens[i]?.text !== ",") continue;
        start = i + 1;
        // "Speaking in Salem, New Hampshire, Roe": the name before a verb is the subject.
        if (tokens[phraseAfter(tokens, start)?.to ?? 0]?.text !== ",") break;
      }
      if (start === before) return start;
    } else break;
  }
  return start;
}

/** Whether a word cannot begin a phrase with a name. */
const isLoose = (word: string) => /^\p{Lower}/u.test(word) && !WORDS.opensSpeaker.has(word);

/** Whether the words before an infinitive are not its subject: "went on to deny", "was quick to deny", "took to the radio to deny". */
function isBeside(tokens: Token[], at: number, subject: Subject | null): boolean {
  if (!subject) return isOf(tokens[at - 2], "beforeInfinitive");
  let before = subject.from - 1;
  while (before > 0 && isOf(tokens[before], "determiners")) before--;
  const verb = tokens[before - 1];
  const wentTo = isOf(tokens[before], "toMedium") && (isOf(verb, "irregularPast") || isOf(verb, "wroteTo"));
  return wentTo || isLoose(tokens[subject.from]?.text ?? "");
}

/**
 * The subject of an infinitive. If the phrase before it names nobody, it is that of the sentence: "Roe was quick to add", "a spokesman went on
 * record across outlets to deny".
 */
export function ofSentence(tokens: Token[], at: number, subject: Subject | null): Subject | null {
  const isInfinitive = isOf(tokens[at - 1], "infinitive") || isOf(tokens[at - 2], "infinitive");
  // "The back of the car is to blame": a verb of its own.
  const hasVerb = isOf(tokens[at - 2], "be");
  if (!isInfinitive || hasVerb || !isBeside(tokens, at, subject)) return subject;
  const phrase = firstSubject(tokens, at);
  return phrase && { ...phrase, antecedent: null, reach: at };
}

/** The subject of the verb at `at`. `last` is the previous speaker in the sentence. */
export function subjectOf(tokens: Token[], at: number, { form }: VerbForm, last: Subject | null): Subject | null {
  const previous = tokens[at - 1];
  const carried = (): Subject | null => {
    const phrase = last ?? firstSubject(tokens, at);
    return phrase && { from: phrase.from, to: phrase.to, antecedent: last?.antecedent ?? null, reach: at };
  };
  if (form === "ing") {
    if (!previous) {
      // "Speaking in Salem, Roe"
      const phrase = phraseAfter(tokens, tokens.findIndex((t) => t.text === ",") + 1 || tokens.length);
      return phrase && { ...phrase, antecedent: null, reach: 0 };
    }
    const lead = fold(previous);
    if (WORDS.be.has(lead) || WORDS.contracted.has(lead) || isAdverb(previous)) return subjectBefore(tokens, at);
    if (/^[,—–]$|,["”]$/.test(lead) || lead === "and" || WORDS.opensParticiple.has(lead)) return carried();
    const doer = phraseBefore(tokens, at);
    // "Roe issued a statement to reporters saying"
    return doer && tokens.slice(doer.from, at).some((t) => SAID_IN.test(t.lower)) ? carried() : null;
  }
  // "The bank dismissed reports": here "reports" is a noun, but "the accused says".
  const isObject = form === "s" && WORDS.plainPastForms.has(previous?.text ?? "") && !isOf(tokens[at - 2], "determiners");
  if (isObject) return null;
  const nearest = subjectBefore(tokens, at);
  const opener = (nearest && tokens[nearest.from]?.text) || "";
  // "Racist remarks": here "remarks" is a noun.
  if (nearest && form === "s" && isLoose(opener)) return null;
  const subject = ofSentence(tokens, at, nearest);
  // "Acme gave the Ledger a letter, in which it said": "it" is the subject of the sentence.
  const lead = subject && WORDS.things.has(opener) && tokens[subject.from - 1]?.lower === "which" ? subject.from - 2 : -1;
  if (subject && lead > 0 && isOf(tokens[lead], "prepositions")) return { ...subject, antecedent: firstSubject(tokens, lead) };
  // "It was also told that": nobody tells.
  const second = !subject && previous && form !== "base" && isOf(previous, "seconds") && !WORDS.be.has(fold(tokens[at - 2] ?? previous));
  if (!second) return subject;
  const found = carried();
  return found && found.to < at ? found : null;
}
