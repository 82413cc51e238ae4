/** Plans the changes of a decision: collects them item by item from the rows read, to be written once. */

import { isSameEdge } from "../../../shared/model/edge.ts";
import { claimIdOf } from "../../../shared/model/id.ts";
import { type Party, partyWith } from "../../../shared/model/party.ts";
import { responseTypes } from "../../../shared/model/response.ts";
import { READER, statedStance } from "../../../shared/model/sighting.ts";
import { parseTime } from "../../../shared/model/time.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { type DecisionEdit, type DecisionVerb, PUT_BACK } from "../../../shared/review/decision.ts";
import { marksOf } from "../../../shared/review/readers.ts";
import type { Conditions } from "../../pipeline/persist.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import type { DecidedItem } from "../../store/desk/decisions.ts";
import { sourceId } from "../../store/desk/suggestions.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import { sightingChanges } from "../../store/relations/line-changes.ts";
import { lineKey, type SightingRow, sightingKey } from "../../store/relations/stored-sighting.ts";
import { ClaimEdit } from "../claims/edit.ts";
import { newParents, sameEdge, withEdge } from "../edges.ts";
import { hasUnreadWords, namesUnread, needsSecondLook, sightingEvents, whyLook } from "../sightings.ts";

/** Lines that were not made public, and why. */
export interface Held {
  id: string;
  because: string;
}
/** Maximum number of claims whose history shows a decision on a source of their document. */
const MAX_CLAIMS = 20;

/** The status that a decision gives a claim, by verb; other verbs use the status that the caller asks for. */
const STATUS_AFTER = { accept: "open", reject: "archived", wait: "proposed" } as const;

/** Why a claim is not public yet, if the instance requires a second look. */
export const SECOND_LOOK = "names a person: somebody else has to ask for a second look first";

/** Gathers the changes of one decision. */
export class DecisionPlan {
  readonly items: DecidedItem[] = [];
  readonly held: Held[] = [];
  /** Lines that readers see from now on. */
  readonly shown: SightingRow[] = [];
  readonly #seen: ReadonlySet<string>;
  readonly #now: number;
  readonly #sightings = new Map<string, { before: SightingRow; after: SightingRow }>();
  readonly #edges = new Map<string, { live: EdgeRow[]; wanted: EdgeRow[] }>();
  readonly #edit: ClaimEdit;
  readonly #live: SightingRow[];

  constructor(
    read: { live: SightingRow[]; claims: ReadonlyMap<string, ClaimSummary>; wordings: Map<string, Set<string>> },
    seen: string[],
    now: number,
  ) {
    this.#seen = new Set(seen);
    this.#now = now;
    this.#live = read.live;
    this.#edit = new ClaimEdit(read.claims, read.wordings, now);
  }

  /** Accepts, rejects, edits or postpones a sighting; a line that must be reviewed first and was not `seen` is held. */
  sighting(before: SightingRow, wanted: DecisionVerb, edit: DecisionEdit | undefined, claim: ClaimSummary): void {
    // Changing a waiting line accepts it.
    const verb = wanted === "edit" && !before.listed ? "accept" : wanted;
    const item: DecidedItem = { kind: "sighting", do: verb, claim: before.claimId, document: before.documentId, id: before.id };
    const edited = edit ? editedLine(before, edit) : before;
    const because = verb === "accept" || verb === "edit" ? whyLook(before, claim.text) : null;
    if (because && !this.#seen.has(before.id)) {
      this.held.push({ id: before.id, because });
      return;
    }
    const after = { ...edited, ...this.#after(verb, edited), recordedAt: this.#now };
    // A form that was sent as it was found is no decision.
    if (verb === "edit" && sightingKey(before) === sightingKey(after)) return;
    this.#put(before, after);
    this.items.push(item);
    if (after.listed && claim.visibility !== "private") this.shown.push(after);
  }

  /** Whether a line's words were shown to the person. */
  isSeen(id: string): boolean {
    return this.#seen.has(id);
  }
  /** A line that is public with its claim: confirmed if it was read; else it waits if it must be read, or is shown without unreviewed words. */
  line(before: SightingRow, claim: ClaimSummary): void {
    const isSeen = this.isSeen(before.id);
    const because = claim.visibility === "private" ? whyLook(before, claim.text) : null;
    if (!because && !(isSeen && hasUnreadWords(before, claim.text))) return;
    if (!isSeen) this.held.push({ id: before.id, because: because ?? "" });
    const verb = isSeen ? "accept" : "wait";
    this.#put(before, { ...before, ...this.#after(verb, before), recordedAt: this.#now });
    this.items.push({ kind: "sighting", do: verb, claim: before.claimId, document: before.documentId, id: before.id });
  }

  /** Accepts, rejects or postpones an edge; the primary edge of its child is chosen again. */
  edge(before: EdgeRow, live: EdgeRow[], verb: DecisionVerb): void {
    const shown = this.#live.filter((s) => s.listed && s.documentId === before.childId).map((s) => s.claimId);
    const claims = [...new Set(shown)].slice(0, MAX_CLAIMS);
    const item: DecidedItem = { kind: "edge", do: verb, child: before.childId, parent: before.parentId ?? "", type: before.type, claims };
    if (verb === "edit" || verb === "wait") {
      this.held.push({ id: sourceId(before), because: "is a source: accept it, reject it or put it off" });
      return;
    }
    this.items.push(item);
    if (verb === "later") return;
    const state = verb === "accept" ? "confirmed" : "rejected";
    const held = this.#edges.get(before.childId) ?? { live, wanted: live };
    const { read: _, ...evidence } = before.evidence;
    const isRead = verb === "accept" && this.#seen.has(sourceId(before));
    const decided = { ...before, state, method: "person", evidence: isRead ? { ...evidence, read: true as const } : evidence } as const;
    held.wanted = withEdge(held.wanted, { ...decided, recordedAt: this.#now });
    this.#edges.set(before.childId, held);
  }

  /** Follows, drops or changes a claim; `wordings`: further wordings to add. */
  claim(
    before: ClaimSummary,
    verb: DecisionVerb,
    edit: DecisionEdit = {},
    { wordings = [] as string[], isAskedByOther = false } = {},
  ): void {
    if (verb === "ask") {
      // `into` marks the wording in question, by the claim id that it would have.
      this.items.push({ kind: "claim", do: verb, id: before.id, into: claimIdOf(before.text) });
      return;
    }
    const { wording, subject, visibility, status: asked } = edit;
    const status = ownProperty(STATUS_AFTER, verb) ?? asked;
    const wanted = visibility ?? (verb === "accept" && before.status === "proposed" ? "private" : undefined);
    // The wording of a proposal comes from a text. Whoever publishes the claim must have read it, or write another.
    const isUnread = before.status === "proposed" && wording === undefined && !this.#seen.has(before.id) && namesUnread(before.text);
    let shown = isUnread && wanted !== undefined ? "private" : wanted;
    if (shown !== wanted) this.held.push({ id: before.id, because: "has a wording that may name a person, and that was not shown" });
    if (before.visibility === "private" && shown && shown !== "private" && needsSecondLook(before) && !isAskedByOther) {
      this.held.push({ id: before.id, because: SECOND_LOOK });
      shown = "private";
    }
    const isChanged = this.#edit.patch(before, {
      ...(wording !== undefined && { text: wording }),
      ...(subject !== undefined && { subject }),
      ...(shown !== undefined && { visibility: shown }),
      ...(status !== undefined && { status }),
      addPhrasings: wordings,
    });
    // Nor is such a form here.
    if (isChanged || verb !== "edit") this.items.push({ kind: "claim", do: verb, id: before.id });
  }

  /** The fields of a line that a decision sets. If the line was read, its words are marked as read. */
  #after(verb: DecisionVerb, line: SightingRow): Partial<SightingRow> {
    const isRead = this.#seen.has(line.id) && verb !== "reject" && verb !== "wait";
    const unread = verb === "later" ? line.read : [];
    return { ...stateAfter(verb, line), read: isRead ? marksOf(line) : unread };
  }

  #put(before: SightingRow, after: SightingRow): void {
    const known = this.#sightings.get(lineKey(before));
    this.#sightings.set(lineKey(before), { before: known?.before ?? before, after });
  }

  changes() {
    const sightings = { add: [] as SightingRow[], close: [] as SightingRow[] };
    for (const { before, after } of this.#sightings.values()) {
      if (sightingKey(before) === sightingKey(after)) continue;
      sightings.add.push(after);
      sightings.close.push(before);
    }
    const edges = { add: [] as EdgeRow[], close: [] as EdgeRow[] };
    for (const { live, wanted } of this.#edges.values()) {
      edges.add.push(...wanted.filter((e) => !live.some((old) => sameEdge(old, e))));
      edges.close.push(...live.filter((old) => edges.add.some((e) => isSameEdge(e, old))));
    }
    const claims = this.#edit.changes();
    const moved = sightingChanges(sightings, this.#now);
    const children = [...this.#edges.keys()];
    return {
      ...claims,
      ...moved,
      edges,
      touched: this.#live.filter((s) => s.listed && children.includes(s.documentId)).map((s) => s.claimId),
      events: [
        ...claims.events,
        ...sightings.add.flatMap((s) => sightingEvents([s], `sighting.${s.state === "suggested" ? "restored" : s.state}`)),
        ...edges.add
          .filter((e) => e.method === "person")
          .map((e) => ({ type: `edge.${e.state}`, subject: e.childId, detail: { parent: e.parentId, type: e.type } })),
      ],
      jobs: { ...moved.jobs, again: [...moved.jobs.again, ...children] },
    };
  }

  /** The new primary parents of documents, by child. */
  newParents(): Map<string, string | null> {
    const edges = [...this.#edges.values()];
    return newParents(
      edges.flatMap(({ live }) => live),
      edges.flatMap(({ wanted }) => wanted),
    );
  }

  conditions(): Partial<Conditions> {
    const documentIds = new Set([...this.#sightings.values()].map(({ before }) => before.documentId));
    return {
      sightings: { documentIds, live: this.#live },
      unresolved: [...documentIds, ...this.#edges.keys()],
      edges: { childIds: [...this.#edges.keys()], live: [...this.#edges.values()].flatMap(({ live }) => live) },
      acyclic: this.newParents().keys(),
      claims: this.#edit.versions(),
    };
  }
}

/** The fields that a person's decision sets. A line that waits again counts as a machine's suggestion, whoever decided before. */
export function stateAfter(verb: DecisionVerb, { method, reasons }: SightingRow): Partial<SightingRow> {
  const before = reasons.filter((reason) => reason !== PUT_BACK);
  if (verb === "accept" || verb === "edit") return { state: "confirmed", listed: true, method: "person", reasons: before };
  if (verb === "reject") return { state: "rejected", listed: false, method: "person", reasons: before };
  if (verb !== "wait") return {};
  return { state: "suggested", listed: false, method: method === "person" ? READER : method, reasons: [...before, PUT_BACK] };
}

const orNull = (value: string) => value || null;
function editedParty(party: Party | null, { who, kind, described, affiliation }: DecisionEdit): Party | null {
  if (who === undefined && kind === undefined && described === undefined && affiliation === undefined) return party;
  const before = party ?? partyWith("person", null);
  return {
    ...before,
    ...(who !== undefined && { name: who }),
    ...(kind !== undefined && { kind }),
    ...(described !== undefined && { role: orNull(described), description: null }),
    ...(affiliation !== undefined && { affiliation: orNull(affiliation) }),
  };
}

/** The fields of a line that a decision may have changed. Its document's parents are not among them: they may have changed since, and stay. */
export const DECIDED_FIELDS = [
  "state",
  "listed",
  "method",
  "role",
  "stance",
  "stanceUnsure",
  "certainty",
  "quote",
  "attributedTo",
  "read",
  "response",
  "published",
  "at",
  "score",
] as const satisfies (keyof SightingRow)[];
/** A line with a person's corrections. */
function editedLine(sighting: SightingRow, edit: DecisionEdit): SightingRow {
  const { type, standing, when, stance, certainty, quote } = edit;
  const published = (when !== undefined && parseTime(when, "human")) || null;
  const row: SightingRow = {
    ...sighting,
    ...(certainty !== undefined && { certainty }),
    ...(quote !== undefined && { quote: { exact: quote, prefix: "", suffix: "" } }),
    attributedTo: editedParty(sighting.attributedTo, edit),
  };
  if (!sighting.response) return { ...row, ...(stance !== undefined && statedStance(stance)) };
  const actor = editedParty(sighting.response.actor, edit) ?? sighting.response.actor;
  const response = { ...sighting.response, actor, type: type ?? sighting.response.type, standing: standing ?? sighting.response.standing };
  return {
    ...row,
    response: quote === undefined ? response : { ...response, quotes: [quote] },
    attributedTo: actor,
    stance: stance ?? (type ? (responseTypes[type]?.stance ?? sighting.stance) : sighting.stance),
    ...(published && { published, at: published.earliest ?? published.latest ?? sighting.at }),
  };
}
