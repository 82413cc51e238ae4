/** A suggestion as a person sees it: the question, its evidence, reasons for and against, and the line that readers would see. */
import { suggestionWords as w } from "../i18n/desk/queue.en.ts";
import { desk } from "../i18n/desk.ts";
import { outletOfSigned } from "../i18n/event.ts";
import { ENGLISH, kindAtPlace, kindName, messagesOf, placeName, plain, timeInWords } from "../i18n/index.ts";
import { capital, partyName, partyTitle } from "../i18n/name.ts";
import { mayOnlyTell, verbInWords } from "../i18n/verb.ts";
import { type Party, personBeside } from "../model/party.ts";
import type { Quote } from "../model/quote.ts";
import type { ResponseType, Standing } from "../model/response.ts";
import { AGAINST_IT } from "../read/gates/reasons.ts";
import { sourceReasons } from "../read/gates/source-reasons.ts";
import { fold } from "../text/fold.ts";
import { namePlacesAnyCase } from "../text/names/places.ts";
import { postWords } from "../text/posts/words.ts";
import { CONTEXT } from "../text/quote-selector.ts";
import { overlap } from "../text/span.ts";
import { earliestTime } from "../timeline/acts.ts";
import { isRemoved } from "../timeline/availability.ts";
import type { SightingView } from "../timeline/views.ts";
import { SURENESS, type Sureness } from "./decision.ts";

/** A sighting with the machine's reasons. */
export interface Line extends SightingView {
  claimId: string;
  listed: boolean;
  reasons: string[];
  response: { type: ResponseType; actor: Party; standing: Standing; quotes: string[] } | null;
  recordedAt: number;
}
interface Evidence {
  sentence: string;
  before: string;
  after: string;
  spans: { start: number; end: number; label: string }[];
  documentId: string;
  /** "Article at paper.example, 4 Nov 2014". */
  label: string;
  title: string | null;
  url: string | null;
  lang: string | null;
}
interface Report {
  id: string;
  documentId: string;
  label: string;
  sentence: string;
  sure: Sureness;
}
/** A suggestion in words. */
export interface SuggestionWords {
  /** "Brian Williams denied it". */
  statement: string;
  /** The two parts of the question that are shown in bold. */
  question: { who: string; does: string };
  names: string[];
  evidence: Evidence | null;
  reasons: { for: string[]; against: string[] };
  reports: Report[];
  /** The line that readers would see. */
  line: string;
}

const EN = messagesOf("en");

/** The band of a probability, from 0 (doubtful) to 3 (near certain); 1 if none was measured. */
export function bandOf(score: number | null): number {
  if (score === null) return 1;
  return [0.4, 0.7, 0.95].filter((least) => score >= least).length;
}
const sureOf = (score: number | null): Sureness => SURENESS[bandOf(score)] ?? "unsure";

/** The persons whom a line names but the claim's wording does not. */
export function personsNamed(s: { response: { actor: Party } | null; attributedTo: Party | null }, claimText: string): string[] {
  const names = [s.response?.actor, s.attributedTo].map((party) => personBeside(party, claimText));
  return [...new Set(names)].filter((name) => name !== null);
}

/** The publisher of a line's document: "paper.example", "@anna on X". */
function publisherOf(
  s: Pick<SightingView, "author" | "platform" | "place" | "url" | "toldBy" | "title" | "kind" | "seen" | "excerpt">,
): string {
  if (isRemoved(s)) return w.removed;
  const place = placeName(s);
  const named = s.author ? plain(outletOfSigned(s.author, s) ?? s.author, 60) : null;
  // A name keeps its case; "anonymous post" is a description.
  if (named && !/^\p{Lower}+ /u.test(named)) return named;
  const known = named ?? place ?? (s.toldBy?.label || (s.title ? `“${plain(s.title, 60)}”` : w.unnamedKind(kindName(s.kind, EN))));
  return capital(known);
}
/** "Article at paper.example by A. Writer, 4 Nov 2014". */
function documentInWords(s: Pick<SightingView, "author" | "platform" | "place" | "url" | "kind" | "published">): string {
  const place = placeName(s);
  const what = kindAtPlace(kindName(s.kind, EN), s, place ?? "", EN);
  const by = s.author && s.author !== place ? w.by(plain(s.author, 60)) : "";
  return `${capital(what)}${by}, ${timeInWords(s.published, ENGLISH)}`;
}

/** The words of a line: the quoted sentence, else the beginning of the text. */
export const sentenceOf = (s: Pick<Line, "quote" | "excerpt" | "title" | "told" | "seen">): string =>
  isRemoved(s) ? "" : (s.quote?.exact ?? s.excerpt ?? s.told?.sentence ?? s.title ?? "");

/** The whole text of a line's document, if its quote and context cover all of it; else null. */
function wholeText({ quote, excerpt }: Line): string | null {
  if (!quote) return excerpt?.endsWith("…") ? null : excerpt;
  return quote.prefix.length < CONTEXT && quote.suffix.length < CONTEXT ? `${quote.prefix}${quote.exact}${quote.suffix}` : null;
}
/**
 * A key that lines share if one decision can cover them: the text without links, tags and addressees, and what was read
 * in it. Null for a line that is decided alone.
 */
export function alikeBy(line: Line): string | null {
  const text = wholeText(line);
  const words = (text && fold(postWords(text))) || line.textId;
  // A reported document has no text.
  if (line.response || line.seen === "reported" || !words) return null;
  return JSON.stringify([line.claimId, words, line.stance, line.stanceUnsure, line.certainty, line.attributedTo?.name, line.title]);
}
/** A line's whole text; "" if the similar line has the same. */
export const textBeside = (line: Line, other: Line): string => {
  const text = wholeText(line) ?? "";
  return text === wholeText(other) ? "" : text;
};

/** The place of some words in a text, with a label. */
function spansOf(sentence: string, marks: (readonly [string | null | undefined, string])[]): Evidence["spans"] {
  const found: Evidence["spans"] = [];
  for (const [words, label] of marks) {
    const place = namePlacesAnyCase(sentence, words ?? "").next().value;
    if (place && !found.some((one) => overlap(one, place))) found.push({ ...place, label });
  }
  return found.sort((a, b) => a.start - b.start);
}
function evidenceOf(line: Line): Evidence {
  const sentence = sentenceOf(line);
  const actor = line.response?.actor ?? line.attributedTo;
  const lastName = actor?.kind === "person" ? actor.name?.split(/\s+/).at(-1) : null;
  const inside = line.response?.quotes.find((words) => words !== sentence && sentence.includes(words));
  return {
    sentence,
    before: line.quote?.prefix ?? "",
    after: line.quote?.suffix ?? "",
    spans: spansOf(sentence, [
      [actor?.name, "who"],
      [lastName, "who"],
      ...line.hedges.map((hedge) => [hedge, "hedge"] as const),
      [inside, "what"],
    ]),
    documentId: line.documentId,
    label: documentInWords(line),
    title: line.title,
    url: line.url,
    lang: line.lang,
  };
}

/** "Brian Williams", w.unnamedParty. */
export const partyInWords = (party: Party | null): string => (party && partyName(party, EN)) ?? w.unnamedParty;
/** "denied it", "supports it": what readers are told of a line that is accepted as it is. */
export function doesInWords(line: Line): string {
  if (!line.response && line.stanceUnsure) return desk.mentions;
  const accepted = { ...line, state: "confirmed" as const };
  return line.response || (line.stance === "deny" && mayOnlyTell(accepted)) ? verbInWords(accepted, ENGLISH) : desk.stances[line.stance];
}

function lineOf(line: Line, reports: Line[]): string {
  const when = timeInWords(line.response ? earliestTime(reports.map((one) => one.published)) : line.published, ENGLISH);
  if (!line.response) return `${w.lanes.spread} · ${when} · ${publisherOf(line)} ${doesInWords(line)}`;
  const title = partyTitle(line.response.actor);
  const reporters = [...new Set(reports.map((one) => one.toldBy?.label || publisherOf(one)))];
  const shown = reporters.length > 3 ? 2 : reporters.length;
  const reporting = w.told(reporters.slice(0, shown), reporters.length - shown);
  return `${w.lanes.response} · ${when} · ${partyInWords(line.response.actor)}${title && `, ${title},`} ${doesInWords(line)}, ${reporting}`;
}

function reasonsOf(line: Line, reports: Line[], names: string[]): SuggestionWords["reasons"] {
  const { response } = line;
  const quoted = response ? reports.filter((one) => one.response?.quotes.length).length : 0;
  const isAgainst = (reason: string) => reason.startsWith(AGAINST_IT) || w.matcherAgainst.test(reason);
  const heldAgainst = (reason: string) => {
    const [, text, claim] = /^differs: (.+?) against (.+)$/.exec(reason) ?? [];
    if (!text || !claim) return reason.replace(AGAINST_IT, "");
    // A common noun is no other name.
    const isNoName = /\p{Upper}/u.test(claim) && !/[\p{Upper}\p{Lo}\p{N}]/u.test(text);
    return isNoName ? w.against.lacks(claim) : w.against.differs(text, claim);
  };
  const inSentences = (reasons: string[]) =>
    [...new Set(reasons)].map((one) => capital(one.replace(/^(?=(?:is|says) )/, "it ")).replace(/(?<![.!?…])$/u, "."));
  return {
    for: inSentences([
      ...line.reasons.filter((reason) => !isAgainst(reason)),
      ...(reports.length > 1 ? [w.for.told(reports.length)] : []),
      ...(quoted ? [w.for.quoted(quoted)] : []),
      ...(response && response.standing !== "third_party" ? [w.for.standing(desk.standings[response.standing])] : []),
    ]),
    against: inSentences([
      ...line.reasons.filter(isAgainst).map(heldAgainst),
      ...(line.hedges.length ? [w.against.hedged(line.hedges)] : []),
      ...(response && !response.actor.name ? [w.against.unnamed] : []),
      ...(response && !quoted ? [w.against.notQuoted] : []),
      ...(line.seen === "reported" ? [w.against.reported] : []),
      ...(!response && line.score !== null && line.score < 0.7 ? [w.against.partly] : []),
      ...(names[0] && !sentenceOf(line).includes(names[0]) ? [w.against.notInIt(names[0])] : []),
    ]),
  };
}

/** A response or appearance in words. `reports`: all lines that one decision covers, itself included. */
export function lineInWords(line: Line, reports: Line[], claimText: string): SuggestionWords {
  const names = personsNamed(line, claimText);
  const who = line.response ? partyInWords(line.response.actor) : publisherOf(line);
  const does = doesInWords(line);
  return {
    statement: `${who} ${does}`,
    question: { who, does },
    names,
    evidence: evidenceOf(line),
    reasons: reasonsOf(line, reports, names),
    reports: reports.map((one) => ({
      id: one.id,
      documentId: one.documentId,
      label: whoseLine(one),
      sentence: sentenceOf(one),
      sure: sureOf(one.score),
    })),
    line: lineOf(line, reports),
  };
}

/** The known facts about a document that is named as a source. */
export interface Named extends Pick<SightingView, "id" | "author" | "url" | "kind" | "platform" | "title" | "place"> {
  /** What the text calls it, if nothing else is known. */
  description: string | null;
}
const nameOfSource = (d: Named | null): string =>
  plain(
    (d?.author && outletOfSigned(d.author, { ...d, seen: "observed" })) ??
      d?.author ??
      d?.description ??
      (d && placeName(d)) ??
      (d?.title ? `“${d.title}”` : w.unnamedSource),
    80,
  );

/** A document that names a source, and how. */
export interface Naming {
  /** The id of the suggestion. */
  id: string;
  child: Line;
  quote: Quote | null;
  confidence: number;
}
const sentenceNaming = ({ quote, child }: Naming) => quote?.exact ?? sentenceOf(child);
/** A source that texts name, in words. The first naming stands for all; `documents`: how many documents name it. */
export function sourceInWords(
  [first, ...others]: readonly [Naming, ...Naming[]],
  why: string,
  parent: Named | null,
  documents = others.length + 1,
): SuggestionWords {
  const { child, quote, confidence } = first;
  const who = publisherOf(child);
  const name = nameOfSource(parent);
  const question =
    documents > 1 ? { who: name, does: w.namedBy(documents) } : { who, does: w.comesFrom(/^\p{Lower}+ /u.test(name) ? `“${name}”` : name) };
  const sentence = sentenceNaming(first);
  const shown = sourceReasons(sentence, parent?.author ?? parent?.description ?? "", child.lang ?? "en");
  return {
    statement: capital(`${question.who} ${question.does}`),
    question,
    names: [],
    evidence: {
      ...evidenceOf(child),
      sentence,
      before: quote?.prefix ?? "",
      after: quote?.suffix ?? "",
      spans: spansOf(sentence, [[parent?.author ?? parent?.description, "source"]]),
    },
    reasons: {
      for: [why, ...shown.for].filter(Boolean),
      against: [...(confidence < 0.5 ? [w.against.onlyNamed] : []), ...shown.against],
    },
    reports: others.length
      ? [first, ...others].map((one) => ({
          id: one.id,
          documentId: one.child.documentId,
          label: publisherOf(one.child),
          sentence: sentenceNaming(one),
          sure: sureOf(one.confidence),
        }))
      : [],
    line: documents > 1 ? w.fromBy(documents, name) : `${who}: ${w.from(name)}`,
  };
}

/** The publisher of a line's document, for a list of lines that say the same. */
export const whoseLine = (s: Line): string => s.toldBy?.label || publisherOf(s);
/** "supports it"; "may support it" if a machine is not sure. */
export const stanceInWords = (line: Line): string => (line.stanceUnsure ? desk.stancesUnsure[line.stance] : doesInWords(line));
/** "Brian Williams denied it"; "@anna may support it" if a machine is not sure. */
export const lineStatement = (line: Line): string =>
  line.response ? `${partyInWords(line.response.actor)} ${doesInWords(line)}` : `${publisherOf(line)} ${stanceInWords(line)}`;
/** A short form of a line as readers see it: "Brian Williams denied it: “…”". */
export const shownLine = (s: Line): string => `${lineStatement(s)}: “${sentenceOf(s).slice(0, 200)}”`;
