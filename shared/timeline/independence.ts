/**
 * How many independent origins a claim's sightings show, as an interval (DESIGN §3, law 9). The absence of a link is no independence: the
 * least counts only origins that several documents go back to; a document that shows no source of its own can only raise the most, and all
 * such documents together leave room for one origin more. X, Reddit and an article that tell of one post are one origin.
 */

import { squeezed } from "../edges/evidence/source-credit.ts";
import type { Basis } from "../model/edge.ts";
import { registrableDomain } from "../registrable-domain.ts";
import { fold, words } from "../text/segment.ts";
import { endsOf } from "./roots.ts";
import { byText, byTime } from "./sort.ts";
import type { Cause, Independence, ParentView, SightingView } from "./views.ts";

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
/**
 * Documents that must say, each for itself, that they have a claim from one origin before it counts in the least beside another. With two, 15
 * of 70 annotated rumours were overclaimed: chains that a text does not tell of often meet further back.
 */
const MIN_WITNESSES = 3;
/** A link that a machine found by likeness or time, and a bare repost, are no statement of where a document has the claim from. */
const isStatement = ({ basis, type }: ParentView) => basis !== "similarity" && basis !== "time" && type !== "repost";

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
  /** How the document itself shows that it comes from there: by words or a link, by a person's word, or not at all. */
  shown?: "stated" | "human";
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
    const shown = basis === "human" ? "human" : isStatement(parent) ? "stated" : undefined;
    const cause = { kind: "parent", name, type, basis, sure } as const;
    out.push({ key: `doc:${parent.documentId}`, sure, cause, derived: true, ...(shown ? { shown } : {}) });
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
  if (s.wireCredit !== null)
    out.push({ key: `wire:${squeezed(s.wireCredit)}`, sure: true, cause: { kind: "credit", name: s.wireCredit }, shown: "stated" });
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

/** An origin that some documents go back to. */
interface Origin {
  /** Something goes back to it, or it is credited: it is no document that merely shows no source. */
  credited: boolean;
  /** Nodes (of documents that are one for certain) that say for themselves that they have the claim from there. */
  witnesses: number;
  /** A person says so. */
  human: boolean;
}

/**
 * The origins that some documents go back to. What is one (an account, a publisher, a text, a credit) is one node; of the ways back from
 * there, the ends are origins: those that put the claim forward, and those outside of it. Ends outside that something goes back to at once
 * with one that puts the claim forward are not origins beside it. A document with two sources does not make these one.
 */
function originsOf(collapses: readonly { own: string; collapse: Collapse }[], starting: readonly string[]): Origin[] {
  const one = new Sets<string>();
  for (const { own, collapse } of collapses) if (!collapse.derived) one.join(own, collapse.key);
  const parents = new Map<string, string[]>(starting.map((id) => [one.find(id), []]));
  const shown = new Map<string, { stated: number; human: boolean }>();
  for (const { own, collapse } of collapses) {
    const from = one.find(own);
    const known = parents.get(from) ?? [];
    if (collapse.derived) known.push(one.find(collapse.key));
    parents.set(from, known);
    if (!collapse.shown) continue;
    const said = shown.get(from) ?? { stated: 0, human: false };
    shown.set(from, { stated: said.stated + Number(!collapse.derived), human: said.human || collapse.shown === "human" });
  }
  const { component, up } = endsOf(parents);
  const starts = new Set(starting.map((id) => component.get(one.find(id)) ?? -1));
  // Of each component, one of the ends outside that it goes back to, and one of those inside.
  const outside: (number | null)[] = [];
  const inside: (number | null)[] = [];
  const joined = new Sets<number>();
  up.forEach((leads, own) => {
    const isEnd = leads.size === 0;
    let end = isEnd && !starts.has(own) ? own : null;
    let within = isEnd && starts.has(own) ? own : null;
    for (const to of leads) {
      const other = outside[to] ?? null;
      if (end !== null && other !== null) joined.join(end, other);
      end ??= other;
      within ??= inside[to] ?? null;
    }
    outside.push(end);
    inside.push(within);
  });
  const explained = new Map(
    outside.flatMap((end, own) => (end !== null && typeof inside[own] === "number" ? [[joined.find(end), inside[own]]] : [])),
  );
  const found = new Map<number, Origin>();
  for (const node of new Set(starting.map((id) => one.find(id)))) {
    const own = component.get(node) ?? -1;
    const far = outside[own] ?? null;
    const root = far === null ? null : joined.find(far);
    const end = inside[own] ?? (root === null ? own : (explained.get(root) ?? root));
    const origin = found.get(end) ?? { credited: false, witnesses: 0, human: false };
    const said = shown.get(node);
    // Several documents that print one agency's credit are one node, and each of them says so.
    const isWitness = said !== undefined && (end !== own || said.stated > 0);
    found.set(end, {
      credited: origin.credited || end !== own || isWitness || (parents.get(node)?.length ?? 0) > 0,
      witnesses: origin.witnesses + (isWitness ? Math.max(1, said.stated) : 0),
      human: origin.human || (isWitness && said.human),
    });
  }
  return [...found.values()];
}

/** What collapses documents, those that join the most first, each with a few of its documents. */
function reasonsOf(
  collapses: readonly { documentId: string; collapse: Collapse }[],
  present: ReadonlySet<string>,
): Independence["reasons"] {
  const reasons = new Map<string, { sure: boolean; cause: Cause; documentIds: Set<string> }>();
  for (const { documentId, collapse } of collapses) {
    const { key, sure, cause } = collapse;
    const id = `${JSON.stringify(cause)} ${key}`;
    const reason = reasons.get(id) ?? { sure, cause, documentIds: new Set<string>() };
    const other = key.startsWith("doc:") ? key.slice(4) : null;
    if (other !== null && present.has(other)) reason.documentIds.add(other);
    reason.documentIds.add(documentId);
    reasons.set(id, reason);
  }
  return [...reasons]
    .filter(([, { documentIds }]) => documentIds.size > 1)
    .sort(([x, a], [y, b]) => Number(b.sure) - Number(a.sure) || b.documentIds.size - a.documentIds.size || byText(x, y))
    .slice(0, MOST_REASONS)
    .map(([, { documentIds, cause }]) => ({
      documentIds: [...documentIds].sort(byText).slice(0, MOST_NAMED),
      more: Math.max(0, documentIds.size - MOST_NAMED),
      cause,
    }));
}

/**
 * The interval over sightings that assert, report or give evidence, and the reasons of the collapses; 0..0 without any. A response is no
 * origin, nor is who a person says only denies, asks or comments, but what goes through them is one. `of` is how many sightings it is about.
 * The least: one, or as many origins as have three documents each that say they have it from there, or a person's word for it. The most: all
 * origins that something goes back to, and one more for all documents that show no source (of those alone: two). The order of the rows is of
 * no meaning. Near-linear.
 */
export function independence(sightings: readonly SightingView[]): Independence {
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  // An article that tells of a response is not itself that response.
  const responding = new Set(standing.filter((s) => s.role === "respond" && s.toldBy === null).map((s) => s.documentId));
  const members = standing.filter((s) => s.role !== "respond");
  const texts = sharedTexts(members);
  const agencies = new Set(members.flatMap((s) => (s.wireCredit === null ? [] : [squeezed(s.wireCredit)])).slice(0, MOST_AGENCIES));
  const collapses = members.flatMap((s) =>
    collapsesOf(s, responding, texts, agencies).map((collapse) => ({ own: `doc:${s.documentId}`, documentId: s.documentId, collapse })),
  );
  const starting = starters(
    members,
    standing.filter((s) => s.role === "respond" && (s.toldBy === null || s.toldBy.documentId === s.documentId)),
  );
  const starts = [...new Set(starting.map((s) => `doc:${s.documentId}`))];
  const fewest = originsOf(collapses, starts);
  const witnessed = fewest.filter((o) => o.human || o.witnesses >= MIN_WITNESSES).length;
  // What only a machine finds alike takes no origin away.
  const stated = originsOf(
    collapses.filter(({ collapse }) => collapse.sure || collapse.shown),
    starts,
  );
  const credited = stated.filter((o) => o.credited).length;
  const silent = stated.length - credited;
  return {
    min: Math.min(fewest.length, Math.max(1, witnessed)),
    max: credited + Math.min(silent, credited > 0 ? 1 : 2),
    of: members.length,
    reasons: reasonsOf(collapses, new Set(members.map((s) => s.documentId))),
  };
}
