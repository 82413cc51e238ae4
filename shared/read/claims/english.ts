/** The propositions of English sentences: rumours and allegations with their clause, hearsay, what is told by carriers, what is answered. */

import { en } from "../../lang/cues.en.ts";
import type { Party } from "../../model/party.ts";
import { spanOf } from "../../text/span.ts";
import { stemsOf, WITNESS } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { clauseEndAt } from "../attribution/clauses.ts";
import { isRatedFalse } from "../attribution/speaker-labels.ts";
import type { TokenSentence } from "../tokens.ts";
import { answeredDrafts } from "./answered-english.ts";
import type { Draft } from "./claims.ts";

/** Least words of a proposition. */
const LEAST = 3;

const RUMOUR_THAT = new RegExp(`\\b(?:${en.rumourNouns})\\b((?:,?\\s+[\\w’'&-]+){0,16}?)[,:]?\\s+that\\s+`, "giu");
const RUMOUR_OF = new RegExp(
  `\\b(?:${en.rumourPlurals})\\s+(?:(?:on|from|across|in)\\s+(?:[\\w-]+\\s+){1,4}?)?(?:of|about|over)\\s+`,
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
const RUMOURED_TO =
  /\b(is|are|was|were|has been|have been) (?:\w+ly )?(?:rumou?red|alleged|said|believed|reported|thought|understood|claimed) to (be|have|\w+)\b/giu;
const ADVERB = /\b(?:reportedly|allegedly|purportedly)\b/giu;
const DENIED = /\b(?:reject(?:s|ed|ing)? the idea|refut(?:es|ed|ing)) that /giu;
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
  `^\\W*(?:(?:the|this|that|these|those|a|an)\\s+)?(?:\\w+\\s+){0,2}(?:${en.rumourNouns}|posts?|video|thread|screenshot|message|message)\\b`,
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
  return found && wordCount(text.slice(start, start + found.index)) >= LEAST ? start + found.index : end;
}

/** A bare clause: a phrase without a verb claims nothing. */
const EVIDENT = /\b(?:is|are|was|were|has|have|had|will|would|did|does|can|could)\b/i;
const RELATIVE =
  /^(?:\w+ly|shows?|showed|appears?|appeared|seems?|was|were|is|are|has|have|had|claims?|claimed|says?|said|purports?|purported|went|began|spread|led|may|might|could|would|will)\b/i;
const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The drafts that one English sentence gives. */
export function englishClaims(
  analysis: TextAnalysis,
  sentence: TokenSentence,
  index: number,
  inBlock: Party | null,
  answered: () => boolean,
): Draft[] {
  const { text } = analysis;
  const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 3000));
  const out: Draft[] = [];
  const after = (match: RegExpMatchArray) => (match.index ?? 0) + match[0].length;
  const add = (
    match: RegExpMatchArray,
    rule: string,
    more: Partial<Draft> = {},
    from = after(match),
    until = clauseEndAt(sentence, sentence.start + from),
  ) => {
    const at = sentence.start + (match.index ?? 0);
    const start = sentence.start + from;
    const to = beforeQuotation(text, start, beforeVerbOfSpreading(text, start, until));
    if (to <= start || wordCount(text.slice(start, to)) < LEAST) return;
    const cue = spanOf(text, at, at + match[0].trimEnd().length);
    out.push({ start, end: to, sentence: index, text: null, attributedTo: inBlock, refuted: false, cue, rule, ...more });
  };
  const next = analysis.sentences[index + 1];
  const wrong = next?.paragraph === sentence.paragraph && WRONG.test(text.slice(next.start, next.start + 80));
  const refuted = (match: RegExpMatchArray) => wrong || REFUTED.test(raw.slice(Math.max(0, (match.index ?? 0) - 40), match.index));
  for (const match of raw.matchAll(HEARSAY)) add(match, "hearsay");
  if (inBlock) return out;
  const labelled = LABELLED.exec(raw);
  if (labelled) add(labelled, "label", { refuted: isRatedFalse(analysis) });
  for (const match of raw.matchAll(RUMOUR_THAT)) {
    // "a video that shows": a relative clause, not what is said.
    if (RELATIVE.test(raw.slice(after(match), after(match) + 30))) continue;
    if (
      /\b(?:who|which|said|says|told|\w*stating|saying|adding|arguing|insisting|but|conced\w+|admit\w+|acknowledg\w+|confirm\w+|insist\w+)\b|\band\s*$/i.test(
        match[1] ?? "",
      )
    )
      continue;
    add(match, "rumour", { refuted: refuted(match) });
  }
  for (const match of raw.matchAll(OBSERVED)) add(match, "observed");
  for (const match of raw.matchAll(IT_IS_SAID)) add(match, "hearsay");
  for (const match of raw.matchAll(CARRIER_SHOWING)) add(match, "shown");
  for (const match of raw.matchAll(CARRIER_SAYING)) add(match, "carrier", { refuted: refuted(match) });
  for (const match of raw.matchAll(RUMOUR_OF)) add(match, "rumour", { refuted: refuted(match) });
  for (const match of raw.matchAll(ACCUSED)) {
    const end = clauseEndAt(sentence, sentence.start + after(match));
    const object = /\s((?:[\w’'.&-]+\s+){1,8})of\s+$/.exec(match[0])?.[1]?.trim();
    const passive = /\b(?:is|are|was|were|been|being|stand|stands)\s+(?:\w+ly\s+)?$/.test(
      raw.slice(Math.max(0, match.index - 30), match.index),
    );
    const subject = passive
      ? raw
          .slice(0, match.index)
          .replace(/(?<!\s)\s+(?:has|have|had|is|are|was|were|been|being|stands?)(?:\s+\w+ly)?(?:\s+(?:been|being))?\s*$/, "")
          .split(/[,;:—]\s*/)
          .pop()
      : null;
    const who = passive ? subject : object;
    if (!who) continue;
    const party = analysis.partyAt(who, "", sentence.start + match.index);
    const named = /^(?:it|its|they|them|him|her|he|she|us|me)$/i.test(who) ? (party.name ?? who) : who;
    const begin = passive ? raw.lastIndexOf(subject ?? "", match.index) : match.index + match[0].indexOf(who);
    add(match, "accused", { text: `${named} ${text.slice(sentence.start + after(match), end)}` }, Math.max(0, begin), end);
  }
  for (const match of raw.matchAll(RUMOURED_TO)) {
    const end = clauseEndAt(sentence, sentence.start + after(match));
    const lead =
      raw
        .slice(0, match.index)
        .split(/[,;:—]\s+/)
        .pop() ?? "";
    const start = match.index - lead.length;
    const verb =
      match[2]?.toLowerCase() === "be"
        ? match[1]
        : match[2]?.toLowerCase() === "have"
          ? /^(?:is|was|has)/i.test(match[1] ?? "")
            ? "has"
            : "have"
          : match[2];
    if (!ABOUT_A_RUMOUR.test(lead))
      add(match, "hearsay", { text: `${lead}${verb}${text.slice(sentence.start + after(match), end)}` }, start, end);
  }
  for (const match of raw.matchAll(ADVERB)) {
    const lead =
      raw
        .slice(0, match.index)
        .split(/[,;:—]\s+|\b(?:that|but|and|while|after|because|who)\s+/)
        .pop() ?? "";
    if (wordCount(lead) === 0 || ABOUT_A_RUMOUR.test(lead) || CARRIER.test(lead)) continue;
    const start = match.index - lead.length;
    const end = clauseEndAt(sentence, sentence.start + start);
    add(
      match,
      "hedge",
      { text: text.slice(sentence.start + start, end).replace(/(?<!\s)\s*\b(?:reportedly|allegedly|purportedly)\b,?/i, "") },
      start,
      end,
    );
  }
  for (const match of raw.matchAll(DENIED)) add(match, "denied");
  out.push(...answeredDrafts(analysis, index));
  for (const said of analysis.statementsIn(index)) {
    if (said.type !== null || !CLAIMING.test(said.rule) || !said.speaker || said.kind === "direct") continue;
    const { party } = said.speaker;
    if (WITNESS.test(said.speaker.text) || (said.rule === "tell" && party.kind !== "account" && party.kind !== "anonymous")) continue;
    const carrier = CARRIER.test(said.speaker.text) || party.kind === "anonymous" || party.kind === "account";
    const alleging =
      /^(?:claim|allege|insinuate)$/.test(said.rule) &&
      !/^(?:that )?(?:it|its|they|their|he|she|we|our)\b/i.test(said.content.text) &&
      !(party.kind === "organisation" && stemsOf(said.content.text).has((party.name ?? " ").toLowerCase().slice(0, 6)));
    // What a named person or an outlet published counts where the text tells that it was answered.
    const published =
      /^(?:write|post|tweet|report)$/.test(said.rule) &&
      (party.kind === "person" || party.kind === "outlet") &&
      said.kind === "indirect" &&
      /^that\b/i.test(said.content.text) &&
      answered();
    if ((!carrier && !alleging && !published) || /^(?:is|was|were|are|has|had|have)\b/i.test(said.content.text)) continue;
    if (
      /^(?:post|tweet|find|show|report|state|announce|reveal)$/.test(said.rule) &&
      !/^that\b/i.test(said.content.text) &&
      (/^(?:post|tweet)$/.test(said.rule) || !EVIDENT.test(said.content.text))
    )
      continue;
    const skip = /^(?:that|of)\s+/i.exec(said.content.text)?.[0].length ?? 0;
    if (said.content.start < sentence.start || wordCount(said.content.text) < (carrier ? LEAST : LEAST + 1)) continue;
    out.push({
      start: said.content.start + skip,
      end: beforeQuotation(text, said.content.start + skip, said.content.end),
      sentence: index,
      text: null,
      attributedTo: party,
      cue: said.cue,
      rule: said.rule,
      refuted:
        wrong || /\b(?:falsely|wrongly|incorrectly|baselessly)\s*$/i.test(text.slice(Math.max(0, said.cue.start - 12), said.cue.start)),
    });
  }
  return out;
}
