/** The propositions that a document puts forward, tells of or answers: rumours and allegations with their clause, hearsay, what is denied. */

import { cueGrammarOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim } from "../../model/reading.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import type { Block } from "../attribution/block-quotes.ts";
import { postAuthorOf } from "../parties/source-attribution.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { chineseAnswered } from "./answered-chinese.ts";
import { cueGrammarAnswered } from "./answered-cue-grammar.ts";
import { certaintyOf, hedgesIn } from "./certainty.ts";
import { chineseClaims } from "./chinese.ts";
import { withoutHearsayAdverb, withoutReportingTail } from "./clause-trimming.ts";
import { cueGrammarClaims } from "./cue-grammar.ts";
import { englishClaims } from "./english.ts";
import { selfContained } from "./self-contained.ts";

/** A passage that words a proposition, before it is completed and compared with the others. */
export interface Draft {
  start: number;
  end: number;
  sentence: number;
  /** What to say instead of the passage's own words, where they do not stand alone. */
  text: string | null;
  attributedTo: Party | null;
  /** The words that addNameMentions it show that the teller takes it for false. */
  refuted: boolean;
  /** The words that show that it is told, and the rule that knows them. */
  cue: Span;
  rule: string;
}

/** Claims of one document: an article tells of few. */
const MAX = 6;
const ANSWERS = new Set(["denial", "retraction", "correction", "apology", "takedown"]);

/** Whose words a block quote is. */
function blockAuthor(analysis: TextAnalysis, block: Block): Party {
  const intro = analysis.sentences[block.intro] as TokenSentence;
  const poster = postAuthorOf(analysis, intro, block.intro);
  if (poster.kind !== "unknown") return poster;
  return analysis.statements.findLast((said) => said.sentence === block.intro && said.speaker)?.speaker?.party ?? poster;
}

/** The claims of an article, in the order told; `headline` is the sentence that is the title, and gives no claim of its own. */
export function claimsIn(analysis: TextAnalysis, blocks: Block[], headline: Set<number>): ReadClaim[] {
  const drafts: Draft[] = [];
  const grammar = cueGrammarOf(analysis.lang);
  let types: Set<string> | null = null;
  const answered = (type?: string) => {
    types ??= new Set(
      analysis.sentences
        .slice(0, MAX_SENTENCES)
        .flatMap((s, i) =>
          headline.has(i) ? [] : responseCuesIn(analysis.text.slice(s.start, s.end), analysis.lang).map((cue) => cue.type),
        ),
    );
    return type === "" ? types.size > 0 : [...types].some((one) => ANSWERS.has(one));
  };
  analysis.sentences.forEach((sentence, index) => {
    if (headline.has(index) || index >= MAX_SENTENCES) return;
    const block = blocks.find((b) => index >= b.from && index < b.to);
    drafts.push(
      ...(analysis.lang.startsWith("zh")
        ? [...chineseClaims(analysis, sentence, index), ...chineseAnswered(analysis, sentence, index)]
        : grammar
          ? [...cueGrammarAnswered(analysis, sentence, index, grammar), ...cueGrammarClaims(analysis, sentence, index, grammar, answered)]
          : englishClaims(analysis, sentence, index, block ? blockAuthor(analysis, block) : null, answered)),
    );
  });
  const kept: { draft: Draft; stems: ReadonlySet<string>; text: string }[] = [];
  for (const told of drafts) {
    // What somebody owns up to, or a source tells, is the claim of a text that has no other.
    if (kept.length && (told.rule === "owned" || (told.rule === "tell" && told.attributedTo?.kind === "anonymous"))) continue;
    const end = told.start + withoutReportingTail(analysis.text.slice(told.start, told.end)).length;
    const words = withoutReportingTail(told.text ?? analysis.text.slice(told.start, end));
    const draft = { ...told, end, text: told.rule === "hearsay" ? withoutHearsayAdverb(words) : told.text && words };
    const text = selfContained(analysis, draft);
    const stems = stemsOf(text);
    if (
      stems.size < 2 ||
      (draft.text === null && responseCuesIn(text, analysis.lang).some((cue) => cue.type === "denial" && cue.start < 40))
    )
      continue;
    const twin = kept.find((other) => {
      const least = Math.min(stems.size, other.stems.size);
      return shared(stems, other.stems) >= Math.max(2, least * 0.6) || (draft.start < other.draft.end && other.draft.start < draft.end);
    });
    if (!twin) kept.push({ draft, stems, text });
  }
  return kept.slice(0, MAX).map(({ draft, text }) => {
    const paragraph = analysis.sentences[draft.sentence]?.paragraph;
    const near = analysis.sentences.filter((s, i) => s.paragraph === paragraph && i >= draft.sentence && !headline.has(i));
    const around = analysis.text
      .slice(analysis.sentences[draft.sentence]?.start ?? draft.start, near.at(-1)?.end ?? draft.end)
      .slice(0, 1500);
    const sentenceText = analysis.text.slice(analysis.sentences[draft.sentence]?.start, analysis.sentences[draft.sentence]?.end);
    const hedges = hedgesIn(around);
    const certainty = hedges.length ? "uncertain" : certaintyOf(sentenceText);
    const quote: Span = spanOf(analysis.text, draft.start, draft.end);
    return {
      text,
      quote,
      stance: draft.refuted ? ("deny" as const) : ("observe" as const),
      certainty: certainty === "certain" ? "unstated" : certainty,
      hedges,
      attributedTo: draft.attributedTo,
      cue: draft.cue,
      rule: draft.rule,
    };
  });
}
