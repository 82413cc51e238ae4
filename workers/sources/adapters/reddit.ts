/** Reddit: new posts of a community or a person, a thread, or a search, by its feeds, or by its API if a token, or id and secret, are configured. */
import * as z from "zod";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { type Answer, adapter, type Found, type RequestContext, type SourceRequest } from "../adapter.ts";
import { nothing, skip } from "../wire/document.ts";
import { foundInFeed } from "../wire/feed.ts";
import { at, readJson, str } from "../wire/json.ts";
import { withQuery } from "../wire/query.ts";
import { takeEntry, thingsOf } from "../wire/reddit.ts";

const Config = z
  .strictObject({
    subreddit: z
      .string()
      .regex(/^\w{2,21}$/, { error: "must be the name of a community, without r/" })
      .optional(),
    user: z
      .string()
      .regex(/^[\w-]{3,20}$/, { error: "must be the name of an account, without u/" })
      .optional(),
    thread: z
      .string()
      .regex(/^[a-z0-9]{1,13}$/, { error: "must be the id of a post, without t3_" })
      .optional(),
    search: z.string().min(1).max(300).optional(),
  })
  .refine((config) => Object.values(config).filter((value) => value !== undefined).length === 1, {
    error: "needs one of subreddit, user, thread and search",
  });
type Config = z.output<typeof Config>;
type Secrets = RequestContext["secrets"];

const API = "https://oauth.reddit.com";
const SITE = "https://www.reddit.com";
const MAX_PAGES = 5;
/** Maximum number of names per call of /api/info. */
const NAMES = 100;

/** The path and query of the request, the same for feeds and the API. */
function pathOf({ subreddit, user, thread, search }: Config): [string, Record<string, string>] {
  if (thread) return [`/comments/${thread}`, { limit: "500" }];
  if (subreddit) return [`/r/${subreddit}/new`, { limit: "100" }];
  if (user) return [`/user/${user}`, { limit: "100", sort: "new" }];
  return ["/search", { q: search ?? "", sort: "new", limit: "100" }];
}

function apiRequest(path: string, query: Record<string, string>, token: string, page = 0): SourceRequest {
  const url = withQuery(API + path, { ...query, raw_json: "1" });
  return { url, expects: "json", headers: { authorization: `Bearer ${token}` }, step: String(page) };
}

function requests(config: Config, secrets: Secrets): SourceRequest[] {
  const [path, query] = pathOf(config);
  const { REDDIT_TOKEN, REDDIT_CLIENT_ID, REDDIT_CLIENT_SECRET } = secrets;
  if (REDDIT_TOKEN) return [apiRequest(path, query, REDDIT_TOKEN)];
  if (REDDIT_CLIENT_ID && REDDIT_CLIENT_SECRET)
    return [
      {
        url: `${SITE}/api/v1/access_token`,
        expects: "json",
        headers: { authorization: `Basic ${btoa(unescapeBytes(`${REDDIT_CLIENT_ID}:${REDDIT_CLIENT_SECRET}`))}` },
        body: { type: "application/x-www-form-urlencoded", text: "grant_type=client_credentials" },
        step: "login",
      },
    ];
  return [{ url: withQuery(`${SITE}${path}/.rss`, query), expects: "feed" }];
}
/** btoa takes bytes as Latin-1; a secret may be any text. */
const unescapeBytes = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

const parseFeed = ({ text, url }: Answer): Found => foundInFeed(text, url, (into, item) => takeEntry(into, item, item.guid));

function parseApi(answer: Answer, config: Config, { since }: RequestContext): Found {
  const read = readJson(answer.text);
  const token = str(at(read?.value, "access_token"));
  const [path, query] = pathOf(config);
  const into = nothing();
  if (answer.request.step === "login") {
    if (token && /^[\x21-\x7e]{1,4000}$/.test(token)) into.next.push(apiRequest(path, query, token));
    else skip(into, answer.url, `no login: ${str(at(read?.value, "error")) ?? "no token came"}`);
    return into;
  }
  const things = read && thingsOf(read.value);
  if (!things) return skip(into, answer.url, answer.text.trim() ? (str(at(read?.value, "message")) ?? "is no listing") : "is empty");
  const { found, after, more } = things;
  if (read.cut) skip(found, "the last item", "the answer ends inside it");
  const bearer = answer.request.headers?.["authorization"]?.replace(/^Bearer /, "") ?? "";
  const page = Number(answer.request.step ?? 0) || 0;
  if (page + 1 >= MAX_PAGES) return found;
  for (let i = 0; i < Math.min(more.length, NAMES * (MAX_PAGES - 1)); i += NAMES)
    found.next.push(apiRequest("/api/info", { id: more.slice(i, i + NAMES).join(",") }, bearer, MAX_PAGES - 1));
  // Reads back only to where the last run began.
  const oldest = found.documents.reduce(
    (ms, { publishedAt }) => Math.min(ms, Date.parse(publishedAt ?? "") || ms),
    Number.POSITIVE_INFINITY,
  );
  if (
    !config.thread &&
    after &&
    /^t[13]_[a-z0-9]{1,13}$/.test(after) &&
    since !== null &&
    oldest > since &&
    oldest < Number.POSITIVE_INFINITY
  )
    found.next.push(apiRequest(path, { ...query, after }, bearer, page + 1));
  return found;
}

export const reddit = adapter({
  kind: "reddit",
  label: "Reddit community, account, thread or search",
  config: Config,
  requests: (config, { secrets }) => requests(config, secrets),
  parse: (answer, config, context) => (answer.request.expects === "feed" ? parseFeed(answer) : parseApi(answer, config, context)),
  threads: true,
  visits(url) {
    const canonical = canonicalUrl(url);
    const thread = nativeId(canonical)?.platform === "reddit" ? /\/comments\/([a-z0-9]{1,13})/.exec(canonical ?? "")?.[1] : undefined;
    return thread ? { thread } : null;
  },
  watches(url) {
    const [, what, name] = /^https:\/\/(?:(?:www|old|new)\.)?reddit\.com\/(r|u|user)\/([\w-]+)\/?$/.exec(url) ?? [];
    const config = Config.safeParse(what === "r" ? { subreddit: name } : { user: name });
    return name && config.success ? config.data : null;
  },
  searches: (words) => (words.length ? { search: words.join(" ").slice(0, 300) } : null),
});
