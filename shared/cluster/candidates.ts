/** Finds words of a text that may state a claim: its headline, a lead sentence, or a clause of one of these, verbatim. */

import { creditsIn } from "../changes/compare/cues.ts";
import { NOTHING, packOf, wholeWords } from "../lang/index.ts";
import { baseLang } from "../match/terms/tokens.ts";
import { claimsInPassage } from "../read/claims/claims.ts";
import { withoutReportingTail } from "../read/claims/clause-bounds.ts";
import { isDependent } from "../read/claims/finite-verb.ts";
import { oncePer, oncePerObject } from "../text/once-per.ts";
import { hasUnbalancedMarks, quotations } from "../text/quotations.ts";
import { asSentence, sentences, words } from "../text/segment.ts";
import type { Member } from "./cluster.ts";
import { type Profile, passageProfile } from "./profile.ts";

/** A headline, a sentence or a clause that may state a claim. */
export interface Candidate {
  /** The proposed wording: without the label of a headline, the name of its site and a full stop. */
  text: string;
  /** The headline or sentence that contains it, verbatim. */
  quote: string;
  /** 0: the title; else the number of the sentence. */
  place: number;
  /** Whether it is only a part of the headline or sentence. */
  isClause: boolean;
  /** Whether it reports that somebody says another candidate, which is part of it. */
  isFrame: boolean;
  /** The id of its text. */
  memberId: string;
  lang: string;
  profile: Profile;
}

const LEAD_SENTENCES = 3;
const MAX_LEAD = 2000;
/** Minimum and maximum number of words in a wording. A Han character counts as half a word. */
const MIN_WORDS = 4;
const MAX_WORDS = 30;
const MIN_TERMS = 3;

/** A pattern that matches nothing, for languages without such words. */
const NO_CUES = { untrue: NOTHING, labels: NOTHING, introduction: NOTHING };
/** The patterns of a language that decide what may state a claim. */
export const wordingCuesOf = (lang: string) => cuesOfBase(baseLang(lang));
const cuesOfBase = oncePer((lang: string) => {
  const pack = packOf(lang);
  const cues = { ...NO_CUES, ...pack?.wording };
  return {
    label: new RegExp(`^(?:[【[(]?(?:${cues.labels})[】\\])]?\\s*[:：|–—-]\\s*|【[^】]{1,8}】\\s*)+`, "iu"),
    untrue: wholeWords(cues.untrue, "iu", pack?.unspaced),
    introduction: new RegExp(`^(?:${cues.introduction})\\s*`, "iu"),
  };
});

/**
 * The name of the site after a headline: "…
 * The Daily Post", "… - Example.com".
 */
const SITE_TAIL = /\s(?:[|]|[–—-])\s[^|–—]{2,30}$/u;
/** "(VIDEO)" or "[Updated]" before or after a headline. */
const BRACKETED_LABEL = /^[([]\p{L}{4,10}[)\]]\s|[([]\p{L}{4,10}[)\]]$/gu;
/** A colon at the end introduces what follows. */
const INTRODUCES = /[:：]$/u;
function headline(title: string, lang: string): string {
  const bare = title.replace(/\s+/g, " ").replace(wordingCuesOf(lang).label, "").trim().replace(BRACKETED_LABEL, "").trim();
  const short = bare.replace(SITE_TAIL, "");
  return countOf(short) >= MIN_WORDS ? short : bare;
}
const countOf = (text: string) => words(text).length - (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 4;

/** Where a headline or a sentence is split into parts that can stand alone. */
const STRONG_BREAK = /:\s+|：|\s[–—-]{1,2}\s|;\s+|；|(?<=[?!])\s+(?=\S)|(?<=[？！])(?=[^？！])|\.{3}\s*|…\s*/u;
const WEAK_BREAK = /,\s+|，/u;
/** Minimum number of words after a comma that attribute a clause; a single word mostly belongs to the clause ("Raqqa, Syria"). */
const MIN_TAIL_WORDS = 2;

/** The parts of a headline or a sentence, and the beginning of each part up to its only comma. Two commas may enclose a part of the subject. */
function partsOf(text: string): string[] {
  return text.split(STRONG_BREAK).flatMap((part) => {
    const [head = "", tail, ...others] = part.split(WEAK_BREAK);
    const isCut = tail !== undefined && !others.length && !/[?？]\s*$/u.test(part) && countOf(tail) >= MIN_TAIL_WORDS;
    return isCut ? [part, head] : [part];
  });
}

/** Reported statements ("Rumours claim that …", "reports that … are false"), and quotations. */
function reportedClauses(text: string, lang: string): string[] {
  const { introduction } = wordingCuesOf(lang);
  const credited = creditsIn(text, lang).map(({ contentStart, contentEnd }) =>
    withoutReportingTail(text.slice(contentStart, contentEnd).trim()),
  );
  const quoted = quotations(text).map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd).trim());
  return [...credited, ...quoted, ...claimsInPassage(text, lang)].map((one) => one.replace(introduction, ""));
}

/** A clause with a capital at its start, without stops at its end, and without a quotation mark whose partner is missing. */
function bareClause(clause: string): string {
  const text = clause.trim().replace(/[\s,;.。，；]{1,9}$/u, "");
  const opens = /^["“'‘«„「『]/u.test(text) && !/["”'’»“」』]/u.test(text.slice(1));
  const closes = /["”'’»“」』]$/u.test(text) && !/["“'‘«„「『]/u.test(text.slice(0, -1));
  return asSentence(text.slice(opens ? 1 : 0, closes ? -1 : undefined));
}

type Source = Pick<Member, "id" | "title" | "body" | "lang">;
/** The headline, the lead sentences that stand alone, and the clauses of both. Cached by the object, so the text must not change. */
export const candidatesOf = oncePerObject<Source, readonly Candidate[]>(candidatesIn);
function candidatesIn(member: Source): Candidate[] {
  const { title, body, lang } = member;
  const found: Candidate[] = [];
  const add = (text: string, quote: string, place: number, isClause: boolean) => {
    const count = countOf(text);
    if (count < MIN_WORDS || count > MAX_WORDS || hasUnbalancedMarks(text) || found.some((one) => one.text === text)) return;
    if (isDependent(text, baseLang(lang)) || INTRODUCES.test(text)) return;
    const profile = passageProfile(text, lang);
    if (profile.size < MIN_TERMS) return;
    found.push({ text, quote, place, isClause, isFrame: false, memberId: member.id, lang, profile });
  };
  const addClauses = (clauses: string[], quote: string, place: number) => {
    for (const clause of clauses.map(bareClause)) add(clause, quote, place, true);
  };
  const addWithClauses = (text: string, quote: string, place: number) => {
    const from = found.length;
    add(text, quote, place, false);
    addClauses(partsOf(text), quote, place);
    const own = found.slice(from);
    addClauses(reportedClauses(text, lang), quote, place);
    const reportedWords = found.slice(from + own.length).map((one) => one.text.toLowerCase());
    for (const one of own) one.isFrame = reportedWords.some((words) => one.text.toLowerCase().includes(words));
  };
  if (title) addWithClauses(headline(title, lang), title, 0);
  sentences(body.slice(0, MAX_LEAD))
    .slice(0, LEAD_SENTENCES)
    .forEach(({ text }, i) => {
      addWithClauses(text.replace(/\s+/g, " ").replace(/(?<![,;.])[.。]+$/u, ""), text, i + 1);
    });
  return found;
}
