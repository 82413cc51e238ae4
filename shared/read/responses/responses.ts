/** Who answered a claim, and how, by rules: the acts that an English text reports, each linked to the claim that it answers. */
import { cueGrammarOf, english, patternOf, patternsIn } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported, ReadResponse } from "../../model/reading.ts";
import { type ResponseType, responseTypes, type Standing, saysNothing } from "../../model/response.ts";
import { quotations } from "../../text/quotations.ts";
import { wordCount } from "../../text/segment.ts";
import { overlap, spanOf } from "../../text/span.ts";
import { nameWords } from "../../timeline/party-names.ts";
import { type LocatedStatement, MAX_SENTENCES, type PartyAt, saidAt, type TextAnalysis } from "../analysis.ts";
import { blocksOf } from "../attribution/block-quotes.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { labelLength } from "../attribution/paragraph-labels.ts";
import { answeredTime } from "../dates/answered-time.ts";
import { hasPhrase } from "../gates/sources.ts";
import { actorOf } from "../parties/actors.ts";
import { isAuthor, isSameParty } from "../parties/same-party.ts";
import { standingOf, WITNESS } from "../parties/standing.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import { isOwnAct } from "./acting-party.ts";
import { negates, saysNone, saysNot } from "./implicit-denials.ts";
import { type ResponseCue, responseCuesIn, unbeaten } from "./response-cues.ts";
import { targetOf } from "./targets.ts";
import { partiesTogether } from "./together.ts";

/** Words of a quotation that may be a name or a single term; what makes so few words an answer. */
const MAX_SCRAP_WORDS = 3;
const JUDGES = patternOf(
  ({ gates, cueGrammar, negation }) =>
    [gates?.response["untrue"], cueGrammar?.untrue, negation?.words].filter(Boolean).join("|") || undefined,
);
/** “first-year” in a denial is a term that the claim has, or part of a phrase that goes on: no words by which anything is denied. */
const isScrap = (words: string, after: string, claim: string) =>
  wordCount(words) <= MAX_SCRAP_WORDS &&
  !/\p{Script=Han}/u.test(words) &&
  !JUDGES.test(words) &&
  (/^ \p{Alpha}/u.test(after) || hasPhrase(claim, nameWords(words)));

/** The longest paragraph that is quoted whole. */
const MAX_QUOTE = 600;
/** Two capitalised words or more, with short ones between: a film or a channel in quotation marks, which nobody said. */
const NAME =
  /^[\p{Upper}\p{N}][\p{Alpha}\p{M}\p{N}’'.&-]*[:,]?(?: (?:\p{Lower}{1,3}\.? ){0,3}[\p{Upper}\p{N}&][\p{Alpha}\p{M}\p{N}’'.&-]*[:,]?)+$/u;
/** The words that the sentence quotes: each passage in quotation marks, without marks and closing comma or stop. A denial's say that something is not so, or are more than a few. */
export function quotesOf(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  said: LocatedStatement | null,
  { type, claim }: { type: ResponseType; claim: string },
): Span[] {
  const end = said ? Math.max(sentence.end, Math.min(said.content.end, sentence.end + 1500)) : sentence.end;
  const start = said ? Math.min(sentence.start, said.content.start) : sentence.start;
  const quotes = quotations(analysis.text.slice(start, end)).flatMap((q) => {
    // French sets a space inside its marks.
    const from = start + q.innerStart + (/^\s/.test(analysis.text[start + q.innerStart] ?? "") ? 1 : 0);
    const words = analysis.text.slice(from, start + q.innerEnd).replace(/(?<![.,;!?。，；\s])[.,;!?。，；\s]+$/u, "");
    if (type === "denial" && isScrap(words, analysis.text.slice(start + q.end), claim)) return [];
    const isName = !cueGrammarOf(analysis.lang)?.capitalNouns && NAME.test(words);
    const isSpeech = /\p{Alpha}/u.test(words) && !isName;
    return isSpeech ? [spanOf(analysis.text, from, from + words.length)] : [];
  });
  const whole = wholeQuote(analysis, sentence, quotes);
  return whole ? [...quotes, whole] : quotes;
}

/** The paragraph behind a sentence with a colon that has the quoted words among its own: what they are cut from. */
function wholeQuote(analysis: TextAnalysis, { end }: TokenSentence, quotes: readonly Span[]): Span | null {
  const block = blocksOf(analysis).find(({ intro }) => analysis.sentences[intro]?.end === end);
  if (!block || block.firstEnd - block.start > MAX_QUOTE) return null;
  const whole = spanOf(analysis.text, block.start, block.firstEnd);
  const isCutFrom = ({ start, text }: Span) => start < block.start && wordCount(text) > 1 && whole.text.includes(text);
  return quotes.some(isCutFrom) ? whole : null;
}

/** The author of a claim who gives ground confirms nothing; a party that denied the claim and then concedes something confirms a part. */
function typeOf(type: ResponseType, standing: Standing, deniedBefore: boolean): ResponseType {
  if (type === "retraction" && standing === "platform") return "takedown";
  if (type !== "confirmation") return type;
  return standing === "originator" ? "clarification" : deniedBefore ? "partial_confirmation" : type;
}

/** A candidate act of answering in a sentence. */
interface Candidate extends ResponseCue {
  party: Party;
  /** Offset of the words that name the party. */
  at: number;
  /** Index of the claim if the cue itself identifies it, else -1. */
  claim: number;
}

/** What opens that of which somebody says nothing. */
const { opensSaid: OPENS_SAID } = patternsIn(english.grammar.answering);
/** Types that count as acts of any actor: the text need not name the party. */
const PARTY_OPTIONAL = new Set(["takedown", "label", "investigation"]);
/** Characters between a response and a sentence that continues it. */
const MAX_GAP = 3;

/** The responses that an English text reports, in text order, each act once. */
export function responsesIn(analysis: TextAnalysis, claims: ReadClaim[], reported: ReadReported[], headline: Set<number>): ReadResponse[] {
  if (!claims.length) return [];
  const reader = new ResponseReader(analysis, claims, reported);
  for (const index of analysis.sentences.slice(0, MAX_SENTENCES).keys()) if (!headline.has(index)) reader.read(index);
  return reader.responses();
}

class ResponseReader {
  private readonly analysis: TextAnalysis;
  private readonly claims: ReadClaim[];
  private readonly reported: ReadReported[];
  private readonly issuer: Party | null;
  private readonly out: ReadResponse[] = [];

  constructor(analysis: TextAnalysis, claims: ReadClaim[], reported: ReadReported[]) {
    this.issuer = issuerOf(analysis);
    this.analysis = analysis;
    this.claims = claims;
    this.reported = reported;
  }

  /** A statement in answer to a claim that denies something is a denial. */
  responses(): ReadResponse[] {
    const isSameAct = (a: ReadResponse, b: ReadResponse) =>
      a !== b &&
      a.claim === b.claim &&
      (isSameParty(a.actor, b.actor) || (a.actor.affiliation !== null && a.actor.affiliation === b.actor.name));
    return this.out.filter((r) => r.type !== "right_of_reply" || !this.out.some((other) => isSameAct(other, r)));
  }

  /** Adds the responses of one sentence. */
  read(index: number): void {
    const { analysis, out } = this;
    const sentence = analysis.sentences[index] as TokenSentence;
    const found = this.cued(sentence, index);
    found.push(...this.impliedDenials(sentence, index, found));
    const groups: Candidate[][] = [];
    for (const cue of found) {
      const group = groups.find(([first]) => first && isSameParty(first.party, cue.party));
      if (group) group.push(cue);
      else groups.push([cue]);
    }
    if (!groups.length) this.continueResponse(out.at(-1), sentence, index);
    for (const group of groups) {
      const kinds = unbeaten(group);
      for (const cue of kinds) this.add(cue, kinds, groups, sentence, index);
    }
  }

  /** Acts that a cue shows, with their parties. */
  private cued(sentence: TokenSentence, index: number): Candidate[] {
    const { analysis, claims } = this;
    const words = sentence.text;
    // "Verdict: False", "谣言：…": the label of a paragraph in a fact check is nobody's answer.
    const label = labelLength(words, analysis.lang);
    const cues = responseCuesIn(words, analysis.lang).filter((cue) => cue.start >= label);
    return cues.flatMap((cue) => {
      // "la borró y se disculpó": the apology is a part of taking it back.
      if (cues.some((o) => o.start <= cue.start && cue.start < o.end && responseTypes[o.type]?.outranks.includes(cue.type))) return [];
      // "would not confirm that it had opened an inquiry": the content of a refused confirmation is not asserted.
      if (cues.some((o) => saysNothing(o.type) && o.end <= cue.start && OPENS_SAID.test(words.slice(o.end, cue.start)))) return [];
      const at = sentence.start + cue.start;
      // Words of the claim itself are no answer to it. The sentence that says a known claim may deny it as well: "Acme denies that it closes".
      // "… confirmed by a source", in the quoted post that makes the claim.
      const isIts = cue.type !== "denial" && isQuoted(sentence, at);
      const isClaimed = ({ rule, quote, text }: ReadClaim) =>
        (rule === "known" && hasPhrase(text, nameWords(cue.text))) ||
        ((rule !== "known" || isIts) && quote.start <= at && at + cue.text.length <= quote.end);
      if (claims.some(isClaimed)) return [];
      const actor = this.actor(sentence, index, cue);
      if (!actor) return [];
      return partiesTogether(analysis, sentence, at, actor).map((one) => ({ ...cue, party: one.party, at: one.at, claim: -1 }));
    });
  }

  /** The party of a cue's act: the outlet itself, the subject that the grammar finds, else whoever issues the text. */
  private actor(sentence: TokenSentence, index: number, cue: ResponseCue): PartyAt | null {
    const { analysis, issuer } = this;
    const { publisher } = analysis;
    if (publisher && !saidAt(analysis, sentence.start + cue.start).length && isOwnAct(cue.type, sentence.text))
      return { party: { kind: "outlet", name: publisher, description: null, role: null, affiliation: null }, at: sentence.start };
    return actorOf(analysis, sentence, index, cue) ?? (issuer && { party: issuer, at: sentence.start });
  }

  /** "It is real," says the accused. */
  private impliedDenials(sentence: TokenSentence, index: number, found: Candidate[]): Candidate[] {
    const { analysis, claims } = this;
    return analysis.statementsIn(index).flatMap(({ speaker, content, kind }): Candidate[] => {
      if (!speaker || WITNESS.test(speaker.text)) return [];
      const { party } = speaker;
      if (found.some((cue) => cue.type !== "confirmation" && isSameParty(cue.party, party))) return [];
      const isSource = party.kind === "anonymous" || party.kind === "account";
      const denied = (claim: ReadClaim) =>
        (!isSource && !isAuthor(claim.attributedTo, party) ? negates(claim.text, content.text) : null) ??
        (kind === "indirect" ? null : saysNone(claim.text, content.text)) ??
        (kind !== "indirect" && claim.stance === "deny" && claims.length === 1 && !isSource ? saysNot(content.text) : null);
      for (const [claim, one] of claims.entries()) {
        const at = denied(one);
        if (!at) continue;
        const start = content.start + at.start - sentence.start;
        const text = content.text.slice(at.start, at.end);
        const denial: Candidate = { type: "denial", text, start, end: start + text.length, party, at: speaker.start, claim };
        found = [...found, denial];
        return [denial];
      }
      return [];
    });
  }

  /** A sentence without a cue of its own that quotes the same party right after its answer belongs to the answer. */
  private continueResponse(last: ReadResponse | undefined, sentence: TokenSentence, index: number): void {
    const { analysis } = this;
    if (!last || sentence.start - last.passage.end > MAX_GAP) return;
    const said = analysis.statementsIn(index).find((s) => s.speaker && s.kind !== "indirect" && isSameParty(s.speaker.party, last.actor));
    if (!said) return;
    // "It denies that. … he said on Tuesday": the day is that of the answer.
    if (last.publishedAt.earliest === null) last.publishedAt = answeredTime(analysis, index, last.type);
    addQuotes(last, quotesOf(analysis, sentence, said, { type: last.type, claim: this.claims[last.claim]?.text ?? "" }));
  }

  /** Adds one act, or joins it to the response that it is a part of. `kinds` are the acts of its party in the sentence. */
  private add(cue: Candidate, kinds: Candidate[], groups: Candidate[][], sentence: TokenSentence, index: number): void {
    const { analysis, claims, out } = this;
    const { party } = cue;
    if (party.kind === "unknown" && party.name === null && !party.description && !PARTY_OPTIONAL.has(cue.type)) return;
    const claim = cue.claim >= 0 ? cue.claim : targetOf(claims, party, sentence, cue);
    const target = claims[claim];
    if (!target) return;
    const quotes = this.quotesFor({ ...cue, claim }, groups, sentence, index);
    const last = out.at(-1);
    if (last && this.isPartOf(last, cue, claim, sentence)) {
      last.quotes.push(...quotes);
      return;
    }
    const earlier = out.find((r) => r.type === cue.type && r.claim === claim && isSameParty(r.actor, party));
    if (earlier) {
      addQuotes(earlier, quotes);
      return;
    }
    const passage = spanOf(analysis.text, sentence.start, sentence.end);
    const standing = this.standing(cue, target, sentence);
    if (isSaidTwice(cue, kinds, standing)) return;
    const deniedBefore = out.some((r) => r.type === "denial" && r.claim === claim && isSameParty(r.actor, party));
    out.push({
      claim,
      type: typeOf(cue.type, standing, deniedBefore),
      actor: party,
      standing,
      quotes,
      cue: spanOf(analysis.text, sentence.start + cue.start, sentence.start + cue.end),
      rule: cue.type,
      passage,
      url: null,
      publishedAt: answeredTime(analysis, index, cue.type),
    });
  }

  /** The party's quoted words: if several parties answer in one sentence, the quotations between its name and the next name. */
  private quotesFor(cue: Candidate, groups: Candidate[][], sentence: TokenSentence, index: number): Span[] {
    const { analysis } = this;
    const isTheirs = (s: LocatedStatement) => s.speaker !== null && isSameParty(s.speaker.party, cue.party);
    const said =
      analysis.statementsIn(index).find(isTheirs) ??
      // "…," she said. "It has never …": the sentence before has the speaker.
      analysis.statementsIn(index - 1).find((s) => isTheirs(s) && s.content.end > sentence.start) ??
      null;
    const quotes = quotesOf(analysis, sentence, said, { type: cue.type, claim: this.claims[cue.claim]?.text ?? "" });
    if (groups.length === 1) return quotes;
    return quotes.filter(({ start }) => start > cue.at && !groups.some(([first]) => first && first.at > cue.at && start > first.at));
  }

  /** "It is false," she said after her denial; "I am sorry" after taking it back: the next sentence goes on with the same act. */
  private isPartOf(last: ReadResponse, cue: Candidate, claim: number, sentence: TokenSentence): boolean {
    const gap = sentence.start - last.passage.end;
    return (
      last.claim === claim &&
      isSameParty(last.actor, cue.party) &&
      gap >= 0 &&
      gap <= MAX_GAP &&
      cue.type !== "confirmation" &&
      (responseTypes[last.type]?.outranks.includes(cue.type) ?? false)
    );
  }

  private standing({ party }: Candidate, target: ReadClaim, sentence: TokenSentence): Standing {
    const { analysis } = this;
    const standing = standingOf(party, target, this.reported, analysis.title, sentence.text);
    if (standing !== "third_party") return standing;
    // A party that issues a statement about an allegation is the subject of the allegation.
    const issues = party.name !== null && party.name === this.issuer?.name;
    return issues ? "subject" : standing;
  }
}

/** "Labelled it as false" is a label from a platform or a fact checker, a denial from anybody else. */
function isSaidTwice(cue: Candidate, kinds: Candidate[], standing: Standing): boolean {
  const label = kinds.find((one) => one.type === "label" && kinds.some((o) => o.type === "denial" && overlap(o, one)));
  if (!label || (cue.type !== "denial" && cue !== label)) return false;
  return (cue === label) !== (standing === "platform" || standing === "fact_checker");
}

function addQuotes(response: ReadResponse, quotes: Span[]): void {
  response.quotes.push(...quotes.filter((quote) => !response.quotes.some((known) => known.start === quote.start)));
}
