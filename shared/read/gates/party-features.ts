/** The features by which models choose the actor of a sentence among its possible parties. */

import { countOne } from "../../collections.ts";
import { type CueGrammar, cueGrammarOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import type { TextAnalysis } from "../analysis.ts";
import { wordKinds } from "../parties/role-phrases.ts";
import { describedAs, isSameParty, partyWords } from "../parties/same-party.ts";
import { namesParty } from "../responses/acting-party.ts";
import type { Feature } from "./forest.ts";
import { type AskedSentence, type NearParty, WAYS } from "./near-parties.ts";

const KINDS = ["person", "organisation", "anonymous"] as const;

/** Words around the name of a speaker, and around other names. */
const neighboursOf = oncePer(({ article, prepositions, of, by, according, inverted, say, copula, passive, capitalNouns }: CueGrammar) => {
  const before = (source: string) =>
    new RegExp(`(?<!\\p{Alpha})(?:${source})(?:\\s|(?<=['’]))(?:(?:${article})(?:\\s|(?<=['’])))?["“„«]?\\s?$`, "iu");
  // In German these would include auxiliaries.
  const being = capitalNouns ? passive : `${copula}|${passive}`;
  return {
    preposition: before(`${prepositions}|${of}`),
    by: before(`${by}|${according}`),
    is: new RegExp(`^\\s(?:${being})(?!\\p{Alpha})`, "iu"),
    says: wholeWords(inverted ? `${inverted}|${say}` : say, "iu"),
  };
});
/** How many characters before and after a name are used. */
const FRONT = 40;
const BEHIND = 30;

const countsOf = oncePerObject(({ text }: TextAnalysis) => {
  const [all, small] = [new Map<string, number>(), new Set<string>()];
  for (const [word] of text.matchAll(/[\p{Alpha}\p{M}\p{N}]+/gu)) {
    const lower = word.toLowerCase();
    countOne(all, lower);
    if (word === lower) small.add(word);
  }
  return { all, small };
});
/** The speakers of a text, with the sentences in which each speaks. */
const speakersOf = oncePerObject(({ statements }: TextAnalysis) => {
  const all: { party: Party; sentences: number[] }[] = [];
  for (const { speaker, sentence } of statements) {
    if (!speaker) continue;
    const known = all.find((one) => isSameParty(one.party, speaker.party));
    if (known) known.sentences.push(sentence);
    else all.push({ party: speaker.party, sentences: [sentence] });
  }
  return all;
});
const share = (count: number, most: number) => Math.min(1, count / most);

/** The features of each party of a sentence, in the order of the parties. */
export function answeringFeatures(found: readonly NearParty[], { analysis, claim, sentence, index, cues }: AskedSentence): Feature[][] {
  const { lang, text, title } = analysis;
  const grammar = cueGrammarOf(lang);
  const [kinds, neighbours] = grammar ? [wordKinds(grammar), neighboursOf(grammar)] : [null, null];
  const quoted = quotations(sentence.text).map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }));
  const named = found.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start);
  const cue = cues[0] ? sentence.start + cues[0].start : null;
  const { all, small } = countsOf(analysis);
  const inClaim = new Set(found.filter(({ party }) => describedAs(party).some((one) => claim.includes(one))));
  const isAnother = (one: NearParty, is: (other: NearParty) => boolean) => found.some((other) => other !== one && is(other));
  return found.map((one): Feature[] => {
    const { party, start: at, ways } = one;
    const rank = named.indexOf(one);
    const name = party.name ?? party.description ?? "";
    const own = partyWords(party);
    const last = own.at(-1) ?? "";
    const inside = at >= 0;
    const front = inside ? text.slice(Math.max(sentence.start, at - FRONT), at) : "";
    const behind = inside ? text.slice(at + name.length, at + name.length + BEHIND) : "";
    const spoke = speakersOf(analysis).find((speaker) => isSameParty(speaker.party, party))?.sentences ?? [];
    const before = spoke.findLast((said) => said < index);
    return [
      ...WAYS.map((way): Feature => [`found:${way}`, ways.has(way)]),
      ...KINDS.map((kind): Feature => [`kind:${kind}`, party.kind === kind]),
      ["has role", party.role !== null],
      ["has name", party.name !== null],
      ["in claim", inClaim.has(one)],
      ["in title", describedAs(party).some((words) => title?.includes(words))],
      ["first", rank === 0],
      ["rank", share(Math.max(0, rank), 4)],
      ["only", found.length === 1],
      ["quotes", quoted.length > 0 && ways.has("said")],
      ["in sentence", inside],
      ["opens", inside && at - sentence.start < 3],
      ["place", inside ? (at - sentence.start) / Math.max(1, sentence.text.length) : 1],
      ["words", share(grammar ? own.length : name.length / 3, 5)],
      ["small", own.length === 1 && Boolean(kinds?.isSmall(last))],
      ["begins small", /^\p{Lower}/u.test(name)],
      ["common", own.length === 1 && !grammar?.capitalNouns && small.has(last)],
      ["kind of party", own.some((word) => kinds?.isParty(word))],
      ["names a party", namesParty(party, lang)],
      ["mentions", share(grammar ? (all.get(last) ?? 0) : text.split(last || " ").length - 1, 8)],
      ["speaks in all", share(spoke.length, 4)],
      ["spoke before", before === undefined ? 0 : 1 / (index - before)],
      ["in quotation", inside && quoted.some(({ start, end }) => at >= start && at < end)],
      ["behind a preposition", neighbours !== null && inside && neighbours.preposition.test(front)],
      ["by", neighbours !== null && inside && neighbours.by.test(front)],
      ["says behind", neighbours !== null && inside && neighbours.says.test(behind)],
      ["says before", neighbours !== null && inside && neighbours.says.test(front)],
      ["is behind", neighbours !== null && inside && neighbours.is.test(behind)],
      ["before cue", inside && cue !== null && at < cue],
      ["from cue", inside && cue !== null ? share(Math.abs(at - cue), 150) : 1],
      ["parties", share(found.length, 12)],
      ["another said", isAnother(one, (other) => other.ways.has("said"))],
      ["another is a subject", isAnother(one, (other) => other.ways.has("subject") || other.ways.has("opening"))],
      ["another has a cue", isAnother(one, (other) => other.ways.has("cue"))],
      ["another says around", isAnother(one, (other) => other.ways.has("covering"))],
      ["another has a role", isAnother(one, (other) => other.ways.has("role"))],
      ["another in claim", isAnother(one, (other) => other.start >= 0 && inClaim.has(other))],
    ];
  });
}
