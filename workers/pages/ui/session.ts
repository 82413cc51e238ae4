/** Who sent a request for a page: a person by their session or by Cloudflare Access; on a developer's own machine everybody may do all. */
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { may } from "../../../shared/access/caller.ts";
import * as caller from "../../access/caller.ts";
import type { Env } from "../../env.d.ts";
import type { Db } from "../../store/d1.ts";
import { READER, type Viewer } from "./viewer.ts";

/** Keeps the token of a session in the browser until it expires, or takes it away. Neither scripts nor other sites see it. */
export function setSession(c: Context<{ Bindings: Env }>, session: { token: string; seconds: number } | null): void {
  const name = caller.sessionCookie(c.req.url, c.env);
  const attributes = { path: "/", httpOnly: true, sameSite: "Lax", secure: name.startsWith("__Host-") } as const;
  if (session === null) deleteCookie(c, name, attributes);
  else setCookie(c, name, session.token, { ...attributes, maxAge: session.seconds });
}

/** One row read when there is a session, none otherwise. A session that has ended makes a reader. */
export async function viewerOf(c: Context<{ Bindings: Env }>, db: Db): Promise<Viewer> {
  const who = await caller.callerByBrowser(db, c.req.raw, c.env, Date.now(), (work) => c.executionCtx.waitUntil(work));
  if (who) return { by: who.by, person: who.person, session: who.session, open: false, may: (scope) => may(who, scope) };
  return c.env.WHENCE_ENV === "development" ? { ...READER, open: true, may: () => true } : READER;
}

/** Whether a form came from another site (CSRF). */
export function fromElsewhere(c: Context<{ Bindings: Env }>): boolean {
  return caller.fromElsewhere(c.req.raw);
}
