/**
 * Groups responses into acts: one act by one party, reported by any number of documents (its reports). Twenty-seven articles on one denial
 * are one act with 27 reports. The result does not depend on the order of the input.
 */
import { HOUR } from "../durations.ts";
import { isSiteOf } from "../edges/evidence/source-credit.ts";
import { english } from "../lang/index.ts";
import type { Party } from "../model/party.ts";
import type { State } from "../model/state.ts";
import type { PublishedTime } from "../model/time.ts";
import { DEMONYM } from "../read/parties/name-kinds.ts";
import { byTime } from "./order.ts";
import { isSameInFull, nameWords, samePhrase, wordOverlap } from "./party-names.ts";
import type { ResponseView } from "./views.ts";

/** One document that reports an act, or is the act itself. */
interface ActReport {
  /** The response row and the timeline event of the same id. */
  responseId: string;
  documentId: string;
  /** If `documentId` was not observed, the document that reports it. */
  toldBy: ResponseView["toldBy"];
  quotes: string[];
  state: State;
  url: string | null;
  /** The document is the act itself: the party's own statement, release or post. */
  own: boolean;
}
/**
 * It has the id and the sort key of its first report, the fullest description of its party, its earliest time and its distinct quotes, the
 * fullest first.
 */
export interface Act extends Pick<ResponseView, "id" | "at" | "type" | "actor" | "standing" | "published" | "quotes"> {
  /** A person or a rule confirmed at least one report. */
  checked: boolean;
  /** Reports in the order of time. */
  reports: ActReport[];
}
/** What is known about the document of a response: who published it, and of which kind it is. */
interface ResponseSource {
  author: string | null;
  kind: string;
  url: string | null;
}

/** Reports of one party and type that are further apart than this are two acts, unless they quote the same words. */
const SAME_ACT_MS = 48 * HOUR;
/** Two quotes of one statement share at least this fraction of the shorter one's words. */
const SAME_QUOTE = 0.6;

/** Who did what, in which words. */
export type Acting = Pick<ResponseView, "type" | "actor" | "quotes">;
/** The fields by which a response is assigned to an act. */
export type ReportedAct = Acting & Pick<ResponseView, "id" | "at" | "published"> & Partial<Pick<ResponseView, "standing">>;
interface Report<T extends Acting> {
  response: T;
  /** Words of the party's name, else of its description. */
  party: readonly string[];
  affiliation: readonly string[];
  /** Words that describe a party beside its name. */
  description: readonly string[];
  /** A spokesperson, a lawyer, an agent: who speaks for another. */
  speaks: boolean;
  /** Read as a person, and no report has an organisation of that name. */
  isPerson: boolean;
}
type AnyReport = Report<Acting>;

const COORDINATOR = new RegExp(`^(?:${english.grammar.words.coordinators})$`, "u");
const SPEAKS = new RegExp(english.gates.party.speaksFor, "iu");
/** Whether a party is called a spokesperson, a lawyer, an agent. */
export const speaksForOther = ({ role, description }: Party): boolean => SPEAKS.test(`${role ?? ""} ${description ?? ""}`);
/** Roles of people who do not speak for the party in their description: "a Comcast employee", "a friend of Roe". */
const BESIDE = new RegExp(`(?<![\\p{L}])(?:${english.parties.roles}|${english.gates.rolePhrase.role})(?![\\p{L}])`, "iu");
const OFFICE = new RegExp(english.gates.party.office, "iu");
/** "Homeland Security officials" belong to that body. "Iraqi officials" name no body: a demonym is none. */
const OFFICIALS = new RegExp(`^((?:\\p{Lu}[\\p{L}.&’'-]*\\s)+(?:\\p{Ll}+\\s)?)(?:${english.gates.party.officials})$`, "u");
function ownerOf({ name, affiliation, description }: Party): readonly string[] {
  const owner = name === null && affiliation === null ? (OFFICIALS.exec(description ?? "")?.[1] ?? "").trim() : (affiliation ?? "");
  return DEMONYM.test(owner) ? [] : nameWords(owner);
}
const partyWords = ({ name, description, role, affiliation }: Party): readonly string[] =>
  nameWords(name ?? description ?? [role, affiliation].filter(Boolean).join(" "));
const isBody = ({ kind }: Party): boolean => kind === "organisation" || kind === "outlet";
/** `bodies`: names under which some report has an organisation. */
const reportOf = <T extends Acting>(response: T, bodies: ReadonlySet<string> = new Set()): Report<T> => ({
  response,
  party: partyWords(response.actor),
  affiliation: ownerOf(response.actor),
  description: nameWords(response.actor.description ?? ""),
  speaks: speaksForOther(response.actor),
  isPerson: response.actor.kind === "person" && !bodies.has(partyWords(response.actor).join(" ")),
});

/** Whether both reports quote words, and the same words. */
function sameQuote(a: Acting, b: Acting): boolean {
  return a.quotes.some((x) => b.quotes.some((y) => wordOverlap(x, y) >= SAME_QUOTE));
}
/** Milliseconds between two ranges of time; 0 where they overlap or one is unknown. */
function distance(a: PublishedTime, b: PublishedTime): number {
  const gap = (from: PublishedTime, to: PublishedTime) => (from.latest === null || to.earliest === null ? 0 : to.earliest - from.latest);
  return Math.max(0, gap(a, b), gap(b, a));
}
const isNamed = ({ response }: AnyReport): boolean => response.actor.name !== null;
const isNamedPerson = (report: AnyReport): boolean => isNamed(report) && report.isPerson;
/**
 * Whether a person only has the first name or the initials of an organisation: "Elon" and "Elon University". A first name is no short form of a
 * body.
 */
const isNamesake = (person: AnyReport, body: AnyReport): boolean =>
  person.isPerson &&
  isBody(body.response.actor) &&
  person.party.length < body.party.length &&
  (person.party.every((word, i) => body.party[i] === word) || !body.party.includes(person.party[0] ?? ""));
/** Whether a party is described by another's name without speaking for it. */
const isBeside = ({ response: { actor }, speaks }: AnyReport): boolean => {
  const words = `${actor.role ?? ""} ${actor.description ?? ""}`;
  return actor.name === null && !speaks && BESIDE.test(words) && !OFFICE.test(words);
};
/**
 * Whether one party is called what describes the other: "Jane Roe, executive vice president of the board" and "the board's executive vice
 * president". It takes at least two words.
 */
const isDescribedAs = (named: AnyReport, other: AnyReport): boolean =>
  isNamedPerson(named) &&
  !isNamed(other) &&
  (other.response.actor.kind === "person" || named.speaks) &&
  Math.min(other.party.length, named.description.length) > 1 &&
  samePhrase(named.description, other.party);
/** Whether a report names several parties as one, "the PGA Tour and Woods' agent": none of them alone is the same party. */
const areSeveral = (report: AnyReport): boolean => !isNamed(report) && report.party.some((word) => COORDINATOR.test(word));
/**
 * Whether a party belongs to another one, as "a spokeswoman for the Board of Trade" does to the board. "Israeli officials" belong to no ministry
 * by that word alone.
 */
const belongsTo = ({ affiliation }: AnyReport, owner: AnyReport): boolean =>
  (isNamed(owner) || owner.response.actor.kind !== "person") &&
  (isSameInFull(affiliation, owner.party) ||
    (Math.min(affiliation.length, owner.party.length) > 1 && samePhrase(affiliation, owner.party)));
/** Whether two parties are the same: "Woody" and "Sgt. Michael Woody", or an organisation and somebody who speaks for it. */
function sameParty(a: AnyReport, b: AnyReport): boolean {
  if (areSeveral(a) || areSeveral(b)) return a.party.join(" ") === b.party.join(" ");
  if (isNamed(a) !== isNamed(b) && (isBeside(a) || isBeside(b))) return isDescribedAs(a, b) || isDescribedAs(b, a);
  if (samePhrase(a.party, b.party)) return !isNamesake(a, b) && !isNamesake(b, a);
  if (isDescribedAs(a, b) || isDescribedAs(b, a)) return true;
  const speaks = (person: AnyReport) => !isNamed(person) || person.speaks || sameQuote(a.response, b.response);
  if (belongsTo(a, b)) return speaks(a);
  if (belongsTo(b, a)) return speaks(b);
  return !isNamed(a) && !isNamed(b) && isSameInFull(a.affiliation, b.affiliation);
}
/** Whether one speaks for a party by the first word of its name, and the claim is about both: a spokeswoman for Velmark, and Velmark Foods. */
const speaksForSubject = (a: Report<ReportedAct>, { party, response }: Report<ReportedAct>): boolean =>
  a.speaks &&
  isBody(response.actor) &&
  a.response.standing === "subject" &&
  response.standing === "subject" &&
  a.affiliation.length === 1 &&
  a.affiliation[0] === party[0];
/** Whether the claim is about a party, and not about one of a longer name: "Northwater", and its subsidiary "Northwater Services". */
const isBesideSubject = (a: Report<ReportedAct>, b: Report<ReportedAct>): boolean =>
  a.response.standing === "subject" &&
  b.response.standing === "third_party" &&
  a.party.length < b.party.length &&
  a.party.every((word, i) => b.party[i] === word);
function sameAct(a: Report<ReportedAct>, b: Report<ReportedAct>): boolean {
  if (
    isBesideSubject(a, b) ||
    isBesideSubject(b, a) ||
    a.response.type !== b.response.type ||
    !(sameParty(a, b) || speaksForSubject(a, b) || speaksForSubject(b, a))
  )
    return false;
  return distance(a.response.published, b.response.published) <= SAME_ACT_MS || sameQuote(a.response, b.response);
}
const isAccount = ({ response }: AnyReport): boolean => response.actor.kind === "account";
/** Whether the parties are two persons of different names, or two accounts, however alike. One act never belongs to both, whoever they speak for. */
const areTwo = (a: AnyReport, b: AnyReport): boolean =>
  isAccount(a) && isAccount(b)
    ? a.response.actor.name !== b.response.actor.name
    : isNamedPerson(a) && isNamedPerson(b) && !samePhrase(a.party, b.party);
/** Whether the parties are the same in full, or one speaks for exactly the other. A short form is not enough, because another party may share it. */
const isSameForSure = (a: AnyReport, b: AnyReport): boolean =>
  isSameInFull(a.party, b.party) || isSameInFull(a.affiliation, b.party) || isSameInFull(b.affiliation, a.party);
/** Whether two acts may be one: they are close in time, and not by two different persons. */
const mayBeOne = (act: Report<ReportedAct>[], other: Report<ReportedAct>[]): boolean =>
  act.every((a) => other.every((b) => !areTwo(a, b) && distance(a.response.published, b.response.published) <= SAME_ACT_MS));

/** Rank of a party's description by how much it says: a full name before a surname, a name before a role. */
const fullness = ({ name, role, affiliation, description }: Party): number =>
  (name ? 1000 + name.length : 0) + (role ? 200 : 0) + (affiliation ? 100 : 0) + Math.min(description?.length ?? 0, 90);

/**
 * Adds reports to acts. A report with a shorter name joins the act of the fuller name only if exactly one act fits: with two Smiths, "Smith"
 * joins neither. Acts that one report surely fits are merged (those of "the Board of Trade", of "a Board of Trade spokeswoman" and of "BOT"),
 * unless both were already there before.
 */
function joinTo<T extends ReportedAct>(acts: Report<T>[][], reports: Report<T>[]): void {
  const settled = new Set(acts);
  const fullFirst = [...reports].sort(
    (a, b) =>
      Number(isNamedPerson(b)) - Number(isNamedPerson(a)) ||
      b.party.length - a.party.length ||
      fullness(b.response.actor) - fullness(a.response.actor) ||
      byTime(a.response, b.response),
  );
  for (const report of fullFirst) {
    const fitting = acts.filter((act) => act.some((other) => sameAct(report, other)) && !act.some((other) => areTwo(report, other)));
    const exact = fitting.filter((act) => act.some((other) => other.party.join(" ") === report.party.join(" ")));
    const sure = fitting.filter((act) => act.some((other) => sameAct(report, other) && isSameForSure(report, other)));
    const areOne = sure.every((act) => sure.every((other) => act === other || mayBeOne(act, other)));
    const chosen = exact[0] ?? (areOne ? sure[0] : undefined) ?? (fitting.length === 1 ? fitting[0] : undefined);
    if (!chosen) {
      acts.push([report]);
      continue;
    }
    chosen.push(report);
    for (const act of areOne ? sure : []) {
      if (act === chosen || !mayBeOne(act, chosen) || (settled.has(act) && settled.has(chosen))) continue;
      if (settled.has(act)) settled.add(chosen);
      chosen.push(...acts.splice(acts.indexOf(act), 1).flat());
    }
  }
}
/** Whether readers see an act, it waits for a person, or it was dropped. */
export type Stage = "public" | "waits" | "dropped";
const STAGES = ["public", "waits", "dropped"] as const;
/**
 * Groups reports by act, for the timeline, the desk and the queue. Reports that wait join the public acts, and dropped ones join both; neither
 * changes which public acts are one. Quadratic in the reports of one type.
 */
export function groupByAct<T extends ReportedAct>(responses: readonly T[], stageOf: (response: T) => Stage = () => "public"): T[][] {
  const bodies = new Set(responses.flatMap(({ actor }) => (isBody(actor) && actor.name !== null ? [partyWords(actor).join(" ")] : [])));
  return [...Map.groupBy(responses, ({ type }) => type).values()].flatMap((list) => {
    const acts: Report<T>[][] = [];
    for (const stage of STAGES)
      joinTo(
        acts,
        list.filter((response) => stageOf(response) === stage).map((response) => reportOf(response, bodies)),
      );
    return acts.map((act) => act.map(({ response }) => response));
  });
}

/** Whether two documents report the same type of act by the same party, at any time. */
export function isSameAct(a: Acting, b: Acting): boolean {
  const one = reportOf(a);
  const other = reportOf(b);
  return a.type === b.type && sameParty(one, other) && !areTwo(one, other);
}

/** The earliest time; among equal ones, a time with both bounds. */
export function earliestTime(times: PublishedTime[]): PublishedTime {
  const rank = (t: PublishedTime) => t.latest ?? t.earliest ?? Number.POSITIVE_INFINITY;
  return times.reduce((best, t) => (rank(t) < rank(best) || (rank(t) === rank(best) && best.earliest === null) ? t : best));
}

/** The distinct quotes, the longest first, without quotes that are part of a longer one. */
function distinctQuotes(quotes: string[]): string[] {
  const longFirst = [...new Set(quotes)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longFirst.filter((quote, i) => !longFirst.slice(0, i).some((longer) => wordOverlap(quote, longer) >= SAME_QUOTE));
}

function actOf(group: ResponseView[], sourceOf: (documentId: string) => ResponseSource | undefined): Act | null {
  const rows = group.sort(byTime);
  const [first] = rows;
  if (!first) return null;
  const actor = rows.map((r) => r.actor).reduce((best, party) => (fullness(party) > fullness(best) ? party : best));
  const words = partyWords(actor);
  // Of a spokeswoman and of the body for which she speaks: its words, or another spokesman's, are not hers.
  const isHers = ({ actor: said }: ResponseView) => actor.name === null || actor.kind !== "person" || samePhrase(partyWords(said), words);
  const isOwn = (response: ResponseView) => {
    const source = response.toldBy && response.toldBy.documentId !== response.documentId ? undefined : sourceOf(response.documentId);
    // A response that no other document reports is the act itself, except in an article, which reports the acts of others.
    if (response.toldBy === null && source?.kind !== "article") return true;
    if (!source || !words.length) return false;
    const isSigned = source.author !== null && samePhrase(nameWords(source.author), words);
    return isSigned || (source.kind === "press_release" && isSiteOf(actor.name ?? "", source.url));
  };
  return {
    id: first.id,
    at: first.at,
    type: first.type,
    actor,
    standing: rows.find((r) => r.standing !== "third_party")?.standing ?? first.standing,
    published: earliestTime(rows.map((r) => r.published)),
    quotes: distinctQuotes(rows.flatMap((r) => (isHers(r) ? r.quotes : []))),
    checked: rows.some((r) => r.state === "confirmed"),
    reports: rows.map((response) => ({
      responseId: response.id,
      documentId: response.documentId,
      toldBy: response.toldBy,
      quotes: response.quotes,
      state: response.state,
      url: response.url,
      own: isOwn(response),
    })),
  };
}

/**
 * The acts that a claim's response rows report, in the order of time; rejected rows do not count. Rows are one act when type and party agree
 * and their times are at most two days apart, or they quote the same words.
 */
export const actsOf = (responses: readonly ResponseView[], sourceOf: (documentId: string) => ResponseSource | undefined): Act[] =>
  groupByAct(responses.filter(({ state }) => state !== "rejected"))
    .flatMap((group) => actOf(group, sourceOf) ?? [])
    .sort(byTime);
