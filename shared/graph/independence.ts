/**
 * How many independent origins a claim's sightings could have, as an interval: the most when only what a platform, a publisher or a person
 * states is collapsed, the fewest when machine-made links collapse as well. X, Reddit and an article that tell of one post are one origin.
 */
import type { Basis } from "../model.ts";
import { registrableDomain } from "../read/domain.ts";
import { fold, words } from "../text.ts";
import type { Independence, SightingView } from "../timeline.ts";
import { byText, byTime } from "./sort.ts";

/** Shorter equal texts ("true?") may be coincidence; from here on it is the length at which a copy is called one. */
const COPY_WORDS = 8;
/** So many reasons are told, and so many documents are named in one. */
const MOST_REASONS = 20;
const MOST_NAMED = 5;
const SURE: ReadonlySet<Basis> = new Set(["platform", "human"]);
const BASIS_WORDS: Record<Basis, string> = {
  platform: "as the platform says",
  human: "as a person confirmed",
  link: "by its link",
  stated: "as told in the text",
  similarity: "by a text match",
  time: "by time alone",
};

/** Disjoint sets over strings, with path halving. */
class Sets {
  readonly #up = new Map<string, string>();
  find(key: string): string {
    let at = key;
    for (;;) {
      const up = this.#up.get(at) ?? at;
      if (up === at) return at;
      const over = this.#up.get(up) ?? up;
      this.#up.set(at, over);
      at = over;
    }
  }
  join(a: string, b: string): void {
    const [root, other] = [this.find(a), this.find(b)].sort(byText);
    if (root !== undefined && other !== undefined && root !== other) this.#up.set(other, root);
  }
}

interface Collapse {
  /** Of which several documents share one: a parent's id, an account … */
  key: string;
  sure: boolean;
  why: string;
}

/** Ids of texts that stand more than once, and whether each is too long to be the same by chance (as far as an excerpt shows). */
function sharedTexts(origins: readonly SightingView[]): Map<string, boolean> {
  const found = new Map<string, { count: number; excerpt: string }>();
  for (const { textId, excerpt } of origins) {
    if (textId === null) continue;
    const before = found.get(textId);
    const longer = (excerpt?.length ?? 0) > (before?.excerpt.length ?? 0) ? excerpt : before?.excerpt;
    found.set(textId, { count: (before?.count ?? 0) + 1, excerpt: longer ?? "" });
  }
  return new Map([...found].filter(([, t]) => t.count > 1).map(([id, t]) => [id, words(t.excerpt).length >= COPY_WORDS]));
}

/** Outlets of one registered domain are one publisher's, and so is what an aggregator says is from there. */
const publisherOf = (family: string) => (/^[\w-]+(?:\.[\w-]+)+$/.test(family) ? registrableDomain(family) : fold(family));
const agencyOf = (credit: string) => fold(credit).replace(/^the /, "");

function collapsesOf(s: SightingView, responding: ReadonlySet<string>, texts: ReadonlyMap<string, boolean>): Collapse[] {
  const out: Collapse[] = [];
  const { toldBy } = s;
  for (const parent of [s.parent, ...s.otherParents]) {
    // What answers a response did not get the claim from it.
    if (parent === null || parent.documentId === null || parent.documentId === s.documentId || responding.has(parent.documentId)) continue;
    const name = parent.label ?? "one document";
    const sure = SURE.has(parent.basis);
    const why = `${sure ? "go" : "seem to go"} back to ${name} (${parent.type}, ${BASIS_WORDS[parent.basis]})`;
    out.push({ key: `doc:${parent.documentId}`, sure, why });
  }
  if (s.seen === "reported" && toldBy)
    out.push({ key: tellerKey(toldBy.documentId, responding), sure: true, why: `known only from ${toldBy.label}` });
  if (s.accountId !== null) out.push({ key: `account:${s.accountId}`, sure: true, why: "the same account" });
  if (s.family !== null) {
    const publisher = publisherOf(s.family);
    out.push({ key: `family:${publisher}`, sure: true, why: `one publisher (${publisher})` });
  }
  // Whoever prints an agency's credit says whose report it is.
  if (s.wireCredit !== null) out.push({ key: `wire:${agencyOf(s.wireCredit)}`, sure: true, why: `credit one agency (${s.wireCredit})` });
  const long = s.textId === null ? undefined : texts.get(s.textId);
  if (long !== undefined) out.push({ key: `text:${s.textId}`, sure: long, why: long ? "the same text" : "the same short text" });
  return out;
}
const tellerKey = (documentId: string, responding: ReadonlySet<string>) => `${responding.has(documentId) ? "told" : "doc"}:${documentId}`;

/** Who denies, asks or comments did not start a claim; of a claim that nobody puts forward, they are all that is known. */
function starters(standing: readonly SightingView[]): ReadonlySet<string> {
  const asserting = standing.filter((s) => s.stance === "support" || s.stance === "observe");
  return new Set((asserting.length > 0 ? asserting : standing).map((s) => s.documentId));
}

/**
 * The interval over sightings that assert, report or give evidence, and the reasons of the collapses, those that join the most first; 0..0
 * without any. A response is no origin, nor is who only denies, asks or comments, but what goes through them is one. `of` is how many
 * sightings it is about. One more edge between documents never raises either bound; the order of the rows is of no meaning. Near-linear.
 */
export function independence(sightings: readonly SightingView[]): Independence {
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  // An article that tells of a response is not itself that response.
  const responding = new Set(standing.filter((s) => s.role === "respond" && s.toldBy === null).map((s) => s.documentId));
  const members = standing.filter((s) => s.role !== "respond");
  const origins = starters(members);
  const [sure, any] = [new Sets(), new Sets()];
  const reasons = new Map<string, { sure: boolean; why: string; documentIds: Set<string> }>();
  const texts = sharedTexts(members);
  const present = new Set(members.map((s) => s.documentId));
  for (const s of members) {
    const own = `doc:${s.documentId}`;
    for (const { key, sure: certain, why } of collapsesOf(s, responding, texts)) {
      any.join(own, key);
      if (certain) sure.join(own, key);
      const id = `${key} ${why}`;
      const reason = reasons.get(id) ?? { sure: certain, why, documentIds: new Set<string>() };
      const other = key.startsWith("doc:") ? key.slice(4) : null;
      if (other !== null && present.has(other)) reason.documentIds.add(other);
      reason.documentIds.add(s.documentId);
      reasons.set(id, reason);
    }
  }
  const count = (sets: Sets) => new Set([...origins].map((id) => sets.find(`doc:${id}`))).size;
  return {
    min: count(any),
    max: count(sure),
    of: members.length,
    reasons: [...reasons]
      .filter(([, { documentIds }]) => documentIds.size > 1)
      .sort(
        ([x, a], [y, b]) =>
          Number(b.sure) - Number(a.sure) || b.documentIds.size - a.documentIds.size || byText(a.why, b.why) || byText(x, y),
      )
      .slice(0, MOST_REASONS)
      .map(([, { documentIds, why }]) => ({
        documentIds: [...documentIds].sort(byText).slice(0, MOST_NAMED),
        more: Math.max(0, documentIds.size - MOST_NAMED),
        why,
      })),
  };
}
