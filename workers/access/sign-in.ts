/** Signing in, with a code (sent by mail, or made by an admin), an invitation or a key. Each starts a session. */
import type { Caller } from "../../shared/access/caller.ts";
import { idOf } from "../../shared/model/id.ts";
import type { Env } from "../env.d.ts";
import { canMail, sendMail } from "../notify/mail.ts";
import { keyHash } from "../store/access/keys.ts";
import * as people from "../store/access/people.ts";
import { insertSession, sessionHash } from "../store/access/sessions.ts";
import { ConflictError, type Db } from "../store/d1.ts";
import { commit } from "./commit.ts";
import { codeHash, invitationHash, newCode, newId, newToken } from "./tokens.ts";

/** Lifetimes: a session ends a week (s) after signing in, a code after a quarter of an hour (ms). */
const SESSION_SECONDS = 7 * 86_400;
const CODE_MS = 15 * 60_000;
/** Maximum number of valid codes per person. */
const MAX_CODES = 5;

interface Begun {
  token: string;
  seconds: number;
}
interface Beginning {
  by: string;
  /** The person, or the key, that the log names. */
  subject: string;
  personId: string | null;
  keyHash: string | null;
  way: "code" | "invitation" | "key";
  userAgent: string | null;
}

/** The statements that start a session, its event, and the token for the browser. */
function sessionStatements(db: Db, b: Beginning, now: number) {
  const token = newToken();
  const row = { hash: sessionHash(token), id: newId(), personId: b.personId, keyHash: b.keyHash, browser: browserInWords(b.userAgent) };
  const event = { type: "session.begun", subject: b.subject, detail: { way: b.way }, by: b.by };
  const statements = insertSession(db, { ...row, createdAt: now, expiresAt: now + SESSION_SECONDS * 1000 });
  return { begun: { token, seconds: SESSION_SECONDS }, statements, event };
}

/** Starts a session with the key of a caller that has been checked. */
export async function signInByKey(
  db: Db,
  { caller, key, userAgent }: { caller: Caller; key: string; userAgent: string | null },
  now: number,
): Promise<Begun> {
  const { begun, statements, event } = sessionStatements(
    db,
    { by: caller.by, subject: caller.key ?? "", personId: null, keyHash: keyHash(key), way: "key", userAgent },
    now,
  );
  await commit(db, statements, [event], now);
  return begun;
}

/** Starts a session with a code, which works only once. Null if the code is unknown, used or expired, or its person was switched off. */
export async function signInByCode(db: Db, code: string, userAgent: string | null, now: number): Promise<Begun | null> {
  const hash = codeHash(code);
  if (hash === null) return null;
  const taken = await db.first(people.takeCode(db, hash));
  if (!taken || Number(taken.expires_at) <= now) return null;
  const personId = String(taken.person_id);
  const row = await db.first(people.selectPerson(db, personId));
  if (!row || row.switched_off_at !== null) return null;
  const { begun, statements, event } = sessionStatements(
    db,
    { by: `person:${personId}`, subject: personId, personId, keyHash: null, way: "code", userAgent },
    now,
  );
  await commit(db, statements, [event], now);
  return begun;
}

/** Makes a code for a person; it is valid until the returned instant (ms). Null if they have five valid codes already. */
export async function makeCode(db: Db, personId: string, now: number): Promise<{ code: string; expiresAt: number } | null> {
  const code = newCode();
  const expiresAt = now + CODE_MS;
  const [, made = []] = await db.batch(
    people.insertCode(db, { hash: codeHash(code) ?? "", personId, createdAt: now, expiresAt }, MAX_CODES),
  );
  if (!made.length) return null;
  // Whoever asks for a mail is not signed in yet, so the request is no event of that person.
  if (db.by !== null) await commit(db, [], [{ type: "person.code_made", subject: personId, detail: {} }], now);
  return { code, expiresAt };
}

/**
 * Mails a link and its code to the person with an e-mail address, if there is one. Call it after the answer, so that the caller cannot tell whether
 * somebody has the address.
 */
export async function mailCode(db: Db, env: Env, { email, baseUrl }: { email: string; baseUrl: string }, now: number): Promise<void> {
  if (!canMail(env)) return;
  const row = await db.first(people.selectPersonByEmail(db, email));
  const person = row && people.personOf(row);
  if (!person || person.switchedOffAt !== null) return;
  const made = await makeCode(db, person.id, now);
  if (!made) return;
  const { code } = made;
  const text = `Hello ${person.name},

open this page within 15 minutes to sign in to Whence:
${baseUrl}/signin?code=${code}

Or type this code on the page where you asked for it: ${code}

It works once. If you did not ask for it, do nothing: nobody is signed in.
`;
  await sendMail(env, { to: email, subject: "Sign in to Whence", text });
}

/** The invitation of a link; null if it is unknown, used, revoked or expired. */
export async function invitationOf(db: Db, token: string, now: number) {
  if (!/^[0-9a-f]{64}$/.test(token)) return null;
  const row = await db.first(people.selectInvitation(db, invitationHash(token), now));
  return row ? people.invitationOf(row) : null;
}

/** Uses an invitation: adds the person and signs them in. Null if it cannot be used any more, or somebody else has its e-mail address by now. */
export async function join(
  db: Db,
  { token, name, userAgent }: { token: string; name: string; userAgent: string | null },
  now: number,
): Promise<Begun | null> {
  const invitation = await invitationOf(db, token, now);
  if (!invitation) return null;
  const hash = invitationHash(token);
  const { email, role } = invitation;
  const id = idOf("p", hash);
  const by = `person:${id}`;
  if (email !== null) {
    const held = await db.rows(people.selectPersonByEmail(db, email));
    if (held.length) return null;
  }
  const beginning = { by, subject: id, personId: id, keyHash: null, way: "invitation", userAgent } as const;
  const { begun, statements, event } = sessionStatements(db, beginning, now);
  try {
    await commit(
      db,
      [...people.useInvitation(db, hash, id, now), people.insertPerson(db, { id, name, email, role, createdAt: now }), ...statements],
      [{ type: "person.joined", subject: id, detail: { role }, by }, event],
      now,
    );
  } catch (error) {
    if (error instanceof ConflictError || people.isEmailHeld(error)) return null;
    throw error;
  }
  return begun;
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b|\biPad\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];
/** The browser and system of a session, such as "Firefox on Windows", so that people recognise their own browsers. */
function browserInWords(userAgent: string | null): string {
  const named = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = named(BROWSERS);
  const system = named(SYSTEMS);
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? "another program");
}
