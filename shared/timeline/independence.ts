/**
 * How many independent origins a claim's sightings could have, as an interval: the most when only what a platform, a publisher or a person
 * states is collapsed, the fewest when machine-made links collapse as well. X, Reddit and an article that tell of one post are one origin.
 */

import { squeezed } from "../edges/evidence/source-credit.ts";
import type { Basis } from "../model/edge.ts";
import { registrableDomain } from "../registrable-domain.ts";
import { fold, words } from "../text/segment.ts";
import { awareness } from "./repeats.ts";
import { endsOf } from "./roots.ts";
import { byText, byTime } from "./sort.ts";
import type { Cause, Independence, SightingView } from "./views.ts";

/** Shorter equal texts ("true?") may be coincidence; from here on it is the length at which a copy is called one. */
const COPY_WORDS = 8;
/** So many reasons are told, and so many documents are named in one. */
const MOST_REASONS = 20;
const MOST_NAMED = 5;
/** Of so many credits the agencies are looked for among the publishers. */
const MOST_AGENCIES = 1_000;
/** What is written as a page is longer than chance. */
const SHORT_KINDS = new Set(["post", "comment"]);
const SURE: ReadonlySet<Basis> = new Set(["platform", "human"]);

/** Disjoint sets, with path halving. */
class Sets<K extends string | number> {
  readonly #up = new Map<K, K>();
  find(key: K): K {
    let at = key;
    for (;;) {
      const up = this.#up.get(at) ?? at;
      if (up === at) return at;
      const over = this.#up.get(up) ?? up;
      this.#up.set(at, over);
      at = over;
    }
  }
  join(a: K, b: K): void {
    const [root, other] = [this.find(a), this.find(b)];
    if (root < other) this.#up.set(other, root);
    else if (other < root) this.#up.set(root, other);
  }
}

interface Collapse {
  /** Of which several documents share one: a parent's id, an account … */
  key: string;
  sure: boolean;
  cause: Cause;
  /** It comes from the other, which makes those that it comes from not one; else both are one. */
  derived?: true;
}

/** Ids of texts that stand more than once, and whether each is too long to be the same by chance (as far as an excerpt or quote shows). */
function sharedTexts(origins: readonly SightingView[]): Map<string, boolean> {
  const found = new Map<string, { count: number; long: boolean }>();
  for (const { textId, excerpt, quote, kind } of origins) {
    if (textId === null) continue;
    const seen = excerpt ?? (quote ? `${quote.prefix}${quote.exact}${quote.suffix}` : "");
    const before = found.get(textId);
    const long = before?.long || !SHORT_KINDS.has(kind) || words(seen).length >= COPY_WORDS;
    found.set(textId, { count: (before?.count ?? 0) + 1, long });
  }
  return new Map([...found].filter(([, t]) => t.count > 1).map(([id, t]) => [id, t.long]));
}

/** Outlets of one registered domain are one publisher's, and so is what an aggregator says is from there. */
const publisherOf = (family: string) => (/^[\w-]+(?:\.[\w-]+)+$/.test(family) ? registrableDomain(family) : fold(family));
/** Which of the agencies that others credit a publisher is. */
function agencyOf(publisher: string, agencies: ReadonlySet<string>): string | null {
  const site = squeezed(publisher.split(".")[0] ?? "");
  if (site.length <= 2) return null;
  return agencies.has(site)
    ? site
    : ([...agencies].find((name) => name.length > 2 && (name.startsWith(site) || site.startsWith(name))) ?? null);
}

function collapsesOf(
  s: SightingView,
  responding: ReadonlySet<string>,
  texts: ReadonlyMap<string, boolean>,
  agencies: ReadonlySet<string>,
): Collapse[] {
  const out: Collapse[] = [];
  const { toldBy } = s;
  for (const parent of [s.parent, ...s.otherParents]) {
    // What answers a response did not get the claim from it.
    if (parent === null || parent.documentId === null || parent.documentId === s.documentId || responding.has(parent.documentId)) continue;
    const { label: name, type, basis } = parent;
    const sure = SURE.has(basis);
    out.push({ key: `doc:${parent.documentId}`, sure, cause: { kind: "parent", name, type, basis, sure }, derived: true });
  }
  const same = (key: string, cause: Cause, sure = true) => out.push({ key, sure, cause });
  if (s.seen === "reported" && toldBy) same(reportingKey(toldBy.documentId, responding), { kind: "reportingDocument", name: toldBy.label });
  if (s.accountId !== null) same(`account:${s.accountId}`, { kind: "account" });
  if (s.family !== null) {
    const publisher = publisherOf(s.family);
    same(`family:${publisher}`, { kind: "publisher", name: publisher });
    const agency = s.wireCredit === null ? agencyOf(publisher, agencies) : null;
    if (agency !== null) same(`wire:${agency}`, { kind: "agency", name: publisher });
  }
  // Whoever prints an agency's credit says whose report it is.
  if (s.wireCredit !== null) same(`wire:${squeezed(s.wireCredit)}`, { kind: "credit", name: s.wireCredit });
  const long = s.textId === null ? undefined : texts.get(s.textId);
  if (long !== undefined) same(`text:${s.textId}`, { kind: long ? "text" : "shortText" }, long);
  return out;
}
const reportingKey = (documentId: string, responding: ReadonlySet<string>) =>
  `${responding.has(documentId) ? "told" : "doc"}:${documentId}`;

const asserts = (s: SightingView) => s.stance === "support" || s.stance === "observe";
/**
 * Who a person says only denies, asks or comments did not start a claim, nor did a fact-check or a release that denies it, nor who has the very
 * text of an answer; a machine's reading of a stance is too often wrong to take an origin away. Of a claim that nobody puts forward, they are
 * all that is known.
 */
function starters(standing: readonly SightingView[], answering: readonly SightingView[]): readonly SightingView[] {
  const denying = new Set(answering.filter((s) => s.kind === "press_release" && s.stance === "deny").map((s) => s.documentId));
  const answers = new Set(answering.flatMap((s) => (s.toldBy === null && s.textId !== null ? [s.textId] : [])));
  const asserting = standing.filter(
    (s) => !denying.has(s.documentId) && !answers.has(s.textId ?? "") && (asserts(s) || (s.method !== "person" && s.kind !== "fact_check")),
  );
  return asserting.length > 0 ? asserting : standing;
}

/**
 * How many origins are left by some collapses. What is one (an account, a publisher, a text) is one node; of the ways back from there, the
 * ends are counted: those that put the claim forward, and those outside of it. Ends outside that something goes back to at once with a
 * counted one are not counted again. A document with two sources does not make these one.
 */
function count(collapses: readonly { own: string; collapse: Collapse }[], origins: readonly string[]): number {
  const one = new Sets<string>();
  for (const { own, collapse } of collapses) if (!collapse.derived) one.join(own, collapse.key);
  const parents = new Map<string, string[]>(origins.map((id) => [one.find(id), []]));
  for (const { own, collapse } of collapses) {
    const from = one.find(own);
    const known = parents.get(from) ?? [];
    if (collapse.derived) known.push(one.find(collapse.key));
    parents.set(from, known);
  }
  const { component, up } = endsOf(parents);
  const starting = new Set(origins.map((id) => component.get(one.find(id)) ?? -1));
  // Of each component, one of the ends outside that it goes back to, and whether it goes back to one that puts the claim forward.
  const outside: (number | null)[] = [];
  const inside: boolean[] = [];
  const joined = new Sets<number>();
  up.forEach((leads, own) => {
    const isEnd = leads.size === 0;
    let end = isEnd && !starting.has(own) ? own : null;
    for (const to of leads) {
      const other = outside[to] ?? null;
      if (end !== null && other !== null) joined.join(end, other);
      end ??= other;
    }
    outside.push(end);
    inside.push(isEnd ? starting.has(own) : [...leads].some((to) => inside[to]));
  });
  const explained = new Set(outside.flatMap((end, own) => (end !== null && inside[own] ? [joined.find(end)] : [])));
  const ends = new Set<number>();
  for (const own of starting) {
    const end = outside[own] ?? null;
    if (up[own]?.size === 0) ends.add(own);
    else if (end !== null && !explained.has(joined.find(end))) ends.add(joined.find(end));
  }
  return ends.size;
}

/**
 * The interval over sightings that assert, report or give evidence, and the reasons of the collapses, those that join the most first; 0..0
 * without any. A response is no origin, nor is who a person says only denies,
 * asks or comments, but what goes through them is one. `of` is how many
 * sightings it is about. One more edge between documents never raises either bound; the order of the rows is of no meaning. Near-linear.
 */
export function independence(sightings: readonly SightingView[]): Independence {
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  // An article that tells of a response is not itself that response.
  const responding = new Set(standing.filter((s) => s.role === "respond" && s.toldBy === null).map((s) => s.documentId));
  const members = standing.filter((s) => s.role !== "respond");
  const reasons = new Map<string, { sure: boolean; cause: Cause; documentIds: Set<string> }>();
  const texts = sharedTexts(members);
  const present = new Set(members.map((s) => s.documentId));
  const agencies = new Set(members.flatMap((s) => (s.wireCredit === null ? [] : [squeezed(s.wireCredit)])).slice(0, MOST_AGENCIES));
  const collapses = members.flatMap((s) =>
    collapsesOf(s, responding, texts, agencies).map((collapse) => ({ own: `doc:${s.documentId}`, documentId: s.documentId, collapse })),
  );
  for (const { documentId, collapse } of collapses) {
    const { key, sure, cause } = collapse;
    const id = `${JSON.stringify(cause)} ${key}`;
    const reason = reasons.get(id) ?? { sure, cause, documentIds: new Set<string>() };
    const other = key.startsWith("doc:") ? key.slice(4) : null;
    if (other !== null && present.has(other)) reason.documentIds.add(other);
    reason.documentIds.add(documentId);
    reasons.set(id, reason);
  }
  const starting = starters(
    members,
    standing.filter((s) => s.role === "respond" && (s.toldBy === null || s.toldBy.documentId === s.documentId)),
  );
  // Who hands on an answer, and does not put the claim forward as far as a machine can read, may have started nothing.
  const isAware = awareness(standing, []);
  const fewest = starting.filter((s) => asserts(s) || !isAware(s.documentId));
  const own = (list: readonly SightingView[]) => [...new Set(list.map((s) => `doc:${s.documentId}`))];
  return {
    min: count(collapses, own(fewest.length > 0 ? fewest : starting)),
    max: count(
      collapses.filter(({ collapse }) => collapse.sure),
      own(starting),
    ),
    of: members.length,
    reasons: [...reasons]
      .filter(([, { documentIds }]) => documentIds.size > 1)
      .sort(([x, a], [y, b]) => Number(b.sure) - Number(a.sure) || b.documentIds.size - a.documentIds.size || byText(x, y))
      .slice(0, MOST_REASONS)
      .map(([, { documentIds, cause }]) => ({
        documentIds: [...documentIds].sort(byText).slice(0, MOST_NAMED),
        more: Math.max(0, documentIds.size - MOST_NAMED),
        cause,
      })),
  };
}
