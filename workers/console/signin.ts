/** Signing in with an API key, and out: the key goes into a cookie that scripts and other sites never see. */
import type { Context, Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { html, type Page, source } from "../embed/html.ts";
import { respond } from "../embed/pages.ts";
import { fromElsewhere, SESSION, viewerOf } from "../embed/session.ts";
import { shell } from "../embed/shell.ts";
import type { Env } from "../env.d.ts";
import { Db } from "../store/d1.ts";
import { callerOf } from "../store/keys.ts";

type Ctx = Context<{ Bindings: Env }>;
const WEEK = 7 * 86_400;

/** Where to go after signing in: a path of ours, else the start page. */
export function pathWithin(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) && next.length <= 300 ? next : "/";
}

function signInPage(c: Ctx, { problem = null, next = "/" }: { problem?: string | null; next?: string }): Page {
  const baseUrl = new URL(c.req.url).origin;
  const main = html`${
    problem && html`<div class="msg problem" role=alert><p>${source(problem, 300)}</p></div>`
  }<h1>Sign in</h1><p class=lead>Editors sign in with their API key. It stays in this browser for a week, or until you sign out.</p><form action="${baseUrl}/sign-in" method=post><input type=hidden name=next value="${next}"><div><label for=key>API key</label><input id=key name=key type=password autocomplete=current-password required maxlength=200></div><button>Sign in</button></form>`;
  return shell({ baseUrl, title: "Sign in", main, forms: true, noindex: true });
}

async function signIn(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refuse = (problem: string, status: number, next = "/") => respond(c, signInPage(c, { problem, next }), db, status);
  if (fromElsewhere(c)) return refuse("The form came from another site.", 403);
  if (!/^application\/x-www-form-urlencoded/i.test(c.req.header("content-type") ?? ""))
    return refuse("Send the form as application/x-www-form-urlencoded.", 415);
  const form = new URLSearchParams((await c.req.text()).slice(0, 4096));
  const next = pathWithin(form.get("next") ?? undefined);
  const key = form.get("key")?.trim() ?? "";
  const caller = /^[\x21-\x7e]{4,200}$/.test(key) ? await callerOf(db, key, c.env.WHENCE_DEV_KEY, Date.now()) : "Give an API key.";
  if (typeof caller === "string") return refuse(caller, 401, next);
  setCookie(c, SESSION, key, {
    httpOnly: true,
    sameSite: "Strict",
    secure: new URL(c.req.url).protocol === "https:",
    path: "/",
    maxAge: WEEK,
  });
  return c.redirect(next, 303);
}

/** Puts the session's pages on an app. */
export function sessionPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/sign-in", (c) => respond(c, signInPage(c, { next: pathWithin(c.req.query("next")) }), new Db(c.env.DB)));
  app.post("/sign-in", signIn);
  app.post("/sign-out", (c) => {
    if (!fromElsewhere(c)) deleteCookie(c, SESSION, { path: "/" });
    return c.redirect("/", 303);
  });
}

/** The page for a reader who came to an editor's page; null for those who may be there. */
export async function signInFirst(c: Ctx, db: Db, scope: "read" | "ingest" | "review" | "admin"): Promise<Response | null> {
  const viewer = await viewerOf(c, db);
  if (viewer.may(scope)) return null;
  const next = pathWithin(`${new URL(c.req.url).pathname}${new URL(c.req.url).search}`);
  const problem = viewer.key ? `Your key lacks the scope ${scope}.` : null;
  return respond(c, signInPage(c, { problem, next }), db, viewer.key ? 403 : 401);
}
