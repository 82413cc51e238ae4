/** The features by which a model chooses the party of an act in an English sentence. */

import { english, patternsIn } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePerObject } from "../../text/once-per.ts";
import type { Range } from "../../text/span.ts";
import { nameWords } from "../../timeline/party-names.ts";
import { saidAt, type TextAnalysis } from "../analysis.ts";
import { isSameParty, partyWords } from "../parties/same-party.ts";
import type { Feature } from "./forest.ts";
import { ENGLISH_WAYS, MAX_APPOSED, type NearParty } from "./near-parties.ts";
import { hasPhrase } from "./sources.ts";

const PARTY = patternsIn(english.gates.party);
const lowerCaseOf = oncePerObject(({ text }: TextAnalysis) => text.toLowerCase());

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
  { party, start, end, ways, acts }: NearParty,
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
    ...ENGLISH_WAYS.map((way): Feature => [`found:${way}`, ways.has(way)]),
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
