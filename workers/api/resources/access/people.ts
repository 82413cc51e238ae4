/** People, their roles, and the invitations by which they join. */
import * as z from "zod";
import { Email, PersonId, PersonName, Role } from "../../../../shared/access/person.ts";
import { isoTime } from "../../../../shared/iso.ts";
import { Scope } from "../../../../shared/model/scope.ts";
import { changePerson, invite, revokeInvitation, signOutEverywhere } from "../../../access/people.ts";
import { isRefused } from "../../../access/refused.ts";
import { makeCode } from "../../../access/sign-in.ts";
import { invitationOf, listInvitations, listPeople, type Person, personOf, selectPerson } from "../../../store/access/people.ts";
import { Problem, refusalOf } from "../../problem.ts";
import { type Context, route } from "../../route.ts";
import { isoOrNull } from "../../views/instant.ts";
import { viewOf } from "../../views/view.ts";
import { Instant } from "./keys.ts";

export const PersonOut = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable().describe("Told to admins, and to the person"),
    role: Role,
    createdAt: z.string(),
    seenAt: z.string().nullable().describe("Their last request, to the hour"),
    switchedOffAt: z.string().nullable(),
  })
  .meta({ id: "Person" });
const InvitationOut = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role: Role,
    invitedBy: z.string().describe("As events tell it"),
    createdAt: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: "Invitation" });
const Params = z.strictObject({ id: PersonId.describe("The person's id") });

function answerOf(p: Person, { caller, may }: Context) {
  const maySeeEmail = may("admin") || caller?.person?.id === p.id;
  const createdAt = isoTime(p.createdAt);
  const seenAt = isoOrNull(p.seenAt);
  const switchedOffAt = isoOrNull(p.switchedOffAt);
  return viewOf(PersonOut, p, { email: maySeeEmail ? p.email : null, createdAt, seenAt, switchedOffAt });
}
const noPerson = () => new Problem("not-found", "No person has this id.");

const peopleRoutes = [
  route({
    method: "GET",
    path: "/v1/me",
    scope: "read",
    summary: "Who you are: the person or key, and what it allows",
    description: "Decisions with this key or session are recorded under this name.",
    example: {},
    response: z.object({
      by: z.string().describe("As events tell it: person:ID, key:ID or key:ID/OWNER"),
      scopes: z.array(Scope),
      person: z.object({ id: z.string(), name: z.string(), role: Role }).nullable(),
    }),
    async handle({ caller }) {
      return { body: { by: caller?.by, scopes: caller?.scopes, person: caller?.person } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/people",
    scope: "read",
    summary: "List the people who work here",
    description: "Those that are switched off come last. Only admins see e-mail addresses.",
    example: {},
    response: z.object({ people: z.array(PersonOut), next: z.null() }),
    async handle(context) {
      const rows = await context.db.rows(listPeople(context.db));
      return { body: { people: rows.map((row) => answerOf(personOf(row), context)), next: null } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/people/{id}",
    scope: "read",
    summary: "Get a person",
    description: "Only admins and the person see the e-mail address.",
    example: { params: { id: "p00000000000000000000000000" } },
    params: Params,
    response: PersonOut,
    async handle(context, { params }) {
      const row = await context.db.first(selectPerson(context.db, params.id));
      if (!row) throw noPerson();
      return { body: answerOf(personOf(row), context) };
    },
  }),
  route({
    method: "PATCH",
    path: "/v1/people/{id}",
    scope: "admin",
    summary: "Change a person's name, e-mail address or role, or switch them off: they are signed out, and their keys are not taken",
    description: "A field that is not sent stays. A change of role holds at once. The last admin stays one.",
    example: { params: { id: "p00000000000000000000000000" }, body: { role: "reviewer" } },
    params: Params,
    body: z.strictObject({
      name: PersonName.optional(),
      email: Email.nullable().optional(),
      role: Role.optional(),
      switchedOff: z.boolean().optional(),
    }),
    response: PersonOut,
    async handle(context, { params, body }) {
      const after = await changePerson(context.db, params.id, body, context.now());
      if (!after) throw noPerson();
      if (isRefused(after)) throw refusalOf(after);
      return { body: answerOf(after, context) };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/people/{id}/sessions",
    scope: "admin",
    summary: "Sign a person out everywhere",
    description: "Their keys stay.",
    example: { params: { id: "p00000000000000000000000000" } },
    params: Params,
    response: z.object({ id: z.string() }),
    async handle({ db, now }, { params }) {
      await requirePerson(db, params.id);
      await signOutEverywhere(db, params.id, now());
      return { body: { id: params.id } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/people/{id}/sign-in-codes",
    scope: "admin",
    summary: "Make a code that signs a person in, once, within 15 minutes; for instances that send no mail",
    description: "A person may hold five at once.",
    example: { params: { id: "p00000000000000000000000000" } },
    idempotency: "secret",
    params: Params,
    status: 201,
    response: z.object({ code: z.string(), link: z.string(), expiresAt: z.string() }),
    async handle({ db, now, baseUrl }, { params }) {
      await requirePerson(db, params.id);
      const made = await makeCode(db, params.id, now());
      if (!made)
        throw new Problem("conflict", "They have five codes that are still good. Wait until one is over.", [], { "retry-after": "900" });
      const { code, expiresAt } = made;
      return {
        body: { code, link: `${baseUrl}/signin?code=${code}`, expiresAt: isoTime(expiresAt) },
        headers: { "cache-control": "no-store" },
      };
    },
  }),
];

/** Throws a 404 for somebody who is not here, or was switched off. */
async function requirePerson(db: Context["db"], id: string): Promise<void> {
  const row = await db.first(selectPerson(db, id));
  if (!row || row.switched_off_at !== null) throw noPerson();
}

const invitationRoutes = [
  route({
    method: "POST",
    path: "/v1/invitations",
    scope: "admin",
    summary: "Invite somebody by a link, which works once and is shown this once; it goes by mail where the instance sends mail",
    description: "Nobody is a person of the instance before they open the link and give their name.",
    example: { body: { name: "Ana Ruiz", email: "ana@paper.example", role: "reviewer" } },
    idempotency: "secret",
    body: z.strictObject({
      name: PersonName,
      email: Email.optional(),
      role: Role,
      expiresAt: Instant.optional().describe("RFC 3339, with zone. Default: in a week"),
    }),
    status: 201,
    response: z.object({ id: z.string(), link: z.string(), expiresAt: z.string(), mailed: z.boolean() }),
    async handle({ db, env, baseUrl, now }, { body }) {
      const { name, email = null, role, expiresAt } = body;
      const invited = await invite(
        db,
        env,
        { name, email, role, expiresAt: expiresAt ? Date.parse(expiresAt) : undefined },
        baseUrl,
        now(),
      );
      if (isRefused(invited)) throw refusalOf(invited);
      return { body: { ...invited, expiresAt: isoTime(invited.expiresAt) }, headers: { "cache-control": "no-store" } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/invitations",
    scope: "admin",
    summary: "List the invitations that nobody has used",
    description: "Expired ones are listed too, until they are taken back.",
    example: {},
    response: z.object({ invitations: z.array(InvitationOut), next: z.null() }),
    async handle({ db }) {
      const rows = await db.rows(listInvitations(db));
      const invitations = rows
        .map(invitationOf)
        .map((one) => viewOf(InvitationOut, one, { createdAt: isoTime(one.createdAt), expiresAt: isoTime(one.expiresAt) }));
      return { body: { invitations, next: null } };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/invitations/{id}",
    scope: "admin",
    summary: "Take an invitation back",
    description: "Its link does not work from then on.",
    example: { params: { id: "1111111111111111" } },
    params: z.strictObject({ id: z.string().max(64).describe("The invitation's id") }),
    response: z.object({ id: z.string() }),
    async handle({ db, now }, { params }) {
      if (!(await revokeInvitation(db, params.id, now()))) throw new Problem("not-found", "No invitation that could be used has this id.");
      return { body: { id: params.id } };
    },
  }),
];

export const personRoutes = [...peopleRoutes, ...invitationRoutes];
