/** Chinese attributions: speaker and content, found by the verbs of saying between a clause's subject and its content. */

import { chinese } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { spanOf } from "../../text/span.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import type { Attribution } from "./attribution.ts";
import { labelLength } from "./paragraph-labels.ts";

const CUT = /[，。！？；：、\s“”「」,;:!?()（）]/u;
const { say, thinks, day, verbFirst, lead, trail, cites, reporter } = chinese.chinese;
const LINKER = new RegExp(chinese.chinese.linkers, "u");
const SAY = new RegExp(say, "gu");
const EARLIER_VERB = new RegExp(`^.+(?:${thinks})(?=.)`, "u");
/** Words before and after a subject that do not belong to it. */
const LEAD = new RegExp(`^(?:${lead})+`, "u");
const TRAIL = new RegExp(`(?:${trail})$`, "u");
/** The source that a sentence credits, and the cue word. */
const CITES = new RegExp(cites, "u");
const REPORTER = new RegExp(`^(?:${reporter})`, "u");
/** How a clause without a subject begins. */
const VERB_FIRST = new RegExp(`^(?:${verbFirst})`, "u");
/** Longest sentence that is read, longest subject and longest statement, in UTF-16 units. */
const MAX_SENTENCE = 1500;
const MAX_SUBJECT = 24;
const MAX_STATEMENT = 400;

/** What stands in parentheses behind a name, "小米（1810.HK）", and a day, "今（5）日". */
const ASIDE = /[（(][^（）()\n]{1,40}[）)]$/u;
const DAY_ASIDE = new RegExp(`${day}[（(]\\d{1,2}[）)]$`, "u");
const LONGEST_ASIDE = 43;

/** Where the clause begins that ends at `end`, at `floor` or later. */
function clauseStart(text: string, floor: number, end: number): number {
  let from = end;
  while (from > floor && end - from < MAX_SUBJECT) {
    if (!CUT.test(text[from - 1] as string)) from--;
    else if (DAY_ASIDE.test(text.slice(Math.max(floor, from - 5), from))) from = Math.max(floor, from - 5);
    else break;
  }
  return from;
}

/** The subject that ends at `end`, in the clause that starts at `floor` or later. Null where there is none. */
export function chineseSubject(text: string, floor: number, end: number): Span | null {
  const to = end - (ASIDE.exec(text.slice(Math.max(floor, end - LONGEST_ASIDE), end))?.[0].length ?? 0);
  let from = clauseStart(text, floor, to);
  let words = text.slice(from, to);
  const skip = (length: number) => {
    from += length;
    words = words.slice(length);
  };
  // The clause is longer than any subject: what the last "的" leads to is the subject.
  if (words.length >= MAX_SUBJECT) skip(words.length - (words.split(LINKER).at(-1)?.length ?? 0));
  skip(LEAD.exec(words)?.[0].length ?? 0);
  // Strip one word at a time: a repetition in the expression would backtrack over every way to split a run of them.
  for (let found = TRAIL.exec(words); found; found = TRAIL.exec(words)) words = words.slice(0, found.index);
  // "她认为市府澄清太慢": the verb before has a subject of its own.
  skip(EARLIER_VERB.exec(words)?.[0].length ?? 0);
  if (VERB_FIRST.test(words)) return null;
  if (words.length >= 1 && /[\p{L}]/u.test(words) && words.length < MAX_SUBJECT) return spanOf(text, from, from + words.length);
  // "某公司发言人张三在声明中，否认": the subject stands in the clause before.
  return null;
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
export function chineseAttributions(text: string, sentences: TokenSentence[]): Attribution[] {
  const out: Attribution[] = [];
  sentences.forEach((sentence, index) => {
    const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    let last: Span | null = null;
    let covered = -1;
    // "谣言：近日，…": the label of a paragraph is no subject.
    const begin = sentence.start + labelLength(raw, "zh");
    const push = (speaker: Span | null, cue: Span, start: number, end: number) => {
      if (end <= start) return;
      out.push({ sentence: index, speaker, named: speaker, cue, lemma: cue.text, start, end });
      if (speaker) last = speaker;
      covered = Math.max(covered, end);
    };
    const reports = CITES.exec(raw);
    if (reports?.[1]) {
      const start = sentence.start + reports.index + reports[0].indexOf(reports[1]);
      const after = sentence.start + reports.index + reports[0].length;
      push(
        spanOf(text, start, start + reports[1].length),
        spanOf(text, start + reports[1].length, start + reports[1].length + (reports[2]?.length ?? 0)),
        after,
        contentEnd(text, after, sentence.end),
      );
      covered = -1;
    }
    for (const match of raw.matchAll(SAY)) {
      const at = sentence.start + match.index;
      if (isQuoted(sentence, at) || at < covered) continue;
      const subject: Span | null = chineseSubject(text, begin, at) ?? last ?? clauseSubjects(text, begin, at).at(-1) ?? null;
      let after = at + match[0].length;
      after += REPORTER.exec(text.slice(after, after + 5))?.[0].length ?? 0;
      while (/[，：:,\s]/u.test(text[after] ?? "") && after < sentence.end) after++;
      const cue = spanOf(text, at, at + match[0].length);
      if (after >= sentence.end - 1) {
        // 「……」，他说。
        const quote = sentence.tokens.findLast((token) => token.kind === "quote" && token.end <= at) ?? quotedBefore(sentences, index);
        if (quote) push(subject, cue, quote.start, quote.end);
        // "产品从未流出，他指出。"
        else if (subject && subject.start - sentence.start > 4 && text[subject.start - 1] === "，")
          push(subject, cue, sentence.start, subject.start - 1);
        continue;
      }
      push(subject, cue, after, contentEnd(text, after, sentence.end));
    }
  });
  return out;
}

/** What may be a subject in the clauses between two offsets: "6月22日，市地铁集团发布声明，否认…". */
export const clauseSubjects = (text: string, start: number, end: number): Span[] =>
  [...text.slice(start, end).matchAll(/[^，。：、；“「]{2,24}/gu)].flatMap(
    ({ index, 0: clause }) => chineseSubject(text, start + index, start + index + clause.length) ?? [],
  );
