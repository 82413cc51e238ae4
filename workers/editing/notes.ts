/** What the desk stores beside a claim: its owner, notes for editors, how its story is shown. Each change is a decision that can be undone. */
import { mentionsIn } from "../../shared/access/mentions.ts";
import { digest } from "../../shared/model/id.ts";
import { shownMark } from "../../shared/review/shown.ts";
import { type EmbedSettings, patchedSettings } from "../../shared/timeline/story/embed-settings.ts";
import { persist } from "../pipeline/persist.ts";
import { forgetWords } from "../store/access/idempotency.ts";
import { listPeople, personOf, selectPerson } from "../store/access/people.ts";
import { selectClaim, summaryOf } from "../store/claims/claims.ts";
import { selectEmbed, settingsOf } from "../store/claims/embeds.ts";
import { deleteNote, insertNote, type Note, noteOf, selectNotes, selectOwners, setOwner } from "../store/claims/notes.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import type { EventRow } from "../store/jobs/events.ts";
import { instantAfter } from "../store/versions.ts";
import { newDecision } from "./decisions/new-decision.ts";
import { type EditProblem, LATE } from "./problem.ts";

type Statement = ReturnType<typeof insertNote>;
/** Writes statements with their event. Events have no words of notes. */
async function write(db: Db, statements: Statement | Statement[], event: EventRow, now: number, also: Statement[] = []): Promise<void> {
  await persist(db, { events: [event] }, {}, now, [...[statements].flat(), ...also]);
}

/** Adds a note to a claim. The event has the people whom it mentions with an @, to notify them. Undoing `decision` removes the note. */
export async function addNote(
  db: Db,
  claimId: string,
  text: string,
  now: number,
): Promise<{ note: Note; mentions: string[]; decision: string }> {
  const rows = await db.rows(listPeople(db));
  const mentions = mentionsIn(
    text,
    rows.map(personOf).filter((p) => p.switchedOffAt === null),
  );
  const id = digest(`note:${crypto.randomUUID()}`).slice(0, 16);
  const note: Note = { id, claimId, at: now, by: db.by, text };
  const decision = newDecision(db, { kind: "note", do: "add", id: claimId, note: id }, now);
  await write(db, insertNote(db, note), { type: "note.added", subject: claimId, detail: { note: id, mentions } }, now, decision.statements);
  return { note, mentions, decision: decision.id };
}

/** Deletes a note: people may delete their own, admins any. Null if the claim has no note with this id. */
export async function dropNote(
  db: Db,
  { claimId, id, isAdmin }: { claimId: string; id: string; isAdmin: boolean },
  now: number,
  also: Statement[] = [],
): Promise<true | EditProblem | null> {
  const rows = await db.rows(selectNotes(db, claimId));
  const note = rows.map(noteOf).find((one) => one.id === id);
  if (!note) return null;
  if (!isAdmin && note.by !== db.by) return { pointer: "", detail: "Only who wrote a note, or an admin, deletes it" };
  await write(db, [...deleteNote(db, note), forgetWords(db)], { type: "note.deleted", subject: claimId, detail: { note: id } }, now, also);
  return true;
}

/** Sets the owner of a claim; null: nobody. Gives the decision; null if nothing changed; LATE if the owner differs from the one `shown`. */
export function assignClaim(
  db: Db,
  claimId: string,
  owner: string | null,
  now: number,
  shown?: string,
): Promise<{ decision: string | null } | EditProblem> {
  return whileConflicting(() => assign(db, claimId, owner, now, shown));
}
async function assign(
  db: Db,
  claimId: string,
  owner: string | null,
  begun: number,
  shown: string | undefined,
): Promise<{ decision: string | null } | EditProblem> {
  const [people = [], owners = []] = await db.batch([selectPerson(db, owner ?? ""), selectOwners(db, [claimId])]);
  const person = people[0] && personOf(people[0]);
  if (owner !== null && (!person || person.switchedOffAt !== null)) return { pointer: "/owner", detail: "is nobody who is here" };
  const before = owners[0] ? String(owners[0].owner) : null;
  if (shown && shown !== shownMark(before)) return LATE;
  if (before === owner) return { decision: null };
  const now = instantAfter(
    begun,
    owners.map((row) => Number(row.at)),
  );
  const decision = newDecision(db, { kind: "owner", do: "edit", id: claimId, before }, now);
  await putOwner(db, { claimId, before, owner }, now, decision.statements);
  return { decision: decision.id };
}
interface ChangedOwner {
  claimId: string;
  /** The owner that the claim must still have. */
  before: string | null;
  owner: string | null;
}
/** Stores the owner of a claim, with other statements in the same transaction. */
export function putOwner(db: Db, { claimId, before, owner }: ChangedOwner, now: number, also: Statement[]): Promise<void> {
  return write(
    db,
    setOwner(db, claimId, { before, owner }, now),
    { type: "claim.assigned", subject: claimId, detail: { owner: [before, owner] } },
    now,
    also,
  );
}

/**
 * Patches the embed settings of a claim, or of the claim that it was merged into. Gives the decision, which can be undone; null if nothing changed;
 * LATE if the settings differ from those `shown`.
 */
export function changeEmbed(
  db: Db,
  claimId: string,
  patchOf: (before: EmbedSettings) => Readonly<Record<string, unknown>>,
  begun: number,
  shown?: string,
): Promise<{ decision: string | null } | EditProblem> {
  return whileConflicting(async () => {
    const { embeds, claims } = await db.load({ embeds: selectEmbed(db, claimId), claims: selectClaim(db, claimId) });
    const claim = claims[0] && summaryOf(claims[0]);
    if (claim?.mergedInto) return changeEmbed(db, claim.mergedInto, patchOf, begun, shown);
    const before = settingsOf(embeds[0]);
    if (shown && shown !== shownMark(before)) return LATE;
    const patch = patchOf(before);
    const after = patchedSettings(before, patch);
    if (JSON.stringify(after) === JSON.stringify(before)) return { decision: null };
    const now = instantAfter(
      begun,
      embeds.map((row) => Number(row.changed_at)),
    );
    const decision = newDecision(db, { kind: "embed", do: "edit", id: claimId, before }, now);
    await putSettings(
      db,
      { claimId, settings: after, changed: Object.keys(patch), version: claim?.version ?? null },
      now,
      decision.statements,
    );
    return { decision: decision.id };
  });
}
interface ChangedSettings {
  claimId: string;
  settings: EmbedSettings;
  /** The names of the settings that change. */
  changed: string[];
  /** The version of the claim from which they were derived, if it must still hold. */
  version?: string | null;
}
/** Stores the embed settings of a claim, with other statements in the same transaction. */
export async function putSettings(
  db: Db,
  { claimId, settings, changed: names, version }: ChangedSettings,
  now: number,
  also: Statement[],
): Promise<void> {
  const detail = { changed: names.map((name) => `embed.${name}`) };
  const changes = { embeds: [{ claimId, settings }], touched: [claimId], events: [{ type: "claim.changed", subject: claimId, detail }] };
  await persist(db, changes, { unmerged: [claimId], claims: version === undefined ? [] : [[claimId, version]] }, now, also);
}
