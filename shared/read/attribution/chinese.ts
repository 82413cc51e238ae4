/** Chinese attributions: speaker and content, found by the verbs of saying between a clause's subject and its content. */

import { chinese } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { type Range, spanOf } from "../../text/span.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import { labelLength } from "./paragraph-labels.ts";
import { SentenceReader, type Verb } from "./sentence-reader.ts";

const CUT = /[，。！？；：\s“”「」,;:!?()（）]/u;
const { say, thinks, day, verbFirst, lead, predicate, described, of, byWhom, exists, asked, counterpart, cites, reporter } =
  chinese.chinese;
const LINKER = new RegExp(chinese.chinese.linkers, "u");
const SAY = new RegExp(say, "gu");
const EARLIER_VERB = new RegExp(`^.+(?:${thinks})(?=.)`, "u");
/** Words before a subject that do not belong to it. */
const LEAD = new RegExp(`^(?:${lead})+`, "u");
/** The beginning of a clause's predicate: at once, or after a pronoun or a subject of two or more characters. */
const PREDICATE = new RegExp(`(?<=^|..|^(?:${chinese.pronouns.he}|${chinese.pronouns.it}|${chinese.pronouns.self}))(?:${predicate})`, "u");
/** The person described by a clause before the last linker: "转发该帖的歌手". */
const DESCRIBED = new RegExp(described, "u");
/** The agent of a passive: "被市卫生局(否认)". */
const BY_WHOM = new RegExp(byWhom, "u");
/** "竟有网友(称)": an actor introduced by "there is". */
const EXISTS = new RegExp(exists, "u");
/** A party that was asked before "对方" answered. */
const ASKED = new RegExp(asked, "gu");
const COUNTERPART = new RegExp(`^(?:${counterpart})`, "u");
/** The source that a sentence credits, and the cue word. */
const CITES = new RegExp(cites, "du");
const REPORTER = new RegExp(`^(?:${reporter})`, "u");
/** Beginnings of a clause without a subject. */
const VERB_FIRST = new RegExp(`^(?:${verbFirst})`, "u");
/** Things that carry a statement and are no party. */
const CARRIER = new RegExp(`^(?:${chinese.chinese.rumourNouns}|${chinese.parties.namedPlatforms}).?$`, "u");
/** Longest subject and clause, and shortest clause that states something, in UTF-16 units. */
const MAX_SUBJECT = 24;
const MAX_CLAUSE = 80;
const MIN_CLAUSE = 3;

/** Words in parentheses after a name, "小米（1810.HK）", and a day, "今（5）日". */
const ASIDE = /[（(][^（）()\n]{1,40}[）)]$/u;
const DAY_ASIDE = new RegExp(`${day}[（(]\\d{1,2}[）)]$`, "u");
const LONGEST_ASIDE = 43;

/** Whether a character separates clauses. A space beside a Latin word does not. */
const isCut = (text: string, at: number): boolean =>
  CUT.test(text[at] as string) &&
  !(text[at] === " " && /[\p{Script=Latin}\d].?$|^.?[\p{Script=Latin}\d]/u.test(`${text[at - 1]}${text[at + 1]}`));

/** The beginning of the clause that ends at `end`, at `floor` or later. */
function clauseStart(text: string, floor: number, end: number): number {
  let from = end;
  while (from > floor && end - from < MAX_CLAUSE) {
    if (!isCut(text, from - 1)) from--;
    else if (DAY_ASIDE.test(text.slice(Math.max(floor, from - 5), from))) from = Math.max(floor, from - 5);
    else break;
  }
  return from;
}

/** Words without their predicate: "张三在节目中大骂" has the subject 张三. A clause before "的" belongs to the noun that it describes. */
function withoutPredicate(words: string): string {
  const at = PREDICATE.exec(words)?.index ?? words.length;
  const linked = words.lastIndexOf(of);
  return linked > at && DESCRIBED.test(words.slice(linked)) ? words : words.slice(0, at);
}

/** The subject that ends at `end`, in the clause that starts at `floor` or later. Null if there is none. */
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
  // Predicates are removed one after the other: "市警方官方微博发文".
  for (let less = withoutPredicate(words); less !== words; less = withoutPredicate(words)) words = less;
  words = words.trimEnd();
  // If the clause is longer than any subject, the words after the last "的" are the subject.
  if (words.length >= MAX_SUBJECT) skip(words.length - (words.split(LINKER).at(-1)?.length ?? 0));
  // "她认为市府澄清太慢": the earlier verb has a subject of its own.
  skip(EARLIER_VERB.exec(words)?.[0].length ?? 0);
  if (VERB_FIRST.test(words)) return null;
  if (words.length >= 1 && /[\p{Alpha}]/u.test(words) && words.length < MAX_SUBJECT) return spanOf(text, from, from + words.length);
  // "某公司发言人张三在声明中，否认": the subject is in the clause before.
  return null;
}

/** The party that was asked in the clauses between two offsets: "记者联系市卫生局，对方…". */
function askedBefore(text: string, start: number, end: number): Span | null {
  const found = [...text.slice(start, end).matchAll(ASKED)].at(-1);
  const whom = found?.groups?.["whom"];
  const at = start + (found?.index ?? 0) + (found?.[0].length ?? 0);
  return whom ? spanOf(text, at - whom.length, at - whom.length + withoutPredicate(whom).length) : null;
}

/** The source that a sentence credits, with its cue. `end`: the offset after both. */
function citedIn(text: string, sentence: TokenSentence, raw: string): { source: Span; cue: Span; end: number } | null {
  const [at, name, cue] = CITES.exec(raw)?.indices ?? [];
  const spanAt = ([from, to]: [number, number]) => spanOf(text, sentence.start + from, sentence.start + to);
  return at && name && cue ? { source: spanAt(name), cue: spanAt(cue), end: sentence.start + at[1] } : null;
}

/** Possible subjects in the clauses between two offsets: "6月22日，市地铁集团发布声明，否认…". */
export const clauseSubjects = (text: string, start: number, end: number): Span[] =>
  [...text.slice(start, end).matchAll(/[^，。：；,:;“「]{2,80}/gu)].flatMap(
    ({ index, 0: clause }) => chineseSubject(text, start + index, start + index + clause.length) ?? [],
  );

/** Reads one Chinese sentence. */
export class ChineseReader extends SentenceReader<Verb> {
  protected override readonly shortest = 1;
  protected readonly say = SAY;
  private readonly cited = citedIn(this.text, this.sentence, this.raw);
  /** "谣言：近日，…": the label of a paragraph is no subject. */
  private readonly begin = this.sentence.start + labelLength(this.raw, "zh");

  protected override opening(): void {
    const { cited, limit } = this;
    if (cited) this.add(cited.source, cited.cue, { start: cited.end, end: limit });
  }

  protected cues(): Verb[] {
    const { cited } = this;
    return this.verbs().filter(({ start }) => !cited || start < cited.source.start || start >= cited.end);
  }

  /**
   * A verb within another's statement. "他表示……，并强调……": the same speaker continues. "传言称……，校长表示……": another speaker
   * responds. Otherwise the verb is part of the statement.
   */
  protected withoutVerb({ start: at }: Verb): boolean {
    const { text, begin } = this;
    if (isQuoted(this.sentence, at)) return true;
    const own = chineseSubject(text, begin, at);
    const around = this.found().findLast(({ cue, end }) => at < end && cue.start !== this.cited?.cue.start);
    if (!around || (own && own.start <= around.start + 1)) return false;
    const clause = clauseStart(text, begin, at);
    if (own && !/[，\s]/u.test(text[clause - 1] ?? "")) return true;
    if (!own && clause - around.start <= MIN_CLAUSE) return true;
    this.endAt(around, clause);
    return false;
  }

  /** The subject of the verb, else the last speaker, else the subject of an earlier clause. */
  protected subjectOf({ start: at }: Verb): Span | null {
    const { text, begin } = this;
    const own = chineseSubject(text, begin, at) ?? this.last;
    return own ?? clauseSubjects(text, begin, at).findLast(({ text: words }) => !CARRIER.test(words)) ?? null;
  }

  protected contentBehind({ end }: Verb): Range | null {
    const { text, sentence } = this;
    const start = end + (REPORTER.exec(text.slice(end, end + 5))?.[0].length ?? 0);
    return /[^，：:,\s]/u.test(text.slice(start, sentence.end - 1)) ? { start, end: sentence.end } : null;
  }

  protected attribute({ cue }: Verb, speaker: Span | null, content: Range): void {
    // “……，”他说，“……。”
    const before = speaker && this.quotes.find(({ end, text: words }) => end === speaker.start && /[，。！？]\P{Alpha}$/u.test(words));
    if (before && content.start > cue.start) this.add(speaker, cue, before);
    this.addWithMore(speaker, cue, content, content.end);
  }

  /** A statement before the verb that ends its sentence: 「……」，他说。 Or "产品从未流出，他指出。" */
  protected contentBefore({ start: at }: Verb, subject: Span | null): Range | null {
    const { text, sentence, previous, quotes } = this;
    const last = previous?.tokens.findLast((token) => token.kind !== "mark");
    const quote =
      quotes.findLast(({ end }) => end <= at) ?? (last?.kind === "quote" && previous?.paragraph === sentence.paragraph ? last : null);
    if (quote) return quote;
    const isBehind = subject && subject.start - sentence.start > 4 && text[subject.start - 1] === "，";
    return isBehind ? { start: sentence.start, end: subject.start - 1 } : null;
  }
}
