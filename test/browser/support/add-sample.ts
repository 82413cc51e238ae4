/** Data for the page that adds documents, in our own words. */
import { readDocument } from "../../../shared/read/index.ts";
import type { AddData } from "../../../workers/pages/add/add.ts";
import type { ImportData, PreviewData, ProgressData } from "../../../workers/pages/add/preview.ts";
import { EDITOR } from "./console-sample.ts";
import { id, when } from "./sample.ts";

const baseUrl = "https://whence.example";
export function addSample(): AddData {
  return {
    baseUrl,
    viewer: EDITOR,
    message: { kind: "problem", text: "publishedAt must be a date or a date-time with zone" },
    form: { url: "https://example.org/a", text: "\nKept text", kind: "article", author: "A. Writer", publishedAt: "yesterday" },
    formats: [{ name: "csv", label: "CSV with a header" }],
    visits: false,
  };
}
const TEXT =
  'An anonymous post claims that the harbour of Lund was sold twice. "That is simply not true," said Nils Holm, the mayor. The post appeared on Reddit.\n\nNobody could say who wrote it.';
export function previewSample(): PreviewData {
  const reading = readDocument({
    kind: "article",
    url: "https://paper.example/a",
    title: "Harbour sold twice",
    text: TEXT,
    html: null,
    lang: "en",
    publishedAt: null,
    author: "A. Writer",
    site: null,
  });
  return {
    ...addSample(),
    message: null,
    form: { text: TEXT, kind: "article", title: "Harbour sold twice" },
    kind: "article",
    reading: { ...reading, document: { ...reading.document, links: [{ url: "https://example.org/b", text: "a link", start: null }] } },
    published: when("2025-04-08", "meta"),
    answers: [],
    candidates: [
      {
        claimId: id("c", 1),
        text: "The harbour was sold twice",
        score: 0.9,
        decision: "suggested",
        reasons: ["rare word: harbour"],
      },
    ],
    known: id("d", 2),
  };
}
export function importSample(): ImportData {
  return {
    baseUrl,
    viewer: EDITOR,
    name: "posts.csv",
    label: "CSV with a header",
    claims: 1,
    documents: [
      {
        line: 2,
        kind: "post",
        url: "https://x.com/a/status/1",
        author: "A",
        text: "The harbour was sold twice",
        publishedAt: "2025-04-08",
      },
    ],
    sightings: 0,
    rejected: [{ line: 3, pointer: "/url", detail: "must be an absolute http or https URL" }],
    form: { format: "csv", text: "text\nThe harbour was sold twice" },
    parts: 1,
  };
}
export function progressSample(): ProgressData {
  const rejected = [{ line: 3, pointer: "/url", detail: "must be an address" }];
  return { baseUrl, viewer: EDITOR, accepted: 200, same: 3, refused: 1, rejected, waiting: 12, unread: 12, rest: null };
}
