/** The routes of the page for adding: the preview, and saving from there. */

import type { Hono } from "hono";
import { likelyKind, withKind } from "../../../shared/html/document-kind.ts";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { adding as m } from "../../../shared/i18n/desk/pages.en.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import { DocumentInput } from "../../../shared/model/document.ts";
import { aliasKey, type Incoming, identify } from "../../../shared/model/identity.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import { isPdf, pageOfPdf } from "../../../shared/pdf/index.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { budgetOf, worldOf } from "../../crawl/environment.ts";
import { fetchOnce } from "../../crawl/fetch.ts";
import type { Env } from "../../env.d.ts";
import { accept, untimelyOf } from "../../pipeline/accept/accept.ts";
import { atOnce } from "../../pipeline/index.ts";
import { hint } from "../../pipeline/queue.ts";
import { Db } from "../../store/d1.ts";
import { selectDocument } from "../../store/documents/documents.ts";
import { countWaiting } from "../../store/jobs/jobs.ts";
import { respond } from "../claim/routes.ts";
import { whomToAsk } from "../people/signin-forms.ts";
import { outcomeInWords } from "../sources/sources.ts";
import { type Asked, type Ctx, decidesAs, type Fault, type Fields, faultOf, type Read, readForm, signedIn } from "../ui/forms.ts";
import { fromElsewhere, viewerOf } from "../ui/session.ts";
import type { Viewer } from "../ui/viewer.ts";
import { type AddData, addPage } from "./add.ts";
import { applyChoices } from "./choices.ts";
import { type Candidate, type ImportData, importPage, previewPage, progressPage } from "./preview.ts";

/** Functions of the API, given by app.ts: pages do not import the API. */
interface Intake {
  formats: AddData["formats"];
  readAndMatch(db: Db, input: Incoming): Promise<{ reading: Reading; candidates: Candidate[]; answers: Reading["responses"] }>;
  firstPart(format: string, body: string): { first: string; rest: string; offset: number; parts: number } | null;
  previewImport(format: string, body: string): Pick<ImportData, "claims" | "documents" | "sightings" | "rejected"> | string;
  runImport(
    by: { db: Db; env: Env; request: Request; may: Viewer["may"]; defer: (work: Promise<unknown>) => void },
    format: string,
    body: string,
  ): Promise<{ accepted: number; same: number; rejected: ImportData["rejected"]; waiting: number }>;
}
/** A form can contain a page, and a character can take nine bytes. */
const FORM_LIMIT = 6_000_000;
/** Maximum length of an import by form; longer ones need the API or the command line. */
const IMPORT_LIMIT = 2_000_000;
/** Short, because a person waits for it. */
const VISIT_MS = 15_000;
const HTML = /^\s*(?:<!doctype html|<html[\s>]|<(?:head|body|article|div|p)[\s>])/i;
const FORMATS: [RegExp, string][] = [
  [/\.(csv|tsv)$/i, "csv"],
  [/\.(jsonl|ndjson|json)$/i, "ndjson"],
];
/** The form's fields that a document has; empty ones are left out. */
const FIELDS = ["url", "title", "text", "kind", "platform", "publishedAt"] as const;

/** The input as fields: a file becomes text or HTML, and HTML in the text field becomes HTML. */
function settled({ fields, file }: Read): Fields {
  const form: Fields = { ...fields };
  if (file?.text) {
    if (/\.html?$/i.test(file.name) || HTML.test(file.text)) Object.assign(form, { html: file.text, whole: "yes", text: "" });
    else form["text"] = file.text;
  } else if (HTML.test(form["text"] ?? "") && !form["html"]) Object.assign(form, { html: form["text"], whole: "yes", text: "" });
  // If the text is only an address, it is used as the address.
  const pasted = form["text"]?.trim() ?? "";
  if (!form["url"]?.trim() && !/\s/.test(pasted) && canonicalUrl(pasted)) Object.assign(form, { url: pasted, text: "" });
  const whole = Boolean(form["html"]?.trim() && form["whole"]);
  if (!form["kind"]) form["kind"] = likelyKind({ ...form, html: whole ? form["html"] : "" });
  return form;
}
/** A form whose file is text; a PDF becomes a page in HTML. Else what is wrong with the file, in words. */
function readable({ file, ...read }: Read): Read | string {
  if (file?.text !== null) return { file, ...read };
  if (!isPdf(file.bytes)) return m.refused.notText;
  const page = pageOfPdf(file.bytes);
  return "why" in page ? m.refused.notPdf(page.why) : { ...read, file: { name: file.name, text: page.html } };
}
/** Applies changes from the preview to the fields. For a whole page, changes become corrections instead (choices.ts). */
function withEdits(form: Fields, save: boolean): { isWhole: boolean } {
  const isWhole = Boolean(form["html"]?.trim() && form["whole"]);
  for (const name of save ? (["kind", ...(isWhole ? [] : (["title", "author", "publishedAt"] as const))] as const) : []) {
    const value = form[`set:${name}`]?.trim();
    if (value !== undefined && value !== (form[`was:${name}`] ?? "")) form[name] = value;
  }
  return { isWhole };
}
/** Fields to ignore: a whole page has its own text and title, and the title of a browser tab is not the title of a post. */
function unwanted(form: Fields, whole: boolean): string[] {
  if (whole) return ["text", "title"];
  return form["text"]?.trim() && /^(?:post|comment)$/.test(form["kind"] ?? "") && !form["set:title"] ? ["title"] : [];
}
/** The document that a form describes, or what is wrong with it in words. */
function documentIn(form: Fields): Incoming | Fault {
  const whole = Boolean(form["html"]?.trim() && form["whole"]);
  const name = form["author"]?.trim() ?? "";
  const without = unwanted(form, whole);
  const input = DocumentInput.safeParse({
    ...(whole ? { html: form["html"] } : {}),
    ...Object.fromEntries(
      FIELDS.filter((field) => !without.includes(field)).flatMap((field) =>
        form[field]?.trim() ? [[field, field === "text" ? form[field] : form[field]?.trim()]] : [],
      ),
    ),
    ...(name ? { author: name.startsWith("@") ? { handle: name.slice(1) } : { name } } : {}),
  });
  if (input.success) return withKind(input.data);
  return without.includes("text") || form["text"]?.trim()
    ? faultOf(input.error, { ...m.fields, name: m.fields.author, handle: m.fields.author })
    : { text: m.refused.empty, field: "text" };
}

/** A count that a form carries along. */
const countIn = (text: string | undefined): number => Math.min(1_000_000, Math.max(0, Math.floor(Number(text) || 0)));

/** What is wrong with a form, in words. */
interface Refusal {
  text: string;
  /** Of the answer; 422 unless given. */
  status?: number;
  field?: string;
}
/** The handlers of the page, with what the API does for them. */
class AddHandlers {
  readonly #intake: Intake;
  constructor(intake: Intake) {
    this.#intake = intake;
  }

  async #dataOf(c: Ctx, db: Db, form: Fields, message: AddData["message"]): Promise<AddData> {
    const visits = worldOf(c.env, db).userAgent !== null;
    return { baseUrl: new URL(c.req.url).origin, viewer: await viewerOf(c, db), message, form, formats: this.#intake.formats, visits };
  }
  /** The page with what the form had, and what is wrong with it. */
  async #refuse(c: Ctx, db: Db, form: Fields, { text, status = 422, field = "" }: Refusal): Promise<Response> {
    const page = addPage(await this.#dataOf(c, db, form, { kind: status === 401 ? "signedOut" : "problem", text, field }));
    return respond(c, page, db, status);
  }
  async show(c: Ctx, { db }: Asked): Promise<Response> {
    const url = c.req.query("url")?.slice(0, 2048).toWellFormed().replaceAll("\0", "") ?? "";
    return respond(c, addPage(await this.#dataOf(c, db, url ? { url } : {}, null)), db);
  }

  async add(c: Ctx): Promise<Response> {
    const db = new Db(c.env.DB);
    const read = await readForm(c, FORM_LIMIT);
    if (read === 413) return this.#refuse(c, db, {}, { text: m.refused.tooLong, status: 413 });
    if (read === 415) return this.#refuse(c, db, {}, { text: m.refused.notAForm, status: 415 });
    // Requests from other sites (a bookmarklet, or an attack) have no session: they only fill in the form.
    if (fromElsewhere(c)) {
      // The bookmarklet leaves out a page that is too long (bookmarklet.ts).
      const isBare = Boolean(read.fields["url"]) && !read.fields["html"] && !read.fields["text"];
      return this.#refuse(c, db, read.fields, { text: isBare ? m.refused.onlyAddress : m.refused.fromElsewhere, status: 403 });
    }
    const viewer = await viewerOf(c, db);
    if (!viewer.may("ingest"))
      return this.#refuse(c, db, read.fields, {
        text: viewer.by ? await whomToAsk(db, "ingest") : people.signIn.ended,
        status: viewer.by ? 403 : 401,
      });
    db.by = decidesAs(viewer);
    const text = readable(read);
    if (typeof text === "string") return this.#refuse(c, db, read.fields, { text });
    const format = read.fields["format"] || (text.file && FORMATS.find(([name]) => name.test(text.file?.name ?? ""))?.[1]);
    const save = read.fields["do"] === "save";
    if (format) return this.#importing(c, db, format, text, save);
    const form = settled(text);
    const { isWhole } = withEdits(form, save);
    if (form["url"]?.trim() && !form["text"]?.trim() && !form["html"]?.trim()) return this.#visited(c, db, form);
    const input = documentIn(form);
    if ("field" in input) return this.#refuse(c, db, form, { text: input.text, field: input.field.replace(/^(?:name|handle)$/, "author") });
    const identity = identify(input);
    if (untimelyOf(identity, Date.now()))
      return this.#refuse(c, db, form, { text: `${m.fields.publishedAt}: ${answered.time}`, field: "publishedAt" });
    if (save) return this.#saved(c, db, input, form, viewer.may("review") ? { isWhole } : null);
    const [{ reading, candidates, answers }, [rows = []]] = await Promise.all([
      this.#intake.readAndMatch(db, input),
      db.batch([selectDocument(db, identity.id, identity.url ? [aliasKey("url", identity.url)] : [])]),
    ]);
    const data = await this.#dataOf(c, db, form, null);
    const published = identity.published.basis === "unknown" ? (reading.document.publishedAt ?? identity.published) : identity.published;
    const page = previewPage({
      ...data,
      kind: input.kind,
      reading,
      answers,
      candidates,
      published,
      known: rows[0] ? String(rows[0].id) : null,
    });
    // Kept by the browser, so that Back leads here again.
    return respond(c, page, db, 200, { "cache-control": "private, no-cache" });
  }

  async #saved(c: Ctx, db: Db, input: Incoming, form: Fields, decides: { isWhole: boolean } | null): Promise<Response> {
    const { outcomes, again } = await accept(db, [input], { read: true, now: Date.now() });
    const [outcome] = outcomes;
    if (!outcome || !("id" in outcome)) return this.#refuse(c, db, form, { text: outcome?.detail ?? m.refused.notTaken });
    // Findings of the reader are the machine's decisions, not the editor's.
    await atOnce(new Db(c.env.DB), outcome.status === "same" ? again : [outcome.id, ...again], Date.now);
    const hinted = (ids: string[]) => c.executionCtx.waitUntil(hint(c.env.INGEST, ids));
    const did = decides && (await applyChoices(db, outcome.id, form, decides.isWhole, hinted));
    return c.redirect(`/d/${outcome.id}?added=${outcome.status}${did ? `&did=${did}` : ""}`, 303);
  }

  async #importing(c: Ctx, db: Db, format: string, { fields, file }: Read, save: boolean): Promise<Response> {
    const body = file?.text ?? fields["text"] ?? "";
    if (body.length > IMPORT_LIMIT) return this.#refuse(c, db, {}, { text: m.refused.importTooLong, status: 413 });
    // An import that is too long for one request goes in by parts, one press of the button each; the form carries the rest.
    const part = this.#intake.firstPart(format, body);
    const now = part?.first ?? body;
    const preview = this.#intake.previewImport(format, now);
    if (typeof preview === "string") return this.#refuse(c, db, fields, { text: preview });
    const baseUrl = new URL(c.req.url).origin;
    const viewer = await viewerOf(c, db);
    const label = this.#intake.formats.find(({ name }) => name === format)?.label ?? format;
    if (!save) {
      const name = file?.name || m.import.pasted;
      const page = importPage({ baseUrl, viewer, ...preview, name, label, form: { format, text: body }, parts: part?.parts ?? 1 });
      return respond(c, page, db);
    }
    const by = {
      db,
      env: c.env,
      request: c.req.raw,
      may: viewer.may,
      defer: (work: Promise<unknown>) => c.executionCtx.waitUntil(work),
    };
    const offset = countIn(fields["offset"]);
    const { accepted, same, rejected, waiting } = await this.#intake.runImport(by, format, now);
    const done = {
      accepted: countIn(fields["accepted"]) + accepted,
      same: countIn(fields["same"]) + same,
      refused: countIn(fields["refused"]) + rejected.length,
      rejected: rejected.map((one) => ({ ...one, line: one.line + offset })),
    };
    const rest = part && { text: part.rest, format, offset: offset + part.offset, parts: part.parts - 1 };
    return respond(c, progressPage({ baseUrl, viewer, ...done, waiting, unread: waiting, rest }), db);
  }
  async progress(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
    const row = await db.first(countWaiting(db));
    const of = (name: string) => countIn(c.req.query(name));
    const soFar = { accepted: of("accepted"), same: of("same"), refused: of("refused") };
    const waiting = Number(row?.waiting);
    const unread = Number(row?.unread);
    return respond(c, progressPage({ baseUrl, viewer, ...soFar, rejected: [], waiting, unread, rest: null }), db);
  }

  /** Adds a page by its URL alone: visits it like a source and stores it. There is no preview, because its text is not known before. */
  async #visited(c: Ctx, db: Db, form: Fields): Promise<Response> {
    const url = form["url"]?.trim() ?? "";
    const address = canonicalUrl(url);
    const world = worldOf(c.env, db, new URL(c.req.url).host);
    if (!address) return this.#refuse(c, db, form, { text: m.refused.url, field: "url" });
    if (world.userAgent === null) return this.#refuse(c, db, form, { text: m.noVisits });
    const fetched = await fetchOnce(world, budgetOf(c.env, VISIT_MS), url);
    const { id } = identify({ kind: "other", url });
    const row = await db.first(selectDocument(db, id, [aliasKey("url", address)]));
    if (fetched?.outcome === "not_modified" && row) return c.redirect(`/d/${row.id}?${form["again"] ? "did=visited" : "added=same"}`, 303);
    if (fetched?.outcome === "ok" && row) {
      await atOnce(new Db(c.env.DB), [String(row.id)], Date.now);
      return c.redirect(`/d/${row.id}?${form["again"] ? "did=visited" : "added=accepted"}`, 303);
    }
    const why = fetched ? outcomeInWords(fetched.outcome, fetched.why) : m.refused.noPage;
    return this.#refuse(c, db, form, { text: m.refused.notRead(fetched?.outcome === "ok" ? m.refused.nothingThere : why) });
  }
}

/** Puts the page for adding on an app. */
export function addPages(app: Hono<{ Bindings: Env }>, intake: Intake): void {
  const handlers = new AddHandlers(intake);
  app.get(
    "/add",
    signedIn("ingest", (c, asked) => handlers.show(c, asked)),
  );
  app.post("/add", (c) => handlers.add(c));
  app.get(
    "/add/progress",
    signedIn("ingest", (c, asked) => handlers.progress(c, asked)),
  );
}
