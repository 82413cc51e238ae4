/**
 * Groups responses into acts: one act by one party, reported by any number of documents (its reports). Twenty-seven articles on one denial
 * are one act with 27 reports. The result does not depend on the order of the input.
 */
import { isSiteOf } from "../edges/evidence/source-credit.ts";
import type { Party } from "../model/party.ts";
import type { State } from "../model/state.ts";
import type { PublishedTime } from "../model/time.ts";
import { byTime } from "./order.ts";
import { nameWords, samePhrase, wordOverlap } from "./party-names.ts";
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
/** It has the id and the sort key of its first report, the fullest description of its party, its earliest time and its distinct quotes, the fullest first. */
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
const SAME_ACT_MS = 48 * 3_600_000;
/** Two quotes of one statement share at least this fraction of the shorter one's words. */
const SAME_QUOTE = 0.6;

interface Report {
  response: ResponseView;
  /** Words of the party's own name, else of how it is described. */
  party: string[];
  affiliation: string[];
}

const partyWords = ({ name, description, role, affiliation }: Party): string[] =>
  nameWords(name ?? description ?? [role, affiliation].filter(Boolean).join(" "));

/** Whether both reports quote words, and the same words. */
function sameQuote(a: ResponseView, b: ResponseView): boolean {
  return a.quotes.some((x) => b.quotes.some((y) => wordOverlap(x, y) >= SAME_QUOTE));
}
/** Milliseconds between two ranges of time; 0 where they overlap or one is unknown. */
function distance(a: PublishedTime, b: PublishedTime): number {
  const gap = (from: PublishedTime, to: PublishedTime) => (from.latest === null || to.earliest === null ? 0 : to.earliest - from.latest);
  return Math.max(0, gap(a, b), gap(b, a));
}
/** "Elon", a person, and "Elon University": a first name is no short form of a body. */
const isNamesake = (person: Report, body: Report): boolean =>
  person.response.actor.kind === "person" &&
  /^(?:organisation|outlet)$/.test(body.response.actor.kind) &&
  person.party.length < body.party.length &&
  person.party.every((word, i) => body.party[i] === word);
/** "Woody" and "Sgt. Michael Woody"; or an organisation and an unnamed person who speaks for it. */
function sameParty(a: Report, b: Report): boolean {
  if (a.party.length && b.party.length && samePhrase(a.party, b.party)) return !isNamesake(a, b) && !isNamesake(b, a);
  const speaksFor = (person: Report, organisation: Report) =>
    person.affiliation.length > 0 && organisation.party.length > 0 && samePhrase(person.affiliation, organisation.party);
  const unnamed = (r: Report) => r.response.actor.name === null;
  if (speaksFor(a, b)) return unnamed(a) || sameQuote(a.response, b.response);
  if (speaksFor(b, a)) return unnamed(b) || sameQuote(a.response, b.response);
  return unnamed(a) && unnamed(b) && a.affiliation.length > 0 && samePhrase(a.affiliation, b.affiliation);
}
function sameAct(a: Report, b: Report): boolean {
  if (a.response.type !== b.response.type || !sameParty(a, b)) return false;
  return distance(a.response.published, b.response.published) <= SAME_ACT_MS || sameQuote(a.response, b.response);
}

/** Rank of a party's description by how much it says: a full name before a surname, a name before a role. */
const fullness = ({ name, role, affiliation, description }: Party): number =>
  (name ? 1000 + name.length : 0) + (role ? 200 : 0) + (affiliation ? 100 : 0) + Math.min(description?.length ?? 0, 90);

/** Reports with a shorter name join the act of the party with the fuller name if exactly one act fits: with two Smiths, "Smith" joins neither. */
function groups(reports: Report[]): Report[][] {
  const fullFirst = [...reports].sort(
    (a, b) => b.party.length - a.party.length || fullness(b.response.actor) - fullness(a.response.actor) || byTime(a.response, b.response),
  );
  const acts: Report[][] = [];
  for (const report of fullFirst) {
    const fitting = acts.filter((act) => act.some((other) => sameAct(report, other)));
    const exact = fitting.filter((act) => act.some((other) => other.party.join(" ") === report.party.join(" ")));
    const chosen = exact[0] ?? (fitting.length === 1 ? fitting[0] : undefined);
    if (chosen) chosen.push(report);
    else acts.push([report]);
  }
  return acts;
}

/** The earliest time; among equal ones, a time with both bounds. */
function earliestTime(times: PublishedTime[]): PublishedTime {
  const rank = (t: PublishedTime) => t.latest ?? t.earliest ?? Number.POSITIVE_INFINITY;
  return times.reduce((best, t) => (rank(t) < rank(best) || (rank(t) === rank(best) && best.earliest === null) ? t : best));
}

/** The distinct quotes, the longest first, without quotes that are part of a longer one. */
function distinctQuotes(quotes: string[]): string[] {
  const longFirst = [...new Set(quotes)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longFirst.filter((quote, i) => !longFirst.slice(0, i).some((longer) => wordOverlap(quote, longer) >= SAME_QUOTE));
}

function actOf(group: Report[], sourceOf: (documentId: string) => ResponseSource | undefined): Act | null {
  const rows = group.map((report) => report.response).sort(byTime);
  const [first] = rows;
  if (!first) return null;
  const actor = rows.map((r) => r.actor).reduce((best, party) => (fullness(party) > fullness(best) ? party : best));
  const words = partyWords(actor);
  const isOwn = (r: ResponseView) => {
    const source = r.toldBy && r.toldBy.documentId !== r.documentId ? undefined : sourceOf(r.documentId);
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
    quotes: distinctQuotes(rows.flatMap((r) => r.quotes)),
    checked: rows.some((r) => r.state === "confirmed"),
    reports: rows.map((r) => ({
      responseId: r.id,
      documentId: r.documentId,
      toldBy: r.toldBy,
      quotes: r.quotes,
      state: r.state,
      url: r.url,
      own: isOwn(r),
    })),
  };
}

/**
 * The acts that a claim's response rows report, in the order of time; rejected rows do not count. Rows are one act when type and party agree
 * and their times are at most two days apart, or they quote the same words. Quadratic in the rows of one type.
 */
export function actsOf(responses: readonly ResponseView[], sourceOf: (documentId: string) => ResponseSource | undefined): Act[] {
  const byType = new Map<string, Report[]>();
  for (const response of responses) {
    if (response.state === "rejected") continue;
    const report = { response, party: partyWords(response.actor), affiliation: nameWords(response.actor.affiliation ?? "") };
    const others = byType.get(response.type);
    if (others) others.push(report);
    else byType.set(response.type, [report]);
  }
  return [...byType.values()]
    .flatMap(groups)
    .flatMap((group) => actOf(group, sourceOf) ?? [])
    .sort(byTime);
}
