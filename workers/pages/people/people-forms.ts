/** The forms of the people page. A form that makes a secret is answered with the page; all others redirect to it. */
import type { Hono } from "hono";
import { Email, PersonName, Role } from "../../../shared/access/person.ts";
import { DAY } from "../../../shared/durations.ts";
import { people as words } from "../../../shared/i18n/people.en.ts";
import { Scope } from "../../../shared/model/scope.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { makeKey, renewKey, revokeKey } from "../../access/keys.ts";
import { changePerson, invite, revokeInvitation, signOutEverywhere } from "../../access/people.ts";
import { isRefused, type Refused } from "../../access/refused.ts";
import { makeCode } from "../../access/sign-in.ts";
import { namesFrom } from "../../editing/who.ts";
import type { Env } from "../../env.d.ts";
import { auditEventOf, selectAuditEvents } from "../../store/access/audit.ts";
import { listedKey, listKeys } from "../../store/access/keys.ts";
import { invitationOf, listInvitations, listPeople, personOf, selectPerson } from "../../store/access/people.ts";
import { endSession, listedSession, listSessions } from "../../store/access/sessions.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, type Ctx, faultOf, isFirst, onForm, type Sent, signedIn, unchanged } from "../ui/forms.ts";
import { setSession } from "../ui/session.ts";
import type { Viewer } from "../ui/viewer.ts";
import { claimsOf } from "./audit-forms.ts";
import { type PeopleData, peoplePage } from "./people.ts";

/** Number of decisions on the page; the others are on a page of their own. */
const DECISIONS = 8;

type Message = NonNullable<PeopleData["message"]>;
const done = (text: string, shown: Partial<Message> = {}): Message => ({ kind: "done", text, ...shown });
const problem = (text: string, field = ""): Message => ({ kind: "problem", text, field });
const { email, role, keyOwner, keyScopes, keyEnds } = words.page;
/** Labels of fields on the page. */
const LABELS: Readonly<Record<string, string>> = { email, role, owner: keyOwner, scopes: keyScopes, expiresAt: keyEnds };
/** Fields with another name than in the API. */
const FIELDS: Readonly<Record<string, string>> = { "/scopes": "scope", "/expiresAt": "ends" };
const problemOf = ({ pointer, detail }: Refused): Message =>
  problem(`${ownProperty(LABELS, pointer.slice(1)) ?? pointer.slice(1)} ${detail}.`.trim(), FIELDS[pointer] ?? pointer.slice(1));

/** The owner of the sessions that a viewer sees. */
const sessionsOf = (viewer: Viewer) => {
  const key = /^key:([^/]+)/.exec(viewer.by ?? "")?.[1];
  return key ? { key } : { person: viewer.person?.id ?? "" };
};

async function show(
  c: Ctx,
  { baseUrl, db, viewer }: Asked,
  message: PeopleData["message"],
  typed: Record<string, string> = {},
): Promise<Response> {
  const now = Date.now();
  const [all = [], invitations = [], keys = [], sessions = [], events = []] = await db.batch([
    listPeople(db),
    listInvitations(db),
    listKeys(db),
    listSessions(db, sessionsOf(viewer), now),
    selectAuditEvents(db, { by: null, since: 0, before: null, limit: DECISIONS }),
  ]);
  const decisions = events.map(auditEventOf);
  const isAdmin = viewer.may("admin");
  const page = peoplePage({
    baseUrl,
    viewer,
    now,
    people: all.map(personOf).map((p) => (isAdmin || p.id === viewer.person?.id ? p : { ...p, email: null })),
    invitations: isAdmin ? invitations.map(invitationOf) : [],
    keys: isAdmin ? keys.map(listedKey) : [],
    sessions: sessions.map(listedSession),
    decisions,
    names: { ...namesFrom(all, keys), claims: await claimsOf(db, decisions) },
    message,
    typed,
  });
  return respond(c, page, db, message?.kind === "problem" ? 422 : 200);
}

/** The message for the page itself, or the parameter for the redirect. */
type Acted = Message | { back: keyof typeof words.done };
type Act = (sent: Sent, c: Ctx, now: number) => Promise<Acted>;

/** The person that a form is about; null for none. */
async function personIn({ db, fields }: Sent) {
  const row = await db.first(selectPerson(db, fields["person"] ?? ""));
  return row ? personOf(row) : null;
}
const change =
  (to: Parameters<typeof changePerson>[2], back: "off" | "on"): Act =>
  async ({ db, fields }, _c, now) => {
    const after = await changePerson(db, fields["person"] ?? "", to, now);
    if (!after) return problem(words.refusals.gone);
    return isRefused(after) ? problemOf(after) : { back };
  };

const acts: Readonly<Record<string, Act>> = {
  async invite(sent, c, now) {
    const { db, fields } = sent;
    const name = PersonName.safeParse(fields["name"]);
    const role = Role.safeParse(fields["role"]);
    if (!name.success) return problem(faultOf(name.error, {}, words.page.name).text, "name");
    if (!role.success) return problem(words.refusals.nothing);
    const address = (fields["email"] ?? "").trim();
    const checked = address ? Email.safeParse(address) : null;
    if (checked && !checked.success) return problem(faultOf(checked.error, {}, words.page.email).text, "email");
    const asked = { name: name.data, email: checked?.data ?? null, role: role.data };
    if (!(await isFirst(sent, now))) return problem(words.refusals.invitedAlready);
    const invited = await invite(db, c.env, asked, new URL(c.req.url).origin, now);
    if (isRefused(invited)) return problemOf(invited);
    return done((invited.mailed ? words.done.mailed : words.done.invited)(name.data), { link: invited.link });
  },
  async uninvite({ db, fields }, _c, now) {
    return (await revokeInvitation(db, fields["invitation"] ?? "", now)) ? { back: "uninvited" } : problem(words.refusals.gone);
  },
  async role({ db, fields }, _c, now) {
    const role = Role.safeParse(fields["role"]);
    if (!role.success) return problem(words.refusals.nothing);
    const after = await changePerson(db, fields["person"] ?? "", { role: role.data }, now);
    if (!after) return problem(words.refusals.gone);
    return isRefused(after) ? problemOf(after) : { back: "role" };
  },
  off: change({ switchedOff: true }, "off"),
  on: change({ switchedOff: false }, "on"),
  async "signed-out"(sent, _c, now) {
    const person = await personIn(sent);
    if (!person) return problem(words.refusals.gone);
    await signOutEverywhere(sent.db, person.id, now);
    return { back: "signedOut" };
  },
  async code(sent, c, now) {
    const person = await personIn(sent);
    if (!person || person.switchedOffAt !== null) return problem(words.refusals.gone);
    const made = await makeCode(sent.db, person.id, now);
    if (!made) return problem(words.refusals.codes);
    return done(words.done.code(person.name), { secret: made.code, link: `${new URL(c.req.url).origin}/signin?code=${made.code}` });
  },
  async key(sent, _c, now) {
    const { db, fields } = sent;
    const name = PersonName.safeParse(fields["keyname"]);
    const scopes = sent.all("scope").flatMap((scope) => Scope.safeParse(scope).data ?? []);
    if (!name.success) return problem(faultOf(name.error, {}, words.page.keyName).text, "keyname");
    if (!scopes.length) return problem(words.refusals.noScope, "scope");
    const days = Number(fields["ends"]);
    const expiresAt = days > 0 && days <= 3660 ? now + days * DAY : null;
    if (!(await isFirst(sent, now))) return problem(words.refusals.madeAlready);
    const made = await makeKey(db, { name: name.data, scopes, ownerId: fields["owner"] || null, expiresAt }, now);
    return isRefused(made) ? problemOf(made) : done(words.done.key(made.key.name), { secret: made.secret });
  },
  async renew({ db, fields }, _c, now) {
    const renewed = await renewKey(db, fields["key"] ?? "", undefined, now);
    if (!renewed) return problem(words.refusals.gone);
    return isRefused(renewed) ? problemOf(renewed) : done(words.done.renewed(renewed.key.name), { secret: renewed.secret });
  },
  async revoke({ db, fields }, _c, now) {
    return (await revokeKey(db, fields["key"] ?? "", now)) ? { back: "revoked" } : problem(words.refusals.gone);
  },
};

async function act(c: Ctx, sent: Sent): Promise<Response> {
  const chosen = Object.hasOwn(acts, sent.fields["do"] ?? "") ? acts[sent.fields["do"] ?? ""] : undefined;
  if (!chosen) return unchanged(c, sent.db, 422, words.refusals.nothing);
  const acted = await chosen(sent, c, Date.now());
  if ("back" in acted) return c.redirect(`/people?did=${acted.back}`, 303);
  return show(c, sent, acted, acted.kind === "problem" ? sent.fields : {});
}

/** Ends a session of the viewer. */
async function actOnMine(c: Ctx, sent: Sent): Promise<Response> {
  const { db, viewer, fields } = sent;
  const rows = await db.rows(listSessions(db, sessionsOf(viewer), Date.now()));
  const own = rows.map(listedSession).find((session) => session.id === fields["session"]);
  if (fields["do"] !== "end" || !own) return show(c, sent, problem(words.refusals.gone));
  await db.batch([endSession(db, own.id)]);
  if (own.id !== viewer.session) return c.redirect("/people?did=ended", 303);
  setSession(c, null);
  return c.redirect("/", 303);
}

function showDone(c: Ctx, asked: Asked): Promise<Response> {
  const did = c.req.query("did") ?? "";
  const text = Object.hasOwn(words.done, did) ? words.done[did as keyof typeof words.done] : null;
  return show(c, asked, typeof text === "string" ? done(text) : null);
}

/** Puts the people page on an app. */
export function peoplePages(app: Hono<{ Bindings: Env }>): void {
  app.get("/people", signedIn("read", showDone));
  app.post("/people", onForm("admin", act));
  app.get("/people/me", (c) => c.redirect("/people#me", 302));
  app.post("/people/me", onForm("read", actOnMine));
}
