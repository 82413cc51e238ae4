/** What the desk keeps beside a claim: who is on it, and notes that only the desk sees. */
import { mentionsIn } from "../../shared/access/mentions.ts";
import { digest } from "../../shared/model/id.ts";
import { noChanges, noConditions, persist } from "../pipeline/persist.ts";
import { listPeople, personOf, selectPerson } from "../store/access/people.ts";
import { deleteNote, insertNote, type Note, noteOf, selectNotes, selectOwners, setOwner } from "../store/claims/notes.ts";
import type { Db } from "../store/d1.ts";
import type { EventRow } from "../store/jobs/events.ts";
import type { EditProblem } from "./problem.ts";

type Statement = ReturnType<typeof insertNote>;
/** Writes a statement with what the log says of it. The log has no words of notes. */
async function write(db: Db, statement: Statement, event: EventRow, now: number): Promise<void> {
  await persist(db, { ...noChanges(), events: [event] }, noConditions(), now, [statement]);
}

/** Adds a note to a claim. The event names the people whom it calls with an @, so that they can be told. */
export async function addNote(db: Db, claimId: string, text: string, now: number): Promise<{ note: Note; mentions: string[] }> {
  const [rows = []] = await db.batch([listPeople(db)]);
  const mentions = mentionsIn(
    text,
    rows.map(personOf).filter((p) => p.switchedOffAt === null),
  );
  const id = digest(`note:${crypto.randomUUID()}`).slice(0, 16);
  const note: Note = { id, claimId, at: now, by: db.by, text };
  await write(db, insertNote(db, note), { type: "note.added", subject: claimId, detail: { note: id, mentions } }, now);
  return { note, mentions };
}

/** Deletes a note: one's own, or anybody's by an admin. Null when there is none with this id on the claim. */
export async function dropNote(db: Db, claimId: string, id: string, isAdmin: boolean, now: number): Promise<true | EditProblem | null> {
  const [rows = []] = await db.batch([selectNotes(db, claimId)]);
  const note = rows.map(noteOf).find((one) => one.id === id);
  if (!note) return null;
  if (!isAdmin && note.by !== db.by) return { pointer: "", detail: "Only who wrote a note, or an admin, deletes it" };
  await write(db, deleteNote(db, note), { type: "note.deleted", subject: claimId, detail: { note: id } }, now);
  return true;
}

/** Says who is on a claim; null: nobody. */
export async function assignClaim(db: Db, claimId: string, owner: string | null, now: number): Promise<true | EditProblem> {
  const [people = [], owners = []] = await db.batch([selectPerson(db, owner ?? ""), selectOwners(db, [claimId])]);
  const person = people[0] && personOf(people[0]);
  if (owner !== null && (!person || person.switchedOffAt !== null)) return { pointer: "/owner", detail: "is nobody who is here" };
  const before = owners[0] ? String(owners[0].owner) : null;
  if (before === owner) return true;
  await write(db, setOwner(db, claimId, owner, now), { type: "claim.assigned", subject: claimId, detail: { owner: [before, owner] } }, now);
  return true;
}
