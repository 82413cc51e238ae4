/** The workspace of a claim: its lines in every state, its owner, notes and decisions. One call to D1. */
import { listKeys } from "../access/keys.ts";
import { listPeople } from "../access/people.ts";
import { type ClaimSummary, selectClaim, selectPhrasings, summaryOf } from "../claims/claims.ts";
import { selectEmbed, settingsOf } from "../claims/embeds.ts";
import { type Note, noteOf, selectNotes, selectOwners } from "../claims/notes.ts";
import type { Db, Row } from "../d1.ts";
import { FIRST_LINE, type LinePlace, selectLinesInAllStates, selectResponses } from "../relations/sightings.ts";
import { type SightingRow, sightingOf } from "../relations/stored-sighting.ts";
import { type Decision, decisionOf, selectDecision, selectDecisions } from "./decisions.ts";
import { type SourceRow, sourcesOn } from "./review.ts";
import { selectCounts, selectSourcesOn, waitingIn } from "./suggestions.ts";

export interface Workspace {
  claim: ClaimSummary;
  lines: SightingRow[];
  /** The sources that wait. */
  sources: SourceRow[];
  /** The last of these, if there are more. */
  more: LinePlace | null;
  owner: string | null;
  notes: Note[];
  history: Decision[];
  /** The decision that the request names. */
  decision: Decision | null;
  settings: ReturnType<typeof settingsOf>;
  people: Row[];
  keys: Row[];
  /** Whether sources are searched for the claim. */
  watched: boolean;
  /** The number of waiting acts of all claims. */
  waiting: number;
}
/** Maximum number of lines that are shown, so that a page reads at most 300 rows in all. */
const MAX_LINES = 150;
/** Maximum number of responses that are shown beside these, wherever they are in time: two rows each. */
const MAX_RESPONSES = 40;
const MAX_HISTORY = 12;
const MAX_NOTES = 20;

/** A claim as its editors see it, with its lines after a place; null if there is none. */
export async function readWorkspace(db: Db, id: string, did: string | null, after = FIRST_LINE): Promise<Workspace | null> {
  const rows = await db.load({
    claim: selectClaim(db, id),
    phrasings: selectPhrasings(db, id),
    lines: selectLinesInAllStates(db, id, MAX_LINES + 1, after),
    responses: selectResponses(db, id, MAX_RESPONSES),
    owner: selectOwners(db, [id]),
    notes: selectNotes(db, id, MAX_NOTES),
    history: selectDecisions(db, id, null, MAX_HISTORY),
    decision: did ? [selectDecision(db, did)] : [],
    embed: selectEmbed(db, id),
    people: listPeople(db),
    keys: listKeys(db),
    watch: db.statement("SELECT since FROM watched_claim WHERE claim_id = ?1", id),
    counts: selectCounts(db),
    ...selectSourcesOn(db, id),
  });
  if (!rows.claim[0]) return null;
  const decision = rows.decision.flat()[0];
  const lines = rows.lines.slice(0, MAX_LINES).map(sightingOf);
  const there = new Set(lines.map((line) => line.id));
  const last = rows.lines[MAX_LINES] && lines.at(-1);
  return {
    claim: summaryOf(
      rows.claim[0],
      rows.phrasings.map((row) => String(row.text)),
    ),
    lines: [...lines, ...rows.responses.map(sightingOf).filter((line) => !there.has(line.id))],
    sources: sourcesOn(rows),
    more: last ? { listed: Number(last.listed), at: last.at, id: last.id } : null,
    owner: rows.owner[0] ? String(rows.owner[0].owner) : null,
    notes: rows.notes.map(noteOf),
    history: rows.history.map(decisionOf),
    decision: decision ? decisionOf(decision) : null,
    settings: settingsOf(rows.embed[0]),
    people: rows.people,
    keys: rows.keys,
    watched: rows.watch.length > 0,
    waiting: waitingIn(rows.counts),
  };
}
