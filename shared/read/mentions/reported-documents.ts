/** Earlier appearances that a text reports without a link: where a claim began, and where it spread to. */

import { english, patternsIn, type ReadingPack, readingPackOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import type { PublishedTime } from "../../model/time.ts";
import { oncePer } from "../../text/once-per.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { blockAt, blocksOf } from "../attribution/block-quotes.ts";
import { reportedTime } from "../dates/dates.ts";
import { NOBODY } from "../parties/party.ts";
import { postAuthorOf } from "../parties/source-attribution.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { languageNamed, type Place, placesIn } from "./publication-places.ts";

/** The patterns that report appearances, in one language. */
const cuesOf = oncePer(({ mentions, unspaced }: ReadingPack) => {
  const words = (source = "(?!)", flags = "iu") => wholeWords(source, flags, unspaced);
  const { began, spread, beginning, translated, carriers, related, published, spreader, conjunction, join = "" } = mentions;
  const { placeLead, placeTail, placeAgent, placeAnswers } = mentions;
  return {
    began: words(began, "giu"),
    beganOnce: words(began),
    spread: words(spread, "giu"),
    spreadOnce: words(spread),
    beginning: words(beginning),
    translated: words(translated),
    carrier: words(carriers),
    /** Null where the language has no anaphoric words: then whatever spreads is the claim, and its first place is its origin. */
    related: related === undefined ? null : words(related),
    published: words(published),
    spreader: words(spreader),
    /** The words between two places of one appearance. */
    joins: new RegExp(`^[\\s,]*(?:(?:${conjunction})\\s*)?(?:${join})?$`, "iu"),
    place: placeLead
      ? {
          before: new RegExp(`${placeLead}$`, "iu"),
          after: new RegExp(`^\\s+(?:${placeTail})\\b`, "iu"),
          answers: wholeWords(`^\\s+(?:${placeAnswers})`, "iu"),
          agent: new RegExp(`\\b(?:${placeAgent})`, "iu"),
        }
      : null,
  };
});
type MentionCues = ReturnType<typeof cuesOf>;
/** Longest sentence that is read, in UTF-16 units. */
const MAX_SENTENCE = 2000;

const APPEARING = patternsIn(english.grammar.appearing);
/** An answer is no appearance of the claim that it answers; these may tell of one. */
const NO_ANSWERS = new Set(["explanation", "investigation", "right_of_reply", "partial_confirmation"]);
const INTO_LANGUAGE = new RegExp(`\\b${english.grammar.appearing.intoLanguage}`, "gu");

/** How many words of a claim show that a sentence is about it. */
const MIN_SHARED_STEMS = 3;
/** The claim that a sentence is about: the claim in it, else the one with the most words in common, else the last before it. */
function claimOf(analysis: TextAnalysis, claims: ReadClaim[], start: number, end: number): number {
  const inside = claims.findIndex((claim) => claim.quote.start >= start && claim.quote.start < end);
  if (inside >= 0) return inside;
  const stems = stemsOf(analysis.text.slice(start, end));
  const scores = claims.map((claim) => shared(stemsOf(claim.text), stems));
  const best = Math.max(...scores);
  if (best >= MIN_SHARED_STEMS) return scores.indexOf(best);
  return 0;
}

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

/** Places of publication in a sentence; none after an answer's cue. */
function placesOf(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  own: string,
  raw: string,
  quote: Span | undefined,
  cues: MentionCues,
): Place[] {
  const answer = responseCuesIn(raw, analysis.lang).find((cue) => !NO_ANSWERS.has(cue.type) && cue.start > 10)?.start ?? own.length;
  return placesIn(own, analysis.lang, sentence.start).filter((place) => {
    if (quote && place.start >= quote.start && place.end <= quote.end) return false;
    if (!quote && place.start - sentence.start > answer) return false;
    if (!cues.place) return true;
    const before = own.slice(Math.max(0, place.start - sentence.start - 30), place.start - sentence.start);
    const after = own.slice(place.end - sentence.start, place.end - sentence.start + 30);
    // "uploaded by a channel called X": a poster, not a place.
    if (place.platform === null && APPEARING.by.test(before) && cues.place.agent.test(place.place ?? "")) return false;
    // "took to X to deny it": who answers there tells of no appearance.
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
  return reader.reported();
}

/** A sentence that may report appearances. */
interface MentionSentence {
  sentence: TokenSentence;
  index: number;
  /** The sentence's words, with quotations blanked out. */
  own: string;
  passage: Span;
  /** The passage of the claim in the sentence. */
  quote: Span | undefined;
  /** Index of the claim that the sentence is about. */
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
  private readonly out: ReadReported[] = [];
  /** Places and posters that already have an appearance. */
  private readonly seen = new Set<string>();

  constructor(analysis: TextAnalysis, claims: ReadClaim[], isPost: boolean) {
    this.analysis = analysis;
    this.claims = claims;
    this.isPost = isPost;
    this.cues = cuesOf(readingPackOf(analysis.lang));
  }

  reported(): ReadReported[] {
    for (const item of this.out)
      if (item.role === "assert" && item.actor.kind === "unknown") item.actor = selfDescribed(this.analysis, item.passage) ?? item.actor;
    return this.out;
  }

  /** Adds the appearances that one sentence reports. */
  read(index: number): void {
    const found = this.sentenceAt(index);
    if (!found) return;
    const { places, poster, quote, own } = found;
    let previous: boolean | null = null;
    for (const [i, place] of places.entries()) {
      const gap = this.analysis.text.slice(places[i - 1]?.end, place.start);
      const joined = i > 0 && this.cues.joins.test(gap);
      const known = this.beginningOf(found.claim);
      const origin: boolean = joined && previous !== null ? previous : this.isOrigin(found, place, known);
      previous = origin;
      this.add(found, place, origin && !(known && known.passage.start === found.passage.start && !joined));
    }
    if (places.length || poster.kind === "unknown" || poster.kind === "organisation") return;
    const known = this.beginningOf(found.claim);
    if (known && known.actor.kind === "unknown" && quote && poster.kind !== "outlet")
      Object.assign(known, { actor: poster, publishedAt: this.timeOf(found.passage) });
    else if (quote && this.cues.published.test(own)) this.add(found, null, true);
  }

  /** The block quote that a sentence introduces. */
  private blockBehind(index: number) {
    return blocksOf(this.analysis).find(({ intro }) => intro === index);
  }

  private beginningOf(claim: number): ReadReported | undefined {
    return this.out.findLast((other) => other.role === "assert" && other.claim === claim);
  }

  private timeOf(passage: Span): PublishedTime {
    return reportedTime(
      this.analysis,
      passage,
      this.claims.map((claim) => claim.quote),
    );
  }

  /** The appearances that a sentence reports; null where it reports none. */
  private sentenceAt(index: number): MentionSentence | null {
    const { analysis, claims, cues, isPost } = this;
    const sentence = analysis.sentences[index] as TokenSentence;
    const raw = sentence.text.slice(0, MAX_SENTENCE);
    // What is quoted reports another speaker's appearances, not the text's.
    const own = withoutQuotations(raw);
    const quote = claims.find((c) => c.quote.start >= sentence.start && c.quote.end <= sentence.end)?.quote;
    const poster = postAuthorOf(analysis, sentence, index, isPost ? undefined : quote);
    const tells =
      cues.beganOnce.test(own) ||
      cues.spreadOnce.test(own) ||
      cues.published.test(own) ||
      (isPost && APPEARING.source.test(own)) ||
      (!cues.related && (quote || poster.kind === "anonymous"));
    if (!tells) return null;
    const claim = claimOf(analysis, claims, sentence.start, sentence.end);
    const isFirst = cues.beginning.test(own);
    // A named account needs fewer words.
    const enough = poster.kind === "account" ? 2 : MIN_SHARED_STEMS;
    if (!quote && !isFirst && !this.isRelated(sentence, index, enough)) return null;
    if (!isPost && cues.related && !cues.carrier.test(own) && poster.kind === "unknown") return null;
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
      places: placesOf(analysis, sentence, own, raw, isPost ? undefined : quote, cues).filter(
        ({ platform }) => isPost || platform === null || !this.isAbout(claim, platform),
      ),
    };
  }

  /** Whether a claim is about a platform, as "TikTok will be sold" is: a sentence that names it tells of the matter, not of a place. */
  private isAbout(claim: number, platform: string): boolean {
    return placesIn(this.claims[claim]?.text ?? "", this.analysis.lang).some((place) => place.platform === platform);
  }

  /** Whether a sentence is about an earlier rumour, or about the matter of a claim. */
  private isRelated({ text }: TokenSentence, index: number, enough: number): boolean {
    const { analysis, claims, cues } = this;
    if (!cues.related || cues.related.test(text) || APPEARING.it.test(text)) return true;
    const next = analysis.sentences[index + 1];
    return claims.some(
      ({ text: words, quote }) =>
        shared(stemsOf(words), stemsOf(text)) >= enough || (next !== undefined && quote.start >= next.start && quote.start < next.end),
    );
  }

  /** Whether the claim began at a place rather than came there. `known` is the origin that the text gave earlier. */
  private isOrigin(found: MentionSentence, place: Place, known: ReadReported | undefined): boolean {
    const { sentence, own, poster, quote, isFirst } = found;
    const verb = began(own, place.start - sentence.start, this.cues);
    if (isFirst && verb !== false) return true;
    if (known) return false;
    if (verb === true || (!this.cues.related && !this.out.length && (quote || poster.kind === "anonymous"))) return true;
    if (quote === undefined) return false;
    const before = this.analysis.text.slice(Math.max(sentence.start, place.start - 50), place.start);
    return APPEARING.published.test(before) || (poster.kind !== "unknown" && !this.cues.spreader.test(own) && verb !== false);
  }

  /** Adds an appearance at a place, or the poster's appearance where no place is named. */
  private add(found: MentionSentence, place: Place | null, origin: boolean): void {
    const { analysis, out, seen } = this;
    const { sentence, index, own, poster, passage } = found;
    // A post names many people whom it only addresses, but it does tell where its own author posts.
    if (this.isPost && (place === null || APPEARING.firstPerson.test(own.slice(0, place.start - sentence.start)))) return;
    const key = place?.platform ?? place?.place?.toLowerCase().replace(APPEARING.articles, "") ?? poster.name ?? poster.description ?? "";
    if (!key || seen.has(key) || (out.length > 0 && place && !place.platform && APPEARING.vague.test(place.place ?? ""))) return;
    seen.add(key);
    const parent = out.findLastIndex((other) => other.role === "assert");
    const asserts = origin && (found.isFirst || poster.kind !== "outlet");
    const block = this.blockBehind(index);
    const quote = block ? spanOf(analysis.text, block.start, block.firstEnd) : quotedWords(analysis, sentence.start, sentence.end);
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

/** How the author describes himself, in this sentence or the two after it: "a self-described former employee", as nobody else says that he is one. */
function selfDescribed(analysis: TextAnalysis, passage: Span): Party | null {
  const at = analysis.sentences.findIndex((s) => s.start === passage.start);
  const after = analysis.sentences[at + 2] ?? analysis.sentences[at + 1] ?? analysis.sentences[at];
  const words = analysis.text.slice(passage.start, Math.min(after?.end ?? passage.end, passage.start + 900));
  const who = APPEARING.self.exec(words)?.groups?.["who"]?.replace(APPEARING.selfArticles, "");
  return who ? { ...NOBODY, kind: "anonymous", description: `${english.grammar.appearing.selfDescribed} ${who}` } : null;
}

/** Whether quoted words tell something: three words, or as much in a script without spaces. */
const isPassage = (words: string): boolean => /\p{Script=Han}/u.test(words) || /\S\s+\S+\s+\S/u.test(words);

/** The words of the appearance that the sentence itself quotes. */
function quotedWords(analysis: TextAnalysis, start: number, end: number): Span | null {
  const sentence = analysis.sentences.findIndex((s) => s.start === start);
  const next = analysis.sentences[sentence + 1];
  // "A user claimed that … . "Every one leaked," the user wrote."
  const follows = next !== undefined && next.paragraph === analysis.sentences[sentence]?.paragraph;
  const said = analysis.statements.find(
    (s) =>
      s.kind !== "indirect" &&
      ((s.cue.start >= start && s.cue.end <= end) ||
        (follows && s.sentence === sentence + 1 && s.kind === "direct" && APPEARING.posterAgain.test(s.speaker?.text ?? ""))),
  );
  const quoted = said && /["“「]([^"”」]{8,600})["”」]/u.exec(analysis.text.slice(said.content.start, said.content.end));
  if (!said || !quoted?.[1] || !isPassage(quoted[1])) return null;
  const from = said.content.start + quoted.index + 1;
  return spanOf(analysis.text, from, from + quoted[1].replace(/[.,。，]$/u, "").length);
}
