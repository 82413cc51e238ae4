/** The pages about the instance itself: /status, /bot, /privacy, /.well-known/security.txt. */
import type { Context, Hono } from "hono";
import type { Env } from "../../env.d.ts";
import { statusOf } from "../../pipeline/status.ts";
import { userAgent } from "../../sources/http/fetch.ts";
import { Db } from "../../store/d1.ts";
import { publishPolicy } from "../../store/publishing.ts";
import { notFound, respond } from "../claim/routes.ts";
import { html, type Markup, nothing } from "../ui/html.ts";
import { filePage, requestedLanguage } from "../ui/page-files.ts";
import { shell } from "../ui/shell.ts";
import { contactOf, securityText } from "./duties.ts";
import { statusValues } from "./status.ts";

type Ctx = Context<{ Bindings: Env }>;
const CACHED = { "cache-control": "public, max-age=300" };

const present = (text: string | null) => (text === null ? null : html`${text}`);

/** The pages "bot" (who crawls, and how to stop it) and "privacy" (what is stored about whom), in the reader's language. */
async function duty(c: Ctx, name: "bot" | "privacy", values: Record<string, Markup | null>): Promise<Response> {
  const contact = contactOf(c.env.CONTACT);
  const page = await filePage(c, name, { ...values, contact: contact && html`<a href="${contact.href}">${contact.label}</a>` });
  return respond(c, shell({ ...page, baseUrl: new URL(c.req.url).origin }), new Db(c.env.DB), 200, { ...CACHED, vary: "accept-language" });
}

/** Adds these pages to an app. */
export function aboutPages(app: Hono<{ Bindings: Env }>, version: string): void {
  app.get("/status", async (c) => {
    const db = new Db(c.env.DB);
    const values = statusValues(version, await statusOf(db, c.env, Date.now()), requestedLanguage(c));
    const page = shell({ ...(await filePage(c, "status", values)), baseUrl: new URL(c.req.url).origin });
    return respond(c, page, db, 200, { "cache-control": "public, max-age=30", vary: "accept-language" });
  });
  app.get("/bot", (c) => duty(c, "bot", { agent: present(userAgent(c.env.CONTACT)) }));
  app.get("/privacy", (c) => duty(c, "privacy", { unread: publishPolicy() === "all" ? nothing : null }));
  app.get("/.well-known/security.txt", async (c) => {
    const contact = contactOf(c.env.CONTACT);
    if (!contact) return notFound(c, new Db(c.env.DB), "This instance names no contact: set CONTACT.");
    return c.text(securityText(new URL(c.req.url).origin, contact, Date.now()), 200, { "x-content-type-options": "nosniff", ...CACHED });
  });
}
