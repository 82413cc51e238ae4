/**
 * Candidates for the party of an act: everybody whom the sentence names or who spoke just before, with features by which a model
 * chooses.
 */

import { english, patternsIn } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePerObject } from "../../text/once-per.ts";
import { holds, overlap, type Range } from "../../text/span.ts";
import { nameWords, samePhrase } from "../../timeline/party-names.ts";
import { type LocatedStatement, saidAt, type TextAnalysis } from "../analysis.ts";
import { appositionAfter } from "../attribution/phrases/noun-phrases.ts";
import { actorOf } from "../parties/actors.ts";
import { asTold, isTitleCase, runningNames } from "../parties/name-shapes.ts";
import { DEMONYM } from "../parties/party.ts";
import { isSameParty, partyWords } from "../parties/same-party.ts";
import type { ResponseCue } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import type { Feature } from "./forest.ts";
import { namesIn } from "./names.ts";
import { hasPhrase } from "./sources.ts";

/** A candidate party near a sentence. */
export interface NearParty {
  party: Party;
  /** Offset in the text of the words that name the party; -1 if the sentence does not name it. */
  start: number;
  end: number;
  /** The methods that found the party. */
  found: Set<Finding>;
  /** The types of act of whose words it is the subject. */
  acts: Set<ResponseType>;
}
const FINDINGS = ["actor", "speaker", "covering", "name", "role", "before", "title", "claim"] as const;
type Finding = (typeof FINDINGS)[number];

const { rolePhrase: WORDS } = english.gates;
const PARTY = patternsIn(english.gates.party);
const { naming } = english.grammar;
const ROLE_NOUN = `(?:${english.parties.roles}|${english.parties.organisations}|${english.grammar.companyWords}|${WORDS.role})s?`;
const NAME = "\\p{Upper}[\\p{Alpha}\\p{N}.&-]*(?:['’]s)?";
/** "Sources close to the production": whom somebody is near, who does not act. */
const BESIDE = `\\s(?:${WORDS.beside})\\s(?:(?:${naming.theirsOrThe})\\s)?`;
const BESIDE_END = new RegExp(`${BESIDE}$`);
/** "The council", "Plant's publicist", "the group's leader", "a spokesman for the ministry", "county officials". */
const ROLE_PHRASE = new RegExp(
  `(?<![\\p{Alpha}\\p{N}'’-])(?:(?:${WORDS.determiner})\\s+(?:[\\p{Alpha}-]+(?:['’]s?)?\\s+){0,3}?|(?:${NAME}\\s+){1,4}(?:(?!(?:${WORDS.between})\\s)\\p{Lower}[\\p{Alpha}-]*\\s+){0,2}?)?${ROLE_NOUN}(?![\\p{Alpha}\\p{N}])(?: ${ROLE_NOUN}(?![\\p{Alpha}\\p{N}])){0,2}(?:\\s+(?:${WORDS.behind})\\s+(?:${naming.the}\\s+)?${NAME}(?:\\s+(?:${naming.of}\\s+)?${NAME}){0,5}|\\s+(?:${WORDS.behindOne})\\s+(?:${naming.theirsOrThe})\\s+\\p{Alpha}+|${BESIDE}(?:${NAME}(?:\\s+${NAME}){0,3}|(?!${english.grammar.words.gerundForms})\\p{Lower}+))?`,
  "gu",
);

const isNamed = ({ name, description }: Party) =>
  (name ?? description ?? "").trim() !== "" && !PARTY.nobody.test((name ?? description ?? "").trim());

const MAX_APPOSED = 90;
/** The apposition after a name; empty if these words are a clause or a list, or a verb follows. */
function apposed(text: string, end: number): string {
  const words = appositionAfter(text, end);
  const isClosed = /^[,.]/.test(text.slice(end + 1 + words.length));
  return isClosed && words.length < MAX_APPOSED && PARTY.apposed.test(words) && !PARTY.clause.test(words.slice(0, 20)) ? words : "";
}

/** "Jane Roe, deputy chief of staff to Doe": the words of her office are nobody else's. */
function isDescribedAs({ party, end }: NearParty, other: Party, start: number): boolean {
  const own = party.name === null ? "" : (party.description ?? "");
  if (!own || other.name !== null || !other.description || start < end || start > end + own.length + 4) return false;
  return samePhrase(nameWords(own), nameWords(other.description));
}

const lowerCaseOf = oncePerObject(({ text }: TextAnalysis) => text.toLowerCase());

/** The parties near a sentence, each once. */
export function partiesNear(
  analysis: TextAnalysis,
  index: number,
  cues: readonly ResponseCue[],
  claimNames: readonly string[],
): NearParty[] {
  const { text } = analysis;
  const sentence = analysis.sentences[index] as TokenSentence;
  const near: NearParty[] = [];
  const add = (party: Party, start: number, end: number, finding: Finding, act?: ResponseType) =>
    addParty(near, text, { party, start, end, found: new Set([finding]), acts: new Set(act && [act]) });
  const outside = (party: Party, finding: Finding) => add(party, -1, -1, finding);
  const speak = ({ speaker }: LocatedStatement, finding: Finding) => {
    if (!speaker) return;
    if (speaker.start >= sentence.start && speaker.end <= sentence.end) add(speaker.party, speaker.start, speaker.end, finding);
    else outside(speaker.party, finding);
  };
  for (const cue of cues) {
    const actor = actorOf(analysis, sentence, index, cue);
    if (actor) add(actor.party, holds(sentence, actor.at) ? actor.at : -1, actor.at + 1, "actor", cue.type);
  }
  for (const said of analysis.statementsIn(index)) speak(said, "speaker");
  for (const said of analysis.statements) if (said.sentence !== index && overlap(said.content, sentence)) speak(said, "covering");
  for (const { party, start, end, finding } of namedIn(analysis, sentence)) add(party, start, end, finding);
  const before = [1, 2].map((back) => analysis.statementsIn(index - back).at(-1)).find((said) => said?.speaker);
  if (before) speak(before, "before");
  for (const name of claimNames.slice(0, 3)) outside(analysis.partyAt(name, "", sentence.start), "claim");
  const titled = namesIn(analysis.title ?? "").flatMap(({ name }) => asTold(runningNames(analysis), name) ?? []);
  for (const name of titled.slice(0, 2)) outside(analysis.partyAt(name, "", sentence.start), "title");
  return near;
}

/** The parties that a sentence names by their role or by their name, in this order. */
function namedIn(analysis: TextAnalysis, sentence: TokenSentence) {
  const { text } = analysis;
  const named: { party: Party; start: number; end: number; finding: Finding }[] = [];
  const add = (words: string, start: number, end: number, finding: Finding) =>
    named.push({ party: analysis.partyAt(words, apposed(text, end), start + 1), start, end, finding });
  for (const { 0: words, index } of sentence.text.matchAll(ROLE_PHRASE))
    add(words, sentence.start + index, sentence.start + index + words.length, "role");
  const headline = isTitleCase(sentence.text);
  for (const { name, start, end } of namesIn(sentence.text)) {
    const whole = headline ? asTold(runningNames(analysis), name) : name;
    if (whole) add(whole, sentence.start + start, sentence.start + end, "name");
  }
  return named;
}

/** Adds a party to those near a sentence, or what was found of one that is there to it. `text` is the whole text. */
function addParty(near: NearParty[], text: string, one: NearParty): void {
  const { party, start, end } = one;
  const isRole = one.found.has("role");
  if (!isNamed(party) || (party.role === null && DEMONYM.test(party.name ?? party.description ?? ""))) return;
  const known = near.find(
    (other) =>
      isSameParty(other.party, party) ||
      (start >= 0 && other.start >= 0 && overlap(other, one)) ||
      (isRole && isDescribedAs(other, party, start)),
  );
  if (!known) {
    near.push(one);
    return;
  }
  if (isRole && isDescribedAs(known, party, start)) return;
  for (const finding of one.found) known.found.add(finding);
  for (const act of one.acts) known.acts.add(act);
  if (known.start < 0 && start >= 0) [known.start, known.end] = [start, end];
  else if (start >= 0 && start < known.end) known.end = Math.max(known.end, end);
  // "Cuban officials" are not Cuba: a name that only modifies a noun stays a part of that phrase.
  const isBeside = BESIDE_END.test(text.slice(known.start, Math.max(known.start, start)));
  if (known.party.name === null && party.name !== null && ((known.end <= end && !isBeside) || isSameParty(known.party, party)))
    known.party = party;
}

/** "Has been denied by Acme": whom a passive names behind its words at an offset is who acts. */
export const isAgent = ({ start }: NearParty, text: string, at: number): boolean =>
  start > at && start < at + MAX_APPOSED && PARTY.by.test(text.slice(at, start));

/** Who says the words at an offset: of "officials said it was checked, and the board said it had none" the board says the last. */
export function speakerAt(analysis: TextAnalysis, at: number): Party | null {
  const around = saidAt(analysis, at);
  const latest = Math.max(...around.map(({ content }) => content.start));
  return around.find(({ content }) => content.start === latest)?.speaker?.party ?? null;
}

/** The features of a party as the actor in a sentence; `at` is the offset of the act's cue. */
export function partyFeatures(
  { party, start, end, found, acts }: NearParty,
  {
    analysis: { text, title },
    analysis,
    type,
    sentence,
    at,
    claim,
    quoted,
    candidates,
    speaker,
  }: {
    analysis: TextAnalysis;
    type: ResponseType;
    sentence: Range;
    at: number;
    claim: string;
    quoted: readonly Range[];
    candidates: readonly NearParty[];
    speaker: Party | null;
  },
): Feature[] {
  const all = `${party.name ?? party.description ?? ""} ${party.role ?? ""} ${party.description ?? ""}`;
  const own = partyWords(party);
  const inside = start >= 0;
  const before = inside ? text.slice(Math.max(sentence.start, start - 30), start) : "";
  const after = inside ? text.slice(end, end + 100) : "";
  const between = inside ? (start < at ? text.slice(end, at) : text.slice(at, start)) : "";
  const last = own.at(-1) ?? "";
  const others = candidates.filter((one) => one.start > Math.min(start, at) && one.start < Math.max(start, at));
  return [
    ...FINDINGS.map((finding): Feature => [`found:${finding}`, found.has(finding)]),
    ["subject of the words", acts.has(type)],
    ...["person", "organisation", "outlet", "anonymous", "unknown"].map((kind): Feature => [`kind:${kind}`, party.kind === kind]),
    ["has name", Boolean(party.name)],
    ["has role", Boolean(party.role)],
    ["has affiliation", Boolean(party.affiliation)],
    ["spokes", PARTY.speaksFor.test(all)],
    ["official", PARTY.office.test(all)],
    ["in claim", hasPhrase(claim, own)],
    ["affiliation in claim", Boolean(party.affiliation && hasPhrase(claim, nameWords(party.affiliation)))],
    ["in title", title !== null && hasPhrase(title, own)],
    ["mentions", last.length > 2 ? Math.min(1, (lowerCaseOf(analysis).split(last).length - 1) / 8) : 0],
    ["in sentence", inside],
    ["first", inside && candidates.every((one) => one.start < 0 || one.start >= start)],
    ["place", inside ? (start - sentence.start) / Math.max(1, sentence.end - sentence.start) : 1],
    ["before cue", inside && start < at],
    ["distance", inside ? Math.min(1, Math.abs(start - at) / 150) : 1],
    ["in quotation", inside && quoted.some((q) => q.start <= start && start < q.end)],
    ["told", PARTY.told.test(before)],
    ["by", PARTY.by.test(before)],
    ["verb after", PARTY.verbAfter.test(after)],
    ["candidates", Math.min(1, candidates.length / 10)],
    ["between", inside ? Math.min(1, others.length / 3) : 1],
    ["boundary between", PARTY.boundary.test(between)],
    ["says between", PARTY.says.test(between)],
    ["nearest before", inside && start < at && candidates.every((one) => one.start <= start || one.start >= at)],
    ["says the words", speaker !== null && isSameParty(speaker, party)],
  ];
}
