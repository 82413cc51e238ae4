/** Data for the editors' pages, in our own words. */
import { readFileSync } from "node:fs";
import type { StartData } from "../../../workers/pages/about/start.ts";
import type { SourcesData } from "../../../workers/pages/sources/sources.ts";
import { ANONYMOUS, type Viewer } from "../../../workers/pages/ui/viewer.ts";
import { id } from "./sample.ts";

/** Signed in, with all scopes: sees every part of a page. */
export const EDITOR: Viewer = {
  by: "person:p1",
  person: { id: "p1", name: "Ana Ruiz", role: "admin" },
  session: "s1",
  open: false,
  may: () => true,
};

const START = readFileSync(new URL("../../../workers/public/about/start/en.html", import.meta.url), "utf8");
export function startSample(): StartData {
  const claim = {
    id: id("c", 1),
    text: "Meta trained Llama 4 on benchmark test sets",
    sightings: 9,
    responses: 2,
    changedAt: Date.UTC(2025, 3, 8, 14, 5),
    first: Date.UTC(2025, 3, 6),
    last: Date.UTC(2025, 3, 8, 14),
    answers: [Date.UTC(2025, 3, 7, 17, 49), Date.UTC(2025, 3, 8)],
  };
  const other = {
    ...claim,
    id: id("c", 2),
    text: "The bridge at Oststadt will be closed for two years",
    sightings: 1,
    responses: 0,
    answers: [],
  };
  return {
    baseUrl: "https://whence.example",
    claims: [claim, other],
    next: "/?cursor=abc",
    q: "",
    viewer: ANONYMOUS,
    lang: "en",
    words: START,
    query: "",
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
