/** Chinese attributions: speaker and content, found by the verbs of saying between a clause's subject and its content. */

import { chinese } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { spanOf } from "../../text/span.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import type { Attribution } from "./attribution.ts";
import { labelLength } from "./paragraph-labels.ts";

const CUT = /[，。！？；：\s“”「」,;:!?()（）]/u;
const { say, thinks, day, verbFirst, lead, predicate, described, of, byWhom, exists, asked, counterpart, cites, reporter } =
  chinese.chinese;
const LINKER = new RegExp(chinese.chinese.linkers, "u");
const SAY = new RegExp(say, "gu");
const EARLIER_VERB = new RegExp(`^.+(?:${thinks})(?=.)`, "u");
/** Words before a subject that do not belong to it. */
const LEAD = new RegExp(`^(?:${lead})+`, "u");
/** Where the predicate of a clause begins: at once, or behind a pronoun or a subject of two characters or more. */
const PREDICATE = new RegExp(`(?<=^|..|^(?:${chinese.pronouns.he}|${chinese.pronouns.it}|${chinese.pronouns.self}))(?:${predicate})`, "u");
/** Whom a clause before the last linker describes: "转发该帖的歌手". */
const DESCRIBED = new RegExp(described, "u");
/** By whom something was done: "被市卫生局(否认)". */
const BY_WHOM = new RegExp(byWhom, "u");
/** "竟有网友(称)": there is somebody who does it. */
const EXISTS = new RegExp(exists, "u");
/** Whom somebody asked before "对方" answered. */
const ASKED = new RegExp(asked, "gu");
const COUNTERPART = new RegExp(`^(?:${counterpart})`, "u");
/** The source that a sentence credits, and the cue word. */
const CITES = new RegExp(cites, "u");
const REPORTER = new RegExp(`^(?:${reporter})`, "u");
/** How a clause without a subject begins. */
const VERB_FIRST = new RegExp(`^(?:${verbFirst})`, "u");
/** What tells something, and is nobody. */
const CARRIER = new RegExp(`^(?:${chinese.chinese.rumourNouns}|${chinese.parties.namedPlatforms}).?$`, "u");
/** Longest sentence that is read, longest subject, clause and statement, in UTF-16 units. */
const MAX_SENTENCE = 1500;
const MAX_SUBJECT = 24;
const MAX_CLAUSE = 80;
const MAX_STATEMENT = 400;

/** What stands in parentheses behind a name, "小米（1810.HK）", and a day, "今（5）日". */
const ASIDE = /[（(][^（）()\n]{1,40}[）)]$/u;
const DAY_ASIDE = new RegExp(`${day}[（(]\\d{1,2}[）)]$`, "u");
const LONGEST_ASIDE = 43;

/** Whether a character parts clauses, as the space beside a Latin word does not. */
const isCut = (text: string, at: number): boolean =>
  CUT.test(text[at] as string) &&
  !(text[at] === " " && /[\p{Script=Latin}\d].?$|^.?[\p{Script=Latin}\d]/u.test(`${text[at - 1]}${text[at + 1]}`));

/** Where the clause begins that ends at `end`, at `floor` or later. */
function clauseStart(text: string, floor: number, end: number): number {
  let from = end;
  while (from > floor && end - from < MAX_CLAUSE) {
    if (!isCut(text, from - 1)) from--;
    else if (DAY_ASIDE.test(text.slice(Math.max(floor, from - 5), from))) from = Math.max(floor, from - 5);
    else break;
  }
  return from;
}

/** "张三在节目中大骂" is said of 张三; but a clause before "的" belongs to whom it describes. */
function withoutPredicate(words: string): string {
  const at = PREDICATE.exec(words)?.index ?? words.length;
  const linked = words.lastIndexOf(of);
  return linked > at && DESCRIBED.test(words.slice(linked)) ? words : words.slice(0, at);
}

/** The subject that ends at `end`, in the clause that starts at `floor` or later. Null where there is none. */
export function chineseSubject(text: string, floor: number, end: number): Span | null {
  const to = end - (ASIDE.exec(text.slice(Math.max(floor, end - LONGEST_ASIDE), end))?.[0].length ?? 0);
  const clause = clauseStart(text, floor, to);
  let from = clause;
  let words = text.slice(from, to);
  const skip = (length: number) => {
    from += length;
    words = words.slice(length);
  };
  skip(LEAD.exec(words)?.[0].length ?? 0);
  if (COUNTERPART.test(words)) return askedBefore(text, floor, clause);
  skip(EXISTS.exec(words)?.[0].length ?? 0);
  const agent = BY_WHOM.exec(words)?.groups?.["who"];
  if (agent) skip(words.length - agent.length);
  // One word after the other: "市警方官方微博发文".
  for (let less = withoutPredicate(words); less !== words; less = withoutPredicate(words)) words = less;
  words = words.trimEnd();
  // The clause is longer than any subject: what the last "的" leads to is the subject.
  if (words.length >= MAX_SUBJECT) skip(words.length - (words.split(LINKER).at(-1)?.length ?? 0));
  // "她认为市府澄清太慢": the verb before has a subject of its own.
  skip(EARLIER_VERB.exec(words)?.[0].length ?? 0);
  if (VERB_FIRST.test(words)) return null;
  if (words.length >= 1 && /[\p{L}]/u.test(words) && words.length < MAX_SUBJECT) return spanOf(text, from, from + words.length);
  // "某公司发言人张三在声明中，否认": the subject stands in the clause before.
  return null;
}

/** Whom somebody asked in the clauses between two offsets: "记者联系市卫生局，对方…". */
function askedBefore(text: string, start: number, end: number): Span | null {
  const found = [...text.slice(start, end).matchAll(ASKED)].at(-1);
  const whom = found?.groups?.["whom"];
  const at = start + (found?.index ?? 0) + (found?.[0].length ?? 0);
  return whom ? spanOf(text, at - whom.length, at - whom.length + withoutPredicate(whom).length) : null;
}

/** Where the content that starts at `from` ends: at the sentence's end, without its closing mark. */
function contentEnd(text: string, from: number, limit: number): number {
  let end = Math.min(limit, from + MAX_STATEMENT);
  while (end > from && /[。！？；，,\s]/u.test(text[end - 1] as string)) end--;
  return end;
}

/** The previous sentence, where it is a quotation in the same paragraph: “……。”他说。 */
function quotedBefore(sentences: TokenSentence[], index: number): { start: number; end: number } | null {
  const before = sentences[index - 1];
  const last = before?.tokens.findLast((token) => token.kind !== "mark");
  return before && last?.kind === "quote" && before.paragraph === sentences[index]?.paragraph ? last : null;
}

/** The attributions of Chinese sentences, in order. */
export const chineseAttributions = (text: string, sentences: TokenSentence[]): Attribution[] =>
  sentences.flatMap((_, index) => attributionsIn(text, sentences, index));

function attributionsIn(text: string, sentences: TokenSentence[], index: number): Attribution[] {
  const sentence = sentences[index] as TokenSentence;
  const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
  const out: Attribution[] = [];
  const add = (speaker: Span | null, cue: Span, { start, end }: { start: number; end: number }) => {
    if (end > start) out.push({ sentence: index, speaker, named: speaker, cue, lemma: cue.text, start, end });
  };
  const cited = citedIn(text, sentence, raw);
  if (cited) add(cited.source, cited.cue, { start: cited.end, end: contentEnd(text, cited.end, sentence.end) });
  const citations = out.length;
  // "谣言：近日，…": the label of a paragraph is no subject.
  const begin = sentence.start + labelLength(raw, "zh");
  for (const match of raw.matchAll(SAY)) {
    const at = sentence.start + match.index;
    if (isQuoted(sentence, at) || (cited && at < cited.end && at >= cited.source.start)) continue;
    const own = chineseSubject(text, begin, at);
    const around = out.slice(citations).findLast(({ end }) => at < end);
    // "他表示……，并强调……": the same speaker goes on. "传言称……，校长表示……": another one answers.
    if (around && own && own.start > around.start + 1 && !/[，\s]/u.test(text[clauseStart(text, begin, at) - 1] ?? "")) continue;
    const last = out.findLast(({ speaker }) => speaker)?.speaker;
    const subject = own ?? last ?? clauseSubjects(text, begin, at).findLast(({ text: words }) => !CARRIER.test(words)) ?? null;
    const cue = spanOf(text, at, at + match[0].length);
    if (around && !(own && own.start <= around.start + 1)) {
      const end = contentEnd(text, around.start, clauseStart(text, begin, at));
      if (end - around.start < 3 && !own) continue;
      around.end = Math.max(end, around.start + 1);
    }
    const content = saidBehind(text, cue.end, sentence.end) ?? saidBefore(sentences, index, at, subject, text);
    if (content) add(subject, cue, content);
  }
  return out;
}

/** The source that a sentence credits, with its cue; `end` is the offset behind them. */
function citedIn(text: string, sentence: TokenSentence, raw: string): { source: Span; cue: Span; end: number } | null {
  const found = CITES.exec(raw);
  const [whole, name, cue = ""] = found ?? [];
  if (!found || !whole || !name) return null;
  const start = sentence.start + found.index + whole.indexOf(name);
  const nameEnd = start + name.length;
  const cueAt = text.indexOf(cue, nameEnd);
  return {
    source: spanOf(text, start, nameEnd),
    cue: spanOf(text, cueAt, cueAt + cue.length),
    end: sentence.start + found.index + whole.length,
  };
}

/** What is said behind a verb that ends at an offset; null where it ends the sentence. */
function saidBehind(text: string, from: number, limit: number): { start: number; end: number } | null {
  let start = from + (REPORTER.exec(text.slice(from, from + 5))?.[0].length ?? 0);
  while (/[，：:,\s]/u.test(text[start] ?? "") && start < limit) start++;
  return start < limit - 1 ? { start, end: contentEnd(text, start, limit) } : null;
}

/** What is said before a verb that ends its sentence: 「……」，他说。 Or "产品从未流出，他指出。" */
function saidBefore(sentences: TokenSentence[], index: number, at: number, subject: Span | null, text: string) {
  const { start, tokens } = sentences[index] as TokenSentence;
  const quote = tokens.findLast((token) => token.kind === "quote" && token.end <= at) ?? quotedBefore(sentences, index);
  if (quote) return quote;
  return subject && subject.start - start > 4 && text[subject.start - 1] === "，" ? { start, end: subject.start - 1 } : null;
}

/** What may be a subject in the clauses between two offsets: "6月22日，市地铁集团发布声明，否认…". */
export const clauseSubjects = (text: string, start: number, end: number): Span[] =>
  [...text.slice(start, end).matchAll(/[^，。：；,:;“「]{2,80}/gu)].flatMap(
    ({ index, 0: clause }) => chineseSubject(text, start + index, start + index + clause.length) ?? [],
  );
