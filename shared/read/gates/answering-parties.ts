/**
 * Who may have answered a claim in a sentence of a page in another language than English: everybody whom the sentence names or describes, who spoke
 * before, and whom the claim and the headline name.
 */

import { cueGrammarOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer } from "../../text/once-per.ts";
import { holds, overlap } from "../../text/span.ts";
import { partyOfSpan, type TextAnalysis } from "../analysis.ts";
import { clauseSubjects } from "../attribution/chinese.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { actorOf } from "../parties/actors.ts";
import { rolePhrases, wordKinds } from "../parties/role-phrases.ts";
import { isSameParty } from "../parties/same-party.ts";
import { subjectNear } from "../responses/acting-party.ts";
import type { ResponseCue } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import { allNamesIn } from "./names.ts";

/** The ways in which a party is found. */
export const WAYS = [
  "said",
  "cue",
  "covering",
  "subject",
  "opening",
  "issuer",
  "before",
  "name",
  "role",
  "earlier",
  "claim",
  "title",
  "publisher",
] as const;
type Way = (typeof WAYS)[number];

/** A party that a sentence may mean; `at` is the offset of its name in the text, -1 where the sentence does not name it. */
export interface MeantParty {
  party: Party;
  at: number;
  ways: ReadonlySet<Way>;
  /** The acts of whose words it is the subject. */
  acts: ReadonlySet<ResponseType>;
}

/** How many names of the claim and of the headline count, and how many of those who spoke before. */
const [MAX_NAMES, MAX_EARLIER] = [4, 3];

/** The names of a claim or a headline, which each sentence asks for. */
const namesOf = oncePer((words: string) => allNamesIn(words).slice(0, MAX_NAMES), 50);

/** The parties that a sentence may mean, each once. */
export function partiesIn(analysis: TextAnalysis, claim: string, index: number, cues: readonly ResponseCue[]): MeantParty[] {
  const { title, publisher, text, lang } = analysis;
  const grammar = cueGrammarOf(lang);
  const sentence = analysis.sentences[index] as TokenSentence;
  const found: { party: Party; at: number; ways: Set<Way>; acts: Set<ResponseType> }[] = [];
  const add = (party: Party | undefined, way: Way, named = -1, act?: ResponseType) => {
    if (!party || !(party.name ?? party.description)) return;
    const at = holds(sentence, named) ? named : -1;
    const known = found.find((one) => isSameParty(one.party, party));
    if (!known) found.push({ party, at, ways: new Set([way]), acts: new Set(act && [act]) });
    else {
      known.ways.add(way);
      if (act) known.acts.add(act);
      if (known.at < 0) known.at = at;
    }
  };
  for (const { speaker } of analysis.statementsIn(index)) add(speaker?.party, "said", speaker?.start);
  for (const cue of cues) {
    const actor = actorOf(analysis, sentence, index, cue);
    add(actor?.party, "cue", actor?.at, cue.type);
  }
  for (const said of analysis.statements)
    if (said.sentence !== index && overlap(said.content, sentence)) add(said.speaker?.party, "covering");
  const middle = sentence.start + Math.floor(sentence.text.length / 2);
  for (const [way, end] of [["subject", sentence.end] as const, ["opening", middle] as const]) {
    const subject = subjectNear(analysis, sentence, index, end);
    add(subject?.party, way, subject?.at);
  }
  add(issuerOf(analysis) ?? undefined, "issuer");
  if (publisher) add({ kind: "outlet", name: publisher, role: null, affiliation: null, description: null }, "publisher");
  const before = [1, 2].map((back) => analysis.statementsIn(index - back).findLast(({ speaker }) => speaker)).find((said) => said);
  add(before?.speaker?.party, "before");
  const inText = (words: string, start: number) => analysis.partyAt(words, "", sentence.start + start + 1);
  for (const { text: words, start } of rolePhrases(sentence.text, lang)) add(inText(words, start), "role", sentence.start + start);
  for (const { name, start } of allNamesIn(sentence.text)) add(inText(name, start), "name", sentence.start + start);
  if (!grammar)
    for (const subject of clauseSubjects(text, sentence.start, sentence.end))
      add(partyOfSpan(analysis, subject).party, "name", subject.start);
  const earlier = analysis.statements.filter(({ speaker, sentence: of }) => speaker && of < index).slice(-MAX_EARLIER);
  for (const said of earlier.toReversed()) add(said.speaker?.party, "earlier");
  const isSmall = (name: string) => grammar !== null && wordKinds(grammar).isSmall(name);
  for (const [way, words] of [["claim", claim] as const, ["title", title ?? ""] as const])
    for (const { name } of namesOf(words)) if (!isSmall(name)) add(inText(name, -1), way);
  return found;
}
