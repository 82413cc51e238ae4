/** Sources: what is crawled, the health of each, and visits on request. */

import * as z from "zod";
import { text, Url } from "../../../shared/model/fields.ts";
import { idOf } from "../../../shared/model/id.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import { createSource, endSource, makeDue, patchSource } from "../../crawl/edit-sources.ts";

import { budgetOf, worldOf } from "../../crawl/environment.ts";
import { type CrawlReport, crawl } from "../../crawl/index.ts";
import { type CheckedSource, checkSource, sourceKinds } from "../../crawl/sources.ts";
import { sourceAt } from "../../sources/index.ts";

import { findSource, findSources, type SourceHealth, selectSameSource } from "../../store/crawl/sources.ts";
import { jsonSchemaOf } from "../json-schema.ts";
import { nextOf, paged, positionOf } from "../paging.ts";
import { Since } from "../parameters.ts";
import { Problem, pointerOf } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { SourceId, SourceOut, sourceView, VisitedOut, visitedView } from "../views/sources.ts";

const Params = z.strictObject({
  id: z.string().min(1).max(2048).describe("id of a source, or the address with which it was added"),
});
const Name = text(200).trim().min(1);
const Config = z.record(z.string().max(100), z.unknown()).describe("Configuration, as GET /v1/source-kinds describes it for the kind");

/** The instance's own host, which is never visited. */
const ownHost = (context: Context) => new URL(context.baseUrl).host;
/** A source's configuration as its kind takes it. Throws a 422 with a pointer for each fault; `url`: the address that was sent in its place. */
function checkedSource(context: Context, kind: string, config: unknown, url?: string): CheckedSource {
  const found = checkSource(context.env, ownHost(context), kind, config);
  if (!Array.isArray(found)) return found;
  const known = sourceKinds(context.env).some((k) => k.kind === kind);
  const errors = found.map(({ path, detail }) => ({
    pointer: `#${known ? pointerOf(url === undefined ? ["config", ...path] : ["url"]) : "/kind"}`.toWellFormed().slice(0, 300),
    detail,
  }));
  throw new Problem(
    "invalid",
    errors
      .map((e) => `${e.pointer.slice(1)} ${e.detail}`)
      .join("; ")
      .toWellFormed()
      .slice(0, 500),
    errors,
  );
}
/** The source, with its health, that an id or the address that it was added by names. Throws a 404 if there is none. */
async function sourceOr404(context: Context, name: string): Promise<SourceHealth> {
  const found = await findSource(context.db, await sourceIdNamed(context, name), context.now());
  if (!found) throw new Problem("not-found", "No source has this id or address.");
  return found;
}
async function sourceIdNamed(context: Context, name: string): Promise<string> {
  if (!canonicalUrl(name)) return name;
  const { kind, config } = sourceAt(name);
  const checked = checkSource(context.env, ownHost(context), kind, config);
  if (Array.isArray(checked)) return name;
  const row = await context.db.first(selectSameSource(context.db, kind, checked.config));
  return String(row?.id ?? name);
}
/** The time that a request may wait for a crawl. */
const MAX_RUN_MS = 20_000;
async function run(context: Context, only: string[] | null): Promise<CrawlReport> {
  const report = await crawl(worldOf(context.env, context.db, ownHost(context)), budgetOf(context.env, MAX_RUN_MS, only));
  if (report.why !== null) throw new Problem("not-configured", report.why);
  return report;
}

const sourceList = paged("sources", "ListedSource", SourceOut);

export const sourceRoutes = [
  route({
    method: "GET",
    path: "/v1/source-kinds",
    scope: "read",
    summary: "List the kinds of source, with the JSON Schema of their config and the secrets that they need",
    description: "What a source of each kind needs, for a form or a script.",
    example: {},
    response: z.object({
      kinds: z.array(
        z.object({
          kind: z.string(),
          label: z.string(),
          needs: z.array(z.string()),
          missing: z.array(z.string()),
          config: z.record(z.string(), z.unknown()),
        }),
      ),
      next: z.null(),
    }),
    async handle({ env }) {
      const kinds = sourceKinds(env).map(({ config, ...kind }) => ({ ...kind, config: jsonSchemaOf(config, "input") }));
      return { body: { kinds, next: null } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sources",
    scope: "admin",
    summary: "Add a source, by kind and config or by its address; it is visited at the next run. The same config is the same source",
    description: "If you send only an address, Whence finds the kind. robots.txt and the host's politeness rules are obeyed.",
    example: { body: { url: "https://www.w3.org/blog/feed/", name: "W3C blog" } },
    answerHeaders: ["Location"],
    otherStatuses: { 200: "It was there already" },
    body: z
      .strictObject({
        url: Url.optional().describe("Instead of kind and config: the address of a feed, an account, a tag, a channel, a thread or a page"),
        kind: z.string().max(60).optional(),
        config: Config.optional(),
        name: Name.optional(),
        enabled: z.boolean().default(true),
      })
      .refine(({ url, kind }) => (url === undefined) !== (kind === undefined), {
        path: ["kind"],
        error: "is needed where there is no url",
      })
      .refine(({ kind, config }) => (kind === undefined) === (config === undefined), { path: ["config"], error: "goes with a kind" }),
    status: 201,
    response: SourceOut,
    async handle(context, { body }) {
      const { kind, config: given } = body.url === undefined ? { kind: body.kind ?? "", config: body.config } : sourceAt(body.url);
      const { config, host, name, interval } = checkedSource(context, kind, given, body.url);
      const now = context.now();
      const id = idOf("o", crypto.randomUUID());
      const source = { id, kind, name: body.name ?? name, config, enabled: body.enabled, host, interval };
      const made = await createSource(context.db, source, now);
      return {
        status: made.created ? 201 : 200,
        body: sourceView(context, await sourceOr404(context, made.id)),
        headers: { location: `/v1/sources/${made.id}` },
      };
    },
  }),
  route({
    method: "GET",
    path: "/v1/sources",
    scope: "read",
    summary: "List sources with their health: last outcome, next run, what blocks it, robots.txt, yield, watched since",
    description: "In the order of their ids.",
    example: { query: { limit: "50" } },
    query: z.strictObject({
      kind: z.string().max(60).optional().describe("Only sources of this kind"),
      enabled: z
        .enum(["true", "false"])
        .transform((value) => value === "true")
        .optional()
        .describe("Only sources that are switched on, or off"),
      site: z.string().max(253).toLowerCase().default("").describe("The host of its first request, without www."),
      since: Since,
      ...sourceList.query,
    }),
    response: sourceList.response,
    async handle(context, { query }) {
      const after = String(positionOf(query.cursor, ["string"] as const)?.[0] ?? "");
      const found = await findSources(context.db, after, query.limit, context.now(), query);
      const next = nextOf(found, query.limit, ({ source }) => [source.id]);
      return sourceList.answer(
        context.request,
        query.fields,
        found.map((health) => sourceView(context, health)),
        next,
      );
    },
  }),
  route({
    method: "GET",
    path: "/v1/sources/{id}",
    scope: "read",
    summary: "Read a source",
    description: "With its last run, what blocks the next run, and the state of its host.",
    example: { params: { id: "https://www.w3.org/blog/feed/" } },
    params: Params,
    response: SourceOut,
    handle: async (context, { params }) => ({ body: sourceView(context, await sourceOr404(context, params.id)) }),
  }),
  route({
    method: "PATCH",
    path: "/v1/sources/{id}",
    scope: "admin",
    summary: "Rename a source, switch it off or on, or change its config; with another config it is watched from now on",
    description: "Fields that are not sent stay as they are.",
    example: { params: { id: "https://www.w3.org/blog/feed/" }, body: { enabled: false } },
    params: Params,
    body: z.strictObject({ name: Name.optional(), enabled: z.boolean().optional(), config: Config.optional() }),
    response: SourceOut,
    async handle(context, { params, body }) {
      const { source } = await sourceOr404(context, params.id);
      const config = body.config && checkedSource(context, source.kind, body.config);
      // With the same configuration and state the watch period continues.
      const other = config && JSON.stringify(config.config) !== JSON.stringify(source.config);
      await patchSource(
        context.db,
        source.id,
        {
          name: body.name,
          enabled: body.enabled === source.enabled ? undefined : body.enabled,
          config: other ? { value: config.config, host: config.host, interval: config.interval } : undefined,
        },
        context.now(),
      );
      return { body: sourceView(context, await sourceOr404(context, params.id)) };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/sources/{id}",
    scope: "admin",
    summary: "Delete a source; its documents and the record that it was watched stay",
    description: "Whence stops visiting it.",
    example: { params: { id: "https://www.w3.org/blog/feed/" } },
    params: Params,
    response: z.object({ id: SourceId }),
    async handle(context, { params }) {
      const { source } = await sourceOr404(context, params.id);
      await endSource(context.db, source.id, context.now());
      return { body: { id: source.id } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sources/{id}/run",
    scope: "admin",
    summary: "Visit a source now, unless its host must not be asked yet",
    description: "The answer says what was found, or why no request was made.",
    example: { params: { id: "https://www.w3.org/blog/feed/" } },
    params: Params,
    response: z.object({ visited: z.array(VisitedOut), source: SourceOut }),
    async handle(context, { params }) {
      const { source } = await sourceOr404(context, params.id);
      if (!source.enabled) throw new Problem("invalid", "The source is switched off.");
      await makeDue(context.db, source.id, context.now());
      const report = await run(context, [`source:${source.id}`]);
      const after = sourceView(context, await sourceOr404(context, source.id));
      const { name, notBefore, why } = after.host;
      const because = after.running ? "another run is visiting it" : (why ?? "its host was asked just now");
      const waiting = {
        visit: `source:${source.id}`,
        source: source.id,
        host: name,
        outcome: "waiting",
        why: because,
        documents: 0,
        nextAt: notBefore,
      };
      return { body: { visited: report.visited.length ? visitedView(report) : [waiting], source: after } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/crawl",
    scope: "admin",
    summary: "Make the visits that are due, as the cron trigger does",
    description: "For instances without a cron trigger.",
    example: {},
    response: z.object({ visited: z.array(VisitedOut), requests: z.number(), more: z.boolean() }),
    async handle(context) {
      const report = await run(context, null);
      return { body: { visited: visitedView(report), requests: report.requests, more: report.more } };
    },
  }),
];
