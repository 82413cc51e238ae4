/** Bluesky by its public XRPC service: a post with its thread, quotes and reposts, an account, and search where we may log in. */

import * as z from "zod";
import { HOUR } from "../../../shared/durations.ts";
import { isoTime } from "../../../shared/iso.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { adapter, type Found, type RequestContext, type SourceRequest } from "../adapter.ts";
import { type AtPost, atPost, pageOf, takeRepost, takeViews } from "../wire/bluesky.ts";
import { nothing, skip as skipped } from "../wire/document.ts";
import { readJson } from "../wire/json.ts";

const PUBLIC = "https://public.api.bsky.app";
/** Where accounts log in. The answer names the account's own server, which is used from then on. */
const ENTRY = "https://bsky.social";
/** Maximum number of pages of 100 items. */
const PAGES = 3;
/** Overlap (ms) of two searches, because posts may be indexed late. */
const OVERLAP = HOUR;

const Service = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .optional()
  .describe("Another service of the same protocol");
const Post = z
  .string()
  .max(2048)
  .refine((value) => postOf(value) !== null, { error: "must be the address of a post on bsky.app, or its at:// URI" });
const Config = z.union([
  z.strictObject({ post: Post, service: Service }),
  z.strictObject({
    account: z.string().regex(/^@?(did:[a-z]+:[\w.:%-]+|[\w-]+(\.[\w-]+)+)$/, { error: "must be a handle or a DID" }),
    service: Service,
  }),
  z.strictObject({ search: z.string().trim().min(1).max(300), service: Service }),
]);
type Config = z.infer<typeof Config>;

/** The post that an address names. */
function postOf(url: string): AtPost | null {
  const canonical = canonicalUrl(url);
  const native = nativeId(canonical);
  const [repo, rkey] = native?.platform === "bluesky" ? native.id.split("/") : [];
  return repo && rkey ? { repo, rkey } : null;
}
const uriOf = ({ repo, rkey }: AtPost) => `at://${repo}/app.bsky.feed.post/${rkey}`;

const Step = z.discriminatedUnion("do", [
  z.object({ do: z.literal("resolve"), rkey: z.string() }),
  z.object({ do: z.literal("post"), uri: z.string() }),
  z.object({ do: z.literal("thread") }),
  z.object({ do: z.literal("login") }),
  z.object({ do: z.enum(["feed", "quotes", "reposts", "search"]), page: z.number(), uri: z.string().optional() }),
]);
type Step = z.infer<typeof Step>;
type ListStep = Exclude<Step, { do: "login" | "resolve" | "post" }>;

function requestOf(config: Config, method: string, parameters: Record<string, string>, step: Step, base?: string): SourceRequest {
  const service = base ?? config.service ?? PUBLIC;
  return {
    url: `${service.replace(/\/$/, "")}/xrpc/${method}?${new URLSearchParams(parameters)}`,
    expects: "json",
    step: JSON.stringify(step),
  };
}
function search(config: Config & { search: string }, { since }: RequestContext, base?: string): SourceRequest {
  const from: Record<string, string> = since === null ? {} : { since: isoTime(since - OVERLAP) };
  return requestOf(
    config,
    "app.bsky.feed.searchPosts",
    { q: config.search, sort: "latest", limit: "100", ...from },
    { do: "search", page: 1 },
    base,
  );
}
const posted = (config: Config, uri: string) => requestOf(config, "app.bsky.feed.getPosts", { uris: uri }, { do: "post", uri });

const Session = z.object({
  accessJwt: z.string().regex(/^[\w.~+/=-]{1,8000}$/),
  didDoc: z
    .object({ service: z.array(z.object({ id: z.string(), serviceEndpoint: z.url({ protocol: /^https$/ }) })) })
    .nullish()
    .catch(null),
});

/** An answer of the service, and what is found in it. */
interface Page {
  found: Found;
  json: object;
  skip(why: string): void;
  request: SourceRequest;
  config: Config;
  context: RequestContext;
}
/** Searches with the session that a login gave, on the account's own server. */
function takeLogin({ found, json, skip, config, context }: Page): void {
  const session = Session.safeParse(json).data;
  if (session && "search" in config) {
    const home = session.didDoc?.service.find(({ id }) => id.endsWith("#atproto_pds"))?.serviceEndpoint;
    const headers = { authorization: `Bearer ${session.accessJwt}` };
    found.next.push({ ...search(config, context, config.service ?? home ?? ENTRY), headers });
  } else skip("the login gave no session");
}
/** Asks for a post by the DID to which its author's handle leads. */
function takeAccount({ found, json, skip, config }: Page, rkey: string): void {
  const did = z.object({ did: z.string().regex(/^did:[a-z]+:[\w.:%-]{1,256}$/) }).safeParse(json).data?.did;
  if (did) found.next.push(posted(config, uriOf({ repo: did, rkey })));
  else skip("the handle leads to no account");
}
/** Takes a post, and asks for its thread, quotes and reposts; or notes that it is gone. */
function takePost({ found, json, config }: Page, uri: string): void {
  const posts = takeViews(found, json);
  const post = atPost(uri);
  if (posts.some(({ rkey }) => rkey === post?.rkey)) {
    const further = [
      requestOf(config, "app.bsky.feed.getPostThread", { uri, depth: "100", parentHeight: "100" }, { do: "thread" }),
      requestOf(config, "app.bsky.feed.getQuotes", { uri, limit: "100" }, { do: "quotes", page: 1, uri }),
      requestOf(config, "app.bsky.feed.getRepostedBy", { uri, limit: "100" }, { do: "reposts", page: 1, uri }),
    ];
    found.next.push(...further.map((one): SourceRequest => ({ ...one, aside: true })));
  } else if (post && !found.skipped.length && "posts" in json) found.gone.push(pageOf(post));
}
/** Takes a thread, or a page of a feed, a search, quotes or reposts, and asks for the page after it. */
function takeList({ found, json, skip, request, context }: Page, step: ListStep): void {
  if (step.do === "reposts") {
    const profiles = z.object({ repostedBy: z.array(z.unknown()) }).safeParse(json).data?.repostedBy;
    const post = step.uri ? atPost(step.uri) : null;
    if (profiles && post) for (const profile of profiles) takeRepost(found, profile, post);
    else skip("is no list of reposts");
  } else if ("thread" in json || "feed" in json || "posts" in json) takeViews(found, json);
  else skip("holds no posts");
  const cursor = z.object({ cursor: z.string().min(1).max(2000) }).safeParse(json).data?.cursor;
  if (step.do === "thread" || !cursor || step.page >= PAGES || reaches(context.since, json)) return;
  const next = new URL(request.url);
  next.searchParams.set("cursor", cursor);
  found.next.push({ ...request, url: next.href, step: JSON.stringify({ ...step, page: step.page + 1 }) });
}

export const bluesky = adapter({
  kind: "bluesky",
  label: "Bluesky account, post or search",
  config: Config,
  requests(config, context) {
    if ("account" in config)
      return [
        requestOf(
          config,
          "app.bsky.feed.getAuthorFeed",
          { actor: config.account.replace(/^@/, ""), limit: "100" },
          { do: "feed", page: 1 },
        ),
      ];
    if ("post" in config) {
      const post = postOf(config.post);
      if (!post) return [];
      // getPosts is asked first: it says if a post was deleted, where getPostThread gives an error like any other.
      if (post.repo.startsWith("did:")) return [posted(config, uriOf(post))];
      return [requestOf(config, "com.atproto.identity.resolveHandle", { handle: post.repo }, { do: "resolve", rkey: post.rkey })];
    }
    const { BLUESKY_IDENTIFIER: identifier, BLUESKY_PASSWORD: password } = context.secrets;
    // Without an account the public service refuses to search. It is asked all the same, so that the refusal is reported.
    if (!identifier || !password) return [search(config, context)];
    return [
      {
        url: `${config.service ?? ENTRY}/xrpc/com.atproto.server.createSession`,
        expects: "json",
        body: { type: "application/json", text: JSON.stringify({ identifier, password }) },
        step: JSON.stringify({ do: "login" } satisfies Step),
      },
    ];
  },
  parse(answer, config, context) {
    const found = nothing();
    const read = readJson(answer.text);
    const json = read?.value;
    const step = Step.safeParse(readJson(answer.request.step ?? "")?.value).data;
    const error = z.object({ error: z.string() }).safeParse(json);
    const skip = (why: string) => skipped(found, answer.request.url, why);
    if (typeof json !== "object" || json === null || !step || error.success)
      return skip(error.success ? `the service says: ${error.data.error.slice(0, 200)}` : "is no JSON of Bluesky's API");
    if (read?.cut) skip("the answer ends early");
    const page: Page = { found, json, skip, request: answer.request, config, context };
    if (step.do === "login") takeLogin(page);
    else if (step.do === "resolve") takeAccount(page, step.rkey);
    else if (step.do === "post") takePost(page, step.uri);
    else takeList(page, step);
    return found;
  },
  threads: true,
  visits(url) {
    return postOf(url) ? { post: url } : null;
  },
  watches(url) {
    const account = /^https:\/\/bsky\.app\/profile\/([\w.:%-]+)\/?$/.exec(url)?.[1];
    return account ? { account } : null;
  },
  searches(words, config) {
    const query = words.join(" ").slice(0, 300).trim();
    return query ? { search: query, ...(config.service ? { service: config.service } : {}) } : null;
  },
});

/** Whether a feed, newest first, has reached what the last run saw. Its last item may be a repost, whose time is in its reason. */
function reaches(since: number | null, json: object): boolean {
  if (since === null || !("feed" in json) || !Array.isArray(json.feed)) return false;
  const Dated = z.object({
    reason: z.object({ indexedAt: z.string() }).nullish().catch(null),
    post: z.object({ indexedAt: z.string() }),
  });
  const last = Dated.safeParse(json.feed.at(-1)).data;
  return last !== undefined && Date.parse(last.reason?.indexedAt ?? last.post.indexedAt) < since;
}
