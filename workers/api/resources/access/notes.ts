/** What only the desk sees of a claim: its owner, and notes. */
import * as z from "zod";
import { PersonId } from "../../../../shared/access/person.ts";
import { isoTime } from "../../../../shared/iso.ts";
import { Id, text } from "../../../../shared/model/fields.ts";
import { addNote, assignClaim, dropNote } from "../../../editing/notes.ts";
import { listPeople } from "../../../store/access/people.ts";
import { type Note, noteOf, selectNotes, selectOwners } from "../../../store/claims/notes.ts";
import { ClaimParams } from "../../names.ts";
import { Problem, refusalOf } from "../../problem.ts";
import { type Context, route } from "../../route.ts";
import { visibleClaim } from "../claims.ts";

const NoteOut = z
  .object({
    id: z.string(),
    claim: Id,
    at: z.string(),
    by: z.string().nullable().describe("Who wrote it, as events tell it"),
    text: z.string(),
  })
  .meta({ id: "Note" });
const OwnerOut = z.object({ id: z.string(), name: z.string() }).nullable().describe("Who is on the claim");

const answerOf = ({ claimId, at, ...note }: Note) => ({ ...note, claim: claimId, at: isoTime(at) });

/** The owner of a claim with their name; null for none. */
async function ownerOf({ db }: Context, claimId: string) {
  const [owners = [], people = []] = await db.batch([selectOwners(db, [claimId]), listPeople(db)]);
  const id = owners[0] ? String(owners[0].owner) : null;
  return id === null ? null : { id, name: String(people.find((row) => row.id === id)?.name ?? "") };
}

export const noteRoutes = [
  route({
    method: "GET",
    path: "/v1/claims/{id}/notes",
    scope: "read",
    summary: "Read what only the desk sees of a claim: who is on it, and notes, newest first",
    description: "Up to 200 notes.",
    example: { params: { id: "bridge" } },
    params: ClaimParams,
    response: z.object({ owner: OwnerOut, notes: z.array(NoteOut), next: z.null() }),
    async handle(context, { params }) {
      const { id } = await visibleClaim(context, params.id);
      const rows = await context.db.rows(selectNotes(context.db, id));
      return { body: { owner: await ownerOf(context, id), notes: rows.map(noteOf).map(answerOf), next: null } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/notes",
    scope: "ingest",
    summary: "Write a note on a claim, for the desk only",
    description: "`@Name` calls a person: the event `note.added` names them. The log holds no words of the note.",
    example: { params: { id: "bridge" }, body: { text: "@Ana Ruiz: the council answers by Friday" } },
    params: ClaimParams,
    body: z.strictObject({ text: text(5000).trim().min(1) }),
    status: 201,
    idempotency: "words",
    response: NoteOut.extend({ mentions: z.array(z.string()).describe("The people whom it calls") }),
    async handle(context, { params, body }) {
      const { id } = await visibleClaim(context, params.id);
      const { note, mentions } = await addNote(context.db, id, body.text, context.now());
      return { body: { ...answerOf(note), mentions } };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/claims/{id}/notes/{note}",
    scope: "ingest",
    summary: "Delete a note: your own, as an admin anybody's",
    description: "Its words are gone for good.",
    example: { params: { id: "bridge", note: "3333333333333333" } },
    params: ClaimParams.extend({ note: z.string().max(64).describe("The note's id") }),
    response: z.object({ id: z.string() }),
    async handle(context, { params }) {
      const { id } = await visibleClaim(context, params.id);
      const dropped = await dropNote(context.db, { claimId: id, id: params.note, isAdmin: context.may("admin") }, context.now());
      if (!dropped) throw new Problem("not-found", "No note on this claim has this id.");
      if (dropped !== true) throw new Problem("forbidden", `${dropped.detail}.`);
      return { body: { id: params.note } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/claims/{id}/owner",
    scope: "review",
    summary: "Say who is on a claim",
    description: "`me` is who asks; null takes the owner away. Readers never see it.",
    example: { params: { id: "bridge" }, body: { owner: null } },
    params: ClaimParams,
    body: z.strictObject({ owner: z.union([PersonId, z.literal("me")]).nullable() }),
    response: z.object({ owner: OwnerOut }),
    async handle(context, { params, body: { owner } }) {
      const { id } = await visibleClaim(context, params.id);
      const who = owner === "me" ? (context.caller?.person?.id ?? "") : owner;
      const assigned = await assignClaim(context.db, id, who, context.now());
      if ("detail" in assigned) throw refusalOf(assigned);
      return { body: { owner: await ownerOf(context, id) } };
    },
  }),
];
