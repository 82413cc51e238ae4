/** Signing in and out. Signing in begins a session. Its token is in a cookie that scripts and other sites cannot read. */
import type { Hono } from "hono";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import type { Scope } from "../../../shared/model/scope.ts";
import { callerByKey, receivedBy } from "../../access/caller.ts";
import { mailCode, signInByCode, signInByKey } from "../../access/sign-in.ts";
import type { Env } from "../../env.d.ts";
import { canMail } from "../../notify/mail.ts";
import { bytesUpTo } from "../../sources/http/body.ts";
import { namesOf, selectAdmins } from "../../store/access/people.ts";
import { endSession } from "../../store/access/sessions.ts";
import { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import type { Ctx } from "../ui/forms.ts";
import { type Markup, pathWithin } from "../ui/html.ts";
import { fromElsewhere, setSession, viewerOf } from "../ui/session.ts";
import type { Viewer } from "../ui/viewer.ts";
import { type Message, signInPage } from "./signin.ts";

/** Other sites must not see a code in the address. `no-referrer` is too strict: browsers then send the form with the origin "null". */
const PRIVATE = { "referrer-policy": "strict-origin" };

interface Shown {
  /** The path of the page to go on to. */
  next: string;
  status: number;
  message: Message | null;
  code?: string | undefined;
}
function page(c: Ctx, db: Db, { status, code = "", ...shown }: Shown) {
  return respond(c, signInPage({ baseUrl: new URL(c.req.url).origin, mail: canMail(c.env), code, ...shown }), db, status, PRIVATE);
}

async function signIn(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refuse = (text: string, status: number, next = "/") => page(c, db, { next, status, message: { kind: "problem", text } });
  if (fromElsewhere(c)) return refuse(answered.fromElsewhere, 403);
  if (!/^application\/x-www-form-urlencoded/i.test(c.req.header("content-type") ?? "")) return refuse(answered.notAForm, 415);
  const form = new URLSearchParams(new TextDecoder().decode((await bytesUpTo(c.req.raw.body, 4096)).bytes));
  const next = pathWithin(form.get("next") ?? undefined);
  const [email, code, key] = ["email", "code", "key"].map((name) => form.get(name)?.trim() ?? "");
  const now = Date.now();
  const userAgent = c.req.header("user-agent") ?? null;
  if (email) {
    // Done after the answer, because the time it takes would reveal who has an account.
    c.executionCtx.waitUntil(mailCode(db, c.env, { email: email.toLowerCase().slice(0, 200), baseUrl: new URL(c.req.url).origin }, now));
    return page(c, db, { next, status: 200, message: { kind: "done", text: people.signIn.sent } });
  }
  if (code) {
    const session = await signInByCode(db, code, userAgent, now);
    if (!session) return refuse(people.signIn.wrongCode, 401, next);
    setSession(c, session);
    return c.redirect(next, 303);
  }
  if (!key || !/^[\x21-\x7e]{4,200}$/.test(key)) return refuse(people.signIn.giveOne, 401, next);
  const caller = await callerByKey(receivedBy(c, db), key);
  if (typeof caller === "string") return refuse(caller, 401, next);
  setSession(c, await signInByKey(db, { caller, key, userAgent }, now));
  return c.redirect(next, 303);
}

async function signOut(c: Ctx): Promise<Response> {
  if (fromElsewhere(c)) return c.redirect("/", 303);
  const db = new Db(c.env.DB);
  const { session } = await viewerOf(c, db);
  if (session) await db.batch([endSession(db, session)]);
  setSession(c, null);
  return c.redirect("/", 303);
}

/** Puts the session's pages on an app. */
export function sessionPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/signin", (c) => {
    const [next, code] = [pathWithin(c.req.query("next")), c.req.query("code")?.slice(0, 40)];
    return page(c, new Db(c.env.DB), { next, status: 200, message: null, code });
  });
  app.post("/signin", signIn);
  app.post("/signout", signOut);
}

/** The message for somebody who lacks a scope, with the names of admins. */
export async function whomToAsk(db: Db, scope: Scope): Promise<string> {
  const admins = await db.rows(selectAdmins(db));
  return people.lacks(scope, namesOf(admins));
}
/** A form that was sent: the path of its page, and its input. */
export interface SentForm {
  from: string;
  written: Markup;
}
/** The sign-in page for a viewer who lacks the scope; null for one who has it. After a form was sent, it leads back to the form's page. */
export async function signInFirst(
  c: Ctx,
  { db, viewer }: { db: Db; viewer: Viewer },
  scope: Scope,
  form?: (c: Ctx) => Promise<SentForm>,
): Promise<Response | null> {
  if (viewer.may(scope)) return null;
  const sent = await form?.(c);
  const { pathname, search } = new URL(c.req.url);
  const next = sent?.from ?? pathWithin(`${pathname}${search}`);
  if (viewer.by)
    return page(c, db, { next, status: 403, message: { kind: "problem", text: await whomToAsk(db, scope), more: sent?.written } });
  return page(c, db, { next, status: 401, message: sent ? { kind: "problem", text: people.signIn.ended, more: sent.written } : null });
}
