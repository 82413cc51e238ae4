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
  const isPublished = decided.done.some((item) => item.kind === "claim" && item.id === published);
  let said = `told.${isPublished ? 1 : decided.shown.length}.${about.slice(0, 160)}`;
  if (decided.held.length) said = `${lines < decided.held.length ? "second" : "held"}.${lines}.${about.slice(0, 160)}`;
  else if (first) said = `late.${first.decision ?? ""}.${meanwhile(first, Date.now())}`;
  return { did: decided.id ?? "", said };
}
/** " (10 lines accepted, 4 lines dropped)": the lines that were decided together with their claim. */
function linesWith(items: Decision["items"]): string {
  const lines = items.filter((item) => item.kind === "sighting");
  const dropped = lines.filter((item) => item.do === "reject").length;
  return lines.length ? ` (${desk.linesToo(lines.length - dropped, dropped)})` : "";
}

/** What `said` tells of an outcome (`outcomeOf`): its kind and the words after it; in some kinds these are a number of lines and what it is about. */
interface Outcome {
  kind: string;
  words: string;
  lines: number;
  about: string;
}
function outcomeIn(said: string): Outcome {
  const [, kind = "", words = ""] = /^([a-z]*)\.(.*)$/s.exec(said) ?? [];
  const isCounted = kind === "held" || kind === "second" || kind === "told";
  const [, lines = "0", about = ""] = (isCounted && /^(\d{1,4})(?:\.(.*))?$/s.exec(words)) || [];
  return { kind, words, lines: Number(lines), about };
}
/** What a person has to read first, in sentences. */
function heldIn({ kind, lines }: Outcome): string[] {
  if (kind !== "held" && kind !== "second") return [];
  return [...(kind === "second" ? [answered.second] : []), ...(lines ? [answered.held(lines)] : [])];
}

/** What was decided: "Accepted “The dam is closed” (10 lines accepted)", "3 things dropped". */
function deedInWords({ did, items }: Decision, about: string): string {
  const verb = desk.did[did] ?? did;
  const isUndo = did === "undo";
  const [first] = items;
  if (about) {
    const lines = !isUndo && first?.kind === "claim" ? linesWith(items) : "";
    return `${capital(verb)}${isUndo ? ":" : ""} “${about.slice(0, 160)}”${lines}`;
  }
  if (items.length !== 1) return `${desk.things(items.length)} ${withoutObject(verb)}`;
  return first && !isUndo ? `${capital(verb)} ${ownProperty(desk.decided, first.kind) ?? ""}` : capital(withoutObject(verb));
}
/** A verb that stands without what it would be followed by. */
const withoutObject = (verb: string) => verb.replace(/(?: at|:)$/, "");

/** The message of a page: what was decided, what was held back, or what somebody else had decided first. */
export function stripOf(decision: Decision | null, said: string, back: string): Strip | null {
  const outcome = outcomeIn(said);
  return decision ? stripOfDecision(decision, outcome, back) : stripWithoutDecision(outcome, back);
}
function stripOfDecision(decision: Decision, outcome: Outcome, back: string): Strip {
  const { did, items, why, undoneBy } = decision;
  const { kind, words, lines, about } = outcome;
  const [first] = items;
  const split = did !== "undo" && first?.kind === "claim" && first.do === "split" ? first.into : undefined;
  const visible = kind === "visible" && ownProperty(answered.visible, words);
  const sentences = () => {
    if (split) return [`${capital(withoutObject(desk.did[did] ?? did))} ${desk.documents(items.length - 1)}.`];
    if (visible) return [visible];
    const consequences = kind === "told" && lines ? [answered.shown(lines)] : heldIn(outcome);
    return [`${deedInWords(decision, about)}${why ? `: ${why}` : ""}.`, ...consequences];
  };
  const followed = items.find((item) => item.kind === "claim" && item.do === "accept");
  const undo = undoneBy || did === "undo" ? null : decision.id;
  return {
    text: [...sentences(), ...(undoneBy ? [answered.undoneSince] : [])].join(" "),
    undo,
    about,
    back: placeOf(back, decision),
    claim: (undo && (split ?? (followed?.kind === "claim" && followed.id))) || null,
  };
}
function stripWithoutDecision(outcome: Outcome, back: string): Strip | null {
  const { kind, words } = outcome;
  const problem = (text: string) => ({ text, undo: null, isProblem: true, back });
  const held = heldIn(outcome).join(" ");
  if (held) return problem(answered.noChange(held));
  if (kind === "late") {
    const [, undo = "", others = ""] = /^(n[0-9a-z]{26})?\.?(.*)$/s.exec(words) ?? [];
    return { ...problem(answered.noChange(capital(others.slice(0, 300)))), undo: undo || null, isOthers: true };
  }
  if (kind === "count") return problem(answered.counted(Number(words) || 0));
  if (kind === "problem") return problem(words.slice(0, 300));
  return kind === "note" ? { text: words.slice(0, 300), undo: null, back } : null;
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
