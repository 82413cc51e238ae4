/** The viewer of a page: a person with a session or through Cloudflare Access. On a developer's own machine everybody may do everything. */
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { may } from "../../../shared/access/caller.ts";
import * as caller from "../../access/caller.ts";
import type { Env } from "../../env.d.ts";
import type { Db } from "../../store/d1.ts";
import { ANONYMOUS, type Viewer } from "./viewer.ts";

/** The cookie that stores the token of a session until it expires, or that deletes it. Neither scripts nor other sites can read it. */
export function setSession(c: Context<{ Bindings: Env }>, session: { token: string; seconds: number } | null): void {
  const name = caller.sessionCookie(c.req.url, c.env);
  const attributes = { path: "/", httpOnly: true, sameSite: "Lax", secure: name.startsWith("__Host-") } as const;
  if (session === null) deleteCookie(c, name, attributes);
  else setCookie(c, name, session.token, { ...attributes, maxAge: session.seconds });
}

/** The names of one's own machine. A page of another name may be somebody else's, who made that name lead here (DNS rebinding). */
const OWN_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Finds the viewer: one row read if there is a session, none otherwise. With an ended session the viewer is a reader. */
export async function viewerOf(c: Context<{ Bindings: Env }>, db: Db): Promise<Viewer> {
  const who = await caller.callerByBrowser(caller.receivedBy(c, db));
  if (who) return { by: who.by, person: who.person, session: who.session, open: false, may: (scope) => may(who, scope) };
  const isOpen = c.env.WHENCE_ENV === "development" && OWN_MACHINE.test(new URL(c.req.url).hostname);
  return isOpen ? { ...ANONYMOUS, open: true, may: () => true } : ANONYMOUS;
}

/** Whether a form came from another site (CSRF). */
export function fromElsewhere(c: Context<{ Bindings: Env }>): boolean {
  return caller.fromElsewhere(c.req.raw);
}
