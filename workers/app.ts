/** Builds the app from the API's route table and the pages. */
import type { Hono } from "hono";
import { HonoBase } from "hono/hono-base";
import { TrieRouter } from "hono/router/trie-router";
import { limitReaders, protect } from "./access/guard.ts";
import type { Policy } from "./access/rate-limit.ts";
import { tooMany } from "./api/auth.ts";
import { drain } from "./api/body.ts";
import { offered } from "./api/formats/index.ts";
import { mcpEndpoint } from "./api/mcp.ts";
import { openApiDocument } from "./api/openapi.ts";
import { Problem, problemTypes } from "./api/problem.ts";
import { intake } from "./api/resources/intake.ts";
import { mount, refusal } from "./api/router.ts";
import { routes } from "./api/routes.ts";
import { VERSION } from "./api/version.ts";
import { edgeCache } from "./edge-cache.ts";
import type { Env } from "./env.d.ts";
import { aboutPages } from "./pages/about/routes.ts";
import { addPages } from "./pages/add/routes.ts";
import { alertsPages } from "./pages/alerts/routes.ts";
import { claimPages, notFound, respond } from "./pages/claim/routes.ts";
import { workspacePages } from "./pages/desk/claim.ts";
import { documentPages } from "./pages/desk/document.ts";
import { newClaimPages } from "./pages/desk/new-claim.ts";
import { reviewPages } from "./pages/desk/review.ts";
import { searchPages } from "./pages/desk/search.ts";
import { deskPages } from "./pages/desk/start.ts";
import { docsPages } from "./pages/docs/routes.ts";
import { deliveryPages } from "./pages/embed/delivery.ts";
import { embedRoutes } from "./pages/embed/routes.ts";
import { feedPages } from "./pages/feeds/routes.ts";
import { auditPages } from "./pages/people/audit-forms.ts";
import { joinPages } from "./pages/people/join-forms.ts";
import { peoplePages } from "./pages/people/people-forms.ts";
import { sessionPages } from "./pages/people/signin-forms.ts";
import { sourcePages } from "./pages/sources/routes.ts";
import { systemPages } from "./pages/system/routes.ts";
import { problemPage, problemTypePage } from "./pages/ui/problem.ts";
import { Db } from "./store/d1.ts";

const wantsPage = (accept: string | undefined, path: string) => !path.startsWith("/v1/") && (accept ?? "").includes("text/html");

/** The answer beyond a rate limit: a page for people, a problem for programs, which any site may read. */
function refuseMany(request: Request, policy: Policy): Response {
  const { origin, pathname } = new URL(request.url);
  const answer = refusal(tooMany(policy), origin, pathname);
  answer.headers.set("access-control-allow-origin", "*");
  answer.headers.set("access-control-expose-headers", "Retry-After, RateLimit, RateLimit-Policy");
  if (!wantsPage(request.headers.get("accept") ?? undefined, pathname)) return answer;
  const page = problemPage({ status: 429, title: "Too many requests", detail: "Wait a minute, then try again.", baseUrl: origin });
  answer.headers.set("content-type", "text/html; charset=utf-8");
  answer.headers.set("content-security-policy", page.csp);
  return new Response(page.html, { status: 429, headers: answer.headers });
}

/** Makes the app with all routes of an instance. */
export function createApp(): Hono<{ Bindings: Env }> {
  // The only router that takes all of our paths; Hono itself would try its others first.
  const app: Hono<{ Bindings: Env }> = new HonoBase<{ Bindings: Env }>({ router: new TrieRouter() });
  app.use(async (c, next) => {
    await next();
    await drain(c.req.raw);
  });
  app.use(protect);
  app.use(limitReaders(refuseMany));
  app.use(edgeCache);
  mount(app, routes);
  mcpEndpoint(app, routes);
  app.get("/problems/:type", (c) => {
    const problem = problemTypes.find((p) => p.type === c.req.param("type"));
    const db = new Db(c.env.DB);
    return problem ? respond(c, problemTypePage(problem, new URL(c.req.url).origin), db) : notFound(c, db, "No problem has this name.");
  });
  docsPages(app, () => openApiDocument(routes));
  addPages(app, intake);
  deskPages(app);
  newClaimPages(app);
  reviewPages(app);
  workspacePages(app);
  searchPages(app);
  sourcePages(app);
  documentPages(app);
  systemPages(app, VERSION);
  aboutPages(app, VERSION);
  feedPages(app);
  alertsPages(app);
  sessionPages(app);
  joinPages(app);
  peoplePages(app);
  auditPages(app);
  claimPages(app, offered);
  embedRoutes(app);
  deliveryPages(app);
  app.notFound((c) => {
    if (wantsPage(c.req.header("accept"), c.req.path)) return notFound(c, new Db(c.env.DB), "Nothing is at this address.");
    return refusal(new Problem("not-found", "Nothing is at this address."), new URL(c.req.url).origin, c.req.path);
  });
  app.onError((error, c) => {
    const answer = refusal(error, new URL(c.req.url).origin, c.req.path);
    if (!wantsPage(c.req.header("accept"), c.req.path)) return answer;
    return respond(
      c,
      problemPage({
        status: answer.status,
        title: "Something went wrong here",
        detail: "It was logged.",
        baseUrl: new URL(c.req.url).origin,
      }),
      new Db(c.env.DB),
      answer.status,
    );
  });
  return app;
}
