/** The guide of the docs page: quickstart, recipes, and what applies to every request. A test runs each of its commands in bash and zsh. */
import type { Scope } from "../../../shared/model/scope.ts";

/** A part of the guide. `text` has paragraphs, with `code` between backticks. */
export interface Chapter {
  id: string;
  title: string;
  text: string[];
  /** Commands that work when they are pasted one after the other, from the quickstart on. */
  commands?: string;
}

const SCOPES: Record<Scope, string> = {
  read: "see proposals and private claims, match and read texts, list documents",
  ingest: "send documents and claims, and import files",
  review: "decide: confirm, reject, merge, record ratings, change claims",
  admin: "all of these, and manage sources, keys, people, erasure and upkeep",
};

export const guide: readonly Chapter[] = [
  {
    id: "quickstart",
    title: "Quickstart",
    text: [
      "Paste this into a terminal, with the address of your instance and a key. It creates a claim, sends a post that makes the claim, and prints the timeline.",
      "With `Prefer: wait` the answer to a document says what was found in it: its kind and title, the claims that it makes with the decision and its reasons, its responses, and the documents that it came from. Without this header the answer comes at once, and the document is read within seconds.",
    ],
    commands: `API=http://127.0.0.1:8787
KEY=$(cat .state/dev-key)
curl -s "$API/v1/claims" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"ref":"harbour","text":"The harbour of Exampleton will be sold to a bank"}'
curl -s "$API/v1/documents" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -H "Prefer: wait" -d '{"ref":"harbour-post","url":"https://mastodon.example/@joe/114289563174092350","text":"They say the harbour of Exampleton will be sold to a bank"}'
curl -s "$API/v1/claims/harbour/timeline?format=markdown"`,
  },
  {
    id: "names",
    title: "Ids, refs and addresses",
    text: [
      "Wherever a path or a field names a claim or a document, you can use any of three names: the id that Whence gave it, the `ref` with which you sent it, or its URL (for a claim, the address of its page). In a path, percent-encode the name.",
      "A document's id follows from its URL or its id on the platform, so sending it twice makes one document. If you do not state the kind, it is guessed: a page or a long text is an article, a document on a platform is a post. If the guess was wrong, send the document again with `kind`.",
    ],
    commands: `curl -s "$API/v1/documents/harbour-post" -H "Authorization: Bearer $KEY"
curl -s "$API/v1/documents/https%3A%2F%2Fmastodon.example%2F%40joe%2F114289563174092350" -H "Authorization: Bearer $KEY"`,
  },
  {
    id: "recipe-lookup",
    title: "Recipe: is anything known about this page or sentence?",
    text: ["For a CMS, a browser extension or a bot. No key is needed; without one only public claims are shown."],
    commands: `curl -s -G "$API/v1/lookup" --data-urlencode "url=https://mastodon.example/@joe/114289563174092350"
curl -s -G "$API/v1/lookup" --data-urlencode "text=Will the harbour of Exampleton be sold to a bank?"`,
  },
  {
    id: "recipe-import",
    title: "Recipe: send many documents at once",
    text: [
      "Send JSON lines, CSV, or exports of 4CAT, Zeeschuimer and Community Notes. A reply may come before the post that it answers, and a line may be repeated. Refused lines are reported by number; all others are accepted.",
    ],
    commands: `printf '%s\\n' '{"type":"document","ref":"a1","text":"The harbour of Exampleton is sold"}' '{"type":"document","ref":"a2","text":"Sold? To whom?","replyTo":"a1"}' | curl -s "$API/v1/import" -H "Authorization: Bearer $KEY" -H "Content-Type: application/x-ndjson" --data-binary @-`,
  },
  {
    id: "recipe-pdf",
    title: "Recipe: send a PDF",
    text: [
      "Send the file as `pdf` instead of `text` and `html`: in base64, up to 10 MB. It becomes an article with the title, author, date and text of the file; if the text itself begins with an earlier day, that day counts instead of the time at which the file was made. A file that is encrypted, broken or has only pictures of text is refused with the reason. A PDF at an address that Whence visits is read in the same way. From a terminal: `npx whence add report.pdf --url ADDRESS`.",
    ],
  },
  {
    id: "recipe-decide",
    title: "Recipe: decide where the machine was unsure",
    text: [
      "`/v1/sightings` lists the links that wait for a person, with the matcher's reasons. Confirm or reject each; a person's decision stays.",
    ],
    commands: `curl -s "$API/v1/sightings?limit=5" -H "Authorization: Bearer $KEY"
curl -s "$API/v1/sightings" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"claim":"harbour","document":"a1","stance":"support"}'
curl -s "$API/v1/sightings/confirm" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"claim":"harbour","document":"a1"}'`,
  },
  {
    id: "recipe-follow",
    title: "Recipe: follow everything that changes",
    text: [
      '`/v1/events` is the log of the instance, in order and without gaps: store the last `seq`, and ask for the events after it. To be notified instead, subscribe a webhook, a channel, a mailbox or a feed with `/v1/subscriptions`. With `"waiting":true` in its filter, a subscription is the review queue.',
    ],
    commands: `curl -s "$API/v1/events?after=0&limit=3" -H "Authorization: Bearer $KEY"`,
  },
  {
    id: "authentication",
    title: "Keys and scopes",
    text: [
      "Send `Authorization: Bearer` and a key. Public data needs no key. A key has one or several scopes:",
      ...Object.entries(SCOPES).map(([scope, what]) => `\`${scope}\`: ${what}.`),
      "The answer to a missing or unknown key is 401, to a key without the scope 403. Any site may call the API from a browser; keep keys out of pages that others read.",
    ],
  },
  {
    id: "pagination",
    title: "Pagination",
    text: [
      "A list has its items under a plural noun, and `next`: the cursor of the next page, or null. Send it back as `cursor`; the `Link` header has the address of the next page. Cursors do not expire, and items that are added in the meantime do not shift pages. `fields` selects properties of the items, separated by commas.",
    ],
    commands: `curl -s "$API/v1/claims?limit=1&fields=id,text"`,
  },
  {
    id: "errors",
    title: "Errors",
    text: [
      "Errors are `application/problem+json` (RFC 9457): `type` is an address that explains the problem, `detail` says what is wrong with this request, and `errors` points to each value, with a JSON pointer into the body or the name of a parameter. A refused change stores nothing. 409, 429 and 503 say in `Retry-After` when to try again.",
    ],
    commands: `curl -s "$API/v1/documents" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"url":"no address","text":"x"}'`,
  },
  {
    id: "idempotency",
    title: "Repeating a request",
    text: [
      "Any POST may have an `Idempotency-Key`. If you send it again within 24 hours with the same body, nothing changes and you get the first answer again, marked `Idempotent-Replayed: true`. With another body the request is refused. Each address has keys of its own. Even without a key, sending a document or claim again makes no second one.",
    ],
    commands: `curl -s "$API/v1/claims" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -H "Idempotency-Key: harbour-2" -d '{"text":"The harbour master of Exampleton has resigned"}'
curl -s -i "$API/v1/claims" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -H "Idempotency-Key: harbour-2" -d '{"text":"The harbour master of Exampleton has resigned"}'`,
  },
  {
    id: "caching",
    title: "Caching, and the past",
    text: [
      "Answers about claims have an `ETag`: send it as `If-None-Match`, and the answer is a 304 as long as nothing has changed. `asOf` shows what was recorded at an earlier instant, `rev` shows a revision.",
      "Each time says how exactly it is known: `value` (EDTF), `precision`, `basis` (the kind of evidence), and the range of possible instants from `earliest` to `latest`. Instants are RFC 3339 in UTC.",
    ],
  },
  {
    id: "formats",
    title: "Formats",
    text: [
      "A timeline is available in other formats with `format`, or at the address of the claim's page with a suffix such as `/c/{id}.gexf`: CSV, JSON, JSON Feed, Atom, Markdown, schema.org (Claim and ClaimReview), GraphML and GEXF (Gephi), PROV-JSON and PROV-O, ActivityStreams 2, STIX 2.1, RIS and BibTeX.",
      "Ratings by third parties are published as ClaimReview: in the page of their claim for search engines, and for all claims as a feed at `/v1/verdicts?format=jsonld`.",
    ],
    commands: `curl -s "$API/v1/claims/harbour/timeline?format=csv"
curl -s "$API/v1/verdicts?format=jsonld"`,
  },
  {
    id: "clients",
    title: "Clients: TypeScript, terminal, MCP, browser, WordPress",
    text: [
      "TypeScript: `npm run sdk` in the repository generates the types of a client (openapi-fetch) from `/openapi.json`; `sdk/example.ts` shows a whole session with it. Any OpenAPI 3.1 generator works.",
      "Terminal: `npx whence help`.",
      "Assistants: `/mcp` is an MCP server (streamable HTTP) with the tools lookup, search_claims, match, trace, timeline, graph, responses, add_document, add_claim, review_queue and the decisions, each for keys with its scope.",
      "Browser: the folder `extension/` of the repository is a WebExtension that shows what is known about the page, and can add it.",
      "WordPress: the address of a claim's page becomes its timeline by oEmbed discovery for users who may post unfiltered HTML. For all others add the provider once, in a plugin or in functions.php: `wp_oembed_add_provider('https://YOUR-INSTANCE/c/*', 'https://YOUR-INSTANCE/oembed');`",
    ],
  },
];
