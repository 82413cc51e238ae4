/**
 * How many independent origins a claim's sightings could have, as an interval: the most when only what a platform or a person states is
 * collapsed, the fewest when machine-made links collapse as well. X, Reddit and an article that tell of one post are one origin.
 */
import type { Basis } from "../model.ts";
import { words } from "../text.ts";
import type { Independence, SightingView } from "../timeline.ts";
import { byText, byTime } from "./sort.ts";

/** Shorter equal texts ("true?") may be coincidence; from here on it is the length at which a copy is called one. */
const COPY_WORDS = 8;
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

function collapsesOf(s: SightingView, responding: ReadonlySet<string>, texts: ReadonlyMap<string, boolean>): Collapse[] {
  const out: Collapse[] = [];
  const { parent, toldBy } = s;
  // What answers a response did not get the claim from it.
  if (parent && parent.documentId !== null && parent.documentId !== s.documentId && !responding.has(parent.documentId)) {
    const name = parent.label ?? "one document";
    const sure = SURE.has(parent.basis);
    const why = `${sure ? "go" : "seem to go"} back to ${name} (${parent.type}, ${BASIS_WORDS[parent.basis]})`;
    out.push({ key: `doc:${parent.documentId}`, sure, why });
  }
  if (s.seen === "reported" && toldBy)
    out.push({ key: tellerKey(toldBy.documentId, responding), sure: true, why: `known only from ${toldBy.label}` });
  if (s.accountId !== null) out.push({ key: `account:${s.accountId}`, sure: true, why: "the same account" });
  if (s.family !== null) out.push({ key: `family:${s.family}`, sure: true, why: `one publisher (${s.family})` });
  const long = s.textId === null ? undefined : texts.get(s.textId);
  if (long !== undefined) out.push({ key: `text:${s.textId}`, sure: long, why: long ? "the same text" : "the same short text" });
  return out;
}
const tellerKey = (documentId: string, responding: ReadonlySet<string>) => `${responding.has(documentId) ? "told" : "doc"}:${documentId}`;

/** The interval over sightings that assert, report or give evidence, and a reason for each collapse; 0..0 without any. Near-linear. */
export function independence(sightings: readonly SightingView[]): Independence {
  const standing = sightings.filter((s) => s.state !== "rejected").sort(byTime);
  // An article that tells of a response is not itself that response.
  const responding = new Set(standing.filter((s) => s.role === "respond" && s.toldBy === null).map((s) => s.documentId));
  const origins = standing.filter((s) => s.role !== "respond");
  const [sure, any] = [new Sets(), new Sets()];
  const reasons = new Map<string, { sure: boolean; why: string; documentIds: Set<string> }>();
  const texts = sharedTexts(origins);
  const present = new Set(origins.map((s) => s.documentId));
  for (const s of origins) {
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
  const count = (sets: Sets) => new Set(origins.map((s) => sets.find(`doc:${s.documentId}`))).size;
  return {
    min: count(any),
    max: count(sure),
    reasons: [...reasons.values()]
      .filter((r) => r.documentIds.size > 1)
      .map((r) => ({ sure: r.sure, documentIds: [...r.documentIds].sort(byText), why: r.why }))
      .sort((a, b) => Number(b.sure) - Number(a.sure) || byText(a.why, b.why) || byText(a.documentIds.join(), b.documentIds.join()))
      .map(({ documentIds, why }) => ({ documentIds, why })),
  };
}
