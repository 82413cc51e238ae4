/** Finds the names of a sentence with their roles, as mentions for coreference. */

import type { CueGrammar } from "../../lang/index.ts";
import { english, groupsOf, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import { NAME_PART } from "../attribution/cue-patterns.ts";
import {
  appositionAfter,
  isFunctionWord,
  isPlaceBefore,
  isSubjectBehind,
  type Phrase,
  phraseBefore,
} from "../attribution/phrases/noun-phrases.ts";
import { verbForm } from "../attribution/phrases/verbs.ts";
import { isOf } from "../attribution/phrases/word-classes.ts";
import type { Token, TokenSentence } from "../tokens.ts";
import type { Coreference } from "./coreference.ts";
import { asInProse, capital, isTitleCase, type RunningNames } from "./name-shapes.ts";
import { partyOf } from "./party.ts";

const { describing, naming } = english.grammar;
const LISTENER = new RegExp(`^(?:${describing.listeners})$`);
const ARTICLE = new RegExp(`^(?:${describing.beforeListener})$`);
/** "A user known as Pellow": from here on the alias counts as a name. */
const ALIAS = new RegExp(
  `\\b(?:${naming.indefinite})\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${english.parties.people})\\s+(?:${describing.aliases})\\s+[“"']?@?[\\p{Alpha}\\p{N}_]+`,
  "giu",
);
const ROLE = new RegExp(`^(?:${english.parties.roles})$`, "i");

const PEOPLE = new RegExp(`^(?:${english.parties.people})$`, "i");

const PLACE = new RegExp(`^(?:${english.mentions.places}|${naming.within})$`, "i");

/** "Bank of Kent": the part of a name after "of". */
const ORGANISATION = new RegExp(`^(?:${english.parties.organisations})$`);

/**
 * Whether a word is a thing that the name before it identifies: "the Lindholm reservoir"; not an actor: "the Acme company", "the Acme
 * spokesman".
 */
const isThing = (token: Token | undefined) =>
  token?.kind === "word" &&
  /^\p{Lower}/u.test(token.text) &&
  !isFunctionWord(token) &&
  verbForm(token.lower) === null &&
  !isOf(token, "pastForms") &&
  ![ROLE, PEOPLE, ORGANISATION].some((kind) => kind.test(token.text) || kind.test(token.text.replace(/s$/, "")));

const MONTHS = new Set(groupsOf(english.time.months).flat());
/** Whether a lone word is a month: "from May to August", in a text that names no "Ann May". */
const isMonth = ({ text, lower }: Token, { prose }: RunningNames): boolean =>
  MONTHS.has(lower) && !new RegExp(`(?<!\\p{Alpha})\\p{Upper}[\\p{Alpha}.’'-]{0,30} ${text}(?!\\p{Alpha})`, "u").test(prose);

/** "Velmark Foods (VLM.X)", "(NYSE: VLM)": what shares are traded under is no party. Gives the index of the bracket that closes it; 0 if it is none. */
function tickerEnd(tokens: Token[], at: number): number {
  if (tokens[at - 1]?.text !== "(") return 0;
  const [one, colon, two] = tokens.slice(at, at + 3).map(({ text }) => text) as [string, string?, string?];
  if (/^\p{Upper}{1,6}\.\p{Upper}{1,3}$/u.test(one) && colon === ")") return at + 1;
  const isListed = colon === ":" && /^\p{Upper}{2,}$/u.test(one) && /^\p{Upper}{1,6}$/u.test(two ?? "");
  return isListed && tokens[at + 3]?.text === ")" ? at + 3 : 0;
}

/** Adds the names of an English sentence, with the roles before and after them. */
export function addNameMentions(coreference: Coreference, text: string, sentence: TokenSentence, running: RunningNames): void {
  const tokens = sentence.tokens.slice(0, 250);
  const isHeadline = isTitleCase(sentence.text);
  for (const match of sentence.text.slice(0, 1000).matchAll(ALIAS)) coreference.addMention(match[0], "", sentence.start + match.index);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (/^(?:@\w|u\/\w)/.test(token.text)) coreference.addMention(token.text, "", token.start);
    if (!capital(token) || (at === 0 && (isFunctionWord(token) || verbForm(token.lower) !== null))) continue;
    const ticker = tickerEnd(tokens, at);
    if (ticker) {
      at = ticker;
      continue;
    }
    const name = { from: at, to: nameEnd(tokens, at) };
    if (name.to === at + 1 && isMonth(token, running)) continue;
    at = name.to - 1;
    if (isHeadline) {
      const told = asInProse(running, text.slice(token.start, tokens[at]?.end));
      if (told) coreference.addMention(told, "", token.start, { salient: false });
    } else if (!onlyOpens(tokens, name, running)) at = addName(coreference, text, tokens, name) - 1;
  }
}

/** One past the last token of the capitalised words that begin at a token: "Bank of Kent" has an "of". */
function nameEnd(tokens: Token[], from: number): number {
  const isOf = (at: number) => tokens[at]?.lower === "of" && ORGANISATION.test(tokens[at - 1]?.text ?? "") && capital(tokens[at + 1]);
  let to = from;
  while ((capital(tokens[to]) || isOf(to)) && to - from < 8) to++;
  return to;
}

/** A lone capitalised word at the start of a sentence is a name only if the text uses it as a name elsewhere. */
const onlyOpens = (tokens: Token[], { from, to }: Phrase, running: RunningNames): boolean =>
  (from === 0 || /^(?:[—–-]+|[:：])$/.test(tokens[from - 1]?.text ?? "")) &&
  to === from + 1 &&
  !running.words.has(tokens[from]?.text ?? "") &&
  !/^(?:\p{Upper}{2,}|\p{Upper}.*[\p{Upper}\p{N}])/u.test(tokens[from]?.text ?? "");

/** Adds the party of a run of capitalised words with its role. Returns the index after the last token that belongs to it. */
function addName(coreference: Coreference, text: string, tokens: Token[], { from, to: end }: Phrase): number {
  const to = behindRole(tokens, { from, to: end });
  const [before, second] = [tokens[from - 1], tokens[from - 2]].map((token) => token?.lower ?? "") as [string, string];
  // "Acme's manager, Jane Roe", "Acme's chief miller, Jane Roe": the role precedes the comma.
  const role = before === "," ? phraseBefore(tokens, from - 1) : null;
  const titled = role && tokens.slice(role.from, from - 1).some((token) => ROLE.test(token.text)) ? role : null;
  const first = tokens[titled?.from ?? from] as Token;
  const last = tokens[to - 1] as Token;
  // "Schools in Kent County" are in a place, "the forum MoneyTalk" is one of publication. "She told AFP", "shared with the BBC": the
  // story is not about the listener.
  const isBeside = PLACE.test(before) || LISTENER.test(ARTICLE.test(before) ? second : before) || (before === "the" && isThing(tokens[to]));
  const behind = isPlaceBefore(tokens, { from, to }) ? "" : appositionAfter(text, last.end);
  const apposition = isSubjectBehind(text, last.end, behind) ? "" : behind;
  coreference.addMention(text.slice(first.start, last.end), apposition, first.start, { salient: !isBeside });
  return to;
}

/**
 * "Acme spokeswoman Jane Roe": if lower-case words between two runs of capitals are a role, the index after the second
 * run; else the end of the first.
 */
function behindRole(tokens: Token[], { from, to }: Phrase): number {
  let small = to;
  while (small - to < 3 && tokens[small]?.kind === "word" && !isFunctionWord(tokens[small] as Token) && !capital(tokens[small])) small++;
  const between = tokens.slice(to, small);
  if (!between.length || !capital(tokens[small]) || between.some((t) => isOf(t, "pastForms", "gerundForms"))) return to;
  if (!partyOf([tokens[from], ...between].map((token) => token?.text).join(" ")).role) return to;
  let end = small;
  while (capital(tokens[end]) && end - small < 5) end++;
  return end;
}

/** "Julia Merino, directora del zoo" */
const DESCRIBED = new RegExp(
  `(?<!\\p{Alpha})\\p{Upper}\\p{Lower}+ ${NAME_PART}\\p{Lower}+, (?<first>\\p{Alpha}+ )?(?<second>\\p{Alpha}{3,})(?!\\p{Alpha})[^,.;:\\n]{0,40}`,
  "gu",
);
const wordsOf = oncePer((grammar: CueGrammar) => ({
  role: new RegExp(`^(?:${grammar.roles})$`, "iu"),
  /** The author of what a text is about. */
  author: wholeWords(grammar.authorOf, "iu"),
}));

/** Adds, by the cue grammar, the accounts of a sentence, the author of what it is about, and persons with a role after their names. */
export function addCueGrammarMentions(coreference: Coreference, sentence: TokenSentence, grammar: CueGrammar): void {
  const { role, author } = wordsOf(grammar);
  const passage = sentence.text.slice(0, 1500);
  const add = (words: string, at: number, spoke = false) => coreference.addMention(words, "", sentence.start + at, { spoke });
  for (const { 0: handle, index } of passage.matchAll(/(?<=^|\s)@[\p{Alpha}\p{N}_.]*[\p{Alpha}\p{N}_]/gu)) add(handle, index);
  const { 0: writer, index: at = 0 } = author.exec(passage.slice(0, 200)) ?? {};
  if (writer) add(writer, at, true);
  for (const { 0: words, groups: { first = "", second = "" } = {}, index } of passage.matchAll(DESCRIBED))
    if (role.test(second) || role.test(first.trim())) add(words, index);
}
