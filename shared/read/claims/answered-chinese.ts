/** Chinese: the propositions that a sentence shows by what answers them: what somebody denies, owns up to, or is sorry for. */

import { chinese } from "../../lang/index.ts";
import { spanOf } from "../../text/span.ts";
import type { TextAnalysis } from "../analysis.ts";
import { chineseSubject } from "../attribution/chinese.ts";
import type { TokenSentence } from "../tokens.ts";
import type { Draft } from "./claims.ts";

const ANONYMOUS = new RegExp(chinese.parties.anonymous, "u");
/** What stands for a claim behind it: "…的说法". */
const NOUN = "(?:的)?(?:说法|传闻|传言|指控|指责|质疑|报道|消息|谣言|情况|行为|一事|事件|这一\\p{Script=Han}{2})";
const DENIED = new RegExp(
  `(否认|承认|坦承)(?:了)?(?:有关|关于|存在|外界|网传|网上)?(?:其|自己|本人|他|她|该公司|公司)?(?:曾经?|有)?([^，。；！？]{4,60}?)(?:${NOUN})?(?=[，。；！？]|$)`,
  "gu",
);
/** "针对网传…一事", "就…一事致歉". */
const ABOUT = new RegExp(
  `(?:针对|对于|关于|就)(?:近日|近期|日前|此前)?(?:网传|网上流传|有关|所谓|外界传)?(?:的)?[“「]?([^，。；！？”」]{6,60}?)[”」]?${NOUN}`,
  "gu",
);
/** "从未…": what is denied is the rest. */
const NEVER =
  /(?:表示|称|说|强调|指出|声明)[，：]?(?:其|公司|本公司|我司|我们|自己|他|她)?(?:从未|从来没有|绝未|并未|不曾)([^，。；！？]{4,60})/gu;
/** "网传“…”系谣言": told and taken back in one breath. */
const QUOTED = /(?:网传|网上流传的?|所谓的?)[“「]([^”」]{6,80})[”」]/gu;
const UNTRUE = /系谣言|不实|不属实|纯属|虚假|并非事实|是假的|谣言|不是事实/u;
const TOLD = /帖|网传|传闻|传言|谣言|视频|爆料|网友|消息|举报|指控|报道/u;
/** An answer is no claim: "否认指控", "承认错误". */
const EMPTY =
  /^(?:上述|该|这一?|此|相关|所有|一切|全部|任何)?(?:说法|传闻|传言|指控|指责|质疑|报道|消息|谣言|错误|失误|过失|不足|存在问题|此事)/u;

/** The drafts of one Chinese sentence that follow from its answers. */
export function chineseAnswered({ text }: TextAnalysis, sentence: TokenSentence, index: number): Draft[] {
  const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500));
  const out: Draft[] = [];
  const add = (at: number, words: string, owner: string | null, rule: string) => {
    const start = sentence.start + raw.indexOf(words, at);
    if (EMPTY.test(words) || words.length < 4) return;
    const cue = spanOf(text, sentence.start + at, start);
    const end = start + words.length;
    out.push({ start, end, sentence: index, text: owner && `${owner}${words}`, attributedTo: null, refuted: false, cue, rule });
  };
  const owner = (at: number) => chineseSubject(text, sentence.start, sentence.start + at)?.text ?? null;
  for (const match of raw.matchAll(DENIED)) {
    const who = owner(match.index);
    const words = match[2] ?? "";
    if (!who || /(?:没有|未|不|尚未|拒绝|既不|也不)$/u.test(raw.slice(0, match.index))) continue;
    add(match.index, words, words.startsWith(who) ? null : who, match[1] === "否认" ? "denied" : "owned");
  }
  for (const match of raw.matchAll(ABOUT)) {
    const words = match[1] ?? "";
    // "就…一事致歉": who is sorry did it.
    const sorry = /^就/u.test(match[0]) && /致歉|道歉/u.test(raw.slice(match.index + match[0].length));
    const who = sorry ? owner(match.index) : null;
    add(match.index, words, who && !words.includes(who) ? who : null, "answered");
  }
  if (TOLD.test(raw))
    for (const match of raw.matchAll(NEVER)) {
      const who = owner(match.index);
      if (who && !ANONYMOUS.test(who)) add(match.index, match[1] ?? "", who, "denied");
    }
  if (UNTRUE.test(raw)) for (const match of raw.matchAll(QUOTED)) add(match.index, match[1] ?? "", null, "answered");
  return out;
}
