/** Who responded to a claim, and how, by rules: the acts that an English text reports, each linked to the claim that it answers. */
import { english, patternsIn } from "../../lang/index.ts";
import { type Party, partyWith } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported, ReadResponse } from "../../model/reading.ts";
import { type ResponseType, responseTypes, type Standing, saysNothing } from "../../model/response.ts";
import { hasPhrase, nameWords } from "../../timeline/party-names.ts";
import { MAX_SENTENCES, type PartyAt, saidAt, type TextAnalysis } from "../analysis.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { answeredTime } from "../dates/answered-time.ts";
import { actorOf } from "../parties/actors.ts";
import { isSameParty } from "../parties/same-party.ts";
import { isQuoted, type TokenSentence } from "../tokens.ts";
import { isOwnAct } from "./acting-party.ts";
import { isOfAnotherMatter } from "./answered-matter.ts";
import { quotesOf, responseOf } from "./response.ts";
import { type ResponseCue, responseCuesIn, unbeaten } from "./response-cues.ts";
import { targetOf } from "./targets.ts";
import { partiesTogether } from "./together.ts";

/** A text with its claims, the earlier appearances that it reports, and who issues it, if it is a statement. */
interface Page {
  analysis: TextAnalysis;
  claims: ReadClaim[];
  reported: ReadReported[];
  issuer: Party | null;
}
/** A cue in a sentence with the party whose act it shows. */
type Act = ResponseCue & PartyAt;

/** Words that introduce the thing on which somebody does not comment. */
const { opensSaid: OPENS_SAID } = patternsIn(english.grammar.answering);
/** Types that count as acts of any actor: the text need not name the party. */
const PARTY_OPTIONAL = new Set<ResponseType>(["takedown", "label", "investigation"]);
/** Characters between a response and a sentence that continues it. */
const MAX_GAP = 3;

/** The responses that an English text reports, in text order, each act once. */
export function responsesIn(analysis: TextAnalysis, claims: ReadClaim[], reported: ReadReported[], headline: Set<number>): ReadResponse[] {
  if (!claims.length) return [];
  const page = { analysis, claims, reported, issuer: issuerOf(analysis) };
  const out: ReadResponse[] = [];
  for (const [index, sentence] of analysis.sentences.slice(0, MAX_SENTENCES).entries()) {
    if (headline.has(index)) continue;
    const acts = actsIn(page, sentence, index);
    if (!acts.length) continueResponse(page, out.at(-1), sentence, index);
    for (const act of acts) add(page, out, act, sentence, index);
  }
  // A mere reply is left out if the same party, or the body that it speaks for, also gives a definite response to the claim.
  const isReplaced = (a: ReadResponse, b: ReadResponse) =>
    a !== b &&
    a.claim === b.claim &&
    (isSameParty(a.actor, b.actor) || (a.actor.affiliation !== null && a.actor.affiliation === b.actor.name));
  return out.filter((one) => one.type !== "right_of_reply" || !out.some((other) => isReplaced(one, other)));
}

/** The acts of a sentence; for each party those that no other one outranks. */
function actsIn(page: Page, sentence: TokenSentence, index: number): Act[] {
  const parties: Act[][] = [];
  for (const act of cuedIn(page, sentence, index)) {
    const known = parties.find(([first]) => first && isSameParty(first.party, act.party));
    if (known) known.push(act);
    else parties.push([act]);
  }
  return parties.flatMap(unbeaten);
}

/** Acts that a cue shows, with their parties. */
function cuedIn(page: Page, sentence: TokenSentence, index: number): Act[] {
  const { analysis, claims } = page;
  const words = sentence.text;
  const cues = responseCuesIn(words, analysis.lang);
  return cues.flatMap((cue) => {
    // "Took it down and apologised": the apology is part of the retraction.
    if (cues.some((o) => o.start <= cue.start && cue.start < o.end && responseTypes[o.type]?.outranks.includes(cue.type))) return [];
    // "Would not confirm that it had opened an inquiry": the content of a refused confirmation is not asserted.
    if (cues.some((o) => saysNothing(o.type) && o.end <= cue.start && OPENS_SAID.test(words.slice(o.end, cue.start)))) return [];
    const at = sentence.start + cue.start;
    // The claim's own words are no response to it. Exceptions: the sentence that states a known claim may deny it too ("Acme denies that it
    // closes"); "… confirmed by a source" in the quoted post belongs to the claim.
    const isIts = cue.type !== "denial" && isQuoted(sentence, at);
    const isClaimed = ({ rule, quote, text }: ReadClaim) =>
      (rule === "known" && hasPhrase(text, nameWords(cue.text))) ||
      ((rule !== "known" || isIts) && quote.start <= at && at + cue.text.length <= quote.end);
    const actor = claims.some(isClaimed) ? null : actorIn(page, sentence, index, cue);
    return actor ? partiesTogether(analysis, sentence, at, actor).map(({ party, at: place }) => ({ ...cue, party, at: place })) : [];
  });
}

/** The party of a cue's act: the outlet itself, the grammatical subject, else the issuer of the text. */
function actorIn({ analysis, issuer }: Page, sentence: TokenSentence, index: number, cue: ResponseCue): PartyAt | null {
  const { publisher } = analysis;
  if (publisher && !saidAt(analysis, sentence.start + cue.start).length && isOwnAct(cue.type, sentence.text))
    return { party: partyWith("outlet", publisher), at: sentence.start };
  return actorOf(analysis, sentence, index, cue) ?? (issuer && { party: issuer, at: sentence.start });
}

/** A sentence without a cue of its own that quotes the same party directly after its response belongs to that response. */
function continueResponse({ analysis, claims }: Page, last: ReadResponse | undefined, sentence: TokenSentence, index: number): void {
  if (!last || sentence.start - last.passage.end > MAX_GAP) return;
  const said = analysis.statementsIn(index).find((s) => s.speaker && s.kind !== "indirect" && isSameParty(s.speaker.party, last.actor));
  if (!said) return;
  // "It denies that. … he said on Tuesday": the day is that of the response.
  if (last.publishedAt.earliest === null) last.publishedAt = answeredTime(analysis, index, last.type);
  addQuotes(last, quotesOf(analysis, sentence, said, { type: last.type, claim: claims[last.claim]?.text ?? "" }));
}

/** "I am sorry" directly after a retraction is part of the same act. */
const isPart = ({ type }: Act, last: ReadResponse, { start }: TokenSentence): boolean =>
  type !== "confirmation" && start - last.passage.end <= MAX_GAP && (responseTypes[last.type]?.outranks.includes(type) ?? false);

/** Adds an act, or adds its quotations to the response that it repeats or belongs to. */
function add({ analysis, claims, reported }: Page, out: ReadResponse[], act: Act, sentence: TokenSentence, index: number): void {
  const { type, party } = act;
  if (party.kind === "unknown" && party.name === null && !party.description && !PARTY_OPTIONAL.has(type)) return;
  const claim = targetOf(claims, party, sentence, act);
  const target = claims[claim];
  if (!target) return;
  const response = responseOf(analysis, { type, sentence: index, cue: act, at: act.at }, party, target, reported);
  if (isOfAnotherMatter(response, target.text, analysis)) return;
  const ofParty = out.filter((one) => one.claim === claim && isSameParty(one.actor, party));
  const known = ofParty.find((one) => one.type === type) ?? ofParty.find((one) => one === out.at(-1) && isPart(act, one, sentence));
  if (known) addQuotes(known, response.quotes);
  else out.push({ ...response, claim, rule: type, type: typeOf(type, response.standing, ofParty) });
}

/** The author of a claim who gives ground confirms nothing. A party that denied the claim and then concedes something confirms a part. */
function typeOf(type: ResponseType, standing: Standing, before: readonly ReadResponse[]): ResponseType {
  if (type !== "confirmation") return type;
  if (standing === "originator") return "clarification";
  return before.some((one) => one.type === "denial") ? "partial_confirmation" : type;
}

function addQuotes(response: ReadResponse, quotes: readonly Span[]): void {
  response.quotes.push(...quotes.filter((quote) => !response.quotes.some((known) => known.start === quote.start)));
}
