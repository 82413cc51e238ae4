/** Every page, made from a timeline and the sample data. */
import { readFileSync } from "node:fs";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import type { Timeline } from "../../../shared/timeline/views.ts";
import { offered } from "../../../workers/api/formats/index.ts";
import { startPage } from "../../../workers/pages/about/start.ts";
import { addPage } from "../../../workers/pages/add/add.ts";
import { importPage, previewPage, progressPage } from "../../../workers/pages/add/preview.ts";
import { alertsPage } from "../../../workers/pages/alerts/alerts.ts";
import { claimQueryOf } from "../../../workers/pages/claim/asked.ts";
import { type ClaimOptions, claimPage } from "../../../workers/pages/claim/claim.ts";
import { revisionsPage } from "../../../workers/pages/claim/revisions.ts";
import { bulkPage } from "../../../workers/pages/desk/bulk.ts";
import { publishingPage, samePage, workspacePage } from "../../../workers/pages/desk/claim-view.ts";
import { documentPage, readersDocumentPage } from "../../../workers/pages/desk/document-view.ts";
import { newClaimPage } from "../../../workers/pages/desk/new-claim-view.ts";
import { reviewPageOf } from "../../../workers/pages/desk/review-view.ts";
import { searchPage } from "../../../workers/pages/desk/search-view.ts";
import { stancesPage } from "../../../workers/pages/desk/stances.ts";
import { deskPage } from "../../../workers/pages/desk/start-view.ts";
import { docsPage } from "../../../workers/pages/docs/docs.ts";
import { codePage } from "../../../workers/pages/embed/code.ts";
import { type EmbedOptions, embedPage } from "../../../workers/pages/embed/page.ts";
import { auditPage } from "../../../workers/pages/people/audit.ts";
import { joinPage } from "../../../workers/pages/people/join.ts";
import { peoplePage } from "../../../workers/pages/people/people.ts";
import { signInPage } from "../../../workers/pages/people/signin.ts";
import { sourcesPage } from "../../../workers/pages/sources/sources.ts";
import { systemPage } from "../../../workers/pages/system/system.ts";
import type { Page } from "../../../workers/pages/ui/html.ts";
import { type InlinedFile, inlined } from "../../../workers/pages/ui/inline.ts";
import { problemPage, problemTypePage } from "../../../workers/pages/ui/problem.ts";
import { ANONYMOUS } from "../../../workers/pages/ui/viewer.ts";
import { bigStory } from "../../fixtures/big-story.ts";
import { townTimeline } from "../../fixtures/town-story.ts";
import { addSample, importSample, previewSample, progressSample } from "./add-sample.ts";
import { EDITOR, sourcesSample, startSample } from "./console-sample.ts";
import {
  alertsSample,
  deskSample,
  documentSample,
  emptyDesk,
  emptyQueue,
  newClaimSample,
  proposalSample,
  reviewSample,
  searchSample,
  workspaceSample,
} from "./desk-sample.ts";
import { auditSample, peopleSample } from "./people-sample.ts";
import { revisionsSample } from "./revisions-sample.ts";
import { longTimeline, sampleTimeline } from "./sample.ts";
import { systemSample } from "./system-sample.ts";

// By names that the compiler does not follow: the route table is typed by the Worker's globals, which tests exclude.
const { openApiDocument } = (await import(String("../../../workers/api/openapi.ts"))) as {
  openApiDocument(routes: unknown): Record<string, unknown>;
};
const { routes } = (await import(String("../../../workers/api/routes.ts"))) as { routes: unknown };
const apiDocument = openApiDocument(routes);

/** A file of `workers/public/`. */
export const readPublic = (name: string) => readFileSync(new URL(`../../../workers/public/${name}`, import.meta.url), "utf8");
export const publicFile = (name: InlinedFile) => inlined(name, readPublic(name));

export const baseUrl = "https://whence.example";
export const embedOptions: EmbedOptions = {
  baseUrl,
  settings: {},
  tz: "UTC",
  lang: "en",
  query: "",
  styles: [publicFile("story.css"), publicFile("embed.css")],
  scripts: { resize: publicFile("resize.js"), zone: null },
  live: null,
};

export function embed(timeline: Timeline, options: Partial<EmbedOptions> = {}): Page {
  return embedPage(timeline, { ...embedOptions, ...options });
}

export function claim(timeline: Timeline, change: Partial<ClaimOptions> = {}): Page {
  const options: ClaimOptions = {
    baseUrl,
    tz: "UTC",
    lang: "en",
    query: "",
    kept: "",
    asked: claimQueryOf(() => undefined),
    settings: {},
    left: 0,
    viewer: ANONYMOUS,
    live: null,
    formats: offered,
  };
  return claimPage(timeline, { ...options, ...change });
}

export function revisions(timeline: Timeline): Page {
  return revisionsPage(timeline.claim, revisionsSample(timeline), {
    baseUrl,
    tz: "UTC",
    lang: "en",
    query: "",
  });
}

function code(): Page {
  const words = { words: null, lang: "en", source: readPublic("about/code/en.html") };
  return codePage(sampleTimeline().claim, [["de", "Deutsch"]], { baseUrl, viewer: EDITOR, chosen: {}, width: 600, ...words });
}

/** The page on which stances are settled, with a line and without. */
function stancePages(): [string, Page][] {
  const data = workspaceSample();
  const lines = data.lines.slice(2, 3).map((line) => ({ ...line, state: "suggested" as const, stanceUnsure: true, response: null }));
  return [
    ["/stances", stancesPage({ ...data, lines })],
    ["/stances-none", stancesPage({ ...data, lines: [] })],
  ];
}

/** Path and page of everything that is looked at in all widths and schemes. */
export function allPages(): [string, Page][] {
  const start = startSample();
  return [
    ["/embed", embed(sampleTimeline())],
    ["/embed-200", embed(longTimeline(200), { settings: { lead: 20 } })],
    ["/embed-big", embed(buildTimeline(bigStory()))],
    ["/claim", claim(sampleTimeline())],
    ["/claim-big", claim(townTimeline(275))],
    ["/start", startPage(start)],
    ["/start-none", startPage({ ...start, claims: [], next: null })],
    ["/desk", deskPage(deskSample())],
    ["/alerts", alertsPage(alertsSample())],
    ["/new-claim", newClaimPage(newClaimSample())],
    ["/desk-empty", deskPage({ ...deskSample(), ...emptyDesk() })],
    ["/start-empty", startPage({ ...start, claims: [], next: null, q: "no such thing" })],
    ["/add", addPage(addSample())],
    ["/add-preview", previewPage(previewSample())],
    ["/add-import", importPage(importSample())],
    ["/add-progress", progressPage(progressSample())],
    ["/document", documentPage(documentSample())],
    ["/document-reader", readersDocumentPage({ ...documentSample(), viewer: ANONYMOUS })],
    ["/review", reviewPageOf(reviewSample())],
    ["/review-claim", reviewPageOf(proposalSample())],
    ["/workspace", workspacePage(workspaceSample())],
    [
      "/publish",
      publishingPage(workspaceSample(), {
        lines: [{ line: workspaceSample().lines[0] as never, because: "names Ahmad Al-Dahle" }],
        unread: workspaceSample().lines.slice(2, 3),
        others: workspaceSample().lines.slice(1, 2),
        shown: 3,
        look: { by: null },
      }),
    ],
    ...stancePages(),
    [
      "/same",
      samePage({
        ...workspaceSample(),
        q: "",
        found: [{ id: workspaceSample().claim.id, text: "Llama 4 saw the tests", note: "public, 3 appearances" }],
      }),
    ],
    [
      "/search-none",
      searchPage({ ...searchSample(), claims: [], proposals: [], documents: [], count: 0, next: null, accounts: [], sites: [] }),
    ],
    [
      "/workspace-private",
      workspacePage({ ...workspaceSample(), withWaiting: true, claim: { ...workspaceSample().claim, visibility: "private" } }),
    ],
    ["/search", searchPage(searchSample())],
    ["/review-empty", reviewPageOf(emptyQueue())],
    [
      "/review-bulk",
      bulkPage({ baseUrl, viewer: EDITOR, suggestions: reviewSample().page.suggestions, back: "/review", waiting: 3, verb: "accept" }),
    ],
    ["/sources", sourcesPage(sourcesSample())],
    ["/sources-empty", sourcesPage({ ...sourcesSample(), sources: [], next: null, idle: null, message: null, form: {} })],
    ["/system", systemPage(systemSample())],
    ["/revisions", revisions(sampleTimeline())],
    ["/code", code()],
    ["/signin", signInPage({ baseUrl, next: "/", mail: true, message: { kind: "problem", text: "No such key." } })],
    ["/sign-in-code", signInPage({ baseUrl, next: "/", mail: false, code: "7KQ2-M0XD-4TRB" })],
    ["/join", joinPage({ baseUrl, action: `${baseUrl}/join/x`, invitation: { name: "Ana Ruiz", role: "reviewer" } })],
    ["/join-over", joinPage({ baseUrl, action: "", invitation: null })],
    ["/people", peoplePage(peopleSample())],
    [
      "/people-reader",
      peoplePage({ ...peopleSample(), viewer: ANONYMOUS, keys: [], invitations: [], sessions: [], decisions: [], message: null }),
    ],
    ["/people-audit", auditPage(auditSample())],
    ["/docs", docsPage(apiDocument, JSON.parse(readPublic("about/guide.json")))],
    ["/problem-type", problemTypePage({ type: "not-found", status: 404, title: "Not found" }, baseUrl)],
    ["/method", { html: readPublic("method.html"), csp: "default-src 'none'; style-src 'self'" }],
    ["/problem", problemPage({ status: 404, title: "Not found", detail: "There is no claim with this id.", baseUrl })],
  ];
}
