/** The propositions that a document puts forward, tells of or answers: rumours and allegations with their clause, hearsay, what is denied. */

import { tongueOf } from "../../lang/index.ts";
import type { Party, Span } from "../../model/model.ts";
import type { ReadClaim } from "../../model/reading.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { Block } from "../attribution/block-quotes.ts";
import { hanClaims } from "../attribution/chinese.ts";
import { MOST_SENTENCES, type Parts, spanOf } from "../attribution/statements.ts";
import { posterOf } from "../parties/source-attribution.ts";
import { cuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { hanAnswered } from "./answered-chinese.ts";
import { tongueAnswered } from "./answered-cue-grammar.ts";
import { certaintyOf, hedgesIn } from "./certainty.ts";
import { withoutFrame, withoutHearsay } from "./clause-trimming.ts";
import { tongueClaims } from "./cue-grammar.ts";
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
  /** The words that introduce it show that the teller takes it for false. */
  refuted: boolean;
  /** The words that show that it is told, and the rule that knows them. */
  cue: Span;
  rule: string;
}

/** Claims of one document: an article tells of few. */
const MAX = 6;
const ANSWERS = new Set(["denial", "retraction", "correction", "apology", "takedown"]);

/** Whose words a block quote is. */
function blockAuthor(parts: Parts, block: Block): Party {
  const intro = parts.sentences[block.intro] as TokenSentence;
  const poster = posterOf(parts, intro, block.intro);
  if (poster.kind !== "unknown") return poster;
  return parts.said.findLast((said) => said.sentence === block.intro && said.speaker)?.speaker?.party ?? poster;
}

/** The claims of an article, in the order told; `headline` is the sentence that is the title, and gives no claim of its own. */
export function claimsIn(parts: Parts, blocks: Block[], headline: Set<number>): ReadClaim[] {
  const drafts: Draft[] = [];
  const tongue = tongueOf(parts.lang);
  let types: Set<string> | null = null;
  const answered = (type?: string) => {
    types ??= new Set(
      parts.sentences
        .slice(0, MOST_SENTENCES)
        .flatMap((s, i) => (headline.has(i) ? [] : cuesIn(parts.text.slice(s.start, s.end), parts.lang).map((cue) => cue.type))),
    );
    return type === "" ? types.size > 0 : [...types].some((one) => ANSWERS.has(one));
  };
  parts.sentences.forEach((sentence, index) => {
    if (headline.has(index) || index >= MOST_SENTENCES) return;
    const block = blocks.find((b) => index >= b.from && index < b.to);
    drafts.push(
      ...(parts.lang.startsWith("zh")
        ? [...hanClaims(parts, sentence, index), ...hanAnswered(parts, sentence, index)]
        : tongue
          ? [...tongueAnswered(parts, sentence, index, tongue), ...tongueClaims(parts, sentence, index, tongue, answered)]
          : englishClaims(parts, sentence, index, block ? blockAuthor(parts, block) : null, answered)),
    );
  });
  const kept: { draft: Draft; stems: ReadonlySet<string>; text: string }[] = [];
  for (const told of drafts) {
    // What somebody owns up to, or a source tells, is the claim of a text that has no other.
    if (kept.length && (told.rule === "owned" || (told.rule === "tell" && told.attributedTo?.kind === "anonymous"))) continue;
    const end = told.start + withoutFrame(parts.text.slice(told.start, told.end)).length;
    const words = withoutFrame(told.text ?? parts.text.slice(told.start, end));
    const draft = { ...told, end, text: told.rule === "hearsay" ? withoutHearsay(words) : told.text && words };
    const text = selfContained(parts, draft);
    const stems = stemsOf(text);
    if (stems.size < 2 || (draft.text === null && cuesIn(text, parts.lang).some((cue) => cue.type === "denial" && cue.start < 40)))
      continue;
    const twin = kept.find((other) => {
      const least = Math.min(stems.size, other.stems.size);
      return shared(stems, other.stems) >= Math.max(2, least * 0.6) || (draft.start < other.draft.end && other.draft.start < draft.end);
    });
    if (!twin) kept.push({ draft, stems, text });
  }
  return kept.slice(0, MAX).map(({ draft, text }) => {
    const paragraph = parts.sentences[draft.sentence]?.paragraph;
    const near = parts.sentences.filter((s, i) => s.paragraph === paragraph && i >= draft.sentence && !headline.has(i));
    const around = parts.text.slice(parts.sentences[draft.sentence]?.start ?? draft.start, near.at(-1)?.end ?? draft.end).slice(0, 1500);
    const sentenceText = parts.text.slice(parts.sentences[draft.sentence]?.start, parts.sentences[draft.sentence]?.end);
    const hedges = hedgesIn(around);
    const certainty = hedges.length ? "uncertain" : certaintyOf(sentenceText);
    const quote: Span = spanOf(parts.text, draft.start, draft.end);
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
