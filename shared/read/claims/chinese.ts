/** The propositions of Chinese sentences that are told as rumour. */

import { chinese } from "../../lang/index.ts";
import { spanOf } from "../../text/span.ts";
import type { TextAnalysis } from "../analysis.ts";
import type { TokenSentence } from "../tokens.ts";
import type { Draft } from "./claims.ts";

const RUMOUR = new RegExp(chinese.chinese.rumour, "gu");
/** Longest sentence that is read, in UTF-16 units, and fewest letters of a proposition. */
const MAX_SENTENCE = 1500;
const MIN_LETTERS = 6;

/** What a Chinese sentence tells as rumour. */
export function chineseClaims(analysis: TextAnalysis, sentence: TokenSentence, index: number): Draft[] {
  const { text } = analysis;
  const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
  const out: Draft[] = [];
  for (const match of raw.matchAll(RUMOUR)) {
    const at = sentence.start + match.index;
    let start = at + match[0].length;
    while (/[，：:,\s“「]/u.test(text[start] ?? "") && start < sentence.end) start++;
    const rest = text.slice(start, sentence.end);
    const end =
      start +
      ((/[“「]/u.test(text[start - 1] ?? "") ? /^[^。！？；”」]{0,200}/u : /^[^。！？；]{0,200}/u).exec(rest)?.[0].replace(/[，,：:]$/u, "")
        .length ?? 0);
    if (out.some((draft) => start < draft.end) || (text.slice(start, end).match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) continue;
    const said = analysis.statements.find((s) => s.sentence === index && s.content.start <= start && s.content.end >= start);
    out.push({
      start,
      end,
      sentence: index,
      text: null,
      attributedTo: said?.speaker?.party ?? null,
      refuted: false,
      cue: spanOf(text, at, at + match[0].length),
      rule: "rumour",
    });
  }
  return out;
}
