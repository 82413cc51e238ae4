/** The routes of a claim's workspace: look, decide on lines, change the claim, publish it and take it down. */
import type { Hono, Next } from "hono";
import { ClaimPatch } from "../../../shared/model/claim.ts";
import { idOf } from "../../../shared/model/id.ts";
import { VerdictInput } from "../../../shared/model/verdict.ts";
import { patchClaim } from "../../editing/claims.ts";
import { decideMerge, decideSplit } from "../../editing/decisions/merge.ts";
import { changeVisibility, linesToRead } from "../../editing/decisions/visibility.ts";
import { recordVerdict } from "../../editing/verdicts.ts";
import type { Env } from "../../env.d.ts";
import { readClaim } from "../../store/claims/timelines.ts";
import { Db } from "../../store/d1.ts";
import { insertNote, putOwner, readWorkspace } from "../../store/desk/workspace.ts";
import { notFound, respond } from "../claim/routes.ts";
import { signInFirst } from "../people/signin-forms.ts";
import { type Ctx, refusal, type Sent, sentForm } from "../ui/forms.ts";
import { viewerOf } from "../ui/session.ts";
import { publishPage, workspacePage } from "./claim-view.ts";
import { outcomeOf, stripOf, withParameter } from "./decided.ts";
import { decideAndGo, editIn } from "./review.ts";

const FORM_LIMIT = 60_000;
const ID = /^c[0-9a-z]{26}$/;
const here = (id: string) => `/c/${id}?as=editor`;

/** The workspace where an editor asks for it, and for everybody who is signed in and may review unless they ask for the readers' page. */
async function show(c: Ctx, next: Next): Promise<Response | undefined> {
  const id = c.req.param("id") ?? "";
  const as = c.req.query("as");
  if (!ID.test(id) || as === "reader") {
    await next();
    return undefined;
  }
  const db = new Db(c.env.DB);
  const viewer = await viewerOf(c, db);
  const isEditor = viewer.may("review") && (as === "editor" || viewer.person !== null);
  if (!isEditor) {
    if (as === "editor") return (await signInFirst(c, db, "review")) ?? notFound(c, db, "No claim has this address.");
    await next();
    return undefined;
  }
  const did = /^n[0-9a-z]{26}$/.test(c.req.query("did") ?? "") ? (c.req.query("did") ?? null) : null;
  const data = await readWorkspace(db, id, did);
  if (!data) return notFound(c, db, "No claim has this address.");
  if (data.claim.mergedInto) return c.redirect(here(data.claim.mergedInto), 302);
  const strip = stripOf(data.decision, c.req.query("said") ?? "", here(id));
  return respond(c, workspacePage({ ...data, baseUrl: new URL(c.req.url).origin, viewer, strip }), db);
}

const VERBS = ["accept", "reject", "wait", "edit"] as const;
async function line(c: Ctx): Promise<Response> {
  const sent = await sentForm(c, "review", FORM_LIMIT);
  if (sent instanceof Response) return sent;
  const { fields, db, all } = sent;
  const verb = VERBS.find((one) => one === fields["do"]);
  if (!verb) return refusal(c, db, 422, "Nothing was changed", "The form says nothing that can be done.");
  const edit = verb === "edit" ? editIn(fields) : undefined;
  const item = { id: fields["id"] ?? "", document: fields["document"] ?? "", do: verb, ...(edit && { edit }) };
  return decideAndGo(c, sent, { items: [item], seen: all("seen") }, here(c.req.param("id") ?? ""));
}

/** A claim by its id, or by an address that ends in it. */
const claimIn = (text: string) => /c[0-9a-z]{26}/.exec(text)?.[0] ?? text.trim();

/** What a form of the head changes; gives what is said of it, or a problem. */
async function change(sent: Sent, id: string, now: number): Promise<Record<string, string> | string> {
  const { db, fields } = sent;
  switch (fields["what"]) {
    case "merge": {
      const moved = await decideMerge(db, id, claimIn(fields["into"] ?? ""), fields["why"] || null, now);
      return moved ? { did: moved.id ?? "", to: moved.into } : "No other claim has this id or address.";
    }
    case "split": {
      const from = await readClaim(db, id, null);
      const documents = [...new Set((fields["documents"] ?? "").match(/d[0-9a-z]{26}/g) ?? [])].slice(0, 100);
      const moved = from && documents.length ? await decideSplit(db, from, claimIn(fields["other"] ?? ""), documents, null, now) : null;
      return moved ? { did: moved.id ?? "" } : "Nothing was moved: no other claim has this id, or no document was named.";
    }
    case "owner":
      await db.batch([putOwner(db, id, (fields["owner"] ?? "").slice(0, 200), now)]);
      return { said: "note.Saved who is on it." };
    case "note": {
      const text = (fields["text"] ?? "").trim().slice(0, 4000);
      if (!text) return "Write something first.";
      await db.batch([insertNote(db, id, { id: idOf("n", "note", now, crypto.randomUUID()), at: now, by: db.by, text })]);
      return { said: "note.Added the note; only we see it." };
    }
    case "verdict": {
      const { publisher, label, url, publishedAt } = fields;
      const input = VerdictInput.safeParse({ publisher, label, url, ...(publishedAt && { publishedAt }) });
      if (!input.success) return `${String(input.error.issues[0]?.path.at(-1))}: ${input.error.issues[0]?.message}`;
      await recordVerdict(db, id, input.data, now);
      return { said: "note.Added the rating." };
    }
    default: {
      const { headline, kicker, credit, note } = fields;
      const orNull = (value: string | undefined) => value?.trim() || null;
      const patch = ClaimPatch.safeParse({
        embed: { headline: orNull(headline), kicker: orNull(kicker), credit: orNull(credit), note: orNull(note) },
      });
      if (!patch.success) return `${String(patch.error.issues[0]?.path.at(-1))}: ${patch.error.issues[0]?.message}`;
      await patchClaim(db, id, patch.data, now);
      return { said: "note.Saved how the embed shows it." };
    }
  }
}

async function act(c: Ctx): Promise<Response> {
  const sent = await sentForm(c, "review", FORM_LIMIT);
  if (sent instanceof Response) return sent;
  const id = c.req.param("id") ?? "";
  const { fields, db } = sent;
  if (!ID.test(id)) return notFound(c, db, "No claim has this address.");
  const why = fields["why"] ? { why: fields["why"] } : {};
  if (fields["what"] === "wording") {
    const edit = { wording: fields["wording"]?.trim() ?? "", subject: fields["subject"]?.trim() ?? "" };
    return decideAndGo(c, sent, { items: [{ id, do: "edit", edit }], seen: [], ...why }, here(id));
  }
  if (fields["what"] === "status") {
    const edit = { status: fields["status"] as "open" };
    return decideAndGo(c, sent, { items: [{ id, do: "edit", edit }], seen: [], ...why }, here(id));
  }
  const outcome = await change(sent, id, Date.now());
  if (typeof outcome === "string") return c.redirect(withParameter(here(id), { said: `problem.${outcome}` }), 303);
  const { to, ...said } = outcome;
  return c.redirect(withParameter(here(to ?? id), said), 303);
}

async function showPublish(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  const refused = await signInFirst(c, db, "review");
  if (refused) return refused;
  const claim = await readClaim(db, c.req.param("id") ?? "", null);
  if (!claim) return notFound(c, db, "No claim has this address.");
  const data = {
    baseUrl: new URL(c.req.url).origin,
    viewer: await viewerOf(c, db),
    claim,
    strip: stripOf(null, c.req.query("said") ?? "", ""),
  };
  return respond(c, publishPage(data, await linesToRead(db, claim), claim.sightings), db);
}
async function publish(c: Ctx): Promise<Response> {
  const sent = await sentForm(c, "review", FORM_LIMIT);
  if (sent instanceof Response) return sent;
  const id = c.req.param("id") ?? "";
  const visibility = (["private", "unlisted", "public"] as const).find((one) => one === sent.fields["visibility"]);
  if (!visibility) return refusal(c, sent.db, 422, "Nothing was changed", "The form does not say who sees it.");
  const answer = await changeVisibility(sent.db, id, { visibility, seen: sent.all("seen"), hold: true }, Date.now());
  if (!answer || "unread" in answer) return notFound(c, sent.db, "No claim has this address.");
  return c.redirect(withParameter(here(id), outcomeOf(answer)), 303);
}

/** Puts the workspace on an app; before the readers' page of a claim. */
export function workspacePages(app: Hono<{ Bindings: Env }>): void {
  app.get("/c/:id/publish", showPublish);
  app.post("/c/:id/publish", publish);
  app.post("/c/:id/line", line);
  app.post("/c/:id/change", act);
  app.get("/c/:id", show as never);
}
