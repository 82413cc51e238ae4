/**
 * Whether an English headline or sentence has a verb behind its subject, by forms and the words before them. It is a guess without a tagger, of which a
 * fitted gate makes use.
 */
import { english } from "../../lang/index.ts";
import { words } from "../../text/segment.ts";

type Form = "base" | "s" | "past" | "ing";
const forms = new Map<string, Form>();
const irregular = new Map(english.irregularForms.split(";").map((group) => [group.split(" ")[0] ?? "", group.split(" ").slice(1)]));
for (const verb of [...english.wording.verbs.split(" "), ...english.grammar.verbs.flatMap(([, verbs]) => verbs.split(" "))]) {
  const stem = verb.replace(/e$/, "");
  const doubled = stem + stem.slice(-1);
  const soft = /[^aeiou]y$/.test(verb) ? verb.slice(0, -1) : null;
  forms.set(verb, "base");
  forms.set(soft ? `${soft}ies` : /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`, "s");
  for (const ing of [`${stem}ing`, `${doubled}ing`]) forms.set(ing, "ing");
  for (const past of irregular.get(verb) ?? [soft ? `${soft}ied` : `${stem}ed`, `${doubled}ed`]) forms.set(past, "past");
}

const { grammar } = english;
const set = (source: string) => new Set(source.split(/[ |]/));
const FINITE = set(grammar.words.finite);
const DETERMINERS = set(grammar.words.determiners);
const PREPOSITIONS = set(grammar.words.prepositions);
const PLURALS = new RegExp(`^(?:${grammar.words.plurals})$`);
/** "Isn't", "the tugs'll"; with its subject "there's". */
const CONTRACTED = /^\p{L}+(?:n['’]t|['’](?:re|ve|ll))$/u;
const WITH_SUBJECT = /^(?:(?:it|he|she|there|that)['’]s|(?:we|you|they)['’](?:re|ve|ll)|i['’](?:m|ve|ll))$/u;
/** Whether a word opens a phrase, so that no verb stands right behind it. */
const opens = (word: string) => DETERMINERS.has(word) || PREPOSITIONS.has(word) || /['’]s$|^\p{N}+$/u.test(word);
const isPlural = (word: string) => /[^s]s$/.test(word) || PLURALS.test(word);

/** Up to nine words between commas or dashes: "Roe, the mayor, killed in a crash". */
const APPOSITION = /,\s(?:[^\s,]+\s){0,8}[^\s,]+,(?=\s)|\s[–—-]\s(?:[^\s–—]+\s){0,8}[^\s–—]+\s[–—-](?=\s)/gu;
/** What is behind a comma or a dash has no subject of its own. */
const BREAK = /[,;:]\s|\s[–—-]\s/u;
/** "To reportedly start": an adverb parts nothing. */
const ADVERB = /^\p{L}{4,}ly$/u;
/** Quotation marks, which are no apostrophes. */
const MARKS = /(?<!\p{L})['‘’]|['‘’](?!\p{L})|["“”]/gu;

/** Whether some word behind the first one is a verb of it. */
export function hasFiniteVerb(text: string): boolean {
  return text
    .replace(MARKS, " ")
    .replace(APPOSITION, " ")
    .split(BREAK)
    .some((part) => {
      const list = words(part).filter((word) => !ADVERB.test(word));
      return list.some((word, i) => WITH_SUBJECT.test(word) || (i > 0 && isVerb(word, list[i - 1] ?? "", list[i + 1])));
    });
}
function isVerb(word: string, before: string, next: string | undefined): boolean {
  if (FINITE.has(word) || CONTRACTED.test(word)) return !PREPOSITIONS.has(before);
  // Headlines have "to" for what will be.
  if (word === "to") return next !== undefined && forms.get(next) === "base" && !opens(before);
  if (opens(before)) return false;
  const form = forms.get(word);
  if (form === "base") return isPlural(before);
  return form !== undefined && (form !== "s" || next !== undefined);
}

const DEPENDENT = new RegExp(`^["“‘']?(?:${english.wording.dependent})(?![\\p{L}'’])`, "iu");
/** Whether words need others before them: a pronoun, a conjunction, in small letters a preposition or a verb ("targeted the town"). */
export function beginsAmid(text: string): boolean {
  const [first = ""] = words(text);
  if (DEPENDENT.test(text)) return true;
  return /^\p{Ll}/u.test(text) && (PREPOSITIONS.has(first) || FINITE.has(first) || ["s", "past"].includes(forms.get(first) ?? ""));
}
/** Whether words end before their verb has its object. */
export const endsAmid = (text: string): boolean => FINITE.has(words(text).at(-1) ?? "");
