/** Sightings and responses of one document, from its reading and the candidates of its statements. */

import { MATCHER } from "../../../shared/match/index.ts";
import { idOf } from "../../../shared/model/id.ts";
import type { Party } from "../../../shared/model/party.ts";
import type { Quote } from "../../../shared/model/quote.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import { responseTypes } from "../../../shared/model/response.ts";
import type { Role, Stance } from "../../../shared/model/sighting.ts";
import { stanceOf } from "../../../shared/read/stance/stance.ts";
import { quoteOf } from "../../../shared/text/quote-selector.ts";
import { excerpt } from "../../../shared/text/segment.ts";
import { noticed } from "../../../shared/timeline/availability.ts";
import { hostOf } from "../../../shared/url.ts";
import type { ActorRow } from "../../store/claims/accounts.ts";
import type { ClaimRow } from "../../store/claims/claims.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { NO_TIME } from "../../store/documents/texts.ts";
import type { ResponseRow } from "../../store/relations/responses.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import { assertedIn, best, decidedOf, stanceIn } from "../context/assertions.ts";
import type { Surroundings } from "../context/context.ts";
import { claimIdOf, nameOf, reportedDocument, reportedIdsOf, toldTimes } from "../context/reported-documents.ts";
import type { Work } from "../read.ts";
import { answeredAt, answersOf } from "./responses.ts";
import { OWN, ownAnswer, partyOf, standingOfActor } from "./verified-account.ts";

/** Rows that reading makes carry its name and version. */
export const READER = "read-1";

/** What a timeline row prints of a document. */
export function shownOf(d: StoredDocument, lang: string | null, textId: string | null) {
  return {
    documentId: d.id,
    seen: d.seen,
    seenAt: d.seenAt,
    published: d.published,
    kind: d.kind,
    platform: d.platform,
    place: d.told?.place ?? null,
    url: d.url,
    title: d.title,
    author: d.author,
    lang: d.lang ?? lang,
    translated: d.told?.translated ?? false,
    accountId: d.accountId,
    family: d.family,
    textId,
    wireCredit: d.wireCredit,
    told: d.told,
    availability: noticed(d.availability),
    otherParents: [],
  };
}
/** The sort key of an observed document: its earliest time, else the latest that it can have; we, or an archive, saw it, so no later than that. */
export function sortKey(d: StoredDocument): number {
  return d.published.earliest ?? d.published.latest ?? Math.min(d.seenAt ?? NO_TIME, d.availability?.archived?.at ?? NO_TIME);
}
export function roleOf(stance: Stance): Role {
  return stance === "support" || stance === "deny" ? "assert" : "report";
}

export type Made = { claims: ClaimRow[]; sightings: SightingRow[]; responses: ResponseRow[] };

/** Sightings and responses of one document and of what it tells of; where these came from is not known yet. */
export function sightingsOf(work: Work, around: Surroundings, now: number): Made {
  return work.reading ? fromReading(work, work.reading, around, now) : inherited(work, around, now);
}

/** A bare repost says what it reposts, and is seen with the claims of that. */
function inherited(work: Work, around: Surroundings, now: number): Made {
  const { document } = work;
  const source = around.sightings.filter((s) => s.documentId === document.parentId && s.listed && s.role !== "respond");
  return {
    claims: [],
    responses: [],
    sightings: source.map((s) => ({
      ...s,
      ...shownOf(document, s.lang, null),
      id: idOf("s", s.claimId, document.id),
      at: sortKey(document),
      toldBy: null,
      attributedTo: null,
      quote: null,
      excerpt: null,
      parent: null,
      method: "rule: repost",
      state: "suggested",
      recordedAt: now,
    })),
  };
}

function fromReading(work: Work, reading: Reading, around: Surroundings, now: number): Made {
  const { document } = work;
  const ids = reportedIdsOf(document.id, reading);
  const text = reading.document.text;
  const candidates = around.candidates.get(document.id) ?? [];
  const decided = decidedOf(document.id, around.sightings);
  const out: Made = { claims: [], sightings: [], responses: [] };
  const isPost = document.kind === "post" || document.kind === "comment";
  const base = {
    ...shownOf(document, reading.document.lang, work.textId),
    title: document.title ?? reading.document.title,
    at: sortKey(document),
    toldBy: null,
    parent: null,
    recordedAt: now,
    response: null,
  };
  const sight = (
    claimId: string,
    listed: boolean,
    fields: {
      stance: Stance;
      quote: Quote | null;
      score: number | null;
      method: string;
      reasons: string[];
      certainty: SightingRow["certainty"];
      hedges: string[];
      attributedTo: Party | null;
    },
  ) => {
    const id = idOf("s", claimId, document.id);
    const before = out.sightings.find((s) => s.id === id);
    if (before && (before.listed || !listed)) return;
    // Words that leave no doubt stand before those that did.
    out.sightings = out.sightings.filter((s) => s !== before);
    out.sightings.push({
      ...base,
      ...fields,
      claimId,
      id,
      listed,
      role: roleOf(fields.stance),
      state: "suggested",
      excerpt: fields.quote ? null : excerpt(text, 200) || null,
    });
  };
  /** The claim that has these words, which is proposed where nobody has it. */
  const propose = (words: string): string => {
    const id = claimIdOf(words);
    const known = around.claims.get(id);
    if (!known && !out.claims.some((c) => c.id === id))
      out.claims.push({
        id,
        ref: null,
        text: words,
        lang: reading.document.lang,
        status: "proposed",
        visibility: "private",
        subject: null,
        createdAt: now,
        recordedAt: now,
        mergedInto: null,
      });
    return known?.mergedInto ?? id;
  };
  if (isPost) {
    const said = reading.claims[0];
    const fields = {
      quote: said ? quoteOf(text, said.quote.start, said.quote.end) : null,
      certainty: said?.certainty ?? "unstated",
      hedges: said?.hedges ?? [],
      attributedTo: said?.attributedTo ?? null,
    };
    const stance = (claim: string) => stanceTowards(text, claim, document.kind, reading.document.lang);
    for (const { claimId, text: claim, decision, score, reasons } of best(candidates[0] ?? [], decided))
      sight(claimId, decision === "linked", { ...fields, stance: stance(claim), score, method: MATCHER, reasons });
    const group = around.groups.get(document.id);
    if (group) {
      sight(propose(group.text), true, { ...fields, stance: stance(group.text), score: null, method: READER, reasons: [group.why] });
    }
    const actor = around.actors.get(document.accountId ?? "");
    return actor ? answered(out, document, reading, actor, around) : out;
  }
  const claimIds = reading.claims.map((claim, i) => {
    const found = best(candidates[i] ?? [], decided);
    const quote = quoteOf(text, claim.quote.start, claim.quote.end);
    const fields = { stance: claim.stance, quote, certainty: claim.certainty, hedges: claim.hedges, attributedTo: claim.attributedTo };
    for (const c of found) sight(c.claimId, c.decision === "linked", { ...fields, score: c.score, method: MATCHER, reasons: c.reasons });
    const linked = found.find((c) => c.decision === "linked");
    if (linked) return linked.claimId;
    const id = propose(claim.text);
    sight(id, true, { ...fields, score: null, method: READER, reasons: [] });
    return id;
  });
  const asserted = assertedIn(around.asserted.get(document.id) ?? [], decided);
  for (const { said, candidate, linked } of asserted) {
    const stance = stanceIn(said, text, candidate, document.kind);
    const { quote, certainty, hedges, by: attributedTo } = said;
    const fields = { stance, quote, certainty, hedges, attributedTo, score: candidate.score, method: MATCHER, reasons: candidate.reasons };
    sight(candidate.claimId, linked, fields);
  }
  const times = toldTimes(reading, base.at);
  const isCopy = (around.near.get(document.id) ?? []).some((n) => n.textId === work.textId);
  const teller = { documentId: document.id, label: document.author ?? hostOf(document.url) ?? "" };
  reading.reported.forEach((told, i) => {
    const claimId = claimIds[told.claim];
    const id = ids[i];
    if (!claimId || !id) return;
    const row = reportedDocument(told, id, document.id);
    out.sightings.push({
      ...shownOf(row, told.lang, null),
      id: idOf("s", claimId, id),
      claimId,
      listed: true,
      at: times.reported[i] ?? base.at,
      role: told.role,
      stance: told.stance,
      certainty: "unstated",
      hedges: [],
      quote: told.quote ? quoteOf(text, told.quote.start, told.quote.end) : null,
      attributedTo: null,
      state: "suggested",
      method: READER,
      score: null,
      reasons: [],
      response: null,
      title: null,
      excerpt: told.quote ? null : excerpt(told.passage.text, 240),
      toldBy: teller,
      parent: null,
      recordedAt: now,
    });
  });
  for (const { answer, claimId, at } of answersOf(reading, isCopy, { claimIds, times: times.responses }, asserted, base.at)) {
    const id = idOf("s", claimId, document.id, answer.type, nameOf(answer.actor) ?? "", answer.quotes[0]?.text ?? answer.passage.text);
    if (out.responses.some((r) => r.id === id)) continue;
    const words = answer.quotes[0] ?? answer.passage;
    const response = {
      type: answer.type,
      actor: answer.actor,
      standing: answer.standing,
      quotes: answer.quotes.map((q) => q.text),
      seen: "reported" as const,
      url: answer.url,
    };
    const published = answeredAt(
      answer,
      work,
      around.sightings.find((one) => one.id === id),
    );
    out.sightings.push({
      ...base,
      published,
      id,
      claimId,
      listed: true,
      at,
      role: "respond",
      stance: responseTypes[answer.type]?.stance ?? "comment",
      certainty: "unstated",
      hedges: [],
      quote: quoteOf(text, words.start, words.end),
      attributedTo: answer.actor,
      state: "suggested",
      method: READER,
      score: null,
      reasons: [],
      response,
      excerpt: null,
      toldBy: teller,
    });
    out.responses.push({
      ...response,
      id,
      claimId,
      at,
      state: "suggested",
      published,
      documentId: document.id,
      toldBy: teller,
      recordedAt: now,
    });
  }
  return out;
}

/** What the actor of a bound account says for or against a claim is its response. */
function answered(made: Made, document: StoredDocument, reading: Reading, actor: ActorRow, around: Surroundings): Made {
  const responses: ResponseRow[] = [];
  const sightings = made.sightings.map((s): SightingRow => {
    const type = s.listed ? ownAnswer(reading.document.text, reading.document.lang, s.stance) : null;
    if (!type) return s;
    const { id, claimId, at, recordedAt } = s;
    const party = partyOf(actor);
    const standing = standingOfActor(actor, around.subjects.get(claimId) ?? null);
    const response = { type, actor: party, standing, quotes: s.quote ? [s.quote.exact] : [], seen: document.seen, url: document.url };
    const own = { id, claimId, at, recordedAt, state: "confirmed" as const, published: document.published };
    responses.push({ ...response, ...own, documentId: document.id, toldBy: null });
    return { ...s, role: "respond", state: "confirmed", method: OWN, attributedTo: party, response };
  });
  return { ...made, sightings, responses };
}
/** A text's stance towards a claim that it is known to be about. */
export function stanceTowards(text: string, claim: string, kind: string, lang: string): Stance {
  const { label } = stanceOf(text, claim, { kind, lang });
  return label === "unrelated" ? "observe" : label;
}
