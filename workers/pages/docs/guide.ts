/** The guide of the docs page: quickstart, recipes, and what holds of every request. A test runs each of its commands in bash and zsh. */
import type { Scope } from "../../../shared/model/scope.ts";

/** A part of the guide. `text`: paragraphs, in which `code` stands between backticks. */
export interface Chapter {
  id: string;
  title: string;
  text: string[];
  /** Commands that work when they are pasted one after the other, from the quickstart on. */
  commands?: string;
}

const SCOPES: Record<Scope, string> = {
  read: "see proposals and what is not public, match and read texts, list documents",
  ingest: "send documents and claims, and import files",
  review: "decide: confirm, reject, merge, record ratings, change claims",
  admin: "all of that, and sources, keys, people, erasure and upkeep",
};

export const guide: readonly Chapter[] = [
  {
    id: "quickstart",
    title: "Quickstart",
    text: [
      "Paste this into a terminal, with the address of your instance and a key. It makes a claim, sends a post that makes it, and prints the timeline.",
      "With `Prefer: wait` the answer to a document says what was found in it: its kind and title, the claims that it makes with the decision and its reasons, responses, and where it came from. Without it the answer comes at once, and the document is read within seconds.",
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
      "Wherever a path or a field names a claim or a document, three things are taken: the id that Whence gave it, the `ref` that you gave it when you sent it, and its URL (of a claim: the address of its page). In a path, percent-encode it.",
      "A document's id is made from its URL or its platform's own id, so that sending it twice makes one document. The kind is guessed when you do not state it: a page or a long text is an article, what a platform has is a post. If the guess was wrong, send it again with `kind`.",
    ],
    commands: `curl -s "$API/v1/documents/harbour-post" -H "Authorization: Bearer $KEY"
curl -s "$API/v1/documents/https%3A%2F%2Fmastodon.example%2F%40joe%2F114289563174092350" -H "Authorization: Bearer $KEY"`,
  },
  {
    id: "recipe-lookup",
    title: "Recipe: is anything known of this page or sentence?",
    text: ["For a CMS, a browser extension or a bot. No key is needed; without one only public claims are shown."],
    commands: `curl -s -G "$API/v1/lookup" --data-urlencode "url=https://mastodon.example/@joe/114289563174092350"
curl -s -G "$API/v1/lookup" --data-urlencode "text=Will the harbour of Exampleton be sold to a bank?"`,
  },
  {
    id: "recipe-import",
    title: "Recipe: send many documents at once",
    text: [
      "JSON lines, CSV, and exports of 4CAT, Zeeschuimer and Community Notes. A child may come before its parent, and a line may come again. Lines that are refused are reported by number; the others are taken.",
    ],
    commands: `printf '%s\\n' '{"type":"document","ref":"a1","text":"The harbour of Exampleton is sold"}' '{"type":"document","ref":"a2","text":"Sold? To whom?","replyTo":"a1"}' | curl -s "$API/v1/import" -H "Authorization: Bearer $KEY" -H "Content-Type: application/x-ndjson" --data-binary @-`,
  },
  {
    id: "recipe-pdf",
    title: "Recipe: send a PDF",
    text: [
      "`pdf` stands in place of `text` and `html`: the file in base64, up to 10 MB. It becomes an article with the title, the author, the date and the text that are in it; an earlier day that the text itself names at its head counts more than the time at which the file was made. A file that is encrypted, broken or has only pictures of text is refused with the reason. A PDF at an address that Whence visits is read in the same way. From a terminal: `npx whence add report.pdf --url ADDRESS`.",
    ],
  },
  {
    id: "recipe-decide",
    title: "Recipe: decide what the machine was not sure of",
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
      '`/v1/events` is the log of the instance, in order and without holes: keep the last `seq`, and ask for what came after it. To be told instead of asking, subscribe a webhook, a channel, a mailbox or a feed with `/v1/subscriptions`. With `"waiting":true` in the filter it is the review queue.',
    ],
    commands: `curl -s "$API/v1/events?after=0&limit=3" -H "Authorization: Bearer $KEY"`,
  },
  {
    id: "authentication",
    title: "Keys and scopes",
    text: [
      "Send `Authorization: Bearer` and a key. What is public needs none. A key has one scope or several:",
      ...Object.entries(SCOPES).map(([scope, what]) => `\`${scope}\`: ${what}.`),
      "A missing or unknown key is answered with 401, one that lacks the scope with 403. Any site may call the API from a browser; keep keys out of pages that others read.",
    ],
  },
  {
    id: "pagination",
    title: "Pagination",
    text: [
      "A list answers with its plural noun and `next`: the cursor of the next page, or null. Send it back as `cursor`. The same address is in the `Link` header. Cursors do not expire, and what is added meanwhile does not move a page. `fields` names the properties of an item that are wanted, with commas between them.",
    ],
    commands: `curl -s "$API/v1/claims?limit=1&fields=id,text"`,
  },
  {
    id: "errors",
    title: "Errors",
    text: [
      "Errors are `application/problem+json` (RFC 9457): `type` is an address that explains the problem, `detail` says what is wrong with this request, and `errors` points to each value, with a JSON pointer into the body or the name of a parameter. A change that is refused stores nothing. 409, 429 and 503 say in `Retry-After` when to try again.",
    ],
    commands: `curl -s "$API/v1/documents" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '{"url":"no address","text":"x"}'`,
  },
  {
    id: "idempotency",
    title: "Repeating a request",
    text: [
      "Any POST may carry an `Idempotency-Key`. Sent again within 24 hours with the same body it changes nothing, and answers what the first one answered, marked `Idempotent-Replayed: true`. With another body it is refused. Documents and claims are the same thing when they come again in any case.",
    ],
    commands: `curl -s "$API/v1/claims" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -H "Idempotency-Key: harbour-2" -d '{"text":"The harbour master of Exampleton has resigned"}'
curl -s -i "$API/v1/claims" -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -H "Idempotency-Key: harbour-2" -d '{"text":"The harbour master of Exampleton has resigned"}'`,
  },
  {
    id: "caching",
    title: "Caching, and the past",
    text: [
      "Answers about claims carry an `ETag`: send it as `If-None-Match`, and the answer is a 304 as long as nothing changed. `asOf` shows what was recorded at an instant of the past, `rev` a revision.",
      "Times are given as far as they are known: `value` (EDTF), `precision`, `basis` (what the time rests on), and the range that they leave open, from `earliest` to `latest`. Instants are RFC 3339 in UTC.",
    ],
  },
  {
    id: "formats",
    title: "Formats",
    text: [
      "A timeline can be had in other formats with `format`, or at the address of the claim's page with a suffix such as `/c/{id}.gexf`: CSV, JSON, JSON Feed, Atom, Markdown, schema.org (Claim and ClaimReview), GraphML and GEXF (Gephi), PROV-JSON and PROV-O, ActivityStreams 2, STIX 2.1, RIS and BibTeX.",
      "Ratings by third parties are ClaimReview: in the page of their claim for search engines, and of all claims as a feed at `/v1/verdicts?format=jsonld`.",
    ],
    commands: `curl -s "$API/v1/claims/harbour/timeline?format=csv"
curl -s "$API/v1/verdicts?format=jsonld"`,
  },
  {
    id: "clients",
    title: "Clients: TypeScript, terminal, MCP, browser, WordPress",
    text: [
      "TypeScript: `npm run sdk` in the repository makes the types of a client (openapi-fetch) from `/openapi.json`; `sdk/example.ts` goes the whole way with it. Any OpenAPI 3.1 generator works.",
      "Terminal: `npx whence help`.",
      "Assistants: `/mcp` is an MCP server (streamable HTTP) with the tools lookup, search_claims, match, trace, timeline, graph, responses, add_document, add_claim, review_queue and the decisions, each for keys with its scope.",
      "Browser: the folder `extension/` of the repository is a WebExtension that shows what is known of the page, and adds it.",
      "WordPress: the address of a claim's page becomes its timeline by oEmbed discovery for users who may post unfiltered HTML. For all others add the provider once, in a plugin or in functions.php: `wp_oembed_add_provider('https://YOUR-INSTANCE/c/*', 'https://YOUR-INSTANCE/oembed');`",
    ],
  },
];
