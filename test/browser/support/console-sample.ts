/** Data for the editors' pages, in our own words. */
import type { DocumentData } from "../../../workers/pages/console/document.ts";
import type { SourcesData } from "../../../workers/pages/console/sources.ts";
import type { StartData } from "../../../workers/pages/console/start.ts";
import type { Viewer } from "../../../workers/pages/ui/viewer.ts";
import { id, when } from "./sample.ts";

/** Signed in, with all scopes: sees every part of a page. */
export const EDITOR: Viewer = {
  by: "person:p1",
  person: { id: "p1", name: "Ana Ruiz", role: "admin" },
  session: "s1",
  open: false,
  may: () => true,
};

export function startSample(): StartData {
  return {
    baseUrl: "https://whence.example",
    claims: [
      {
        id: id("c", 1),
        text: "Meta trained Llama 4 on benchmark test sets",
        status: "open",
        visibility: "public",
        sightings: 9,
        responses: 2,
        changedAt: Date.UTC(2025, 3, 8, 14, 5),
        waiting: 3,
        earliest: "6 Apr 2025, post on a Chinese website",
        first: Date.UTC(2025, 3, 6),
        last: Date.UTC(2025, 3, 8, 14),
        answers: [Date.UTC(2025, 3, 7, 17, 49), Date.UTC(2025, 3, 8)],
      },
      {
        id: id("c", 2),
        text: "The bridge at Oststadt will be closed for two years",
        status: "proposed",
        visibility: "private",
        sightings: 1,
        responses: 0,
        changedAt: Date.UTC(2025, 3, 9, 9, 30),
        waiting: 0,
        earliest: null,
        first: Date.UTC(2025, 3, 9),
        last: Date.UTC(2025, 3, 9),
        answers: [],
      },
    ],
    next: "/?cursor=abc",
    q: "",
    filters: { show: "", status: "", visibility: "" },
    viewer: EDITOR,
  };
}

export function documentSample(): DocumentData {
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    id: id("d", 2),
    seen: "observed",
    kind: "post",
    platform: "x",
    place: null,
    url: "https://x.com/translator/status/1908760000000000000",
    author: { name: "A translator", handle: "@translator", url: "https://x.com/translator" },
    title: null,
    text: "A post from inside says test sets went into post-training.\n\nMy translation below.",
    lang: "en",
    categories: ["Technology", "Rumours"],
    published: when("2025-04-06T05:40:12Z", "id"),
    seenAt: Date.UTC(2025, 3, 8, 14),
    resolvedTo: null,
    revisions: [{ at: Date.UTC(2025, 3, 8, 14), textId: "t1" }],
    toldBy: null,
    availability: {
      archived: { at: Date.UTC(2025, 3, 6, 20), url: "https://web.archive.org/web/20250406200000/https://x.com/a", textId: "tx" },
    },
    visit: null,
    erased: false,
    message: "Added and read.",
    edges: [
      {
        direction: "parent",
        documentId: id("d", 1),
        label: "Supposed Meta whistleblower",
        type: "translation",
        basis: "similarity",
        confidence: 0.71,
        primary: true,
        why: "the same numbers and names in another language",
        quote: "My translation below",
        state: "suggested",
      },
      {
        direction: "child",
        documentId: id("d", 3),
        label: "u/reader",
        type: "citation",
        basis: "link",
        confidence: 1,
        primary: true,
        why: "it links here",
        quote: null,
        state: "confirmed",
      },
    ],
    sightings: [
      {
        id: `s${"1".repeat(26)}`,
        proposed: false,
        claimId: id("c", 1),
        claimText: "Meta trained Llama 4 on benchmark test sets",
        role: "assert",
        stance: "support",
        certainty: "unstated",
        quote: "test sets went into post-training",
        method: "lexical-1",
        score: 0.93,
        state: "suggested",
      },
    ],
  };
}

export function sourcesSample(): SourcesData {
  const at = Date.UTC(2025, 3, 8, 14, 5);
  const row = {
    id: `o${"1".repeat(26)}`,
    name: "Exampleton Gazette",
    kind: "feed",
    enabled: true,
    blocked: null,
    running: false,
    nextAt: at + 600_000,
    interval: 900_000,
    failures: 0,
    last: {
      at,
      outcome: "ok",
      why: null,
      yield: { new: 3, same: 17, skipped: 1, notes: ["item 4: has no title, no text and no address"] },
    },
    watchedSince: at - 86_400_000,
    robots: { verdict: "allowed", crawlDelay: 10 },
    host: "gazette.example",
    notBefore: null,
  };
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    idle: "Nothing is fetched: no contact is configured.",
    kinds: [
      { kind: "feed", label: "Feed", missing: [] },
      { kind: "search", label: "Search", missing: ["SEARCH_KEY"] },
    ],
    sources: [
      row,
      {
        ...row,
        id: `o${"2".repeat(26)}`,
        name: "A feed with a very long name that has no place to break_and_goes_on_and_on_and_on_without_any_space_at_all_to_the_end",
        blocked: "robots.txt says Disallow: /private/",
        failures: 3,
        last: { at, outcome: "robots", why: "robots.txt says Disallow: /private/", yield: {} as Record<string, unknown> },
        watchedSince: null,
        robots: { verdict: "forbidden", crawlDelay: null },
      },
      {
        ...row,
        id: `o${"3".repeat(26)}`,
        name: "Switched off",
        enabled: false,
        last: null,
        watchedSince: null,
        running: true,
        nextAt: null,
      },
    ],
    next: "/sources?cursor=abc",
    message: { kind: "problem", text: "url must be an absolute http or https URL without credentials" },
    form: { kind: "feed", url: "ftp://x", name: "X", config: "\n{}" },
  };
}
