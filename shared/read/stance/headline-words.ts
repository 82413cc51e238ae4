/** What a headline in a language other than English says about a claim that it names, by words of the language. */
import { packOf, sourcesOf, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";

const wordsOf = oncePer((lang: string) => {
  const { unspaced = false, headline } = packOf(lang) ?? {};
  if (!headline) return null;
  const whole = (source: string) => wholeWords(source, undefined, unspaced);
  return { denies: whole(headline.denies), passes: whole(headline.passes), confirms: whole(headline.confirms) };
});
/** "No digo que sea falso": words before the cue reverse it. */
const turned = sourcesOf(({ headline }) => headline?.turned);
const TURNED = new RegExp(`(?<!\\p{Alpha})(?:${turned.spaced})$|(?:${turned.unspaced})$`, "iu");
/** The passage without its questions. */
const outright = (passage: string) =>
  passage
    .split(/(?<=[.!?！？。:：])/u)
    .map((part) => (/[?？]$/u.test(part) ? " ".repeat(part.length) : part))
    .join("");
const hasOutright = (said: string, pattern: RegExp) =>
  [...said.matchAll(pattern)].some(({ index }) => !TURNED.test(said.slice(Math.max(0, index - 24), index)));
/** Whether a passage has the words by which headlines say that something is not so: "a hoax", "denies". */
export function saysFalse(passage: string, lang: string): boolean {
  const words = wordsOf(lang);
  return words !== null && hasOutright(outright(passage), words.denies);
}

/** Maximum length of a headline, and of the start of the text after it. */
const MAX_LENGTH = 400;

/**
 * What a headline says about a claim, in whoever's voice: that it is not so, that it is so, or that others say it. Null if the headline states
 * the claim itself, or says nothing about it. A question counts as others saying it.
 */
export function headlineView(line: string, text: string, about: string, lang: string): "deny" | "support" | "observe" | null {
  const words = wordsOf(lang);
  if (!words) return null;
  const [title = ""] = line.slice(0, MAX_LENGTH).split("\n", 1);
  const lead = text.slice(0, MAX_LENGTH);
  const wanted = stemsOf(about);
  const few = Math.min(2, wanted.size);
  const common = shared(wanted, stemsOf(title));
  const said = outright(title);
  const denies = hasOutright(said, words.denies);
  // The lead names what the headline only hints at.
  const isMeant = common > 0 || shared(wanted, stemsOf(lead)) >= few;
  if (isMeant && denies && about.search(words.denies) < 0) return "deny";
  const passes = [...title.matchAll(words.passes)];
  const isPassed = (at: number) => passes.some(({ index, 0: { length } }) => at >= index && at < index + length);
  const confirms = [...said.matchAll(words.confirms)].some(({ index }) => !isPassed(index));
  if (confirms && common >= few) return "support";
  return common > 0 && (passes.length > 0 || said !== title) && about.search(words.passes) < 0 ? "observe" : null;
}
