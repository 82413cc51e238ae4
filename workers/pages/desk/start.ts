/** The routes of the desk's list: show it, change ticked claims, watch claims, save views. */
import type { Hono } from "hono";
import { deskList as m } from "../../../shared/i18n/desk/pages.en.ts";
import { idOf, isId } from "../../../shared/model/id.ts";
import { ListFilter } from "../../../shared/review/desk-list.ts";
import { assignClaim } from "../../editing/notes.ts";
import type { Env } from "../../env.d.ts";
import { Db } from "../../store/d1.ts";
import { deleteView, endFollows, insertView, putFollows } from "../../store/desk/follows.ts";
import { type Place, readDesk } from "../../store/desk/list.ts";
import { readersStart } from "../about/start.ts";
import { respond } from "../claim/routes.ts";
import { type Ctx, decidesAs, onForm, type Sent } from "../ui/forms.ts";
import { pathWithin } from "../ui/html.ts";
import { viewerOf } from "../ui/session.ts";
import { stripOf, withParameter } from "./decided.ts";
import { decideAndGo } from "./review.ts";
import { deskPage, deskPath } from "./start-view.ts";

/** Maximum number of claims that one form changes. */
const MAX_TICKED = 100;

function placeIn(text: string | undefined): Place | null {
  const match = /^(\d{1,16})\.([0-9a-z]{1,40})$/.exec(text ?? "");
  return match ? { at: Number(match[1]), id: match[2] ?? "" } : null;
}

async function show(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const viewer = await viewerOf(c, db);
  if (!viewer.may("read")) return readersStart(c, db, viewer);
  const query = c.req.query();
  const q = (query["q"] ?? "").toWellFormed().replaceAll("\0", "").trim();
  const filter = ListFilter.parse({ ...query, q });
  const did = isId("n", query["did"]) ? query["did"] : null;
  const after = placeIn(query["after"]);
  const now = Date.now();
  const page = await readDesk(db, filter, { who: decidesAs(viewer) ?? "", after, now, did });
  const before = after ? Math.min(1_000_000, Math.max(0, Math.floor(Number(query["n"]) || 0))) : 0;
  const strip = stripOf(page.decision, query["said"] ?? "", deskPath(filter));
  return respond(c, deskPage({ ...page, baseUrl: new URL(c.req.url).origin, viewer, filter, before, strip, now }), db);
}

const note = (back: string, said: string) => withParameter(back, { said });
/** Changes ticked claims: their state, their owner, whether the viewer watches them. */
async function act(c: Ctx, sent: Sent): Promise<Response> {
  const { db, fields, viewer } = sent;
  const back = pathWithin(fields["back"], "/");
  const taken = fields["take"];
  const ids = [...new Set(taken ? [taken] : sent.all("pick"))].filter((id) => isId("c", id)).slice(0, MAX_TICKED);
  const verb = taken ? "take" : fields["do"];
  if (!ids.length || !verb) return c.redirect(note(back, `problem.${ids.length ? m.nothingChosen : m.nothingTicked}`), 303);
  const now = Date.now();
  if (verb === "take") {
    if (!viewer.person) return c.redirect(note(back, `problem.${m.notYou}`), 303);
    for (const id of ids) await assignClaim(db, id, viewer.person.id, now);
    return c.redirect(note(back, `note.${m.took(ids.length)}`), 303);
  }
  if (verb === "watch" || verb === "unwatch") {
    const who = decidesAs(viewer) ?? "";
    await db.batch([verb === "watch" ? putFollows(db, who, ids, now) : endFollows(db, who, ids)]);
    return c.redirect(note(back, `note.${verb === "watch" ? m.watching(ids.length) : m.unwatched(ids.length)}`), 303);
  }
  const edit = { status: verb as "open" };
  return decideAndGo(c, sent, { items: ids.map((id) => ({ id, do: "edit", edit })), seen: [] }, back);
}

/** Watches a claim, stops watching it, or marks its changes as seen. */
async function watch(c: Ctx, sent: Sent): Promise<Response> {
  const { db, fields, viewer } = sent;
  const ids = sent
    .all("claim")
    .filter((id) => isId("c", id))
    .slice(0, MAX_TICKED);
  const back = pathWithin(fields["back"], "/alerts");
  const who = decidesAs(viewer) ?? "";
  if (!ids.length) return c.redirect(note(back, `problem.${m.nothingTicked}`), 303);
  if (fields["do"] === "unwatch") {
    await db.batch([endFollows(db, who, ids)]);
    return c.redirect(note(back, `note.${m.unwatched(ids.length)}`), 303);
  }
  await db.batch([putFollows(db, who, ids, Date.now())]);
  return c.redirect(note(back, `note.${fields["do"] === "seen" ? m.seen : m.watching(ids.length)}`), 303);
}

/** Saves the filters of a list under a name, or removes them. */
async function keepView(c: Ctx, { db, fields, viewer }: Sent): Promise<Response> {
  const who = decidesAs(viewer) ?? "";
  if (fields["do"] === "remove") {
    await db.batch([deleteView(db, who, fields["id"] ?? "")]);
    return c.redirect(note(pathWithin(fields["back"], "/"), `note.${m.viewRemoved}`), 303);
  }
  const path = pathWithin(fields["path"], "/");
  const name = (fields["name"] ?? "").trim().slice(0, 60);
  if (!name) return c.redirect(path, 303);
  const kept = await db.first(insertView(db, who, { id: idOf("v", who, path), name, path }, Date.now()));
  return c.redirect(note(path, kept ? `note.${m.viewSaved(name)}` : `problem.${m.viewsFull}`), 303);
}

/** Puts the desk's list on an app. */
export function deskPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/", show);
  app.post("/desk", onForm("review", act));
  app.post("/watch", onForm("read", watch));
  app.post("/views", onForm("read", keepView));
}
