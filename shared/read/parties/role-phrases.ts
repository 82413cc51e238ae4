/** Finds phrases that name a party by an office or a kind of organisation: "die Redaktion des Kuriers", "el vicario general". */

import { type CueGrammar, cueGrammarOf, english, NOTHING } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import { functionWords, ofPhrase } from "../attribution/cue-patterns.ts";

/** A phrase, with UTF-16 offsets into its passage. */
interface RolePhrase {
  text: string;
  start: number;
  end: number;
}

const MAX_WORDS = 3000;
/** Whether a word of a language has a class. */
export const wordKinds = oncePer((grammar: CueGrammar) => {
  const one = (...sources: string[]) => {
    const pattern = new RegExp(`^(?:${sources.join("|")})$`, "iu");
    return oncePer((word: string) => pattern.test(word), MAX_WORDS);
  };
  const { article, determiners, roles, organisations, people = NOTHING, agentEndings = NOTHING } = grammar;
  const { subject, he, of, by, that, subordinators, nobody, timeWords } = grammar;
  return {
    isArticle: one(article, determiners),
    isOf: one(of, ofPhrase(grammar)),
    /** Nouns for an office, an organisation or an agent. */
    isParty: one(roles, organisations, people, `\\p{Alpha}{3,}(?:${agentEndings})`),
    /** Words that are no name, though they may begin a sentence with a capital. */
    isSmall: one(functionWords(grammar), subject, he, article, determiners, of, by, that, subordinators, nobody, timeWords),
  };
});

const WORD = /[\p{Alpha}\p{M}\p{N}&-]+(?:['’](?=\p{Alpha}))?/gu;
/** Nothing but a space and an opening mark stands between two words of a phrase. */
const BETWEEN = /^\s{0,2}["“„«]?\s?$/u;
/** "El presidente, Ana Ruiz": the name after an office. */
const NAME_BEHIND = /^, (\p{Upper}[\p{Alpha}'’-]+(?: (?:\p{Lower}{1,3} )?\p{Upper}[\p{Alpha}'’-]+){1,3})/u;
/** Maximum number of words from the article to the noun, and after the noun; maximum length of a name. */
const MAX_BEFORE = 3;
const MAX_BEHIND = 8;
const MAX_NAME = 80;

const { rolePhrase: WORDS } = english.gates;
const { naming } = english.grammar;
const ROLE_NOUN = `(?:${english.parties.roles}|${english.parties.organisations}|${english.grammar.companyWords}|${WORDS.role})s?`;
const NAME = "\\p{Upper}[\\p{Alpha}\\p{N}.&-]*(?:['’]s)?";
/** "Sources close to the production": the party nearby, which does not act. */
const BESIDE = `\\s(?:${WORDS.beside})\\s(?:(?:${naming.theirsOrThe})\\s)?`;
/** The words before such a party. */
export const BESIDE_END = new RegExp(`${BESIDE}$`);
/** "The council", "Plant's publicist", "the group's leader", "a spokesman for the ministry", "county officials". */
const ENGLISH_PHRASE = new RegExp(
  `(?<![\\p{Alpha}\\p{N}'’-])(?:(?:${WORDS.determiner})\\s+(?:[\\p{Alpha}-]+(?:['’]s?)?\\s+){0,3}?|(?:${NAME}\\s+){1,4}(?:(?!(?:${WORDS.between})\\s)\\p{Lower}[\\p{Alpha}-]*\\s+){0,2}?)?${ROLE_NOUN}(?![\\p{Alpha}\\p{N}])(?: ${ROLE_NOUN}(?![\\p{Alpha}\\p{N}])){0,2}(?:\\s+(?:${WORDS.behind})\\s+(?:${naming.the}\\s+)?${NAME}(?:\\s+(?:${naming.of}\\s+)?${NAME}){0,5}|\\s+(?:${WORDS.behindOne})\\s+(?:${naming.theirsOrThe})\\s+\\p{Alpha}+|${BESIDE}(?:${NAME}(?:\\s+${NAME}){0,3}|(?!${english.grammar.words.gerundForms})\\p{Lower}+))?`,
  "gu",
);

/** The phrases of a passage, in order; none in languages other than English without a cue grammar. */
export function rolePhrases(passage: string, lang: string): RolePhrase[] {
  if (lang.startsWith("en"))
    return Array.from(passage.matchAll(ENGLISH_PHRASE), ({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
  const grammar = cueGrammarOf(lang);
  if (!grammar) return [];
  const { isArticle, isOf, isParty } = wordKinds(grammar);
  const words = [...passage.matchAll(WORD)].map(({ 0: text, index }) => ({
    text: text.replace(/['’]$/u, ""),
    start: index,
    end: index + text.length,
  }));
  const isOne = (at: number) => BETWEEN.test(passage.slice(words[at - 1]?.end, words[at]?.start));
  const wordAt = (at: number) => words[at]?.text ?? "";
  const out: RolePhrase[] = [];
  for (const [i, noun] of words.entries()) {
    if (noun.start < (out.at(-1)?.end ?? 0) || noun.text.length < 3 || !isParty(noun.text)) continue;
    let from = i;
    for (let at = i - 1; at >= Math.max(0, i - MAX_BEFORE) && isOne(at + 1) && from === i; at--) if (isArticle(wordAt(at))) from = at;
    let to = i;
    for (let at = i + 1; at < Math.min(words.length, i + 1 + MAX_BEHIND) && isOne(at); at++) {
      const joins = isOf(wordAt(at)) || isArticle(wordAt(at));
      if (/^\p{Upper}/u.test(wordAt(at)) || (!joins && (isOf(wordAt(at - 1)) || isArticle(wordAt(at - 1))))) to = at;
      else if (!joins) break;
    }
    const start = words[from]?.start ?? noun.start;
    const last = words[to]?.end ?? noun.end;
    const end = last + (NAME_BEHIND.exec(passage.slice(last, last + MAX_NAME))?.[0].length ?? 0);
    out.push({ text: passage.slice(start, end), start, end });
  }
  return out;
}
