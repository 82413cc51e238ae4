/** What the console's pages show, in our own words. */
import type { DocumentData } from "../../workers/console/document.ts";
import type { StartData } from "../../workers/console/start.ts";
import type { Viewer } from "../../workers/embed/viewer.ts";
import { id, when } from "./sample.ts";

/** Signed in, with all scopes: sees every part of a page. */
export const EDITOR: Viewer = { key: "k1", open: false, may: () => true };

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
        firstKnown: "Anonymous post on a Chinese website, before 8 Apr 2025; known only from neowin.net",
      },
      {
        id: id("c", 2),
        text: "The bridge at Oststadt will be closed for two years",
        status: "proposed",
        visibility: "private",
        sightings: 1,
        responses: 0,
        changedAt: Date.UTC(2025, 3, 9, 9, 30),
      },
    ],
    next: "/?cursor=abc",
    q: "",
    viewer: EDITOR,
    message: { kind: "problem", text: "publishedAt must be a date or a date-time with zone", link: "/problems/invalid" },
    form: {
      url: "https://example.org/a",
      text: "\nKept text",
      kind: "article",
      author: "A. Writer",
      publishedAt: "yesterday",
    },
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
    published: when("2025-04-06T05:40:12Z", "id"),
    seenAt: Date.UTC(2025, 3, 8, 14),
    revisions: [{ at: Date.UTC(2025, 3, 8, 14), textId: "t1" }],
    toldBy: null,
    erased: false,
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
      },
    ],
    sightings: [
      {
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
