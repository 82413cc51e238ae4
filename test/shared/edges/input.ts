/** A plain document to relate, to change in tests. */

import type { EdgeFinding, Neighbour, RelateInput } from "../../../shared/edges/kind.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import { type PublishedTime, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { at } from "../timeline/rows.ts";

const TIME = at("2025-04-07T12:00:00Z");

export const other = (id: string, given: Partial<Neighbour> = {}): Neighbour => ({
  id,
  seen: "observed",
  url: null,
  platform: null,
  authorId: null,
  family: null,
  wireCredit: null,
  lang: "en",
  published: UNKNOWN_TIME,
  ...given,
});
export function input(given: Partial<Omit<RelateInput, "document">> & { document?: Partial<RelateInput["document"]> } = {}): RelateInput {
  return {
    reading: null,
    repostOf: null,
    quoteOf: null,
    replyTo: null,
    linked: [],
    near: [],
    named: [],
    reports: [],
    texts: new Map(),
    reportedIds: [],
    ...given,
    document: { ...other("own", { published: TIME }), kind: "post", text: "", handle: null, ...given.document },
  };
}
/** A link whose anchor stands in the text. */
export function linkIn(text: string, anchor: string, document: Neighbour): RelateInput["linked"][number] {
  const start = text.indexOf(anchor);
  return { link: { url: document.url ?? "https://example.org/", text: anchor, start: start < 0 ? null : start }, document };
}
export type Told = Reading["reported"][number];
export function told(text: string, words: string, given: Partial<Told> = {}): Told {
  const start = Math.max(0, text.indexOf(words));
  return {
    claim: 0,
    platform: null,
    place: null,
    url: null,
    actor: { kind: "unknown", name: null, description: null, role: null, affiliation: null },
    role: "assert",
    stance: "support",
    translated: false,
    lang: null,
    quote: null,
    passage: { text: words, start, end: start + words.length },
    cue: { text: words, start, end: start + words.length },
    rule: "began",
    parent: null,
    publishedAt: UNKNOWN_TIME,
    ...given,
  };
}
export function reading(text: string, reported: Told[]): Reading {
  const document = {
    title: null,
    author: null,
    site: null,
    canonicalUrl: null,
    original: null,
    lang: "en",
    text,
    publishedAt: null as PublishedTime | null,
    modifiedAt: null,
    wireCredit: null,
    links: [],
  };
  return { document, statements: [], claims: [], reported, responses: [], order: [] };
}
/** An edge as `child type parent basis`. */
export const brief = (edge: EdgeFinding) => `${edge.childId} ${edge.type} ${edge.parentId ?? "unknown"} ${edge.basis}`;
