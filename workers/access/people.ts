/** Actions of admins on people: invite them, change their role, switch them off. */
import type { Role } from "../../shared/access/person.ts";
import { DAY } from "../../shared/durations.ts";
import type { Env } from "../env.d.ts";
import { canMail, sendMail } from "../notify/mail.ts";
import * as store from "../store/access/people.ts";
import { endSessionsOf } from "../store/access/sessions.ts";
import { ConflictError, type Db } from "../store/d1.ts";
import { disableSubscriptionsOf } from "../store/notify/subscriptions.ts";
import { commit } from "./commit.ts";
import { type Refused, refused } from "./refused.ts";
import { invitationHash, newId, newToken } from "./tokens.ts";

/** How long (ms) the link of an invitation is valid by default. */
const INVITATION_MS = 7 * DAY;

interface Invited {
  id: string;
  link: string;
  expiresAt: number;
  /** Whether the link was sent by mail; if not, the admin has to pass it on. */
  mailed: boolean;
}
const TAKEN = refused("/email", "already belongs to somebody here");
const isTaken = async (db: Db, email: string) => (await db.rows(store.selectPersonByEmail(db, email))).length > 0;
/** Invites somebody: makes a link with which one person can join, once. Refused if somebody has the e-mail address already. */
export async function invite(
  db: Db,
  env: Env,
  asked: { name: string; email: string | null; role: Role; expiresAt?: number | undefined },
  baseUrl: string,
  now: number,
): Promise<Invited | Refused> {
  const { name, email, role, expiresAt = now + INVITATION_MS } = asked;
  if (expiresAt <= now) return refused("/expiresAt", "is in the past");
  if (email !== null && (await isTaken(db, email))) return TAKEN;
  const token = newToken();
  const id = newId();
  const row = {
    hash: invitationHash(token),
    id,
    name,
    email,
    role,
    invitedBy: db.by ?? "local",
    createdAt: now,
    expiresAt,
  };
  await commit(db, [store.insertInvitation(db, row)], [{ type: "person.invited", subject: id, detail: { role } }], now);
  const link = `${baseUrl}/join/${token}`;
  const text = `Hello ${name},

you are invited to work with Whence at ${baseUrl}. Open this page to join; the link works once, within a week:
${link}
`;
  const mailed =
    email !== null && canMail(env) && (await sendMail(env, { to: email, subject: "You are invited to Whence", text })).why === null;
  return { id, link, expiresAt, mailed };
}

/** Revokes an invitation. False if no usable invitation has this id. */
export async function revokeInvitation(db: Db, id: string, now: number): Promise<boolean> {
  const rows = await db.rows(store.revokeInvitation(db, id, now));
  if (rows.length) await commit(db, [], [{ type: "person.uninvited", subject: id, detail: {} }], now);
  return rows.length > 0;
}

interface PersonChange {
  name?: string | undefined;
  email?: string | null | undefined;
  role?: Role | undefined;
  switchedOff?: boolean | undefined;
}
/** Changes a person; null if there is none. A person who is switched off is signed out everywhere; their keys and subscriptions stop working. */
export async function changePerson(db: Db, id: string, change: PersonChange, now: number): Promise<store.Person | Refused | null> {
  const [rows = [], others = []] = await db.batch([store.selectPerson(db, id), store.selectOtherAdmin(db, id)]);
  const before = rows[0] && store.personOf(rows[0]);
  if (!before) return null;
  const { name = before.name, email = before.email, role = before.role, switchedOff = before.switchedOffAt !== null } = change;
  const after = { ...before, name, email, role, switchedOffAt: switchedOff ? (before.switchedOffAt ?? now) : null };
  const wasAdmin = before.role === "admin" && before.switchedOffAt === null;
  if (wasAdmin && (role !== "admin" || switchedOff) && !others.length)
    return refused(switchedOff ? "/switchedOff" : "/role", "would leave nobody who is an admin");
  if (email !== null && email !== before.email && (await isTaken(db, email))) return TAKEN;
  const detail = {
    ...(role !== before.role && { role: [before.role, role] }),
    ...(switchedOff !== (before.switchedOffAt !== null) && { switchedOff }),
    ...((name !== before.name || email !== before.email) && { details: true }),
  };
  if (!Object.keys(detail).length) return before;
  try {
    const statements = [
      ...store.updatePerson(db, before, after),
      ...(switchedOff ? [endSessionsOf(db, id), disableSubscriptionsOf(db, "person", id, "who made it was switched off")] : []),
    ];
    await commit(db, statements, [{ type: "person.changed", subject: id, detail }], now);
  } catch (error) {
    if (store.isEmailHeld(error)) return TAKEN;
    if (error instanceof ConflictError) return refused("", "Somebody else has changed this person just now. Look again, then repeat it");
    throw error;
  }
  return after;
}

/** Signs a person out everywhere. */
export async function signOutEverywhere(db: Db, id: string, now: number): Promise<void> {
  await commit(db, [endSessionsOf(db, id)], [{ type: "person.signed_out", subject: id, detail: {} }], now);
}
