/** The routes of a claim's workspace: show it, decide on lines, change the claim, publish it and take it down. */

import type { Hono, Next } from "hono";
import type * as z from "zod";
import { whoInWords } from "../../../shared/access/who.ts";
import { claimWords as w } from "../../../shared/i18n/desk/claim.en.ts";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { deskList } from "../../../shared/i18n/desk/pages.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { laneAnswers } from "../../../shared/i18n/index.ts";
import { ClaimInput } from "../../../shared/model/claim.ts";
import { EdgeType } from "../../../shared/model/edge.ts";
import { isId } from "../../../shared/model/id.ts";
import { SightingInput } from "../../../shared/model/sighting.ts";
import { VerdictInput } from "../../../shared/model/verdict.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { EmbedPatch, type EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import { unwatchClaim, watchClaim } from "../../crawl/watches.ts";
import { createClaims } from "../../editing/claims/create.ts";
import { addLine } from "../../editing/decisions/add-line.ts";
import { decidedMeanwhile, relateAtOnce } from "../../editing/decisions/after.ts";
import { asksFor } from "../../editing/decisions/decide.ts";
import { decideMerge, decideSplit } from "../../editing/decisions/merge.ts";
import { changeVisibility, linesToRead } from "../../editing/decisions/visibility.ts";
import { stateEdge } from "../../editing/edges.ts";
import { addNote, assignClaim, changeEmbed } from "../../editing/notes.ts";
import { hasUnreadWords, needsSecondLook } from "../../editing/sightings.ts";
import { recordVerdict } from "../../editing/verdicts.ts";
import { namesFrom } from "../../editing/who.ts";
import type { Env } from "../../env.d.ts";
import { listKeys } from "../../store/access/keys.ts";
import { listPeople } from "../../store/access/people.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import { selectEmbed, settingsOf } from "../../store/claims/embeds.ts";
import { findClaims, findSimilarClaims } from "../../store/claims/find.ts";
import { readClaim, START } from "../../store/claims/timelines.ts";
import { timelineOf, wholeTimelineWithWaiting } from "../../store/claims/whole.ts";
import { Db } from "../../store/d1.ts";
import { decisionOf, selectLastDecisions } from "../../store/desk/decisions.ts";
import { readWorkspace } from "../../store/desk/workspace.ts";
import { type LinePlace, selectSightingsOf, selectTimeline } from "../../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../../store/relations/stored-sighting.ts";
import { notFound, respond } from "../claim/routes.ts";
import { embedPage } from "../embed/page.ts";
import { embedPatchOf } from "../embed/settings-form.ts";
import { signInFirst, whomToAsk } from "../people/signin-forms.ts";
import { type Asked, type Ctx, faultOf, isFirst, onForm, type Sent, signedIn, tooLate, unchanged } from "../ui/forms.ts";
import { inlinedFrom } from "../ui/inline.ts";
import { viewerOf } from "../ui/session.ts";
import { publishingPage, samePage, workspacePage } from "./claim-view.ts";
import { outcomeOf, stripOf, withParameter } from "./decided.ts";
import { decideAndGo, editIn, shownIn } from "./review.ts";
import { settledIn, stancesPage } from "./stances.ts";

const FORM_LIMIT = 60_000;
const here = (id: string) => `/c/${id}?as=editor`;

/** The place among a claim's lines at which a page begins ("LISTED.AT.ID"), and the address of that page. */
function placeIn(c: Ctx): { from: string; after: LinePlace | undefined; page: string } {
  const id = c.req.param("id") ?? "";
  const [from = "", listed, at, line] = /^([01])\.(-?\d{1,16})\.(s\w{1,40})$/.exec(c.req.query("from") ?? "") ?? [];
  if (!line) return { from, after: undefined, page: here(id) };
  return { from, after: { listed: Number(listed), at: Number(at), id: line }, page: `${here(id)}&from=${from}` };
}
/** Shows the workspace to signed-in editors, or on request (`?as=editor`). Others, and `?as=reader`, get the readers' page. */
async function show(c: Ctx, next: Next): Promise<Response | undefined> {
  const id = c.req.param("id") ?? "";
  const as = c.req.query("as");
  if (!isId("c", id) || as === "reader") {
    await next();
    return undefined;
  }
  const db = new Db(c.env.DB);
  const viewer = await viewerOf(c, db);
  const isEditor = viewer.may("read") && (as === "editor" || viewer.person !== null);
  if (!isEditor) {
    if (as === "editor") return (await signInFirst(c, { db, viewer }, "read")) ?? notFound(c, db, answered.noClaim);
    await next();
    return undefined;
  }
  const asked = c.req.query("did");
  const did = isId("n", asked) ? asked : null;
  const { from, after, page } = placeIn(c);
  const data = await readWorkspace(db, id, did, after);
  if (!data) return notFound(c, db, answered.noClaim);
  if (data.claim.mergedInto) return c.redirect(here(data.claim.mergedInto), 302);
  const strip = stripOf(data.decision, c.req.query("said") ?? "", page);
  const shown = timelineOf(
    data.claim,
    data.lines.filter((s) => s.listed),
  );
  const earliest = shown.firstKnown && { id: shown.firstKnown.eventId, words: `${laneAnswers(shown).firstKnown}.` };
  const withWaiting = c.req.query("view") === "waiting";
  const edited = c.req.query("edit") ?? null;
  return respond(c, workspacePage({ ...data, baseUrl: new URL(c.req.url).origin, viewer, strip, earliest, withWaiting, from, edited }), db);
}

const VERBS = ["accept", "reject", "wait", "edit"] as const;
type Verb = (typeof VERBS)[number];
/** The lines of a form ("ID.DOCUMENT.STATE.MARK" each) to which a verb applies: all reports that wait if any do, else the public ones. */
function linesFor(verb: Verb, named: string[], one: string | undefined): { id: string; document: string; mark?: string }[] {
  const lines = named.flatMap((text) => {
    const [id = "", document = "", state = "", mark] = text.split(".");
    return isId("s", id) && isId("d", document) ? [{ id, document, state, ...(mark && { mark }) }] : [];
  });
  if (one) return lines.filter((line) => line.id === one);
  const of = (...states: string[]) => lines.filter((line) => states.includes(line.state));
  if (verb === "reject") return of("public", "waits");
  if (verb === "wait") return of("public");
  const [first, second] = verb === "accept" ? [of("waits"), of("dropped")] : [of("public"), of("waits")];
  if (first.length) return first;
  return second.length ? second : lines;
}

/** Decides on a line, or on all reports of one response, and returns to the page of the form. */
export async function decideLine(c: Ctx, sent: Sent, back: string): Promise<Response> {
  const { fields, db, all } = sent;
  const [name, one] = (fields["do"] ?? "").split(" ");
  const verb = VERBS.find((known) => known === name);
  const named = all("line");
  const lines = named.length
    ? linesFor(verb ?? "edit", named, one)
    : [{ id: fields["id"] ?? "", document: fields["document"] ?? "", mark: fields["shown"] }];
  const claim = c.req.param("id") ?? "";
  const to = lines[0] ? `${back}#${lines[0].id}` : back;
  if (!verb && isId("c", claim) && lines[0]) return pick(c, sent, { claimId: claim, verb: name ?? "", id: lines[0].id, back: to });
  if (!verb || !lines.length) return unchanged(c, db, 422, answered.saysNothing);
  const parent = verb === "edit" ? fields["parent"]?.trim() : "";
  const edit = verb === "edit" ? editIn(fields) : undefined;
  if (parent && lines[0]) {
    const added = await addSource(db, lines[0].document, parent, fields["how"] ?? "");
    if (typeof added === "string") return unchanged(c, db, 422, added);
    if (!edit) return c.redirect(withParameter(to, added.decision ? { did: added.decision } : { said: `note.${answered.already}` }), 303);
  }
  const items = lines.map(({ id, document }) => ({ id, ...(document && { document }), do: verb, ...(edit && { edit }) }));
  const shown = Object.fromEntries(lines.flatMap(({ id, mark }) => (mark ? [[id, mark]] : [])));
  return decideAndGo(c, sent, { items, seen: all("seen") }, to, shown);
}
/** Stores the source of a document that an editor gave. Gives the decision (null: the source was stored already), or the problem in words. */
async function addSource(db: Db, child: string, parent: string, how: string): Promise<{ decision: string | null } | string> {
  const type = EdgeType.safeParse(how);
  if (!type.success) return answered.noHow;
  const done = await stateEdge(db, { child, parent: parent.slice(0, 2048), type: type.data }, Date.now());
  if ("detail" in done) return answered.goBack(answered.theSource(done.detail));
  await relateAtOnce(db, done.again, Date.now);
  return done;
}
interface Picked {
  claimId: string;
  /** pin, unpin, hide or unhide. */
  verb: string;
  /** The id of the event. */
  id: string;
  back: string;
}
/** Changes which events the embed always shows, and which it leaves out. */
async function pick(c: Ctx, { db, fields }: Sent, { claimId, verb, id, back }: Picked): Promise<Response> {
  const list = { pin: "pins", unpin: "pins", hide: "hide", unhide: "hide" }[verb];
  if (list !== "pins" && list !== "hide") return unchanged(c, db, 422, answered.saysNothing);
  const embed = await db.first(selectEmbed(db, claimId));
  const settings = settingsOf(embed);
  const pickedOf = (before: EmbedSettings) => {
    const after = (before[list] ?? []).filter((one) => one !== id);
    if (verb === "pin" || verb === "hide") after.push(id);
    return EmbedPatch.safeParse({ [list]: after.length ? after : null });
  };
  const patch = pickedOf(settings);
  if (!patch.success) return c.redirect(withParameter(back, { said: `problem.${issueOf(patch)}` }), 303);
  const done = await changeEmbed(db, claimId, (before) => pickedOf(before).data ?? {}, Date.now());
  const did = "detail" in done ? null : done.decision;
  // After the first pin, the page goes on to the headline field; with the key p, it stays at the line.
  const isFirst = verb === "pin" && !settings.headline && !settings.pins?.length && !fields["stay"];
  const to = isFirst ? back.replace(/#.*/, "#f-headline") : back;
  return c.redirect(withParameter(to, did ? { did } : { said: `note.${answered.already}` }), 303);
}

/** A claim by its id, or by an address that ends in it. */
const claimIn = (text: string) => /c[0-9a-z]{26}/.exec(text)?.[0] ?? text.trim();
/** The id of the claim that a text names by address or id. Any other text becomes the wording of a new claim, which only editors see. */
export async function claimNamed(db: Db, text: string, now: number): Promise<string> {
  const named = claimIn(text);
  if (isId("c", named) || !/\s/.test(named)) return named;
  const input = ClaimInput.safeParse({ text: named.slice(0, 2000), visibility: "private" });
  const [made] = input.success ? await createClaims(db, [input.data], { now, mayReview: true }) : [];
  return made && "id" in made ? made.id : "";
}

type Said = Record<string, string> | string;
const notHere: Said = { late: w.said.notHere };
const didOrSame = (id: string | null): Said => (id ? { did: id } : { said: `note.${answered.already}` });
const issueOf = ({ error }: { error: z.ZodError }) =>
  faultOf(error, { ...w.menus, ...w.embed, ...desk.fields, publishedAt: w.menus.when }).text;

/** The changes that forms of the head make. Each gives the message for the next page, or a problem in words. */
const CHANGES: Readonly<Record<string, (sent: Sent, id: string, now: number) => Promise<Said>>> = {
  async merge({ db, fields }, id, now) {
    const moved = await decideMerge(db, { from: id, into: claimIn(fields["into"] ?? ""), why: fields["why"]?.trim() || null }, now);
    const about = fields["about"]?.slice(0, 160);
    return moved ? { did: moved.id ?? "", to: moved.into, ...(about && { said: `told.0.${about}` }) } : w.said.noClaim;
  },
  async split({ db, fields, all }, id, now) {
    const from = await readClaim(db, id, null);
    const named = [...all("pick"), fields["documents"] ?? ""].join(" ");
    const documents = [...new Set(named.match(/d[0-9a-z]{26}/g) ?? [])].slice(0, 100);
    if (!from || !documents.length) return w.said.nothingTicked;
    // If nothing would move, no claim is made.
    const { lines } = await db.load({ lines: selectSightingsOf(db, documents) });
    if (!lines.some((line) => line["claim_id"] === id && line["state"] !== "rejected")) return notHere;
    const into = await claimNamed(db, fields["other"] ?? "", now);
    const moved = await decideSplit(db, { from, into, documents, why: fields["why"]?.trim() || null }, now);
    if (!moved) return w.said.noClaim;
    return moved.id ? { did: moved.id } : notHere;
  },
  async owner({ db, fields }, id, now) {
    const done = await assignClaim(db, id, fields["owner"]?.trim() || null, now, fields["shown"]);
    if (!("detail" in done)) return didOrSame(done.decision);
    return done.late ? late(db, `owner:${id}`, now) : answered.theOwner(done.detail);
  },
  async note({ db, fields }, id, now): Promise<Said> {
    const text = (fields["text"] ?? "").trim().slice(0, 4000);
    if (!text) return w.said.writeFirst;
    if (!(await isFirst({ db, fields }, now))) return { said: `note.${answered.already}` };
    return { did: (await addNote(db, id, text, now)).decision };
  },
  async watch({ db }, id, now) {
    await watchClaim(db, id, now);
    return { said: `note.${w.watching}` };
  },
  async unwatch({ db }, id, now) {
    await unwatchClaim(db, id, now);
    return { said: `note.${w.watchEnded}` };
  },
  async verdict({ db, fields }, id, now) {
    const { publisher, label, url, publishedAt } = fields;
    const input = VerdictInput.safeParse({ publisher, label, url, ...(publishedAt && { publishedAt }) });
    return input.success ? didOrSame((await recordVerdict(db, id, input.data, now)).decision) : issueOf(input);
  },
  async response({ db, fields }, id, now) {
    const { who, kind, described, type, standing, when } = fields;
    const actor = { kind, name: who?.trim(), ...(described?.trim() && { role: described.trim() }) };
    const response = { type, standing, actor, told: true, ...(when?.trim() && { publishedAt: when.trim() }) };
    return addOne(db, { claim: id, document: fields["document"]?.trim(), quote: fields["quote"]?.trim(), response }, now);
  },
  async appearance({ db, fields }, id, now) {
    return addOne(db, { claim: id, document: fields["document"]?.trim(), stance: fields["stance"] }, now);
  },
  async embed({ db, fields }, id, now) {
    const patch = EmbedPatch.safeParse(embedPatchOf(fields));
    if (!patch.success) return issueOf(patch);
    const done = await changeEmbed(db, id, () => patch.data, now, fields["shown"]);
    return "detail" in done ? late(db, `embed:${id}`, now) : didOrSame(done.decision);
  },
};
/** The message that somebody has changed the subject of a form since it was shown. */
const late = async (db: Db, subject: string, now: number): Promise<Said> => ({ late: await decidedMeanwhile(db, subject, now) });
async function addOne(db: Db, given: object, now: number): Promise<Said> {
  const input = SightingInput.safeParse(given);
  if (!input.success) return issueOf(input);
  const done = await addLine(db, input.data, now);
  if (!("detail" in done)) return didOrSame(done.id);
  return done.pointer === "/document" && !done.gone ? w.said.noDocument : `${done.detail}.`;
}

async function act(c: Ctx, sent: Sent): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const { fields, db, viewer } = sent;
  // Reporters can write notes; everything else needs a reviewer.
  if (fields["what"] !== "note" && !viewer.may("review")) return unchanged(c, db, 403, await whomToAsk(db, "review"));
  if (!isId("c", id)) return notFound(c, db, answered.noClaim);
  const why = fields["why"]?.trim() ? { why: fields["why"].trim() } : {};
  if (fields["what"] === "wording") {
    const edit = { wording: fields["wording"]?.trim() ?? "", subject: fields["subject"]?.trim() ?? "" };
    return decideAndGo(c, sent, { items: [{ id, do: "edit", edit }], seen: [], ...why }, here(id), shownIn(fields, id));
  }
  if (fields["what"] === "status") {
    const edit = { status: fields["status"] as "open" };
    return decideAndGo(c, sent, { items: [{ id, do: "edit", edit }], seen: [], ...why }, here(id), shownIn(fields, id));
  }
  const change = ownProperty(CHANGES, fields["what"] ?? "");
  if (!change) return unchanged(c, db, 422, answered.saysNothing);
  const claim = await readClaim(db, id, null);
  const outcome = claim && claim.id !== id ? await late(db, `claim:${id}`, Date.now()) : await change(sent, id, Date.now());
  const isEmbed = fields["back"] === "embed";
  const isLate = typeof outcome !== "string" && outcome["late"] !== undefined;
  const problem = typeof outcome === "string" ? outcome : outcome["late"];
  if (problem !== undefined) {
    // Input is returned to the form, except a logo, which is too long for an address.
    const { logo: _, shown: __, ...typed } = { ...fields, preview: "1" } as Record<string, string>;
    if (isEmbed) return c.redirect(withParameter(`/c/${id}/embed`, { ...typed, said: `problem.${problem}` }), 303);
    if (!isLate) return unchanged(c, db, 422, answered.goBack(problem));
    return tooLate(c, db, problem) ?? c.redirect(withParameter(here(id), { said: `problem.${answered.noChange(problem)}` }), 303);
  }
  const { to, ...said } = outcome as Record<string, string>;
  const part = ["note", "embed"].includes(fields["what"] ?? "") ? `#${fields["what"]}` : "";
  return c.redirect(isEmbed ? `/c/${id}/embed?said=saved` : withParameter(`${here(to ?? id)}${part}`, said), 303);
}

const MAX_FOUND = 8;
/** Claims with which a claim may be merged: similar ones, or the results of a search. */
async function showSame(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
  const claim = await readClaim(db, c.req.param("id") ?? "", null);
  if (!claim) return notFound(c, db, answered.noClaim);
  const q = (c.req.query("q") ?? "").trim().slice(0, 300).toWellFormed().replaceAll("\0", "");
  const named = isId("c", claimIn(q)) ? await readClaim(db, claimIn(q), null) : null;
  const summary = (one: ClaimSummary) => ({
    id: one.id,
    text: one.text,
    note: `${desk.visibilities[one.visibility]}, ${deskList.counts(one)}`,
  });
  const find = async () => {
    if (named) return [summary(named)];
    if (q) return (await findClaims(db, { q, limit: MAX_FOUND, before: null, all: true })).claims.map(summary);
    const similar = await findSimilarClaims(db, claim);
    return similar.map(({ id, text, same }) => ({ id, text, note: same ? w.same.same : "" }));
  };
  const found = await find();
  const data = { baseUrl, viewer, claim, strip: null, q };
  return respond(c, samePage({ ...data, found: found.filter((one) => one.id !== claim.id) }), db);
}

/** The embed as if all lines that wait were accepted; only for editors. */
async function showWaiting(c: Ctx, { baseUrl, db }: Asked): Promise<Response> {
  const claim = await readClaim(db, c.req.param("id") ?? "", null);
  if (!claim) return notFound(c, db, answered.noClaim);
  const [timeline, { embeds }] = await Promise.all([wholeTimelineWithWaiting(db, claim), db.load({ embeds: selectEmbed(db, claim.id) })]);
  const settings = settingsOf(embeds[0]);
  const page = embedPage(timeline, {
    baseUrl,
    settings,
    lang: "en",
    tz: settings.tz ?? "UTC",
    query: "",
    live: null,
    styles: [await inlinedFrom(c.env.ASSETS, "story.css"), await inlinedFrom(c.env.ASSETS, "embed.css")],
    scripts: { resize: null, zone: null },
  });
  return respond(c, { html: page.html, csp: page.csp.replace("frame-ancestors *", "frame-ancestors 'self'") }, db);
}

/** Public lines whose stance is a guess, to be settled. */
async function showStances(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
  const data = await readWorkspace(db, c.req.param("id") ?? "", null, placeIn(c).after);
  if (!data) return notFound(c, db, answered.noClaim);
  const strip = stripOf(null, c.req.query("said") ?? "", "");
  return respond(c, stancesPage({ ...data, baseUrl, viewer, strip }), db);
}
async function settle(c: Ctx, sent: Sent): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const { items, shown } = settledIn(sent.fields);
  if (!items.length) return c.redirect(withParameter(`/c/${id}/stances`, { said: `problem.${w.stances.nothing}` }), 303);
  return decideAndGo(c, sent, { items, seen: sent.all("seen") }, here(id), shown);
}

/** Maximum number of further lines on the page before publishing, beside those that must be read. */
const MAX_PUBLISHED = 100;
async function showPublish(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
  const claim = await readClaim(db, c.req.param("id") ?? "", null);
  if (!claim) return notFound(c, db, answered.noClaim);
  const data = { baseUrl, viewer, claim, strip: stripOf(null, c.req.query("said") ?? "", "") };
  const toRead = await linesToRead(db, claim);
  const { shown, asked, people, keys } = await db.load({
    shown: selectTimeline(db, claim.id, { after: START, limit: MAX_PUBLISHED, asOf: null }),
    asked: selectLastDecisions(db, [`claim:${claim.id}`]),
    people: listPeople(db),
    keys: listKeys(db),
  });
  const last = asked[0] && decisionOf(asked[0]);
  const by =
    last && asksFor(last, claim.text)
      ? { who: whoInWords(last.by ?? "", namesFrom(people, keys)), isMine: last.by === data.viewer.by }
      : null;
  const look = claim.visibility === "private" && needsSecondLook(claim) ? { by } : null;
  const others = shown.map(sightingOf).filter((s) => !toRead.some(({ line }) => line.id === s.id));
  // Lines that may name somebody are shown without those words until somebody ticks them here.
  const [unread, read] = [true, false].map((is) => others.filter((s) => hasUnreadWords(s, claim.text) === is)) as [
    SightingRow[],
    SightingRow[],
  ];
  return respond(c, publishingPage(data, { lines: toRead, unread, others: read, shown: claim.sightings, look }), db);
}
async function publish(c: Ctx, sent: Sent): Promise<Response> {
  const id = c.req.param("id") ?? "";
  if (sent.fields["visibility"] === "ask")
    return decideAndGo(c, sent, { items: [{ id, do: "ask" }], seen: [], ...(sent.fields["why"] && { why: sent.fields["why"] }) }, here(id));
  const visibility = (["private", "unlisted", "public"] as const).find((one) => one === sent.fields["visibility"]);
  if (!visibility) return unchanged(c, sent.db, 422, answered.noVisibility);
  const answer = await changeVisibility(
    sent.db,
    id,
    { visibility, seen: sent.all("seen"), hold: true, shown: sent.fields["shown"] },
    Date.now(),
  );
  if (!answer || "unread" in answer) return notFound(c, sent.db, answered.noClaim);
  const outcome = outcomeOf(answer);
  const said = outcome["said"]?.startsWith("told.") ? `visible.${visibility}` : outcome["said"];
  return c.redirect(withParameter(here(id), { ...outcome, said: said ?? "" }), 303);
}

/** Puts the workspace on an app; before the readers' page of a claim. */
export function workspacePages(app: Hono<{ Bindings: Env }>): void {
  app.get("/c/:id/publish", signedIn("review", showPublish));
  app.post("/c/:id/publish", onForm("review", publish, FORM_LIMIT));
  app.post(
    "/c/:id/line",
    onForm("review", (c, sent) => decideLine(c, sent, placeIn(c).page), FORM_LIMIT),
  );
  app.get("/c/:id/stances", signedIn("review", showStances));
  app.post("/c/:id/stances", onForm("review", settle, FORM_LIMIT));
  app.post("/c/:id/change", onForm("ingest", act, FORM_LIMIT));
  app.get("/c/:id/same", signedIn("review", showSame));
  app.get("/c/:id/waiting", signedIn("review", showWaiting));
  app.get("/c/:id", show as never);
}
