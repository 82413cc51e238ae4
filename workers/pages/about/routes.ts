/** The pages about the instance itself: /status, /bot, /privacy, /.well-known/security.txt. */
import type { Context, Hono } from "hono";
import type { Env } from "../../env.d.ts";
import { statusOf } from "../../pipeline/status.ts";
import { userAgent } from "../../sources/http/fetch.ts";
import { Db } from "../../store/d1.ts";
import { notFound, respond } from "../claim/routes.ts";
import { botPage, contactOf, privacyPage, securityText } from "./duties.ts";
import { statusPage } from "./status.ts";

type Ctx = Context<{ Bindings: Env }>;
const CACHED = { "cache-control": "public, max-age=300" };
const originOf = (c: Ctx) => new URL(c.req.url).origin;

/** Adds these pages to an app. */
export function aboutPages(app: Hono<{ Bindings: Env }>, version: string): void {
  app.get("/status", async (c) => {
    const db = new Db(c.env.DB);
    const page = statusPage(originOf(c), version, await statusOf(db, c.env, Date.now()));
    return respond(c, page, db, 200, { "cache-control": "public, max-age=30" });
  });
  app.get("/bot", (c) => {
    const page = botPage(originOf(c), contactOf(c.env.CONTACT), userAgent(c.env.CONTACT));
    return respond(c, page, new Db(c.env.DB), 200, CACHED);
  });
  app.get("/privacy", (c) => respond(c, privacyPage(originOf(c), contactOf(c.env.CONTACT)), new Db(c.env.DB), 200, CACHED));
  app.get("/.well-known/security.txt", (c) => {
    const contact = contactOf(c.env.CONTACT);
    if (!contact) return notFound(c, new Db(c.env.DB), "This instance names no contact: set CONTACT.");
    return c.text(securityText(originOf(c), contact, Date.now()), 200, { "x-content-type-options": "nosniff", ...CACHED });
  });
}
