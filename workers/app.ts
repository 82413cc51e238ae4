/** All addresses of an instance on one app: the API from its table, and the pages. */
import { Hono } from "hono/tiny"; // its router tries all patterns in turn: 60 of them, and 2 KiB less of the Worker
import { drain } from "./api/body.ts";
import { intake } from "./api/intake.ts";
import { openapi } from "./api/openapi.ts";
import { Problem, problemTypes } from "./api/problem.ts";
import { mount, refusal } from "./api/router.ts";
import { routes } from "./api/routes.ts";
import { VERSION } from "./api/version.ts";
import { addPages } from "./console/add-forms.ts";
import { type DocsOperation, docsPage, problemTypePage } from "./console/docs.ts";
import { documentForms } from "./console/document-forms.ts";
import { consolePages } from "./console/pages.ts";
import { problemPage } from "./console/problem.ts";
import { reviewPages } from "./console/review-forms.ts";
import { sessionPages } from "./console/signin-forms.ts";
import { sourcePages } from "./console/sources-forms.ts";
import { systemPages } from "./console/system-forms.ts";
import { deliveryPages } from "./embed/delivery.ts";
import { embedPages, notFound, respond } from "./embed/pages.ts";
import type { Env } from "./env.d.ts";
import { Db } from "./store/d1.ts";

interface OpenApiOperation {
  tags: string[];
  summary: string;
  security: { key: string[] }[];
  parameters: { name: string; in: string; required: boolean; description?: string }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { content: Record<string, { schema: unknown }> }>;
}
/** The operations of an OpenAPI document, as the docs page prints them. */
function operationsOf(document: ReturnType<typeof openapi>): DocsOperation[] {
  return Object.entries(document.paths as Record<string, Record<string, OpenApiOperation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => ({
      method: method.toUpperCase(),
      path,
      tag: o.tags[0] ?? "",
      summary: o.summary,
      scope: o.security[0]?.key[0] ?? null,
      parameters: o.parameters.map((p) => ({ ...p, description: p.description ?? "" })),
      body: o.requestBody ? JSON.stringify(Object.values(o.requestBody.content)[0]?.schema, null, 1) : null,
      answer: JSON.stringify(Object.values(o.responses)[0]?.content["application/json"]?.schema, null, 1),
    })),
  );
}
const wantsPage = (accept: string | undefined, path: string) => !path.startsWith("/v1/") && (accept ?? "").includes("text/html");

/** The app of an instance. */
export function createApp(): Hono<{ Bindings: Env }> {
  const app = new Hono<{ Bindings: Env }>();
  app.use(async (c, next) => {
    await next();
    await drain(c.req.raw);
  });
  mount(app, routes);
  app.get("/openapi.json", (c) => c.json(openapi(routes, new URL(c.req.url).origin), 200, { "access-control-allow-origin": "*" }));
  app.get("/docs", (c) => {
    const { origin } = new URL(c.req.url);
    return respond(c, docsPage(operationsOf(openapi(routes, origin)), origin), new Db(c.env.DB));
  });
  app.get("/problems/:type", (c) => {
    const problem = problemTypes.find((p) => p.type === c.req.param("type"));
    const db = new Db(c.env.DB);
    return problem ? respond(c, problemTypePage(problem, new URL(c.req.url).origin), db) : notFound(c, db, "No problem has this name.");
  });
  consolePages(app);
  addPages(app, intake);
  reviewPages(app);
  sourcePages(app);
  documentForms(app);
  systemPages(app, VERSION);
  sessionPages(app);
  embedPages(app);
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
