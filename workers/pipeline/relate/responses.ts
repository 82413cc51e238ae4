/** The responses of a document, as rows: those that it reports, and the one that a post itself is because of whose account it is from. */

import { isPost } from "../../../shared/model/document.ts";
import { idOf } from "../../../shared/model/id.ts";
import { nameOf, type Party, partyWith } from "../../../shared/model/party.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import { type ResponseType, responseTypes, type Standing } from "../../../shared/model/response.ts";
import { READER, REPLY, VERIFIED_ACCOUNT } from "../../../shared/model/sighting.ts";
import { respondedAt } from "../../../shared/read/dates/answered-time.ts";
import { kindOfName } from "../../../shared/read/parties/name-kinds.ts";
import { nameIn } from "../../../shared/read/parties/own-name.ts";
import { ownCorrectionIn } from "../../../shared/read/responses/own-corrections.ts";
import { likelyOwnType, ownResponseType, standingOfActor } from "../../../shared/read/responses/own-posts.ts";
import { byRule, type ReportedResponse } from "../../../shared/read/responses/to-claims.ts";
import { quoteOf } from "../../../shared/text/quote-selector.ts";
import { isNamedIn } from "../../../shared/timeline/party-names.ts";
import type { ActorRow } from "../../store/documents/accounts.ts";
import { publishPolicy } from "../../store/publishing.ts";
import { newSighting, reporting, withLastNames } from "../../store/relations/sighting-rows.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Context } from "../context/context.ts";
import { repliedTo } from "../context/references.ts";
import type { Work } from "../read.ts";

/** The document that reports responses; `base`: the fields that all its sightings have. */
interface Reporter {
  work: Work;
  reading: Reading;
  base: ReturnType<typeof newSighting>;
  context: Context;
}

/** The sighting of a response that a document reports, or (`observed`) is. It is listed only where readers see it unchecked. */
export function responseSighting(
  { work: { document, capture }, reading, base, context }: Reporter,
  { response: read, claimId, at, probability, reasons }: ReportedResponse,
  seen: "observed" | "reported" = "reported",
): SightingRow {
  const words = read.quotes[0] ?? read.passage;
  const id = idOf("s", claimId, document.id, read.type, nameOf(read.actor) ?? "", words.text);
  const { type, actor, standing, url } = read;
  const response = { type, actor, standing, quotes: read.quotes.map((q) => q.text), seen, url };
  const stored = context.sightings.find((one) => one.id === id);
  const published = respondedAt(read.publishedAt, document, capture, stored?.published);
  return {
    ...base,
    published,
    id,
    claimId,
    listed: publishPolicy() === "all",
    at,
    role: "respond",
    stance: responseTypes[type]?.stance ?? "comment",
    quote: quoteOf(reading.document.text, words.start, words.end),
    attributedTo: actor,
    method: READER,
    score: probability,
    reasons,
    response,
    toldBy: reporting(document),
  };
}

/**
 * The sightings of a post, with the responses that the post itself is. If a person bound its account to a party, the post is that party's response if
 * its own words state one. Otherwise a response is only suggested for review, in two cases: the account's party is the subject of the claim, or the
 * account goes by a name in the claim.
 */
export function withOwnResponses(work: Work, context: Context, sightings: SightingRow[], now: number) {
  const { document, reading, textId } = work;
  if (!reading || !isPost(document)) return sightings;
  const { text, lang, title } = reading.document;
  const base = { ...newSighting(document, lang, textId, now), title: document.title ?? title };
  const reporter = { work, reading, base, context };
  const actor = context.actors.get(document.accountId ?? "");
  return sightings.flatMap((sighting) => {
    if (sighting.documentId !== document.id || sighting.role === "respond") return [sighting];
    // A post that itself waits is suggested as an answer beside that.
    if (!sighting.listed) return sighting.state === "suggested" ? suggestedAsOwn(actor, sighting, reporter) : [sighting];
    // What a reply says of the claim of its thread is misread too often to be confirmed without a person.
    const type = actor && sighting.method !== REPLY ? ownResponseType(text, lang, sighting.stance) : null;
    return actor && type ? [respondedAs(actor, type, sighting, reporter)] : suggestedAsOwn(actor, sighting, reporter);
  });
}

const partyOf = ({ kind, name, role, affiliation }: ActorRow): Party => ({ kind, name, description: null, role, affiliation });

/** What a post says of a claim, as the response of the party whose account it is. */
function respondedAs(actor: ActorRow, type: ResponseType, sighting: SightingRow, { work, context }: Reporter): SightingRow {
  const { seen, url } = work.document;
  const party = partyOf(actor);
  const standing = standingOfActor(actor, context.claims.get(sighting.claimId)?.subject ?? null);
  const response = { type, actor: party, standing, quotes: sighting.quote ? [sighting.quote.exact] : [], seen, url };
  return {
    ...sighting,
    role: "respond",
    stanceUnsure: false,
    state: "confirmed",
    method: VERIFIED_ACCOUNT,
    attributedTo: party,
    response,
  };
}

/** Whose response a post may be, why, and its type where the post tells it. */
interface OwnAnswer {
  party: Party;
  reason: string;
  standing: Standing;
  type?: ResponseType;
}

/** The party whose own post this may be, with the reason: the party is named in the claim or is its subject. Null for anybody else's post. */
function ownPartyOf(actor: ActorRow | undefined, { claimId }: SightingRow, { work, context }: Reporter): OwnAnswer | null {
  const { id, author, handle } = work.document;
  const claim = context.claims.get(claimId);
  const text = (context.candidates.get(id) ?? []).flat().find((one) => one.claimId === claimId)?.text ?? claim?.text ?? "";
  if (actor)
    return isNamedIn(actor.name, text) || standingOfActor(actor, claim?.subject ?? null) === "subject"
      ? { party: partyOf(actor), reason: `its account belongs to ${actor.name}`, standing: "subject" }
      : null;
  const name = nameIn([author, handle], text);
  if (!name) return null;
  return { party: partyWith(kindOfName(name), name), reason: `its account goes by the name of ${name}`, standing: "subject" };
}

/**
 * The account of a post that corrects or takes back what it posted: in a thread of its own, or in plain words anywhere. Null for another post, and
 * where it answers somebody else's.
 */
function correctorOf(actor: ActorRow | undefined, { method }: SightingRow, { work, reading, context }: Reporter): OwnAnswer | null {
  const { accountId, author, handle } = work.document;
  const found = ownCorrectionIn(reading.document.text, reading.document.lang);
  const name = actor?.name ?? author ?? handle;
  if (!found || !name) return null;
  const answered = context.documents.get(repliedTo(work, context) ?? "");
  const isOwnThread = accountId !== null && answered?.accountId === accountId;
  if (!isOwnThread && (method === REPLY || found.type !== "retraction")) return null;
  const party: Party = actor ? partyOf(actor) : partyWith(kindOfName(name), name);
  return { party, reason: "its account corrects what it posted", standing: "amplifier", type: found.type };
}

/** The sighting of a post, with the response that the post may be. Nothing is added for anybody else's post. */
function suggestedAsOwn(actor: ActorRow | undefined, s: SightingRow, reporter: Reporter) {
  const { work, reading, context } = reporter;
  const { text, lang } = reading.document;
  const own = ownPartyOf(actor, s, reporter) ?? correctorOf(actor, s, reporter);
  if (!own) return [s];
  const { url, published: publishedAt } = work.document;
  const said = { start: 0, end: text.length, text: s.quote?.exact ?? text };
  const type = own.type ?? likelyOwnType(text, lang, s.stance);
  const read = {
    type,
    actor: own.party,
    standing: own.standing,
    quotes: [said],
    cue: said,
    passage: said,
    rule: "own post",
    url,
    publishedAt,
  };
  const sighting = responseSighting(reporter, { ...byRule(read, s.claimId, s.at), reasons: [own.reason] }, "observed");
  const isRejected = context.sightings.some((one) => one.id === sighting.id && one.state === "rejected");
  const told = isRejected || sighting.listed ? s : { ...s, tellsResponse: true };
  return [told, ...withLastNames([sighting], text)];
}
