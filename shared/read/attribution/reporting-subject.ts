/** The subject of a verb of saying: its own, or the sentence's subject where the verb has none beside it. */

import type { Token } from "../tokens.ts";
import { SAID_IN } from "./clauses.ts";
import { firstSubject } from "./first-subject.ts";
import { fold, isAdverb, phraseAfter, phraseBefore, type Subject, subjectBefore } from "./noun-phrases.ts";
import type { VerbForm } from "./verbs.ts";
import { WORDS } from "./word-classes.ts";

/** Whether a word cannot begin a phrase with a name. */
const isLoose = (word: string) => /^\p{Ll}/u.test(word) && !WORDS.opensSpeaker.has(word);

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
  const isObject = form === "s" && WORDS.plainPastForms.has(previous?.text ?? "") && !WORDS.determiners.has(tokens[at - 2]?.lower ?? "");
  if (isObject) return null;
  const infinitive = previous?.lower === "to";
  let subject = subjectBefore(tokens, at);
  const opener = (subject && tokens[subject.from]?.text) || "";
  if (subject && isLoose(opener)) {
    // "Racist remarks": here "remarks" is a noun.
    if (form === "s") return null;
    if (infinitive) {
      // "Roe was quick to add": the phrase names nobody.
      const phrase = firstSubject(tokens, at);
      subject = phrase ? { ...phrase, antecedent: null, reach: at } : null;
    }
  }
  // "It was also told that": nobody tells.
  const second =
    !subject && previous && form !== "base" && WORDS.seconds.has(previous.lower) && !WORDS.be.has(fold(tokens[at - 2] ?? previous));
  if (!second) return subject;
  const found = carried();
  return found && found.to < at ? found : null;
}
