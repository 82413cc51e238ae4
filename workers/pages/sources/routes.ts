/** The routes of the sources page: add, visit now, switch off or on, delete. */

import type { Context, Hono } from "hono";
import { cursorOf, positionIn } from "../../../shared/cursor.ts";
import { sourceWords as w } from "../../../shared/i18n/desk/sources.en.ts";
import { objectIn } from "../../../shared/json-object.ts";
import { idOf, isId } from "../../../shared/model/id.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { createSource, endSource, makeDue, patchSource } from "../../crawl/edit-sources.ts";
import { budgetOf, worldOf } from "../../crawl/environment.ts";
import { crawl, NO_CONTACT } from "../../crawl/index.ts";
import { checkSource, sourceKinds, stateOf } from "../../crawl/sources.ts";
import type { Env } from "../../env.d.ts";
import { sourceAt } from "../../sources/index.ts";
import { findSource, findSources, type SourceHealth } from "../../store/crawl/sources.ts";
import type { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, onForm, type Sent, signedIn } from "../ui/forms.ts";
import { outcomeInWords, type SourceRow, type SourcesData, sourcesPage } from "./sources.ts";

type Ctx = Context<{ Bindings: Env }>;
const PAGE = 50;
/** Short, because a person waits for it. */
const RUN_MS = 20_000;

function rowOf(env: Env, health: SourceHealth, now: number): SourceRow {
  const { source, visit, host, running } = health;
  const { blocked, robots } = stateOf(env, health, now);
  const last =
    visit.ranAt === null || visit.outcome === null ? null : { at: visit.ranAt, outcome: visit.outcome, why: visit.why, yield: visit.yield };
  return {
    id: source.id,
    name: source.name,
    kind: source.kind,
    enabled: source.enabled,
    blocked,
    running,
    nextAt: visit.dueAt !== null && visit.dueAt > now ? visit.dueAt : null,
    interval: visit.interval,
    failures: visit.failures,
    last,
    watchedSince: source.watchedSince,
    robots,
    host: visit.host,
    notBefore: host && host.nextAt > now ? host.nextAt : null,
  };
}
async function page(
  c: Ctx,
  { baseUrl, viewer, db }: Asked,
  message: SourcesData["message"] = null,
  form: Record<string, string> = {},
  status = 200,
): Promise<Response> {
  const now = Date.now();
  const position = positionIn(c.req.query("cursor") ?? "", ["string"] as const);
  const found = await findSources(db, position ? String(position[0]) : "", PAGE, now);
  const last = found.at(-1);
  const data: SourcesData = {
    baseUrl,
    viewer,
    idle: worldOf(c.env, db).userAgent === null ? NO_CONTACT : null,
    kinds: sourceKinds(c.env),
    sources: found.map((health) => rowOf(c.env, health, now)),
    next: last && found.length === PAGE ? `${baseUrl}/sources?cursor=${cursorOf([last.source.id])}` : null,
    message,
    form,
  };
  return respond(c, sourcesPage(data), db, status);
}
async function show(c: Ctx, asked: Asked): Promise<Response> {
  const { db } = asked;
  const id = c.req.query("ran") ?? "";
  const health = isId("o", id) ? await findSource(db, id, Date.now()) : null;
  return page(c, asked, health && ranMessage(health));
}
function ranMessage({ source, visit }: SourceHealth): SourcesData["message"] {
  // Still due, because its host must not be visited right now.
  const waits = visit.outcome === null || (visit.dueAt !== null && visit.dueAt <= Date.now());
  const good = waits || visit.outcome === "ok" || visit.outcome === "not_modified";
  const how = waits ? w.said.waits : outcomeInWords(visit.outcome ?? "", visit.why);
  return { kind: good ? "done" : "problem", text: `${source.name}: ${how}.` };
}

/** The settings of the form: its JSON object with the address; null if the JSON is invalid or not an object. */
function configOf(form: Record<string, string>): Record<string, unknown> | null {
  const url = form["url"]?.trim();
  const given = url ? { url } : {};
  const text = form["config"]?.trim();
  if (!text) return given;
  const settings = objectIn(text);
  return settings && { ...settings, ...given };
}
async function add(c: Ctx, sent: Sent): Promise<Response> {
  const { fields: form, db } = sent;
  const refuse = (text: string, field: string) => page(c, sent, { kind: "problem", text, field }, form, 422);
  const config = configOf(form);
  if (!config) return refuse(w.said.noObject, "config");
  // The kind of source is found from the address.
  const { kind, config: settled } = form["kind"] ? { kind: form["kind"], config } : sourceAt(form["url"]?.trim() ?? "");
  const checked = checkSource(c.env, new URL(c.req.url).host, kind, settled);
  if (Array.isArray(checked)) {
    const nameOf = (path: readonly PropertyKey[]) => ownProperty(w.fields, String(path[0])) ?? (path.join(" ") || w.said.it);
    const first = String(checked[0]?.path[0]);
    const spare = form["config"]?.trim() ? "config" : "url";
    return refuse(checked.map(({ path, detail }) => `${nameOf(path)} ${detail}`).join("; "), ownProperty(w.fields, first) ? first : spare);
  }
  const now = Date.now();
  const name = (form["name"] ?? "").trim().slice(0, 200) || checked.name;
  const made = {
    id: idOf("o", crypto.randomUUID()),
    kind,
    name,
    config: checked.config,
    enabled: true,
    host: checked.host,
    interval: checked.interval,
  };
  const { id, created } = await createSource(db, made, now);
  if (!created) return refuse(w.said.known, "url");
  return run(c, db, id);
}
async function run(c: Ctx, db: Db, id: string): Promise<Response> {
  await crawl(worldOf(c.env, db, new URL(c.req.url).host), budgetOf(c.env, RUN_MS, [`source:${id}`]));
  return c.redirect(`/sources?ran=${id}`, 303);
}
async function act(c: Ctx, sent: Sent): Promise<Response> {
  const { fields: form, db } = sent;
  const id = c.req.param("id") ?? "";
  const now = Date.now();
  const health = isId("o", id) ? await findSource(db, id, now) : null;
  if (!health) return page(c, sent, { kind: "problem", text: w.said.gone }, {}, 404);
  switch (form["do"]) {
    case "run":
      await makeDue(db, id, now);
      return run(c, db, id);
    case "on":
    case "off":
      await patchSource(db, id, { enabled: form["do"] === "on" }, now);
      return c.redirect("/sources", 303);
    case "delete":
      await endSource(db, id, now);
      return c.redirect("/sources", 303);
    default:
      return page(c, sent, { kind: "problem", text: w.said.nothing }, {}, 422);
  }
}

/** Puts the page of sources on an app. */
export function sourcePages(app: Hono<{ Bindings: Env }>): void {
  app.get("/sources", signedIn("read", show));
  app.post("/sources", onForm("admin", add));
  app.post("/sources/:id", onForm("admin", act));
}
