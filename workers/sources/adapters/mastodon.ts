/** Mastodon's public API (and that of servers like it): a post with its thread and edits, an account, a tag. */
import * as z from "zod";
import { DocumentInput } from "../../../shared/model/document.ts";
import type { Incoming } from "../../../shared/model/identity.ts";
import { TimeBasis } from "../../../shared/model/time.ts";
import { sameSite } from "../../../shared/registrable-domain.ts";
import { type Answer, adapter, type Found, type SourceRequest } from "../adapter.ts";
import { nothing, skip, take } from "../wire/document.ts";
import { readJson } from "../wire/json.ts";
import { addressOf, Edit, type Mapped, Status, takeStatus, wordsOf } from "../wire/mastodon.ts";

/** Maximum number of pages of 40 statuses: 200 a run. The API allows 300 requests in five minutes. */
const PAGES = 5;
/** Maximum number of edited posts and replies per page for which versions or parents are asked: five pages then stay within 50 requests. */
const ASIDE = 8;

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

/** The step that a request belongs to: our own note, because the answer does not say. */
const Step = z.discriminatedUnion("do", [
  z.object({ do: z.literal("lookup") }),
  z.object({ do: z.literal("page"), page: z.number() }),
  z.object({ do: z.literal("status") }),
  z.object({ do: z.literal("context"), id: z.string(), url: z.string(), document: z.unknown().optional() }),
  /** The versions of one document; `parent`: the status that it answers, still to be asked for. */
  z.object({ do: z.literal("history"), document: z.unknown(), parent: z.string().nullable() }),
  z.object({ do: z.literal("parent"), document: z.unknown() }),
]);
type Step = z.infer<typeof Step>;

/** A post without its words, language and author: that it is there, and what it answers. */
const bare = ({ kind, url, platform, replyTo, repostOf, quoteOf }: Incoming): Incoming => ({
  kind,
  url,
  platform,
  replyTo,
  repostOf,
  quoteOf,
});

function requestOf(config: Config, path: string, step: Step): SourceRequest {
  return { url: `${originOf(config.instance)}/api/v1/${path}`, expects: "json", step: JSON.stringify(step) };
}
/** A request that not every server answers, and not for every status. */
const aside = (config: Config, path: string, step: Step): SourceRequest => ({ ...requestOf(config, path, step), aside: true });
/** A document that we put into a step. */
function carried(value: unknown): Incoming | null {
  const { basis, ...input } = (value ?? {}) as Incoming;
  const read = DocumentInput.safeParse(input);
  return read.success ? { ...read.data, kind: read.data.kind ?? "post", ...(TimeBasis.safeParse(basis).success ? { basis } : {}) } : null;
}

/** What was asked, and since when (ms) posts are new. */
interface Asked {
  config: Config;
  since: number | null;
}
/** Asks for all versions of posts that were edited since the last run, and for the parents of replies whose parent is not on the page. */
function follow(found: Found, mapped: readonly Mapped[], { config, since }: Asked): void {
  let left = ASIDE;
  const asked = new Set<string>();
  for (const { status, document } of mapped) {
    const edited = status.edited_at ? Date.parse(status.edited_at) : Number.NaN;
    const parent = status.in_reply_to_id && !document.replyTo && !document.repostOf ? status.in_reply_to_id : null;
    if (left === 0 || asked.has(status.id)) continue;
    if (edited > (since ?? 0)) {
      // The history gives the latest text after the earlier ones, so it is left out here.
      found.documents = found.documents.filter((other) => other !== document);
      found.next.push(aside(config, `statuses/${encodeURIComponent(status.id)}/history`, { do: "history", document, parent }));
    } else if (parent) found.next.push(aside(config, `statuses/${encodeURIComponent(parent)}`, { do: "parent", document }));
    else continue;
    asked.add(status.id);
    left--;
  }
}

/** The address of the next page, if it is this server's own. */
function nextPage({ headers, request: { url } }: Answer): string | null {
  for (const part of (headers["link"] ?? "").slice(0, 8000).split(",")) {
    const match = /^\s*<([^<>]{1,2048})>\s*;[^<>]*\brel="?next"?/.exec(part);
    if (match?.[1] && URL.canParse(match[1], url) && new URL(match[1], url).origin === new URL(url).origin)
      return new URL(match[1], url).href;
  }
  return null;
}

function parsePage(found: Found, answer: Answer, json: unknown[], page: number, asked: Asked): void {
  const urls = new Map<string, string>();
  // A reply and its parent may be on one page in any order, so addresses are collected first.
  for (const value of json) {
    const read = Status.safeParse(value);
    const url = read.success && addressOf(read.data);
    if (read.success && url) urls.set(read.data.id, url);
  }
  const mapped = json.flatMap((value) => takeStatus(found, value, urls));
  follow(found, mapped, asked);
  // A boost counts by its own time, not by that of the boosted status.
  const oldest = json.reduce<number>(
    (ms, value) => Math.min(ms, Date.parse(Status.safeParse(value).data?.created_at ?? "") || ms),
    Number.POSITIVE_INFINITY,
  );
  const next = nextPage(answer);
  if (next && page < PAGES && json.length > 0 && !(asked.since !== null && oldest < asked.since))
    found.next.push({ url: next, expects: "json", step: JSON.stringify({ do: "page", page: page + 1 } satisfies Step) });
}

/** The address of a status in a list or thread, with or without words. */
const addressIn = (value: unknown): string | null => {
  const status = Status.safeParse(value).data;
  return status ? addressOf(status) : null;
};

function parseStatus(found: Found, json: unknown, asked: Asked): void {
  const mapped = takeStatus(found, json, new Map());
  const main = Status.safeParse(json).data;
  const url = main && addressOf(main);
  if (!main || !url) return;
  const document = mapped.at(-1)?.document.url === url ? mapped.at(-1)?.document : undefined;
  // The ancestors name the parent, so it is not asked for.
  if (document) follow(found, [{ status: { ...main, in_reply_to_id: null }, document }], asked);
  const carry = main.in_reply_to_id ? document : undefined;
  found.next.push(
    aside(asked.config, `statuses/${encodeURIComponent(main.id)}/context`, { do: "context", id: main.id, url, document: carry }),
  );
}

function parseContext(found: Found, json: unknown, step: Extract<Step, { do: "context" }>, asked: Asked): void {
  const read = z.object({ ancestors: z.array(z.unknown()), descendants: z.array(z.unknown()) }).safeParse(json);
  if (!read.success) {
    skip(found, step.url, "its thread is no thread");
    return;
  }
  const urls = new Map([[step.id, step.url]]);
  const { ancestors, descendants } = read.data;
  const mapped = [...ancestors, ...descendants].flatMap((value) => takeStatus(found, value, urls));
  const own = carried(step.document);
  const parent = addressIn(ancestors.at(-1));
  // The post answers the last of its ancestors.
  if (own && parent && !own.replyTo) found.documents.push({ ...own, replyTo: parent });
  follow(found, mapped, asked);
}

function parseHistory(found: Found, json: unknown, step: Extract<Step, { do: "history" }>, { config, since }: Asked): void {
  const document = carried(step.document);
  if (!document) return;
  const { text, title: _, ...rest } = document;
  const versions = Array.isArray(json) ? json.flatMap((value) => Edit.safeParse(value).data ?? []) : [];
  if (!versions.length) skip(found, document.url ?? "a status", "its versions cannot be read");
  for (const version of versions) {
    // A version from before the last visit is stored already, and would come back as new.
    const words = wordsOf(version, document.quoteOf);
    if (!(Date.parse(version.created_at) < (since ?? 0)) && words.text !== text) take(found, document.url ?? "", { ...rest, ...words });
  }
  found.documents.push(document);
  if (step.parent) found.next.push(aside(config, `statuses/${encodeURIComponent(step.parent)}`, { do: "parent", document }));
}

export const mastodon = adapter({
  kind: "mastodon",
  label: "Mastodon account, tag or post",
  config: Config,
  requests(config) {
    if ("status" in config) return [requestOf(config, `statuses/${encodeURIComponent(config.status)}`, { do: "status" })];
    if ("tag" in config)
      return [requestOf(config, `timelines/tag/${encodeURIComponent(config.tag.replace(/^#/, ""))}?limit=40`, { do: "page", page: 1 })];
    return [requestOf(config, `accounts/lookup?acct=${encodeURIComponent(config.account.replace(/^@/, ""))}`, { do: "lookup" })];
  },
  parse(answer, config, { since }) {
    const found = nothing();
    const asked = { config, since };
    const json = readJson(answer.text);
    const step = Step.safeParse(readJson(answer.request.step ?? "")?.value).data;
    const error = z.object({ error: z.string() }).safeParse(json?.value).data?.error;
    // If the history fails, the latest text of the status is still used.
    if (!step || (step.do !== "history" && (!json || error !== undefined)))
      return skip(
        found,
        answer.request.url,
        error === undefined ? "is no JSON of Mastodon's API" : `the server says: ${error.slice(0, 200)}`,
      );
    const { value, cut } = json ?? { value: null, cut: false };
    if (cut) skip(found, answer.request.url, "the answer ends early");
    if (step.do === "lookup") {
      const id = z.object({ id: StatusId }).safeParse(value).data?.id;
      if (id) found.next.push(requestOf(config, `accounts/${id}/statuses?limit=40`, { do: "page", page: 1 }));
      else skip(found, answer.request.url, "is no account");
    } else if (step.do === "page") {
      if (Array.isArray(value)) parsePage(found, answer, value, step.page, asked);
      else skip(found, answer.request.url, "is no list of statuses");
    } else if (step.do === "context") parseContext(found, value, step, asked);
    else if (step.do === "history") parseHistory(found, value, step, asked);
    else if (step.do === "status") parseStatus(found, value, asked);
    else {
      takeStatus(found, value, new Map());
      const child = carried(step.document);
      const parent = addressIn(value);
      if (child && parent) found.documents.push({ ...child, replyTo: parent });
    }
    // A link led to this server, and it may say anything of others' posts: their words are asked for where they are.
    if ("status" in config)
      found.documents = found.documents.map((one) => (sameSite(one.url ?? "", originOf(config.instance)) ? one : bare(one)));
    return found;
  },
  threads: true,
  visits(url) {
    if (!URL.canParse(url)) return null;
    const { protocol, host, pathname } = new URL(url);
    // Ids of statuses have 15 digits or more since 2017; on other sites words follow /@name/.
    const id = /^\/(?:@[\w.-]{1,100}(?:@[\w.:-]{1,200})?|users\/[\w.-]{1,100}\/statuses)\/(\d{15,20})\/?$/.exec(pathname)?.[1];
    return id && /^https?:$/.test(protocol) ? { instance: protocol === "http:" ? `http://${host}` : host, status: id } : null;
  },
  watches(url) {
    const [, instance, account, tag] =
      /^https:\/\/([\w.:-]+)\/(?:@([\w.-]{1,100}(?:@[\w.:-]{1,200})?)|tags\/([^/?#]+))\/?$/.exec(url) ?? [];
    // Other platforms write accounts in the same form.
    if (!instance || /(?:^|\.)(?:medium\.com|youtube\.com|tiktok\.com|threads\.(?:com|net))$/.test(instance)) return null;
    const config = Config.safeParse(account ? { instance, account } : { instance, tag: new URLSearchParams(`tag=${tag}`).get("tag") });
    return config.success ? config.data : null;
  },
});
