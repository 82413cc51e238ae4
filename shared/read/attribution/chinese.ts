/** Chinese attributions: who says what, by the verbs of saying between a clause's subject and its content. */

import { chinese } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { spanOf } from "../../text/span.ts";
import { partyOf } from "../parties/party.ts";
import type { TokenSentence } from "../tokens.ts";
import { type Attribution, spanAttribution } from "./attribution.ts";
import { labelsOf } from "./speaker-labels.ts";

const SAY = new RegExp(chinese.chinese.say, "gu");
const CUT = /[，。！？；：、\s“”「」,;:!?()（）]/u;
/** Words before a subject that are no part of it. */
const LEAD =
  /^(?:对此|随后|此后|不过|但是|但|而|并|同时|此外|另外|目前|今日|今天|昨日|昨天|当日|近日|日前|其中|据悉|\d+月\d+日|\d+日|事后|之后|晚间|周[一二三四五六日]|也|又|则|还|均|都|已|就此|针对此事)+/u;
const TAIL =
  /(?:(?:在|(?<=\p{Script=Han}{2}))(?:微博|抖音|微信|知乎)|(?:周|星期)[一二三四五六日天]|在(?:声明|回应|采访|接受[\p{Script=Han}《》]{0,12}采访|发布会|微博|社交平台|直播|视频|节目)\p{Script=Han}{0,8}|当天|昨日|昨天|今日|今天|已经|已|介入|正在|目前|发布|展开|启动|进行|开展|作出|做出|予以|也|又|则|还|均|都|称|本人|方面|表示|公开|明确|坚决|随后|对此|正式|随即|出面|紧急|火速|再次|并|曾|并未|未|没有|不|(?:\d{1,2}月)?\d{1,2}日|(?:将|把)\p{Script=Han}{1,12}|发[布表](?:情况)?(?:声明|说明)|发文|爆料|(?:公开)?道歉|(?:尚未|暂未|并未|未|没有|拒绝)?(?:就|对)\p{Script=Han}{1,8}|向\p{Script=Han}{1,10}|对\p{Script=Han}{1,12})$/u;
const NOTICED = /^\p{Script=Han}{0,10}(?:关注到|注意到|发现|获悉|得知|监测到)(?:近日)?有?/u;
/** What carries words and says none: 微信群里流传一则消息. */
const CARRIED = /(?:流传|出现|传播)[^，。]{0,4}(?:消息|帖子|视频|截图|说法|文章|传言|图片|录音)$/u;
/** Longest sentence that is read, longest subject and longest statement, in UTF-16 units. */
const MAX_SENTENCE = 1500;
const MAX_SUBJECT = 24;
const MAX_STATEMENT = 400;

/** The subject that ends at `end`, in the clause that starts no earlier than `floor`; null where none stands. */
export function chineseSubject(text: string, floor: number, end: number): Span | null {
  let from = end;
  while (from > floor && end - from < MAX_SUBJECT && !CUT.test(text[from - 1] as string)) from--;
  let words = text.slice(from, end);
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  from += lead;
  words = words.slice(lead);
  // "我司关注到有账号发布视频，称": what one has noticed has a subject of its own, after 有.
  const noticed = NOTICED.exec(words)?.[0].length ?? 0;
  from += noticed;
  words = words.slice(noticed);
  // One after the other: repeated in the expression, they would be tried in every way that a run of them can be cut.
  for (let tail = TAIL.exec(words); tail; tail = TAIL.exec(words)) words = words.slice(0, tail.index);
  if (CARRIED.test(words)) return null;
  if (words.length >= 1 && /[\p{L}]/u.test(words) && words.length < MAX_SUBJECT) return spanOf(text, from, from + words.length);
  // "某公司发言人张三在声明中，否认": the subject stands in the clause before.
  return null;
}

/** Where what is said from `from` on ends: the sentence's end, without its mark. */
function contentEnd(text: string, from: number, limit: number): number {
  let end = Math.min(limit, from + MAX_STATEMENT);
  while (end > from && /[。！？；，,\s]/u.test(text[end - 1] as string)) end--;
  return end;
}

/** The quotation that the sentence before is, in the same paragraph: “……。”他说。 */
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
    // "谣言：近日，…": what a paragraph is called is no subject.
    const labels = labelsOf("zh");
    const begin = sentence.start + (labels.claim.exec(raw) ?? labels.fact.exec(raw) ?? [""])[0].length;
    const quotedAt = (at: number) => sentence.tokens.some((token) => token.kind === "quote" && token.start <= at && at < token.end);
    const push = (speaker: Span | null, cue: Span, start: number, end: number) => {
      if (end <= start) return;
      out.push(spanAttribution(index, speaker, cue, cue.text, start, end));
      if (speaker) last = speaker;
      covered = Math.max(covered, end);
    };
    const reports = /(?:^|[，。])据([^，。：]{1,16}?)(报道|消息|介绍|透露|称|了解|表示)[，：]?/u.exec(raw);
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
      if (quotedAt(at) || at < covered) continue;
      const subject: Span | null = chineseSubject(text, begin, at) ?? last ?? earlierClause(text, begin, at);
      let after = at + match[0].length;
      after += /^(?:本报|本台)?(?:记者|媒体)/u.exec(text.slice(after, after + 5))?.[0].length ?? 0;
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

/** The last clause before `end` that may be a subject: "6月22日，市地铁集团发布声明，否认…". */
function earlierClause(text: string, start: number, end: number): Span | null {
  let found: Span | null = null;
  for (const clause of text.slice(start, end).matchAll(/[^，。：、“「]{2,24}/gu))
    found = chineseSubject(text, start + clause.index, start + clause.index + clause[0].length) ?? found;
  return found;
}

/** Whom an interview presents: 对话临江动物园园长周启明. */
export function intervieweeIn(head: string): Party | null {
  const role = new RegExp(
    `(?:对话|专访|访谈|采访|独家|连线|[：:|｜\\s])?(\\p{Script=Han}{0,14}(?:${chinese.parties.roles})\\p{Script=Han}{2,3})(?!\\p{Script=Han})`,
    "u",
  ).exec(head)?.[1];
  return role ? partyOf(role.replace(/^(?:对话|专访|访谈|采访|独家|连线)/u, "")) : null;
}
