/**
 * How many independent origins a claim's sightings show, as an interval. A missing link is no evidence of independence: the minimum counts
 * only origins that several documents go back to; a document that shows no source can only raise the maximum, and all such documents
 * together raise it by one. X, Reddit and an article that report one post are one origin.
 */

import { countOne, sumOf } from "../collections.ts";
import { squeezed } from "../edges/evidence/source-credit.ts";
import { isPost } from "../model/document.ts";
import { type Basis, isStatedPlainly } from "../model/edge.ts";
import { isStanceChosen } from "../model/sighting.ts";
import { atLeastTwo, ownProbability, TWO_ORIGINS } from "../read/gates/own-source.ts";
import { registrableDomain } from "../registrable-domain.ts";
import { fold } from "../text/fold.ts";
import { words } from "../text/segment.ts";
import { SAME_WORDS } from "./earliest.ts";
import { byText, byTime } from "./order.ts";
import { componentsOf } from "./roots.ts";
import type { Cause, Independence, ParentView, SightingView } from "./views.ts";

/** Equal texts of at least this many words are no coincidence ("true?" may be one). */
const MIN_COPY_WORDS = 8;
/** How many reasons are listed, and how many documents each of them names. */
const MAX_REASONS = 20;
const MAX_NAMED = 5;
/** How many credits are compared with the publishers. */
const MAX_AGENCIES = 1_000;
const CERTAIN: ReadonlySet<Basis> = new Set(["platform", "human"]);
/**
 * How many documents must each name an origin before it counts in the minimum beside another one. If every named origin counted, the minimum
 * would often be too high: chains often meet further back, where no text mentions it.
 */
const MIN_WITNESSES = 3;
/**
 * How many documents that do not deny the claim must go back to an origin before it counts by itself in the maximum. A source that few documents
 * name is mostly a link of the same chain, and one that only denials name mostly carried the denial. All such sources, together with the
 * documents that name none, add one origin.
 */
const MIN_NAMERS = 2;
/** The share of all documents, denials included, that must go back to such an origin. */
const MIN_NAMER_SHARE = 1 / 4;
/** Once two documents have sources of their own, each further document with at least this probability counts as having one. */
const AS_LIKELY_AS_NOT = 0.5;
/** How many ends of its paths back are kept for one document. */
const MAX_ENDS = 8;
/** Whether an edge is the document's own statement of its source: not similarity, time or a bare repost. */
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
    const root = this.find(a);
    const other = this.find(b);
    if (root < other) this.#up.set(other, root);
    else if (other < root) this.#up.set(root, other);
  }
}

interface Collapse {
  /** The value that several documents share: a parent's id, an account … */
  key: string;
  /** Whether more than similarity says so: a platform, a person, or equal data of both. */
  certain: boolean;
  cause: Cause;
  /** Set if the document comes from the other one, which leaves several parents several origins. If absent, both documents are one. */
  derived?: true;
  /** Evidence that the document comes from there: its words or a link, or a person's decision. Absent: none. */
  shown?: "stated" | "human";
}

/** Ids of texts that occur more than once, and whether each is too long for a coincidence (as far as an excerpt or quote shows). */
function sharedTexts(origins: readonly SightingView[]): Map<string, boolean> {
  const found = new Map<string, { count: number; long: boolean }>();
  for (const { textId, excerpt, quote, kind } of origins) {
    if (textId === null) continue;
    const seen = excerpt ?? (quote ? `${quote.prefix}${quote.exact}${quote.suffix}` : "");
    const before = found.get(textId);
    // The text of a post may be short. Equal texts of other kinds are no coincidence.
    const long = before?.long || !isPost({ kind }) || words(seen).length >= MIN_COPY_WORDS;
    found.set(textId, { count: (before?.count ?? 0) + 1, long });
  }
  return new Map([...found].filter(([, t]) => t.count > 1).map(([id, t]) => [id, t.long]));
}

/** A document's publisher: the registrable domain, which several outlets may share, else the name that an aggregator gives. */
const publisherOf = (family: string) => (/^[\w-]+(?:\.[\w-]+)+$/.test(family) ? registrableDomain(family) : fold(family));
/** The credited agency that a publisher is; null if it is none. */
function agencyOf(publisher: string, agencies: ReadonlySet<string>): string | null {
  const site = squeezed(publisher.split(".")[0] ?? "");
  if (site.length <= 2) return null;
  if (agencies.has(site)) return site;
  return [...agencies].find((name) => name.length > 2 && (name.startsWith(site) || site.startsWith(name))) ?? null;
}

function collapsesOf(
  sighting: SightingView,
  responding: ReadonlySet<string>,
  texts: ReadonlyMap<string, boolean>,
  agencies: ReadonlySet<string>,
): Collapse[] {
  const out: Collapse[] = [];
  const { toldBy } = sighting;
  for (const parent of [sighting.parent, ...sighting.otherParents]) {
    // An answer to a response did not get the claim from it.
    if (parent === null || parent.documentId === null || parent.documentId === sighting.documentId || responding.has(parent.documentId))
      continue;
    const { label: name, type, basis } = parent;
    const certain = CERTAIN.has(basis);
    const stated = isStatement(parent) ? "stated" : undefined;
    const shown = basis === "human" ? "human" : stated;
    const cause = { kind: "parent", name, type, basis, sure: isStatedPlainly(parent) } as const;
    out.push({ key: `doc:${parent.documentId}`, certain, cause, derived: true, ...(shown ? { shown } : {}) });
  }
  const same = (key: string, cause: Cause, certain = true) => out.push({ key, certain, cause });
  if (sighting.seen === "reported" && toldBy)
    same(reportingKey(toldBy.documentId, responding), { kind: "reportingDocument", name: toldBy.label });
  if (sighting.accountId !== null) same(`account:${sighting.accountId}`, { kind: "account" });
  if (sighting.family !== null) {
    const publisher = publisherOf(sighting.family);
    same(`family:${publisher}`, { kind: "publisher", name: publisher });
    const agency = sighting.wireCredit === null ? agencyOf(publisher, agencies) : null;
    if (agency !== null) same(`wire:${agency}`, { kind: "agency", name: publisher });
  }
  // A printed credit states whose report it is.
  if (sighting.wireCredit !== null)
    out.push({
      key: `wire:${squeezed(sighting.wireCredit)}`,
      certain: true,
      cause: { kind: "credit", name: sighting.wireCredit },
      shown: "stated",
    });
  const long = sighting.textId === null ? undefined : texts.get(sighting.textId);
  if (long !== undefined) same(`text:${sighting.textId}`, { kind: long ? "text" : "shortText" }, long);
  return out;
}
const reportingKey = (documentId: string, responding: ReadonlySet<string>) =>
  `${responding.has(documentId) ? "reporting" : "doc"}:${documentId}`;

const asserts = (s: SightingView) => s.stance === "support" || s.stance === "observe";
/**
 * Sightings that may have started a claim. Excluded are sightings that, as a person says, only deny, ask or comment; fact-checks; releases that
 * deny the claim; and copies of a response. A stance read by machine is too often wrong to exclude an origin. If nobody asserts the claim,
 * all sightings are returned.
 */
function starters(standing: readonly SightingView[], answering: readonly SightingView[]): readonly SightingView[] {
  const denying = new Set(answering.filter((s) => s.kind === "press_release" && s.stance === "deny").map((s) => s.documentId));
  const answers = new Set(answering.flatMap((s) => (s.toldBy === null && s.textId !== null ? [s.textId] : [])));
  const asserting = standing.filter(
    (s) => !denying.has(s.documentId) && !answers.has(s.textId ?? "") && (asserts(s) || (!isStanceChosen(s) && s.kind !== "fact_check")),
  );
  return asserting.length > 0 ? asserting : standing;
}

/** What `own`, the key of a document, shares or comes from. */
type OwnCollapse = { own: string; collapse: Collapse };
interface Paths {
  /** The number of the node of a document: documents with the same account, publisher, text or credit are one node, and so is a circle. */
  nodeOf: (id: string) => number;
  /** For each node, the nodes that it leads to, which have lower numbers. */
  up: Set<number>[];
  /** The nodes of the documents that assert the claim. */
  starts: Set<number>;
  /** For each node that states where it comes from: how many of its documents print a credit, and whether a person says so. */
  shown: Map<number, { stated: number; human: boolean }>;
}
/** The paths back from documents. */
function pathsOf(collapses: readonly OwnCollapse[], starting: readonly string[]): Paths {
  const groups = new Sets<string>();
  for (const { own, collapse } of collapses) if (!collapse.derived) groups.join(own, collapse.key);
  const parents = new Map<string, string[]>(starting.map((id) => [groups.find(id), []]));
  for (const { own, collapse } of collapses) {
    const known = parents.get(groups.find(own)) ?? [];
    if (collapse.derived) known.push(groups.find(collapse.key));
    parents.set(groups.find(own), known);
  }
  const { component, up } = componentsOf(parents);
  const nodeOf = (id: string) => component.get(groups.find(id)) ?? -1;
  const shown: Paths["shown"] = new Map();
  for (const { own, collapse } of collapses) {
    if (!collapse.shown) continue;
    const { stated, human } = shown.get(nodeOf(own)) ?? { stated: 0, human: false };
    shown.set(nodeOf(own), { stated: stated + Number(!collapse.derived), human: human || collapse.shown === "human" });
  }
  return { nodeOf, up, starts: new Set(starting.map(nodeOf)), shown };
}

/** The end of some documents' paths back. */
interface Origin {
  /** The number of nodes that state that they have the claim from there. */
  witnesses: number;
  /** Whether a person says that a document comes from there. */
  human: boolean;
}

/**
 * The origins: the ends of the paths back from the documents that assert the claim. An end is one of these documents or lies outside. If a node
 * goes back to both kinds, the outside end is no origin of its own; if it goes back to several outside, these are one. So two sources of one
 * document do not make one origin two.
 */
function originsOf({ up, starts, shown }: Paths): Origin[] {
  // For each node, one of its ends outside, and one among the documents that assert the claim.
  const outside: (number | null)[] = [];
  const inside: (number | null)[] = [];
  const joined = new Sets<number>();
  up.forEach((leads, node) => {
    const isEnd = leads.size === 0;
    let end = isEnd && !starts.has(node) ? node : null;
    let within = isEnd && starts.has(node) ? node : null;
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
    outside.flatMap((end, node) => (end !== null && typeof inside[node] === "number" ? [[joined.find(end), inside[node]]] : [])),
  );
  const found = new Map<number, Origin>();
  for (const node of starts) {
    const far = outside[node] ?? null;
    const root = far === null ? null : joined.find(far);
    const end = inside[node] ?? (root === null ? node : (explained.get(root) ?? root));
    const origin = found.get(end) ?? { witnesses: 0, human: false };
    found.set(end, origin);
    const evidence = shown.get(node);
    // Several documents with one agency's credit are one node, and each of them states it.
    if (!evidence || (end === node && evidence.stated === 0)) continue;
    origin.witnesses += Math.max(1, evidence.stated);
    origin.human ||= evidence.human;
  }
  return [...found.values()];
}

/**
 * The maximum number of origins. An end of the paths back counts if enough documents go back to it, and if it and each other counted end have
 * documents that go back to only one of the two. All other documents add one (two if no end counts), or one for each node with a source of its
 * own. Ends that one document names together may still be independent.
 */
function mostOrigins({ up, starts, shown, nodeOf }: Paths, starting: readonly SightingView[], withSource: ReadonlySet<number>): number {
  const ends: number[][] = [];
  up.forEach((leads, node) => {
    const far = new Set([...leads].flatMap((to) => ends[to] ?? []));
    ends.push(leads.size === 0 ? [node] : [...far].slice(0, MAX_ENDS));
  });
  const namers = new Map<number, Set<number>>();
  for (const node of starts)
    for (const end of ends[node] ?? [])
      if (end !== node || (shown.get(node)?.stated ?? 0) > 1) namers.set(end, (namers.get(end) ?? new Set()).add(node));
  const needed = MIN_NAMER_SHARE * starts.size;
  const weight = (nodes: readonly number[]) => sumOf(nodes, (node) => Math.max(1, shown.get(node)?.stated ?? 0));
  const passOn = new Set(starting.filter(({ stance }) => stance !== "deny").map((s) => nodeOf(`doc:${s.documentId}`)));
  const isCounted = (nodes: readonly number[]) =>
    (weight(nodes) >= needed && weight(nodes.filter((node) => passOn.has(node))) >= MIN_NAMERS) ||
    nodes.some((node) => shown.get(node)?.human);
  const counted = new Map<number, Set<number>>();
  const largestFirst = [...namers].filter(([, nodes]) => isCounted([...nodes])).sort(([, a], [, b]) => b.size - a.size);
  for (const [end, nodes] of largestFirst) {
    const isApart = (other: Set<number>) => [...nodes].some((node) => !other.has(node)) && [...other].some((node) => !nodes.has(node));
    if ([...counted.values()].every(isApart)) counted.set(end, nodes);
  }
  const others = [...starts].map((node) => ends[node] ?? []).filter((list) => !list.some((end) => counted.has(end)));
  const ofOthers = Math.min(new Set(others.map(([end]) => end)).size, counted.size > 0 ? 1 : 2);
  return counted.size + Math.max(ofOthers, [...withSource].filter((node) => !counted.has(node)).length);
}

/**
 * The nodes whose documents likely have sources of their own; empty unless two of them have by a fitted probability. Near-equal texts, and the
 * pages of one publisher, are one node.
 */
function ownSources({ nodeOf }: Paths, starting: readonly SightingView[]): Set<number> {
  const likely = new Map<number, number>();
  for (const sighting of starting) {
    if (!asserts(sighting) || (sighting.parent && SAME_WORDS.has(sighting.parent.type))) continue;
    const node = nodeOf(`doc:${sighting.documentId}`);
    likely.set(node, Math.max(likely.get(node) ?? 0, ownProbability(sighting)));
  }
  if (atLeastTwo([...likely.values()]) < TWO_ORIGINS) return new Set();
  const likeliestFirst = [...likely].sort(([a, p], [b, q]) => q - p || a - b);
  return new Set(likeliestFirst.filter(([, p], i) => i < 2 || p >= AS_LIKELY_AS_NOT).map(([node]) => node));
}

/** Why documents count as one origin: the largest groups first, each with a few of its documents. */
function reasonsOf(
  collapses: readonly { documentId: string; collapse: Collapse }[],
  present: ReadonlySet<string>,
): Independence["reasons"] {
  const reasons = new Map<string, { certain: boolean; cause: Cause; documentIds: Set<string>; derived: Set<string> }>();
  for (const { documentId, collapse } of collapses) {
    const { key, certain, cause } = collapse;
    const id = `${JSON.stringify(cause)} ${key}`;
    const reason = reasons.get(id) ?? { certain, cause, documentIds: new Set<string>(), derived: new Set<string>() };
    const other = key.startsWith("doc:") ? key.slice(4) : null;
    if (other !== null && present.has(other)) reason.documentIds.add(other);
    reason.documentIds.add(documentId);
    if (documentId !== other) reason.derived.add(documentId);
    reasons.set(id, reason);
  }
  return [...reasons]
    .filter(([, { documentIds }]) => documentIds.size > 1)
    .sort(([x, a], [y, b]) => Number(b.certain) - Number(a.certain) || b.documentIds.size - a.documentIds.size || byText(x, y))
    .slice(0, MAX_REASONS)
    .map(([, { documentIds, cause, derived }]) => ({
      derived: derived.size,
      documentIds: [...documentIds].sort(byText).slice(0, MAX_NAMED),
      more: Math.max(0, documentIds.size - MAX_NAMED),
      cause,
    }));
}

/**
 * The interval over sightings that assert, report or give evidence, with the reasons why documents count as one origin; 0..0 without such
 * sightings. A response is no origin, nor is a sighting that, as a person says, only denies, asks or comments; but paths through them count.
 * `of` is the number of sightings.
 *
 * Minimum: the number of origins that three documents each name or that a person confirmed, but at least one, and at least two if two
 * documents each likely have a source of their own. Maximum: the number of origins that a quarter of all documents go back to, two of them
 * without denying the claim, plus one for all others (two if no origin counts), or one for each document that likely has a source of its own.
 * The order of the rows does not matter. Near-linear.
 */
export function independence(sightings: readonly SightingView[]): Independence {
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  // An article that reports a response is not the response itself.
  const responding = new Set(standing.filter((s) => s.role === "respond" && s.toldBy === null).map((s) => s.documentId));
  const members = standing.filter((s) => s.role !== "respond");
  const texts = sharedTexts(members);
  const agencies = new Set(members.flatMap((s) => (s.wireCredit === null ? [] : [squeezed(s.wireCredit)])).slice(0, MAX_AGENCIES));
  const possible = members.flatMap((s) =>
    collapsesOf(s, responding, texts, agencies).map((collapse) => ({ own: `doc:${s.documentId}`, documentId: s.documentId, collapse })),
  );
  const uses = new Map<string, number>();
  for (const { collapse } of possible) countOne(uses, collapse.key);
  // An account, a publisher or a text that only one document has joins nothing.
  const collapses = possible.filter(({ collapse }) => collapse.shown || collapse.key.startsWith("doc:") || uses.get(collapse.key) !== 1);
  const starting = starters(
    members,
    standing.filter((s) => s.role === "respond" && (s.toldBy === null || s.toldBy.documentId === s.documentId)),
  );
  const starts = [...new Set(starting.map((s) => `doc:${s.documentId}`))];
  const paths = pathsOf(collapses, starts);
  // Similarity alone excludes no origin.
  const certain = collapses.filter(({ collapse }) => collapse.certain || collapse.shown);
  const certainPaths = certain.length === collapses.length ? paths : pathsOf(certain, starts);
  const fewest = originsOf(paths);
  const confirmed = (origins: readonly Origin[]) => origins.filter((o) => o.human || o.witnesses >= MIN_WITNESSES).length;
  // Similarity must not lead a document to an origin that the document then confirms.
  const atLeast = Math.min(fewest.length, Math.max(1, Math.min(confirmed(fewest), confirmed(originsOf(certainPaths)))));
  const min = ownSources(paths, starting).size > 1 ? Math.max(atLeast, 2) : atLeast;
  return {
    min,
    max: Math.max(min, mostOrigins(certainPaths, starting, ownSources(certainPaths, starting))),
    of: members.length,
    reasons: reasonsOf(collapses, new Set(members.map((s) => s.documentId))),
  };
}
