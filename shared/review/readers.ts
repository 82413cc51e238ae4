/**
 * What readers see of a claim. Until somebody has read them, three things are left out: words that name a person whom the claim does not name;
 * that a person is a source, or wrote what is only reported; and sources that no document surely has. A line keeps marks (hashes) of the words
 * that were on the screen when it was accepted. Never left out: who published a document, as its page or platform states it; the party of a
 * response, which is public only if a person read it or it spoke from its own account; and what a person says themselves.
 */

import { mayBeNamed } from "../model/edge.ts";
import { digest, isNamedSource } from "../model/id.ts";
import { type Party, personBeside } from "../model/party.ts";
import type { Quote } from "../model/quote.ts";
import type { TextChange } from "../model/text-change.ts";
import { mayBePerson } from "../read/parties/name-kinds.ts";
import { isOutletName, personsIn } from "../read/parties/persons.ts";
import { hasHan } from "../text/chinese/characters.ts";
import { simplified } from "../text/chinese/scripts.ts";
import { beginsWithin, endsWithin, LEFT_OUT } from "../text/quote-selector.ts";
import { isStopWord } from "../text/stop-words.ts";
import type { Cause, ParentView, ReportedDetails, ResponseView, SightingView, SourceName, Timeline } from "../timeline/views.ts";

const spaced = (text: string) =>
  ` ${simplified(text)
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
/** Whether a text has a name. In Chinese a name may be anywhere, because words have no spaces. */
const has = (text: string, name: string) => text.includes(hasHan(name) ? spaced(name).trim() : spaced(name));
/** The mark (a short hash) that a line keeps of words that somebody has read. */
const markOf = (words: string): string => digest(words).slice(0, 8);
const partyWords = (party: Party | null | undefined) => (party ? [party.name, party.description, party.role, party.affiliation] : []);

type Line = SightingView & { response?: Pick<ResponseView, "actor" | "quotes"> | null };
/** The words of a line that a page shows in full beside its Accept button. */
export const shownWords = (line: Line): string[] =>
  [
    line.quote?.exact ?? line.excerpt ?? line.told?.sentence,
    line.title,
    line.seen === "reported" ? line.author : null,
    ...partyWords(line.attributedTo),
    ...partyWords(line.response?.actor),
  ].filter((words): words is string => Boolean(words));
/** The marks of a line that somebody has read. */
export const marksOf = (s: Line): string[] => [...new Set(shownWords(s).map(markOf))];

/** Minimum share of the texts with a name that must take it for an organisation's. A single text may have lost a word after "the". */
const MIN_BODY = 0.25;
/** The names that enough texts take for an organisation's. */
function bodiesIn(sources: readonly SourceName[]): Set<string> {
  const byName = Map.groupBy(sources, ({ name }) => name);
  return new Set([...byName].flatMap(([name, all]) => (all.filter(({ body }) => body).length >= MIN_BODY * all.length ? [name] : [])));
}

/** Decides which words of a claim's lines readers see. */
export class ReadersView {
  readonly #claim: string;
  readonly #claimText: string;
  /** Last names of persons whom any line mentions and the claim does not. */
  readonly #lastNames: ReadonlySet<string>;
  /** Publishers, as their documents state them. */
  readonly #stated: ReadonlySet<string>;
  /** Names of sources that texts take for an organisation's. */
  readonly #bodies: ReadonlySet<string>;
  /** Sources that some line surely has. About half of all others are wrong. */
  readonly #sources: ReadonlySet<string>;
  readonly #persons = new Map<string, string[]>();

  constructor(claimText: string, lines: readonly Line[]) {
    this.#claimText = claimText;
    this.#claim = spaced(claimText);
    const persons = lines.flatMap((s) => [s.attributedTo, s.response?.actor]).flatMap((party) => personBeside(party, claimText) ?? []);
    const sources = lines.flatMap(({ sources = [] }) => sources);
    this.#bodies = bodiesIn(sources);
    const whole = [...persons, ...sources.filter((one) => one.person && !this.#bodies.has(one.name)).map((one) => one.name)];
    const alone = lines.flatMap(({ lastNames = [] }) => lastNames).filter((name) => !has(this.#claim, name));
    this.#lastNames = new Set([...whole.flatMap((name) => this.#lastOf(name)), ...alone]);
    this.#stated = new Set(lines.flatMap((s) => (s.seen === "observed" && s.author ? [s.author] : [])));
    const sure = lines.flatMap((s) => [s.parent, ...s.otherParents]).filter((parent) => parent !== null && mayBeNamed(parent));
    this.#sources = new Set(sure.flatMap((parent) => parent?.label ?? []));
  }

  #lastOf(name: string): string[] {
    const [first, ...others] = name.split(/\s+/).reverse();
    return first && others.length > 0 && first.length > 2 && !has(this.#claim, first) ? [first] : [];
  }

  /** The persons whom the words may name, and the claim does not. */
  #personsIn(words: string): string[] {
    const known = this.#persons.get(words) ?? personsIn(words).filter((name) => !has(this.#claim, name) && !this.#bodies.has(name));
    this.#persons.set(words, known);
    return known;
  }
  /** Whether words name nobody beyond the claim. `lastNames`: those of persons in the surrounding words; `own`: names that the line shows anyway. */
  #namesNobody(words: string, lastNames: Iterable<string> = [], own = ""): boolean {
    if (this.#personsIn(words).some((name) => !has(own, name))) return false;
    return ![...this.#lastNames, ...lastNames].some((name) => words.includes(name) && !has(own, name) && has(spaced(words), name));
  }

  /** Whether a name cannot be a person's, or is in the claim. */
  #isNoLoneName(name: string): boolean {
    return !mayBePerson(name) || has(this.#claim, name);
  }
  /** Whether a name belongs to an organisation, by its own words or by the texts that have it. */
  #isBody(name: string): boolean {
    return this.#bodies.has(name) || isOutletName(name);
  }
  /** Whether readers may see a name as that of a source that we do not hold. */
  source(name: string): boolean {
    return this.name(name) && (this.#sources.has(name) || this.#isStated(name));
  }
  /** Whether readers may see a name outside of lines. */
  name(name: string): boolean {
    return this.#isBody(name) || (this.words(name) !== null && (this.#isStated(name) || this.#isNoLoneName(name)));
  }

  /**
   * A quotation as readers may see it. Its context was cut at any letter, possibly inside a name, so only whole words are shown, and only if all
   * capitalised words are known. Other context is replaced by a mark.
   */
  #parts({ exact, prefix, suffix, refersTo }: Quote, may: (words: string) => boolean): Quote {
    const isPlain = (words: string) =>
      !/\p{Lo}/u.test(words) &&
      (words.match(/\p{Upper}[\p{Alpha}\p{M}]*/gu) ?? []).every((word) => isStopWord(word.toLowerCase(), "en") || has(this.#claim, word));
    const before = prefix.replace(/^\S*\s*/u, "");
    const after = suffix.replace(/\s*\S*$/u, "");
    const hidden = (isWithin: boolean) => (isWithin ? LEFT_OUT : "");
    return {
      exact,
      prefix: before && isPlain(before) ? before : hidden(beginsWithin({ prefix })),
      suffix: after && isPlain(after) ? after : hidden(endsWithin({ exact, suffix })),
      ...(refersTo !== undefined && may(refersTo) && { refersTo }),
    };
  }

  /** A line as readers see it. */
  line<T extends Line>(s: T): T {
    const read = new Set(s.read);
    const lastNames = [...shownWords(s), s.quote?.prefix ?? "", s.quote?.suffix ?? ""]
      .flatMap((words) => this.#personsIn(words))
      .flatMap((name) => this.#lastOf(name));
    const isMarked = (words: string) => read.size > 0 && read.has(markOf(words));
    // The line already names its publisher and the party of its response.
    const own = [s.seen === "observed" ? s.author : null, s.response?.actor.name].map((name) => spaced(name ?? "")).join("");
    // If the text writes names with capitals, a part without capitals names nobody.
    const isWritten = [s.quote?.prefix, s.quote?.exact, s.quote?.suffix, s.excerpt].some(
      (words) => words && /\p{Upper}\p{Lower}/u.test(words),
    );
    const isSmall = (words: string) => isWritten && !/\p{Upper}|\p{Lo}/u.test(words);
    const may = (words: string) => isMarked(words) || this.#namesNobody(isSmall(words) ? "" : words, lastNames, own);
    const orNull = (words: string | null) => (words !== null && may(words) ? words : null);
    const quote = s.quote && may(s.quote.exact) ? this.#parts(s.quote, may) : null;
    // A person whom the claim names is not shown either: that the line comes from them is a machine's reading, and too often wrong.
    const mayName = (name: string) =>
      isMarked(name) || this.#isBody(name) || (may(name) && this.#isNoLoneName(name) && personsIn(name).length === 0);
    /** Whether a source may be named. A source that we do not hold needs a document that surely has it, or a person who has read the name. */
    const mayAppear = (id: string | null, name: string) =>
      mayName(name) && (isMarked(name) || this.#sources.has(name) || (id !== null && !isNamedSource(id)));
    const inQuote = (words: string) => Boolean(quote?.exact.includes(words)) || may(words);
    const isRead = ({ name }: Party) => isMarked(name ?? "") || name === s.author;
    return {
      ...s,
      quote,
      excerpt: orNull(s.excerpt),
      title: orNull(s.title),
      place: orNull(s.place),
      ...(isNamedSource(s.id) && { id: this.#idOf(s.id, s.author), documentId: this.#idOf(s.documentId, s.author) }),
      author: s.author === null || s.seen !== "reported" || this.#isStated(s.author) || mayAppear(s.documentId, s.author) ? s.author : null,
      hedges: s.hedges.filter(inQuote),
      attributedTo: s.attributedTo && (s.response ? s.attributedTo : this.#party(s.attributedTo, isRead(s.attributedTo), may)),
      wireCredit: orNull(s.wireCredit),
      told: s.told && toldOf(s.told, may),
      parent: s.parent && this.#parent(s.parent, mayAppear, may),
      otherParents: s.otherParents.map((parent) => this.#parent(parent, mayAppear, may)),
      ...(s.sources && {
        sources: s.sources.filter(({ name, quote: words }) => (this.#isStated(name) || mayName(name)) && (words === name || may(words))),
      }),
      ...(s.response && { response: { ...s.response, quotes: s.response.quotes.filter(inQuote) } }),
    };
  }

  #party(party: Party, isRead: boolean, may: (words: string) => boolean): Party {
    const of = (words: string | null) => (words !== null && may(words) ? words : null);
    const isNamed = isRead || (personBeside(party, this.#claimText) === null && (party.name === null || may(party.name)));
    return {
      ...party,
      name: isNamed ? party.name : null,
      description: of(party.description),
      role: of(party.role),
      affiliation: of(party.affiliation),
    };
  }

  #isStated(name: string | null): boolean {
    return name !== null && this.#stated.has(name);
  }
  /** The id of a named source contains its name. If that is not shown, the id is replaced. */
  #idOf(id: string, name: string | null): string {
    return name !== null && this.source(name) ? id : `${id.slice(0, id.indexOf(":"))}:${markOf(id)}`;
  }
  #parent(parent: ParentView, mayAppear: (id: string | null, name: string) => boolean, may: (words: string) => boolean): ParentView {
    const { basis, label, documentId, read, textChanges } = parent;
    const shown = { ...parent, ...(textChanges && { textChanges: changesOf(textChanges, may) }) };
    if (label === null || basis === "platform" || basis === "human" || read || this.#isStated(label) || mayAppear(documentId, label))
      return shown;
    return {
      ...shown,
      label: null,
      documentId: documentId !== null && isNamedSource(documentId) ? this.#idOf(documentId, label) : documentId,
    };
  }

  /** The title of a document; somebody may have read it with one of the document's lines. */
  titleOf(title: string | null, line: Line | null): string | null {
    return line && line.title === title ? this.line(line).title : this.words(title);
  }
  /** The author of a document known only from others; somebody may have read it with one of its lines. */
  authorOf(author: string | null, line: Line | null): string | null {
    if (line && line.author === author) return this.line(line).author;
    return author !== null && this.name(author) ? author : null;
  }
  /** Words outside of lines: of an edge, or of a document that does not make the claim. */
  words<T extends string | null>(words: T): T | null {
    return words !== null && (this.#isStated(words) || this.#namesNobody(words)) ? words : null;
  }
  quote(quote: Quote | null): Quote | null {
    return quote && this.words(quote.exact) !== null ? this.#parts(quote, (words) => this.words(words) !== null) : null;
  }
  changes(changes: TextChange[]): TextChange[] {
    return changesOf(changes, (words) => this.words(words) !== null);
  }
  told(told: ReportedDetails | null): ReportedDetails | null {
    return told && toldOf(told, (words) => this.words(words) !== null);
  }
}

const changesOf = (changes: TextChange[], may: (words: string) => boolean) =>
  changes.filter(({ was, now }) => may(was?.text ?? "") && may(now?.text ?? ""));
const toldOf = (told: ReportedDetails, may: (words: string) => boolean): ReportedDetails => ({
  ...told,
  sentence: may(told.sentence) ? told.sentence : "",
  place: told.place !== null && may(told.place) ? told.place : null,
  description: told.description !== null && may(told.description) ? told.description : null,
});

/** A timeline as readers see it. Counts and comparisons stay the same. `beside`: lines of other pages, which may have a person's full name. */
export function timelineForReaders(timeline: Timeline, beside: readonly Line[] = []): Timeline {
  const view = new ReadersView(timeline.claim.text, [...timeline.events, ...beside]);
  const events = timeline.events.map((event) => view.line(event));
  const quoted = new Set(events.flatMap(({ response }) => response?.quotes ?? []));
  const may = (words: string) => quoted.has(words) || view.words(words) !== null;
  const parentsOf = (event: SightingView) => [event.parent, ...event.otherParents];
  // Names in causes that lines show too.
  const labels = new Set(events.flatMap(parentsOf).flatMap((parent) => parent?.label ?? []));
  const credits = new Set(events.flatMap(({ wireCredit }) => wireCredit ?? []));
  const causeForReaders = (cause: Cause): Cause => {
    if (cause.kind === "parent" && cause.name !== null && !labels.has(cause.name) && !view.source(cause.name))
      return { ...cause, name: null };
    if (cause.kind === "credit" && !credits.has(cause.name ?? "")) return { ...cause, name: null };
    return cause;
  };
  const ids = new Map(
    timeline.events.flatMap((event, i) => {
      const shown = events[i] ?? event;
      const parents = parentsOf(event).map((parent, at) => [parent?.documentId, parentsOf(shown)[at]?.documentId]);
      return [[event.id, shown.id], ...parents].filter(
        (pair): pair is [string, string] => typeof pair[0] === "string" && typeof pair[1] === "string",
      );
    }),
  );
  const idOf = (id: string) => ids.get(id) ?? id;
  return {
    ...timeline,
    events,
    firstKnown: timeline.firstKnown && {
      ...timeline.firstKnown,
      eventId: idOf(timeline.firstKnown.eventId),
      rivals: timeline.firstKnown.rivals.map(idOf),
    },
    acts: timeline.acts.map((act) => ({
      ...act,
      quotes: act.quotes.filter(may),
      reports: act.reports.map((report) => ({ ...report, quotes: report.quotes.filter(may) })),
    })),
    independence: {
      ...timeline.independence,
      reasons: timeline.independence.reasons.map(({ cause, documentIds, ...reason }) => ({
        ...reason,
        documentIds: documentIds.map(idOf),
        cause: causeForReaders(cause),
      })),
    },
  };
}
