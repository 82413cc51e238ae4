/** Finds the caller of a request and what they may do: the holder of a key, or a person with a session or through Cloudflare Access. */
import type { Context } from "hono";
import { parse } from "hono/utils/cookie";
import type { Caller } from "../../shared/access/caller.ts";
import { type Role, scopesOfRole } from "../../shared/access/person.ts";
import { HOUR } from "../../shared/durations.ts";
import { Scope } from "../../shared/model/scope.ts";
import type { Env } from "../env.d.ts";
import { keyHash, selectKey, touchKey } from "../store/access/keys.ts";
import { selectHolderOfEmail, touchPerson } from "../store/access/people.ts";
import { selectSession, sessionHash, touchSession } from "../store/access/sessions.ts";
import type { Db, Row } from "../store/d1.ts";
import { emailOf } from "./cloudflare-access.ts";

/** A request whose caller is looked for. */
export interface Received {
  db: Db;
  request: Request;
  env: Env;
  now: number;
  /** Runs work after the answer. */
  defer: (work: Promise<unknown>) => void;
}
/** A request to the app as it comes now. */
export const receivedBy = (c: Context<{ Bindings: Env }>, db: Db): Received => ({
  db,
  request: c.req.raw,
  env: c.env,
  now: Date.now(),
  defer: (work) => c.executionCtx.waitUntil(work),
});

/** The cookie of a session. Browsers send `__Host-` cookies only to this host and over https; on a developer's machine Safari refuses them. */
export function sessionCookie(url: string, env: Env): string {
  return new URL(url).protocol === "https:" || env.WHENCE_ENV !== "development" ? "__Host-whence_session" : "whence_session";
}

/** Times of last use are only this exact (ms), because each update writes a row. */
const TOUCH_INTERVAL = HOUR;
const isStale = (at: unknown, now: number) => at === null || Number(at) < now - TOUCH_INTERVAL;

/**
 * The caller with a key, or in words why the key is refused. WHENCE_DEV_KEY has all scopes. Hashes are compared, so timing reveals nothing about a
 * key.
 */
export async function callerByKey({ db, env, now, defer }: Omit<Received, "request">, key: string): Promise<Caller | string> {
  const hash = keyHash(key);
  if (env.WHENCE_DEV_KEY && hash === keyHash(env.WHENCE_DEV_KEY)) return developer(null);
  const row = await db.first(selectKey(db, hash));
  if (!row) return "The key is not known, or was revoked.";
  const caller = holderOf(row, null, now);
  if (typeof caller !== "string" && isStale(row.key_used_at, now)) defer(db.batch([touchKey(db, hash, now)]));
  return caller;
}

/** The caller of each request, so that it is found only once. */
const found = new WeakMap<Request, Promise<Caller | null>>();

/** The caller in a browser, by the cookie of a session, or by the header of Cloudflare Access if that is configured. */
export function callerByBrowser(received: Received): Promise<Caller | null> {
  const { request } = received;
  const known = found.get(request) ?? findCaller(received);
  found.set(request, known);
  return known;
}
async function findCaller(received: Received): Promise<Caller | null> {
  const { db, request, env, now, defer } = received;
  const name = sessionCookie(request.url, env);
  const token = parse(request.headers.get("cookie") ?? "", name)[name];
  if (token && token.length <= 200) {
    const caller = await callerBySession(received, token);
    if (caller) return caller;
  }
  const email = await emailOf(request.headers.get("cf-access-jwt-assertion"), env, now);
  if (email === null) return null;
  const row = await db.first(selectHolderOfEmail(db, email));
  if (!row || row.switched_off_at !== null) return null;
  if (isStale(row.seen_at, now)) defer(db.batch([touchPerson(db, String(row.person_id), now)]));
  return personOf(row, null);
}

async function callerBySession({ db, env, now, defer }: Received, token: string): Promise<Caller | null> {
  const hash = sessionHash(token);
  const row = await db.first(selectSession(db, hash));
  if (!row || Number(row.session_expires_at) <= now) return null;
  const session = String(row.session_id);
  let caller: Caller | string;
  if (row.session_key === null) caller = row.person_id === null || row.switched_off_at !== null ? "" : personOf(row, session);
  else if (env.WHENCE_DEV_KEY && row.session_key === keyHash(env.WHENCE_DEV_KEY)) caller = developer(session);
  else caller = row.key_id === null ? "" : holderOf(row, session, now);
  if (typeof caller === "string") return null;
  if (isStale(row.session_used_at, now)) defer(db.batch(touchSession(db, hash, caller.person?.id ?? null, now)));
  return caller;
}

/** The holder of WHENCE_DEV_KEY. */
const developer = (session: string | null): Caller => ({ by: "key:dev", scopes: Scope.options, person: null, key: "dev", session });

function personOf(row: Row, session: string | null): Caller {
  const role = row.role as Role;
  const person = { id: String(row.person_id), name: String(row.person_name), role };
  return { by: `person:${person.id}`, scopes: scopesOfRole[role], person, key: null, session };
}

/** The scopes of a key, which are no more than its owner's; or in words why it has none. */
function holderOf(row: Row, session: string | null, now: number): Caller | string {
  if (row.revoked_at !== null) return "The key is not known, or was revoked.";
  if (row.key_expires_at !== null && Number(row.key_expires_at) <= now) return "The key has expired.";
  if (row.switched_off_at !== null) return "The person whose key it is was switched off.";
  const key = String(row.key_id);
  const given = JSON.parse(String(row.scopes)) as Scope[];
  if (row.person_id === null) return { by: `key:${key}`, scopes: given, person: null, key, session };
  const { person, scopes: owners } = personOf(row, null);
  const scopes = owners.filter((scope) => given.includes(scope) || given.includes("admin"));
  return { by: `key:${key}/${person?.id}`, scopes, person, key, session };
}

/**
 * Whether a request came from a page of another site (CSRF). Browsers say so in Sec-Fetch-Site; older ones only send an origin with every
 * request that can change something.
 */
export function fromElsewhere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(request.url).origin;
}
