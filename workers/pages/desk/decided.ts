/** The message about a decision on the next page, and the form that undoes one. */

import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { capital } from "../../../shared/i18n/index.ts";
import { isId } from "../../../shared/model/id.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { meanwhile, relateAtOnce } from "../../editing/decisions/after.ts";
import type { CountChanged, Decided } from "../../editing/decisions/decide.ts";
import { SECOND_LOOK } from "../../editing/decisions/plan.ts";
import { undoDecision } from "../../editing/decisions/undo.ts";
import type { DecidedItem, Decision } from "../../store/desk/decisions.ts";
import { sourceId } from "../../store/desk/suggestions.ts";
import { type Ctx, type Sent, unchanged } from "../ui/forms.ts";
import { pathWithin } from "../ui/html.ts";
import type { Strip } from "./frame.ts";
import { placeOf } from "./history.ts";

/** A path with one more parameter. */
export function withParameter(path: string, more: Record<string, string>): string {
  const url = new URL(path, "https://desk.invalid");
  for (const [name, value] of Object.entries(more)) value ? url.searchParams.set(name, value) : url.searchParams.delete(name);
  return `${url.pathname}${url.search}${url.hash}`;
}

/**
 * Parameters for the page after a decision: its id, and "held.N.ABOUT" (N lines must be read first; "second": so must the claim, by another person),
 * "late.WORDS", "count.N", or "told.N.ABOUT" (N lines are public now, or one claim that the decision published).
 */
export function outcomeOf(decided: Decided | CountChanged, about = "", published: string | undefined = undefined): Record<string, string> {
  if ("counted" in decided) return { did: "", said: `count.${decided.counted}` };
  const [first] = decided.conflicts;
  if (!decided.done.length && !decided.held.length && !first) return { did: "", said: `note.${answered.already}` };
  // A claim that waits for a second person is no line whose words nobody has read.
  const lines = decided.held.filter(({ because }) => because !== SECOND_LOOK).length;
  const said = decided.held.length
    ? `${lines < decided.held.length ? "second" : "held"}.${lines}.${about.slice(0, 160)}`
    : first
      ? `late.${first.decision ?? ""}.${meanwhile(first, Date.now())}`
      : `told.${decided.done.some((item) => item.kind === "claim" && item.id === published) ? 1 : decided.shown.length}.${about.slice(0, 160)}`;
  return { did: decided.id ?? "", said };
}
/** " (10 lines accepted, 4 lines dropped)": the lines that were decided together with their claim. */
function linesWith(items: Decision["items"]): string {
  const lines = items.filter((item) => item.kind === "sighting");
  const dropped = lines.filter((item) => item.do === "reject").length;
  return lines.length ? ` (${desk.linesToo(lines.length - dropped, dropped)})` : "";
}

/** The message of a page: what was decided, what was held back, or what somebody else had decided first. */
export function stripOf(decision: Decision | null, said: string, back: string): Strip | null {
  const at = said.indexOf(".");
  const [kind, rest] = [said.slice(0, at), said.slice(at + 1)];
  const isHeld = kind === "held" || kind === "second";
  const [, counted = "0", about = ""] = ((isHeld || kind === "told") && /^(\d{1,4})(?:\.(.*))?$/s.exec(rest)) || [];
  const held = `${kind === "second" ? ` ${answered.second}` : ""}${isHeld && Number(counted) ? ` ${answered.held(Number(counted))}` : ""}`;
  if (decision) {
    const n = decision.items.length;
    const what = n === 1 ? "" : `${desk.things(n)} `;
    const verb = desk.did[decision.did] ?? decision.did;
    const did = verb.replace(/(?: at|:)$/, "");
    const isUndo = decision.did === "undo";
    const lines = !isUndo && decision.items[0]?.kind === "claim" ? linesWith(decision.items) : "";
    const [first] = decision.items;
    const thing = !what && !isUndo && first ? ` ${ownProperty(desk.decided, first.kind) ?? ""}` : "";
    const done =
      what && !about
        ? `${what}${did}`
        : `${capital(about || thing ? verb : did)}${about ? `${isUndo ? ":" : ""} “${about.slice(0, 160)}”${lines}` : thing}`;
    const shown = kind === "told" ? Number(counted) : 0;
    const seen = shown > 0 ? ` ${answered.shown(shown)}` : "";
    const visible = kind === "visible" ? ownProperty(answered.visible, rest) : undefined;
    const split = !isUndo && first?.kind === "claim" && first.do === "split" ? first.into : undefined;
    const text = split
      ? `${capital(did)} ${desk.documents(n - 1)}.`
      : (visible ?? `${done}${decision.why ? `: ${decision.why}` : ""}.${held}${seen}`);
    const followed = decision.items.find((item) => item.kind === "claim" && item.do === "accept");
    const undo = decision.undoneBy || isUndo ? null : decision.id;
    return {
      text: decision.undoneBy ? `${text} ${answered.undoneSince}` : text,
      undo,
      about,
      back: placeOf(back, decision),
      claim: (undo && (split ?? (followed?.kind === "claim" ? followed.id : null))) || null,
    };
  }
  if (held) return { text: answered.noChange(held.trim()), undo: null, isProblem: true, back };
  if (kind === "late") {
    const [, undo = "", words = ""] = /^(n[0-9a-z]{26})?\.?(.*)$/s.exec(rest) ?? [];
    return { text: answered.noChange(capital(words.slice(0, 300))), undo: undo || null, isOthers: true, isProblem: true, back };
  }
  if (kind === "count") return { text: answered.counted(Number(rest) || 0), undo: null, isProblem: true, back };
  if (kind === "note") return { text: rest.slice(0, 300), undo: null, back };
  return kind === "problem" ? { text: rest.slice(0, 300), undo: null, isProblem: true, back } : null;
}

/** The line that waits again in the queue after the undo. */
function lineOf([first]: readonly DecidedItem[], at: number): Record<string, string> {
  if (first?.kind !== "sighting" && first?.kind !== "edge") return {};
  const id = first.kind === "sighting" ? first.id : sourceId({ childId: first.child, parentId: first.parent, type: first.type });
  return { item: `${id}.${at}` };
}

/** Largest form that undoes a decision, in bytes. */
export const UNDO_LIMIT = 4096;
/** Undoes a decision. */
export async function undo(c: Ctx, { db, fields }: Sent): Promise<Response> {
  const back = pathWithin(fields["back"], "/review");
  const id = fields["id"] ?? "";
  if (!isId("n", id)) return unchanged(c, db, 422, answered.noDecision);
  const now = Date.now();
  const undone = await undoDecision(db, id, now);
  if (!("undoes" in undone)) {
    const said =
      undone.why === "since"
        ? `late..${meanwhile({ who: undone.who, at: undone.at, did: null }, Date.now())}`
        : `problem.${answered.notUndone}`;
    return c.redirect(withParameter(back, { did: "", said }), 303);
  }
  await relateAtOnce(db, undone.again, Date.now);
  const about = fields["about"]?.slice(0, 160);
  const outcome = { did: undone.id, said: about ? `told.0.${about}` : "" };
  return c.redirect(withParameter(back, { ...(back.startsWith("/review") && lineOf(undone.items, now)), ...outcome }), 303);
}
