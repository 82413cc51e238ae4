/**
 * The parties that may have acted in a sentence: those that it names or describes, those that speak in it or spoke before, the publisher of the page,
 * and those that the claim and the headline name.
 */

import { chinese, cueGrammarOf, english, NOTHING, packOf, patternsIn } from "../../lang/index.ts";
import { type Party, partyWith } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { holds, overlap } from "../../text/span.ts";
import { nameWords, samePhrase } from "../../timeline/party-names.ts";
import { type LocatedStatement, type PartyAt, partyOfSpan, type TextAnalysis } from "../analysis.ts";
import { clauseSubjects } from "../attribution/chinese.ts";
import { carriesClaim } from "../attribution/cue-patterns.ts";
import { issuerOf, SELF } from "../attribution/issuer.ts";
import { appositionAfter } from "../attribution/phrases/noun-phrases.ts";
import { actorOf } from "../parties/actors.ts";
import { DEMONYM } from "../parties/name-kinds.ts";
import { asInProse, isTitleCase, runningNames } from "../parties/name-shapes.ts";
import { tellsOfNamesake } from "../parties/namesakes.ts";
import { ofClaim } from "../parties/of-claim.ts";
import { BESIDE_END, rolePhrases, wordKinds } from "../parties/role-phrases.ts";
import { isSameParty } from "../parties/same-party.ts";
import { subjectNear } from "../responses/acting-party.ts";
import type { ResponseCue } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { allNamesIn, namesIn } from "./names.ts";

/** The ways to find a party, in the order in which they are tried and of their features. */
export const WAYS = [
  "said",
  "cue",
  "covering",
  "subject",
  "opening",
  "issuer",
  "publisher",
  "before",
  "role",
  "name",
  "earlier",
  "claim",
  "title",
] as const;
type Way = (typeof WAYS)[number];

/** A party that may have acted in a sentence, with the UTF-16 offsets of its words in the text; -1 if the sentence does not name it. */
export interface NearParty {
  party: Party;
  start: number;
  end: number;
  ways: Set<Way>;
  /** The types of act in the sentence whose actor it is, by the grammar of the cue. */
  acts: Set<ResponseType>;
}
/** A party, the place where it is named (if known), and the act whose words name it. */
interface Found extends PartyAt {
  end?: number;
  act?: ResponseType;
}
/** A sentence whose parties are looked for, with the claim. */
export interface AskedSentence {
  analysis: TextAnalysis;
  claim: string;
  sentence: TokenSentence;
  index: number;
  cues: readonly ResponseCue[];
}

/** How many names of a claim and of a headline are used, and how many earlier speakers. */
const MAX_NAMES = 4;
const MAX_EARLIER = 3;
const isEnglish = ({ lang }: TextAnalysis) => lang.startsWith("en");
const PARTY = patternsIn(english.gates.party);
/** The longest apposition, in UTF-16 units. */
const MAX_APPOSED = 90;
/** The apposition after a name; empty if these words are a clause or a list, or a verb follows. */
function apposed(text: string, end: number): string {
  const words = appositionAfter(text, end);
  const isClosed = /^[,.]/.test(text.slice(end + 1 + words.length));
  return isClosed && words.length < MAX_APPOSED && PARTY.apposed.test(words) && !PARTY.clause.test(words.slice(0, 20)) ? words : "";
}
/** "Has been denied by Acme": the party that an English passive names after its verb at an offset is the actor. */
export const isAgent = ({ start }: NearParty, text: string, at: number): boolean =>
  start > at && start < at + MAX_APPOSED && PARTY.by.test(text.slice(at, start));
const bySpeaker = ({ speaker }: LocatedStatement): Found[] =>
  speaker ? [{ party: speaker.party, at: speaker.start, end: speaker.end }] : [];
/** The party that a passage of the sentence names, at offsets in the sentence. */
function named({ analysis, sentence }: AskedSentence, { name, start, end }: { name: string; start: number; end: number }): Found {
  const at = sentence.start + start;
  const to = sentence.start + end;
  return { party: analysis.partyAt(name, isEnglish(analysis) ? apposed(analysis.text, to) : "", at + 1), at, end: to };
}
/** Parties named outside of the sentence. */
const unplaced = ({ analysis, sentence }: AskedSentence, names: readonly string[]): Found[] =>
  names.map((name) => ({ party: analysis.partyAt(name, "", sentence.start), at: -1 }));
/** The names of a claim or a headline in another language; cached, because each sentence needs them. */
const namesOf = oncePer((words: string) => allNamesIn(words).map(({ name }) => name), 50);
function namesOutside({ lang }: TextAnalysis, words: string): string[] {
  const grammar = cueGrammarOf(lang);
  return namesOf(words)
    .slice(0, MAX_NAMES)
    .filter((name) => !grammar || !wordKinds(grammar).isSmall(name));
}
const subjectBefore = ({ analysis, sentence, index }: AskedSentence, end: number): Found[] =>
  [subjectNear(analysis, sentence, index, end)].filter((subject) => subject !== null);

/** The finder of each way. */
const FINDERS: Record<Way, (asked: AskedSentence) => Found[]> = {
  said: ({ analysis, index }) => analysis.statementsIn(index).flatMap(bySpeaker),
  cue: ({ analysis, sentence, index, cues }) =>
    cues.flatMap((cue) => {
      const actor = actorOf(analysis, sentence, index, cue);
      return actor ? [{ ...actor, end: actor.at + 1, act: cue.type }] : [];
    }),
  covering: ({ analysis, sentence, index }) =>
    analysis.statements.filter((said) => said.sentence !== index && overlap(said.content, sentence)).flatMap(bySpeaker),
  subject: (asked) => subjectBefore(asked, asked.sentence.end),
  opening: (asked) => subjectBefore(asked, asked.sentence.start + Math.floor(asked.sentence.text.length / 2)),
  issuer: ({ analysis }) => {
    const issuer = issuerOf(analysis);
    return issuer ? [{ party: issuer, at: -1 }] : [];
  },
  publisher: ({ analysis: { publisher } }) => (publisher ? [{ party: partyWith("outlet", publisher, null), at: -1 }] : []),
  role: (asked) => rolePhrases(asked.sentence.text, asked.analysis.lang).map(({ text, ...at }) => named(asked, { name: text, ...at })),
  name: (asked) => {
    const { analysis, sentence } = asked;
    if (!isEnglish(analysis)) {
      const subjects = cueGrammarOf(analysis.lang) ? [] : clauseSubjects(analysis.text, sentence.start, sentence.end);
      return [...allNamesIn(sentence.text).map((one) => named(asked, one)), ...subjects.map((one) => partyOfSpan(analysis, one))];
    }
    const isHeadline = isTitleCase(sentence.text);
    return namesIn(sentence.text).flatMap((one) => {
      const name = isHeadline ? asInProse(runningNames(analysis), one.name) : one.name;
      return name ? [named(asked, { ...one, name })] : [];
    });
  },
  before: ({ analysis, index }) =>
    [1, 2]
      .flatMap((back) => analysis.statementsIn(index - back).findLast(({ speaker }) => speaker) ?? [])
      .slice(0, 1)
      .flatMap(bySpeaker),
  earlier: ({ analysis, index }) =>
    analysis.statements
      .filter(({ speaker, sentence }) => speaker && sentence < index)
      .slice(-MAX_EARLIER)
      .toReversed()
      .flatMap(bySpeaker),
  claim: (asked) =>
    unplaced(
      asked,
      isEnglish(asked.analysis)
        ? namesIn(asked.claim)
            .slice(0, 3)
            .map(({ name }) => name)
        : namesOutside(asked.analysis, asked.claim),
    ),
  title: (asked) => {
    const { analysis } = asked;
    const title = analysis.title ?? "";
    if (!isEnglish(analysis)) return unplaced(asked, namesOutside(analysis, title));
    return unplaced(
      asked,
      namesIn(title)
        .flatMap(({ name }) => asInProse(runningNames(analysis), name) ?? [])
        .slice(0, 2),
    );
  },
};

/** A place, a day and an agency before the first sentence of a page: "KIEL (lnd).", "Blumenau, 7 (Agência Sul) –", "AREZZO, 20 GEN -". */
const DATELINE =
  /^\s{0,9}\p{Upper}[\p{Alpha}\p{M} .'’/-]{1,40}(?:,[^(),.:;–—]{1,25})?(?: ?\([^()\n]{1,40}\) ?(?:[.:]\s?[-–—]?|[-–—]{1,2})|(?<=\d[^(),.:;–—]{0,25}) ?[-–—])(?:\s|(?=\p{Upper}))/u;
const datelineOf = oncePer((text: string) => DATELINE.exec(text)?.[0].length ?? 0, 20);
/** How much of a text may hold its dateline, in UTF-16 units. */
const MAX_DATELINE = 150;

/** The parties that a sentence may mean, each once. The place of a dateline does nothing. */
export function partiesNear(asked: AskedSentence): NearParty[] {
  const near: NearParty[] = [];
  const from = datelineOf(asked.analysis.text.slice(0, MAX_DATELINE));
  for (const way of WAYS) for (const found of FINDERS[way](asked)) if (found.at < 0 || found.at >= from) addParty(near, asked, way, found);
  return near;
}

/** "记者": a reporter who asks, alone or as the role of a phrase. */
const NO_PARTY = new RegExp(`^(?:${chinese.chinese.noThing})$`, "u");
const ofWriter = oncePer((lang: string) => {
  const we = packOf(lang)?.pronouns?.we ?? NOTHING;
  return new RegExp(`\\s(?:${we})$|^(?:${we})\\s`, "iu");
});
const isNobody = ({ name, description, role }: Party, analysis: TextAnalysis): boolean => {
  const words = (name ?? description ?? "").trim();
  const grammar = cueGrammarOf(analysis.lang);
  if (name === null && tellsOfNamesake(words)) return true;
  // "We had no proof and have", "our water": the writer's own words.
  if (name === null && role === null && ofWriter(analysis.lang).test(words)) return true;
  if (words === "" || NO_PARTY.test(words) || NO_PARTY.test(role ?? "") || (grammar && wordKinds(grammar).isSmall(words))) return true;
  return isEnglish(analysis) && (PARTY.nobody.test(words) || (role === null && DEMONYM.test(words)));
};
/** Whether a party is what carries a claim, "Vorwürfe": it is found where a text itself tells something of the claim, and acts as nobody. */
export function isCarrier({ name, description, role }: Party, lang: string): boolean {
  const words = (name ?? description ?? "").trim();
  const grammar = cueGrammarOf(lang);
  return grammar !== null && role === null && !words.includes(" ") && carriesClaim(words, grammar);
}
/** "Jane Roe, deputy chief of staff to Doe": the words of her office name no other party. */
function isDescribedAs({ party, end }: NearParty, other: Party, start: number): boolean {
  const own = party.name === null ? "" : (party.description ?? "");
  if (!own || other.name !== null || !other.description || start < end || start > end + own.length + 4) return false;
  return samePhrase(nameWords(own), nameWords(other.description));
}

/** Adds a party to those of a sentence, or merges what was found into the same party. In English, words that overlap name one party. */
function addParty(
  near: NearParty[],
  { analysis, sentence, claim }: AskedSentence,
  way: Way,
  { party: found, at, end: to = at, act }: Found,
): void {
  // "We" is who issues the text.
  const issuer = SELF.test(found.name ?? found.description ?? "") ? issuerOf(analysis) : null;
  const party = issuer ?? (holds(sentence, at) ? ofClaim(found, analysis.text.slice(at, sentence.end), claim, analysis.lang) : found);
  if (isNobody(party, analysis)) return;
  const [start, end] = holds(sentence, at) ? [at, to] : [-1, -1];
  const one: NearParty = { party, start, end, ways: new Set([way]), acts: new Set(act && [act]) };
  const isOffice = (other: NearParty) => way === "role" && isEnglish(analysis) && isDescribedAs(other, party, start);
  const isOneWith = (other: NearParty) => isEnglish(analysis) && start >= 0 && other.start >= 0 && overlap(other, one);
  const known = near.find((other) => isSameParty(other.party, party) || isOneWith(other) || isOffice(other));
  if (!known) near.push(one);
  if (!known || isOffice(known)) return;
  known.ways.add(way);
  if (act) known.acts.add(act);
  if (known.start < 0 && start >= 0) [known.start, known.end] = [start, end];
  else if (start >= 0 && start < known.end) known.end = Math.max(known.end, end);
  // "Cuban officials" are not Cuba, and "a school in central England" is not England: such a name stays part of its phrase.
  const before = analysis.text.slice(known.start, Math.max(known.start, start));
  const isBeside = BESIDE_END.test(before) || (known.party.role === null && isEnglish(analysis) && PARTY.inPlace.test(before));
  if (known.party.name === null && party.name !== null && ((known.end <= end && !isBeside) || isSameParty(known.party, party)))
    known.party = party;
}
