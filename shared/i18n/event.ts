import { cueGrammarOf } from "../lang/index.ts";
import type { Basis } from "../model/edge.ts";
import { isNamedSource } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import type { TimeBasis } from "../model/time.ts";
import { ownProperty } from "../own-property.ts";
import { authorType } from "../read/parties/persons.ts";
import { outletOf } from "../timeline/party-names.ts";
import type { ParentView, TimelineEvent } from "../timeline/views.ts";
import { shownHost } from "../url.ts";
import { type Messages, messagesOf } from "./general/messages.ts";
import {
  capital,
  isNameAlone,
  isNameless,
  kindAtPlace,
  kindName,
  kindOf,
  named,
  onPlatform,
  outletTold,
  partyName,
  placeName,
  plain,
} from "./name.ts";
import { quote } from "./quote.ts";
import type { LocaleOptions } from "./time.ts";
import { verbInWords } from "./verb.ts";

/** Methods that are no matcher: people, importers, and rules over what a platform states. */
const NOT_BY_MACHINE = new Set(["person", "human", "import", "rule"]);
/** Types whose label already says the basis: "links to … (it links there)" would say it twice. */
const SELF_EVIDENT: Partial<Record<string, Basis>> = {
  citation: "link",
  attribution: "stated",
  repost: "platform",
  quote: "platform",
  reply: "platform",
};

/** Kinds of documents that are a site's own, whoever signs them. */
const OF_A_SITE = new Set(["article", "fact_check", "press_release"]);

/** How we know a time; "" when that is not known. */
export function timeBasisInWords(basis: TimeBasis, options: LocaleOptions): string {
  return messagesOf(options.lang).timeBases[basis] ?? "";
}

/** From this confidence on what is only inferred is called likely, below it possible. */
export const LIKELY = 0.5;

/** Whether a basis is only inferred: then the words say "likely" and the line is drawn dashed. */
export function isInferred(basis: Basis): boolean {
  return basis === "similarity" || basis === "time";
}

/** The outlet of a page that somebody signs: what an article does is no act of its author's. Null for what is its author's own. */
export function outletOfSigned(
  author: string,
  { kind, seen, url, platform }: Pick<TimelineEvent, "kind" | "seen" | "url" | "platform">,
): string | null {
  const site = seen === "observed" && OF_A_SITE.has(kind) && !onPlatform({ platform }) ? shownHost(url) : null;
  return site && authorType(author, "article", seen) === "Person" ? outletOf({ author, site }) : null;
}

/** Who published it or responded, as far as known. Plain text of the source's own words, without hidden direction marks. */
export function whoOf(
  event: Pick<TimelineEvent, "documentId" | "author" | "kind" | "seen" | "attributedTo" | "url" | "platform" | "place"> & {
    response: { actor: Party; toldBy?: object | null } | null;
  },
  m: Messages,
): string {
  const party = event.response ? partyName(event.response.actor, m) : null;
  if (party) return party;
  // Others' document, in which somebody without a name responds.
  if (event.response?.toldBy) return m.unnamedParty;
  // A document that we do not hold is named as others describe it: "anonymous post".
  const author = event.author?.trim() && plain(outletOfSigned(event.author, event) ?? event.author, 80);
  if (author) return event.seen === "reported" ? capital(author) : author;
  if (event.seen === "reported" && event.attributedTo) {
    const name = partyName(event.attributedTo, m);
    if (name) return name;
  }
  if (isNamedSource(event.documentId)) return m.anUncheckedSource;
  const host = event.url && !onPlatform(event) ? placeName(event) : null;
  return host ?? m.unnamedAuthor;
}

/**
 * What an event does with the claim, third person. Nobody has seen what a source said that documents only name, so it is "named as a source". It
 * only "is mentioned" if it has a source itself, is no document's source any more, or has no name that readers may see.
 */
export function eventVerb(event: TimelineEvent, options: LocaleOptions): string {
  if (event.seen !== "reported" || event.state !== "suggested" || event.role === "respond" || event.response)
    return verbInWords(event, options);
  const m = messagesOf(options.lang);
  const who = whoOf(event, m);
  if (who === m.anUncheckedSource) return m.verbs.mentionedUnchecked;
  return event.parent || event.isSource === false || who === m.unnamedAuthor ? m.verbs.mentioned : m.verbs.named;
}

function howSure(parent: ParentView, m: Messages): string {
  const basis = m.bases[parent.basis] ?? "";
  const isLikely = parent.confidence >= LIKELY;
  const inferred = isLikely ? m.likely : m.possibly;
  const stated = isLikely ? "" : m.unsure;
  const sure = isInferred(parent.basis) ? inferred : stated;
  return [sure, basis].filter(Boolean).join(m.comma);
}

/** "translation of Anonymous (likely, text match)", or "… an unknown source"; "" without a parent. */
export function parentInWords(parent: ParentView | null, m: Messages): string {
  if (!parent) return "";
  const label = ownProperty(m.edges, parent.type) ?? m.from;
  const from = parent.label ? named(parent.label) : m.unknownSource;
  const how = ownProperty(SELF_EVIDENT, parent.type) === parent.basis && parent.confidence >= 0.5 ? "" : howSure(parent, m);
  return `${m.edgeTo(label, from)}${how && m.brackets(how)}`;
}

/** "known from neowin.net" for a reported document, else "". */
export function reportedByInWords(event: TimelineEvent, options: LocaleOptions): string {
  if ((event.response?.seen ?? event.seen) !== "reported") return "";
  const m = messagesOf(options.lang);
  const reporting = event.response ? event.response.toldBy : event.toldBy;
  return m.knownFrom(reporting ? named(reporting.label, 60) : m.others);
}

interface EventWords {
  who: string;
  verb: string;
  kind: string;
  place: string;
  from: string;
}

/** One event in words, part by part; parts that are not known are "". `who`, `place` and `from` hold words of the source, made plain. */
export function eventInWords(event: TimelineEvent, options: LocaleOptions): EventWords {
  const m = messagesOf(options.lang);
  const place = placeName(event) ?? "";
  const who = whoOf(event, m);
  return {
    who,
    verb: eventVerb(event, options),
    kind: kindOf(event, m),
    // A site that is its own author is named once.
    place: place.toLowerCase() === who.toLowerCase() ? "" : place,
    from: parentInWords(event.parent, m),
  };
}

/** "“reportedly”, “rumours”": the first hedges of an event, or "" when it has none. */
export function hedgesInWords(event: TimelineEvent, options: LocaleOptions): string {
  const m = messagesOf(options.lang);
  // They are stored in lower case, but some languages write nouns with capitals.
  const said = cueGrammarOf(event.lang ?? "")?.capitalNouns ? (event.quote?.exact ?? event.excerpt ?? "") : "";
  const asWritten = (hedge: string) => {
    const at = said.toLowerCase().indexOf(hedge);
    return at < 0 ? hedge : said.slice(at, at + hedge.length);
  };
  const shown = event.hedges.slice(0, 3).map((hedge) => quote(named(asWritten(hedge), 30), m));
  return shown.join(m.item);
}

/** "Anonymous post on a Chinese website": an event as a noun phrase. */
export function eventAsNoun(event: TimelineEvent, m: Messages): string {
  if (isNameAlone(event)) return capital(named(event.author?.trim() || outletTold(event) || m.uncheckedSource));
  const where = placeName(event);
  const kind = kindName(event.kind, m);
  const noun = where && !event.response ? kindAtPlace(kind, event, where, m) : kind;
  const who = whoOf(event, m);
  const nameless = event.author ? isNameless(event.author) : event.attributedTo?.kind === "anonymous";
  if (event.seen === "reported" && nameless) return capital(m.anonymousKind(noun));
  if (who === m.unnamedAuthor) return capital(m.unnamedKind(noun));
  const by = event.response ? who : (event.author?.trim() ?? who);
  return capital(by === where ? noun : m.kindBy(noun, named(by)));
}

/** "linked by machine, not yet checked": how a sighting was tied to the claim, and whether anybody looked at it. */
export function linkInWords(event: Pick<TimelineEvent, "method" | "state">, m: Messages): string {
  if (NOT_BY_MACHINE.has(event.method)) return event.method === "rule" ? m.evidence.rule : m.evidence.person;
  return `${m.evidence.machine}${m.comma}${event.state === "confirmed" ? m.evidence.confirmed : m.evidence.unchecked}`;
}
