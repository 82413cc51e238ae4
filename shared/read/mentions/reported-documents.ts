/** Earlier appearances that a text reports without a link: where a claim began, and where it spread to. */

import { english, NOTHING, patternsIn, type ReadingPack, readingPackOf, wholeWords } from "../../lang/index.ts";
import { NOBODY, type Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import type { PublishedTime } from "../../model/time.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { oncePer } from "../../text/once-per.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { blockAt, blocksOf } from "../attribution/block-quotes.ts";
import { reportedTime } from "../dates/dates.ts";
import { postAuthorOf } from "../parties/source-attribution.ts";
import { hasDenyingWords } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { languageNamed, type Place, placesIn } from "./publication-places.ts";

/** The patterns that report appearances, in one language. */
const cuesOf = oncePer(({ mentions, comparison, unspaced }: ReadingPack) => {
  const words = (source = NOTHING, flags = "iu") => wholeWords(source, flags, unspaced);
  const { began, spread, beginning, translated, related, published, spreader } = mentions;
  const { placeLead, placeTail, placeAnswers } = mentions;
  return {
    began: words(began, "giu"),
    beganOnce: words(began),
    spread: words(spread, "giu"),
    spreadOnce: words(spread),
    beginning: words(beginning),
    translated: words(translated),
    /** Null if the language has no anaphoric words. Then whatever spreads is the claim, and its first place is its origin. */
    related: related === undefined ? null : words(related),
    /** "It did not come from X" reports no appearance. */
    negated: words(comparison && `(?:${comparison.negations})\\s*(?:${began}|${spread})`),
    published: words(published),
    spreader: words(spreader),
    place: placeLead
      ? {
          before: new RegExp(`${placeLead}$`, "iu"),
          after: new RegExp(`^\\s+(?:${placeTail})\\b`, "iu"),
          answers: wholeWords(`^\\s+(?:${placeAnswers})`, "iu"),
        }
      : null,
  };
});
type MentionCues = ReturnType<typeof cuesOf>;
/** Longest sentence that is read, in UTF-16 units. */
const MAX_SENTENCE = 2000;

const APPEARING = patternsIn(english.grammar.appearing);
const INTO_LANGUAGE = new RegExp(`\\b${english.grammar.appearing.intoLanguage}`, "gu");

/** Minimum number of stems shared with a claim for a sentence to be about it. */
const MIN_SHARED_STEMS = 3;

/** Whether a claim began at a place or came there. Decided by the last verb before the place, else the first after it. */
function began(own: string, at: number, cues: MentionCues): boolean | null {
  const verbs: { at: number; began: boolean }[] = [];
  const collect = (pattern: RegExp, isBegin: boolean) => {
    for (const match of own.matchAll(pattern)) verbs.push({ at: match.index, began: isBegin });
  };
  collect(cues.spread, false);
  collect(cues.began, true);
  verbs.sort((x, y) => x.at - y.at || Number(y.began) - Number(x.began));
  return (verbs.findLast((verb) => verb.at < at) ?? verbs[0])?.began ?? null;
}

/** A name before what it is: "It originated from Example.com, a website known for hoaxes". */
const NAME_BEFORE = /\p{Alpha}(?:\.\p{Alpha}{2,12}|\p{Lower}\p{Upper}\p{Alpha}{0,12}), $/u;

/** The places of publication in a sentence, outside of its claim. */
function placesOf(lang: string, sentence: TokenSentence, own: string, quote: Span | undefined, cues: MentionCues): Place[] {
  return placesIn(own, lang, sentence.start).filter((place) => {
    if (quote && place.start >= quote.start && place.end <= quote.end) return false;
    if (!cues.place) return true;
    const before = own.slice(Math.max(0, place.start - sentence.start - 30), place.start - sentence.start);
    const after = own.slice(place.end - sentence.start, place.end - sentence.start + 30);
    // "Took to X to deny it": a response there is no appearance.
    return !cues.place.answers.test(after) && (cues.place.before.test(before) || cues.place.after.test(after));
  });
}

/**
 * The appearances that a text reports, in text order, each once. A sentence counts when it reports an origin or spread at a platform or
 * place, or that somebody published a claim. It must also be about a claim of the text or about "the rumour", "the post". Details that
 * the text does not give stay unknown. `headline` holds the headline sentences.
 */
export function reportedIn(analysis: TextAnalysis, claims: ReadClaim[], headline: Set<number>, isPost: boolean): ReadReported[] {
  if (!claims.length) return [];
  const reader = new MentionReader(analysis, claims, isPost);
  for (const index of analysis.sentences.slice(0, MAX_SENTENCES).keys())
    if (!headline.has(index) && !blockAt(analysis, index)) reader.read(index);
  return reader.out;
}

/** Maximum distance of two places of one appearance, in UTF-16 units: "on X and on Reddit". */
const MAX_BETWEEN = 10;

/** A sentence that may report appearances. */
interface MentionSentence {
  sentence: TokenSentence;
  index: number;
  /** The sentence's words, with quotations blanked out. */
  own: string;
  passage: Span;
  /** The passage of the claim in the sentence. */
  quote: Span | undefined;
  /** Index of the claim that the sentence is about: the one in it, else the text's first. */
  claim: number;
  poster: Party;
  /** Whether the sentence reports an origin. */
  isFirst: boolean;
  places: Place[];
}

class MentionReader {
  private readonly analysis: TextAnalysis;
  private readonly claims: ReadClaim[];
  private readonly isPost: boolean;
  private readonly cues: MentionCues;
  readonly out: ReadReported[] = [];
  /** Places and posters that already have an appearance. */
  private readonly seen = new Set<string>();

  constructor(analysis: TextAnalysis, claims: ReadClaim[], isPost: boolean) {
    this.analysis = analysis;
    this.claims = claims;
    this.isPost = isPost;
    this.cues = cuesOf(readingPackOf(analysis.lang));
  }

  /** Adds the appearances that a sentence reports. */
  read(index: number): void {
    const found = this.sentenceAt(index);
    if (!found) return;
    const { places, poster, quote, own } = found;
    let isOrigin = false;
    places.forEach((place, i) => {
      const isBeside = i > 0 && place.start - (places[i - 1]?.end ?? 0) <= MAX_BETWEEN;
      isOrigin = isBeside ? isOrigin : this.isOrigin(found, place);
      this.add(found, place, isOrigin);
    });
    if (places.length || poster.kind === "unknown" || poster.kind === "organisation") return;
    if (quote && this.cues.published.test(own)) this.add(found, null, true);
  }

  /** The block quote that a sentence introduces. */
  private blockBehind(index: number) {
    return blocksOf(this.analysis).find(({ intro }) => intro === index);
  }

  private timeOf(passage: Span): PublishedTime {
    return reportedTime(
      this.analysis,
      passage,
      this.claims.map((claim) => claim.quote),
    );
  }

  /** The appearances that a sentence reports; null if it reports none. */
  private sentenceAt(index: number): MentionSentence | null {
    const { analysis, claims, cues, isPost } = this;
    const sentence = analysis.sentences[index] as TokenSentence;
    // What is quoted reports another speaker's appearances, not the text's.
    const own = withoutQuotations(sentence.text.slice(0, MAX_SENTENCE));
    const quote = claims.find((c) => c.quote.start >= sentence.start && c.quote.end <= sentence.end)?.quote;
    const poster = postAuthorOf(analysis, sentence, index, isPost ? undefined : quote);
    const tells =
      cues.beganOnce.test(own) ||
      cues.spreadOnce.test(own) ||
      cues.published.test(own) ||
      (isPost && APPEARING.source.test(own)) ||
      (!cues.related && (quote || poster.kind === "anonymous"));
    if (!tells || cues.negated.test(own)) return null;
    const claim = Math.max(
      0,
      claims.findIndex(({ quote: { start } }) => start >= sentence.start && start < sentence.end),
    );
    const isFirst = cues.beginning.test(own);
    if (!quote && !isFirst && !this.isRelated(sentence)) return null;
    return {
      sentence,
      index,
      own,
      passage: spanOf(analysis.text, sentence.start, sentence.end),
      quote,
      claim,
      poster,
      isFirst,
      // The claim of a post is its whole sentence.
      places: placesOf(analysis.lang, sentence, own, isPost ? undefined : quote, cues),
    };
  }

  /** Whether a sentence is about an earlier rumour, or about the matter of a claim. */
  private isRelated({ text }: TokenSentence): boolean {
    const { claims, cues } = this;
    if (!cues.related || cues.related.test(text) || APPEARING.it.test(text)) return true;
    return claims.some(({ text: words }) => shared(stemsOf(words), stemsOf(text)) >= MIN_SHARED_STEMS);
  }

  /** Whether the claim began at a place, rather than came there. An origin that the text gave earlier stays the origin. */
  private isOrigin(found: MentionSentence, place: Place): boolean {
    const { sentence, own, poster, quote, isFirst } = found;
    const verb = began(own, place.start - sentence.start, this.cues);
    if (isFirst && verb !== false) return true;
    if (this.out.some((other) => other.role === "assert" && other.claim === found.claim)) return false;
    if (verb === true || (!this.cues.related && !this.out.length && (quote || poster.kind === "anonymous"))) return true;
    if (quote === undefined) return false;
    const before = this.analysis.text.slice(Math.max(sentence.start, place.start - 50), place.start);
    return APPEARING.published.test(before) || (poster.kind !== "unknown" && !this.cues.spreader.test(own) && verb !== false);
  }

  /** Adds an appearance at a place, or the poster's appearance if no place is named. */
  private add(found: MentionSentence, place: Place | null, origin: boolean): void {
    const { analysis, out, seen } = this;
    const { sentence, index, own, poster, passage } = found;
    // A post names many people only to address them, but it says where its own author posts.
    if (this.isPost && (place === null || APPEARING.firstPerson.test(own.slice(0, place.start - sentence.start)))) return;
    const key = place?.platform ?? place?.place?.toLowerCase().replace(APPEARING.articles, "") ?? poster.name ?? poster.description ?? "";
    if (!key || seen.has(key)) return;
    // "Example.com, a website that …" is no second place beside Example.com, which is a source by that name.
    if (place?.platform === null && NAME_BEFORE.test(own.slice(0, place.start - sentence.start))) return;
    const block = this.blockBehind(index);
    const quote = block ? spanOf(analysis.text, block.start, block.firstEnd) : quotedWords(analysis, sentence.start, sentence.end);
    // “This fake news is spread by our enemies,” somebody posted: that is an answer. What is quoted behind a place need not be of a post there.
    const denies = (words: string) => hasDenyingWords(words, analysis.lang);
    if (quote && (place?.start ?? sentence.end) > quote.start && denies(quote.text) && !denies(this.claims[found.claim]?.text ?? ""))
      return;
    seen.add(key);
    const parent = out.findLastIndex((other) => other.role === "assert");
    const asserts = origin && (found.isFirst || poster.kind !== "outlet");
    const unplacedLang = () => languageNamed(own.replace(INTO_LANGUAGE, ""));
    out.push({
      claim: found.claim,
      platform: place?.platform ?? null,
      place: place?.place ?? (place === null && poster.kind === "outlet" ? poster.name : null),
      url: null,
      actor: origin || this.cues.spreader.test(own) ? poster : NOBODY,
      role: asserts ? "assert" : "report",
      stance: asserts ? "support" : "observe",
      translated: this.cues.translated.test(own),
      lang: place?.lang ?? unplacedLang(),
      quote: origin ? quote : null,
      passage,
      cue: place ? spanOf(analysis.text, place.start, place.end) : (analysis.statementsIn(index)[0]?.cue ?? passage),
      rule: origin ? "began" : "spread",
      parent: !origin && parent >= 0 ? parent : null,
      publishedAt: this.timeOf(passage),
    });
  }
}

/** Whether quoted words say something: three words, or as much in a script without spaces. */
const isPassage = (words: string): boolean => hasHan(words) || /\S\s+\S+\s+\S/u.test(words);

/** The words of the appearance that the sentence itself quotes. */
function quotedWords(analysis: TextAnalysis, start: number, end: number): Span | null {
  const said = analysis.statements.find((s) => s.kind !== "indirect" && s.cue.start >= start && s.cue.end <= end);
  const quoted = said && /["“「]([^"”」]{8,600})["”」]/u.exec(analysis.text.slice(said.content.start, said.content.end));
  if (!said || !quoted?.[1] || !isPassage(quoted[1])) return null;
  const from = said.content.start + quoted.index + 1;
  return spanOf(analysis.text, from, from + quoted[1].replace(/[.,。，]$/u, "").length);
}
