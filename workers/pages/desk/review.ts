/** The routes of the review queue: show it, decide on one or several, undo. */

import type { Hono } from "hono";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { queue } from "../../../shared/i18n/desk/queue.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { objectIn } from "../../../shared/json-object.ts";
import { isId } from "../../../shared/model/id.ts";
import { stanceReasons } from "../../../shared/read/stance/reasons.ts";
import { isOtherLanguage, stanceOf } from "../../../shared/read/stance/stance.ts";
import type { DecisionEdit, DecisionInput, DecisionItem, ReviewFilter as Filter } from "../../../shared/review/decision.ts";
import { DecisionInput as Input, ReviewFilter } from "../../../shared/review/decision.ts";
import { primaryTag } from "../../../shared/text/language-tag.ts";
import { afterDecision, meanwhile } from "../../editing/decisions/after.ts";
import { decide, filterOf } from "../../editing/decisions/decide.ts";
import type { Env } from "../../env.d.ts";
import { hint } from "../../pipeline/queue.ts";
import { answerWordsFor, stanceNetworks } from "../../store/assets/models.ts";
import { type ReviewPage, reviewPage, suggestionsOf } from "../../store/desk/review.ts";
import type { SuggestionKey } from "../../store/desk/suggestions.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, type Ctx, faultOf, onForm, type Sent, signedIn, tooLate, unchanged } from "../ui/forms.ts";
import { pathWithin } from "../ui/html.ts";
import { bulkPage } from "./bulk.ts";
import { outcomeOf, stripOf, UNDO_LIMIT, undo, withParameter } from "./decided.ts";
import { reviewPageOf, reviewPath } from "./review-view.ts";

const FORM_LIMIT = 300_000;
/** Number of suggestions on a page: it then reads at most 300 rows. */
const PAGE_SIZE = 24;
/** Length of the context before and after a sentence, in UTF-16 units. */
const CONTEXT = 320;

/** The filters of an address, without invalid ones. */
function filterIn(given: Record<string, string | undefined>): Filter {
  const found = Object.entries(ReviewFilter.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(given[name] || undefined);
    return value.success && value.data !== undefined ? [[name, value.data]] : [];
  });
  return Object.fromEntries(found) as Filter;
}
const groupingOf = (by: string | undefined) => (by === "kind" || by === "site" ? by : "claim");
/** "ID.VERSION", or "VERSION.ID" of a cursor. */
function keyIn(text: string | undefined): SuggestionKey | null {
  const match = /^(.+)\.(\d{1,16})$/.exec(text ?? "");
  return match ? { id: match[1] ?? "", since: Number(match[2]) } : null;
}
function positionIn(text: string | undefined): { at: number; id: string } | null {
  const match = /^(\d{1,16})\.(.+)$/.exec(text ?? "");
  return match ? { at: Number(match[1]), id: match[2] ?? "" } : null;
}

/** The text before and after a sentence. */
function passageOf(text: string | null, sentence: string | undefined): { before: string; after: string } | null {
  const at = text && sentence ? text.indexOf(sentence) : -1;
  if (!text || !sentence || at < 0) return null;
  const end = at + sentence.length;
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const after = text.slice(end, end + CONTEXT);
  return {
    before: at > CONTEXT ? `…${before.slice(before.search(/\s/))}` : before,
    after: end + CONTEXT < text.length ? `${after.slice(0, after.search(/\s\S*$/))}…` : after,
  };
}

/** Why the machine guesses a stance (`ReviewData.guessedBy`). Nothing if the text alone leads to another guess: then a thread or a passage decided. */
async function guessedBy({ current, text }: ReviewPage): Promise<string[]> {
  const line = current?.sighting;
  if (!current || !line?.stanceUnsure || line.response || text === null) return [];
  const { kind, title, lang } = { ...line, lang: primaryTag(line.lang ?? "und") };
  const words = (isOtherLanguage(lang) && (await answerWordsFor([lang])).get(lang)) || null;
  const { label, reasons } = stanceOf(text, current.claim.text, { kind, title, lang, words, networks: await stanceNetworks() });
  return label === line.stance ? stanceReasons(reasons) : [];
}

async function show(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
  const query = c.req.query();
  const filter = filterIn(query);
  const by = groupingOf(query["by"]);
  const item = keyIn(query["item"]);
  const now = Date.now();
  const opened = Number(/^\d{13}$/.exec(query["opened"] ?? "")?.[0]) || null;
  const did = isId("n", query["did"]) ? query["did"] : null;
  const page = await reviewPage(db, filterOf(filter), {
    after: positionIn(query["cursor"]),
    now,
    limit: PAGE_SIZE,
    item,
    did: did ?? null,
    opened,
    surest: true,
  });
  const back = reviewPath(filter, by, { opened: String(opened ?? now) });
  return respond(
    c,
    reviewPageOf({
      baseUrl,
      viewer,
      filter,
      by,
      opened: opened ?? now,
      page,
      current: page.current,
      passage: passageOf(page.text, page.current?.evidence?.sentence),
      guessedBy: await guessedBy(page),
      lines: page.lines,
      isItem: item !== null,
      strip: stripOf(page.decision, query["said"] ?? "", back),
      now,
    }),
    db,
  );
}

const EDITED = ["who", "described", "type", "standing", "when", "stance", "certainty", "wording", "subject", "visibility"] as const;
/** The changes that a form makes to a line; undefined if it changes nothing. */
export function editIn(fields: Record<string, string>): DecisionEdit | undefined {
  // The values of the line's fields when the form was made.
  const was = objectIn(fields["was"] ?? "") ?? {};
  const given = EDITED.flatMap((name) => {
    // A chosen wording replaces a written one.
    const value = ((name === "wording" && fields["other"]) || fields[name])?.trim();
    return value === undefined || value === was[name] || (value === "" && name !== "described" && name !== "subject")
      ? []
      : [[name, value] as const];
  });
  const said = fields["saidBy"]?.trim();
  const edit = { ...Object.fromEntries(given), ...(said && said !== was["saidBy"] && { who: said }) };
  return Object.keys(edit).length ? (edit as DecisionEdit) : undefined;
}

/** Decides, and redirects to a page that says what was done. `shown`: the marks of what the form showed, by id. */
export async function decideAndGo(
  c: Ctx,
  { db, fields }: Sent,
  input: DecisionInput,
  to: string,
  shown?: Record<string, string>,
): Promise<Response> {
  const checked = Input.safeParse(input);
  if (!checked.success) return unchanged(c, db, 422, answered.goBack(faultOf(checked.error, desk.fields).text));
  const decided = await decide(db, { ...checked.data, shown }, Date.now());
  if (!("counted" in decided))
    await afterDecision(db, decided, { now: Date.now, hint: (ids) => c.executionCtx.waitUntil(hint(c.env.INGEST, ids)) });
  const late = !("counted" in decided) && !decided.done.length && decided.conflicts[0];
  const published = checked.data.items?.find((item) => item.do === "accept" && item.edit?.visibility === "public")?.id;
  const isCorrected = checked.data.items?.some(({ id, edit }) => edit && !isId("c", id));
  // Several at once have no words of their own.
  const about = fields["about"] && `${fields["about"]}${isCorrected ? `, ${queue.item.corrected}` : ""}`;
  const outcome = outcomeOf(decided, about, published);
  return (late && tooLate(c, db, meanwhile(late, Date.now()))) || c.redirect(withParameter(to, outcome), 303);
}

/** The mark in a form for the one thing that it decides on. */
export const shownIn = ({ shown }: Record<string, string>, id: string) => (shown ? { [id]: shown } : {});

const VERBS = ["accept", "reject", "later"] as const;
const verbOf = (value: string | undefined) => VERBS.find((verb) => verb === value);
/**
 * The responses of a proposed claim that a form keeps or drops. For each report, field "d:ID" has its document and "act:ID" the report that
 * represents the response. For the representing report, "r:ID" has the choice.
 */
function choicesIn(fields: Record<string, string>): DecisionItem[] {
  return Object.entries(fields).flatMap(([name, document]): DecisionItem[] => {
    const id = /^d:(s[0-9a-z]{26})$/.exec(name)?.[1];
    const choice = id && fields[`r:${fields[`act:${id}`] ?? id}`];
    if (!id || (choice !== "keep" && choice !== "drop")) return [];
    return [{ id, document, do: choice === "keep" ? "accept" : "reject" }];
  });
}

async function act(c: Ctx, sent: Sent): Promise<Response> {
  const { fields, all, db } = sent;
  const verb = fields["why"] ? "reject" : verbOf(fields["do"]);
  const id = fields["id"] ?? "";
  if (!verb || !id) return unchanged(c, db, 422, answered.saysNothing);
  const reports = all("report");
  const isClaim = id.startsWith("c");
  const item: DecisionItem = {
    id,
    version: Number(fields["version"]) || 0,
    do: verb,
    ...(verb === "accept" && { edit: editIn(fields) }),
    ...(verb === "accept" && reports.length > 0 && { reports }),
  };
  // Documents with the same text are decided as this one is.
  const also = ticked(all("also"), verb).map((one) => ({ ...one, ...(item.edit && { edit: item.edit }) }));
  const items = [item, ...also, ...(isClaim && verb === "accept" ? choicesIn(fields) : [])];
  const to = withParameter(pathWithin(fields["back"], "/review"), { item: fields["next"] ?? "" });
  const about = `${fields["about"] ?? ""}${also.length ? queue.item.withAlike(also.length) : ""}`;
  const input = { items, seen: all("seen"), ...(fields["why"] && { why: fields["why"] }) };
  return decideAndGo(c, { ...sent, fields: { ...fields, about } }, input, to, shownIn(fields, id));
}

/** The things that a form ticks: "ID.VERSION.COUNT", or several of these for one line of the list. */
function ticked(picks: string[], verb: DecisionItem["do"]): DecisionItem[] {
  return picks
    .flatMap((pick) => pick.split(","))
    .flatMap((pick): DecisionItem[] => {
      const match = /^(.+)\.(\d{1,16})\.(\d{1,6})?$/.exec(pick);
      return match ? [{ id: match[1] ?? "", version: Number(match[2]), ...(match[3] && { count: Number(match[3]) }), do: verb }] : [];
    });
}

async function bulk(c: Ctx, sent: Sent): Promise<Response> {
  const { fields, all, db, viewer } = sent;
  const verb = verbOf(fields["do"]);
  const filter = filterIn(fields);
  const back = reviewPath(filter, groupingOf(fields["by"]));
  const items = verb ? ticked(all("pick"), verb) : [];
  // A page shows the suggestions before accepting, and if the list is too long to be counted. So none have to be ticked here.
  const isShown = verb === "accept" || fields["scope"] === "first";
  const isAll = fields["scope"] === "all" || (isShown && !(fields["scope"] === "ticked" && items.length));
  if (!verb || (!isAll && !items.length)) return c.redirect(withParameter(back, { said: `problem.${answered.tickOrAll}` }), 303);
  if (!isShown) {
    const input = isAll ? { where: { ...filter, do: verb, count: Number(fields["count"]) || 0 }, seen: [] } : { items, seen: [] };
    return decideAndGo(c, sent, input as DecisionInput, back);
  }
  const keys = items.map(({ id, version }) => ({ id, since: version ?? 0 }));
  const { suggestions, counts } = isAll
    ? await reviewPage(db, filterOf(filter), { after: null, now: Date.now(), limit: MAX_BULK })
    : await suggestionsOf(db, keys);
  return respond(c, bulkPage({ baseUrl: new URL(c.req.url).origin, viewer, suggestions, back, waiting: counts.total, verb }), db);
}
/** Maximum number of suggestions that are shown before they are decided at once. */
const MAX_BULK = 100;

/** Decides on the suggestions that are ticked on that page. */
async function decideSeveral(c: Ctx, sent: Sent): Promise<Response> {
  const items = ticked(sent.all("pick"), verbOf(sent.fields["do"]) ?? "accept");
  const back = pathWithin(sent.fields["back"], "/review");
  if (!items.length) return c.redirect(withParameter(back, { said: `problem.${answered.nothingTicked}` }), 303);
  return decideAndGo(c, sent, { items, seen: sent.all("seen") }, back);
}

/** Puts the queue on an app. */
export function reviewPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/review", signedIn("review", show));
  app.post("/review", onForm("review", act, FORM_LIMIT));
  app.post("/review/bulk", onForm("review", bulk, FORM_LIMIT));
  // Whoever opens the address of that form, or of its preview, starts at the queue.
  for (const path of ["/review/bulk", "/review/several"]) app.get(path, (c) => c.redirect("/review", 303));
  app.post("/review/several", onForm("review", decideSeveral, FORM_LIMIT));
  app.post("/undo", onForm("review", undo, UNDO_LIMIT));
}
