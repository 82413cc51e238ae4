/** Who sent a request for a page: an editor by the session that `/sign-in` gave; on a developer's own machine everybody may do all. */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Env } from "../../env.d.ts";
import { callerOf, may } from "../../store/access/keys.ts";
import type { Db } from "../../store/d1.ts";
import { READER, type Viewer } from "./viewer.ts";

/** Holds the editor's API key: revoking the key ends the session at once, and nothing is stored of it. */
const SESSION = "whence_session";
const WEEK_SECONDS = 7 * 86_400;

/** Begins a session with a key, or ends it. Neither scripts nor other sites see the key. */
export function setSession(c: Context<{ Bindings: Env }>, key: string | null): void {
  const secure = new URL(c.req.url).protocol === "https:";
  const attributes = { path: "/", httpOnly: true, sameSite: "Strict", secure } as const;
  if (key === null) deleteCookie(c, SESSION, attributes);
  else setCookie(c, SESSION, key, { ...attributes, maxAge: WEEK_SECONDS });
}

/** One row read when there is a session, none otherwise. A key that is unknown, expired or revoked makes a reader. */
export async function viewerOf(c: Context<{ Bindings: Env }>, db: Db): Promise<Viewer> {
  if (c.env.WHENCE_ENV === "development") return { key: null, open: true, may: () => true };
  const key = getCookie(c, SESSION);
  const caller = key && key.length <= 200 ? await callerOf(db, key, c.env.WHENCE_DEV_KEY, Date.now()) : null;
  return caller === null || typeof caller === "string" ? READER : { key: caller.id, open: false, may: (scope) => may(caller, scope) };
}

/** Whether a form came from another site (CSRF). Browsers tell the origin of every POST; a page of ours tells its own. */
export function fromElsewhere(c: Context<{ Bindings: Env }>): boolean {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  return (
    (origin !== undefined && origin !== new URL(c.req.url).origin) || (site !== undefined && site !== "same-origin" && site !== "none")
  );
}
