/** Earlier appearances that Spanish, German, French and Portuguese sentences tell of. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import type { PublishedTime } from "../../model/time.ts";
import { spanOf } from "../../text/span.ts";
import { MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { ALIAS } from "../attribution/cue-grammar-phrases.ts";
import { ON_X, wordsOf } from "../claims/cue-grammar.ts";
import { reportedTime } from "../dates/reported-time.ts";
import { NOBODY } from "../parties/party.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { type Place, placesIn } from "./publication-places.ts";

/** Appearances that are kept of one text, and the longest sentence that is read, in UTF-16 units. */
const MAX_APPEARANCES = 20;
const MAX_SENTENCE = 1500;

/** Appearances on named platforms that the text tells of, in its order: where a claim began, and where it spread. */
export function cueGrammarReported(
  analysis: TextAnalysis,
  claims: ReadClaim[],
  headline: Set<number>,
  published: PublishedTime | null,
  grammar: CueGrammar,
): ReadReported[] {
  if (!claims.length) return [];
  const reader = new MentionReader(analysis, claims, published, grammar);
  for (const index of analysis.sentences.slice(0, MAX_SENTENCES).keys()) if (!headline.has(index)) reader.read(index);
  return reader.out;
}

/** A sentence that reports appearances. */
interface MentionSentence {
  sentence: TokenSentence;
  index: number;
  raw: string;
  /** The claim in it, by index; -1 for none. */
  claim: number;
  author: Party | null;
  /** Whether it tells of a beginning. */
  began: boolean;
  passage: Span;
  publishedAt: PublishedTime;
}

class MentionReader {
  readonly out: ReadReported[] = [];
  private readonly analysis: TextAnalysis;
  private readonly claims: ReadClaim[];
  private readonly published: PublishedTime | null;
  private readonly words: ReturnType<typeof wordsOf>;

  constructor(analysis: TextAnalysis, claims: ReadClaim[], published: PublishedTime | null, grammar: CueGrammar) {
    this.analysis = analysis;
    this.claims = claims;
    this.published = published;
    this.words = wordsOf(grammar);
  }

  read(index: number): void {
    const { analysis, claims, words, out } = this;
    if (out.length >= MAX_APPEARANCES) return;
    const sentence = analysis.sentences[index] as TokenSentence;
    const raw = analysis.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    const claim = claims.findIndex((c) => c.quote.start >= sentence.start && c.quote.start < sentence.end);
    const began = words.began.test(raw) || analysis.statementsIn(index).some((s) => s.speaker?.party.kind === "anonymous");
    if (claim < 0 && !words.spread.test(raw) && !(began && (!out.length || words.first.test(raw)))) return;
    const passage = spanOf(analysis.text, sentence.start, sentence.end);
    const found: MentionSentence = {
      sentence,
      index,
      raw,
      claim,
      author: claims[claim]?.attributedTo ?? null,
      began,
      passage,
      publishedAt: this.timeOf(sentence, raw, claim),
    };
    this.addPlaces(found, this.placesIn(found));
  }

  /** "negó este domingo que …, como aseguran mensajes en X": the time before the claim is the denial's. */
  private timeOf(sentence: TokenSentence, raw: string, claim: number): PublishedTime {
    const { analysis, claims } = this;
    const start = claims[claim]?.quote.start ?? sentence.start;
    const denied = responseCuesIn(raw.slice(0, start - sentence.start), analysis.lang).some((cue) => cue.type === "denial");
    return reportedTime(
      analysis,
      spanOf(analysis.text, denied ? start : sentence.start, sentence.end),
      this.published,
      claims.map((c) => c.quote),
    );
  }

  /** The places that the sentence names before an answer: where somebody answers is no appearance of the claim. */
  private placesIn({ raw, sentence, claim }: MentionSentence): Place[] {
    const answer = responseCuesIn(raw, this.analysis.lang).find((cue) => cue.type !== "investigation")?.start ?? raw.length;
    const passage = raw.slice(0, claim >= 0 ? raw.length : answer);
    const places = placesIn(passage, sentence.start, true);
    const x = ON_X.exec(passage);
    const end = sentence.start + (x ? x.index + x[0].length : 0);
    if (x && !places.some((place) => place.platform === "x")) places.push({ start: end - 1, end, platform: "x", place: null, lang: null });
    return places.sort((a, b) => a.start - b.start);
  }

  private add(found: MentionSentence, first: boolean, place: Pick<Place, "platform" | "place">, actor: Party, cue: Span): void {
    this.out.push({
      claim: Math.max(0, found.claim),
      platform: place.platform,
      place: place.place,
      url: null,
      actor,
      role: first ? "assert" : "report",
      stance: first ? "support" : "observe",
      translated: this.words.translated.test(found.raw),
      lang: null,
      quote: null,
      passage: found.passage,
      cue,
      rule: first ? "began" : "spread",
      parent: first || !this.out.some((o) => o.role === "assert") ? null : 0,
      publishedAt: found.publishedAt,
    });
  }

  private addPlaces(found: MentionSentence, places: Place[]): void {
    const { analysis, words, out } = this;
    const { sentence, began, claim } = found;
    const before = out.length;
    for (const [i, place] of places.entries()) {
      if (out.some((o) => (place.platform ? o.platform === place.platform : o.place === place.place))) continue;
      // "en Telegram y X": two places of one beginning.
      const gap = analysis.text.slice(places[i - 1]?.end, place.start);
      const joined = i > 0 && out.length === before + i && /^,? ?(?:(?:y|e|und|et|sowie) )?(?:(?:en|auf|sur|no|na) )?$/u.test(gap);
      const lead = analysis.text.slice(Math.max(sentence.start, place.start - 90), place.start);
      const first: boolean = joined
        ? out.at(-1)?.role === "assert"
        : ((began || claim >= 0) && out.length === 0) || (words.first.test(lead) && !out.some((o) => words.first.test(o.passage.text)));
      const actor = this.publisherOf(found, lead, first);
      this.add(
        found,
        first,
        { ...place, place: place.platform ? null : place.place },
        actor,
        spanOf(analysis.text, place.start, place.end),
      );
    }
  }

  /** Who published it at a place; `lead` are the words before the place. */
  private publisherOf({ raw, index, author }: MentionSentence, lead: string, first: boolean): Party {
    // "par le compte @alerte sur Telegram", "un message anonyme"
    const handle = /(?:^|\s)(@[\p{L}\p{N}_.]+)[^.;]{0,30}$/u.exec(lead)?.[1];
    if (handle) return { ...NOBODY, kind: "account", name: handle };
    if (!first) return NOBODY;
    const isUser = (party: Party | undefined) => party?.kind === "anonymous" || party?.kind === "account";
    const speaker = this.analysis.statementsIn(index).find((s) => isUser(s.speaker?.party))?.speaker?.party;
    if (speaker) return speaker;
    if (author?.kind === "person") return author;
    const alias = ALIAS.exec(raw)?.[1];
    if (alias) return { ...NOBODY, kind: "anonymous", name: alias };
    const nameless = /(?<!\p{L})\p{L}+ an[oóô]n[iy]m\p{L}*|anonyme[rsn]? \p{L}+/iu.exec(raw)?.[0];
    return nameless ? { ...NOBODY, kind: "anonymous", description: nameless } : NOBODY;
  }
}
