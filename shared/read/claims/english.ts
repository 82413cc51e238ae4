/** The propositions of English sentences: rumours and allegations with their clause, hearsay, what is told by carriers, what is answered. */

import { english } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { spanOf } from "../../text/span.ts";
import { stemsOf, WITNESS } from "../../text/stem-overlap.ts";
import type { LocatedStatement, TextAnalysis } from "../analysis.ts";
import { clauseEndAt } from "../attribution/clauses.ts";
import { isRatedFalse } from "../attribution/paragraph-labels.ts";
import type { TokenSentence } from "../tokens.ts";
import { answeredDrafts } from "./answered-english.ts";
import type { Draft } from "./claims.ts";

/** Fewest words of a proposition, and longest sentence that is read, in UTF-16 units. */
const MIN_WORDS = 3;
const MAX_SENTENCE = 3000;

const RUMOUR_THAT = new RegExp(`\\b(?:${english.grammar.rumourNouns})\\b((?:,?\\s+[\\w’'&-]+){0,16}?)[,:]?\\s+that\\s+`, "giu");
const RUMOUR_OF = new RegExp(
  `\\b(?:${english.grammar.rumourPlurals})\\s+(?:(?:on|from|across|in)\\s+(?:[\\w-]+\\s+){1,4}?)?(?:of|about|over)\\s+`,
  "giu",
);
const IT_IS_SAID =
  /\bit (?:is|was|has been|had been|is being|was being) (?:\w+ly )?(?:claimed|alleged|rumou?red|reported|said|suggested|whispered|speculated) that\s+/giu;
const HEARSAY =
  /\b(?:(?:I|we)(?:['’]ve| have)? (?:also |just |even )?(?:heard|been told|was told|were told)(?: from [\w ]{2,40}?)?|word (?:is|has it)|rumou?r has it|(?:people|some|many|users|posters|they) (?:are |were )?(?:say|saying|claim|claiming|alleging)|(?:a |one |several |two |multiple )?(?:sources?|insiders?) (?:say|says|said|claim|claims|claimed|told [\w ]{2,30}?))(?: that)?\s+(?=[\w“"'‘])/giu;
const OBSERVED =
  /\b(?:several|many|some|multiple|numerous|other|a number of)\s+(?:[\w-]+\s+){0,2}?(?:users?|reviewers?|testers|developers|customers|owners|people|players|readers|researchers|observers|residents|parents|buyers|passengers|employees)\s+(?:have |had )?(?:also |since |already |separately )?(?:report(?:ed)?|notic(?:e|ed)|complain(?:ed)?|claim(?:ed)?|observed|noted|alleged?|pointed out)\s+that\s+/giu;
const ACCUSED =
  /\b(?:accus(?:e|es|ed|ing)|suspect(?:s|ed)?)\s+(?:(?:[\w’'.&-]+\s+){0,8}?of\s+(?=(?:\w+ly\s)?\w+ing\b)|(?:(?!of\b)[\w’'.&-]+\s+){0,8}?of\s+)/giu;
const ADVERB = /\b(?:reportedly|allegedly|purportedly)\b/giu;
/** How fact checks put it: "The claim: …", "Claim: A video shows …". */
const LABELLED =
  /^\W*(?:the |what (?:is|was|['’]s) )?(?:claim|rumou?r|claimed)\s?:\s*(?:an? (?:\w+ ){0,3}(?:posts?|videos?|photos?|images?|message)\b[^.]{0,60}? (?:shows?|says|claims)(?: that)? )?/iu;
/** "That was wrong.": the writer's own word for what the sentence before tells. */
const WRONG =
  /^(?:that|this|it|they|(?:the|these) (?:claims?|posts?|rumou?rs?|reports?|stor(?:y|ies)|allegations?))(?:['’]s| is| was| are| were) (?:\w+ ){0,2}?(?:false|wrong|untrue|not (?:true|correct|the case)|incorrect|inaccurate|a mistake|an error|misleading|baseless|fake|a hoax)\b/iu;
/** "…, the High Court heard on Monday": to whom it is told is no part of it. */
const TOLD_TO = /, (?:the |an? )?[^,]{2,40}? (?:heard|(?:was|is|has been) told)(?![\p{L}])[^,]{0,40}$/u;
const REFUTED = /\b(?:false|baseless|debunked|unfounded|fake|bogus|discredited|untrue|incorrect|hoax|misleading)\s+(?:\w+\s+){0,3}$/i;
const CARRIER_SAYING =
  /\b(?:posts?|threads?|videos?|tweets?|messages?|screenshots?|clips?|images?|photos?|pictures?|memes?|notices?|letters?|emails?|documents?|leaflets?|flyers?|audio|recordings?|graphics?|captions?|headlines?|articles?|stories|story|memo|voice notes?)\s+(?:(?!(?:who|and|but|said|says)\b)[\w’'&-]+\s+){0,5}?(?:saying|claiming|alleging|asserting|purporting|suggesting|warning|stating|insisting|which (?:says|claims|said|claimed|alleged|alleges)|that (?:says|claims|said|claimed|alleged|alleges)|falsely (?:claims?|claimed|says|said))(?:\s+(?:\w+\s+){0,3}?that)?\s+(?!to\b)/giu;
const CARRIER_SHOWING =
  /\b(?:videos?|clips?|images?|photos?|pictures?|footage|screenshots?|recordings?|documents?|audio|graphics?|posters?|maps?)\s+(?:\w+\s+){0,6}?(?:(?:appear(?:s|ed|ing)?|purport(?:s|ed|ing|edly)?|claim(?:s|ed|ing)?|seem(?:s|ed|ing)?) to (?:show|depict|prove|capture)|(?:supposedly|allegedly|apparently|falsely|purportedly) (?:show|depict|prov)(?:s|ing|ed|es)?|said to (?:show|depict))\s+(?:that\s+)?/giu;
const ABOUT_A_RUMOUR = new RegExp(
  `^\\W*(?:(?:the|this|that|these|those|a|an)\\s+)?(?:\\w+\\s+){0,2}(?:${english.grammar.rumourNouns}|posts?|video|thread|screenshot|message|message)\\b`,
  "iu",
);
const CARRIER =
  /\b(?:articles?|posts?|threads?|videos?|tweets?|messages?|screenshots?|clips?|images?|photos?|memes?|leaks?|website|blog|users?|poster|rumou?rs?)\b/i;
const CLAIMING =
  /^(?:according|tell|claim|allege|accuse|speculate|assert|insinuate|suggest|say|write|post|tweet|warn|state|report|reveal|announce|show|find)$/;

/** "A woman wrote that the stand had sold raw meat: "It was cold."": the proposition ends before the words that show it. */
function beforeQuotation(text: string, start: number, whole: number): number {
  const told = TOLD_TO.exec(text.slice(start, whole));
  const end = told ? start + told.index : whole;
  const at = text.slice(start, end).search(/(?<!\s)\s*[:：]\s*["“「]/u);
  return at > 20 ? start + at : end;
}

/** The main verb of "whispers that … have been going round": the proposition ends before it. */
const SPREADING =
  /(?<!\s|\band),?\s+(?:(?:(?:has|have|had|is|are|was|were)\s+(?:since\s+|now\s+|already\s+|\w+ly\s+)?(?:been\s+|being\s+)?)(?:(?:going|gone|went) (?:round|around|viral)|doing the rounds|making the rounds|circulat\w+|spread(?:ing)?|shared|reposted|forwarded|viewed|posted|copied|swirling|all over|everywhere|debunked|dismissed|denied|rejected|refuted|disputed|false|untrue|baseless|fake|unfounded)|(?:re)?surfaced|emerged|spread (?:on|across|to|through|over|like|quickly|rapidly|widely|online)|circulated|began (?:to )?(?:spread|circulat)\w*|went viral|(?:is|are|was|were) ["“](?:[^"”]{0,30} )?(?:true|false|untrue|fake|wrong|baseless|nonsense|rubbish|lies?|fabricat\w+|fiction|hoax)\b|first appeared|popped up|cropped up|swept|swirled|have swirled|prompted|sparked|triggered|drew|sent|caused a stir|took off|gained traction|made the rounds)\b/iu;
function beforeVerbOfSpreading(text: string, start: number, end: number): number {
  const found = SPREADING.exec(text.slice(start, end));
  return found && wordCount(text.slice(start, start + found.index)) >= MIN_WORDS ? start + found.index : end;
}

/** "rumours, he said, that": the clause is that of the verb between. */
const OTHER_VERB =
  /\b(?:who|which|said|says|told|\w*stating|saying|adding|arguing|insisting|but|conced\w+|admit\w+|acknowledg\w+|confirm\w+|insist\w+)\b|\band\s*$/i;
const RELATIVE =
  /^(?:\w+ly|shows?|showed|appears?|appeared|seems?|was|were|is|are|has|have|had|claims?|claimed|says?|said|purports?|purported|went|began|spread|led|may|might|could|would|will)\b/i;
const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The drafts that one English sentence gives; `inBlock` is whose words a block quote is, `answered` tells whether the text has an answer. */
export function englishClaims(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  index: number,
  inBlock: Party | null,
  answered: () => boolean,
): Draft[] {
  const reader = new ClaimReader(analysis, sentence, index, inBlock);
  reader.hearsay();
  if (inBlock) return reader.out;
  reader.rumours();
  reader.accusations();
  reader.hedged();
  return [...reader.out, ...answeredDrafts(analysis, index), ...reader.statements(answered)];
}

const endOf = (match: RegExpMatchArray) => (match.index ?? 0) + match[0].length;

class ClaimReader {
  readonly out: Draft[] = [];
  private readonly analysis: TextAnalysis;
  private readonly sentence: TokenSentence;
  private readonly index: number;
  private readonly inBlock: Party | null;
  private readonly raw: string;
  /** Whether the next sentence calls it wrong. */
  private readonly wrong: boolean;

  constructor(analysis: TextAnalysis, sentence: TokenSentence, index: number, inBlock: Party | null) {
    this.analysis = analysis;
    this.sentence = sentence;
    this.index = index;
    this.inBlock = inBlock;
    this.raw = analysis.text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_SENTENCE));
    const next = analysis.sentences[index + 1];
    this.wrong = next?.paragraph === sentence.paragraph && WRONG.test(analysis.text.slice(next.start, next.start + 80));
  }

  /** Adds the clause behind a match, or that between two offsets of the sentence and the text. */
  private add(match: RegExpMatchArray, rule: string, more: Partial<Draft> = {}, from = endOf(match), until = this.clauseEnd(from)): void {
    const { analysis, sentence } = this;
    const at = sentence.start + (match.index ?? 0);
    const start = sentence.start + from;
    const end = beforeQuotation(analysis.text, start, beforeVerbOfSpreading(analysis.text, start, until));
    if (end <= start || wordCount(analysis.text.slice(start, end)) < MIN_WORDS) return;
    const cue = spanOf(analysis.text, at, at + match[0].trimEnd().length);
    this.out.push({ start, end, sentence: this.index, text: null, attributedTo: this.inBlock, refuted: false, cue, rule, ...more });
  }

  /** Where the clause ends, in the text, that starts at an offset of the sentence. */
  private clauseEnd(from: number): number {
    return clauseEndAt(this.sentence, this.sentence.start + from);
  }

  private addAll(pattern: RegExp, rule: string, mayBeRefuted = false): void {
    for (const match of this.raw.matchAll(pattern)) this.add(match, rule, mayBeRefuted ? { refuted: this.isRefuted(match) } : {});
  }

  private isRefuted({ index = 0 }: RegExpMatchArray): boolean {
    return this.wrong || REFUTED.test(this.raw.slice(Math.max(0, index - 40), index));
  }

  hearsay(): void {
    this.addAll(HEARSAY, "hearsay");
  }

  /** "Claim: …", "rumours that …", "a video that appears to show …" */
  rumours(): void {
    const { raw } = this;
    const labelled = LABELLED.exec(raw);
    if (labelled) this.add(labelled, "label", { refuted: isRatedFalse(this.analysis) });
    for (const match of raw.matchAll(RUMOUR_THAT)) {
      // "a video that shows": a relative clause, not what is said.
      const relative = RELATIVE.test(raw.slice(endOf(match), endOf(match) + 30));
      if (!relative && !OTHER_VERB.test(match[1] ?? "")) this.add(match, "rumour", { refuted: this.isRefuted(match) });
    }
    this.addAll(OBSERVED, "observed");
    this.addAll(IT_IS_SAID, "hearsay");
    this.addAll(CARRIER_SHOWING, "shown");
    this.addAll(CARRIER_SAYING, "carrier", true);
    this.addAll(RUMOUR_OF, "rumour", true);
  }

  /** "accused Acme of hiding a leak", "Acme was accused of …": said of whoever is accused. */
  accusations(): void {
    const { analysis, sentence, raw } = this;
    for (const match of raw.matchAll(ACCUSED)) {
      const end = this.clauseEnd(endOf(match));
      const object = /\s((?:[\w’'.&-]+\s+){1,8})of\s+$/.exec(match[0])?.[1]?.trim();
      const passive = /\b(?:is|are|was|were|been|being|stand|stands)\s+(?:\w+ly\s+)?$/.test(
        raw.slice(Math.max(0, match.index - 30), match.index),
      );
      const who = passive ? passiveSubject(raw.slice(0, match.index)) : object;
      if (!who) continue;
      const party = analysis.partyAt(who, "", sentence.start + match.index);
      const named = /^(?:it|its|they|them|him|her|he|she|us|me)$/i.test(who) ? (party.name ?? who) : who;
      const begin = passive ? raw.lastIndexOf(who, match.index) : match.index + match[0].indexOf(who);
      const text = `${named} ${analysis.text.slice(sentence.start + endOf(match), end)}`;
      this.add(match, "accused", { text }, Math.max(0, begin), end);
    }
  }

  /** "Acme allegedly closed" */
  hedged(): void {
    const { analysis, sentence, raw } = this;
    for (const match of raw.matchAll(ADVERB)) {
      const lead = lastPart(raw.slice(0, match.index), /[,;:—]\s+|\b(?:that|but|and|while|after|because|who)\s+/);
      if (wordCount(lead) === 0 || ABOUT_A_RUMOUR.test(lead) || CARRIER.test(lead)) continue;
      const start = match.index - lead.length;
      const end = this.clauseEnd(start);
      const clause = analysis.text.slice(sentence.start + start, end);
      const text = clause.replace(/(?<!\s)\s*\b(?:reportedly|allegedly|purportedly)\b,?/i, "");
      this.add(match, "hedge", { text }, start, end);
    }
  }

  /** What posts and anonymous users say, what anybody alleges, and what a named person or outlet published and the text tells the answer to. */
  statements(answered: () => boolean): Draft[] {
    const { analysis, sentence, index } = this;
    return analysis.statementsIn(index).flatMap((said): Draft[] => {
      const { speaker, content, cue, rule } = said;
      if (said.type !== null || !CLAIMING.test(rule) || !speaker || said.kind === "direct" || WITNESS.test(speaker.text)) return [];
      const { party } = speaker;
      const isUser = party.kind === "account" || party.kind === "anonymous";
      if (rule === "tell" && !isUser) return [];
      const carrier = CARRIER.test(speaker.text) || isUser;
      if ((!carrier && !isAllegation(said, party) && !isPublished(said, party, answered)) || isFragment(said)) return [];
      const skip = /^(?:that|of)\s+/i.exec(content.text)?.[0].length ?? 0;
      if (content.start < sentence.start || wordCount(content.text) < (carrier ? MIN_WORDS : MIN_WORDS + 1)) return [];
      const start = content.start + skip;
      const falsely = /\b(?:falsely|wrongly|incorrectly|baselessly)\s*$/i.test(analysis.text.slice(Math.max(0, cue.start - 12), cue.start));
      const end = beforeQuotation(analysis.text, start, content.end);
      return [{ start, end, sentence: index, text: null, attributedTo: party, refuted: this.wrong || falsely, cue, rule }];
    });
  }
}

const lastPart = (text: string, separator: RegExp) => text.split(separator).pop() ?? "";

/** The subject of "has been accused", out of the words before "accused". */
const passiveSubject = (before: string) =>
  lastPart(
    before.replace(/(?<!\s)\s+(?:has|have|had|is|are|was|were|been|being|stands?)(?:\s+\w+ly)?(?:\s+(?:been|being))?\s*$/, ""),
    /[,;:—]\s*/,
  );

/** Whether a statement alleges something of others. */
const isAllegation = ({ rule, content }: LocatedStatement, party: Party) =>
  /^(?:claim|allege|insinuate)$/.test(rule) &&
  !/^(?:that )?(?:it|its|they|their|he|she|we|our)\b/i.test(content.text) &&
  !(party.kind === "organisation" && stemsOf(content.text).has((party.name ?? " ").toLowerCase().slice(0, 6)));

/** Whether a named person or an outlet published it, and the text tells that it was answered. */
const isPublished = ({ rule, kind, content }: LocatedStatement, party: Party, answered: () => boolean) =>
  /^(?:write|post|tweet|report)$/.test(rule) &&
  (party.kind === "person" || party.kind === "outlet") &&
  kind === "indirect" &&
  /^that\b/i.test(content.text) &&
  answered();

/** A finite verb: a phrase without one claims nothing. */
const FINITE = /\b(?:is|are|was|were|has|have|had|will|would|did|does|can|could)\b/i;
/** Whether what is said is no clause: "could not find out more by the evening". */
function isFragment({ rule, content }: LocatedStatement): boolean {
  return /^(?:find|show|report)$/.test(rule) && !/^that\b/i.test(content.text) && !FINITE.test(content.text);
}
