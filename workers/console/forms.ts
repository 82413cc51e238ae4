/** What every form of an editor's page is checked for before anything is done with it. */
import type { Context } from "hono";
import { respond } from "../embed/pages.ts";
import { fromElsewhere, viewerOf } from "../embed/session.ts";
import type { Viewer } from "../embed/viewer.ts";
import type { Env } from "../env.d.ts";
import { Db } from "../store/d1.ts";
import { problemPage } from "./problem.ts";
import { signInFirst } from "./signin.ts";

export type Ctx = Context<{ Bindings: Env }>;
export type Fields = Record<string, string>;
export interface Sent {
  fields: Fields;
  /** Every value of fields that may come several times. */
  all(name: string): string[];
  viewer: Viewer;
  /** What is written with it is told as this editor's decision. */
  db: Db;
}

/** The key's id as events tell it: on a developer's machine, where no key is asked for, "local". */
export function keyOf(viewer: Viewer): string | null {
  return viewer.key ?? (viewer.open ? "local" : null);
}

/** A page that says why a form was not taken. */
export function refusal(c: Ctx, db: Db, status: number, title: string, detail: string): Response {
  return respond(c, problemPage({ status, title, detail, baseUrl: new URL(c.req.url).origin }), db, status);
}

/** The fields of a form of ours, sent by somebody with this scope; else the answer: 401 or 403, 413 over `limit` bytes, 415. */
export async function sentForm(c: Ctx, scope: "ingest" | "review" | "admin", limit: number): Promise<Sent | Response> {
  const db = new Db(c.env.DB);
  if (fromElsewhere(c)) return refusal(c, db, 403, "Nothing was changed", "The form came from another site.");
  const refused = await signInFirst(c, db, scope);
  if (refused) return refused;
  if (!/^application\/x-www-form-urlencoded/i.test(c.req.header("content-type") ?? ""))
    return refusal(c, db, 415, "Nothing was changed", "Send the form as application/x-www-form-urlencoded.");
  const text = Number(c.req.header("content-length") ?? 0) > limit ? null : await c.req.text();
  if (text === null || text.length > limit) return refusal(c, db, 413, "Nothing was changed", "The form is too long.");
  const form = new URLSearchParams(text);
  const viewer = await viewerOf(c, db);
  db.by = keyOf(viewer);
  const clean = (value: string) => value.toWellFormed().replaceAll("\0", "").replaceAll("\r\n", "\n");
  return {
    fields: Object.fromEntries([...form].map(([name, value]) => [name, clean(value)])),
    all: (name) => form.getAll(name).map(clean),
    viewer,
    db,
  };
}
