/** Mastodon's public API (and that of servers like it): a post with its thread and edits, an account, a tag. */
import * as z from "zod";
import type { Incoming } from "../../shared/identity.ts";
import { DocumentInput, TimeBasis } from "../../shared/model.ts";
import { type Answer, type Ask, adapter, type Found, type RequestContext } from "./adapter.ts";
import { documentFrom, jsonOf, nothing } from "./map-document.ts";
import { addressOf, Edit, type Mapped, Status, takeStatus, wordsOf } from "./map-mastodon.ts";

/** 40 statuses a page: 200 a run. The API allows 300 requests in five minutes. */
const PAGES = 5;
/** Edited posts whose versions, and replies whose parents, are asked for on one page. */
const ASIDE = 10;

const Instance = z
  .string()
  .max(300)
  .refine((value) => /^(https?:\/\/)?[\w.:[\]-]+\/?$/i.test(value) && URL.canParse(originOf(value)), {
    error: "must be the host of a server, such as mastodon.social",
  });
const StatusId = z.string().regex(/^[\w-]{1,64}$/, { error: "must be the id of a status" });
const Config = z.union([
  z.strictObject({ instance: Instance, status: StatusId }),
  z.strictObject({
    instance: Instance,
    account: z.string().regex(/^@?[\w.-]{1,100}(@[\w.:-]{1,200})?$/, { error: "must be user or user@host" }),
  }),
  z.strictObject({ instance: Instance, tag: z.string().regex(/^#?[\p{L}\p{N}_·-]{1,100}$/u, { error: "must be a tag" }) }),
]);
type Config = z.infer<typeof Config>;

function originOf(instance: string): string {
  return (instance.includes("://") ? instance : `https://${instance}`).replace(/\/$/, "");
}

/** What an answer is to: our own note, since the answer itself does not say. */
const Step = z.discriminatedUnion("do", [
  z.object({ do: z.literal("lookup") }),
  z.object({ do: z.literal("page"), page: z.number() }),
  z.object({ do: z.literal("status") }),
  z.object({ do: z.literal("context"), id: z.string(), url: z.string(), document: z.unknown() }),
  /** The versions of one document; the parent of which it is still to learn. */
  z.object({ do: z.literal("history"), document: z.unknown(), parent: z.string().nullable() }),
  z.object({ do: z.literal("parent"), document: z.unknown() }),
]);
type Step = z.infer<typeof Step>;

function ask(config: Config, path: string, step: Step): Ask {
  return { url: `${originOf(config.instance)}/api/v1/${path}`, expects: "json", step: JSON.stringify(step) };
}
/** A document that we put into a step ourselves. */
function carried(value: unknown): Incoming | null {
  const { basis, ...input } = (value ?? {}) as Incoming;
  const read = DocumentInput.safeParse(input);
  return read.success ? { ...read.data, ...(TimeBasis.safeParse(basis).success ? { basis } : {}) } : null;
}

/** Of those edited since the last run, every version; of replies to posts that are not on the page, the parent. */
function follow(found: Found, mapped: readonly Mapped[], config: Config, { since }: RequestContext): void {
  let left = ASIDE;
  const asked = new Set<string>();
  for (const { status, document } of mapped) {
    const edited = status.edited_at ? Date.parse(status.edited_at) : Number.NaN;
    const parent = status.in_reply_to_id && !document.replyTo && !document.repostOf ? status.in_reply_to_id : null;
    if (left === 0 || asked.has(status.id)) continue;
    if (edited > (since ?? 0)) {
      // The latest text comes after the earlier ones, so it is not given here too.
      found.documents = found.documents.filter((other) => other !== document);
      found.next.push(ask(config, `statuses/${encodeURIComponent(status.id)}/history`, { do: "history", document, parent }));
    } else if (parent) found.next.push(ask(config, `statuses/${encodeURIComponent(parent)}`, { do: "parent", document }));
    else continue;
    asked.add(status.id);
    left--;
  }
}

/** The address of the next page, if it is this server's own. */
function nextPage({ headers, ask: { url } }: Answer): string | null {
  for (const part of (headers["link"] ?? "").slice(0, 8000).split(",")) {
    const match = /^\s*<([^<>]{1,2048})>\s*;[^<>]*\brel="?next"?/.exec(part);
    if (match?.[1] && URL.canParse(match[1], url) && new URL(match[1], url).origin === new URL(url).origin)
      return new URL(match[1], url).href;
  }
  return null;
}

function parsePage(found: Found, answer: Answer, json: unknown[], page: number, config: Config, context: RequestContext): void {
  const urls = new Map<string, string>();
  // A reply and its parent on one page, in any order: addresses first.
  for (const value of json) {
    const read = Status.safeParse(value);
    const url = read.success && addressOf(read.data);
    if (read.success && url) urls.set(read.data.id, url);
  }
  const mapped = json.flatMap((value) => takeStatus(found, value, urls));
  follow(found, mapped, config, context);
  const oldest = Math.min(...mapped.map(({ status }) => Date.parse(status.created_at ?? "") || Number.POSITIVE_INFINITY));
  const next = nextPage(answer);
  if (next && page < PAGES && json.length > 0 && !(context.since !== null && oldest < context.since))
    found.next.push({ url: next, expects: "json", step: JSON.stringify({ do: "page", page: page + 1 } satisfies Step) });
}

function parseContext(
  found: Found,
  json: unknown,
  step: { id: string; url: string; document: unknown },
  config: Config,
  context: RequestContext,
): void {
  const read = z.object({ ancestors: z.array(z.unknown()), descendants: z.array(z.unknown()) }).safeParse(json);
  if (!read.success) return void found.skipped.push({ item: step.url, why: "its thread is no thread" });
  const urls = new Map([[step.id, step.url]]);
  const { ancestors, descendants } = read.data;
  const mapped = [...ancestors, ...descendants].flatMap((value) => takeStatus(found, value, urls));
  const own = carried(step.document);
  const parent = mapped[ancestors.length - 1]?.document.url;
  // The post itself answers the last of its ancestors.
  if (own && parent && !own.replyTo) found.documents.push({ ...own, replyTo: parent });
  follow(found, mapped, config, context);
}

function parseHistory(found: Found, json: unknown, document: Incoming, parent: string | null, config: Config, since: number | null): void {
  const versions = Array.isArray(json) ? json.flatMap((value) => Edit.safeParse(value).data ?? []) : [];
  const fresh = versions.filter((version) => !(Date.parse(version.created_at) < (since ?? 0)));
  for (const version of fresh) {
    const { text, title: _, ...rest } = document;
    const revised = documentFrom({ ...rest, ...wordsOf(version) });
    if (typeof revised !== "string" && revised.text !== text) found.documents.push(revised);
  }
  if (!versions.length) found.skipped.push({ item: document.url ?? "a status", why: "its versions cannot be read" });
  found.documents.push(document);
  if (parent) found.next.push(ask(config, `statuses/${encodeURIComponent(parent)}`, { do: "parent", document }));
}

export const mastodon = adapter({
  kind: "mastodon",
  label: "Mastodon account, tag or post",
  config: Config,
  requests(config) {
    if ("status" in config) return [ask(config, `statuses/${encodeURIComponent(config.status)}`, { do: "status" })];
    if ("tag" in config)
      return [ask(config, `timelines/tag/${encodeURIComponent(config.tag.replace(/^#/, ""))}?limit=40`, { do: "page", page: 1 })];
    return [ask(config, `accounts/lookup?acct=${encodeURIComponent(config.account.replace(/^@/, ""))}`, { do: "lookup" })];
  },
  parse(answer, config, context) {
    const found = nothing();
    const json = jsonOf(answer.text);
    const step = Step.safeParse(jsonOf(answer.ask.step ?? ""));
    const error = z.object({ error: z.string() }).safeParse(json);
    if (error.success || json === undefined || json === null || !step.success) {
      found.skipped.push({
        item: answer.url,
        why: error.success ? `the server says: ${error.data.error.slice(0, 200)}` : "is no JSON of Mastodon's API",
      });
      return found;
    }
    const { data } = step;
    if (data.do === "lookup") {
      const id = z.object({ id: StatusId }).safeParse(json);
      if (id.success) found.next.push(ask(config, `accounts/${id.data.id}/statuses?limit=40`, { do: "page", page: 1 }));
      else found.skipped.push({ item: answer.url, why: "is no account" });
    } else if (data.do === "page") {
      if (Array.isArray(json)) parsePage(found, answer, json, data.page, config, context);
      else found.skipped.push({ item: answer.url, why: "is no list of statuses" });
    } else if (data.do === "context") parseContext(found, json, { ...data, document: data.document }, config, context);
    else if (data.do === "history") {
      const document = carried(data.document);
      if (document) parseHistory(found, json, document, data.parent, config, context.since);
    } else if (data.do === "parent") {
      const child = carried(data.document);
      const [parent] = takeStatus(found, json, new Map()).slice(-1);
      if (child && parent?.document.url) found.documents.push({ ...child, replyTo: parent.document.url });
    } else {
      const mapped = takeStatus(found, json, new Map());
      const main = mapped.at(-1);
      if (!main?.document.url) return found;
      const { status, document } = main;
      // Its ancestors name the parent, so that is not asked for.
      follow(found, [{ status: { ...status, in_reply_to_id: null }, document }], config, context);
      const step: Step = { do: "context", id: status.id, url: document.url ?? "", document: status.in_reply_to_id ? document : null };
      found.next.push(ask(config, `statuses/${encodeURIComponent(status.id)}/context`, step));
    }
    return found;
  },
  visits(url) {
    if (!URL.canParse(url)) return null;
    const { protocol, host, pathname } = new URL(url);
    // Numbers of statuses have 15 digits or more since 2017; other sites with /@name/ have words there.
    const id = /^\/(?:@[\w.-]{1,100}(?:@[\w.:-]{1,200})?|users\/[\w.-]{1,100}\/statuses)\/(\d{15,20})\/?$/.exec(pathname)?.[1];
    return id && /^https?:$/.test(protocol) ? { instance: protocol === "http:" ? `http://${host}` : host, status: id } : null;
  },
});
