/** The checks that every form of an editor's page passes before it is acted on. */

import type { Context } from "hono";
import type * as z from "zod";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { capital } from "../../../shared/i18n/index.ts";
import { objectIn } from "../../../shared/json-object.ts";
import { digest } from "../../../shared/model/id.ts";
import type { Scope } from "../../../shared/model/scope.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { utf8Of } from "../../../shared/utf8.ts";
import type { Env } from "../../env.d.ts";
import { bytesUpTo } from "../../sources/http/body.ts";
import { takeIdempotent } from "../../store/access/idempotency.ts";
import { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { type SentForm, signInFirst } from "../people/signin-forms.ts";
import { html, type Markup, nothing, pathWithin } from "./html.ts";
import { problemPage } from "./problem.ts";
import { fromElsewhere, viewerOf } from "./session.ts";
import type { Viewer } from "./viewer.ts";

export type Ctx = Context<{ Bindings: Env }>;
export type Fields = Record<string, string>;
/** Who asks for a page, where, and the database that answers it. */
export interface Asked {
  baseUrl: string;
  viewer: Viewer;
  db: Db;
}
/** A form that may be acted on. What is written with its `db` is recorded as this editor's decision. */
export interface Sent extends Read, Asked {}

/** Who decides, in the form of events; "local" for somebody on a developer's machine who is not signed in. */
export function decidesAs(viewer: Viewer): string | null {
  return viewer.by ?? (viewer.open ? "local" : null);
}

/** Whether a form with a `onceField` is sent for the first time as it is. Asked just before something is made: a refused form can be corrected. */
export async function isFirst({ db, fields }: Pick<Sent, "db" | "fields">, now: number): Promise<boolean> {
  if (!fields["once"]) return true;
  const key = `form:${digest(JSON.stringify([db.by, Object.entries(fields)]))}`;
  return (await db.first(takeIdempotent(db, { key, requestHash: "", at: now }))) !== undefined;
}

/** The fields of forms that are being answered. They are returned if a form is refused, because not every browser keeps them. */
const SENT = new WeakMap<Request, Fields>();
/** What somebody wrote into a form (addresses and values of more than one word, other than it had), to be copied from the page that refuses the form. */
function writtenIn(c: Ctx): [name: string, value: string][] {
  const { about = "", was = "", ...sent } = SENT.get(c.req.raw) ?? {};
  // Of a proposal the first letter is made a capital.
  const had = [about, ...Object.values(objectIn(was) ?? {})].map((value) => String(value).slice(1));
  return Object.entries(sent).filter(([, value]) => !had.includes(value.slice(1)) && /\S(?:\s+|:\/\/)\S/.test(value));
}
/** The same, as fields of a page. */
function writtenFields(c: Ctx): Markup {
  const texts = writtenIn(c);
  if (!texts.length) return nothing;
  const field = ([name, value]: [string, string], i: number) =>
    html`<div class=snippet><label for="written-${i}">${capital(name.replace(/^.*:/, ""))}</label><textarea id="written-${i}" readonly rows=4 dir=auto>${value}</textarea></div>`;
  return html`<section><h2>${answered.written}</h2>${texts.map(field)}</section>`;
}
/** The page of this site from which a form was sent, as a path; "/" if the browser does not say. */
function sentFrom(c: Ctx): string {
  const from = URL.parse(c.req.header("referer") ?? "");
  return pathWithin(from?.origin === new URL(c.req.url).origin ? `${from.pathname}${from.search}` : "/");
}

/** A page that says why a form was refused, with what was written into it. */
export function unchanged(c: Ctx, db: Db, status: number, detail: string): Response {
  const more = html`<p><a href="${sentFrom(c)}">${answered.asItIs}</a></p>${writtenFields(c)}`;
  return respond(c, problemPage({ status, title: answered.unchanged, detail, more, baseUrl: new URL(c.req.url).origin }), db, status);
}
/** The answer to a form whose subject somebody else has changed since it was shown; null if nothing was written, so that a message is enough. */
export function tooLate(c: Ctx, db: Db, detail: string): Response | null {
  return writtenIn(c).length ? unchanged(c, db, 409, capital(detail)) : null;
}

/** An uploaded file: its text, or its bytes if it is no UTF-8 text. */
type Upload = { name: string; text: string } | { name: string; text: null; bytes: Uint8Array };
export interface Read {
  fields: Fields;
  /** All values of a field that may occur several times. */
  all(name: string): string[];
  file: Upload | null;
}
/** Fields in which people type a time. */
const TIMES = new Set(["publishedAt", "set:publishedAt", "when"]);
/** Reads "2025-04-08 10:30" as a time in UTC, as forms show it. */
const timeTyped = (text: string) => text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ]+(\d\d:\d\d(?::\d\d)?)(?: ?UTC)?$/, "$1T$2Z");
/** What is wrong with a form, in words, and the name of the field. */
export interface Fault {
  text: string;
  field: string;
}
/** The first fault of a form, with the label of its field. `otherwise`: the label if no field is named. */
export function faultOf({ issues: [issue] }: z.ZodError, labels: Readonly<Record<string, unknown>>, otherwise = answered.theForm): Fault {
  const name = String(issue?.path.findLast((part) => typeof part === "string") ?? "");
  const label = ownProperty(labels, name);
  const fault = TIMES.has(name) ? answered.time : (issue?.message ?? answered.notValid);
  return { text: `${typeof label === "string" ? label : name || otherwise}: ${fault}`, field: name };
}
const clean = (value: string) => value.toWellFormed().replaceAll("\0", "").replaceAll("\r\n", "\n");

/** The content of a form, in either encoding of browsers. Status 415 if it is no form, 413 if it is over `limit` bytes. */
export async function readForm(c: Ctx, limit: number): Promise<Read | 413 | 415> {
  const type = c.req.header("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type)) return 415;
  let form: FormData;
  try {
    const { bytes, whole } = await bytesUpTo(c.req.raw.body, limit);
    if (!whole) return 413;
    form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    return 415;
  }
  const entries = [...form] as [string, string | File][];
  const texts = entries.flatMap(([name, value]) => {
    if (typeof value !== "string") return [];
    return [[name, TIMES.has(name) ? timeTyped(clean(value)) : clean(value)] as const];
  });
  SENT.set(c.req.raw, Object.fromEntries(texts));
  const sent = entries.map(([, value]) => value).find((value): value is File => typeof value !== "string" && value.size > 0);
  return {
    fields: Object.fromEntries(texts),
    all: (name) => texts.flatMap(([n, value]) => (n === name ? [value] : [])),
    file: sent ? await uploadOf(sent) : null,
  };
}
async function uploadOf(file: File): Promise<Upload> {
  const name = clean(file.name).slice(0, 200);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = utf8Of(bytes);
  const isText = text !== null && !text.includes("\0") && !text.startsWith("%PDF-");
  return isText ? { name, text: clean(text) } : { name, text: null, bytes };
}

/** Shows a page to a viewer who has the scope. Others sign in first; `form` keeps what they sent. */
export const signedIn =
  (scope: Scope, show: (c: Ctx, asked: Asked) => Promise<Response>, form?: (c: Ctx) => Promise<SentForm>) =>
  async (c: Ctx): Promise<Response> => {
    const db = new Db(c.env.DB);
    const asked = { baseUrl: new URL(c.req.url).origin, viewer: await viewerOf(c, db), db };
    return (await signInFirst(c, asked, scope, form)) ?? show(c, asked);
  };

/** Largest form of most pages, in bytes. */
const FORM_LIMIT = 20_000;
/** Acts on a form of this site from a viewer who has the scope. Else answers 401 or 403, 413 if it is over `limit` bytes, or 415. */
export const onForm = (scope: Scope, act: (c: Ctx, sent: Sent) => Promise<Response>, limit = FORM_LIMIT) => {
  const acting = async (c: Ctx, asked: Asked) => {
    const read = await readForm(c, limit);
    if (read === 415) return unchanged(c, asked.db, 415, answered.notAForm);
    if (read === 413) return unchanged(c, asked.db, 413, answered.tooLong);
    asked.db.by = decidesAs(asked.viewer);
    return act(c, { ...read, ...asked });
  };
  const refused = async (c: Ctx) => {
    await readForm(c, limit);
    return { from: sentFrom(c), written: writtenFields(c) };
  };
  const answer = signedIn(scope, acting, refused);
  return async (c: Ctx): Promise<Response> => (fromElsewhere(c) ? unchanged(c, new Db(c.env.DB), 403, answered.fromElsewhere) : answer(c));
};
