/** Signing in with an API key, and out: the key goes into a cookie that scripts and other sites never see. */
import type { Context, Hono } from "hono";
import type { Env } from "../../env.d.ts";
import { callerOf } from "../../store/access/keys.ts";
import { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { fromElsewhere, setSession, viewerOf } from "../ui/session.ts";
import { signInPage } from "./signin.ts";

type Ctx = Context<{ Bindings: Env }>;
const originOf = (c: Ctx) => new URL(c.req.url).origin;

/** Where to go after signing in: a path of ours, else the start page. */
function pathWithin(next: string | undefined): string {
  return next && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) && next.length <= 300 ? next : "/";
}

async function signIn(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refuse = (problem: string, status: number, next = "/") => respond(c, signInPage(originOf(c), next, problem), db, status);
  if (fromElsewhere(c)) return refuse("The form came from another site.", 403);
  if (!/^application\/x-www-form-urlencoded/i.test(c.req.header("content-type") ?? ""))
    return refuse("Send the form as application/x-www-form-urlencoded.", 415);
  const form = new URLSearchParams((await c.req.text()).slice(0, 4096));
  const next = pathWithin(form.get("next") ?? undefined);
  const key = form.get("key")?.trim() ?? "";
  const caller = /^[\x21-\x7e]{4,200}$/.test(key) ? await callerOf(db, key, c.env.WHENCE_DEV_KEY, Date.now()) : "Give an API key.";
  if (typeof caller === "string") return refuse(caller, 401, next);
  setSession(c, key);
  return c.redirect(next, 303);
}

/** Puts the session's pages on an app. */
export function sessionPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/sign-in", (c) => respond(c, signInPage(originOf(c), pathWithin(c.req.query("next")), null), new Db(c.env.DB)));
  app.post("/sign-in", signIn);
  app.post("/sign-out", (c) => {
    if (!fromElsewhere(c)) setSession(c, null);
    return c.redirect("/", 303);
  });
}

/** The page for a reader who came to an editor's page; null for those who may be there. */
export async function signInFirst(c: Ctx, db: Db, scope: "read" | "ingest" | "review" | "admin"): Promise<Response | null> {
  const viewer = await viewerOf(c, db);
  if (viewer.may(scope)) return null;
  const next = pathWithin(`${new URL(c.req.url).pathname}${new URL(c.req.url).search}`);
  const problem = viewer.key ? `Your key lacks the scope ${scope}.` : null;
  return respond(c, signInPage(originOf(c), next, problem), db, viewer.key ? 403 : 401);
}
