/** Fact-checks by Google's Fact Check Tools: others' ratings of claims, and where they were published. */
import * as z from "zod";
import { isObject, type JsonObject } from "../../../shared/json-object.ts";
import { Lang } from "../../../shared/model/fields.ts";
import { canonicalUrl, hostOf } from "../../../shared/url.ts";
import { type Answer, adapter, type Found, type RequestContext, type SourceRequest } from "../adapter.ts";
import { held, langOf, nothing, skip, take } from "../wire/document.ts";
import { feedDate } from "../wire/feed-date.ts";
import { hrefOf, titleOfHtml } from "../wire/html.ts";
import { at, objects, readJson, str } from "../wire/json.ts";
import { withQuery } from "../wire/query.ts";

const Config = z.strictObject({
  query: z.string().min(1).max(300),
  lang: Lang.optional(),
  publisher: z
    .string()
    .max(253)
    .regex(/^[a-z0-9.-]+$/, { error: "must be a site such as factcheck.example" })
    .optional(),
  maxAgeDays: z.int().min(1).max(36_500).optional(),
});
type Config = z.output<typeof Config>;

const KEY = "GOOGLE_FACTCHECK_KEY";
const MAX_PAGES = 5;

function requestOf(config: Config, secrets: RequestContext["secrets"], page: number, token: string | null): SourceRequest {
  const url = withQuery("https://factchecktools.googleapis.com/v1alpha1/claims:search", {
    query: config.query,
    pageSize: "100",
    languageCode: config.lang,
    reviewPublisherSiteFilter: config.publisher,
    maxAgeDays: config.maxAgeDays ? String(config.maxAgeDays) : null,
    pageToken: token,
  });
  // In a header, not in the address: addresses are logged and shown.
  return { url, expects: "json", headers: { "x-goog-api-key": secrets[KEY] ?? "" }, step: String(page) };
}

function takeReview(into: Found, claim: string, review: JsonObject): void {
  const url = hrefOf(str(at(review, "url")) ?? undefined, null);
  const label = held(titleOfHtml(str(at(review, "textualRating")) ?? ""), 200);
  const publisher = held(str(at(review, "publisher", "name")) ?? str(at(review, "publisher", "site")) ?? hostOf(url), 256);
  if (!url || !label || !publisher) {
    const missing = label ? "publisher" : "rating";
    skip(into, claim, `has no ${url ? missing : "address"}`);
    return;
  }
  const title = titleOfHtml(str(at(review, "title")) ?? "") || null;
  const lang = langOf(str(at(review, "languageCode"))) ?? null;
  const publishedAt = feedDate(str(at(review, "reviewDate")) ?? "");
  into.verdicts.push({ claim, lang, publisher, label, url, publishedAt, explanation: null, appearances: [] });
  take(into, claim, { kind: "fact_check", url, title: title ?? claim.slice(0, 1000), lang, publishedAt, basis: "feed", partial: true });
}

function parse(answer: Answer, config: Config, { secrets }: RequestContext): Found {
  const into = nothing();
  const read = readJson(answer.text);
  if (!read || !isObject(read.value)) return skip(into, answer.url, answer.text.trim() ? "is no answer of the service" : "is empty");
  const error = str(at(read.value, "error", "message"));
  if (error) skip(into, answer.url, `the service says: ${error.slice(0, 200)}`);
  if (read.cut) skip(into, "the last claim", "the answer ends inside it");
  const claims = at(read.value, "claims");
  for (const item of Array.isArray(claims) ? claims : []) {
    const claim = held(titleOfHtml(str(at(item, "text")) ?? ""), 2000);
    const reviews = objects(at(item, "claimReview"));
    if (!claim || !reviews.length) skip(into, claim ?? JSON.stringify(item) ?? "a claim", claim ? "has no review" : "has no words");
    else for (const review of reviews) takeReview(into, claim, review);
  }
  into.links = [...new Set(into.verdicts.flatMap(({ url }) => canonicalUrl(url) ?? []))];
  // A fact-check of several claims is one document.
  into.documents = [...new Map(into.documents.map((document) => [canonicalUrl(document.url ?? "") ?? "", document])).values()];
  const token = str(at(read.value, "nextPageToken"));
  const page = Number(answer.request.step ?? 0) || 0;
  if (token && token.length <= 500 && page + 1 < MAX_PAGES) into.next.push(requestOf(config, secrets, page + 1, token));
  return into;
}

export const factcheck = adapter({
  kind: "factcheck",
  label: "Fact-checks (Google Fact Check Tools)",
  config: Config,
  needs: [KEY],
  requests: (config, { secrets }) => [requestOf(config, secrets, 0, null)],
  parse,
  searches: (words, config) => (words.length ? { ...config, query: words.join(" ").slice(0, 300) } : null),
});
