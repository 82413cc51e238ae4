/** The subject of a verb of saying: its own, or the sentence's subject where the verb has none beside it. */

import type { Token } from "../tokens.ts";
import { SAID_IN } from "./clauses.ts";
import { firstSubject } from "./first-subject.ts";
import { fold, isAdverb, isFunctionWord, phraseAfter, phraseBefore, ROLE_WORD, type Subject, subjectBefore } from "./noun-phrases.ts";
import type { VerbForm } from "./verbs.ts";
import { WORDS } from "./word-classes.ts";

/** Whether a word cannot begin a phrase with a name. */
const isLoose = (word: string) => /^\p{Ll}/u.test(word) && !WORDS.opensSpeaker.has(word);

/** "managing director Jane Roe": a role of small words before a name, whose first word is no participle. */
function isTitled(tokens: Token[], { from, to }: Subject): boolean {
  const name = tokens.findIndex((t, i) => i > from && i < to && /^\p{Lu}/u.test(t.text));
  const role = tokens.slice(from + 1, name);
  return name > from + 1 && role.some((t) => ROLE_WORD.test(t.lower)) && role.every((t) => t.kind === "word" && !isFunctionWord(t));
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
  const infinitive = previous?.lower === "to";
  // "went on to say"
  const on = infinitive && tokens[at - 2]?.lower === "on" && WORDS.going.has(tokens[at - 3]?.lower ?? "");
  let subject = subjectBefore(tokens, on ? at - 3 : at);
  const opener = (subject && !on && tokens[subject.from]?.text) || "";
  if (subject && isLoose(opener)) {
    // "Racist remarks": here "remarks" is a noun.
    if (form === "s") return null;
    if (infinitive || (WORDS.looseParticiples.has(opener) && !isTitled(tokens, subject))) {
      const { from, to } = subject;
      // "meddling the congressman said is his": a determiner begins the subject.
      const inner = tokens.findLastIndex((t, i) => i > from && i < to && WORDS.articles.has(t.lower));
      const whole = inner > 0 && !WORDS.prepositions.has(tokens[inner - 1]?.lower ?? "") && !infinitive;
      // "Roe was quick to add", "mocked a reporter and said": the phrase names nobody.
      const phrase = whole ? { from: inner, to } : firstSubject(tokens, at);
      subject = phrase && phrase.to <= at ? { ...phrase, antecedent: null, reach: at } : null;
    }
  }
  const second = !subject && previous && form !== "base" && WORDS.seconds.has(previous.lower);
  if (!second) return subject;
  const found = carried();
  return found && found.to < at ? found : null;
}
